//! What looks like a mark that did not work, said at its place before anything is rendered.
//!
//! Fed by a text and by what the parser made of it, so that code, links that work and escapes are respected.

mod head;
mod lists;

use pulldown_cmark::Options;

pub use lists::read as lists;

/// What every text is parsed with.
pub const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);
