// SPDX-License-Identifier: EUPL-1.2
//! The hypothesis that a child was exposed before birth, and where its exposure stands: derived here, and nowhere else, from
//! what was stated and from what a hypothesis led to (row S0-014; practice B14).

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the fold hands over only the kinds of this file"
)]

use super::{Childhood, Noted, Pathway};
use crate::body::{
    Body, Conclusion, Exposed, ExposurePosition, ExposureStated, HypothesisConcluded,
    HypothesisRaised, HypothesisTested, HypothesisTold, TestKind,
};
use crate::entry::Entry;
use crate::id::{EntryId, RefId};
use crate::journal::Effective;

/// Where a hypothesis stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HypothesisState {
    /// Raised, and not tested yet.
    Raised,
    /// Tested once or more, and not concluded.
    BeingTested,
    /// Concluded.
    Concluded(Conclusion),
}

impl HypothesisState {
    /// The code of its text.
    pub fn code(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::BeingTested => "being-tested",
            Self::Concluded(conclusion) => conclusion.code(),
        }
    }
}

/// One hypothesis with its steps, as far as a reader knows them.
#[derive(Debug, Clone)]
pub struct Hypothesis {
    /// How it began.
    pub raised: Noted<HypothesisRaised>,
    /// Its tests, oldest first.
    pub tests: Vec<Noted<HypothesisTested>>,
    /// What they led to, each time.
    pub conclusions: Vec<Noted<HypothesisConcluded>>,
    /// Each time the mother was told.
    pub told: Vec<Noted<HypothesisTold>>,
    /// Where it stands.
    pub state: HypothesisState,
    /// The place of its newest step among all that tells of exposure.
    newest: usize,
}

impl Hypothesis {
    /// Whether there is still something to find out.
    pub fn is_open(&self) -> bool {
        match self.state {
            HypothesisState::Raised | HypothesisState::BeingTested => true,
            HypothesisState::Concluded(conclusion) => conclusion == Conclusion::Unresolved,
        }
    }

    /// Whether it was refuted: then it is closed, and nobody counts it.
    pub fn is_refuted(&self) -> bool {
        self.state == HypothesisState::Concluded(Conclusion::Refuted)
    }

    /// The newest telling of the child's history, when not everything in it has been asked.
    pub fn unasked(&self) -> Option<&Noted<HypothesisTested>> {
        let history = |test: &&Noted<HypothesisTested>| test.body.test == TestKind::Anamnesis;
        let newest = self.tests.iter().rev().find(history)?;
        (!newest.body.is_finished()).then_some(newest)
    }

    /// The tests in which everything was asked.
    pub fn finished(&self) -> impl Iterator<Item = &HypothesisTested> {
        let all = self.tests.iter().map(|test| &test.body);
        all.filter(|test| test.is_finished())
    }

    fn step(&mut self, body: &Body, entry: &Effective<'_>) {
        match body {
            Body::HypothesisTested(b) => {
                let confirmed = HypothesisState::Concluded(Conclusion::Confirmed);
                if self.state != confirmed {
                    self.state = HypothesisState::BeingTested;
                }
                self.tests.push(Noted::of(entry, b.clone()));
            }
            Body::HypothesisConcluded(b) => {
                self.state = HypothesisState::Concluded(b.conclusion);
                self.conclusions.push(Noted::of(entry, b.clone()));
            }
            Body::HypothesisTold(b) => self.told.push(Noted::of(entry, b.clone())),
            _ => {}
        }
    }
}

/// Which hypothesis an entry is a step of.
fn reference(body: &Body) -> Option<&RefId> {
    match body {
        Body::HypothesisRaised(b) => Some(&b.reference),
        Body::HypothesisTested(b) => Some(&b.reference),
        Body::HypothesisConcluded(b) => Some(&b.reference),
        Body::HypothesisTold(b) => Some(&b.reference),
        _ => None,
    }
}

/// Whether an entry tells of harm before birth, or of signs of it: told in a talk before it is shown (practice A18).
pub(super) fn tells_of_harm(body: &Body) -> bool {
    matches!(
        body,
        Body::ExposureStated(_)
            | Body::ExposureDetailed(_)
            | Body::InjuryJudged(_)
            | Body::SignsObserved(_)
            // That it is followed up tells why.
            | Body::CheckupsEntitled(_)
            | Body::ChildAssessed(_)
            | Body::AssessmentContributed(_)
            | Body::LifeEventTold(_)
            | Body::InfluenceNoted(_)
            | Body::HelpBackgroundWritten(_)
            | Body::AdviceRequested(_)
            | Body::AdviceReceived(_)
    ) || reference(body).is_some()
}

/// Where a child's exposure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exposure {
    /// Nobody has said anything of it.
    None,
    /// It is held possible.
    Suspected,
    /// The child was exposed.
    Confirmed,
    /// It cannot be told, and is followed up.
    Unresolved,
    /// It was held possible, and is not.
    Refuted,
}

impl Exposure {
    /// The code of its text.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Suspected => "suspected",
            Self::Confirmed => "confirmed",
            Self::Unresolved => "unresolved",
            Self::Refuted => "refuted",
        }
    }

    /// Whether there is something to pass on, to follow up, to count. What was refuted is not.
    pub fn stands(self) -> bool {
        !matches!(self, Self::None | Self::Refuted)
    }

    /// What a hand-over says of it; none where nobody has said anything. What was refuted is nothing (practice B14).
    pub fn handed_over(self) -> Option<ExposurePosition> {
        match self {
            Self::None => None,
            Self::Suspected => Some(ExposurePosition::Suspected),
            Self::Confirmed => Some(ExposurePosition::Known),
            Self::Unresolved => Some(ExposurePosition::Unresolved),
            Self::Refuted => Some(ExposurePosition::Nothing),
        }
    }
}

impl From<Exposed> for Exposure {
    fn from(stated: Exposed) -> Self {
        match stated {
            Exposed::Yes => Self::Confirmed,
            Exposed::Suspected => Self::Suspected,
            Exposed::Unresolved => Self::Unresolved,
        }
    }
}

impl Childhood {
    pub(super) fn tell_of_exposure(&mut self, entry: &Effective<'_>) {
        self.told_of_exposure += 1;
        let place = self.told_of_exposure;
        match entry.body {
            Body::ExposureStated(b) => {
                self.exposure = Some(Noted::of(entry, b.clone()));
                self.stated_at = place;
            }
            Body::HypothesisRaised(b) => self.hypotheses.push(Hypothesis {
                raised: Noted::of(entry, b.clone()),
                tests: Vec::new(),
                conclusions: Vec::new(),
                told: Vec::new(),
                state: HypothesisState::Raised,
                newest: place,
            }),
            body => {
                let of = reference(body);
                let mut all = self.hypotheses.iter_mut();
                let known = all.find(|known| Some(&known.raised.body.reference) == of);
                if let Some(hypothesis) = known {
                    hypothesis.step(body, entry);
                    hypothesis.newest = place;
                }
            }
        }
    }

    /// The newest hypothesis that was not refuted: what the next step is about.
    pub fn hypothesis(&self) -> Option<&Hypothesis> {
        self.hypotheses
            .iter()
            .rev()
            .find(|known| !known.is_refuted())
    }

    /// Those that were refuted: *tidligere overvejet*.
    pub fn considered(&self) -> impl Iterator<Item = &Hypothesis> {
        self.hypotheses.iter().filter(|known| known.is_refuted())
    }

    /// What was stated of exposure, as long as it says where exposure stands.
    pub fn stated(&self) -> Option<&Noted<ExposureStated>> {
        let position = self.position();
        let stated = self.exposure.as_ref();
        stated.filter(|stated| Exposure::from(stated.body.exposed) == position)
    }

    /// What was told last counts, and what is certain outlasts what is not: a hypothesis about something else takes nothing
    /// back from a child that was exposed.
    fn position(&self) -> Exposure {
        let stated = self.exposure.as_ref();
        let stated = stated.map(|stated| (self.stated_at, stated.body.exposed.into()));
        let since = |known: &&Hypothesis| known.newest > self.stated_at;
        let of_hypotheses = self.hypotheses.iter().filter(since);
        let of_hypotheses = of_hypotheses.map(|known| {
            let position = match known.state {
                HypothesisState::Raised | HypothesisState::BeingTested => Exposure::Suspected,
                HypothesisState::Concluded(Conclusion::Confirmed) => Exposure::Confirmed,
                HypothesisState::Concluded(Conclusion::Unresolved) => Exposure::Unresolved,
                HypothesisState::Concluded(Conclusion::Refuted) => Exposure::Refuted,
            };
            (known.newest, position)
        });
        let told: Vec<(usize, Exposure)> = stated.into_iter().chain(of_hypotheses).collect();
        let certain = told
            .iter()
            .any(|(_, position)| *position == Exposure::Confirmed);
        if certain {
            return Exposure::Confirmed;
        }
        let newest = told.into_iter().max_by_key(|(place, _)| *place);
        newest.map_or(Exposure::None, |(_, position)| position)
    }

    /// Finds the entries that speak of what was refuted, in every version, also those withdrawn. A suspicion that was stated
    /// before it was refuted is one of them.
    pub(super) fn find_dismissed<'a>(&mut self, entries: impl IntoIterator<Item = &'a Entry>) {
        self.dismissed.clear();
        let refuted: Vec<RefId> = self
            .considered()
            .map(|known| known.raised.body.reference.clone())
            .collect();
        if refuted.is_empty() {
            return;
        }
        let suspicion = self.position() == Exposure::Refuted;
        for entry in entries {
            let Some(written) = entry.written() else {
                continue;
            };
            let about = match &written.body {
                Body::ExposureStated(b) => suspicion && b.exposed != Exposed::Yes,
                // Why a step of it was not taken, and that it was passed on, would tell of it too.
                Body::DutyExplained(b) => refuted.iter().any(|of| b.key.starts_with(of.as_str())),
                Body::Disclosed(b) => {
                    let mut passed = b.entries.iter();
                    !b.entries.is_empty() && passed.all(|id| self.is_dismissed(id))
                }
                other => reference(other).is_some_and(|of| refuted.contains(of)),
            };
            if about {
                self.dismissed.push(entry.id.clone());
            }
        }
    }

    /// Whether an entry speaks of what was refuted.
    pub fn is_dismissed(&self, entry: &EntryId) -> bool {
        self.dismissed.contains(entry)
    }
}

impl Pathway {
    /// Where the exposure of the child stands, for whoever this was folded for: the one place it is asked.
    pub fn exposure_position(&self) -> Exposure {
        self.child.position()
    }
}
