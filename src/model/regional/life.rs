//! The life of a call: which stage it is in, from which instant, until when.
//!
//! Stages are derived from the steps alone, never typed, so that a page, a feed and the preview's date travel all
//! read the same timeline. A call may open again: between two waves nobody can apply, and one waits for the next.

use std::collections::BTreeSet;

use jiff::{Timestamp, ToSpan};

use super::RegionalCall;
use super::stage::{Stage, Turn};
use crate::model::call::StepKind;
use crate::model::closing::Closing;
use crate::model::rough::SOME_DAY;
use crate::model::time::{When, Zone};

/// How many days are left at most when a call is said to close soon: a quarter of those it is open, and no more than this.
pub const CLOSING_SOON_DAYS: i32 = 10;
const CLOSING_SOON_SHARE: i32 = 4;
/// How long after its last step a call without `fin` is archived.
pub const ARCHIVED_AFTER_DAYS: i64 = 365;

impl RegionalCall {
    /// Every stage that the steps give the call, in the order of time; the first holds since ever.
    pub fn derived_life(&self) -> Vec<Turn> {
        self.calendar().life()
    }

    /// Where the call stands at `now`.
    pub fn stage(&self, now: Timestamp) -> Stage {
        let turned = self.life.iter().rfind(|turn| turn.from <= now);
        turned.map_or(Stage::Announced, |turn| turn.stage)
    }

    /// From when the results may be told: the last notification after the last closing.
    pub fn notified(&self) -> Option<Timestamp> {
        self.calendar().notified()
    }

    /// The first instant of the first step of a kind. `None` while its day is not known.
    pub fn first_start(&self, kind: StepKind) -> Option<Timestamp> {
        let calendar = self.calendar();
        let first = calendar.of_kind(kind).min_by_key(|step| step.starts);
        first.filter(|step| step.is_day).map(|step| step.starts)
    }

    /// The last instant of the last step of a kind: it still counts. `None` while its day is not known.
    pub fn last_instant(&self, kind: StepKind) -> Option<Timestamp> {
        let calendar = self.calendar();
        if kind == StepKind::Closing && self.closing.told {
            return calendar.closed_by_hand.map(|closed| closed - 1.nanosecond());
        }
        let last = calendar.of_kind(kind).max_by_key(|step| step.over);
        last.filter(|step| step.is_day).map(|step| step.over - 1.nanosecond())
    }

    fn calendar(&self) -> Calendar<'_> {
        let steps = self.kept_steps().map(|step| (step.step.kind, step.step.when));
        let zone = &self.region.territory.zone;
        let by_hand = self.closing.by_hand.as_ref();
        let closed_by_hand = by_hand.map(|closed| zone.day_begins(closed.date));
        let Closing { soon, open_ended, .. } = self.closing;
        Calendar { soon, open_ended, closed_by_hand, ..Calendar::new(steps, zone) }
    }
}

/// What the life of a call is derived from.
struct Calendar<'a> {
    steps: Vec<Moment>,
    zone: &'a Zone,
    /// How many days are left when it is said to close soon, if the call says it.
    soon: Option<i32>,
    open_ended: bool,
    closed_by_hand: Option<Timestamp>,
}

/// A step, by its first instant and by the first one after it.
#[derive(Clone, Copy)]
struct Moment {
    kind: StepKind,
    /// What is not known to the day is taken for begun once it is over.
    starts: Timestamp,
    over: Timestamp,
    is_day: bool,
    /// The beginning of the first day that it may be.
    earliest: Timestamp,
}

impl<'a> Calendar<'a> {
    fn new(steps: impl Iterator<Item = (StepKind, When)>, zone: &'a Zone) -> Self {
        let moment = |(kind, when): (StepKind, When)| {
            let (over, is_day) = (when.over(zone), when.is_day());
            let starts = if is_day { when.starts(zone) } else { over };
            let earliest = zone.day_begins(when.known().first());
            Moment { kind, starts, over, is_day, earliest }
        };
        let steps = steps.map(moment).collect();
        Self { steps, zone, soon: None, open_ended: false, closed_by_hand: None }
    }

    fn life(&self) -> Vec<Turn> {
        let mut life = vec![Turn { from: Timestamp::MIN, stage: Stage::Announced, certain: true }];
        self.waves(&mut life);
        if let Some(closed) = self.closed_by_hand {
            turn(&mut life, closed, Stage::Closed);
        }
        let after = [
            (self.examined(), Stage::Examination),
            (self.notified(), Stage::Results),
            (self.archived(), Stage::Archived),
        ];
        for (from, stage) in after {
            if let Some(from) = from {
                turn(&mut life, from, stage);
            }
        }
        let rough: BTreeSet<Timestamp> =
            self.steps.iter().filter(|step| !step.is_day).map(|step| step.over).collect();
        for turn in &mut life {
            turn.certain = !rough.contains(&turn.from);
        }
        let some_day = self.zone.day_begins(SOME_DAY);
        life.retain(|turn| turn.from < some_day);
        life
    }

    /// Openings and closings: a closing shuts the door, unless another is to come before any opening. Between a closing and
    /// the opening that follows it one waits for the next wave. Only a day opens: a month that is over is no opening.
    fn waves(&self, life: &mut Vec<Turn>) {
        let doors = self.doors();
        let mut opened = None;
        for (rank, (at, door)) in doors.iter().enumerate() {
            let next = doors.get(rank + 1).map(|(_, door)| *door);
            match door {
                Door::Opens if opened.is_none() => {
                    opened = Some(*at);
                    turn(life, *at, Stage::Open);
                }
                Door::Closes { is_day } if !matches!(next, Some(Door::Closes { .. })) => {
                    if let Some(opened) = opened.take().filter(|_| *is_day) {
                        turn(life, self.soon(opened, *at), Stage::ClosingSoon);
                    }
                    turn(life, *at, if next.is_some() { Stage::Between } else { Stage::Closed });
                }
                _ => {}
            }
        }
    }

    /// What opens and closes, in order.
    fn doors(&self) -> Vec<(Timestamp, Door)> {
        let closings = self.of_kind(StepKind::Closing);
        let mut doors: Vec<(Timestamp, Door)> =
            closings.map(|step| (step.over, Door::Closes { is_day: step.is_day })).collect();
        doors.sort_unstable();
        let ends: Vec<Timestamp> = doors.iter().map(|(over, _)| *over).collect();
        let openings = self.of_kind(StepKind::Opening).map(|step| {
            if step.is_day {
                (step.starts, Door::Opens)
            } else {
                (before(step, &ends), Door::MayOpen)
            }
        });
        doors.extend(openings);
        doors.sort_unstable();
        doors
    }

    /// From when what was `opened` is said to be `over` soon: the beginning of a day, so that it turns with the days left.
    /// The last day is always one of them.
    fn soon(&self, opened: Timestamp, over: Timestamp) -> Timestamp {
        let last = self.zone.day_of(over - 1.nanosecond());
        let open_days = (last - self.zone.day_of(opened)).get_days().max(0);
        let share = (open_days / CLOSING_SOON_SHARE).min(CLOSING_SOON_DAYS);
        let days = self.soon.unwrap_or(share);
        self.zone.day_begins(last.saturating_sub(days.days())).max(opened)
    }

    fn examined(&self) -> Option<Timestamp> {
        self.after_closing(StepKind::Committee).min()
    }

    fn notified(&self) -> Option<Timestamp> {
        let some_day = self.zone.day_begins(SOME_DAY);
        self.after_closing(StepKind::Notification).max().filter(|told| *told < some_day)
    }

    fn archived(&self) -> Option<Timestamp> {
        let closed = self.closed();
        let ends = self.of_kind(StepKind::End).map(|step| step.over);
        if self.open_ended && closed.is_none() {
            return ends.max();
        }
        let last = || self.steps.iter().map(|step| step.over).chain(self.closed_by_hand).max();
        let quiet = || Some(self.days_later(last()?, ARCHIVED_AFTER_DAYS));
        ends.filter(|end| Some(*end) >= closed).max().or_else(quiet)
    }

    /// When the steps of a kind begin, of those that the last closing does not precede: what a first wave is told does
    /// not end the next.
    fn after_closing(&self, kind: StepKind) -> impl Iterator<Item = Timestamp> {
        let closed = self.closed();
        // What takes no end answers as it goes: that ends nothing.
        let goes_on = self.open_ended && closed.is_none();
        let later = self.of_kind(kind).filter(move |step| !goes_on && Some(step.over) >= closed);
        later.map(move |step| closed.map_or(step.starts, |closed| step.starts.max(closed)))
    }

    fn closed(&self) -> Option<Timestamp> {
        let last = self.of_kind(StepKind::Closing).map(|step| step.over).max();
        self.closed_by_hand.or(last)
    }

    fn of_kind(&self, kind: StepKind) -> impl Iterator<Item = &Moment> {
        self.steps.iter().filter(move |step| step.kind == kind)
    }

    /// The same hour of the territory's clocks, days later: they may have changed between.
    fn days_later(&self, at: Timestamp, days: i64) -> Timestamp {
        at.to_zoned(self.zone.rules.clone()).saturating_add(days.days()).timestamp()
    }
}

/// What a step does to those who would apply. What may open stands before what closes at the same instant, which stands
/// before what opens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Door {
    MayOpen,
    Closes { is_day: bool },
    Opens,
}

/// Which closing an opening that is not known to the day precedes: the first after all the days that it may be, else the
/// last of those that may follow it.
fn before(opening: &Moment, closings: &[Timestamp]) -> Timestamp {
    let after = closings.partition_point(|closing| *closing < opening.over);
    let last = || closings.last().filter(|closing| **closing > opening.earliest);
    closings.get(after).or_else(last).copied().unwrap_or(opening.over)
}

/// Adds a stage; one that begins after it never was.
fn turn(life: &mut Vec<Turn>, from: Timestamp, stage: Stage) {
    life.retain(|turn| turn.from < from);
    life.push(Turn { from, stage, certain: true });
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{Calendar, Stage};
    use crate::model::call::StepKind;
    use crate::model::rough::RoughDate;
    use crate::model::time::{Clock, When, Zone};

    /// "cloture 2022-01-17 12:00 paris" is a step.
    fn step(text: &str) -> (StepKind, When) {
        let words: Vec<&str> = text.split(' ').collect();
        let named = StepKind::ALL.iter().find(|(name, _)| *name == words[0]);
        let date = match words[1] {
            "?" => RoughDate::UNKNOWN,
            text => RoughDate::period(text)
                .unwrap_or_else(|| RoughDate::day(text.parse().expect("a date"))),
        };
        let time = words.get(2).map(|time| time.parse().expect("an hour"));
        let clock = if words.get(3) == Some(&"paris") { Clock::Paris } else { Clock::Local };
        (named.expect("a kind").1, When { time, ..When::rough(date, clock) })
    }

    /// The life that `steps` give in `zone`, each turn as the territory's clocks show it.
    fn check(zone: &str, steps: &[&str], expected: &[(&str, Stage)]) {
        let zone = Zone::named(zone).expect("a zone");
        let life = Calendar::new(steps.iter().map(|text| step(text)), &zone).life();
        let shown = |from: Timestamp| {
            let local = from.to_zoned(zone.rules.clone()).datetime();
            if from == Timestamp::MIN { String::new() } else { local.to_string() }
        };
        let life: Vec<(String, Stage)> =
            life.iter().map(|turn| (shown(turn.from), turn.stage)).collect();
        let first = (String::new(), Stage::Announced);
        let rest = expected.iter().map(|(from, stage)| ((*from).to_owned(), *stage));
        assert_eq!(life, [first].into_iter().chain(rest).collect::<Vec<_>>(), "{steps:?}");
    }

    #[test]
    fn what_is_not_known_to_the_day_begins_once_it_is_over_and_opens_nothing() {
        check(
            "Europe/Paris",
            &["ouverture 2022-01", "cloture 2022-T1", "notification 2022-05", "fin 2022"],
            &[
                ("2022-04-01T00:00:00", Stage::Closed),
                ("2022-06-01T00:00:00", Stage::Results),
                ("2023-01-01T00:00:00", Stage::Archived),
            ],
        );
        check(
            "Europe/Paris",
            &["ouverture 2022-01-03", "cloture ?", "notification ?"],
            &[("2022-01-03T00:00:00", Stage::Open)],
        );
        check(
            "Indian/Reunion",
            &["ouverture 2022-01-03", "cloture 2022-02-17", "ouverture ?", "cloture ?"],
            &[
                ("2022-01-03T00:00:00", Stage::Open),
                ("2022-02-07T00:00:00", Stage::ClosingSoon),
                ("2022-02-18T00:00:00", Stage::Between),
            ],
        );
        for opening in ["ouverture ?", "ouverture 2022", "ouverture 2022-T3", "ouverture 2022-11"] {
            check(
                "Europe/Paris",
                &[
                    "ouverture 2022-01-03",
                    "cloture 2022-02-17",
                    opening,
                    "cloture 2022-11-30",
                    "fin 2023-06-30",
                ],
                &[
                    ("2022-01-03T00:00:00", Stage::Open),
                    ("2022-02-07T00:00:00", Stage::ClosingSoon),
                    ("2022-02-18T00:00:00", Stage::Between),
                    ("2022-12-01T00:00:00", Stage::Closed),
                    ("2023-07-01T00:00:00", Stage::Archived),
                ],
            );
        }
        check(
            "Europe/Paris",
            &["ouverture 2022-01-03", "cloture 2022-03"],
            &[
                ("2022-01-03T00:00:00", Stage::Open),
                ("2022-04-01T00:00:00", Stage::Closed),
                ("2023-04-01T00:00:00", Stage::Archived),
            ],
        );
    }

    #[test]
    fn one_wave() {
        check(
            "Europe/Paris",
            &[
                "ouverture 2021-12-08",
                "cloture 2022-02-17",
                "comite 2022-03-01",
                "notification 2022-03-15",
                "convention 2022-04-01",
                "fin 2022-10-31",
            ],
            &[
                ("2021-12-08T00:00:00", Stage::Open),
                ("2022-02-07T00:00:00", Stage::ClosingSoon),
                ("2022-02-18T00:00:00", Stage::Closed),
                ("2022-03-01T00:00:00", Stage::Examination),
                ("2022-03-15T00:00:00", Stage::Results),
                ("2022-11-01T00:00:00", Stage::Archived),
            ],
        );
    }

    #[test]
    fn an_hour_still_counts_at_its_instant() {
        check(
            "Europe/Paris",
            &[
                "ouverture 2021-12-08 09:00",
                "cloture 2022-02-17 12:00",
                "notification 2022-03-15 14:00",
            ],
            &[
                ("2021-12-08T09:00:00", Stage::Open),
                ("2022-02-07T00:00:00", Stage::ClosingSoon),
                ("2022-02-17T12:00:00.000000001", Stage::Closed),
                ("2022-03-15T14:00:00", Stage::Results),
                ("2023-03-15T14:00:00.000000001", Stage::Archived),
            ],
        );
    }

    #[test]
    fn a_call_closes_soon_for_a_quarter_of_its_days_and_ten_at_most() {
        let check = |closing: &str, soon: &str| {
            let steps = ["ouverture 2022-01-03 09:00", closing];
            let zone = Zone::paris();
            let life = Calendar::new(steps.iter().map(|text| step(text)), &zone).life();
            let turn = life.iter().find(|turn| turn.stage == Stage::ClosingSoon);
            let from = turn.expect("it closes").from.to_zoned(zone.rules.clone());
            assert_eq!(from.strftime("%F %H:%M").to_string(), soon, "{closing}");
        };
        check("cloture 2022-12-31", "2022-12-21 00:00");
        check("cloture 2022-02-12 12:00", "2022-02-02 00:00");
        check("cloture 2022-02-11", "2022-02-02 00:00");
        check("cloture 2022-01-17", "2022-01-14 00:00");
        // The last day, at least.
        check("cloture 2022-01-05", "2022-01-05 00:00");
        check("cloture 2022-01-03 18:00", "2022-01-03 09:00");
    }

    #[test]
    fn days_are_counted_on_clocks_that_change() {
        check(
            "Europe/Paris",
            &["ouverture 2022-01-03", "cloture 2022-04-10"],
            &[
                ("2022-01-03T00:00:00", Stage::Open),
                ("2022-03-31T00:00:00", Stage::ClosingSoon),
                ("2022-04-11T00:00:00", Stage::Closed),
                ("2023-04-11T00:00:00", Stage::Archived),
            ],
        );
    }

    #[test]
    fn without_committee_or_without_notification_the_stage_before_lasts() {
        check(
            "Europe/Paris",
            &[
                "ouverture 2022-01-03",
                "cloture 2022-01-17",
                "notification 2022-02-01",
                "fin 2022-06-30",
            ],
            &[
                ("2022-01-03T00:00:00", Stage::Open),
                ("2022-01-14T00:00:00", Stage::ClosingSoon),
                ("2022-01-18T00:00:00", Stage::Closed),
                ("2022-02-01T00:00:00", Stage::Results),
                ("2022-07-01T00:00:00", Stage::Archived),
            ],
        );
        check(
            "Europe/Paris",
            &["ouverture 2022-01-03", "cloture 2022-01-17", "comite 2022-02-01", "fin 2022-06-30"],
            &[
                ("2022-01-03T00:00:00", Stage::Open),
                ("2022-01-14T00:00:00", Stage::ClosingSoon),
                ("2022-01-18T00:00:00", Stage::Closed),
                ("2022-02-01T00:00:00", Stage::Examination),
                ("2022-07-01T00:00:00", Stage::Archived),
            ],
        );
    }

    #[test]
    fn two_waves_without_a_gap_are_open_until_the_last_closing() {
        check(
            "Europe/Paris",
            &[
                "ouverture 2022-01-03",
                "cloture 2022-02-17",
                "comite 2022-03-01",
                "notification 2022-03-10",
                "cloture 2022-05-31",
                "comite 2022-06-15",
                "notification 2022-07-01",
            ],
            &[
                ("2022-01-03T00:00:00", Stage::Open),
                ("2022-05-21T00:00:00", Stage::ClosingSoon),
                ("2022-06-01T00:00:00", Stage::Closed),
                ("2022-06-15T00:00:00", Stage::Examination),
                ("2022-07-01T00:00:00", Stage::Results),
                ("2023-07-02T00:00:00", Stage::Archived),
            ],
        );
    }

    #[test]
    fn between_two_waves_that_open_each_one_waits_for_the_next() {
        check(
            "Europe/Paris",
            &[
                "ouverture 2022-01-03",
                "cloture 2022-01-17",
                "notification 2022-02-10",
                "ouverture 2022-03-01",
                "cloture 2022-05-31",
            ],
            &[
                ("2022-01-03T00:00:00", Stage::Open),
                ("2022-01-14T00:00:00", Stage::ClosingSoon),
                ("2022-01-18T00:00:00", Stage::Between),
                ("2022-03-01T00:00:00", Stage::Open),
                ("2022-05-21T00:00:00", Stage::ClosingSoon),
                ("2022-06-01T00:00:00", Stage::Closed),
                ("2023-06-01T00:00:00", Stage::Archived),
            ],
        );
    }

    #[test]
    fn a_second_opening_before_the_closing_changes_nothing() {
        check(
            "Europe/Paris",
            &["ouverture 2021-12-08", "ouverture 2021-12-15", "cloture 2022-02-17"],
            &[
                ("2021-12-08T00:00:00", Stage::Open),
                ("2022-02-07T00:00:00", Stage::ClosingSoon),
                ("2022-02-18T00:00:00", Stage::Closed),
                ("2023-02-18T00:00:00", Stage::Archived),
            ],
        );
    }

    #[test]
    fn overseas_days_are_those_of_the_territory() {
        let expected = [
            ("2022-01-03T00:00:00", Stage::Open),
            ("2022-01-14T00:00:00", Stage::ClosingSoon),
            ("2022-01-18T00:00:00", Stage::Closed),
            ("2022-02-01T00:00:00", Stage::Results),
            ("2022-07-01T00:00:00", Stage::Archived),
        ];
        let steps = [
            "ouverture 2022-01-03",
            "cloture 2022-01-17",
            "notification 2022-02-01",
            "fin 2022-06-30",
        ];
        for zone in ["America/Guadeloupe", "Indian/Reunion", "America/Miquelon"] {
            check(zone, &steps, &expected);
        }
    }

    #[test]
    fn overseas_an_hour_in_paris_is_another_here() {
        check(
            "Indian/Reunion",
            &["ouverture 2022-01-03", "cloture 2022-01-17 23:59 paris"],
            &[
                ("2022-01-03T00:00:00", Stage::Open),
                ("2022-01-15T00:00:00", Stage::ClosingSoon),
                ("2022-01-18T02:59:00.000000001", Stage::Closed),
                ("2023-01-18T02:59:00.000000001", Stage::Archived),
            ],
        );
    }

    #[test]
    fn results_told_on_the_very_day_of_the_closing_wait_for_it() {
        check(
            "Europe/Paris",
            &[
                "ouverture 2022-01-03",
                "cloture 2022-01-17",
                "notification 2022-01-17",
                "fin 2022-01-18",
            ],
            &[
                ("2022-01-03T00:00:00", Stage::Open),
                ("2022-01-14T00:00:00", Stage::ClosingSoon),
                ("2022-01-18T00:00:00", Stage::Results),
                ("2022-01-19T00:00:00", Stage::Archived),
            ],
        );
    }

    #[test]
    fn the_last_notification_after_the_last_closing_tells_the_results() {
        let zone = Zone::paris();
        let told = |steps: &[&str]| {
            let told = Calendar::new(steps.iter().map(|text| step(text)), &zone).notified();
            told.map(|told| told.to_zoned(zone.rules.clone()).date().to_string())
        };
        let waves = ["cloture 2022-01-17", "notification 2022-02-01", "cloture 2022-05-31"];
        assert_eq!(told(&waves), None);
        let later = [&waves[..], &["notification 2022-06-10", "notification 2022-07-01"]].concat();
        assert_eq!(told(&later).as_deref(), Some("2022-07-01"));
    }

    #[test]
    fn an_end_in_disorder_does_not_shorten_the_call() {
        check(
            "Europe/Paris",
            &["ouverture 2022-01-03", "fin 2022-01-10", "cloture 2022-01-17"],
            &[
                ("2022-01-03T00:00:00", Stage::Open),
                ("2022-01-14T00:00:00", Stage::ClosingSoon),
                ("2022-01-18T00:00:00", Stage::Closed),
                ("2023-01-18T00:00:00", Stage::Archived),
            ],
        );
    }
}
