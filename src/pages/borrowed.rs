//! The language of each sentence of the interface that a page borrows from another one (RGAA 8.7).
//!
//! Templates write such a sentence where they would write any other, with its marks: they become an element around the
//! sentence where markup may hold one, and go from attributes, titles and scripts.

use super::tags::{Piece, Pieces};
use crate::model::borrowed::{self, Piece as Words};
use crate::model::id::Lang;

/// Elements that hold text and no element.
const TEXT_ALONE: [&str; 6] = ["title", "script", "style", "textarea", "option", "text"];

/// `html`, a page in `lang`, with the language of what is borrowed.
pub fn said(html: String, lang: &Lang) -> String {
    if !borrowed::any(&html) {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    let mut text_alone: Option<&str> = None;
    let mut pieces = Pieces::of(&html);
    loop {
        let before = pieces.rest();
        let Some(piece) = pieces.next() else { return out };
        let written = &before[..before.len() - pieces.rest().len()];
        match piece {
            Piece::Text(text) if text_alone.is_none() => mark(text, lang, &mut out),
            _ => out.push_str(&borrowed::bare(written)),
        }
        match piece {
            Piece::Open(tag) if TEXT_ALONE.contains(&tag.name) && tag.has_content() => {
                text_alone = text_alone.or(Some(tag.name));
            }
            Piece::Close(name) if text_alone == Some(name) => text_alone = None,
            _ => {}
        }
    }
}

/// Writes a text of the page, where each borrowed sentence is an element, but one inside another of its language.
fn mark(text: &str, page: &Lang, out: &mut String) {
    let mut open: Vec<Lang> = Vec::new();
    for piece in borrowed::pieces(text) {
        match piece {
            Words::Words(words) => out.push_str(words),
            Words::Begin(lang) => {
                if open.last() != Some(&lang) {
                    begin(&lang, page, out);
                }
                open.push(lang);
            }
            Words::End => end(&mut open, out),
        }
    }
    while !open.is_empty() {
        end(&mut open, out);
    }
}

fn begin(lang: &Lang, page: &Lang, out: &mut String) {
    let direction = match (lang.is_right_to_left(), page.is_right_to_left()) {
        (true, false) => " dir=\"rtl\"",
        (false, true) => " dir=\"ltr\"",
        _ => "",
    };
    out.extend(["<span lang=\"", lang.as_str(), "\"", direction, ">"]);
}

fn end(open: &mut Vec<Lang>, out: &mut String) {
    let ended = open.pop();
    if ended.is_some() && ended.as_ref() != open.last() {
        out.push_str("</span>");
    }
}

#[cfg(test)]
mod tests {
    use super::said;
    use crate::model::borrowed::borrowed;
    use crate::model::id::Lang;

    fn check(page: &str, template: &str, expected: &str) {
        let lang = |tag| Lang::new(tag).expect("a tag");
        let html = template.replace('@', &borrowed("Aide &amp; dates", &lang("fr")));
        assert_eq!(said(html, &lang(page)), expected);
    }

    #[test]
    fn a_sentence_is_an_element_where_markup_may_hold_one() {
        let french = "<span lang=\"fr\">Aide &amp; dates</span>";
        check("en", "<h2>@</h2>", &format!("<h2>{french}</h2>"));
        check("en", "<p>See @, <b>@</b></p>", &format!("<p>See {french}, <b>{french}</b></p>"));
        check(
            "en",
            "<nav aria-label=\"@\">1 < 2</nav>",
            "<nav aria-label=\"Aide &amp; dates\">1 < 2</nav>",
        );
        check("en", "<title>@</title>@", &format!("<title>Aide &amp; dates</title>{french}"));
        check("en", "<script>a < \"@\"</script>", "<script>a < \"Aide &amp; dates\"</script>");
        check(
            "en",
            "<option>@<option>@</option>",
            "<option>Aide &amp; dates<option>Aide &amp; dates</option>",
        );
        check("en", "<!-- @ -->", "<!-- Aide &amp; dates -->");
    }

    #[test]
    fn one_inside_another_of_its_language_is_no_element() {
        let lang = |tag| Lang::new(tag).expect("a tag");
        let (hour, page) = (borrowed("23 h", &lang("fr")), lang("ar"));
        let check = |tag, expected: &str| {
            let html = borrowed(&format!("à {hour}."), &lang(tag));
            assert_eq!(said(html, &page), expected);
        };
        check("fr", "<span lang=\"fr\" dir=\"ltr\">à 23 h.</span>");
        let inner = "<span lang=\"fr\" dir=\"ltr\">23 h</span>";
        check("en", &format!("<span lang=\"en\" dir=\"ltr\">à {inner}.</span>"));
    }

    #[test]
    fn its_direction_is_said_where_it_is_not_that_of_the_page() {
        check("ar", "<p>@</p>", "<p><span lang=\"fr\" dir=\"ltr\">Aide &amp; dates</span></p>");
    }
}
