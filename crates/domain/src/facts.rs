// SPDX-License-Identifier: EUPL-1.2
//! What a journal tells the duty engine: dated, typed facts, one or more for each effective entry.
//!
//! A corrected entry keeps the place and the root id of the first one, so that duties keep their keys. The vocabulary
//! is the rulebook's `facts.toml`; a test holds the two together.

mod access;
mod checkup;
mod child;
mod consent;
mod contract;
mod development;
mod meeting;
mod placement;

use crate::body::{
    Body, FamilyMoved, NotificationForwarded, NotificationReceived, OfferAnswer, OfferMade,
    PlanFollowedUp, ReferralTarget, StepTaken, Whereabouts,
};
use crate::decide::plan::lacks_effect;
use crate::entry::{Basis, Entry};
use crate::id::RefId;
use crate::journal::{Effective, effective};
use crate::pathway::Pathway;
use crate::time::{Precision, due_date};
use std::borrow::Cow;
use traad_duty::calendar::{Day, Minute};
use traad_duty::fact::RawFact;

/// The facts of a whole journal, in order.
pub fn facts_of<'a>(entries: impl IntoIterator<Item = &'a Entry> + Clone) -> Vec<RawFact> {
    let pathway = Pathway::fold(entries.clone());
    facts_in(entries, &pathway)
}

/// The facts of a journal that has been folded already.
pub fn facts_in<'a>(
    entries: impl IntoIterator<Item = &'a Entry> + Clone,
    pathway: &Pathway,
) -> Vec<RawFact> {
    effective(entries)
        .iter()
        .flat_map(|entry| facts(entry, pathway))
        .collect()
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the rest of the kinds give one fact with their attributes"
)]
#[expect(
    clippy::too_many_lines,
    reason = "a flat match with a line for each kind"
)]
fn facts(entry: &Effective<'_>, pathway: &Pathway) -> Vec<RawFact> {
    let kind = entry.body.kind();
    if let Some(told) = placement::facts(entry, pathway) {
        return told;
    }
    match entry.body {
        Body::ExposureStated(b) => {
            let stated = attributes(place(entry, kind), entry.body, entry);
            let weighed = placement::weighed(entry, b, pathway);
            std::iter::once(stated).chain(weighed).collect()
        }
        Body::OfferMade(b) => offered(entry, b),
        Body::StepTaken(b) => {
            let taken = vec![step(entry, b)];
            let further = checkup::accepted(entry, b, pathway);
            taken.into_iter().chain(further).collect()
        }
        Body::CheckupsEntitled(_)
        | Body::CheckupsPlaced(_)
        | Body::CheckupsPlanned(_)
        | Body::CheckupTold(_)
        | Body::OutreachTried(_)
        | Body::CheckupsOfferClosed(_)
        | Body::CheckupsEnded(_) => checkup::facts(entry, pathway),
        Body::ContractOffered(_)
        | Body::ContractSigned(_)
        | Body::ContractEnded(_)
        | Body::DischargePlanned(_) => vec![contract::fact(entry)],
        Body::PlanMade(b) if b.child.is_some() => vec![development::planned(entry, b)],
        Body::PlanMade(b) => ["plan-made", "plan-approved"]
            .into_iter()
            .map(|kind| place(entry, kind).attr("plan", b.reference.as_str()))
            .collect(),
        Body::PlanFollowedUp(b) if b.family.is_some() => development::followed_up(entry, b),
        Body::PlanFollowedUp(b) => followed_up(entry, b),
        Body::InterventionEnded(b) => {
            let decided = place(entry, "intervention-decided");
            vec![
                attributes(place(entry, kind), entry.body, entry),
                decided.attr("intervention", b.intervention.as_str()),
            ]
        }
        Body::Birth(b) => child::birth(entry, b, pathway),
        Body::FamilyMoved(b) => moved(entry, b),
        Body::PathwayMoved(b) => vec![place(entry, kind).attr("to", b.to.as_str())],
        Body::ChildDischarged(b) => vec![child::discharged(entry, b, pathway)],
        Body::ChildAssessed(b) => development::assessed(entry, b, pathway),
        Body::TeamMemberJoined(b) => {
            let joined = attributes(place(entry, kind), entry.body, entry);
            let adult = development::joined(entry, b, pathway);
            std::iter::once(joined).chain(adult).collect()
        }
        Body::ConsentGiven(_)
        | Body::ConsentRefused(_)
        | Body::ConsentNotPossible(_)
        | Body::ConsentExtended(_)
        | Body::ConsentWithdrawn(_) => consent::facts(entry, pathway),
        Body::NotificationReceived(b) => receipts(entry, b, pathway),
        Body::NotificationForwarded(b) => forwarded(entry, b),
        Body::ReferralAccepted(b) => {
            let mut facts = vec![place(entry, kind).attr("ref", b.reference.as_str())];
            let clinic = pathway.referral(b.reference.as_str()).map(|r| r.target)
                == Some(ReferralTarget::FamilyClinic);
            if clinic {
                facts.push(
                    place(entry, "clinic-enrolled").attr("unit", entry.author().unit.as_str()),
                );
            }
            facts
        }
        Body::InformationRequested(_) => {
            let fact = attributes(place(entry, kind), entry.body, entry);
            vec![match consent_of(entry) {
                Some(consent) => fact.attr("consent", consent.as_str()),
                None => fact,
            }]
        }
        Body::Annulled(b) if b.wrong_person => {
            vec![place(entry, "misfiled").attr("entry", b.entry.as_str())]
        }
        Body::Disclosed(b) if b.tell => vec![place(entry, "disclosed-by-law")],
        Body::Disclosed(_) if consent_of(entry).is_some() => {
            vec![place(entry, "information-shared")]
        }
        Body::EmergencyOpened(_)
        | Body::EmergencyEnded(_)
        | Body::EmergencyReviewed(_)
        | Body::SupervisionOpened(_) => vec![access::fact(place(entry, kind), entry.body)],
        body => vec![attributes(place(entry, kind), body, entry)],
    }
}

/// The consent an entry rests on, when one must run.
fn consent_of<'a>(entry: &Effective<'a>) -> Option<&'a RefId> {
    match &entry.envelope.basis {
        Basis::Consent { consent, .. } => consent.as_ref(),
        Basis::OwnRecord | Basis::Law { .. } | Basis::System => None,
    }
}

/// A fact at the entry's time, under its root id.
fn place(entry: &Effective<'_>, kind: impl Into<Cow<'static, str>>) -> RawFact {
    let fact = RawFact::new(kind)
        .seq(entry.seq)
        .root(entry.root.as_str())
        .recorded(Minute::from_timestamp(entry.recorded));
    let occurred = entry.occurred();
    match occurred.precision {
        Precision::Minute | Precision::Unknown => fact.at(Minute::from_timestamp(occurred.at)),
        Precision::Day | Precision::Month => fact.on(Day::from_date(occurred.date())),
    }
}

/// An offer is a fact whatever she answered; what was not offered yet is none. Asking for consent means both ways.
fn offered(entry: &Effective<'_>, body: &OfferMade) -> Vec<RawFact> {
    let fact = place(entry, body.offer.clone());
    match (body.answer, body.offer.as_str()) {
        (OfferAnswer::NotYet, _) => Vec::new(),
        (_, "consent-asked") => ["obtain", "disclose"]
            .into_iter()
            .map(|direction| fact.clone().attr("direction", direction))
            .collect(),
        _ => vec![fact],
    }
}

/// The first receipt starts the clocks; when the notification is forwarded they run on and the unit that has it owes
/// (practice A7): later receipts give no fact of their own.
fn receipts(entry: &Effective<'_>, body: &NotificationReceived, pathway: &Pathway) -> Vec<RawFact> {
    let Some(notification) = pathway.notification(body.reference.as_str()) else {
        return Vec::new();
    };
    let first = notification
        .received
        .first()
        .is_some_and(|r| &r.entry == entry.root);
    let holder = notification
        .unit()
        .cloned()
        .unwrap_or_else(|| body.unit.clone());
    // The authority's own entries tell it: the one who notifies reads this entry, and does not learn of a measure.
    let active_measure = body.active_measure || pathway.measure_ran(entry.recorded);
    let held = NotificationReceived {
        unit: holder,
        active_measure,
        ..body.clone()
    };
    if first {
        vec![received(place(entry, "notification-received"), &held)]
    } else {
        Vec::new()
    }
}

fn forwarded(entry: &Effective<'_>, body: &NotificationForwarded) -> Vec<RawFact> {
    let told = place(entry, "notification-forwarded")
        .attr("ref", body.reference.as_str())
        .attr("unit", body.to.as_str());
    let to = body
        .municipality
        .as_ref()
        .map(|m| place(entry, "pathway-moved").attr("to", m.as_str()));
    std::iter::once(told).chain(to).collect()
}

/// A move to another kommune is a fact for the law; that somebody has no home, or that nobody knows where, for those who look.
fn moved(entry: &Effective<'_>, body: &FamilyMoved) -> Vec<RawFact> {
    let to = body.to.as_ref();
    let to = to.map(|to| place(entry, "moved-municipality").attr("to", to.as_str()));
    let told = match body.whereabouts {
        Whereabouts::Home => "home-known",
        Whereabouts::Homeless => "home-lacking",
        Whereabouts::Unknown => "whereabouts-unknown",
    };
    to.into_iter().chain([place(entry, told)]).collect()
}

fn step(entry: &Effective<'_>, step: &StepTaken) -> RawFact {
    step.attributes
        .iter()
        .fold(place(entry, step.step.clone()), |fact, (name, value)| {
            fact.attr(name.clone(), value)
        })
}

fn followed_up(entry: &Effective<'_>, body: &PlanFollowedUp) -> Vec<RawFact> {
    let mut facts = vec![place(entry, "plan-followed-up").attr("plan", body.plan.as_str())];
    facts.extend(body.reviews.iter().map(|review| {
        place(entry, "intervention-decided").attr("intervention", review.intervention.as_str())
    }));
    if lacks_effect(body) {
        facts.push(place(entry, "effect-missing").attr("plan", body.plan.as_str()));
    }
    facts
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the rest of the kinds have their line further on"
)]
fn attributes(fact: RawFact, body: &Body, entry: &Effective<'_>) -> RawFact {
    match body {
        Body::PathwayOpened(b) => fact.attr("kind", b.pathway.code()),
        Body::PathwayClosed(b) => fact.attr("reason", &b.reason),
        Body::ClosingProposed(b) => match &b.handover {
            Some(handover) => fact.attr("handover", handover.as_str()),
            None => fact,
        },
        Body::Dated(b) => fact
            .attr("lmp", b.lmp.to_string())
            .attr("due", due_date(b.lmp).to_string())
            .attr("method", b.method.code()),
        Body::ConcernRaised(b) => fact
            .attr("support-need", b.support_need.code())
            .attr("phase", &b.phase)
            .attr("unit", entry.author().unit.as_str()),
        Body::SignsObserved(b) => {
            let fact = fact
                .attr("concern", b.concern.code())
                .attr("unit", entry.author().unit.as_str());
            child::dated(fact, "look-again", b.look_again)
        }
        Body::UseRecorded(b) => fact
            .attr("substance", &b.substance)
            .attr("prescribed", b.prescribed.code())
            .attr("source", b.source.code()),
        Body::DecisionPostponed(b) => fact
            .attr("until", b.until.to_string())
            .attr("concern", entry.root.as_str()),
        Body::LevelJudged(b) => fact.attr("level", b.level.code()),
        Body::ResidentialOffered(b) => fact.attr("answer", b.answer.code()),
        Body::AssessmentCompleted(b) => fact.attr("assessment", b.reference.as_str()),
        Body::InterventionStarted(b) => fact
            .attr("intervention", b.intervention.as_str())
            .attr("strand", b.strand.code())
            .attr("regime", b.regime.code()),
        Body::InterventionEnded(b) => fact.attr("intervention", b.intervention.as_str()),
        Body::WishRecorded(b) => fact.attr("kind", b.wish.code()),
        Body::DutyExplained(b) => fact
            .attr("rule", &b.rule)
            .attr("key", &b.key)
            .attr("reason", &b.reason),
        other => {
            let fact = answers(team(fact, other), other);
            development::attributes(child::attributes(fact, other), other)
        }
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the rest of the kinds have their line in the callers"
)]
fn team(fact: RawFact, body: &Body) -> RawFact {
    match body {
        Body::CoordinatorAppointed(b) => fact
            .attr("person", b.employment.as_str())
            .attr("unit", b.unit.as_str()),
        Body::CoordinatorLeft(b) => fact
            .attr("person", b.employment.as_str())
            .attr("reason", b.reason.code()),
        Body::CoordinatorAway(b) => {
            // Somebody else is to have it before the first day away.
            let last = b.from.yesterday().unwrap_or(b.from);
            fact.attr("person", b.employment.as_str())
                .attr("unit", b.unit.as_str())
                .attr("last-day", last.to_string())
        }
        Body::CoordinatorBack(b) => fact.attr("person", b.employment.as_str()),
        Body::TeamMemberJoined(b) => {
            let fact = fact.attr("function", b.actor.code());
            match &b.unit {
                Some(unit) => fact.attr("unit", unit.as_str()),
                None => fact,
            }
        }
        Body::TimesAsked(_)
        | Body::TimesAnswered(_)
        | Body::MeetingCalled(_)
        | Body::MeetingHeld(_)
        | Body::MeetingDecided(_)
        | Body::SupportAgreed(_)
        | Body::MeetingAnswered(_)
        | Body::MeetingMoved(_) => meeting::attributes(fact, body),
        Body::MeetingCancelled(b) => fact.attr("meeting", b.reference.as_str()),
        Body::ParticipantRemoved(b) => fact
            .attr("meeting", b.reference.as_str())
            .attr("actor", b.unit.as_str()),
        Body::InformationRequested(b) => fact
            .attr("ref", b.reference.as_str())
            .attr("unit", b.unit.as_str()),
        Body::RequestAnswered(b) => fact.attr("ref", b.reference.as_str()),
        Body::ShownToParty(b) => fact.attr("ref", b.reference.as_str()),
        Body::KeptFromParty(b) => fact
            .attr("ref", b.reference.as_str())
            .attr("review", b.review.to_string()),
        _ => fact,
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the rest of the kinds have their line in the callers"
)]
fn answers(fact: RawFact, body: &Body) -> RawFact {
    match body {
        Body::NotificationSent(b) => fact
            .attr("ref", b.reference.as_str())
            .attr("unit", b.to.as_str()),
        Body::AssessedAcutely(b) => fact
            .attr("ref", b.reference.as_str())
            .attr("acute", yes_no(b.acute)),
        Body::NotificationAcknowledged(b) => fact.attr("ref", b.reference.as_str()),
        Body::NotificationOutcome(b) => fact
            .attr("ref", b.reference.as_str())
            .attr("outcome", b.outcome.code()),
        Body::NotifierInformed(b) => fact.attr("ref", b.reference.as_str()),
        Body::SecondOpinionGiven(b) => fact.attr("ref", b.reference.as_str()),
        Body::ReferralConsidered(b) => fact
            .attr("ref", b.reference.as_str())
            .attr("target", b.target.code())
            .attr("answer", b.answer.code()),
        Body::ReferralSent(b) => fact
            .attr("ref", b.reference.as_str())
            .attr("target", b.target.code())
            .attr("unit", b.to.as_str()),
        Body::ReferralDeclined(b) => fact
            .attr("ref", b.reference.as_str())
            .attr("unit", b.sender.as_str()),
        Body::ReferralFollowedUp(b) => fact.attr("ref", b.reference.as_str()),
        Body::ReferralCompleted(b) => fact.attr("ref", b.reference.as_str()),
        _ => fact,
    }
}

fn received(fact: RawFact, body: &NotificationReceived) -> RawFact {
    fact.attr("ref", body.reference.as_str())
        .attr("unit", body.unit.as_str())
        .attr("unborn", yes_no(body.unborn))
        .attr("notifier", body.notifier.code())
        .attr("active-measure", yes_no(body.active_measure))
}

fn yes_no(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}
