// SPDX-License-Identifier: EUPL-1.2
//! One pathway's facts, in order, ready for one compiled rulebook.

use super::{NO_DATE, NO_VALUE, Occurred, RawFact, Schema};
use crate::calendar::{Calendar, Day, Minute};
use crate::rule::Rulebook;
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// A fact that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "fact {seq} (`{kind}`), attribute `{attribute}`: `{value}` is not a date; write YYYY-MM-DD"
)]
pub struct FactError {
    /// Place of the fact in the journal.
    pub seq: u32,
    /// Its type.
    pub kind: String,
    /// The attribute that a rule reads as a date.
    pub attribute: String,
    /// What stands there.
    pub value: String,
}

/// The number of a fact in its [`Journal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactIx(pub(crate) u32);

/// A point in the order of a journal: a minute, and the place among facts of that minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) at: Minute,
    pub(crate) day: Day,
    pub(crate) seq: u32,
    /// Known to the day only.
    pub(crate) coarse: bool,
}

impl Point {
    /// Strictly after. Where either is known to the day only, dates are compared, then places.
    #[inline]
    pub(crate) fn is_after(&self, other: &Self) -> bool {
        if self.coarse || other.coarse {
            (self.day, self.seq) > (other.day, other.seq)
        } else {
            (self.at, self.seq) > (other.at, other.seq)
        }
    }
}

/// A fact with its words turned into numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fact {
    pub(crate) at: Minute,
    pub(crate) day: Day,
    pub(crate) recorded: Minute,
    pub(crate) seq: u32,
    /// Where its attribute values begin.
    first: u32,
    root: u32,
    pub(crate) kind: u16,
    coarse: bool,
}

impl Fact {
    #[inline]
    pub(crate) fn point(&self) -> Point {
        Point {
            at: self.at,
            day: self.day,
            seq: self.seq,
            coarse: self.coarse,
        }
    }
}

/// One pathway's facts that some rule names, ordered by when they occurred, then by place.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    pub(crate) facts: Vec<Fact>,
    values: Vec<u32>,
    /// Texts of the values that no rule compares with.
    texts: Vec<Box<str>>,
    known_values: u32,
    /// Per type: where its facts begin in `by_kind`, and one more.
    begins: Vec<u32>,
    /// The numbers of the facts, grouped by type, in order within each.
    by_kind: Vec<u32>,
    /// No fact is known to the day only, so that the order of facts is that of their numbers.
    pub(crate) exact: bool,
}

impl Journal {
    /// Reads facts for a rulebook. The order of `facts` does not matter.
    ///
    /// # Errors
    /// When an attribute that a rule reads as a date is none.
    pub fn new(
        rulebook: &Rulebook,
        calendar: &Calendar,
        facts: &[RawFact],
    ) -> Result<Self, FactError> {
        let schema = &rulebook.plan.schema;
        let mut journal = Self {
            known_values: schema.value_count(),
            ..Self::default()
        };
        let mut local = HashMap::default();
        for raw in facts {
            let Some(kind) = schema.find_kind(&raw.kind) else {
                continue;
            };
            let first = narrow(journal.values.len());
            for slot in schema.slots(kind) {
                let text = raw.attribute(&slot.name);
                let value = match (text, slot.date) {
                    (None, true) => NO_DATE.cast_unsigned(),
                    (None, false) => NO_VALUE,
                    (Some(text), true) => date(raw, &slot.name, text)?.0.cast_unsigned(),
                    (Some(text), false) => journal.intern(schema, &mut local, text),
                };
                journal.values.push(value);
            }
            let root = match &raw.root {
                Some(root) => journal.intern(schema, &mut local, root),
                None => NO_VALUE,
            };
            journal
                .facts
                .push(prepare(calendar, raw, kind, (first, root)));
        }
        journal.facts.sort_by_key(|fact| (fact.at, fact.seq));
        journal.exact = !journal.facts.iter().any(|fact| fact.coarse);
        journal.group(schema.kind_count());
        Ok(journal)
    }

    /// Groups the facts by type.
    fn group(&mut self, kinds: usize) {
        let mut numbered: Vec<(u16, u32)> =
            self.facts.iter().map(|fact| fact.kind).zip(0..).collect();
        numbered.sort_unstable();
        let mut rest = numbered.as_slice();
        for kind in 0..=kinds {
            let begin = rest.partition_point(|(other, _)| usize::from(*other) < kind);
            rest = rest.get(begin..).unwrap_or_default();
            self.begins.push(narrow(numbered.len() - rest.len()));
        }
        self.by_kind = numbered.into_iter().map(|(_, number)| number).collect();
    }

    /// The facts of a type among the first `known` facts.
    #[inline]
    pub(crate) fn of_kind(&self, kind: u16, known: u32) -> &[u32] {
        let bound = |place: usize| {
            let begin = self.begins.get(place).copied();
            begin.and_then(|begin| usize::try_from(begin).ok())
        };
        let place = usize::from(kind);
        let Some((from, to)) = bound(place).zip(bound(place + 1)) else {
            return &[];
        };
        let all = self.by_kind.get(from..to).unwrap_or_default();
        if all.last().is_some_and(|last| *last >= known) {
            let count = all.partition_point(|number| *number < known);
            return all.get(..count).unwrap_or_default();
        }
        all
    }

    fn intern<'t>(
        &mut self,
        schema: &Schema,
        local: &mut HashMap<&'t str, u32, RandomState>,
        text: &'t str,
    ) -> u32 {
        if let Some(known) = schema.find_value(text).or_else(|| local.get(text).copied()) {
            return known;
        }
        self.texts.push(text.into());
        let value = self.known_values + narrow(self.texts.len());
        local.insert(text, value);
        value
    }

    #[inline]
    pub(crate) fn fact(&self, index: u32) -> Option<&Fact> {
        self.facts.get(usize::try_from(index).ok()?)
    }

    #[inline]
    pub(crate) fn raw_value(&self, fact: &Fact, slot: usize) -> Option<u32> {
        let place = usize::try_from(fact.first).ok()? + slot;
        self.values.get(place).copied()
    }

    /// The text of a value.
    pub(crate) fn text<'a>(&'a self, schema: &'a Schema, value: u32) -> Option<&'a str> {
        match value.checked_sub(self.known_values + 1) {
            Some(local) => self
                .texts
                .get(usize::try_from(local).ok()?)
                .map(|text| &**text),
            None => schema.value_text(value),
        }
    }

    /// The id that names a fact in keys, if it has one of its own.
    pub(crate) fn root<'a>(&'a self, schema: &'a Schema, fact: &Fact) -> Option<&'a str> {
        self.text(schema, fact.root)
    }

    /// Place of a fact in the journal it was read from.
    pub fn seq(&self, fact: FactIx) -> Option<u32> {
        self.fact(fact.0).map(|fact| fact.seq)
    }

    /// When a fact occurred.
    pub fn occurred(&self, fact: FactIx) -> Option<Minute> {
        self.fact(fact.0).map(|fact| fact.at)
    }
}

fn date(raw: &RawFact, attribute: &str, text: &str) -> Result<Day, FactError> {
    Day::parse(text).ok_or_else(|| FactError {
        seq: raw.seq,
        kind: raw.kind.clone().into_owned(),
        attribute: attribute.to_owned(),
        value: text.to_owned(),
    })
}

fn prepare(calendar: &Calendar, raw: &RawFact, kind: u16, (first, root): (u32, u32)) -> Fact {
    let (at, day, coarse) = match raw.occurred {
        Occurred::At(minute) => (minute, calendar.day_of(minute), false),
        Occurred::On(day) => (calendar.start_of(day), day, true),
    };
    Fact {
        at,
        day,
        recorded: raw.recorded.unwrap_or(at),
        seq: raw.seq,
        first,
        root,
        kind,
        coarse,
    }
}

/// An index in its stored width. More than four billion facts in one pathway do not occur.
pub(crate) fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
