// SPDX-License-Identifier: EUPL-1.2
//! From facts to duties.
//!
//! The engine goes through the rules, an originating rule before those that its breach starts. For each rule it finds the
//! starts, binds each to the agreement version in force then, and for each position finds what fulfilled the duty
//! (`done`), what made it fall away (`ended`) and by when it was due. Status follows from these three and `now`:
//! done before ended is on time or late; otherwise ended no later than due is void; otherwise explained (law never is);
//! otherwise ended is missed; otherwise overdue, or still to come. What lacks an answer or an anchor is unsettled.
//! Nothing here is kept between two derivations except memory.

mod case;
mod fulfil;
mod ground;
mod judge;
mod moment;
mod name;
mod spend;
mod starts;

pub(crate) use case::{Case, NO_STEP, NONE, Occasion};
pub(crate) use ground::{Ground, Index};
pub(crate) use moment::Moment;
pub(crate) use name::{Words, write_key, write_step};

use crate::agreement::Agreement;
use crate::calendar::{Calendar, Minute};
use crate::fact::{FactIx, Journal, narrow};
use crate::rule::plan::Plan;
use crate::rule::{RuleIx, Rulebook};

/// How a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Done by its due.
    OnTime {
        /// Done before due, but written down after it; counted apart.
        recorded_late: bool,
    },
    /// Done after its due.
    Late,
    /// Fell away before its due.
    Void,
    /// Not done, and somebody wrote why: before its due no breach, after it a breach with its reason.
    Explained,
    /// Fell away after its due: a breach, but off the worklists.
    Missed,
    /// Not done, and its due is past.
    Overdue,
    /// Not to be shown yet.
    Scheduled,
    /// Its due is near.
    DueSoon,
    /// To be done.
    Open,
    /// Without a deadline, since the agreement does not answer or a date is not known.
    Unsettled,
}

/// What an unsettled duty lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lacks(pub(crate) u8);

impl Lacks {
    pub(crate) const AGREEMENT: Self = Self(1);
    pub(crate) const ANCHOR: Self = Self(2);
    pub(crate) const ATTRIBUTE: Self = Self(4);

    /// An answer in the cooperation agreement.
    pub fn agreement(self) -> bool {
        self.0 & Self::AGREEMENT.0 != 0
    }

    /// An anchor, such as the first day of the last menstrual period.
    pub fn anchor(self) -> bool {
        self.0 & Self::ANCHOR.0 != 0
    }

    /// A date in the starting fact.
    pub fn attribute(self) -> bool {
        self.0 & Self::ATTRIBUTE.0 != 0
    }

    /// Whether nothing is lacking.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A duty: who must do what is its rule's matter, by when and how it stands are here. Words are made on demand, by
/// [`Derivation::key`] and [`crate::why`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    pub(crate) occasion: Occasion,
    /// How it stands.
    pub status: Status,
    /// When it started.
    pub trigger: Minute,
    /// By when it is to be done; `None` without a date, or while there is none.
    pub due: Option<Minute>,
    /// From when it is shown, if its rule says so.
    pub opens: Option<Minute>,
    /// When it was done.
    pub done: Option<Minute>,
    /// When it fell away.
    pub ended: Option<Minute>,
    /// When it was explained.
    pub explained: Option<Minute>,
    /// The due that the proposed agreement would give, when unsettled. Shown beside, never counted.
    pub proposed: Option<Minute>,
    /// What an unsettled duty lacks.
    pub lacks: Lacks,
    /// How many of its rule's reminders have come, while it is open.
    pub level: u8,
    pub(crate) done_fact: u32,
    pub(crate) ended_fact: u32,
}

impl Duty {
    /// The number of its rule.
    pub fn rule(&self) -> RuleIx {
        RuleIx(self.occasion.rule)
    }

    /// The fact that started it; for a duty that a breach started, the fact behind the breached duty.
    pub fn starting_fact(&self) -> FactIx {
        FactIx(self.occasion.fact)
    }

    /// The fact that fulfilled it; of several, the last.
    pub fn fulfilling_fact(&self) -> Option<FactIx> {
        (self.done_fact != NONE).then_some(FactIx(self.done_fact))
    }

    /// The fact that made it fall away.
    pub fn ending_fact(&self) -> Option<FactIx> {
        (self.ended_fact != NONE).then_some(FactIx(self.ended_fact))
    }

    /// Whether somebody still has to do it.
    pub fn is_open(&self) -> bool {
        match self.status {
            Status::Overdue | Status::Scheduled | Status::DueSoon | Status::Open => true,
            Status::Unsettled => self.done.is_none(),
            Status::OnTime { .. }
            | Status::Late
            | Status::Void
            | Status::Explained
            | Status::Missed => false,
        }
    }

    /// Whether its due passed before it was done or fell away. The breach is charged to who owed it at its due.
    pub fn is_breached(&self) -> bool {
        match self.status {
            Status::Late | Status::Missed | Status::Overdue => true,
            // Explained before its due is no breach.
            Status::Explained => self
                .due
                .zip(self.explained)
                .is_some_and(|(due, at)| at > due),
            Status::OnTime { .. }
            | Status::Void
            | Status::Scheduled
            | Status::DueSoon
            | Status::Open
            | Status::Unsettled => false,
        }
    }
}

/// All duties of a pathway at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derivation {
    /// By due (none last), rule, key.
    pub duties: Vec<Duty>,
    /// The first minute at which anything here changes without a new fact.
    pub next_change: Option<Minute>,
}

impl Derivation {
    /// The key of a duty, unique within its rule and pathway.
    pub fn key(
        &self,
        rulebook: &Rulebook,
        journal: &Journal,
        agreement: &Agreement,
        duty: &Duty,
    ) -> String {
        let words = Words {
            plan: &rulebook.plan,
            journal,
            agreement,
            duties: &self.duties,
        };
        let mut key = String::new();
        write_key(&words, &duty.occasion, &mut key);
        key
    }
}

/// Derives once. Who derives for many pathways keeps an [`Engine`].
pub fn derive(
    rulebook: &Rulebook,
    calendar: &Calendar,
    journal: &Journal,
    agreement: &Agreement,
    now: Minute,
) -> Derivation {
    let mut derivation = Derivation::default();
    Engine::new(rulebook, calendar).derive_into(journal, agreement, now, &mut derivation);
    derivation
}

/// A rulebook and a calendar with memory that is used again for each pathway.
#[derive(Debug)]
pub struct Engine<'r> {
    rulebook: &'r Rulebook,
    calendar: &'r Calendar,
    index: Index,
    occasions: Vec<Occasion>,
    /// Per duty: due, rule and number, packed.
    order: Vec<u64>,
    sorted: Vec<Duty>,
    moved_to: Vec<u32>,
}

impl<'r> Engine<'r> {
    /// An engine for one rulebook.
    pub fn new(rulebook: &'r Rulebook, calendar: &'r Calendar) -> Self {
        Self {
            rulebook,
            calendar,
            index: Index::default(),
            occasions: Vec::new(),
            order: Vec::new(),
            sorted: Vec::new(),
            moved_to: Vec::new(),
        }
    }

    /// Derives into `out`, whose memory is used again. Facts that occur after `now` do not exist yet. The journal must
    /// have been made for this engine's rulebook and calendar.
    pub fn derive_into(
        &mut self,
        journal: &Journal,
        agreement: &Agreement,
        now: Minute,
        out: &mut Derivation,
    ) {
        out.duties.clear();
        out.next_change = None;
        let plan = &self.rulebook.plan;
        let known = self.index.build(plan, journal, self.calendar, now);
        out.next_change = next_fact(plan, journal, known, now);
        let ground = Ground {
            rulebook: self.rulebook,
            plan,
            calendar: self.calendar,
            journal,
            agreement,
            now,
            index: &self.index,
            strict: false,
        };
        for rule in &plan.order {
            ground.derive_rule(*rule, &mut self.occasions, out);
        }
        self.sort(journal, agreement, out);
    }

    /// Sorts by due, rule and key. Keys are only made where due and rule are equal.
    fn sort(&mut self, journal: &Journal, agreement: &Agreement, out: &mut Derivation) {
        self.order.clear();
        let mut chained = false;
        for (place, duty) in out.duties.iter().enumerate() {
            let due = duty
                .due
                .map_or(u32::MAX, |due| due.0.cast_unsigned() ^ (1 << 31));
            // Twelve bits hold the number of any rule; twenty the number of any duty.
            let rank = u64::from(due) << 32 | u64::from(duty.occasion.rule) << 20;
            self.order.push(rank | u64::from(narrow(place)));
            chained |= duty.occasion.parent != NONE;
        }
        self.order.sort_unstable();
        let words = Words {
            plan: &self.rulebook.plan,
            journal,
            agreement,
            duties: &out.duties,
        };
        for equal in self
            .order
            .chunk_by_mut(|one, other| one >> 20 == other >> 20)
        {
            if equal.len() > 1 {
                sort_by_key(&words, equal);
            }
        }
        self.sorted.clear();
        let duties = &out.duties;
        let in_order = self
            .order
            .iter()
            .filter_map(|rank| at(duties, place_of(*rank)));
        self.sorted.extend(in_order);
        if chained {
            self.renumber_parents();
        }
        std::mem::swap(&mut self.sorted, &mut out.duties);
    }

    /// Duties that a breach started find the breached one by its number, which sorting has changed.
    fn renumber_parents(&mut self) {
        self.moved_to.clear();
        self.moved_to.resize(self.order.len(), NONE);
        for (to, rank) in (0_u32..).zip(&self.order) {
            let from = usize::try_from(place_of(*rank)).ok();
            if let Some(place) = from.and_then(|from| self.moved_to.get_mut(from)) {
                *place = to;
            }
        }
        for duty in &mut self.sorted {
            if duty.occasion.parent != NONE {
                let to = at(&self.moved_to, duty.occasion.parent);
                duty.occasion.parent = to.copied().unwrap_or(NONE);
            }
        }
    }
}

/// When the next fact comes to exist, by either of its two times.
fn next_fact(plan: &Plan, journal: &Journal, known: usize, now: Minute) -> Option<Minute> {
    let occurs = journal.facts.get(known).map(|fact| fact.at);
    if !plan.rules.iter().any(|rule| rule.recorded) {
        return occurs;
    }
    let written = journal.facts.iter().map(|fact| fact.recorded);
    written.filter(|at| *at > now).chain(occurs).min()
}

/// The number of a duty in its rank.
fn place_of(rank: u64) -> u32 {
    u32::try_from(rank & 0xf_ffff).unwrap_or(NONE)
}

fn sort_by_key(words: &Words<'_>, equal: &mut [u64]) {
    let key = |place: u32| {
        let mut key = String::new();
        if let Some(duty) = at(words.duties, place) {
            write_key(words, &duty.occasion, &mut key);
        }
        key
    };
    let mut keyed: Vec<(String, u64)> = equal
        .iter()
        .map(|rank| (key(place_of(*rank)), *rank))
        .collect();
    keyed.sort();
    for (slot, (_, rank)) in equal.iter_mut().zip(keyed) {
        *slot = rank;
    }
}

/// The element at an index in its stored width.
pub(crate) fn at<T>(list: &[T], index: u32) -> Option<&T> {
    list.get(usize::try_from(index).ok()?)
}
