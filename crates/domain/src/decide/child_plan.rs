// SPDX-License-Identifier: EUPL-1.2
//! A child's plan: the same plan as any, that answers the needs of the newest round of assessment (A14).
//!
//! What an effort is and for what, is needed. What the recommendations ask of the whole – aimed at functioning and at the
//! surroundings, by development and by system – is followed or explained.

use super::child::childs;
use super::development::assessed;
use super::plan::{each_decided, starting_today, topic};
use super::{Hand, plan};
use crate::body::{
    Body, ChildAssessed, ChildEffort, ChildPlan, EffectAnswered, FollowUpChoice, Intervention,
    InterventionEnded, Level, PlanFollowedUp, PlanMade, Verdict,
};
use crate::category::Category;
use crate::entry::NewEntry;
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};

/// What efforts are aimed at (E34): a plan has both, or a reason.
pub const TARGETS: [&str; 2] = ["funktionsnedsaettelser", "omgivelser"];

/// The approaches (E33): a plan has both, or a reason.
pub const APPROACHES: [&str; 2] = ["udviklingsbaseret", "systembaseret"];

/// Makes the child's plan, or a new version of it.
pub fn make(
    pathway: &Pathway,
    made: &PlanMade,
    endings: &[InterventionEnded],
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let round = assessed(pathway)?;
    check(made, round, hand)?;
    each_decided(pathway, made, endings)?;
    let (reference, version) = match pathway.plan.as_ref().and_then(|p| p.active()) {
        Some(active) => (active.body.reference.clone(), active.body.version + 1),
        None => (made.reference.clone(), 1),
    };
    let made = PlanMade {
        reference,
        version,
        level: Level::Undecided,
        child: made.child.clone().map(|child| ChildPlan {
            round: round.reference.clone(),
            ..child
        }),
        ..made.clone()
    };
    let entry = hand.write(Category::Social, Body::PlanMade(made.clone()));
    let mut entries = vec![entry.about_topic(topic())];
    entries.extend(endings.iter().map(|ending| {
        let body = Body::InterventionEnded(ending.clone());
        hand.write(Category::Social, body)
            .about_topic(plan::topic())
    }));
    entries.extend(starting_today(pathway, &made, hand));
    Ok(entries)
}

fn check(made: &PlanMade, round: &ChildAssessed, hand: &Hand) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.text(&made.goals, "goals");
    let some = !made.interventions.is_empty();
    check.require(some, "interventions", Problem::Missing);
    for one in &made.interventions {
        check.text(&one.what, "interventions");
        let initiator = !one.initiator.trim().is_empty();
        check.require(initiator, "initiator", Problem::InitiatorMissing);
        let purpose = one.child.as_ref().is_some_and(|c| !c.purposes.is_empty());
        check.require(purpose, "purposes", Problem::PurposeMissing);
    }
    let child = made.child.as_ref();
    let family = child.is_some_and(|child| !child.family.trim().is_empty());
    check.require(family, "family", Problem::FamilyNeedsMissing);
    let unanswered = unanswered(made, round);
    check.require(unanswered.is_empty(), "needs", Problem::NeedUnanswered);
    for lacks in lacking(&made.interventions) {
        let explained = child.is_some_and(|child| {
            let mut all = child.deviations.iter();
            all.any(|one| one.lacks == lacks && !one.reason.trim().is_empty())
        });
        check.require(explained, "deviations", Problem::NeedsReason);
    }
    let next = made.next_follow_up;
    check.require(next.is_some(), "next_follow_up", Problem::NextDateMissing);
    let ahead = next.is_none_or(|day| day >= hand.today());
    check.require(ahead, "next_follow_up", Problem::InThePast);
    check.done()
}

/// Needs that no effort of a plan meets and that are not left out with a reason; by their references.
pub fn unanswered<'a>(made: &PlanMade, round: &'a ChildAssessed) -> Vec<&'a str> {
    let met = |code: &str| {
        let mut efforts = made.interventions.iter();
        efforts.any(|one| one.meets.iter().any(|met| met == code))
    };
    let left = |code: &str| {
        made.child.as_ref().is_some_and(|child| {
            let mut all = child.deselected.iter();
            all.any(|one| one.need.as_str() == code && !one.reason.trim().is_empty())
        })
    };
    let needs = round.needs.iter().map(|need| need.reference.as_str());
    needs.filter(|code| !met(code) && !left(code)).collect()
}

/// What the recommendations ask of a plan and its efforts lack: codes of [`TARGETS`] and [`APPROACHES`].
pub fn lacking(efforts: &[Intervention]) -> Vec<&'static str> {
    let says = |of: fn(&ChildEffort) -> &Vec<String>, code: &str| {
        let mut all = efforts.iter().filter_map(|one| one.child.as_ref());
        all.any(|child| of(child).iter().any(|known| known == code))
    };
    let targets = TARGETS
        .into_iter()
        .filter(|code| !says(|child| &child.targets, code));
    let approaches = APPROACHES
        .into_iter()
        .filter(|code| !says(|child| &child.approaches, code));
    targets.chain(approaches).collect()
}

/// Follows the child's plan up: how it is for the child and for the family, and of each effort whether it has the intended
/// effect. One that has not does not just go on (A15): it is adjusted, ended, or goes on for a reason.
pub fn follow_up(
    pathway: &Pathway,
    followed: &PlanFollowedUp,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let plan = pathway.plan.as_ref();
    let plan = plan.ok_or(Refusal::NotNow(NotNow::NoPlan))?;
    let mut check = Check::default();
    check.text(&followed.child, "child");
    check.text(followed.family.as_deref().unwrap_or_default(), "family");
    check.require(followed.next > hand.today(), "next", Problem::InThePast);
    for running in plan.running() {
        let reference = &running.intervention.reference;
        let mut reviews = followed.reviews.iter();
        let review = reviews.find(|review| &review.intervention == reference);
        let judged = review.is_some_and(|review| review.verdict.is_some());
        check.require(judged, "reviews", Problem::ChoiceMissing);
        let unchanged = review.is_some_and(|review| {
            let reason = review.unchanged.as_deref().unwrap_or_default();
            review.verdict == Some(Verdict::NotIntended)
                && review.choice == FollowUpChoice::Continue
                && reason.trim().is_empty()
        });
        check.require(!unchanged, "unchanged", Problem::NeedsReason);
    }
    check.done()?;
    let reference = plan.reference().cloned();
    let body = PlanFollowedUp {
        plan: reference.unwrap_or_else(|| followed.plan.clone()),
        ..followed.clone()
    };
    let entry = hand.write(Category::Social, Body::PlanFollowedUp(body));
    Ok(vec![entry.about_topic(topic())])
}

/// Says that one of the three is done, or left out with a reason.
pub fn answer_effect(
    pathway: &Pathway,
    answered: &EffectAnswered,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut open = pathway.open_effects().into_iter();
    let asked = open.any(|(effort, action)| {
        effort.reference == answered.intervention && action == answered.action
    });
    let mut check = Check::default();
    check.require(asked, "effect", Problem::NotChosen);
    check.text(&answered.words, "words");
    check.done()?;
    let body = Body::EffectAnswered(answered.clone());
    Ok(vec![
        hand.write(Category::Social, body).about_topic(topic()),
    ])
}

#[cfg(test)]
mod tests;
