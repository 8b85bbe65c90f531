//! Links to `field:<id>` become form fields, where they stand.
//!
//! Each link annotation turns into a widget with the same rectangle and the same place among the tags; its structure
//! element turns from `Link` into `Form`. A field without its box, or a box without its field, is a fault of the
//! template: the file is refused.
//!
//! Only ticks have an appearance. Of an empty text it would say nothing, and viewers that find one keep it over what is
//! written since, or write into one that fields share.
//!
//! To read a filled file back: `/T`, joined with the `/T` of its parents by full stops, is [`Field::id`]; `/V` is the
//! answer: text (UTF-16 with its mark, else `PDFDocEncoding`; lines end with `\r`, `\n` or both), the id of a choice (some
//! programs write its words), or for a box a name, anything but `/Off` being ticked. Which dossier it is stands in the
//! document's information: see [`Property`].

use std::collections::BTreeMap;
use std::io;

use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, Stream, dictionary, text_string};

use super::world::TypesetError;
use super::{font, room};
use crate::documents::names::Property;
use crate::documents::paragraph::Paragraph;
use crate::documents::pdf::names::{OFF, TICKED};
use crate::documents::sheet::{Dossier, Field, FieldKind, FormWords, Kind, Question};

/// The scheme of the addresses that stand for fields.
const SCHEME: &[u8] = b"field:";

// Bits of `Ff` (ISO 32000-1, 12.7.3 and 12.7.4).
const REQUIRED: i64 = 1 << 1;
const MULTILINE: i64 = 1 << 12;
const COMBO: i64 = 1 << 17;

/// Puts the fields of `dossier` into the file that Typst made.
pub fn place(dossier: &Dossier, laid_out: &[u8]) -> Result<Vec<u8>, TypesetError> {
    let mut document = Document::load_mem(laid_out).map_err(TypesetError::new)?;
    let questions = dossier.parts.iter().flat_map(|part| &part.questions);
    let mut asked: BTreeMap<String, Asked> = questions
        .flat_map(|question| {
            let of = |field: Field| (field.id.clone(), Asked::new(field, question, &dossier.words));
            question.fields(&dossier.words).into_iter().map(of)
        })
        .collect();
    let forms = forms(&document);
    let mut form = Form::new(&mut document, dossier.right_to_left);
    let mut order = Vec::new();
    for (annotation, id) in boxes(form.document) {
        let too_many = || TypesetError::new(format!("{id} has a box too many"));
        let asked = asked.remove(&id).ok_or_else(too_many)?;
        let element = forms.get(&annotation).copied().ok_or_else(too_many)?;
        form.make(annotation, &asked);
        form.tag(element, annotation);
        order.push(annotation.into());
    }
    if let Some(id) = asked.keys().next() {
        return Err(TypesetError::new(format!("{id} has no box")));
    }
    form.finish(order);
    sign(&mut document, dossier);
    save(&mut document).map_err(TypesetError::new)
}

/// The annotations that stand for fields, in the order of pages, with the names of the fields.
fn boxes(document: &Document) -> Vec<(ObjectId, String)> {
    let mut boxes = Vec::new();
    for page in document.page_iter() {
        let annotations = document.get_dictionary(page).and_then(|page| page.get(b"Annots"));
        let Ok(annotations) = annotations.and_then(|all| document.dereference(all)) else {
            continue;
        };
        let ids = annotations.1.as_array().into_iter().flatten();
        for annotation in ids.filter_map(|id| id.as_reference().ok()) {
            boxes.extend(field_of(document, annotation).map(|id| (annotation, id)));
        }
    }
    boxes
}

fn field_of(document: &Document, annotation: ObjectId) -> Option<String> {
    let annotation = document.get_dictionary(annotation).ok()?;
    let action = document.get_dict_in_dict(annotation, b"A").ok()?;
    let address = action.get(b"URI").ok()?.as_str().ok()?;
    Some(String::from_utf8_lossy(address.strip_prefix(SCHEME)?).into_owned())
}

/// The structure element of each annotation.
fn forms(document: &Document) -> BTreeMap<ObjectId, ObjectId> {
    let mut forms = BTreeMap::new();
    for (id, object) in &document.objects {
        let Ok(element) = object.as_dict() else { continue };
        if element.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == b"Link") {
            forms.extend(annotation_of(document, element).map(|annotation| (annotation, *id)));
        }
    }
    forms
}

fn annotation_of(document: &Document, element: &Dictionary) -> Option<ObjectId> {
    let kids = document.dereference(element.get(b"K").ok()?).ok()?.1;
    let kids = kids.as_array().map_or(std::slice::from_ref(kids), Vec::as_slice);
    kids.iter().find_map(|kid| {
        let reference = document.dereference(kid).ok()?.1.as_dict().ok()?;
        reference.get(b"Obj").ok()?.as_reference().ok()
    })
}

/// A field and what is said of it.
struct Asked {
    field: Field,
    /// Read aloud: label, whether an answer is required, help.
    spoken: String,
    /// A cell of a table.
    is_small: bool,
}

impl Asked {
    fn new(field: Field, question: &Question, words: &FormWords) -> Self {
        let mut spoken = vec![field.label.clone()];
        if field.required {
            spoken.push(format!(" ({})", words.required));
        }
        // The cells of a table would say again and again how long they may be.
        let form = words.form_of(&field.kind);
        let is_cell = field.id != question.id;
        let is_limit = matches!(field.kind, FieldKind::Line { .. } | FieldKind::Block { .. });
        spoken.extend(form.filter(|_| !(is_cell && is_limit)).map(|form| format!(", {form}")));
        // When to answer, and how, too.
        if !is_cell {
            let written = question.condition.iter().chain(&question.help);
            spoken.extend(written.map(|help| format!(". {}", plain(help))));
        }
        let is_small = matches!(question.kind, Kind::Table { .. } | Kind::Budget(_));
        Self { field, spoken: spoken.concat(), is_small }
    }
}

fn plain(paragraph: &Paragraph) -> String {
    let text: String = paragraph.runs.iter().map(|run| run.text.as_str()).collect();
    text.trim_end_matches('.').to_owned()
}

/// The form being made.
struct Form<'d> {
    document: &'d mut Document,
    right_to_left: bool,
}

impl<'d> Form<'d> {
    fn new(document: &'d mut Document, right_to_left: bool) -> Self {
        Self { document, right_to_left }
    }

    /// Makes a widget of a link.
    fn make(&mut self, annotation: ObjectId, asked: &Asked) {
        let link = self.document.get_dictionary(annotation).expect("an annotation");
        let size = size(link);
        let kept = [b"Rect".as_slice(), b"StructParent", b"P"];
        let mut widget: Dictionary = kept
            .into_iter()
            .filter_map(|key| Some((key.to_vec(), link.get(key).ok()?.clone())))
            .collect();
        let field = &asked.field;
        let common = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Widget",
            "F" => 4,
            "T" => text_string(&field.id),
            "TU" => text_string(&asked.spoken),
            "Ff" => if field.required { REQUIRED } else { 0 },
        };
        widget.extend(&common);
        match &field.kind {
            FieldKind::Check => self.check(&mut widget, size),
            FieldKind::Pick(choices) => pick(&mut widget, choices),
            FieldKind::Line { .. }
            | FieldKind::Block { .. }
            | FieldKind::Amount
            | FieldKind::Number
            | FieldKind::Date
            | FieldKind::Siret
            | FieldKind::Phone
            | FieldKind::Email => self.text(&mut widget, asked, size.1),
        }
        self.document.objects.insert(annotation, widget.into());
    }

    fn text(&self, widget: &mut Dictionary, asked: &Asked, height: f32) {
        let kind = &asked.field.kind;
        let wraps = room::wraps(kind, height);
        widget.set("FT", "Tx");
        widget.set("MaxLen", i64::try_from(limit(kind)).unwrap_or(i64::MAX));
        add_flag(widget, if wraps { MULTILINE } else { 0 });
        let end = kind.is_figure() || self.right_to_left;
        widget.set("Q", if end { 2 } else { 0 });
        letters(widget, if wraps || asked.is_small { room::SMALL } else { room::LARGE });
    }

    fn check(&mut self, widget: &mut Dictionary, (width, height): (f32, f32)) {
        let stroke = format!(
            "q 1.3 w 1 J 1 j 0.106 0.129 0.122 RG {:.2} {:.2} m {:.2} {:.2} l {:.2} {:.2} l S Q",
            width * 0.2,
            height * 0.5,
            width * 0.42,
            height * 0.25,
            width * 0.82,
            height * 0.8,
        );
        let off = self.appearance(width, height, String::new());
        let ticked = self.appearance(width, height, stroke);
        widget.set("FT", "Btn");
        widget.set("V", OFF);
        widget.set("AS", OFF);
        widget.set("AP", dictionary! { "N" => dictionary! { TICKED => ticked, OFF => off } });
    }

    fn appearance(&mut self, width: f32, height: f32, drawing: String) -> ObjectId {
        let frame = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => vec![0.into(), 0.into(), Object::Real(width), Object::Real(height)],
            "Resources" => Dictionary::new(),
        };
        self.document.add_object(Stream::new(frame, drawing.into_bytes()))
    }

    /// Names the structure element after what it holds now.
    fn tag(&mut self, element: ObjectId, annotation: ObjectId) {
        let element = self.document.get_dictionary_mut(element).expect("a structure element");
        element.set("S", "Form");
        element.set("K", dictionary! { "Type" => "OBJR", "Obj" => annotation });
        element.remove(b"Alt");
    }

    fn finish(self, order: Vec<Object>) {
        let font = font::add(self.document);
        let mut form = dictionary! {
            "Fields" => order,
            "DR" => dictionary! { "Font" => dictionary! { font::NAME => font } },
            // Viewers that draw every value again draw it worse.
            "NeedAppearances" => false,
        };
        letters(&mut form, room::LARGE);
        let form = self.document.add_object(form);
        self.document.catalog_mut().expect("a catalog").set("AcroForm", form);
    }
}

fn pick(widget: &mut Dictionary, choices: &[(String, String)]) {
    let pair = |(id, words): &(String, String)| vec![text_string(id), text_string(words)].into();
    widget.set("FT", "Ch");
    widget.set("Opt", choices.iter().map(pair).collect::<Vec<Object>>());
    add_flag(widget, COMBO);
    letters(widget, room::LARGE);
}

/// The letters of what is typed.
fn letters(of: &mut Dictionary, points: u8) {
    of.set("DA", text_string(&format!("/{} {points} Tf 0 g", font::NAME)));
}

fn add_flag(widget: &mut Dictionary, flag: i64) {
    let flags = widget.get(b"Ff").and_then(Object::as_i64).unwrap_or_default();
    widget.set("Ff", flags | flag);
}

/// Characters at most: with room for the spaces that people write in numbers.
fn limit(kind: &FieldKind) -> usize {
    match kind {
        FieldKind::Line { limit } | FieldKind::Block { limit, .. } => *limit,
        FieldKind::Amount | FieldKind::Number => 20,
        FieldKind::Siret => 17,
        FieldKind::Phone => 30,
        // The longest address that mail takes (RFC 5321).
        FieldKind::Email => 254,
        FieldKind::Date => 10,
        FieldKind::Check | FieldKind::Pick(_) => 0,
    }
}

fn size(annotation: &Dictionary) -> (f32, f32) {
    let corners = annotation.get(b"Rect").and_then(Object::as_array).expect("a rectangle");
    let at = |rank: usize| corners[rank].as_float().expect("a number");
    ((at(2) - at(0)).abs(), (at(3) - at(1)).abs())
}

/// Writes which dossier this is.
fn sign(document: &mut Document, dossier: &Dossier) {
    let id = document.trailer.get(b"Info").and_then(Object::as_reference).expect("information");
    let information = document.get_dictionary_mut(id).expect("information");
    for property in Property::ALL {
        information.set(property.key(), text_string(property.of(dossier)));
    }
}

fn save(document: &mut Document) -> io::Result<Vec<u8>> {
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(200)
        .compression_level(6)
        .build();
    let mut bytes = Vec::new();
    document.save_with_options(&mut bytes, options)?;
    Ok(bytes)
}
