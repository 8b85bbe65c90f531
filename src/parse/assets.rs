//! The files of `static/` become [`Asset`]s: each at an address that holds a fingerprint of its bytes, and of those of
//! every file that it names.
//!
//! Style sheets name other files; what they say follows the new addresses. Nothing else is rewritten: a script is given
//! by its page the address of what it loads.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::css;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::address::{decode, encode};
use crate::model::asset::{Asset, FOLDER, fingerprinted};
use crate::model::digest::Digest;
use crate::model::source::{Attachment, FileId, SourceFile, Span};

/// How many characters of a digest make a fingerprint.
const FINGERPRINT: usize = 8;

/// The files of a theme, by name.
pub struct Files<'s>(pub BTreeMap<&'s str, &'s Attachment>);

/// What a style sheet says of another file: where, and which.
struct Reference<'s> {
    /// The file's own name, between its folder and what a `?` or a `#` adds.
    place: Range<usize>,
    target: &'s str,
}

impl<'s> Files<'s> {
    /// Whether there is a file of that name.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Gives each its address.
    pub fn assets(&self, diagnostics: &mut Diagnostics) -> Vec<Asset> {
        let mut references: BTreeMap<&str, Vec<Reference<'s>>> = BTreeMap::new();
        for (name, file) in &self.0 {
            references.insert(name, self.references(diagnostics, (name, file)));
        }
        let address = |name: &str| {
            let digest = self.fingerprint(name, &references).to_string();
            fingerprinted(name, &digest[..FINGERPRINT])
        };
        let addresses: BTreeMap<&str, String> =
            self.0.keys().map(|name| (*name, address(name))).collect();
        let assets = self.0.iter().map(|(name, file)| Asset {
            name: (*name).to_owned(),
            address: format!("{FOLDER}{}", addresses[name]),
            bytes: rewritten(&file.bytes, &references[name], &addresses),
        });
        assets.collect()
    }

    /// Of a file with all that it leads to, itself perhaps.
    fn fingerprint(
        &self,
        name: &'s str,
        references: &BTreeMap<&str, Vec<Reference<'s>>>,
    ) -> Digest {
        let mut reached = BTreeSet::from([name]);
        let mut left = vec![name];
        while let Some(name) = left.pop() {
            let targets = references[name].iter().map(|reference| reference.target);
            left.extend(targets.filter(|target| reached.insert(target)));
        }
        let own = [name.as_bytes(), self.0[name].digest.as_bytes()];
        let all = reached.iter().flat_map(|name| [name.as_bytes(), self.0[name].digest.as_bytes()]);
        Digest::of_parts(own.into_iter().chain(all))
    }

    /// The files that a style sheet names.
    fn references(
        &self,
        diagnostics: &mut Diagnostics,
        (name, file): (&str, &Attachment),
    ) -> Vec<Reference<'s>> {
        let is_sheet = |(_, extension): (_, &str)| extension.eq_ignore_ascii_case("css");
        let sheet: &[u8] =
            if name.rsplit_once('.').is_some_and(is_sheet) { &file.bytes } else { &[] };
        // What is no text has no name in it.
        let text = std::str::from_utf8(sheet).unwrap_or_default();
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut found = Vec::new();
        for place in css::addresses(text) {
            let Some(path) = path(&text[place.clone()]) else { continue };
            let known = resolved(folder, path).and_then(|name| self.0.get_key_value(&*name));
            let Some((target, _)) = known else {
                diagnostics.push(missing(file.id, path));
                continue;
            };
            let end = place.start + path.len();
            let start = end - path.rsplit('/').next().unwrap_or(path).len();
            found.push(Reference { place: start..end, target });
        }
        found
    }
}

fn missing(file: FileId, path: &str) -> Diagnostic {
    Diagnostic::new(Code::MissingAsset, Span::whole(file)).with("fichier", path)
}

/// The path of an address inside the theme; none of what leads elsewhere, or stands in the address itself.
fn path(address: &str) -> Option<&str> {
    let path = &address[..address.find(['?', '#']).unwrap_or(address.len())];
    let first = path.split('/').next().unwrap_or(path);
    let inside = !path.is_empty() && !path.starts_with('/') && !first.contains(':');
    // An escape of CSS, which nobody writes in the name of a file.
    (inside && !path.contains('\\')).then_some(path)
}

/// The name of a file from the folder of the one that names it; none outside the theme.
fn resolved(folder: &str, path: &str) -> Option<String> {
    let path = decode(path);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn rewritten(
    bytes: &Arc<[u8]>,
    references: &[Reference<'_>],
    addresses: &BTreeMap<&str, String>,
) -> Arc<[u8]> {
    if references.is_empty() {
        return Arc::clone(bytes);
    }
    let mut written = Vec::with_capacity(bytes.len() + references.len() * FINGERPRINT);
    let mut done = 0;
    for Reference { place, target } in references {
        let address = &addresses[target];
        written.extend_from_slice(&bytes[done..place.start]);
        written.extend_from_slice(encode(address.rsplit('/').next().unwrap_or(address)).as_bytes());
        done = place.end;
    }
    written.extend_from_slice(&bytes[done..]);
    written.into()
}

/// Says where a template gives the address of a file without its fingerprint, at which nothing is published.
pub fn check_template(diagnostics: &mut Diagnostics, template: &SourceFile, files: &Files<'_>) {
    for (at, _) in template.text.match_indices(FOLDER) {
        let start = at + FOLDER.len();
        let rest = &template.text[start..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && !"/-._".contains(c));
        let name = &rest[..end.unwrap_or(rest.len())];
        if is_ours(&template.text[..at]) && files.has(name) {
            let place = Span::new(template.id, at..start + name.len());
            diagnostics.push(Diagnostic::new(Code::AssetByName, place).with("fichier", name));
        }
    }
}

/// Whether what comes before the folder's name, in a template, leads to the root of this site.
fn is_ours(before: &str) -> bool {
    before.ends_with(['}', '"', '\'', '=', ' ']) || before.ends_with("./")
}
