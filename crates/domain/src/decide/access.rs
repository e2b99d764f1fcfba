// SPDX-License-Identifier: EUPL-1.2
//! Nødadgang and ledelsestilsyn: opened, ended, looked at afterwards. Whether somebody may open one at all is asked before.

use super::{Hand, law};
use crate::body::{
    Body, EmergencyEnded, EmergencyOpened, EmergencyReviewed, SupervisionOpened, SupervisionPurpose,
};
use crate::category::Category;
use crate::entry::{NewEntry, PartyVisibility, Topic};
use crate::id::{RefId, UnitId};
use crate::pathway::{Grant, Pathway};
use crate::policy::EMERGENCY_MINUTES;
use crate::refusal::{Check, NotNow, Problem, Refusal};
use crate::time::start_of_day;
use jiff::SignedDuration;
use std::collections::BTreeSet;

/// What nødadgang rests on. Cited as practice has it; not read word for word.
pub const EMERGENCY_LAW: &str = "SUL § 42 a";

fn topic(reference: &RefId) -> Topic {
    Topic::about("access", reference.as_str())
}

/// An entry about access: opened by no consent, and not for the party, who has the log.
fn entry(hand: &Hand, reference: &RefId, body: Body) -> NewEntry {
    let mut entry = hand
        .write(Category::Coordination, body)
        .about_topic(topic(reference))
        .when_released(hand.release_review());
    entry.envelope.restricted = true;
    entry
}

/// The unit that looks at a nødadgang afterwards: the coordinator's, otherwise the family department that has the
/// notification, otherwise any other that takes part. Never the reader's own, and never one that would learn by it that
/// there is a pathway.
pub fn reviewer(pathway: &Pathway, taking_part: &BTreeSet<UnitId>, own: &UnitId) -> Option<UnitId> {
    let coordinator = pathway.coordinator.iter().map(|c| &c.body.unit);
    let family = pathway.case_holder();
    let mut candidates = coordinator.chain(family).chain(taking_part);
    let fits = |unit: &&UnitId| *unit != own && taking_part.contains(*unit);
    candidates.find(fits).cloned()
}

/// Opens nødadgang. The units of the coordinator and of the reviewer are told at once.
pub fn open_emergency(
    pathway: &Pathway,
    (reference, reason): (RefId, &str),
    reviewer: Option<&UnitId>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let mut check = Check::default();
    check.text(reason, "reason");
    check.done()?;
    let until = hand.now + SignedDuration::from_mins(EMERGENCY_MINUTES);
    let body = Body::EmergencyOpened(EmergencyOpened {
        reference: reference.clone(),
        reason: reason.trim().to_owned(),
        until,
        reviewer: reviewer.cloned(),
    });
    let coordinator = pathway.coordinator.iter().map(|c| c.body.unit.clone());
    let told = coordinator.chain(reviewer.cloned());
    let opened = entry(hand, &reference, body).on(law(EMERGENCY_LAW));
    Ok(vec![opened.sent_to(told)])
}

/// Ends a nødadgang of the author's own that still runs. One that is over needs no ending.
pub fn end_emergency(
    pathway: &Pathway,
    reference: &RefId,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let grant = found(pathway, reference)?;
    if !grant.is_for(&hand.author.employment, hand.now) {
        return Err(Refusal::NotNow(NotNow::NoSuchEmergency));
    }
    let body = Body::EmergencyEnded(EmergencyEnded {
        reference: reference.clone(),
    });
    let ended = entry(hand, reference, body).on(law(EMERGENCY_LAW));
    Ok(vec![ended.sent_to(grant.told.iter().cloned())])
}

/// Another unit has looked at a nødadgang. The citizen is told, unless that would endanger somebody or she cannot know of
/// the unit yet.
pub fn review_emergency(
    pathway: &Pathway,
    (review, known): (&EmergencyReviewed, bool),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let reference = &review.reference;
    let grant = found(pathway, reference)?;
    let unit = &hand.author.unit;
    if !grant.is_reviewed_by(unit) || &grant.author.unit == unit {
        return Err(Refusal::NotNow(NotNow::NotTheReviewer));
    }
    if !grant.awaits_review() {
        return Err(Refusal::NotNow(NotNow::AlreadyDone));
    }
    let mut check = Check::default();
    check.text(&review.conclusion, "conclusion");
    if let Some(why) = &review.endangers {
        check.require(!why.trim().is_empty(), "endangers", Problem::NeedsReason);
        check.length(why, "endangers");
    }
    check.done()?;
    let mut reviewed = entry(hand, reference, Body::EmergencyReviewed(review.clone()));
    if known && review.endangers.is_none() {
        reviewed.envelope.visible_to_party_from = PartyVisibility::AtOnce;
    }
    Ok(vec![reviewed.sent_to(grant.told.iter().cloned())])
}

/// Opens ledelsestilsyn for the rest of the day.
pub fn open_supervision(
    reference: &RefId,
    purpose: SupervisionPurpose,
    hand: &Hand,
) -> Vec<NewEntry> {
    // A working day is a proposal; no source says how long a leader may need.
    let tomorrow = hand.today().tomorrow().unwrap_or(hand.today());
    let body = Body::SupervisionOpened(SupervisionOpened {
        reference: reference.clone(),
        purpose,
        until: start_of_day(tomorrow),
    });
    vec![entry(hand, reference, body)]
}

fn found<'a>(pathway: &'a Pathway, reference: &RefId) -> Result<&'a Grant, Refusal> {
    let mut all = pathway.grants.iter();
    let fits = |grant: &&Grant| grant.is_emergency() && &grant.reference == reference;
    all.find(fits)
        .ok_or(Refusal::NotNow(NotNow::NoSuchEmergency))
}
