//! Tera, and nothing else: the theme's templates, and its errors told at their place.

use std::collections::BTreeMap;

use tera::{Context, ErrorKind, Function, Kwargs, State, Tera, TeraResult};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::address::encode;
use crate::model::asset::Asset;
use crate::model::integrity;
use crate::model::settings::Settings;
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
    pub fn new(diagnostics: &mut Diagnostics, theme: &Theme, settings: &Settings) -> Option<Self> {
        let files = theme.templates.iter().map(|(name, file)| (name.clone(), file.id)).collect();
        let mut templates = Self { tera: Tera::default(), files, fallback: settings.file };
        templates.tera.autoescape_on(vec![".html", ".xml"]);
        templates.tera.register_function(
            "asset",
            AssetAddress(by_name(theme, |asset| encode(&asset.address))),
        );
        let digest = |asset: &Asset| {
            if settings.checked_files { integrity::sha384(&asset.bytes) } else { String::new() }
        };
        templates.tera.register_function("integrity", AssetIntegrity(by_name(theme, digest)));
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

/// Something of each file of the theme, by its name.
fn by_name(theme: &Theme, of: impl Fn(&Asset) -> String) -> BTreeMap<String, String> {
    theme.assets.iter().map(|asset| (asset.name.clone(), of(asset))).collect()
}

fn named<'k>(known: &'k BTreeMap<String, String>, given: &Kwargs) -> TeraResult<&'k str> {
    let name = given.must_get::<&str>("name")?;
    let unknown = || tera::Error::message(format!("no file {name} in the folder static/"));
    known.get(name).map(String::as_str).ok_or_else(unknown)
}

/// Gives templates the address of a file of the theme, from the root of the site.
struct AssetAddress(BTreeMap<String, String>);

impl Function<TeraResult<String>> for AssetAddress {
    fn call(&self, given: Kwargs, _: &State<'_>) -> TeraResult<String> {
        named(&self.0, &given).map(str::to_owned)
    }
}

/// Gives templates the attribute by which browsers check a file of the theme, where the site wants it.
struct AssetIntegrity(BTreeMap<String, String>);

impl Function<TeraResult<String>> for AssetIntegrity {
    fn call(&self, given: Kwargs, _: &State<'_>) -> TeraResult<String> {
        let digest = named(&self.0, &given)?;
        let attribute = given.get::<&str>("attribute")?.unwrap_or("integrity");
        Ok(if digest.is_empty() { String::new() } else { format!(" {attribute}=\"{digest}\"") })
    }

    fn is_safe(&self) -> bool {
        true
    }
}
