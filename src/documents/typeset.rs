//! A document, once every word is in place: what typography raises, and abbreviations spelt out at their first use.
//!
//! It comes after the version of the document, which is that of what it asks or says.

use std::collections::BTreeSet;

use crate::documents::paragraph::{Paragraph, Run, RunKind};
use crate::model::abbreviation::Abbreviations;
use crate::model::id::Lang;
use crate::model::ordinal;

/// What has been spelt out so far in a document of a language.
pub struct Pass<'a> {
    lang: Lang,
    known: &'a Abbreviations,
    said: BTreeSet<&'a str>,
}

impl<'a> Pass<'a> {
    /// Nothing has been said yet.
    pub fn new(lang: &Lang, known: &'a Abbreviations) -> Self {
        Self { lang: lang.clone(), known, said: BTreeSet::new() }
    }

    /// Typesets paragraphs.
    pub fn paragraphs(&mut self, paragraphs: &mut [Paragraph]) {
        for paragraph in paragraphs {
            self.paragraph(paragraph);
        }
    }

    /// Typesets a paragraph.
    pub fn paragraph(&mut self, paragraph: &mut Paragraph) {
        for run in paragraph.runs.iter_mut().filter(|run| !run.is_note_number()) {
            let lang = run.lang.as_ref().or(paragraph.lang.as_ref()).unwrap_or(&self.lang).clone();
            self.spell(&mut run.text, &lang);
        }
        let lang = paragraph.lang.clone();
        self.raise(&mut paragraph.runs, lang.as_ref());
    }

    /// Typesets a title, in which nothing is spelt out.
    pub fn raise(&self, runs: &mut Vec<Run>, lang: Option<&Lang>) {
        let mut typeset = Vec::with_capacity(runs.len());
        for run in runs.drain(..) {
            let pieces =
                ordinal::pieces(&run.text, run.lang.as_ref().or(lang).unwrap_or(&self.lang));
            if let [_] = pieces[..] {
                typeset.push(run);
                continue;
            }
            let piece = |piece: &ordinal::Piece<'_>| Run {
                text: piece.text.to_owned(),
                kind: if piece.raised { RunKind::Raised } else { run.kind },
                ..run.clone()
            };
            typeset.extend(pieces.iter().map(piece));
        }
        *runs = typeset;
    }

    /// "PSE" becomes "PSE (plan de sauvegarde de l’emploi)" the first time, unless its author explains it.
    fn spell(&mut self, text: &mut String, lang: &Lang) {
        let (mut spelt, mut done) = (String::new(), 0);
        while let Some(found) = self.known.next(text, done, lang) {
            let explains = text[..found.range.start].ends_with('(')
                || text[found.range.end..].trim_start().starts_with('(');
            spelt.push_str(&text[done..found.range.end]);
            done = found.range.end;
            if self.said.insert(found.short) && !explains {
                spelt.extend([" (", found.whole, ")"]);
            }
        }
        spelt.push_str(&text[done..]);
        *text = spelt;
    }
}

#[cfg(test)]
mod tests {
    use super::Pass;
    use crate::documents::paragraph::{Paragraph, Run};
    use crate::documents::paragraphs::plain;
    use crate::model::abbreviation::Abbreviations;
    use crate::model::id::Lang;
    use crate::model::localized::Localized;

    fn lang(tag: &str) -> Lang {
        Lang::new(tag).expect("a language")
    }

    fn known() -> Abbreviations {
        let whole = |text: &str| Localized::reference(lang("fr"), text.to_owned());
        let entries = [("PSE", "plan de sauvegarde"), ("CSE", "comité social")];
        Abbreviations::new(entries.map(|(short, text)| (short.to_owned(), whole(text))))
    }

    /// What is raised stands between `^` and `^`.
    fn check(texts: &[&str], expected: &[&str]) {
        let mut paragraphs: Vec<Paragraph> = texts.iter().map(|text| plain(*text)).collect();
        Pass::new(&lang("fr"), &known()).paragraphs(&mut paragraphs);
        let shown = |run: &Run| {
            if run.is_raised() { format!("^{}^", run.text) } else { run.text.clone() }
        };
        let found = paragraphs.iter().map(|p| p.runs.iter().map(shown).collect::<String>());
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn an_abbreviation_is_spelt_out_once() {
        check(
            &["Le PSE, le CSE et le PSE.", "Le CSE."],
            &["Le PSE (plan de sauvegarde), le CSE (comité social) et le PSE.", "Le CSE."],
        );
        check(
            &["Le plan (PSE) ; le CSE (comité).", "PSE, CSE"],
            &["Le plan (PSE) ; le CSE (comité).", "PSE, CSE"],
        );
    }

    #[test]
    fn ordinals_are_raised_in_french_alone() {
        check(&["Le 1er et le XXe"], &["Le 1^er^ et le XX^e^"]);
        let mut foreign = Paragraph { lang: Some(lang("en")), ..plain("the 1er PSE") };
        foreign.runs.push(Run { lang: Some(lang("fr")), ..plain("le 2e PSE").runs.remove(0) });
        Pass::new(&lang("fr"), &known()).paragraph(&mut foreign);
        let runs: Vec<(&str, bool)> =
            foreign.runs.iter().map(|run| (&*run.text, run.is_raised())).collect();
        let expected = [
            ("the 1er PSE", false),
            ("le 2", false),
            ("e", true),
            (" PSE (plan de sauvegarde)", false),
        ];
        assert_eq!(runs, expected);
    }
}
