//! What is wrong, for the terminal and for the page.

use std::fmt::Write;

use super::editor::Editor;
use crate::commands::terminal::MOST;
use crate::diagnostic::{Diagnostic, Messages, Printer, Severity, Summary};
use crate::html::escape;
use crate::model::source::Sources;
use crate::pipeline::Prepared;
use crate::pipeline::renderer::say_failures;

/// Everything to say of one state of the site.
#[derive(Debug, Clone, Default)]
pub struct Problems {
    /// "2 erreurs, 1 avertissement".
    pub title: String,
    /// As `check` prints them.
    pub texts: Vec<String>,
    /// Each as an escaped list item, with the file it is about.
    pub items: Vec<Item>,
    /// Whether one forbids publication.
    pub forbid: bool,
}

/// One diagnostic in the page.
#[derive(Debug, Clone)]
pub struct Item {
    pub path: String,
    pub html: String,
}

impl Problems {
    /// Says what is wrong with `prepared`, and with the templates that failed.
    pub fn of(
        prepared: &Prepared,
        failures: &[Diagnostic],
        editor: &Editor,
        messages: &Messages,
    ) -> Self {
        let mut diagnostics = prepared.diagnostics.clone();
        say_failures(&mut diagnostics, failures.to_vec());
        let diagnostics = diagnostics.sorted();
        let printer = Printer::new(messages, false);
        let sources = &prepared.sources;
        let print = |d: &Diagnostic| printer.print(d, &|span| sources.place(span));
        Self {
            title: printer.summary(Summary::of(&diagnostics)),
            texts: diagnostics.iter().take(MOST).map(print).collect(),
            items: diagnostics
                .iter()
                .take(MOST)
                .map(|d| item(d, sources, editor, messages))
                .collect(),
            forbid: diagnostics.iter().any(|d| d.code.severity() == Severity::Error),
        }
    }

    /// The list of all, escaped.
    pub fn html(&self) -> String {
        list(self.items.iter())
    }
}

/// An ordered list of diagnostics.
pub fn list<'i>(items: impl Iterator<Item = &'i Item>) -> String {
    let items: Vec<&str> = items.map(|item| item.html.as_str()).collect();
    if items.is_empty() { String::new() } else { format!("<ol>{}</ol>", items.concat()) }
}

fn item(diagnostic: &Diagnostic, sources: &Sources, editor: &Editor, messages: &Messages) -> Item {
    let (path, line, column) = sources.position(diagnostic.at);
    let args = diagnostic.quotes();
    let code = diagnostic.code.name();
    let mut html = String::new();
    let class = diagnostic.code.severity().word();
    let _ = write!(html, "<li class=\"{class}\"><p class=\"message\">");
    escape(&messages.sentence(code, &args), &mut html);
    let _ = write!(html, " <code class=\"code\">{code}</code></p><a class=\"place\"");
    if let Some(link) = editor.link(&path, line, column) {
        html.push_str(" href=\"");
        escape(&link, &mut html);
        html.push('"');
    }
    html.push('>');
    escape(&format!("{path}:{line}:{column}"), &mut html);
    html.push_str("</a>");
    if let Some(source) = sources.files.iter().find(|file| file.id == diagnostic.at.file)
        && let Some(text) = source.text.lines().nth(line - 1)
    {
        let _ = write!(html, "<pre class=\"snippet\">");
        escape(text, &mut html);
        html.push_str("</pre>");
    }
    if let Some(help) = messages.get(code, Some("aide"), &args) {
        html.push_str("<p class=\"help\">");
        escape(&help, &mut html);
        html.push_str("</p>");
    }
    html.push_str("</li>");
    Item { path, html }
}
