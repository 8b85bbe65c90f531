//! Whether the files that regions and calls attach may be put online: their names, their kinds, their weight.
//!
//! What a directorate attaches is served beside everybody's pages: nothing in it may run in a browser or on a server. The
//! theme's own files are the site's, and are trusted.

mod active;
mod kinds;
mod names;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::documents::{Used, owned};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::attached::{AttachedRules, Family};
use crate::model::settings::Settings;
use crate::model::source::{Attachment, FileId, Sources, Span};
use kinds::Content;

/// Says what is wrong with the attached files that something names.
pub fn check(
    diagnostics: &mut Diagnostics,
    settings: &Settings,
    sources: &Sources,
    used: &Used<'_>,
) {
    let named = sources.attachments.iter().filter_map(|attachment| {
        let owned = owned(&attachment.path).filter(|owned| used.contains(owned))?;
        Some((owned, attachment))
    });
    let named: Vec<((&str, &str), &Attachment)> = named.collect();
    let rules = &settings.attached;
    let found = named.par_iter().filter(|(_, attachment)| attachment.readable);
    let found = found.filter_map(|((_, name), file)| judge(name, file, &rules.families));
    for wrong in found.collect::<Vec<_>>() {
        diagnostics.push(wrong);
    }
    check_folds(diagnostics, &named);
    check_total(diagnostics, rules, &named);
}

/// Whether a file of this name is one that a page can show among its words.
pub fn is_image(name: &str) -> bool {
    kinds::named(name).is_some_and(|(family, _)| family == Family::Images)
}

/// What is wrong with one file, if anything is.
fn judge(name: &str, file: &Attachment, families: &[Family]) -> Option<Diagnostic> {
    let place = Span::whole(file.id);
    if let Some((why, quoted)) = names::refused(name) {
        let wrong = Diagnostic::new(Code::UnsafeFileName, place).with("nom", name);
        return Some(wrong.with("raison", why).with("trouve", quoted));
    }
    let refuse = |why, found: &str| {
        let wrong = Diagnostic::new(Code::RefusedAttachment, place).with("nom", name);
        let wrong = wrong.with("raison", why).with("trouve", found);
        Some(wrong.with("admis", kinds::ends(families)))
    };
    let Some((family, content)) = kinds::named(name) else { return refuse("genre", "") };
    if !families.contains(&family) {
        return refuse("famille", "");
    }
    if file.bytes.is_empty() {
        return refuse("vide", "");
    }
    if !kinds::is(content, &file.bytes) {
        return refuse("contenu", kinds::found(&file.bytes));
    }
    let active = match content {
        Content::Svg => active::in_svg(&file.bytes),
        Content::Xml => active::in_xml(&file.bytes),
        Content::Ooxml(folder) => {
            let program = kinds::in_directory(&file.bytes, &format!("{folder}vbaProject.bin"));
            Ok(program.then(|| "vbaProject.bin".to_owned()))
        }
        _ => Ok(None),
    };
    match active {
        Ok(None) => None,
        Ok(Some(found)) => refuse("actif", &found),
        Err(()) => refuse("contenu", kinds::found(&file.bytes)),
    }
}

/// Two names that are one on some system would be one file there, and one address.
fn check_folds(diagnostics: &mut Diagnostics, named: &[((&str, &str), &Attachment)]) {
    let mut met: BTreeMap<(&str, String), (&str, FileId)> = BTreeMap::new();
    for ((owner, name), attachment) in named {
        let fold = (*owner, names::fold(name));
        match met.get(&fold) {
            // The same name is told with the address.
            Some((first, _)) if first == name => {}
            Some((_, first)) => {
                let twice = Diagnostic::new(Code::DuplicateAddress, Span::whole(attachment.id));
                let address = format!("documents/{owner}/{name}");
                diagnostics.push(twice.with("adresse", address).and(Span::whole(*first)));
            }
            None => {
                met.insert(fold, (name, attachment.id));
            }
        }
    }
}

/// Says it once, at the first file that is beyond.
fn check_total(
    diagnostics: &mut Diagnostics,
    rules: &AttachedRules,
    named: &[((&str, &str), &Attachment)],
) {
    let weights = named.iter().map(|(_, attachment)| attachment.bytes.len() as u64);
    let total: u64 = weights.clone().sum();
    let limit = rules.total << 20;
    let mut sum = 0;
    let beyond = named.iter().zip(weights).find(|(_, weight)| {
        sum += weight;
        sum > limit
    });
    if let Some(((_, attachment), _)) = beyond {
        let heavy = Diagnostic::new(Code::HeavyAttachments, Span::whole(attachment.id));
        let heavy = heavy.with("total", total.div_ceil(1 << 20)).with("limite", rules.total);
        diagnostics.push(heavy);
    }
}
