//! From a YAML tree to typed values, saying everything that is wrong on the way.
//!
//! What cannot be read is said once, left out, and counted: whoever finds it absent then knows that it was typed.

use jiff::civil::{Date, Time};

use super::french::{french_date, french_hour, french_period};
use super::located::Located;
use super::typography::typeset;
use super::yaml::{Entry, Node, Value};
use super::{address, invisible, markdown, marks, slips};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::amount::{self, NumberFault};
use crate::model::id::{Lang, Slug};
use crate::model::localized::Localized;
use crate::model::phone;
use crate::model::prose::Prose;
use crate::model::rough::RoughDate;
use crate::model::siret::Siret;
use crate::model::source::{SourceFile, Span, Spanned};
use crate::model::web::{check_address, check_base, is_email};

/// Reads the values of one file.
pub struct Reader<'d, 's> {
    pub diagnostics: &'d mut Diagnostics,
    pub file: &'s SourceFile,
    /// The site's languages, the reference first.
    pub languages: &'s [Lang],
    /// How many values were typed and could not be read.
    pub unread: usize,
}

impl<'d, 's> Reader<'d, 's> {
    /// A reader that has read nothing yet.
    pub fn new(
        diagnostics: &'d mut Diagnostics,
        file: &'s SourceFile,
        languages: &'s [Lang],
    ) -> Self {
        Self { diagnostics, file, languages, unread: 0 }
    }

    /// Adds a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// A map whose keys the author chooses.
    pub fn map<'n>(&mut self, node: &'n Node<'s>) -> Option<&'n [Entry<'s>]> {
        match &node.value {
            Value::Map(entries) => Some(entries),
            Value::Empty if node.span == Span::whole(node.span.file) => {
                let empty = Diagnostic::new(Code::EmptyValue, node.span).with("cle", "fichier");
                self.push(empty.with("obligatoire", "oui"));
                None
            }
            _ => self.unexpected(node, "fiche"),
        }
    }

    /// A list, each item read by `read`; items that cannot be read are left out.
    pub fn list<'n, T>(
        &mut self,
        node: &'n Node<'s>,
        mut read: impl FnMut(&mut Self, &'n Node<'s>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Value::List(items) = &node.value else {
            return self.unexpected(node, "liste");
        };
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            let value = if matches!(item.value, Value::Empty) {
                let empty = Diagnostic::new(Code::EmptyValue, item.span).with("cle", "tiret");
                self.push(empty.with("obligatoire", ""));
                None
            } else {
                read(self, item)
            };
            self.keep(&mut values, value);
        }
        Some(values)
    }

    /// The entries of a map whose keys the author chooses, each read by `read`, as those of a list.
    pub fn entries<'n, T>(
        &mut self,
        node: &'n Node<'s>,
        mut read: impl FnMut(&mut Self, &'n Entry<'s>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let entries = self.map(node)?;
        let mut values = Vec::with_capacity(entries.len());
        for entry in entries {
            // An empty key stands for one that could not be read, which has been said.
            let value = if entry.key.is_empty() { None } else { read(self, entry) };
            self.keep(&mut values, value);
        }
        Some(values)
    }

    fn keep<T>(&mut self, values: &mut Vec<T>, value: Option<T>) {
        self.unread += usize::from(value.is_none());
        values.extend(value);
    }

    /// A scalar as it was typed.
    pub fn text<'n>(&mut self, node: &'n Node<'s>) -> Option<&'n str> {
        match &node.value {
            Value::Scalar(text) => Some(text.trim()),
            _ => self.unexpected(node, "texte"),
        }
    }

    /// A scalar that is no words: a date, a number, an address. Quotation marks would be part of it.
    pub fn sign<'n>(&mut self, node: &'n Node<'s>) -> Option<&'n str> {
        let text = self.text(node)?;
        let bare = slips::unquoted(text);
        if bare.len() < text.len() {
            let quoted = Diagnostic::new(Code::SuspectText, node.span).with("raison", "chevrons");
            self.push(quoted.with("mot", bare));
            return None;
        }
        Some(text)
    }

    /// A scalar with its place.
    pub fn spanned_text(&mut self, node: &Node<'s>) -> Option<Spanned<String>> {
        let text = self.text(node)?.to_owned();
        Some(Spanned::new(text, node.span))
    }

    /// Text that is the same in every language.
    pub fn plain(&mut self, node: &Node<'s>) -> Option<String> {
        self.text(node).map(str::to_owned)
    }

    /// Text in several languages, or in the reference language alone.
    pub fn localized(&mut self, node: &Node<'s>) -> Option<Localized<String>> {
        self.in_languages(node, Self::words_in)
    }

    /// Text in one language.
    pub fn words_in(&mut self, lang: &Lang, node: &Node<'s>) -> Option<String> {
        let text = self.text(node)?;
        if text.contains("{{") {
            // Values stand in texts; a title or a label would show the braces.
            let braces = Diagnostic::new(Code::SuspectText, node.span);
            self.push(braces.with("raison", "accolades"));
        }
        let located = Located::scalar(text, &self.file.text, node.span);
        marks::check_field(self.diagnostics, &located);
        Some(typeset(text, lang).into_owned())
    }

    /// Markdown in several languages, or in the reference language alone.
    pub fn localized_prose(&mut self, node: &Node<'s>) -> Option<Localized<Prose>> {
        self.in_languages(node, Self::prose_in)
    }

    /// Markdown in one language.
    pub fn prose_in(&mut self, lang: &Lang, node: &Node<'s>) -> Option<Prose> {
        let Value::Scalar(text) = &node.value else {
            return self.unexpected(node, "texte");
        };
        let typed = node.typed.as_deref().unwrap_or(text);
        let located = Located::scalar(typed, &self.file.text, node.span);
        Some(markdown::prose(self.diagnostics, located, lang))
    }

    fn in_languages<T>(
        &mut self,
        node: &Node<'s>,
        mut read: impl FnMut(&mut Self, &Lang, &Node<'s>) -> Option<T>,
    ) -> Option<Localized<T>> {
        let languages = self.languages;
        let reference = &languages[0];
        let Value::Map(entries) = &node.value else {
            return read(self, reference, node).map(|v| Localized::reference(reference.clone(), v));
        };
        let mut unknown = entries.iter().any(|entry| entry.key.is_empty());
        for entry in entries.iter().filter(|entry| !entry.key.is_empty()) {
            if !languages.iter().any(|lang| lang.as_str() == entry.key) {
                let known: Vec<&str> = languages.iter().map(Lang::as_str).collect();
                let unexpected = Diagnostic::new(Code::UnknownLanguage, entry.key_span);
                self.push(unexpected.with("langue", &entry.key).with("langues", known.join(", ")));
                unknown = true;
            }
        }
        self.unread += usize::from(unknown);
        let mut values = Vec::with_capacity(entries.len());
        let mut whole = true;
        for lang in languages {
            let Some(entry) = entries.iter().find(|entry| entry.key == lang.as_str()) else {
                continue;
            };
            if matches!(entry.node.value, Value::Empty) {
                let empty = Diagnostic::new(Code::EmptyValue, entry.key_span);
                self.push(empty.with("cle", &entry.key).with("obligatoire", ""));
                self.unread += 1;
            } else if let Some(value) = read(self, lang, &entry.node) {
                values.push((lang.clone(), value));
            } else {
                whole = false;
            }
        }
        if !entries.iter().any(|entry| entry.key == reference.as_str()) {
            // A code that is not one may have been meant for the reference.
            if !unknown {
                let place = entries.first().map_or(node.span, |entry| entry.key_span);
                self.push(Diagnostic::new(Code::MissingReference, place).with("langue", reference));
            }
            return None;
        }
        Localized::from_entries(values).filter(|_| whole)
    }

    /// A date of the calendar, `2022-01-17`.
    pub fn date(&mut self, node: &Node<'s>) -> Option<Date> {
        let text = self.sign(node)?;
        let date = calendar_date(text);
        if date.is_none() {
            let suggestion = french_date(text).unwrap_or_default();
            let wrong = Diagnostic::new(Code::InvalidDate, node.span).with("date", text);
            self.push(wrong.with("periode", "").with("suggestion", suggestion));
        }
        date
    }

    /// A date as well as it is known, with its place: `2022-01-17`, `2022-03`, `2022-T1` or `2022`.
    pub fn rough_date(&mut self, node: &Node<'s>) -> Option<Spanned<RoughDate>> {
        let text = self.sign(node)?;
        let period = || RoughDate::period(text).filter(|period| is_year(period.last.year()));
        let date = calendar_date(text).map(RoughDate::day).or_else(period);
        if date.is_none() {
            let suggestion = french_date(text).or_else(|| french_period(text)).unwrap_or_default();
            let wrong = Diagnostic::new(Code::InvalidDate, node.span).with("date", text);
            self.push(wrong.with("periode", "oui").with("suggestion", suggestion));
        }
        date.map(|date| Spanned::new(date, node.span))
    }

    /// A whole number of days, up to a year.
    pub fn days(&mut self, node: &Node<'s>) -> Option<u16> {
        let text = self.text(node)?;
        let days = text.parse().ok().filter(|days| (1..=365).contains(days));
        if days.is_none() {
            self.push(Diagnostic::new(Code::InvalidReminder, node.span).with("rappel", text));
        }
        days
    }

    /// A date with its place.
    pub fn spanned_date(&mut self, node: &Node<'s>) -> Option<Spanned<Date>> {
        self.date(node).map(|date| Spanned::new(date, node.span))
    }

    /// An hour of the day, `12:00`, with its place.
    pub fn spanned_time(&mut self, node: &Node<'s>) -> Option<Spanned<Time>> {
        let text = self.sign(node)?;
        let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        let time = text.split_once(':').filter(|(h, m)| two_digits(h) && two_digits(m)).and_then(
            |(hour, minute)| Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok(),
        );
        if time.is_none() {
            let wrong = match french_hour(text) {
                Some((24, 0)) => Diagnostic::new(Code::AmbiguousTime, node.span).with("jour", ""),
                meant => {
                    let meant = meant.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
                    let suggestion = meant.map(|time| time.strftime("%H:%M").to_string());
                    let wrong = Diagnostic::new(Code::InvalidTime, node.span);
                    wrong.with("suggestion", suggestion.unwrap_or_default())
                }
            };
            self.push(wrong.with("heure", text));
        }
        time.map(|time| Spanned::new(time, node.span))
    }

    /// A number, with a decimal point if any.
    pub fn number(&mut self, node: &Node<'s>) -> Option<f64> {
        let text = self.sign(node)?;
        match amount::number(text) {
            Ok(number) => Some(number),
            Err(fault) => {
                self.refuse_number(text, node.span, fault);
                None
            }
        }
    }

    /// An amount in euros, with its place.
    pub fn spanned_euros(&mut self, node: &Node<'s>) -> Option<Spanned<f64>> {
        let euros = self.number(node)?;
        self.euros(euros, node.span).then(|| Spanned::new(euros, node.span))
    }

    /// Whether the number found at `span` can be an amount in euros.
    pub fn euros(&mut self, number: f64, span: Span) -> bool {
        let whole = amount::is_whole_cents(number);
        if !whole {
            self.refuse_number(&number.to_string(), span, NumberFault::Cents);
        }
        whole
    }

    /// A rate in percent, of something that cannot be more than whole.
    pub fn rate(&mut self, node: &Node<'s>) -> Option<f64> {
        let rate = self.number(node)?;
        if rate > 100.0 {
            self.refuse_number(&rate.to_string(), node.span, NumberFault::Rate);
            return None;
        }
        Some(rate)
    }

    fn refuse_number(&mut self, text: &str, span: Span, fault: NumberFault) {
        let wrong = Diagnostic::new(Code::InvalidNumber, span).with("nombre", text);
        let meant = matches!(fault, NumberFault::Form | NumberFault::Thousands)
            .then(|| amount::number_meant(text))
            .flatten();
        self.push(wrong.with("raison", fault.word()).with("suggestion", meant.unwrap_or_default()));
    }

    /// `true` or `false`, and no other word.
    pub fn boolean(&mut self, node: &Node<'s>) -> Option<bool> {
        let text = self.sign(node)?;
        let suggestion = match text {
            "true" => return Some(true),
            "false" => return Some(false),
            "oui" | "Oui" | "yes" | "Yes" | "on" | "True" | "vrai" => "true",
            "non" | "Non" | "no" | "No" | "off" | "False" | "faux" => "false",
            _ => "",
        };
        let wrong = Diagnostic::new(Code::InvalidBoolean, node.span).with("valeur", text);
        self.push(wrong.with("suggestion", suggestion));
        None
    }

    /// A language tag, of the site or not.
    pub fn language(&mut self, node: &Node<'s>) -> Option<Lang> {
        let text = self.sign(node)?;
        let lang = Lang::new(text);
        if lang.is_none() {
            let unknown = Diagnostic::new(Code::UnknownLanguage, node.span).with("langue", text);
            self.push(unknown.with("langues", ""));
        }
        lang
    }

    /// One of the words of `choices`.
    pub fn choice<T: Copy>(&mut self, node: &Node<'s>, choices: &[(&'static str, T)]) -> Option<T> {
        let text = self.sign(node)?;
        let found = choices.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            let unknown = Diagnostic::new(Code::UnknownChoice, node.span).with("valeur", text);
            self.push(unknown.nearest(text, names.iter().copied()).with("choix", names.join(", ")));
        }
        found
    }

    /// An identifier.
    pub fn slug(&mut self, node: &Node<'s>) -> Option<Slug> {
        let text = self.sign(node)?;
        self.slug_of(text, node.span)
    }

    /// `text`, found at `span`, as an identifier.
    pub fn slug_of(&mut self, text: &str, span: Span) -> Option<Slug> {
        let slug = Slug::new(text);
        if slug.is_none() {
            let wrong = Diagnostic::new(Code::InvalidIdentifier, span).with("identifiant", text);
            self.push(wrong.with("suggestion", Slug::suggestion(text)));
        }
        slug
    }

    /// A web address.
    pub fn web_address(&mut self, node: &Node<'s>) -> Option<String> {
        let text = self.sign(node)?;
        let found = check_address(text);
        address::accept(self.diagnostics, text, node.span, found).then(|| text.to_owned())
    }

    /// The address of a site, to which names of pages are added.
    pub fn base_address(&mut self, node: &Node<'s>) -> Option<String> {
        let text = self.sign(node)?;
        let found = check_base(text);
        address::accept(self.diagnostics, text, node.span, found).then(|| text.to_owned())
    }

    /// An electronic address.
    pub fn email(&mut self, node: &Node<'s>) -> Option<String> {
        let text = self.sign(node)?;
        if is_email(text) {
            return Some(text.to_owned());
        }
        self.push(Diagnostic::new(Code::InvalidEmail, node.span).with("courriel", text));
        None
    }

    /// A telephone number, kept as it is written.
    pub fn phone(&mut self, node: &Node<'s>) -> Option<String> {
        let text = self.sign(node)?;
        match phone::fault(text) {
            None => Some(text.to_owned()),
            Some(fault) => {
                let wrong = Diagnostic::new(Code::InvalidPhone, node.span).with("telephone", text);
                self.push(wrong.with("raison", fault.word()));
                None
            }
        }
    }

    /// The number of an establishment.
    pub fn siret(&mut self, node: &Node<'s>) -> Option<Siret> {
        let text = self.sign(node)?;
        let siret = Siret::new(text);
        if siret.is_none() {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let wrong = Diagnostic::new(Code::InvalidSiret, node.span).with("siret", text);
            self.push(wrong.with("chiffres", digits));
        }
        siret
    }

    fn unexpected<T>(&mut self, node: &Node<'s>, expected: &'static str) -> Option<T> {
        let found = match node.value {
            // What is wrong with it has been said.
            Value::Refused => return None,
            Value::Empty => "vide",
            Value::Scalar(_) => "texte",
            Value::List(_) => "liste",
            Value::Map(_) => "fiche",
        };
        if matches!(node.value, Value::Scalar(_))
            && let Some(range) = invisible::in_structure(&self.file.text[node.span.range()])
        {
            let start = node.span.range().start;
            let place = Span::new(node.span.file, start + range.start..start + range.end);
            self.push(invisible::told(&self.file.text, place, "cle"));
            return None;
        }
        if let Value::Scalar(text) = &node.value
            && expected == "fiche"
            && let Some(colon) = slips::glued_colon(text)
        {
            let start = node.span.range().start + colon;
            let place = Span::new(node.span.file, start..start + 1);
            let glued = Diagnostic::new(Code::InvalidYaml, place);
            self.push(glued.with("raison", "deux-points-colle"));
            return None;
        }
        let first_line = self.file.text[node.span.range()].lines().next().map_or(0, str::len);
        let start = node.span.range().start;
        let place = Span::new(node.span.file, start..start + first_line);
        let wrong = Diagnostic::new(Code::UnexpectedType, place).with("attendu", expected);
        self.push(wrong.with("trouve", found));
        None
    }
}

fn calendar_date(text: &str) -> Option<Date> {
    let strict = text.len() == 10 && text.as_bytes()[4] == b'-';
    let date = if strict { text.parse::<Date>().ok() } else { None };
    date.filter(|date| is_year(date.year()))
}

fn is_year(year: i16) -> bool {
    (1900..=2200).contains(&year)
}
