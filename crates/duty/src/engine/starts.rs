// SPDX-License-Identifier: EUPL-1.2
//! Which facts and breaches start duties, which agreement they bind to, and at which positions.

use super::case::{Case, EndCause, NO_STEP, NO_VERSION, NONE, Occasion};
use super::name::{Words, write_key};
use super::{Derivation, Ground, Lacks};
use crate::calendar::Day;
use crate::fact::{Fact, NO_VALUE, Point, narrow};
use crate::rule::definition::Comparison;
use crate::rule::plan::{ConditionPlan, MatchPlan, RulePlan, StepsPlan, TriggerPlan};

impl Ground<'_> {
    /// All duties of one rule.
    pub(crate) fn derive_rule(
        &self,
        rule: u16,
        occasions: &mut Vec<Occasion>,
        out: &mut Derivation,
    ) {
        let Some(plan) = self.plan.rule(rule) else {
            return;
        };
        occasions.clear();
        for (start, start_plan) in (0_u16..).zip(&plan.starts) {
            match &start_plan.trigger {
                TriggerPlan::Each(on) => {
                    self.each(on, (rule, start), |found| occasions.push(found));
                }
                TriggerPlan::First(on) => {
                    let mut first: Option<Occasion> = None;
                    self.each(on, (rule, start), |found| {
                        let earlier = |first: &Occasion| {
                            (found.point.at, found.point.seq) < (first.point.at, first.point.seq)
                        };
                        if first.as_ref().is_none_or(earlier) {
                            first = Some(found);
                        }
                    });
                    occasions.extend(first);
                }
                TriggerPlan::BreachOf(rules) => {
                    for (number, duty) in out.duties.iter().enumerate() {
                        if rules.contains(&duty.occasion.rule)
                            && duty.is_breached()
                            && let Some(due) = duty.due
                        {
                            // Nothing at the due itself lies after the breach.
                            let day = self.calendar.day_of(due);
                            let point = Point {
                                at: due,
                                day,
                                seq: u32::MAX,
                                coarse: false,
                            };
                            let parent = narrow(number);
                            occasions.extend(self.occasion(
                                (rule, start),
                                point,
                                (duty.occasion.fact, parent),
                            ));
                        }
                    }
                }
            }
        }
        if plan.done.spend {
            self.in_order_of_start(occasions, out);
            self.derive_spending(plan, occasions, out);
        } else {
            for occasion in occasions.iter() {
                self.derive_rounds(*occasion, plan, out);
            }
        }
    }

    /// Of two duties with the same due, the one that started first is served first; breaches of the same minute go by key.
    fn in_order_of_start(&self, occasions: &mut [Occasion], out: &Derivation) {
        let words = Words {
            plan: self.plan,
            journal: self.journal,
            agreement: self.agreement,
            duties: &out.duties,
        };
        occasions.sort_by_cached_key(|occasion| {
            let mut key = String::new();
            if occasion.parent != NONE {
                write_key(&words, occasion, &mut key);
            }
            (occasion.point.at, occasion.point.seq, key)
        });
    }

    /// Each fact of the right type and content for which the start's conditions hold.
    fn each(&self, on: &MatchPlan, (rule, start): (u16, u16), mut found: impl FnMut(Occasion)) {
        let recorded = self.plan.rule(rule).is_some_and(|rule| rule.recorded);
        for kind in &on.kinds {
            for number in self.of_kind(*kind) {
                let Some(fact) = self.fact(*number) else {
                    continue;
                };
                let Some(point) = self.point(fact, recorded) else {
                    continue;
                };
                if self.reader().matches(on, fact)
                    && let Some(occasion) = self.occasion((rule, start), point, (*number, NONE))
                {
                    found(occasion);
                }
            }
        }
    }

    /// A start, if its rule is valid and its conditions hold.
    fn occasion(
        &self,
        (rule, start): (u16, u16),
        point: Point,
        (fact, parent): (u32, u32),
    ) -> Option<Occasion> {
        let plan = self.plan.rule(rule)?;
        let start_plan = plan.starts.get(usize::from(start))?;
        if point.day < plan.valid.0 || plan.valid.1 < point.day {
            return None;
        }
        let mut occasion = Occasion {
            rule,
            start,
            step: NO_STEP,
            version: NO_VERSION,
            fact,
            parent,
            moved: NONE,
            point,
            base_at: point.at,
            base_day: point.day,
            lacks: Lacks::default(),
        };
        for condition in &start_plan.conditions {
            match self.condition(condition, self.fact(fact)?, &point) {
                Some(true) => {}
                Some(false) => return None,
                None => occasion.lacks = occasion.lacks.and(Lacks::ANCHOR),
            }
        }
        Some(occasion)
    }

    /// Whether a condition holds; `None` when the anchor it asks about is not known.
    fn condition(&self, condition: &ConditionPlan, fact: &Fact, point: &Point) -> Option<bool> {
        let reader = self.reader();
        match condition {
            ConditionPlan::State { state, holds } => Some(self.holds(*state, point) == *holds),
            ConditionPlan::Has { attribute, holds } => {
                Some((reader.value(fact, *attribute) != NO_VALUE) == *holds)
            }
            ConditionPlan::Is {
                attribute,
                values,
                holds,
            } => {
                let value = reader.value(fact, *attribute);
                Some((value != NO_VALUE && values.contains(&value)) == *holds)
            }
            ConditionPlan::Known { anchor, holds } => {
                let known = self
                    .index
                    .known(*anchor)
                    .iter()
                    .any(|known| !known.since.is_after(point));
                Some(known == *holds)
            }
            ConditionPlan::Gestation { anchor, is, days } => {
                let last_period = self.anchor(*anchor, Some(point))?.day;
                Some(compare(point.day, *is, last_period.plus(*days)))
            }
            ConditionPlan::Age { anchor, is, months } => {
                let born = self.anchor(*anchor, Some(point))?.day;
                Some(compare(point.day, *is, birthday(born, *months)))
            }
        }
    }

    /// The duties of one start, and those that start anew when the pathway moves.
    fn derive_rounds(&self, occasion: Occasion, plan: &RulePlan, out: &mut Derivation) {
        let mut occasion = occasion;
        loop {
            let moved = if plan.restarts {
                self.move_after(&occasion)
            } else {
                None
            };
            let mut cut = false;
            self.bound(occasion, moved, |case| {
                let done = if case.lacks_steps() {
                    None
                } else {
                    self.done(case)
                };
                let end = self.end_of(case, moved);
                cut |= self.judge(case, done, end, out);
            });
            match moved {
                Some((point, fact)) if cut => match self.anew(&occasion, point, fact) {
                    Some(next) => occasion = next,
                    None => return,
                },
                _ => return,
            }
        }
    }

    /// The same start, counted from a move.
    pub(crate) fn anew(&self, occasion: &Occasion, point: Point, fact: u32) -> Option<Occasion> {
        let plan = self.plan.rule(occasion.rule)?;
        let valid = plan.valid.0 <= point.day && point.day <= plan.valid.1;
        valid.then(|| {
            Occasion {
                moved: fact,
                point,
                ..*occasion
            }
            .counted_from(point)
        })
    }

    /// Binds a start to an agreement, and goes through its positions.
    pub(crate) fn bound(
        &self,
        occasion: Occasion,
        moved: Option<(Point, u32)>,
        mut found: impl FnMut(&Case<'_>),
    ) {
        let Some(mut case) = self.case(occasion) else {
            return;
        };
        let bound = self.bind(&case, moved);
        if bound.point == occasion.point {
            case.occasion = bound;
        } else if let Some(later) = self.case(bound) {
            case = later;
        }
        // While the agreement does not answer, positions are not looked at: they are counted from when it does.
        if case.start.steps.is_none() || bound.lacks.agreement() {
            found(&case);
            return;
        }
        match self.steps(&case) {
            Some(StepsPlan::List(list)) => {
                for (step, _) in (0_u16..).zip(list) {
                    found(&self.placed(&case, step));
                }
            }
            Some(StepsPlan::Every { until, every }) => match self.moment(until, &case, None) {
                Ok(until) => {
                    for step in 0..NO_STEP {
                        let count = every.count.saturating_mul(i32::from(step) + 1);
                        if self.calendar.add(bound.base_day, count, every.unit) > until.day {
                            break;
                        }
                        found(&self.placed(&case, step));
                    }
                }
                Err(lacks) => found(&case.lacking(lacks)),
            },
            Some(StepsPlan::Agreement(_)) | None => {
                found(&case.lacking(Lacks::AGREEMENT));
            }
        }
    }

    /// The version in force at the start, if it answers; else the first later one that does, counted from then, unless
    /// the duty was done, fell away or moved before.
    fn bind(&self, case: &Case<'_>, moved: Option<(Point, u32)>) -> Occasion {
        let mut occasion = case.occasion;
        let rule = case.rule;
        if rule.keys.is_empty() && rule.anchors.is_empty() && self.agreement.versions.is_empty() {
            return occasion;
        }
        if rule
            .anchors
            .iter()
            .any(|anchor| self.anchor(*anchor, None).is_none())
        {
            occasion.lacks = occasion.lacks.and(Lacks::ANCHOR);
        }
        let in_force = self.agreement.at(occasion.point.at);
        occasion.version = in_force.unwrap_or(NO_VERSION);
        let answers = |version: Option<u16>| {
            let terms = self.agreement.terms(version);
            rule.keys
                .iter()
                .all(|key| terms.is_some_and(|terms| terms.answers(*key)))
        };
        if answers(in_force) {
            return occasion;
        }
        let settled = self.settled_unbound(case, moved);
        let first = in_force.map_or(0, |version| version + 1);
        let later = (first..).zip(self.agreement.versions.iter().skip(usize::from(first)));
        let later = later
            .take_while(|(_, terms)| {
                terms.from <= self.now && settled.is_none_or(|settled| terms.from <= settled.at)
            })
            .find(|(version, _)| answers(Some(*version)));
        let Some((version, terms)) = later else {
            occasion.lacks = occasion.lacks.and(Lacks::AGREEMENT);
            return occasion;
        };
        let point = Point {
            at: terms.from,
            day: self.calendar.day_of(terms.from),
            seq: 0,
            coarse: false,
        };
        occasion.version = version;
        if case.start.steps.is_some() {
            // Positions are agreed from then on; what was done before serves none of them.
            occasion.point = point;
        }
        occasion.counted_from(point)
    }

    /// When a duty that no agreement settles was done or fell away.
    fn settled_unbound(&self, case: &Case<'_>, moved: Option<(Point, u32)>) -> Option<Point> {
        let end = self.end_of(case, moved).map(|end| end.point);
        let countable = case.start.steps.is_none()
            && !case.rule.done.spend
            && Self::counts_without_agreement(case);
        let done = if countable {
            self.done(case).map(|done| done.point)
        } else {
            None
        };
        match (done, end) {
            (Some(done), Some(end)) => Some(if end.is_after(&done) { done } else { end }),
            (done, end) => done.or(end),
        }
    }
}

impl Case<'_> {
    /// Its positions are not known.
    pub(crate) fn lacks_steps(&self) -> bool {
        self.start.steps.is_some() && self.occasion.step == NO_STEP
    }

    fn lacking(&self, lacks: Lacks) -> Self {
        let mut case = *self;
        case.occasion.lacks = case.occasion.lacks.and(lacks);
        case
    }
}

impl EndCause {
    pub(crate) fn is_move(self) -> bool {
        self == Self::Moved
    }
}

fn compare(day: Day, is: Comparison, with: Day) -> bool {
    match is {
        Comparison::Less => day < with,
        Comparison::AtMost => day <= with,
        Comparison::AtLeast => day >= with,
        Comparison::More => day > with,
    }
}

/// The day a person is so many months old. Who is born on a day the month lacks is so on the first of the next.
fn birthday(born: Day, months: i32) -> Day {
    let day = born.plus_months(months);
    if day.parts().2 == born.parts().2 {
        day
    } else {
        day.plus(1)
    }
}
