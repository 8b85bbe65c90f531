//! The text of `content.xml` of a dossier, and the automatic styles that it turns out to need.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Deref, DerefMut};

use super::flow::{Elements, Flow};
use crate::documents::names;
use crate::documents::sheet::{Dossier, Field};
use crate::documents::xml::write::Xml;

/// Between the margins, in hundredths of a centimetre.
pub const TEXT_WIDTH: u32 = 1660;

/// The text being written, and the automatic styles that it uses.
pub struct Body<'a> {
    pub dossier: &'a Dossier,
    pub flow: Flow,
    /// Widths of columns, and heights of rows, in hundredths of a centimetre.
    pub widths: BTreeSet<u32>,
    pub heights: BTreeSet<u32>,
    /// The name of the place of each field, by its id.
    places: BTreeMap<String, String>,
}

impl<'a> Body<'a> {
    /// Nothing is written yet.
    pub fn new(dossier: &'a Dossier) -> Self {
        let (widths, heights) = (BTreeSet::new(), BTreeSet::new());
        let fields = dossier.fields();
        let names = names::bookmarks(&fields);
        let places = fields.into_iter().map(|field| field.id).zip(names).collect();
        Self { dossier, flow: Flow::default(), widths, heights, places }
    }

    /// The name of the place of a field.
    pub fn place(&self, field: &Field) -> String {
        self.places[&field.id].clone()
    }

    /// The style of a column that is so wide.
    pub fn width(&mut self, width: u32) -> String {
        self.widths.insert(width);
        format!("width-{width}")
    }

    /// The style of a row that is at least so high.
    pub fn height(&mut self, height: u32) -> String {
        self.heights.insert(height);
        format!("height-{height}")
    }
}

impl Elements for Body<'_> {
    fn xml(&mut self) -> &mut Xml {
        &mut self.flow.xml
    }
}

impl Deref for Body<'_> {
    type Target = Flow;

    fn deref(&self) -> &Flow {
        &self.flow
    }
}

impl DerefMut for Body<'_> {
    fn deref_mut(&mut self) -> &mut Flow {
        &mut self.flow
    }
}
