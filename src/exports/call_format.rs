//! What `donnees/<région>/<appel>.json` holds, and its schema. These types are the published format, so they speak
//! French: serde writes their names, and schemars both their names and their comments.

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use serde_json::{Number, json};

use super::pretty;

/// The schema (JSON Schema, draft 2020-12), to be published at `address`.
pub fn schema(address: &str) -> Vec<u8> {
    let settings = SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RecursiveTransform(without_machine_formats));
    let mut schema = settings.into_generator().into_root_schema_for::<Appel>();
    schema.insert("$id".to_owned(), json!(address));
    pretty::json(&schema)
}

/// "uint8" and the like are formats of Rust's, which validators refuse.
fn without_machine_formats(schema: &mut Schema) {
    let known = ["date", "date-time", "uri"];
    if schema.get("format").is_some_and(|format| !known.iter().any(|known| format == known)) {
        schema.remove("format");
    }
}

/// Appel national tel qu'une région le publie, dans toutes ses langues. Rien n'y dépend du jour, sauf les nouveautés à venir, absentes.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Appel adapté par une région")]
pub struct Appel {
    /// Adresse de ce schéma.
    #[serde(rename = "$schema")]
    pub schema: Adresse,
    /// Identifiant de l'appel national.
    pub id: String,
    /// Nom court, le même dans toutes les langues.
    pub court: String,
    /// Titre de l'appel.
    pub titre: Textes,
    /// Qui peut répondre, en une phrase.
    pub resume: Textes,
    /// Autorité qui lance l'appel.
    pub emetteur: Textes,
    /// Jour de la publication nationale.
    pub publie_le: Jour,
    /// Dernière mise à jour annoncée.
    pub mis_a_jour: Instant,
    /// Région qui publie l'appel.
    pub region: Region,
    /// Codes des départements dans lesquels l'appel est ouvert : tous ceux de la région, ou quelques-uns.
    pub departements: Vec<String>,
    /// Service qui instruit les dossiers.
    pub service: Service,
    /// Page de l'appel, par langue dans laquelle il existe.
    pub pages: BTreeMap<String, Adresse>,
    /// Bandeau de la région.
    pub avis: Option<Html>,
    /// États successifs de l'appel, dans l'ordre du temps. N'y est pas celui que donnerait une étape dont le jour n'est pas fixé.
    pub etats: Vec<Tournant>,
    /// L'appel n'a pas de date limite : les dossiers sont examinés au fil de l'eau.
    pub sans_cloture: bool,
    /// Clôture décidée avant terme, une fois venue.
    pub cloture_anticipee: Option<ClotureAnticipee>,
    /// Étapes, dans l'ordre du temps.
    pub etapes: Vec<Etape>,
    /// Montants et durées de l'appel.
    pub parametres: Vec<Parametre>,
    /// Priorités du territoire.
    pub priorites: Vec<Priorite>,
    /// Texte de l'appel, dans l'ordre de lecture ; une sous-section suit sa section.
    pub sections: Vec<Section>,
    /// Comment envoyer un dossier.
    pub depot: Depot,
    /// À qui s'adresser. Les personnes nommées n'y sont pas ; sans contact, voir le site du service.
    pub contacts: Vec<Contact>,
    /// Fichiers joints par la région.
    pub documents: Vec<Document>,
    /// Changements annoncés, les derniers d'abord.
    pub nouveautes: Vec<Nouveaute>,
}

/// Texte sans balise, par code de langue. La langue de référence y est toujours.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Textes(pub BTreeMap<String, String>);

/// Texte en HTML, par code de langue, sans script ni style. Les liens y sont absolus.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Html(pub BTreeMap<String, String>);

/// Adresse absolue.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("format" = "uri"))]
pub struct Adresse(pub String);

/// Jour du calendrier : 2022-01-17.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("format" = "date"))]
pub struct Jour(pub String);

/// Instant, à la seconde, avec son décalage (RFC 3339) ; « Z » pour le temps universel.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("format" = "date-time"))]
pub struct Instant(pub String);

/// Le même instant sur deux horloges.
#[derive(Serialize, JsonSchema)]
pub struct Moment {
    /// À l'heure du territoire.
    pub local: Instant,
    /// En temps universel.
    pub utc: Instant,
}

/// Région.
#[derive(Serialize, JsonSchema)]
pub struct Region {
    /// Identifiant dans ce site.
    pub id: String,
    /// Code de la région, tel que l'Insee ou le site le donne : 53.
    pub code: String,
    /// Territoire, en codes officiels géographiques sans équivoque : REG-53.
    pub cog: Vec<String>,
    /// Nom.
    pub nom: Textes,
    /// Fuseau horaire (IANA).
    pub fuseau: String,
    /// Départements du territoire.
    pub departements: Vec<Departement>,
}

/// Département.
#[derive(Serialize, JsonSchema)]
pub struct Departement {
    /// Code officiel géographique : 01, 2A, 974.
    pub code: String,
    /// Nom.
    pub nom: String,
}

/// Service de l'État.
#[derive(Serialize, JsonSchema)]
pub struct Service {
    /// Sigle.
    pub sigle: String,
    /// Nom développé.
    pub nom: Textes,
    /// Site du service.
    pub site: Adresse,
}

/// Clôture décidée avant terme.
#[derive(Serialize, JsonSchema)]
pub struct ClotureAnticipee {
    /// Premier jour où l'on ne peut plus déposer de dossier.
    pub date: Jour,
    /// Raison donnée.
    pub raison: Option<Textes>,
}

/// État dans lequel entre l'appel.
#[derive(Serialize, JsonSchema)]
pub struct Tournant {
    /// État.
    pub etat: Etat,
    /// Premier instant de cet état ; nul pour le premier.
    pub depuis: Option<Instant>,
}

/// État d'un appel.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Etat {
    /// L'appel n'est pas encore ouvert.
    AVenir,
    /// On peut déposer un dossier.
    Ouvert,
    /// On peut déposer un dossier, et la dernière clôture est proche.
    FermeBientot,
    /// Une vague est close, et une autre doit s'ouvrir.
    EntreDeuxVagues,
    /// On ne peut plus déposer de dossier.
    Ferme,
    /// Un comité examine les dossiers.
    EnExamen,
    /// Les résultats sont connus.
    Resultats,
    /// Il n'y a plus rien à attendre de l'appel.
    Archive,
}

/// Étape datée.
#[derive(Serialize, JsonSchema)]
pub struct Etape {
    /// Identifiant, unique dans l'appel.
    pub id: String,
    /// Ce qui a lieu : ouverture, information, intention, cloture, comite, notification, convention ou fin.
    pub genre: String,
    /// Nom de l'étape.
    pub libelle: Textes,
    /// Jour écrit par le service, à son horloge ; nul tant qu'il n'est pas fixé.
    pub date: Option<Jour>,
    /// Mois (2022-03), trimestre (2022-T1) ou année (2022), d'une étape dont le jour n'est pas fixé ; nul si rien n'en est connu.
    pub periode: Option<String>,
    /// Heure écrite par le service (18:00) ; nulle pour le jour entier.
    pub heure: Option<String>,
    /// Horloge sur laquelle se lisent le jour et l'heure.
    pub horloge: Horloge,
    /// Dernier jour, d'une étape qui dure plusieurs jours.
    pub date_fin: Option<Jour>,
    /// Heure de la fin, le dernier jour.
    pub heure_fin: Option<String>,
    /// Premier instant : l'heure, ou le début du jour ; nul tant que le jour n'est pas fixé.
    pub debut: Option<Moment>,
    /// Dernier instant qui compte encore : la dernière heure écrite, ou la dernière seconde du dernier jour ; nul de même.
    pub fin: Option<Moment>,
    /// Qui a fixé l'étape.
    pub origine: Origine,
    /// Jour national, quand la région l'a changé et qu'il était fixé.
    pub date_nationale: Option<Jour>,
    /// Jour où son annulation a été annoncée ; nul tant que l'étape tient.
    pub annulee: Option<Jour>,
    /// Lien, par exemple d'une réunion à distance.
    pub lien: Option<Adresse>,
}

/// Horloge.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Horloge {
    /// Celle du territoire.
    Locale,
    /// Celle de Paris.
    Paris,
}

/// Qui a écrit un passage ou fixé une valeur.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Origine {
    /// L'appel national.
    National,
    /// La région, en plus du texte national.
    Ajout,
    /// La région, à la place du texte national.
    Remplacement,
}

/// Montant ou durée.
#[derive(Serialize, JsonSchema)]
pub struct Parametre {
    /// Nom, unique dans l'appel.
    pub nom: String,
    /// Ce que dit la page.
    pub libelle: Option<Textes>,
    /// Valeur dans la région.
    #[schemars(with = "f64")]
    pub valeur: Number,
    /// Valeur nationale.
    #[schemars(with = "f64")]
    pub valeur_nationale: Number,
    /// Unité ; nulle pour un nombre seul.
    pub unite: Option<Unite>,
}

/// Unité.
#[derive(Serialize, JsonSchema)]
pub enum Unite {
    /// Euros.
    #[serde(rename = "EUR")]
    Euro,
    /// Mois.
    #[serde(rename = "mois")]
    Mois,
    /// Jours.
    #[serde(rename = "jours")]
    Jours,
    /// Pour cent.
    #[serde(rename = "pourcent")]
    Pourcent,
}

/// Priorité du territoire.
#[derive(Serialize, JsonSchema)]
pub struct Priorite {
    /// Identifiant, unique dans la région.
    pub id: String,
    /// Titre.
    pub titre: Textes,
    /// Texte.
    pub texte: Html,
    /// Codes des départements visés ; vide pour tout le territoire.
    pub departements: Vec<String>,
    /// Secteurs visés.
    pub secteurs: Vec<Textes>,
}

/// Section du texte.
#[derive(Serialize, JsonSchema)]
pub struct Section {
    /// Identifiant, le même dans toutes les langues ; ancre de la page.
    pub id: String,
    /// Niveau du titre, de 2 à 6.
    pub niveau: u8,
    /// Titre.
    pub titre: Textes,
    /// Passages, dans l'ordre de lecture. Les blocs que la page compose (calendrier, contacts…) n'y sont pas.
    pub passages: Vec<Passage>,
}

/// Passage d'une section.
#[derive(Serialize, JsonSchema)]
pub struct Passage {
    /// Qui l'a écrit.
    pub origine: Origine,
    /// Texte.
    pub html: Html,
}

/// Façons d'envoyer un dossier. Toutes nulles : la région ne les a pas encore indiquées.
#[derive(Serialize, JsonSchema)]
pub struct Depot {
    /// Téléservice.
    pub teleservice: Option<Adresse>,
    /// Adresse électronique.
    pub courriel: Option<String>,
    /// Adresse postale.
    pub adresse: Option<Textes>,
    /// Consigne.
    pub consigne: Option<Html>,
}

/// Interlocuteur.
#[derive(Serialize, JsonSchema)]
pub struct Contact {
    /// Fonction.
    pub role: Textes,
    /// Adresse électronique.
    pub courriel: Option<String>,
    /// Téléphone, tel qu'il est écrit.
    pub telephone: Option<String>,
    /// Page.
    pub lien: Option<Adresse>,
    /// Codes des départements suivis ; vide pour tout le territoire.
    pub departements: Vec<String>,
}

/// Fichier joint.
#[derive(Serialize, JsonSchema)]
pub struct Document {
    /// Titre.
    pub titre: Textes,
    /// Adresse du fichier.
    pub adresse: Adresse,
    /// Extension en capitales : PDF.
    pub format: String,
    /// Poids.
    pub octets: usize,
    /// Langue du fichier.
    pub langue: String,
}

/// Changement annoncé.
#[derive(Serialize, JsonSchema)]
pub struct Nouveaute {
    /// Jour de l'annonce.
    pub date: Jour,
    /// Identifiant de l'étape dont elle annonce le changement.
    pub etape: Option<String>,
    /// Texte.
    pub texte: Html,
}
