// SPDX-License-Identifier: EUPL-1.2
//! A family, or who expects a child, moves (scenario A18). Somebody says so; the kommune that has the case notifies the new
//! one and hands the case over with what is known (mellemkommunal underretning, barnets lov § 132, or her consent); and the
//! old one is responsible until the new one has taken it and appointed a coordinator.

use super::child::{check_sections, grounded, newest};
use super::coordinator::{Appoint, appointed};
use super::information::{Ground, Passing, can_be_passed_on, disclose};
use super::{Hand, law, open};
use crate::body::{
    Body, Disclosed, ExposurePosition, FamilyMoved, HandoverDocument, HandoverSent, LeavingReason,
    NotificationReceived, NotificationSent, NotifierKind, PathwayKind, PathwayMoved, Receiver,
    StepTaken, Told, Whereabouts,
};
use crate::category::Category;
use crate::entry::{Basis, Entry, NewEntry, Topic, Written};
use crate::id::{EntryId, MunicipalityCode, RefId};
use crate::org::{Employment, Unit};
use crate::pathway::Pathway;
use crate::policy::Consents;
use crate::refusal::{Check, NotNow, Problem, Refusal};
use std::collections::BTreeMap;

/// The paragraph that asks the old kommune to notify the new one.
pub const LAW: &str = "BL § 132";

/// The topic of where the family lives.
pub fn topic() -> Topic {
    Topic::of("move")
}

/// Whether a unit says that a family moves: the authority, and the unit of the coordinator, as long as it has the case.
pub fn registers(pathway: &Pathway, own: &Unit) -> bool {
    let coordinator = pathway.coordinator.as_ref().map(|c| &c.body.unit);
    let knows = own.is_child_authority() || coordinator == Some(&own.id);
    knows && !pathway.has_left(&own.id)
}

/// Whether a unit hands the case over: the authority that has it, once the family has moved and nobody was asked yet.
pub fn hands_over(pathway: &Pathway, own: &Unit) -> bool {
    has_case(pathway, own) && pathway.moves_to().is_some() && pathway.awaiting_kommune().is_none()
}

/// Whether a unit has been asked to take the case, and has not yet.
pub fn takes(pathway: &Pathway, own: &Unit) -> bool {
    let asked = pathway.awaiting_kommune();
    asked.is_some_and(|sent| sent.body.unit == own.id)
}

fn has_case(pathway: &Pathway, own: &Unit) -> bool {
    let holder = pathway.case_holder();
    let department = own.is_child_authority() && !pathway.has_left(&own.id);
    department && holder.is_none_or(|unit| unit == &own.id)
}

/// Says that the family has moved, or that nobody knows where it is.
pub fn register(
    known: &Pathway,
    told: &FamilyMoved,
    own: &Unit,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(known)?;
    if !registers(known, own) {
        return Err(Refusal::NotNow(NotNow::ForTheAuthority));
    }
    let mut check = Check::default();
    let acts = known.municipality.as_ref();
    match (told.whereabouts, &told.to) {
        (Whereabouts::Unknown, to) => {
            check.require(to.is_none(), "municipality", Problem::NotNeeded);
        }
        (_, None) => check.add("municipality", Problem::NotChosen),
        (Whereabouts::Home, to) => {
            let same = to.as_ref() == acts;
            check.require(!same, "municipality", Problem::SameMunicipality);
        }
        (Whereabouts::Homeless, Some(_)) => {}
    }
    check.length(&told.note, "note");
    check.done()?;
    // Who stays where the case already is, has not moved to another kommune.
    let told = FamilyMoved {
        to: told.to.clone().filter(|to| Some(to) != acts),
        ..told.clone()
    };
    let holder = known.case_holder().cloned();
    let coordinator = known.coordinator.as_ref().map(|c| c.body.unit.clone());
    let entry = hand
        .write(Category::Social, Body::FamilyMoved(told))
        .about_topic(topic());
    let others = holder.into_iter().chain(coordinator);
    Ok(vec![others.fold(entry, |entry, unit| {
        entry.also_to(unit, law("BL §§ 136-138"))
    })])
}

/// What is told to the new kommune.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// The summary of what has been judged; the law asks for it.
    pub summary: String,
    /// What is needed.
    pub needs: String,
    /// Strengths.
    pub strengths: String,
    /// Challenges.
    pub challenges: String,
    /// Where exposure stands, and the words it is sent with.
    pub exposure: Option<(ExposurePosition, String)>,
    /// Own entries that go along; on a consent also what the unit was told.
    pub entries: Vec<EntryId>,
    /// On what ground.
    pub ground: Ground,
    /// Whether she knows.
    pub told: Option<Told>,
    /// How she took it, or why she was not told.
    pub told_note: String,
}

/// What a hand-over is decided on.
#[derive(Debug, Clone, Copy)]
pub struct HandingOver<'a> {
    /// The whole: for consents and for who has the case.
    pub whole: &'a Pathway,
    /// What the author's unit may read.
    pub readable: &'a [&'a Entry],
    /// Entries of the unit that started what the law still asks for: the clock goes along (S0-013).
    pub running: &'a [EntryId],
    /// The author's unit.
    pub own: &'a Unit,
    /// The unit that is asked to take the case.
    pub new: Option<&'a Unit>,
}

/// Hands the case over: with the law's notification, or on her consent.
pub fn hand_over(
    on: HandingOver<'_>,
    told: &HandOver,
    (handover, notification): (&RefId, &RefId),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(on.whole)?;
    if !has_case(on.whole, on.own) {
        return Err(Refusal::NotNow(NotNow::ForTheAuthority));
    }
    if on.whole.moves_to().is_none() {
        return Err(Refusal::NotNow(NotNow::NotMoved));
    }
    if on.whole.awaiting_kommune().is_some() {
        return Err(Refusal::NotNow(NotNow::AlreadyDone));
    }
    let (exposure, words) = checked(on, told)?;
    let Some(new) = on.new else {
        return Err(Refusal::NotNow(NotNow::NotMoved));
    };
    let mut entries = Vec::new();
    let by_law = told.ground != Ground::Consent;
    if by_law {
        let letter = Letter {
            paragraph: LAW,
            text: format!("{words}\n\n{}", told.summary.trim()),
            told: told.told.unwrap_or(Told::No),
            told_note: &told.told_note,
        };
        entries.extend(notify(on.whole, letter, new, (notification, hand)));
    }
    let body = Body::HandoverSent(HandoverSent {
        handover: handover.clone(),
        receiver: Receiver::FamilyDepartment,
        unit: new.id.clone(),
        text: String::new(),
        document: Some(HandoverDocument {
            needs: told.needs.clone(),
            strengths: told.strengths.clone(),
            challenges: told.challenges.clone(),
            exposure,
        }),
        transition: None,
    });
    let category = if on.whole.kind == Some(PathwayKind::Child) {
        Category::ChildHealth
    } else {
        Category::Social
    };
    let sent = hand
        .write(category, body)
        .about_topic(Topic::about("handover", handover.as_str()));
    let basis = grounded(on.whole, (&new.id, &sent.envelope), &told.ground, hand)?;
    entries.push(sent.on(basis).sent_to([new.id.clone()]));
    entries.extend(along(on, told, new, hand)?);
    if by_law {
        let step = taken("new-municipality-notified", BTreeMap::new());
        entries.push(hand.write(Category::AuthorityDecision, step));
    }
    Ok(entries)
}

fn checked(on: HandingOver<'_>, told: &HandOver) -> Result<(ExposurePosition, String), Refusal> {
    let mut check = Check::default();
    if told.ground != Ground::Consent {
        check.text(&told.summary, "summary");
        let silent = told.told == Some(Told::No) && told.told_note.trim().is_empty();
        check.require(!silent, "told_note", Problem::NeedsReason);
        check.require(told.told.is_some(), "told", Problem::NotChosen);
    }
    check.length(&told.summary, "summary");
    check.length(&told.told_note, "told_note");
    check_sections(&mut check, [&told.needs, &told.strengths, &told.challenges]);
    match &told.exposure {
        None => check.add("exposure", Problem::NotChosen),
        Some((position, _)) => {
            // What the unit knows: that something else stands in what it may not read is not told.
            let known = Pathway::fold(on.readable.iter().copied());
            let stated = known.exposure_position().handed_over();
            let fits = stated.is_none_or(|stated| stated == *position);
            check.require(fits, "exposure", Problem::StatedOtherwise);
        }
    }
    check.require(on.new.is_some(), "municipality", Problem::NoSuchUnit);
    check.done()?;
    let told = told.exposure.clone();
    told.ok_or(Refusal::NotNow(NotNow::NotMoved))
}

/// What goes along: what was chosen, and what the case cannot do without – that it was notified, what the law's clocks
/// started from, and of a child its birth, the core of its exposure and who has custody.
fn along(
    on: HandingOver<'_>,
    told: &HandOver,
    new: &Unit,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let mine = |written: &Written| written.envelope.author.unit == on.own.id;
    // What was refuted is in no hand-over (practice B14).
    if told
        .entries
        .iter()
        .any(|id| on.whole.child.is_dismissed(id))
    {
        return Err(Refusal::NotNow(NotNow::NotYourEntry));
    }
    let mut entries: Vec<EntryId> = follows(on);
    let reason = "sagsmateriale til den nye kommune".to_owned();
    let Ground::Law(paragraph) = &told.ground else {
        let consents = Consents::of(on.whole);
        let covered = |id: &EntryId| {
            let written = found(on.readable, id);
            let envelope = written.map(|w| &w.envelope);
            envelope.is_some_and(|e| consents.covering(&new.id, e, hand.now).is_some())
        };
        entries.retain(covered);
        add(&mut entries, &told.entries);
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let passing = Passing {
            to: new.id.clone(),
            entries,
            ground: Ground::Consent,
            reason,
            tell: false,
        };
        return disclose(on.readable, on.whole, &passing, hand);
    };
    let own = |id: &EntryId| {
        let written = found(on.readable, id);
        written.is_some_and(|w| mine(w) && can_be_passed_on(&w.body))
    };
    // By law a unit passes on what it wrote itself.
    if !told.entries.iter().all(own) {
        return Err(Refusal::NotNow(NotNow::NotYourEntry));
    }
    add(&mut entries, &told.entries);
    let body = Body::Disclosed(Disclosed {
        entries,
        to: new.id.clone(),
        reason,
        tell: true,
    });
    let along = hand.write(Category::Coordination, body).on(law(paragraph));
    Ok(vec![along.sent_to([new.id.clone()])])
}

fn follows(on: HandingOver<'_>) -> Vec<EntryId> {
    let own = |body: &Body| matches!(body, Body::NotificationReceived(b) if b.unit == on.own.id);
    let received = on.readable.iter().filter_map(|entry| {
        let written = entry.written()?;
        own(&written.body).then(|| entry.id.clone())
    });
    let mut entries: Vec<EntryId> = received.collect();
    let kinds: [fn(&Body) -> bool; 3] = [
        |body| matches!(body, Body::ChildBorn(_)),
        |body| matches!(body, Body::ExposureStated(_)),
        |body| matches!(body, Body::CustodyStated(_)),
    ];
    for kind in kinds {
        let newest = newest((on.whole, on.readable), kind);
        entries.extend(newest.map(|entry| entry.id.clone()));
    }
    add(&mut entries, on.running);
    entries
}

fn found<'a>(readable: &[&'a Entry], id: &EntryId) -> Option<&'a Written> {
    let entry = readable.iter().find(|entry| &entry.id == id)?;
    entry.written()
}

fn add(entries: &mut Vec<EntryId>, more: &[EntryId]) {
    for id in more {
        if !entries.contains(id) {
            entries.push(id.clone());
        }
    }
}

/// A notification from one authority, or from the health service, to the family department.
pub(super) struct Letter<'a> {
    /// The paragraph that asks for it.
    pub(super) paragraph: &'a str,
    /// What is written.
    pub(super) text: String,
    /// Whether she, or the parents, know.
    pub(super) told: Told,
    /// How it was taken, or why not.
    pub(super) told_note: &'a str,
}

/// Sent and received in one step: nothing is sent that did not arrive.
pub(super) fn notify(
    known: &Pathway,
    letter: Letter<'_>,
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
        text: letter.text,
        told: letter.told,
        told_note: letter.told_note.to_owned(),
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
            .on(law(letter.paragraph))
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

fn taken(step: &str, attributes: BTreeMap<String, String>) -> Body {
    Body::StepTaken(StepTaken {
        step: step.to_owned(),
        attributes,
        note: String::new(),
    })
}

/// The new kommune takes the case and says who coordinates; the old coordinator is relieved in the same step. Where it is
/// protected how she is reached, others than the old unit do not learn which kommune it is (practice B8).
pub fn accept(
    whole: &Pathway,
    (employment, own): (&Employment, &Unit),
    (acts, protected): (&MunicipalityCode, bool),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(whole)?;
    let asked = whole.awaiting_kommune();
    let asked = asked.filter(|sent| sent.body.unit == own.id);
    let sent = asked.ok_or(Refusal::NotNow(NotNow::NotTheReceiver))?;
    let from = sent.author.unit.clone();
    let handover = sent.body.handover.clone();
    let told = |body: Body| {
        let entry = hand.write(Category::Coordination, body);
        entry.also_to(from.clone(), Basis::System)
    };
    let attributes = [
        ("handover", handover.as_str()),
        ("receiver", Receiver::FamilyDepartment.code()),
    ];
    let attributes = attributes.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let accepted = told(taken("handover-accepted", BTreeMap::from(attributes)));
    let moved = told(Body::PathwayMoved(PathwayMoved {
        handover: handover.clone(),
        from: from.clone(),
        to: acts.clone(),
    }));
    let mut entries = vec![
        accepted.about_topic(Topic::about("handover", handover.as_str())),
        moved.about_topic(topic()),
    ];
    let command = Appoint {
        employment,
        unit: own,
        agreed: None,
        deviation: None,
        leaving: Some(LeavingReason::PathwayMoves),
    };
    let mut appointed = appointed(whole, &command, hand)?;
    for entry in &mut appointed {
        let shares = &mut entry.envelope.shared_with;
        shares.retain(|share| !protected || share.unit == from);
        // Who coordinates from now on is no longer the old unit's to follow.
        let new = matches!(entry.body, Body::CoordinatorAppointed(_));
        shares.retain(|share| !new || share.unit != from);
    }
    entries.extend(appointed);
    Ok(entries)
}

#[cfg(test)]
mod tests;
