//! Every other page, and the pieces that pages share.

use jiff::Timestamp;

use super::call::highlights;
use super::html::Footnotes;
use super::view;
use crate::model::address::Address;
use crate::model::export::{Export, ExportFormat};
use crate::model::id::Lang;
use crate::model::region::{Contact, Region, Service};
use crate::model::regional::RegionalCall;
use crate::model::regional::expiry::whole_second;
use crate::model::regional::life::Stage;
use crate::model::site::{DEPARTMENTS_PAGE, SiteRegion, TextPage};
use crate::model::territory::{Department, POSTAL_EXCEPTIONS, department};
use crate::tell::context::PageContext;
use crate::tell::moments;
use crate::words::{Arg, Words, grammar};

/// The home page of a language.
pub fn home(page: &PageContext<'_>) -> view::Home {
    let site = page.shared.site;
    let mut calls: Vec<&RegionalCall> = Vec::new();
    for call in site.regions.iter().flat_map(|region| &region.calls) {
        if !calls.iter().any(|known| known.call.slug == call.call.slug) {
            calls.push(call);
        }
    }
    // The newest call first.
    calls.sort_by(|a, b| (b.call.published, &a.call.slug).cmp(&(a.call.published, &b.call.slug)));
    let calls_exist = !calls.is_empty();
    let mut calls: Vec<_> = calls.into_iter().map(|call| home_call(page, call)).collect();
    calls.sort_by_key(|call| call.archived);
    let exceptions =
        POSTAL_EXCEPTIONS.iter().map(|(postal, codes)| format!("{postal}:{}", codes.join(",")));
    view::Home {
        calls,
        departments: page.link(&Address::page(&page.words.lang, DEPARTMENTS_PAGE)),
        postal_exceptions: exceptions.collect::<Vec<_>>().join(" "),
        as_of: as_of(page, "situation_as_of"),
        calendar_href: calls_exist.then(|| page.link(&Address::site_calendar(site_lang(page)))),
        feed_href: feed_link(page, site_feeds(page)),
    }
}

fn home_call(page: &PageContext<'_>, first: &RegionalCall) -> view::HomeCall {
    let national = &first.call;
    let site = page.shared.site;
    let regions = site.regions.iter().flat_map(|region| &region.calls);
    let published = regions.filter(|call| call.call.slug == national.slug);
    let published: Vec<&RegionalCall> = published.map(|call| &**call).collect();
    let mut regions: Vec<view::HomeRegion> =
        published.iter().map(|call| home_region(page, call)).collect();
    regions.sort_by(|a, b| page.words.order(&a.name, &b.name).then_with(|| a.slug.cmp(&b.slug)));
    let mut tiles: Vec<view::Tile> = published.iter().filter_map(|call| tile(page, call)).collect();
    tiles.sort_by_key(|tile| (tile.row, tile.column));
    let archived = published.iter().all(|call| call.stage(site.now) == Stage::Archived);
    if regions.len() == 1 || archived {
        tiles.clear();
    }
    view::HomeCall {
        id: national.slug.to_string(),
        archived,
        title: page.text(&national.title),
        summary: page.text(&national.summary),
        issuer: page.text(&national.issuer),
        highlights: national_highlights(page, first),
        columns: tiles.iter().map(|tile| tile.column + 1).max().unwrap_or_default(),
        rows: tiles.iter().map(|tile| tile.row + 1).max().unwrap_or_default(),
        regions,
        tiles,
    }
}

/// The national figures, whatever the region that serves as a way to them.
fn national_highlights(page: &PageContext<'_>, call: &RegionalCall) -> Vec<view::Highlight> {
    let featured = call.call.parameters.iter().filter(|parameter| parameter.featured);
    let highlights = featured.filter_map(|parameter| {
        Some(view::Highlight {
            label: page.text(parameter.label.as_ref()?),
            value: page.words.amount(parameter.value, parameter.unit),
            note: None,
        })
    });
    highlights.collect()
}

fn home_region(page: &PageContext<'_>, call: &RegionalCall) -> view::HomeRegion {
    let now = page.shared.site.now;
    let region = &call.region;
    let codes: Vec<&str> = region.territory.departments.iter().map(|d| &*d.code).collect();
    view::HomeRegion {
        slug: region.slug.to_string(),
        name: page.chrome(&region.territory.name).to_owned(),
        href: page.link(&call_address(page, call)),
        service: region.service.acronym.clone(),
        status: status(page.words, call, now),
        deadline: call.deadline(now).map(|step| moments::deadline(page, call, step)),
        departments: codes.join(" "),
    }
}

fn tile(page: &PageContext<'_>, call: &RegionalCall) -> Option<view::Tile> {
    let territory = &call.region.territory;
    let tile = territory.tile.as_ref()?;
    Some(view::Tile {
        column: tile.column,
        row: tile.row,
        label: tile.label.clone(),
        name: page.chrome(&territory.name).to_owned(),
        href: page.link(&call_address(page, call)),
        status: status(page.words, call, page.shared.site.now),
    })
}

fn call_address(page: &PageContext<'_>, call: &RegionalCall) -> Address {
    Address::call(&page.words.lang, &call.region.slug, &call.call.slug)
}

/// The page of a region.
pub fn region(page: &PageContext<'_>, region: &SiteRegion) -> view::Region {
    let SiteRegion { region, calls } = region;
    let contacts = if region.contacts.is_empty() {
        vec![default_contact(page, &region.service)]
    } else {
        region.contacts.iter().map(|c| contact(page, c)).collect()
    };
    let published = !calls.is_empty();
    view::Region {
        name: page.chrome(&region.territory.name).to_owned(),
        within: grammar::territory_in(page.words, &region.territory),
        service: service(page, &region.service),
        calls: calls.iter().map(|call| call_card(page, call)).collect(),
        as_of: as_of(page, "situation_as_of"),
        departments: departments(&region.territory.departments),
        contacts,
        calendar_href: published.then(|| {
            let lang = lang_of_files(page, |lang| region.languages.contains(lang));
            page.link(&Address::region_calendar(lang, &region.slug))
        }),
        feed_href: feed_link(page, published.then(|| region_feeds(page, region))),
    }
}

/// The language of the files about a subject: the page's, when they exist in it.
pub fn lang_of_files<'a>(page: &PageContext<'a>, complete: impl Fn(&Lang) -> bool) -> &'a Lang {
    let own = &page.words.lang;
    if complete(own) { own } else { page.shared.site.settings.reference() }
}

/// The language of the files about the whole site.
fn site_lang<'a>(page: &PageContext<'a>) -> &'a Lang {
    lang_of_files(page, |lang| page.shared.site.settings.title.get(lang).is_some())
}

/// What changes on the whole site: Atom, then JSON Feed. Nothing where no call is published.
pub fn site_feeds(page: &PageContext<'_>) -> Option<[Address; 2]> {
    let published = page.shared.site.regions.iter().any(|region| !region.calls.is_empty());
    published.then(|| Address::site_feeds(site_lang(page)))
}

/// What changes in a region that has published a call: Atom, then JSON Feed.
pub fn region_feeds(page: &PageContext<'_>, region: &Region) -> [Address; 2] {
    let lang = lang_of_files(page, |lang| region.languages.contains(lang));
    Address::region_feeds(lang, &region.slug)
}

/// The link to follow changes by.
pub fn feed_link(page: &PageContext<'_>, feeds: Option<[Address; 2]>) -> Option<String> {
    feeds.map(|[atom, _]| page.link(&atom))
}

fn call_card(page: &PageContext<'_>, call: &RegionalCall) -> view::RegionCallCard {
    let now = page.shared.site.now;
    view::RegionCallCard {
        title: page.text(&call.call.title),
        summary: page.text(&call.call.summary),
        href: page.link(&call_address(page, call)),
        status: status(page.words, call, now),
        deadline: call.deadline(now).map(|step| moments::deadline(page, call, step)),
        highlights: highlights(page, call),
    }
}

/// A page of `content/pages`.
pub fn text(page: PageContext<'_>, text: &TextPage) -> view::TextPage {
    let mut notes = Footnotes::default();
    let mut body = page.rich(&text.body, None, &mut notes);
    body.html.push_str(&notes.html());
    view::TextPage { title: page.text(&text.title), body }
}

/// The readable plan of the site.
pub fn plan(page: &PageContext<'_>) -> view::Plan {
    let site = page.shared.site;
    let lang = &page.words.lang;
    let mut regions: Vec<view::PlanRegion> = site
        .regions
        .iter()
        .map(|region| view::PlanRegion {
            region: region_link(page, region),
            calls: region.calls.iter().map(|call| plan_call(page, call)).collect(),
        })
        .collect();
    regions.sort_by(|a, b| page.words.order(&a.region.title, &b.region.title));
    let texts = site.texts.iter().map(|text| view::Link {
        title: page.chrome(&text.title).to_owned(),
        href: page.link(&Address::page(lang, text.slug.as_str())),
    });
    let finder = view::Link {
        title: page.words.say("departments_title", &[]),
        href: page.link(&Address::page(lang, DEPARTMENTS_PAGE)),
    };
    let exports = site.exports.iter().filter_map(|export| export_link(page, export));
    view::Plan { regions, pages: texts.chain([finder]).collect(), exports: exports.collect() }
}

fn plan_call(page: &PageContext<'_>, call: &RegionalCall) -> view::PlanCall {
    let region = page.chrome(&call.region.territory.name);
    let args = [("call", Arg::Text(&call.call.short)), ("region", Arg::Text(region))];
    let data = Address::call_data(&call.region.slug, &call.call.slug);
    view::PlanCall {
        page: view::Link {
            title: page.chrome(&call.call.title).to_owned(),
            href: page.link(&call_address(page, call)),
        },
        dossier: call.form.as_ref().map(|_| {
            let to = Address::dossier(&page.words.lang, &call.region.slug, &call.call.slug);
            view::Link { title: page.words.say("dossier_of_call", &args), href: page.link(&to) }
        }),
        json: view::Link { title: page.words.say("export_call", &args), href: page.link(&data) },
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
        | ExportFormat::Grants
        | ExportFormat::Calendar
        | ExportFormat::Atom
        | ExportFormat::JsonFeed
        | ExportFormat::Call
        | ExportFormat::Dossier(_) => return None,
        #[cfg(feature = "pdf")]
        ExportFormat::CallText => return None,
    };
    Some(view::Link { title: page.words.say(name, &[]), href: page.link(&export.address) })
}

fn region_link(page: &PageContext<'_>, region: &SiteRegion) -> view::Link {
    let region = &region.region;
    view::Link {
        title: page.chrome(&region.territory.name).to_owned(),
        href: page.link(&Address::page(&page.words.lang, region.slug.as_str())),
    }
}

/// The finder that needs no script.
pub fn departments_page(page: &PageContext<'_>) -> view::Departments {
    let site = page.shared.site;
    let mut rows: Vec<view::DepartmentRow> = Vec::new();
    for region in &site.regions {
        let link = region_link(page, region);
        for department in &region.region.territory.departments {
            rows.push(view::DepartmentRow {
                code: department.code.clone(),
                name: department.name.clone(),
                region: link.clone(),
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
            departments: departments(&known),
        })
    });
    view::Departments { exceptions: exceptions.collect(), rows }
}

/// The choice of languages; on the 404 page links start at the site's own path.
pub fn root(page: &PageContext<'_>, prefix: Option<&str>) -> view::Root {
    let settings = &page.shared.site.settings;
    let languages = settings.languages.iter().map(|language| {
        let words = page.shared.words(&language.lang);
        let home = Address::home(&language.lang);
        view::RootLanguage {
            code: language.lang.to_string(),
            name: words.autonym.clone(),
            title: settings.title.show(&language.lang).value.clone(),
            href: match prefix {
                Some(prefix) => format!("{prefix}{home}"),
                None => page.link(&home),
            },
            not_found: words.say("not_found", &[]),
            not_found_help: words.say("not_found_help", &[]),
            go_home: words.say("go_home", &[]),
        }
    });
    view::Root { languages: languages.collect() }
}

/// A call's status with its words, and those to come.
pub fn status(words: &Words, call: &RegionalCall, now: Timestamp) -> view::Status {
    let label = |stage: Stage| words.say(&format!("status_{}", stage.name()), &[]);
    let stage = call.stage(now);
    let turns = call.life().into_iter().filter(|turn| turn.from > now).map(|turn| view::Turn {
        from: whole_second(turn.from).to_string(),
        id: turn.stage.name().to_owned(),
        label: label(turn.stage),
    });
    view::Status { id: stage.name().to_owned(), label: label(stage), turns: turns.collect() }
}

/// The day on which statuses were established, in Paris, so that it is the same on every page.
pub fn as_of(page: &PageContext<'_>, name: &str) -> String {
    let now = page.shared.site.now.to_zoned(page.shared.paris.rules.clone());
    page.words.say(name, &[("date", Arg::Text(&page.words.day(now.date())))])
}

/// The directorate.
pub fn service(page: &PageContext<'_>, service: &Service) -> view::Service {
    view::Service {
        acronym: service.acronym.clone(),
        name: page.text(&service.name),
        site: service.site.clone(),
        host: host(&service.site).to_owned(),
    }
}

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

/// Departments with their names.
pub fn departments(departments: &[Department]) -> Vec<view::Department> {
    let named = departments.iter().map(|department| view::Department {
        code: department.code.clone(),
        name: department.name.clone(),
    });
    named.collect()
}

/// Someone to ask.
pub fn contact(page: &PageContext<'_>, contact: &Contact) -> view::Contact {
    let dialled = |phone: &String| {
        let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        view::Link { title: phone.clone(), href: format!("tel:{digits}") }
    };
    let link = |link: &String| view::Link { title: host(link).to_owned(), href: link.clone() };
    view::Contact {
        role: page.text(&contact.role),
        name: contact.name.clone(),
        email: contact.email.clone(),
        phone: contact.phone.as_ref().map(dialled),
        link: contact.link.as_ref().map(link),
        departments: departments(&contact.departments),
    }
}

/// The service's own site, for a region that declares no contact.
pub fn default_contact(page: &PageContext<'_>, service: &Service) -> view::Contact {
    view::Contact {
        role: view::Text { text: page.words.say("default_contact", &[]), lang: None },
        name: None,
        email: None,
        phone: None,
        link: Some(view::Link {
            title: host(&service.site).to_owned(),
            href: service.site.clone(),
        }),
        departments: Vec::new(),
    }
}
