//! Amounts as people type them: "60 000 €", "1.250,50", "1250.5".

/// The largest amount that is read, in cents: more is a slip, or another number.
const MOST: u64 = 100_000_000_000_000;

/// Hundredths of a euro, exactly.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cents(pub u64);

impl Cents {
    /// `None` when it is no amount. Digits are grouped by threes, or not at all.
    ///
    /// A comma or a point with one or two digits after it is the decimal one; with three, it groups: nobody writes
    /// thousandths of a euro.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let units = ["euros", "euro", "eur", "€"];
        let text = units.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(&text).trim();
        let (whole, decimals) = split(text);
        let euros = grouped(whole)?;
        let cents = match decimals.len() {
            0 => 0,
            1 => decimals.parse::<u64>().ok()? * 10,
            _ => decimals.parse().ok()?,
        };
        let amount = euros.checked_mul(100)?.checked_add(cents)?;
        (amount <= MOST).then_some(Self(amount))
    }

    /// In euros.
    #[expect(clippy::cast_precision_loss, reason = "amounts are far below 2^53 cents")]
    pub fn euros(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl std::fmt::Display for Cents {
    /// As machines read it: `1250.50`, `60000`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 % 100 {
            0 => write!(f, "{}", self.0 / 100),
            cents => write!(f, "{}.{cents:02}", self.0 / 100),
        }
    }
}

/// What stands before the decimal comma or point, and the digits after it.
fn split(text: &str) -> (&str, &str) {
    let Some(at) = text.rfind([',', '.']) else { return (text, "") };
    let after = &text[at + 1..];
    let digits = after.bytes().all(|byte| byte.is_ascii_digit());
    match after.len() {
        1 | 2 if digits => (&text[..at], after),
        _ => (text, ""),
    }
}

/// Digits, all together or by threes.
fn grouped(text: &str) -> Option<u64> {
    let is_separator = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’');
    let groups: Vec<&str> = text.split(is_separator).collect();
    let digits = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let (first, rest) = groups.split_first()?;
    let by_threes = rest.iter().all(|group| group.len() == 3);
    let begins = if rest.is_empty() { !first.is_empty() } else { (1..=3).contains(&first.len()) };
    if !(digits && by_threes && begins) {
        return None;
    }
    groups.concat().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::Cents;

    fn check(text: &str, expected: Option<&str>) {
        let read = Cents::new(text).map(|cents| cents.to_string());
        assert_eq!(read.as_deref(), expected, "{text}");
    }

    #[test]
    fn amounts_are_read_as_people_type_them() {
        check("60 000 €", Some("60000"));
        check("60\u{202f}000,50", Some("60000.50"));
        check("60\u{a0}000.5 euros", Some("60000.50"));
        check("1.250,50", Some("1250.50"));
        check("1,250.50", Some("1250.50"));
        check("1.250", Some("1250"));
        check("1’250’000 EUR", Some("1250000"));
        check("0", Some("0"));
        check("1250", Some("1250"));
    }

    #[test]
    fn what_is_no_amount_is_not_guessed() {
        for text in ["", "€", "12 k€", "douze", "-5", "1 2 3", "12 34", "1,2,3", "٣", "1e5"] {
            check(text, None);
        }
        check("12,5000", None);
        check(&"9".repeat(40), None);
    }
}
