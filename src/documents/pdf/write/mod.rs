//! The dossier as a fillable, tagged PDF (PDF/UA-1).
//!
//! Typst lays out the page and writes the tags; it knows no form field, but it knows links. Each field is a link to
//! `field:<id>` around an empty box, and [`fields`] makes a widget of it where it stands: no coordinates of ours.

mod answer;
mod call;
mod fields;
mod font;
mod picture;
mod pieces;
mod room;
mod truetype;
mod view;
mod world;

use crate::documents::call_text::CallText;
use crate::documents::sheet::Dossier;
use crate::model::id::Lang;
use crate::model::questionnaire::Identity;
use crate::model::told::picture::Picture;
use world::{Template, TypesetError};

/// The file.
pub fn write(dossier: &Dossier) -> Result<Vec<u8>, TypesetError> {
    let ident = ident("dossier", &dossier.identity, &dossier.lang);
    let laid_out = world::typeset(Template::Form, &view::Form::new(dossier), &ident)?;
    fields::place(dossier, &laid_out)
}

/// The text of a call: a tagged PDF (PDF/UA-1) to read, print and attach.
pub fn write_call_text(text: &CallText) -> Result<Vec<u8>, TypesetError> {
    let ident = ident("appel", &text.cover.identity, &text.cover.lang);
    world::typeset(Template::CallText, &call::Call::new(text), &ident)
}

/// The picture that stands for a page where its link is shared, as a PNG file.
pub fn draw(told: &Picture) -> Result<Vec<u8>, TypesetError> {
    picture::file(&world::draw(Template::Picture, &picture::Drawn::new(told))?)
}

/// Names a document for ever.
fn ident(kind: &str, of: &Identity, lang: &Lang) -> String {
    format!("{kind}/{}/{}/{lang}/{}", of.call, of.region, of.version)
}

#[cfg(test)]
mod call_text_tests;

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};

    use super::write;
    use crate::documents::sample;
    use crate::documents::sheet::{Choice, Kind, Phrase, Rows};
    use crate::model::id::Lang;
    use crate::model::questionnaire::Way;

    fn file() -> Document {
        let bytes = write(&sample::dossier()).expect("a file");
        Document::load_mem(&bytes).expect("a file that can be read")
    }

    fn text(dictionary: &Dictionary, key: &[u8]) -> String {
        dictionary.get(key).and_then(decode_text_string).unwrap_or_default()
    }

    fn name<'d>(dictionary: &'d Dictionary, key: &[u8]) -> &'d [u8] {
        dictionary.get(key).and_then(Object::as_name).unwrap_or_default()
    }

    /// The widgets of all pages, in their order.
    fn widgets(document: &Document) -> Vec<(ObjectId, Dictionary)> {
        let mut widgets = Vec::new();
        for page in document.page_iter() {
            let page = document.get_dictionary(page).expect("a page");
            let Ok(annotations) = page.get(b"Annots") else { continue };
            let annotations = document.dereference(annotations).expect("annotations").1;
            for id in annotations.as_array().expect("a list") {
                let id = id.as_reference().expect("a reference");
                let annotation = document.get_dictionary(id).expect("an annotation");
                if name(annotation, b"Subtype") == b"Widget" {
                    widgets.push((id, annotation.clone()));
                }
            }
        }
        widgets
    }

    /// The widgets by the names of their fields.
    fn by_name(document: &Document) -> BTreeMap<String, Dictionary> {
        widgets(document).into_iter().map(|(_, it)| (text(&it, b"T"), it)).collect()
    }

    #[test]
    fn every_field_has_its_widget_and_its_words() {
        for dossier in [sample::dossier(), sample::of_each_kind()] {
            let bytes = write(&dossier).expect("a file");
            let widgets = by_name(&Document::load_mem(&bytes).expect("it can be read"));
            let fields = dossier.fields();
            assert_eq!(widgets.len(), fields.len());
            for field in fields {
                let widget = &widgets[&field.id];
                let spoken = text(widget, b"TU");
                assert!(spoken.starts_with(&field.label), "{}", field.id);
                let form = dossier.words.form_of(&field.kind).filter(|_| !field.id.contains(':'));
                assert!(form.is_none_or(|form| spoken.contains(&form)), "{spoken}");
                let kind = match field.kind.way() {
                    Way::Ticked => b"Btn".as_slice(),
                    Way::Picked => b"Ch",
                    Way::Written => b"Tx",
                };
                assert_eq!(name(widget, b"FT"), kind, "{}", field.id);
            }
        }
    }

    #[test]
    fn a_long_answer_says_how_long_it_may_be() {
        let widgets = by_name(&file());
        let plan = &widgets["plan"];
        assert_eq!(plan.get(b"MaxLen").and_then(Object::as_i64).ok(), Some(5000));
        assert_eq!(plan.get(b"Ff").and_then(Object::as_i64).ok(), Some(1 << 12 | 1 << 1));
        assert_eq!(
            text(plan, b"TU"),
            "Plan d’action (obligatoire), 5\u{202f}000 caractères au plus. Une aide"
        );
    }

    #[test]
    fn only_ticks_have_an_appearance() {
        let document = file();
        for (_, widget) in widgets(&document) {
            let ticks = name(&widget, b"FT") == b"Btn";
            assert_eq!(widget.has(b"AP"), ticks, "{}", text(&widget, b"T"));
        }
    }

    #[test]
    fn no_viewer_may_choose_a_size_that_nobody_reads() {
        for dossier in [sample::dossier(), sample::of_each_kind()] {
            let bytes = write(&dossier).expect("a file");
            let document = Document::load_mem(&bytes).expect("it can be read");
            let written = widgets(&document).into_iter().map(|(_, widget)| widget);
            for widget in written.filter(|it| name(it, b"FT") != b"Btn") {
                let letters = text(&widget, b"DA");
                let points = letters.split(' ').nth(1).and_then(|size| size.parse::<u8>().ok());
                assert!(points.is_some_and(|it| it >= 9), "{}: {letters}", text(&widget, b"T"));
            }
        }
    }

    #[test]
    fn every_question_is_a_heading_under_that_of_its_part() {
        let dossier = sample::dossier();
        let bytes = write(&dossier).expect("a file");
        let document = Document::load_mem(&bytes).expect("it can be read");
        let of = |level: &[u8]| {
            let elements = document.objects.values().filter_map(|object| object.as_dict().ok());
            elements.filter(|element| name(element, b"S") == level).count()
        };
        let questions = dossier.parts.iter().flat_map(|part| &part.questions);
        let asked = questions.filter(|question| !matches!(question.kind, Kind::Note)).count();
        // After the parts, personal data and the administration's frame.
        assert_eq!((of(b"H1"), of(b"H2"), of(b"H3")), (1, dossier.parts.len() + 2, asked));
        let bookmarks = document.objects.values().filter_map(|object| object.as_dict().ok());
        let titles: BTreeSet<String> =
            bookmarks.filter(|it| it.has(b"Dest")).map(|it| text(it, b"Title")).collect();
        let parts = ["1. Qui candidate", "2. Le projet"].map(str::to_owned);
        assert!(parts.iter().all(|part| titles.contains(part)), "{titles:?}");
    }

    #[test]
    fn the_form_lists_its_fields_in_reading_order() {
        let document = file();
        let form = document.catalog().and_then(|catalog| catalog.get(b"AcroForm"));
        let form = form.and_then(|form| document.dereference(form)).expect("a form").1;
        let listed = form.as_dict().and_then(|form| form.get(b"Fields")).and_then(Object::as_array);
        let listed = listed.expect("fields").iter().map(|id| id.as_reference().expect("one"));
        let names: Vec<String> =
            listed.map(|id| text(document.get_dictionary(id).expect("a field"), b"T")).collect();
        let fields: Vec<String> =
            sample::dossier().fields().into_iter().map(|field| field.id).collect();
        assert_eq!(names, fields);
    }

    #[test]
    fn every_widget_has_one_structure_element() {
        let document = file();
        let mut tagged = BTreeSet::new();
        for object in document.objects.values() {
            let Ok(element) = object.as_dict() else { continue };
            if name(element, b"S") == b"Form" {
                let reference = element.get(b"K").and_then(Object::as_dict).expect("one child");
                let widget = reference.get(b"Obj").and_then(Object::as_reference).expect("it");
                assert!(tagged.insert(widget), "two elements for {widget:?}");
            }
        }
        let widgets = widgets(&document);
        assert_eq!(tagged, widgets.iter().map(|(id, _)| *id).collect());
        assert!(widgets.iter().all(|(_, widget)| widget.has(b"StructParent")));
    }

    #[test]
    fn the_file_says_its_language_its_title_and_which_dossier_it_is() {
        let document = file();
        let catalog = document.catalog().expect("a catalog");
        assert_eq!(text(catalog, b"Lang"), "fr");
        let marked = document.get_dict_in_dict(catalog, b"MarkInfo").expect("marks");
        assert_eq!(marked.get(b"Marked").and_then(Object::as_bool).ok(), Some(true));
        let shown = document.get_dict_in_dict(catalog, b"ViewerPreferences").expect("shown");
        assert_eq!(shown.get(b"DisplayDocTitle").and_then(Object::as_bool).ok(), Some(true));
        let known = document.trailer.get(b"Info").and_then(|info| document.dereference(info));
        let known = known.and_then(|(_, info)| info.as_dict()).expect("information");
        assert!(text(known, b"Title").starts_with("Dossier de candidature en Bretagne – Appel"));
        assert_eq!(text(known, b"CanevasRegion"), "bretagne");
        assert_eq!(text(known, b"CanevasVersion"), "3f9a1c2b");
        for page in document.page_iter() {
            let page = document.get_dictionary(page).expect("a page");
            assert_eq!(name(page, b"Tabs"), b"S", "keys follow the order of the tags");
        }
    }

    #[test]
    fn no_text_can_spoil_a_file() {
        let mut dossier = sample::dossier();
        let hostile = "漢字 🎉 \u{e000}\u{7}\u{200d}\u{feff}\u{202e} #panic() $x$ */ <a>";
        dossier.parts[0].title.text = hostile.to_owned();
        let question = &mut dossier.parts[0].questions[1];
        question.label.text = hostile.repeat(40);
        question.help[0].runs[0].link = Some(format!("https://example.org/{}", "a".repeat(9000)));
        question.help[0].lang = Lang::new("zh-Hant-TW");
        dossier.parts[0].questions[2].label.text = String::new();
        write(&dossier).expect("a file");
    }

    #[test]
    fn every_widget_lies_on_its_page() {
        let mut dossier = sample::dossier();
        let choice = |rank: usize| Choice {
            id: format!("choix-{rank}"),
            label: Phrase { text: "Un choix".to_owned(), lang: None },
        };
        for question in dossier.parts.iter_mut().flat_map(|part| &mut part.questions) {
            match &mut question.kind {
                Kind::Block { lines, .. } => {
                    *lines = 500;
                    question.help = vec![question.help[0].clone(); 60];
                }
                Kind::Line { limit } => {
                    *limit = 500;
                    question.help = vec![question.help[0].clone(); 50];
                }
                Kind::Choices(choices) => *choices = (0..90).map(choice).collect(),
                Kind::Table { rows, .. } => *rows = Rows::Blank(60),
                _ => {}
            }
        }
        let document = Document::load_mem(&write(&dossier).expect("a file")).expect("readable");
        for (_, widget) in widgets(&document) {
            let corners = widget.get(b"Rect").and_then(Object::as_array).expect("a rectangle");
            let corners: Vec<f32> = corners.iter().map(|c| c.as_float().expect("one")).collect();
            let inside = corners[0] >= 0.0 && corners[1] >= 50.0 && corners[3] <= 800.0;
            assert!(inside, "{} is at {corners:?}", text(&widget, b"T"));
        }
    }

    #[test]
    fn a_dossier_may_run_from_right_to_left() {
        let bytes = write(&sample::right_to_left()).expect("a file");
        let document = Document::load_mem(&bytes).expect("readable");
        let catalog = document.catalog().expect("a catalog");
        let shown = document.get_dict_in_dict(catalog, b"ViewerPreferences").expect("shown");
        assert_eq!(name(shown, b"Direction"), b"R2L");
        // Answers start on the right too.
        for (_, widget) in widgets(&document).iter().filter(|(_, it)| name(it, b"FT") == b"Tx") {
            assert_eq!(widget.get(b"Q").and_then(Object::as_i64).ok(), Some(2));
        }
    }

    #[test]
    fn the_same_dossier_gives_the_same_bytes() {
        let dossier = sample::dossier();
        let once = write(&dossier).expect("a file");
        assert_eq!(once, write(&dossier).expect("a file"));
        assert!(once.len() < 150_000, "{} bytes", once.len());
    }
}
