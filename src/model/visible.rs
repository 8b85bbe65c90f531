//! Characters that command a terminal, made visible: what is quoted may not move the cursor, clear the screen or
//! change the direction of the line.

use std::borrow::Cow;

/// A text with a picture in the place of each control, but for line ends and tabs.
pub fn visible(text: &str) -> Cow<'_, str> {
    replaced(text, |c| c != '\n' && c != '\t' && is_command(c))
}

/// A text that stays on one line, with a picture in the place of each control.
pub fn visible_line(text: &str) -> Cow<'_, str> {
    replaced(text, is_command)
}

/// A styled text, whose styles are escape sequences of our own.
pub fn visible_but_styles(text: &str) -> Cow<'_, str> {
    replaced(text, |c| !matches!(c, '\n' | '\t' | '\u{1b}') && is_command(c))
}

/// JSON without a control: those that it lets stand are written as escapes, which say the same.
pub fn escaped_json(json: &str) -> Cow<'_, str> {
    let raw = |c| c != '\n' && is_command(c);
    if !json.contains(raw) {
        return Cow::Borrowed(json);
    }
    let escape = |c| if raw(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
    Cow::Owned(json.chars().map(escape).collect())
}

fn replaced(text: &str, is_wrong: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_wrong) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_wrong(c) { picture(c) } else { c }).collect())
}

/// Controls (C0, C1, DEL), and those of direction (UAX 9), which would turn what follows.
fn is_command(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Unicode has pictures of the oldest controls.
fn picture(c: char) -> char {
    match u32::from(c) {
        code @ 0..0x20 => char::from_u32(0x2400 + code).unwrap_or('\u{fffd}'),
        0x7f => '\u{2421}',
        _ => '\u{fffd}',
    }
}

#[cfg(test)]
mod tests {
    use super::{escaped_json, visible, visible_but_styles, visible_line};

    #[test]
    fn no_control_is_left() {
        let hostile: String = (0..0xa0).chain(0x202a..=0x202e).filter_map(char::from_u32).collect();
        let left = |text: &str| text.chars().filter(|c| c.is_control()).collect::<String>();
        assert_eq!(left(&visible(&hostile)), "\t\n");
        assert_eq!(left(&visible_line(&hostile)), "");
        assert_eq!(left(&visible_but_styles(&hostile)), "\t\n\u{1b}");
        assert_eq!(visible("a\u{1b}[2J\u{9b}31m\u{7f}\r"), "a␛[2J\u{fffd}31m␡␍");
    }

    #[test]
    fn honest_texts_are_as_they_were() {
        let text = "« Été »\u{a0}: 12\u{202f}000 €,\u{200f} العربية\n\tsuite";
        assert_eq!(visible(text), text);
    }

    #[test]
    fn json_says_the_same_without_controls() {
        let json = "\"a\u{9b}2J\\u001b\u{202e}é\u{7f}\"\n";
        assert_eq!(escaped_json(json), "\"a\\u009b2J\\u001b\\u202eé\\u007f\"\n");
    }
}
