//! Braces that name nothing: `{{ plafond_aide`, `{ plafond_aide }`, `{% if %}`.

use super::found::Found;
use super::plain::{HIDDEN, Leaf, Plain};
use crate::model::value::{Fixed, Value};

/// No name is longer.
const LONGEST: usize = 80;

/// How far braces may close.
const REACH: usize = 400;

/// Says which are seen in a run of text.
pub fn check(found: &mut Found<'_, '_>, plain: &Plain, leaf: &Leaf) {
    let seen = &plain.text[leaf.range.clone()];
    let mut at = 0;
    while let Some(open) = seen[at..].find('{').map(|open| at + open) {
        let rest = &seen[open..];
        let start = leaf.range.start + open;
        let reach = rest.floor_char_boundary(REACH);
        let end = rest.bytes().take(reach).position(|byte| matches!(byte, b'\n' | HIDDEN));
        let line = &rest[..end.unwrap_or(reach)];
        at = open + 1;
        if let Some(inside) = line.strip_prefix("{{") {
            match inside.find("}}") {
                Some(length) => at = open + length + 4,
                None => {
                    let name = inside.trim_matches(['{', '}', ' ']);
                    let name = Value::named(name).map(|value| value.name()).unwrap_or_default();
                    found.idle_with("accolades", start..start + 2, &name);
                    // What follows on the line is of the same slip.
                    at = open + line.len();
                }
            }
        } else if line.starts_with("{%") {
            found.idle("gabarit", start..start + 2);
        } else if let Some((name, length)) = single(line) {
            found.idle_with("accolade", start..start + length, name);
            at = open + length;
        }
    }
}

/// The value that `{ name }` surely means, and how long it is: `{nom}` in a letter's model is honest.
fn single(line: &str) -> Option<(&str, usize)> {
    let window = &line[..line.floor_char_boundary(LONGEST)];
    let inside = window[1..].split('}').next()?;
    let name = inside.trim();
    let known = match Value::named(name)? {
        Value::Parameter(name) => name.contains('_') || inside.len() >= name.len() + 2,
        Value::Fixed(fixed) => Fixed::ALL.iter().any(|(_, other)| *other == fixed),
        Value::StepDate(_) | Value::StepDeadline(_) => true,
    };
    let length = 1 + inside.len() + 1;
    let closed = window.get(1 + inside.len()..)?.starts_with('}');
    let more = usize::from(window[length.min(window.len())..].starts_with('}'));
    (known && closed).then_some((name, length + more))
}
