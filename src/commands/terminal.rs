//! What commands say, in the reader's language, on the right stream.

#![expect(clippy::disallowed_methods, reason = "only the terminal prints, and asks how it may")]

use std::ffi::OsString;
use std::io::{IsTerminal, Write};

use anyhow::{Error, Result};
use serde::Serialize;

use crate::cli::{ColorChoice, MessageChoice, Shared};
use crate::diagnostic::{
    Diagnostic, Diagnostics, Failure, MessageLang, Messages, Note, Printer, Severity, Summary,
};
use crate::model::source::Sources;
use crate::model::visible::{escaped_json, visible, visible_but_styles};

/// Beyond this nobody reads on, and a hostile file could make millions.
pub const MOST: usize = 200;

/// Of one file among many.
pub const MOST_A_FILE: usize = 40;

/// The two streams and the reader's language.
pub struct Terminal {
    pub lang: MessageLang,
    pub messages: Messages,
    color: bool,
    quiet: bool,
    pub verbose: bool,
}

impl Terminal {
    /// As the command line and the locale ask.
    pub fn new(shared: &Shared) -> Self {
        let lang = match shared.lang {
            Some(MessageChoice::Fr) => MessageLang::French,
            Some(MessageChoice::En) => MessageLang::English,
            None => MessageLang::of_locale(&locale()),
        };
        let color = match shared.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => {
                std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
            }
        };
        Self {
            lang,
            messages: Messages::new(lang),
            color,
            quiet: shared.quiet,
            verbose: shared.verbose,
        }
    }

    /// News of what was done.
    pub fn tell(&self, sentence: &str) {
        if !self.quiet {
            answer(sentence);
        }
    }

    /// News, where the answer itself goes to the other stream.
    pub fn note(&self, sentence: &str) {
        if !self.quiet {
            warn(sentence);
        }
    }

    /// What is wrong with a file that is not the author's.
    pub fn say_note(&self, note: &Note<'_>) {
        let printer = Printer::new(&self.messages, self.color);
        self.warn_styled(&printer.note(note));
    }

    /// What a printer has written, with a line after it. The printer quotes nothing as it is, but for what it shows of
    /// a file, where some controls are left.
    fn warn_styled(&self, report: &str) {
        let report = if self.color { visible_but_styles(report) } else { visible(report) };
        let _ = writeln!(std::io::stderr(), "{report}\n");
    }

    /// What only a curious reader wants to know.
    pub fn detail(&self, sentence: &str) {
        if self.verbose {
            self.tell(&format!("  {sentence}"));
        }
    }

    /// What the machine or the command line refused.
    pub fn fail(&self, error: &Error) {
        let word = self.messages.sentence("mot-erreur", &[]);
        let sentence = match error.downcast_ref::<Failure>() {
            Some(failure) => failure.say(&self.messages),
            None => format!("{error:#}"),
        };
        warn(&format!("{word}: {sentence}"));
    }

    /// Every diagnostic of a build, then how many there were. Returns what forbids publication.
    pub fn report(&self, found: &Diagnostics, sources: &Sources, strict: bool) -> bool {
        let diagnostics = found.clone().sorted();
        let printer = Printer::new(&self.messages, self.color);
        for diagnostic in diagnostics.iter().take(MOST) {
            self.warn_styled(&printer.print(diagnostic, &|span| sources.place(span)));
        }
        if let Some(left) = diagnostics.len().checked_sub(MOST).filter(|left| *left > 0) {
            let left = left.to_string();
            warn(&self.messages.sentence("et-autres", &[("reste", &left)]));
        }
        let summary = Summary::of(&diagnostics);
        if !diagnostics.is_empty() {
            warn(&printer.summary(summary));
        }
        forbids(&diagnostics, strict)
    }
}

/// Whether something stands in the way of publication.
pub fn forbids(diagnostics: &[Diagnostic], strict: bool) -> bool {
    diagnostics.iter().any(|d| match d.code.severity() {
        Severity::Error => true,
        Severity::Warning => strict,
        Severity::Information => false,
    })
}

/// What was asked for. A closed pipe is the reader's choice.
pub fn answer(line: &str) {
    let _ = writeln!(std::io::stdout(), "{}", visible(line));
}

/// What a tool asked for.
pub fn answer_json(line: &impl Serialize) -> Result<()> {
    let json = serde_json::to_string(line)?;
    let _ = writeln!(std::io::stdout(), "{}", escaped_json(&json));
    Ok(())
}

/// A whole answer, as it is.
pub fn give(bytes: &[u8]) {
    let mut out = std::io::stdout();
    let _ = out.write_all(bytes).and_then(|()| out.flush());
}

/// Something that must be read.
pub fn warn(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "{}", visible(sentence));
}

/// The language that a command line asks messages in, read or not, else the locale's.
pub fn language(typed: &[OsString]) -> MessageLang {
    let words = || typed.iter().map(|word| word.to_string_lossy());
    let after = words().zip(words().skip(1)).find(|(word, _)| word == "--lang");
    let joined = words().find_map(|word| word.strip_prefix("--lang=").map(str::to_owned));
    let asked = after.map(|(_, lang)| lang.into_owned()).or(joined);
    match asked.as_deref() {
        Some("fr") => MessageLang::French,
        Some("en") => MessageLang::English,
        _ => MessageLang::of_locale(&locale()),
    }
}

fn locale() -> String {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names.iter().filter_map(|name| std::env::var(name).ok());
    set.into_iter().find(|value| !value.is_empty()).unwrap_or_default()
}
