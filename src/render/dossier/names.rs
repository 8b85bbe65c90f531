//! The names by which the fields of a file are known, where a format does not take [`Field::id`] as it is.
//!
//! They are made from the ranked list of fields, so writers and reader find the same ones.

use std::collections::BTreeSet;

use super::sheet::{Dossier, Field};

/// The longest name of a bookmark that Word keeps.
const LONGEST: usize = 40;

/// One bookmark a field, in their order: `f_` and the id, of letters, digits and `_` only.
///
/// Where that is too long or taken already, its beginning with the rank of the field, from 0.
pub fn bookmarks(fields: &[Field]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let names = fields.iter().enumerate().map(|(rank, field)| {
        let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let whole: String = "f_".chars().chain(field.id.chars().map(letter)).collect();
        let name = if whole.len() <= LONGEST && !taken.contains(&whole) {
            whole
        } else {
            format!("{}_{rank}", &whole[..whole.len().min(33)])
        };
        taken.insert(name.clone());
        name
    });
    names.collect()
}

/// Which dossier a file is: the names and values of its custom properties.
pub fn properties(dossier: &Dossier) -> [(&'static str, &str); 4] {
    let identity = &dossier.identity;
    [
        ("canevas-appel", identity.call.as_str()),
        ("canevas-region", identity.region.as_str()),
        ("canevas-langue", dossier.lang.as_str()),
        ("canevas-version", &identity.version),
    ]
}

#[cfg(test)]
mod tests {
    use super::bookmarks;
    use crate::render::dossier::sheet::{Field, FieldKind};

    fn check(ids: &[&str], expected: &[&str]) {
        let field = |id: &&str| Field {
            id: (*id).to_owned(),
            label: String::new(),
            required: false,
            kind: FieldKind::Check,
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
