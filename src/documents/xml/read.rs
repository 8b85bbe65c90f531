//! XML as a flat list of nodes, so that no walk needs a stack of its own.
//!
//! No document type, hence no entity but the five of XML; a bounded depth, and a bounded number of nodes.

use std::borrow::Cow;
use std::cell::Cell;
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
/// Nodes looked at, over and over: reading an honest dossier takes under a million steps.
const MOST_STEPS: usize = 30_000_000;

/// A document.
pub struct Tree<'x> {
    nodes: Vec<Node<'x>>,
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
    Text(Cow<'x, str>),
}

impl<'x> Tree<'x> {
    /// Reads the whole document.
    pub fn new(text: &'x str) -> Result<Self, Refusal> {
        let broken = || Refusal::new(RefusalCode::BrokenXml);
        let mut reader = Reader::from_str(text);
        let mut tree = Self { nodes: Vec::new(), steps: Cell::new(MOST_STEPS) };
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
                    open.push(tree.push(What::Element(start), parent)?);
                }
                Event::Empty(start) => {
                    tree.push(What::Element(start), parent)?;
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
        let What::Element(start) = &self.nodes[rank].what else { return None };
        let attribute = start.try_get_attribute(name).ok()??;
        let value = std::str::from_utf8(&attribute.value).ok()?;
        unescape(value).ok().map(Cow::into_owned)
    }
}

impl Node<'_> {
    /// The words, if it is words.
    pub fn text(&self) -> Option<&str> {
        match &self.what {
            What::Text(words) => Some(words),
            What::Element(_) => None,
        }
    }

    /// The name of an element, with its prefix; nothing for words.
    pub fn name(&self) -> &[u8] {
        match &self.what {
            What::Element(start) => {
                let end = start.name().as_ref().len();
                &start[..end]
            }
            What::Text(_) => b"",
        }
    }
}
