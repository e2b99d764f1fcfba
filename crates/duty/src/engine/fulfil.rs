// SPDX-License-Identifier: EUPL-1.2
//! Which facts fulfil a duty, and what makes it fall away.

use super::case::{Case, Done, End, EndCause};
use super::moment::Moment;
use super::{Ground, Lacks};
use crate::calendar::Minute;
use crate::fact::{Fact, Point};
use crate::rule::plan::{AmountPlan, DuePlan, ExprPlan, FromPlan, MatchPlan, VoidPlan};

/// Between which minutes facts count, when that does not depend on the fact.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    from: Minute,
    till: Minute,
}

/// Where to look: what a fact must satisfy before anything else is asked of it.
#[derive(Clone, Copy)]
struct Search {
    /// The smallest number of a fact.
    floor: u32,
    bounds: Option<Bounds>,
}

impl Ground<'_> {
    /// The first fact after the start that matches, by the rule's clock.
    pub(crate) fn first_after(&self, on: &MatchPlan, case: &Case<'_>) -> Option<(Point, u32)> {
        let search = Search {
            floor: case.floor,
            bounds: None,
        };
        self.first(on, case, search, |_, point| {
            point.is_after(&case.occasion.point)
        })
    }

    /// The first fact in order for which `counts` holds.
    #[inline]
    fn first(
        &self,
        on: &MatchPlan,
        case: &Case<'_>,
        search: Search,
        counts: impl Fn(&Fact, &Point) -> bool,
    ) -> Option<(Point, u32)> {
        let recorded = case.rule.recorded;
        let mut best: Option<(Point, u32)> = None;
        for kind in &on.kinds {
            for number in self.of_kind(*kind) {
                if *number < search.floor {
                    continue;
                }
                let Some(fact) = self.fact(*number) else {
                    continue;
                };
                let outside = |bounds: Bounds| fact.at < bounds.from || bounds.till < fact.at;
                if !recorded && search.bounds.is_some_and(outside) {
                    continue;
                }
                let Some(point) = self.point(fact, recorded) else {
                    continue;
                };
                if !counts(fact, &point) || !self.matches(on, fact, case) {
                    continue;
                }
                if best.is_none_or(|(best, _)| (point.at, point.seq) < (best.at, best.seq)) {
                    best = Some((point, *number));
                }
                // By the time of occurrence the facts of a type stand in order, so none further on is earlier.
                if !recorded {
                    break;
                }
            }
        }
        best
    }

    /// What fulfilled a duty, other than by spending.
    pub(crate) fn done(&self, case: &Case<'_>) -> Option<Done> {
        let plan = &case.rule.done;
        // Bounds that an anchor can move are looked at anew for each fact, as the anchor was known then.
        let fixed = if case.rule.moving {
            None
        } else {
            Some(self.bounds(case, None).ok()?)
        };
        let search = Search {
            floor: match plan.from {
                FromPlan::AfterStart | FromPlan::At(_) => case.floor,
                FromPlan::Start | FromPlan::Ever => 0,
            },
            bounds: fixed,
        };
        let counts =
            |_: &Fact, point: &Point| Self::follows(point, case) && self.within(point, fixed, case);
        if let Some((attribute, values)) = &plan.each_of {
            let mut last: Option<Done> = None;
            for value in values {
                let has = |fact: &Fact| self.reader().value(fact, *attribute) == *value;
                let found = self.first(&plan.on, case, search, |fact, point| {
                    has(fact) && counts(fact, point)
                })?;
                last = Some(self.later(last, found));
            }
            return last;
        }
        match self.amount(plan.count, case).ok()? {
            1 => self
                .first(&plan.on, case, search, counts)
                .map(|found| self.later(None, found)),
            count => self.nth(case, count, counts),
        }
    }

    /// The fact with which it is `count` facts.
    fn nth(
        &self,
        case: &Case<'_>,
        count: i32,
        counts: impl Fn(&Fact, &Point) -> bool,
    ) -> Option<Done> {
        let on = &case.rule.done.on;
        let mut found: Vec<(Point, u32)> = Vec::new();
        for kind in &on.kinds {
            for number in self.of_kind(*kind) {
                let Some(fact) = self.fact(*number) else {
                    continue;
                };
                let Some(point) = self.point(fact, case.rule.recorded) else {
                    continue;
                };
                if counts(fact, &point) && self.matches(on, fact, case) {
                    found.push((point, *number));
                }
            }
        }
        found.sort_by_key(|(point, _)| (point.at, point.seq));
        let taken = found.get(..usize::try_from(count).ok()?)?;
        taken
            .iter()
            .fold(None, |last, found| Some(self.later(last, *found)))
    }

    /// Of two facts that are both needed, the later one counts; so does the later time of writing.
    fn later(&self, last: Option<Done>, (point, number): (Point, u32)) -> Done {
        let recorded = self.fact(number).map_or(point.at, |fact| fact.recorded);
        match last {
            Some(last) if (last.point.at, last.point.seq) > (point.at, point.seq) => Done {
                recorded: last.recorded.max(recorded),
                ..last
            },
            Some(last) => Done {
                point,
                fact: number,
                recorded: last.recorded.max(recorded),
            },
            None => Done {
                point,
                fact: number,
                recorded,
            },
        }
    }

    /// Whether a fact can be spent on a duty.
    pub(crate) fn can_serve(&self, fact: &Fact, point: &Point, case: &Case<'_>) -> bool {
        Self::follows(point, case)
            && self.matches(&case.rule.done.on, fact, case)
            && self.within(point, None, case)
    }

    /// Whether a fact lies on the right side of the start.
    fn follows(point: &Point, case: &Case<'_>) -> bool {
        let start = &case.occasion.point;
        match case.rule.done.from {
            FromPlan::AfterStart | FromPlan::At(_) => point.is_after(start),
            FromPlan::Start => !start.is_after(point),
            FromPlan::Ever => true,
        }
    }

    fn within(&self, point: &Point, fixed: Option<Bounds>, case: &Case<'_>) -> bool {
        let bounds = fixed.map_or_else(
            || {
                // What becomes known later must not change what counted.
                let ground = Ground {
                    strict: true,
                    ..*self
                };
                ground.bounds(case, Some(point))
            },
            Ok,
        );
        bounds.is_ok_and(|bounds| bounds.from <= point.at && point.at <= bounds.till)
    }

    #[inline]
    fn bounds(&self, case: &Case<'_>, known_at: Option<&Point>) -> Result<Bounds, Lacks> {
        let plan = &case.rule.done;
        if plan.till.is_none() && !matches!(plan.from, FromPlan::At(_)) {
            return Ok(Bounds {
                from: Minute(i32::MIN),
                till: Minute(i32::MAX),
            });
        }
        self.set_bounds(case, known_at)
    }

    fn set_bounds(&self, case: &Case<'_>, known_at: Option<&Point>) -> Result<Bounds, Lacks> {
        let moment =
            |expr: &ExprPlan| -> Result<Moment, Lacks> { self.moment(expr, case, known_at) };
        let from = match &case.rule.done.from {
            FromPlan::At(expr) => self.begin(moment(expr)?),
            FromPlan::AfterStart | FromPlan::Start | FromPlan::Ever => Minute(i32::MIN),
        };
        // An end that is not known ends nothing; a beginning that is not known has not come.
        let till = match &case.rule.done.till {
            Some(expr) => moment(expr).map_or(Minute(i32::MAX), |till| self.end(till)),
            None => Minute(i32::MAX),
        };
        Ok(Bounds { from, till })
    }

    /// What makes a duty fall away first; `moved` is the move that ends a duty of agreement.
    pub(crate) fn end_of(&self, case: &Case<'_>, moved: Option<(Point, u32)>) -> Option<End> {
        let mut first: Option<End> = None;
        let mut offer = |point: Point, fact: u32, cause: EndCause| {
            let earlier = first
                .is_none_or(|first: End| (point.at, point.seq) < (first.point.at, first.point.seq));
            if earlier {
                first = Some(End { point, fact, cause });
            }
        };
        // The limit is offered first, so that it wins over something else in the same fact.
        for due in &case.rule.due {
            if let DuePlan::Before(on) = due
                && let Some((point, fact)) = self.first_after(on, case)
            {
                offer(point, fact, EndCause::Limit);
            }
        }
        for void in &case.rule.void {
            match void {
                VoidPlan::State(state) => {
                    if let Some(interval) = self.state_from(*state, &case.occasion.point) {
                        offer(interval.from, interval.fact, EndCause::Void);
                    }
                }
                VoidPlan::Fact(on) => {
                    if let Some((point, fact)) = self.first_after(on, case) {
                        offer(point, fact, EndCause::Void);
                    }
                }
            }
        }
        if let Some((point, fact)) = moved {
            offer(point, fact, EndCause::Moved);
        }
        first
    }

    /// Whether nothing but a fact's own number of answers keeps the count from being known.
    pub(crate) fn counts_without_agreement(case: &Case<'_>) -> bool {
        let reads = |expr: &ExprPlan| expr.key().is_some();
        let plan = &case.rule.done;
        let from = matches!(&plan.from, FromPlan::At(expr) if reads(expr));
        !from
            && !plan.till.as_ref().is_some_and(reads)
            && matches!(plan.count, AmountPlan::Number(_))
    }
}
