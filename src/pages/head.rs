//! What every page has around its content: head, languages, trail, footer.

use super::context::{PageContext, phrase};
use super::view::{
    Alternate, Assets, Feed, Language, Link, Page as PageView, Picture, Site as SiteView, Theme,
};
use super::{files, menu, structured, trail, view};
use crate::html::Footnotes;
use crate::model::address::Address;
use crate::model::brand::Brand;
use crate::model::document::SharedPicture;
use crate::model::id::Lang;
use crate::model::localized::Localized;
use crate::model::region::Region;
use crate::model::regional::RegionalCall;
use crate::model::site::{
    ACCESSIBILITY_PAGE, LEGAL_PAGES, PLAN_PAGE, Page, SEARCH_PAGE, SiteRegion, Subject,
};
use crate::tell::head::Head;
use crate::tell::picture;
use crate::tell::text::Texts;
use crate::tell::values::accessibility_state;
use crate::tell::voice::{SiteContext, Voice};
use crate::words::{Arg, Counted, Form};

/// The site as one language shows it.
pub fn site(page: &PageContext<'_>) -> SiteView {
    let settings = &page.voice.shared.site.settings;
    let notice = settings.notice.as_ref();
    let Counted { formats, sentences } = page.voice.words.forms(["days_left", "days_until"]);
    let [days_left, days_until] = sentences.map(|forms| {
        let form = |form: Form| view::Counted { category: form.category, text: form.text };
        forms.into_iter().map(form).collect()
    });
    SiteView {
        title: phrase(&page.voice.phrase(&settings.title)),
        tagline: settings.tagline.as_ref().map(|tagline| phrase(&page.voice.phrase(tagline))),
        accessibility: (!page.voice.shared.site.has_page(ACCESSIBILITY_PAGE))
            .then(|| mention(page)),
        notice: notice.map(|notice| {
            let mut notes = Footnotes::apart("avis-");
            let mut rich = page.rich(&Texts::new(page.voice).text(notice, None), &mut notes);
            rich.html.push_str(&notes.html());
            rich
        }),
        days_left,
        days_until,
        plurals: formats,
        brand: brand(page, &settings.brand),
    }
}

fn brand(page: &PageContext<'_>, brand: &Brand) -> view::Brand {
    let shown = |text: &Option<Localized<String>>| {
        text.as_ref().map(|text| phrase(&page.voice.phrase(text)))
    };
    let links = brand.links.iter().map(|link| Link {
        title: page.voice.around(&link.title).to_owned(),
        href: link.address.clone(),
    });
    view::Brand {
        ministry: shown(&brand.ministry),
        operator: shown(&brand.operator),
        motto: shown(&brand.motto),
        links: links.collect(),
        mourning: brand.mourning,
    }
}

/// "Accessibilité : non conforme", which the law wants on every page.
fn mention(page: &PageContext<'_>) -> String {
    let words = page.voice.words;
    let state = accessibility_state(page.voice.shared, words);
    words.say("accessibility_state", &[("state", Arg::Text(&state))])
}

/// What differs from page to page.
pub fn page(context: &PageContext<'_>, page: &Page, told: Head) -> PageView {
    let shared = context.voice.shared;
    let not_found = matches!(page.subject, Subject::NotFound);
    let reference = shared.site.settings.reference();
    let root = root(shared, page);
    let to = |to: &Address| link(context, &root, not_found, to);
    let moved = matches!(page.subject, Subject::Moved { .. });
    let noindex = !page.is_indexed();
    PageView {
        title: told.title,
        description: told.description,
        home: to(&Address::home(&page.lang)),
        canonical: shared.absolute(&canonical(page, reference)),
        alternates: if page.complete && !moved { alternates(shared, page) } else { Vec::new() },
        languages: languages(context, page, &root, not_found),
        menu: menu::entries(context, page, &to),
        search: to(&Address::page(&page.lang, SEARCH_PAGE)),
        breadcrumb: breadcrumb(context, page),
        feeds: feeds(context, page),
        untranslated: untranslated(context, page, reference),
        locale: context.voice.words.open_graph_locale(),
        picture: picture(context).filter(|_| !noindex),
        structured: if noindex { String::new() } else { structured::block(context, page) },
        noindex,
        footer: footer(context, &root, not_found),
        root,
    }
}

/// What the theme says of itself.
pub fn theme(shared: &SiteContext<'_>) -> Theme {
    Theme { name: shared.theme.identity.name.clone() }
}

/// What a page made by `template` takes from the theme.
pub fn assets(shared: &SiteContext<'_>, template: &str) -> Assets {
    let identity = &shared.theme.identity;
    let kind = template.trim_end_matches(".html");
    Assets {
        styles: identity.styles_of(kind).map(str::to_owned).collect(),
        fonts: identity.fonts.clone(),
    }
}

/// The prefix to the root of the site, from any depth on the 404 page.
fn root(shared: &SiteContext<'_>, page: &Page) -> String {
    match page.subject {
        Subject::NotFound => shared.site.base_path().to_owned(),
        _ => page.address.to_root(),
    }
}

/// A link that holds on the 404 page too, which servers show at any depth.
fn link(context: &PageContext<'_>, root: &str, not_found: bool, to: &Address) -> String {
    if not_found { format!("{root}{}", to.encoded()) } else { context.link(to) }
}

/// The address to index: the reference language's, when the page only repeats it.
fn canonical(page: &Page, reference: &Lang) -> Address {
    let address = match &page.subject {
        Subject::Embedded(call, _) | Subject::Partial(call, _) => return of_call(&page.lang, call),
        Subject::Moved { to, .. } => to,
        _ => &page.address,
    };
    if page.complete { address.clone() } else { address.in_language(&page.lang, reference) }
}

/// The picture of the call that the page tells of, else that of the site.
fn picture(context: &PageContext<'_>) -> Option<Picture> {
    let Voice { shared, words, content, call, .. } = context.voice;
    if shared.site.pictures.is_empty() {
        return None;
    }
    // Of a draft nothing is published.
    let (address, told) = match call.filter(|call| !call.draft) {
        Some(call) => (
            Address::call_picture(content, &call.region.slug, &call.call.slug),
            picture::of_call(context.voice, call),
        ),
        None => (Address::site_picture(&words.lang), picture::of_site(context.voice)),
    };
    Some(Picture {
        href: shared.absolute(&address),
        alternative: told.alternative,
        width: SharedPicture::WIDTH,
        height: SharedPicture::HEIGHT,
    })
}

/// The language as Open Graph names it.
/// Absolute addresses of the page in its languages, then `x-default`.
fn alternates(shared: &SiteContext<'_>, page: &Page) -> Vec<Alternate> {
    let alternates = page.alternates().map(|(lang, address)| Alternate {
        lang: lang.map_or("x-default", Lang::as_str).to_owned(),
        href: shared.absolute(&address),
        locale: lang
            .filter(|lang| **lang != page.lang)
            .map(|lang| shared.words(lang).open_graph_locale()),
    });
    alternates.collect()
}

fn languages(context: &PageContext<'_>, page: &Page, root: &str, not_found: bool) -> Vec<Language> {
    let everywhere = matches!(page.subject, Subject::Root | Subject::NotFound);
    let (own, shown) = match &page.subject {
        Subject::Partial(call, lang) => (of_call(&page.lang, call), lang),
        _ => (page.address.clone(), &page.lang),
    };
    let settings = &context.voice.shared.site.settings;
    let languages = settings.languages.iter().map(|language| {
        let to = if everywhere {
            Address::home(&language.lang)
        } else {
            own.in_language(&page.lang, &language.lang)
        };
        Language {
            code: language.lang.to_string(),
            name: context.voice.shared.words(&language.lang).autonym.clone(),
            href: link(context, root, not_found, &to),
            current: !everywhere && language.lang == *shown,
            partial: false,
        }
    });
    let partial = match &page.subject {
        Subject::Call(call) | Subject::Partial(call, _) => &call.partial[..],
        _ => &[],
    };
    let partial = partial.iter().map(|language| Language {
        code: language.lang.to_string(),
        name: language.name.clone(),
        href: context.link(&own.in_language(&page.lang, &language.lang)),
        current: language.lang == *shown,
        partial: true,
    });
    languages.chain(partial).collect()
}

fn of_call(lang: &Lang, call: &RegionalCall) -> Address {
    Address::call(lang, &call.region.slug, &call.call.slug)
}

/// The way from the home page to this one, whose link is empty.
fn breadcrumb(context: &PageContext<'_>, page: &Page) -> Vec<Link> {
    let steps = trail::of(context.voice, page).into_iter();
    let href = |to: Option<Address>| to.map(|to| context.link(&to)).unwrap_or_default();
    steps.map(|step| Link { title: step.title, href: href(step.to) }).collect()
}

fn feeds(context: &PageContext<'_>, page: &Page) -> Vec<Feed> {
    let site = context.voice.shared.site;
    let title = context.voice.around(&site.settings.title);
    let of = |region: &Region, told: bool| told.then(|| files::region_feeds(context, region));
    let (region, addresses) = match &page.subject {
        Subject::NotFound | Subject::Root | Subject::Embedded(..) => return Vec::new(),
        Subject::Region(rank) => {
            let SiteRegion { region, calls, .. } = &site.regions[*rank];
            (Some(region), of(region, !calls.is_empty()))
        }
        Subject::Call(call) | Subject::Partial(call, _) | Subject::Dossier(call) => {
            (Some(&call.region), of(&call.region, !call.draft))
        }
        _ => (None, files::site_feeds(context)),
    };
    let title = match region {
        Some(region) => format!("{title} – {}", context.voice.around(&region.territory.name)),
        None => title.to_owned(),
    };
    let title = context.voice.words.say("feed_title", &[("site", Arg::Text(&title))]);
    let kinds = ["application/atom+xml", "application/feed+json"];
    let feeds = kinds.into_iter().zip(addresses.into_iter().flatten());
    let feeds =
        feeds.map(|(kind, to)| Feed { title: title.clone(), kind, href: context.link(&to) });
    feeds.collect()
}

fn untranslated(context: &PageContext<'_>, page: &Page, reference: &Lang) -> Option<String> {
    if page.complete || matches!(page.subject, Subject::Moved { .. } | Subject::Partial(..)) {
        return None;
    }
    let shown = context.voice.shared.words(reference);
    let language = context.voice.words.language(shown);
    Some(context.voice.words.say("untranslated", &[("language", Arg::Text(&language))]))
}

fn footer(context: &PageContext<'_>, root: &str, not_found: bool) -> Vec<Link> {
    let texts = &context.voice.shared.site.texts;
    let lang = &context.voice.words.lang;
    let to = |name: &str| link(context, root, not_found, &Address::page(lang, name));
    let legal = LEGAL_PAGES.iter().filter_map(|name| {
        let text = texts.iter().find(|text| text.slug.as_str() == *name)?;
        let title = match *name {
            ACCESSIBILITY_PAGE => mention(context),
            _ => context.voice.around(&text.title).to_owned(),
        };
        Some(Link { title, href: to(name) })
    });
    let plan = Link { title: context.voice.words.say("plan_title", &[]), href: to(PLAN_PAGE) };
    legal.chain([plan]).collect()
}
