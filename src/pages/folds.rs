//! Which subsections a small screen folds: long ones, whose title says enough to those whom they do not concern.

use super::view;
use crate::model::told::call::{Part, Section};
use crate::model::told::plain::{self, Notes};

/// Beyond this many characters a telephone needs a third of its screen or more.
const LONG: usize = 400;

/// `views` of `told`, with the bounds of their long subsections.
///
/// A subsection has level 3; what is deeper goes with it. One that holds a block (priorities, contacts…) is never
/// folded: that is what readers come for.
pub fn folded(told: &[Section], mut views: Vec<view::Section>) -> Vec<view::Section> {
    let mut from = 0;
    while from < told.len() {
        let deeper = told[from + 1..].iter().take_while(|section| section.level > 3).count();
        let until = from + 1 + deeper;
        if told[from].level == 3 && is_long(&told[from..until]) {
            views[from].opens_fold = true;
            views[until - 1].closes_fold = true;
        }
        from = until;
    }
    views
}

fn is_long(sections: &[Section]) -> bool {
    let parts = || sections.iter().flat_map(|section| &section.parts);
    let length = |part: &Part| match part {
        Part::Written(passage) => plain::text(&passage.text, &mut Notes::default()).chars().count(),
        Part::Place(_) => 0,
    };
    !parts().any(|part| matches!(part, Part::Place(_))) && parts().map(length).sum::<usize>() > LONG
}
