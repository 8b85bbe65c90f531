//! What some answers of a dossier stand for, whatever their questions are called: who examines them asks for the applicant, not for
//! `organisme`.

use super::named::named;

named! {
    /// What an answer stands for. All but the last three are said in `dossier.yaml`, under `roles:`; those are kinds of questions.
    Role {
        Applicant = "organisme",
        Address = "adresse",
        Representative = "representant",
        Capacity = "qualite",
        Contact = "contact",
        Email = "courriel",
        Project = "projet",
        Territory = "territoire",
        Sector = "secteur",
        Siret = "siret",
        Priorities = "priorites",
        Signature = "signature",
    }
}

impl Role {
    /// Whether the definition says which question has it.
    pub fn is_declared(self) -> bool {
        !matches!(self, Self::Siret | Self::Priorities | Self::Signature)
    }
}

/// The question that has a role, or a column of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub role: Role,
    pub question: String,
    pub column: Option<String>,
}

impl Holder {
    /// As it is written: "siret", "entreprises.secteur".
    pub fn new(role: Role, written: &str) -> Self {
        let (question, column) = match written.split_once('.') {
            Some((question, column)) => (question, Some(column.to_owned())),
            None => (written, None),
        };
        Self { role, question: question.to_owned(), column }
    }

    /// Whether it is the holder of that field.
    pub fn holds(&self, field: &str) -> bool {
        let under = field.strip_prefix(self.question.as_str());
        match &self.column {
            None => under == Some(""),
            Some(column) => under
                .and_then(|under| under.strip_prefix(':'))
                .is_some_and(|under| under.split_once(':').is_some_and(|(_, held)| held == column)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Holder, Role};

    #[test]
    fn a_holder_knows_its_fields() {
        for (written, field, expected) in [
            ("siret", "siret", true),
            ("siret", "siret:1:x", false),
            ("siret", "sirets", false),
            ("entreprises.secteur", "entreprises:2:secteur", true),
            ("entreprises.secteur", "entreprises:2:nom", false),
            ("entreprises.secteur", "entreprises", false),
        ] {
            assert_eq!(
                Holder::new(Role::Sector, written).holds(field),
                expected,
                "{written} {field}"
            );
        }
    }
}
