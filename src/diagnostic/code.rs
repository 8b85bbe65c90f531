//! The stable names of what can be wrong. Each has a message in every language, a paragraph in
//! `docs/diagnostics.md` and a test case.

use crate::model::named::named;

/// Whether publication goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// Published all the same, unless `--strict`.
    Warning,
    /// What the program understood by itself: never in the way.
    Information,
}

impl Severity {
    /// The word tools know.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
        }
    }
}

macro_rules! codes {
    ($($variant:ident = $name:literal $severity:ident,)*) => {
        named! {
            /// What is wrong, by its stable name.
            Code { $($variant = $name,)* }
        }

        impl Code {
            /// Whether publication goes on.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // Files.
    Encoding = "encodage" Error,
    FileTooBig = "fichier-trop-gros" Error,
    UnexpectedFile = "fichier-inattendu" Warning,
    MisnamedFile = "fichier-mal-nomme" Error,
    SymbolicLink = "lien-symbolique" Error,
    SpecialFile = "fichier-special" Error,
    InvalidName = "nom-invalide" Error,
    MissingFile = "fichier-manquant" Error,
    // YAML.
    InvalidYaml = "yaml-invalide" Error,
    InvisibleCharacter = "caractere-invisible" Error,
    RefusedAlias = "alias-refuse" Error,
    UnknownKey = "cle-inconnue" Error,
    UselessKey = "cle-sans-effet" Error,
    DuplicateKey = "cle-en-double" Error,
    MissingKey = "cle-manquante" Error,
    EmptyValue = "valeur-vide" Error,
    UnexpectedType = "type-inattendu" Error,
    SuspectText = "texte-suspect" Error,
    // Values.
    InvalidDate = "date-invalide" Error,
    UnknownDay = "jour-inconnu" Error,
    InvalidTime = "heure-invalide" Error,
    AmbiguousTime = "heure-ambigue" Error,
    InvalidReminder = "rappel-invalide" Error,
    InvalidNumber = "nombre-invalide" Error,
    InvalidBoolean = "booleen-invalide" Error,
    UnknownChoice = "choix-inconnu" Error,
    InvalidIdentifier = "identifiant-invalide" Error,
    DuplicateIdentifier = "identifiant-en-double" Error,
    UnknownLanguage = "langue-inconnue" Error,
    MissingReference = "langue-de-reference-absente" Error,
    UnknownDepartment = "departement-inconnu" Error,
    DepartmentOutside = "departement-hors-appel" Error,
    UnknownTerritory = "territoire-inconnu" Error,
    DuplicateTerritory = "territoire-en-double" Error,
    UntoldShare = "departement-partage" Warning,
    UnknownZone = "fuseau-inconnu" Error,
    InvalidEmail = "courriel-invalide" Error,
    InvalidAddress = "adresse-invalide" Error,
    MixedAddress = "adresse-trompeuse" Warning,
    InvalidPhone = "telephone-invalide" Error,
    InvalidSiret = "siret-invalide" Error,
    TooLong = "texte-trop-long" Error,
    ReversedPeriod = "periode-inversee" Error,
    ForbiddenPath = "chemin-interdit" Error,
    FormerAddress = "ancienne-adresse-invalide" Error,
    UnreachableContact = "contact-injoignable" Error,
    ContactConsent = "contact-sans-consentement" Error,
    ExpiredContact = "contact-expire" Warning,
    PersonalEmail = "courriel-nominatif" Warning,
    InvalidAbbreviation = "abreviation-invalide" Error,
    AttachmentLimit = "limite-de-pieces-jointes" Error,
    CeilingUnit = "plafond-sans-euro" Error,
    // Texts.
    RefusedHtml = "html-refuse" Error,
    TooDeep = "texte-trop-imbrique" Error,
    MissingSectionId = "section-sans-identifiant" Error,
    SectionMismatch = "sections-differentes" Error,
    UnknownPolicy = "classe-inconnue" Error,
    ForbiddenHeading = "titre-interdit" Error,
    SkippedHeading = "titre-saute" Error,
    EmptyHeading = "titre-vide" Error,
    MissingTitle = "titre-manquant" Error,
    UndefinedNote = "note-sans-definition" Error,
    UncalledNote = "note-sans-appel" Error,
    DuplicateNote = "note-en-double" Error,
    CircularNote = "note-en-boucle" Error,
    MisplacedNoteCall = "appel-de-note-mal-place" Error,
    UnknownValue = "valeur-inconnue" Error,
    MisplacedBlock = "bloc-mal-place" Error,
    BrokenLink = "lien-casse" Error,
    InvalidLanguage = "langue-invalide" Error,
    UnreadNotice = "encadre-non-lu" Warning,
    MissingAlternative = "image-sans-alternative" Error,
    MissingLetter = "lettre-sans-dessin" Warning,
    ReadAsList = "liste-lue" Information,
    LostWords = "texte-perdu" Error,
    IdleMark = "marque-sans-effet" Warning,
    // Merging.
    UnknownCall = "appel-inconnu" Error,
    OrderedSubsection = "sous-section-ordonnee" Error,
    UnknownSection = "section-inconnue" Error,
    LockedSection = "section-verrouillee" Error,
    UnreplaceableSection = "section-non-remplacable" Error,
    StaleReplacement = "remplacement-a-revoir" Warning,
    StaleTranslation = "traduction-a-revoir" Warning,
    WholeLanguage = "langue-du-site" Error,
    UnknownParameter = "parametre-inconnu" Error,
    LockedParameter = "parametre-verrouille" Error,
    OutOfBounds = "parametre-hors-bornes" Error,
    UnknownStep = "etape-inconnue" Error,
    LockedStep = "etape-verrouillee" Error,
    ImpossibleCancellation = "annulation-impossible" Error,
    StepOrder = "etape-en-desordre" Error,
    MissingStep = "etape-manquante" Error,
    ContradictoryClosing = "cloture-contradictoire" Error,
    InvalidEnd = "fin-invalide" Error,
    ServiceClosed = "teleservice-ferme" Error,
    OverdueDate = "date-a-donner" Warning,
    UnusualOrder = "ordre-inhabituel" Warning,
    DayOff = "jour-non-ouvre" Warning,
    OverlappingWaves = "vagues-superposees" Warning,
    ShortDelay = "delai-court" Warning,
    RepeatedValue = "valeur-repetee" Warning,
    NearValue = "valeur-approchante" Warning,
    WrongWeekday = "jour-faux" Warning,
    WrittenAcronym = "sigle-ecrit" Warning,
    UnplacedBlock = "bloc-non-place" Warning,
    UntoldDeadline = "echeance-non-annoncee" Warning,
    AboveCeiling = "montant-hors-plafond" Error,
    // The application form.
    IncompleteQuestion = "question-incomplete" Error,
    DuplicateLabel = "libelle-en-double" Error,
    LimitOutOfBounds = "limite-hors-bornes" Error,
    ImpossibleCondition = "condition-impossible" Error,
    UnknownAnswer = "condition-valeur" Error,
    InvalidRetention = "conservation-invalide" Error,
    UntoldPrivacy = "donnees-personnelles-absentes" Warning,
    WideTable = "tableau-trop-large" Error,
    TwinSignature = "signature-en-double" Error,
    UnknownPart = "partie-inconnue" Error,
    LockedPart = "partie-verrouillee" Error,
    UnknownQuestion = "question-inconnue" Error,
    LockedQuestion = "question-verrouillee" Error,
    LostQuestion = "question-disparue" Error,
    CumulatedNothing = "cumul-sans-colonne" Error,
    RoleOfNothing = "role-sans-question" Error,
    // The examination of dossiers.
    UnknownLetter = "courrier-inconnu" Error,
    InvalidGrid = "grille-fausse" Error,
    UnknownCriterion = "critere-inconnu" Error,
    RegionalWeight = "criteres-regionaux" Error,
    MissingTranslation = "traduction-absente" Warning,
    // The site.
    UntoldResults = "resultats-sans-notification" Error,
    ComingResults = "resultats-a-venir" Warning,
    UnpublishedGrants = "subventions-non-publiees" Warning,
    DuplicateAddress = "adresse-en-double" Error,
    TakenAddress = "ancienne-adresse-prise" Error,
    ReviewDue = "relecture-en-retard" Warning,
    UnsafeFileName = "nom-de-fichier-refuse" Error,
    RefusedAttachment = "piece-jointe-refusee" Error,
    HeavyAttachments = "pieces-jointes-trop-lourdes" Error,
    MissingLegalPage = "page-legale-absente" Warning,
    UnknownTheme = "theme-inconnu" Error,
    MissingAsset = "fichier-du-theme-absent" Error,
    AssetByName = "fichier-du-theme-sans-empreinte" Error,
    InvalidTemplate = "gabarit-invalide" Error,
    FailedTemplate = "gabarit-en-echec" Error,
    InvalidStrings = "chaines-invalides" Error,
    MissingString = "chaine-absente" Error,
    IncompleteStrings = "chaines-incompletes" Warning,
    UnknownArgument = "variable-de-chaine" Error,
}
