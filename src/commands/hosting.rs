//! `canevas hebergement`: the configuration of a web server, made for this site.

use anyhow::Result;

use super::asked::project;
use super::outcome::Outcome;
use super::terminal::{self, Terminal};
use crate::cli::{HostingArgs, ServerChoice, Shared};
use crate::diagnostic::Failure;
use crate::hosting::{self, Hosted, Server};
use crate::model::address::decode;
use crate::model::site::{Page, Subject};
use crate::pipeline::renderer::Renderer;
use crate::pipeline::{self, Memo};
use crate::publish;

/// Writes it, or shows it.
pub fn run(shared: &Shared, args: &HostingArgs, terminal: &Terminal) -> Result<Outcome> {
    if let Some(output) = &args.output {
        publish::check_saved(output, &shared.root, [])?;
    }
    let project = project(shared, &args.site)?;
    let prepared = pipeline::prepare(&project, &mut Memo::default())?;
    let wrong = terminal::forbids(&prepared.diagnostics.clone().sorted(), args.site.strict);
    let Some(renderer) = prepared.renderer.as_ref().filter(|_| !wrong) else {
        terminal.report(&prepared.diagnostics, &prepared.sources, args.site.strict);
        return Ok(Outcome::ToMend);
    };
    let hosted = hosted(renderer);
    if let Some(value) = hosted.unsafe_value() {
        return Err(Failure::new("hebergement-impossible").with("valeur", value).into());
    }
    let server = match args.server {
        ServerChoice::Nginx => Server::Nginx,
        ServerChoice::Apache => Server::Apache,
        ServerChoice::Caddy => Server::Caddy,
    };
    let say = |name: &str| terminal.messages.sentence(&format!("hebergement-{name}"), &[]);
    let text = hosting::configuration(server, &hosted, &say);
    match &args.output {
        Some(output) => publish::save(output, text.as_bytes())?,
        None => terminal::give(text.as_bytes()),
    }
    Ok(Outcome::Done)
}

fn hosted(renderer: &Renderer) -> Hosted {
    let site = renderer.site();
    let policy = renderer.policy();
    let after_scheme = site.address.split_once("://").map_or(&*site.address, |(_, rest)| rest);
    let host = after_scheme.split(['/', ':']).next().unwrap_or_default();
    let address = |page: &Page| page.address.to_string();
    let moved = site.pages.iter().filter_map(|page| match &page.subject {
        Subject::Moved { to, .. } => Some((address(page), to.to_string())),
        _ => None,
    });
    Hosted {
        host: host.to_owned(),
        base: decode(site.base_path()),
        languages: site.settings.codes().iter().map(ToString::to_string).collect(),
        policies: [policy.to_string(), policy.framed(site.settings.framing()).to_string()],
        framed: site.pages.iter().filter(|page| page.is_frame()).map(address).collect(),
        moved: moved.collect(),
    }
}
