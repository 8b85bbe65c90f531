//! The file of answers that the page of a dossier keeps (`themes/sobre/static/dossier-actions.js`): an identity, and answers by the
//! ids of their fields. It holds no empty place, so that what is not in it is not answered.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;

use super::names::Property;
use crate::answers::claim::Claim;
use crate::answers::code::{RefusalCode, RemarkCode};
use crate::answers::found::{Findings, Found};
use crate::answers::index::{Index, MOST_REMARKS};
use crate::answers::said::{Refusal, Remark};
use crate::answers::text;
use crate::model::questionnaire::Way;

/// The only version of the file.
const VERSION: u64 = 1;
/// A dossier of 120 long answers, in letters of four bytes, weighs less.
const LARGEST: usize = 4 << 20;

/// Answers as they stand in the file, an id perhaps more than once.
pub type Answers = Vec<(String, Value)>;

#[derive(Deserialize)]
struct File {
    canevas: u64,
    appel: String,
    region: String,
    langue: String,
    version: String,
    #[serde(deserialize_with = "pairs")]
    reponses: Answers,
}

/// What the file says of itself, and its answers. A file that does not begin as JSON does is not for here.
pub fn open(bytes: &[u8]) -> Result<(Claim, Answers), Refusal> {
    if bytes.len() > LARGEST {
        let (size, limit) = (bytes.len() >> 20, LARGEST >> 20);
        let big = Refusal::new(RefusalCode::TooBig);
        return Err(big.with("taille", size).with("limite", limit));
    }
    let file: File = serde_json::from_slice(bytes).map_err(|_| {
        let is_ours = bytes.windows(9).take(100).any(|word| word == b"\"canevas\"");
        let broken = if is_ours { RefusalCode::BrokenAnswers } else { RefusalCode::UnknownFormat };
        Refusal::new(broken)
    })?;
    if file.canevas != VERSION {
        return Err(Refusal::new(RefusalCode::BrokenAnswers));
    }
    let mut claim = Claim::default();
    Property::Call.learn(&mut claim, &file.appel);
    Property::Region.learn(&mut claim, &file.region);
    Property::Lang.learn(&mut claim, &file.langue);
    Property::Version.learn(&mut claim, &file.version);
    Ok((claim, file.reponses))
}

/// The answers by the fields that they answer; all others are empty.
pub fn read(answers: &Answers, index: &Index<'_>) -> Findings {
    let mut findings = Findings::default();
    for (id, answer) in answers {
        let Some(rank) = index.by_id(id) else {
            findings.unknown.push(id.clone());
            continue;
        };
        let (question, field) = index.fields[rank];
        match found(answer, field.kind.way()) {
            Some(found) => findings.keep(index, rank, found),
            None if findings.remarks.len() < MOST_REMARKS => {
                let remark = Remark::at(RemarkCode::WrongKind, &question.place_of(field));
                findings.remarks.push(remark.with("valeur", text::excerpt(&answer.to_string())));
            }
            None => {}
        }
    }
    for (rank, (_, field)) in index.fields.iter().enumerate() {
        let empty = match field.kind.way() {
            Way::Ticked => Found::Tick(false),
            Way::Written | Way::Picked => Found::Text(String::new()),
        };
        findings.answers.entry(rank).or_insert(empty);
    }
    findings
}

/// What an answer says, if it is of the kind that its field takes.
fn found(answer: &Value, way: Way) -> Option<Found> {
    match (answer, way) {
        (Value::Bool(ticked), Way::Ticked) => Some(Found::Tick(*ticked)),
        (Value::String(text), Way::Written | Way::Picked) => Some(Found::Text(text::tidy(text))),
        _ => None,
    }
}

/// The entries of an object, in their order: one that comes twice is not lost.
fn pairs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Answers, D::Error> {
    struct Pairs;

    impl<'de> Visitor<'de> for Pairs {
        type Value = Answers;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("answers by their ids")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Answers, A::Error> {
            let mut pairs = Vec::new();
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }
    }

    deserializer.deserialize_map(Pairs)
}
