//! Diagnostics for people: where, the author's own line, what to do.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::messages::{Messages, borrowed};
use super::window::Window;
use super::{Diagnostic, Severity};
use crate::model::source::Span;
use crate::model::visible::visible_line;

/// Writes diagnostics in one language.
pub struct Printer<'a> {
    messages: &'a Messages,
    renderer: Renderer,
}

/// How many of each there were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// What forbids publication.
    pub errors: usize,
    /// What does not, unless `--strict`.
    pub warnings: usize,
    /// What is only told.
    pub informations: usize,
}

/// Something wrong in a file that is not of the project: it has a name, and no lines to show.
pub struct Note<'a> {
    /// Whether the file is read all the same.
    pub severity: Severity,
    /// The beginning of the name of its message: `refus`, `remarque`.
    pub kind: &'a str,
    /// The name shown, and the end of the name of its message.
    pub code: &'a str,
    /// The file, and what in it.
    pub place: String,
    /// What the message quotes, by name.
    pub args: &'a [(&'static str, String)],
}

impl Summary {
    /// Counts `diagnostics`.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let count = |severity| diagnostics.iter().filter(|d| d.code.severity() == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            informations: count(Severity::Information),
        }
    }
}

impl<'a> Printer<'a> {
    /// A printer, in colour or not.
    pub fn new(messages: &'a Messages, color: bool) -> Self {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        Self { messages, renderer: renderer.decor_style(DecorStyle::Ascii) }
    }

    /// One diagnostic, with the lines it speaks of; `file_of` gives the file of a place.
    pub fn print<'s>(
        &self,
        diagnostic: &Diagnostic,
        file_of: &dyn Fn(Span) -> Option<(&'s str, &'s str)>,
    ) -> String {
        let args = diagnostic.quotes();
        let say = |attribute| self.messages.get(diagnostic.code.name(), attribute, &args);
        let (word, level) = word(diagnostic.code.severity());
        let word = self.messages.sentence(word, &[]);
        let title = level.with_name(word).primary_title(say(None).unwrap_or_default());
        let mut group = title.id(diagnostic.code.name()).elements(std::iter::empty::<Origin<'_>>());
        let (at, label) = (diagnostic.at, say(Some("etiquette")));
        let first = Shown { at, kind: AnnotationKind::Primary, label };
        let others = diagnostic.also.iter().map(|also| Shown {
            at: *also,
            kind: AnnotationKind::Context,
            label: say(Some("voir")),
        });
        for shown in [first].into_iter().chain(others) {
            if let Some(file) = file_of(shown.at) {
                group = place(group, file, shown);
            }
        }
        let mut report = vec![group];
        if let Some(help) = say(Some("aide")) {
            let word = self.messages.sentence("mot-aide", &[]);
            report.push(Group::with_title(Level::HELP.with_name(word).secondary_title(help)));
        }
        self.renderer.render(&report)
    }

    /// A note, in the form of a diagnostic.
    pub fn note(&self, note: &Note<'_>) -> String {
        let args = borrowed(note.args);
        let id = format!("{}-{}", note.kind, note.code);
        let say = |attribute| self.messages.get(&id, attribute, &args);
        let (word, level) = word(note.severity);
        let word = self.messages.sentence(word, &[]);
        let title = level.with_name(word).primary_title(say(None).unwrap_or_default());
        let place = Origin::path(visible_line(&note.place));
        let mut report = vec![title.id(note.code).element(place)];
        if let Some(help) = say(Some("aide")) {
            let word = self.messages.sentence("mot-aide", &[]);
            report.push(Group::with_title(Level::HELP.with_name(word).secondary_title(help)));
        }
        self.renderer.render(&report)
    }

    /// The last line: how many of each.
    pub fn summary(&self, summary: Summary) -> String {
        let errors = summary.errors.to_string();
        let warnings = summary.warnings.to_string();
        let informations = summary.informations.to_string();
        let counts =
            [("erreurs", &*errors), ("avertissements", &warnings), ("informations", &informations)];
        self.messages.sentence("bilan", &counts)
    }
}

fn word(severity: Severity) -> (&'static str, Level<'static>) {
    match severity {
        Severity::Error => ("mot-erreur", Level::ERROR),
        Severity::Warning => ("mot-avertissement", Level::WARNING),
        Severity::Information => ("mot-information", Level::INFO),
    }
}

/// A place that a diagnostic shows.
struct Shown {
    at: Span,
    kind: AnnotationKind,
    label: Option<String>,
}

/// Shows a place of `file`, which is a path and a text.
fn place<'a>(group: Group<'a>, file: (&'a str, &'a str), shown: Shown) -> Group<'a> {
    let (path, text) = file;
    if shown.at.end == 0 || text.is_empty() {
        // The file as a whole: no line would explain more.
        return group.element(Origin::path(visible_line(path)));
    }
    let Window { text, line, place, column } = Window::of(text, shown.at.range());
    let annotation = match shown.label {
        Some(label) => shown.kind.span(place).label(label),
        None => shown.kind.span(place),
    };
    let snippet = Snippet::source(text).line_start(line).annotation(annotation);
    let path = visible_line(path);
    match column {
        None => group.element(snippet.path(path)),
        // It would count the column in the part that it is given.
        Some(column) => {
            group.element(Origin::path(path).line(line).char_column(column)).element(snippet)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Printer;
    use crate::diagnostic::{Code, Diagnostic, MessageLang, Messages};
    use crate::model::source::{FileId, Span};

    #[test]
    fn lines_and_columns_are_true_and_few_letters_are_shown_wherever_a_long_line_is_wrong() {
        let messages = Messages::new(MessageLang::French);
        let printer = Printer::new(&messages, false);
        let text = format!("a\n{}\nb", "é ".repeat(20_000));
        for rank in [0, 1, 999, 19_999] {
            let start = 2 + 3 * rank;
            let place = Span::new(FileId(0), start..start + 2);
            let diagnostic = Diagnostic::new(Code::DuplicateKey, place).with("cle", "é");
            let report = printer.print(&diagnostic, &|_| Some(("a.yaml", &text)));
            assert!(report.contains(&format!("a.yaml:2:{}\n", 1 + 2 * rank)), "{report}");
            assert!(report.contains("\n2 | ") && report.contains(" ^ "), "{report}");
            assert!(report.chars().count() < 1_000, "{report}");
        }
    }
}
