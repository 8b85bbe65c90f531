//! The text of a Word document, where answers stand in it, and its words.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::names;
use crate::answers::blank::Labels;
use crate::answers::index::Index;
use crate::answers::text::{is_blank, tidy};
use crate::answers::tick;
use crate::documents::names::FieldNames;
use crate::documents::xml::read::Tree;
use crate::model::questionnaire::Way;

/// What was taken out with changes tracked, and what is said twice for older programs.
const SILENT: [&str; 5] = ["w:del", "w:moveFrom", "mc:Fallback", "w:sdtPr", "w:rPr"];
/// A prompt as short as a date's could begin an answer.
const LONG_PROMPT: usize = 8;

pub struct Body<'t, 'q> {
    pub tree: Tree<'t>,
    pub index: &'t Index<'q>,
    pub labels: &'t Labels,
    pub names: FieldNames,
    /// The field of each control and bookmark.
    pub places: BTreeMap<usize, usize>,
    /// Elements whose words were all read as an answer.
    pub taken: BTreeSet<usize>,
}

/// Which words of an element are read.
#[derive(Clone, Copy)]
struct Kept {
    /// Those of controls that show a prompt.
    prompts: bool,
    /// Those that were read as an answer.
    taken: bool,
}

impl Body<'_, '_> {
    pub fn way(&self, rank: usize) -> Way {
        self.index.fields[rank].1.kind.way()
    }

    /// The value of a property of a control.
    pub fn property(&self, control: usize, name: &str) -> Option<String> {
        let properties = self.properties(control)?;
        let found = self.tree.all_in(properties, name).next()?;
        let value = self.tree.attribute(found, "w:val");
        Some(value.unwrap_or_default())
    }

    fn properties(&self, control: usize) -> Option<usize> {
        let own = |rank: &usize| self.tree.parent(*rank) == control;
        self.tree.all_in(control, "w:sdtPr").find(own)
    }

    /// Whether a control shows its prompt.
    pub fn is_empty(&self, control: usize) -> bool {
        let shown = self.property(control, "w:showingPlcHdr");
        shown.is_some_and(|value| is_on(&value))
    }

    /// Whether a box inside an element is ticked: one of Word, or one of its older forms.
    pub fn is_ticked(&self, around: usize) -> bool {
        let checked = self.tree.all_in(around, "w14:checked").next();
        let value = checked.and_then(|rank| self.tree.attribute(rank, "w14:val"));
        let is_checked = value.is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"));
        is_checked
            || self.tree.all_in(around, "w:checkBox").next().is_some_and(|old| self.is_on(old))
    }

    /// Whether an older box is ticked: by hand, else from the start.
    fn is_on(&self, old: usize) -> bool {
        let state = ["w:checked", "w:default"].into_iter();
        let mut state = state.filter_map(|name| self.tree.all_in(old, name).next());
        let state = state.next().map(|state| self.tree.attribute(state, "w:val"));
        state.is_some_and(|value| value.is_none_or(|value| is_on(&value)))
    }

    /// Whether a mark ticks a box: inside its control or bookmark, or before its label where its line has no other box.
    pub fn is_marked_so(&self, place: usize, rank: usize) -> bool {
        let kept = Kept { prompts: true, taken: true };
        let inside = self.words_in(std::iter::once(place..self.end(place)), kept);
        if tick::begun(&inside) == Some(true) {
            return true;
        }
        let Some(line) = self.tree.around(place, &["w:p"]) else { return false };
        let (question, field) = self.index.fields[rank];
        let is_alone = self.marks(line) <= 1 && self.tree.all_in(line, "w:sdt").count() <= 1;
        is_alone && tick::is_marked(&self.words(&[line], false), question, field)
    }

    /// Where a control or a bookmark ends.
    fn end(&self, place: usize) -> usize {
        let end = self.tree.end(place);
        if !self.tree.is(place, "w:bookmarkStart") {
            return end;
        }
        let id = self.tree.attribute(place, "w:id");
        let line = self.tree.around(place, &["w:p"]).map_or(end, |line| self.tree.end(line));
        let closes = |rank: &usize| {
            self.tree.is(*rank, "w:bookmarkEnd") && self.tree.attribute(*rank, "w:id") == id
        };
        self.tree.paid(end..line).find(closes).unwrap_or(end)
    }

    /// The cell around a field; or its paragraph, and those after it that go on with the answer.
    pub fn place(&self, field: usize) -> Vec<usize> {
        if let Some(cell) = self.tree.around(field, &["w:tc"]) {
            return vec![cell];
        }
        let Some(first) = self.tree.around(field, &["w:p"]) else {
            // A mark between paragraphs belongs to the one that follows.
            let next =
                self.tree.paid(field..self.tree.len()).find(|rank| self.tree.is(*rank, "w:p"));
            return next.into_iter().collect();
        };
        let mut place = vec![first];
        if self.goes_on(first) {
            let mut next = self.tree.end(first);
            while next < self.tree.len() && self.tree.is(next, "w:p") && self.goes_on(next) {
                if self.marks(next) > 0 {
                    break;
                }
                place.push(next);
                next = self.tree.end(next);
            }
        }
        place
    }

    /// Whether a paragraph is one of an answer, by its style.
    fn goes_on(&self, paragraph: usize) -> bool {
        self.style(paragraph).is_some_and(|style| names::is_answer(&style))
    }

    /// The style of a paragraph.
    pub fn style(&self, paragraph: usize) -> Option<String> {
        let style = self.tree.all_in(paragraph, "w:pStyle").next();
        style.and_then(|rank| self.tree.attribute(rank, "w:val"))
    }

    /// How many bookmarks of fields a paragraph holds.
    fn marks(&self, paragraph: usize) -> usize {
        let marks = self.tree.all_in(paragraph, "w:bookmarkStart");
        let names = marks.filter_map(|mark| self.tree.attribute(mark, "w:name"));
        names.filter(|name| FieldNames::is_ours(name)).count()
    }

    /// The words of these elements, a line a paragraph; without those of controls that show a prompt, if asked.
    pub fn words(&self, places: &[usize], without_prompts: bool) -> String {
        let whole = places.iter().map(|place| *place..self.tree.end(*place));
        self.words_in(whole, Kept { prompts: !without_prompts, taken: true })
    }

    /// The words of a paragraph that no answer has taken, but for those of lists of older forms.
    fn left(&self, paragraph: usize) -> String {
        let whole = std::iter::once(paragraph..self.tree.end(paragraph));
        self.words_in(whole, Kept { prompts: true, taken: false })
    }

    fn words_in(&self, places: impl Iterator<Item = Range<usize>>, kept: Kept) -> String {
        let tree = &self.tree;
        let mut words = String::new();
        let mut begun = false;
        for place in places {
            let Range { start: mut rank, end } = tree.paid(place);
            while rank < end {
                let node = tree.node(rank);
                let name = node.name();
                let prompt = !kept.prompts && name == b"w:sdt" && self.is_empty(rank);
                let taken = !kept.taken && self.taken.contains(&rank);
                let silent = SILENT.iter().any(|silent| silent.as_bytes() == name)
                    || !kept.taken && name == b"w:ddList";
                if prompt || taken || silent || name == b"w:r" && self.is_hidden(rank) {
                    rank = tree.end(rank);
                    continue;
                }
                match name {
                    b"w:p" if begun => words.push('\n'),
                    b"w:p" => begun = true,
                    b"w:br" | b"w:cr" => words.push('\n'),
                    b"w:tab" if !tree.is(tree.parent(rank), "w:tabs") => words.push('\t'),
                    b"w:sym" => words.extend(self.symbol(rank)),
                    b"w:ddList" => words.push_str(&self.picked(rank)),
                    b"w:noBreakHyphen" => words.push('\u{2011}'),
                    b"" if tree.is(tree.parent(rank), "w:t") => {
                        words.push_str(node.text().unwrap_or_default());
                    }
                    _ => {}
                }
                rank += 1;
            }
        }
        words
    }

    /// Whether nobody sees the words of a run.
    fn is_hidden(&self, run: usize) -> bool {
        let properties = run + 1;
        if properties >= self.tree.end(run) || !self.tree.is(properties, "w:rPr") {
            return false;
        }
        let hidden = self.tree.all_in(properties, "w:vanish").next();
        let value = hidden.map(|hidden| self.tree.attribute(hidden, "w:val"));
        value.is_some_and(|value| value.is_none_or(|value| is_on(&value)))
    }

    /// The choice of a list in an older form.
    pub fn picked(&self, list: usize) -> String {
        let value = |rank: usize| self.tree.attribute(rank, "w:val");
        let result = self.tree.all_in(list, "w:result").next().and_then(value);
        let rank = result.and_then(|result| result.parse().ok()).unwrap_or(0);
        self.tree.all_in(list, "w:listEntry").nth(rank).and_then(value).unwrap_or_default()
    }

    /// The letter that a symbol stands for.
    fn symbol(&self, rank: usize) -> Option<char> {
        let font = self.tree.attribute(rank, "w:font")?;
        names::symbol(&font, &self.tree.attribute(rank, "w:char")?)
    }

    /// What a place says, without what the form prints there.
    pub fn answer(&self, words: &str, rank: usize) -> String {
        self.unprompted(self.labels.after(rank, words))
    }

    /// What a paragraph says that no answer has taken; a prompt stays, for it shows that a place is there.
    pub fn said(&self, paragraph: usize) -> String {
        let words = tidy(&self.left(paragraph));
        if self.index.is_prompt(&words) { words } else { self.unprompted(&words) }
    }

    /// Without the prompt, alone or left beside an answer.
    pub fn unprompted(&self, words: &str) -> String {
        let answer = tidy(words);
        if self.index.is_prompt(&answer) {
            return String::new();
        }
        let prompts = self.index.asked.prompts.iter().map(|prompt| prompt.trim_matches(is_blank));
        for prompt in prompts.filter(|prompt| prompt.chars().count() >= LONG_PROMPT) {
            let beside = answer.strip_prefix(prompt).or_else(|| answer.strip_suffix(prompt));
            if let Some(rest) = beside {
                return tidy(rest);
            }
        }
        answer
    }
}

/// What a property that is named without more, or with this value, says.
fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}
