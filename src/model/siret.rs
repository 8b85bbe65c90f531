//! The number of an establishment in the Sirene register.

use std::fmt;

/// Fourteen digits whose last ones prove the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Siret(String);

/// La Poste's establishments, too many for the common key: their digits add up to a multiple of five.
const LA_POSTE: &str = "356000000";

impl Siret {
    /// `None` when it is no SIRET. Spaces between digits are left out.
    pub fn new(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let shaped = digits.len() == 14 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let proven =
            || luhn(&digits) || digits.starts_with(LA_POSTE) && sum(&digits).is_multiple_of(5);
        // Fourteen zeroes stand for a number that is still to be asked.
        (shaped && proven() && sum(&digits) > 0).then_some(Self(digits))
    }

    /// The number of the body that the establishment belongs to: nine digits.
    pub fn siren(&self) -> &str {
        &self.0[..9]
    }
}

impl fmt::Display for Siret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn sum(digits: &str) -> u32 {
    digits.bytes().map(|byte| u32::from(byte - b'0')).sum()
}

/// Luhn's key: every second digit from the right counts double (ISO/IEC 7812-1, annex B).
fn luhn(digits: &str) -> bool {
    let weighed = digits.bytes().rev().enumerate().map(|(rank, byte)| {
        let digit = u32::from(byte - b'0');
        let doubled = if rank % 2 == 1 { 2 * digit } else { digit };
        doubled / 10 + doubled % 10
    });
    weighed.sum::<u32>().is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::Siret;

    fn check(text: &str, expected: Option<&str>) {
        let read = Siret::new(text).map(|siret| siret.to_string());
        assert_eq!(read.as_deref(), expected, "{text}");
    }

    #[test]
    fn the_last_digits_prove_the_others() {
        check("00012345600006", Some("00012345600006"));
        check("000 123 456 00006", Some("00012345600006"));
        check("000\u{202f}123\u{a0}456 00006", Some("00012345600006"));
        check("00012345600007", None);
        check("00012345600060", None);
        check("00000000000000", None);
        check("0001234560000", None);
        check("000123456000060", None);
        check("0001234560000A", None);
        check("٠٠٠12345600006", None);
    }

    #[test]
    fn la_poste_has_a_key_of_its_own() {
        // The head office has the common one.
        check("35600000000048", Some("35600000000048"));
        check("35600000000001", Some("35600000000001"));
        check("35600000000002", None);
    }
}
