//! Which paragraph of a file is which line of the form: in the same order, as many as can be.

use super::blank::{Blank, is_grid, key};
use super::block::Block;

/// A paragraph, or a whole table.
pub struct Item<'b> {
    pub blocks: &'b [Block],
    pub is_grid: bool,
    /// Its words, as they are compared.
    key: String,
    /// The lines of the form that it can be.
    lines: Vec<usize>,
}

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is this line of the form.
    Line(usize),
    /// The form prints it, elsewhere.
    Elsewhere,
    /// Somebody wrote it.
    Loose,
}

impl<'b> Item<'b> {
    /// An item of a file; a table may be `named` after a line of the form.
    pub fn new(blank: &Blank, blocks: &'b [Block], named: Option<usize>) -> Self {
        let is_grid = is_grid(blocks);
        let key = if is_grid { String::new() } else { key(&blocks[0].words) };
        let mut fields = blocks.iter().flat_map(|block| &block.fields);
        let place = fields.find_map(|field| blank.place(*field)).or(named);
        let lines = match place {
            Some(line) => vec![line],
            None => blank.printing(&key).to_vec(),
        };
        Self { blocks, is_grid, key, lines }
    }

    /// Whether it says what a line of the form does.
    pub fn says(&self, key: &str) -> bool {
        self.key == key
    }
}

/// Where each item stands.
pub fn standings(items: &[Item<'_>]) -> Vec<Standing> {
    let mut standings: Vec<Standing> = items
        .iter()
        .map(|item| if item.lines.is_empty() { Standing::Loose } else { Standing::Elsewhere })
        .collect();
    let sure: Vec<(usize, usize)> = (0..)
        .zip(items)
        .filter_map(
            |(rank, item)| if let [line] = item.lines[..] { Some((rank, line)) } else { None },
        )
        .collect();
    for rank in longest_rise(&sure) {
        let (item, line) = sure[rank];
        standings[item] = Standing::Line(line);
    }
    let next = followed(&standings, usize::MAX);
    let mut last: Option<usize> = None;
    for (rank, item) in items.iter().enumerate() {
        if let Standing::Line(line) = standings[rank] {
            last = Some(line);
            continue;
        }
        let fits = |line: &&usize| last.is_none_or(|last| **line > last) && **line < next[rank];
        if let Some(line) = item.lines.iter().find(fits).filter(|_| item.lines.len() > 1) {
            standings[rank] = Standing::Line(*line);
            last = Some(*line);
        }
    }
    standings
}

/// The line of the next item that has one, for each item; `end` after the last.
pub fn followed(standings: &[Standing], end: usize) -> Vec<usize> {
    let mut next = end;
    let mut followed = vec![end; standings.len()];
    for (rank, standing) in standings.iter().enumerate().rev() {
        followed[rank] = next;
        if let Standing::Line(line) = standing {
            next = *line;
        }
    }
    followed
}

/// The ranks of the most pairs whose second parts rise.
fn longest_rise(pairs: &[(usize, usize)]) -> Vec<usize> {
    // The last pair of the best rise of each length, and the pair before each.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (rank, (_, line)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *line);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(rank);
        } else {
            ends[length] = rank;
        }
    }
    let mut rise: Vec<usize> =
        std::iter::successors(ends.last().copied(), |rank| before[*rank]).collect();
    rise.reverse();
    rise
}

#[cfg(test)]
mod tests {
    use super::longest_rise;

    #[test]
    fn what_is_out_of_order_is_left() {
        let lines = [3, 0, 1, 9, 2, 2, 4];
        let pairs: Vec<(usize, usize)> = lines.into_iter().enumerate().collect();
        let rise: Vec<usize> = longest_rise(&pairs).into_iter().map(|rank| lines[rank]).collect();
        assert_eq!(rise, [0, 1, 2, 4]);
    }
}
