// SPDX-License-Identifier: EUPL-1.2
//! What a party may know: which entries have become visible to her, and which units she can therefore know of.
//!
//! A line of the log tells that a unit takes part. It waits as long as all that ties the unit to the pathway waits
//! (practice A9).

use crate::body::Body;
use crate::entry::{Entry, PartyVisibility};
use crate::id::UnitId;
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Whether a party may see at an instant what waits so.
pub fn is_visible(visibility: PartyVisibility, now: Timestamp) -> bool {
    match visibility {
        PartyVisibility::AtOnce => true,
        PartyVisibility::From(at) => at <= now,
        // Nobody has released it as long as this is what stands there.
        PartyVisibility::WhenReleased { .. } => false,
    }
}

/// The units a party can know of: those that wrote something she may see, those a consent or a disclosure she may see names,
/// and those something she may see was sent to – unless something else they were sent still waits, such as a notification.
pub fn units_shown<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    now: Timestamp,
) -> BTreeSet<UnitId> {
    let mut units = BTreeSet::new();
    let (mut received, mut waiting) = (BTreeSet::new(), BTreeSet::new());
    for written in entries.into_iter().filter_map(Entry::written) {
        let envelope = &written.envelope;
        let receivers = envelope.shared_with.iter().map(|share| share.unit.clone());
        if !is_visible(envelope.visible_to_party_from, now) {
            waiting.extend(receivers);
            continue;
        }
        received.extend(receivers);
        units.insert(envelope.author.unit.clone());
        if let Body::Disclosed(disclosed) = &written.body {
            units.insert(disclosed.to.clone());
        }
        if let Body::ConsentGiven(given) = &written.body {
            units.extend(given.scope.actors.iter().cloned());
        }
        if let Body::ConsentExtended(extended) = &written.body {
            units.extend(extended.actors.iter().cloned());
        }
    }
    units.extend(received.difference(&waiting).cloned());
    units
}
