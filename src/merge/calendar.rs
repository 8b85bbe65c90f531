//! What is wrong or unwise in a calendar, once it is whole.
//!
//! Each file is told of what it wrote: what the national steps do by themselves is said once, for the call, and a region
//! hears of a national date only when its own steps or holidays make it unwise.

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::pair::Pair;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::call::{Call, Step, StepKind};
use crate::model::holiday::{day_off, is_working_day, local_holiday};
use crate::model::regional::RegionalStep;
use crate::model::rough::RoughDate;
use crate::model::source::{FileId, Span};
use crate::model::territory::Department;
use crate::model::time::{When, Zone};
use crate::model::unread::Part;

/// Two weeks and a day: a board meets, partners sign and quotes come back between two of its week-ends.
const MINIMUM_DAYS: i32 = 15;

/// The order in which a call is examined. Information is given at any time.
const ORDER: [StepKind; 6] = [
    StepKind::Intent,
    StepKind::Closing,
    StepKind::Committee,
    StepKind::Notification,
    StepKind::Agreement,
    StepKind::End,
];

/// The steps of a call as they stand together, and the file that is told of its own.
struct Calendar<'a> {
    call: &'a Call,
    steps: Vec<&'a Step>,
    zone: &'a Zone,
    departments: &'a [Department],
    file: FileId,
    /// Whether every step that was typed is among them.
    whole: bool,
}

/// Says what the national steps do by themselves.
pub fn check_call(diagnostics: &mut Diagnostics, call: &Call) {
    let calendar = Calendar {
        call,
        steps: call.steps.iter().collect(),
        // National steps have no territory yet.
        zone: &Zone::paris(),
        departments: &[],
        file: call.published_span.file,
        whole: !call.unread.has(Part::Steps),
    };
    calendar.check(diagnostics);
}

/// Says what the dates of a region's file do to the calendar.
pub fn check_region(diagnostics: &mut Diagnostics, pair: &Pair<'_>, steps: &[RegionalStep]) {
    let calendar = Calendar {
        call: pair.call,
        steps: steps.iter().filter_map(RegionalStep::kept).collect(),
        zone: &pair.region.territory.zone,
        departments: &pair.departments,
        file: pair.file,
        whole: !pair.unread.has(Part::Steps),
    };
    calendar.check(diagnostics);
}

impl Calendar<'_> {
    fn check(&self, diagnostics: &mut Diagnostics) {
        let alone = self.steps.iter().flat_map(|step| {
            [self.end(step), self.midnight(step), self.day_off(step)].into_iter().flatten()
        });
        alone.for_each(|found| diagnostics.push(found));
        if self.whole {
            let together = [self.openings(), self.order(), self.waves(), self.delays()];
            together.into_iter().flatten().for_each(|found| diagnostics.push(found));
        }
    }

    /// Steps of one kind, the earliest first.
    fn of_kind(&self, kind: StepKind) -> Vec<&Step> {
        let mut steps: Vec<&Step> =
            self.steps.iter().copied().filter(|step| step.kind == kind).collect();
        steps.sort_by_key(|step| step.when.ends(self.zone));
        steps
    }

    fn deadlines(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().copied().filter(|step| step.kind.is_deadline())
    }

    /// A diagnostic about two places, at the one that this file wrote. `None` when it wrote neither.
    fn between(&self, code: Code, one: Span, other: Span) -> Option<Diagnostic> {
        let (ours, theirs) = if one.file == self.file { (one, other) } else { (other, one) };
        (ours.file == self.file).then(|| Diagnostic::new(code, ours).and(theirs))
    }

    /// An end comes after its beginning, and deadlines have none.
    fn end(&self, step: &Step) -> Option<Diagnostic> {
        let (when, places) = (step.when, step.places);
        let reason = if step.kind.is_deadline() || step.kind == StepKind::Opening {
            "genre"
        } else if when.end_time.is_some() && when.time.is_none() {
            "heure"
        } else if when.ends(self.zone) <= when.starts(self.zone) {
            "ordre"
        } else {
            return None;
        };
        let start = places.time.filter(|_| when.end_date.is_none()).unwrap_or(places.date);
        let wrong = self.between(Code::InvalidEnd, places.end?, start)?;
        Some(
            wrong
                .with("etape", &step.id)
                .with("raison", reason)
                .with("debut", civil(when.date, when.time))
                .with("fin", civil(when.last_day(), when.end_time)),
        )
    }

    /// "Until the 17th at 00:00" is a day more for half of the readers.
    fn midnight(&self, step: &Step) -> Option<Diagnostic> {
        let midnight = step.kind.is_deadline() && step.when.time == Some(Time::midnight());
        let place = step.places.time.filter(|place| midnight && place.file == self.file)?;
        let eve = step.when.date.yesterday().ok()?;
        let ambiguous = Diagnostic::new(Code::AmbiguousTime, place).with("heure", "00:00");
        Some(ambiguous.with("jour", step.when.date).with("veille", eve))
    }

    /// On the day itself, applicants ask questions and meet breakdowns. The day is the one that was typed, by its clock.
    fn day_off(&self, step: &Step) -> Option<Diagnostic> {
        let counts = step.kind.is_deadline() || step.kind == StepKind::Opening;
        if !counts || !step.when.is_day() {
            return None;
        }
        let (date, place) = (step.when.date, step.places.date);
        let ours = place.file == self.file;
        let local = local_holiday(date, self.departments);
        let (name, departments) = match (day_off(date), local) {
            (Some(name), _) if ours => (name, String::new()),
            // Nobody is told of a date that it cannot move.
            (None, Some(local)) if ours || step.open => (local.name, names(&local.departments)),
            _ => return None,
        };
        let off = if ours {
            Diagnostic::new(Code::DayOff, place)
        } else {
            Diagnostic::new(Code::DayOff, Span::whole(self.file)).and(place)
        };
        let off = off.with("etape", &step.id).with("date", date).with("jour", name);
        let before = self.working_day(date, Date::yesterday);
        let after = self.working_day(date, Date::tomorrow);
        Some(off.with("departements", departments).with("avant", before?).with("apres", after?))
    }

    fn working_day(&self, date: Date, next: fn(Date) -> Result<Date, jiff::Error>) -> Option<Date> {
        let days = std::iter::successors(Some(date), |date| next(*date).ok());
        days.skip(1).find(|date| is_working_day(*date, self.departments))
    }

    /// Nothing can be due before the call opens.
    fn openings(&self) -> Vec<Diagnostic> {
        let Some(opening) = self.of_kind(StepKind::Opening).first().copied() else {
            return Vec::new();
        };
        let opens = self.earliest_start(opening);
        let early = self.deadlines().filter(|step| step.when.ends(self.zone) < opens);
        let found = early.filter_map(|step| {
            let order = self.between(Code::StepOrder, step.places.date, opening.places.date)?;
            let order = order.with("etape", &step.id).with("date", step.when.known());
            Some(order.with("ouverture", opening.when.known()))
        });
        found.collect()
    }

    /// A call is examined in the order of [`ORDER`]. The last of each kind follows the last of the kind before, and so
    /// on backwards: with two waves, the first committee may sit before the second closing.
    fn order(&self) -> Vec<Diagnostic> {
        let kinds = ORDER.map(|kind| self.of_kind(kind));
        let kinds: Vec<_> = kinds.iter().filter(|steps| !steps.is_empty()).collect();
        let pairs = kinds
            .windows(2)
            .flat_map(|kinds| kinds[1].iter().rev().copied().zip(kinds[0].iter().rev().copied()));
        let early = pairs.filter(|(step, before)| self.begins(step) < self.earliest_end(before));
        let found = early.filter_map(|(step, before)| {
            let order = self.between(Code::UnusualOrder, step.places.date, before.places.date)?;
            let order = order.with("etape", &step.id).with("date", step.when.known());
            let limit = before.when.end_date.map_or(before.when.known(), RoughDate::day);
            Some(order.with("autre", &before.id).with("limite", limit))
        });
        found.collect()
    }

    /// The hour of a step, or the end of its first day: what has no hour may follow anything of its day.
    fn begins(&self, step: &Step) -> Timestamp {
        When { end_date: None, end_time: None, ..step.when }.ends(self.zone)
    }

    /// When it begins at the earliest: a month may be its first day.
    fn earliest_start(&self, step: &Step) -> Timestamp {
        if step.when.is_day() {
            return step.when.starts(self.zone);
        }
        self.zone.day_begins(step.when.known().first())
    }

    /// When it ends at the earliest.
    fn earliest_end(&self, step: &Step) -> Timestamp {
        if step.when.is_day() {
            return step.when.ends(self.zone);
        }
        When::day(step.when.known().first(), step.when.clock).ends(self.zone)
    }

    /// Each wave but the first opens once the one before has closed.
    fn waves(&self) -> Vec<Diagnostic> {
        let openings = self.of_kind(StepKind::Opening);
        let closings = self.of_kind(StepKind::Closing);
        if openings.iter().chain(&closings).any(|step| !step.when.is_day()) {
            return Vec::new();
        }
        // An opening without a closing of its own begins no wave.
        let waves = openings.iter().skip(1).zip(closings.windows(2));
        let found = waves.filter_map(|(opening, closings)| {
            let closing = closings[0];
            if opening.when.starts(self.zone) > closing.when.ends(self.zone) {
                return None;
            }
            let places = (opening.places.date, closing.places.date);
            let overlap = self.between(Code::OverlappingWaves, places.0, places.1)?;
            let overlap = overlap.with("etape", &opening.id).with("date", opening.when.date);
            Some(overlap.with("autre", &closing.id).with("cloture", closing.when.date))
        });
        found.collect()
    }

    /// Applicants need [`MINIMUM_DAYS`] to answer.
    fn delays(&self) -> Vec<Diagnostic> {
        let waves = Waves::of(self);
        let found = self.deadlines().filter_map(|step| {
            let opening = waves.opening_of(step.when.ends(self.zone))?;
            if !step.when.is_day() || !opening.when.is_day() {
                return None;
            }
            let call = self.call;
            let (from, place, reason) = if call.published > opening.when.date {
                (call.published, call.published_span, "publication")
            } else {
                (opening.when.date, opening.places.date, "ouverture")
            };
            let days = (step.when.date - from).get_days().max(0);
            if days >= MINIMUM_DAYS {
                return None;
            }
            let short = self.between(Code::ShortDelay, step.places.date, place)?;
            let short = short.with("etape", &step.id).with("date", step.when.date);
            let short = short.with("depuis", reason).with("debut", from);
            Some(short.with("jours", days).with("minimum", MINIMUM_DAYS))
        });
        found.collect()
    }
}

/// When waves open and close, in order.
struct Waves<'a> {
    openings: Vec<(Timestamp, &'a Step)>,
    closings: Vec<Timestamp>,
}

impl<'a> Waves<'a> {
    fn of(calendar: &'a Calendar<'_>) -> Self {
        let zone = calendar.zone;
        let openings = calendar.of_kind(StepKind::Opening).into_iter();
        let mut openings: Vec<_> = openings.map(|step| (step.when.starts(zone), step)).collect();
        openings.sort_by_key(|(starts, _)| *starts);
        let closings = calendar.of_kind(StepKind::Closing).into_iter();
        Self { openings, closings: closings.map(|step| step.when.ends(zone)).collect() }
    }

    /// The opening of the wave that ends when something is `due`: the first since the closing before, else the first of all.
    fn opening_of(&self, due: Timestamp) -> Option<&'a Step> {
        let open = &self.openings[..self.openings.partition_point(|(starts, _)| *starts <= due)];
        let before = self.closings.partition_point(|end| *end < due).checked_sub(1);
        let closed = before.map(|rank| self.closings[rank]);
        let since = closed.map(|closed| open.partition_point(|(starts, _)| *starts <= closed));
        let opening = since.and_then(|rank| open.get(rank)).or(open.first());
        opening.map(|(_, step)| *step)
    }
}

/// "2021-12-16 10:00".
fn civil(date: Date, time: Option<Time>) -> String {
    let time = time.map(|time| time.strftime(" %H:%M").to_string());
    format!("{date}{}", time.unwrap_or_default())
}

/// "Moselle (57), Bas-Rhin (67)".
fn names(departments: &[&Department]) -> String {
    let names = departments.iter().map(|d| format!("{} ({})", d.name, d.code));
    names.collect::<Vec<_>>().join(", ")
}
