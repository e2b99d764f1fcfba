// SPDX-License-Identifier: EUPL-1.2
//! The one active plan of a pathway with its versions, running interventions and follow-ups.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the fold hands over only the kinds of this file"
)]

use super::Noted;
use crate::body::{
    Body, EffectAction, EffectAnswered, FollowUpChoice, Intervention, InterventionReview,
    PlanFollowedUp, PlanMade, Strand, Verdict,
};
use crate::id::RefId;
use crate::journal::Effective;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Versions, oldest first; never empty.
    pub versions: Vec<Noted<PlanMade>>,
    /// Day each intervention started.
    pub started: BTreeMap<RefId, Date>,
    /// Day each intervention ended.
    pub ended: BTreeMap<RefId, Date>,
    /// Follow-ups, oldest first.
    pub follow_ups: Vec<Noted<PlanFollowedUp>>,
    /// What was done or left out where an effort had not the intended effect.
    pub answered: Vec<Noted<EffectAnswered>>,
}

/// An intervention that has not ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActiveIntervention<'a> {
    /// The intervention as the active version says.
    pub intervention: &'a Intervention,
    /// The day it started, when it has.
    pub started: Option<Date>,
    /// What the last follow-up said of it.
    pub review: Option<&'a InterventionReview>,
}

impl Plan {
    /// The active version.
    pub fn active(&self) -> Option<&Noted<PlanMade>> {
        self.versions.last()
    }

    /// The plan's reference.
    pub fn reference(&self) -> Option<&RefId> {
        self.active().map(|p| &p.body.reference)
    }

    /// Interventions of the active version that have not ended.
    pub fn running(&self) -> impl Iterator<Item = ActiveIntervention<'_>> {
        self.active()
            .into_iter()
            .flat_map(|plan| &plan.body.interventions)
            .filter(|i| !self.ended.contains_key(&i.reference))
            .map(|intervention| ActiveIntervention {
                intervention,
                started: self.started.get(&intervention.reference).copied(),
                review: self.follow_ups.last().and_then(|f| {
                    f.body
                        .reviews
                        .iter()
                        .find(|r| r.intervention == intervention.reference)
                }),
            })
    }

    /// Whether the running interventions cover more than one strand (flerstrenget, row S2-037).
    pub fn is_multi_stranded(&self) -> bool {
        let mut strands: Vec<_> = self.running().map(|r| r.intervention.strand).collect();
        strands.sort_unstable();
        strands.dedup();
        strands.len() > 1
    }

    /// Whether substance treatment runs and no effort for the family does (row S4-028). The other way round nothing is said:
    /// that a treatment lacks would tell of one that is hers alone to tell of (practice A12).
    pub fn lacks_family_treatment(&self) -> bool {
        let has = |strand| self.running().any(|r| r.intervention.strand == strand);
        has(Strand::SubstanceUse) && !has(Strand::Family)
    }

    /// Interventions that have not ended and are every week at the same time: she cannot be at both (row S2-038).
    pub fn overlaps(&self) -> Vec<(&Intervention, &Intervention)> {
        let timed: Vec<_> = self
            .running()
            .filter_map(|running| {
                let one = running.intervention;
                Some((one, one.arranged.weekly?))
            })
            .collect();
        let later = |place: usize| timed.iter().skip(place + 1);
        let pairs = timed.iter().enumerate();
        pairs
            .flat_map(|(place, one)| later(place).map(move |other| (one, other)))
            .filter(|((_, time), (_, other))| time.overlaps(other))
            .map(|((one, _), (other, _))| (*one, *other))
            .collect()
    }

    /// What is still to be done or left out where a running effort was found not to have the intended effect (row S0-034):
    /// what an explanation of the task itself answers, is told by `explained`.
    pub fn open_effects(
        &self,
        explained: impl Fn(&RefId, EffectAction, Timestamp) -> bool,
    ) -> Vec<(&Intervention, EffectAction)> {
        let mut open = Vec::new();
        for running in self.running() {
            let reference = &running.intervention.reference;
            let found = self.follow_ups.iter().rev().find_map(|followed| {
                let mut reviews = followed.body.reviews.iter();
                let review = reviews.find(|review| &review.intervention == reference)?;
                (review.verdict == Some(Verdict::NotIntended)).then_some(followed.recorded)
            });
            let Some(since) = found else { continue };
            for action in EffectAction::ALL.iter().copied() {
                let mut answers = self.answered.iter();
                let answered = answers.any(|answer| {
                    &answer.body.intervention == reference
                        && answer.body.action == action
                        && answer.recorded >= since
                });
                if !answered && !explained(reference, action, since) {
                    open.push((running.intervention, action));
                }
            }
        }
        open
    }

    pub(super) fn apply(plan: &mut Option<Self>, entry: &Effective<'_>) {
        if let Body::PlanMade(b) = entry.body {
            let made = Noted::of(entry, b.clone());
            match plan {
                Some(plan) => plan.versions.push(made),
                None => {
                    *plan = Some(Self {
                        versions: vec![made],
                        started: BTreeMap::new(),
                        ended: BTreeMap::new(),
                        follow_ups: Vec::new(),
                        answered: Vec::new(),
                    });
                }
            }
            return;
        }
        let Some(plan) = plan else { return };
        let day = entry.occurred().date();
        match entry.body {
            Body::InterventionStarted(b) => {
                plan.started.insert(b.intervention.clone(), day);
            }
            Body::InterventionEnded(b) => {
                plan.ended.insert(b.intervention.clone(), day);
            }
            Body::PlanFollowedUp(b) => {
                for review in b.reviews.iter().filter(|r| r.choice == FollowUpChoice::End) {
                    plan.ended.insert(review.intervention.clone(), day);
                }
                plan.follow_ups.push(Noted::of(entry, b.clone()));
            }
            Body::EffectAnswered(b) => plan.answered.push(Noted::of(entry, b.clone())),
            _ => {}
        }
    }
}
