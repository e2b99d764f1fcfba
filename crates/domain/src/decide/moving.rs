// SPDX-License-Identifier: EUPL-1.2
//! The family, or who expects a child, moves: the kommune that has found a need of support notifies the new one and sends
//! the material it needs, with a summary (mellemkommunal underretning, barnets lov § 132; scenario A18). It needs no
//! consent; what goes along is the decision of the unit that has it, entry by entry, and its own words only.

use super::{Hand, law, open};
use crate::body::{
    Body, Disclosed, NotificationReceived, NotificationSent, NotifierKind, PathwayKind, StepTaken,
    Told,
};
use crate::category::Category;
use crate::decide::information::can_be_passed_on;
use crate::entry::{Entry, NewEntry, Topic};
use crate::id::{EntryId, MunicipalityCode, RefId};
use crate::org::{Unit, UnitKind};
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};
use std::collections::BTreeMap;

/// The paragraph.
const LAW: &str = "BL § 132";

/// What is sent to the new kommune.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moving {
    /// Where to.
    pub municipality: MunicipalityCode,
    /// The summary of what has been judged, with where the exposure stands.
    pub summary: String,
    /// Own entries that go along.
    pub entries: Vec<EntryId>,
    /// Whether she knows.
    pub told: Told,
    /// How she took it, or why she was not told.
    pub told_note: String,
}

/// Whether a kind of unit notifies the new kommune: the authority that has found the need.
pub fn notifies(kind: UnitKind) -> bool {
    kind == UnitKind::FamilyDepartment
}

/// Notifies the family department of the new kommune. `own` is the author's unit, `new` the receiving one.
pub fn notify_new(
    (known, readable): (&Pathway, &[&Entry]),
    moving: &Moving,
    (own, new): (&Unit, Option<&Unit>),
    reference: &RefId,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(known)?;
    if !notifies(own.kind) {
        return Err(Refusal::NotNow(NotNow::ForTheAuthority));
    }
    let mut check = Check::default();
    check.text(&moving.summary, "summary");
    check.require(new.is_some(), "municipality", Problem::NoSuchUnit);
    let same = new.is_some_and(|new| new.id == own.id);
    check.require(!same, "municipality", Problem::OwnUnit);
    let silent = moving.told == Told::No && moving.told_note.trim().is_empty();
    check.require(!silent, "told_note", Problem::NeedsReason);
    check.done()?;
    let Some(new) = new else {
        return Err(Refusal::NotNow(NotNow::NoSuchDuty));
    };
    let mine = |id: &EntryId| {
        let found = readable.iter().find(|entry| &entry.id == id);
        let written = found.and_then(|entry| entry.written());
        written.is_some_and(|w| w.envelope.author.unit == own.id && can_be_passed_on(&w.body))
    };
    if !moving.entries.iter().all(mine) {
        return Err(Refusal::NotNow(NotNow::NotYourEntry));
    }
    let mut entries = notification(known, moving, new, (reference, hand));
    if !moving.entries.is_empty() {
        let body = Body::Disclosed(Disclosed {
            entries: moving.entries.clone(),
            to: new.id.clone(),
            reason: "sagsmateriale til den nye kommune".to_owned(),
            tell: true,
        });
        let along = hand.write(Category::Coordination, body).on(law(LAW));
        entries.push(along.sent_to([new.id.clone()]));
    }
    let to = BTreeMap::from([("to".to_owned(), moving.municipality.as_str().to_owned())]);
    for (step, attributes) in [
        ("moved-municipality", to),
        ("new-municipality-notified", BTreeMap::new()),
    ] {
        let taken = StepTaken {
            step: step.to_owned(),
            attributes,
            note: String::new(),
        };
        entries.push(hand.write(Category::AuthorityDecision, Body::StepTaken(taken)));
    }
    Ok(entries)
}

/// Sent and received in one step: nothing is sent that did not arrive.
fn notification(
    known: &Pathway,
    moving: &Moving,
    new: &Unit,
    (reference, hand): (&RefId, &Hand),
) -> Vec<NewEntry> {
    let unborn = known.kind == Some(PathwayKind::Pregnancy) && known.birth.is_none();
    let notifier = NotifierKind::Professional;
    let topic = Topic::about("notification", reference.as_str());
    let sent = Body::NotificationSent(NotificationSent {
        reference: reference.clone(),
        to: new.id.clone(),
        emergency: None,
        text: moving.summary.clone(),
        told: moving.told,
        told_note: moving.told_note.clone(),
        unborn,
        notifier,
    });
    let received = Body::NotificationReceived(NotificationReceived {
        reference: reference.clone(),
        unit: new.id.clone(),
        unborn,
        notifier,
        active_measure: false,
    });
    let write = |body: Body| {
        // What the authority has received is the authority's, though the notifier's step wrote it down.
        let theirs = matches!(body, Body::NotificationReceived(_));
        let mut entry = hand
            .write(Category::AuthorityDecision, body)
            .on(law(LAW))
            .sent_to([new.id.clone()])
            .about_topic(topic.clone())
            .when_released(hand.release_review());
        if theirs {
            entry.envelope.controller = new.controller.clone();
        }
        entry
    };
    [sent, received].map(write).to_vec()
}
