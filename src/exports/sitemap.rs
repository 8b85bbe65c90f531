//! `sitemap.xml` with language alternates (sitemaps.org 0.9, and Google's `xhtml:link` extension).

use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::model::site::{Page, Subject};
use crate::tell::voice::SiteContext;

/// The map of every page that is to be indexed.
pub fn xml(shared: &SiteContext<'_>, pages: &[Page]) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new());
    // Writing to memory cannot fail.
    write(&mut writer, shared, pages).expect("memory takes every byte");
    writer.into_inner()
}

fn write(
    writer: &mut Writer<Vec<u8>>,
    shared: &SiteContext<'_>,
    pages: &[Page],
) -> std::io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("urlset")
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
        .with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"))
        .write_inner_content(|writer| {
            pages
                .iter()
                .filter(|page| is_indexed(page))
                .try_for_each(|page| url(writer, shared, page))
        })?;
    Ok(())
}

fn is_indexed(page: &Page) -> bool {
    page.is_indexed() && !matches!(page.subject, Subject::Root)
}

fn url(writer: &mut Writer<Vec<u8>>, shared: &SiteContext<'_>, page: &Page) -> std::io::Result<()> {
    let location = shared.absolute(&page.address);
    writer.create_element("url").write_inner_content(|writer| {
        writer.create_element("loc").write_text_content(BytesText::new(&location))?;
        if let Some(date) = last_told(shared, page) {
            let date = date.to_string();
            writer.create_element("lastmod").write_text_content(BytesText::new(&date))?;
        }
        for (lang, address) in page.alternates() {
            writer
                .create_element("xhtml:link")
                .with_attribute(("rel", "alternate"))
                .with_attribute(("hreflang", lang.map_or("x-default", Lang::as_str)))
                .with_attribute(("href", shared.absolute(&address).as_str()))
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The day of the last change that a region has told of, which is never the day of a build: a date that moves without a
/// change is one that robots learn to ignore. None for pages of which nothing tells when they change.
fn last_told(shared: &SiteContext<'_>, page: &Page) -> Option<Date> {
    let now = shared.site.now;
    let of_call = |call: &RegionalCall| call.last_change(now);
    let last = match &page.subject {
        Subject::Home => {
            let calls = shared.site.regions.iter().flat_map(|region| &region.calls);
            calls.map(|call| of_call(call)).max()
        }
        Subject::Region(rank) => {
            shared.site.regions[*rank].calls.iter().map(|call| of_call(call)).max()
        }
        Subject::Call(call) => Some(of_call(call)),
        // It tells of its deadlines, and of no news.
        Subject::Dossier(call) => {
            let moved = call.steps.iter().flat_map(|step| call.changes(step, now));
            Some(moved.fold(call.call.published, Date::max))
        }
        _ => None,
    };
    // What is dated later has not changed yet.
    last.filter(|date| *date <= shared.paris.day_of(now))
}
