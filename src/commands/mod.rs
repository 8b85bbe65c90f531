//! The commands: the only ones that print, and that read the clock and the environment.

mod build;
mod check;
mod dossier;
mod next;
mod serve;
mod terminal;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use camino::Utf8Path;
use jiff::{Timestamp, civil::Date};

use crate::cli::{self, Cli, Command, Refused, Shared, SiteArgs};
use crate::diagnostic::{Failure, MessageLang, Messages};
use crate::model::id::Slug;
use crate::model::project::Project;
use crate::model::time::Zone;
use crate::model::web::{check_base, mended, with_final_slash};
use terminal::Terminal;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Done,
    /// The author has something to mend.
    ToMend,
}

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

fn project(shared: &Shared, site: &SiteArgs) -> Result<Project> {
    let address = match &site.base_url {
        Some(address) if check_base(address).is_err() => {
            let wrong = Failure::new("adresse").with("adresse", address);
            return Err(wrong.with("suggestion", mended(address).unwrap_or_default()).into());
        }
        address => address.clone().map(with_final_slash),
    };
    let only = match &site.region {
        Some(region) => Some(slug(region)?),
        None => None,
    };
    Ok(Project { root: shared.root.clone(), now: now(shared)?, address, only, drafts: false })
}

fn slug(region: &str) -> Result<Slug> {
    let unknown = || {
        let meant = Slug::suggestion(region);
        Failure::new("region-inconnue").with("region", region).with("suggestion", meant)
    };
    Ok(Slug::new(region).ok_or_else(unknown)?)
}

/// `--date`, else `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the clock.
#[expect(clippy::disallowed_methods, reason = "the clock is read once, for `Project`")]
fn now(shared: &Shared) -> Result<Timestamp> {
    if let Some(text) = &shared.date {
        let wrong = || Failure::new("date").with("date", text);
        if let Ok(instant) = text.parse::<Timestamp>() {
            return Ok(instant);
        }
        return Ok(on_day(text).ok_or_else(wrong)?);
    }
    if let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") {
        let wrong = || Failure::new("date").with("date", &epoch);
        let seconds = epoch.parse().map_err(|_| wrong())?;
        return Ok(Timestamp::from_second(seconds).map_err(|_| wrong())?);
    }
    Ok(Timestamp::now())
}

/// A day without hour is noon in Paris: every territory of the Republic then has the same date.
fn on_day(text: &str) -> Option<Timestamp> {
    let day: Date = text.parse().ok()?;
    let noon = day.at(12, 0, 0, 0).to_zoned(Zone::paris().rules).ok()?;
    Some(noon.timestamp())
}

fn default_output(root: &Utf8Path) -> camino::Utf8PathBuf {
    root.join("public")
}
