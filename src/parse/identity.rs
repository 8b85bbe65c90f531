//! `theme.yaml` becomes the [`Identity`] of a theme: its name, the classes of its components, the files that pages load.

use super::reader::Reader;
use super::yaml::{self, Node};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::source::SourceFile;
use crate::model::theme::{EVERY_PAGE, Identity, PAGE_KINDS};

/// Whether a file stands in `static/`, of the theme or of those it inherits from.
type IsAsset<'a> = &'a dyn Fn(&str) -> bool;

/// Reads `files`, each laid over those before it.
pub fn identity(
    diagnostics: &mut Diagnostics,
    files: &[&SourceFile],
    is_asset: IsAsset<'_>,
) -> Identity {
    let mut identity = Identity::default();
    for file in files {
        let Some(root) = yaml::tree(diagnostics, file) else { continue };
        lay(&mut Reader::new(diagnostics, file, &[]), &root, (&mut identity, is_asset));
    }
    identity
}

fn lay<'s>(
    r: &mut Reader<'_, 's>,
    root: &Node<'s>,
    (identity, is_asset): (&mut Identity, IsAsset<'_>),
) -> Option<()> {
    let mut fields = r.record(root)?;
    let name = fields.optional(r, "name", Reader::plain);
    let classes = fields.optional(r, "classes", |r, node| {
        r.entries(node, |r, entry| Some((entry.key.to_string(), r.plain(&entry.node)?)))
    });
    let styles = fields.optional(r, "styles", |r, node| styles(r, node, is_asset));
    let fonts = fields.optional(r, "fonts", |r, node| assets(r, node, is_asset));
    fields.finish(r);
    identity.name = name.unwrap_or(std::mem::take(&mut identity.name));
    for (component, names) in classes.into_iter().flatten() {
        identity.classes.set(component, names);
    }
    identity.styles.extend(styles.into_iter().flatten());
    identity.fonts = fonts.unwrap_or(std::mem::take(&mut identity.fonts));
    Some(())
}

/// The style sheets of each kind of page.
fn styles<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    is_asset: IsAsset<'_>,
) -> Option<Vec<(&'static str, Vec<String>)>> {
    let mut fields = r.record(node)?;
    let mut styles = Vec::new();
    for kind in [EVERY_PAGE].into_iter().chain(PAGE_KINDS) {
        let listed = fields.optional(r, kind, |r, node| assets(r, node, is_asset));
        styles.extend(listed.map(|listed| (kind, listed)));
    }
    fields.finish(r);
    Some(styles)
}

/// Names of files of `static/`.
fn assets<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    is_asset: IsAsset<'_>,
) -> Option<Vec<String>> {
    r.list(node, |r, node| {
        let name = r.text(node)?;
        if !is_asset(name) {
            let missing = Diagnostic::new(Code::MissingAsset, node.span).with("fichier", name);
            r.push(missing);
            return None;
        }
        Some(name.to_owned())
    })
}
