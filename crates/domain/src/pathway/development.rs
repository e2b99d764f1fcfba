// SPDX-License-Identifier: EUPL-1.2
//! How a child develops, as it stands: rounds of assessment side by side, what lacks an answer in the plan, who around the
//! child lacks knowledge (A14).

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the fold hands over only the kinds of this file"
)]

use super::{Noted, Pathway};
use crate::body::{
    AdultAroundChild, AdviceReceived, AdviceRequested, AdvisedEffort, AssessmentContributed,
    AssessmentOffered, Body, ChildAssessed, ChildNeed, Degree, EffectAction, Fit,
    HelpBackgroundWritten, HelpSheetWritten, InfluenceEnded, InfluenceNoted, Intervention,
    KnowledgeGiven, LifeEventTold, Setting, SurroundingsDescribed,
};
use crate::id::{EntryId, RefId};
use crate::journal::Effective;
use crate::org::UnitKind;
use jiff::Timestamp;

/// The code of the quality whose lack suggests an effort for the surroundings (row S0-040).
const PREDICTABILITY: &str = "forudsigelighed";

/// How a child develops.
#[derive(Debug, Clone, Default)]
pub struct Development {
    /// Rounds of assessment, oldest first.
    pub rounds: Vec<Noted<ChildAssessed>>,
    /// What other professions have added, oldest first.
    pub contributions: Vec<Noted<AssessmentContributed>>,
    /// Each time a round was offered, oldest first.
    pub offers: Vec<Noted<AssessmentOffered>>,
    /// What has happened in its life, as it was told.
    pub events: Vec<Noted<LifeEventTold>>,
    /// Risks and what has affected it.
    pub influences: Vec<Influence>,
    /// How each place is for it; of each place the newest counts.
    pub surroundings: Vec<Noted<SurroundingsDescribed>>,
    /// Adults around it.
    pub adults: Vec<Noted<AdultAroundChild>>,
    /// The newest sheet of what helps.
    pub sheet: Option<Noted<HelpSheetWritten>>,
    /// The newest background, for those it lives with.
    pub background: Option<Noted<HelpBackgroundWritten>>,
    /// Advice that was asked for, oldest first.
    pub requests: Vec<Noted<AdviceRequested>>,
    /// Advice that has come, oldest first.
    pub advice: Vec<Noted<AdviceReceived>>,
    /// Each time an adult was told what helps.
    pub told: Vec<Noted<KnowledgeGiven>>,
}

/// A risk, or what has affected the child.
#[derive(Debug, Clone)]
pub struct Influence {
    /// What.
    pub noted: Noted<InfluenceNoted>,
    /// That it affects the child no more.
    pub ended: Option<Noted<InfluenceEnded>>,
}

/// An adult around the child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adult {
    /// Reference.
    pub reference: RefId,
    /// Who.
    pub name: String,
    /// What they need to know, when somebody wrote it.
    pub lacks: String,
    /// Whether they have been told what helps.
    pub told: bool,
}

/// A domain in which there is more trouble than at the round before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declined {
    /// Code of the domain.
    pub domain: String,
    /// Before.
    pub from: Degree,
    /// Now.
    pub to: Degree,
}

impl Development {
    pub(super) fn apply(&mut self, entry: &Effective<'_>) {
        match entry.body {
            Body::ChildAssessed(b) => self.rounds.push(Noted::of(entry, (**b).clone())),
            Body::AssessmentContributed(b) => {
                self.contributions.push(Noted::of(entry, b.clone()));
            }
            Body::AssessmentOffered(b) => self.offers.push(Noted::of(entry, b.clone())),
            Body::LifeEventTold(b) => self.events.push(Noted::of(entry, b.clone())),
            Body::InfluenceNoted(b) => self.influences.push(Influence {
                noted: Noted::of(entry, b.clone()),
                ended: None,
            }),
            Body::InfluenceEnded(b) => {
                let mut all = self.influences.iter_mut();
                if let Some(found) = all.find(|one| one.noted.body.reference == b.reference) {
                    found.ended = Some(Noted::of(entry, b.clone()));
                }
            }
            Body::SurroundingsDescribed(b) => {
                self.surroundings
                    .retain(|known| known.body.setting != b.setting);
                self.surroundings.push(Noted::of(entry, b.clone()));
            }
            Body::AdultAroundChild(b) => self.adults.push(Noted::of(entry, b.clone())),
            Body::HelpSheetWritten(b) => self.sheet = Some(Noted::of(entry, b.clone())),
            Body::HelpBackgroundWritten(b) => {
                self.background = Some(Noted::of(entry, b.clone()));
            }
            Body::AdviceRequested(b) => self.requests.push(Noted::of(entry, b.clone())),
            Body::AdviceReceived(b) => self.advice.push(Noted::of(entry, b.clone())),
            Body::KnowledgeGiven(b) => self.told.push(Noted::of(entry, b.clone())),
            _ => {}
        }
    }

    /// The newest round.
    pub fn newest(&self) -> Option<&Noted<ChildAssessed>> {
        self.rounds.last()
    }

    /// The round before the one an entry tells of.
    fn before(&self, entry: &EntryId) -> Option<&Noted<ChildAssessed>> {
        let place = self.rounds.iter().position(|round| &round.entry == entry)?;
        self.rounds.get(place.checked_sub(1)?)
    }

    /// Where there is more trouble in a round than in the one before (row S0-009). What was not judged both times is none.
    pub fn declined(&self, entry: &EntryId, round: &ChildAssessed) -> Vec<Declined> {
        let Some(before) = self.before(entry) else {
            return Vec::new();
        };
        let functions = round.functions.iter();
        functions
            .filter_map(|now| {
                let (from, to) = (before.body.degree(&now.domain)?, now.degree?);
                (to > from).then(|| Declined {
                    domain: now.domain.clone(),
                    from,
                    to,
                })
            })
            .collect()
    }

    /// What others have added since a round was made.
    pub fn contributed_since(
        &self,
        round: Option<&Noted<ChildAssessed>>,
    ) -> impl Iterator<Item = &Noted<AssessmentContributed>> {
        let since = round.map(|round| round.recorded);
        let all = self.contributions.iter();
        all.filter(move |one| since.is_none_or(|since| one.recorded > since))
    }

    /// Places in which something is not predictable enough for the child: an effort for the surroundings is suggested.
    pub fn unpredictable(&self) -> impl Iterator<Item = Setting> {
        let all = self.surroundings.iter();
        all.filter(|place| {
            let mut qualities = place.body.qualities.iter();
            qualities.any(|one| {
                one.quality == PREDICTABILITY && matches!(one.fit, Fit::Lacks | Fit::Partly)
            })
        })
        .map(|place| place.body.setting)
    }
}

/// The rule that asks for one of the three.
pub fn effect_rule(action: EffectAction) -> &'static str {
    match action {
        EffectAction::Deeper => "effect-deeper",
        EffectAction::Adjust => "effect-adjusted",
        EffectAction::New => "effect-new",
    }
}

impl Pathway {
    /// The adults around the child: those that were named, and daycare and school in its team.
    pub fn adults_around(&self) -> Vec<Adult> {
        let known = &self.child.development;
        let told = |reference: &RefId| known.told.iter().any(|told| &told.body.adult == reference);
        let named = known.adults.iter().map(|one| Adult {
            told: told(&one.body.reference),
            reference: one.body.reference.clone(),
            name: one.body.name.clone(),
            lacks: one.body.lacks.clone(),
        });
        let daycare = self.team.iter();
        let daycare = daycare.filter(|member| member.body.actor == UnitKind::Daycare);
        let daycare = daycare.map(|member| {
            let reference = RefId::new(member.entry.as_str());
            Adult {
                told: told(&reference),
                reference,
                name: member.body.contact.clone(),
                lacks: String::new(),
            }
        });
        named.chain(daycare).collect()
    }

    /// What is still to be done or left out where an effort had not the intended effect.
    pub fn open_effects(&self) -> Vec<(&Intervention, EffectAction)> {
        let explained = |reference: &RefId, action: EffectAction, since: Timestamp| {
            let mut all = self.explanations.iter();
            all.any(|one| {
                let own = one.body.key.starts_with(&format!("{reference}-"));
                one.body.rule == effect_rule(action) && own && one.recorded >= since
            })
        };
        let plan = self.plan.iter();
        plan.flat_map(|plan| plan.open_effects(explained)).collect()
    }

    /// Efforts that were advised, each with who advised it and whether a running effort was made from it.
    pub fn advised(&self) -> Vec<(&AdvisedEffort, Option<&AdviceRequested>, bool)> {
        let known = &self.child.development;
        let request = |reference: &RefId| {
            let mut all = known.requests.iter();
            all.find(|one| &one.body.reference == reference)
                .map(|one| &one.body)
        };
        let taken = |reference: &RefId| {
            self.plan.as_ref().is_some_and(|plan| {
                plan.running().any(|running| {
                    let child = running.intervention.child.as_ref();
                    child.is_some_and(|child| child.advised.as_ref() == Some(reference))
                })
            })
        };
        let all = known.advice.iter().flat_map(|advice| {
            let from = request(&advice.body.request);
            advice.body.efforts.iter().map(move |one| (one, from))
        });
        all.map(|(one, from)| (one, from, taken(&one.reference)))
            .collect()
    }

    /// Needs of the newest round.
    pub fn needs(&self) -> &[ChildNeed] {
        let newest = self.child.development.newest();
        newest.map_or(&[], |round| round.body.needs.as_slice())
    }

    /// Needs of the newest round that no running effort meets and the plan has no reason for (row S0-027).
    pub fn unanswered_needs(&self) -> Vec<&ChildNeed> {
        let answered = |need: &&ChildNeed| {
            self.plan.as_ref().is_some_and(|plan| {
                let met = |code: &String| code == need.reference.as_str();
                let met = plan
                    .running()
                    .any(|running| running.intervention.meets.iter().any(met));
                let child = plan.active().and_then(|active| active.body.child.as_ref());
                let deselected = child.is_some_and(|child| {
                    let mut all = child.deselected.iter();
                    all.any(|one| one.need == need.reference)
                });
                met || deselected
            })
        };
        self.needs().iter().filter(|need| !answered(need)).collect()
    }
}
