//! Each question with the place for its answer.

use super::body::{Body, TEXT_WIDTH};
use super::flow::Elements;
use super::names;
use crate::documents::prompt;
use crate::documents::sheet::{Choice, Field, FieldKind, Kind, Question};
use crate::documents::xml::write::Xml;

/// The check boxes, to which the drawings in the text refer.
pub fn boxes(xml: &mut Xml, body: &Body<'_>) {
    let fields = body.dossier.fields();
    let mut boxes = fields.iter().filter(|field| field.kind == FieldKind::Check).peekable();
    if boxes.peek().is_none() {
        return;
    }
    let ready = [("form:automatic-focus", "false"), ("form:apply-design-mode", "false")];
    xml.element("office:forms", &ready, |xml| {
        xml.element("form:form", &[("form:name", "dossier")], |xml| {
            for field in boxes {
                let (id, name) = (control(field), body.place(field));
                let named = [
                    ("form:name", name.as_str()),
                    ("form:control-implementation", "ooo:com.sun.star.form.component.CheckBox"),
                    ("xml:id", &id),
                    ("form:id", &id),
                    ("form:title", &field.label),
                    ("form:current-state", "unchecked"),
                    ("form:visual-effect", "flat"),
                ];
                xml.empty("form:checkbox", &named);
            }
        });
    });
}

/// The XML name of a box: no slug holds a full stop.
fn control(field: &Field) -> String {
    format!("box.{}", field.id.replace(':', "."))
}

impl Body<'_> {
    /// A question with the place for its answer; statements to tick stay with those that follow.
    pub fn question(&mut self, question: &Question, next: Option<&Question>) {
        let fields = question.fields(&self.dossier.words);
        match &question.kind {
            Kind::Note => self.note(question),
            Kind::Commitment | Kind::Attachment => {
                let kept = next.is_some_and(|next| is_statement(&next.kind));
                self.statement(question, &fields[0], kept);
            }
            Kind::Choices(choices) => self.choices(question, choices, &fields),
            Kind::Table { columns, rows } => self.table_question(question, columns, rows),
            Kind::Budget(budget) => self.budget(question, budget),
            Kind::Signature => self.signature(question, &fields),
            Kind::Line { .. }
            | Kind::Block { .. }
            | Kind::Amount
            | Kind::Number
            | Kind::Date
            | Kind::Siret
            | Kind::Phone
            | Kind::Email
            | Kind::Choice(_)
            | Kind::YesNo => self.single(question, &fields[0]),
        }
    }

    /// The label as a title, then the help.
    pub fn heading(&mut self, question: &Question) {
        let level = [("text:style-name", "Heading_20_2"), ("text:outline-level", "2")];
        self.element("text:h", &level, |body| {
            if !question.number.is_empty() {
                body.span("Number", &format!("{} ", question.number));
            }
            body.words(&question.label);
            body.required(question.required);
        });
        self.prose(names::HELP, &question.condition);
        self.prose(names::HELP, &question.help);
    }

    fn required(&mut self, required: bool) {
        if required {
            let mark = format!(" ({})", self.dossier.words.required);
            self.span("Required", &mark);
        }
    }

    fn note(&mut self, question: &Question) {
        self.paragraph("Note", |body| {
            body.element("text:span", &[("text:style-name", "Strong_20_Emphasis")], |body| {
                body.words(&question.label);
            });
        });
        self.prose("Note", &question.condition);
        self.prose("Note", &question.help);
    }

    fn single(&mut self, question: &Question, field: &Field) {
        self.section(field, |body| {
            body.heading(question);
            body.expected(&field.kind);
            body.answer(field);
        });
    }

    /// The section by which an answer is found again.
    fn section(&mut self, field: &Field, content: impl FnOnce(&mut Self)) {
        let name = self.place(field);
        let named = [("text:style-name", "answer"), ("text:name", &*name)];
        self.element("text:section", &named, content);
    }

    /// What the answer must look like, where nothing else says it.
    fn expected(&mut self, kind: &FieldKind) {
        if let Some(form) = prompt::unsaid(kind, &self.dossier.words) {
            self.paragraph(names::HELP, |body| body.xml.text(&form));
        }
        if let FieldKind::Pick(offered) = kind {
            let labels: Vec<&str> = offered.iter().map(|(_, label)| label.as_str()).collect();
            self.paragraph(names::CHOICES, |body| body.xml.text(&labels.join(" · ")));
        }
    }

    /// The place to write in.
    fn answer(&mut self, field: &Field) {
        match &field.kind {
            FieldKind::Block { lines, .. } => self.block(field, *lines),
            FieldKind::Pick(offered) => {
                self.paragraph("Answer", |body| body.drop_down(field, offered));
            }
            FieldKind::Line { .. }
            | FieldKind::Amount
            | FieldKind::Number
            | FieldKind::Date
            | FieldKind::Siret
            | FieldKind::Phone
            | FieldKind::Email
            | FieldKind::Check => self.paragraph("Answer", |body| body.placeholder(field)),
        }
    }

    /// A table of one cell, which is high from the start and grows with the answer.
    fn block(&mut self, field: &Field, lines: usize) {
        let lines = u32::try_from(lines).unwrap_or(u32::MAX).clamp(2, 40);
        let height = self.height(30 + lines * 45);
        let width = self.width(TEXT_WIDTH);
        let name = format!("a.{}", field.id);
        let named = [("table:name", &*name), ("table:style-name", "table")];
        self.element("table:table", &named, |body| {
            body.xml.leaf("table:title", &[], &field.label);
            body.xml.empty("table:table-column", &[("table:style-name", &width)]);
            body.element("table:table-row", &[("table:style-name", &height)], |body| {
                let cell = [("table:style-name", "cell"), ("office:value-type", "string")];
                body.element("table:table-cell", &cell, |body| {
                    body.paragraph("Answer_20_text", |body| body.placeholder(field));
                });
            });
        });
    }

    fn placeholder(&mut self, field: &Field) {
        let prompt = prompt::of_placeholder(&field.kind, &self.dossier.words);
        let named = [("text:placeholder-type", "text"), ("text:description", &*field.label)];
        self.marked_place(field, |xml| xml.leaf("text:placeholder", &named, &prompt));
    }

    fn drop_down(&mut self, field: &Field, offered: &[(String, String)]) {
        let choose = &self.dossier.words.choose;
        self.marked_place(field, |xml| {
            // Not the name of its place: an office suite makes a bookmark of it in other formats.
            xml.element("text:drop-down", &[("text:name", &field.id)], |xml| {
                let prompt = [("text:value", choose.as_str()), ("text:current-selected", "true")];
                xml.empty("text:label", &prompt);
                for (_, label) in offered {
                    xml.empty("text:label", &[("text:value", label)]);
                }
                xml.text(choose);
            });
        });
    }

    /// A place between the marks of its bookmark: no other format has sections, and not every one has lists and boxes.
    fn marked_place(&mut self, field: &Field, place: impl FnOnce(&mut Xml)) {
        let name = self.place(field);
        let named = [("text:name", name.as_str())];
        self.xml.empty("text:bookmark-start", &named);
        place(&mut self.xml);
        self.xml.empty("text:bookmark-end", &named);
    }

    fn choices(&mut self, question: &Question, choices: &[Choice], fields: &[Field]) {
        self.heading(question);
        for (rank, (choice, field)) in choices.iter().zip(fields).enumerate() {
            let kept = rank + 1 < choices.len();
            self.paragraph(if kept { "check-kept" } else { "Check" }, |body| {
                body.check(field);
                body.words(&choice.label);
            });
        }
    }

    /// A sentence to tick: its label is beside the box.
    fn statement(&mut self, question: &Question, field: &Field, kept: bool) {
        let is_bare = question.condition.is_empty() && question.help.is_empty();
        let style = if is_bare && !kept { "Check" } else { "check-kept" };
        self.paragraph(style, |body| {
            body.check(field);
            body.span("Number", &format!("{} ", question.number));
            body.words(&question.label);
            body.required(question.required);
        });
        let under = if kept { "check-help-kept" } else { "Check_20_help" };
        self.prose(under, &question.condition);
        self.prose(under, &question.help);
    }

    fn check(&mut self, field: &Field) {
        let id = control(field);
        let size = [
            ("text:anchor-type", "as-char"),
            ("draw:style-name", "box"),
            ("draw:control", &*id),
            ("svg:width", "0.42cm"),
            ("svg:height", "0.42cm"),
        ];
        self.marked_place(field, |xml| {
            xml.element("draw:control", &size, |xml| xml.leaf("svg:title", &[], &field.label));
        });
        self.xml.empty("text:tab", &[]);
    }

    fn signature(&mut self, question: &Question, fields: &[Field]) {
        self.heading(question);
        let words = &self.dossier.words.signature;
        for (field, label) in
            fields.iter().zip([&words.name, &words.capacity, &words.place, &words.date])
        {
            self.section(field, |body| {
                body.paragraph(names::LABEL, |body| body.xml.text(label));
                body.paragraph("answer-kept", |body| body.placeholder(field));
            });
        }
        self.paragraph(names::LABEL, |body| body.xml.text(&words.sign_here));
        // Not a table: an office suite puts an empty paragraph after it, and perhaps an empty page.
        self.paragraph("Signature_20_box", |_| {});
    }
}

fn is_statement(kind: &Kind) -> bool {
    matches!(kind, Kind::Commitment | Kind::Attachment)
}
