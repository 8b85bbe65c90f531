//! Where the objects of a file are.
//!
//! The table of references is not read: it may lie, and its repair is where readers spend their time. The file is gone
//! through once, and what is defined last counts, as when a table names the latest version of an object.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

use super::lock::Lock;
use super::object::{Dictionary, Fuel, Lexer, Owner, Stream, Value, is_blank, trap};
use crate::answers::code::RefusalCode;
use crate::answers::said::Refusal;

/// About a second of work; an honest dossier takes a twentieth.
const STEPS: usize = 32 << 20;
/// All that is unpacked of one file; the objects of a dossier take 1 MB.
const UNPACKED: usize = 32 << 20;
/// A dossier has some 3 000.
const MOST_OBJECTS: usize = 300_000;
/// What the key of a text costs, in steps.
const UNLOCKING: usize = 64;
/// References that lead to references.
const MOST_HOPS: usize = 16;

/// Where an object stands.
#[derive(Debug, Clone, Copy)]
enum Place {
    File(usize, u16),
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
    /// What opens a file that a password protects from changes.
    lock: Option<Lock>,
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
            lock: None,
        };
        file.scan()?;
        if let Some(said) = file.trailer("Encrypt") {
            file.unlock(&said)?;
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

    /// Opens a file that needs no password to be read, and goes through it again: packed objects are under the lock too.
    fn unlock(&mut self, said: &Value) -> Result<(), Refusal> {
        let locked = || Refusal::new(RefusalCode::Encrypted);
        let said = self.dictionary(said)?.ok_or_else(locked)?;
        let id = match self.resolved(&self.trailer("ID").unwrap_or(Value::Null))? {
            Value::Array(ids) => ids.into_iter().next(),
            _ => None,
        };
        let id = if let Some(Value::Text(id)) = id { id } else { Vec::new() };
        self.lock = Some(Lock::open(&said, &id).ok_or_else(locked)?);
        self.places.clear();
        self.packed.clear();
        self.scan()
    }

    fn scan(&mut self) -> Result<(), Refusal> {
        let mut at = 0;
        while let Some(found) = self.next_keyword(at) {
            at = found.after;
            match found.object {
                Some((number, generation)) => {
                    if self.places.len() >= MOST_OBJECTS {
                        return Err(trap("objets"));
                    }
                    self.places.insert(number, Place::File(at, generation));
                    at = self.object(at, (number, generation))?;
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
    fn object(&mut self, at: usize, owner: Owner) -> Result<usize, Refusal> {
        let mut lexer = Lexer::new(self.bytes, at, &mut self.fuel);
        let value = lexer.value()?;
        let after = lexer.at.max(at);
        let Some(Value::Dictionary(said)) = value else { return Ok(after) };
        let Some(stream) = self.stream(said, after, owner)? else { return Ok(after) };
        let to = stream.to;
        match stream.said.get("Type") {
            Some(Value::Name(kind)) if kind == "ObjStm" => self.unpack_objects(&stream)?,
            Some(Value::Name(kind)) if kind == "XRef" => self.learn(stream.said),
            _ => {}
        }
        Ok(to)
    }

    /// The stream whose dictionary ends at `at`, if there is one.
    fn stream(
        &mut self,
        said: Dictionary,
        at: usize,
        owner: Owner,
    ) -> Result<Option<Stream>, Refusal> {
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
        Ok(Some(Stream { said, from, to, owner }))
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
        let kept = ["Root", "Info", "Encrypt", "ID"];
        self.trailer.extend(trailer.into_iter().filter(|(key, _)| kept.contains(&key.as_str())));
    }

    /// The bytes of a stream, unpacked.
    pub fn unpacked(&mut self, stream: &Stream) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Cow::Borrowed(&self.bytes[stream.from..stream.to]);
        if let Some(lock) = &self.lock {
            self.fuel.burn(bytes.len())?;
            bytes = Cow::Owned(lock.stream(stream.owner, &bytes));
        }
        let bytes = bytes.as_ref();
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
        let (at, generation) = match place {
            Place::File(at, generation) => (at, generation),
            Place::Packed(rank, at) => {
                let mut lexer = Lexer::new(&self.packed[rank], at, &mut self.fuel);
                return Ok(lexer.value()?.unwrap_or(Value::Null));
            }
        };
        let owner = (number, generation);
        let mut lexer = Lexer::new(self.bytes, at, &mut self.fuel);
        let mut value = lexer.value()?.unwrap_or(Value::Null);
        let after = lexer.at;
        if let Some(lock) = &self.lock {
            unlock_texts(lock, owner, &mut value, &mut self.fuel)?;
        }
        let Value::Dictionary(said) = value else { return Ok(value) };
        Ok(match self.stream(said.clone(), after, owner)? {
            Some(stream) => Value::Stream(stream),
            None => Value::Dictionary(said),
        })
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
                return Some(Keyword { object: None, after: place + 7 });
            }
            if let Some(owner) = self.owner_before(place).filter(|_| rest[found] == b'o') {
                return Some(Keyword { object: Some(owner), after: place + 3 });
            }
        }
    }

    /// The number and the generation of the object whose keyword stands at `at`.
    fn owner_before(&self, at: usize) -> Option<Owner> {
        let (generation, before) = word_before(&self.bytes[..at])?;
        let generation = generation.parse().ok()?;
        Some((word_before(before)?.0.parse().ok()?, generation))
    }
}

struct Keyword {
    /// Nothing for a trailer.
    object: Option<Owner>,
    after: usize,
}

/// Opens the texts of an object. Its depth is bounded by the lexer that read it.
fn unlock_texts(
    lock: &Lock,
    owner: Owner,
    value: &mut Value,
    fuel: &mut Fuel,
) -> Result<(), Refusal> {
    match value {
        Value::Text(text) => {
            fuel.burn(UNLOCKING + text.len())?;
            *text = lock.text(owner, text);
        }
        Value::Array(values) => {
            for value in values {
                unlock_texts(lock, owner, value, fuel)?;
            }
        }
        Value::Dictionary(said) => {
            for value in said.values_mut() {
                unlock_texts(lock, owner, value, fuel)?;
            }
        }
        _ => {}
    }
    Ok(())
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
