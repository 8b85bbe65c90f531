//! How cells look, by what they are and what they hold.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::documents::xlsx::looks::{ACCENT_TINT, EDGE, INK, SOFT, WARN, WARN_TINT};
use crate::model::workbook::{Look, Value};

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    Words,
    Number,
    Euros,
    Share,
    Date,
}

/// Formats, each made once: a workbook holds as many as are met.
#[derive(Default)]
pub struct Looks(BTreeMap<(Look, Form), Format>);

impl Looks {
    /// The format of a cell.
    pub fn of(&mut self, look: Look, value: &Value) -> &Format {
        let form = match value.result() {
            // What is typed there is what the cell is made for.
            Value::Empty | Value::Text(_) if look == Look::OpenNumber => Form::Number,
            Value::Empty | Value::Text(_) if look == Look::OpenEuros => Form::Euros,
            Value::Empty | Value::Text(_) if look == Look::OpenDay => Form::Date,
            Value::Empty if matches!(value, Value::Formula(..)) => Form::Number,
            Value::Empty | Value::Text(_) | Value::Formula(..) => Form::Words,
            Value::Number(_) => Form::Number,
            Value::Euros(_) => Form::Euros,
            Value::Share(_) => Form::Share,
            Value::Date(_) => Form::Date,
        };
        self.0.entry((look, form)).or_insert_with(|| figures(form, worn(look)))
    }
}

fn worn(look: Look) -> Format {
    let base = Format::new().set_font_name("Arial").set_font_size(10).set_font_color(rgb(INK));
    let top = base.set_align(FormatAlign::Top).set_text_wrap();
    let boxed = |format: Format| {
        format.set_border(FormatBorder::Thin).set_border_color(rgb(EDGE)).set_text_wrap()
    };
    match look {
        Look::Plain => top,
        Look::Head => boxed(top.set_bold().set_background_color(rgb(ACCENT_TINT))),
        Look::Name => top.set_font_size(8).set_font_color(rgb(SOFT)),
        Look::Wrong => top.set_font_color(rgb(WARN)).set_background_color(rgb(WARN_TINT)),
        Look::Open | Look::OpenNumber | Look::OpenEuros | Look::OpenDay => {
            boxed(top).set_unlocked()
        }
    }
}

fn figures(form: Form, format: Format) -> Format {
    let right = |format: Format| format.set_align(FormatAlign::Right);
    match form {
        // What looks like a number stays the text that it is, even once somebody edits it.
        Form::Words => format.set_num_format("@"),
        Form::Number => right(format).set_num_format("General"),
        Form::Euros => right(format).set_num_format("#,##0.00\\ \"€\""),
        Form::Share => right(format).set_num_format("0\\ %"),
        Form::Date => format.set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left),
    }
}

fn rgb(color: u32) -> Color {
    Color::RGB(color)
}
