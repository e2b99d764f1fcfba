// SPDX-License-Identifier: EUPL-1.2
//! One pathway laid out for the rules: facts by type, when states hold, what anchors are known to be.

use super::case::{Case, NO_STEP, NONE, Occasion};
use crate::agreement::Agreement;
use crate::calendar::{Calendar, Day, Minute};
use crate::fact::{Fact, Journal, NO_DATE, NO_VALUE, Point, narrow};
use crate::rule::Rulebook;
use crate::rule::plan::{MatchPlan, Plan, RulePlan, StatePlan, WantedPlan};

/// Facts by type, states and anchors; memory that is used again.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// How many facts have occurred.
    pub(crate) count: u32,
    intervals: Vec<Interval>,
    /// Per state: where its intervals begin, and one more.
    state_begins: Vec<u32>,
    known: Vec<Known>,
    /// Per anchor: where its values begin, and one more.
    anchor_begins: Vec<u32>,
}

/// A time during which a state holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Interval {
    pub(crate) from: Point,
    pub(crate) fact: u32,
    pub(crate) to: Option<Point>,
}

/// What an anchor was known to be from a point on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub(crate) since: Point,
    pub(crate) fact: u32,
    pub(crate) day: Day,
    /// To the minute, when the anchor is a fact itself.
    pub(crate) at: Option<Minute>,
}

impl Index {
    /// Lays out the facts that have occurred; answers with how many.
    pub(crate) fn build(
        &mut self,
        plan: &Plan,
        journal: &Journal,
        calendar: &Calendar,
        now: Minute,
    ) -> usize {
        // Nearly always everything has occurred, and then nothing need be searched for.
        let all = journal.facts.last().is_none_or(|last| last.at <= now);
        let count = if all {
            journal.facts.len()
        } else {
            journal.facts.partition_point(|fact| fact.at <= now)
        };
        let facts = journal.facts.get(..count).unwrap_or_default();
        self.count = narrow(count);
        self.intervals.clear();
        self.state_begins.clear();
        for state in &plan.states {
            self.state_begins.push(narrow(self.intervals.len()));
            self.state(plan, journal, state, facts);
        }
        self.state_begins.push(narrow(self.intervals.len()));
        self.known.clear();
        self.anchor_begins.clear();
        for anchor in 0..plan.anchors.len() {
            self.anchor_begins.push(narrow(self.known.len()));
            self.anchor(plan, journal, calendar, anchor);
        }
        self.anchor_begins.push(narrow(self.known.len()));
        count
    }

    fn state(&mut self, plan: &Plan, journal: &Journal, state: &StatePlan, facts: &[Fact]) {
        let reader = Reader { plan, journal };
        let Some(to) = &state.to else {
            let first = state.from.kinds.iter().filter_map(|kind| {
                let mut of_kind = journal.of_kind(*kind, self.count).iter();
                of_kind.find(|number| {
                    journal
                        .fact(**number)
                        .is_some_and(|fact| reader.matches(&state.from, fact))
                })
            });
            if let Some((number, fact)) = first
                .min()
                .and_then(|number| Some((*number, journal.fact(*number)?)))
            {
                self.intervals.push(Interval {
                    from: fact.point(),
                    fact: number,
                    to: None,
                });
            }
            return;
        };
        let mut open = None;
        for (number, fact) in facts.iter().enumerate() {
            match open {
                None if state.from.kinds.contains(&fact.kind)
                    && reader.matches(&state.from, fact) =>
                {
                    open = Some((fact.point(), narrow(number)));
                }
                Some((from, start))
                    if to.kinds.contains(&fact.kind) && reader.matches(to, fact) =>
                {
                    self.intervals.push(Interval {
                        from,
                        fact: start,
                        to: Some(fact.point()),
                    });
                    open = None;
                }
                _ => {}
            }
        }
        if let Some((from, fact)) = open {
            self.intervals.push(Interval {
                from,
                fact,
                to: None,
            });
        }
    }

    fn anchor(&mut self, plan: &Plan, journal: &Journal, calendar: &Calendar, anchor: usize) {
        let reader = Reader { plan, journal };
        let first = self.known.len();
        for source in plan.anchors.get(anchor).map_or(&[][..], Vec::as_slice) {
            for number in journal.of_kind(source.kind, self.count) {
                let Some(fact) = journal.fact(*number) else {
                    continue;
                };
                let (day, at) = match source.attribute {
                    Some(attribute) => match reader.date(fact, attribute) {
                        Some(day) => (day.plus(source.days), None),
                        None => continue,
                    },
                    None if source.days == 0 => (fact.day, Some(fact.at)),
                    None => (calendar.day_of(fact.at).plus(source.days), None),
                };
                self.known.push(Known {
                    since: fact.point(),
                    fact: *number,
                    day,
                    at,
                });
            }
        }
        if let Some(values) = self.known.get_mut(first..) {
            values.sort_by_key(|known| known.fact);
        }
    }

    pub(crate) fn intervals(&self, state: u16) -> &[Interval] {
        span(&self.intervals, &self.state_begins, usize::from(state))
    }

    pub(crate) fn known(&self, anchor: u16) -> &[Known] {
        span(&self.known, &self.anchor_begins, usize::from(anchor))
    }
}

/// The part of a list that belongs to a number.
fn span<'l, T>(list: &'l [T], begins: &[u32], number: usize) -> &'l [T] {
    let bound = |place: usize| {
        begins
            .get(place)
            .and_then(|begin| usize::try_from(*begin).ok())
    };
    match (bound(number), bound(number + 1)) {
        (Some(from), Some(to)) => list.get(from..to).unwrap_or_default(),
        _ => &[],
    }
}

/// Reads attributes.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) journal: &'a Journal,
}

impl Reader<'_> {
    #[inline]
    pub(crate) fn value(self, fact: &Fact, attribute: u16) -> u32 {
        self.plan
            .schema
            .slot(fact.kind, attribute)
            .and_then(|slot| self.journal.raw_value(fact, slot))
            .unwrap_or(NO_VALUE)
    }

    pub(crate) fn date(self, fact: &Fact, attribute: u16) -> Option<Day> {
        let slot = self.plan.schema.slot(fact.kind, attribute)?;
        let date = self.journal.raw_value(fact, slot)?.cast_signed();
        (date != NO_DATE).then_some(Day(date))
    }

    /// Whether a fact of the right type has the right attributes, where there is no start to compare with.
    pub(crate) fn matches(self, on: &MatchPlan, fact: &Fact) -> bool {
        on.filters.iter().all(|(attribute, wanted)| {
            let value = self.value(fact, *attribute);
            wanted
                .iter()
                .any(|wanted| matches!(wanted, WantedPlan::Value(wanted) if *wanted == value))
        })
    }
}

/// Everything a derivation reads.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub(crate) rulebook: &'a Rulebook,
    pub(crate) plan: &'a Plan,
    pub(crate) calendar: &'a Calendar,
    pub(crate) journal: &'a Journal,
    pub(crate) agreement: &'a Agreement,
    pub(crate) now: Minute,
    pub(crate) index: &'a Index,
    /// An anchor that became known later than asked about is not known.
    pub(crate) strict: bool,
}

impl<'a> Ground<'a> {
    pub(crate) fn reader(&self) -> Reader<'a> {
        Reader {
            plan: self.plan,
            journal: self.journal,
        }
    }

    /// The facts of a type that have occurred, in order.
    #[inline]
    pub(crate) fn of_kind(&self, kind: u16) -> &'a [u32] {
        self.journal.of_kind(kind, self.index.count)
    }

    #[inline]
    pub(crate) fn fact(&self, number: u32) -> Option<&'a Fact> {
        self.journal.fact(number)
    }

    pub(crate) fn case(&self, occasion: Occasion) -> Option<Case<'a>> {
        let rule = self.plan.rule(occasion.rule)?;
        let start = rule.starts.get(usize::from(occasion.start))?;
        let case = Case {
            occasion,
            rule,
            start,
            floor: self.floor(&occasion, rule),
            day: None,
        };
        Some(if occasion.step == NO_STEP {
            case
        } else {
            self.placed(&case, occasion.step)
        })
    }

    /// A case at one of its positions.
    pub(crate) fn placed(&self, case: &Case<'a>, step: u16) -> Case<'a> {
        let mut placed = *case;
        placed.occasion.step = step;
        if !placed.rule.moving {
            placed.day = self.position(&placed, None).ok();
        }
        placed
    }

    /// The number of the first fact that can lie after a start.
    fn floor(&self, occasion: &Occasion, rule: &RulePlan) -> u32 {
        if rule.recorded || !self.journal.exact {
            return 0;
        }
        let number = if occasion.moved == NONE {
            occasion.fact
        } else {
            occasion.moved
        };
        let point = &occasion.point;
        match self.fact(number) {
            Some(fact) if fact.at == point.at && fact.seq == point.seq => number + 1,
            _ => narrow(
                self.journal
                    .facts
                    .partition_point(|fact| (fact.at, fact.seq) <= (point.at, point.seq)),
            ),
        }
    }

    /// Where a fact stands by the clock of a rule; `None` when it is not written yet.
    #[inline]
    pub(crate) fn point(&self, fact: &Fact, recorded: bool) -> Option<Point> {
        if !recorded {
            return Some(fact.point());
        }
        (fact.recorded <= self.now).then(|| Point {
            at: fact.recorded,
            day: self.calendar.day_of(fact.recorded),
            seq: fact.seq,
            coarse: false,
        })
    }

    /// Whether a fact of the right type has the right attributes for this duty.
    #[inline]
    pub(crate) fn matches(&self, on: &MatchPlan, fact: &Fact, case: &Case<'_>) -> bool {
        if on.same.is_empty() && on.filters.is_empty() {
            return true;
        }
        let reader = self.reader();
        let own = |attribute: u16| {
            let start = self.fact(case.occasion.fact);
            start.map_or(NO_VALUE, |start| reader.value(start, attribute))
        };
        let equal = |value: u32, other: u32| value != NO_VALUE && value == other;
        on.same
            .iter()
            .all(|attribute| equal(reader.value(fact, *attribute), own(*attribute)))
            && on.filters.iter().all(|(attribute, wanted)| {
                let value = reader.value(fact, *attribute);
                wanted.iter().any(|wanted| match wanted {
                    WantedPlan::Value(wanted) => equal(value, *wanted),
                    WantedPlan::Attribute(other) => equal(value, own(*other)),
                    WantedPlan::Step => self.is_step(value, case),
                })
            })
    }

    /// What an anchor was known to be at a point: the newest value, or the first one that came later unless
    /// the ground is strict. Without a point, the newest of all.
    pub(crate) fn anchor(&self, anchor: u16, known_at: Option<&Point>) -> Option<&'a Known> {
        let values = self.index.known(anchor);
        let Some(point) = known_at else {
            return values.last();
        };
        let then = values.iter().rfind(|known| !known.since.is_after(point));
        then.or(values.first().filter(|_| !self.strict))
    }

    /// Whether a state holds at a point.
    pub(crate) fn holds(&self, state: u16, point: &Point) -> bool {
        self.index.intervals(state).iter().any(|interval| {
            !interval.from.is_after(point) && interval.to.is_none_or(|to| to.is_after(point))
        })
    }

    /// When a state holds or first begins to, from a point on.
    pub(crate) fn state_from(&self, state: u16, point: &Point) -> Option<&'a Interval> {
        let mut intervals = self.index.intervals(state).iter();
        intervals.find(|interval| interval.to.is_none_or(|to| to.is_after(point)))
    }

    /// The first move after a start; when it has started anew already, the first one further on in the journal.
    pub(crate) fn move_after(&self, occasion: &Occasion) -> Option<(Point, u32)> {
        let moves = self.plan.moves.as_ref()?;
        let mut first: Option<u32> = None;
        for kind in &moves.kinds {
            let mut of_kind = self.of_kind(*kind).iter();
            let found = of_kind.find(|number| {
                self.fact(**number).is_some_and(|fact| {
                    fact.point().is_after(&occasion.point)
                        && (occasion.moved == NONE || occasion.moved < **number)
                        && self.reader().matches(moves, fact)
                })
            });
            first = first.into_iter().chain(found.copied()).min();
        }
        let number = first.filter(|number| *number != NONE)?;
        Some((self.fact(number)?.point(), number))
    }
}
