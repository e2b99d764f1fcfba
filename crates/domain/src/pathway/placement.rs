// SPDX-License-Identifier: EUPL-1.2
//! Placements outside the home: which one runs, what the carers and the parents were offered, and what is known of exposure
//! when the child is placed (scenario A17).

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the fold hands over only the kinds of this file"
)]

use super::{Exposure, Noted, Pathway, same_name};
use crate::body::{
    Body, BreakdownRiskJudged, CarerSaid, CarersHelp, CarersMatched, CarersMeetingCalled,
    CarersOffered, CarersTold, ChildPlaced, DifficultyJudged, ExposureConsidered, OfferAnswer,
    ParentsSupportOffered, PlacementEnded, PlacementHome,
};
use crate::id::{EntryId, RefId};
use crate::journal::Effective;

/// Kinds of place that are recommended for these children (row S0-053), codes of the catalogue list `placement-kinds`.
pub const RECOMMENDED: [&str; 2] = ["forstærket", "specialiseret"];

/// Kinds that are foster families (row S0-051).
pub const FOSTER: [&str; 4] = ["almen", "forstærket", "specialiseret", "netværk"];

/// One placement.
#[derive(Debug, Clone)]
pub struct Placement {
    /// The placement itself.
    pub placed: Noted<ChildPlaced>,
    /// Where the child lives, as it was told last.
    pub home: Option<Noted<PlacementHome>>,
    /// What the carers were told, oldest first.
    pub told: Vec<Noted<CarersTold>>,
    /// What the carers were offered.
    pub offered: Vec<Noted<CarersOffered>>,
    /// The child's demands against what they can do, as it was judged last.
    pub matched: Option<Noted<CarersMatched>>,
    /// How likely it is that it becomes too hard, oldest first.
    pub risks: Vec<Noted<BreakdownRiskJudged>>,
    /// Meetings with the carers.
    pub meetings: Vec<Noted<CarersMeetingCalled>>,
    /// What each parent was offered.
    pub parents: Vec<Noted<ParentsSupportOffered>>,
    /// How it ended.
    pub ended: Option<Noted<PlacementEnded>>,
    /// The entries its carers read.
    pub for_carers: Vec<EntryId>,
}

/// All placements of a child, and what belongs to them.
#[derive(Debug, Clone, Default)]
pub struct Placements {
    /// Oldest first.
    pub all: Vec<Placement>,
    /// Whether exposure was recognised and acted on, as it was said last.
    pub considered: Option<Noted<ExposureConsidered>>,
    /// The child's difficulties and what may lie behind them.
    pub difficulties: Vec<Noted<DifficultyJudged>>,
    /// What carers have written.
    pub said: Vec<Noted<CarerSaid>>,
}

/// What is known of exposure when a child is placed: each answer may be lacking (row S0-050).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ExposureStanding {
    /// Whether it is recognised.
    pub recognised: Option<bool>,
    /// Whether it is acted on.
    pub acted_on: Option<bool>,
}

impl Placement {
    fn new(placed: Noted<ChildPlaced>) -> Self {
        Self {
            placed,
            home: None,
            told: Vec::new(),
            offered: Vec::new(),
            matched: None,
            risks: Vec::new(),
            meetings: Vec::new(),
            parents: Vec::new(),
            ended: None,
            for_carers: Vec::new(),
        }
    }

    /// Its reference.
    pub fn reference(&self) -> &RefId {
        &self.placed.body.placement
    }

    /// Whether it runs.
    pub fn runs(&self) -> bool {
        self.ended.is_none()
    }

    /// Whether it is another kind of place than the recommended ones.
    pub fn deviates(&self) -> bool {
        !RECOMMENDED.contains(&self.placed.body.kind.as_str())
    }

    /// Whether it is in a foster family.
    pub fn is_foster(&self) -> bool {
        FOSTER.contains(&self.placed.body.kind.as_str())
    }

    /// Those who care for the child.
    pub fn carers(&self) -> &[String] {
        self.home
            .as_ref()
            .map_or(&[], |home| home.body.carers.as_slice())
    }

    /// Whether somebody of a name cares for the child now.
    pub fn is_with(&self, name: &str) -> bool {
        self.runs() && self.carers().iter().any(|carer| same_name(carer, name))
    }

    /// What was offered of one kind, the last time it was.
    pub fn offer(&self, what: CarersHelp) -> Option<&Noted<CarersOffered>> {
        let mut all = self.offered.iter().rev();
        all.find(|offer| offer.body.what == what && offer.body.answer != OfferAnswer::NotYet)
    }

    /// What one parent was offered last.
    pub fn offer_to(&self, parent: &str) -> Option<&Noted<ParentsSupportOffered>> {
        let mut all = self.parents.iter().rev();
        all.find(|offer| {
            same_name(&offer.body.parent, parent) && offer.body.answer != OfferAnswer::NotYet
        })
    }

    /// The parents who were offered nothing, each with the number that tells them apart.
    pub fn without_offer(&self) -> Vec<(usize, &str)> {
        let parents = (1..).zip(&self.placed.body.parents);
        let lacking = parents.filter(|(_, parent)| self.offer_to(parent).is_none());
        lacking
            .map(|(number, name)| (number, name.as_str()))
            .collect()
    }

    /// Which of the parents somebody is, by number.
    pub fn parent_number(&self, name: &str) -> Option<usize> {
        let mut parents = (1..).zip(&self.placed.body.parents);
        let found = parents.find(|(_, parent)| same_name(parent, name));
        found.map(|(number, _)| number)
    }

    /// Demands the carers do not meet today.
    pub fn unmet(&self) -> Vec<&str> {
        let demands = self
            .matched
            .iter()
            .flat_map(|matched| &matched.body.demands);
        let unmet = demands.filter(|demand| !demand.met);
        unmet.map(|demand| demand.what.as_str()).collect()
    }
}

impl Placements {
    pub(super) fn apply(&mut self, entry: &Effective<'_>) {
        match entry.body {
            Body::ChildPlaced(b) => self.all.push(Placement::new(Noted::of(entry, b.clone()))),
            Body::ExposureConsidered(b) => self.considered = Some(Noted::of(entry, b.clone())),
            Body::DifficultyJudged(b) => self.difficulties.push(Noted::of(entry, b.clone())),
            Body::CarerSaid(b) => self.said.push(Noted::of(entry, b.clone())),
            Body::PlacementHome(b) => self.in_one(&b.placement, |one| {
                one.home = Some(Noted::of(entry, b.clone()));
            }),
            Body::PlacementEnded(b) => self.in_one(&b.placement, |one| {
                one.ended = Some(Noted::of(entry, b.clone()));
            }),
            Body::CarersTold(b) => self.in_one(&b.placement, |one| {
                one.for_carers.push(entry.root.clone());
                one.told.push(Noted::of(entry, b.clone()));
            }),
            Body::CarersOffered(b) => self.in_one(&b.placement, |one| {
                one.for_carers.push(entry.root.clone());
                one.offered.push(Noted::of(entry, b.clone()));
            }),
            Body::CarersMeetingCalled(b) => self.in_one(&b.placement, |one| {
                one.for_carers.push(entry.root.clone());
                one.meetings.push(Noted::of(entry, b.clone()));
            }),
            Body::CarersMatched(b) => self.in_one(&b.placement, |one| {
                one.matched = Some(Noted::of(entry, b.clone()));
            }),
            Body::BreakdownRiskJudged(b) => self.in_one(&b.placement, |one| {
                one.risks.push(Noted::of(entry, b.clone()));
            }),
            Body::ParentsSupportOffered(b) => self.in_one(&b.placement, |one| {
                one.parents.push(Noted::of(entry, b.clone()));
            }),
            _ => {}
        }
    }

    fn in_one(&mut self, reference: &RefId, change: impl FnOnce(&mut Placement)) {
        let mut all = self.all.iter_mut();
        if let Some(found) = all.find(|placement| placement.reference() == reference) {
            change(found);
        }
    }

    /// The placement that runs.
    pub fn current(&self) -> Option<&Placement> {
        self.all.iter().rev().find(|placement| placement.runs())
    }

    /// The placement with a reference.
    pub fn placement(&self, reference: &str) -> Option<&Placement> {
        let mut all = self.all.iter();
        all.find(|placement| placement.reference().as_str() == reference)
    }
}

impl Pathway {
    /// Whether exposure is recognised and acted on; what nobody has said is lacking.
    pub fn exposure_standing(&self) -> ExposureStanding {
        let said = self.placements.considered.as_ref().map(|said| &said.body);
        let known = matches!(
            self.exposure_position(),
            Exposure::Confirmed | Exposure::Suspected
        );
        ExposureStanding {
            recognised: said
                .map(|said| said.recognised || known)
                .or(known.then_some(true)),
            acted_on: said.map(|said| said.acted_on),
        }
    }
}
