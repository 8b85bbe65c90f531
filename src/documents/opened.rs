//! Office files read with an XML parser and nothing else, for the tests of what they promise.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};
use zip::ZipArchive;

/// An element as it opens, with how deep it is and the text that it holds, at any depth.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub depth: usize,
    pub text: String,
    attributes: BTreeMap<String, String>,
}

impl Element {
    fn of(start: &BytesStart, depth: usize) -> Self {
        let own = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("a well-formed attribute");
            (own(attribute.key.as_ref()), own(&attribute.value))
        });
        let attributes = attributes.collect();
        Self { name: own(start.name().as_ref()), depth, text: String::new(), attributes }
    }

    /// The value of an attribute as it is written, escapes and all; empty without it.
    pub fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// The parts of a file, by name.
pub fn parts(bytes: Vec<u8>) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut parts = BTreeMap::new();
    for rank in 0..archive.len() {
        let mut file = archive.by_index(rank).expect("a part");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("UTF-8");
        parts.insert(file.name().expect("UTF-8").to_string(), text);
    }
    parts
}

/// The parts that are XML.
pub fn xml_parts(bytes: Vec<u8>) -> impl Iterator<Item = (String, String)> {
    parts(bytes).into_iter().filter(|(_, text)| text.starts_with("<?xml"))
}

/// Every element, in document order.
pub fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    loop {
        let mut said = String::new();
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) => {
                elements.push(Element::of(&start, open.len()));
                open.push(elements.len() - 1);
            }
            Event::Empty(start) => elements.push(Element::of(&start, open.len())),
            Event::End(_) => drop(open.pop()),
            Event::Text(text) => said = text.decode().expect("UTF-8").into_owned(),
            Event::GeneralRef(name) => said = format!("&{};", name.decode().expect("UTF-8")),
            Event::Eof => break,
            _ => {}
        }
        for rank in &open {
            elements[*rank].text.push_str(&said);
        }
    }
    assert!(open.is_empty(), "an element is not closed");
    elements
}

/// The elements of a name.
pub fn named<'e>(elements: &'e [Element], name: &str) -> impl Iterator<Item = &'e Element> {
    elements.iter().filter(move |element| element.name == name)
}

/// The elements of a name, each with what stands inside it.
pub fn whole<'e>(
    elements: &'e [Element],
    name: &str,
) -> impl Iterator<Item = (&'e Element, &'e [Element])> {
    let ranks = (0..elements.len()).filter(move |rank| elements[*rank].name == name);
    ranks.map(|rank| {
        let (element, rest) = (&elements[rank], &elements[rank + 1..]);
        let end = rest.iter().position(|other| other.depth <= element.depth);
        (element, &rest[..end.unwrap_or(rest.len())])
    })
}

/// One element a line, for people to compare.
pub fn indented(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Eof => break,
            event => writer.write_event(event).expect("memory takes every byte"),
        }
    }
    String::from_utf8(writer.into_inner()).expect("UTF-8") + "\n"
}

/// Compares a part, one element a line, with the file of `tests/office/golden` that holds what was accepted;
/// `SNAPSHOTS=overwrite` accepts.
pub fn is_as_accepted(xml: &str, file: &str) {
    let path = format!("{}/tests/office/golden/{file}", env!("CARGO_MANIFEST_DIR"));
    let accepted = snapbox::Data::read_from(path.as_ref(), Some(snapbox::data::DataFormat::Text));
    let assert = snapbox::Assert::new().normalize_paths(false).action_env("SNAPSHOTS");
    assert.eq(snapbox::Data::text(indented(xml)).raw(), accepted.raw());
}
