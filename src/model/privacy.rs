//! What applicants are told of their personal data when they give them: regulation (EU) 2016/679 (RGPD), article 13.

use jiff::Span;
use jiff::civil::Date;

use super::localized::Localized;
use super::prose::Prose;
use super::source;

/// What the call says of personal data. The region says whom to write to; the rights follow from the basis.
#[derive(Debug, Clone)]
pub struct Privacy {
    /// Who decides what the data are for, and how.
    pub controller: Localized<Prose>,
    pub purposes: Localized<Prose>,
    pub basis: LegalBasis,
    pub recipients: Localized<Prose>,
    pub retention: Retention,
    /// The data protection officer, which every public body has (article 37), and how to write to them.
    pub officer: Localized<Prose>,
    /// Its key.
    pub span: source::Span,
}

/// What makes it lawful to use the data (article 6, paragraph 1). A public body has no legitimate interest there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegalBasis {
    Consent,
    Contract,
    LegalObligation,
    PublicTask,
}

/// How long the data are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retention {
    /// After the last deadline of the call.
    Years(u16),
    Months(u16),
    /// This day included.
    Until(Date),
}

impl Retention {
    /// The last day on which data are kept, of a call whose last deadline is on a day.
    ///
    /// `None` where no calendar goes so far.
    pub fn last_day(self, deadline: Date) -> Option<Date> {
        let time = match self {
            Self::Years(years) => Span::new().try_years(years),
            Self::Months(months) => Span::new().try_months(months),
            Self::Until(date) => return Some(date),
        };
        deadline.checked_add(time.ok()?).ok()
    }
}

impl Privacy {
    /// Every text.
    pub fn texts(&self) -> [&Localized<Prose>; 4] {
        [&self.controller, &self.purposes, &self.recipients, &self.officer]
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::Retention;

    fn check(retention: Retention, deadline: Date, expected: Option<Date>) {
        assert_eq!(retention.last_day(deadline), expected, "{retention:?} after {deadline}");
    }

    #[test]
    fn data_are_kept_from_the_last_deadline() {
        check(Retention::Years(5), date(2022, 1, 17), Some(date(2027, 1, 17)));
        check(Retention::Years(1), date(2024, 2, 29), Some(date(2025, 2, 28)));
        check(Retention::Months(18), date(2022, 8, 31), Some(date(2024, 2, 29)));
        check(Retention::Until(date(2030, 1, 1)), date(2022, 1, 17), Some(date(2030, 1, 1)));
        check(Retention::Years(9999), date(2022, 1, 17), None);
    }
}
