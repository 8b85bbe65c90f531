//! The technologies that the declaration of accessibility must name: those of the files that the site publishes.

use std::collections::BTreeSet;

use crate::model::site::Site;
use crate::model::theme::Theme;

/// Each technology with the extensions of its files, in the order of the declaration.
const TECHNOLOGIES: [Technology; 8] = [
    Technology { name: "HTML", extensions: &["html"], marks: &[] },
    Technology { name: "CSS", extensions: &["css"], marks: &[] },
    Technology { name: "SVG", extensions: &["svg"], marks: &["<svg"] },
    Technology { name: "JavaScript", extensions: &["js"], marks: &[] },
    Technology { name: "WAI-ARIA", extensions: &[], marks: &["aria-", "role=\""] },
    Technology { name: "PDF", extensions: &["pdf"], marks: &[] },
    Technology { name: "OpenDocument", extensions: &["odp", "ods", "odt"], marks: &[] },
    Technology { name: "Office Open XML", extensions: &["docx", "pptx", "xlsx"], marks: &[] },
];

/// What tells that a technology is used: files, or marks in the templates of pages.
struct Technology {
    name: &'static str,
    extensions: &'static [&'static str],
    marks: &'static [&'static str],
}

/// `HTML, CSS, …, OpenDocument (ODS, ODT)`.
pub fn list(site: &Site, theme: &Theme) -> String {
    let extensions = extensions(site, theme);
    let written = |mark: &&str| theme.templates.iter().any(|(_, file)| file.text.contains(mark));
    let named = TECHNOLOGIES.iter().filter_map(|Technology { name, extensions: own, marks }| {
        let used: Vec<&str> = own.iter().copied().filter(|e| extensions.contains(*e)).collect();
        if used.is_empty() && !marks.iter().any(written) {
            return None;
        }
        // One that has several kinds of files says which.
        let kinds = used.join(", ").to_uppercase();
        Some(if own.len() > 1 { format!("{name} ({kinds})") } else { (*name).to_owned() })
    });
    named.collect::<Vec<_>>().join(", ")
}

fn extensions<'s>(site: &'s Site, theme: &'s Theme) -> BTreeSet<&'s str> {
    let pages = site.pages.iter().map(|page| page.address.as_str());
    let files = site.files.iter().map(|file| file.address.as_str());
    let documents = site.documents.iter().flat_map(|of_call| &of_call.files);
    let documents = documents.map(|document| document.address.as_str());
    let assets = theme.assets.iter().map(|asset| asset.name.as_str());
    let names = pages.chain(files).chain(documents).chain(assets);
    names.filter_map(|name| name.rsplit_once('.').map(|(_, extension)| extension)).collect()
}
