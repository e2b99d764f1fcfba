// SPDX-License-Identifier: EUPL-1.2
//! What contracts on detention and leaving a residential place tell the rules.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "only the kinds of this file are handed over"
)]

use super::place;
use crate::body::Body;
use crate::journal::Effective;
use traad_duty::fact::RawFact;

/// The fact of an entry about a contract or a discharge.
pub(super) fn fact(entry: &Effective<'_>) -> RawFact {
    let fact = place(entry, entry.body.kind());
    match entry.body {
        Body::ContractOffered(b) => {
            let offered = fact.attr("request", b.request.as_str());
            match b.again {
                Some(day) => offered.attr("again", day.to_string()),
                None => offered,
            }
        }
        Body::ContractSigned(b) => fact.attr("contract", b.reference.as_str()),
        Body::ContractEnded(b) => fact.attr("contract", b.reference.as_str()),
        Body::DischargePlanned(b) => {
            let unsettled = if b.unsettled.is_empty() { "no" } else { "yes" };
            fact.attr("on", b.on.to_string())
                .attr("unsettled", unsettled)
        }
        _ => fact,
    }
}
