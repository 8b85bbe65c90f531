//! What a call says, decided once: its words, values, moments, dossier.

pub mod context;
pub mod dossier;
pub mod leftovers;
pub mod moments;
pub mod notes;
