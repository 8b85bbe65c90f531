//! XML as it goes by, for parts too long to be kept as a tree: nothing of it stays but what is taken.
//!
//! No document type, hence no entity but the five of XML, and a bounded depth. Names come without their prefix: offices choose
//! it.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use crate::answers::code::RefusalCode;
use crate::answers::said::Refusal;

/// Sheets nest some ten elements.
const DEEPEST: usize = 200;

/// What goes by.
pub enum Piece<'p, 'x> {
    Open(&'p Element<'x>),
    Close(&'p str),
    Words(&'p str),
}

/// An element as it opens.
pub struct Element<'x>(BytesStart<'x>);

impl Element<'_> {
    /// Its name, without its prefix.
    pub fn name(&self) -> Cow<'_, str> {
        let end = self.0.local_name().as_ref().len();
        let whole = self.0.name().as_ref().len();
        String::from_utf8_lossy(&self.0[whole - end..whole])
    }

    /// The value of an attribute, whatever its prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut attributes = attributes.with_checks(false).flatten();
        let is_it = |key: &[u8]| key == name.as_bytes();
        let attribute = attributes.find(|attribute| is_it(attribute.key.local_name().as_ref()))?;
        let value = std::str::from_utf8(&attribute.value).ok()?;
        unescape(value).ok().map(Cow::into_owned)
    }

    /// A number of at least 1 that an attribute holds; 1 where it holds none.
    pub fn count(&self, name: &str) -> usize {
        self.attribute(name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
    }
}

/// Gives each piece of a document to `take`, in its order, until it refuses.
pub fn each(
    text: &str,
    mut take: impl FnMut(Piece<'_, '_>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let broken = || Refusal::new(RefusalCode::BrokenXml);
    let harmful = |why| Refusal::new(RefusalCode::HarmfulXml).with("raison", why);
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| broken())? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(harmful("profondeur"));
                }
                take(Piece::Open(&Element(start)))?;
            }
            Event::Empty(start) => {
                let element = Element(start);
                take(Piece::Open(&element))?;
                take(Piece::Close(&element.name()))?;
            }
            Event::End(end) => {
                depth = depth.checked_sub(1).ok_or_else(broken)?;
                take(Piece::Close(&String::from_utf8_lossy(end.local_name().as_ref())))?;
            }
            Event::Text(words) => take(Piece::Words(&words.decode().map_err(|_| broken())?))?,
            Event::CData(words) => take(Piece::Words(&words.decode().map_err(|_| broken())?))?,
            Event::GeneralRef(reference) => {
                let name = reference.decode().map_err(|_| broken())?;
                let words = unescape(&format!("&{name};")).map(Cow::into_owned);
                take(Piece::Words(&words.map_err(|_| harmful("entite"))?))?;
            }
            Event::DocType(_) => return Err(harmful("doctype")),
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(broken()),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
}
