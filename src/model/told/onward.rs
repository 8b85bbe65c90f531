//! Where those go next who come to a call that is over, or that is not theirs.

use super::Phrase;
use crate::model::address::Address;

/// The way on, for who comes to a call that is over or that is not theirs.
#[derive(Debug, Clone)]
pub struct Onward {
    pub title: Phrase,
    /// None where nothing is published there yet.
    pub to: Option<Destination>,
}

/// Where a way leads.
#[derive(Debug, Clone)]
pub enum Destination {
    /// A page of the site, or an element of it.
    Page { address: Address, id: Option<String> },
    /// A page elsewhere.
    Outside(String),
}
