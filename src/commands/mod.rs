//! The commands: the only ones that print, and that read the clock and the environment.

mod asked;
mod bilan;
mod build;
mod check;
mod dossier;
mod former;
mod hosting;
mod letters;
mod next;
mod outcome;
mod refused;
mod report;
mod results;
mod retention;
mod serve;
mod terminal;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::cli::{self, Cli, Command, Refused};
use crate::diagnostic::{Failure, MessageLang, Messages};
use outcome::Outcome;
use terminal::Terminal;

/// Runs the command that was typed. 0: done; 1: the author has something to mend; 2: the machine or the command line failed.
#[expect(clippy::disallowed_methods, reason = "what was typed is read once")]
pub fn run() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let lang = terminal::language(&typed);
    match cli::read(typed, lang == MessageLang::English) {
        Ok(cli) => obey(&cli),
        Err(Refused::Asked(text)) => {
            terminal::give(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(Refused::Lost(text)) => {
            terminal::warn(&text);
            ExitCode::from(2)
        }
        Err(Refused::Wrong { id, quotes }) => {
            let failure = quotes.into_iter().fold(Failure::new(id), |f, (name, q)| f.with(name, q));
            let messages = Messages::new(lang);
            let word = messages.sentence("mot-erreur", &[]);
            let more = messages.sentence("usage-aide", &[]);
            terminal::warn(&format!("{word}: {}\n{more}", failure.say(&messages)));
            ExitCode::from(2)
        }
    }
}

fn obey(cli: &Cli) -> ExitCode {
    let terminal = Terminal::new(&cli.shared);
    let outcome = match &cli.command {
        Command::Build(args) => build::run(&cli.shared, args, &terminal),
        Command::Check(args) => check::run(&cli.shared, args, &terminal),
        Command::Dossier(args) => dossier::run(&cli.shared, args, &terminal),
        Command::Hebergement(args) => hosting::run(&cli.shared, args, &terminal),
        Command::Next(args) => next::run(&cli.shared, args, &terminal),
        Command::Serve(args) => serve::run(&cli.shared, args, &terminal),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::ToMend) => ExitCode::from(1),
        Err(error) => {
            terminal.fail(&error);
            ExitCode::from(2)
        }
    }
}
