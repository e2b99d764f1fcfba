// SPDX-License-Identifier: EUPL-1.2
//! What a child's assessment tells the duty engine.

use super::{place, yes_no};
use crate::body::{Body, ChildAssessed, PlanFollowedUp, PlanMade, TeamMemberJoined, Verdict};
use crate::journal::Effective;
use crate::org::UnitKind;
use crate::pathway::Pathway;
use traad_duty::fact::RawFact;

/// A round, and each domain in which there is more trouble than before.
pub(super) fn assessed(
    entry: &Effective<'_>,
    body: &ChildAssessed,
    pathway: &Pathway,
) -> Vec<RawFact> {
    let round = place(entry, "child-assessed")
        .attr("assessment", body.reference.as_str())
        .attr("next", body.next.to_string());
    let declined = pathway.child.development.declined(entry.root, body);
    let declined = declined
        .into_iter()
        .map(|one| place(entry, "function-declined").attr("domain", one.domain));
    std::iter::once(round).chain(declined).collect()
}

/// A child's plan is another fact than that of a pregnancy: what follows from that one is asked of a pregnant woman.
pub(super) fn planned(entry: &Effective<'_>, body: &PlanMade) -> RawFact {
    let made = place(entry, "child-plan-made").attr("plan", body.reference.as_str());
    match body.next_follow_up {
        Some(day) => made.attr("next", day.to_string()),
        None => made,
    }
}

/// The follow-up of a child's plan, what was decided of each effort, and which of them do not work as intended.
pub(super) fn followed_up(entry: &Effective<'_>, body: &PlanFollowedUp) -> Vec<RawFact> {
    let followed = place(entry, "child-plan-followed-up")
        .attr("plan", body.plan.as_str())
        .attr("next", body.next.to_string());
    let lacking = body.reviews.iter();
    let lacking = lacking.filter(|review| review.verdict == Some(Verdict::NotIntended));
    let lacking = lacking.map(|review| {
        place(entry, "effect-not-intended").attr("intervention", review.intervention.as_str())
    });
    std::iter::once(followed).chain(lacking).collect()
}

/// A daycare or a school that joins a child's team is an adult around the child: it is to know what helps (row S0-041).
pub(super) fn joined(
    entry: &Effective<'_>,
    body: &TeamMemberJoined,
    pathway: &Pathway,
) -> Option<RawFact> {
    let child = pathway.kind == Some(crate::body::PathwayKind::Child);
    let adult = child && body.actor == UnitKind::Daycare;
    adult.then(|| place(entry, "adult-around-child").attr("adult", entry.root.as_str()))
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the rest of the kinds have their line in the callers"
)]
pub(super) fn attributes(fact: RawFact, body: &Body) -> RawFact {
    match body {
        Body::AssessmentOffered(b) => {
            let fact = fact.attr("answer", yes_no(b.accepted));
            match b.next {
                Some(day) => fact.attr("next", day.to_string()),
                None => fact,
            }
        }
        Body::AssessmentContributed(b) => fact.attr("profession", &b.profession),
        Body::InfluenceNoted(b) => fact.attr("influence", b.reference.as_str()),
        Body::InfluenceEnded(b) => fact.attr("influence", b.reference.as_str()),
        Body::SurroundingsDescribed(b) => fact.attr("setting", b.setting.code()),
        Body::AdviceRequested(b) => fact.attr("request", b.reference.as_str()),
        Body::AdviceReceived(b) => fact.attr("request", b.request.as_str()),
        Body::EffectAnswered(b) => fact
            .attr("intervention", b.intervention.as_str())
            .attr("action", b.action.code()),
        Body::AdultAroundChild(b) => fact.attr("adult", b.reference.as_str()),
        Body::KnowledgeGiven(b) => fact.attr("adult", b.adult.as_str()),
        _ => fact,
    }
}
