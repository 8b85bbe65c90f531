//! The key `marque:` of `canevas.yaml` becomes a [`Brand`].

use super::reader::Reader;
use super::yaml::Node;
use crate::model::brand::{Brand, BrandLink};

/// Reads who the site comes from.
pub fn brand<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Brand> {
    let mut fields = r.record(node)?;
    let ministry = fields.optional(r, "ministere", Reader::localized);
    let operator = fields.optional(r, "operateur", Reader::localized);
    let motto = fields.optional(r, "devise", Reader::localized);
    let links = fields.optional(r, "liens", |r, node| r.list(node, link)).unwrap_or_default();
    let mourning = fields.optional(r, "deuil", Reader::boolean).unwrap_or_default();
    fields.finish(r);
    Some(Brand { ministry, operator, motto, links, mourning })
}

fn link<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<BrandLink> {
    let mut fields = r.record(node)?;
    let title = fields.required(r, "titre", Reader::localized);
    let address = fields.required(r, "adresse", Reader::web_address);
    fields.finish(r);
    Some(BrandLink { title: title?, address: address? })
}
