//! The addresses that open a file at its line: those that editors register for with the desktop.
//!
//! Where nothing is registered the link does nothing; the place is its text, so nothing is lost.

use camino::{Utf8Path, Utf8PathBuf};

use crate::diagnostic::Failure;
use crate::model::address;

/// Editors by the names they are known under, the default one first.
const KNOWN: [(&str, &str); 5] = [
    ("vscode", "vscode://file{file}:{line}:{column}"),
    ("vscodium", "vscodium://file{file}:{line}:{column}"),
    ("cursor", "cursor://file{file}:{line}:{column}"),
    ("zed", "zed://file{file}:{line}:{column}"),
    ("idea", "idea://open?file={file}&line={line}&column={column}"),
];
const NONE: &str = "none";

/// The author's editor, and the project it opens files of.
#[derive(Debug, Clone)]
pub struct Editor {
    root: Utf8PathBuf,
    /// An address with `{file}`, `{line}` and `{column}`; `None` makes no link.
    address: Option<String>,
}

impl Editor {
    /// The editor asked for, by its name or its address.
    pub fn new(root: &Utf8Path, asked: Option<&str>) -> Result<Self, Failure> {
        let asked = asked.unwrap_or(KNOWN[0].0);
        let known = KNOWN.iter().find(|(name, _)| *name == asked).map(|(_, address)| *address);
        let address = match known {
            Some(address) => Some(address),
            None if asked == NONE => None,
            None if asked.contains("{file}") => Some(asked),
            None => {
                return Err(Failure::new("editeur").with("editeur", asked).with("connus", all()));
            }
        };
        Ok(Self { root: root.to_owned(), address: address.map(str::to_owned) })
    }

    /// The address of a place in a file of the project.
    pub fn link(&self, path: &str, line: usize, column: usize) -> Option<String> {
        let file = address::encode(self.root.join(path).as_str());
        let address = self.address.as_ref()?.replace("{file}", &file);
        let address = address.replace("{line}", &line.to_string());
        Some(address.replace("{column}", &column.to_string()))
    }
}

fn all() -> String {
    let names = KNOWN.iter().map(|(name, _)| *name).chain([NONE]);
    names.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use camino::Utf8Path;

    use super::Editor;

    fn check(asked: Option<&str>, expected: Option<&str>) {
        let editor = Editor::new(Utf8Path::new("/mes sites/#1"), asked).expect("a good choice");
        assert_eq!(editor.link("régions/a.yaml", 3, 5).as_deref(), expected, "{asked:?}");
    }

    #[test]
    fn an_editor_is_known_by_its_name_or_its_address() {
        let file = "/mes%20sites/%231/r%C3%A9gions/a.yaml";
        check(None, Some(&format!("vscode://file{file}:3:5")));
        check(Some("zed"), Some(&format!("zed://file{file}:3:5")));
        check(Some("idea"), Some(&format!("idea://open?file={file}&line=3&column=5")));
        check(Some("txmt://{file}?{line}"), Some(&format!("txmt://{file}?3")));
        check(Some("none"), None);
    }

    #[test]
    fn anything_else_is_refused() {
        for asked in ["", "emacs", "vscode://"] {
            assert!(Editor::new(Utf8Path::new("/"), Some(asked)).is_err(), "{asked}");
        }
    }
}
