//! Every other page, and the pieces that pages share.

use super::context::{PageContext, phrase};
use super::{files, marker, parts, scope, subscription, view};
use crate::html::Footnotes;
use crate::model::address::Address;
use crate::model::export::{Export, ExportFormat};
use crate::model::regional::RegionalCall;
use crate::model::regional::stage::Stage;
use crate::model::site::{CALENDAR_PAGE, DEPARTMENTS_PAGE, SiteRegion, TextPage};
use crate::model::territory::{Department, POSTAL_EXCEPTIONS, department};
use crate::tell::head::named_in_region;
use crate::tell::scope as told_scope;
use crate::tell::text::Texts;
use crate::tell::voice::Voice;
use crate::tell::{card, contacts};
use crate::words::{Arg, grammar};

/// The home page of a language.
pub fn home(page: &PageContext<'_>) -> view::Home {
    let site = page.voice.shared.site;
    let mut calls: Vec<&RegionalCall> = Vec::new();
    for call in site.regions.iter().flat_map(|region| &region.calls) {
        if !calls.iter().any(|known| known.call.slug == call.call.slug) {
            calls.push(call);
        }
    }
    // The newest call first.
    calls.sort_by(|a, b| (b.call.published, &a.call.slug).cmp(&(a.call.published, &b.call.slug)));
    let mut calls: Vec<_> = calls.into_iter().map(|call| home_call(page, call)).collect();
    calls.sort_by_key(|call| call.archived);
    let exceptions =
        POSTAL_EXCEPTIONS.iter().map(|(postal, codes)| format!("{postal}:{}", codes.join(",")));
    let has_day = site.regions.iter().any(SiteRegion::has_day);
    let calendar = has_day.then(|| Address::site_calendar(files::site_language(page)));
    let title = page.voice.around(&site.settings.title);
    view::Home {
        calls,
        departments: page.link(&Address::page(&page.voice.words.lang, DEPARTMENTS_PAGE)),
        postal_exceptions: exceptions.collect::<Vec<_>>().join(" "),
        as_of: as_of(page, "situation_as_of"),
        calendar_href: calendar.as_ref().map(|calendar| page.link(calendar)),
        subscription: calendar.map(|file| subscription::subscription(page, &file, title)),
        feed_href: files::feed_link(page, files::site_feeds(page)),
    }
}

fn home_call(page: &PageContext<'_>, first: &RegionalCall) -> view::HomeCall {
    let national = &first.call;
    let site = page.voice.shared.site;
    let regions = site.regions.iter().flat_map(|region| &region.calls);
    let published = regions.filter(|call| call.call.slug == national.slug);
    let published: Vec<&RegionalCall> = published.map(|call| &**call).collect();
    let mut regions: Vec<view::HomeRegion> =
        published.iter().map(|call| home_region(page, call)).collect();
    regions
        .sort_by(|a, b| page.voice.words.order(&a.name, &b.name).then_with(|| a.slug.cmp(&b.slug)));
    let tiles = published.iter().filter_map(|call| tile(page, call));
    let mut tiles: Vec<view::Tile> = tiles.chain(scope::absent_tiles(page, first)).collect();
    tiles.sort_by_key(|tile| (tile.row, tile.column));
    let archived = published.iter().all(|call| call.stage(site.now) == Stage::Archived);
    if tiles.len() == 1 || archived {
        tiles.clear();
    }
    view::HomeCall {
        id: national.slug.to_string(),
        archived,
        title: phrase(&page.voice.phrase(&national.title)),
        summary: phrase(&page.voice.phrase(&national.summary)),
        issuer: phrase(&page.voice.phrase(&national.issuer)),
        highlights: parts::highlights(&card::national_figures(page.voice, first)),
        columns: tiles.iter().map(|tile| tile.column + 1).max().unwrap_or_default(),
        rows: tiles.iter().map(|tile| tile.row + 1).max().unwrap_or_default(),
        absences: scope::absences(page, &published),
        regions,
        tiles,
    }
}

fn home_region(page: &PageContext<'_>, call: &RegionalCall) -> view::HomeRegion {
    let card = card::card(page.voice, call);
    let region = &call.region;
    let codes: Vec<&str> = call.departments().iter().map(|d| &*d.code).collect();
    view::HomeRegion {
        slug: region.slug.to_string(),
        name: page.voice.around(&region.territory.name).to_owned(),
        href: page.link(&call_address(page, call)),
        service: region.service.acronym.clone(),
        status: parts::status(&card.status),
        deadline: parts::deadline_of(&card),
        departments: codes.join(" "),
        limits: told_scope::limits(page.voice, call),
        shut: scope::shut(page, call),
        shares: scope::shares(page, region),
    }
}

fn tile(page: &PageContext<'_>, call: &RegionalCall) -> Option<view::Tile> {
    let territory = &call.region.territory;
    let tile = territory.tile.as_ref()?;
    Some(view::Tile {
        column: tile.column,
        row: tile.row,
        label: tile.label.clone(),
        name: page.voice.around(&territory.name).to_owned(),
        href: page.link(&call_address(page, call)),
        status: Some(parts::status(&card::status(page.voice, call))),
        absence: None,
    })
}

fn call_address(page: &PageContext<'_>, call: &RegionalCall) -> Address {
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
    view::Search { plan: plan(page) }
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
        json: view::Link {
            title: page.voice.words.say("export_call", &args),
            href: page.link(&data),
        },
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
    view::Departments { exceptions: exceptions.collect(), rows }
}

/// The choice of languages; on the 404 page links start at the site's own path.
pub fn root(page: &PageContext<'_>, prefix: Option<&str>) -> view::Root {
    let settings = &page.voice.shared.site.settings;
    let languages = settings.languages.iter().map(|language| {
        let words = page.voice.shared.words(&language.lang);
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

/// The day on which statuses were established, in Paris, so that it is the same on every page.
pub fn as_of(page: &PageContext<'_>, name: &str) -> String {
    said_of_the_day(page.voice, name)
}

fn said_of_the_day(voice: Voice<'_>, name: &str) -> String {
    let now = voice.shared.site.now.to_zoned(voice.shared.paris.rules.clone());
    voice.words.say(name, &[("date", Arg::Text(&voice.words.day(now.date())))])
}

/// What is said beside the page of a call on another site; `href` leads to the page.
pub fn embedded(voice: Voice<'_>, call: &RegionalCall, href: String) -> view::Embedded {
    let title = named_in_region(voice, call);
    let title = voice.words.say("embedded_page", &[("title", Arg::Text(&title))]);
    let stamp = said_of_the_day(voice, "embedded_as_of");
    view::Embedded { stamp, page: view::Link { title, href } }
}
