//! What stands in the place of a workbook to write: what was typed there is kept, or nothing is written.

use anyhow::Result;
use camino::Utf8Path;

use super::terminal::Terminal;
use crate::answers::code::RefusalCode;
use crate::cli::TableFormat;
use crate::diagnostic::{Failure, MessageLang, Messages};
use crate::examination::examined::Examined;
use crate::examination::grid::Former;
use crate::examination::typed::{self, Typed};
use crate::examination::words::Words;
use crate::model::workbook::Sheet;
use crate::pipeline::received;

/// The sheets of the workbook at `path`, in which rows may have been typed; none where there is no file.
pub fn sheets(
    path: Option<&Utf8Path>,
    format: TableFormat,
    terminal: &Terminal,
) -> Result<Vec<Sheet>> {
    let Some(path) = path else { return Ok(Vec::new()) };
    match received::sheets(path.as_std_path()) {
        Ok(sheets) => {
            let languages = MessageLang::ALL.map(Messages::new);
            if typed::has_lost_names(&sheets, &languages.each_ref().map(Words)) {
                let reason = terminal.messages.sentence("noms-de-colonnes-perdus", &[]);
                let unread = Failure::new("classeur-illisible").with("fichier", path);
                return Err(unread.with("raison", reason).into());
            }
            Ok(sheets)
        }
        Err(refusal) if refusal.code == RefusalCode::Absent => Ok(Vec::new()),
        // A table for programs takes the place of another.
        Err(_) if format != TableFormat::Xlsx => Ok(Vec::new()),
        Err(refusal) => {
            let args: Vec<(&str, &str)> =
                refusal.args.iter().map(|(name, words)| (*name, words.as_str())).collect();
            let name = format!("refus-{}", refusal.code.name());
            let unread = Failure::new("classeur-illisible").with("fichier", path);
            Err(unread.with("raison", terminal.messages.sentence(&name, &args)).into())
        }
    }
}

/// What of it is of these dossiers: it must be all.
pub fn kept<'t>(
    path: Option<&Utf8Path>,
    rows: &'t [Typed],
    dossiers: &[&Examined],
) -> Result<Former<'t>> {
    /// A message names no more.
    const NAMED: usize = 5;
    let (kept, lost) = typed::matched(dossiers, rows);
    match path.filter(|_| !lost.is_empty()) {
        None => Ok(kept),
        Some(path) => {
            let named = lost.iter().take(NAMED).map(|typed| typed.who());
            let named = named.collect::<Vec<String>>().join(", ");
            let failure = Failure::new("notes-perdues").with("fichier", path);
            Err(failure.with("nombre", lost.len()).with("dossiers", named).into())
        }
    }
}
