//! Every other page, and the pieces that pages share.

use super::context::{PageContext, phrase};
use super::{files, marker, parts, scope, subscription, view};
use crate::html::Footnotes;
use crate::model::address::Address;
use crate::model::export::{Export, ExportFormat};
use crate::model::id::Lang;
use crate::model::partial::PartialLanguage;
use crate::model::regional::RegionalCall;
use crate::model::site::{
    CALENDAR_PAGE, DEPARTMENTS_PAGE, PLAN_PAGE, SEARCH_PAGE, SiteRegion, TextPage,
};
use crate::model::territory::{Department, POSTAL_EXCEPTIONS, collectivities, department};
use crate::tell::head::named_in_region;
use crate::tell::scope as told_scope;
use crate::tell::text::Texts;
use crate::tell::voice::Voice;
use crate::tell::{card, contacts};
use crate::words::{Arg, grammar};

/// The page of a call in the language of `page`.
pub fn call_address(page: &PageContext<'_>, call: &RegionalCall) -> Address {
    Address::call(&page.voice.words.lang, &call.region.slug, &call.call.slug)
}

/// The page of a region.
pub fn region(page: &PageContext<'_>, of: &SiteRegion) -> view::Region {
    let SiteRegion { region, calls, .. } = of;
    let contacts = contacts::all(page.voice, &region.contacts, &region.service);
    let published = !calls.is_empty();
    let calendar = of.has_day().then(|| {
        let lang = files::language(page, |lang| region.languages.contains(lang));
        Address::region_calendar(lang, &region.slug)
    });
    let title = page.voice.around(&page.voice.shared.site.settings.title);
    let name = page.voice.around(&region.territory.name);
    let calendar_name = format!("{title} – {name}");
    view::Region {
        name: name.to_owned(),
        within: grammar::territory_in(page.voice.words, &region.territory),
        marker: marker::marker(page, region),
        service: parts::service(&contacts::service(page.voice, &region.service)),
        calls: calls.iter().map(|call| call_card(page, call)).collect(),
        absences: scope::region_absences(page, of),
        as_of: as_of(page, "situation_as_of"),
        departments: parts::departments(&region.territory.departments),
        shares: scope::shares(page, region),
        contacts: contacts.iter().map(parts::contact).collect(),
        calendar_href: calendar.as_ref().map(|calendar| page.link(calendar)),
        subscription: calendar.map(|file| subscription::subscription(page, &file, &calendar_name)),
        feed_href: files::feed_link(page, published.then(|| files::region_feeds(page, region))),
    }
}

fn call_card(page: &PageContext<'_>, call: &RegionalCall) -> view::RegionCallCard {
    let card = card::card(page.voice, call);
    view::RegionCallCard {
        title: phrase(&page.voice.phrase(&call.call.title)),
        summary: phrase(&page.voice.phrase(&call.call.summary)),
        href: page.link(&call_address(page, call)),
        status: parts::status(&card.status),
        deadline: parts::deadline_of(&card),
        highlights: parts::highlights(&card.figures),
        limits: told_scope::limits(page.voice, call),
    }
}

/// A page of `content/pages`.
pub fn text(page: &PageContext<'_>, text: &TextPage) -> view::TextPage {
    let mut notes = Footnotes::default();
    let told = Texts::new(page.voice).text(&text.body, None);
    let mut body = page.rich(&told, &mut notes);
    body.html.push_str(&notes.html());
    view::TextPage { title: phrase(&page.voice.phrase(&text.title)), body }
}

/// The readable plan of the site.
pub fn plan(page: &PageContext<'_>) -> view::Plan {
    let site = page.voice.shared.site;
    let lang = &page.voice.words.lang;
    let mut regions: Vec<view::PlanRegion> = site
        .regions
        .iter()
        .map(|region| view::PlanRegion {
            region: region_link(page, region),
            calls: region.calls.iter().map(|call| plan_call(page, call)).collect(),
        })
        .collect();
    regions.sort_by(|a, b| page.voice.words.order(&a.region.title, &b.region.title));
    let texts = site.texts.iter().map(|text| view::Link {
        title: page.voice.around(&text.title).to_owned(),
        href: page.link(&Address::page(lang, text.slug.as_str())),
    });
    let own = |(title, name)| view::Link {
        title: page.voice.words.say(title, &[]),
        href: page.link(&Address::page(lang, name)),
    };
    let own = [("departments_title", DEPARTMENTS_PAGE), ("calendar_title", CALENDAR_PAGE)].map(own);
    let exports = site.exports.iter().filter_map(|export| export_link(page, export));
    view::Plan {
        regions,
        pages: own.into_iter().chain(texts).collect(),
        exports: exports.collect(),
    }
}

/// The page of the search.
pub fn search(page: &PageContext<'_>) -> view::Search {
    view::Search { index: page.link(&Address::search(&page.voice.words.lang)), plan: plan(page) }
}

fn plan_call(page: &PageContext<'_>, call: &RegionalCall) -> view::PlanCall {
    let region = page.voice.around(&call.region.territory.name);
    let args = [("call", Arg::Text(&call.call.short)), ("region", Arg::Text(region))];
    let data = Address::call_data(&call.region.slug, &call.call.slug);
    view::PlanCall {
        page: view::Link {
            title: page.voice.around(&call.call.title).to_owned(),
            href: page.link(&call_address(page, call)),
        },
        dossier: call.form.as_ref().map(|_| {
            let to = Address::dossier(&page.voice.words.lang, &call.region.slug, &call.call.slug);
            view::Link {
                title: page.voice.words.say("dossier_of_call", &args),
                href: page.link(&to),
            }
        }),
        partial: call.partial.iter().map(|language| partial_link(page, call, language)).collect(),
        json: view::Link {
            title: page.voice.words.say("export_call", &args),
            href: page.link(&data),
        },
    }
}

/// "AMIGE 2022 en Bretagne, brezhoneg (en partie)".
fn partial_link(
    page: &PageContext<'_>,
    call: &RegionalCall,
    language: &PartialLanguage,
) -> view::Link {
    let voice = Voice { call: Some(call), ..page.voice };
    let part = voice.words.say("language_partial", &[]);
    view::Link {
        title: format!("{}, {} ({part})", named_in_region(voice, call), language.name),
        href: page.link(&Address::call(&language.lang, &call.region.slug, &call.call.slug)),
    }
}

/// An export that a reader may want: not those that only crawlers ask for.
fn export_link(page: &PageContext<'_>, export: &Export) -> Option<view::Link> {
    let name = match export.format {
        ExportFormat::CallSchema => "export_call_schema",
        ExportFormat::AidTable => "export_aid_table",
        ExportFormat::AidList => "export_aid_list",
        ExportFormat::Sitemap
        | ExportFormat::Robots
        | ExportFormat::Search
        | ExportFormat::Territories
        | ExportFormat::Grants
        | ExportFormat::Calendar
        | ExportFormat::Atom
        | ExportFormat::JsonFeed
        | ExportFormat::Call => return None,
    };
    Some(view::Link { title: page.voice.words.say(name, &[]), href: page.link(&export.address) })
}

fn region_link(page: &PageContext<'_>, region: &SiteRegion) -> view::Link {
    let region = &region.region;
    view::Link {
        title: page.voice.around(&region.territory.name).to_owned(),
        href: page.link(&Address::page(&page.voice.words.lang, region.slug.as_str())),
    }
}

/// Where the form of the finder leads, and what its script knows.
pub fn finder(page: &PageContext<'_>) -> view::Finder {
    let lang = &page.voice.words.lang;
    view::Finder {
        departments: page.link(&Address::page(lang, DEPARTMENTS_PAGE)),
        territories: page.link(&Address::territories(lang)),
    }
}

/// The finder that needs no script.
pub fn departments_page(page: &PageContext<'_>) -> view::Departments {
    let site = page.voice.shared.site;
    let mut rows: Vec<view::DepartmentRow> = Vec::new();
    for region in &site.regions {
        let link = region_link(page, region);
        for department in &region.region.territory.departments {
            rows.push(view::DepartmentRow {
                code: department.code.clone(),
                name: department.name.clone(),
                region: link.clone(),
                part: told_scope::part(page.voice, &region.region, department)
                    .map(|part| phrase(&part)),
                notes: scope::notes(page, region, department),
            });
        }
    }
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    let here = |code: &&str| rows.iter().any(|row| row.code == **code);
    let exceptions = POSTAL_EXCEPTIONS.iter().filter_map(|(postal, codes)| {
        let known: Vec<Department> =
            codes.iter().filter(|code| here(code)).filter_map(|code| department(code)).collect();
        (!known.is_empty()).then(|| view::PostalException {
            postal: (*postal).to_owned(),
            departments: parts::departments(&known),
        })
    });
    let elsewhere: Vec<Department> =
        collectivities().filter(|one| !here(&one.code.as_str())).collect();
    view::Departments {
        finder: finder(page),
        exceptions: exceptions.collect(),
        elsewhere: parts::departments(&elsewhere),
        rows,
    }
}

/// The choice of languages; on the 404 page links start at the site's own path.
pub fn root(page: &PageContext<'_>, prefix: Option<&str>) -> view::Root {
    let languages = &page.voice.shared.site.settings.languages;
    // The page of what is missing in the folder of a language speaks no other.
    let own = page.address.as_str().contains('/').then_some(&page.voice.words.lang);
    let spoken = languages.iter().filter(|l| own.is_none_or(|own| l.lang == *own));
    let languages = spoken.map(|language| root_language(page, &language.lang, prefix));
    view::Root { languages: languages.collect() }
}

fn root_language(page: &PageContext<'_>, lang: &Lang, prefix: Option<&str>) -> view::RootLanguage {
    let words = page.voice.shared.words(lang);
    let link = |to: &Address| match prefix {
        Some(prefix) => format!("{prefix}{}", to.encoded()),
        None => page.link(to),
    };
    let links = [
        ("menu_finder", DEPARTMENTS_PAGE),
        ("menu_calendar", CALENDAR_PAGE),
        ("plan_title", PLAN_PAGE),
    ];
    let links = links.map(|(title, name)| view::Link {
        title: words.say(title, &[]),
        href: link(&Address::page(lang, name)),
    });
    view::RootLanguage {
        code: lang.to_string(),
        name: words.autonym.clone(),
        title: page.voice.shared.site.settings.title.show(lang).value.clone(),
        href: link(&Address::home(lang)),
        not_found: words.say("not_found", &[]),
        not_found_help: words.say("not_found_help", &[]),
        go_home: words.say("go_home", &[]),
        links: links.to_vec(),
        search: link(&Address::page(lang, SEARCH_PAGE)),
        search_label: words.say("search_label", &[]),
        search_submit: words.say("search_submit", &[]),
    }
}

/// The day on which statuses were established, in Paris, so that it is the same on every page.
pub fn as_of(page: &PageContext<'_>, name: &str) -> String {
    said_of_the_day(page.voice, name)
}

fn said_of_the_day(voice: Voice<'_>, name: &str) -> String {
    let now = voice.shared.site.now.to_zoned(voice.shared.paris.rules.clone());
    voice.words.say(name, &[("date", Arg::Text(&voice.words.day(now.date())))])
}

/// What is said beside the page of a call in a frame.
pub fn framed(page: &PageContext<'_>, call: &RegionalCall) -> view::Embedded {
    embedded(page.voice, call, page.link(&call_address(page, call)))
}

/// What is said beside the page of a call on another site; `href` leads to the page.
pub fn embedded(voice: Voice<'_>, call: &RegionalCall, href: String) -> view::Embedded {
    let title = named_in_region(voice, call);
    let title = voice.words.say("embedded_page", &[("title", Arg::Text(&title))]);
    let stamp = said_of_the_day(voice, "embedded_as_of");
    view::Embedded { stamp, page: view::Link { title, href } }
}
