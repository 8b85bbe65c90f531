//! Where a region is: the map of the site's regions, its own square marked.

use super::context::PageContext;
use super::view::{Marker, Square};
use crate::model::id::Slug;
use crate::model::region::Region;
use crate::model::territory::Tile;

/// The map with the square of `region`; none where there is nothing to tell it from.
pub fn marker(page: &PageContext<'_>, region: &Region) -> Option<Marker> {
    let regions = page.voice.shared.site.regions.iter().map(|one| &one.region);
    let placed = regions.filter_map(|one| Some((&one.slug, one.territory.tile.as_ref()?)));
    let tiles: Vec<(&Slug, &Tile)> = placed.collect();
    let own = tiles.iter().find(|(slug, _)| **slug == region.slug).map(|(_, tile)| square(tile))?;
    let others = tiles.iter().filter(|(slug, _)| **slug != region.slug);
    let others: Vec<Square> = others.map(|(_, tile)| square(tile)).collect();
    let rank = |of: fn(&Tile) -> u32| tiles.iter().map(|(_, tile)| of(tile) + 1).max();
    (!others.is_empty()).then_some(Marker {
        columns: rank(|tile| tile.column)?,
        rows: rank(|tile| tile.row)?,
        others,
        own,
    })
}

fn square(tile: &Tile) -> Square {
    Square { column: tile.column, row: tile.row }
}
