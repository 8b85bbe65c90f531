//! Texts as long as a workbook may hold.

/// The beginning of a text; workbooks count in UTF-16.
pub fn clipped(text: &str, longest: usize) -> String {
    let mut length = 0;
    let fits = |c: &char| {
        length += c.len_utf16();
        length <= longest
    };
    text.chars().take_while(fits).collect()
}
