//! The words of a text as its author means them, without the program's own reader of Markdown: a text
//! that the program misreads must not be misread here in the same way.

/// What a reader should find of a text, in order: its body, then its notes.
#[derive(Debug, Default)]
pub struct Words {
    pub body: Vec<String>,
    pub notes: Vec<String>,
}

/// Reads one text of the corpus.
pub fn words(text: &str) -> Words {
    let mut lines: Vec<(bool, String)> = Vec::new();
    let (mut in_note, mut in_table, mut in_list, mut after_blank) = (false, false, false, true);
    let mut rest = text.lines().peekable();
    while let Some(line) = rest.next() {
        if line.trim().is_empty() {
            (in_note, in_table, after_blank) = (false, false, true);
            continue;
        }
        if is_rule(line) || is_reference(line) {
            continue;
        }
        in_table |= rest.peek().is_some_and(|next| is_table_rule(next) && line.contains('|'));
        if in_table && is_table_rule(line) {
            continue;
        }
        let mut line = unquoted(line);
        if let Some((label, note)) = line.split_once("]:").filter(|(l, _)| l.starts_with("[^")) {
            in_note = !label.is_empty();
            line = note;
        }
        if let Some(item) = item(line, after_blank || in_list) {
            (line, in_list) = (item, true);
        } else if after_blank && !line.starts_with(' ') {
            in_list = false;
        }
        let cells = if in_table { line.replace('|', " ") } else { line.to_owned() };
        lines.push((in_note, cells));
        after_blank = false;
    }
    let spoken = |notes: bool| {
        let lines = lines.iter().filter(|(note, _)| *note == notes);
        let lines: Vec<&str> = lines.map(|(_, line)| line.as_str()).collect();
        split(&inline(&lines.join("\n")))
    };
    Words { body: spoken(false), notes: spoken(true) }
}

/// Words between spaces, whatever the space; the apostrophe is one word's, whichever is typed.
pub fn split(text: &str) -> Vec<String> {
    let text = text.replace('\'', "’").replace('\u{ad}', "");
    text.split_whitespace().map(ToOwned::to_owned).collect()
}

fn is_rule(line: &str) -> bool {
    let marks: String = line.split_whitespace().collect();
    let mark = marks.chars().next();
    marks.len() > 2
        && matches!(mark, Some('*' | '-' | '_' | '='))
        && marks.chars().all(|c| Some(c) == mark)
}

fn is_table_rule(line: &str) -> bool {
    line.contains('|')
        && line.contains('-')
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// `[label]: address`, which nobody reads.
fn is_reference(line: &str) -> bool {
    let label = line.strip_prefix('[').and_then(|line| line.split_once("]:"));
    label.is_some_and(|(label, _)| !label.starts_with('^'))
}

fn unquoted(line: &str) -> &str {
    let line = line.trim_start();
    line.strip_prefix('>')
        .filter(|rest| rest.is_empty() || rest.starts_with(' '))
        .map_or(line, unquoted)
}

/// What follows the mark of a list or of a heading. A number in the middle of a paragraph is none, unless it is 1.
fn item(line: &str, may_count: bool) -> Option<&str> {
    let heading = line.trim_start_matches('#');
    if let Some(title) = heading.strip_prefix(' ').filter(|_| heading.len() < line.len()) {
        return Some(title);
    }
    if let Some(rest) = ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark)) {
        return item(rest, true).or(Some(rest));
    }
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = &line[..line.len() - rest.len()];
    let counts = number == "1" || (may_count && (1..=9).contains(&number.len()));
    let rest = rest.strip_prefix(['.', ')']).filter(|_| counts)?;
    rest.strip_prefix(' ')
}

/// A line without the marks of its emphasis, links and calls of notes.
fn inline(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let before = out.chars().next_back();
        let (said, length) = mark(rest, before).unwrap_or_else(|| (c.to_string(), c.len_utf8()));
        out.push_str(&said);
        rest = &rest[length..];
    }
    out
}

/// What a mark at the start of `text` leaves to read, and how much of the text it takes.
fn mark(text: &str, before: Option<char>) -> Option<(String, usize)> {
    match text.as_bytes()[0] {
        b'\\' => {
            let ends = |c: &char| c.is_ascii_punctuation() || *c == '\n';
            let next = text[1..].chars().next().filter(ends)?;
            Some((next.to_string(), 2))
        }
        b'`' => {
            let end = text[1..].find('`')? + 1;
            Some((text[1..end].to_owned(), end + 1))
        }
        b'<' => {
            let end = text.find('>')?;
            let address = &text[1..end];
            let is_address =
                !address.contains(' ') && (address.contains("://") || address.contains('@'));
            is_address.then(|| (address.to_owned(), end + 1))
        }
        b'!' if text.starts_with("![") => {
            mark(&text[1..], before).map(|(said, length)| (said, length + 1))
        }
        b'[' => bracketed(text),
        b'*' => emphasis(text, '*'),
        b'_' if before.is_none_or(|c| !c.is_alphanumeric()) => emphasis(text, '_'),
        b'&' => {
            let signs = [("&nbsp;", " "), ("&amp;", "&"), ("&lt;", "<")];
            let (name, sign) = signs.into_iter().find(|(name, _)| text.starts_with(name))?;
            Some((sign.to_owned(), name.len()))
        }
        _ => None,
    }
}

fn bracketed(text: &str) -> Option<(String, usize)> {
    let end = text.find(']')?;
    let inside = &text[1..end];
    if inside.starts_with('^') {
        return Some((String::new(), end + 1));
    }
    let close = match text.as_bytes().get(end + 1)? {
        b'(' => ')',
        b'[' => ']',
        _ => return None,
    };
    let length = text[end + 1..].find(close)? + end + 2;
    Some((inline(inside), length))
}

/// A run of marks that holds on to a word, closed by the same run after a word.
fn emphasis(text: &str, sign: char) -> Option<(String, usize)> {
    let rest = text.trim_start_matches(sign);
    let run = &text[..text.len() - rest.len()];
    rest.chars().next().filter(|c| !c.is_whitespace())?;
    let closes = |at: usize| {
        let after = rest[at + run.len()..].chars().next();
        let held = !rest[..at].ends_with([' ', '\n', sign]) && after != Some(sign);
        held && (sign == '*' || after.is_none_or(|c| !c.is_alphanumeric()))
    };
    let end = rest.match_indices(run).map(|(at, _)| at).find(|at| *at > 0 && closes(*at))?;
    Some((inline(&rest[..end]), end + 2 * run.len()))
}
