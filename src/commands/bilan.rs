//! `canevas dossier bilan`: workbooks of examiners become figures, which name nobody.

use anyhow::Result;

use super::outcome::Outcome;
use super::terminal::{self, Terminal};
use crate::cli::{BilanArgs, Shared};
use crate::diagnostic::{Failure, MessageLang, Messages, Note, Severity};
use crate::examination::bilan_page::Page;
use crate::examination::figures::Figures;
use crate::examination::people_csv;
use crate::examination::tally::Tally;
use crate::examination::words::Words;
use crate::pipeline::received;
use crate::publish;

/// Runs the command. Nothing is written where anything of a workbook cannot be counted.
pub fn run(shared: &Shared, args: &BilanArgs, terminal: &Terminal) -> Result<Outcome> {
    let found = received::files(&args.files);
    if found.is_empty() {
        return Err(Failure::new("rien-a-lire").into());
    }
    if let Some(output) = &args.output {
        publish::check_saved(output, &shared.root, found.iter().map(|found| found.path.as_path()))?;
    }
    let languages = [MessageLang::French, MessageLang::English].map(Messages::new);
    let mut figures = Figures::new(languages.iter().map(Words).collect());
    let mut faults = 0;
    for found in &found {
        let path = found.path.to_string_lossy();
        match received::sheets_of(found) {
            Err(refusal) => {
                faults += 1;
                let (kind, code, args) = ("refus", refusal.code.name(), &refusal.args[..]);
                let place = path.into_owned();
                terminal.say_note(&Note { severity: Severity::Error, kind, code, place, args });
            }
            Ok(sheets) => {
                for fault in figures.add(&sheets) {
                    faults += 1;
                    let place =
                        fault.place.map_or_else(|| path.to_string(), |p| format!("{path}: {p}"));
                    let (kind, code, args) = ("bilan", fault.code, &fault.args[..]);
                    terminal.say_note(&Note { severity: Severity::Error, kind, code, place, args });
                }
            }
        }
    }
    if faults > 0 {
        return Ok(Outcome::ToMend);
    }
    let words = Words(&terminal.messages);
    let tally = Tally::of(words, &figures.entries);
    let is_page = args.output.as_deref().and_then(|output| output.extension()) == Some("html");
    let bytes = if is_page {
        Page { words, lang: terminal.lang.tag(), tally: &tally }.html().into_bytes()
    } else {
        people_csv::csv(&tally.sheet(words))
    };
    match &args.output {
        Some(path) => publish::save(path, &bytes)?,
        None => terminal::give(&bytes),
    }
    let counted =
        [("dossiers", tally.all.received.to_string()), ("classeurs", found.len().to_string())];
    let counted = counted.each_ref().map(|(name, count)| (*name, count.as_str()));
    terminal.note(&terminal.messages.sentence("bilan-fait", &counted));
    Ok(Outcome::Done)
}
