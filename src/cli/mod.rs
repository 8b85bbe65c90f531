//! What can be typed, and nothing else.

use std::path::PathBuf;

mod english;
mod usage;

use camino::Utf8PathBuf;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

pub use usage::{Refused, read};

/// Publie un appel national adapté par chaque région.
#[derive(Debug, Parser)]
#[command(
    name = "canevas",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    propagate_version = true
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Options of every command.
    #[command(flatten)]
    pub shared: Shared,
}

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Vérifie tout, puis publie le site d'un bloc ; à la moindre erreur, rien n'est touché.
    Build(BuildArgs),
    /// Dit tout ce qui ne va pas, sans rien écrire.
    Check(CheckArgs),
    /// Lit les dossiers de candidature remplis.
    Dossier(DossierArgs),
    /// Écrit la configuration d'un serveur web, faite pour ce site.
    Hebergement(HostingArgs),
    /// Dit quand une page publiée cessera d'être vraie, et pourquoi.
    Next(NextArgs),
    /// Prévisualise le site dans le navigateur, à jour à chaque enregistrement.
    Serve(ServeArgs),
}

/// Options of `serve`.
#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    /// Which site.
    #[command(flatten)]
    pub site: SiteArgs,
    /// Port ; à défaut 4000, ou le premier libre ensuite.
    #[arg(short, long, value_name = "PORT")]
    pub port: Option<u16>,
    /// Adresse d'écoute, pour montrer la prévisualisation à d'autres machines.
    #[arg(long, value_name = "ADRESSE")]
    pub host: Option<String>,
    /// Éditeur où s'ouvre une faute : vscode, vscodium, cursor, zed, idea, none, ou une adresse avec
    /// {file}, {line} et {column} ; à défaut, celui de `CANEVAS_EDITOR`, puis vscode.
    #[arg(long, value_name = "ÉDITEUR")]
    pub editor: Option<String>,
    /// Ouvre le navigateur.
    #[arg(long)]
    pub open: bool,
    /// Regarde les fichiers à intervalle régulier : lecteurs réseau, WSL, conteneurs.
    #[arg(long)]
    pub poll: bool,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Shared {
    /// Dossier du projet, celui qui contient canevas.yaml.
    #[arg(long, global = true, value_name = "DOSSIER", default_value = ".")]
    pub root: Utf8PathBuf,
    /// « Aujourd'hui » pour les statuts : 2022-01-17, ou un instant avec son décalage.
    #[arg(long, global = true, value_name = "DATE")]
    pub date: Option<String>,
    /// Langue des messages ; à défaut, celle du système.
    #[arg(long, global = true, value_name = "LANGUE")]
    pub lang: Option<MessageChoice>,
    /// Couleurs dans le terminal.
    #[arg(long, global = true, value_name = "QUAND", default_value = "auto")]
    pub color: ColorChoice,
    /// Affiche cette aide.
    #[arg(short, long, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
    /// Affiche la version.
    #[arg(short = 'V', long, global = true, action = ArgAction::Version)]
    pub version: Option<bool>,
    /// Donne plus de détails.
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// Ne dit que ce qui ne va pas.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// Options of `build` and `check`.
#[derive(Debug, Clone, Args)]
pub struct SiteArgs {
    /// Adresse publique, au lieu de celle de canevas.yaml.
    #[arg(long, value_name = "ADRESSE")]
    pub base_url: Option<String>,
    /// Une seule région, pour la direction qui héberge son propre site.
    #[arg(long, value_name = "RÉGION")]
    pub region: Option<String>,
    /// Les avertissements comptent comme des erreurs.
    #[arg(long)]
    pub strict: bool,
}

/// Options of `build`.
#[derive(Debug, Clone, Args)]
pub struct BuildArgs {
    /// Which site.
    #[command(flatten)]
    pub site: SiteArgs,
    /// Dossier à publier ; à défaut, « public » dans le projet.
    #[arg(short, long, value_name = "DOSSIER")]
    pub output: Option<Utf8PathBuf>,
    /// Ne refait le site que s'il a changé, ou si une page a cessé d'être vraie : pour une tâche planifiée.
    #[arg(long)]
    pub if_stale: bool,
    /// Écrit aussi chaque texte comprimé (.br et .gz), pour un serveur qui l'envoie tel quel.
    #[arg(long)]
    pub compress: bool,
}

/// Options of `hebergement`.
#[derive(Debug, Clone, Args)]
pub struct HostingArgs {
    /// Quel serveur.
    #[arg(value_name = "SERVEUR")]
    pub server: ServerChoice,
    /// Which site.
    #[command(flatten)]
    pub site: SiteArgs,
    /// Fichier à écrire ; à défaut, la configuration est affichée.
    #[arg(short, long, value_name = "FICHIER")]
    pub output: Option<Utf8PathBuf>,
}

/// The servers that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ServerChoice {
    /// nginx.
    Nginx,
    /// Apache.
    Apache,
    /// Caddy.
    Caddy,
}

/// Options of `dossier`.
#[derive(Debug, Clone, Args)]
pub struct DossierArgs {
    /// What to do with them.
    #[command(subcommand)]
    pub command: DossierCommand,
}

/// What is done with dossiers.
#[derive(Debug, Clone, Subcommand)]
pub enum DossierCommand {
    /// Réunit les réponses de dossiers remplis (DOCX, ODT, PDF, JSON) en un tableau, une ligne par fichier ; dit ce qui manque ou ne va pas.
    Read(ReadArgs),
    /// Écrit un courrier par candidat, dans la langue de son dossier : accusé de réception, pièces manquantes, refus, sélection. Rien n'est envoyé.
    Courriers(LettersArgs),
    /// Propose les résultats d'une région (`resultats:`) à partir des décisions d'un classeur.
    Resultats(ResultsArgs),
    /// Compte les dossiers d'un ou de plusieurs classeurs : reçus, complets, retenus, aide demandée et accordée. Aucun nom n'en sort.
    Bilan(BilanArgs),
}

/// Options of `dossier resultats`.
#[derive(Debug, Clone, Args)]
pub struct ResultsArgs {
    /// Classeur de `dossier read` où les décisions sont écrites, en XLSX ou en ODS.
    #[arg(value_name = "CLASSEUR")]
    pub workbook: PathBuf,
    /// Région dont les résultats sont proposés.
    #[arg(long, value_name = "RÉGION")]
    pub region: String,
    /// Fichier à écrire ; à défaut, le bloc est affiché.
    #[arg(short, long, value_name = "FICHIER")]
    pub output: Option<Utf8PathBuf>,
}

/// Options of `dossier bilan`.
#[derive(Debug, Clone, Args)]
pub struct BilanArgs {
    /// Classeurs écrits par « dossier read », d'une ou de plusieurs régions.
    #[arg(value_name = "CLASSEURS", required = true)]
    pub files: Vec<PathBuf>,
    /// Fichier à écrire : une page (.html) ou un tableau (.csv) ; à défaut, le tableau est affiché.
    #[arg(short, long, value_name = "FICHIER")]
    pub output: Option<Utf8PathBuf>,
}

/// Options of `dossier courriers`.
#[derive(Debug, Clone, Args)]
pub struct LettersArgs {
    /// Quel courrier.
    #[arg(value_name = "COURRIER")]
    pub kind: LetterChoice,
    /// Fichiers remplis, ou dossiers qui les contiennent.
    #[arg(value_name = "FICHIERS", required = true)]
    pub files: Vec<PathBuf>,
    /// Dossier où écrire les courriers, et leur liste pour un publipostage.
    #[arg(short, long, value_name = "DOSSIER")]
    pub output: Utf8PathBuf,
    /// Format des courriers.
    #[arg(long, value_name = "FORME", default_value = "odt")]
    pub format: LetterForm,
    /// Votre région : les dossiers d'une autre sont signalés.
    #[arg(long, value_name = "RÉGION")]
    pub region: Option<String>,
    /// Jour où les dossiers ont été reçus.
    #[arg(long, value_name = "DATE")]
    pub received: Option<String>,
    /// Jour avant lequel une réponse est attendue.
    #[arg(long, value_name = "DATE")]
    pub reply_by: Option<String>,
    /// Classeur de `dossier read` où les décisions sont écrites : nécessaire pour un refus ou une sélection.
    #[arg(long, value_name = "CLASSEUR")]
    pub decisions: Option<PathBuf>,
    /// Remplace les courriers déjà écrits dans ce dossier, même modifiés depuis.
    #[arg(long)]
    pub replace: bool,
}

/// The kinds of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LetterChoice {
    /// Accusé de réception.
    Accuse,
    /// Pièces et réponses manquantes.
    Pieces,
    /// Refus.
    Refus,
    /// Sélection.
    Selection,
}

/// The formats of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LetterForm {
    /// `LibreOffice`, Word.
    Odt,
    /// Word.
    Docx,
}

/// Options of `dossier read`.
#[derive(Debug, Clone, Args)]
pub struct ReadArgs {
    /// Fichiers remplis, ou dossiers qui les contiennent.
    #[arg(value_name = "FICHIERS", required = true)]
    pub files: Vec<PathBuf>,
    /// Forme du tableau ; à défaut, celle que dit la fin du nom de `--output`, sinon csv.
    #[arg(long, value_name = "FORME")]
    pub format: Option<TableFormat>,
    /// Fichier à écrire ; à défaut, le tableau est affiché. Nécessaire pour un classeur.
    #[arg(short, long, value_name = "FICHIER")]
    pub output: Option<Utf8PathBuf>,
    /// Votre région : les dossiers d'une autre sont signalés.
    #[arg(long, value_name = "RÉGION")]
    pub region: Option<String>,
    /// Échoue aussi quand une réponse appelle une remarque.
    #[arg(long)]
    pub strict: bool,
}

/// What `dossier read` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// Pour un tableur français, par un double clic : points-virgules, virgules décimales.
    Csv,
    /// Pour un programme : RFC 4180, identifiants, dates ISO 8601.
    CsvBrut,
    /// Classeur.
    Xlsx,
    /// Une liste d'objets JSON, avec les remarques.
    Json,
}

/// Options of `next`.
#[derive(Debug, Clone, Args)]
pub struct NextArgs {
    /// Which site.
    #[command(flatten)]
    pub site: SiteArgs,
    /// Forme de la réponse.
    #[arg(long, value_name = "FORME", default_value = "people")]
    pub format: Answer,
}

/// Options of `check`.
#[derive(Debug, Clone, Args)]
pub struct CheckArgs {
    /// Which site.
    #[command(flatten)]
    pub site: SiteArgs,
    /// Forme de la réponse.
    #[arg(long, value_name = "FORME", default_value = "people")]
    pub format: Format,
}

/// What `check` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Pour des personnes, avec l'extrait du fichier.
    People,
    /// Un objet JSON par ligne.
    Json,
    /// Annotations d'une forge logicielle (GitHub et compatibles).
    Annotations,
}

/// What `next` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Answer {
    /// Pour des personnes.
    People,
    /// Un objet JSON.
    Json,
}

/// The languages of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MessageChoice {
    /// French.
    Fr,
    /// English.
    En,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal.
    Auto,
    /// Even in a file.
    Always,
    /// Nowhere.
    Never,
}
