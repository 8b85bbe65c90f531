//! PDF files: read without a library, written by one that not every program has.

mod names;
pub mod read;
#[cfg(feature = "pdf")]
mod write;

#[cfg(feature = "pdf")]
pub use write::{draw, write, write_call_text};
