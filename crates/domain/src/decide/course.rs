// SPDX-License-Identifier: EUPL-1.2
//! The course of a pathway: new dating, explanation, correction, annulment, disclosure, joining, ending.

mod step;

pub use step::{STEPS, StepKind, step, step_kind};

use super::concern::{StatedDating, dating};
use super::{Hand, open};
use crate::body::{
    Annulled, Body, DatingMethod, DutyExplained, Erased, JoinedWith, MovedHere, PathwayClosed,
    PathwayKind,
};
use crate::category::Category;
use crate::entry::{Entry, Envelope, NewEntry, Topic, Written};
use crate::id::{EntryId, PathwayId, UnitId};
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};

/// Dates the pregnancy anew, for example after a scan.
pub fn date_anew(
    pathway: &Pathway,
    stated: StatedDating,
    method: Option<DatingMethod>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    if pathway.kind != Some(PathwayKind::Pregnancy) || pathway.birth.is_some() {
        return Err(Refusal::NotNow(NotNow::NotAPregnancy));
    }
    let mut dated = dating(stated, hand.today()).map_err(|(field, problem)| {
        let mut check = Check::default();
        check.add(field, problem);
        check
            .done()
            .err()
            .unwrap_or(Refusal::NotNow(NotNow::NotAPregnancy))
    })?;
    dated.method = method.unwrap_or(dated.method);
    Ok(vec![
        hand.write(Category::PregnancyBirth, Body::Dated(dated))
            .about_topic(Topic::of("dating")),
    ])
}

/// Says why a duty is not done. Never for law.
pub fn explain(
    pathway: &Pathway,
    explained: &DutyExplained,
    is_law: bool,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    check.require(!is_law, "reason", Problem::LawStands);
    check.require(
        !explained.reason.trim().is_empty(),
        "reason",
        Problem::NeedsReason,
    );
    check.length(&explained.reason, "reason");
    check.done()?;
    Ok(vec![hand.write(
        Category::Coordination,
        Body::DutyExplained(explained.clone()),
    )])
}

/// Withdraws an entry of the author's own unit as wrong.
pub fn annul(
    entries: &[Entry],
    id: &EntryId,
    (reason, wrong_person): (&str, bool),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let original = own(entries, id, hand)?;
    not_received(entries, id, hand)?;
    let mut check = Check::default();
    check.require(!reason.trim().is_empty(), "reason", Problem::NeedsReason);
    check.done()?;
    // What was written about the wrong person is blocked in all its versions.
    let ids = if wrong_person {
        versions(entries, id)
    } else {
        vec![id.clone()]
    };
    let one = |entry: EntryId| {
        let body = Body::Annulled(Annulled {
            entry,
            reason: reason.to_owned(),
            wrong_person,
        });
        let mut entry = hand.write(original.category, body);
        // Who was sent the wrong entry is told that it was withdrawn.
        entry.envelope.shared_with.clone_from(&original.shared_with);
        entry
    };
    Ok(ids.into_iter().map(one).collect())
}

/// An entry with everything it corrects and everything that corrects it, the first one first.
fn versions(entries: &[Entry], id: &EntryId) -> Vec<EntryId> {
    let corrects = |entry: &Entry| entry.written()?.envelope.corrects.clone();
    let mut first = id.clone();
    while let Some(before) = entries.iter().find(|e| e.id == first).and_then(corrects) {
        first = before;
    }
    let mut all = vec![first];
    // A correction is written after what it corrects.
    for entry in entries {
        if corrects(entry).is_some_and(|before| all.contains(&before)) {
            all.push(entry.id.clone());
        }
    }
    all
}

/// Corrects an entry of the author's own unit: the new text under the same envelope, naming what it corrects.
pub fn correct(
    entries: &[Entry],
    id: &EntryId,
    body: Body,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let original = own(entries, id, hand)?;
    not_received(entries, id, hand)?;
    let same_kind = entries
        .iter()
        .find(|e| &e.id == id)
        .and_then(Entry::written)
        .map(|w| w.body.kind())
        == Some(body.kind());
    if !same_kind || is_consent(entries, id) {
        return Err(Refusal::NotNow(NotNow::NotYourEntry));
    }
    let mut envelope = original.clone();
    envelope.author = hand.author.clone();
    envelope.corrects = Some(id.clone());
    Ok(vec![NewEntry { envelope, body }])
}

/// What she has said yes or no to is not written anew by somebody else: a wrong entry is withdrawn and she is asked.
fn is_consent(entries: &[Entry], id: &EntryId) -> bool {
    let written = entries
        .iter()
        .find(|e| &e.id == id)
        .and_then(Entry::written);
    written.is_some_and(|w| {
        matches!(
            w.body,
            Body::ConsentGiven(_)
                | Body::ConsentRefused(_)
                | Body::ConsentNotPossible(_)
                | Body::ConsentExtended(_)
        )
    })
}

pub(super) fn own<'a>(
    entries: &'a [Entry],
    id: &EntryId,
    hand: &Hand,
) -> Result<&'a crate::entry::Envelope, Refusal> {
    entries
        .iter()
        .find(|e| &e.id == id)
        .and_then(Entry::written)
        .map(|w| &w.envelope)
        .filter(|envelope| envelope.author.unit == hand.author.unit)
        .ok_or(Refusal::NotNow(NotNow::NotYourEntry))
}

/// What another authority has received – a notification, a referral – is added to, never taken back or rewritten; nor is
/// what opened the pathway or belongs to another controller.
fn not_received(entries: &[Entry], id: &EntryId, hand: &Hand) -> Result<(), Refusal> {
    let written = entries
        .iter()
        .find(|e| &e.id == id)
        .and_then(Entry::written);
    let fixed = written.is_some_and(|w| {
        let sent = matches!(
            w.body,
            Body::PathwayOpened(_)
                | Body::NotificationSent(_)
                | Body::NotificationReceived(_)
                | Body::NotificationForwarded(_)
                | Body::ReferralSent(_)
                | Body::JoinedWith(_)
                | Body::LinkedWith(_)
                | Body::AdoptionSealed(_)
                | Body::HandoverSent(_)
                | Body::PathwayMoved(_)
                | Body::ChildDischarged(_)
                | Body::CheckupsEntitled(_)
                | Body::CheckupsPlaced(_)
                | Body::CheckupsOfferClosed(_)
                | Body::CheckupsEnded(_)
                // A no is never taken back by the staff: she says yes anew.
                | Body::ConsentWithdrawn(_)
                | Body::ShownToParty(_)
                | Body::KeptFromParty(_)
                | Body::InformationRequested(_)
                | Body::RequestAnswered(_)
                | Body::PreventiveMeetingCalled(_)
                // Who opened what is never taken back: it is looked at afterwards.
                | Body::EmergencyOpened(_)
                | Body::EmergencyEnded(_)
                | Body::EmergencyReviewed(_)
                | Body::SupervisionOpened(_)
                | Body::Disclosed(_)
                // What follows from a leave is changed by changing the leave.
                | Body::CoordinatorAway(_)
                | Body::CoordinatorBack(_)
                | Body::Annulled(_)
                | Body::MovedHere(_)
                | Body::Erased(_)
        );
        sent || w.envelope.controller != hand.controller
    });
    if fixed {
        Err(Refusal::NotNow(NotNow::AlreadyReceived))
    } else {
        Ok(())
    }
}

/// Takes bodies away by a decision. The entry that says so stays.
pub fn erase(
    entries: &[Entry],
    ids: &[EntryId],
    (ground, decided_by): (&str, &str),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let mut check = Check::default();
    check.require(!ids.is_empty(), "entries", Problem::NotChosen);
    check.text(ground, "ground");
    check.text(decided_by, "decided_by");
    check.done()?;
    if ids
        .iter()
        .any(|id| !entries.iter().any(|e| &e.id == id && e.written().is_some()))
    {
        return Err(Refusal::NotNow(NotNow::NotYourEntry));
    }
    let body = Body::Erased(Erased {
        entries: ids.to_vec(),
        ground: ground.to_owned(),
        decided_by: decided_by.to_owned(),
    });
    Ok(vec![hand.write(Category::Coordination, body)])
}

/// Whether an entry stands by itself, so that it can be moved to another pathway. What belongs to a chain of steps is
/// written anew there.
pub fn can_be_moved(body: &Body) -> bool {
    matches!(
        body,
        Body::NoteWritten(_)
            | Body::ContactLogged(_)
            | Body::WishRecorded(_)
            | Body::UseRecorded(_)
    )
}

/// An entry as it is to stand in the pathway it belongs to: when it happened, who said it and what was said are the same,
/// and nobody was sent it. Beside it stands who moved it, and why.
pub fn moved(
    to: &Pathway,
    original: &Written,
    (reason, decided_by): (&str, &str),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(to)?;
    if !can_be_moved(&original.body) {
        return Err(Refusal::NotNow(NotNow::NotMisfiled));
    }
    let mut check = Check::default();
    check.require(!reason.trim().is_empty(), "reason", Problem::NeedsReason);
    check.done()?;
    let envelope = Envelope {
        about: hand.about.clone(),
        shared_with: Vec::new(),
        topic: None,
        corrects: None,
        ..original.envelope.clone()
    };
    let here = NewEntry {
        envelope,
        body: original.body.clone(),
    };
    let said = Body::MovedHere(MovedHere {
        kind: original.body.kind().to_owned(),
        reason: reason.to_owned(),
        decided_by: decided_by.to_owned(),
    });
    Ok(vec![here, hand.write(original.envelope.category, said)])
}

/// Two journals turn out to be about one person: written in both, read as one, never merged.
pub fn join(
    one: &Pathway,
    other: &Pathway,
    reason: &str,
    hand: &Hand,
) -> Result<[(PathwayId, NewEntry); 2], Refusal> {
    let (Some(one_id), Some(other_id)) = (&one.id, &other.id) else {
        return Err(Refusal::NotNow(NotNow::AlreadyJoined));
    };
    if one_id == other_id || one.joined.contains(other_id) {
        return Err(Refusal::NotNow(NotNow::AlreadyJoined));
    }
    let mut check = Check::default();
    check.text(reason, "reason");
    check.done()?;
    let entry = |other: &PathwayId| {
        let body = Body::JoinedWith(JoinedWith {
            other: other.clone(),
            reason: reason.to_owned(),
        });
        hand.write(Category::Coordination, body)
    };
    Ok([
        (one_id.clone(), entry(other_id)),
        (other_id.clone(), entry(one_id)),
    ])
}

/// Whether a unit can end a pathway: that of the coordinator, as long as there is one.
pub fn closes(pathway: &Pathway, unit: &UnitId) -> bool {
    let coordinator = pathway.coordinator.as_ref();
    coordinator.is_none_or(|now| &now.body.unit == unit)
}

/// Whether whoever ends a pathway is asked about the talk on sexual health and contraception that nobody has offered: health
/// persons alone, who can see whether it was (row S2-030, practice A23).
pub fn lacks_offer(known: &Pathway, hand: &Hand) -> bool {
    known.kind == Some(PathwayKind::Pregnancy)
        && !known.lost
        && hand.author.function.is_health()
        && !known.has_offered_reproductive_health()
}

/// Ends a pathway. Fewer network meetings than the agreement says ask for a reason (row S2-066), and so does a talk on sexual
/// health that was not offered, where a health person ends it; that reason is for health persons alone to read. A child whose
/// wellbeing was affected is judged to thrive again first (row S3-029).
pub fn close(
    (pathway, known): (&Pathway, &Pathway),
    (closed, not_offered): (&PathwayClosed, Option<&str>),
    meetings_minimum: Option<u32>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    if !closes(pathway, &hand.author.unit) {
        return Err(Refusal::NotNow(NotNow::CoordinatorCloses));
    }
    if pathway.child.is_affected_by().is_some() {
        return Err(Refusal::NotNow(NotNow::WellbeingNotJudged));
    }
    let mut check = Check::default();
    check.text(&closed.reason, "reason");
    let enough = pathway.meetings_lacking(meetings_minimum).is_none();
    let reason = closed.few_meetings.as_deref().map(str::trim);
    let explained = reason.is_some_and(|reason| !reason.is_empty());
    check.require(enough || explained, "few_meetings", Problem::NeedsReason);
    let lacks = lacks_offer(known, hand);
    let why = not_offered.map(str::trim).filter(|why| !why.is_empty());
    check.require(!lacks || why.is_some(), "not_offered", Problem::NeedsReason);
    check.length(not_offered.unwrap_or_default(), "not_offered");
    check.done()?;
    let why = why.filter(|_| lacks).map(|reason| {
        let body = Body::DutyExplained(DutyExplained {
            rule: REPRODUCTIVE_RULE.to_owned(),
            key: "-".to_owned(),
            reason: reason.to_owned(),
        });
        hand.write(Category::Health, body)
    });
    let body = Body::PathwayClosed(closed.clone());
    let ended = hand
        .write(Category::Coordination, body)
        .about_topic(Topic::of("course"));
    Ok(why.into_iter().chain([ended]).collect())
}

/// The rule about the talk on sexual health and contraception.
const REPRODUCTIVE_RULE: &str = "reproductive-health";
