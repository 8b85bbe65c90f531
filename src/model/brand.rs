//! Who a site says that it comes from, for the theme to show.

use super::localized::Localized;

/// The marks of an institution. What is absent is not shown.
#[derive(Debug, Clone, Default)]
pub struct Brand {
    pub ministry: Option<Localized<String>>,
    pub operator: Option<Localized<String>>,
    pub motto: Option<Localized<String>>,
    /// To the sites that the institution must name.
    pub links: Vec<BrandLink>,
    /// In national mourning.
    pub mourning: bool,
}

/// A link to another site of the institution.
#[derive(Debug, Clone)]
pub struct BrandLink {
    pub title: Localized<String>,
    pub address: String,
}
