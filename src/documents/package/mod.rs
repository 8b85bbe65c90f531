//! Zip packages, the envelope of ODF and of Office Open XML.

pub mod read;
pub mod write;
