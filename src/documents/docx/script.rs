//! The parts of the blank file as a script, for the page that fills them: a page read from a disk, or under a strict policy,
//! can load a script and nothing else.

use std::collections::BTreeMap;

use serde_json::json;

use super::names;
use super::paper::Paper;
use super::parts_of;
use crate::documents::sheet::Dossier;

/// `canevasDocx(parts, tags)`: the text of each part by its name, and the tag of each control that is not the id of its field.
pub fn write(dossier: &Dossier) -> Vec<u8> {
    let paper = Paper::new(dossier);
    let texts = parts_of(&paper).map(|(name, part)| {
        let text = String::from_utf8(part).expect("our XML is UTF-8");
        format!("{}:{}", json!(name), json!(text))
    });
    let fields = dossier.fields();
    let tagged = fields.iter().map(|field| {
        let (_, bookmark) = paper.bookmark(&field.id);
        (field.id.as_str(), names::tag(&field.id, bookmark).to_owned())
    });
    let tags: BTreeMap<&str, String> = tagged.filter(|(id, tag)| id != tag).collect();
    format!("canevasDocx({{{}}},{});\n", texts.join(","), json!(tags)).into_bytes()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::write;
    use crate::documents::docx;
    use crate::documents::opened::{self, elements};
    use crate::documents::sample;
    use crate::documents::sheet::Dossier;

    /// The parts, and the tags that are not ids.
    fn written(dossier: &Dossier) -> [BTreeMap<String, String>; 2] {
        let script = String::from_utf8(write(dossier)).expect("UTF-8");
        let call = script.strip_prefix("canevasDocx(").and_then(|s| s.strip_suffix(");\n"));
        serde_json::from_str(&format!("[{}]", call.expect("one call"))).expect("JSON")
    }

    #[test]
    fn its_parts_are_those_of_the_file() {
        let dossier = sample::of_each_kind();
        assert_eq!(written(&dossier)[0], opened::parts(docx::write(&dossier)));
    }

    #[test]
    fn every_field_leads_to_its_control() {
        let mut dossier = sample::dossier();
        dossier.parts[0].questions[2].id = "a".repeat(80);
        let [parts, tags] = written(&dossier);
        let body = elements(&parts["word/document.xml"]);
        let controls: Vec<&str> =
            opened::named(&body, "w:tag").map(|element| element.get("w:val")).collect();
        let fields = dossier.fields();
        let named = |id: &String| tags.get(id).unwrap_or(id).clone();
        let named: Vec<String> = fields.iter().map(|field| named(&field.id)).collect();
        assert_eq!(named, controls);
        assert_eq!(tags.len(), 1);
    }
}
