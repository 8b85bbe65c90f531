//! Atom 1.0 (RFC 4287).

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::changes::{Author, Change};
use super::feed::{Feed, feed};
use crate::model::export::Export;
use crate::model::xml::is_allowed;
use crate::tell::voice::SiteContext;

type Out = Writer<Vec<u8>>;

/// The feed of a scope.
pub fn xml(shared: &SiteContext<'_>, export: &Export) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new());
    // Writing to memory cannot fail.
    write(&mut writer, &feed(shared, export)).expect("memory takes every byte");
    writer.into_inner()
}

fn write(writer: &mut Out, feed: &Feed<'_>) -> std::io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("feed")
        .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
        .with_attribute(("xml:lang", feed.lang.as_str()))
        .write_inner_content(|writer| {
            element(writer, "id", &feed.id)?;
            element(writer, "title", &feed.title)?;
            element(writer, "updated", &feed.updated)?;
            author(writer, &feed.author)?;
            link(writer, ("self", "application/atom+xml"), &feed.own)?;
            link(writer, ("alternate", "text/html"), &feed.page)?;
            element(writer, "generator", "canevas")?;
            feed.changes.iter().try_for_each(|change| entry(writer, feed, change))
        })?;
    Ok(())
}

fn entry(writer: &mut Out, feed: &Feed<'_>, change: &Change) -> std::io::Result<()> {
    let mut element_of_entry = writer.create_element("entry");
    if change.lang != *feed.lang {
        element_of_entry = element_of_entry.with_attribute(("xml:lang", change.lang.as_str()));
    }
    element_of_entry.write_inner_content(|writer| {
        element(writer, "id", &change.id)?;
        element(writer, "title", &change.title)?;
        element(writer, "published", &change.updated)?;
        element(writer, "updated", &change.updated)?;
        if change.author != feed.author {
            author(writer, &change.author)?;
        }
        link(writer, ("alternate", "text/html"), &change.url)?;
        let (term, label) = &change.category;
        let category = writer.create_element("category").with_attribute(("term", term.as_str()));
        category.with_attribute(("label", label.as_str())).write_empty()?;
        let content = writer.create_element("content").with_attribute(("type", "html"));
        content.write_text_content(BytesText::new(&allowed(&change.html)))?;
        Ok(())
    })?;
    Ok(())
}

fn author(writer: &mut Out, author: &Author) -> std::io::Result<()> {
    writer.create_element("author").write_inner_content(|writer| {
        element(writer, "name", &author.name)?;
        element(writer, "uri", &author.site)
    })?;
    Ok(())
}

fn link(writer: &mut Out, (rel, kind): (&str, &str), href: &str) -> std::io::Result<()> {
    let link = writer.create_element("link").with_attribute(("rel", rel));
    link.with_attribute(("type", kind)).with_attribute(("href", href)).write_empty()?;
    Ok(())
}

fn element(writer: &mut Out, name: &str, words: &str) -> std::io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(&allowed(words)))?;
    Ok(())
}

/// Without what XML cannot hold.
fn allowed(words: &str) -> String {
    words.chars().filter(|c| is_allowed(*c)).collect()
}
