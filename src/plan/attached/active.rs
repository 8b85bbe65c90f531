//! What a browser would run in an image or data in XML: a directory's page must not speak for the whole site.
//!
//! What is allowed is listed, not what is refused: an address leads inside the file or is an image in it.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesDecl, BytesStart, Event};

/// Elements that run, or hold what may.
const ELEMENTS: [&str; 12] = [
    "script",
    "foreignobject",
    "handler",
    "listener",
    "iframe",
    "embed",
    "object",
    "audio",
    "video",
    "html",
    "body",
    "link",
];

/// Elements that browsers run are of these.
const SPACES: [&str; 2] = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"];

/// What is dangerous in an SVG, in a word for a message. `Err` when it is no XML.
pub fn in_svg(bytes: &[u8]) -> Result<Option<String>, ()> {
    let mut is_svg = None;
    let mut style = 0_usize;
    let danger = scan(bytes, &mut |event| match event {
        Event::Start(element) | Event::Empty(element) => {
            let name = local(element);
            is_svg.get_or_insert_with(|| name == "svg");
            style += usize::from(name == "style" && matches!(event, Event::Start(_)));
            in_element(element, &name)
        }
        Event::End(element) => {
            let name = String::from_utf8_lossy(element.local_name().as_ref()).to_lowercase();
            style = style.saturating_sub(usize::from(name == "style"));
            None
        }
        Event::Text(text) if style > 0 => in_style(&String::from_utf8_lossy(text)),
        Event::CData(text) if style > 0 => in_style(&String::from_utf8_lossy(text)),
        Event::GeneralRef(_) if style > 0 => Some("<style>".to_owned()),
        _ => None,
    })?;
    if danger.is_none() && is_svg != Some(true) {
        return Err(());
    }
    Ok(danger)
}

/// What is dangerous in data: elements that browsers know. `Err` when it is no XML.
pub fn in_xml(bytes: &[u8]) -> Result<Option<String>, ()> {
    scan(bytes, &mut |event| match event {
        Event::Start(element) | Event::Empty(element) => {
            let known = |space: &str| SPACES.contains(&space.trim());
            element.attributes().with_checks(false).flatten().find_map(|attribute| {
                let space = decoded(&attribute.value);
                let named = attribute.key.as_ref().starts_with(b"xmlns") && known(&space);
                named.then(|| shortened(&space))
            })
        }
        _ => None,
    })
}

/// Looks at every event. What no honest file of these kinds has is found here.
fn scan(
    bytes: &[u8],
    look: &mut dyn FnMut(&Event<'_>) -> Option<String>,
) -> Result<Option<String>, ()> {
    let text = std::str::from_utf8(bytes).map_err(|_| ())?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut depth = 0_usize;
    let mut rooted = false;
    loop {
        let event = reader.read_event().map_err(|_| ())?;
        match &event {
            Event::Eof if rooted && depth == 0 => return Ok(None),
            Event::Eof => return Err(()),
            Event::Decl(decl) if !is_plain(decl) => return Ok(Some("encoding".to_owned())),
            Event::DocType(doctype) if doctype.contains(&b'[') => {
                return Ok(Some("<!ENTITY>".to_owned()));
            }
            Event::PI(instruction) if instruction.starts_with(b"xml-stylesheet") => {
                return Ok(Some("<?xml-stylesheet?>".to_owned()));
            }
            Event::Start(_) => (depth, rooted) = (depth + 1, true),
            Event::Empty(_) => rooted = true,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if let Some(danger) = look(&event) {
            return Ok(Some(danger));
        }
    }
}

/// Whether the marks of XML are where we read them.
fn is_plain(decl: &BytesDecl<'_>) -> bool {
    let known = ["utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252"];
    match decl.encoding() {
        None => true,
        Some(Ok(name)) => known.contains(&String::from_utf8_lossy(&name).to_lowercase().as_str()),
        Some(Err(_)) => false,
    }
}

fn local(element: &BytesStart<'_>) -> String {
    String::from_utf8_lossy(element.local_name().as_ref()).to_lowercase()
}

fn in_element(element: &BytesStart<'_>, name: &str) -> Option<String> {
    if ELEMENTS.contains(&name) {
        return Some(format!("<{name}>"));
    }
    element.attributes().with_checks(false).find_map(|attribute| {
        let Ok(attribute) = attribute else { return Some(format!("<{name}>")) };
        let key = String::from_utf8_lossy(attribute.key.as_ref()).to_lowercase();
        let value = decoded(&attribute.value);
        in_attribute(&key, &value)
    })
}

fn in_attribute(key: &str, value: &str) -> Option<String> {
    let name = key.rsplit(':').next().unwrap_or(key);
    let is_address = matches!(name, "href" | "src" | "action" | "formaction") || key == "xml:base";
    // An animation may put an address where there was none.
    let animated = name == "attributename" && {
        let target = value.trim().to_lowercase();
        target.starts_with("on") || target.ends_with("href")
    };
    if name.starts_with("on") || animated {
        return Some(format!("{key}="));
    }
    if is_address {
        return (!is_inside(value)).then(|| shortened(value));
    }
    let is_name = key == "xmlns" || key.starts_with("xmlns:");
    if is_name && value.contains("1999/xhtml") {
        return Some(shortened(value));
    }
    let lower = value.to_lowercase();
    // Only styles, and properties that may stand alone, have addresses of this form.
    let styled = !is_name && (name == "style" || lower.contains("url"));
    if styled { in_style(value) } else { None }
}

/// An address that stays in the file, or an image that is in it.
fn is_inside(address: &str) -> bool {
    let address = address.trim();
    let image = ["png", "jpeg", "jpg", "gif", "webp"]
        .iter()
        .any(|kind| address.starts_with(&format!("data:image/{kind};")));
    address.is_empty() || address.starts_with('#') || image
}

/// What a style loads from elsewhere. A reverse solidus could hide it (CSS Syntax 3, 4.3.7).
fn in_style(style: &str) -> Option<String> {
    let lower = style.to_lowercase();
    if lower.contains('\\') || lower.contains("@import") || lower.contains("expression(") {
        return Some(shortened(style.trim()));
    }
    let outside = lower
        .split("url(")
        .skip(1)
        .find(|rest| !is_inside(rest.trim_start().trim_start_matches(['"', '\''])));
    outside.map(|rest| shortened(rest.split(')').next().unwrap_or(rest)))
}

fn decoded(value: &[u8]) -> Cow<'_, str> {
    let text = String::from_utf8_lossy(value).into_owned();
    match quick_xml::escape::unescape(&text) {
        Ok(plain) => Cow::Owned(plain.into_owned()),
        // An entity of its own: no address of ours begins with one.
        Err(_) => Cow::Owned(text),
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::{in_svg, in_xml};

    fn svg(inside: &str) -> Result<Option<String>, ()> {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \
                    \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n";
        let space =
            "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
        in_svg(format!("{head}<svg {space}>{inside}</svg>").as_bytes())
    }

    #[test]
    fn drawings_are_accepted() {
        for inside in [
            "<path d=\"M0 0h1\" style=\"fill:url(#a);stroke:#000\"/>",
            "<defs><linearGradient id=\"a\"/></defs><use xlink:href=\"#a\"/>",
            "<image href=\"data:image/png;base64,AAAA\"/>",
            "<style>.a{fill:url('#a')} /* aucune image */</style><text class=\"a\">Carte &amp; légende</text>",
            "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/></metadata>",
            "<animate attributeName=\"x\" to=\"1\"/><title>script onload=</title>",
        ] {
            assert_eq!(svg(inside), Ok(None), "{inside}");
        }
        assert_eq!(in_svg("\u{feff}<svg/>".as_bytes()), Ok(None));
    }

    #[test]
    fn what_a_browser_would_run_or_load_is_found() {
        for inside in [
            "<script>x()</script>",
            "<SCRIPT/>",
            "<s:script xmlns:s=\"http://www.w3.org/2000/svg\"/>",
            "<rect onload=\"x()\"/>",
            "<rect ONCLICK='x()'/>",
            "<foreignObject/>",
            "<a href=\"javascript:x()\"/>",
            "<a xlink:href=\"&#106;avascript:x()\"/>",
            "<a href=\"java&#10;script:x()\"/>",
            "<image href=\"https://example.org/a.png\"/>",
            "<image href=\"data:image/svg+xml;base64,AAAA\"/>",
            "<use href=\"autre.svg#a\"/>",
            "<g xml:base=\"https://example.org/\"/>",
            "<set attributeName=\"href\" to=\"#\"/>",
            "<animate attributeName=\" onload\" to=\"x()\"/>",
            "<style>@import 'a.css';</style>",
            "<style>a{fill:url( \"https://example.org\")}</style>",
            "<style><![CDATA[a{fill:u\\72l(x)}]]></style>",
            "<rect style=\"fill:url(//example.org/a)\"/>",
            "<rect fill=\"URL(https://example.org/a)\"/>",
            "<h:iframe xmlns:h=\"http://www.w3.org/1999/xhtml\"/>",
            "<h:meta xmlns:h=\"http://www.w3.org/1999/xhtml\"/>",
            "<?xml-stylesheet href=\"a.xsl\"?>",
        ] {
            assert!(matches!(svg(inside), Ok(Some(_))), "{inside}: {:?}", svg(inside));
        }
        let entity = "<!DOCTYPE svg [<!ENTITY a \"<script/>\">]><svg>&a;</svg>";
        assert!(matches!(in_svg(entity.as_bytes()), Ok(Some(_))));
        let odd = "<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg/>";
        assert!(matches!(in_svg(odd.as_bytes()), Ok(Some(_))));
    }

    #[test]
    fn what_is_no_drawing_is_none() {
        for text in ["", "<svg>", "<html/>", "<svg></a>", "texte", "<svg a=></svg", "\u{0}"] {
            assert_ne!(in_svg(text.as_bytes()), Ok(None), "{text:?}");
        }
        assert_eq!(in_svg(b"<svg>\xff</svg>"), Err(()));
    }

    #[test]
    fn data_is_accepted_without_what_browsers_know() {
        let kml = "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><name>a</name></kml>";
        assert_eq!(in_xml(kml.as_bytes()), Ok(None));
        for text in [
            "<a xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:script/></a>",
            "<a xmlns:h='http&#58;//www.w3.org/1999/xhtml'/>",
            "<b><svg xmlns=\"http://www.w3.org/2000/svg\"/></b>",
            "<?xml-stylesheet type=\"text/xsl\" href=\"#a\"?><a/>",
        ] {
            assert!(matches!(in_xml(text.as_bytes()), Ok(Some(_))), "{text}");
        }
    }
}
