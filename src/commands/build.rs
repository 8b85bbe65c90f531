//! `canevas build`: checks, renders in memory, then publishes in one swap.

use anyhow::Result;
use camino::Utf8Path;

use super::asked::{default_output, project};
use super::next;
use super::outcome::Outcome;
use super::terminal::{self, Terminal};
use crate::cli::{BuildArgs, Shared};
use crate::model::artifact::Artifact;
use crate::model::dossier::Former;
use crate::model::edition::Edition;
use crate::model::project::Project;
use crate::pipeline::{self, Memo};
use crate::publish::{self, Swap};

/// How many of the files that are not ours are named.
const MOST_NAMES: usize = 5;

/// Publishes the site, or nothing.
pub fn run(shared: &Shared, args: &BuildArgs, terminal: &Terminal) -> Result<Outcome> {
    let project = project(shared, &args.site)?;
    let output = args.output.clone().unwrap_or_else(|| default_output(&project.root));
    if args.if_stale
        && let Some(sentence) = still_true(&project, &output, (args, terminal))?
    {
        terminal.tell(&sentence);
        return Ok(Outcome::Done);
    }
    publish::check_output(&output, &project.root, project.only.as_ref())?;
    let former = publish::documents(&output);
    let build = pipeline::edition_over(&project, &former)?;
    let say = |id: &str, args: &[(&str, &str)]| terminal.messages.sentence(id, args);
    if terminal.report(&build.diagnostics, &build.sources, args.site.strict) {
        terminal::warn(&say("rien-publie", &[]));
        return Ok(Outcome::ToMend);
    }
    let pages = build.artifacts.iter().filter(|artifact| artifact.is_page()).count();
    let mut artifacts = build.artifacts;
    let compressed = args.compress.then(|| with_copies(&mut artifacts, &former, terminal));
    let published = publish::publish(&artifacts, &edition(build.edition, args), &output)?;
    let files = artifacts.len();
    if published.swap == Swap::FileByFile {
        terminal::warn(&say("publie-un-par-un", &[("sortie", output.as_str())]));
    }
    for folder in &published.left {
        terminal::warn(&say("reste-a-supprimer", &[("dossier", folder.as_str())]));
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
    if let Some(compressed) = compressed {
        terminal.tell(&compressed);
    }
    if let Some(kept) = kept(&published.foreign, terminal) {
        terminal.tell(&kept);
    }
    terminal.tell(&say("a-ouvrir", &[("fichier", output.join("index.html").as_str())]));
    Ok(Outcome::Done)
}

/// Adds the compressed copies of texts, and says what they are worth.
fn with_copies(artifacts: &mut Vec<Artifact>, former: &Former, terminal: &Terminal) -> String {
    let publish::Copies { artifacts: copies, weights: [plain, small] } =
        publish::copies(artifacts, former);
    let share = (small * 100).div_ceil(plain.max(1)).to_string();
    let said = [("copies", &*copies.len().to_string()), ("part", &*share)];
    artifacts.extend(copies);
    artifacts.sort_by(|a, b| a.address.cmp(&b.address));
    terminal.messages.sentence("publie-comprime", &said)
}

/// What is published is made from.
fn edition(edition: Edition, args: &BuildArgs) -> Edition {
    if args.compress { publish::edition_with_copies(edition) } else { edition }
}

/// What was kept because it is somebody else's, in a sentence that stays short.
fn kept(foreign: &[String], terminal: &Terminal) -> Option<String> {
    let (first, rest) = foreign.split_at(foreign.len().min(MOST_NAMES));
    let args = [("noms", &*first.join(", ")), ("reste", &*rest.len().to_string())];
    (!first.is_empty()).then(|| terminal.messages.sentence("garde", &args))
}

/// Until when the site in `output` stays true, in a sentence. `None` when it is to be built again.
fn still_true(
    project: &Project,
    output: &Utf8Path,
    (args, terminal): (&BuildArgs, &Terminal),
) -> Result<Option<String>> {
    // A site that was built for later does not tell what is true now.
    let Some(published) = publish::edition(output).filter(|e| e.instant <= project.now) else {
        return Ok(None);
    };
    let then = Project { now: published.instant, ..project.clone() };
    let prepared = pipeline::prepare(&then, &mut Memo::default())?;
    let expiry = prepared.expires().map(|(at, _)| at);
    if edition(prepared.edition, args) != published || expiry.is_some_and(|at| at <= project.now) {
        return Ok(None);
    }
    let until = expiry.map(|at| next::paris_clock(at, terminal));
    let quoted = [("quand", until.as_deref().unwrap_or_default())];
    Ok(Some(terminal.messages.sentence("rien-a-refaire", &quoted)))
}
