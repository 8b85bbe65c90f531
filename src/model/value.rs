//! The names that may stand between double braces in a text.

/// A value that becomes words in the page's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A parameter of the call: `{{ plafond_aide }}`.
    Parameter(String),
    /// Weekday and date of a step: `{{ etape.depot.date }}`.
    StepDate(String),
    /// Date, hour and clocks of a step: `{{ etape.depot.echeance }}`.
    StepDeadline(String),
    /// Anything whose name is fixed.
    Fixed(Fixed),
}

/// A block composed by the page, alone in its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Priorities,
    Calendar,
    Filing,
    Contacts,
    News,
    Documents,
}

impl Place {
    /// Every block with the name it has in a canvas, in the order of a page.
    pub const ALL: [(&'static str, Self); 6] = [
        ("priorites", Self::Priorities),
        ("calendrier", Self::Calendar),
        ("dossier", Self::Filing),
        ("contacts", Self::Contacts),
        ("nouveautes", Self::News),
        ("documents", Self::Documents),
    ];

    /// The name it has in a canvas.
    pub fn name(self) -> &'static str {
        let named = Self::ALL.iter().find(|(_, place)| *place == self);
        named.map(|(name, _)| *name).unwrap_or_default()
    }

    /// The block of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(n, _)| *n == name).map(|(_, place)| *place)
    }
}

macro_rules! fixed_values {
    ($($variant:ident = $name:literal in $scope:ident,)*) => {
        /// A value whose name is the same in every project.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Fixed { $($variant,)* }

        impl Fixed {
            /// Every fixed value with its name.
            pub const ALL: &'static [(&'static str, Self)] = &[$(($name, Self::$variant),)*];

            /// Where the value has a meaning.
            pub fn scope(self) -> Scope {
                match self { $(Self::$variant => Scope::$scope,)* }
            }
        }
    };
}

/// Where a value has a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Everywhere.
    Site,
    /// In the texts of a call.
    Call,
    /// In a letter to an applicant.
    Letter,
    /// In a letter that tells an applicant what was decided.
    Decision,
}

fixed_values! {
    CallTitle = "appel.titre" in Call,
    CallShort = "appel.court" in Call,
    CallPublished = "appel.publie_le" in Call,
    TerritoryName = "territoire.nom" in Call,
    TerritoryThe = "territoire.le" in Call,
    TerritoryOf = "territoire.de" in Call,
    TerritoryIn = "territoire.dans" in Call,
    ServiceAcronym = "service.sigle" in Call,
    ServiceName = "service.nom" in Call,
    ServiceThe = "service.le" in Call,
    ServiceOf = "service.de" in Call,
    ServiceTo = "service.a" in Call,
    ServiceSite = "service.site" in Call,
    SiteTitle = "site.titre" in Site,
    SiteAddress = "site.adresse" in Site,
    PublisherName = "mentions.editeur.nom" in Site,
    PublisherAddress = "mentions.editeur.adresse" in Site,
    PublisherPhone = "mentions.editeur.telephone" in Site,
    Director = "mentions.directeur" in Site,
    HostName = "mentions.hebergeur.nom" in Site,
    HostAddress = "mentions.hebergeur.adresse" in Site,
    HostPhone = "mentions.hebergeur.telephone" in Site,
    LegalContact = "mentions.contact" in Site,
    AccessibilityState = "accessibilite.etat" in Site,
    AccessibilityResults = "accessibilite.resultats" in Site,
    AccessibilityTechnologies = "accessibilite.technologies" in Site,
    Organisation = "candidat.organisme" in Letter,
    OrganisationSiret = "candidat.siret" in Letter,
    Representative = "candidat.representant" in Letter,
    RepresentativeCapacity = "candidat.qualite" in Letter,
    OrganisationAddress = "candidat.adresse" in Letter,
    ProjectName = "dossier.nom" in Letter,
    ReceivedOn = "dossier.recu_le" in Letter,
    ReplyBy = "courrier.reponse_avant" in Letter,
    MissingItems = "dossier.pieces_manquantes" in Letter,
    GrantedAmount = "decision.montant" in Decision,
    DecisionReason = "decision.motif" in Decision,
    AgreementDate = "decision.convention" in Decision,
}

impl Value {
    /// Reads a name. `None` when it has the form of no value.
    pub fn named(name: &str) -> Option<Self> {
        if let Some((_, fixed)) = Fixed::ALL.iter().find(|(n, _)| *n == name) {
            return Some(Self::Fixed(*fixed));
        }
        if let Some((id, part)) = name.strip_prefix("etape.").and_then(|rest| rest.rsplit_once('.'))
        {
            return match part {
                "date" => Some(Self::StepDate(id.to_owned())),
                "echeance" => Some(Self::StepDeadline(id.to_owned())),
                _ => None,
            };
        }
        let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        (!name.is_empty() && name.chars().all(word)).then(|| Self::Parameter(name.to_owned()))
    }

    /// The name as an author writes it.
    pub fn name(&self) -> String {
        match self {
            Self::Parameter(name) => name.clone(),
            Self::StepDate(id) => format!("etape.{id}.date"),
            Self::StepDeadline(id) => format!("etape.{id}.echeance"),
            Self::Fixed(fixed) => {
                let named = Fixed::ALL.iter().find(|(_, f)| f == fixed);
                named.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fixed, Value};

    #[test]
    fn every_name_reads_back() {
        for (name, fixed) in Fixed::ALL {
            assert_eq!(Value::named(name), Some(Value::Fixed(*fixed)));
            assert_eq!(Value::Fixed(*fixed).name(), *name);
        }
        for name in ["plafond_aide", "etape.depot.date", "etape.vague-2.echeance"] {
            assert_eq!(Value::named(name).map(|v| v.name()).as_deref(), Some(name));
        }
        assert_eq!(Value::named("etape.depot.lieu"), None);
        assert_eq!(Value::named("territoire.pluriel"), None);
    }
}
