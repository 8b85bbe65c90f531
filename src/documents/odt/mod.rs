//! The dossier as an ODT file, valid in strict ODF 1.3.
//!
//! How it is read back, by the names that an office suite keeps when it saves:
//!
//! - a line, a text, a date, an amount, a SIRET number: the `text:section` named `f.` and the field's id. Of its
//!   paragraphs (`text:p` and `text:h`, at any depth, in reading order) the first `text:h` and then those of
//!   [`LABEL_STYLES`](names::LABEL_STYLES) are the question; the others, one a line, are the answer. An automatic style stands for its
//!   parent. `text:placeholder` is an empty answer; `text:line-break` is a line, `text:tab` and `text:s` are spaces;
//! - one answer of several: in such a section, `text:drop-down` whose `text:name` is the id: its own text is the
//!   label chosen. That of [`choose`](super::sheet::FormWords::choose), which is the first offered, is no answer;
//! - a box: the `form:checkbox` whose `form:name` is the id, ticked when `form:current-state` is `checked`;
//! - a cell: that which holds the `text:bookmark` named `f.` and the id; else, in the `table:table` named `t.` and
//!   the question's id (for the budget, followed by `.charges` or `.ressources`), that of its rank. The first column
//!   is never a field: it holds the number of the row or its heading, and so tells of a row put in. A cell of the
//!   budget that takes nothing has no bookmark. Paragraphs of a cell are lines.
//!
//! Identity and language are custom properties of `meta.xml` (see [`odf`](super::odf)).

mod answers;
mod automatic;
mod body;
mod closing;
mod content;
mod flow;
pub mod letter;
mod looks;
pub mod names;
pub mod read;
mod styles;
mod tables;

use super::odf::{manifest, meta};
use super::package::write::Package;
use crate::documents::sheet::Dossier;

/// The bytes of the `.odt` file.
pub fn write(dossier: &Dossier) -> Vec<u8> {
    let title = dossier.name();
    Package::open_document(names::MEDIA_TYPE)
        .add(names::CONTENT, &content::part(dossier))
        .add("styles.xml", &styles::part(dossier))
        .add(names::META, &meta(dossier, &title))
        .add("settings.xml", &styles::settings())
        .add(
            names::MANIFEST,
            &manifest(
                names::MEDIA_TYPE,
                &[names::CONTENT, "styles.xml", names::META, "settings.xml"],
            ),
        )
        .finish()
}

#[cfg(test)]
mod tests;
