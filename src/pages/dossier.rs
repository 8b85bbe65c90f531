//! The dossier as a page: to read, to print and fill in by hand, and for those whom the files do not suit (RGAA 13.3).

use std::fmt::Write;

use super::html::escape;
use super::view;
use crate::model::address::Address;
use crate::model::dossier::DossierFormat;
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::tell::context::PageContext;
use crate::tell::dossier::sheet::{
    Budget, BudgetLine, Choice, FormWords, Kind, Paragraph, ParagraphKind, Question, Rows, Run,
    Text,
};
use crate::tell::dossier::{resolve, undrawn};

/// The view of the dossier of `call`.
pub fn page(page: PageContext<'_>, call: &RegionalCall) -> view::Dossier {
    let dossier = resolve::dossier(page, call).expect("the plan gives this page to calls with one");
    let call_page = Address::call(&page.words.lang, &call.region.slug, &call.call.slug);
    let guide = dossier.guide.iter().map(|guide| view::DossierGuide {
        title: guide.title.clone(),
        body: rich(&guide.paragraphs),
    });
    let parts = dossier.parts.iter().map(|part| view::DossierPart {
        id: part.id.clone(),
        number: part.number,
        title: text(&part.title),
        introduction: rich(&part.introduction),
        questions: part.questions.iter().map(|q| question(q, &dossier.words)).collect(),
    });
    view::Dossier {
        call: text(&dossier.call),
        call_href: page.link(&call_page),
        within: dossier.within.clone(),
        service: dossier.service.clone(),
        draft: call.draft,
        files: files(&page, call),
        introduction: rich(&dossier.introduction),
        guide: guide.collect(),
        parts: parts.collect(),
        footer: dossier.footer.clone(),
    }
}

/// The links to the files, in the page's language, else in the reference.
pub fn files(page: &PageContext<'_>, call: &RegionalCall) -> Vec<view::Document> {
    let Some(form) = &call.form else { return Vec::new() };
    let lang = files_language(page, call);
    let formats = DossierFormat::ALL.iter().filter(|format| format.suits(&form.form));
    let files = formats.map(|format| {
        let address = Address::dossier_file(lang, &call.region.slug, &call.call.slug, *format);
        let title = if format.is_workbook() { "budget_title" } else { "form_title" };
        let name = page.words.say(&format!("format_{}", format.extension()), &[]);
        let lacks_letters = format.extension() == "pdf" && undrawn::in_form(call, lang);
        view::Document {
            remark: lacks_letters.then(|| page.words.say("pdf_lacks_letters", &[])),
            ..document(page, &address, (title, name), lang)
        }
    });
    files.collect()
}

/// The link to the text of the call as a file, in the page's language, else in the reference.
#[cfg(feature = "pdf")]
pub fn text_file(page: &PageContext<'_>, call: &RegionalCall) -> Option<view::Document> {
    call.form.as_ref()?;
    let lang = files_language(page, call);
    let address = Address::call_text(lang, &call.region.slug, &call.call.slug);
    let lacks_letters = undrawn::in_text(call, lang);
    Some(view::Document {
        remark: lacks_letters.then(|| page.words.say("pdf_lacks_letters", &[])),
        ..document(page, &address, ("call_text_title", "PDF".to_owned()), lang)
    })
}

/// There is none: this program makes no PDF.
#[cfg(not(feature = "pdf"))]
pub fn text_file(_: &PageContext<'_>, _: &RegionalCall) -> Option<view::Document> {
    None
}

/// The page's language where the call exists in it, else the reference.
fn files_language<'a>(page: &PageContext<'a>, call: &RegionalCall) -> &'a Lang {
    let own = &page.words.lang;
    if call.complete_in(own) { own } else { page.shared.site.settings.reference() }
}

fn document(
    page: &PageContext<'_>,
    address: &Address,
    (title, format): (&str, String),
    lang: &Lang,
) -> view::Document {
    let weight = page.shared.weights.get(address);
    view::Document {
        title: plain(page.words.say(title, &[])),
        href: page.link(address),
        format,
        weight: weight.map(|weight| page.words.weight(*weight)),
        language: Some(page.words.language(page.shared.words(lang))),
        remark: None,
    }
}

fn question(question: &Question, words: &FormWords) -> view::DossierQuestion {
    let mut view = view::DossierQuestion {
        id: question.id.clone(),
        number: question.number.clone(),
        label: text(&question.label),
        help: rich(&question.help),
        required: question.required,
        kind: kind(&question.kind).to_owned(),
        ..view::DossierQuestion::default()
    };
    match &question.kind {
        Kind::Line { limit } => view.limit = Some(words.limit(*limit)),
        Kind::Block { limit, lines } => {
            view.limit = Some(words.limit(*limit));
            view.lines = *lines;
        }
        Kind::Choice(choices) | Kind::Choices(choices) => view.choices = labels(choices),
        Kind::Table { columns, rows } => {
            view.columns = columns.iter().map(|column| text(&column.label)).collect();
            view.named = matches!(rows, Rows::Named(_));
            view.rows = match rows {
                Rows::Named(rows) => labels(rows),
                Rows::Blank(count) => (1..=*count).map(|rank| plain(rank.to_string())).collect(),
            };
        }
        Kind::Budget(budget) => view.budget = Some(self::budget(budget)),
        _ => {}
    }
    view
}

/// The name of a kind in the theme's contract.
fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Note => "note",
        Kind::Line { .. } => "line",
        Kind::Block { .. } => "block",
        Kind::Amount => "amount",
        Kind::Date => "date",
        Kind::Siret => "siret",
        Kind::Choice(_) => "choice",
        Kind::Choices(_) => "choices",
        Kind::YesNo => "yes_no",
        Kind::Table { .. } => "table",
        Kind::Budget(_) => "budget",
        Kind::Commitment => "commitment",
        Kind::Attachment => "attachment",
        Kind::Signature => "signature",
    }
}

fn budget(budget: &Budget) -> view::DossierBudget {
    let lines = |lines: &[BudgetLine]| {
        let lines = lines.iter().map(|line| view::DossierBudgetLine {
            label: text(&line.label),
            justified: line.justified,
            aid: line.aid,
        });
        lines.collect()
    };
    view::DossierBudget {
        charges: lines(&budget.charges),
        resources: lines(&budget.resources),
        ceiling: budget.ceiling_words.clone(),
    }
}

fn labels(choices: &[Choice]) -> Vec<view::Text> {
    choices.iter().map(|choice| text(&choice.label)).collect()
}

fn text(text: &Text) -> view::Text {
    view::Text { text: text.text.clone(), lang: text.lang.as_ref().map(Lang::to_string) }
}

fn plain(words: String) -> view::Text {
    view::Text { text: words, lang: None }
}

/// Paragraphs as markup: those of one language together.
fn rich(paragraphs: &[Paragraph]) -> Vec<view::Rich> {
    let of_one_language = paragraphs.chunk_by(|a, b| a.lang == b.lang);
    let rich = of_one_language.map(|paragraphs| view::Rich {
        html: html(paragraphs),
        lang: paragraphs[0].lang.as_ref().map(Lang::to_string),
    });
    rich.collect()
}

fn html(paragraphs: &[Paragraph]) -> String {
    let mut html = String::new();
    for run in paragraphs.chunk_by(|a, b| list(a) == list(b) && !begins_again(b)) {
        let tag = list(&run[0]);
        match (tag, run[0].kind) {
            (Some(tag), ParagraphKind::Numbered(first)) if first != 1 => {
                let _ = writeln!(html, "<{tag} start=\"{first}\">");
            }
            (Some(tag), _) => {
                let _ = writeln!(html, "<{tag}>");
            }
            (None, _) => {}
        }
        let element = if tag.is_some() { "li" } else { "p" };
        for paragraph in run {
            let _ = write!(html, "<{element}>");
            paragraph.runs.iter().for_each(|run| write_run(run, &mut html));
            let _ = writeln!(html, "</{element}>");
        }
        if let Some(tag) = tag {
            let _ = writeln!(html, "</{tag}>");
        }
    }
    html
}

fn list(paragraph: &Paragraph) -> Option<&'static str> {
    match paragraph.kind {
        ParagraphKind::Plain => None,
        ParagraphKind::Bullet => Some("ul"),
        ParagraphKind::Numbered(_) => Some("ol"),
    }
}

fn begins_again(paragraph: &Paragraph) -> bool {
    paragraph.kind == ParagraphKind::Numbered(1)
}

fn write_run(run: &Run, html: &mut String) {
    let mut ends = Vec::new();
    if let Some(link) = &run.link {
        html.push_str("<a href=\"");
        escape(link, html);
        html.push_str("\">");
        ends.push("</a>");
    }
    if let Some(lang) = &run.lang {
        let _ = write!(html, "<span lang=\"{lang}\" dir=\"auto\">");
        ends.push("</span>");
    }
    for (open, close, marked) in [
        ("<strong>", "</strong>", run.strong),
        ("<em>", "</em>", run.emphasis),
        ("<sup>", "</sup>", run.is_raised()),
    ] {
        if marked {
            html.push_str(open);
            ends.push(close);
        }
    }
    escape(&run.text, html);
    ends.iter().rev().for_each(|end| html.push_str(end));
}

#[cfg(test)]
mod tests {
    use super::{html, rich};
    use crate::tell::dossier::sample;
    use crate::tell::dossier::sheet::{Paragraph, ParagraphKind, Run};

    fn paragraph(kind: ParagraphKind, text: &str) -> Paragraph {
        let run = Run { text: text.to_owned(), ..Run::default() };
        Paragraph { kind, runs: vec![run], lang: None }
    }

    fn check(paragraphs: &[Paragraph], expected: &str) {
        assert_eq!(html(paragraphs).replace('\n', ""), expected);
    }

    #[test]
    fn lists_open_and_close() {
        use ParagraphKind::{Bullet, Numbered, Plain};
        check(
            &[paragraph(Bullet, "a"), paragraph(Bullet, "b"), paragraph(Plain, "c")],
            "<ul><li>a</li><li>b</li></ul><p>c</p>",
        );
        check(
            &[
                paragraph(Numbered(3), "a"),
                paragraph(Numbered(4), "b"),
                paragraph(Numbered(1), "c"),
            ],
            "<ol start=\"3\"><li>a</li><li>b</li></ol><ol><li>c</li></ol>",
        );
    }

    #[test]
    fn words_are_never_markup() {
        let run = Run {
            text: "<b>&".to_owned(),
            strong: true,
            link: Some("https://a.example/?b&\"".to_owned()),
            ..Run::default()
        };
        let linked = Paragraph { kind: ParagraphKind::Plain, runs: vec![run], lang: None };
        check(
            &[linked],
            "<p><a href=\"https://a.example/?b&amp;&quot;\"><strong>&lt;b&gt;&amp;</strong></a></p>",
        );
    }

    #[test]
    fn runs_say_what_is_raised_and_their_language() {
        let expected = "<p>Le 1<strong><sup>er</sup></strong>\
                        <span lang=\"en\" dir=\"auto\"> workshop</span></p>";
        check(&[sample::marked()], expected);
    }

    #[test]
    fn another_language_stands_apart() {
        let dossier = sample::right_to_left();
        let help = rich(&dossier.parts[0].questions[2].help);
        assert_eq!(help[0].lang.as_deref(), Some("fr"));
    }
}
