//! Sentences, in the reader's language, for codes and failures.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::model::visible::visible;

/// A language that messages can be said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageLang {
    /// For the teams.
    French,
    /// For everybody else.
    English,
}

impl MessageLang {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// The language of a locale such as `en_US.UTF-8`. Anything but English is French: the teams are.
    pub fn of_locale(locale: &str) -> Self {
        if locale.starts_with("en") { Self::English } else { Self::French }
    }
}

impl MessageLang {
    /// Its code.
    pub fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }
}

/// Every sentence we know, in one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// The sentences of `lang`.
    ///
    /// # Panics
    /// Never: a test reads both files.
    pub fn new(lang: MessageLang) -> Self {
        let source = match lang {
            MessageLang::French => include_str!("fr.ftl"),
            MessageLang::English => include_str!("en.ftl"),
        };
        let tag = lang.tag();
        let id: LanguageIdentifier = tag.parse().expect("a language tag");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks would show as squares in some terminals.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(source.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{tag}.ftl: {errors:?}"));
        bundle.add_resource(resource).expect("each message is defined once");
        Self { bundle }
    }

    /// The sentence `id`, or its attribute. `None` when there is none.
    pub fn get(&self, id: &str, attribute: Option<&str>, args: &[(&str, &str)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut fluent = FluentArgs::new();
        for (name, words) in args {
            fluent.set(*name, value(&visible(words)));
        }
        let mut errors = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, Some(&fluent), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        let sentence = sentence.trim();
        (!sentence.is_empty()).then(|| sentence.to_owned())
    }

    /// The sentence `id`, which must exist.
    pub fn sentence(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.get(id, None, args).unwrap_or_else(|| id.to_owned())
    }
}

/// Arguments that their owner keeps.
pub(super) fn borrowed<'a>(args: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    args.iter().map(|(name, words)| (*name, words.as_str())).collect()
}

/// Small whole numbers choose plurals, nothing is `aucun`; everything else is quoted as it is.
fn value(words: &str) -> FluentValue<'static> {
    if words.is_empty() {
        return FluentValue::from("aucun");
    }
    let is_count = words.len() <= 6 && words.bytes().all(|b| b.is_ascii_digit());
    let padded = words.len() > 1 && words.starts_with('0');
    if is_count && !padded {
        FluentValue::try_number(words).into_owned()
    } else {
        words.to_owned().into()
    }
}
