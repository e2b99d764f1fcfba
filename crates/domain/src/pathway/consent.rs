// SPDX-License-Identifier: EUPL-1.2
//! A consent through its life, and what it opens. The same fold answers what a page shows and what access is decided on;
//! for access it is folded from the whole journal, so that a withdrawal counts whoever wrote it.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the fold hands over only the kinds of this file"
)]

use super::{Noted, Pathway};
use crate::age;
use crate::body::{
    Body, Capacity, ConsentExtended, ConsentGiven, ConsentNotPossible, ConsentPurpose,
    ConsentRefused, ConsentScope, ConsentWithdrawn, Custody, Direction,
};
use crate::category::Category;
use crate::id::{EntryId, PersonId, RefId, UnitId};
use crate::journal::Effective;
use crate::time::start_of_day;
use jiff::Timestamp;
use jiff::civil::Date;

/// One consent, given or refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Its reference.
    pub reference: RefId,
    /// What it says yes or no to, as it stands with everything that was added; actors it was withdrawn from are left out.
    pub scope: ConsentScope,
    /// The last day it counts.
    pub until: Option<Date>,
    /// How it began.
    pub answer: Answer,
    /// Each new yes.
    pub extensions: Vec<Noted<ConsentExtended>>,
    /// Each no after the yes.
    pub withdrawals: Vec<Noted<ConsentWithdrawn>>,
    /// Whose information it concerns.
    about: Vec<PersonId>,
    /// The entries it was written in: who must rely on it reads them.
    entries: Vec<EntryId>,
    /// The units that wrote them.
    writers: Vec<UnitId>,
    /// Units it named that have handed the pathway over to another kommune since.
    left: Vec<UnitId>,
    /// From the first instant it counts until the first it does not.
    runs: (Timestamp, Timestamp),
}

/// How it began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// With a yes.
    Given(Noted<ConsentGiven>),
    /// With a no.
    Refused(Noted<ConsentRefused>),
    /// With neither: nobody could take a position.
    NotPossible(Noted<ConsentNotPossible>),
}

impl Answer {
    /// Its reference.
    fn reference(&self) -> &RefId {
        match self {
            Self::Given(given) => &given.body.reference,
            Self::Refused(refused) => &refused.body.reference,
            Self::NotPossible(tried) => &tried.body.reference,
        }
    }
}

/// Where a consent stands at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentState {
    /// Given, and its first day has not come.
    Ahead,
    /// It counts.
    Running,
    /// She said no.
    Refused,
    /// She could not take a position.
    NotPossible,
    /// She took it back, wholly.
    Withdrawn,
    /// Its last day has passed.
    Expired,
}

impl ConsentState {
    /// Every state, in the order they are shown.
    pub const ALL: &'static [Self] = &[
        Self::Running,
        Self::Ahead,
        Self::Refused,
        Self::NotPossible,
        Self::Withdrawn,
        Self::Expired,
    ];

    /// The code of its text.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Running => "running",
            Self::Refused => "refused",
            Self::NotPossible => "not-possible",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }
}

impl Consent {
    /// Whether one of some entries is one it was written in.
    pub(super) fn is_written_in(&self, entries: &[EntryId]) -> bool {
        self.entries.iter().any(|entry| entries.contains(entry))
    }

    pub(super) fn apply(all: &mut Vec<Self>, entry: &Effective<'_>) {
        match entry.body {
            Body::ConsentGiven(b) => all.push(Self::given(entry, b)),
            Body::ConsentRefused(b) => {
                let answer = Answer::Refused(Noted::of(entry, b.clone()));
                all.push(Self::begun(entry, &b.scope, answer));
            }
            Body::ConsentNotPossible(b) => {
                let answer = Answer::NotPossible(Noted::of(entry, b.clone()));
                all.push(Self::begun(entry, &b.scope, answer));
            }
            Body::ConsentExtended(b) => {
                if let Some(consent) = Self::of(all, &b.reference) {
                    consent.extend(entry, b);
                }
            }
            Body::ConsentWithdrawn(b) => {
                if let Some(consent) = Self::of(all, &b.reference) {
                    consent.withdraw(entry, b);
                }
            }
            _ => {}
        }
    }

    fn of<'a>(all: &'a mut [Self], reference: &RefId) -> Option<&'a mut Self> {
        all.iter_mut().find(|c| &c.reference == reference)
    }

    fn begun(entry: &Effective<'_>, scope: &ConsentScope, answer: Answer) -> Self {
        Self {
            reference: answer.reference().clone(),
            scope: scope.clone(),
            until: None,
            answer,
            extensions: Vec::new(),
            withdrawals: Vec::new(),
            about: entry.envelope.about.clone(),
            entries: vec![entry.root.clone()],
            writers: vec![entry.author().unit.clone()],
            left: Vec::new(),
            runs: (Timestamp::MAX, Timestamp::MIN),
        }
    }

    fn given(entry: &Effective<'_>, body: &ConsentGiven) -> Self {
        let answer = Answer::Given(Noted::of(entry, body.clone()));
        Self {
            until: body.until,
            runs: (start_of_day(body.from), end_of(body.until)),
            ..Self::begun(entry, &body.scope, answer)
        }
    }

    fn written(&mut self, entry: &Effective<'_>) {
        self.entries.push(entry.root.clone());
        self.writers.push(entry.author().unit.clone());
    }

    fn extend(&mut self, entry: &Effective<'_>, body: &ConsentExtended) {
        // A yes to a unit that had left is a new one.
        self.left.retain(|unit| !body.actors.contains(unit));
        add(&mut self.scope.actors, &body.actors);
        add(&mut self.scope.categories, &body.categories);
        if let (Some(before), Some(after)) = (self.until, body.until) {
            self.until = Some(before.max(after));
            self.runs.1 = end_of(self.until);
        }
        self.written(entry);
        self.extensions.push(Noted::of(entry, body.clone()));
    }

    fn withdraw(&mut self, entry: &Effective<'_>, body: &ConsentWithdrawn) {
        if body.actors.is_empty() {
            self.scope.actors.clear();
        } else {
            self.scope
                .actors
                .retain(|actor| !body.actors.contains(actor));
        }
        self.written(entry);
        self.withdrawals.push(Noted::of(entry, body.clone()));
    }

    /// Keeps it to the time in which its giver decides for the child, or the child for itself.
    pub(super) fn keep_to_age(&mut self, born: Date) {
        match self.scope.giver.capacity {
            Capacity::CustodyHolder => {
                let of_age = age::birthday(born, age::ADULT);
                self.runs.1 = self.runs.1.min(start_of_day(of_age));
                let last = of_age.yesterday().ok();
                let ends = self.until.is_none_or(|until| Some(until) > last);
                if ends && self.as_given().is_some() {
                    self.until = last;
                }
            }
            Capacity::YoungPerson => {
                self.runs.0 = self.runs.0.max(age::reached(born, age::OWN_HEALTH));
            }
            Capacity::Woman | Capacity::Adult | Capacity::Partner | Capacity::Representative => {}
        }
    }

    /// As it was given, when it was.
    pub fn as_given(&self) -> Option<&Noted<ConsentGiven>> {
        match &self.answer {
            Answer::Given(given) => Some(given),
            Answer::Refused(_) | Answer::NotPossible(_) => None,
        }
    }

    /// Where it stands at an instant.
    pub fn state(&self, now: Timestamp) -> ConsentState {
        match self.answer {
            Answer::Refused(_) => ConsentState::Refused,
            Answer::NotPossible(_) => ConsentState::NotPossible,
            Answer::Given(_) if self.scope.actors.is_empty() => ConsentState::Withdrawn,
            Answer::Given(_) if now >= self.runs.1 => ConsentState::Expired,
            Answer::Given(_) if now < self.runs.0 => ConsentState::Ahead,
            Answer::Given(_) => ConsentState::Running,
        }
    }

    /// Whether it counts at an instant and names a unit.
    pub fn names(&self, unit: &UnitId, now: Timestamp) -> bool {
        let named = self.scope.actors.contains(unit) && !self.left.contains(unit);
        self.runs.0 <= now && now < self.runs.1 && named
    }

    /// A unit takes no part in the pathway any more: what it may read on this consent ends.
    pub(super) fn ends_for(&mut self, unit: &UnitId) {
        self.left.push(unit.clone());
    }

    /// Whether a unit must be able to read what the consent says: it wrote it, or may rely on it.
    pub(crate) fn is_read_by(&self, unit: &UnitId, now: Timestamp) -> bool {
        self.names(unit, now) || self.writers.contains(unit)
    }

    /// The units that wrote it, each as often as it wrote.
    pub fn writers(&self) -> &[UnitId] {
        &self.writers
    }

    /// Whether an entry is one the consent was written in.
    pub(crate) fn stands_in(&self, entry: &EntryId) -> bool {
        self.entries.contains(entry)
    }

    /// Whether it lets the units it names read what a unit wrote about somebody.
    pub(crate) fn covers(&self, origin: &UnitId, about: &[PersonId], category: Category) -> bool {
        let partners = self.scope.giver.capacity == Capacity::Partner;
        self.scope.direction == Direction::Disclose
            && self.scope.categories.contains(&category)
            // What is said of a partner is his to give away, and nothing else is (row S2-044).
            && partners == (category == Category::Partner)
            && !self.scope.except.contains(origin)
            && !about.is_empty()
            && about.iter().all(|person| self.about.contains(person))
    }

    /// Whether it takes another custody holder's consent as well.
    pub(crate) fn needs_another(&self) -> bool {
        let giver = &self.scope.giver;
        giver.capacity == Capacity::CustodyHolder && giver.custody != Some(Custody::Alone)
    }

    /// Whether the child gave it itself.
    pub(crate) fn is_the_childs(&self) -> bool {
        self.scope.giver.capacity == Capacity::YoungPerson
    }

    /// Whether somebody who has custody gave it for a child.
    pub(crate) fn is_for_a_child(&self) -> bool {
        self.scope.giver.capacity == Capacity::CustodyHolder
    }

    /// The name of whoever gave it, when it is not the person herself.
    pub fn giver_name(&self) -> &str {
        &self.scope.giver.name
    }

    /// Whether two consents are two people's.
    pub(crate) fn is_anothers(&self, other: &Self) -> bool {
        let name = |consent: &Self| consent.scope.giver.name.trim().to_lowercase();
        other.needs_another() && name(self) != name(other)
    }

    /// What it may be used for.
    pub fn purpose(&self) -> Option<ConsentPurpose> {
        self.scope.purpose
    }

    /// When it begins or ends by itself, if that lies ahead.
    fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        if self.scope.actors.is_empty() {
            return None;
        }
        let ahead = |at: &Timestamp| *at > now && *at < Timestamp::MAX;
        [self.runs.0, self.runs.1].into_iter().filter(ahead).min()
    }
}

/// A pathway in which no consent runs (A02).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WithoutConsent<'a> {
    /// The last answer there was, when somebody was asked.
    pub last: Option<&'a Consent>,
}

impl WithoutConsent<'_> {
    /// Where the last answer stands; `unasked` when there is none.
    pub fn code(self, now: Timestamp) -> &'static str {
        self.last.map_or("unasked", |last| last.state(now).code())
    }

    /// The day to ask again, when one was agreed and has not been followed by another answer.
    pub fn ask_again(self) -> Option<Date> {
        match &self.last?.answer {
            Answer::Given(_) => None,
            Answer::Refused(refused) => refused.body.ask_again,
            Answer::NotPossible(tried) => Some(tried.body.ask_again),
        }
    }

    /// Since when: the last that was said.
    pub fn since(self) -> Option<Timestamp> {
        let last = self.last?;
        let began = match &last.answer {
            Answer::Given(given) => given.recorded,
            Answer::Refused(refused) => refused.recorded,
            Answer::NotPossible(tried) => tried.recorded,
        };
        let back = last.withdrawals.iter().map(|back| back.recorded).max();
        Some(back.map_or(began, |back| back.max(began)))
    }
}

fn add<T: Clone + PartialEq>(to: &mut Vec<T>, more: &[T]) {
    for one in more {
        if !to.contains(one) {
            to.push(one.clone());
        }
    }
}

/// The first instant after the last day.
fn end_of(until: Option<Date>) -> Timestamp {
    until
        .and_then(|day| day.tomorrow().ok())
        .map_or(Timestamp::MAX, start_of_day)
}

impl Pathway {
    /// Who has custody and has not said yes to a unit being told of some kinds of information.
    pub fn custody_missing(
        &self,
        unit: &UnitId,
        categories: &[Category],
        now: Timestamp,
    ) -> Vec<&str> {
        let standing = self.standing(now);
        let theirs = |kind: &Category| standing.is_none_or(|of| of.is_for_custody(*kind));
        let Some(stated) = self.child.custody() else {
            return Vec::new();
        };
        if !categories.iter().any(theirs) {
            return Vec::new();
        }
        let covers = |c: &&Consent| {
            let all = categories.iter().all(|k| c.scope.categories.contains(k));
            c.is_for_a_child()
                && c.scope.direction == Direction::Disclose
                && c.names(unit, now)
                && all
        };
        let said = self.consents.iter().filter(covers);
        let names: Vec<&str> = said.map(Consent::giver_name).collect();
        stated.missing(&names)
    }

    /// The consent with a reference.
    pub fn consent(&self, reference: &str) -> Option<&Consent> {
        self.consents
            .iter()
            .find(|c| c.reference.as_str() == reference)
    }

    /// How a pathway without a consent stands, as a unit knows it; none when one runs that lets somebody be asked or told.
    pub fn without_consent(&self, unit: &UnitId, now: Timestamp) -> Option<WithoutConsent<'_>> {
        let to_know = |consent: &&Consent| {
            consent.scope.direction != Direction::Meet && consent.is_read_by(unit, now)
        };
        let known = || self.consents.iter().filter(to_know);
        let runs = |consent: &Consent| consent.state(now) == ConsentState::Running;
        if known().any(runs) {
            return None;
        }
        Some(WithoutConsent {
            last: known().next_back(),
        })
    }

    /// When what a consent opens changes by the passing of time.
    pub fn consents_change(&self, now: Timestamp) -> Option<Timestamp> {
        let by_day = self.consents.iter().filter_map(|c| c.next_change(now));
        // What a consent for a child opens changes with its age.
        let family = |c: &Consent| c.is_for_a_child() || c.is_the_childs();
        let born = self.child.birthday();
        let born = born.filter(|_| self.consents.iter().any(family));
        let ages = [age::OWN_HEALTH, age::ADULT];
        let birthdays = born
            .into_iter()
            .flat_map(|born| ages.map(|years| age::reached(born, years)));
        by_day.chain(birthdays.filter(|at| *at > now)).min()
    }
}
