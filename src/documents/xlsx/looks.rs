//! How cells look: the colours of the dossier, and what may be written in.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

pub const INK: u32 = 0x1B_211F;
pub const SOFT: u32 = 0x52_5A56;
const ACCENT: u32 = 0x0B_5C4A;
pub const ACCENT_TINT: u32 = 0xE2_EFE9;
pub const WARN: u32 = 0x8A_4708;
pub const WARN_TINT: u32 = 0xFC_F1E0;
pub const EDGE: u32 = 0x7B_827E;
const TINT: u32 = 0xF5_F4F0;

const FIGURES: &str = "#,##0.00";

/// The looks of the sheet.
pub struct Looks {
    pub base: Format,
    pub title: Format,
    pub soft: Format,
    pub head: Format,
    pub head_figures: Format,
    pub section: Format,
    pub label: Format,
    pub amount: Format,
    pub words: Format,
    /// A cell of a row to fill in, which takes nothing.
    pub closed: Format,
    pub total_label: Format,
    pub total: Format,
    pub figures: Format,
    pub verdict: Format,
    pub note: Format,
    /// What is wrong, over another look.
    pub wrong: Format,
    pub right: Format,
}

impl Looks {
    pub fn new() -> Self {
        let base = || {
            Format::new().set_font_name("Arial").set_font_size(10).set_font_color(Color::RGB(INK))
        };
        let soft = || base().set_font_color(Color::RGB(SOFT));
        let middle = || base().set_align(FormatAlign::VerticalCenter);
        let boxed = || {
            let line = middle().set_border(FormatBorder::Thin);
            line.set_border_color(Color::RGB(EDGE)).set_text_wrap().set_indent(1)
        };
        let tinted = || boxed().set_background_color(Color::RGB(TINT));
        let head = || boxed().set_bold().set_background_color(Color::RGB(ACCENT_TINT));
        let input = || boxed().set_unlocked().set_background_color(Color::White);
        let figures = |format: Format| format.set_num_format(FIGURES).set_align(FormatAlign::Right);
        Self {
            base: base(),
            title: base().set_bold().set_font_size(18),
            soft: soft(),
            head: head(),
            head_figures: figures(head()),
            section: middle().set_bold().set_font_size(12).set_font_color(Color::RGB(ACCENT)),
            label: tinted(),
            amount: figures(input()),
            words: input().set_num_format("@").set_align(FormatAlign::Left),
            closed: tinted(),
            total_label: head(),
            total: figures(head()),
            figures: figures(tinted()),
            verdict: tinted(),
            note: soft().set_text_wrap().set_align(FormatAlign::Top),
            wrong: Format::new()
                .set_bold()
                .set_font_color(Color::RGB(WARN))
                .set_background_color(Color::RGB(WARN_TINT)),
            right: Format::new().set_font_color(Color::RGB(ACCENT)),
        }
    }
}
