//! The stable names of what is said of received files. Each has a sentence and a remedy in every language, and a place in
//! `docs/formats.md`.

use crate::model::named::named;

named! {
    /// Why a file is not read. Its message is `refus-` and the name.
    RefusalCode {
        Absent = "absent",
        NotAFile = "pas-un-fichier",
        Link = "lien",
        Unreadable = "illisible",
        TooBig = "trop-gros",
        Empty = "vide",
        UnknownFormat = "format-inconnu",
        Workbook = "classeur",
        NotAWorkbook = "pas-un-classeur",
        OldWord = "ancien-word",
        Rtf = "rtf",
        Pages = "pages",
        Picture = "image",
        WebPage = "page-web",
        Archive = "archive",
        Encrypted = "chiffre",
        Macros = "macros",
        BrokenArchive = "archive-abimee",
        HarmfulArchive = "archive-piegee",
        BrokenXml = "xml-abime",
        HarmfulXml = "xml-piege",
        BrokenPdf = "pdf-abime",
        HarmfulPdf = "pdf-piege",
        BrokenAnswers = "reponses-abimees",
        NoForm = "sans-formulaire",
        LostPlaces = "champs-perdus",
        NoIdentity = "sans-identite",
        UnknownCall = "appel-inconnu",
        UnknownRegion = "region-inconnue",
    }
}

named! {
    /// What the reader of the answers should know. Its message is `remarque-` and the name.
    RemarkCode {
        OtherRegion = "autre-region",
        OtherVersion = "autre-version",
        UnknownVersion = "version-inconnue",
        Blank = "vierge",
        AbsentPlace = "absent-du-fichier",
        MissingAnswer = "reponse-manquante",
        Superfluous = "hors-condition",
        LongAnswer = "reponse-trop-longue",
        DoubleAnswer = "reponse-en-double",
        AddedRow = "ligne-ajoutee",
        WrongKind = "genre-inattendu",
        FoundByLabel = "lue-par-son-titre",
        Misplaced = "hors-de-place",
        Stray = "texte-en-trop",
        Amount = "montant",
        Number = "nombre",
        DoubtfulNumber = "nombre-ambigu",
        Date = "date",
        Siret = "siret",
        Phone = "telephone",
        Email = "courriel",
        Choice = "choix",
        WrongTotal = "total-faux",
        UnbalancedBudget = "budget-desequilibre",
        AboveCeiling = "aide-au-dessus",
        AboveCumulated = "cumul-au-dessus",
        MissingJustification = "justification-manquante",
        UnknownField = "champ-inconnu",
        SameSiret = "meme-siret",
        OtherBudget = "budget-different",
        OtherSiret = "budget-autre-siret",
        LoneBudget = "budget-sans-dossier",
    }
}
