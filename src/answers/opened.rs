//! A file that was recognised, with what it says of itself.

use super::found::Found;

/// What a file says of itself; nothing of it is proven.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claim {
    pub call: Option<String>,
    pub region: Option<String>,
    pub lang: Option<String>,
    pub version: Option<String>,
}

impl Claim {
    /// Keeps one property, by its name in files.
    pub fn learn(&mut self, name: &str, value: &str) {
        let place = match name {
            "canevas-appel" => &mut self.call,
            "canevas-region" => &mut self.region,
            "canevas-langue" => &mut self.lang,
            "canevas-version" => &mut self.version,
            _ => return,
        };
        let value = value.trim();
        // No slug, language or version is longer.
        if !value.is_empty() && value.len() <= 80 {
            *place = Some(value.to_owned());
        }
    }
}

/// Its claim, and what will be read of it.
#[derive(Debug)]
pub struct Opened {
    pub claim: Claim,
    pub format: Format,
}

/// What is read of a file, by its format.
#[derive(Debug)]
pub enum Format {
    Docx(String),
    Odt(String),
    Pdf(Vec<(String, Found)>),
}
