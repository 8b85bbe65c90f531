//! A code is a promise made in five places: the program, its two languages, the guide, and a test case. Those of received
//! files have no case of their own: the reference tells of them.

mod project;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use canevas::diagnostic::{Code, Diagnostic, MessageLang, Messages};
use canevas::{RefusalCode, RemarkCode, pipeline};
use fluent_syntax::ast::Entry;
use project::{Project, TODAY, files, folders, read, repository};
use rayon::prelude::*;

/// Each language, with the name of its file.
const LANGUAGES: [(MessageLang, &str); 2] =
    [(MessageLang::French, "fr"), (MessageLang::English, "en")];

#[test]
fn every_code_has_messages_a_paragraph_and_a_case() {
    let codes: BTreeSet<String> = Code::ALL.iter().map(|code| code.name().to_owned()).collect();
    for (_, lang) in LANGUAGES {
        assert_eq!(messages_of_codes(lang), codes, "the messages of {lang}.ftl");
    }
    assert_eq!(paragraphs(), codes, "the paragraphs of docs/diagnostics.md");
    let cases = folders(&repository().join("tests/sites"));
    let seen: BTreeSet<String> = cases.iter().flat_map(|case| codes_seen(case)).collect();
    assert_eq!(seen, codes, "the codes that tests/sites/*/expected show");
}

#[test]
fn the_case_named_after_a_code_shows_it_at_a_place() {
    for code in Code::ALL {
        let case = repository().join("tests/sites").join(code.name());
        let said = read(&case.join("expected/stderr"));
        let mut lines = said.lines();
        let title = lines.find(|line| line.contains(&format!("[{}]:", code.name())));
        assert!(title.is_some(), "{} is not in its own case", code.name());
        let place = lines.next().unwrap_or_default().trim_start();
        assert!(place.starts_with("--> "), "{} has no place: {place}", code.name());
    }
}

#[test]
fn both_languages_say_the_same_things() {
    let [french, english] = LANGUAGES.map(|(_, lang)| sentences(lang));
    let names = |messages: &BTreeMap<String, BTreeSet<String>>| -> Vec<String> {
        messages.keys().cloned().collect()
    };
    assert_eq!(names(&french), names(&english), "messages and their attributes");
    for (name, variables) in &french {
        assert_eq!(variables, &english[name], "what {name} quotes, in French and in English");
    }
}

#[test]
fn every_message_of_every_case_can_be_said() {
    let languages = LANGUAGES.map(|(lang, _)| Messages::new(lang));
    let cases = folders(&repository().join("tests/sites"));
    cases.par_iter().flat_map(|case| diagnostics(case)).for_each(|diagnostic| {
        for messages in &languages {
            check(messages, &diagnostic);
        }
    });
}

/// The sentence exists, and so does a label for each place it shows; nothing is left unsaid in them.
fn check(messages: &Messages, diagnostic: &Diagnostic) {
    let name = diagnostic.code.name();
    let args: Vec<(&str, &str)> = diagnostic.args.iter().map(|(n, w)| (*n, w.as_str())).collect();
    let attributes = [None, Some("etiquette"), Some("aide"), Some("voir")];
    let said = attributes.map(|attribute| messages.get(name, attribute, &args));
    assert!(said[0].is_some(), "{name} has no sentence");
    // An argument that was not given stands between braces.
    let unsaid = said.iter().flatten().find(|sentence| sentence.contains("{$"));
    assert_eq!(unsaid, None, "{name} quotes what it is not given: {args:?}");
}

/// What the program finds in one case.
fn diagnostics(case: &Path) -> Vec<Diagnostic> {
    let project = Project::base();
    project.lay(case);
    let build = pipeline::build(&project.request(TODAY)).expect("the case is a project");
    build.diagnostics.sorted()
}

/// What is said of received files is said somewhere, with a remedy, in every language, and told in the reference.
#[test]
fn every_refusal_and_remark_is_said_and_told() {
    let refusals = RefusalCode::ALL.iter().map(|code| (code.name(), format!("{code:?}")));
    check_codes("refus-", "**Refus**", "RefusalCode", refusals.collect());
    let remarks = RemarkCode::ALL.iter().map(|code| (code.name(), format!("{code:?}")));
    check_codes("remarque-", "**Remarques**", "RemarkCode", remarks.collect());
}

/// The names and variants of `codes` against the sentences of a `kind`, the paragraph that tells of them, and the
/// source.
fn check_codes(kind: &str, paragraph: &str, list: &str, codes: Vec<(&str, String)>) {
    let names: BTreeSet<String> = codes.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(told(paragraph), names, "the paragraph {paragraph} of docs/formats.md");
    for (_, lang) in LANGUAGES {
        let said = sentences(lang).into_keys();
        let said: BTreeSet<String> =
            said.filter_map(|name| name.strip_prefix(kind).map(str::to_owned)).collect();
        let with_remedies = names.iter().flat_map(|name| [name.clone(), format!("{name}.aide")]);
        assert_eq!(said, with_remedies.collect(), "the sentences {kind} of {lang}.ftl");
    }
    let source = source();
    for (name, variant) in codes {
        assert!(source.contains(&format!("{list}::{variant}")), "nothing says {kind}{name}");
    }
}

/// The names between backticks of a paragraph of the reference, but for what its parentheses add.
fn told(paragraph: &str) -> BTreeSet<String> {
    let reference = read(&repository().join("docs/formats.md"));
    let told = reference.split("\n\n").find(|text| text.starts_with(paragraph));
    let told = told.unwrap_or_else(|| panic!("docs/formats.md has no {paragraph}"));
    let (mut outside, mut depth) = (String::new(), 0);
    for c in told.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The program, as one text.
fn source() -> String {
    let folder = repository().join("src");
    files(&folder)
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .fold(String::new(), |all, path| all + &read(&folder.join(path)))
}

/// The messages after the last failure: codes come last.
fn messages_of_codes(lang: &str) -> BTreeSet<String> {
    let names = entries(lang).into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name),
        _ => None,
    });
    let names: Vec<String> = names.collect();
    let failure = names.iter().rposition(|name| name.starts_with("echec-"));
    names.into_iter().skip(failure.expect("some failures") + 1).collect()
}

/// Each message and attribute of a language, with the variables it quotes.
fn sentences(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut sentences = BTreeMap::new();
    for entry in entries(lang) {
        let Entry::Message(message) = entry else { continue };
        let name = message.id.name;
        for attribute in message.attributes {
            let variables = variables(&format!("{:?}", attribute.value));
            sentences.insert(format!("{name}.{}", attribute.id.name), variables);
        }
        let value = message.value.expect("every message has a sentence");
        sentences.insert(name, variables(&format!("{value:?}")));
    }
    sentences
}

/// The names that a parsed pattern refers to, read from how the parser shows it.
fn variables(pattern: &str) -> BTreeSet<String> {
    let references = pattern.split("VariableReference { id: Identifier { name: \"").skip(1);
    references.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

fn entries(lang: &str) -> Vec<Entry<String>> {
    let path = repository().join(format!("src/diagnostic/{lang}.ftl"));
    fluent_syntax::parser::parse(read(&path)).expect("our own file").body
}

fn paragraphs() -> BTreeSet<String> {
    let guide = read(&repository().join("docs/diagnostics.md"));
    guide.lines().filter_map(|line| line.strip_prefix("### ")).map(str::to_owned).collect()
}

/// The codes between brackets at the head of the reports of a case.
fn codes_seen(case: &Path) -> Vec<String> {
    let path = case.join("expected/stderr");
    if !path.exists() {
        return Vec::new();
    }
    let words = ["erreur[", "avertissement[", "information[", "error[", "warning[", "note["];
    let text = read(&path);
    let heads = text.lines().filter_map(|line| words.iter().find_map(|w| line.strip_prefix(w)));
    heads.filter_map(|rest| rest.split_once("]:")).map(|(code, _)| code.to_owned()).collect()
}
