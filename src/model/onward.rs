//! Where those go next who come to a call that is over, or that their region does not take part in.

use std::sync::Arc;

use super::id::Slug;
use super::localized::Localized;
use super::prose::Prose;
use super::source::Spanned;

/// What follows a call that is closed for good.
#[derive(Debug, Clone, Default)]
pub struct Sequel {
    /// What pages say then.
    pub message: Option<Arc<Localized<Prose>>>,
    /// Where to go then.
    pub onward: Option<Onward>,
}

/// The way on.
#[derive(Debug, Clone)]
pub enum Onward {
    /// Another call of the site: the next edition, for instance.
    Call(Spanned<Slug>),
    /// The same call in another region.
    Region(Spanned<Slug>),
    /// A page elsewhere.
    Outside { title: Localized<String>, address: String },
}
