//! The slips that teams make in YAML: what its parser refuses, and what it accepts and loses.

use std::ops::Range;

use serde_yaml::granit_parser::{ErrorKind, ScalarStyle, ScanError};

use super::invisible;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::source::{SourceFile, Span};

/// What the parser refused, as one of the few slips that teams make. Up to `read`, the file was understood.
pub fn refused(file: &SourceFile, error: &ScanError, read: usize) -> Diagnostic {
    let offset = error.marker().byte_offset().unwrap_or_default().min(file.text.len());
    let offset = file.text.floor_char_boundary(offset);
    if matches!(error.kind(), ErrorKind::UnknownAnchor) {
        return Diagnostic::new(Code::RefusedAlias, at(file, offset));
    }
    let text = Lines::new(&file.text, offset);
    if let Some(range) = text.invisible() {
        return invisible::told(&file.text, Span::new(file.id, range), "cle");
    }
    let (reason, offset) = of_quotes(&file.text, error.kind(), (read, offset))
        .or_else(|| of_marks(error.kind(), &text).map(|reason| (reason, offset)))
        .or_else(|| of_lines(&text))
        .unwrap_or_else(|| (of_structure(error.kind(), &text), offset));
    Diagnostic::new(Code::InvalidYaml, at(file, offset)).with("raison", reason)
}

/// The line where reading stopped, and those around it.
struct Lines<'s> {
    line: &'s str,
    /// Where it starts.
    start: usize,
    /// The last one above that is not blank, and where it starts.
    above: Option<(&'s str, usize)>,
    /// Where reading stopped.
    stop: usize,
}

impl<'s> Lines<'s> {
    fn new(text: &'s str, stop: usize) -> Self {
        let start = text[..stop].rfind('\n').map_or(0, |end| end + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        let before = text[..start].trim_end();
        let above = before.rfind('\n').map_or(0, |end| end + 1);
        let above = (!before.is_empty()).then(|| (&before[above..], above));
        Self { line, start, above, stop }
    }

    /// What nobody sees where a line takes its place, or where reading stopped.
    fn invisible(&self) -> Option<Range<usize>> {
        let at = |(line, start): (&str, usize)| {
            let range = invisible::in_structure(line)?;
            Some(start + range.start..start + range.end)
        };
        let above = self.above.and_then(at);
        above.or_else(|| at((self.line, self.start))).or_else(|| {
            let stop = self.stop - self.start;
            let sign = self.line.get(stop..)?.chars().next()?;
            let range = self.stop..self.stop + sign.len_utf8();
            invisible::in_key(sign.encode_utf8(&mut [0; 4])).map(|_| range)
        })
    }
}

/// A quotation that is not closed is told where it opens, which may be far above.
fn of_quotes(
    text: &str,
    kind: &ErrorKind,
    (read, stop): (usize, usize),
) -> Option<(&'static str, usize)> {
    let quotes = |c: char| matches!(c, '"' | '\'');
    let opens = text.get(read..stop)?.find(quotes).map_or(stop, |start| read + start);
    match kind {
        ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar => {
            let one_line = !text[opens..stop].contains('\n');
            Some(if one_line { ("guillemet-suivi", stop) } else { ("guillemet-ouvert", opens) })
        }
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => Some(("guillemet-ouvert", opens)),
        ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape => {
            Some(("echappement", stop))
        }
        _ => None,
    }
}

/// What the parser itself names well enough.
fn of_marks(kind: &ErrorKind, text: &Lines<'_>) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => "tabulation",
        _ if text.line.trim_start_matches(' ').starts_with('\t') => "tabulation",
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd => {
            // "{ fr: Dépôt : 17 janvier }"
            if text.line.contains(" : ") { "deux-points" } else { "crochets" }
        }
        ErrorKind::RecursionLimitExceeded => "imbrication",
        _ => return None,
    })
}

/// What the lines show, whatever the parser made of them.
fn of_lines(text: &Lines<'_>) -> Option<(&'static str, usize)> {
    let stop = text.stop - text.start;
    let here = text.line.get(stop..).is_some_and(|rest| rest.starts_with(RESERVED));
    let first = bad_first_sign(text.line).filter(|first| *first <= stop);
    if let Some(first) = first.or(here.then_some(stop)) {
        return Some(("premier-signe", text.start + first));
    }
    let both = [Some((text.line, text.start)), text.above];
    for (line, start) in both.into_iter().flatten() {
        let indent = line.len() - line.trim_start().len();
        if line.trim_start().starts_with(['–', '—', '•']) {
            return Some(("tiret-long", start + indent));
        }
    }
    if let Some((above, _)) = text.above
        && opens_block(above)
        && indent(text.line) <= indent(above)
    {
        return Some(("bloc-sans-retrait", text.start + indent(text.line)));
    }
    let glued = |(line, start): (&str, usize)| Some(start + glued_colon(line)?);
    let colon = both.into_iter().flatten().find_map(glued)?;
    Some(("deux-points-colle", colon))
}

/// What only the parser saw.
fn of_structure(kind: &ErrorKind, text: &Lines<'_>) -> &'static str {
    let line = text.line;
    match kind {
        _ if stuck_hyphen(line) => "tiret",
        ErrorKind::MappingValueNotAllowed if line.matches(':').count() > 1 => "deux-points",
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidIndentation => "alignement",
        ErrorKind::SimpleKeyExpected | ErrorKind::ExpectedBlockMappingKey if line.contains(':') => {
            "alignement"
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::ExpectedBlockMappingKey => "cle-sans-deux-points",
        _ => "autre",
    }
}

/// What means something else to YAML at the beginning of a text.
const RESERVED: [char; 10] = ['@', '`', '%', '&', '*', '?', '>', '|', ',', '!'];

/// Where the value of a line starts, if by a sign that means something else to YAML than to its author.
fn bad_first_sign(line: &str) -> Option<usize> {
    let inside = line.trim_start();
    let item = inside.strip_prefix("- ").unwrap_or(inside).trim_start();
    let key = item.find(": ").map(|end| &item[end + 2..]);
    let value = key.unwrap_or(item).trim_start();
    let first = value.chars().next()?;
    let refused = match first {
        _ if RESERVED.contains(&first) => true,
        '-' => key.is_some() && value.starts_with("- "),
        // "[Nouveau] Dates": something follows the bracket that closes.
        '[' | '{' => {
            let closes = value.rfind([']', '}']).map_or("", |end| &value[end + 1..]);
            !matches!(closes.trim().chars().next(), None | Some('#' | ',' | ']' | '}' | ':'))
        }
        _ => false,
    };
    refused.then(|| line.len() - value.len())
}

/// The colon of `cle:valeur`, which lacks a space. An address or an hour has one too, and is no key.
pub fn glued_colon(line: &str) -> Option<usize> {
    let inside = line.trim_start();
    let item = inside.strip_prefix("- ").unwrap_or(inside).trim_start();
    let word = |c: char| c.is_ascii_lowercase() || matches!(c, '_' | '-');
    let key = item.find(|c: char| !word(c))?;
    let after = item[key..].strip_prefix(':')?;
    let glued = key > 1 && !after.starts_with([' ', ':', '/']) && !after.is_empty();
    glued.then(|| line.len() - item.len() + key)
}

/// `cle: |` or `cle: >`, whose text comes on the next lines.
fn opens_block(line: &str) -> bool {
    let header = line.trim_end().trim_end_matches(|c: char| matches!(c, '+' | '-' | '0'..='9'));
    header.ends_with(": |") || header.ends_with(": >")
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// `-texte`, where a list was meant.
fn stuck_hyphen(line: &str) -> bool {
    line.trim_start().strip_prefix('-').is_some_and(|rest| !rest.starts_with([' ', '-']))
}

fn at(file: &SourceFile, offset: usize) -> Span {
    let next = file.text[offset..].chars().next().map_or(0, char::len_utf8);
    Span::new(file.id, offset..offset + next)
}

/// What YAML accepts of a scalar and its author did not mean: words lost, or a list made one line.
pub fn swallowed(
    source: &str,
    (text, style): (&str, ScalarStyle),
    span: Span,
) -> Option<Diagnostic> {
    let written = source.get(span.range())?;
    if style == ScalarStyle::Plain {
        if let Some(lost) = lost_comment(source, span) {
            return Some(lost);
        }
        // "-" and a space that is not that of the keyboard, where a list was meant.
        if let Some(range) = written.strip_prefix('-').and_then(invisible::in_key)
            && range.start == 0
        {
            let start = span.range().start + 1;
            let place = Span::new(span.file, start..start + range.end);
            return Some(invisible::told(source, place, "cle"));
        }
        let reason = suspect(text, written)?;
        // What reading stopped at the colon says.
        if reason == "tiret-long" && source[span.range().end..].starts_with(':') {
            return None;
        }
        return Some(Diagnostic::new(Code::SuspectText, span).with("raison", reason));
    }
    // The lines of a `|` stay lines.
    let mut start = span.range().start;
    let folded = match style {
        ScalarStyle::Literal => return None,
        ScalarStyle::Folded if !written.starts_with('>') => {
            start = source[..start].rfind('\n').map_or(0, |end| end + 1);
            folded_list(&source[start..span.range().end], true)?
        }
        style => folded_list(written, style == ScalarStyle::Folded)?,
    };
    let place = Span::new(span.file, start + folded.start..start + folded.end);
    Some(Diagnostic::new(Code::SuspectText, place).with("raison", "liste-repliee"))
}

/// `#1jeune1solution` after a plain scalar: YAML drops it. After a space, `# decided on the 3rd` is a comment.
pub fn lost_comment(source: &str, span: Span) -> Option<Diagnostic> {
    let end = span.range().end;
    let rest = &source[end..];
    // Nothing but the colon, after a key whose value this seems to be.
    let comment = rest.trim_start_matches([' ', '\t', ':']);
    if !comment.strip_prefix('#')?.starts_with(char::is_alphanumeric) {
        return None;
    }
    let start = end + rest.len() - comment.len();
    // A line may hold many scalars: its end is only looked for once something is lost.
    let comment = comment.lines().next()?.trim_end();
    let place = Span::new(span.file, start..start + comment.len());
    let lost = Diagnostic::new(Code::SuspectText, place).with("raison", "diese");
    Some(lost.with("mot", comment.split_whitespace().next().unwrap_or_default()))
}

/// `!Important Lire…`: the tag that YAML takes off the node at `span`.
pub fn lost_tag(source: &str, span: Span) -> Diagnostic {
    let start = span.range().start;
    let before = source[..start].trim_end();
    let ends = |c: char| c.is_whitespace() || matches!(c, '[' | '{' | ',');
    let word = before.rfind(ends).map_or(0, |end| end + 1);
    let is_tag = before[word..].starts_with('!');
    let place = if is_tag { Span::new(span.file, word..before.len()) } else { span };
    let lost = Diagnostic::new(Code::SuspectText, place).with("raison", "etiquette");
    lost.with("mot", &source[place.range()])
}

/// A plain scalar that YAML accepts and that its author surely did not mean.
fn suspect(text: &str, written: &str) -> Option<&'static str> {
    let mut lines = written.lines().skip(1).map(str::trim_start);
    if text.starts_with(['“', '”', '‘']) && text.ends_with(['“', '”', '’']) {
        Some("guillemets")
    } else if text.starts_with('-') && text.len() > 1 && !text.as_bytes()[1].is_ascii_digit()
        || lines.any(|line| line.starts_with('-'))
    {
        Some("tiret")
    } else if text.starts_with(['–', '—', '•'])
        && text.chars().nth(1).is_some_and(char::is_whitespace)
    {
        Some("tiret-long")
    } else {
        folded_list(written, false).map(|_| "liste-repliee")
    }
}

/// `« 12:00 »` without the quotation marks that hold a value which is no words.
pub fn unquoted(text: &str) -> &str {
    const MARKS: [char; 9] = ['«', '»', '‹', '›', '“', '”', '„', '‘', '’'];
    if !text.starts_with(MARKS) {
        return text;
    }
    text.trim_matches(|c: char| MARKS.contains(&c) || c.is_whitespace())
}

/// The items of a list that YAML would join into one line: two in a row, or one after a sentence that has ended.
///
/// In a `>`, a line that is indented more than the first stays a line.
fn folded_list(written: &str, block: bool) -> Option<Range<usize>> {
    let mut lines = written.split_inclusive('\n');
    let header = written.starts_with('>');
    let mut start = if header { lines.next().map_or(0, str::len) } else { 0 };
    let margin = written[start..].lines().find(|line| !line.trim().is_empty()).map_or(0, indent);
    let mut above = "";
    for line in lines {
        let words = line.trim_start_matches(['"', '\'']).trim();
        let kept = block && indent(line) > margin;
        if !kept && is_item(words) && !above.is_empty() {
            let ended = above.ends_with(['.', ':', ';', '!', '?']);
            if ended || is_item(above) {
                let first = start + line.len() - line.trim_start().len();
                return Some(first..start + line.trim_end().len());
            }
        }
        above = if kept { "" } else { words };
        start += line.len();
    }
    None
}

/// `- eau`, `• eau`, `1. eau`, `1) eau`.
fn is_item(line: &str) -> bool {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marks = ["- ", "* ", "+ ", "• ", "– ", "— ", "· ", "\u{f0b7}"];
    let numbers = [". ", ") "];
    marks.iter().any(|mark| line.starts_with(mark))
        || (1..=2).contains(&digits) && numbers.iter().any(|mark| line[digits..].starts_with(mark))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::model::digest::Digest;
    use crate::model::source::{FileId, SourceFile};
    use crate::parse::yaml;

    /// What is said of a file, by its reason, and the text at the place.
    fn said(text: &str) -> Vec<(String, String)> {
        let digest = Digest::of(text.as_bytes());
        let (id, path, readable) = (FileId(0), "a.yaml".to_owned(), true);
        let file = SourceFile { id, path, text: text.into(), digest, readable };
        let mut found = Diagnostics::default();
        yaml::tree(&mut found, &file);
        let reason = |args: &[(&str, String)]| args.first().map(|(_, word)| word.clone());
        let found = found.sorted().into_iter();
        let told = found.map(|d| (reason(&d.args), text[d.at.range()].to_owned()));
        told.map(|(reason, place)| (reason.unwrap_or_default(), place)).collect()
    }

    fn check(text: &str, reason: &str, place: &str) {
        assert_eq!(said(text), [(reason.to_owned(), place.to_owned())], "{text}");
    }

    #[test]
    fn a_text_that_begins_with_a_sign_of_yaml_is_told_there() {
        for sign in ["@a", "`a` b", "% a", "& a", "* a", "? a", "> 50 ans", "| a", ", a", "- a"] {
            check(&format!("a: {sign}\n"), "premier-signe", &sign[..1]);
        }
        for text in ["[Nouveau] Dates", "{a} b"] {
            check(&format!("a: {text}\nb: c\n"), "premier-signe", &text[..1]);
        }
        check("a: { b: @c }\n", "premier-signe", "@");
        check("a: !Important Lire\n", "etiquette", "!Important");
        check("a: !b { c: d }\n", "etiquette", "!b");
        check("a: [!b [c]]\n", "etiquette", "!b");
    }

    #[test]
    fn a_comment_glued_to_a_word_is_words_lost() {
        check("a: Plan #1jeune b\n", "diese", "#1jeune b");
        check("a:\n  - Lot n° #2\n", "diese", "#2");
        check("a: [b #c\n  ]\n", "diese", "#c");
        check("a: #emploi\nb: c\n", "diese", "#emploi");
        for honest in ["a: b # décidé le 3\n", "# b\na: c\n", "a: \"b #c\"\n", "a: b#c\n"] {
            assert_eq!(said(honest), [], "{honest}");
        }
    }

    #[test]
    fn a_list_made_one_line_is_told_and_a_dash_in_a_sentence_is_not() {
        for text in [
            "a: >\n  Voici :\n  - eau\n",
            "a: >-\n  Voici\n  1. eau\n  2. air\n",
            "a: \"Voici.\n  • eau\"\n",
            "a: 'Voici.\n  * eau'\n",
            "a: Voici.\n  1) eau\n",
        ] {
            assert_eq!(said(text)[0].0, "liste-repliee", "{text}");
        }
        for honest in [
            "a: |\n  Voici :\n  - eau\n",
            "a: >\n  Voici :\n\n  - eau\n\n  - air\n",
            "a: >\n  Voici :\n    - eau\n    - air\n",
            "a: >\n  Le plan\n  – s'il est retenu – dure\n  2022. Pas plus\n",
        ] {
            assert_eq!(said(honest), [], "{honest}");
        }
    }

    #[test]
    fn a_dash_where_a_list_was_meant_is_told() {
        for text in ["– eau", "— eau", "• eau", "–\u{a0}eau"] {
            check(&format!("a: {text}\n"), "tiret-long", text);
            check(&format!("a:\n  {text}\nb: c\n"), "tiret-long", text);
            check(&format!("a:\n  - {text}\n"), "tiret-long", text);
            assert_eq!(said(&format!("a: \"{text}\"\n")), [], "{text}");
            assert_eq!(said(&format!("a: |\n  {text}\n")), [], "{text}");
        }
        assert_eq!(said("a: –5\n"), []);
    }

    #[test]
    fn quotation_marks_around_a_value_are_seen() {
        for text in
            ["« 12:00 »", "«\u{a0}12:00\u{202f}»", "«12:00»", "“12:00”", "‹ 12:00", "„12:00“"]
        {
            assert_eq!(super::unquoted(text), "12:00", "{text}");
        }
        for text in ["12:00", "12:00 »", "a « b »", ""] {
            assert_eq!(super::unquoted(text), text);
        }
    }

    #[test]
    fn what_follows_a_line_of_three_points_is_not_lost_in_silence() {
        check("a: b\n...\nc: d\n", "points", "");
        assert_eq!(said("a: b\n...\n# fin\n"), []);
    }

    #[test]
    fn a_quotation_is_told_where_it_opens() {
        check("a: \"Plan\nb:\n  - c: \"d\"\n", "guillemet-ouvert", "\"");
        check("a: 'Plan\nb: c\n", "guillemet-ouvert", "'");
        check("a: \"Plan\" b\n", "guillemet-suivi", "b");
    }

    #[test]
    fn a_colon_without_a_space_is_told_there() {
        for text in ["a: b\nstatut:c\n", "statut:c\na: b\n", "a: { statut:c }\n"] {
            check(text, "deux-points-colle", ":");
        }
        for honest in ["a: https://b.example.org\n", "a: 12:30\n", "a: [b:c, d]\n"] {
            assert_eq!(said(honest), [], "{honest}");
        }
    }

    #[test]
    fn a_text_not_indented_and_a_long_dash_are_told() {
        check("a: |\nBonjour à tous\n", "bloc-sans-retrait", "B");
        check("a:\n  – b: c\n    d: e\n", "tiret-long", "–");
    }
}
