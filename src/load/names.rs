//! The names that the files of a project must have, and those that teams give them.
//!
//! A system that hides extensions makes `appel.yaml.txt`; another, `Appel.yml`; macOS writes `é` as two signs. What was
//! surely meant is known, so that a whole call does not disappear.

/// Folders of the root under other names, with the right one.
const FOLDERS: [(&str, &str); 8] = [
    ("contenu", "content"),
    ("contenus", "content"),
    ("contents", "content"),
    ("region", "regions"),
    ("région", "regions"),
    ("régions", "regions"),
    ("theme", "themes"),
    ("thèmes", "themes"),
];

/// What the name of an entry of the root surely means, when it is another one.
pub fn of_root(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let folder = FOLDERS.iter().find(|(other, _)| *other == lower).map(|(_, right)| *right);
    let same = ["content", "regions", "themes"].into_iter().find(|right| *right == lower);
    let file = right_file(name).filter(|right| right == "canevas.yaml");
    let right = folder.or(same).map(str::to_owned).or(file)?;
    (right != name).then_some(right)
}

/// The path that `path` surely means, when it is another one.
pub fn of_path(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        ["content" | "regions", _, folder, _] => {
            let attached = matches!(&*folder.to_lowercase(), "documents" | "document");
            let right = [parts[0], parts[1], "documents", parts[3]].join("/");
            (attached && right != path).then_some(right)
        }
        ["content" | "regions", folder, name] => {
            Some([parts[0], folder, &right_file(name)?].join("/"))
        }
        _ => None,
    }
}

/// The part of two paths that is not the same: a folder, or a file and the folders that hold it.
pub fn difference<'p>(path: &'p str, right: &'p str) -> (&'p str, &'p str) {
    let (attached, meant) = (path.split('/').nth(2), right.split('/').nth(2));
    let folder = attached
        .zip(meant)
        .filter(|(name, _)| path.split('/').nth(3).is_some() && !name.is_empty());
    folder.unwrap_or((path, right))
}

fn is_text(name: &str) -> bool {
    matches!(name.rsplit_once('.'), Some((_, "yaml" | "yml" | "md")))
}

/// `appel.yaml` of `Appel.yml`, `appel.yaml.txt`, `appel.yaml.yaml`. `None` when the name is right, or is no text's.
fn right_file(name: &str) -> Option<String> {
    let mut stem = name.to_ascii_lowercase();
    let mut extension = None;
    while let Some((before, last)) = stem.rsplit_once('.') {
        extension = match last {
            "yaml" | "yml" => Some("yaml"),
            "md" | "markdown" | "mdown" => Some("md"),
            "txt" if is_text(before) => extension,
            _ => break,
        };
        stem = before.to_owned();
    }
    // What else is wrong with a name is told where it becomes an address.
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
    let stem = if stem.chars().all(plain) { &*stem } else { name.get(..stem.len())? };
    let right = format!("{stem}.{}", extension?);
    (right != name && right != "readme.md").then_some(right)
}

#[cfg(test)]
mod tests {
    use super::{of_path, of_root};

    #[test]
    fn what_was_surely_meant() {
        for (path, right) in [
            ("regions/bretagne/amige-2022.yml", "regions/bretagne/amige-2022.yaml"),
            ("regions/bretagne/amige-2022.yaml.txt", "regions/bretagne/amige-2022.yaml"),
            ("regions/bretagne/Amige-2022.yaml", "regions/bretagne/amige-2022.yaml"),
            ("regions/bretagne/region.YAML", "regions/bretagne/region.yaml"),
            ("content/amige-2022/appel.yaml.yaml", "content/amige-2022/appel.yaml"),
            ("content/amige-2022/Canevas.fr.md.txt", "content/amige-2022/canevas.fr.md"),
            ("content/pages/cookies.fr.markdown", "content/pages/cookies.fr.md"),
            ("content/pages/Nos_valeurs.fr.md.txt", "content/pages/Nos_valeurs.fr.md"),
            ("regions/bretagne/Documents/carte.pdf", "regions/bretagne/documents/carte.pdf"),
        ] {
            assert_eq!(of_path(path).as_deref(), Some(right));
            assert_eq!(of_path(right), None);
        }
        for path in ["regions/bretagne/notes.txt", "content/README.md", "regions/x/README.md"] {
            assert_eq!(of_path(path), None, "{path}");
        }
        for (name, right) in [
            ("region", "regions"),
            ("Regions", "regions"),
            ("contenu", "content"),
            ("canevas.yml", "canevas.yaml"),
        ] {
            assert_eq!(of_root(name).as_deref(), Some(right));
        }
        for name in ["regions", "public", "docs", "README.md", "canevas.yaml", "notes.yml"] {
            assert_eq!(of_root(name), None, "{name}");
        }
    }
}
