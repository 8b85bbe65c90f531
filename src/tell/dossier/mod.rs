//! The application dossier in one language, whatever the format.

pub mod guide;
pub mod questionnaire;
pub mod resolve;
pub mod sheet;
pub mod undrawn;
pub mod version;
pub mod wording;

#[cfg(test)]
pub mod sample;
