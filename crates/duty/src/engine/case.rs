// SPDX-License-Identifier: EUPL-1.2
//! One duty before it is judged: which start, which position, which agreement.

use crate::calendar::{Day, Minute};
use crate::engine::Lacks;
use crate::fact::Point;
use crate::rule::plan::{RulePlan, StartPlan};

/// No fact, no duty.
pub(crate) const NONE: u32 = u32::MAX;
/// No position.
pub(crate) const NO_STEP: u16 = u16::MAX;
/// No version of the agreement.
pub(crate) const NO_VERSION: u16 = u16::MAX;

/// What a duty was made from, as plain numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Occasion {
    pub(crate) rule: u16,
    /// Which of the rule's starts.
    pub(crate) start: u16,
    /// Which of the start's positions.
    pub(crate) step: u16,
    /// The agreement version it is bound to.
    pub(crate) version: u16,
    /// The starting fact.
    pub(crate) fact: u32,
    /// The duty whose breach started it.
    pub(crate) parent: u32,
    /// The move at which it started anew.
    pub(crate) moved: u32,
    /// What lies after this lies after the start.
    pub(crate) point: Point,
    /// From when time is counted: the start, or when an agreement first answered.
    pub(crate) base_at: Minute,
    pub(crate) base_day: Day,
    /// What is lacking before any deadline is looked at.
    pub(crate) lacks: Lacks,
}

impl Occasion {
    pub(crate) fn version(&self) -> Option<u16> {
        (self.version != NO_VERSION).then_some(self.version)
    }

    /// Counts from a point.
    pub(crate) fn counted_from(mut self, point: Point) -> Self {
        self.base_at = point.at;
        self.base_day = point.day;
        self
    }
}

/// An occasion with its rule at hand.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) occasion: Occasion,
    pub(crate) rule: &'a RulePlan,
    pub(crate) start: &'a StartPlan,
    /// No fact with a smaller number lies after the start.
    pub(crate) floor: u32,
    /// The day of its position, when no anchor can move it.
    pub(crate) day: Option<Day>,
}

/// What makes a duty fall away.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End {
    pub(crate) point: Point,
    pub(crate) fact: u32,
    pub(crate) cause: EndCause,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EndCause {
    /// A state or a fact.
    Void,
    /// What the duty was to be done before.
    Limit,
    /// The pathway moved.
    Moved,
}

/// What fulfilled a duty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Done {
    pub(crate) point: Point,
    pub(crate) fact: u32,
    /// When the last of the facts it took was written.
    pub(crate) recorded: Minute,
}
