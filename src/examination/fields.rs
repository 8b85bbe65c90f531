//! The fields of the dossiers met, in one order: those of several dossiers together.

use std::borrow::Cow;

use crate::examination::examined::Examined;
use crate::model::questionnaire::Field;

/// Each field once, as it is shown, after the one that it follows in its dossier.
pub fn of<'d>(dossiers: &[&'d Examined]) -> Vec<Cow<'d, Field>> {
    let mut fields: Vec<Cow<'_, Field>> = Vec::new();
    let mut met: Vec<*const _> = Vec::new();
    for dossier in dossiers {
        let setting = std::sync::Arc::as_ptr(&dossier.setting);
        let is_known = met.contains(&setting);
        if !is_known {
            met.push(setting);
        }
        if !is_known || !dossier.answers.added.is_empty() {
            let questions = dossier.setting.shown.questions.iter();
            merge(&mut fields, questions.flat_map(|question| dossier.fields_of(question)));
        }
    }
    fields
}

fn merge<'d>(fields: &mut Vec<Cow<'d, Field>>, order: impl Iterator<Item = Cow<'d, Field>>) {
    let mut at = 0;
    for field in order {
        match fields.iter().position(|known| known.id == field.id) {
            Some(known) => at = known + 1,
            None => {
                fields.insert(at, field);
                at += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::merge;
    use crate::model::questionnaire::{Field, FieldKind};

    #[test]
    fn columns_of_two_dossiers_keep_their_order() {
        let fields = |ids: &[&str]| {
            let field = |id: &&str| Field {
                id: (*id).to_owned(),
                label: String::new(),
                required: false,
                kind: FieldKind::Check,
                when: Vec::new().into(),
            };
            ids.iter().map(field).collect::<Vec<Field>>()
        };
        let (one, two) = (fields(&["a", "b", "d"]), fields(&["a", "c", "d", "e"]));
        let mut merged = Vec::new();
        merge(&mut merged, one.iter().map(Cow::Borrowed));
        merge(&mut merged, two.iter().map(Cow::Borrowed));
        let ids: Vec<&str> = merged.iter().map(|field| field.id.as_str()).collect();
        assert_eq!(ids, ["a", "c", "b", "d", "e"]);
    }
}
