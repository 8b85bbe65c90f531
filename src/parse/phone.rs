//! What keeps a text from being one telephone number that a link can dial.

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneFault {
    /// "poste 12": no link dials it.
    Extension,
    /// Two numbers or more.
    Many,
    Form,
}

impl PhoneFault {
    /// What the message calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Extension => "poste",
            Self::Many => "plusieurs",
            Self::Form => "forme",
        }
    }
}

/// What separates two numbers.
const SEPARATORS: [&str; 10] = ["/", ",", ";", "|", "\n", " ou ", " et ", " or ", " - ", " puis "];
/// What announces an extension, after a number.
const EXTENSIONS: [&str; 6] = ["poste", "ext", "post.", "p.", "x", "#"];

/// The shortest number and the longest, in digits.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=15;

/// What is wrong with `text`, if it is not one number.
pub fn fault(text: &str) -> Option<PhoneFault> {
    let shaped = text.strip_prefix('+').unwrap_or(text);
    let allowed =
        |c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '\u{a0}' | '\u{202f}');
    if shaped.chars().all(allowed) && DIGITS.contains(&digits(text)) {
        return None;
    }
    Some(if has_extension(text) {
        PhoneFault::Extension
    } else if has_many(text) {
        PhoneFault::Many
    } else {
        PhoneFault::Form
    })
}

/// A number, the word that announces an extension, and its digits.
fn has_extension(text: &str) -> bool {
    let lower = text.to_lowercase();
    let Some(start) = lower.find(|c: char| c.is_alphabetic() || c == '#') else { return false };
    let (number, rest) = lower.split_at(start);
    let word = EXTENSIONS.iter().any(|word| rest.starts_with(word));
    word && digits(number) >= *DIGITS.start() && (1..=6).contains(&digits(rest))
}

/// Whether two numbers or more are seen, parted by a sign, a word, or nothing but a blank.
fn has_many(text: &str) -> bool {
    let whole = |part: &str| digits(part) >= *DIGITS.start();
    let lower = text.to_lowercase();
    SEPARATORS.iter().any(|separator| lower.split(separator).filter(|part| whole(part)).count() > 1)
        || text.matches('+').count() > 1
        || digits(text) >= 20 && !text.chars().any(char::is_alphabetic)
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::{PhoneFault, fault};

    #[test]
    fn what_keeps_a_text_from_being_one_number() {
        for honest in ["01 23 45 67 89", "+33 1 23 45 67 89", "01.23.45.67.89", "36 46", "3646"] {
            assert_eq!(fault(honest), None, "{honest}");
        }
        for text in [
            "01 23 45 67 89 poste 12",
            "01 23 45 67 89 (Poste 1234)",
            "01 23 45 67 89, poste 12",
            "0123456789 ext. 12",
            "01 23 45 67 89 x12",
            "01 23 45 67 89 #12",
        ] {
            assert_eq!(fault(text), Some(PhoneFault::Extension), "{text}");
        }
        for text in [
            "01 23 45 67 89 / 01 23 45 67 90",
            "01 23 45 67 89, 01 23 45 67 90",
            "01 23 45 67 89 ou 01 23 45 67 90",
            "01 23 45 67 89 - 01 23 45 67 90",
            "01 23 45 67 89 01 23 45 67 90",
            "Accueil : 01 23 45 67 89 ; secrétariat : 01 23 45 67 90",
            "+33 1 23 45 67 89 +33 1 23 45 67 90",
            "36 46/39 39",
        ] {
            assert_eq!(fault(text), Some(PhoneFault::Many), "{text}");
        }
        for text in
            ["+33 (0)1 23 45 67 89", "12", "sur rendez-vous", "", "01 23 45 67 89 (gratuit)"]
        {
            assert_eq!(fault(text), Some(PhoneFault::Form), "{text}");
        }
    }
}
