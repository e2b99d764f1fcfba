// SPDX-License-Identifier: EUPL-1.2
//! How a duty stands, once it is known what fulfilled it and what made it fall away.

use super::case::{Case, Done, End, EndCause, NO_STEP, NONE, Occasion};
use super::name::{Words, write_key};
use super::{Derivation, Duty, Ground, Lacks, Status};
use crate::agreement::{PROPOSAL, Terms};
use crate::calendar::{Minute, Unit};
use crate::fact::Point;
use crate::rule::definition::Span;

impl Ground<'_> {
    /// Judges one duty and adds it. Answers whether a move ended it while it was still to be done.
    pub(crate) fn judge(
        &self,
        case: &Case<'_>,
        done: Option<Done>,
        end: Option<End>,
        out: &mut Derivation,
    ) -> bool {
        let mut duty = blank(case.occasion);
        let done = done.filter(|done| end.is_none_or(|end| end.point.is_after(&done.point)));
        let settled = done.map(|done| done.point).or(end.map(|end| end.point));
        // What was done before the start is judged by what was known at the start.
        let start = case.occasion.point;
        let settled = settled.map(|point| if start.is_after(&point) { start } else { point });
        if let Some(done) = done {
            duty.done = Some(done.point.at);
            duty.done_fact = done.fact;
        } else if let Some(end) = end {
            duty.ended = Some(end.point.at);
            duty.ended_fact = end.fact;
        }
        if self.is_past_position(case, settled.as_ref()) {
            duty.done = None;
            duty.done_fact = NONE;
            duty.ended = Some(case.occasion.base_at);
            duty.ended_fact = NONE;
            duty.due = self.deadline(case, settled.as_ref()).at;
            duty.status = Status::Void;
            out.duties.push(duty);
            return false;
        }
        let deadline = self.deadline(case, settled.as_ref());
        duty.due = deadline.at;
        duty.lacks = case.occasion.lacks.and(deadline.lacks);
        if duty.lacks.is_empty() {
            self.settle(case, &mut duty, (done, end), out);
        } else {
            self.leave_unsettled(case, &mut duty, end, out);
        }
        let moved = done.is_none() && end.is_some_and(|end| end.cause.is_move());
        let explained_before = duty
            .explained
            .zip(end)
            .is_some_and(|(explained, end)| explained < end.point.at);
        self.note_next_change(case, &duty, out);
        out.duties.push(duty);
        moved && !explained_before
    }

    fn settle(
        &self,
        case: &Case<'_>,
        duty: &mut Duty,
        (done, end): (Option<Done>, Option<End>),
        out: &Derivation,
    ) {
        let by_due = |minute: Minute, due: Option<Minute>| due.is_none_or(|due| minute <= due);
        if let Some(done) = done {
            duty.status = if by_due(done.point.at, duty.due) {
                Status::OnTime {
                    recorded_late: !by_due(done.recorded, duty.due),
                }
            } else {
                Status::Late
            };
            return;
        }
        if let Some(end) = end
            && end.cause != EndCause::Limit
            && by_due(end.point.at, duty.due)
        {
            duty.status = Status::Void;
            return;
        }
        if let Some((at, due)) = self.explained(case, duty, out) {
            duty.status = Status::Explained;
            duty.explained = Some(at);
            duty.due = due;
        } else if end.is_some() {
            duty.status = Status::Missed;
        } else if !by_due(self.now, duty.due) {
            duty.status = Status::Overdue;
        } else {
            self.await_due(case, duty);
        }
    }

    /// Not done, not past: scheduled, open or due soon.
    fn await_due(&self, case: &Case<'_>, duty: &mut Duty) {
        duty.opens = self.opens(case);
        let reminders = case.rule.remind.iter();
        let come = reminders.filter(|span| {
            duty.due
                .is_some_and(|due| self.reminder(due, **span) <= self.now)
        });
        duty.level = u8::try_from(come.count()).unwrap_or(u8::MAX);
        duty.status = if duty.opens.is_some_and(|opens| opens > self.now) {
            Status::Scheduled
        } else if duty.level > 0 {
            Status::DueSoon
        } else {
            Status::Open
        };
    }

    /// Without a deadline: nothing is on time or late, but it falls away and is explained as any other.
    fn leave_unsettled(
        &self,
        case: &Case<'_>,
        duty: &mut Duty,
        end: Option<End>,
        out: &Derivation,
    ) {
        duty.due = None;
        duty.status = Status::Unsettled;
        if duty.done.is_some() {
            return;
        }
        if end.is_some() {
            duty.status = Status::Void;
        } else if let Some((at, _)) = self.explained(case, duty, out) {
            duty.status = Status::Explained;
            duty.explained = Some(at);
        }
        if duty.is_open() {
            duty.proposed = self.proposed(case);
        }
    }

    /// When the first explanation was written, and the due known then. Before its due an explained duty is no breach; after
    /// it the breach stands, and has its reason. A duty that has ended keeps its due. The law is never explained away.
    fn explained(
        &self,
        case: &Case<'_>,
        duty: &Duty,
        out: &Derivation,
    ) -> Option<(Minute, Option<Minute>)> {
        let (kind, rule, key) = self.plan.explained;
        let explanations = self.of_kind(kind);
        if case.rule.law || explanations.is_empty() {
            return None;
        }
        let words = Words {
            plan: self.plan,
            journal: self.journal,
            agreement: self.agreement,
            duties: &out.duties,
        };
        let mut own_key = String::new();
        write_key(&words, &case.occasion, &mut own_key);
        let own_rule = self.rulebook.id(case.occasion.rule);
        let reader = self.reader();
        explanations.iter().find_map(|number| {
            let fact = self.fact(*number)?;
            let text = |attribute| {
                self.journal
                    .text(&self.plan.schema, reader.value(fact, attribute))
            };
            if text(rule)? != own_rule || text(key)? != own_key {
                return None;
            }
            let due = match duty.ended {
                Some(_) => duty.due,
                None => self.deadline(case, Some(&fact.point())).at,
            };
            let point = fact.point();
            point
                .is_after(&case.occasion.point)
                .then_some((fact.at, due))
        })
    }

    /// Whether the position lay before the start. It counts as past as soon as it was known to be.
    pub(crate) fn is_past_position(&self, case: &Case<'_>, settled: Option<&Point>) -> bool {
        if case.occasion.step == NO_STEP {
            return false;
        }
        // What was settled before an anchor became known is not undone by it.
        let ground = Ground {
            strict: self.strict || settled.is_some(),
            ..*self
        };
        let past = |known_at: Option<&Point>| {
            let position = ground.position(case, known_at);
            position.is_ok_and(|day| self.calendar.end_of(day) < case.occasion.base_at)
        };
        past(settled) || (case.rule.moving && past(Some(&case.occasion.point)))
    }

    pub(crate) fn opens(&self, case: &Case<'_>) -> Option<Minute> {
        let opens = self.moment(case.start.opens.as_ref()?, case, None).ok()?;
        Some(self.begin(opens))
    }

    /// When a reminder comes: hours before the due itself, or at 00:00 so many days before the day of the due.
    fn reminder(&self, due: Minute, span: Span) -> Minute {
        if span.unit == Unit::Hours {
            return due.plus(span.count.saturating_mul(-60));
        }
        let day = self
            .calendar
            .add(self.calendar.day_of(due), -span.count, span.unit);
        self.calendar.start_of(day)
    }

    /// The due that the proposal would give.
    fn proposed(&self, case: &Case<'_>) -> Option<Minute> {
        if !case.occasion.lacks.agreement() || case.start.steps.is_some() {
            return None;
        }
        let occasion = Occasion {
            version: PROPOSAL,
            ..case.occasion
        };
        self.deadline(&Case { occasion, ..*case }, None).at
    }

    /// The first later minute at which this duty changes by itself.
    fn note_next_change(&self, case: &Case<'_>, duty: &Duty, out: &mut Derivation) {
        let mut note = |minute: Minute| {
            if minute > self.now && out.next_change.is_none_or(|next| minute < next) {
                out.next_change = Some(minute);
            }
        };
        if !duty.lacks.is_empty() {
            if duty.done.is_none() && duty.ended.is_none() && duty.lacks.agreement() {
                let answers = |terms: &&Terms| {
                    terms.from > self.now && case.rule.keys.iter().all(|key| terms.answers(*key))
                };
                if let Some(terms) = self.agreement.versions.iter().find(answers) {
                    note(terms.from);
                }
            }
            return;
        }
        let Some(due) = duty.due.filter(|_| duty.is_open()) else {
            if let Some(opens) = duty.opens {
                note(opens);
            }
            return;
        };
        note(due.plus(1));
        for minute in duty.opens.into_iter().chain(
            case.rule
                .remind
                .iter()
                .map(|span| self.reminder(due, *span)),
        ) {
            // What would come after the due does not come.
            if minute <= due {
                note(minute);
            }
        }
    }
}

fn blank(occasion: Occasion) -> Duty {
    Duty {
        status: Status::Open,
        trigger: occasion.point.at,
        due: None,
        opens: None,
        done: None,
        ended: None,
        explained: None,
        proposed: None,
        lacks: Lacks::default(),
        level: 0,
        done_fact: NONE,
        ended_fact: NONE,
        occasion,
    }
}
