//! `canevas dossier`, and `read`: filled files become one table, and what is wrong in each is said.

use anyhow::Result;

use super::asked::{now, slug};
use super::bilan;
use super::former;
use super::letters;
use super::outcome::Outcome;
use super::report::report;
use super::results;
use super::retention;
use super::terminal::{self, Terminal};
use crate::cli::{DossierArgs, DossierCommand, ReadArgs, Shared, TableFormat};
use crate::diagnostic::Failure;
use crate::examination::examined::Examined;
use crate::examination::grid::{self, Former};
use crate::examination::words::Words;
use crate::examination::{leaflets, people_csv, responses, table, typed, workbook};
use crate::model::project::Project;
use crate::model::time::Zone;
use crate::pipeline::received::{self, Received, Request};
use crate::publish;

/// Runs the command on dossiers.
pub fn run(shared: &Shared, args: &DossierArgs, terminal: &Terminal) -> Result<Outcome> {
    match &args.command {
        DossierCommand::Read(args) => read(shared, args, terminal),
        DossierCommand::Bilan(args) => bilan::run(shared, args, terminal),
        DossierCommand::Courriers(args) => letters::run(shared, args, terminal),
        DossierCommand::Resultats(args) => results::run(shared, args, terminal),
    }
}

fn read(shared: &Shared, args: &ReadArgs, terminal: &Terminal) -> Result<Outcome> {
    let format = format(args);
    if format == TableFormat::Xlsx && args.output.is_none() {
        return Err(Failure::new("classeur-sans-sortie").into());
    }
    let found = received::files(&args.files);
    if found.is_empty() {
        return Err(Failure::new("rien-a-lire").into());
    }
    if let Some(output) = &args.output {
        publish::check_saved(output, &shared.root, found.iter().map(|found| found.path.as_path()))?;
    }
    let region = args.region.as_deref().map(slug).transpose()?;
    let root = shared.root.clone();
    let project = Project { root, now: now(shared)?, address: None, only: None, drafts: true };
    let request = Request { files: found, region: region.as_ref(), lang: terminal.lang.tag() };
    let Some(files) = received::collect(&project, request)? else {
        return Err(Failure::new("projet-fautif").into());
    };
    let summary = report(&files, terminal);
    let understood: Vec<&Examined> =
        files.iter().filter_map(|file| file.read.as_ref().ok()).collect();
    let today = project.now.to_zoned(Zone::paris().rules).date();
    retention::remind(&understood, today, terminal);
    let dossiers: Vec<&Examined> = files.iter().filter_map(Received::dossier).collect();
    let (read, unread) = (dossiers.len(), files.len() - understood.len());
    let words = Words(&terminal.messages);
    let output = args.output.as_deref();
    // When nothing could be read, nothing is written.
    let replaced = output.filter(|_| read > 0);
    let sheets = former::sheets(replaced, format, terminal)?;
    let rows = typed::of(&sheets);
    let former =
        former::kept(replaced, &rows, if format == TableFormat::Xlsx { &dossiers } else { &[] })?;
    let bytes = match format {
        TableFormat::Csv => people_csv::csv(&responses::responses(words, &dossiers)),
        TableFormat::CsvBrut => table::csv(&dossiers),
        TableFormat::Json => table::json(words, &dossiers),
        TableFormat::Xlsx => {
            say_kept(&former, &dossiers, terminal);
            received::workbook(&workbook::of(words, &understood, &former, &sheets))?
        }
    };
    match &args.output {
        // A table of yesterday is worth more than an empty one.
        Some(_) if read == 0 => {}
        Some(path) => publish::save(path, &bytes)?,
        None => terminal::give(&bytes),
    }
    let counted = [("lus", read.to_string()), ("refuses", unread.to_string())];
    let counted = counted.each_ref().map(|(name, count)| (*name, count.as_str()));
    terminal.note(&terminal.messages.sentence("dossiers-lus", &counted));
    let budgets = understood.len() - read;
    if budgets > 0 {
        terminal.note(&terminal.messages.sentence("budgets-lus", &[("lus", &budgets.to_string())]));
    }
    let stopped = unread > 0 || args.strict && summary.warnings > 0;
    Ok(if stopped { Outcome::ToMend } else { Outcome::Done })
}

/// Says what of the former workbook is in the new one, and what it has not.
fn say_kept(former: &Former<'_>, dossiers: &[&Examined], terminal: &Terminal) {
    let kept = former.len().to_string();
    if !former.is_empty() {
        terminal.note(&terminal.messages.sentence("notes-gardees", &[("nombre", &kept)]));
    }
    if grid::groups(dossiers).iter().any(|group| group.dossiers.len() > leaflets::MOST) {
        let most = leaflets::MOST.to_string();
        terminal.note(&terminal.messages.sentence("fiches-absentes", &[("limite", &most)]));
    }
}

/// As it is asked, or as the file to write is named.
fn format(args: &ReadArgs) -> TableFormat {
    let output = args.output.as_deref().and_then(|output| output.extension());
    args.format.unwrap_or(match output.map(str::to_lowercase).as_deref() {
        Some("xlsx") => TableFormat::Xlsx,
        Some("json") => TableFormat::Json,
        _ => TableFormat::Csv,
    })
}
