//! The documents of a call, the writer and the reader of each format side by side: the application dossier, its budget,
//! the text of the call.

mod about;
#[cfg(feature = "pdf")]
pub mod call_text;
pub mod docx;
pub mod files;
pub mod foreign;
pub mod kept;
pub mod letter;
pub mod names;
pub mod odf;
pub mod ods;
pub mod odt;
pub mod package;
pub mod paragraph;
pub mod paragraphs;
pub mod pdf;
pub mod printed;
pub mod prompt;
pub mod questionnaire;
pub mod received;
pub mod sheet;
pub mod typeset;
pub mod workbook;
pub mod xlsx;
pub mod xml;

#[cfg(test)]
pub mod opened;
#[cfg(test)]
pub mod sample;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::sample;
    use super::sheet::Dossier;

    #[test]
    fn a_limit_is_grouped_as_the_language_does() {
        let words = sample::dossier().words;
        assert_eq!(words.limit(120), "120 caractères au plus");
        assert_eq!(words.limit(5000), "5\u{202f}000 caractères au plus");
    }

    #[test]
    fn a_language_changes_no_name() {
        let ids = |dossier: &Dossier| -> Vec<String> {
            dossier.fields().into_iter().map(|field| field.id).collect()
        };
        assert_eq!(ids(&sample::dossier()), ids(&sample::right_to_left()));
    }

    #[test]
    fn every_field_has_its_own_name_and_can_be_read_alone() {
        let fields = sample::dossier().fields();
        let ids: BTreeSet<&str> = fields.iter().map(|field| field.id.as_str()).collect();
        assert_eq!(ids.len(), fields.len());
        let cell = fields.iter().find(|field| field.id == "partenaires:2:nom").expect("a cell");
        assert_eq!(cell.label, "Partenaires, Ligne 2, Nom");
        assert!(ids.contains("budget:charges:materiel:justification"));
    }
}
