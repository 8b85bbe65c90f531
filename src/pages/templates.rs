//! Tera, and nothing else: the theme's templates, and its errors told at their place.

use std::collections::BTreeMap;

use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::address::encode;
use crate::model::source::{FileId, Span};
use crate::model::theme::Theme;

/// The theme's templates, ready.
pub struct Templates {
    tera: Tera,
    /// The file of each template, by its name.
    files: BTreeMap<String, FileId>,
    /// Where to point when an error has no place of its own.
    fallback: FileId,
}

impl Templates {
    /// Compiles the theme. `None` when a template is wrong, which is then said.
    pub fn new(diagnostics: &mut Diagnostics, theme: &Theme, fallback: FileId) -> Option<Self> {
        let files = theme.templates.iter().map(|(name, file)| (name.clone(), file.id)).collect();
        let mut templates = Self { tera: Tera::default(), files, fallback };
        templates.tera.autoescape_on(vec![".html", ".xml"]);
        templates.tera.register_function("asset", asset(theme));
        let sources = theme.templates.iter().map(|(name, file)| (name.as_str(), &*file.text));
        if let Err(error) = templates.tera.add_raw_templates(sources) {
            let (place, message) = templates.place(&error);
            let invalid = Diagnostic::new(Code::InvalidTemplate, place);
            diagnostics.push(invalid.with("message", message));
            return None;
        }
        Some(templates)
    }

    /// Renders one page.
    pub fn render(
        &self,
        name: &str,
        context: &Context,
        page: &str,
    ) -> Result<String, Box<Diagnostic>> {
        self.tera.render(name, context).map_err(|error| {
            let (place, message) = self.place(&error);
            let failed = Diagnostic::new(Code::FailedTemplate, place);
            Box::new(failed.with("message", message).with("page", page))
        })
    }

    /// What a template lacks.
    pub fn failed(&self, template: &str, message: &str, page: &str) -> Diagnostic {
        let place = Span::whole(self.file(template).unwrap_or(self.fallback));
        let failed = Diagnostic::new(Code::FailedTemplate, place);
        failed.with("message", message).with("page", page)
    }

    fn place(&self, error: &tera::Error) -> (Span, String) {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let place = match self.file(report.filename()) {
                    Some(file) => Span::new(file, report.span().range.clone()),
                    None => Span::whole(self.fallback),
                };
                // What follows lists every variable of the page.
                let message = report.message().split(". Available").next().unwrap_or_default();
                (place, message.to_owned())
            }
            ErrorKind::CircularExtend { tpl, .. }
            | ErrorKind::CircularInclude { tpl, .. }
            | ErrorKind::MissingParent { current: tpl, .. } => {
                let place = self.file(tpl).unwrap_or(self.fallback);
                (Span::whole(place), error.to_string())
            }
            _ => (Span::whole(self.fallback), error.to_string()),
        }
    }

    fn file(&self, name: &str) -> Option<FileId> {
        self.files.get(name).copied()
    }
}

/// What gives templates the address of a file of the theme, from the root of the site.
fn asset(
    theme: &Theme,
) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<String> + Send + Sync + 'static {
    let known = theme.assets.iter().map(|asset| (asset.name.clone(), encode(&asset.address)));
    let known: BTreeMap<String, String> = known.collect();
    move |given, _| {
        let name = given.must_get::<&str>("name")?;
        let unknown = || tera::Error::message(format!("no file {name} in the folder static/"));
        known.get(name).cloned().ok_or_else(unknown)
    }
}
