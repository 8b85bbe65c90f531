//! The text of the document: title, what to know first, contents, then each part with its questions.

use super::names::{ANSWER, ANSWER_LINE, ANSWER_LONG, ANSWER_SHORT};
use super::paper::{NAMESPACES, Paper, line, tab};
use super::table::Asked;
use crate::documents::paragraph::{Paragraph, ParagraphKind};
use crate::documents::prompt::{self, Room};
use crate::documents::sheet::{Choice, Field, FieldKind, Kind, Part, Phrase, Question};
use crate::documents::xml::write::Xml;

/// An answer of more characters may fill a page, and is not kept in one piece.
const PAGE: usize = 4000;
/// With more parts than this, a table of contents.
const SHORT: usize = 3;

/// `word/document.xml`.
pub fn document(paper: &Paper) -> Vec<u8> {
    Xml::document("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            paper.opening(xml);
            for (rank, part) in paper.dossier.parts.iter().enumerate() {
                // After a table of contents, questions begin on a page of their own.
                let opens = rank == 0 && paper.is_long();
                paper.part(xml, part, if opens { "Heading1First" } else { "Heading1" });
            }
            paper.closing(xml);
            paper.page(xml);
        });
    })
}

impl Paper<'_> {
    fn opening(&self, xml: &mut Xml) {
        let dossier = self.dossier;
        line(xml, "Service", |xml| self.words(xml, &dossier.service));
        line(xml, "Title", |xml| self.words(xml, &dossier.heading()));
        line(xml, "Subtitle", |xml| self.text(xml, &dossier.call));
        self.paragraphs(xml, "Lead", &dossier.introduction);
        for guide in &dossier.guide {
            line(xml, "GuideHeading", |xml| self.words(xml, &guide.title));
            self.paragraphs(xml, "Guide", &guide.body);
        }
        line(xml, "Legend", |xml| self.words(xml, &dossier.words.required_legend));
        if self.is_long() {
            self.contents(xml);
        }
    }

    /// What becomes of personal data, and the frame of the service that receives the dossier.
    fn closing(&self, xml: &mut Xml) {
        if let Some(privacy) = &self.dossier.privacy {
            line(xml, "TOCHeading", |xml| self.words(xml, &privacy.title));
            self.paragraphs(xml, "Guide", &privacy.body);
        }
        let frame = &self.dossier.frame;
        line(xml, "TOCHeading", |xml| self.words(xml, &frame.title));
        self.frame(xml, frame);
    }

    fn is_long(&self) -> bool {
        self.dossier.parts.len() > SHORT
    }

    /// Each page is a field, which `LibreOffice` computes when it opens the file, and Word when it prints it. In a field of the whole
    /// table, the one would leave them empty, and the other ask its reader whether to fill them.
    fn contents(&self, xml: &mut Xml) {
        line(xml, "TOCHeading", |xml| self.words(xml, &self.dossier.words.contents));
        for part in &self.dossier.parts {
            let (_, name) = self.part_bookmark(part.number);
            line(xml, "TOC1", |xml| {
                self.styled(xml, "Number", &format!("{}.", part.number));
                tab(xml);
                xml.element("w:hyperlink", &[("w:anchor", &name), ("w:history", "1")], |xml| {
                    self.text_in(xml, "ContentsLink", &part.title);
                });
                tab(xml);
                page_of(xml, &name);
            });
        }
    }

    fn part(&self, xml: &mut Xml, part: &Part, style: &str) {
        let (id, name) = self.part_bookmark(part.number);
        line(xml, style, |xml| {
            xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
            self.words(xml, &format!("{}.", part.number));
            tab(xml);
            self.text(xml, &part.title);
            xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        });
        self.paragraphs(xml, "Introduction", &part.condition);
        self.paragraphs(xml, "Introduction", &part.introduction);
        for question in &part.questions {
            self.question(xml, question);
        }
    }

    fn question(&self, xml: &mut Xml, question: &Question) {
        let fields = question.fields(&self.dossier.words);
        match &question.kind {
            Kind::Note => self.note(xml, question),
            Kind::Commitment | Kind::Attachment => self.tick(xml, question, &fields[0]),
            Kind::Choices(choices) => {
                self.opened(xml, question, &fields);
                self.choices(xml, choices, &fields);
            }
            Kind::Table { columns, rows } => {
                self.opened(xml, question, &fields);
                self.table(xml, question, &Asked { columns, rows, fields: &fields });
            }
            Kind::Budget(budget) => {
                self.opened(xml, question, &fields);
                self.budget(xml, question, budget);
            }
            Kind::Signature => {
                self.opened(xml, question, &fields);
                self.signature(xml, &fields);
            }
            Kind::Line { .. }
            | Kind::Block { .. }
            | Kind::Amount
            | Kind::Number
            | Kind::Date
            | Kind::Siret
            | Kind::Phone
            | Kind::Email
            | Kind::Choice(_)
            | Kind::YesNo => {
                self.opened(xml, question, &fields);
                self.answer(xml, &fields[0], "");
            }
        }
    }

    fn note(&self, xml: &mut Xml, question: &Question) {
        line(xml, "Note", |xml| {
            self.text_in(xml, "Strong", &question.label);
        });
        self.paragraphs(xml, "Note", &question.condition);
        self.paragraphs(xml, "Note", &question.help);
    }

    /// What is asked, over the place to answer.
    fn opened(&self, xml: &mut Xml, question: &Question, fields: &[Field]) {
        self.heading(xml, question);
        self.paragraphs(xml, "Help", &question.condition);
        self.help(xml, question, fields);
    }

    fn heading(&self, xml: &mut Xml, question: &Question) {
        line(xml, "Heading2", |xml| {
            self.styled(xml, "Number", &question.number);
            tab(xml);
            self.text(xml, &question.label);
            self.required(xml, question.required);
        });
    }

    /// The help, ended by what the answer looks like.
    fn help(&self, xml: &mut Xml, question: &Question, fields: &[Field]) {
        let own = fields.iter().find(|field| field.id == question.id);
        let form = own.and_then(|field| prompt::unsaid(&field.kind, &self.dossier.words));
        let Some(form) = form.map(|form| format!("{form}.").replace(' ', "\u{a0}")) else {
            return self.paragraphs(xml, "Help", &question.help);
        };
        match question.help.split_last() {
            Some((last, rest)) if last.kind == ParagraphKind::Plain => {
                self.paragraphs(xml, "Help", rest);
                line(xml, "Help", |xml| {
                    self.runs(xml, last);
                    self.words(xml, &format!(" {form}"));
                });
            }
            _ => {
                self.paragraphs(xml, "Help", &question.help);
                line(xml, "Help", |xml| self.words(xml, &form));
            }
        }
    }

    fn required(&self, xml: &mut Xml, required: bool) {
        if required {
            self.words(xml, " ");
            self.styled(xml, "Required", &format!("({})", self.dossier.words.required));
        }
    }

    /// A box as wide as its answer is long; `Next` keeps it on the page of what follows.
    fn answer(&self, xml: &mut Xml, field: &Field, next: &str) {
        let style = match &field.kind {
            FieldKind::Block { limit, .. } if *limit > PAGE => ANSWER_LONG,
            FieldKind::Block { .. } => ANSWER,
            FieldKind::Line { limit } if *limit > 40 => ANSWER_LINE,
            FieldKind::Email => ANSWER_LINE,
            FieldKind::Pick(choices) if choices.len() > 2 || longest(choices) > 20 => ANSWER_LINE,
            FieldKind::Line { .. }
            | FieldKind::Amount
            | FieldKind::Number
            | FieldKind::Date
            | FieldKind::Siret
            | FieldKind::Phone
            | FieldKind::Check
            | FieldKind::Pick(_) => ANSWER_SHORT,
        };
        // Nothing else in the paragraph: all that is written there is the answer.
        line(xml, &format!("{style}{next}"), |xml| self.field(xml, field, Room::Line));
    }

    fn choices(&self, xml: &mut Xml, choices: &[Choice], fields: &[Field]) {
        for (rank, (choice, field)) in choices.iter().zip(fields).enumerate() {
            let style = if rank + 1 == choices.len() { "Tick" } else { "TickNext" };
            line(xml, style, |xml| {
                tab(xml);
                self.ticked(xml, field, &choice.label);
            });
        }
    }

    /// Words to agree with, or a document to attach: the box is the answer and its words the question.
    fn tick(&self, xml: &mut Xml, question: &Question, field: &Field) {
        let is_bare = question.condition.is_empty() && question.help.is_empty();
        let style = if is_bare { "Tick" } else { "TickNext" };
        line(xml, style, |xml| {
            self.styled(xml, "Number", &question.number);
            tab(xml);
            self.ticked(xml, field, &question.label);
            self.required(xml, question.required);
        });
        self.paragraphs(xml, "TickHelp", &question.condition);
        self.paragraphs(xml, "TickHelp", &question.help);
    }

    fn ticked(&self, xml: &mut Xml, field: &Field, label: &Phrase) {
        self.field(xml, field, Room::Line);
        tab(xml);
        self.text(xml, label);
    }

    fn signature(&self, xml: &mut Xml, fields: &[Field]) {
        let words = &self.dossier.words.signature;
        let labels = [&words.name, &words.capacity, &words.place, &words.date];
        for (label, field) in labels.into_iter().zip(fields) {
            line(xml, "FieldLabel", |xml| self.words(xml, label));
            self.answer(xml, field, "Next");
        }
        line(xml, "FieldLabel", |xml| self.words(xml, &words.sign_here));
        line(xml, ANSWER, |xml| {
            xml.element("w:r", &[], |xml| {
                for _ in 0..6 {
                    xml.empty("w:br", &[]);
                }
            });
        });
    }

    /// Items of a list have a style of their own, so that they hang as they should.
    pub fn paragraphs(&self, xml: &mut Xml, style: &str, paragraphs: &[Paragraph]) {
        for paragraph in paragraphs {
            let item = format!("{style}List");
            let style = if paragraph.kind == ParagraphKind::Plain { style } else { &item };
            self.prose(xml, style, paragraph);
        }
    }
}

fn longest(choices: &[(String, String)]) -> usize {
    choices.iter().map(|(_, label)| label.chars().count()).max().unwrap_or(0)
}

/// The page of a bookmark, which programs know.
fn page_of(xml: &mut Xml, bookmark: &str) {
    field_mark(xml, "begin");
    xml.element("w:r", &[], |xml| {
        let code = format!(" PAGEREF {bookmark} \\h ");
        xml.leaf("w:instrText", &[("xml:space", "preserve")], &code);
    });
    field_mark(xml, "separate");
    field_mark(xml, "end");
}

fn field_mark(xml: &mut Xml, mark: &str) {
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", mark)]));
}
