//! `canevas dossier courriers`: letters to applicants are written in a folder. Nothing is sent anywhere.

use anyhow::Result;
use camino::Utf8Path;
use jiff::civil::Date;

use super::asked::{now, slug};
use super::outcome::Outcome;
use super::refused::{refused, refused_at};
use super::terminal::Terminal;
use crate::cli::{LetterChoice, LetterForm, LettersArgs, Shared};
use crate::diagnostic::Failure;
use crate::examination::examined::Examined;
use crate::examination::merge_file::{self, Line};
use crate::examination::twins;
use crate::examination::typed::{self, Typed};
use crate::examination::words::Words;
use crate::model::decision::Decision;
use crate::model::letter::{LetterFormat, LetterKind};
use crate::model::project::Project;
use crate::pipeline::letters::{self, Asked, Recipient, Written};
use crate::pipeline::received::{self, Received, Request};
use crate::publish;

/// Runs the command.
pub fn run(shared: &Shared, args: &LettersArgs, terminal: &Terminal) -> Result<Outcome> {
    let found = received::files(&args.files);
    if found.is_empty() {
        return Err(Failure::new("rien-a-lire").into());
    }
    let asked = asked(args)?;
    let Some(rows) = typed(args, asked.kind, terminal)? else { return Ok(Outcome::ToMend) };
    let merge = args.output.join(format!("{}.csv", asked.kind.name()));
    publish::check_saved(&merge, &shared.root, found.iter().map(|found| found.path.as_path()))?;
    let region = args.region.as_deref().map(slug).transpose()?;
    let root = shared.root.clone();
    let project = Project { root, now: now(shared)?, address: None, only: None, drafts: true };
    let Some(site) = received::site(&project)? else {
        return Err(Failure::new("projet-fautif").into());
    };
    let lang = terminal.lang.tag();
    let files = received::read(&site, Request { files: found, region: region.as_ref(), lang })?;
    let refused = say_refused(&files, terminal);
    let dossiers: Vec<&Examined> = files.iter().filter_map(Received::dossier).collect();
    let recipients = chosen(&dossiers, &rows, asked.kind, terminal);
    let written = letters::write(&site, asked, &recipients)?;
    let lines = written.iter().map(line);
    let merged = merge_file::csv(Words(&terminal.messages), lines);
    if !written.is_empty() {
        save(args, &written, (&merge, &merged))?;
    }
    say_written(&args.output, &written, terminal);
    Ok(if refused > 0 { Outcome::ToMend } else { Outcome::Done })
}

fn asked(args: &LettersArgs) -> Result<Asked> {
    let kind = match args.kind {
        LetterChoice::Accuse => LetterKind::Receipt,
        LetterChoice::Pieces => LetterKind::Missing,
        LetterChoice::Refus => LetterKind::Refusal,
        LetterChoice::Selection => LetterKind::Selection,
    };
    let format = match args.format {
        LetterForm::Odt => LetterFormat::Odt,
        LetterForm::Docx => LetterFormat::Docx,
    };
    let (received, reply_by) = (day(args.received.as_ref())?, day(args.reply_by.as_ref())?);
    Ok(Asked { kind, format, received, reply_by })
}

fn day(typed: Option<&String>) -> Result<Option<Date>> {
    let read = |typed: &String| {
        let wrong = |_| Failure::new("date").with("date", typed);
        typed.parse::<Date>().map_err(wrong)
    };
    Ok(typed.map(read).transpose()?)
}

fn say_refused(files: &[Received], terminal: &Terminal) -> usize {
    let refusals = files.iter().filter_map(|file| Some((file, file.read.as_ref().err()?)));
    refusals.map(|(file, refusal)| terminal.say_note(&refused(file, refusal))).count()
}

/// The dossiers whose applicants get such a letter; why others get none is said, unless another decision is why.
fn chosen<'f>(
    dossiers: &[&'f Examined],
    rows: &'f [Typed],
    kind: LetterKind,
    terminal: &Terminal,
) -> Vec<Recipient<'f>> {
    let (typed, _) = typed::matched(dossiers, rows);
    let twins = twins::of(dossiers);
    let mut chosen = Vec::new();
    for (dossier, twins) in dossiers.iter().copied().zip(twins) {
        let typed = typed.get(&dossier.file).copied();
        let decision = typed.and_then(Typed::decision);
        let is_asked = match kind {
            LetterKind::Receipt | LetterKind::Missing => true,
            LetterKind::Refusal => decision == Some(Decision::Refused),
            LetterKind::Selection => decision == Some(Decision::Kept),
        };
        let why = if twins.is_set_aside && decision.is_none() {
            "courrier-version-ancienne"
        } else if !is_asked {
            continue;
        } else if kind == LetterKind::Missing && dossier.answers.missing.is_empty() {
            "courrier-dossier-complet"
        } else {
            chosen.push(Recipient { dossier, typed });
            continue;
        };
        terminal.note(&terminal.messages.sentence(why, &[("fichier", &dossier.file)]));
    }
    chosen
}

/// What was typed in the workbook that is given.
fn typed(args: &LettersArgs, kind: LetterKind, terminal: &Terminal) -> Result<Option<Vec<Typed>>> {
    let is_decided = matches!(kind, LetterKind::Refusal | LetterKind::Selection);
    let Some(workbook) = &args.decisions else {
        let absent = Failure::new("decisions-absentes").with("courrier", kind.name());
        return if is_decided { Err(absent.into()) } else { Ok(Some(Vec::new())) };
    };
    match received::sheets(workbook) {
        Ok(sheets) => Ok(Some(typed::of(&sheets))),
        Err(refusal) => {
            terminal.say_note(&refused_at(&workbook.to_string_lossy(), &refusal));
            Ok(None)
        }
    }
}

fn line(written: &Written) -> Line<'_> {
    Line { file: &written.name, dossier: &written.dossier, applicant: &written.applicant }
}

/// Writes all or nothing: a letter of that name that says something else was edited, or is of another day.
fn save(args: &LettersArgs, written: &[Written], merge: (&Utf8Path, &[u8])) -> Result<()> {
    let letters = written.iter().map(|letter| (args.output.join(&letter.name), &letter.bytes[..]));
    let mut files: Vec<_> = letters.collect();
    files.push((merge.0.to_owned(), merge.1));
    let others = files.iter().filter(|(path, bytes)| publish::holds_other(path, bytes));
    let others: Vec<&str> = others.filter_map(|(path, _)| path.file_name()).collect();
    if !args.replace && !others.is_empty() {
        let there = Failure::new("courriers-deja-la").with("dossier", &args.output);
        let there = there.with("nombre", others.len());
        return Err(there.with("fichiers", others[..others.len().min(5)].join(", ")).into());
    }
    files.iter().try_for_each(|(path, bytes)| publish::save(path, bytes))
}

fn say_written(folder: &Utf8Path, written: &[Written], terminal: &Terminal) {
    for letter in written.iter().filter(|letter| !letter.blanks.is_empty()) {
        let blanks = letter.blanks.join(", ");
        let args = [("fichier", letter.name.as_str()), ("valeurs", &blanks)];
        terminal.note(&terminal.messages.sentence("courrier-a-completer", &args));
    }
    let count = written.len().to_string();
    let args = [("nombre", count.as_str()), ("dossier", folder.as_str())];
    terminal.tell(&terminal.messages.sentence("courriers-ecrits", &args));
}
