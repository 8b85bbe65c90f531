//! The content security policy under which a site is made to be served.
//!
//! Whoever says it says it from here: the preview, and the configurations written for servers.

use std::fmt;

use super::media;
use super::theme::Theme;

/// What a page may load, and who may show it in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Policy<'a> {
    /// The theme has fonts of its own.
    pub fonts: bool,
    pub framing: Framing<'a>,
}

/// Who may show a page in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Framing<'a> {
    #[default]
    Nobody,
    Anyone,
    /// The origins of these sites: `https://bretagne.example.org`.
    Sites(&'a [String]),
}

impl<'a> Policy<'a> {
    /// Of every page that no other site may show.
    pub fn of(theme: &Theme) -> Self {
        let is_font =
            |name: &str| media::of(name).is_some_and(|media| media.name.starts_with("font/"));
        let fonts = theme.assets.iter().any(|asset| is_font(&asset.name));
        Self { fonts, framing: Framing::Nobody }
    }

    /// The same for a page that `framing` may show.
    pub fn framed(self, framing: Framing<'a>) -> Self {
        Self { framing, ..self }
    }
}

impl fmt::Display for Policy<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; ",
        )?;
        if self.fonts {
            f.write_str("font-src 'self'; ")?;
        }
        f.write_str("form-action 'self'; base-uri 'none'; frame-ancestors ")?;
        match self.framing {
            Framing::Nobody => f.write_str("'none'"),
            Framing::Anyone => f.write_str("*"),
            Framing::Sites(sites) => f.write_str(&sites.join(" ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Framing, Policy};
    use crate::model::asset::Asset;
    use crate::model::theme::{Identity, Theme};

    fn with(asset: &str) -> Theme {
        let name = asset.to_owned();
        let assets = vec![Asset { address: name.clone(), name, bytes: [].into() }];
        Theme { templates: Vec::new(), strings: Vec::new(), assets, identity: Identity::default() }
    }

    #[test]
    fn fonts_are_loaded_where_the_theme_has_some() {
        assert!(!Policy::of(&with("sobre.css")).to_string().contains("font-src"));
        for font in ["corps.woff2", "fonts/corps.ttf"] {
            assert!(Policy::of(&with(font)).to_string().contains("font-src 'self'; "), "{font}");
        }
    }

    #[test]
    fn nobody_frames_a_page_that_does_not_say_so() {
        let policy = Policy::of(&with("sobre.css"));
        let ends = |policy: Policy<'_>| {
            policy.to_string().split("frame-ancestors ").nth(1).map(str::to_owned)
        };
        assert_eq!(ends(policy).as_deref(), Some("'none'"));
        assert_eq!(ends(policy.framed(Framing::Anyone)).as_deref(), Some("*"));
        let sites = ["https://a.example.org".to_owned(), "https://b.example.org".to_owned()];
        assert_eq!(
            ends(policy.framed(Framing::Sites(&sites))).as_deref(),
            Some("https://a.example.org https://b.example.org")
        );
    }
}
