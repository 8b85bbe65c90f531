//! A file of a theme, at an address that changes with its content: browsers may keep it for ever.

use std::sync::Arc;

/// A file that pages load.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Relative to `static/`, as templates name it.
    pub name: String,
    /// `assets/sobre.1f3a9c02.css`.
    pub address: String,
    pub bytes: Arc<[u8]>,
}

/// The folder of the site that holds these files.
pub const FOLDER: &str = "assets/";

/// `fonts/corps.woff2` with its fingerprint: `fonts/corps.1f3a9c02.woff2`.
pub fn fingerprinted(name: &str, fingerprint: &str) -> String {
    let (folder, file) = name.split_at(name.rfind('/').map_or(0, |slash| slash + 1));
    match file.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) {
        Some((stem, extension)) => format!("{folder}{stem}.{fingerprint}.{extension}"),
        None => format!("{folder}{file}.{fingerprint}"),
    }
}

#[cfg(test)]
mod tests {
    use super::fingerprinted;

    #[test]
    fn the_fingerprint_stands_before_the_extension() {
        for (name, expected) in [
            ("sobre.css", "sobre.1f3a9c02.css"),
            ("fonts/corps.gras.woff2", "fonts/corps.gras.1f3a9c02.woff2"),
            ("a.b/LICENCE", "a.b/LICENCE.1f3a9c02"),
            ("fonts/.css", "fonts/.css.1f3a9c02"),
        ] {
            assert_eq!(fingerprinted(name, "1f3a9c02"), expected);
        }
    }
}
