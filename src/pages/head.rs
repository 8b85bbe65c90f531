//! What every page has around its content: head, languages, trail, footer.

use super::html::Footnotes;
use super::view::{Alternate, Counted, Feed, Language, Link, Page as PageView, Site as SiteView};
use super::{site, structured};
use crate::model::address::Address;
use crate::model::id::Lang;
use crate::model::region::Region;
use crate::model::regional::RegionalCall;
use crate::model::site::{LEGAL_PAGES, PLAN_PAGE, Page, SiteRegion, Subject};
use crate::tell::context::{PageContext, SiteContext, accessibility_state};
use crate::words::{Arg, Words};

/// The site as one language shows it.
pub fn site(page: PageContext<'_>) -> SiteView {
    let settings = &page.shared.site.settings;
    let state = accessibility_state(page.shared, page.words);
    let notice = settings.notice.as_ref();
    let days_left = page.words.forms("days_left").into_iter();
    SiteView {
        title: page.text(&settings.title),
        tagline: settings.tagline.as_ref().map(|tagline| page.text(tagline)),
        accessibility: page.words.say("accessibility_state", &[("state", Arg::Text(&state))]),
        notice: notice.map(|notice| {
            let mut notes = Footnotes::apart("avis-");
            let mut rich = page.rich(notice, None, &mut notes);
            rich.html.push_str(&notes.html());
            rich
        }),
        days_left: days_left
            .map(|form| Counted { category: form.category, text: form.text })
            .collect(),
        plurals: page.words.formats(),
    }
}

/// What differs from page to page.
pub fn page(context: &PageContext<'_>, page: &Page, title: &str, description: &str) -> PageView {
    let shared = context.shared;
    let site_title = context.chrome(&shared.site.settings.title).to_owned();
    let title = if title == site_title { site_title } else { format!("{title} – {site_title}") };
    let not_found = matches!(page.subject, Subject::NotFound);
    let reference = shared.site.settings.reference();
    let root = if not_found { shared.site.base_path().to_owned() } else { page.address.to_root() };
    let noindex = not_found || !page.complete || context.call.is_some_and(|call| call.draft);
    PageView {
        title,
        description: description.to_owned(),
        home: root_link(context, &root, not_found, &page.lang),
        canonical: shared.absolute(&canonical(page, reference)),
        alternates: if page.complete { alternates(shared, page) } else { Vec::new() },
        languages: languages(context, page, &root, not_found),
        breadcrumb: breadcrumb(context, page),
        feeds: feeds(context, page),
        untranslated: untranslated(context, page, reference),
        locale: locale(context.words),
        structured: if noindex { String::new() } else { structured::block(context, page) },
        noindex,
        footer: footer(context, &root, not_found),
        root,
    }
}

/// A link that holds on the 404 page too, which servers show at any depth.
fn root_link(context: &PageContext<'_>, root: &str, not_found: bool, lang: &Lang) -> String {
    link(context, root, not_found, &Address::home(lang))
}

fn link(context: &PageContext<'_>, root: &str, not_found: bool, to: &Address) -> String {
    if not_found { format!("{root}{}", to.encoded()) } else { context.link(to) }
}

/// The address to index: the reference language's, when the page only repeats it.
fn canonical(page: &Page, reference: &Lang) -> Address {
    if page.complete {
        page.address.clone()
    } else {
        page.address.in_language(&page.lang, reference)
    }
}

/// The language as Open Graph names it.
fn locale(words: &Words) -> String {
    words.say("open_graph_locale", &[])
}

/// Absolute addresses of the page in its languages, then `x-default`.
pub fn alternates(shared: &SiteContext<'_>, page: &Page) -> Vec<Alternate> {
    let of = |lang: &Lang| shared.absolute(&page.address.in_language(&page.lang, lang));
    let mut alternates: Vec<Alternate> = page
        .languages
        .iter()
        .map(|lang| Alternate {
            lang: lang.to_string(),
            href: of(lang),
            locale: (*lang != page.lang).then(|| locale(shared.words(lang))),
        })
        .collect();
    if let Some(first) = page.languages.first() {
        let lang = "x-default".to_owned();
        alternates.push(Alternate { lang, href: of(first), locale: None });
    }
    alternates
}

fn languages(context: &PageContext<'_>, page: &Page, root: &str, not_found: bool) -> Vec<Language> {
    let everywhere = matches!(page.subject, Subject::Root | Subject::NotFound);
    let settings = &context.shared.site.settings;
    let languages = settings.languages.iter().map(|language| {
        let to = if everywhere {
            Address::home(&language.lang)
        } else {
            page.address.in_language(&page.lang, &language.lang)
        };
        Language {
            code: language.lang.to_string(),
            name: context.shared.words(&language.lang).autonym.clone(),
            href: link(context, root, not_found, &to),
            current: !everywhere && language.lang == page.lang,
        }
    });
    languages.collect()
}

fn region_of(context: &PageContext<'_>, call: &RegionalCall) -> Link {
    let region = &call.region;
    let to = Address::page(&context.words.lang, region.slug.as_str());
    let title = context.chrome(&region.territory.name).to_owned();
    Link { title, href: context.link(&to) }
}

/// The way from the home page to this one, whose link is empty.
pub fn breadcrumb(context: &PageContext<'_>, page: &Page) -> Vec<Link> {
    let words = context.words;
    let settings = &context.shared.site.settings;
    let home = Link {
        title: context.chrome(&settings.title).to_owned(),
        href: context.link(&Address::home(&page.lang)),
    };
    let here = |title: String| Link { title, href: String::new() };
    match &page.subject {
        Subject::Home | Subject::Root | Subject::NotFound => Vec::new(),
        Subject::Region(rank) => {
            let region = &context.shared.site.regions[*rank].region;
            vec![home, here(context.chrome(&region.territory.name).to_owned())]
        }
        Subject::Call(call) => {
            vec![home, region_of(context, call), here(call.call.short.clone())]
        }
        Subject::Dossier(call) => {
            let to = Address::call(&page.lang, &call.region.slug, &call.call.slug);
            let short = Link { title: call.call.short.clone(), href: context.link(&to) };
            vec![home, region_of(context, call), short, here(words.say("form_title", &[]))]
        }
        Subject::Text(text) => vec![home, here(context.chrome(&text.title).to_owned())],
        Subject::Plan => vec![home, here(words.say("plan_title", &[]))],
        Subject::Departments => vec![home, here(words.say("departments_title", &[]))],
    }
}

fn feeds(context: &PageContext<'_>, page: &Page) -> Vec<Feed> {
    let site = context.shared.site;
    let title = context.chrome(&site.settings.title);
    let of = |region: &Region, told: bool| told.then(|| site::region_feeds(context, region));
    let (region, addresses) = match &page.subject {
        Subject::NotFound | Subject::Root => return Vec::new(),
        Subject::Region(rank) => {
            let SiteRegion { region, calls } = &site.regions[*rank];
            (Some(region), of(region, !calls.is_empty()))
        }
        Subject::Call(call) | Subject::Dossier(call) => {
            (Some(&call.region), of(&call.region, !call.draft))
        }
        _ => (None, site::site_feeds(context)),
    };
    let title = match region {
        Some(region) => format!("{title} – {}", context.chrome(&region.territory.name)),
        None => title.to_owned(),
    };
    let title = context.words.say("feed_title", &[("site", Arg::Text(&title))]);
    let kinds = ["application/atom+xml", "application/feed+json"];
    let feeds = kinds.into_iter().zip(addresses.into_iter().flatten());
    let feeds =
        feeds.map(|(kind, to)| Feed { title: title.clone(), kind, href: context.link(&to) });
    feeds.collect()
}

fn untranslated(context: &PageContext<'_>, page: &Page, reference: &Lang) -> Option<String> {
    if page.complete {
        return None;
    }
    let shown: &Words = context.shared.words(reference);
    let language = context.words.language(shown);
    Some(context.words.say("untranslated", &[("language", Arg::Text(&language))]))
}

fn footer(context: &PageContext<'_>, root: &str, not_found: bool) -> Vec<Link> {
    let texts = &context.shared.site.texts;
    let lang = &context.words.lang;
    let to = |name: &str| link(context, root, not_found, &Address::page(lang, name));
    let legal = LEGAL_PAGES.iter().filter_map(|name| {
        let text = texts.iter().find(|text| text.slug.as_str() == *name)?;
        Some(Link { title: context.chrome(&text.title).to_owned(), href: to(name) })
    });
    let plan = Link { title: context.words.say("plan_title", &[]), href: to(PLAN_PAGE) };
    legal.chain([plan]).collect()
}
