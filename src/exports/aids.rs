//! The calls that aggregators of public aids may take, with what their formats have in common.
//! Each format wants one language, which is the reference's.

use std::fmt::Write;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::abroad::Abroad;
use crate::html::{self, Footnotes};
use crate::model::aid::{AidSheet, Role};
use crate::model::id::{Lang, Slug};
use crate::model::regional::{RegionalCall, RegionalSection};
use crate::model::siret::Siret;
use crate::model::told::plain;
use crate::tell::card;
use crate::tell::text::{Texts, line};
use crate::tell::voice::SiteContext;
use crate::words::{Arg, grammar};

/// A call that may be taken.
pub struct Aid<'a> {
    pub page: Abroad<'a>,
    pub call: &'a RegionalCall,
    pub sheet: &'a AidSheet,
}

/// A body as both formats name it.
pub struct Carrier<'a> {
    pub name: String,
    pub siren: Option<&'a str>,
    pub roles: &'a [Role],
}

/// What `write` makes, in `lang`, of every published call that has an aid sheet.
pub fn each<T: Send>(
    shared: &SiteContext<'_>,
    lang: &Lang,
    write: impl Fn(&Aid<'_>) -> T + Sync,
) -> Vec<T> {
    let calls = shared.site.regions.par_iter().flat_map_iter(|region| &region.calls);
    let written = calls.filter_map(|call| {
        let sheet = call.call.aid.as_ref()?;
        let page = Abroad::new(shared, lang, call);
        Some(write(&Aid { page, call, sheet }))
    });
    written.collect()
}

impl<'a> Aid<'a> {
    /// The call and where.
    pub fn title(&self) -> String {
        let title = self.page.voice.around(&self.call.call.title);
        let args = [("title", Arg::Text(title)), ("region", Arg::Text(self.region()))];
        self.page.voice.words.say("call_page_title", &args)
    }

    /// The name of the region.
    pub fn region(&self) -> &str {
        self.page.voice.around(&self.call.region.territory.name)
    }

    /// Where to read more.
    pub fn address(&self) -> String {
        self.page.url()
    }

    /// The figures at the top of the page: "Aide maximale de l'État : 60 000 €".
    pub fn figures(&self) -> Vec<String> {
        let colon = self.page.voice.words.say("colon", &[]);
        let figures = card::figures(self.page.voice, self.call).into_iter();
        figures.map(|figure| format!("{}{colon} {}", figure.label.text, figure.value)).collect()
    }

    /// Those whom the call names, then the service that examines.
    pub fn carriers(&self) -> Vec<Carrier<'a>> {
        let named = self.sheet.bodies.iter().map(|body| Carrier {
            name: body.name.clone(),
            siren: body.siret.as_ref().map(Siret::siren),
            roles: &body.roles,
        });
        let service = Carrier {
            name: grammar::service_name(self.page.voice.words, &self.call.region),
            siren: self.call.region.service.siret.as_ref().map(Siret::siren),
            roles: &[Role::Promoter, Role::Examiner],
        };
        named.chain([service]).collect()
    }

    /// A section and those under it as plain text; else the summary.
    pub fn plain(&self, id: Option<&Slug>) -> String {
        let voice = self.page.voice;
        let (mut lines, mut notes) = (Vec::new(), plain::Notes::default());
        let texts = Texts::new(voice);
        for (rank, section) in self.sections(id).iter().enumerate() {
            if rank > 0 {
                lines.push(plain::line(&line(voice, &section.section.title)));
            }
            for part in &section.parts {
                lines.push(plain::text(&texts.text(&part.text, None), &mut notes));
            }
        }
        lines.extend(notes.lines);
        lines.retain(|line| !line.is_empty());
        if lines.is_empty() { self.summary().to_owned() } else { lines.join("\n") }
    }

    /// The same as HTML.
    pub fn html(&self, id: Option<&Slug>) -> String {
        let (voice, markup) = (self.page.voice, self.page.markup());
        let (mut html, mut notes) = (String::new(), Footnotes::default());
        let texts = Texts::new(voice);
        for (rank, section) in self.sections(id).iter().enumerate() {
            if rank > 0 {
                let title = markup.line(&line(voice, &section.section.title));
                let _ = writeln!(html, "<h3>{title}</h3>");
            }
            for part in &section.parts {
                let owner = self.call.owner(part.origin);
                html += &markup.text(&texts.text(&part.text, Some(owner)), &mut notes);
            }
        }
        html += &notes.html();
        if html.is_empty() { paragraph(self.summary()) } else { html }
    }

    fn summary(&self) -> &str {
        self.page.voice.around(&self.call.call.summary)
    }

    /// A section with those under it.
    fn sections(&self, id: Option<&Slug>) -> &'a [RegionalSection] {
        let all = &self.call.sections[..];
        let Some(start) = id.and_then(|id| all.iter().position(|s| s.section.id == *id)) else {
            return &[];
        };
        let level = all[start].section.level;
        let under = all[start + 1..].iter().take_while(|s| s.section.level > level).count();
        &all[start..=start + under]
    }
}

/// Plain text as HTML.
pub fn paragraph(text: &str) -> String {
    let mut html = "<p>".to_owned();
    html::escape(text, &mut html);
    html + "</p>\n"
}
