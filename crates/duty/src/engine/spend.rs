// SPDX-License-Identifier: EUPL-1.2
//! Duties of which each fact serves one: facts are given out in the order they occurred.

use super::case::{Done, End, Occasion};
use super::{Derivation, Ground, at};
use crate::calendar::Minute;
use crate::fact::Point;
use crate::rule::plan::RulePlan;

/// A duty that waits for its fact.
struct Waiting {
    occasion: Occasion,
    end: Option<End>,
    done: Option<Done>,
    /// Which start it belongs to, and how many moves it has been through.
    start: usize,
    round: u32,
}

impl Ground<'_> {
    /// All duties of a rule whose facts are spent: to the unfulfilled duty with the earliest due not before the fact, else
    /// to the one that has been overdue longest.
    pub(crate) fn derive_spending(
        &self,
        plan: &RulePlan,
        starts: &[Occasion],
        out: &mut Derivation,
    ) {
        let mut waiting = Vec::new();
        for (start, occasion) in starts.iter().enumerate() {
            self.wait(*occasion, (start, 0), &mut waiting);
        }
        for (number, is_move) in self.events(plan) {
            let Some(fact) = self.fact(number) else {
                continue;
            };
            if is_move {
                self.move_on(starts, (fact.point(), number), &mut waiting);
                continue;
            }
            let Some(point) = self.point(fact, plan.recorded) else {
                continue;
            };
            let mut best: Option<(bool, Minute, usize)> = None;
            for (place, duty) in waiting.iter().enumerate() {
                let due = self.due_if_served(duty, number, &point);
                let rank = due.map(|due| (due < point.at, due, place));
                best = match (best, rank) {
                    (Some(best), Some(rank)) => Some(best.min(rank)),
                    (best, rank) => best.or(rank),
                };
            }
            if let Some(duty) = best.and_then(|(_, _, place)| waiting.get_mut(place)) {
                duty.done = Some(Done {
                    point,
                    fact: number,
                    recorded: fact.recorded,
                });
            }
        }
        for duty in &waiting {
            if let Some(case) = self.case(duty.occasion) {
                self.judge(&case, duty.done, duty.end, out);
            }
        }
    }

    /// The facts that can be spent, and the moves, in order.
    fn events(&self, plan: &RulePlan) -> Vec<(u32, bool)> {
        let mut events: Vec<(Point, u32, bool)> = Vec::new();
        let moves = self.plan.moves.as_ref().filter(|_| plan.restarts);
        for kind in moves.into_iter().flat_map(|moves| &moves.kinds) {
            for number in self.of_kind(*kind) {
                if let Some((fact, moves)) = self.fact(*number).zip(moves)
                    && self.reader().matches(moves, fact)
                {
                    events.push((fact.point(), *number, true));
                }
            }
        }
        for kind in &plan.done.on.kinds {
            for number in self.of_kind(*kind) {
                if let Some(point) = self
                    .fact(*number)
                    .and_then(|fact| self.point(fact, plan.recorded))
                {
                    events.push((point, *number, false));
                }
            }
        }
        events.sort_by_key(|(point, number, is_move)| (point.at, point.seq, !is_move, *number));
        events
            .into_iter()
            .map(|(_, number, is_move)| (number, is_move))
            .collect()
    }

    fn wait(&self, occasion: Occasion, (start, round): (usize, u32), waiting: &mut Vec<Waiting>) {
        let restarts = self
            .plan
            .rule(occasion.rule)
            .is_some_and(|plan| plan.restarts);
        let moved = if restarts {
            self.move_after(&occasion)
        } else {
            None
        };
        self.bound(occasion, moved, |case| {
            waiting.push(Waiting {
                occasion: case.occasion,
                end: self.end_of(case, moved),
                done: None,
                start,
                round,
            });
        });
    }

    /// At a move, what is still to be done starts anew.
    fn move_on(
        &self,
        starts: &[Occasion],
        (point, fact): (Point, u32),
        waiting: &mut Vec<Waiting>,
    ) {
        for (number, start) in starts.iter().enumerate() {
            let last = waiting
                .iter()
                .filter(|duty| duty.start == number)
                .map(|duty| duty.round)
                .max();
            let Some(round) = last else { continue };
            let cut = waiting.iter().any(|duty| {
                duty.start == number
                    && duty.round == round
                    && duty
                        .end
                        .is_some_and(|end| end.cause.is_move() && end.fact == fact)
                    && self.is_still_to_be_done(duty)
            });
            if cut && let Some(anew) = self.anew(start, point, fact) {
                self.wait(anew, (number, round + 1), waiting);
            }
        }
    }

    fn is_still_to_be_done(&self, duty: &Waiting) -> bool {
        let mut trial = Derivation::default();
        let case = self.case(duty.occasion);
        case.is_some_and(|case| self.judge(&case, duty.done, duty.end, &mut trial))
    }

    /// The due of a duty if this fact can be spent on it; the end of time when it has none.
    fn due_if_served(&self, duty: &Waiting, number: u32, point: &Point) -> Option<Minute> {
        let case = self.case(duty.occasion)?;
        let fact = at(&self.journal.facts, number)?;
        // What a fact is spent on must not change when an anchor becomes known later.
        let ground = Ground {
            strict: true,
            ..*self
        };
        let free = duty.done.is_none()
            && duty.occasion.lacks.is_empty()
            && duty.end.is_none_or(|end| end.point.is_after(point))
            && ground.can_serve(fact, point, &case)
            && !ground.is_past_position(&case, Some(point));
        if !free {
            return None;
        }
        let deadline = ground.deadline(&case, Some(point));
        let known = deadline.lacks.is_empty();
        known.then(|| deadline.at.unwrap_or(Minute(i32::MAX)))
    }
}
