//! Workbooks of any sheets, for examiners: the writer, and the reader of what offices save.

mod looks;
pub mod write;
