//! A day, as it is typed in France, or by machines.

use jiff::civil::Date;

/// A day of this century or the last.
pub fn of(text: &str) -> Option<Date> {
    let parts: Vec<&str> =
        text.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    let digits = |text: &str, longest| {
        text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if year.len() != 4 || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    let year: i16 = year.parse().ok().filter(|year| (1900..=2099).contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::of;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(of(text).map(|date| date.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        check("17/01/2022", Some("2022-01-17"));
        check("7.1.2022", Some("2022-01-07"));
        check("17 - 01 - 2022", Some("2022-01-17"));
        check("2022-01-17", Some("2022-01-17"));
    }

    #[test]
    fn what_is_no_date_is_not_guessed() {
        let wrong =
            ["31/02/2022", "17/01/22", "17 janvier 2022", "01/2022", "+1/1/2022", "1/1/0022"];
        for text in wrong {
            check(text, None);
        }
    }
}
