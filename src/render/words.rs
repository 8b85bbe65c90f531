//! Words, dates and numbers as one language writes them.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::fieldsets::{YMD, YMDE};
use icu_datetime::{DateTimeFormatter, input};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use jiff::civil::{Date, Time};
use unic_langid::LanguageIdentifier;

use super::view::Counted;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::call::Unit;
use crate::model::id::Lang;
use crate::model::settings::{Settings, SiteLanguage};
use crate::model::source::{SourceFile, Span};
use crate::model::theme::Theme;

/// Up to here, every language has shown all its plurals of whole numbers (Unicode CLDR).
const MANY: i64 = 120;

/// Our own sentence, which says the plural category of `$n`.
const CATEGORY: &str = "plural_category";
const CATEGORIES: &str = "plural_category = { $n ->
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
}";

/// A sentence's argument.
pub enum Arg<'a> {
    Text(&'a str),
    Count(i64),
    Number(f64),
}

/// Everything needed to write in one language.
pub struct Words {
    pub lang: Lang,
    /// Its own name: "English".
    pub autonym: String,
    bundle: FluentBundle<FluentResource>,
    with_weekday: DateTimeFormatter<YMDE>,
    plain_date: DateTimeFormatter<YMD>,
    short_date: DateTimeFormatter<YMD>,
    decimals: DecimalFormatter,
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
        let words = Words::new(language, found);
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
    fn new(language: &SiteLanguage, resources: Vec<FluentResource>) -> Self {
        let locale = locale(&language.formats);
        let id: LanguageIdentifier = language.formats.as_str().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        let categories = FluentResource::try_new(CATEGORIES.to_owned());
        let categories = categories.unwrap_or_else(|(partial, _)| partial);
        for resource in resources.into_iter().chain([categories]) {
            bundle.add_resource_overriding(resource);
        }
        let data = "the compiled data covers every locale, by fallback to the root";
        let mut words = Self {
            lang: language.lang.clone(),
            autonym: String::new(),
            bundle,
            with_weekday: DateTimeFormatter::try_new((&locale).into(), YMDE::long()).expect(data),
            plain_date: DateTimeFormatter::try_new((&locale).into(), YMD::long()).expect(data),
            short_date: DateTimeFormatter::try_new((&locale).into(), YMD::medium()).expect(data),
            decimals: DecimalFormatter::try_new(
                (&locale).into(),
                DecimalFormatterOptions::default(),
            )
            .expect(data),
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
        let pattern = self.bundle.get_message(name)?.value()?;
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(*text),
                Arg::Count(count) => FluentValue::from(*count),
                Arg::Number(number) => FluentValue::from(*number),
            };
            fluent.set(*name, value);
        }
        // A sentence that names an argument it is not given keeps its braces, which the eye sees.
        let formatted = self.bundle.format_pattern(pattern, Some(&fluent), &mut Vec::new());
        Some(formatted.into_owned())
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
    pub fn forms(&self, name: &str) -> Vec<Counted> {
        let mut forms: Vec<Counted> = Vec::new();
        for count in 1..MANY {
            let counted = |name| self.say(name, &[("n", Arg::Count(count))]);
            let category = counted(CATEGORY);
            if !forms.iter().any(|known| known.category == category) {
                let text = counted(name).replace(&count.to_string(), "#");
                forms.push(Counted { category, text });
            }
        }
        forms
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

fn calendar(date: Date) -> input::Date<icu_calendar::Iso> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    #[expect(clippy::cast_sign_loss, reason = "months and days are positive")]
    input::Date::try_new_iso(i32::from(year), month as u8, day as u8)
        .unwrap_or_else(|_| unreachable!("{date} is a date of the calendar"))
}
