//! What office programs and telephones put at the head of a list's lines.

/// How a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `•`, `▪`, or a letter of Word's Symbol and Wingdings fonts: nobody types them but for a list.
    Bullet(char),
    /// `–`, `—`: a list, a dialogue, or a sentence cut at its dash.
    Dash(char),
    /// `-texte`, `*texte`: Markdown's mark without its space, or with one that is none for it.
    Stuck(char),
    /// `1.texte`, `1)texte`: the same for numbers.
    Number,
    /// `a)`, `1°`, `(i)`, `✓`: the text may refer to it, so it stays.
    Label,
}

/// The head of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head<'t> {
    pub kind: Kind,
    /// What was typed, without blanks.
    pub sign: &'t str,
    /// The bytes of the sign and of the blanks after it.
    pub width: usize,
}

/// The blanks that follow a sign: Word pastes tabs and no-break spaces.
const BLANKS: [char; 4] = [' ', '\t', '\u{a0}', '\u{202f}'];

/// Reads the head of `line`, which starts at its first letter. `None` when it is plain text.
pub fn head(line: &str) -> Option<Head<'_>> {
    let first = line.chars().next()?;
    let sign = &line[..first.len_utf8()];
    let rest = &line[sign.len()..];
    let kind = match first {
        '•' | '▪' | '▫' | '‣' | '◦' | '●' | '○' | '■' | '·' | '⁃' | '\u{f000}'..='\u{f0ff}' => {
            Kind::Bullet(first)
        }
        // The second level of Word's own list.
        'o' if rest.starts_with(['\t', '\u{a0}']) || rest.starts_with("  ") => Kind::Bullet(first),
        '–' | '—' | '‒' | '―' | '−' => Kind::Dash(first),
        '-' if unspaced(rest).starts_with(is_start) => Kind::Stuck(first),
        // Two stars on one line are an emphasis.
        '*' if unspaced(rest).starts_with(is_start) && !rest.contains('*') => Kind::Stuck(first),
        '□' | '☐' | '☑' | '✓' | '✔' | '➢' | '➔' | '➤' | '→' | '►' | '❖'
            if rest.starts_with(BLANKS) =>
        {
            Kind::Label
        }
        _ => return numbered(line),
    };
    with_text(kind, sign, rest)
}

/// `1.texte`, `a) texte`, `(i) texte`, `1° texte`, `1/ texte`.
fn numbered(line: &str) -> Option<Head<'_>> {
    let open = usize::from(line.starts_with('('));
    let label = label(&line[open..]);
    let digits = label.starts_with(|c: char| c.is_ascii_digit());
    let after = &line[open + label.len()..];
    let end = after.chars().next()?;
    let rest = &after[end.len_utf8()..];
    let sign = &line[..line.len() - rest.len()];
    let kind = match (end, digits) {
        _ if label.is_empty() => return None,
        (')', _) if open == 1 => Kind::Label,
        _ if open == 1 => return None,
        ('.' | ')', true) if unspaced(rest).starts_with(char::is_alphabetic) => Kind::Number,
        (')', false) | ('°', true) => Kind::Label,
        ('/', true) if rest.starts_with(BLANKS) => Kind::Label,
        _ => return None,
    };
    with_text(kind, sign, rest)
}

fn with_text<'t>(kind: Kind, sign: &'t str, rest: &'t str) -> Option<Head<'t>> {
    let text = rest.trim_start_matches(BLANKS);
    let width = sign.len() + rest.len() - text.len();
    (!text.trim().is_empty()).then_some(Head { kind, sign, width })
}

/// Up to three digits, one letter, or a small Roman number.
fn label(line: &str) -> &str {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits) {
        return &line[..digits];
    }
    let letters = line.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &line[..letters];
    if letters == 1 || roman(word).is_some() { word } else { "" }
}

/// What follows the spaces that Markdown takes for letters.
fn unspaced(rest: &str) -> &str {
    rest.trim_start_matches(['\u{a0}', '\u{202f}'])
}

fn is_start(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '«' | '"' | '“' | '[')
}

const ROMAN: [&str; 12] =
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

fn roman(word: &str) -> Option<u32> {
    let rank = ROMAN.iter().position(|known| known.eq_ignore_ascii_case(word))?;
    u32::try_from(rank + 1).ok()
}

/// Whether `next` comes right after `former`, both signs of the same form.
pub fn follows(former: &str, next: &str) -> bool {
    let bare = |sign: &str| sign.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_owned();
    let (a, b) = (bare(former), bare(next));
    if a.is_empty() || b.is_empty() {
        return former == next;
    }
    let letter = |word: &str| match word.as_bytes() {
        [one] if one.is_ascii_alphabetic() => Some(u32::from(*one)),
        _ => None,
    };
    let number = |word: &str| word.parse::<u32>().ok();
    let successive = |rank: &dyn Fn(&str) -> Option<u32>| {
        rank(&a).zip(rank(&b)).is_some_and(|(first, second)| second == first + 1)
    };
    let ends = former.chars().last() == next.chars().last();
    ends && (successive(&number) || successive(&letter) || successive(&roman))
}

#[cfg(test)]
mod tests {
    use super::{Kind, follows, head};

    #[test]
    fn heads_of_lines() {
        let rows = [
            ("• les unions", Some((Kind::Bullet('•'), "•", 4))),
            ("•\tles unions", Some((Kind::Bullet('•'), "•", 4))),
            ("\u{f0b7}   les unions", Some((Kind::Bullet('\u{f0b7}'), "\u{f0b7}", 6))),
            ("o\tles unions", Some((Kind::Bullet('o'), "o", 2))),
            ("– les unions", Some((Kind::Dash('–'), "–", 4))),
            ("-les unions", Some((Kind::Stuck('-'), "-", 1))),
            ("*les unions", Some((Kind::Stuck('*'), "*", 1))),
            ("-\u{a0}les unions", Some((Kind::Stuck('-'), "-", 3))),
            ("1.\u{a0}Les unions", Some((Kind::Number, "1.", 4))),
            ("1.Les unions", Some((Kind::Number, "1.", 2))),
            ("a) les unions", Some((Kind::Label, "a)", 3))),
            ("iv) les unions", Some((Kind::Label, "iv)", 4))),
            ("1° Les unions", Some((Kind::Label, "1°", 4))),
            ("o les unions", None),
            ("-5 °C", None),
            ("-\u{a0}5 °C", None),
            ("*note* en bas", None),
            ("1.5 million", None),
            ("12 h) fin", None),
            ("euros) et la suite", None),
            ("•", None),
            ("– ", None),
            ("", None),
        ];
        for (line, expected) in rows {
            let found = head(line).map(|head| (head.kind, head.sign, head.width));
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn labels_in_their_order() {
        for (a, b) in [("a)", "b)"), ("i)", "ii)"), ("1°", "2°"), ("9.", "10."), ("✓", "✓")] {
            assert!(follows(a, b), "{a} {b}");
        }
        for (a, b) in [("a)", "c)"), ("a)", "b."), ("1°", "1°"), ("✓", "→"), ("a)", "2)")] {
            assert!(!follows(a, b), "{a} {b}");
        }
    }
}
