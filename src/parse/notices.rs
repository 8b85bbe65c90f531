//! `> [!WARNING]` sets a passage apart; what looks like it and is not is said.

use pulldown_cmark::BlockQuoteKind;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::prose::{Block, Inline, NoticeKind};
use crate::model::source::Span;

/// What French teams write for the five words.
const MEANT: [(&str, &str); 12] = [
    ("info", "NOTE"),
    ("information", "NOTE"),
    ("nota", "NOTE"),
    ("remarque", "NOTE"),
    ("à noter", "NOTE"),
    ("astuce", "TIP"),
    ("conseil", "TIP"),
    ("attention", "WARNING"),
    ("avertissement", "WARNING"),
    ("danger", "CAUTION"),
    ("mise en garde", "CAUTION"),
    ("prudence", "CAUTION"),
];

/// A quotation, or the notice that its first line makes of it.
pub fn quote(
    diagnostics: &mut Diagnostics,
    kind: Option<BlockQuoteKind>,
    blocks: Vec<Block>,
    span: Span,
) -> Block {
    let Some(kind) = kind else {
        if let Some(word) = word(&blocks) {
            diagnostics.push(unknown(&word, span));
        }
        return Block::Quote(blocks);
    };
    let kind = match kind {
        BlockQuoteKind::Note => NoticeKind::Note,
        BlockQuoteKind::Tip => NoticeKind::Tip,
        BlockQuoteKind::Important => NoticeKind::Important,
        BlockQuoteKind::Warning => NoticeKind::Warning,
        BlockQuoteKind::Caution => NoticeKind::Caution,
    };
    if blocks.is_empty() {
        let empty = Diagnostic::new(Code::UnreadNotice, span).with("genre", "vide");
        diagnostics.push(empty.with("mot", kind.name().to_uppercase()).with("suggestion", ""));
    }
    Block::Notice { kind, blocks }
}

/// The word between `[!` and `]` that opens a quotation.
fn word(blocks: &[Block]) -> Option<String> {
    let (Block::Paragraph(content) | Block::Plain(content)) = blocks.first()? else { return None };
    let Inline::Text(text) = content.first()? else { return None };
    let (word, _) = text.strip_prefix("[!")?.split_once(']')?;
    Some(word.trim().to_owned())
}

fn unknown(word: &str, span: Span) -> Diagnostic {
    let lower = word.to_lowercase();
    let unread = Diagnostic::new(Code::UnreadNotice, span).with("mot", word);
    if NoticeKind::ALL.iter().any(|(name, _)| *name == lower) {
        return unread.with("genre", "suite").with("suggestion", lower.to_uppercase());
    }
    let unread = unread.with("genre", "inconnu");
    match MEANT.iter().find(|(name, _)| *name == lower) {
        Some((_, meant)) => unread.with("suggestion", *meant),
        None => {
            unread.nearest(&word.to_uppercase(), ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"])
        }
    }
}
