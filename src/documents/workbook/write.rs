//! Sheets become an XLSX file: texts stay texts, whatever they look like, and the same sheets give the same bytes.

use jiff::civil::Date;
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, Formula,
    Workbook as File, Worksheet, XlsxError,
};

use super::looks::Looks;
use crate::documents::xlsx::clipped::clipped;
use crate::model::visible::visible;
use crate::model::workbook::{Bounds, Cell, Choices, Look, Sheet, Value, Workbook};

/// What a cell, and a title, can hold.
const CELL: usize = 32_767;
const TITLE: usize = 255;
/// In characters: what an A4 and an A3 page hold across; wider sheets are printed on several, for nobody could read one.
const A4_WIDTH: f64 = 220.0;
const A3_WIDTH: f64 = 480.0;
/// Before it, workbooks know no day.
const FIRST_DAY: Date = Date::constant(1900, 3, 1);

/// The bytes of the file.
pub fn write(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut file = File::new();
    // Without a date the library would write the moment of its making.
    let date = day(workbook.date.max(FIRST_DAY))?;
    let properties = DocProperties::new().set_title(clipped(&workbook.title, TITLE));
    file.set_properties(&properties.set_creation_datetime(&date));
    let mut looks = Looks::default();
    for sheet in &workbook.sheets {
        add(file.add_worksheet(), sheet, &mut looks)?;
    }
    file.save_to_buffer()
}

fn add(page: &mut Worksheet, sheet: &Sheet, looks: &mut Looks) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?;
    // What gives nothing is not shown as 0 by programs that do not calculate.
    page.set_formula_result_default("");
    for (rank, column) in (0..).zip(&sheet.columns) {
        page.set_column_width(rank, column.width)?;
    }
    for (row, first, last) in &sheet.merged {
        page.merge_range(*row, *first, *row, *last, "", looks.of(Look::Plain, &Value::Empty))?;
    }
    for (rank, row) in (0..).zip(&sheet.rows) {
        if let Some(height) = row.height {
            page.set_row_height(rank, height)?;
        }
        if row.hidden {
            page.set_row_hidden(rank)?;
        }
        for (column, cell) in (0..).zip(&row.cells) {
            put(page, (rank, column), cell, looks.of(cell.look, &cell.value))?;
        }
    }
    sheet.lists.iter().try_for_each(|list| offer(page, list))?;
    if sheet.locked {
        page.protect();
    }
    sheet.bounds.iter().try_for_each(|bounds| bound(page, bounds))?;
    settings(page, sheet)
}

fn put(
    page: &mut Worksheet,
    place: (u32, u16),
    cell: &Cell,
    look: &Format,
) -> Result<(), XlsxError> {
    let (row, column) = place;
    match &cell.value {
        Value::Empty if cell.look == Look::Plain => page,
        Value::Empty => page.write_blank(row, column, look)?,
        Value::Text(words) => {
            let words = clipped(&visible(words), CELL);
            page.write_string_with_format(row, column, words, look)?
        }
        Value::Number(number) | Value::Euros(number) | Value::Share(number) => {
            page.write_number_with_format(row, column, *number, look)?
        }
        Value::Date(date) if *date < FIRST_DAY => {
            page.write_string_with_format(row, column, date.to_string(), look)?
        }
        Value::Date(date) => page.write_datetime_with_format(row, column, day(*date)?, look)?,
        Value::Formula(formula, result) => {
            let formula = Formula::new(format!("={formula}")).set_result(plain(result));
            page.write_formula_with_format(row, column, formula, look)?
        }
    };
    Ok(())
}

/// What a formula gives, as files keep it.
fn plain(result: &Value) -> String {
    match result {
        Value::Empty | Value::Formula(..) => String::new(),
        Value::Text(words) => clipped(words, TITLE),
        Value::Number(number) | Value::Euros(number) | Value::Share(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
    }
}

/// A list that is too long for a workbook is not offered: the cell takes any words.
fn offer(page: &mut Worksheet, list: &Choices) -> Result<(), XlsxError> {
    let Ok(offered) = DataValidation::new().allow_list_strings(&list.offered) else {
        return Ok(());
    };
    let (top, bottom) = list.rows;
    page.add_data_validation(top, list.column, bottom, list.column, &offered)?;
    Ok(())
}

/// Something else is refused when it is typed.
fn bound(page: &mut Worksheet, bounds: &Bounds) -> Result<(), XlsxError> {
    let (low, high) = bounds.between;
    let between = DataValidationRule::Between(low, high);
    let validation = DataValidation::new().allow_decimal_number(between);
    let (top, bottom) = bounds.rows;
    page.add_data_validation(top, bounds.column, bottom, bounds.column, &validation)?;
    Ok(())
}

fn settings(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let (rows, columns) = sheet.frozen;
    page.set_freeze_panes(rows, columns)?;
    if rows > 0 {
        page.set_repeat_rows(0, rows - 1)?;
    }
    let last = sheet.last_row();
    if let (Some(heads), Some(width)) = (sheet.filter, sheet.columns.len().checked_sub(1)) {
        page.autofilter(heads, 0, last.max(heads), u16::try_from(width).unwrap_or(u16::MAX))?;
    }
    let width = sheet.columns.iter().map(|column| column.width).sum::<f64>();
    let (a3, a4) = (8, 9);
    let paper = if (A4_WIDTH..=A3_WIDTH).contains(&width) { a3 } else { a4 };
    page.set_paper_size(paper).set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    if !sheet.upright {
        page.set_landscape();
    }
    if width <= A3_WIDTH {
        page.set_print_fit_to_pages(1, 0);
    } else if columns > 0 {
        page.set_repeat_columns(0, columns - 1)?;
    }
    page.set_footer("&L&8&A&R&8&P/&N");
    Ok(())
}

fn day(date: Date) -> Result<ExcelDateTime, XlsxError> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    ExcelDateTime::from_ymd(date.year().unsigned_abs(), month, day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::write;
    use crate::documents::opened;
    use crate::model::workbook::{Column, Look, Row, Sheet, Value, Workbook};

    fn workbook(values: Vec<Value>) -> Workbook {
        let sheet = Sheet {
            name: "Essai".to_owned(),
            columns: vec![Column { width: 20.0 }],
            rows: values.into_iter().map(|value| Row::of(Look::Plain, [value])).collect(),
            filter: Some(0),
            ..Sheet::default()
        };
        let date = Date::constant(2021, 12, 8);
        Workbook { title: "Essai".to_owned(), date, sheets: vec![sheet] }
    }

    #[test]
    fn texts_stay_texts_and_days_are_days() {
        let values = vec![
            Value::text("=1+1"),
            Value::text("83778353374060"),
            Value::text("a\u{1b}b"),
            Value::Date(Date::constant(2022, 1, 17)),
            Value::Date(Date::constant(1812, 1, 17)),
            Value::Formula("SUM(A6)".to_owned(), Box::new(Value::Euros(12.5))),
        ];
        let parts = opened::parts(write(&workbook(values)).expect("a workbook"));
        let sheet = &parts["xl/worksheets/sheet1.xml"];
        assert_eq!(sheet.matches("<f>").count(), 1, "{sheet}");
        assert!(sheet.contains("<v>44578</v>"), "{sheet}");
        assert!(sheet.contains("<f>SUM(A6)</f><v>12.5</v>"), "{sheet}");
        let texts = &parts["xl/sharedStrings.xml"];
        for text in ["=1+1", "83778353374060", "a␛b", "1812-01-17"] {
            assert!(texts.contains(&format!(">{text}</t>")), "{texts}");
        }
    }

    #[test]
    fn the_same_sheets_give_the_same_bytes() {
        let bytes = || write(&workbook(vec![Value::text("é"), Value::Number(1.0)])).expect("bytes");
        assert_eq!(bytes(), bytes());
    }

    #[test]
    fn a_cell_is_not_too_long() {
        let long = "🐟".repeat(20_000);
        let parts = opened::parts(write(&workbook(vec![Value::text(long)])).expect("a workbook"));
        assert_eq!(parts["xl/sharedStrings.xml"].matches('🐟').count(), 16_383);
    }
}
