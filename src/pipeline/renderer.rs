//! A site ready to be asked for any of its pages, files and documents.
//!
//! Rendering is total: with an error in a text, the page is made all the same and not published. Pages are rendered
//! side by side and kept in the order of the plan.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Failure};
#[cfg(feature = "pdf")]
use crate::documents::call_text::{CallText, lay};
use crate::documents::files::{Material, Refused};
use crate::documents::letter::Letter;
use crate::documents::printed::Printed;
use crate::documents::sheet::{self, Dossier};
use crate::documents::{self, questionnaire};
use crate::exports::{self, Events};
use crate::model::address::{Address, Links};
use crate::model::artifact::Artifact;
use crate::model::document::{CallDocuments, DocumentFile, SharedPicture};
use crate::model::dossier::Former;
use crate::model::export::Export;
use crate::model::id::Lang;
use crate::model::letter::RegionalLetter;
use crate::model::policy::Policy;
use crate::model::questionnaire::Questionnaire;
use crate::model::regional::RegionalCall;
use crate::model::settings::Settings;
use crate::model::site::{Page, Site};
use crate::model::source::{FileId, Span};
use crate::model::theme::Theme;
use crate::model::time::Zone;
use crate::model::told::picture::Picture;
use crate::pages::templates::Templates;
use crate::pages::{Pages, PerLanguage};
#[cfg(feature = "pdf")]
use crate::tell::booklet;
use crate::tell::dossier::form;
use crate::tell::kept::Kept;
use crate::tell::letter::{self, To};
use crate::tell::picture;
use crate::tell::voice::{SiteContext, Voice};
use crate::words::site::{self, SiteWords};

/// A theme made ready for the site's languages.
pub struct Look {
    theme: Theme,
    words: SiteWords,
    templates: Templates,
}

impl Look {
    /// `None` when a string or a template is wrong, which is then said.
    pub fn new(diagnostics: &mut Diagnostics, settings: &Settings, theme: Theme) -> Option<Self> {
        let mut found = Diagnostics::default();
        let words = site::of_site(&mut found, settings, &theme);
        let incomplete = found.any_error();
        diagnostics.extend(found);
        let templates = Templates::new(diagnostics, &theme, settings)?;
        // Each page would fail on the same missing sentence.
        (!incomplete).then_some(Self { theme, words, templates })
    }
}

/// A site with its look: whatever it is asked for, it renders.
pub struct Renderer {
    site: Site,
    look: Arc<Look>,
    languages: BTreeMap<Lang, PerLanguage>,
    paris: Zone,
    kept: Kept,
    kept_in_pages: Kept,
    events: Events,
}

/// A letter laid out, and the names of the values that are left to fill in.
pub struct MadeLetter {
    /// Its paragraphs.
    pub laid: Letter,
    /// In the order of its text.
    pub blanks: Vec<String>,
}

/// How heavy files are, in bytes, by address: what pages say of those that are made.
pub type Weights = BTreeMap<Address, usize>;

impl Renderer {
    /// Makes ready what all pages share.
    pub fn new(site: Site, look: Arc<Look>) -> Self {
        let mut renderer = Self {
            site,
            look,
            languages: BTreeMap::new(),
            paris: Zone::paris(),
            kept: Kept::default(),
            kept_in_pages: Kept::default(),
            events: Events::default(),
        };
        let words = &renderer.look.words;
        let shared = renderer.shared_by_pages();
        let of = |lang: &Lang| PerLanguage::new(&shared, lang, &words.names);
        renderer.languages = words.words.keys().map(|lang| (lang.clone(), of(lang))).collect();
        renderer
    }

    /// The site.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The policy that its pages ask to be served under.
    pub fn policy(&self) -> Policy<'_> {
        Policy::of(&self.look.theme)
    }

    /// Renders every page, which says how heavy the files of `weights` are.
    pub fn pages(&self, diagnostics: &mut Diagnostics, weights: &Weights) -> Vec<Artifact> {
        let pages = &self.site.pages;
        let rendered: Vec<_> = pages.par_iter().map(|page| self.page(page, weights)).collect();
        let mut artifacts = Vec::with_capacity(rendered.len());
        let mut failures: Vec<Diagnostic> = Vec::new();
        for (page, rendered) in self.site.pages.iter().zip(rendered) {
            match rendered {
                Ok(bytes) => artifacts.push(Artifact::new(&page.address, bytes)),
                Err(failure) => failures.push(*failure),
            }
        }
        say_failures(diagnostics, failures);
        artifacts
    }

    /// Renders every file for machines.
    pub fn exports(&self) -> Vec<Artifact> {
        let render = |export: &Export| Artifact::new(&export.address, self.export(export));
        let exports = self.site.exports.par_iter();
        exports.map(render).collect()
    }

    /// Makes every document, but those that `former` holds, made from the same.
    pub fn documents(&self, former: &Former) -> Result<Vec<Artifact>, Failure> {
        let of_call = |documents: &CallDocuments| {
            let material = self.material(documents);
            let files = documents.files.iter();
            let made = files.map(|file| documents::files::make(&material, file, former));
            made.collect::<Result<Vec<_>, _>>().map_err(|refused| {
                Failure::new("document")
                    .with("document", refused.document)
                    .with("appel", &documents.call.call.slug)
                    .with("region", &documents.call.region.slug)
                    .with("raison", refused.reason)
            })
        };
        let made: Vec<Vec<Artifact>> =
            side_by_side(&self.site.documents, of_call).into_iter().collect::<Result<_, _>>()?;
        Ok(made.concat())
    }

    /// Draws every picture, but those that `former` holds, drawn from the same.
    pub fn pictures(&self, former: &Former) -> Result<Vec<Artifact>, Failure> {
        let draw = |picture: &SharedPicture| {
            let told = self.told_picture(picture);
            documents::files::picture(&told, &picture.address, former).map_err(|refused| {
                let failure = Failure::new("image").with("document", refused.document);
                failure.with("raison", refused.reason)
            })
        };
        side_by_side(&self.site.pictures, draw).into_iter().collect()
    }

    /// Renders one page.
    pub fn page(&self, page: &Page, weights: &Weights) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        let (shared, unmarked) = (&self.shared_by_pages(), &self.shared());
        let (templates, languages) = (&self.look.templates, &self.languages);
        let pages = Pages { shared, unmarked, templates, languages, weights };
        Ok(pages.render(page)?.into_bytes().into())
    }

    /// Renders one file that is no document.
    pub fn export(&self, export: &Export) -> Arc<[u8]> {
        exports::bytes(&self.shared(), &self.events, export).into()
    }

    /// Makes one of the documents of a call.
    pub fn document(
        &self,
        documents: &CallDocuments,
        file: &DocumentFile,
    ) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        let made = documents::files::make(&self.material(documents), file, &Former::new());
        Ok(made.map_err(|refused| Box::new(failed(refused, documents.call.file)))?.bytes)
    }

    /// Draws one of the pictures.
    pub fn picture(&self, picture: &SharedPicture) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        let told = self.told_picture(picture);
        let drawn = documents::files::picture(&told, &picture.address, &Former::new());
        Ok(drawn.map_err(|refused| Box::new(failed(refused, self.site.settings.file)))?.bytes)
    }

    fn told_picture(&self, picture: &SharedPicture) -> Picture {
        let shared = self.shared();
        match &picture.call {
            Some(call) => picture::of_call(Voice::of_call(&shared, call, &picture.lang), call),
            None => picture::of_site(Voice::of_site(&shared, &picture.lang)),
        }
    }

    /// The application dossier of `call` in `lang`, if the call has one.
    pub fn dossier(&self, call: &RegionalCall, lang: &Lang) -> Option<Dossier> {
        let shared = self.shared();
        let dossier = form::dossier(Voice::of_call(&shared, call, lang), call)?;
        let page = Address::call(lang, &call.region.slug, &call.call.slug);
        Some(sheet::lay(dossier, self.away(&page), &self.site.settings.abbreviations))
    }

    /// What the dossier of `call` in `lang` asks, for who reads its files back; if the call has one.
    pub fn questionnaire(&self, call: &RegionalCall, lang: &Lang) -> Option<Questionnaire> {
        self.dossier(call, lang).map(|dossier| questionnaire::of(&dossier))
    }

    /// The letter to an applicant of `call`, from a template.
    pub fn letter(&self, call: &RegionalCall, template: &RegionalLetter, to: To<'_>) -> MadeLetter {
        let told = letter::letter(&self.shared(), call, template, to);
        let page = Address::call(&told.lang, &call.region.slug, &call.call.slug);
        let blanks = told.blanks.clone();
        let known = &self.site.settings.abbreviations;
        MadeLetter { laid: documents::letter::lay(told, self.away(&page), known), blanks }
    }

    /// What the files of that dossier, which asks `asked`, print before anybody writes in them.
    pub fn printed(
        &self,
        call: &RegionalCall,
        lang: &Lang,
        asked: &Questionnaire,
    ) -> Option<Printed> {
        self.dossier(call, lang).map(|dossier| Printed::of(&dossier, asked))
    }

    /// The text of `call` in `lang`, whatever the day.
    #[cfg(feature = "pdf")]
    pub fn call_text(&self, call: &RegionalCall, lang: &Lang) -> CallText {
        let shared = self.shared();
        let booklet = booklet::booklet(Voice::of_call(&shared, call, lang), call);
        let page = Address::call(lang, &call.region.slug, &call.call.slug);
        lay::call_text(&booklet, self.away(&page), &self.site.settings.abbreviations)
    }

    /// Every file that is published as it is.
    pub fn files(&self) -> Vec<Artifact> {
        let files = self.site.files.iter();
        let attached = files.map(|file| Artifact::new(&file.address, Arc::clone(&file.bytes)));
        let assets = self.look.theme.assets.iter();
        let assets = assets.map(|asset| Artifact::new(&asset.address, Arc::clone(&asset.bytes)));
        attached.chain(assets).collect()
    }

    /// What the documents of a call are made of.
    fn material(&self, documents: &CallDocuments) -> Material {
        let CallDocuments { call, lang, .. } = documents;
        let dossier = self.dossier(call, lang).expect("the plan gives documents to calls with one");
        Material::new(
            dossier,
            #[cfg(feature = "pdf")]
            self.call_text(call, lang),
        )
    }

    /// Links from `page`, for what is read away from the site.
    fn away<'a>(&'a self, page: &'a Address) -> Links<'a> {
        Links { page, text: page, site: Some(&self.site.address) }
    }

    fn shared(&self) -> SiteContext<'_> {
        SiteContext {
            site: &self.site,
            words: &self.look.words.words,
            theme: &self.look.theme,
            paris: self.paris.clone(),
            kept: &self.kept,
        }
    }

    /// The same, where what a language borrows from another one is marked: pages say it.
    fn shared_by_pages(&self) -> SiteContext<'_> {
        SiteContext { words: &self.look.words.marked, kept: &self.kept_in_pages, ..self.shared() }
    }
}

/// Does `work` on as many items at a time as there are processors, and keeps their order.
///
/// Not rayon: the libraries that make documents use it inside, and one of its threads that waits for a part of a
/// document would begin another one, and another, all in memory at once.
fn side_by_side<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let ranks = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        let taken = ranks.map_while(|rank| Some((rank, items.get(rank)?)));
        taken.map(|(rank, item)| (rank, work(item))).collect::<Vec<_>>()
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let threads = rayon::current_num_threads().min(items.len());
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("writers are total")).collect()
    });
    done.sort_by_key(|(rank, _)| *rank);
    done.into_iter().map(|(_, done)| done).collect()
}

/// What a preview says of a document that could not be made.
fn failed(refused: Refused, file: FileId) -> Diagnostic {
    let failed = Diagnostic::new(Code::FailedTemplate, Span::whole(file));
    failed.with("message", refused.reason).with("page", refused.document)
}

/// A template fails in the same way on every page that uses it: one page is enough to mend it.
pub fn say_failures(diagnostics: &mut Diagnostics, mut failures: Vec<Diagnostic>) {
    failures.dedup_by(|later, first| {
        later.at == first.at && later.quoted("message") == first.quoted("message")
    });
    for failure in failures {
        diagnostics.push(failure);
    }
}
