// SPDX-License-Identifier: EUPL-1.2
//! What a child's pathway holds besides what all pathways do: birth, exposure, custody, the stay in hospital, the way home.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the fold hands over only the kinds of this file"
)]

use super::{Noted, Pathway};
use crate::age::Standing;
use crate::body::{
    AbstinenceObserved, Body, ChildAdmitted, ChildBorn, ChildDischarged, CustodyState,
    CustodyStated, ExposureDetailed, ExposureStated, HomecomingAssessed, InjuryJudged, PathwayKind,
    ToldInTalk, UseRecorded,
};
use crate::id::EntryId;
use crate::journal::Effective;
use jiff::Timestamp;
use jiff::civil::Date;

/// The child's own.
#[derive(Debug, Clone, Default)]
pub struct Childhood {
    /// Its birth.
    pub born: Option<Noted<ChildBorn>>,
    /// The day it was born as its own record has it, where the journal does not begin with the birth.
    pub birthday: Option<Date>,
    /// The entries that tell of harm before birth: told in a talk before they are shown (practice A18).
    pub exposed_in: Vec<EntryId>,
    /// Those of them that hold the core of it and nothing more: what a young person sees who was told.
    pub core_in: Vec<EntryId>,
    /// The talk in which the young person was told.
    pub told: Option<Noted<ToldInTalk>>,
    /// The newest statement of exposure.
    pub exposure: Option<Noted<ExposureStated>>,
    /// The detail of it.
    pub details: Vec<Noted<ExposureDetailed>>,
    /// The newest statement of custody.
    pub custody: Option<Noted<CustodyStated>>,
    /// Stays in hospital.
    pub stays: Vec<Noted<ChildAdmitted>>,
    /// Observations of withdrawal.
    pub abstinence: Vec<Noted<AbstinenceObserved>>,
    /// The newest judgement of harm.
    pub injury: Option<Noted<InjuryJudged>>,
    /// The newest assessment of the home.
    pub home: Option<Noted<HomecomingAssessed>>,
    /// When it went home.
    pub discharge: Option<Noted<ChildDischarged>>,
}

impl Childhood {
    pub(super) fn apply(&mut self, entry: &Effective<'_>) {
        if matches!(
            entry.body,
            Body::ExposureStated(_) | Body::ExposureDetailed(_) | Body::InjuryJudged(_)
        ) {
            self.exposed_in.push(entry.root.clone());
        }
        if matches!(entry.body, Body::ExposureStated(_)) {
            self.core_in.push(entry.root.clone());
        }
        match entry.body {
            Body::ToldInTalk(b) => self.told = Some(Noted::of(entry, b.clone())),
            Body::ChildBorn(b) => self.born = Some(Noted::of(entry, b.clone())),
            Body::ExposureStated(b) => self.exposure = Some(Noted::of(entry, b.clone())),
            Body::ExposureDetailed(b) => self.details.push(Noted::of(entry, b.clone())),
            Body::CustodyStated(b) => self.custody = Some(Noted::of(entry, b.clone())),
            Body::ChildAdmitted(b) => self.stays.push(Noted::of(entry, b.clone())),
            Body::AbstinenceObserved(b) => self.abstinence.push(Noted::of(entry, b.clone())),
            Body::InjuryJudged(b) => self.injury = Some(Noted::of(entry, b.clone())),
            Body::HomecomingAssessed(b) => self.home = Some(Noted::of(entry, b.clone())),
            Body::ChildDischarged(b) => self.discharge = Some(Noted::of(entry, b.clone())),
            _ => {}
        }
    }

    /// Use during the pregnancy, as far as it stands here.
    pub fn uses(&self) -> impl Iterator<Item = &UseRecorded> {
        self.details.iter().flat_map(|detail| &detail.body.uses)
    }

    /// The day it was born, as far as that is known.
    pub fn birthday(&self) -> Option<Date> {
        let born = self.born.as_ref().map(|born| born.occurred.date());
        born.or(self.birthday)
    }

    /// Who has custody, when it was stated.
    pub fn custody(&self) -> Option<&CustodyStated> {
        self.custody.as_ref().map(|stated| &stated.body)
    }
}

impl CustodyStated {
    /// Whether a name is that of somebody who has custody.
    pub fn names(&self, name: &str) -> bool {
        self.holders.iter().any(|holder| same_name(holder, name))
    }

    /// Those who have custody and are not among some names: whose yes is lacking. Nobody where it is not settled.
    pub fn missing<'a>(&'a self, said: &[&str]) -> Vec<&'a str> {
        let settled = self.custody != CustodyState::Unresolved;
        let lacks = |holder: &&String| !said.iter().any(|name| same_name(holder, name));
        let holders = self.holders.iter().filter(|_| settled);
        holders.filter(lacks).map(String::as_str).collect()
    }
}

/// Whether two names are one: how those with custody are told apart.
pub fn same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

impl Pathway {
    /// How far the child this pathway is about has come in deciding for itself; none in another pathway, or while nobody
    /// knows when it was born.
    pub fn standing(&self, now: Timestamp) -> Option<Standing> {
        let child = self.kind == Some(PathwayKind::Child);
        let born = self.child.birthday().filter(|_| child)?;
        Some(Standing::at(born, now))
    }

    /// Tells the day the child was born where its journal does not.
    pub fn is_born_on(&mut self, born: Option<Date>) {
        self.child.birthday = born;
        self.end_at_age();
    }

    /// A yes of those with custody ends the day before the child is of age, and its own begins at 15: by the day, with
    /// nothing written.
    pub(super) fn end_at_age(&mut self) {
        let Some(born) = self.child.birthday() else {
            return;
        };
        if self.kind == Some(PathwayKind::Child) {
            for consent in &mut self.consents {
                consent.keep_to_age(born);
            }
        }
    }

    /// Interventions that ran when the child was born: each is decided on anew (row S2-049).
    pub fn running_at_birth(&self) -> Vec<&str> {
        let (Some(plan), Some(birth)) = (&self.plan, self.birth) else {
            return Vec::new();
        };
        let day = birth.date();
        let runs = |reference| plan.ended.get(reference).is_none_or(|end| *end >= day);
        let started = plan.started.iter().filter(|(_, start)| **start <= day);
        let running = started.filter(|(reference, _)| runs(*reference));
        running.map(|(reference, _)| reference.as_str()).collect()
    }
}
