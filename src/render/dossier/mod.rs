//! The application dossier in every format: one value, [`sheet::Dossier`], and one writer a format.

pub mod sheet;

#[cfg(test)]
mod sample;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::sample;

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
