// SPDX-License-Identifier: EUPL-1.2
//! What a network meeting tells the rules: that it was held and whether she could come, what it decided, and how she is
//! helped to come.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "only the kinds of this file are handed over"
)]

use super::yes_no;
use crate::body::{Body, HerPart};
use crate::id::{RefId, UnitId};
use crate::time::local_date;
use traad_duty::fact::RawFact;

/// What may be said of a fact about a meeting.
pub(super) fn attributes(fact: RawFact, body: &Body) -> RawFact {
    match body {
        Body::MeetingCalled(b) => {
            let fact = fact
                .attr("meeting", b.reference.as_str())
                .attr("held-on", local_date(b.at).to_string());
            match &b.settles {
                Some(proposal) => fact.attr("proposal", proposal.as_str()),
                None => fact,
            }
        }
        Body::TimesAsked(b) => asked(fact, &b.proposal, b.unit.as_ref()),
        Body::TimesAnswered(b) => asked(fact, &b.proposal, b.unit.as_ref()),
        Body::MeetingHeld(b) => {
            let fact = fact
                .attr("meeting", b.reference.as_str())
                .attr("changes-plan", yes_no(b.changes_plan));
            match b.her_part {
                Some(part) => fact.attr("she-came", yes_no(part == HerPart::Came)),
                None => fact,
            }
        }
        Body::MeetingDecided(b) => fact
            .attr("decision", b.reference.as_str())
            .attr("meeting", b.meeting.as_str())
            .attr("unit", b.unit.as_str())
            .attr("by", b.by.to_string()),
        Body::SupportAgreed(b) => fact
            .attr("meeting", b.meeting.as_str())
            .attr("unit", b.unit.as_str())
            .attr("by", b.by.to_string()),
        Body::MeetingAnswered(b) => fact
            .attr("meeting", b.reference.as_str())
            .attr("reply", b.reply.code()),
        Body::MeetingMoved(b) => fact
            .attr("meeting", b.reference.as_str())
            .attr("held-on", local_date(b.at).to_string()),
        _ => fact,
    }
}

/// Which proposal, and which unit; hers has none.
fn asked(fact: RawFact, proposal: &RefId, unit: Option<&UnitId>) -> RawFact {
    let fact = fact.attr("proposal", proposal.as_str());
    match unit {
        Some(unit) => fact.attr("unit", unit.as_str()),
        None => fact,
    }
}
