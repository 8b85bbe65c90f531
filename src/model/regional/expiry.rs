//! When pages stop being true: the next instant at which one of them would show something else.
//!
//! All that a page shows and that depends on the clock is here, in [`Site::events`]. A test builds the site around many
//! instants and finds nothing else. The day on which a status was established is not an event: it stays true.

use jiff::{RoundMode, Timestamp, TimestampRound, Unit};

use super::RegionalCall;
use super::expected::Expected;
use super::stage::Stage;
use crate::model::call::Step;
use crate::model::integration::Embedding;
use crate::model::region::Contact;
use crate::model::rough::SOME_DAY;
use crate::model::site::{Page, Site, Subject};
use crate::model::time::Zone;

/// The next instant at which pages stop being true.
#[derive(Debug)]
pub struct Expiry<'s> {
    pub at: Timestamp,
    /// In the order of the site, each with what changes on it.
    pub pages: Vec<(&'s Page, Vec<Cause<'s>>)>,
}

/// Why a page stops being true.
#[derive(Debug, Clone, Copy)]
pub enum Cause<'s> {
    /// A call reaches this stage.
    Stage(Stage),
    /// So many days were left until then.
    DaysLeft(i32),
    /// It was to open in so many days.
    DaysUntil(i32),
    /// The step belongs to the past.
    StepOver(&'s Step),
    /// A region cancels the step.
    Cancelled(&'s Step),
    /// A region announces something.
    News,
    /// The projects that are kept may be told.
    Results,
    /// An agreement is signed, and the data of its grant published.
    Grant,
    /// A contact's consent ends.
    ContactExpires,
    /// The accessibility audit begins to count.
    AuditBegins,
    AuditExpires,
}

type Event<'s> = (Timestamp, Cause<'s>);

impl Site {
    /// `None` when nothing that the pages show depends on the clock any more.
    pub fn expires(&self) -> Option<Expiry<'_>> {
        let events: Vec<_> = self.pages.iter().map(|page| (page, self.events(page))).collect();
        let at = events.iter().flat_map(|(_, events)| events).map(|(at, _)| *at).min()?;
        let pages = events.into_iter().filter_map(|(page, mut events)| {
            events.retain(|(when, _)| *when == at);
            let causes: Vec<_> = events.into_iter().map(|(_, cause)| cause).collect();
            (!causes.is_empty()).then_some((page, causes))
        });
        Some(Expiry { at, pages: pages.collect() })
    }

    /// What is to change on a page.
    fn events<'s>(&'s self, page: &'s Page) -> Vec<Event<'s>> {
        let now = self.now;
        let mut events = match &page.subject {
            // They show nothing but the names of languages.
            Subject::Root | Subject::NotFound => return Vec::new(),
            Subject::Home => {
                let calls = self.regions.iter().flat_map(|region| &region.calls);
                calls.flat_map(|call| call.status_events(now)).collect()
            }
            Subject::Region(rank) => {
                let region = &self.regions[*rank];
                let calls = region.calls.iter().flat_map(|call| call.card_events(now));
                calls.chain(contact_events(&region.region.contacts)).collect()
            }
            Subject::Embedded(call, Embedding::Fragment) => {
                let counts =
                    |cause: &Cause<'_>| matches!(cause, Cause::DaysLeft(_) | Cause::DaysUntil(_));
                let events = call.page_events(now).into_iter();
                events.filter(|(_, cause)| !counts(cause)).collect()
            }
            Subject::Call(call)
            | Subject::Partial(call, _)
            | Subject::Embedded(call, Embedding::Frame) => call.page_events(now),
            Subject::Dossier(call) => contact_events(&call.contacts).collect(),
            Subject::Calendar => {
                let calls = self.regions.iter().flat_map(|region| &region.calls);
                calls.flat_map(|call| call.step_events()).collect()
            }
            Subject::Text(_)
            | Subject::Plan
            | Subject::Departments
            | Subject::Search
            | Subject::Moved { .. } => Vec::new(),
        };
        if !matches!(page.subject, Subject::Embedded(..)) {
            events.extend(self.audit_events());
        }
        let some_day = Zone::paris().day_begins(SOME_DAY.yesterday().unwrap_or(SOME_DAY));
        events.retain(|(at, _)| *at > now && *at < some_day);
        events
    }

    /// The foot of every page says what the audit lets the site claim.
    fn audit_events(&self) -> impl Iterator<Item = Event<'_>> {
        let paris = Zone::paris();
        let audit = self.settings.audit.iter();
        let days = audit.flat_map(|audit| {
            [(audit.date, Cause::AuditBegins), (audit.expiry(), Cause::AuditExpires)]
        });
        days.map(move |(day, cause)| (paris.day_begins(day), cause))
    }
}

impl RegionalCall {
    /// The days of the territory's calendar until a deadline, none on its last day. `None` once it is past, and while
    /// nobody can apply.
    pub fn days_left(&self, step: &Step, now: Timestamp) -> Option<i32> {
        let zone = &self.region.territory.zone;
        let counted = step.kind.is_deadline() && step.when.is_day() && self.stage(now).is_open();
        if !counted || step.when.ends(zone) < now {
            return None;
        }
        let today = zone.day_of(now);
        Some((step.when.last_minute(zone).date() - today).get_days().max(0))
    }

    /// In a list: the status, and the deadline shown.
    fn status_events(&self, now: Timestamp) -> Vec<Event<'_>> {
        let turns = self.life.iter().map(|turn| (turn.from, Cause::Stage(turn.stage)));
        let deadline = self.deadline(now).map(|deadline| self.over(&deadline.step));
        let cancelled = self.cancellations().filter(|cancelled| self.turns_on(cancelled));
        turns.chain(deadline).chain(cancelled).chain(self.overdue_opening(now)).collect()
    }

    /// An opening that is not known to the day is awaited until its month is over; then nobody knows.
    fn overdue_opening(&self, now: Timestamp) -> Option<Event<'_>> {
        match self.expected(now) {
            Expected::Opening(regional) | Expected::Wave { opening: regional, .. } => {
                (!regional.step.when.is_day()).then(|| self.over(&regional.step))
            }
            _ => None,
        }
    }

    /// On the page of the region: also the days left.
    fn card_events(&self, now: Timestamp) -> Vec<Event<'_>> {
        let mut events = self.status_events(now);
        events.extend(self.deadline(now).and_then(|deadline| self.day_over(&deadline.step, now)));
        events.extend(self.expected_events(now));
        events
    }

    /// What happens next, and in how many days.
    fn expected_events(&self, now: Timestamp) -> Vec<Event<'_>> {
        let then = match self.expected(now) {
            Expected::Then(regional) => Some(self.over(&regional.step)),
            _ => None,
        };
        let zone = &self.region.territory.zone;
        let today = zone.day_of(now);
        // While one can apply, the days left are those of the deadline.
        let awaited = self.awaited(now).filter(|_| !self.stage(now).is_open());
        let days = awaited.map(|day| (day - today).get_days()).filter(|days| *days > 0);
        let tomorrow = today.tomorrow().ok().map(|day| zone.day_begins(day));
        let day = days.zip(tomorrow).map(|(days, at)| (at, Cause::DaysUntil(days)));
        then.into_iter().chain(day).collect()
    }

    /// In a calendar that counts no days.
    fn step_events(&self) -> impl Iterator<Item = Event<'_>> {
        let over = self.kept_steps().map(|regional| self.over(&regional.step));
        over.chain(self.cancellations())
    }

    /// On its own page.
    fn page_events(&self, now: Timestamp) -> Vec<Event<'_>> {
        let zone = &self.region.territory.zone;
        let mut events = self.status_events(now);
        // The calendar says it of every step.
        events.retain(|(_, cause)| !matches!(cause, Cause::StepOver(_) | Cause::Cancelled(_)));
        for step in self.kept_steps().map(|regional| &regional.step) {
            events.push(self.over(step));
            events.extend(self.day_over(step, now));
        }
        events.extend(self.expected_events(now));
        events.extend(self.cancellations());
        events.extend(self.news.iter().map(|news| (zone.day_begins(news.date), Cause::News)));
        events.extend(contact_events(&self.contacts));
        events.extend(self.award_events());
        events
    }

    fn cancellations(&self) -> impl Iterator<Item = Event<'_>> {
        let zone = &self.region.territory.zone;
        self.steps.iter().filter_map(|step| {
            Some((zone.day_begins(step.to_cancel?), Cause::Cancelled(&step.step)))
        })
    }

    /// Whether the status or the deadline shown depends on the step that is cancelled.
    fn turns_on(&self, (at, cause): &Event<'_>) -> bool {
        let mut after = self.clone();
        for step in &mut after.steps {
            if matches!(cause, Cause::Cancelled(cancelled) if cancelled.id == step.step.id) {
                step.cancelled = step.to_cancel;
            }
        }
        let deadline = |call: &Self| call.deadline(*at).map(|deadline| deadline.step.id.clone());
        after.derived_life() != self.life || deadline(&after) != deadline(self)
    }

    /// Results wait for the notification, and the data of a grant for its agreement too.
    fn award_events(&self) -> Vec<Event<'_>> {
        let Some((awards, told)) = self.awards.as_ref().zip(self.notified()) else {
            return Vec::new();
        };
        let zone = &self.region.territory.zone;
        let mut events = vec![(told, Cause::Results)];
        if self.region.service.siret.is_some() && self.call.grants.is_some() {
            let agreements = awards.list.iter().filter_map(|award| award.agreement.as_ref());
            let signed = agreements.map(|agreement| zone.day_begins(agreement.date).max(told));
            events.extend(signed.map(|at| (at, Cause::Grant)));
        }
        events
    }

    fn over<'s>(&self, step: &'s Step) -> Event<'s> {
        (step.when.over(&self.region.territory.zone), Cause::StepOver(step))
    }

    /// The end of the day until which the days left are those of `now`.
    fn day_over(&self, step: &Step, now: Timestamp) -> Option<Event<'_>> {
        let zone = &self.region.territory.zone;
        let left = self.days_left(step, now).filter(|left| *left > 0)?;
        let tomorrow = zone.day_of(now).tomorrow().ok()?;
        Some((zone.day_begins(tomorrow), Cause::DaysLeft(left)))
    }
}

/// Consents are counted in Paris days.
fn contact_events(contacts: &[Contact]) -> impl Iterator<Item = Event<'_>> {
    let paris = Zone::paris();
    let days = contacts.iter().filter_map(|contact| contact.expires.as_ref());
    days.map(move |day| (paris.day_begins(day.value), Cause::ContactExpires))
}

/// The first whole second from an instant on, for clocks that count no less.
pub fn whole_second(at: Timestamp) -> Timestamp {
    let up = TimestampRound::new().smallest(Unit::Second).mode(RoundMode::Ceil);
    at.round(up).unwrap_or(at)
}
