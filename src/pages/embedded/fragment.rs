//! The content of a page, made to be pasted in a page of another site.
//!
//! The words stay as they are, in their order. What belongs to the site's own styles and scripts goes, ids are made the
//! fragment's own, headings take their place under those of the other page, and links lead to the site from anywhere.

use std::fmt::Write;

use crate::pages::tags::{Piece, Pieces, Tag};

/// What the content of a page is moved into.
pub struct Surroundings<'a> {
    /// That of the first heading, 1 to 6.
    pub level: u8,
    /// What every id begins with.
    pub prefix: &'a str,
    /// The address of the page, from which its links start.
    pub page: &'a str,
}

/// The content of `<main>`. `None` when there is none.
pub fn fragment(html: &str, around: &Surroundings<'_>) -> Option<String> {
    let mut pieces = Pieces::of(html);
    pieces.find(|piece| matches!(piece, Piece::Open(tag) if tag.name == "main"))?;
    let out = String::with_capacity(html.len());
    let mut writer = Writer { around, out, preformatted: 0 };
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Close("main") => break,
            Piece::Open(tag) if is_dropped(&tag) => drop_element(&mut pieces, &tag),
            Piece::Open(tag) => writer.open(&tag),
            Piece::Close(name) => writer.close(name),
            Piece::Text(text) => writer.text(text),
            Piece::Aside(_) => {}
        }
    }
    Some(writer.out.trim().to_owned())
}

/// Scripts, what waits for one to show it or counts the days from now on, and what is drawn for the eyes alone.
fn is_dropped(tag: &Tag<'_>) -> bool {
    let has = |mark: &str| tag.attributes.iter().any(|(name, _)| *name == mark);
    ["script", "style", "template"].contains(&tag.name)
        || ["hidden", "data-days", "data-counted", "data-look"].into_iter().any(has)
        || tag.get("aria-hidden") == Some("true")
}

/// Goes to the end of an element that has begun.
fn drop_element(pieces: &mut Pieces<'_>, dropped: &Tag<'_>) {
    let mut open = usize::from(dropped.has_content());
    while open > 0 {
        match pieces.next() {
            Some(Piece::Open(tag)) if tag.name == dropped.name && tag.has_content() => open += 1,
            Some(Piece::Close(name)) if name == dropped.name => open -= 1,
            None => return,
            _ => {}
        }
    }
}

struct Writer<'a> {
    around: &'a Surroundings<'a>,
    out: String,
    /// How many elements that keep their spaces are open.
    preformatted: usize,
}

/// Attributes that name other elements by their ids.
const REFERENCES: [&str; 11] = [
    "for",
    "headers",
    "list",
    "form",
    "popovertarget",
    "aria-labelledby",
    "aria-describedby",
    "aria-details",
    "aria-controls",
    "aria-owns",
    "aria-flowto",
];

/// Attributes that hold an address.
const LINKS: [&str; 8] =
    ["href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href"];

impl Writer<'_> {
    fn open(&mut self, tag: &Tag<'_>) {
        self.preformatted += usize::from(tag.name == "pre");
        let level = self.level(tag.name);
        self.out.push('<');
        self.name(tag.name, level);
        if let Some(level) = level.filter(|level| *level > DEEPEST) {
            let _ = write!(self.out, " aria-level=\"{level}\"");
        }
        // A box that scrolls by itself does so by the site's styles.
        let scrolls = tag.get("tabindex").is_some();
        for (name, value) in &tag.attributes {
            let is_of_its_box = scrolls && ["role", "aria-label"].contains(name);
            if !is_of_the_site(name) && !is_of_its_box {
                self.attribute(name, *value);
            }
        }
        self.out.push_str(if tag.closed { "/>" } else { ">" });
    }

    fn close(&mut self, name: &str) {
        self.preformatted = self.preformatted.saturating_sub(usize::from(name == "pre"));
        self.out.push_str("</");
        self.name(name, self.level(name));
        self.out.push('>');
    }

    /// Without empty lines, which programs that publish take for the end of a paragraph.
    fn text(&mut self, text: &str) {
        if self.preformatted > 0 {
            self.out.push_str(text);
            return;
        }
        let mut rest = text;
        while let Some(at) = rest.find('\n') {
            self.out.push_str(rest[..at].trim_end_matches([' ', '\t', '\r']));
            if !self.out.ends_with('\n') {
                self.out.push('\n');
            }
            rest = rest[at + 1..].trim_start_matches([' ', '\t', '\r']);
        }
        self.out.push_str(rest);
    }

    /// The level that a heading takes.
    fn level(&self, name: &str) -> Option<u8> {
        let digit = name.strip_prefix('h').filter(|digit| digit.len() == 1)?;
        let level: u8 = digit.parse().ok().filter(|level| (1..=DEEPEST).contains(level))?;
        Some(level + self.around.level - 1)
    }

    fn name(&mut self, name: &str, level: Option<u8>) {
        match level {
            Some(level) => {
                let _ = write!(self.out, "h{}", level.min(DEEPEST));
            }
            None => self.out.push_str(name),
        }
    }

    fn attribute(&mut self, name: &str, value: Option<&str>) {
        let Surroundings { prefix, page, .. } = *self.around;
        let _ = write!(self.out, " {name}");
        let Some(value) = value else { return };
        let value = if name == "id" {
            format!("{prefix}{value}")
        } else if REFERENCES.contains(&name) {
            let ids = value.split_ascii_whitespace().map(|id| format!("{prefix}{id}"));
            ids.collect::<Vec<_>>().join(" ")
        } else if LINKS.contains(&name) {
            match value.strip_prefix('#') {
                Some(id) => format!("#{prefix}{id}"),
                None => resolved(page, value),
            }
        } else {
            value.replace("url(#", &format!("url(#{prefix}"))
        };
        let _ = write!(self.out, "=\"{}\"", value.replace('"', "&quot;"));
    }
}

/// The deepest level that a heading has an element for.
const DEEPEST: u8 = 6;

/// Whether an attribute is of use to the site's styles and scripts alone.
fn is_of_the_site(name: &str) -> bool {
    ["class", "style", "tabindex", "autofocus", "srcset", "target"].contains(&name)
        || name.starts_with("data-")
        || name.starts_with("on")
}

/// The absolute address of a link of the page at `page` (RFC 3986, section 5.2).
fn resolved(page: &str, link: &str) -> String {
    let scheme = link.split_once(':').map(|(scheme, _)| scheme);
    let is_scheme =
        |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    if scheme.is_some_and(is_scheme) || link.starts_with("//") {
        return link.to_owned();
    }
    let host = page.find("://").map_or(0, |at| at + 3);
    let path = page[host..].find('/').map_or(page.len(), |at| host + at);
    if link.starts_with('/') {
        return format!("{}{link}", &page[..path]);
    }
    if link.is_empty() || link.starts_with('?') {
        return format!("{page}{link}");
    }
    let mut folder = &page[..page.rfind('/').map_or(page.len(), |at| at.max(path))];
    let mut rest = link;
    loop {
        if let Some(after) = rest.strip_prefix("../") {
            folder = &folder[..folder.rfind('/').map_or(path, |at| at.max(path))];
            rest = after;
        } else if let Some(after) = rest.strip_prefix("./") {
            rest = after;
        } else {
            return format!("{folder}/{rest}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Surroundings, fragment, resolved};

    const PAGE: &str = "https://appels.example.org/a/fr/bretagne/amige.html";

    fn check(main: &str, expected: &str) {
        let around = Surroundings { level: 3, prefix: "c-", page: PAGE };
        let html = format!("<body><h1>x</h1><main id=\"m\">{main}</main><p>y</p></body>");
        assert_eq!(fragment(&html, &around).as_deref(), Some(expected), "{main}");
    }

    #[test]
    fn headings_take_their_place() {
        check("<h1 class=\"x\">A</h1><h4>B</h4>", "<h3>A</h3><h6>B</h6>");
        check("<h5 id=\"b\">B</h5><hr>", "<h6 aria-level=\"7\" id=\"c-b\">B</h6><hr>");
    }

    #[test]
    fn ids_and_what_names_them_are_its_own() {
        check("<p id=\"a\"><a href=\"#a\">b</a></p>", "<p id=\"c-a\"><a href=\"#c-a\">b</a></p>");
        check(
            "<section aria-labelledby=\"a  b\"><td headers='a'>",
            "<section aria-labelledby=\"c-a c-b\"><td headers=\"c-a\">",
        );
        check("<path fill=\"url(#g)\"/>", "<path fill=\"url(#c-g)\"/>");
    }

    #[test]
    fn what_is_of_the_site_goes() {
        check(
            "<p class=\"a\" data-x=\"1\" onclick=\"y\" lang=\"en\">a</p>",
            "<p lang=\"en\">a</p>",
        );
        check("<script src=\"a\">1 < 2</script><style>p{}</style>é", "é");
        check("<svg aria-hidden=\"true\"><g/><svg></svg><text>x</text></svg><b>a</b>", "<b>a</b>");
        check(
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"T\">a</div>",
            "<div>a</div>",
        );
        check("<p>a</p>\n\n  \n<!-- b -->\n<pre>c\n\nd</pre>", "<p>a</p>\n<pre>c\n\nd</pre>");
        check("<p title='a \"b\"'>a</p>", "<p title=\"a &quot;b&quot;\">a</p>");
        check("<p>Ouvert <b data-days=\"2\">Il reste 2 jours</b></p>", "<p>Ouvert </p>");
        check("<p data-look>Un trait</p>a", "a");
        check("<div hidden><div>a</div><br>b</div><input disabled hidden>c", "c");
    }

    #[test]
    fn a_page_without_content_has_no_fragment() {
        let around = Surroundings { level: 3, prefix: "c-", page: PAGE };
        assert_eq!(fragment("<body><p>a</p></body>", &around), None);
    }

    #[test]
    fn links_are_absolute() {
        for (link, expected) in [
            ("amige/dossier.html", "https://appels.example.org/a/fr/bretagne/amige/dossier.html"),
            ("../bretagne.html#a", "https://appels.example.org/a/fr/bretagne.html#a"),
            ("../../../../../x", "https://appels.example.org/x"),
            ("./x", "https://appels.example.org/a/fr/bretagne/x"),
            ("/x", "https://appels.example.org/x"),
            ("?a=b", "https://appels.example.org/a/fr/bretagne/amige.html?a=b"),
            ("mailto:a@example.org", "mailto:a@example.org"),
            ("//b.example.org/x", "//b.example.org/x"),
            ("https://b.example.org/../x", "https://b.example.org/../x"),
        ] {
            assert_eq!(resolved(PAGE, link), expected, "{link}");
        }
    }
}
