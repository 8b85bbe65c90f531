//! What the template of the form reads: the dossier, part by part.

use serde::Serialize;

use super::answer::Asked;
use super::pieces::{self, Group, Line, Paper, Words};
use crate::documents::sheet::{Dossier, FormWords, Part};

/// The form.
#[derive(Serialize)]
pub struct Form<'a> {
    paper: Paper,
    service: &'a str,
    name: String,
    call: Words<'a>,
    introduction: Vec<Line<'a>>,
    guide: Vec<Group<'a>>,
    words: Said<'a>,
    parts: Vec<Section<'a>>,
    privacy: Option<Group<'a>>,
    frame: Framed<'a>,
}

/// What the service that receives the dossier writes on it.
#[derive(Serialize)]
struct Framed<'a> {
    title: &'a str,
    labels: &'a [String],
}

#[derive(Serialize)]
struct Said<'a> {
    required: &'a str,
    required_legend: &'a str,
    row: &'a str,
    total: &'a str,
    charges: &'a str,
    resources: &'a str,
    amount: &'a str,
    sign_here: &'a str,
    contents: &'a str,
}

#[derive(Serialize)]
struct Section<'a> {
    number: usize,
    title: Words<'a>,
    introduction: Vec<Line<'a>>,
    questions: Vec<Asked<'a>>,
    /// So short that it stands on one page.
    together: bool,
}

/// The height of a part that stands on one page, in points: less than half of it, for what it leaves blank before it.
const SHORT: f32 = 330.0;

impl<'a> Form<'a> {
    /// Names every field beside its question.
    pub fn new(dossier: &'a Dossier) -> Self {
        let words = &dossier.words;
        Self {
            paper: paper(dossier),
            service: &dossier.service,
            name: dossier.heading(),
            call: Words::of(&dossier.call),
            introduction: pieces::lines(&dossier.introduction),
            guide: dossier.guide.iter().map(Group::of).collect(),
            words: Said::of(words),
            parts: dossier.parts.iter().map(|part| Section::of(part, words)).collect(),
            privacy: dossier.privacy.as_ref().map(Group::of),
            frame: Framed { title: &dossier.frame.title, labels: &dossier.frame.labels },
        }
    }
}

fn paper(dossier: &Dossier) -> Paper {
    Paper {
        lang: dossier.lang.to_string(),
        right_to_left: dossier.right_to_left,
        title: dossier.name(),
        header: format!("{} · {}", dossier.service, dossier.call.text),
        footer: dossier.footer.clone(),
        page_of: dossier.page_of.clone(),
        date: pieces::date(dossier.date),
    }
}

impl<'a> Said<'a> {
    fn of(words: &'a FormWords) -> Self {
        Self {
            required: &words.required,
            required_legend: &words.required_legend,
            row: &words.row,
            total: &words.total,
            charges: &words.charges,
            resources: &words.resources,
            amount: &words.amount,
            sign_here: &words.signature.sign_here,
            contents: &words.contents,
        }
    }
}

impl<'a> Section<'a> {
    fn of(part: &'a Part, words: &'a FormWords) -> Self {
        let ask = |question| Asked::of(question, words);
        let questions: Vec<Asked<'_>> = part.questions.iter().map(ask).collect();
        Self {
            number: part.number,
            title: Words::of(&part.title),
            introduction: pieces::both(&part.condition, &part.introduction),
            together: questions.iter().map(Asked::height).sum::<f32>() < SHORT,
            questions,
        }
    }
}
