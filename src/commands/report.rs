//! What is wrong in received files, file by file; of many files, how often each remark is made comes first, and each file is a line.

use std::collections::{BTreeMap, BTreeSet};

use super::refused::refused;
use super::terminal::{self, Terminal};
use crate::answers::said::Remark;
use crate::diagnostic::{Note, Severity, Summary};
use crate::pipeline::received::Received;

/// Beyond this, nobody reads every remark on a screen.
const MANY: usize = 20;

/// Says what is wrong.
pub fn report(files: &[Received], terminal: &Terminal) -> Summary {
    let is_many = files.len() > MANY;
    if is_many {
        tally(files, terminal);
    }
    let mut summary = Summary::default();
    for file in files {
        match &file.read {
            Err(refusal) => {
                summary.errors += 1;
                terminal.say_note(&refused(file, refusal));
            }
            Ok(read) => {
                let remarks = &read.answers.remarks;
                summary.warnings += remarks.len();
                if is_many {
                    line(file, remarks, terminal);
                } else {
                    notes(file, remarks, terminal);
                }
            }
        }
    }
    summary
}

/// Each remark on a file, up to some number.
fn notes(file: &Received, remarks: &[Remark], terminal: &Terminal) {
    for remark in remarks.iter().take(terminal::MOST_A_FILE) {
        terminal.say_note(&remarked(file, remark));
    }
    let left = remarks.len().saturating_sub(terminal::MOST_A_FILE).to_string();
    if left != "0" {
        say(terminal, "autres-remarques", &[("reste", &left), ("fichier", &file.path)]);
    }
}

fn remarked<'a>(file: &'a Received, remark: &'a Remark) -> Note<'a> {
    let place = match &remark.place {
        Some(place) => format!("{}: {place}", file.path),
        None => file.path.clone(),
    };
    let (kind, code, args) = ("remarque", remark.code.name(), &remark.args);
    Note { severity: Severity::Warning, kind, code, place, args }
}

/// The remarks on a file, in a line.
fn line(file: &Received, remarks: &[Remark], terminal: &Terminal) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for remark in remarks {
        *counts.entry(remark.code.name()).or_default() += 1;
    }
    let named = counts.into_iter().map(|(code, count)| match count {
        1 => code.to_owned(),
        count => format!("{code} × {count}"),
    });
    let codes = named.collect::<Vec<String>>().join(", ");
    if !codes.is_empty() {
        say(terminal, "remarques-du-fichier", &[("fichier", &file.path), ("codes", &codes)]);
    }
}

/// How often each remark is made, and in how many files: the most frequent first.
fn tally(files: &[Received], terminal: &Terminal) {
    let mut counts: BTreeMap<&str, (usize, BTreeSet<usize>)> = BTreeMap::new();
    for (rank, file) in files.iter().enumerate() {
        for remark in file.read.iter().flat_map(|read| &read.answers.remarks) {
            let (count, held) = counts.entry(remark.code.name()).or_default();
            *count += 1;
            held.insert(rank);
        }
    }
    let mut counts: Vec<(&str, usize, usize)> =
        counts.into_iter().map(|(code, (count, held))| (code, count, held.len())).collect();
    counts.sort_by_key(|(code, count, _)| (std::cmp::Reverse(*count), *code));
    if counts.is_empty() {
        return;
    }
    say(terminal, "remarques-en-tout", &[]);
    for (code, count, held) in counts {
        let (count, held) = (count.to_string(), held.to_string());
        say(
            terminal,
            "remarques-d-un-code",
            &[("code", code), ("nombre", &count), ("fichiers", &held)],
        );
    }
}

fn say(terminal: &Terminal, name: &str, args: &[(&str, &str)]) {
    terminal::warn(&terminal.messages.sentence(name, args));
}
