//! Whether the name of an attached file is safe on every system, in every address, and to every eye.

use crate::model::composed::composed;

/// Why a name is refused: the word its message chooses by, and what it quotes.
pub type Refused = (&'static str, String);

/// Most systems take no more bytes.
const LONGEST: usize = 200;

/// What Windows keeps for devices, whatever follows the first dot
/// (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Ends that a server may run, or serve as a page, even before another: Apache looks at each, and goes by those it knows
/// (httpd.apache.org, `mod_mime`, "Files with Multiple Extensions").
const EXECUTED: [&str; 26] = [
    "asp", "aspx", "ashx", "asmx", "cfm", "cgi", "fcgi", "htm", "html", "js", "jsp", "jspx", "mjs",
    "phar", "php", "php3", "php4", "php5", "php7", "php8", "phtml", "pl", "shtml", "svg", "xht",
    "xhtml",
];

/// Why a name may not be published, if it may not.
pub fn refused(name: &str) -> Option<Refused> {
    if let Some(c) = name.chars().find(|c| is_unseen(*c)) {
        return Some(("invisible", format!("U+{:04X}", u32::from(c))));
    }
    if let Some(c) = name.chars().find(|c| "<>:\"/\\|?*".contains(*c)) {
        return Some(("reserve", c.to_string()));
    }
    if name.ends_with(['.', ' ']) || name.starts_with(' ') {
        return Some(("bord", String::new()));
    }
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    if is_device(&stem) {
        return Some(("windows", stem));
    }
    if name.len() > LONGEST {
        return Some(("long", LONGEST.to_string()));
    }
    let lower = name.to_lowercase();
    // The last end is judged with the content.
    let mut ends = lower.rsplit_once('.').map_or("", |(start, _)| start).split('.').skip(1);
    let executed = ends.find(|end| EXECUTED.contains(end));
    executed.map(|part| ("execute", format!(".{part}")))
}

/// Controls, marks of direction and of no width, and what is no character.
fn is_unseen(c: char) -> bool {
    let marks = matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}');
    c.is_control() || marks
}

fn is_device(stem: &str) -> bool {
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_digit = |rest: &str| {
        let mut digits = rest.chars();
        matches!(digits.next(), Some('0'..='9' | '¹' | '²' | '³')) && digits.next().is_none()
    };
    DEVICES.contains(&stem) || port.is_some_and(is_digit)
}

/// Names that are one on some system have one fold: whatever the case and the form of accents.
pub fn fold(name: &str) -> String {
    composed(&composed(name).to_lowercase()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{fold, refused};

    #[test]
    fn honest_names_are_accepted() {
        for name in [
            "carte.pdf",
            "Modèle de budget (v2).ods",
            "Règlement n°3 – 2022.pdf",
            "l'appel_100 %.docx",
            "安徽.pdf",
            "communes.csv",
            "conditions.pdf",
            "com10.txt",
            "www.example.com.pdf",
            "html.pdf",
            "données.v1.2.json",
        ] {
            assert_eq!(refused(name), None, "{name}");
        }
    }

    #[test]
    fn names_that_some_system_takes_otherwise_are_refused() {
        for (name, why) in [
            ("a\u{1b}[2J.pdf", "invisible"),
            ("facture\u{202e}fdp.csv", "invisible"),
            ("a\u{200b}.pdf", "invisible"),
            ("a\u{85}.pdf", "invisible"),
            ("a:b.pdf", "reserve"),
            ("a\\b.pdf", "reserve"),
            ("a?.pdf", "reserve"),
            ("carte.pdf ", "bord"),
            ("carte.pdf.", "bord"),
            (" carte.pdf", "bord"),
            ("CON.pdf", "windows"),
            ("nul", "windows"),
            ("Com1.tar.gz", "windows"),
            ("lpt².txt", "windows"),
            ("x.PHP.csv", "execute"),
            ("x.shtml.csv", "execute"),
            ("x.html.geojson", "execute"),
        ] {
            assert_eq!(refused(name).map(|(reason, _)| reason), Some(why), "{name:?}");
        }
        assert!(refused(&format!("{}.pdf", "a".repeat(250))).is_some());
    }

    #[test]
    fn names_that_are_one_on_some_system_have_one_fold() {
        assert_eq!(fold("Carte.PDF"), fold("carte.pdf"));
        assert_eq!(fold("e\u{301}tat.pdf"), fold("\u{c9}tat.pdf"));
        assert_ne!(fold("etat.pdf"), fold("état.pdf"));
    }
}
