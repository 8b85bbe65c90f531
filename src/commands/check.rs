//! `canevas check`: everything wrong in every file, in one run, without writing.

use anyhow::Result;
use serde::Serialize;

use super::asked::project;
use super::outcome::Outcome;
use super::terminal::{self, Terminal};
use crate::cli::{CheckArgs, Format, Shared};
use crate::diagnostic::Diagnostic;
use crate::pipeline::{self, Build};

/// One diagnostic as tools read it.
#[derive(Serialize)]
struct Line<'a> {
    code: &'a str,
    severity: &'a str,
    path: String,
    /// From 1; columns count characters.
    #[serde(rename = "line")]
    row: usize,
    column: usize,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
}

/// The last line of a tool's answer that stops before the last diagnostic.
#[derive(Serialize)]
struct Left {
    severity: &'static str,
    remaining: usize,
    message: String,
}

/// Says what is wrong.
pub fn run(shared: &Shared, args: &CheckArgs, terminal: &Terminal) -> Result<Outcome> {
    let project = project(shared, &args.site)?;
    let build = pipeline::build(&project)?;
    if args.format == Format::People {
        let forbidden = terminal.report(&build.diagnostics, &build.sources, args.site.strict);
        if forbidden {
            return Ok(Outcome::ToMend);
        }
        let pages = build.artifacts.iter().filter(|artifact| artifact.is_page()).count();
        let clean = build.diagnostics.all_well();
        let name = if clean { "verifie" } else { "verifie-malgre" };
        let said = terminal.messages.sentence(name, &[("pages", &pages.to_string())]);
        terminal.tell(&said);
        return Ok(Outcome::Done);
    }
    let diagnostics = build.diagnostics.clone().sorted();
    for diagnostic in diagnostics.iter().take(terminal::MOST) {
        let line = line(terminal, &build, diagnostic);
        match args.format {
            Format::Json => terminal::answer_json(&line)?,
            _ => terminal::answer(&annotation(&line)),
        }
    }
    if let Some(left) = diagnostics.len().checked_sub(terminal::MOST).filter(|left| *left > 0) {
        let message = terminal.messages.sentence("et-autres", &[("reste", &left.to_string())]);
        match args.format {
            Format::Json => {
                terminal::answer_json(&Left { severity: "note", remaining: left, message })?;
            }
            _ => terminal::answer(&format!("::notice::{message}")),
        }
    }
    let forbidden = terminal::forbids(&diagnostics, args.site.strict);
    Ok(if forbidden { Outcome::ToMend } else { Outcome::Done })
}

fn line<'a>(terminal: &Terminal, build: &Build, diagnostic: &'a Diagnostic) -> Line<'a> {
    let (path, row, column) = build.sources.position(diagnostic.at);
    let args = diagnostic.quotes();
    let code = diagnostic.code.name();
    Line {
        code,
        severity: diagnostic.code.severity().word(),
        path,
        row,
        column,
        message: terminal.messages.sentence(code, &args),
        help: terminal.messages.get(code, Some("aide"), &args),
    }
}

/// A workflow command that code hosts show beside the line.
fn annotation(line: &Line<'_>) -> String {
    let escape = |text: &str| text.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D");
    let help = line.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
    let message = escape(&format!("{}{help}", line.message));
    let Line { severity, path, row, column, code, .. } = line;
    let severity = if *severity == "information" { "notice" } else { severity };
    let property = |text: &str| escape(text).replace(',', "%2C").replace(':', "%3A");
    format!("::{severity} file={},line={row},col={column},title={code}::{message}", property(path))
}
