//! What is decided of a dossier.

use super::questionnaire::compared;

/// What is decided of a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Kept,
    Refused,
    Waiting,
}

impl Decision {
    /// Every decision, by its name in messages.
    pub const ALL: [(&'static str, Self); 3] =
        [("retenu", Self::Kept), ("refuse", Self::Refused), ("en-attente", Self::Waiting)];

    /// What people write of it, in the languages of workbooks: one made in one language may be read in another.
    pub fn of(words: &str) -> Option<Self> {
        match compared(words).as_str() {
            "retenu" | "retenue" | "kept" | "selected" => Some(Self::Kept),
            "refusé" | "refusée" | "refuse" | "rejeté" | "rejetée" | "refused" | "rejected" => {
                Some(Self::Refused)
            }
            "en attente" | "waiting" | "pending" => Some(Self::Waiting),
            _ => None,
        }
    }
}
