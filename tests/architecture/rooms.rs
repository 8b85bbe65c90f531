//! Who may name whom, from room to room.

use std::collections::{BTreeMap, BTreeSet};

use super::names::How;
use super::program::{PROGRAM, Program, Target, stands_in};
use super::tables::ROOMS;

/// From a room to each that it names, with the first line that does.
pub type Arrows = BTreeMap<(&'static str, &'static str), String>;

#[test]
fn rooms_name_only_those_below() {
    let found = arrows(&PROGRAM, ROOMS);
    let known: BTreeSet<_> =
        ROOMS.iter().flat_map(|(room, named)| named.iter().map(|n| (*room, *n))).collect();
    let new = found.iter().filter(|(arrow, _)| !known.contains(*arrow));
    let new = new.map(|((room, named), line)| format!("{line}: {room} names {named}"));
    let stale = known.iter().filter(|arrow| !found.contains_key(*arrow));
    let stale = stale.map(|(room, named)| format!("{room} names {named} no more: strike it out"));
    let wrong: Vec<_> = new.chain(stale).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_arrow_climbs_back_up() {
    let rank = |room: &str| ROOMS.iter().position(|(name, _)| *name == room);
    let folder = |room: &'static str| room.split('/').next();
    let arrows = ROOMS.iter().flat_map(|(room, named)| named.iter().map(|other| (*room, *other)));
    let climbing =
        arrows.filter(|(room, named)| folder(room) != folder(named) && rank(named) < rank(room));
    let climbing: Vec<String> =
        climbing.map(|(room, named)| format!("{room} -> {named}")).collect();
    assert_eq!(climbing, [""; 0], "the rooms that name one above");
}

#[test]
fn no_room_of_the_table_is_gone() {
    for (room, _) in ROOMS {
        assert!(PROGRAM.files.iter().any(|file| stands_in(&file.place, room)), "{room} is no more");
    }
}

/// A name that came by `*` could lead anywhere.
#[test]
fn nothing_of_ours_is_imported_by_a_star() {
    let stars = PROGRAM.files.iter().flat_map(|file| {
        let stars = PROGRAM.targets(file).filter(|(name, _)| name.how == How::Glob);
        let ours = stars.filter(|(_, target)| matches!(target, Target::Ours { .. }));
        ours.map(|(name, _)| format!("src/{}.rs:{}", file.place, name.line))
    });
    assert_eq!(stars.collect::<Vec<_>>(), [""; 0]);
}

/// What the rooms of a program name beside themselves, by whatever path.
pub fn arrows(program: &Program, rooms: &[(&'static str, &[&str])]) -> Arrows {
    let mut arrows = Arrows::new();
    for file in &program.files {
        let room = room(rooms, &file.place);
        for (name, target) in program.targets(file) {
            let Target::Ours { module, through, .. } = target else { continue };
            for module in through.iter().chain([&module]) {
                let named = self::room(rooms, &program.file_of(module).place);
                if named != room {
                    let line = || format!("src/{}.rs:{}", file.place, name.line);
                    arrows.entry((room, named)).or_insert_with(line);
                }
            }
        }
    }
    arrows
}

/// The narrowest room in which a file stands.
fn room(rooms: &[(&'static str, &[&str])], place: &str) -> &'static str {
    let around = rooms.iter().map(|(room, _)| *room).filter(|room| stands_in(place, room));
    around.max_by_key(|room| room.len()).unwrap_or_else(|| panic!("src/{place}.rs is in no room"))
}
