// SPDX-License-Identifier: EUPL-1.2
//! What birth and a child's journal tell the duty engine.

use super::{place, yes_no};
use crate::body::{Birth, Body, ChildDischarged, Receiver};
use crate::journal::Effective;
use crate::pathway::Pathway;
use jiff::civil::Date;
use traad_duty::fact::RawFact;

/// The birth, and each intervention that ran then: it is to be decided on.
pub(super) fn birth(entry: &Effective<'_>, body: &Birth, pathway: &Pathway) -> Vec<RawFact> {
    let born = place(entry, "birth").attr("children", body.children.to_string());
    let running = pathway
        .running_at_birth()
        .into_iter()
        .map(|reference| place(entry, "intervention-at-birth").attr("intervention", reference));
    std::iter::once(born).chain(running).collect()
}

/// The discharge, with what it lacked when it was written.
pub(super) fn discharged(
    entry: &Effective<'_>,
    body: &ChildDischarged,
    pathway: &Pathway,
) -> RawFact {
    let child = &pathway.child;
    let assessed = child
        .home
        .as_ref()
        .is_some_and(|home| home.recorded <= entry.recorded);
    let sent = |receiver: Receiver| {
        pathway.handovers.iter().any(|sent| {
            sent.body.handover == body.reference
                && sent.body.receiver == receiver
                && sent.recorded <= entry.recorded
        })
    };
    place(entry, "child-discharged")
        .attr("handover", body.reference.as_str())
        .attr("assessed", yes_no(assessed))
        .attr("received", yes_no(Receiver::AT_HOME.into_iter().all(sent)))
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the rest of the kinds have their line in the callers"
)]
pub(super) fn attributes(fact: RawFact, body: &Body) -> RawFact {
    match body {
        Body::LinkedWith(b) => fact.attr("relation", b.relation.code()),
        Body::ExposureStated(b) => {
            let fact = fact.attr("exposed", b.exposed.code());
            dated(fact, "assess-by", b.assess_by)
        }
        Body::HypothesisRaised(b) => fact
            .attr("hypothesis", b.reference.as_str())
            .attr("test-by", b.test_by.to_string()),
        Body::HypothesisTested(b) => fact
            .attr("hypothesis", b.reference.as_str())
            .attr("finished", yes_no(b.is_finished())),
        Body::HypothesisConcluded(b) => {
            let fact = fact
                .attr("hypothesis", b.reference.as_str())
                .attr("conclusion", b.conclusion.code());
            dated(fact, "look-again", b.look_again)
        }
        Body::HypothesisTold(b) => fact.attr("hypothesis", b.reference.as_str()),
        Body::WellbeingAffected(b) => fact.attr("affected", b.reference.as_str()),
        Body::WellbeingJudged(b) => fact
            .attr("affected", b.reference.as_str())
            .attr("thriving", b.thriving.code()),
        Body::CustodyStated(b) => fact.attr("custody", b.custody.code()),
        Body::InjuryJudged(b) => fact.attr("status", b.status.code()),
        Body::HandoverSent(b) => fact
            .attr("handover", b.handover.as_str())
            .attr("receiver", b.receiver.code())
            .attr("unit", b.unit.as_str()),
        _ => fact,
    }
}

/// A day that was decided; without one the fact has no such attribute.
pub(super) fn dated(fact: RawFact, name: &'static str, day: Option<Date>) -> RawFact {
    match day {
        Some(day) => fact.attr(name, day.to_string()),
        None => fact,
    }
}
