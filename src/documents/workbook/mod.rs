//! Workbooks of any sheets: the writer of the examiner's, and the reader of what offices save.

pub mod budget;
mod cells;
mod looks;
mod office_open;
mod open_document;
pub mod opened;
pub mod read;
pub mod write;
