//! Words, dates and numbers as one language writes them.

pub mod grammar;
mod mentions;
mod plurals;
pub mod site;
mod strings;

use std::collections::BTreeMap;
use std::sync::Arc;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::fieldsets::{YM, YMD, YMDE};
use icu_datetime::{DateTimeFormatter, input};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use jiff::civil::{Date, Time};

use crate::model::borrowed::borrowed;
use crate::model::id::Lang;
use crate::model::rough::{Grain, RoughDate};
use crate::model::settings::SiteLanguage;
use crate::model::unit::Unit;
pub use strings::{Arg, Form};
use strings::{Strings, locale};

/// The forms of sentences that count, and the language whose plurals they follow.
pub struct Counted<const N: usize> {
    pub formats: String,
    pub sentences: [Vec<Form>; N],
}

/// Everything needed to write in one language.
pub struct Words {
    pub lang: Lang,
    /// Its own name: "English".
    pub autonym: String,
    /// Its own sentences, then those of each language that it borrows from.
    sources: Vec<Arc<Strings>>,
    /// Whether what it borrows is marked, for who writes markup.
    marks: bool,
    with_weekday: DateTimeFormatter<YMDE>,
    plain_date: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    short_date: DateTimeFormatter<YMD>,
    decimals: DecimalFormatter,
    collator: CollatorBorrowed<'static>,
    french: bool,
}

impl Words {
    fn new(language: &SiteLanguage, sources: Vec<Arc<Strings>>, marks: bool) -> Self {
        let locale = locale(&language.formats);
        let data = "the compiled data covers every locale, by fallback to the root";
        let mut words = Self {
            lang: language.lang.clone(),
            autonym: String::new(),
            sources,
            marks,
            with_weekday: DateTimeFormatter::try_new((&locale).into(), YMDE::long()).expect(data),
            plain_date: DateTimeFormatter::try_new((&locale).into(), YMD::long()).expect(data),
            month: DateTimeFormatter::try_new((&locale).into(), YM::long()).expect(data),
            short_date: DateTimeFormatter::try_new((&locale).into(), YMD::medium()).expect(data),
            decimals: DecimalFormatter::try_new(
                (&locale).into(),
                DecimalFormatterOptions::default(),
            )
            .expect(data),
            collator: Collator::try_new((&locale).into(), CollatorOptions::default()).expect(data),
            french: language.formats.is_french(),
        };
        let named = language.name.clone().or_else(|| words.own("language_name"));
        words.autonym = named.unwrap_or_else(|| words.lang.to_string());
        words
    }

    /// A sentence of the language itself, which borrowed would say something else.
    fn own(&self, name: &str) -> Option<String> {
        self.sources.first()?.write(name, &[])
    }

    /// The language and the country, for previews of links: `fr_FR`.
    pub fn open_graph_locale(&self) -> String {
        let own = self.own("open_graph_locale");
        own.unwrap_or_else(|| self.lang.as_str().replace('-', "_"))
    }

    /// The theme's sentence `name`, or nothing when the theme has none.
    pub fn find(&self, name: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let written = |source: &Arc<Strings>| Some(self.said(source, source.write(name, args)?));
        self.sources.iter().find_map(written)
    }

    fn said(&self, source: &Strings, sentence: String) -> String {
        let foreign = source.lang.primary() != self.lang.primary();
        if self.marks && foreign { borrowed(&sentence, &source.lang) } else { sentence }
    }

    /// The theme's sentence `name`. One that is missing everywhere has been said to be missing.
    pub fn say(&self, name: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(name, args).unwrap_or_else(|| name.to_owned())
    }

    /// Every sentence that needs no argument, by name.
    pub fn plain_sentences(&self, names: &[String]) -> BTreeMap<String, String> {
        let sentences = names.iter().filter_map(|name| {
            let plain = |source: &Arc<Strings>| Some(self.said(source, source.write_plain(name)?));
            Some((name.clone(), self.sources.iter().find_map(plain)?))
        });
        sentences.collect()
    }

    /// Every form of sentences that count `$n` whole things, for scripts: all in one language, whose plurals they follow.
    pub fn forms<const N: usize>(&self, names: [&str; N]) -> Counted<N> {
        let has_all = |source: &&Arc<Strings>| names.iter().all(|name| source.has(name));
        let source = self.sources.iter().find(has_all);
        let source = source.unwrap_or_else(|| &self.sources[0]);
        Counted { formats: source.formats.to_string(), sentences: names.map(|n| source.forms(n)) }
    }

    /// "lundi 17 janvier 2022".
    pub fn day(&self, date: Date) -> String {
        self.ordinal(self.with_weekday.format(&calendar(date)).to_string(), date)
    }

    /// "17 janvier 2022".
    pub fn date(&self, date: Date) -> String {
        self.ordinal(self.plain_date.format(&calendar(date)).to_string(), date)
    }

    /// "17 janv. 2022".
    pub fn short_date(&self, date: Date) -> String {
        self.ordinal(self.short_date.format(&calendar(date)).to_string(), date)
    }

    /// "lundi 17 janvier 2022", "mars 2022", "premier trimestre 2022", "2022" or "date à préciser".
    pub fn rough(&self, date: RoughDate) -> String {
        let year = date.last.year().to_string();
        match date.grain {
            Grain::Day => self.day(date.last),
            Grain::Month => self.month.format(&calendar(date.last)).to_string(),
            Grain::Quarter => {
                let name = format!("quarter_{}", date.quarter());
                self.say(&name, &[("year", Arg::Text(&year))])
            }
            Grain::Year => year,
            Grain::Unknown => self.say("date_unknown", &[]),
        }
    }

    /// French says the first of a month in full; the Unicode data does not.
    fn ordinal(&self, written: String, date: Date) -> String {
        if !self.french || date.day() != 1 {
            return written;
        }
        match written.find("1 ") {
            Some(at) => format!("{}1er {}", &written[..at], &written[at + 2..]),
            None => written,
        }
    }

    /// "23 h 59".
    pub fn time(&self, time: Time) -> String {
        let hour = time.hour().to_string();
        let name = if time.minute() == 0 { "clock_hour" } else { "clock_time" };
        let minute = format!("{:02}", time.minute());
        let padded = format!("{:02}", time.hour());
        self.say(
            name,
            &[
                ("hour", Arg::Text(&hour)),
                ("padded", Arg::Text(&padded)),
                ("minute", Arg::Text(&minute)),
            ],
        )
    }

    /// "60 000".
    pub fn number(&self, number: f64) -> String {
        self.decimal(&number.to_string())
    }

    /// "60 000", "12 500,50": cents are two figures, or none.
    fn euros(&self, number: f64) -> String {
        let cents = format!("{number:.2}");
        self.decimal(cents.strip_suffix(".00").unwrap_or(&cents))
    }

    fn decimal(&self, digits: &str) -> String {
        let decimal: Decimal = digits.parse().unwrap_or_default();
        self.decimals.format(&decimal).to_string()
    }

    /// "60 000 €", "6 mois".
    pub fn amount(&self, number: f64, unit: Unit) -> String {
        let text = self.number(number);
        match unit {
            Unit::None => text,
            Unit::Euro => self.say("unit_eur", &[("n", Arg::Text(&self.euros(number)))]),
            Unit::Percent => self.say("unit_pourcent", &[("n", Arg::Text(&text))]),
            Unit::Month => self.counted("unit_mois", number, &text),
            Unit::Day => self.counted("unit_jours", number, &text),
        }
    }

    fn counted(&self, name: &str, number: f64, text: &str) -> String {
        self.say(name, &[("n", Arg::Number(number)), ("text", Arg::Text(text))])
    }

    /// "48 ko", "1,2 Mo" (RGAA 13.3: the weight of a file, in the reader's units).
    pub fn weight(&self, bytes: usize) -> String {
        #[expect(clippy::cast_precision_loss, reason = "no file is that large")]
        let kilobytes = bytes as f64 / 1000.0;
        let (name, value) = if kilobytes < 1000.0 {
            ("weight_ko", kilobytes.ceil())
        } else {
            ("weight_mo", (kilobytes / 100.0).round() / 10.0)
        };
        self.say(name, &[("n", Arg::Text(&self.number(value)))])
    }

    /// The name of another language, in this one.
    pub fn language(&self, other: &Words) -> String {
        self.language_tag(&other.lang).unwrap_or_else(|| other.autonym.clone())
    }

    /// The name of a language in this one, when the theme knows it.
    pub fn language_tag(&self, lang: &Lang) -> Option<String> {
        self.find(&format!("name_{}", lang.primary()), &[])
    }

    /// The order of words in this language's dictionaries.
    pub fn order(&self, a: &str, b: &str) -> std::cmp::Ordering {
        self.collator.compare(a, b)
    }
}

fn calendar(date: Date) -> input::Date<icu_calendar::Iso> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    #[expect(clippy::cast_sign_loss, reason = "months and days are positive")]
    input::Date::try_new_iso(i32::from(year), month as u8, day as u8)
        .unwrap_or_else(|_| unreachable!("{date} is a date of the calendar"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use fluent_bundle::FluentResource;

    use super::{Arg, Strings, Words};
    use crate::model::id::Lang;
    use crate::model::settings::SiteLanguage;

    /// Numbers of each category.
    type Samples<'a> = &'a [(&'a str, &'a [i64])];

    const SENTENCES: &str = "language_name = essai
category = { $n ->
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
}
days = { $n ->
    [0] rien
    [one] { $n } jour{ $kind ->
        [late] { \"\" } passé
       *[other] { \"\" }
    }
   *[other] { $n } jours
}
";

    fn words(lang: &str) -> Words {
        let lang = Lang::new(lang).expect("a tag");
        let language = SiteLanguage { formats: lang.clone(), lang, name: None };
        let sentences = FluentResource::try_new(SENTENCES.to_owned()).expect("sentences");
        let strings =
            Strings::new(language.lang.clone(), language.formats.clone(), vec![sentences]);
        Words::new(&language, vec![Arc::new(strings)], false)
    }

    /// Samples of the plural rules of each language (Unicode CLDR 48, `plurals.xml`).
    /// Numbers of each category, by language, as Unicode sorts them.
    const NUMBERS: [(&str, Samples<'_>); 12] = [
        ("fr", &[("one", &[0, 1]), ("other", &[2, 17, 100]), ("many", &[1_000_000])]),
        ("en", &[("one", &[1]), ("other", &[0, 2, 11, 21, 101])]),
        (
            "lt",
            &[
                ("one", &[1, 21, 31, 101, 121]),
                ("few", &[2, 9, 22, 29, 102]),
                ("other", &[0, 10, 11, 12, 19, 20, 30, 111]),
            ],
        ),
        (
            "be",
            &[
                ("one", &[1, 21, 31, 101]),
                ("few", &[2, 4, 22, 24, 102]),
                ("many", &[0, 5, 11, 12, 14, 19, 20, 111, 112]),
            ],
        ),
        (
            "br",
            &[
                ("one", &[1, 21, 31, 81, 101]),
                ("two", &[2, 22, 82, 102]),
                ("few", &[3, 4, 9, 23, 24, 29, 103]),
                ("many", &[1_000_000]),
                ("other", &[0, 5, 8, 10, 11, 12, 20, 71, 72, 73, 91, 100]),
            ],
        ),
        (
            "ar",
            &[
                ("zero", &[0]),
                ("one", &[1]),
                ("two", &[2]),
                ("few", &[3, 10, 103, 110]),
                ("many", &[11, 26, 99, 111]),
                ("other", &[100, 101, 102, 200, 202]),
            ],
        ),
        (
            "ro",
            &[
                ("one", &[1]),
                ("few", &[0, 2, 16, 19, 101, 102, 119]),
                ("other", &[20, 35, 100, 120]),
            ],
        ),
        (
            "lv",
            &[
                ("zero", &[0, 10, 11, 16, 19, 20, 30, 111]),
                ("one", &[1, 21, 31, 101]),
                ("other", &[2, 9, 22, 29, 102]),
            ],
        ),
        (
            "mt",
            &[
                ("one", &[1]),
                ("two", &[2]),
                ("few", &[0, 3, 10, 103, 109]),
                ("many", &[11, 17, 19, 111]),
                ("other", &[20, 35, 100, 101, 102]),
            ],
        ),
        ("pl", &[("one", &[1]), ("few", &[2, 4, 22]), ("many", &[0, 5, 12, 21, 25])]),
        (
            "cy",
            &[
                ("zero", &[0]),
                ("one", &[1]),
                ("two", &[2]),
                ("few", &[3]),
                ("many", &[6]),
                ("other", &[4, 5, 7, 20]),
            ],
        ),
        ("ja", &[("other", &[0, 1, 2, 11])]),
    ];

    #[test]
    fn numbers_take_the_forms_of_their_language() {
        for (lang, categories) in NUMBERS {
            let words = words(lang);
            for (category, numbers) in categories {
                for number in *numbers {
                    let said = words.say("category", &[("n", Arg::Count(*number))]);
                    assert_eq!(&said, category, "{number} in {lang}");
                }
            }
        }
    }

    #[test]
    fn decimals_count_as_they_are_written() {
        let check = |lang, number, category| {
            let said = words(lang).say("category", &[("n", Arg::Number(number))]);
            assert_eq!(said, category, "{number} in {lang}");
        };
        check("fr", 1.5, "one");
        check("en", 1.5, "other");
        check("lt", 1.5, "many");
        check("pl", 1.5, "other");
        check("fr", 6.0, "other");
    }

    #[test]
    fn exact_numbers_go_before_categories_and_words_choose_as_words() {
        let words = words("fr");
        let say = |n, kind| words.say("days", &[("n", Arg::Count(n)), ("kind", Arg::Text(kind))]);
        assert_eq!(say(0, ""), "rien");
        assert_eq!(say(1, "late"), "1 jour passé");
        assert_eq!(say(1, "soon"), "1 jour");
        assert_eq!(say(2, "late"), "2 jours");
    }

    #[test]
    fn scripts_have_every_form_and_one_to_fall_back_on() {
        let check = |lang, expected: &[&str]| {
            let [forms] = words(lang).forms(["category"]).sentences;
            let said: Vec<&str> = forms.iter().map(|form| form.category).collect();
            assert_eq!(said, expected, "{lang}");
            assert!(forms.iter().all(|form| form.text == form.category), "{lang}");
        };
        check("fr", &["one", "other"]);
        check("be", &["one", "few", "many", "other"]);
        check("lt", &["one", "few", "other"]);
        check("ja", &["other"]);
        let [days] = words("fr").forms(["days"]).sentences;
        let days: Vec<String> = days.into_iter().map(|form| form.text).collect();
        assert_eq!(days, ["# jour", "# jours"]);
    }
}
