//! XML, as the writers of office files make it and as their readers take it.

pub mod read;
pub mod stream;
pub mod write;
