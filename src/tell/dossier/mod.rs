//! The application dossier in one language, whatever the format.

mod bullets;
mod conditions;
pub mod form;
pub mod guide;
mod privacy;
pub mod undrawn;
pub mod version;
pub mod wording;
