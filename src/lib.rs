//! `canevas` publishes one national call as each regional directorate adapts it.
//!
//! `ARCHITECTURE.md` draws the house; [`pipeline::build`] is the whole program on one screen.

#![warn(clippy::disallowed_methods, clippy::disallowed_types)]

mod answers;
pub mod cli;
pub mod commands;
pub mod diagnostic;
mod documents;
mod examination;
mod exports;
mod hosting;
mod html;
mod load;
mod merge;
mod model;
mod pages;
mod parse;
pub mod pipeline;
mod plan;
mod publish;
mod tell;
mod words;

pub use answers::code::{RefusalCode, RemarkCode};
pub use model::artifact::Artifact;
pub use model::dossier::{Former, Made};
pub use model::id::Slug;
pub use model::project::Project;
pub use model::source::{FileId, SourceFile, Sources, Span};
