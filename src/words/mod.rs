//! Words, dates and numbers as one language writes them.

pub mod grammar;
mod plurals;

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::fieldsets::{YM, YMD, YMDE};
use icu_datetime::{DateTimeFormatter, input};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use jiff::civil::{Date, Time};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::id::Lang;
use crate::model::rough::{Grain, RoughDate};
use crate::model::settings::{Settings, SiteLanguage};
use crate::model::source::{SourceFile, Span};
use crate::model::theme::Theme;
use crate::model::unit::Unit;
use plurals::Plurals;

/// A sentence's argument.
pub enum Arg<'a> {
    Text(&'a str),
    Count(i64),
    Number(f64),
}

/// A form of a sentence that counts, with the number as `#`.
pub struct Form {
    /// `zero`, `one`, `two`, `few`, `many` or `other`, as Unicode says.
    pub category: &'static str,
    pub text: String,
}

/// Everything needed to write in one language.
pub struct Words {
    pub lang: Lang,
    /// Its own name: "English".
    pub autonym: String,
    bundle: FluentBundle<FluentResource>,
    with_weekday: DateTimeFormatter<YMDE>,
    plain_date: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    short_date: DateTimeFormatter<YMD>,
    decimals: DecimalFormatter,
    plurals: Plurals,
    collator: CollatorBorrowed<'static>,
    french: bool,
}

/// The words of every language of the site, each complete, or said to be otherwise.
pub fn of_site(
    diagnostics: &mut Diagnostics,
    settings: &Settings,
    theme: &Theme,
) -> BTreeMap<Lang, Words> {
    let reference = resources(diagnostics, settings.reference(), theme);
    let expected: Vec<String> = reference.iter().flat_map(message_names).collect();
    let words = settings.languages.iter().map(|language| {
        let mut found = resources(diagnostics, &language.lang, theme);
        if found.is_empty() {
            let missing = Diagnostic::new(Code::MissingString, Span::whole(settings.file));
            let missing = missing.with("nom", "language_name").with("langue", &language.lang);
            diagnostics.push(missing);
            found = resources(&mut Diagnostics::default(), settings.reference(), theme);
        }
        let words = Words::new(language, &found);
        if let Some((_, file)) = strings_of(theme, &language.lang).next_back() {
            words.check(diagnostics, &expected, file);
        }
        (language.lang.clone(), words)
    });
    words.collect()
}

fn strings_of<'t>(
    theme: &'t Theme,
    lang: &'t Lang,
) -> impl DoubleEndedIterator<Item = &'t (String, SourceFile)> {
    theme.strings.iter().filter(move |(tag, _)| tag == lang.as_str())
}

fn resources(diagnostics: &mut Diagnostics, lang: &Lang, theme: &Theme) -> Vec<FluentResource> {
    let files = strings_of(theme, lang).map(|(_, file)| file);
    let parsed = files.map(|file| {
        FluentResource::try_new(file.text.to_string()).unwrap_or_else(|(partial, errors)| {
            for error in errors {
                let place = Span::new(file.id, error.pos.clone());
                let invalid = Diagnostic::new(Code::InvalidStrings, place);
                diagnostics.push(invalid.with("message", &error.kind));
            }
            partial
        })
    });
    parsed.collect()
}

fn message_names(resource: &FluentResource) -> Vec<String> {
    let names = resource.entries().filter_map(|entry| match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    });
    names.collect()
}

impl Words {
    fn new(language: &SiteLanguage, resources: &[FluentResource]) -> Self {
        let locale = locale(&language.formats);
        let id: LanguageIdentifier = language.formats.as_str().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for resource in resources {
            bundle.add_resource_overriding(plurals::chosen_by_category(resource));
        }
        let data = "the compiled data covers every locale, by fallback to the root";
        let mut words = Self {
            lang: language.lang.clone(),
            autonym: String::new(),
            bundle,
            with_weekday: DateTimeFormatter::try_new((&locale).into(), YMDE::long()).expect(data),
            plain_date: DateTimeFormatter::try_new((&locale).into(), YMD::long()).expect(data),
            month: DateTimeFormatter::try_new((&locale).into(), YM::long()).expect(data),
            short_date: DateTimeFormatter::try_new((&locale).into(), YMD::medium()).expect(data),
            decimals: DecimalFormatter::try_new(
                (&locale).into(),
                DecimalFormatterOptions::default(),
            )
            .expect(data),
            plurals: Plurals::new(&locale),
            collator: Collator::try_new((&locale).into(), CollatorOptions::default()).expect(data),
            french: language.formats.is_french(),
        };
        let named = language.name.clone();
        words.autonym = named.unwrap_or_else(|| words.say("language_name", &[]));
        words
    }

    /// Says which of `expected` this language lacks.
    fn check(&self, diagnostics: &mut Diagnostics, expected: &[String], file: &SourceFile) {
        for name in expected.iter().filter(|name| !self.bundle.has_message(name)) {
            let missing = Diagnostic::new(Code::MissingString, Span::whole(file.id));
            diagnostics.push(missing.with("nom", name).with("langue", &self.lang));
        }
    }

    /// The theme's sentence `name`, or nothing when the theme has none.
    pub fn find(&self, name: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let mut fluent = FluentArgs::with_capacity(2 * args.len());
        for (name, arg) in args {
            let (value, digits) = match arg {
                Arg::Text(text) => (FluentValue::from(*text), None),
                Arg::Count(count) => (FluentValue::from(*count), Some(Decimal::from(*count))),
                Arg::Number(number) => (FluentValue::from(*number), Some(decimal(*number))),
            };
            fluent.set(*name, value);
            if let Some(digits) = digits {
                fluent.set(plurals::category_of(name), self.plurals.category(&digits));
            }
        }
        self.written(name, &fluent)
    }

    fn written(&self, name: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(name)?.value()?;
        // A sentence that names an argument it is not given keeps its braces, which the eye sees.
        let written = self.bundle.format_pattern(pattern, Some(args), &mut Vec::new());
        Some(written.into_owned())
    }

    /// The theme's sentence `name`. A missing one has been said to be missing.
    pub fn say(&self, name: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(name, args).unwrap_or_else(|| name.to_owned())
    }

    /// Every sentence that needs no argument, by name.
    pub fn plain_sentences(&self, names: &[String]) -> BTreeMap<String, String> {
        let sentences = names.iter().filter_map(|name| {
            let pattern = self.bundle.get_message(name)?.value()?;
            let mut errors = Vec::new();
            let sentence = self.bundle.format_pattern(pattern, None, &mut errors);
            errors.is_empty().then(|| (name.clone(), sentence.into_owned()))
        });
        sentences.collect()
    }

    /// Every form of a sentence that counts `$n` whole things, for scripts.
    pub fn forms(&self, name: &str) -> Vec<Form> {
        let forms = self.plurals.of_whole_numbers().into_iter().map(|category| {
            let mut args = FluentArgs::with_capacity(2);
            args.set("n", "#");
            args.set(plurals::category_of("n"), category);
            let text = self.written(name, &args).unwrap_or_else(|| name.to_owned());
            Form { category, text }
        });
        forms.collect()
    }

    /// The language whose way of writing dates, numbers and plurals this one has.
    pub fn formats(&self) -> String {
        self.bundle.locales[0].to_string()
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

/// Every sentence name of the theme in the reference language.
pub fn names(theme: &Theme, reference: &Lang) -> Vec<String> {
    let resources = resources(&mut Diagnostics::default(), reference, theme);
    let mut names: Vec<String> = resources.iter().flat_map(message_names).collect();
    names.sort();
    names.dedup();
    names
}

/// English without region is British here: the day before the month, as in France.
fn locale(formats: &Lang) -> Locale {
    let tag = if formats.as_str() == "en" { "en-GB" } else { formats.as_str() };
    tag.parse().unwrap_or(Locale::UNKNOWN)
}

fn decimal(number: f64) -> Decimal {
    number.to_string().parse().unwrap_or_default()
}

fn calendar(date: Date) -> input::Date<icu_calendar::Iso> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    #[expect(clippy::cast_sign_loss, reason = "months and days are positive")]
    input::Date::try_new_iso(i32::from(year), month as u8, day as u8)
        .unwrap_or_else(|_| unreachable!("{date} is a date of the calendar"))
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentResource;

    use super::{Arg, Words};
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
        Words::new(&language, &[sentences])
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
            let forms = words(lang).forms("category");
            let said: Vec<&str> = forms.iter().map(|form| form.category).collect();
            assert_eq!(said, expected, "{lang}");
            assert!(forms.iter().all(|form| form.text == form.category), "{lang}");
        };
        check("fr", &["one", "other"]);
        check("be", &["one", "few", "many", "other"]);
        check("lt", &["one", "few", "other"]);
        check("ja", &["other"]);
        let days: Vec<String> =
            words("fr").forms("days").into_iter().map(|form| form.text).collect();
        assert_eq!(days, ["# jour", "# jours"]);
    }
}
