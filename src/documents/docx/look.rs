//! How a paragraph stands and how its letters look, as the properties of a style.

use super::paper::{ACCENT_TINT, EDGE};
use crate::documents::xml::write::Xml;

/// Between the edge of a box and its words.
pub const PADDING: usize = 100;

/// How a paragraph stands.
#[derive(Clone, Copy)]
pub struct Stand {
    /// On the page of the next paragraph.
    pub next: bool,
    /// In one piece.
    pub whole: bool,
    pub border: Option<Border>,
    pub tabs: &'static [(&'static str, usize)],
    pub before: usize,
    pub after: usize,
    /// From line to line, in 240ths.
    pub leading: usize,
    pub start: usize,
    pub hanging: usize,
    pub end: usize,
    /// Figures stand under one another.
    pub figures: bool,
    /// In the outline of the document, from 0.
    pub level: Option<usize>,
}

/// A paragraph of text.
pub const PLAIN: Stand = Stand {
    next: false,
    whole: false,
    border: None,
    tabs: &[],
    before: 0,
    after: 0,
    leading: 288,
    start: 0,
    hanging: 0,
    end: 0,
    figures: false,
    level: None,
};

/// Where lines are drawn round a paragraph, in eighths of a point.
#[derive(Clone, Copy)]
pub enum Border {
    Box,
    /// On all sides, filled.
    Panel,
    Top(&'static str, usize),
    Bottom(&'static str, usize),
}

/// How letters look; an empty colour and no size: as around.
#[derive(Clone, Copy)]
pub struct Letters {
    pub bold: bool,
    pub color: &'static str,
    /// In half points.
    pub size: usize,
}

/// Letters like those around.
pub const SAME: Letters = Letters { bold: false, color: "", size: 0 };

/// Letters of a colour and a size.
pub const fn letters(color: &'static str, size: usize) -> Letters {
    Letters { bold: false, color, size }
}

/// Fat letters of a colour and a size.
pub const fn bold(color: &'static str, size: usize) -> Letters {
    Letters { bold: true, color, size }
}

impl Stand {
    /// In the order that the schema wants.
    pub fn write(&self, xml: &mut Xml) {
        if self.next {
            xml.empty("w:keepNext", &[]);
        }
        if self.whole {
            xml.empty("w:keepLines", &[]);
        }
        if let Some(border) = self.border {
            border.write(xml);
        }
        if !self.tabs.is_empty() {
            xml.element("w:tabs", &[], |xml| {
                for (kind, place) in self.tabs {
                    xml.empty("w:tab", &[("w:val", kind), ("w:pos", &place.to_string())]);
                }
            });
        }
        self.write_spaces(xml);
        if self.figures {
            xml.empty("w:jc", &[("w:val", "right")]);
        }
        if let Some(level) = self.level {
            xml.empty("w:outlineLvl", &[("w:val", &level.to_string())]);
        }
    }

    fn write_spaces(&self, xml: &mut Xml) {
        let spaces = [self.before, self.after, self.leading].map(|space| space.to_string());
        let [before, after, leading] = spaces.each_ref().map(String::as_str);
        let rule = ("w:lineRule", "auto");
        let spaces = [("w:before", before), ("w:after", after), ("w:line", leading), rule];
        xml.empty("w:spacing", &spaces);
        let sides = [self.start, self.end, self.hanging].map(|side| side.to_string());
        let [start, end, hanging] = sides.each_ref().map(String::as_str);
        xml.empty("w:ind", &[("w:left", start), ("w:right", end), ("w:hanging", hanging)]);
    }
}

impl Border {
    fn write(self, xml: &mut Xml) {
        let all = |xml: &mut Xml, color| {
            for side in ["w:top", "w:left", "w:bottom", "w:right"] {
                edge(xml, side, &Line { width: 4, space: PADDING / 20, color });
            }
        };
        xml.element("w:pBdr", &[], |xml| match self {
            Self::Box => all(xml, EDGE),
            Self::Panel => all(xml, ACCENT_TINT),
            Self::Top(color, width) => edge(xml, "w:top", &Line { width, space: 8, color }),
            Self::Bottom(color, width) => edge(xml, "w:bottom", &Line { width, space: 8, color }),
        });
        if let Self::Panel = self {
            shade(xml, ACCENT_TINT);
        }
    }
}

impl Letters {
    pub fn write(&self, xml: &mut Xml) {
        xml.element("w:rPr", &[], |xml| {
            if self.bold {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            }
            if !self.color.is_empty() {
                xml.empty("w:color", &[("w:val", self.color)]);
            }
            if self.size > 0 {
                let size = self.size.to_string();
                xml.empty("w:sz", &[("w:val", &size)]);
                xml.empty("w:szCs", &[("w:val", &size)]);
            }
        });
    }
}

/// The ground of a paragraph or a cell.
pub fn shade(xml: &mut Xml, color: &str) {
    xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", color)]);
}

/// A line that is drawn round a paragraph or a cell.
pub struct Line {
    /// In eighths of a point.
    pub width: usize,
    /// How many points from the words.
    pub space: usize,
    pub color: &'static str,
}

/// Draws a line on a side.
pub fn edge(xml: &mut Xml, side: &str, line: &Line) {
    let (width, space) = (line.width.to_string(), line.space.to_string());
    let line =
        [("w:val", "single"), ("w:sz", &*width), ("w:space", &*space), ("w:color", line.color)];
    xml.empty(side, &line);
}
