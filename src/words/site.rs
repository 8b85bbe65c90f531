//! The words of every language of a site, from the files of its theme.
//!
//! A language that lacks a sentence borrows it, from its language without country or script, then from the reference: a
//! page has no blank, and its authors are told.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::FluentResource;

use super::Words;
use super::mentions::Mentions;
use super::strings::Strings;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::id::Lang;
use crate::model::settings::Settings;
use crate::model::source::{SourceFile, Span};
use crate::model::theme::Theme;

/// The words of each language.
pub struct SiteWords {
    pub words: BTreeMap<Lang, Arc<Words>>,
    /// The same, in which what is borrowed is marked, for who writes markup.
    pub marked: BTreeMap<Lang, Arc<Words>>,
    /// Every sentence, by name.
    pub names: Vec<String>,
}

/// What the program says and the arguments that it gives, in languages that lack none.
const WHOLE: [(&str, &str); 2] = [
    ("fr", include_str!("../../themes/sobre/strings/fr.ftl")),
    ("en", include_str!("../../themes/sobre/strings/en.ftl")),
];
/// How many of the missing sentences are named.
const NAMED: usize = 5;

/// The words of every language of the site, each complete, or said to be otherwise.
pub fn of_site(diagnostics: &mut Diagnostics, settings: &Settings, theme: &Theme) -> SiteWords {
    let library = Library::new(diagnostics, settings, theme);
    let expected = library.expected();
    let (mut words, mut marked) = (BTreeMap::new(), BTreeMap::new());
    for language in &settings.languages {
        let sources = library.sources(&language.lang);
        let missing = missing(&sources, &language.lang, &expected);
        let plain = Arc::new(Words::new(language, sources.clone(), false));
        let borrows = !missing.is_empty();
        let other =
            if borrows { Arc::new(Words::new(language, sources, true)) } else { plain.clone() };
        words.insert(language.lang.clone(), plain);
        marked.insert(language.lang.clone(), other);
        if borrows {
            diagnostics.push(library.lack(&language.lang, &missing));
        }
    }
    let names = expected.into_iter().map(str::to_owned).collect();
    SiteWords { words, marked, names }
}

/// The sentences of every language that speaks, or is borrowed from.
struct Library<'a> {
    settings: &'a Settings,
    theme: &'a Theme,
    strings: BTreeMap<Lang, Arc<Strings>>,
    whole: [Strings; 2],
}

impl<'a> Library<'a> {
    fn new(diagnostics: &mut Diagnostics, settings: &'a Settings, theme: &'a Theme) -> Self {
        let whole = WHOLE.map(|(tag, text)| {
            let lang = Lang::new(tag).expect("a tag");
            let read = FluentResource::try_new(text.to_owned());
            Strings::new(lang.clone(), lang, vec![read.unwrap_or_else(|(partial, _)| partial)])
        });
        let mut library = Self { settings, theme, strings: BTreeMap::new(), whole };
        for language in &settings.languages {
            library.read(diagnostics, &language.lang, &language.formats);
        }
        for nearest in settings.languages.iter().filter_map(|it| Lang::new(it.lang.primary())) {
            library.read(diagnostics, &nearest, &nearest);
        }
        library
    }

    /// Reads the files of a language, once.
    fn read(&mut self, diagnostics: &mut Diagnostics, lang: &Lang, formats: &Lang) {
        if self.strings.contains_key(lang) {
            return;
        }
        let files: Vec<&SourceFile> = files_of(self.theme, lang).collect();
        let resources = files.iter().map(|file| resource(diagnostics, file)).collect();
        let read = Strings::new(lang.clone(), formats.clone(), resources);
        check_arguments(diagnostics, &read, &files, &self.whole);
        self.strings.insert(lang.clone(), Arc::new(read));
    }

    /// The names of the sentences that every language should have.
    fn expected(&self) -> BTreeSet<&str> {
        let reference = &*self.strings[self.settings.reference()];
        self.whole.iter().chain([reference]).flat_map(Strings::names).collect()
    }

    /// Where `lang` takes its sentences from, the nearest first.
    fn sources(&self, lang: &Lang) -> Vec<Arc<Strings>> {
        let nearest = Lang::new(lang.primary());
        let mut sources: Vec<Arc<Strings>> = Vec::new();
        for tag in [Some(lang), nearest.as_ref(), Some(self.settings.reference())] {
            let strings = tag.and_then(|tag| self.strings.get(tag));
            sources
                .extend(strings.filter(|one| !sources.iter().any(|s| s.lang == one.lang)).cloned());
        }
        sources
    }

    /// That `lang` lacks sentences. Nothing can stand for those of the reference.
    fn lack(&self, lang: &Lang, missing: &[&str]) -> Diagnostic {
        let reference = self.settings.reference();
        let code = if lang == reference { Code::MissingString } else { Code::IncompleteStrings };
        let place = files_of(self.theme, lang).last().map_or(self.settings.file, |file| file.id);
        let named = &missing[..missing.len().min(NAMED)];
        Diagnostic::new(code, Span::whole(place))
            .with("langue", lang)
            .with("reference", reference)
            .with("nombre", missing.len())
            .with("noms", named.join(", "))
            .with("reste", missing.len() - named.len())
            .with("fichier", format!("themes/{}/strings/{lang}.ftl", self.settings.theme.value))
    }
}

/// The names of `expected` that no source of the language itself has.
fn missing<'e>(
    sources: &[Arc<Strings>],
    lang: &Lang,
    expected: &BTreeSet<&'e str>,
) -> Vec<&'e str> {
    let own = sources.iter().filter(|strings| strings.lang.primary() == lang.primary());
    let known: BTreeSet<&str> = own.flat_map(|strings| strings.names()).collect();
    expected.iter().copied().filter(|name| !known.contains(name)).collect()
}

/// Says which sentences ask for what the program never gives them.
fn check_arguments(
    diagnostics: &mut Diagnostics,
    read: &Strings,
    files: &[&SourceFile],
    whole: &[Strings],
) {
    let mut given: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, name, pattern) in whole.iter().flat_map(Strings::sentences) {
        given.entry(name).or_default().extend(Mentions::of(pattern).arguments);
    }
    for (rank, name, pattern) in read.sentences() {
        let Some(known) = given.get(name) else { continue };
        let asked = Mentions::of(pattern).arguments;
        if let Some(unknown) = asked.iter().find(|asked| !known.contains(*asked)) {
            let known: Vec<String> = known.iter().map(|name| format!("{{ ${name} }}")).collect();
            let place = Span::new(files[rank].id, read.place(rank, name));
            let wrong = Diagnostic::new(Code::UnknownArgument, place).with("nom", name);
            let wrong = wrong.with("variable", format!("{{ ${unknown} }}"));
            diagnostics.push(wrong.with("connues", known.join(", ")));
        }
    }
}

fn files_of<'t>(theme: &'t Theme, lang: &'t Lang) -> impl Iterator<Item = &'t SourceFile> {
    theme.strings.iter().filter(|(tag, _)| tag == lang.as_str()).map(|(_, file)| file)
}

fn resource(diagnostics: &mut Diagnostics, file: &SourceFile) -> FluentResource {
    FluentResource::try_new(file.text.to_string()).unwrap_or_else(|(partial, errors)| {
        for error in errors {
            let place = Span::new(file.id, error.pos.clone());
            let invalid = Diagnostic::new(Code::InvalidStrings, place);
            diagnostics.push(invalid.with("message", &error.kind));
        }
        partial
    })
}
