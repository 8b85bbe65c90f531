//! The paragraphs of a Word document, with the fields that stand in each.

use std::collections::BTreeMap;

use super::body::Body;
use crate::answers::block::{Block, Cell};

/// How the styles of what people write begin, in small letters: those of answers, and those of a suite.
const WRITTEN: [&str; 7] =
    ["answer", "tablecell", "normal", "standard", "text", "listparagraph", "default"];

/// The paragraphs, in reading order, but for the table of contents.
pub fn of(body: &Body<'_, '_>) -> Vec<Block> {
    let tree = &body.tree;
    let cells = cells(body);
    let mut blocks = Vec::new();
    let mut end = 0;
    for paragraph in tree.all("w:p") {
        // A paragraph in a text box is of the paragraph where the box is held.
        if paragraph < end || tree.around(paragraph, &["w:del", "w:moveFrom"]).is_some() {
            continue;
        }
        end = tree.end(paragraph);
        let style = body.style(paragraph).unwrap_or_default().to_lowercase();
        if is_of_contents(&style) {
            continue;
        }
        let around = ["w:tc", "w:body"];
        let cell = tree.around(paragraph, &around).and_then(|cell| cells.get(&cell).copied());
        let is_taken = cell.is_some_and(|(node, _)| body.taken.contains(&node))
            || body.taken.contains(&paragraph);
        // LibreOffice puts the list of an older form at the beginning of the next paragraph.
        let lists = tree.all_in(paragraph, "w:ddList").filter(|_| !is_taken);
        let lists = lists.map(|list| body.unprompted(&body.picked(list)));
        blocks.extend(lists.map(|words| Block { words, ..Block::default() }));
        let words = if is_taken { String::new() } else { body.said(paragraph) };
        let fields = body.places.range(paragraph..end).map(|(_, rank)| *rank).collect();
        let is_ours = !WRITTEN.iter().any(|written| style.starts_with(written));
        let (cell, is_ours) = (cell.map(|(_, cell)| cell), is_ours && !style.is_empty());
        blocks.push(Block { words, fields, cell, is_ours });
    }
    blocks
}

/// An office suite makes these paragraphs again when asked to.
fn is_of_contents(style: &str) -> bool {
    style.starts_with("toc") || style.starts_with("contents")
}

/// Where each cell stands, by its node, which comes with it.
fn cells(body: &Body<'_, '_>) -> BTreeMap<usize, (usize, Cell)> {
    let tree = &body.tree;
    let mut cells = BTreeMap::new();
    for (table, node) in tree.all("w:tbl").enumerate() {
        let own = |row: &usize| tree.around(tree.parent(*row), &["w:tbl"]) == Some(node);
        for (row, node) in tree.all_in(node, "w:tr").filter(own).enumerate() {
            let head = tree.all_in(node, "w:tblHeader").next().is_some();
            let own = |cell: &usize| tree.around(*cell, &["w:tr"]) == Some(node);
            for (column, node) in tree.all_in(node, "w:tc").filter(own).enumerate() {
                cells.insert(node, (node, Cell { table, row, column, head }));
            }
        }
    }
    cells
}
