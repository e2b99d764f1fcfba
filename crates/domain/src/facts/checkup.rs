// SPDX-License-Identifier: EUPL-1.2
//! What a child's check-ups tell the duty engine. Whose task it is, is the unit where they are now.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "`facts.rs` hands over only the kinds of this file"
)]

use super::{place, yes_no};
use crate::body::{
    Body, CheckupOutcome, CheckupTold, EndingWay, HandoverSent, Receiver, StepTaken,
};
use crate::id::RefId;
use crate::journal::Effective;
use crate::pathway::Pathway;
use jiff::Timestamp;
use traad_duty::fact::RawFact;

/// The facts of one entry about check-ups.
pub(super) fn facts(entry: &Effective<'_>, pathway: &Pathway) -> Vec<RawFact> {
    let kind = entry.body.kind();
    match entry.body {
        Body::CheckupsEntitled(b) => vec![place(entry, kind).attr("unit", b.clinic.as_str())],
        Body::CheckupsPlaced(b) => vec![place(entry, kind).attr("unit", b.unit.as_str())],
        Body::CheckupsPlanned(b) => {
            let until = here(entry, kind, pathway).attr("until", b.until.to_string());
            let set = b.checkups.iter().map(|one| {
                here(entry, "checkup-set", pathway)
                    .attr("checkup", one.reference.as_str())
                    .attr("on", one.on.to_string())
            });
            std::iter::once(until).chain(set).collect()
        }
        Body::CheckupTold(b) => told(entry, b, pathway),
        Body::OutreachTried(b) => vec![place(entry, kind).attr("reached", yes_no(b.reached))],
        Body::CheckupsOfferClosed(_) => vec![here(entry, kind, pathway)],
        Body::CheckupsEnded(b) => match (b.way, &b.handover) {
            (EndingWay::HandedOver, Some(handover)) => {
                vec![place(entry, "clinic-closing-proposed").attr("handover", handover.as_str())]
            }
            (EndingWay::Declined, _) => {
                vec![
                    place(entry, "clinic-notification-considered"),
                    place(entry, kind),
                ]
            }
            (EndingWay::HandedOver | EndingWay::Notified, _) => vec![place(entry, kind)],
        },
        _ => Vec::new(),
    }
}

/// A fact of the unit where the check-ups are now: what is planned goes along when they get a new place.
fn here(entry: &Effective<'_>, kind: &'static str, pathway: &Pathway) -> RawFact {
    let placed = pathway.child.checkups.placed.as_ref();
    let unit = placed.map_or(&entry.author().unit, |placed| &placed.body.unit);
    place(entry, kind).attr("unit", unit.as_str())
}

/// What became of a check-up, with what follows from it.
fn told(entry: &Effective<'_>, body: &CheckupTold, pathway: &Pathway) -> Vec<RawFact> {
    let checkups = &pathway.child.checkups;
    let mut facts = vec![
        place(entry, "checkup-told")
            .attr("checkup", body.checkup.as_str())
            .attr("outcome", body.outcome.code()),
    ];
    if let (CheckupOutcome::Moved, Some(to)) = (body.outcome, body.to) {
        facts.push(
            here(entry, "checkup-set", pathway)
                .attr("checkup", body.checkup.as_str())
                .attr("on", to.to_string()),
        );
        return facts;
    }
    if checkups.losses.contains(entry.root) {
        facts.push(here(entry, "checkups-contact-lost", pathway));
    }
    if !checkups.were_open(entry.recorded) {
        facts.push(here(entry, "checkups-none-planned", pathway));
    }
    facts
}

/// What it means that somebody accepts to take over: from then on that one follows the child, and the check-ups have ended
/// when all have.
pub(super) fn accepted(
    entry: &Effective<'_>,
    taken: &StepTaken,
    pathway: &Pathway,
) -> Vec<RawFact> {
    let said = |name: &str| taken.attributes.get(name).map(String::as_str);
    let closing = pathway.child.checkups.closing();
    let closing = closing.filter(|handover| said("handover") == Some(handover.as_str()));
    let (Some(handover), "handover-accepted") = (closing, taken.step.as_str()) else {
        return Vec::new();
    };
    let receiver = said("receiver").and_then(Receiver::from_code);
    let Some(receiver) = receiver else {
        return Vec::new();
    };
    let follows = place(entry, "child-followed-by")
        .attr("receiver", receiver.code())
        .attr("unit", entry.author().unit.as_str());
    let ended = all_have(pathway, handover, entry.recorded).then(|| place(entry, "checkups-ended"));
    std::iter::once(follows).chain(ended).collect()
}

/// Whether everybody who was asked had accepted at an instant.
fn all_have(pathway: &Pathway, handover: &RefId, at: Timestamp) -> bool {
    let asked = pathway.receivers_of(handover);
    let by_then = |sent: &HandoverSent| pathway.accepted_at(sent).is_some_and(|when| when <= at);
    !asked.is_empty() && asked.iter().all(|(sent, _)| by_then(&sent.body))
}
