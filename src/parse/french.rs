//! Dates and hours as a French reader writes them: what was meant, to be told as the form that is expected.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// `mars 2022`, `03/2022`, `2022-3`, `T1 2022` or `1er trimestre 2022` is a period to a French reader.
pub fn french_period(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let parts: Vec<&str> =
        text.split([' ', '/', '-', '.']).filter(|part| !part.is_empty()).collect();
    let year = parts.iter().find(|part| part.len() == 4 && part.parse::<i16>().is_ok())?;
    let others: Vec<&str> = parts.iter().filter(|part| *part != year).copied().collect();
    let quarter = |part: &str| {
        let number = part.trim_start_matches('t').trim_end_matches(['e', 'r', 'è', 'm']);
        number.parse::<u8>().ok().filter(|number| (1..=4).contains(number))
    };
    match others[..] {
        [part] if part.starts_with('t') => Some(format!("{year}-T{}", quarter(part)?)),
        [number, "trimestre"] => Some(format!("{year}-T{}", quarter(number)?)),
        [month] => {
            let named = MONTHS.iter().position(|name| *name == month).map(|rank| rank + 1);
            let month = named.or_else(|| month.parse().ok()).filter(|n| (1..=12).contains(n))?;
            Some(format!("{year}-{month:02}"))
        }
        _ => None,
    }
}

/// `31/12/2026` is a date to a French reader: the form expected here.
pub fn french_date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let [day, month, year] = parts[..] else {
        return None;
    };
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    (year.len() == 4).then(|| date.to_string())
}

/// "23 h 59", "9:00" or "midi" is an hour to a French reader, and midnight the end of a day: hour and minute.
pub fn french_hour(text: &str) -> Option<(i8, i8)> {
    match text {
        "midi" | "Midi" => return Some((12, 0)),
        "minuit" | "Minuit" => return Some((24, 0)),
        _ => {}
    }
    let signs: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (hour, minute) = signs.split_once([':', 'h', 'H']).unwrap_or((&signs, ""));
    let minute = if minute.is_empty() { "0" } else { minute };
    Some((hour.parse().ok()?, minute.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{french_date, french_hour, french_period};

    #[test]
    fn periods_written_the_french_way() {
        let check = |text: &str, expected: &str| {
            assert_eq!(french_period(text).unwrap_or_default(), expected, "{text}");
        };
        check("mars 2022", "2022-03");
        check("Août 2022", "2022-08");
        check("03/2022", "2022-03");
        check("2022-3", "2022-03");
        check("T1 2022", "2022-T1");
        check("2022-t4", "2022-T4");
        check("1er trimestre 2022", "2022-T1");
        check("2e trimestre 2022", "2022-T2");
        check("13/2022", "");
        check("5e trimestre 2022", "");
        check("bientôt", "");
        check("2022", "");
        check("au printemps 2022", "");
    }

    #[test]
    fn dates_written_the_french_way() {
        assert_eq!(french_date("31/12/2026").as_deref(), Some("2026-12-31"));
        assert_eq!(french_date("31/02/2026"), None);
        assert_eq!(french_date("demain"), None);
    }

    #[test]
    fn hours_written_the_french_way() {
        for (text, meant) in [
            ("23 h 59", (23, 59)),
            ("23\u{202f}h\u{a0}59", (23, 59)),
            ("9:00", (9, 0)),
            ("12h", (12, 0)),
            ("midi", (12, 0)),
            ("minuit", (24, 0)),
            ("24:00", (24, 0)),
        ] {
            assert_eq!(french_hour(text), Some(meant), "{text}");
        }
        assert_eq!(french_hour("le soir"), None);
    }
}
