//! The sentences of one language, as the theme's files give them.

use std::collections::BTreeSet;
use std::ops::Range;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use unic_langid::LanguageIdentifier;

use super::mentions::Mentions;
use super::plurals::{self, Plurals};
use crate::model::id::Lang;

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

/// What a theme says in one language.
pub struct Strings {
    pub lang: Lang,
    /// The language whose plurals it has.
    pub formats: Lang,
    bundle: FluentBundle<FluentResource>,
    plurals: Plurals,
    resources: Vec<FluentResource>,
}

impl Strings {
    /// Those of `resources`, of which the last wins.
    pub fn new(lang: Lang, formats: Lang, resources: Vec<FluentResource>) -> Self {
        let id: LanguageIdentifier = formats.as_str().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for resource in &resources {
            bundle.add_resource_overriding(plurals::chosen_by_category(resource));
        }
        let plurals = Plurals::new(&locale(&formats));
        Self { lang, formats, bundle, plurals, resources }
    }

    /// Whether it has the sentence `name`.
    pub fn has(&self, name: &str) -> bool {
        self.bundle.get_message(name).is_some_and(|message| message.value().is_some())
    }

    /// The sentence `name`. `None` when it is missing, or made of one that is.
    pub fn write(&self, name: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
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
        self.written(name, Some(&fluent)).map(|(sentence, _)| sentence)
    }

    /// The sentence `name`, when it needs no argument.
    pub fn write_plain(&self, name: &str) -> Option<String> {
        let (sentence, complete) = self.written(name, None)?;
        complete.then_some(sentence)
    }

    /// The sentence, and whether it lacks nothing.
    fn written(&self, name: &str, args: Option<&FluentArgs<'_>>) -> Option<(String, bool)> {
        let pattern = self.bundle.get_message(name)?.value()?;
        let mut errors = Vec::new();
        // A sentence that names an argument it is not given keeps its braces, which the eye sees.
        let sentence = self.bundle.format_pattern(pattern, args, &mut errors);
        let whole = errors.iter().all(is_about_an_argument);
        whole.then(|| (sentence.into_owned(), errors.is_empty()))
    }

    /// Every form of a sentence that counts `$n` whole things.
    pub fn forms(&self, name: &str) -> Vec<Form> {
        let forms = self.plurals.of_whole_numbers().into_iter().map(|category| {
            let mut args = FluentArgs::with_capacity(2);
            args.set("n", "#");
            args.set(plurals::category_of("n"), category);
            let written = self.written(name, Some(&args)).map(|(sentence, _)| sentence);
            Form { category, text: written.unwrap_or_else(|| name.to_owned()) }
        });
        forms.collect()
    }

    /// The names of its sentences, without those made of one that it lacks.
    pub fn names(&self) -> BTreeSet<&str> {
        let terms: BTreeSet<&str> = self.entries().filter_map(|(_, entry)| term(entry)).collect();
        let mut found = BTreeSet::new();
        for (_, name, pattern) in self.sentences() {
            let parts = Mentions::of(pattern);
            let has_all = parts.sentences.iter().all(|name| self.has(name))
                && parts.terms.iter().all(|term| terms.contains(term));
            if has_all {
                found.insert(name)
            } else {
                found.remove(name)
            };
        }
        found
    }

    /// Its sentences, each with the rank of its file; the one that wins comes after those that it overrides.
    pub fn sentences(&self) -> impl Iterator<Item = (usize, &str, &Pattern<&str>)> {
        self.entries().filter_map(|(rank, entry)| match entry {
            Entry::Message(message) => Some((rank, message.id.name, message.value.as_ref()?)),
            _ => None,
        })
    }

    /// Where `name`, a part of the file of that rank, stands in it.
    pub fn place(&self, rank: usize, name: &str) -> Range<usize> {
        let start = name.as_ptr().addr() - self.resources[rank].source().as_ptr().addr();
        start..start + name.len()
    }

    fn entries(&self) -> impl Iterator<Item = (usize, &Entry<&str>)> {
        let resources = self.resources.iter().enumerate();
        resources.flat_map(|(rank, resource)| resource.entries().map(move |entry| (rank, entry)))
    }
}

fn term<'s>(entry: &Entry<&'s str>) -> Option<&'s str> {
    match entry {
        Entry::Term(term) => Some(term.id.name),
        _ => None,
    }
}

fn is_about_an_argument(error: &FluentError) -> bool {
    let reference = |kind: &ReferenceKind| matches!(kind, ReferenceKind::Variable { .. });
    matches!(error, FluentError::ResolverError(ResolverError::Reference(kind)) if reference(kind))
}

/// English without region is British here: the day before the month, as in France.
pub fn locale(formats: &Lang) -> Locale {
    let tag = if formats.as_str() == "en" { "en-GB" } else { formats.as_str() };
    tag.parse().unwrap_or(Locale::UNKNOWN)
}

/// A number as it is counted.
pub fn decimal(number: f64) -> Decimal {
    number.to_string().parse().unwrap_or_default()
}
