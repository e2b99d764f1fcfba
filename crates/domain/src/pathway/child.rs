// SPDX-License-Identifier: EUPL-1.2
//! What a child's pathway holds besides what all pathways do: birth, exposure, custody, the stay in hospital, the way home.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the fold hands over only the kinds of this file"
)]

use super::{Noted, Pathway};
use crate::body::{
    AbstinenceObserved, Body, ChildAdmitted, ChildBorn, ChildDischarged, CustodyState,
    CustodyStated, ExposureDetailed, ExposureStated, HomecomingAssessed, InjuryJudged, UseRecorded,
};
use crate::journal::Effective;

/// The child's own.
#[derive(Debug, Clone, Default)]
pub struct Childhood {
    /// Its birth.
    pub born: Option<Noted<ChildBorn>>,
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
        match entry.body {
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

    /// Who has custody, when it was stated.
    pub fn custody(&self) -> Option<&CustodyStated> {
        self.custody.as_ref().map(|stated| &stated.body)
    }
}

impl CustodyStated {
    /// Whether a name is that of somebody who has custody.
    pub fn names(&self, name: &str) -> bool {
        self.holders.iter().any(|holder| same(holder, name))
    }

    /// Those who have custody and are not among some names: whose yes is lacking. Nobody where it is not settled.
    pub fn missing<'a>(&'a self, said: &[&str]) -> Vec<&'a str> {
        let settled = self.custody != CustodyState::Unresolved;
        let lacks = |holder: &&String| !said.iter().any(|name| same(holder, name));
        let holders = self.holders.iter().filter(|_| settled);
        holders.filter(lacks).map(String::as_str).collect()
    }
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

impl Pathway {
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
