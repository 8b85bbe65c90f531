//! Where the objects of a file are.
//!
//! The table of references is not read: it may lie, and its repair is where readers spend their time. The file is gone
//! through once, and what is defined last counts, as when a table names the latest version of an object.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

use super::object::{Dictionary, Fuel, Lexer, Stream, Value, is_blank, trap};
use crate::answers::code::RefusalCode;
use crate::answers::said::Refusal;

/// About a second of work; an honest dossier takes a twentieth.
const STEPS: usize = 32 << 20;
/// All that is unpacked of one file; the objects of a dossier take 1 MB.
const UNPACKED: usize = 32 << 20;
/// A dossier has some 3 000.
const MOST_OBJECTS: usize = 300_000;
/// References that lead to references.
const MOST_HOPS: usize = 16;

/// Where an object stands.
#[derive(Debug, Clone, Copy)]
enum Place {
    File(usize),
    /// In that packed stream, there.
    Packed(usize, usize),
}

/// A file whose objects have been found.
pub struct File<'b> {
    bytes: &'b [u8],
    places: BTreeMap<u32, Place>,
    /// Streams of objects, unpacked.
    packed: Vec<Vec<u8>>,
    trailer: Dictionary,
    fuel: Fuel,
    room: usize,
}

impl<'b> File<'b> {
    /// Goes through the file.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Refusal> {
        let mut file = Self {
            bytes,
            places: BTreeMap::new(),
            packed: Vec::new(),
            trailer: Dictionary::new(),
            fuel: Fuel(STEPS),
            room: UNPACKED,
        };
        file.scan()?;
        if file.trailer.contains_key("Encrypt") {
            return Err(Refusal::new(RefusalCode::Encrypted));
        }
        if file.places.is_empty() {
            return Err(Refusal::new(RefusalCode::BrokenPdf));
        }
        Ok(file)
    }

    /// An entry of the trailer.
    pub fn trailer(&self, key: &str) -> Option<Value> {
        self.trailer.get(key).cloned()
    }

    fn scan(&mut self) -> Result<(), Refusal> {
        let mut at = 0;
        while let Some(found) = self.next_keyword(at) {
            at = found.after;
            match found.number {
                Some(number) => {
                    if self.places.len() >= MOST_OBJECTS {
                        return Err(trap("objets"));
                    }
                    self.places.insert(number, Place::File(at));
                    at = self.object(at)?;
                }
                None => {
                    let read = Lexer::new(self.bytes, at, &mut self.fuel).value()?;
                    if let Some(Value::Dictionary(trailer)) = read {
                        self.learn(trailer);
                    }
                }
            }
        }
        Ok(())
    }

    /// Goes over the object at `at`, with the bytes of its stream. Returns where to go on.
    fn object(&mut self, at: usize) -> Result<usize, Refusal> {
        let mut lexer = Lexer::new(self.bytes, at, &mut self.fuel);
        let value = lexer.value()?;
        let after = lexer.at.max(at);
        let Some(Value::Dictionary(said)) = value else { return Ok(after) };
        let Some(stream) = self.stream(said, after)? else { return Ok(after) };
        let to = stream.to;
        match stream.said.get("Type") {
            Some(Value::Name(kind)) if kind == "ObjStm" => self.unpack_objects(&stream)?,
            Some(Value::Name(kind)) if kind == "XRef" => self.learn(stream.said),
            _ => {}
        }
        Ok(to)
    }

    /// The stream whose dictionary ends at `at`, if there is one.
    fn stream(&mut self, said: Dictionary, at: usize) -> Result<Option<Stream>, Refusal> {
        let mut lexer = Lexer::new(self.bytes, at, &mut self.fuel);
        lexer.skip_blank()?;
        if !lexer.skip(b"stream") {
            return Ok(None);
        }
        if !lexer.skip(b"\r\n") && !lexer.skip(b"\n") {
            lexer.skip(b"\r");
        }
        let from = lexer.at;
        let length = said.get("Length").and_then(Value::size);
        let said_end = length.and_then(|length| from.checked_add(length));
        let ends = |end: &usize| {
            let rest = self.bytes.get(*end..).unwrap_or_default();
            let blank = rest.iter().take(3).take_while(|byte| is_blank(**byte)).count();
            rest[blank..].starts_with(b"endstream")
        };
        let to = match said_end.filter(ends) {
            Some(end) => end,
            None => {
                let rest = &self.bytes[from..];
                let length = find(rest, b"endstream").unwrap_or(rest.len());
                self.fuel.burn(length)?;
                from + length
            }
        };
        Ok(Some(Stream { said, from, to }))
    }

    /// Notes the objects that a stream holds (ISO 32000-2, 7.5.7).
    fn unpack_objects(&mut self, stream: &Stream) -> Result<(), Refusal> {
        let whole = |key| stream.said.get(key).and_then(Value::size);
        let (Some(count), Some(first)) = (whole("N"), whole("First")) else { return Ok(()) };
        let bytes = self.unpacked(stream)?;
        let rank = self.packed.len();
        let mut lexer = Lexer::new(&bytes, 0, &mut self.fuel);
        for _ in 0..count {
            let pair = (lexer.value()?, lexer.value()?);
            let (Some(Value::Whole(number)), Some(offset)) = pair else { break };
            let Some(offset) = offset.size() else { break };
            if self.places.len() >= MOST_OBJECTS {
                return Err(trap("objets"));
            }
            let at = first.saturating_add(offset).min(bytes.len());
            self.places.insert(number, Place::Packed(rank, at));
        }
        self.packed.push(bytes);
        Ok(())
    }

    fn learn(&mut self, trailer: Dictionary) {
        let kept = ["Root", "Info", "Encrypt"];
        self.trailer.extend(trailer.into_iter().filter(|(key, _)| kept.contains(&key.as_str())));
    }

    /// The bytes of a stream, unpacked.
    pub fn unpacked(&mut self, stream: &Stream) -> Result<Vec<u8>, Refusal> {
        let bytes = &self.bytes[stream.from..stream.to];
        let filter = match stream.said.get("Filter") {
            Some(Value::Array(filters)) if filters.len() == 1 => filters.first(),
            filter => filter,
        };
        let mut unpacked = Vec::new();
        match filter {
            None | Some(Value::Null) => unpacked.extend_from_slice(bytes),
            Some(Value::Name(name)) if name == "FlateDecode" || name == "Fl" => {
                let mut decoder = ZlibDecoder::new(bytes).take(self.room as u64 + 1);
                // What comes before a fault is kept, as viewers do.
                let _ = decoder.read_to_end(&mut unpacked);
            }
            _ => return Err(Refusal::new(RefusalCode::BrokenPdf)),
        }
        self.room = self.room.checked_sub(unpacked.len()).ok_or_else(|| trap("taille"))?;
        Ok(unpacked)
    }

    /// The object to which a value leads.
    pub fn resolved(&mut self, value: &Value) -> Result<Value, Refusal> {
        let mut value = value.clone();
        for _ in 0..MOST_HOPS {
            let Value::Reference(number) = value else { return Ok(value) };
            value = self.at_number(number)?;
        }
        Err(trap("boucle"))
    }

    /// The dictionary to which a value leads.
    pub fn dictionary(&mut self, value: &Value) -> Result<Option<Dictionary>, Refusal> {
        Ok(match self.resolved(value)? {
            Value::Dictionary(dictionary) => Some(dictionary),
            Value::Stream(stream) => Some(stream.said),
            _ => None,
        })
    }

    fn at_number(&mut self, number: u32) -> Result<Value, Refusal> {
        let Some(place) = self.places.get(&number).copied() else { return Ok(Value::Null) };
        let (at, rank) = match place {
            Place::File(at) => (at, None),
            Place::Packed(rank, at) => (at, Some(rank)),
        };
        let bytes = rank.map_or(self.bytes, |rank| &self.packed[rank]);
        let mut lexer = Lexer::new(bytes, at, &mut self.fuel);
        let value = lexer.value()?.unwrap_or(Value::Null);
        let after = lexer.at;
        match (value, rank) {
            (Value::Dictionary(said), None) => Ok(match self.stream(said.clone(), after)? {
                Some(stream) => Value::Stream(stream),
                None => Value::Dictionary(said),
            }),
            (value, _) => Ok(value),
        }
    }

    /// The next `12 0 obj` or `trailer` from `at`.
    fn next_keyword(&self, at: usize) -> Option<Keyword> {
        let mut from = at;
        loop {
            let rest = self.bytes.get(from..)?;
            // Both end or begin in a way that is seldom met elsewhere.
            let found = rest.windows(3).position(|three| three == b"obj" || three == b"tra")?;
            let place = from + found;
            from = place + 3;
            if rest[found..].starts_with(b"trailer") {
                return Some(Keyword { number: None, after: place + 7 });
            }
            if let Some(number) = self.number_before(place).filter(|_| rest[found] == b'o') {
                return Some(Keyword { number: Some(number), after: place + 3 });
            }
        }
    }

    /// The number of the object whose keyword stands at `at`.
    fn number_before(&self, at: usize) -> Option<u32> {
        let (generation, before) = word_before(&self.bytes[..at])?;
        generation.parse::<u16>().ok()?;
        word_before(before)?.0.parse().ok()
    }
}

struct Keyword {
    /// Nothing for a trailer.
    number: Option<u32>,
    after: usize,
}

/// The digits that end `bytes` before its white space, and what comes before them.
fn word_before(bytes: &[u8]) -> Option<(&str, &[u8])> {
    const LONGEST: usize = 10;
    let blank = bytes.iter().rev().take(LONGEST).take_while(|byte| is_blank(**byte)).count();
    let bytes = &bytes[..bytes.len() - blank];
    let digits = bytes.iter().rev().take(LONGEST).take_while(|byte| byte.is_ascii_digit()).count();
    let (before, digits) = bytes.split_at(bytes.len() - digits);
    let word = std::str::from_utf8(digits).ok()?;
    (!word.is_empty()).then_some((word, before))
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|part| part == word)
}
