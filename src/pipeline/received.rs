//! Files that were received become rows: each is opened, the dossier that it is found, and its answers understood.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use anyhow::Result;
use rayon::prelude::*;

use super::renderer::Renderer;
use super::{Memo, prepare};
use crate::answers::answer::Answers;
use crate::answers::claim::{self, Claim};
use crate::answers::code::RefusalCode;
use crate::answers::said::Refusal;
use crate::diagnostic::Failure;
use crate::documents;
use crate::documents::received::Opened;
pub use crate::load::received::Found;
use crate::load::received::{self, Unread};
use crate::model::id::{Lang, Slug};
use crate::model::project::Project;
use crate::model::questionnaire::Questionnaire;

/// One file, read or not.
pub struct Received {
    /// Its path, as it can be shown.
    pub path: String,
    pub claim: Claim,
    pub answers: Result<Answers, Refusal>,
    /// The dossier that it is, when it was read.
    pub asked: Option<Arc<Questionnaire>>,
}

/// What was asked of the command.
pub struct Request<'a> {
    /// As [`files`] gives them.
    pub files: Vec<Found>,
    /// The region that reads; files of others are said.
    pub region: Option<&'a Slug>,
}

/// The files that these paths name, or that the folders among them hold.
pub fn files(named: &[PathBuf]) -> Vec<Found> {
    received::files(named)
}

/// Reads every file. `None` when the project is too wrong to say what its dossiers ask.
pub fn collect(project: &Project, request: Request<'_>) -> Result<Option<Vec<Received>>> {
    let prepared = prepare(project, &mut Memo::default())?;
    let Some(renderer) = prepared.renderer.filter(|_| !prepared.diagnostics.any_error()) else {
        return Ok(None);
    };
    let known = Known { renderer: &renderer, region: request.region, met: Mutex::default() };
    if let Some(region) = request.region.filter(|region| !known.is_region(region)) {
        let regions = renderer.site().regions.iter().map(|known| known.region.slug.as_str());
        let unknown = Failure::new("region-inconnue").with("region", region);
        return Err(unknown.nearest(region.as_str(), regions).into());
    }
    // Bytes do not outlive their turn: as many files are in memory as there are processors.
    Ok(Some(request.files.into_par_iter().map(|found| known.read(found)).collect()))
}

/// The dossiers of the project.
struct Known<'a> {
    renderer: &'a Renderer,
    region: Option<&'a Slug>,
    /// Those that were needed: many files are of one dossier.
    met: Mutex<BTreeMap<(Slug, Slug, Lang), Arc<Questionnaire>>>,
}

impl Known<'_> {
    fn read(&self, found: Found) -> Received {
        let path = found.path.to_string_lossy().into_owned();
        let bytes = found.unread.map_or_else(|| received::bytes(&found.path), Err);
        let opened = bytes.map_err(refusal).and_then(|bytes| documents::received::open(&bytes));
        let opened = match opened {
            Ok(opened) => opened,
            Err(refusal) => {
                let claim = Claim::default();
                return Received { path, claim, answers: Err(refusal), asked: None };
            }
        };
        let (answers, asked) = match self.answers(&opened) {
            Ok((answers, asked)) => (Ok(answers), Some(asked)),
            Err(refusal) => (Err(refusal), None),
        };
        Received { path, claim: opened.claim, answers, asked }
    }

    fn answers(&self, opened: &Opened) -> Result<(Answers, Arc<Questionnaire>), Refusal> {
        let asked = self.asked(&opened.claim)?;
        let mut answers = documents::received::read(opened, &asked)?;
        answers.remarks.splice(0..0, claim::identity(&opened.claim, &asked, self.region));
        Ok((answers, asked))
    }

    /// The dossier that a file says it is; where a program took that away, the only one there is.
    fn asked(&self, claim: &Claim) -> Result<Arc<Questionnaire>, Refusal> {
        let site = self.renderer.site();
        let calls = || site.regions.iter().flat_map(|region| &region.calls);
        let with_form = || calls().filter(|call| call.form.is_some());
        let call = match (&claim.call, &claim.region) {
            (Some(call), Some(region)) => {
                let of_call = || with_form().filter(|known| known.call.slug.as_str() == call);
                let found = of_call().find(|known| known.region.slug.as_str() == region);
                found.ok_or_else(|| match of_call().next() {
                    None => Refusal::new(RefusalCode::UnknownCall).with("appel", call),
                    Some(_) => Refusal::new(RefusalCode::UnknownRegion).with("region", region),
                })?
            }
            _ => {
                let own = |region: &Slug| self.region == Some(region);
                let mut candidates = with_form().filter(|known| own(&known.region.slug));
                let only = candidates.next().filter(|_| candidates.next().is_none());
                only.ok_or_else(|| Refusal::new(RefusalCode::NoIdentity))?
            }
        };
        let reference = site.settings.reference();
        let lang = claim.lang.as_deref().and_then(Lang::new);
        let known = |lang: &Lang| site.settings.codes().contains(lang);
        let lang = lang.filter(known).unwrap_or_else(|| reference.clone());
        let key = (call.call.slug.clone(), call.region.slug.clone(), lang.clone());
        let mut met = self.met.lock().expect("no reader panics");
        if let Some(asked) = met.get(&key) {
            return Ok(Arc::clone(asked));
        }
        let asked = self.renderer.questionnaire(call, &lang);
        let asked = Arc::new(asked.ok_or_else(|| Refusal::new(RefusalCode::NoIdentity))?);
        met.insert(key, Arc::clone(&asked));
        Ok(asked)
    }

    fn is_region(&self, slug: &Slug) -> bool {
        self.renderer.site().regions.iter().any(|region| region.region.slug == *slug)
    }
}

fn refusal(unread: Unread) -> Refusal {
    match unread {
        Unread::Absent => Refusal::new(RefusalCode::Absent),
        Unread::Link => Refusal::new(RefusalCode::Link),
        Unread::NotAFile => Refusal::new(RefusalCode::NotAFile),
        Unread::TooBig { size, limit } => {
            Refusal::new(RefusalCode::TooBig).with("taille", size >> 20).with("limite", limit >> 20)
        }
        Unread::Refused(reason) => Refusal::new(RefusalCode::Unreadable).with("raison", reason),
    }
}
