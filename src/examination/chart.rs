//! Bars that anybody can read: a title and a description for who hears them, words beside each bar, and no colour that alone says
//! anything.

use std::fmt::Write;

use crate::html::escape;
use crate::model::excerpt::first_letters;

/// The measures of the drawing, in its own units.
const WIDTH: f64 = 640.0;
const LONGEST: f64 = 420.0;
const LINE: usize = 50;
/// A label is on one line.
const LETTERS: usize = 85;

/// A chart of two bars a line.
pub struct Chart<'a> {
    /// Unique in its page.
    pub id: String,
    pub title: String,
    pub description: String,
    pub bars: Vec<Bars<'a>>,
}

/// A line of it: the first bar is an outline, the second is full.
pub struct Bars<'a> {
    pub label: &'a str,
    /// Each with its words.
    pub values: [(f64, String); 2],
}

impl Chart<'_> {
    /// The drawing.
    pub fn svg(&self) -> String {
        let height = self.bars.len() * LINE + 6;
        let Self { id, .. } = self;
        let mut svg = format!(
            "<svg role=\"img\" aria-labelledby=\"{id}-t {id}-d\" viewBox=\"0 0 {WIDTH} {height}\" \
             font-size=\"13\" fill=\"#1b211f\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
            escaped(&self.title),
            escaped(&self.description),
        );
        let values = self.bars.iter().flat_map(|bars| bars.values.iter().map(|(value, _)| *value));
        let most = values.fold(0.0, f64::max);
        for (rank, bars) in self.bars.iter().enumerate() {
            let top = rank * LINE;
            let label = first_letters(bars.label, LETTERS);
            let _ = write!(svg, "<text x=\"0\" y=\"{}\">{}</text>", top + 15, escaped(&label));
            for (place, (value, words)) in [20, 34].into_iter().zip(&bars.values) {
                let length = if most > 0.0 { value / most * LONGEST } else { 0.0 };
                let fill = if place == 20 { "#fff" } else { "#0b5c4a" };
                let y = top + place;
                let _ = write!(
                    svg,
                    "<rect x=\"1\" y=\"{y}\" width=\"{length:.1}\" height=\"10\" fill=\"{fill}\" stroke=\"#0b5c4a\"/>\
                     <text x=\"{:.1}\" y=\"{}\" font-size=\"12\">{}</text>",
                    length + 8.0,
                    y + 10,
                    escaped(words),
                );
            }
        }
        svg + "</svg>"
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}
