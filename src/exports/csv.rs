//! Tables for machines (RFC 4180): UTF-8 without mark, commas, lines that end with CRLF, quotes where they are needed.
//!
//! A cell that begins with `=` or `-` stays as it is: data files keep exact values, and it is for the spreadsheet that
//! opens one not to take text for a formula.

use csv::{QuoteStyle, Terminator, WriterBuilder};

/// A table under its header; every row has as many cells.
pub fn csv<const N: usize>(
    header: &[&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .delimiter(b',')
        .quote_style(QuoteStyle::Necessary)
        .double_quote(true)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let memory = "memory takes every byte";
    writer.write_record(header).expect(memory);
    for row in rows {
        writer.write_record(row).expect(memory);
    }
    writer.into_inner().expect(memory)
}

#[cfg(test)]
mod tests {
    use super::csv;

    fn check(row: [&str; 2], expected: &str) {
        let bytes = csv(&["a", "b"], [row.map(str::to_owned)]);
        assert_eq!(String::from_utf8(bytes).expect("text"), format!("a,b\r\n{expected}\r\n"));
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        check(["été", "1.5"], "été,1.5");
        check(["", ""], ",");
        check(["un, deux", "« \"trois\" »"], "\"un, deux\",\"« \"\"trois\"\" »\"");
        check(["deux\nlignes", " bord "], "\"deux\nlignes\", bord ");
    }

    #[test]
    fn exact_values_are_kept() {
        check(["=1+1", "-3"], "=1+1,-3");
        check(["@nom", "+33"], "@nom,+33");
    }
}
