//! [`Prose`] becomes plain text, for programs that show no markup.

use super::context::TextContext;
use crate::model::prose::{Block, Inline, Prose};

/// A whole text: a line a paragraph, a bullet or a number an item.
pub fn text(context: &TextContext<'_>, prose: &Prose) -> String {
    blocks(context, &prose.blocks)
}

/// A line of text.
pub fn line(context: &TextContext<'_>, inlines: &[Inline]) -> String {
    inlines.iter().map(|inline| words(context, inline)).collect()
}

/// `text`, cut after a whole word when it is longer than `limit` characters.
pub fn cut(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let head: String = text.chars().take(limit.saturating_sub(1)).collect();
    let end = head.rfind(char::is_whitespace).unwrap_or(head.len());
    format!("{}…", head[..end].trim_end_matches(|c: char| !c.is_alphanumeric()))
}

fn blocks(context: &TextContext<'_>, blocks: &[Block]) -> String {
    let lines: Vec<String> = blocks.iter().map(|one| block(context, one)).collect();
    let said = lines.iter().map(String::as_str).filter(|line| !line.is_empty());
    said.collect::<Vec<_>>().join("\n")
}

fn block(context: &TextContext<'_>, block: &Block) -> String {
    match block {
        Block::Paragraph(inner) | Block::Plain(inner) | Block::Heading { content: inner, .. } => {
            line(context, inner)
        }
        Block::List { start, items } => list(context, *start, items),
        Block::Quote(inner) => blocks(context, inner),
        Block::Code(code) => code.trim_end().to_owned(),
        Block::Table { head, rows, .. } => {
            let row = |cells: &Vec<Vec<Inline>>| {
                let cells: Vec<String> = cells.iter().map(|cell| line(context, cell)).collect();
                cells.join(" – ")
            };
            let lines: Vec<String> = std::iter::once(head).chain(rows).map(row).collect();
            lines.join("\n")
        }
        Block::Rule | Block::Place(_) => String::new(),
    }
}

fn list(context: &TextContext<'_>, start: Option<u64>, items: &[Vec<Block>]) -> String {
    let numbers = start.unwrap_or_default()..;
    let lines = items.iter().zip(numbers).map(|(item, number)| {
        let mark = if start.is_some() { format!("{number}.") } else { "•".to_owned() };
        // What an item holds besides stands under it.
        format!("{mark} {}", blocks(context, item).replace('\n', "\n  "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn words(context: &TextContext<'_>, inline: &Inline) -> String {
    match inline {
        Inline::Text(text) | Inline::Code(text) => text.clone(),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => {
            line(context, inner)
        }
        Inline::Image { alternative, .. } => alternative.clone(),
        Inline::Value(value) => context.value(&value.value),
        Inline::FootnoteCall(_) => String::new(),
        Inline::SoftBreak => " ".to_owned(),
        Inline::HardBreak => "\n".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::cut;

    fn check(text: &str, limit: usize, expected: &str) {
        let found = cut(text, limit);
        assert_eq!(found, expected);
        assert!(found.chars().count() <= limit, "{found}");
    }

    #[test]
    fn texts_are_cut_after_a_word() {
        check("Élan régional", 13, "Élan régional");
        check("Élan régional", 12, "Élan…");
        check("Élan, régional", 13, "Élan…");
        check("Anticonstitutionnellement", 5, "Anti…");
    }
}
