//! One state of the site, as the server shows it: pages are rendered when asked for, and kept.
//!
//! A page whose inputs have not changed since the last state keeps its bytes (see [`Prepared::key`]).

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::address::Address;
use crate::model::digest::Digest;
use crate::model::id::Slug;
use crate::model::policy::{Framing, Policy};
use crate::model::site::{Page, Site};
use crate::model::time::Zone;
use crate::pipeline::Prepared;
use crate::pipeline::renderer::{Renderer, Weights};

/// The bytes of an address.
#[derive(Debug, Clone)]
pub struct Served {
    pub bytes: Arc<[u8]>,
    pub digest: Digest,
}

impl Served {
    fn new(bytes: Arc<[u8]>) -> Self {
        Self { digest: Digest::of(&bytes), bytes }
    }
}

type Rendered = Result<Served, Box<Diagnostic>>;

/// What is rendered for an address, by rank in the site.
#[derive(Debug, Clone, Copy)]
enum Item {
    Page(usize),
    Export(usize),
    /// By rank of its call and language, then among their files.
    Document(usize, usize),
    Picture(usize),
}

/// What is at an address, and its bytes once somebody has asked for them.
struct Slot {
    address: Address,
    item: Item,
    key: Digest,
    rendered: OnceLock<Rendered>,
}

impl Slot {
    fn is_document(&self) -> bool {
        matches!(self.item, Item::Document(..) | Item::Picture(_))
    }
}

/// The moment the site is seen at.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    pub now: Timestamp,
    /// Whether it follows the clock.
    pub present: bool,
}

/// One state of the site.
pub struct Shown {
    prepared: Prepared,
    /// The day the site is seen at.
    pub day: String,
    /// Whether that day is the clock's.
    pub present: bool,
    /// In the order of the site.
    slots: Vec<Slot>,
    /// Of the slots; most saves leave every address where it was.
    ranks: Arc<HashMap<Address, usize>>,
    files: BTreeMap<String, Served>,
}

/// How many pages are rendered between two looks at what happens.
const BATCH: usize = 32;

impl Shown {
    /// Makes the site ready to be shown, with what `former` has rendered of the same inputs.
    pub fn new(prepared: Prepared, former: Option<&Self>, seen: Seen) -> Self {
        let mut slots = Vec::new();
        let mut files = BTreeMap::new();
        if let Some(renderer) = &prepared.renderer {
            for (address, item, region) in items(renderer.site()) {
                let key = prepared.key(region);
                let kept = former.and_then(|former| former.kept(slots.len(), address, key));
                let rendered = kept.map_or_else(OnceLock::new, |served| OnceLock::from(Ok(served)));
                slots.push(Slot { address: address.clone(), item, key, rendered });
            }
            for file in renderer.files() {
                files.insert(file.address, Served::new(file.bytes));
            }
        }
        let day = seen.now.to_zoned(Zone::paris().rules).date().to_string();
        let same = former.filter(|former| former.has_addresses_of(&slots));
        let ranks = same.map_or_else(|| ranks(&slots), |former| Arc::clone(&former.ranks));
        Self { prepared, day, present: seen.present, slots, ranks, files }
    }

    fn slot(&self, address: &str) -> Option<&Slot> {
        self.ranks.get(address).map(|rank| &self.slots[*rank])
    }

    /// What was rendered for an address, which has probably kept its rank.
    fn kept(&self, rank: usize, address: &Address, key: Digest) -> Option<Served> {
        let here = self.slots.get(rank).filter(|slot| slot.address == *address);
        let slot = here.or_else(|| self.slot(address.as_str())).filter(|slot| slot.key == key)?;
        slot.rendered.get().and_then(|rendered| rendered.as_ref().ok()).cloned()
    }

    fn has_addresses_of(&self, slots: &[Slot]) -> bool {
        self.slots.iter().map(|slot| &slot.address).eq(slots.iter().map(|slot| &slot.address))
    }

    /// What was prepared.
    pub fn prepared(&self) -> &Prepared {
        &self.prepared
    }

    /// The site, when there is one.
    pub fn site(&self) -> Option<&Site> {
        self.prepared.renderer.as_ref().map(Renderer::site)
    }

    /// The policy of the page at an address, when there is a site.
    pub fn policy(&self, address: &str) -> Option<Policy<'_>> {
        let renderer = self.prepared.renderer.as_ref()?;
        let framed = self.page(address).is_some_and(Page::is_frame);
        let framing = if framed { renderer.site().settings.framing() } else { Framing::Nobody };
        Some(renderer.policy().framed(framing))
    }

    /// The page at an address.
    pub fn page(&self, address: &str) -> Option<&Page> {
        match self.slot(address)?.item {
            Item::Page(rank) => self.site()?.pages.get(rank),
            Item::Export(_) | Item::Document(..) | Item::Picture(_) => None,
        }
    }

    /// The bytes of an address, rendered now if need be. `None` when there is nothing there.
    pub fn get(&self, address: &str) -> Option<Rendered> {
        if let Some(slot) = self.slot(address) {
            return Some(self.rendered(slot)?.clone());
        }
        self.files.get(address).cloned().map(Ok)
    }

    fn rendered<'s>(&'s self, slot: &'s Slot) -> Option<&'s Rendered> {
        let renderer = self.prepared.renderer.as_ref()?;
        let site = renderer.site();
        Some(slot.rendered.get_or_init(|| match slot.item {
            Item::Page(rank) => renderer.page(&site.pages[rank], &Weights::new()).map(Served::new),
            Item::Export(rank) => Ok(Served::new(renderer.export(&site.exports[rank]))),
            Item::Document(rank, file) => {
                let documents = &site.documents[rank];
                renderer.document(documents, &documents.files[file]).map(Served::new)
            }
            Item::Picture(rank) => renderer.picture(&site.pictures[rank]).map(Served::new),
        }))
    }

    /// Renders every page and file that nobody has asked for, until `stop`. Documents wait for someone to open them.
    pub fn render_all(&self, stop: &mut dyn FnMut() -> bool) {
        let left = self.slots.iter().filter(|slot| slot.rendered.get().is_none());
        let left: Vec<&Slot> = left.filter(|slot| !slot.is_document()).collect();
        for batch in left.chunks(BATCH) {
            if stop() {
                return;
            }
            batch.par_iter().for_each(|slot| {
                self.rendered(slot);
            });
        }
    }

    /// What templates failed on.
    pub fn failures(&self) -> Vec<Diagnostic> {
        let rendered = self.slots.iter().filter_map(|slot| slot.rendered.get());
        rendered.filter_map(|rendered| rendered.as_ref().err()).map(|d| (**d).clone()).collect()
    }

    /// The digest of each address, as far as rendered; documents, which nobody may have opened, are not told.
    pub fn digests(&self) -> BTreeMap<String, Digest> {
        let told = self.slots.iter().filter(|slot| !slot.is_document());
        let pages = told.filter_map(|slot| {
            let served = slot.rendered.get()?.as_ref().ok()?;
            Some((slot.address.to_string(), served.digest))
        });
        let files = self.files.iter().map(|(address, served)| (address.clone(), served.digest));
        pages.chain(files).collect()
    }
}

fn ranks(slots: &[Slot]) -> Arc<HashMap<Address, usize>> {
    let ranks = slots.iter().enumerate().map(|(rank, slot)| (slot.address.clone(), rank));
    Arc::new(ranks.collect())
}

/// Everything to render: its address, its rank, and the only region it is made from, if it is one.
fn items(site: &Site) -> impl Iterator<Item = (&Address, Item, Option<&Slug>)> {
    let pages = site.pages.iter().enumerate().map(|(rank, page)| {
        (&page.address, Item::Page(rank), site.region_of_page(page).map(|region| &region.slug))
    });
    let exports =
        site.exports.iter().enumerate().map(|(rank, export)| {
            (&export.address, Item::Export(rank), site.region_of_export(export))
        });
    let documents = site.documents.iter().enumerate().flat_map(|(rank, documents)| {
        let files = documents.files.iter().enumerate();
        files.map(move |(file, document)| {
            let region = Some(&documents.call.region.slug);
            (&document.address, Item::Document(rank, file), region)
        })
    });
    let pictures = site.pictures.iter().enumerate().map(|(rank, picture)| {
        let region = picture.call.as_ref().map(|call| &call.region.slug);
        (&picture.address, Item::Picture(rank), region)
    });
    pages.chain(exports).chain(documents).chain(pictures)
}

/// The addresses whose bytes differ between two states; nothing on the first.
pub fn changes(former: &BTreeMap<String, Digest>, now: &BTreeMap<String, Digest>) -> Vec<String> {
    if former.is_empty() {
        return Vec::new();
    }
    let fresh = now.iter().filter(|(address, digest)| former.get(*address) != Some(digest));
    let gone = former.keys().filter(|address| !now.contains_key(*address));
    fresh.map(|(address, _)| address).chain(gone).cloned().collect()
}
