//! Objects of PDF (ISO 32000-2, 7.3), read one at a time with a count of what it takes.

use std::collections::BTreeMap;

use crate::answers::code::RefusalCode;
use crate::answers::said::Refusal;

/// Lists in lists: forms have three or four.
const DEEPEST: usize = 50;
/// Values in one object: the longest list of a dossier has some 3 000.
const MOST_VALUES: usize = 200_000;

pub type Dictionary = BTreeMap<String, Value>;
/// The number and the generation of an object.
pub type Owner = (u32, u16);

/// An object.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    /// A truth, a fraction: what no form needs.
    Other,
    Whole(u32),
    /// A number below nothing.
    Below(i32),
    Name(String),
    Text(Vec<u8>),
    Array(Vec<Self>),
    Dictionary(Dictionary),
    Reference(u32),
    Stream(Stream),
}

/// Bytes with what is said of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Stream {
    pub said: Dictionary,
    /// Where its bytes begin and end in the file.
    pub from: usize,
    pub to: usize,
    pub owner: Owner,
}

/// Steps that one file may take: a second of work at most.
#[derive(Debug)]
pub struct Fuel(pub usize);

impl Fuel {
    /// Takes so many.
    pub fn burn(&mut self, steps: usize) -> Result<(), Refusal> {
        self.0 = self.0.checked_sub(steps).ok_or_else(|| trap("taille"))?;
        Ok(())
    }
}

/// A file that is made to harm.
pub fn trap(why: &'static str) -> Refusal {
    Refusal::new(RefusalCode::HarmfulPdf).with("raison", why)
}

/// Reads objects at a place of `bytes`.
pub struct Lexer<'b, 'f> {
    bytes: &'b [u8],
    pub at: usize,
    fuel: &'f mut Fuel,
    values: usize,
}

impl Value {
    /// A whole number, as a size or a place.
    pub fn size(&self) -> Option<usize> {
        match self {
            Self::Whole(number) => usize::try_from(*number).ok(),
            _ => None,
        }
    }

    /// The 32 bits of a number, signed or not.
    pub fn bits(&self) -> Option<u32> {
        match self {
            Self::Whole(number) => Some(*number),
            Self::Below(number) => Some(number.cast_unsigned()),
            _ => None,
        }
    }
}

impl<'b, 'f> Lexer<'b, 'f> {
    pub fn new(bytes: &'b [u8], at: usize, fuel: &'f mut Fuel) -> Self {
        Self { bytes, at, fuel, values: 0 }
    }

    /// The object here. `None` when there is none that can be read.
    pub fn value(&mut self) -> Result<Option<Value>, Refusal> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Result<Option<Value>, Refusal> {
        if depth > DEEPEST {
            return Err(trap("profondeur"));
        }
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err(trap("taille"));
        }
        self.skip_blank()?;
        self.fuel.burn(8)?;
        Ok(Some(match self.peek(0) {
            b'/' => Value::Name(self.name()?),
            b'(' => Value::Text(self.literal()?),
            b'<' if self.peek(1) == b'<' => return self.dictionary(depth),
            b'<' => Value::Text(self.hexadecimal()?),
            b'[' => return self.array(depth),
            b'0'..=b'9' | b'+' | b'-' | b'.' => return self.number(),
            c if c.is_ascii_alphabetic() => return self.keyword(),
            _ => return Ok(None),
        }))
    }

    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    /// White space and comments.
    pub fn skip_blank(&mut self) -> Result<(), Refusal> {
        let from = self.at;
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'%' => {
                    let rest = &self.bytes[self.at..];
                    let end = rest.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
                    self.at += end.unwrap_or(rest.len());
                }
                byte if is_blank(*byte) => self.at += 1,
                _ => break,
            }
        }
        self.fuel.burn(self.at - from)
    }

    /// Goes over `word` if it stands here.
    pub fn skip(&mut self, word: &[u8]) -> bool {
        let here = self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        self.at += if here { word.len() } else { 0 };
        here
    }

    fn name(&mut self) -> Result<String, Refusal> {
        self.at += 1;
        let from = self.at;
        let mut name = Vec::new();
        while let Some(byte) = self.bytes.get(self.at).filter(|byte| is_regular(**byte)) {
            let digits = (hex(self.peek(1)), hex(self.peek(2)));
            if let (b'#', (Some(high), Some(low))) = (byte, digits) {
                name.push(high * 16 + low);
                self.at += 3;
            } else {
                name.push(*byte);
                self.at += 1;
            }
        }
        self.fuel.burn(self.at - from)?;
        Ok(String::from_utf8_lossy(&name).into_owned())
    }

    fn literal(&mut self) -> Result<Vec<u8>, Refusal> {
        self.at += 1;
        let from = self.at;
        let (mut text, mut open) = (Vec::new(), 1_usize);
        while let Some(byte) = self.bytes.get(self.at).copied() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                b'\\' => {
                    text.extend(self.escaped());
                    continue;
                }
                _ => {}
            }
            if open == 0 {
                break;
            }
            // Any end of a line is one (7.3.4.2).
            if byte == b'\r' {
                self.skip(b"\n");
                text.push(b'\n');
            } else {
                text.push(byte);
            }
        }
        self.fuel.burn(self.at - from)?;
        Ok(text)
    }

    fn escaped(&mut self) -> Option<u8> {
        let byte = self.peek(0);
        self.at += 1;
        Some(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\n' => return None,
            b'\r' => {
                self.skip(b"\n");
                return None;
            }
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let digit = self.peek(0);
                    if !(b'0'..=b'7').contains(&digit) {
                        break;
                    }
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                // Too high a code loses its high bit (7.3.4.2).
                u8::try_from(code & 0xff).unwrap_or_default()
            }
            other => other,
        })
    }

    fn hexadecimal(&mut self) -> Result<Vec<u8>, Refusal> {
        self.at += 1;
        let rest = &self.bytes[self.at.min(self.bytes.len())..];
        let end = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len());
        self.at += end + 1;
        self.fuel.burn(end)?;
        let mut digits: Vec<u8> = rest[..end].iter().filter_map(|byte| hex(*byte)).collect();
        if digits.len() % 2 == 1 {
            digits.push(0);
        }
        Ok(digits.chunks_exact(2).map(|pair| pair[0] * 16 + pair[1]).collect())
    }

    fn array(&mut self, depth: usize) -> Result<Option<Value>, Refusal> {
        self.at += 1;
        let mut values = Vec::new();
        loop {
            self.skip_blank()?;
            if self.skip(b"]") {
                return Ok(Some(Value::Array(values)));
            }
            let Some(value) = self.nested(depth + 1)? else { return Ok(None) };
            values.push(value);
        }
    }

    fn dictionary(&mut self, depth: usize) -> Result<Option<Value>, Refusal> {
        self.at += 2;
        let mut values = Dictionary::new();
        loop {
            self.skip_blank()?;
            if self.skip(b">>") {
                return Ok(Some(Value::Dictionary(values)));
            }
            if self.peek(0) != b'/' {
                return Ok(None);
            }
            let key = self.name()?;
            let Some(value) = self.nested(depth + 1)? else { return Ok(None) };
            values.insert(key, value);
        }
    }

    /// A number, or a reference, which begins with two.
    fn number(&mut self) -> Result<Option<Value>, Refusal> {
        let Some(number) = self.digits()? else { return Ok(None) };
        let Ok(whole) = number.parse::<u32>() else {
            return Ok(Some(number.parse().map_or(Value::Other, Value::Below)));
        };
        let after = self.at;
        self.skip_blank()?;
        if self.peek(0).is_ascii_digit() {
            let generation = self.digits()?;
            self.skip_blank()?;
            let numbered = generation.is_some_and(|text| text.parse::<u16>().is_ok());
            if numbered && self.peek(0) == b'R' && !is_regular(self.peek(1)) {
                self.at += 1;
                return Ok(Some(Value::Reference(whole)));
            }
        }
        self.at = after;
        Ok(Some(Value::Whole(whole)))
    }

    fn digits(&mut self) -> Result<Option<String>, Refusal> {
        let rest = &self.bytes[self.at..];
        let end =
            rest.iter().take(40).position(|byte| !matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.'));
        let end = end.unwrap_or(rest.len().min(40));
        self.at += end;
        self.fuel.burn(end)?;
        Ok(std::str::from_utf8(&rest[..end])
            .ok()
            .filter(|text| !text.is_empty())
            .map(str::to_owned))
    }

    fn keyword(&mut self) -> Result<Option<Value>, Refusal> {
        let words: [(&[u8], Value); 3] =
            [(b"null", Value::Null), (b"true", Value::Other), (b"false", Value::Other)];
        self.fuel.burn(4)?;
        Ok(words.into_iter().find_map(|(word, value)| self.skip(word).then_some(value)))
    }
}

/// White space (7.2.3).
pub fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !b"()<>[]{}/%".contains(&byte)
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
