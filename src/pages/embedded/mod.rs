//! The page of a call for another site, made of that page itself: it can say nothing else.

mod fragment;
mod frame;

pub use fragment::{Surroundings, fragment};
pub use frame::out_of_the_frame;
