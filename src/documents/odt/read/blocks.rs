//! The paragraphs of an `OpenDocument` text, with the fields that stand in each, and the names of its tables.

use std::collections::BTreeMap;

use super::super::names;
use super::content::Content;
use crate::answers::block::{Block, Cell};
use crate::answers::text::tidy;
use crate::documents::xml::read::Node;

/// The question and the side that tables are named after.
type Tables = BTreeMap<usize, (usize, Option<String>)>;

/// How the styles of what people write begin: those of answers, and those of a suite.
const WRITTEN: [&str; 7] =
    ["Answer", "Amount", "Table_20_Contents", "Standard", "Text_20_body", "Normal", "Default"];

/// How the styles of a table of contents begin, which an office suite makes again when asked to.
const CONTENTS: [&str; 2] = ["Contents", "TOC"];

/// The paragraphs, in reading order, but for the table of contents.
pub fn of(content: &Content<'_, '_>) -> (Vec<Block>, Tables) {
    let tree = &content.tree;
    let (cells, tables) = tables(content);
    let Some(text) = tree.all("office:text").next() else { return (Vec::new(), tables) };
    let mut blocks = Vec::new();
    let mut sections = content.sections.clone();
    for paragraph in content.paragraphs(text) {
        let style = content.style(paragraph);
        let is_of_contents = CONTENTS.iter().any(|contents| style.starts_with(contents));
        if is_of_contents || tree.around(paragraph, &["text:table-of-content"]).is_some() {
            continue;
        }
        let around = ["table:table-cell", "table:covered-table-cell", "office:text"];
        let cell = tree.around(paragraph, &around);
        let is_taken = cell.is_some_and(|cell| content.taken.contains(&cell))
            || content.taken.contains(&paragraph);
        let words = if is_taken { String::new() } else { said(content, paragraph) };
        let end = tree.end(paragraph);
        let places = content.places.range(paragraph..end);
        let mut fields: Vec<usize> = places.map(|(_, rank)| *rank).collect();
        if is_taken && let Some(section) = tree.around(paragraph, &["text:section"]) {
            // Where the answer begins.
            fields.extend(sections.remove(&section));
        }
        let cell = cell.and_then(|cell| cells.get(&cell).copied());
        let is_ours = !WRITTEN.iter().any(|written| style.starts_with(written));
        blocks.push(Block { words, fields, cell, is_ours: is_ours && !style.is_empty() });
    }
    (blocks, tables)
}

/// What a paragraph says; where that is nothing, its prompt, for it shows that a place is there.
fn said(content: &Content<'_, '_>, paragraph: usize) -> String {
    let words = tidy(&content.words(paragraph));
    if !words.is_empty() {
        return words;
    }
    let prompt = content.tree.all_in(paragraph, "text:placeholder").next();
    let words = prompt.map(|prompt| content.tree.inside(prompt).filter_map(Node::text).collect());
    words.unwrap_or_default()
}

/// Where each cell stands, by its node, and what each table is named after.
fn tables(content: &Content<'_, '_>) -> (BTreeMap<usize, Cell>, Tables) {
    let tree = &content.tree;
    let (mut cells, mut named) = (BTreeMap::new(), Tables::new());
    for (table, node) in tree.all("table:table").enumerate() {
        let name = tree.attribute(node, "table:name").unwrap_or_default();
        if let Some((question, side)) = question(content, &name) {
            named.insert(table, (question, side.map(str::to_owned)));
        }
        let own = |row: &usize| tree.around(tree.parent(*row), &["table:table"]) == Some(node);
        for (row, node) in tree.all_in(node, "table:table-row").filter(own).enumerate() {
            let around = ["table:table-header-rows", "table:table"];
            let head = tree.around(node, &around).is_some_and(|rank| tree.is(rank, around[0]));
            let is_cell = |cell: &usize| {
                let cells = ["table:table-cell", "table:covered-table-cell"];
                tree.parent(*cell) == node && cells.iter().any(|name| tree.is(*cell, name))
            };
            for (column, node) in tree.ranks_in(node).filter(is_cell).enumerate() {
                cells.insert(node, Cell { table, row, column, head });
            }
        }
    }
    (cells, named)
}

/// The question of a table, by its name.
fn question<'n>(content: &Content<'_, '_>, name: &'n str) -> Option<(usize, Option<&'n str>)> {
    let (id, side) = names::table_of(name)?;
    let is_it = |former: &String| former == id;
    let questions = &content.index.asked.questions;
    let found = questions.iter().position(|known| known.id == id || known.former.iter().any(is_it));
    Some((found?, side))
}
