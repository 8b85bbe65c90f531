//! Headings follow one another without a gap, under the one that their text stands under: readers who do not see move by
//! them, and the typesetter of tagged documents takes no others.
//!
//! A region's text is read before anyone knows where it stands; here both are known.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::call::{Call, Section};
use crate::model::localized::Localized;
use crate::model::prose::{Prose, TextHeading};
use crate::model::region::Adaptation;
use crate::model::source::Span;
use crate::model::value::Place;

/// The level of a page's title.
const TITLE: u8 = 1;

/// The level of a heading of the page.
const PART: u8 = 2;

/// The level of a priority's title.
const PRIORITY: u8 = 3;

/// No heading is deeper.
const DEEPEST: u8 = 6;

/// Checks a page of text, under its title.
pub fn check_page(diagnostics: &mut Diagnostics, text: &Localized<Prose>) {
    check(diagnostics, text, TITLE);
}

/// Checks a text that stands between the parts of a page.
pub fn check_part(diagnostics: &mut Diagnostics, text: &Localized<Prose>) {
    check(diagnostics, text, PART);
}

/// Checks the national texts: sections, each under the last, and their own headings.
pub fn check_call(diagnostics: &mut Diagnostics, call: &Call) {
    let mut above = TITLE;
    for section in &call.sections {
        follow(diagnostics, (section.level, section.span), above);
        above = section.level;
        for (_, body) in section.body.iter() {
            // A heading of the section's own level closes it: the nation may, its sections are its own.
            run(diagnostics, body, section.level, PART);
        }
    }
    for text in call.other_texts() {
        check_part(diagnostics, text);
    }
}

/// Checks every text of a region where the call puts it.
pub fn check_adaptation(diagnostics: &mut Diagnostics, call: &Call, adaptation: &Adaptation) {
    for change in &adaptation.sections {
        let named = |section: &&Section| section.id.as_str() == change.id.value;
        let Some(section) = call.sections.iter().find(named) else { continue };
        let replacement = change.replacement.as_ref().map(|replacement| &replacement.text);
        for text in
            [change.before.as_ref(), change.after.as_ref(), replacement].into_iter().flatten()
        {
            check(diagnostics, text, section.level);
        }
    }
    for translated in adaptation.partial.iter().flat_map(|language| &language.sections) {
        let named = |section: &&Section| section.id.as_str() == translated.id.value;
        if let Some(section) = call.sections.iter().find(named) {
            check(diagnostics, &translated.text, section.level);
        }
    }
    for priority in &adaptation.priorities {
        check(diagnostics, &priority.body, PRIORITY);
    }
    let above = above_place(call, Place::News);
    for item in &adaptation.news {
        check(diagnostics, &item.body, above);
    }
    if let Some(instruction) = &adaptation.filing.instruction {
        check(diagnostics, instruction, above_place(call, Place::Filing));
    }
    let notices = adaptation.notice.iter().chain(adaptation.sequel.message.as_deref());
    for text in notices.chain(adaptation.form.texts()) {
        check_part(diagnostics, text);
    }
}

/// The level of the section that holds a block.
fn above_place(call: &Call, place: Place) -> u8 {
    let holds = |section: &&Section| {
        section.body.iter().any(|(_, body)| body.places().any(|known| known.value == place))
    };
    call.sections.iter().find(holds).map_or(PART, |section| section.level)
}

/// Checks a text under a heading of level `above`, of which every heading is a part.
fn check(diagnostics: &mut Diagnostics, text: &Localized<Prose>, above: u8) {
    for (_, prose) in text.iter() {
        run(diagnostics, prose, above, (above + 1).min(DEEPEST));
    }
}

fn run(diagnostics: &mut Diagnostics, prose: &Prose, above: u8, highest: u8) {
    let mut above = above;
    for TextHeading { level, span } in prose.headings() {
        if level < highest {
            let forbidden = Diagnostic::new(Code::ForbiddenHeading, span);
            diagnostics.push(forbidden.with("raison", "niveau").with("marques", marks(highest)));
        } else {
            follow(diagnostics, (level, span), above);
        }
        above = level.max(highest);
    }
}

fn follow(diagnostics: &mut Diagnostics, (level, span): (u8, Span), above: u8) {
    if level > above + 1 {
        let skipped = Diagnostic::new(Code::SkippedHeading, span).with("marques", marks(above + 1));
        diagnostics.push(skipped.with("ecrites", marks(level)));
    }
}

fn marks(level: u8) -> String {
    "#".repeat(usize::from(level))
}

#[cfg(test)]
mod tests {
    use super::run;
    use crate::diagnostic::Diagnostics;
    use crate::model::prose::{Block, Prose};
    use crate::model::source::{FileId, Span};

    /// Headings of `levels` in a text under one of level `above`, the last in a list; `wrong` are told, by their rank.
    fn check(above: u8, levels: &[u8], wrong: &[(usize, &str)]) {
        let heading = |(rank, level): (usize, &u8)| Block::Heading {
            level: *level,
            id: None,
            content: Vec::new(),
            span: Span::new(FileId(0), rank..rank),
        };
        let mut blocks: Vec<Block> = levels.iter().enumerate().map(heading).collect();
        let last = blocks.pop().into_iter().collect();
        blocks.push(Block::List { start: None, items: vec![vec![Block::Quote(last)]] });
        let prose = Prose { blocks, ..Prose::default() };
        let mut diagnostics = Diagnostics::default();
        run(&mut diagnostics, &prose, above, (above + 1).min(6));
        let said = diagnostics.sorted();
        let said: Vec<_> = said.iter().map(|d| (d.at.range().start, d.code.name())).collect();
        assert_eq!(said, wrong, "{levels:?} under {above}");
    }

    #[test]
    fn headings_go_down_one_level_at_a_time_and_up_to_their_text() {
        check(2, &[3, 4, 5, 6, 3, 4, 4], &[]);
        check(3, &[4, 5, 4], &[]);
        check(6, &[6, 6], &[]);
        check(2, &[4], &[(0, "titre-saute")]);
        check(2, &[3, 5, 6, 3, 6], &[(1, "titre-saute"), (4, "titre-saute")]);
        // What follows is judged as if the heading were where it should be.
        check(2, &[2, 3, 1, 4], &[(0, "titre-interdit"), (2, "titre-interdit")]);
        check(3, &[3, 6], &[(0, "titre-interdit"), (1, "titre-saute")]);
    }
}
