//! `canevas build`: checks, renders in memory, then publishes in one swap.

use anyhow::Result;

use super::terminal::{self, Terminal};
use super::{Outcome, default_output, project};
use crate::cli::{BuildArgs, Shared};
use crate::pipeline;
use crate::publish::{self, Swap};

/// Publishes the site, or nothing.
pub fn run(shared: &Shared, args: &BuildArgs, terminal: &Terminal) -> Result<Outcome> {
    let project = project(shared, &args.site)?;
    let output = args.output.clone().unwrap_or_else(|| default_output(&project.root));
    let build = pipeline::build(&project)?;
    publish::check_output(&output, &project.root)?;
    let say = |id: &str, args: &[(&str, &str)]| terminal.messages.sentence(id, args);
    if terminal.report(&build, args.site.strict) {
        terminal::warn(&say("rien-publie", &[]));
        return Ok(Outcome::ToMend);
    }
    let published = publish::publish(&build.artifacts, &output)?;
    let pages = build.artifacts.iter().filter(|artifact| artifact.is_page()).count();
    let files = build.artifacts.len();
    if published.swap == Swap::FileByFile {
        terminal::warn(&say("publie-un-par-un", &[("sortie", output.as_str())]));
    }
    terminal.tell(&say(
        "publie",
        &[
            ("pages", &pages.to_string()),
            ("fichiers", &files.to_string()),
            ("sortie", output.as_str()),
            ("changes", &published.changes.to_string()),
        ],
    ));
    terminal.tell(&say("a-ouvrir", &[("fichier", output.join("index.html").as_str())]));
    Ok(Outcome::Done)
}
