//! Telephone numbers: what keeps a text from being one that a link can dial, and what people type for one.

use super::web::is_hidden;

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

/// What stands between the digits of a number, besides blanks.
const BETWEEN: [char; 10] = ['.', '-', '/', '(', ')', '_', ',', '\u{2010}', '\u{2011}', '–'];
/// The countries whose numbers are those of France: ten digits at home, nine after the prefix.
const FRENCH: [&str; 5] = ["33", "262", "590", "594", "596"];

/// Whether people would dial `text`: ten digits that begin by 0, a number of four, or one of any country with its prefix.
///
/// The prefix may be followed by the 0 that is dialled at home, in brackets or not (E.164 has none, people do).
pub fn is_number(text: &str) -> bool {
    let mut digits = String::new();
    let mut abroad = false;
    for c in text.chars().filter(|c| !c.is_whitespace() && !is_hidden(*c)) {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() && !abroad => abroad = true,
            _ if BETWEEN.contains(&c) => {}
            _ => return false,
        }
    }
    match digits.strip_prefix("00") {
        Some(rest) if !abroad => is_abroad(rest),
        _ if abroad => is_abroad(&digits),
        _ => is_at_home(&digits),
    }
}

/// A number of a subscriber, or the short one of a service.
fn is_at_home(digits: &str) -> bool {
    let subscriber = digits.len() == 10 && digits.starts_with('0') && !digits.starts_with("00");
    subscriber || digits.len() == 4 && digits.starts_with('3')
}

fn is_abroad(digits: &str) -> bool {
    if let Some(own) = FRENCH.iter().find_map(|prefix| digits.strip_prefix(prefix)) {
        let own = own.strip_prefix('0').unwrap_or(own);
        return own.len() == 9 && !own.starts_with('0');
    }
    (7..=*DIGITS.end()).contains(&digits.len()) && !digits.starts_with('0')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{PhoneFault, fault, is_number};

    /// Digits, and what people put before each.
    fn spaced(digits: &str, signs: &[String]) -> String {
        let each = signs.iter().zip(digits.chars());
        each.flat_map(|(sign, digit)| sign.chars().chain([digit])).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn a_number_is_one_however_it_is_spaced(
            own in "[1-9][0-9]{8}",
            prefix in prop::sample::select(vec!["0", "+33", "0033", "+33(0)", "+262", "00 590", "+594 0"]),
            signs in prop::collection::vec("[ .\u{a0}\u{202f}/()\u{2011}–-]{0,2}", 9),
        ) {
            let typed = format!("{prefix}{}", spaced(&own, &signs));
            prop_assert!(is_number(&typed), "{typed}");
            prop_assert!(!is_number(&typed[..typed.len() - 1]), "a digit short: {typed}");
            let with_another = format!("{typed}0");
            prop_assert!(!is_number(&with_another), "a digit too many: {typed}");
        }
    }

    #[test]
    fn what_people_type_is_a_number() {
        for honest in [
            "01 23 45 67 89",
            "0123456789",
            "01.23.45.67.89",
            "01-23-45-67-89",
            "01/23/45/67/89",
            "01\u{a0}23\u{202f}45\u{2011}67–89",
            "\u{202a}01 23 45 67 89\u{202c}",
            "+33 1 23 45 67 89",
            "+33 (0)1 23 45 67 89",
            "+33 01 23 45 67 89",
            "0033 1 23 45 67 89",
            "(+33) 1 23 45 67 89",
            "0262 12 34 56",
            "+262 262 12 34 56",
            "+590 590 12 34 56",
            "00 594 694 12 34 56",
            "+508 41 12 34",
            "+687 12 34 56",
            "+32 2 123 45 67",
            "+1 (202) 555-0123",
            "39 39",
        ] {
            assert!(is_number(honest), "{honest}");
        }
        for wrong in [
            "",
            "+",
            "01 23 45 67",
            "01 23 45 67 8",
            "1 23 45 67 89",
            "01 23 45 67 89 01",
            "01 23 45 67 89 / 01 23 45 67 90",
            "+33 1 23 45 67",
            "+33 1 23 45 67 89 01",
            "+33 00 23 45 67 89",
            "01 23 45 67 89 poste 12",
            "non",
            "01+23456789",
            "++33 1 23 45 67 89",
            "12",
            "00 00 00 00 00",
        ] {
            assert!(!is_number(wrong), "{wrong}");
        }
    }

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
