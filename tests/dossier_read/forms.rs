//! PDF forms, filled, as several programs would save them.

use lopdf::{Dictionary, Document, Object, SaveOptions, dictionary, text_string};

/// Which dossier the form is.
pub struct Identity<'a> {
    pub call: &'a str,
    pub region: &'a str,
    pub version: &'a str,
}

/// A form whose fields hold these values: `x` and `-` are those of boxes.
pub fn form(identity: &Identity<'_>, answers: &[(&str, &str)]) -> Document {
    let mut document = Document::with_version("1.7");
    let fields: Vec<Object> =
        answers.iter().map(|answer| document.add_object(field(answer)).into()).collect();
    let pages =
        document.add_object(dictionary! { "Type" => "Pages", "Kids" => vec![], "Count" => 0 });
    let form = document.add_object(dictionary! { "Fields" => fields });
    let root = dictionary! { "Type" => "Catalog", "Pages" => pages, "AcroForm" => form };
    let root = document.add_object(root);
    let information = document.add_object(dictionary! {
        "CanevasAppel" => text_string(identity.call),
        "CanevasRegion" => text_string(identity.region),
        "CanevasLangue" => text_string("fr"),
        "CanevasVersion" => text_string(identity.version),
    });
    document.trailer.set("Root", root);
    document.trailer.set("Info", information);
    document
}

fn field((id, answer): &(&str, &str)) -> Dictionary {
    let mut field =
        dictionary! { "Type" => "Annot", "Subtype" => "Widget", "T" => text_string(id) };
    if matches!(*answer, "x" | "-") {
        let state = if *answer == "x" { "Oui" } else { "Off" };
        field.set("FT", "Btn");
        field.set("V", state);
        field.set("AS", state);
    } else {
        field.set("FT", "Tx");
        field.set("V", text_string(&answer.replace('\n', "\r")));
    }
    field
}

/// With a table of references.
pub fn plain(document: &mut Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("memory");
    bytes
}

/// With objects in packed streams.
pub fn packed(document: &mut Document) -> Vec<u8> {
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    let mut bytes = Vec::new();
    document.save_with_options(&mut bytes, options).expect("memory");
    bytes
}
