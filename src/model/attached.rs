//! Which files a region or a call may put online, as the site's settings say.

/// A family of kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    Documents,
    Spreadsheets,
    Presentations,
    Images,
    Archives,
    Data,
}

impl Family {
    /// With the names that authors type.
    pub const ALL: [(&'static str, Self); 6] = [
        ("documents", Self::Documents),
        ("tableurs", Self::Spreadsheets),
        ("presentations", Self::Presentations),
        ("images", Self::Images),
        ("archives", Self::Archives),
        ("donnees", Self::Data),
    ];
}

/// What may be attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedRules {
    pub families: Vec<Family>,
    /// What all files weigh together at most, in mebibytes.
    pub total: u64,
}

impl AttachedRules {
    /// What no settings can go beyond, in mebibytes: attached files are held in memory.
    pub const LARGEST_TOTAL: u64 = 1024;
}

impl Default for AttachedRules {
    fn default() -> Self {
        Self { families: Family::ALL.map(|(_, family)| family).to_vec(), total: 200 }
    }
}
