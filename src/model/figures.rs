//! Figures as people write them: marks group them, or come before their decimals.

/// The most bytes of a number that is read.
const LONGEST: usize = 120;

/// What figures say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figures {
    /// `60 000`, `1.250,50`, `0,125`, `12,5`: digits, and those after the decimal mark.
    Sure { whole: String, decimals: String },
    /// `1,250`, `17.333`: one mark before three digits, which are thousandths, or units after thousands.
    Either { before: String, mark: char, after: String },
}

impl Figures {
    /// `None` when a text is no number.
    ///
    /// Digits are grouped by threes, after a first group that does not begin with 0, or not at all. Spaces and
    /// apostrophes only group. Of a comma and a point, the last comes before the decimals; one that comes back groups.
    pub fn new(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let Some(at) = text.rfind([',', '.']) else { return Self::sure(text, is_space, None) };
        let (before, mark, after) = (&text[..at], char::from(text.as_bytes()[at]), &text[at + 1..]);
        let other = if mark == ',' { '.' } else { ',' };
        if before.contains(other) {
            Self::sure(before, |c| c == other, Some(after))
        } else if before.contains(mark) {
            Self::sure(text, |c| c == mark, None)
        } else if begins(before) && is_group(after) {
            Some(Self::Either { before: before.to_owned(), mark, after: after.to_owned() })
        } else {
            Self::sure(before, is_space, Some(after))
        }
    }

    fn sure(whole: &str, separates: impl Fn(char) -> bool, decimals: Option<&str>) -> Option<Self> {
        let groups: Vec<&str> = whole.split(separates).collect();
        let [first, rest @ ..] = groups.as_slice() else { return None };
        let by_threes = begins(first) && rest.iter().all(|group| is_group(group));
        let together = rest.is_empty() && are_digits(first);
        let decimals_are_some = decimals.is_none_or(are_digits);
        ((by_threes || together) && decimals_are_some).then(|| Self::Sure {
            whole: groups.concat(),
            decimals: decimals.unwrap_or_default().to_owned(),
        })
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '’')
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_group(text: &str) -> bool {
    text.len() == 3 && are_digits(text)
}

/// Whether groups may follow.
fn begins(text: &str) -> bool {
    text.len() <= 3 && are_digits(text) && !text.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::Figures;

    fn said(text: &str) -> Option<String> {
        Some(match Figures::new(text)? {
            Figures::Sure { whole, decimals } => {
                format!("{whole} {decimals}").trim_end().to_owned()
            }
            Figures::Either { before, mark, after } => format!("{before}{mark}{after} ?"),
        })
    }

    #[test]
    fn marks_group_or_come_before_decimals() {
        let table = [
            ("0", "0"),
            ("1250", "1250"),
            ("007", "007"),
            ("12 000", "12000"),
            ("12\u{202f}000\u{a0}000", "12000000"),
            ("1’250’000.5", "1250000 5"),
            ("0,125", "0 125"),
            ("0.500", "0 500"),
            ("00,500", "00 500"),
            ("12,5", "12 5"),
            ("12,3456", "12 3456"),
            ("1250,500", "1250 500"),
            ("12 000,500", "12000 500"),
            ("1.250,50", "1250 50"),
            ("1,250.50", "1250 50"),
            ("1.250,500", "1250 500"),
            ("1.250.000", "1250000"),
            ("1,250,000.5", "1250000 5"),
            ("1,250", "1,250 ?"),
            ("17.333", "17.333 ?"),
            ("999,000", "999,000 ?"),
        ];
        for (text, expected) in table {
            assert_eq!(said(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_guessed() {
        let wrong = [
            "",
            " ",
            ",",
            "5,",
            ",5",
            "1,2,3",
            "1,25,000",
            "12 34",
            "0 500",
            "0.125.000",
            "1.250 000",
            "1,250.000,5",
            "1250.000,5",
            "1 250.000,5",
            "1..250",
            "-5",
            "+5",
            "1e5",
            "٣",
            "12 k",
            "1 , 5",
        ];
        for text in wrong {
            assert_eq!(said(text), None, "{text}");
        }
        assert_eq!(said(&"9".repeat(1 << 20)), None);
    }
}
