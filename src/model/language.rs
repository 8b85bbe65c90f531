//! The language of a passage, as an author names it.

use super::id::Lang;

/// The languages of two letters (ISO 639-1); those of three letters are too many to be told from slips.
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv \
    cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig \
    ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn \
    mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk \
    sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za \
    zh zu";

/// What people write for a language instead of its code: its name, its country, its code of three letters.
const MEANT: [(&str, &str); 58] = [
    ("allemand", "de"),
    ("anglais", "en"),
    ("angl", "en"),
    ("arabe", "ar"),
    ("basque", "eu"),
    ("breton", "br"),
    ("catalan", "ca"),
    ("chinois", "zh"),
    ("corse", "co"),
    ("danois", "da"),
    ("espagnol", "es"),
    ("français", "fr"),
    ("francais", "fr"),
    ("grec", "el"),
    ("hongrois", "hu"),
    ("italien", "it"),
    ("japonais", "ja"),
    ("latin", "la"),
    ("néerlandais", "nl"),
    ("occitan", "oc"),
    ("polonais", "pl"),
    ("portugais", "pt"),
    ("roumain", "ro"),
    ("russe", "ru"),
    ("suédois", "sv"),
    ("tahitien", "ty"),
    ("tchèque", "cs"),
    ("turc", "tr"),
    ("ukrainien", "uk"),
    ("english", "en"),
    ("french", "fr"),
    ("german", "de"),
    ("spanish", "es"),
    ("italian", "it"),
    ("deutsch", "de"),
    ("español", "es"),
    ("italiano", "it"),
    ("ang", "en"),
    ("all", "de"),
    ("esp", "es"),
    ("eng", "en"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("deu", "de"),
    ("ger", "de"),
    ("spa", "es"),
    ("ita", "it"),
    ("por", "pt"),
    ("nld", "nl"),
    ("lat", "la"),
    ("gb", "en"),
    ("us", "en"),
    ("sp", "es"),
    ("cn", "zh"),
    ("jp", "ja"),
    ("gr", "el"),
    ("dk", "da"),
    ("cz", "cs"),
];

/// The language of a tag, else the tag that was most likely meant, which may be nothing.
pub fn named(tag: &str) -> Result<Lang, &'static str> {
    let meant = |tag: &str| MEANT.iter().find(|(name, _)| *name == tag).map(|(_, meant)| *meant);
    let known = |lang: &Lang| {
        let primary = lang.primary();
        meant(primary).is_none()
            && (primary.len() == 3 || TWO_LETTERS.split(' ').any(|two| two == primary))
    };
    if let Some(lang) = Lang::new(tag).filter(known) {
        return Ok(lang);
    }
    let lower = tag.trim().to_lowercase();
    let primary = lower.split(['-', '_']).next().unwrap_or_default();
    let code = TWO_LETTERS.split(' ').find(|two| *two == primary);
    Err(meant(primary).or(code).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn codes_are_known_and_slips_are_told() {
        for tag in ["en", "pt-BR", "gcf", "rcf", "az-Arab", "en-us", "uk"] {
            assert_eq!(named(tag).expect(tag).as_str(), tag);
        }
        for (tag, meant) in [
            ("EN", "en"),
            ("en_US", "en"),
            ("anglais", "en"),
            ("Espagnol", "es"),
            ("eng", "en"),
            ("gb", "en"),
            ("xx", ""),
            ("klingon", ""),
            ("", ""),
            (" en", "en"),
            ("en-", "en"),
        ] {
            assert_eq!(named(tag), Err(meant), "{tag}");
        }
    }
}
