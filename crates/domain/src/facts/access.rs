// SPDX-License-Identifier: EUPL-1.2
//! What nødadgang tells the rules: that somebody must look at it, who, and that it was done.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "only the kinds of this file are handed over"
)]

use crate::body::Body;
use traad_duty::fact::RawFact;

/// The fact of an entry about access.
pub(super) fn fact(fact: RawFact, body: &Body) -> RawFact {
    match body {
        Body::EmergencyOpened(b) => {
            let fact = fact.attr("ref", b.reference.as_str());
            match &b.reviewer {
                Some(unit) => fact.attr("unit", unit.as_str()),
                None => fact,
            }
        }
        Body::EmergencyEnded(b) => fact.attr("ref", b.reference.as_str()),
        Body::EmergencyReviewed(b) => fact
            .attr("ref", b.reference.as_str())
            .attr("justified", super::yes_no(b.justified)),
        Body::SupervisionOpened(b) => fact
            .attr("ref", b.reference.as_str())
            .attr("purpose", b.purpose.code()),
        _ => fact,
    }
}
