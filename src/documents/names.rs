//! The names that files of several formats bear, for their writers and their readers: those by which a file says which
//! dossier it is, and those of the places of its fields where [`Field::id`] cannot be taken as it is.

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::claim::Claim;
use crate::answers::index::Index;
use crate::documents::sheet::{Dossier, Field};

/// What a file says of itself.
#[derive(Debug, Clone, Copy)]
pub enum Property {
    Call,
    Region,
    Lang,
    Version,
}

impl Property {
    /// Every one, in the order of files.
    pub const ALL: [Self; 4] = [Self::Call, Self::Region, Self::Lang, Self::Version];

    /// The name of the custom property of an office file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Call => "canevas-appel",
            Self::Region => "canevas-region",
            Self::Lang => "canevas-langue",
            Self::Version => "canevas-version",
        }
    }

    /// The key in the information of a PDF file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Call => "CanevasAppel",
            Self::Region => "CanevasRegion",
            Self::Lang => "CanevasLangue",
            Self::Version => "CanevasVersion",
        }
    }

    /// What the files of `dossier` say.
    pub fn of(self, dossier: &Dossier) -> &str {
        let identity = &dossier.identity;
        match self {
            Self::Call => identity.call.as_str(),
            Self::Region => identity.region.as_str(),
            Self::Lang => dossier.lang.as_str(),
            Self::Version => &identity.version,
        }
    }

    /// Keeps what a file says.
    pub fn learn(self, claim: &mut Claim, value: &str) {
        let place = match self {
            Self::Call => &mut claim.call,
            Self::Region => &mut claim.region,
            Self::Lang => &mut claim.lang,
            Self::Version => &mut claim.version,
        };
        let value = value.trim();
        // No slug, language or version is longer.
        if !value.is_empty() && value.len() <= 80 {
            *place = Some(value.to_owned());
        }
    }
}

/// How the name of a place begins.
const PLACE: &str = "f_";

/// How it began in `OpenDocument` files before: the whole id came after it.
const FORMER_PLACE: &str = "f.";

/// The longest name of a bookmark that Word keeps.
const LONGEST: usize = 40;

/// One bookmark a field, in their order: `f_` and the id, of letters, digits and `_` only, which every office suite keeps as
/// they are.
///
/// Where that is too long or taken already, its beginning with the rank of the field, from 0.
pub fn bookmarks<'a>(fields: impl IntoIterator<Item = &'a Field>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let names = fields.into_iter().enumerate().map(|(rank, field)| {
        let whole = bookmark(&field.id);
        let free = whole.len() <= LONGEST && !taken.contains(&whole);
        let cut = || format!("{}_{rank}", &whole[..whole.len().min(33)]);
        let name = if free { whole.clone() } else { cut() };
        taken.insert(name.clone());
        name
    });
    names.collect()
}

/// The bookmark of a field, where it is short enough and not taken.
fn bookmark(id: &str) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    PLACE.chars().chain(id.chars().map(letter)).collect()
}

/// The rank of each field by the names of its place; a name of today is never taken for one of yesterday.
pub struct FieldNames(BTreeMap<String, usize>);

impl FieldNames {
    /// The places of a dossier.
    pub fn new(index: &Index<'_>) -> Self {
        let today = bookmarks(index.asked.fields());
        let mut ranks: BTreeMap<String, usize> = today.into_iter().zip(0..).collect();
        let ids = index.fields.iter().map(|(_, field)| field.id.clone()).zip(0..);
        for (id, rank) in ids.chain(index.former()) {
            ranks.entry(bookmark(&id)).or_insert(rank);
            ranks.entry(format!("{FORMER_PLACE}{id}")).or_insert(rank);
        }
        Self(ranks)
    }

    /// The rank of the field that a place is named after.
    pub fn rank(&self, name: &str) -> Option<usize> {
        self.0.get(name).or_else(|| self.0.get(&decoded(name))).copied()
    }

    /// Whether a name is one that we give to places, known or not.
    pub fn is_ours(name: &str) -> bool {
        name.starts_with(PLACE) || name.starts_with(FORMER_PLACE)
    }
}

/// `LibreOffice` writes `%3A` for a colon when it saves names in another format.
fn decoded(name: &str) -> String {
    name.replace("%3A", ":").replace("%3a", ":")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Field, bookmarks};
    use crate::model::questionnaire::FieldKind;

    fn check(ids: &[&str], expected: &[&str]) {
        let field = |id: &&str| Field {
            id: (*id).to_owned(),
            label: String::new(),
            required: false,
            kind: FieldKind::Check,
            when: Arc::default(),
        };
        let fields: Vec<Field> = ids.iter().map(field).collect();
        assert_eq!(bookmarks(&fields), expected);
    }

    #[test]
    fn a_name_holds_letters_digits_and_underscores() {
        check(&["siret", "partenaires:2:nom"], &["f_siret", "f_partenaires_2_nom"]);
    }

    #[test]
    fn names_stay_apart() {
        check(&["a-b", "a:b"], &["f_a_b", "f_a_b_1"]);
    }

    #[test]
    fn a_long_name_ends_with_its_rank() {
        let id = "budget:charges:materiel-et-logiciels:justification";
        check(&["a", id], &["f_a", "f_budget_charges_materiel_et_logi_1"]);
    }
}
