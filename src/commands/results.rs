//! `canevas dossier resultats`: what a workbook says is kept becomes `resultats:`, to paste in the file of a region.

use std::collections::BTreeMap;

use anyhow::Result;

use super::asked::{now, slug};
use super::outcome::Outcome;
use super::refused::refused_at;
use super::terminal::{self, Terminal};
use crate::cli::{ResultsArgs, Shared};
use crate::diagnostic::Failure;
use crate::examination::grid_heads::GridHead;
use crate::examination::results::{self, Fault, Results, Rules};
use crate::examination::typed::{self, Typed};
use crate::model::call::StepKind;
use crate::model::id::Slug;
use crate::model::project::Project;
use crate::model::regional::RegionalCall;
use crate::model::site::Site;
use crate::pipeline::received;
use crate::publish;

/// Runs the command.
pub fn run(shared: &Shared, args: &ResultsArgs, terminal: &Terminal) -> Result<Outcome> {
    if let Some(output) = &args.output {
        publish::check_saved(output, &shared.root, [args.workbook.as_path()])?;
    }
    let region = slug(&args.region)?;
    let root = shared.root.clone();
    let project = Project { root, now: now(shared)?, address: None, only: None, drafts: true };
    let Some(renderer) = received::site(&project)? else {
        return Err(Failure::new("projet-fautif").into());
    };
    let sheets = match received::sheets(&args.workbook) {
        Ok(sheets) => sheets,
        Err(refusal) => {
            terminal.say_note(&refused_at(&args.workbook.to_string_lossy(), &refusal));
            return Ok(Outcome::ToMend);
        }
    };
    let rows = typed::of(&sheets);
    let departments = results::departments(&sheets);
    let calls = by_call(&rows, &region);
    if calls.is_empty() {
        return Err(Failure::new("classeur-sans-grille").with("region", &region).into());
    }
    let (mut blocks, mut faults, mut kept) = (Vec::new(), 0, 0);
    for (name, rows) in calls {
        let call = call(renderer.site(), &name, &region)?;
        let found = results::of(&rows, &departments, &rules(renderer.site(), call));
        faults += say(&found, call, terminal);
        kept += found.kept;
        blocks.push(format!("# regions/{region}/{name}.yaml\n{}", found.yaml));
    }
    if faults > 0 {
        return Ok(Outcome::ToMend);
    }
    let text = blocks.concat();
    match &args.output {
        Some(path) => publish::save(path, text.as_bytes())?,
        None => terminal::give(text.as_bytes()),
    }
    let count = kept.to_string();
    terminal.note(&terminal.messages.sentence("resultats-proposes", &[("nombre", &count)]));
    Ok(Outcome::Done)
}

/// The rows of a region, by the call that they are of.
fn by_call<'r>(rows: &'r [Typed], region: &Slug) -> BTreeMap<String, Vec<&'r Typed>> {
    let mut calls: BTreeMap<String, Vec<&Typed>> = BTreeMap::new();
    for row in rows {
        let is_own = row.words(GridHead::Region).as_deref() == Some(region.as_str());
        if let Some(call) = row.words(GridHead::Call).filter(|_| is_own) {
            calls.entry(call).or_default().push(row);
        }
    }
    calls
}

fn call<'s>(site: &'s Site, name: &str, region: &Slug) -> Result<&'s RegionalCall> {
    let Some(known) = site.regions.iter().find(|known| known.region.slug == *region) else {
        let regions = site.regions.iter().map(|known| known.region.slug.as_str());
        let unknown = Failure::new("region-inconnue").with("region", region);
        return Err(unknown.nearest(region.as_str(), regions).into());
    };
    let found = known.calls.iter().find(|call| call.call.slug.as_str() == name);
    let unknown = || Failure::new("appel-inconnu").with("appel", name).with("region", region);
    Ok(found.ok_or_else(unknown)?)
}

fn rules<'c>(site: &'c Site, call: &'c RegionalCall) -> Rules<'c> {
    let departments = call.departments();
    let ceilings = call.parameters.iter().filter(|known| known.parameter.ceiling);
    Rules {
        lang: site.settings.reference().as_str(),
        departments: departments.iter().map(|department| department.code.as_str()).collect(),
        ceiling: ceilings.map(|known| known.parameter.value).reduce(f64::min),
    }
}

/// Says what keeps rows from being results, and what the published page will lack. Gives how many rows are wrong.
fn say(found: &Results, call: &RegionalCall, terminal: &Terminal) -> usize {
    for Fault { what, who, typed } in &found.faults {
        let args = [("quoi", *what), ("organisme", who.as_str()), ("ecrit", typed.as_str())];
        terminal::warn(&terminal.messages.sentence("resultat-impossible", &args));
    }
    for who in &found.unpaid {
        let args = [("organisme", who.as_str())];
        terminal.note(&terminal.messages.sentence("resultat-sans-versement", &args));
    }
    let told = call.steps.iter().filter(|step| step.cancelled.is_none());
    if !told.into_iter().any(|step| step.step.kind == StepKind::Notification) {
        terminal.note(&terminal.messages.sentence("resultats-sans-etape", &[]));
    }
    found.faults.len()
}
