//! What filled files answer, whatever their format: readers keep here what they find, and it is understood.

pub mod align;
pub mod answer;
pub mod blank;
pub mod block;
pub mod checks;
pub mod claim;
pub mod code;
mod conditions;
pub mod cumulated;
pub mod day;
pub mod found;
pub mod grid;
pub mod index;
pub mod loose;
pub mod meaning;
pub mod number;
pub mod places;
pub mod said;
pub mod side;
pub mod text;
pub mod tick;
