//! What XML may hold.

/// Whether XML 1.0 (2.2, production `Char`) may hold this character, and gives it back: a reader makes a line end of a
/// carriage return, and the other controls that are allowed there are advised against.
pub fn is_allowed(c: char) -> bool {
    !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')) || matches!(c, '\n' | '\t')
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn what_no_reader_gives_back_is_left_out() {
        let kept: String = "a\t\nœ€📞".chars().filter(|c| is_allowed(*c)).collect();
        assert_eq!(kept, "a\t\nœ€📞");
        let left: String = "\0\u{b}\r\u{1b}\u{7f}\u{85}\u{fffe}\u{ffff}"
            .chars()
            .filter(|c| is_allowed(*c))
            .collect();
        assert_eq!(left, "");
    }
}
