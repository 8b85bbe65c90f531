//! The pieces that several pages show, as the theme sees them.

use super::context::{PageContext, phrase};
use super::view;
use crate::model::address::Address;
use crate::model::region::Region;
use crate::model::territory::Department;
use crate::model::told::call::{
    Card, Closure, Contact, End, Figure, File, Leaf, Left, Moment, Next, Rescheduled, Service,
    Status, StatusTurn,
};
use crate::model::web;

/// The square of a region on the map, that leads to a page and says nothing yet of a call.
pub fn tile(page: &PageContext<'_>, region: &Region, to: &Address) -> Option<view::Tile> {
    let tile = region.territory.tile.as_ref()?;
    Some(view::Tile {
        column: tile.column,
        row: tile.row,
        label: tile.label.clone(),
        name: page.voice.around(&region.territory.name).to_owned(),
        href: page.link(to),
        status: None,
        absence: None,
    })
}

/// Where a call stands.
pub fn status(status: &Status) -> view::Status {
    let turn = |turn: &StatusTurn| view::Turn {
        from: turn.from.to_string(),
        id: turn.stage.name().to_owned(),
        label: turn.label.clone(),
        next: next(&turn.next),
        closure: turn.closure.as_ref().map(closure),
        deadline: turn.deadline.as_ref().map(deadline),
    };
    view::Status {
        id: status.stage.name().to_owned(),
        label: status.label.clone(),
        next: next(&status.next),
        closure: status.closure.as_ref().map(closure),
        turns: status.turns.iter().map(turn).collect(),
    }
}

fn closure(closure: &Closure) -> view::Closure {
    view::Closure {
        sentence: closure.sentence.clone(),
        reason: closure.reason.as_ref().map(phrase),
    }
}

fn next(next: &Next) -> view::Next {
    view::Next {
        sentence: next.sentence.clone(),
        short: next.short.clone(),
        delay: next.delay.as_ref().map(|left| left.sentence.clone()),
        countdown: next.delay.as_ref().map(countdown),
    }
}

fn countdown(left: &Left) -> view::Countdown {
    view::Countdown { days: left.days, day: left.day.clone(), zone: left.zone.clone() }
}

/// The moment of a step.
pub fn deadline(moment: &Moment) -> view::Deadline {
    view::Deadline {
        label: phrase(&moment.label),
        date: moment.date.clone(),
        leaf: moment.leaf.as_ref().map(leaf),
        short_date: moment.short_date.clone(),
        time: moment.time.clone(),
        end: moment.end.as_ref().map(end),
        paris: moment.paris.clone(),
        iso: moment.iso.clone(),
        left: moment.left.as_ref().map(|left| left.sentence.clone()),
        countdown: moment.left.as_ref().map(countdown),
        past: moment.past,
        over: moment.over.to_string(),
        closing: moment.closing,
        moved: moment.moved.as_ref().map(rescheduled),
    }
}

fn rescheduled(moved: &Rescheduled) -> view::Rescheduled {
    view::Rescheduled { sentence: moved.sentence.clone(), told: moved.told.clone() }
}

/// The last day of a step.
pub fn end(end: &End) -> view::End {
    view::End { date: end.date.clone(), time: end.time.clone(), iso: end.iso.clone() }
}

fn leaf(leaf: &Leaf) -> view::Leaf {
    view::Leaf { before: leaf.before.clone(), day: leaf.day.clone(), after: leaf.after.clone() }
}

/// The deadline of a card.
pub fn deadline_of(card: &Card) -> Option<view::Deadline> {
    card.deadline.as_ref().map(deadline)
}

/// The figures at the top of a page.
pub fn highlights(figures: &[Figure]) -> Vec<view::Highlight> {
    let highlights = figures.iter().map(|figure| view::Highlight {
        label: phrase(&figure.label),
        value: figure.value.clone(),
        note: figure.note.clone(),
    });
    highlights.collect()
}

/// The directorate.
pub fn service(service: &Service) -> view::Service {
    view::Service {
        acronym: service.acronym.clone(),
        name: phrase(&service.name),
        site: service.site.clone(),
        host: service.host.clone(),
    }
}

/// Departments with their names.
pub fn departments(departments: &[Department]) -> Vec<view::Department> {
    let named = departments.iter().map(|department| view::Department {
        code: department.code.clone(),
        name: department.name.clone(),
    });
    named.collect()
}

/// Someone to ask.
pub fn contact(contact: &Contact) -> view::Contact {
    let dialled = |phone: &String| {
        let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        view::Link { title: phone.clone(), href: format!("tel:{digits}") }
    };
    let link = |link: &String| view::Link {
        title: web::host(link).unwrap_or(link).to_owned(),
        href: link.clone(),
    };
    view::Contact {
        role: phrase(&contact.role),
        name: contact.name.clone(),
        email: contact.email.clone(),
        phone: contact.phone.as_ref().map(dialled),
        link: contact.link.as_ref().map(link),
        departments: departments(&contact.departments),
    }
}

/// A file that canevas makes.
pub fn file(page: &PageContext<'_>, file: &File) -> view::Document {
    let weight = page.weights.get(&file.address);
    view::Document {
        title: view::Text { text: file.title.clone(), lang: None },
        href: page.link(&file.address),
        format: file.format.clone(),
        weight: weight.map(|weight| page.voice.words.weight(*weight)),
        language: file.language.clone(),
        remark: file.remark.clone(),
    }
}
