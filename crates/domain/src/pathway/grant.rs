// SPDX-License-Identifier: EUPL-1.2
//! Nødadgang and ledelsestilsyn as they stand: whom each lets read, from when until when, and what was found afterwards.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "only the kinds of this file are handed over"
)]

use super::Noted;
use crate::body::{
    Body, EmergencyEnded, EmergencyOpened, EmergencyReviewed, SupervisionOpened, SupervisionPurpose,
};
use crate::entry::{Author, Share};
use crate::id::{EmploymentId, EntryId, PersonId, RefId, UnitId};
use crate::journal::Effective;
use jiff::Timestamp;
use std::sync::Arc;

/// What a grant is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GrantKind {
    /// Nødadgang, with its reason and the unit that looks at it afterwards.
    Emergency {
        /// Why, in words.
        reason: String,
        /// Who looks at it afterwards.
        reviewer: Option<UnitId>,
    },
    /// Ledelsestilsyn, with what it is for.
    Supervision(SupervisionPurpose),
}

/// One person's access for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Its reference.
    pub reference: RefId,
    /// What it is.
    pub kind: GrantKind,
    /// Who opened it: employment, unit and function on that day.
    pub author: Arc<Author>,
    /// From when it counts.
    pub from: Timestamp,
    /// The first instant it no longer does: its time was over, or it was ended.
    pub until: Timestamp,
    /// The units that were told.
    pub told: Vec<UnitId>,
    /// What another unit found afterwards.
    pub review: Option<Noted<EmergencyReviewed>>,
    /// Whose information it concerns.
    about: Vec<PersonId>,
    /// The entries it was written in.
    entries: Vec<EntryId>,
}

impl Grant {
    pub(super) fn apply(all: &mut Vec<Self>, entry: &Effective<'_>) {
        match entry.body {
            Body::EmergencyOpened(b) => all.push(Self::emergency(entry, b)),
            Body::SupervisionOpened(b) => all.push(Self::supervision(entry, b)),
            Body::EmergencyEnded(EmergencyEnded { reference }) => {
                if let Some(grant) = Self::of(all, reference) {
                    grant.until = grant.until.min(entry.recorded);
                    grant.entries.push(entry.root.clone());
                }
            }
            Body::EmergencyReviewed(b) => {
                if let Some(grant) = Self::of(all, &b.reference) {
                    grant.review = Some(Noted::of(entry, b.clone()));
                }
            }
            _ => {}
        }
    }

    fn of<'a>(all: &'a mut [Self], reference: &RefId) -> Option<&'a mut Self> {
        all.iter_mut().find(|grant| &grant.reference == reference)
    }

    fn emergency(entry: &Effective<'_>, body: &EmergencyOpened) -> Self {
        let kind = GrantKind::Emergency {
            reason: body.reason.clone(),
            reviewer: body.reviewer.clone(),
        };
        Self::begun(entry, &body.reference, kind, body.until)
    }

    fn supervision(entry: &Effective<'_>, body: &SupervisionOpened) -> Self {
        let kind = GrantKind::Supervision(body.purpose);
        Self::begun(entry, &body.reference, kind, body.until)
    }

    fn begun(entry: &Effective<'_>, reference: &RefId, kind: GrantKind, until: Timestamp) -> Self {
        let shares: &[Share] = &entry.envelope.shared_with;
        Self {
            reference: reference.clone(),
            kind,
            author: entry.envelope.author.clone(),
            from: entry.recorded,
            until,
            told: shares.iter().map(|share| share.unit.clone()).collect(),
            review: None,
            about: entry.envelope.about.clone(),
            entries: vec![entry.root.clone()],
        }
    }

    /// Whether it counts at an instant.
    pub fn runs_at(&self, now: Timestamp) -> bool {
        self.from <= now && now < self.until
    }

    /// Whether it lets an employment read something at an instant.
    pub fn is_for(&self, employment: &EmploymentId, now: Timestamp) -> bool {
        self.runs_at(now) && &self.author.employment == employment
    }

    /// Whether it is a nødadgang.
    pub fn is_emergency(&self) -> bool {
        matches!(self.kind, GrantKind::Emergency { .. })
    }

    /// Whether it is a nødadgang that another unit still has to look at.
    pub fn awaits_review(&self) -> bool {
        self.is_emergency() && self.review.is_none()
    }

    /// Whether a unit is the one that looks at it afterwards.
    pub fn is_reviewed_by(&self, unit: &UnitId) -> bool {
        match &self.kind {
            GrantKind::Emergency { reviewer, .. } => reviewer.as_ref() == Some(unit),
            GrantKind::Supervision(_) => false,
        }
    }

    /// Whether the citizen is told of it: a supervision at once, a nødadgang when another unit has found that telling
    /// endangers nobody.
    pub fn is_told_to_her(&self) -> bool {
        match (&self.kind, &self.review) {
            (GrantKind::Supervision(_), _) => true,
            (GrantKind::Emergency { .. }, Some(review)) => review.body.endangers.is_none(),
            (GrantKind::Emergency { .. }, None) => false,
        }
    }

    /// Whether what is said about somebody concerns the persons it was opened for, and nobody else.
    pub(crate) fn concerns(&self, about: &[PersonId]) -> bool {
        !about.is_empty() && about.iter().all(|person| self.about.contains(person))
    }

    /// Whether an entry is one it was written in.
    pub(crate) fn is_written_in(&self, entry: &EntryId) -> bool {
        self.entries.contains(entry)
    }

    /// Whether an entry is one a nødadgang was written in: it makes its author's unit no part of the pathway.
    pub(crate) fn stands_in(&self, entry: &EntryId) -> bool {
        self.is_emergency() && self.is_written_in(entry)
    }
}
