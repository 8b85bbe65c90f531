//! What a call says in a language, decided once: words, grammar, values, moments, what stands where.
//!
//! A regional call becomes [`told`](crate::model::told) for one voice, by pure and total functions. What writes asks them,
//! and only lays out.

mod addressee;
#[cfg(feature = "pdf")]
pub mod booklet;
pub mod call;
pub mod card;
pub mod contacts;
pub mod dossier;
pub mod files;
mod folded;
pub mod head;
pub mod kept;
mod leftovers;
pub mod letter;
mod marks;
pub mod moments;
mod next;
pub mod picture;
mod reading;
mod rescheduled;
mod results;
pub mod scope;
mod sections;
pub mod steps;
mod technologies;
pub mod text;
pub mod values;
pub mod voice;
