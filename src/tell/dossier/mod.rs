//! The application dossier in one language, whatever the format.

mod bullets;
pub mod form;
pub mod guide;
pub mod undrawn;
pub mod version;
pub mod wording;
