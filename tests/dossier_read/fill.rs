//! Dossiers filled at the level of their XML, as office suites leave them.

use crate::project::package;

/// What is typed in a field; a box is ticked by `x`.
pub type Typed<'a> = (&'a str, &'a str);

/// A package with one of its parts changed.
pub fn changed(bytes: &[u8], part: &str, change: impl FnOnce(String) -> String) -> Vec<u8> {
    let mut parts = package::parts(bytes);
    let found = parts.iter_mut().find(|(name, _)| name == part).expect("the part");
    let text = String::from_utf8(std::mem::take(&mut found.1)).expect("UTF-8");
    found.1 = change(text).into_bytes();
    package::of(&parts)
}

/// A Word document as Word saves it: in each control, its tag and the answer.
pub fn word(package: &[u8], answers: &[Typed<'_>]) -> Vec<u8> {
    changed(package, "word/document.xml", |mut xml| {
        for (id, answer) in answers {
            let at = find(&xml, 0, &format!("<w:tag w:val=\"{id}\"/>"));
            if *answer == "x" {
                tick(&mut xml, at);
                continue;
            }
            if let Some(prompt) = before(&xml, at, "<w:showingPlcHdr/>", "</w:sdtPr>") {
                xml.replace_range(prompt..prompt + "<w:showingPlcHdr/>".len(), "");
            }
            let (from, to) = between(&xml, at, "<w:sdtContent>", "</w:sdtContent>");
            let lines: Vec<String> = answer.split('\n').map(word_text).collect();
            xml.replace_range(from..to, &format!("<w:r>{}</w:r>", lines.join("<w:br/>")));
        }
        xml
    })
}

/// As `LibreOffice` 7.4 leaves it: no tag, marks of a prompt where there is none, words outside both marks.
pub fn libre_word(package: &[u8], answers: &[Typed<'_>]) -> Vec<u8> {
    changed(package, "word/document.xml", |mut xml| {
        for (id, answer) in answers {
            let at = find(&xml, 0, &format!("w:name=\"{}\"/>", place(id)));
            if *answer == "x" {
                tick(&mut xml, at);
                continue;
            }
            let (from, to) = between(&xml, at, "<w:sdtContent>", "</w:sdtContent>");
            xml.replace_range(from..to, "<w:r><w:t></w:t></w:r>");
            let end = find(&xml, at, "<w:bookmarkEnd");
            let end = find(&xml, end, "/>") + 2;
            let lines = answer.split('\n').map(|line| format!("<w:r>{}</w:r>", word_text(line)));
            let next = "</w:p><w:p><w:pPr><w:pStyle w:val=\"Answer\"/></w:pPr>";
            xml.insert_str(end, &lines.collect::<Vec<_>>().join(next));
        }
        without_tags(xml)
    })
}

fn without_tags(mut xml: String) -> String {
    while let Some(at) = xml.find("<w:tag ") {
        let end = find(&xml, at, "/>") + 2;
        xml.replace_range(at..end, "");
    }
    xml
}

fn word_text(line: &str) -> String {
    format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line))
}

fn tick(xml: &mut String, at: usize) {
    let state = "<w14:checked w14:val=\"0\"/>";
    let at = find(xml, at, state);
    xml.replace_range(at..at + state.len(), "<w14:checked w14:val=\"1\"/>");
}

/// The name of the place of a field.
pub fn place(id: &str) -> String {
    format!("f_{}", id.replace(|c: char| !c.is_ascii_alphanumeric(), "_"))
}

/// An `OpenDocument` text as an office suite saves it.
pub fn open_document(package: &[u8], answers: &[Typed<'_>]) -> Vec<u8> {
    changed(package, "content.xml", |mut xml| {
        for (id, answer) in answers {
            let name = place(id);
            if *answer == "x" {
                let at = find(&xml, 0, &format!("form:name=\"{name}\""));
                let at = find(&xml, at, "\"unchecked\"");
                xml.replace_range(at..at + "\"unchecked\"".len(), "\"checked\"");
            } else if let Some(at) = xml.find(&format!("<text:bookmark text:name=\"{name}\"/>")) {
                let at = find(&xml, at, "/>") + 2;
                xml.insert_str(at, &open_text(answer));
            } else if let Some(at) = xml.find(&format!("<text:drop-down text:name=\"{id}\"")) {
                let end = find(&xml, at, "</text:drop-down>");
                let from = xml[..end].rfind('>').expect("an element") + 1;
                xml.replace_range(from..end, &escaped(answer));
            } else {
                let at = find(&xml, 0, &format!("text:name=\"{name}\">"));
                let from = find(&xml, at, "<text:placeholder");
                let end = find(&xml, from, "</text:placeholder>") + "</text:placeholder>".len();
                xml.replace_range(from..end, &open_text(answer));
            }
        }
        xml
    })
}

/// Lines as paragraphs and as breaks, runs of spaces as elements.
fn open_text(answer: &str) -> String {
    let lines: Vec<String> =
        answer.split('\n').map(|line| escaped(line).replace("  ", " <text:s/>")).collect();
    let (first, rest) = lines.split_first().expect("a line");
    match rest {
        [] => first.clone(),
        _ => format!(
            "{first}</text:p><text:p text:style-name=\"Answer\">{}",
            rest.join("<text:line-break/>")
        ),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn find(xml: &str, from: usize, word: &str) -> usize {
    from + xml[from..].find(word).unwrap_or_else(|| panic!("no {word}"))
}

fn before(xml: &str, from: usize, word: &str, end: &str) -> Option<usize> {
    let end = find(xml, from, end);
    xml[from..end].find(word).map(|at| from + at)
}

fn between(xml: &str, from: usize, start: &str, end: &str) -> (usize, usize) {
    let from = find(xml, from, start) + start.len();
    (from, find(xml, from, end))
}
