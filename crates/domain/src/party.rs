// SPDX-License-Identifier: EUPL-1.2
//! What a party may know: which entries have become visible to her, and which units she can therefore know of.
//!
//! A line of the log tells that a unit takes part. It waits as long as all that ties the unit to the pathway waits
//! (practice A9).

use crate::age::Standing;
use crate::body::{Body, CustodyState, PathwayKind};
use crate::decide::information::is_loss;
use crate::entry::{Entry, Envelope, PartyVisibility};
use crate::id::{EntryId, UnitId};
use crate::pathway::Pathway;
use crate::refusal::{NotNow, Refusal};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Whose page of the own it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageOf {
    /// The person's the pathway is about.
    Person,
    /// That of somebody who has custody of the child, by the name that was stated.
    Holder(String),
    /// That of somebody who cares for the child while it is placed, by the name that was stated.
    Carer(String),
}

/// Whether somebody can be given a page of the own now. What it then shows is asked at each reading.
pub fn can_have_page(whole: &Pathway, of: &PageOf, now: Timestamp) -> Result<(), Refusal> {
    let refuse = |why| Err(Refusal::NotNow(why));
    if whole.died.is_some() {
        return refuse(NotNow::Died);
    }
    let child = whole.kind == Some(PathwayKind::Child);
    match (of, child, whole.standing(now)) {
        (PageOf::Person, false, _)
        | (PageOf::Person, true, Some(Standing::Young | Standing::Adult)) => Ok(()),
        (PageOf::Holder(_) | PageOf::Carer(_), false, _) => refuse(NotNow::NotAChild),
        (PageOf::Carer(name), true, _) => can_care(whole, name),
        (_, true, None) => refuse(NotNow::BirthdayUnknown),
        (PageOf::Person, true, Some(Standing::Child | Standing::Party)) => refuse(NotNow::TooYoung),
        (PageOf::Holder(_), true, Some(Standing::Adult)) => refuse(NotNow::OfAge),
        (PageOf::Holder(name), true, Some(_)) => {
            let settled = whole.child.custody();
            let settled = settled.filter(|stated| stated.custody != CustodyState::Unresolved);
            if settled.is_some_and(|stated| stated.names(name)) {
                Ok(())
            } else {
                refuse(NotNow::NoCustody)
            }
        }
    }
}

/// Whoever cares for the child gets a page when there is something on it: what they need to know from the first day.
fn can_care(whole: &Pathway, name: &str) -> Result<(), Refusal> {
    let now = whole.placements.current();
    let now = now.filter(|now| now.is_with(name));
    let now = now.ok_or(Refusal::NotNow(NotNow::NotPlaced))?;
    if now.told.is_empty() {
        return Err(Refusal::NotNow(NotNow::CarersNotTold));
    }
    Ok(())
}

/// The units that somebody who reads some of the entries can know of: those a party can, as far as something the reader
/// may read ties them to it.
pub fn units_known<'a>(
    all: impl IntoIterator<Item = &'a Entry>,
    readable: impl IntoIterator<Item = &'a Entry>,
    shown: &[EntryId],
    now: Timestamp,
) -> BTreeSet<UnitId> {
    let tied = units_shown(readable, shown, now);
    let known = units_shown(all, shown, now);
    known.intersection(&tied).cloned().collect()
}

/// Whether a party may see an entry at an instant: at once, from an instant, or since the authority has decided to show it.
/// `shown` are the entries it has decided so about.
pub fn is_visible(entry: &EntryId, envelope: &Envelope, shown: &[EntryId], now: Timestamp) -> bool {
    match envelope.visible_to_party_from {
        PartyVisibility::AtOnce => true,
        PartyVisibility::From(at) => at <= now,
        PartyVisibility::WhenReleased { .. } => {
            let first = envelope.corrects.as_ref();
            shown.contains(entry) || first.is_some_and(|id| shown.contains(id))
        }
    }
}

/// The units a party can know of: those that wrote something she may see, those a consent or a disclosure she may see names,
/// and those something she may see was sent to – unless something else they were sent still waits, such as a notification.
pub fn units_shown<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    shown: &[EntryId],
    now: Timestamp,
) -> BTreeSet<UnitId> {
    let mut units = BTreeSet::new();
    let (mut received, mut waiting) = (BTreeSet::new(), BTreeSet::new());
    let written = |entry: &'a Entry| Some((&entry.id, entry.written()?));
    for (id, written) in entries.into_iter().filter_map(written) {
        let envelope = &written.envelope;
        let receivers = envelope.shared_with.iter().map(|share| share.unit.clone());
        if !is_visible(id, envelope, shown, now) {
            // A loss waits for her own sake, and tells no unit's part: who helped her before it still does.
            if !is_loss(&written.body) {
                waiting.extend(receivers);
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::NoteWritten;
    use crate::category::Category;
    use crate::entry::{Author, Basis, Content, Share, Written};
    use crate::id::{ControllerId, EmploymentId, PathwayId};
    use crate::org::Function;
    use crate::time::Occurred;
    use jiff::civil::date;
    use std::sync::Arc;

    fn now() -> Timestamp {
        "2026-03-03T09:00:00Z".parse().unwrap()
    }

    fn note(unit: &str, visible: PartyVisibility, sent: &[&str]) -> Entry {
        let author = Author {
            employment: EmploymentId::new("e"),
            name: String::new(),
            unit: UnitId::new(unit),
            function: Function::Midwife,
        };
        let share = |unit: &&str| Share {
            unit: UnitId::new(*unit),
            basis: Basis::OwnRecord,
        };
        let envelope = Envelope {
            occurred: Occurred::at(now()),
            author: Arc::new(author),
            controller: ControllerId::new("c"),
            about: Vec::new(),
            category: Category::Social,
            restricted: false,
            visible_to_party_from: visible,
            basis: Basis::OwnRecord,
            shared_with: sent.iter().map(share).collect(),
            topic: None,
            corrects: None,
        };
        let text = String::new();
        let body = Body::NoteWritten(NoteWritten { text });
        Entry {
            pathway: PathwayId::new("p"),
            seq: 1,
            id: EntryId::new("e1"),
            recorded: now(),
            content: Content::Written(Arc::new(Written { envelope, body })),
        }
    }

    fn shown(entries: &[Entry]) -> Vec<String> {
        let units = units_shown(entries, &[], now());
        units.iter().map(|unit| unit.as_str().to_owned()).collect()
    }

    const WAITS: PartyVisibility = PartyVisibility::WhenReleased {
        review: date(2026, 3, 17),
    };

    #[test]
    fn what_waits_for_a_day_is_visible_from_that_day() {
        let sees = |visible, shown: &[EntryId], at| {
            let entry = note("midwives", visible, &[]);
            let written = entry.written().unwrap();
            is_visible(&entry.id, &written.envelope, shown, at)
        };
        assert!(sees(PartyVisibility::AtOnce, &[], now()));
        assert!(sees(PartyVisibility::From(now()), &[], now()));
        let later = now() + jiff::SignedDuration::from_secs(1);
        assert!(!sees(PartyVisibility::From(later), &[], now()));
        assert!(!sees(WAITS, &[], Timestamp::MAX));
        assert!(sees(WAITS, &[EntryId::new("e1")], now()));
    }

    #[test]
    fn a_unit_is_known_by_what_it_wrote_or_was_sent_and_waits_with_what_waits() {
        let open = |unit, sent| note(unit, PartyVisibility::AtOnce, sent);
        assert_eq!(
            shown(&[open("midwives", &["clinic"])]),
            ["clinic", "midwives"]
        );
        let hidden = note("police", WAITS, &["family"]);
        assert_eq!(shown(std::slice::from_ref(&hidden)), [""; 0]);
        // The concern she may see was sent to the authority too, but the notification waits: so does the authority.
        let concern = open("midwives", &["family"]);
        assert_eq!(shown(&[hidden.clone(), concern.clone()]), ["midwives"]);
        let own = open("family", &[]);
        assert_eq!(shown(&[hidden, concern, own]), ["family", "midwives"]);
    }
}
