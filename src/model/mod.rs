//! The nouns of the house: plain types without input, output, clock or serialisation.
//!
//! Every stage takes some of them and returns others, complete. Text is kept with the language it is
//! written in and with the place it comes from.

pub mod abbreviation;
pub mod address;
pub mod aid;
pub mod amount;
pub mod artifact;
pub mod attached;
pub mod award;
pub mod call;
pub mod columns;
pub mod composed;
pub mod digest;
pub mod document;
pub mod dossier;
pub mod edition;
pub mod examination;
pub mod excerpt;
pub mod export;
pub mod figures;
pub mod form;
pub mod holiday;
pub mod id;
pub mod language;
pub mod letter;
pub mod letters;
pub mod localized;
pub mod mention;
pub mod named;
pub mod once;
pub mod ordinal;
pub mod origin;
pub mod phone;
pub mod privacy;
pub mod project;
pub mod prose;
pub mod questionnaire;
pub mod region;
pub mod regional;
pub mod role;
pub mod settings;
pub mod siret;
pub mod site;
pub mod source;
pub mod territory;
pub mod theme;
pub mod time;
pub mod told;
pub mod unit;
pub mod unread;
pub mod value;
pub mod visible;
pub mod web;
pub mod workbook;
pub mod xml;
