// SPDX-License-Identifier: EUPL-1.2
//! What a new receiver must have to understand what it is sent: whose pathway it is, how far the pregnancy is, and – for
//! a forwarded notification – what was notified. Disclosed on the same basis as what is sent, never more.

use super::Hand;
use super::concern::concerns;
use crate::body::{Body, Disclosed, ReferralSent, UseSource};
use crate::category::Category;
use crate::entry::{Basis, Entry, NewEntry, Share};
use crate::id::EntryId;
use crate::journal::{Effective, Shares, effective};

/// Disclosures that belong with new entries, one for each unit that would otherwise receive something without a person.
pub fn introductions(
    entries: &[Entry],
    shares: &Shares,
    new: &[NewEntry],
    hand: &Hand,
) -> Vec<NewEntry> {
    if new
        .iter()
        .all(|entry| entry.envelope.shared_with.is_empty())
    {
        return Vec::new();
    }
    let known = effective(entries);
    let mut made: Vec<NewEntry> = Vec::new();
    for entry in new {
        for share in &entry.envelope.shared_with {
            let done = made
                .iter()
                .any(|m| m.envelope.shared_with.iter().any(|s| s.unit == share.unit));
            if !done {
                made.extend(introduction(&known, shares, (entry, share), hand));
            }
        }
    }
    made
}

/// Whose pathway it is, kept by a unit that has read it on a consent alone and now writes in it.
pub fn kept(opening: &EntryId, hand: &Hand) -> NewEntry {
    let unit = hand.author.unit.clone();
    let body = Body::Disclosed(Disclosed {
        entries: vec![opening.clone()],
        to: unit,
        reason: "hører til det, enheden selv skriver".into(),
        tell: false,
    });
    hand.write(Category::Coordination, body).on(Basis::Consent {
        note: "samtykke, mens det gjaldt".into(),
        consent: None,
    })
}

fn introduction(
    known: &[Effective<'_>],
    shares: &Shares,
    (entry, share): (&NewEntry, &Share),
    hand: &Hand,
) -> Option<NewEntry> {
    let reads = |e: &Effective<'_>| {
        e.author().unit == share.unit || shares.to(e.root).iter().any(|s| s.unit == share.unit)
    };
    let newest_dating = known
        .iter()
        .rev()
        .find(|e| matches!(e.body, Body::Dated(_)))
        .map(|e| e.root);
    let adults = matches!(entry.body, Body::AdultAuthorityInformed(_));
    let belongs = |e: &&Effective<'_>| {
        let dating = newest_dating == Some(e.root) && !adults;
        dating || matches!(e.body, Body::PathwayOpened(_)) || goes_along(&entry.body, e.body)
    };
    let missing: Vec<EntryId> = known
        .iter()
        .filter(belongs)
        .filter(|e| !reads(e))
        .map(|e| e.root.clone())
        .collect();
    let opened = |e: &&Effective<'_>| matches!(e.body, Body::PathwayOpened(_));
    let unknown = known.iter().find(opened).is_some_and(|e| !reads(e));
    if !unknown || missing.is_empty() {
        return None;
    }
    let body = Body::Disclosed(Disclosed {
        entries: missing,
        to: share.unit.clone(),
        reason: "hører til det, der sendes".into(),
        tell: false,
    });
    let disclosed = hand
        .write(Category::Coordination, body)
        .on(share.basis.clone());
    Some(disclosed.also_to(share.unit.clone(), share.basis.clone()))
}

/// Whether an earlier entry goes along with a new one: with a forwarded notification what was notified, with a referral
/// the uses the receiver treats. Test results never go by themselves.
fn goes_along(new: &Body, known: &Body) -> bool {
    if matches!(known, Body::UseRecorded(used) if used.source == UseSource::Test) {
        return false;
    }
    if let Body::ReferralSent(ReferralSent { target, .. }) = new {
        return matches!(known, Body::UseRecorded(_)) && concerns(*target, known);
    }
    matches!(new, Body::NotificationForwarded(_))
        && matches!(
            known,
            Body::NotificationSent(_)
                | Body::NotificationReceived(_)
                | Body::ConcernRaised(_)
                | Body::UseRecorded(_)
        )
}
