//! Files that were received become rows: each is opened, the dossier that it is found, and its answers understood.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use anyhow::Result;
use rayon::prelude::*;

use super::renderer::Renderer;
use super::{Memo, prepare};
use crate::answers::claim::{self, Claim};
use crate::answers::code::RefusalCode;
use crate::answers::said::Refusal;
use crate::diagnostic::Failure;
use crate::documents;
use crate::documents::printed::Printed;
use crate::examination::examined::{Examined, Kind, Setting};
use crate::examination::{pairs, twins};
pub use crate::load::received::Found;
use crate::load::received::{self, Unread};
use crate::model::id::{Lang, Slug};
use crate::model::marking::Marking;
use crate::model::project::Project;
use crate::model::time::Zone;
use crate::model::workbook::{Sheet, Workbook};

/// One file, read or not.
pub struct Received {
    /// Its path, as it can be shown.
    pub path: String,
    pub read: Result<Examined, Refusal>,
}

impl Received {
    /// The dossier that it is: a budget that came with one is none.
    pub fn dossier(&self) -> Option<&Examined> {
        self.read.as_ref().ok().filter(|read| read.kind == Kind::Dossier)
    }
}

/// What was asked of the command.
pub struct Request<'a> {
    /// As [`files`] gives them.
    pub files: Vec<Found>,
    /// The region that reads; files of others are said.
    pub region: Option<&'a Slug>,
    /// That of messages: labels are in it, where the site has it.
    pub lang: &'a str,
}

/// The files that these paths name, or that the folders among them hold.
pub fn files(named: &[PathBuf]) -> Vec<Found> {
    received::files(named)
}

/// Reads every file. `None` when the project is too wrong to say what its dossiers ask.
pub fn collect(project: &Project, request: Request<'_>) -> Result<Option<Vec<Received>>> {
    site(project)?.map(|renderer| read(&renderer, request)).transpose()
}

/// The site of a project that says what its dossiers ask.
pub fn site(project: &Project) -> Result<Option<Renderer>> {
    let prepared = prepare(project, &mut Memo::default())?;
    Ok(prepared.renderer.filter(|_| !prepared.diagnostics.any_error()))
}

/// Reads every file, as a dossier of that site.
pub fn read(renderer: &Renderer, request: Request<'_>) -> Result<Vec<Received>> {
    let Request { region, lang, .. } = request;
    let known = Known { renderer, region, lang, met: Mutex::default() };
    if let Some(region) = request.region.filter(|region| !known.is_region(region)) {
        let regions = renderer.site().regions.iter().map(|known| known.region.slug.as_str());
        let unknown = Failure::new("region-inconnue").with("region", region);
        return Err(unknown.nearest(region.as_str(), regions).into());
    }
    // Bytes do not outlive their turn: as many files are in memory as there are processors.
    let mut files: Vec<Received> =
        request.files.into_par_iter().map(|found| known.read(found)).collect();
    let mut read: Vec<&mut Examined> =
        files.iter_mut().filter_map(|file| file.read.as_mut().ok()).collect();
    twins::tell(&mut read);
    pairs::tell(&mut read);
    Ok(files)
}

/// The bytes of a workbook of these sheets.
pub fn workbook(sheets: &Workbook) -> Result<Vec<u8>> {
    Ok(documents::workbook::write::write(sheets)?)
}

/// The same, of a file that was named, or found in a folder.
pub fn sheets_of(found: &Found) -> Result<Vec<Sheet>, Refusal> {
    match &found.unread {
        Some(Unread::Link) => Err(refusal(Unread::Link)),
        _ => sheets(&found.path),
    }
}

/// The sheets of a workbook that an examiner has saved.
pub fn sheets(path: &Path) -> Result<Vec<Sheet>, Refusal> {
    let bytes = received::workbook(path).map_err(refusal)?;
    documents::workbook::read::sheets(&bytes)
}

/// The dossiers of the project.
struct Known<'a> {
    renderer: &'a Renderer,
    region: Option<&'a Slug>,
    lang: &'a str,
    /// Those that were needed: many files are of one dossier.
    met: Mutex<BTreeMap<(Slug, Slug, Lang), Arc<Met>>>,
}

/// A dossier that was needed.
struct Met {
    setting: Arc<Setting>,
    printed: Printed,
    /// Where its files are dated.
    zone: Zone,
}

impl Known<'_> {
    fn read(&self, found: Found) -> Received {
        let path = found.path.to_string_lossy().into_owned();
        let read = self.examined(&path, found);
        Received { path, read }
    }

    fn examined(&self, path: &str, found: Found) -> Result<Examined, Refusal> {
        let bytes = found.unread.map_or_else(|| received::bytes(&found.path), Err);
        let opened = documents::received::open(&bytes.map_err(refusal)?)?;
        let met = self.met(&opened.claim)?;
        let setting = Arc::clone(&met.setting);
        let mut answers = met.printed.read(&opened, &setting.asked)?;
        answers.remarks.splice(0..0, claim::identity(&opened.claim, &setting.asked, self.region));
        let kind = if opened.budget().is_some() { Kind::Budget } else { Kind::Dossier };
        let written = received::written(&found.path);
        let dated = written.map(|instant| instant.to_zoned(met.zone.rules.clone()).date());
        let (file, claim) = (path.to_owned(), opened.claim);
        Ok(Examined { kind, file, dated, claim, answers, setting })
    }

    /// The dossier that a file says it is; where a program took that away, the only one there is.
    fn met(&self, claim: &Claim) -> Result<Arc<Met>, Refusal> {
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
        let known = |lang: &Lang| site.settings.codes().contains(lang);
        let offered =
            |lang: &str| Lang::new(lang).filter(known).unwrap_or_else(|| reference.clone());
        let lang = offered(claim.lang.as_deref().unwrap_or_default());
        let zone = call.region.territory.zone.clone();
        let key = (call.call.slug.clone(), call.region.slug.clone(), lang.clone());
        let mut met = self.met.lock().expect("no reader panics");
        if let Some(known) = met.get(&key) {
            return Ok(Arc::clone(known));
        }
        let none = || Refusal::new(RefusalCode::NoIdentity);
        let asked = |lang: &Lang| self.renderer.questionnaire(call, lang).ok_or_else(none);
        let shown = offered(self.lang);
        let setting = Setting {
            asked: asked(&lang)?,
            shown: asked(&shown)?,
            marking: call.grid.as_ref().map(|grid| Marking::new(grid, &shown)),
            departments: call.region.territory.departments.clone(),
            kept_until: call.kept_until(),
        };
        let printed = self.renderer.printed(call, &lang, &setting.asked).ok_or_else(none)?;
        let known = Arc::new(Met { setting: Arc::new(setting), printed, zone });
        met.insert(key, Arc::clone(&known));
        Ok(known)
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
