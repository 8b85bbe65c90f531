//! Links that lead out of the frame they are in, without a script.

use crate::pages::tags::{Piece, Pieces, Tag};

/// The page, whose links to elsewhere replace the page around the frame; those within it stay in the frame.
pub fn out_of_the_frame(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut pieces = Pieces::of(html);
    loop {
        let before = pieces.rest();
        let Some(piece) = pieces.next() else { return out };
        let written = &before[..before.len() - pieces.rest().len()];
        match piece {
            Piece::Open(tag) if leaves(&tag) => {
                let (name, attributes) = written.split_at(1 + tag.name.len());
                out.push_str(name);
                out.push_str(" target=\"_top\"");
                out.push_str(attributes);
            }
            _ => out.push_str(written),
        }
    }
}

fn leaves(tag: &Tag<'_>) -> bool {
    let link = match tag.name {
        "a" | "area" => tag.get("href"),
        "form" => tag.get("action"),
        _ => None,
    };
    link.is_some_and(|link| !link.starts_with('#')) && tag.get("target").is_none()
}

#[cfg(test)]
mod tests {
    use super::out_of_the_frame;

    fn check(html: &str, expected: &str) {
        assert_eq!(out_of_the_frame(html), expected);
    }

    #[test]
    fn links_to_elsewhere_leave_the_frame() {
        check("<p><a href=\"#x\">ici</a> é", "<p><a href=\"#x\">ici</a> é");
        check("<a href=\"../x.html\">là</a>", "<a target=\"_top\" href=\"../x.html\">là</a>");
        check("<a class=\"b\"\n href='x#y'>", "<a target=\"_top\" class=\"b\"\n href='x#y'>");
        check("<form action=\"x\"><a id=\"y\">", "<form target=\"_top\" action=\"x\"><a id=\"y\">");
        check("<a href=\"x\" target=\"_self\">", "<a href=\"x\" target=\"_self\">");
    }
}
