// SPDX-License-Identifier: EUPL-1.2
//! The plan: made from the elements of the form of effort, approved with her own words in it, followed up (G; A05, A08).

use super::{Hand, open};
use crate::body::{
    Body, ElementLeftOut, FollowUpChoice, InterventionEnded, InterventionStarted, Level,
    PlanFollowedUp, PlanMade,
};
use crate::category::Category;
use crate::entry::{NewEntry, Topic};
use crate::id::RefId;
use crate::pathway::{Pathway, Plan};
use crate::refusal::{Check, NotNow, Problem, Refusal};

/// The topic of the plan.
pub fn topic() -> Topic {
    Topic::of("plan")
}

/// The element of talks, alone or as a couple (AE4).
pub const TALKS_ELEMENT: &str = "AE4";

/// How talks for a couple are marked in an intervention.
pub const COUPLE_TALKS: &str = "parsamtaler";

/// Elements that may be left out without a reason, since the source says "evt." (A05: AE7).
pub const OPTIONAL_ELEMENTS: [&str; 2] = ["AE7", "DE9"];

/// Elements that are a property of the team and not an intervention: they are read from the team itself (A05: AE1, DE1).
pub const TEAM_ELEMENTS: [&str; 2] = ["AE1", "DE1"];

/// What a plan is made from: the elements of the form of effort, and the sections the agreement asks for by name.
#[derive(Debug, Clone, Copy, Default)]
pub struct Template<'a> {
    /// Codes of the elements.
    pub elements: &'a [&'a str],
    /// Names of the sections; a plan without one of them is not approved (row S2-071).
    pub sections: &'a [String],
}

/// Makes or changes the plan. There is one active plan; earlier versions stay. Whatever runs is in the new version or ends
/// with a reason: nothing that was agreed with her falls away in silence (A07).
pub fn make(
    pathway: &Pathway,
    plan: &PlanMade,
    template: Template<'_>,
    endings: &[InterventionEnded],
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let judged = pathway
        .judgements
        .last()
        .ok_or(Refusal::NotNow(NotNow::NoJudgement))?;
    check(pathway, plan, template, hand)?;
    each_decided(pathway, plan, endings)?;
    let (reference, version) = match pathway.plan.as_ref().and_then(|p| p.active()) {
        Some(active) => (active.body.reference.clone(), active.body.version + 1),
        None => (plan.reference.clone(), 1),
    };
    let made = PlanMade {
        reference,
        version,
        level: judged.body.level,
        ..plan.clone()
    };
    let entry = hand.write(Category::Social, Body::PlanMade(made.clone()));
    let mut entries = vec![entry.about_topic(topic())];
    entries.extend(endings.iter().map(|ending| {
        let body = Body::InterventionEnded(ending.clone());
        hand.write(Category::Social, body).about_topic(topic())
    }));
    entries.extend(starting_today(pathway, &made, hand));
    Ok(entries)
}

/// What runs is in the new version, or ends with a reason; nothing else ends.
pub(super) fn each_decided(
    pathway: &Pathway,
    plan: &PlanMade,
    endings: &[InterventionEnded],
) -> Result<(), Refusal> {
    let mut check = Check::default();
    let before = pathway.plan.iter().flat_map(Plan::running);
    let running: Vec<&RefId> = before.map(|r| &r.intervention.reference).collect();
    for reference in &running {
        let stays = plan
            .interventions
            .iter()
            .any(|i| &&i.reference == reference);
        let ends = endings.iter().any(|e| &&e.intervention == reference);
        check.require(stays != ends, "reviews", Problem::ChoiceMissing);
    }
    for ending in endings {
        let runs = running.contains(&&ending.intervention);
        check.require(runs, "reviews", Problem::UnknownCode);
        check.text(&ending.reason, "reason");
    }
    check.done()
}

fn check(
    pathway: &Pathway,
    plan: &PlanMade,
    template: Template<'_>,
    hand: &Hand,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.require(
        !pathway.wishes.is_empty(),
        "wishes",
        Problem::OwnWordsMissing,
    );
    check.text(&plan.goals, "goals");
    check.require(
        !plan.interventions.is_empty(),
        "interventions",
        Problem::Missing,
    );
    for intervention in &plan.interventions {
        check.text(&intervention.what, "interventions");
        let initiator = !intervention.initiator.trim().is_empty();
        check.require(initiator, "initiator", Problem::InitiatorMissing);
        let talks = intervention.element.as_deref() == Some(TALKS_ELEMENT);
        let couple = talks && intervention.intensity.contains(COUPLE_TALKS);
        check.require(
            !couple || pathway.has_partner(),
            "couple_talks",
            Problem::PartnerMissing,
        );
        let fits = !pathway.is_in_conflict(&intervention.responsible_name);
        check.require(fits, "responsible", Problem::InConflict);
    }
    for name in template.sections {
        let written = plan.sections.iter().find(|section| &section.name == name);
        check.text(written.map_or("", |section| &section.text), "sections");
    }
    let free = |e: &&&str| OPTIONAL_ELEMENTS.contains(*e) || TEAM_ELEMENTS.contains(*e);
    for element in template.elements.iter().filter(|e| !free(e)) {
        let used = plan
            .interventions
            .iter()
            .any(|i| i.element.as_deref() == Some(element));
        let left = |l: &ElementLeftOut| l.element == *element && !l.reason.trim().is_empty();
        check.require(
            used || plan.left_out.iter().any(left),
            "left_out",
            Problem::NeedsReason,
        );
    }
    let in_time = plan.next_follow_up.is_none_or(|day| day >= hand.today());
    check.require(in_time, "next_follow_up", Problem::InThePast);
    check.done()
}

/// Interventions of a new version whose first day has come.
pub(super) fn starting_today(pathway: &Pathway, made: &PlanMade, hand: &Hand) -> Vec<NewEntry> {
    let started = |reference: &RefId| {
        pathway
            .plan
            .as_ref()
            .is_some_and(|p| p.started.contains_key(reference))
    };
    made.interventions
        .iter()
        .filter(|i| i.starts.is_some_and(|day| day <= hand.today()) && !started(&i.reference))
        .map(|i| {
            let body = InterventionStarted {
                intervention: i.reference.clone(),
                strand: i.strand,
                regime: i.regime,
            };
            hand.write(Category::Social, Body::InterventionStarted(body))
        })
        .collect()
}

/// Starts one intervention of the active plan.
pub fn start(pathway: &Pathway, reference: &str, hand: &Hand) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let plan = pathway
        .plan
        .as_ref()
        .ok_or(Refusal::NotNow(NotNow::NoPlan))?;
    let running = plan
        .running()
        .find(|r| r.intervention.reference.as_str() == reference);
    let found = running
        .filter(|r| r.started.is_none())
        .ok_or(Refusal::NotNow(NotNow::AlreadyDone))?;
    let body = InterventionStarted {
        intervention: found.intervention.reference.clone(),
        strand: found.intervention.strand,
        regime: found.intervention.regime,
    };
    Ok(vec![
        hand.write(Category::Social, Body::InterventionStarted(body))
            .about_topic(topic()),
    ])
}

/// Ends one intervention.
pub fn end(
    pathway: &Pathway,
    reference: &str,
    reason: &str,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let plan = pathway
        .plan
        .as_ref()
        .ok_or(Refusal::NotNow(NotNow::NoPlan))?;
    let found = plan
        .running()
        .find(|r| r.intervention.reference.as_str() == reference);
    let found = found.ok_or(Refusal::NotNow(NotNow::AlreadyDone))?;
    let mut check = Check::default();
    check.text(reason, "reason");
    check.done()?;
    let body = InterventionEnded {
        intervention: found.intervention.reference.clone(),
        reason: reason.to_owned(),
    };
    Ok(vec![
        hand.write(Category::Social, Body::InterventionEnded(body))
            .about_topic(topic()),
    ])
}

/// Follows the plan up in three perspectives. It ends in a choice for each running intervention and a next date (A07).
pub fn follow_up(
    pathway: &Pathway,
    follow_up: &PlanFollowedUp,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let plan = pathway
        .plan
        .as_ref()
        .ok_or(Refusal::NotNow(NotNow::NoPlan))?;
    let mut check = Check::default();
    check.text(&follow_up.woman, "woman");
    check.text(&follow_up.child, "child");
    check.require(follow_up.next > hand.today(), "next", Problem::InThePast);
    for running in plan.running() {
        let reviewed = follow_up
            .reviews
            .iter()
            .any(|r| r.intervention == running.intervention.reference);
        check.require(reviewed, "reviews", Problem::ChoiceMissing);
    }
    check.done()?;
    let plan_id = plan
        .reference()
        .cloned()
        .unwrap_or_else(|| follow_up.plan.clone());
    let body = PlanFollowedUp {
        plan: plan_id,
        ..follow_up.clone()
    };
    Ok(vec![
        hand.write(Category::Social, Body::PlanFollowedUp(body))
            .about_topic(topic()),
    ])
}

/// Whether a follow-up found that something has no effect: then deeper assessment, adjustment or a new effort is owed. Where
/// the effect itself was judged, each of the three is asked for by itself.
pub fn lacks_effect(follow_up: &PlanFollowedUp) -> bool {
    follow_up
        .reviews
        .iter()
        .filter(|r| r.verdict.is_none())
        .any(|r| !matches!(r.choice, FollowUpChoice::Continue | FollowUpChoice::End))
}

/// The code of the catalogue list with the central elements of a form of effort.
pub fn element_list(level: Level) -> Option<&'static str> {
    match level {
        Level::Ambulatory => Some("ambulatory-elements"),
        Level::Residential => Some("residential-elements"),
        Level::Undecided => None,
    }
}
