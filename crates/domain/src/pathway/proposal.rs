// SPDX-License-Identifier: EUPL-1.2
//! A few times proposed for a meeting, and who they suit, as far as the reader knows who was asked.

use super::Noted;
use crate::body::{Body, TimesAnswered, TimesAsked};
use crate::id::{RefId, UnitId};
use crate::journal::Effective;
use jiff::Timestamp;

/// One proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Which.
    pub reference: RefId,
    /// Who was asked, each with an entry of its own.
    pub asked: Vec<Noted<TimesAsked>>,
    /// The newest answer of each.
    pub answered: Vec<Noted<TimesAnswered>>,
    /// Whether a meeting was called at one of the times.
    pub settled: bool,
}

impl Proposal {
    /// The times.
    pub fn times(&self) -> &[Timestamp] {
        self.asked.first().map_or(&[], |asked| &asked.body.times)
    }

    /// Whether a time suits somebody who was asked; nothing when there is no answer yet. No unit means her.
    pub fn suits(&self, unit: Option<&UnitId>, time: Timestamp) -> Option<bool> {
        let answer = self
            .answered
            .iter()
            .find(|a| a.body.unit.as_ref() == unit)?;
        Some(answer.body.suits.contains(&time))
    }

    /// Whether a time suits everybody who was asked, and all have answered.
    pub fn suits_all(&self, time: Timestamp) -> bool {
        let one = |asked: &Noted<TimesAsked>| self.suits(asked.body.unit.as_ref(), time);
        !self.asked.is_empty() && self.asked.iter().all(|asked| one(asked) == Some(true))
    }

    pub(super) fn apply(all: &mut Vec<Self>, entry: &Effective<'_>) {
        if let Body::TimesAsked(b) = entry.body {
            if !all.iter().any(|p| p.reference == b.proposal) {
                all.push(Self {
                    reference: b.proposal.clone(),
                    asked: Vec::new(),
                    answered: Vec::new(),
                    settled: false,
                });
            }
            if let Some(proposal) = of(all, &b.proposal) {
                proposal.asked.push(Noted::of(entry, b.clone()));
            }
        } else if let Body::TimesAnswered(b) = entry.body {
            if let Some(proposal) = of(all, &b.proposal) {
                proposal.answered.retain(|a| a.body.unit != b.unit);
                proposal.answered.push(Noted::of(entry, b.clone()));
            }
        } else if let Body::MeetingCalled(b) = entry.body
            && let Some(settles) = &b.settles
            && let Some(proposal) = of(all, settles)
        {
            proposal.settled = true;
        }
    }
}

fn of<'a>(all: &'a mut [Proposal], reference: &RefId) -> Option<&'a mut Proposal> {
    all.iter_mut().find(|p| &p.reference == reference)
}
