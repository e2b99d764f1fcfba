// SPDX-License-Identifier: EUPL-1.2
//! Moments by calculation: where a rule's deadline, opening or bound lies for one duty.

use super::case::{Case, NO_STEP};
use super::{Ground, Lacks};
use crate::calendar::{Day, Minute, Unit};
use crate::fact::Point;
use crate::rule::plan::{AmountPlan, BasePlan, DuePlan, ExprPlan, StepsPlan};

/// A day, or a minute when hours were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) day: Day,
    pub(crate) exact: Option<Minute>,
}

/// A deadline as known at some point.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Deadline {
    pub(crate) at: Option<Minute>,
    /// What kept a deadline from being known. Nothing, when it is known.
    pub(crate) lacks: Lacks,
}

impl Ground<'_> {
    /// The last minute that belongs to a moment.
    pub(crate) fn end(&self, moment: Moment) -> Minute {
        moment
            .exact
            .unwrap_or_else(|| self.calendar.end_of(moment.day))
    }

    /// The first minute that belongs to a moment.
    pub(crate) fn begin(&self, moment: Moment) -> Minute {
        moment
            .exact
            .unwrap_or_else(|| self.calendar.start_of(moment.day))
    }

    /// Calculates, with anchors as known at a point (the newest, without one).
    pub(crate) fn moment(
        &self,
        expr: &ExprPlan,
        case: &Case<'_>,
        known_at: Option<&Point>,
    ) -> Result<Moment, Lacks> {
        let occasion = &case.occasion;
        let (day, exact) = match expr.base {
            BasePlan::Start => (occasion.base_day, Some(occasion.base_at)),
            BasePlan::Step => (self.position(case, known_at)?, None),
            BasePlan::Anchor(anchor) => {
                let known = self.anchor(anchor, known_at).ok_or(Lacks::ANCHOR)?;
                (known.day, known.at)
            }
            BasePlan::Attribute(attribute) => {
                let fact = self.fact(occasion.fact).ok_or(Lacks::ATTRIBUTE)?;
                (
                    self.reader()
                        .date(fact, attribute)
                        .ok_or(Lacks::ATTRIBUTE)?,
                    None,
                )
            }
        };
        let day = day.plus(expr.days);
        let Some(shift) = expr.shift else {
            return Ok(Moment { day, exact: None });
        };
        let count = shift.sign.saturating_mul(self.amount(shift.amount, case)?);
        if shift.unit == Unit::Hours {
            let from = exact
                .filter(|_| expr.days == 0)
                .unwrap_or_else(|| self.calendar.start_of(day));
            let exact = from.plus(count.saturating_mul(60));
            return Ok(Moment {
                day: self.calendar.day_of(exact),
                exact: Some(exact),
            });
        }
        Ok(Moment {
            day: self.calendar.add(day, count, shift.unit),
            exact: None,
        })
    }

    /// A number, or the agreement's answer.
    pub(crate) fn amount(&self, amount: AmountPlan, case: &Case<'_>) -> Result<i32, Lacks> {
        match amount {
            AmountPlan::Number(number) => Ok(number),
            AmountPlan::Key(key) => {
                let terms = self.agreement.terms(case.occasion.version());
                terms
                    .and_then(|terms| terms.number(key))
                    .ok_or(Lacks::AGREEMENT)
            }
        }
    }

    /// The positions of a start, as its rule or its agreement says.
    pub(crate) fn steps<'s>(&'s self, case: &Case<'s>) -> Option<&'s StepsPlan> {
        match case.start.steps.as_ref()? {
            StepsPlan::Agreement(key) => self.agreement.terms(case.occasion.version())?.steps(*key),
            steps @ (StepsPlan::List(_) | StepsPlan::Every { .. }) => Some(steps),
        }
    }

    /// The day of the duty's position.
    pub(crate) fn position(&self, case: &Case<'_>, known_at: Option<&Point>) -> Result<Day, Lacks> {
        if let Some(day) = case.day {
            return Ok(day);
        }
        let number = case.occasion.step;
        if number == NO_STEP {
            return Err(case.occasion.lacks);
        }
        match self.steps(case) {
            Some(StepsPlan::List(list)) => {
                let step = list.get(usize::from(number)).ok_or(Lacks::AGREEMENT)?;
                Ok(self.moment(&step.at, case, known_at)?.day)
            }
            Some(StepsPlan::Every { every, .. }) => {
                let count = every.count.saturating_mul(i32::from(number) + 1);
                Ok(self.calendar.add(case.occasion.base_day, count, every.unit))
            }
            Some(StepsPlan::Agreement(_)) | None => Err(Lacks::AGREEMENT),
        }
    }

    /// The earliest of a rule's deadlines, as known at a point.
    pub(crate) fn deadline(&self, case: &Case<'_>, known_at: Option<&Point>) -> Deadline {
        if known_at.is_some() && !self.strict && case.rule.moving && case.rule.due.len() > 1 {
            // As long as one deadline was known then, another that became known later is not looked at.
            let ground = Ground {
                strict: true,
                ..*self
            };
            let then = ground.deadline(case, known_at);
            if then.at.is_some() {
                return then;
            }
        }
        let mut at: Option<Minute> = None;
        let mut lacks = Lacks::default();
        for due in &case.rule.due {
            let member = match due {
                DuePlan::At(expr) => match self.moment(expr, case, known_at) {
                    Ok(moment) => Some(self.end(moment)),
                    Err(lacking) => {
                        lacks = lacks.and(lacking);
                        None
                    }
                },
                DuePlan::On(on) => self
                    .first_after(on, case)
                    .filter(|(point, _)| known_at.is_none_or(|known_at| !point.is_after(known_at)))
                    .map(|(point, _)| self.calendar.end_of(point.day)),
                DuePlan::Before(on) => self
                    .first_after(on, case)
                    .filter(|(point, _)| known_at.is_none_or(|known_at| !point.is_after(known_at)))
                    .map(|(point, _)| point.at),
            };
            at = match (at, member) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
        }
        if at.is_some() {
            lacks = Lacks::default();
        }
        Deadline { at, lacks }
    }
}
