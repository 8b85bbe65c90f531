//! `canevas` publishes one national call as each regional directorate adapts it.
//!
//! `ARCHITECTURE.md` draws the house; [`pipeline::build`] is the whole program on one screen.

pub mod cli;
pub mod commands;
pub mod diagnostic;
pub mod load;
pub mod merge;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod plan;
pub mod publish;
pub mod render;
