//! Dossiers that were read become what their examiners work with: sheets of a workbook, and tables for programs.

pub mod addressee;
pub mod bilan_page;
pub mod budget;
pub mod budgets;
pub mod chart;
pub mod corrected;
pub mod departments;
pub mod examined;
pub mod fields;
pub mod figures;
pub mod grid;
pub mod grid_formulas;
pub mod grid_heads;
pub mod heads;
pub mod leaflets;
pub mod merge_file;
pub mod pairs;
pub mod people_csv;
pub mod remarks;
pub mod responses;
pub mod results;
pub mod rows;
pub mod summary;
pub mod table;
pub mod tally;
pub mod twins;
pub mod typed;
pub mod words;

#[cfg(test)]
mod sample;
pub mod workbook;
