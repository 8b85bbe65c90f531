//! XML as a flat list of nodes, so that no walk needs a stack of its own.
//!
//! No document type, hence no entity but the five of XML; a bounded depth, and a bounded number of nodes.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use crate::answers::code::RefusalCode;
use crate::answers::said::Refusal;

/// Office suites nest some thirty elements.
const DEEPEST: usize = 200;
/// The fullest dossier has some 30 000; at about a hundred bytes each, this is 100 MB.
const MOST_NODES: usize = 1_000_000;
/// Namespaces are declared by the first elements, if not by the very first.
const MOST_DECLARERS: usize = 1000;
/// Nodes looked at, over and over: reading an honest dossier takes under a million steps.
const MOST_STEPS: usize = 30_000_000;

/// Namespaces whose elements are looked for, by the prefix that everybody gives them.
const USUAL: [(&str, &str); 16] = [
    ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("w", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
    ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
    ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("form", "urn:oasis:names:tc:opendocument:xmlns:form:1.0"),
    ("xlink", "http://www.w3.org/1999/xlink"),
    ("loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"),
];

/// A document.
pub struct Tree<'x> {
    nodes: Vec<Node<'x>>,
    /// The usual prefix of each that is another one here; the last word of a document counts for all of it.
    prefixes: BTreeMap<String, &'static str>,
    /// Steps that are left.
    steps: Cell<usize>,
}

/// An element as it opens, or words.
pub struct Node<'x> {
    what: What<'x>,
    parent: usize,
    /// The rank after the last node inside.
    end: usize,
}

enum What<'x> {
    Element(BytesStart<'x>),
    /// One whose prefix is not the usual one, with its usual name.
    Renamed(BytesStart<'x>, String),
    Text(Cow<'x, str>),
}

impl<'x> Tree<'x> {
    /// Reads the whole document.
    pub fn new(text: &'x str) -> Result<Self, Refusal> {
        let broken = || Refusal::new(RefusalCode::BrokenXml);
        let mut reader = Reader::from_str(text);
        let (nodes, prefixes) = (Vec::new(), BTreeMap::new());
        let mut tree = Self { nodes, prefixes, steps: Cell::new(MOST_STEPS) };
        let mut open: Vec<usize> = Vec::new();
        loop {
            let parent = open.last().copied().unwrap_or(0);
            match reader.read_event().map_err(|_| broken())? {
                Event::Start(start) => {
                    if open.len() >= DEEPEST {
                        return Err(
                            Refusal::new(RefusalCode::HarmfulXml).with("raison", "profondeur")
                        );
                    }
                    let element = tree.element(start);
                    open.push(tree.push(element, parent)?);
                }
                Event::Empty(start) => {
                    let element = tree.element(start);
                    tree.push(element, parent)?;
                }
                Event::End(_) => {
                    let opened = open.pop().ok_or_else(broken)?;
                    tree.nodes[opened].end = tree.nodes.len();
                }
                Event::Text(words) => {
                    let words = words.decode().map_err(|_| broken())?;
                    tree.push(What::Text(words), parent)?;
                }
                Event::CData(words) => {
                    let words = words.decode().map_err(|_| broken())?;
                    tree.push(What::Text(words), parent)?;
                }
                Event::GeneralRef(reference) => {
                    let name = reference.decode().map_err(|_| broken())?;
                    let words = unescape(&format!("&{name};")).map(Cow::into_owned);
                    let words = words.map_err(|_| {
                        Refusal::new(RefusalCode::HarmfulXml).with("raison", "entite")
                    })?;
                    tree.push(What::Text(words.into()), parent)?;
                }
                Event::DocType(_) => {
                    return Err(Refusal::new(RefusalCode::HarmfulXml).with("raison", "doctype"));
                }
                Event::Eof if open.is_empty() => return Ok(tree),
                Event::Eof => return Err(broken()),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
        }
    }

    /// An element, by the usual name of its namespace.
    fn element(&mut self, start: BytesStart<'x>) -> What<'x> {
        if self.nodes.len() < MOST_DECLARERS && contains(&start, b"xmlns") {
            self.prefixes.extend(unusual(&start));
        }
        match self.usual(start.name().as_ref()) {
            Some(name) => What::Renamed(start, name),
            None => What::Element(start),
        }
    }

    /// The usual name of what has another one here.
    fn usual(&self, name: &[u8]) -> Option<String> {
        if self.prefixes.is_empty() {
            return None;
        }
        let name = std::str::from_utf8(name).ok()?;
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        match *self.prefixes.get(prefix)? {
            "" => Some(local.to_owned()),
            usual => Some(format!("{usual}:{local}")),
        }
    }

    fn push(&mut self, what: What<'x>, parent: usize) -> Result<usize, Refusal> {
        let rank = self.nodes.len();
        if rank >= MOST_NODES {
            return Err(Refusal::new(RefusalCode::HarmfulXml).with("raison", "taille"));
        }
        self.nodes.push(Node { what, parent, end: rank + 1 });
        Ok(rank)
    }

    /// The ranks of all elements of that name.
    pub fn all<'t>(&'t self, name: &'t str) -> impl Iterator<Item = usize> + 't {
        self.paid(0..self.nodes.len()).filter(move |rank| self.is(*rank, name))
    }

    /// The ranks of elements of that name inside another.
    pub fn all_in<'t>(&'t self, rank: usize, name: &'t str) -> impl Iterator<Item = usize> + 't {
        self.ranks_in(rank).filter(move |rank| self.is(*rank, name))
    }

    /// The ranks of all that is inside an element.
    pub fn ranks_in(&self, rank: usize) -> Range<usize> {
        self.paid(rank + 1..self.nodes[rank].end)
    }

    /// As many ranks, as long as there are steps left: a file could make every walk begin again at each node.
    pub fn paid(&self, ranks: Range<usize>) -> Range<usize> {
        let left = self.steps.get().checked_sub(ranks.len());
        self.steps.set(left.unwrap_or(0));
        if left.is_some() { ranks } else { 0..0 }
    }

    /// Refuses a file that has taken all steps: not all of it was read.
    pub fn finish(&self) -> Result<(), Refusal> {
        match self.steps.get() {
            0 => Err(Refusal::new(RefusalCode::HarmfulXml).with("raison", "taille")),
            _ => Ok(()),
        }
    }

    /// All that is inside an element.
    pub fn inside(&self, rank: usize) -> impl Iterator<Item = &Node<'x>> {
        self.nodes[self.ranks_in(rank)].iter()
    }

    /// The node of that rank.
    pub fn node(&self, rank: usize) -> &Node<'x> {
        &self.nodes[rank]
    }

    /// The rank after all that is inside.
    pub fn end(&self, rank: usize) -> usize {
        self.nodes[rank].end
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether it is an element of that name.
    pub fn is(&self, rank: usize, name: &str) -> bool {
        self.nodes[rank].name() == name.as_bytes()
    }

    /// The nearest element of one of those names around a node, which may be that node.
    pub fn around(&self, rank: usize, names: &[&str]) -> Option<usize> {
        let mut rank = rank;
        loop {
            if self.paid(0..1).is_empty() {
                return None;
            }
            if names.iter().any(|name| self.is(rank, name)) {
                return Some(rank);
            }
            let parent = self.nodes[rank].parent;
            if parent == rank {
                return None;
            }
            rank = parent;
        }
    }

    /// The element around a node.
    pub fn parent(&self, rank: usize) -> usize {
        self.nodes[rank].parent
    }

    /// The value of an attribute.
    pub fn attribute(&self, rank: usize, name: &str) -> Option<String> {
        let (What::Element(start) | What::Renamed(start, _)) = &self.nodes[rank].what else {
            return None;
        };
        let own = |key: &[u8]| key.contains(&b':') && self.usual(key).as_deref() == Some(name);
        let attribute = if self.prefixes.is_empty() {
            start.try_get_attribute(name).ok()??
        } else {
            let mut attributes = start.attributes().flatten();
            attributes.find(|held| {
                let key = held.key.as_ref();
                key == name.as_bytes() || own(key)
            })?
        };
        let value = std::str::from_utf8(&attribute.value).ok()?;
        unescape(value).ok().map(Cow::into_owned)
    }
}

/// The prefixes that an element declares for a namespace that has another one everywhere else.
fn unusual(start: &BytesStart<'_>) -> Vec<(String, &'static str)> {
    let declared = start.attributes().flatten().filter_map(|attribute| {
        let key = std::str::from_utf8(attribute.key.as_ref()).ok()?;
        let prefix = key.strip_prefix("xmlns")?;
        let prefix = prefix.strip_prefix(':').unwrap_or(prefix);
        let value = std::str::from_utf8(&attribute.value).ok()?;
        let (usual, _) = USUAL.iter().find(|(_, namespace)| *namespace == value)?;
        (*usual != prefix).then(|| (prefix.to_owned(), *usual))
    });
    declared.collect()
}

fn contains(start: &BytesStart<'_>, word: &[u8]) -> bool {
    start.windows(word.len()).any(|part| part == word)
}

impl Node<'_> {
    /// The words, if it is words.
    pub fn text(&self) -> Option<&str> {
        match &self.what {
            What::Text(words) => Some(words),
            What::Element(_) | What::Renamed(..) => None,
        }
    }

    /// The name of an element, with its prefix; nothing for words.
    pub fn name(&self) -> &[u8] {
        match &self.what {
            What::Element(start) => {
                let end = start.name().as_ref().len();
                &start[..end]
            }
            What::Renamed(_, name) => name.as_bytes(),
            What::Text(_) => b"",
        }
    }
}
