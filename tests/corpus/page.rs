//! The words of a published page, as a reader sees them.

use super::source::split;

/// Elements that do not end a word.
const INSIDE: [&str; 9] = ["a", "em", "strong", "code", "sup", "sub", "span", "abbr", "b"];

/// The words of a piece of a page, without the numbers that call notes.
pub fn words(html: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let (inside, mut after) = tag.split_once('>').expect("a tag ends");
        let name = inside.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if inside == "sup" && after.starts_with("<a ") {
            after = after.split_once("</sup>").expect("a call ends").1;
        } else if !INSIDE.contains(&name) {
            text.push(' ');
        }
        rest = after;
    }
    text.push_str(rest);
    split(&unescaped(&text))
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&amp;", "&")
}

/// What stands in `html` after `start` and before the next `end`.
pub fn between<'h>(html: &'h str, start: &str, end: &str) -> &'h str {
    let (_, after) = html.split_once(start).unwrap_or_else(|| panic!("{start} is on the page"));
    after.split_once(end).unwrap_or_else(|| panic!("{end} is on the page")).0
}
