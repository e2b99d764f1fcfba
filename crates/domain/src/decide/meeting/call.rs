// SPDX-License-Identifier: EUPL-1.2
//! Calling a network meeting as the agreement says, changing who comes, and cancelling it.
//!
//! What the agreement says is followed or explained. That a unit or somebody in her own life takes part rests on her yes,
//! and no reason stands in for it.

use super::{open_meeting, to_willing};
use crate::agreement::{Answers, Who};
use crate::body::{
    Body, Direction, MeetingAnswered, MeetingCalled, MeetingCancelled, MeetingMoved,
    ParticipantRemoved, SupportAgreed, TeamMemberJoined,
};
use crate::category::Category;
use crate::decide::{Hand, her_word, on_consent, open};
use crate::directory::Directory;
use crate::entry::{NewEntry, Topic};
use crate::id::UnitId;
use crate::org::UnitKind;
use crate::pathway::{Meeting, Noted, Pathway};
use crate::policy::Consents;
use crate::refusal::{Check, NoConsent, NotNow, Problem, Refusal};
use crate::time::local_date;
use jiff::civil::Date;

/// Those the recommendation calls central: a meeting is between them, and they are never an actor who has to stand on the
/// agreement's list (row S2-059).
const CENTRAL: [UnitKind; 4] = [
    UnitKind::FamilyDepartment,
    UnitKind::FamilyClinic,
    UnitKind::AlcoholTreatment,
    UnitKind::DrugTreatment,
];

/// What the agreement in force says of calling, and the units there are.
#[derive(Debug, Clone, Copy)]
pub struct Agreed<'a> {
    /// The answers; without an agreement nothing is asked.
    pub answers: Option<&'a Answers>,
    /// The earliest day its notice allows.
    pub earliest: Option<Date>,
    /// Units.
    pub directory: &'a Directory,
}

impl Agreed<'_> {
    fn kind(&self, unit: &UnitId) -> Option<UnitKind> {
        self.directory.unit(unit).map(|unit| unit.kind)
    }

    /// Whether a unit is the one that calls (row S2-065). Where the coordinator does, anybody of the same unit can for the
    /// coordinator; before there is one, the family department.
    pub fn convenes(&self, known: &Pathway, unit: &UnitId) -> bool {
        let is = |kind| self.kind(unit) == Some(kind);
        match self.answers.and_then(|answers| answers.convener) {
            None => true,
            Some(Who::Actor(kind)) => is(kind),
            Some(Who::Coordinator) => match &known.coordinator {
                Some(coordinator) => &coordinator.body.unit == unit,
                None => is(UnitKind::FamilyDepartment),
            },
        }
    }

    /// Whether a kind of actor can be called without a word (rows S2-059, S2-067).
    pub fn lists(&self, kind: UnitKind) -> bool {
        let listed = self.answers.map(|answers| &answers.may_be_called);
        listed.is_none_or(|kinds| kinds.is_empty() || kinds.contains(&kind))
            || CENTRAL.contains(&kind)
    }

    /// Whether everybody called stands on the list; the own unit and her own people always do.
    fn lists_all(
        &self,
        called: &MeetingCalled,
        people: &[&TeamMemberJoined],
        own: &UnitId,
    ) -> bool {
        let others = called.units.iter().filter(|unit| *unit != own);
        let mut kinds = others.filter_map(|unit| self.kind(unit));
        let mut actors = people.iter().filter(|one| !one.is_her_own());
        kinds.all(|kind| self.lists(kind)) && actors.all(|one| self.lists(one.actor))
    }
}

fn given(reason: Option<&String>) -> bool {
    reason.is_some_and(|reason| !reason.trim().is_empty())
}

/// Calls a meeting. Too short a notice, another convener than agreed, and somebody who is not on the agreement's list ask
/// for a reason each; they do not block. A unit other than the author's own is invited on her yes to meet with it, which
/// must run on the day (row S2-039), and reads the invitation as long as it runs. Somebody of her own life is invited when
/// she has said yes, and never where the relation is marked by conflict (row S2-045). `whole` is the pathway with every
/// consent.
pub fn call(
    (pathway, whole): (&Pathway, &Pathway),
    (called, support): (&MeetingCalled, Option<&SupportAgreed>),
    agreed: Agreed<'_>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let people = people(pathway, called)?;
    check_call(pathway, called, (&people, agreed), hand)?;
    let topic = Topic::about("meeting", called.reference.as_str());
    let mut entry = hand.write(Category::Coordination, Body::MeetingCalled(called.clone()));
    let consents = Consents::of(whole);
    let others = called.units.iter().filter(|u| **u != hand.author.unit);
    for unit in others {
        let runs = |at| consents.meeting_with(unit, at);
        let lacking = || NoConsent {
            direction: Direction::Meet,
            unit: unit.clone(),
            categories: Vec::new(),
        };
        let found = runs(hand.now).and_then(|_| runs(called.at));
        let found = found.ok_or_else(|| Refusal::NoConsent(lacking()))?;
        entry = entry.also_to(unit.clone(), on_consent(&found.reference));
    }
    let shared = entry.envelope.shared_with.clone();
    let mut entries = vec![entry.about_topic(topic.clone())];
    if let Some(support) = support {
        entries.push(arrange(called, support, hand)?.about_topic(topic));
    }
    // Whoever is to see to her coming reads that it was agreed, on the yes that lets them read of the meeting.
    for entry in entries.iter_mut().skip(1) {
        entry.envelope.shared_with.clone_from(&shared);
    }
    Ok(entries)
}

/// Those of the map who are called.
fn people<'a>(
    pathway: &'a Pathway,
    called: &MeetingCalled,
) -> Result<Vec<&'a TeamMemberJoined>, Refusal> {
    let on_map = |id: &_| {
        let found = pathway.team.iter().find(|one: &&Noted<_>| &one.entry == id);
        found.map(|one| &one.body)
    };
    let found: Option<Vec<_>> = called.people.iter().map(on_map).collect();
    let mut check = Check::default();
    check.require(found.is_some(), "people", Problem::UnknownCode);
    check.done()?;
    Ok(found.unwrap_or_default())
}

fn check_call(
    pathway: &Pathway,
    called: &MeetingCalled,
    (people, agreed): (&[&TeamMemberJoined], Agreed<'_>),
    hand: &Hand,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.text(&called.purpose, "purpose");
    check.require(called.at > hand.now, "at", Problem::InThePast);
    let day = local_date(called.at);
    let noticed = agreed.earliest.is_none_or(|earliest| day >= earliest);
    let asked = |kept: bool, reason: &Option<String>| kept || given(reason.as_ref());
    let reasons = [
        (noticed, &called.short_notice, "short_notice"),
        (
            agreed.convenes(pathway, &hand.author.unit),
            &called.other_convener,
            "other_convener",
        ),
        (
            agreed.lists_all(called, people, &hand.author.unit),
            &called.not_listed,
            "not_listed",
        ),
        (
            !pathway.has_violence_risk() || !people.iter().any(|p| p.actor == UnitKind::Partner),
            &called.despite_risk,
            "despite_risk",
        ),
    ];
    for (kept, reason, field) in reasons {
        check.require(asked(kept, reason), field, Problem::NeedsReason);
    }
    for person in people {
        let willing = person.her_yes == Some(true);
        check.require(!person.conflict, "people", Problem::PersonInConflict);
        check.require(
            person.conflict || willing,
            "people",
            Problem::PersonWithoutYes,
        );
    }
    check.done()
}

/// What was agreed with her to help her come to the meeting.
fn arrange(
    called: &MeetingCalled,
    support: &SupportAgreed,
    hand: &Hand,
) -> Result<NewEntry, Refusal> {
    let agreed = SupportAgreed {
        meeting: called.reference.clone(),
        by: local_date(called.at),
        ..support.clone()
    };
    checked_support(agreed, &called.units, hand)
}

/// The entry of a support: something was chosen, *andet* is said in words, and the unit is on the meeting.
fn checked_support(
    agreed: SupportAgreed,
    units: &[UnitId],
    hand: &Hand,
) -> Result<NewEntry, Refusal> {
    let mut check = Check::default();
    check.require(!agreed.support.is_empty(), "support", Problem::NotChosen);
    let other = crate::body::AttendanceSupport::Other;
    if agreed.support.contains(&other) {
        check.text(&agreed.note, "support_note");
    }
    let there = agreed.unit == hand.author.unit || units.contains(&agreed.unit);
    check.require(there, "support_unit", Problem::NotOnMeeting);
    check.done()?;
    Ok(hand.write(Category::Coordination, Body::SupportAgreed(agreed)))
}

/// Agrees on support for a meeting that is called already, for example after one she could not come to.
pub fn support(
    (pathway, whole): (&Pathway, &Pathway),
    agreed: &SupportAgreed,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let meeting = open_meeting(pathway, &agreed.meeting)?;
    let agreed = SupportAgreed {
        by: local_date(meeting.called.body.at),
        ..agreed.clone()
    };
    let topic = Topic::about("meeting", agreed.meeting.as_str());
    let entry = checked_support(agreed, &meeting.units, hand)?;
    let entry = to_willing(entry, &meeting.units, whole, hand);
    Ok(vec![entry.about_topic(topic)])
}

/// Moves a meeting. Those who read the invitation, and whom she still lets take part, read of it; too short a notice asks for
/// a reason, as when it was called.
pub fn postpone(
    (pathway, whole): (&Pathway, &Pathway),
    moved: &MeetingMoved,
    earliest: Option<Date>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let meeting = open_meeting(pathway, &moved.reference)?;
    let mut check = Check::default();
    check.text(&moved.place, "place");
    check.require(moved.at > hand.now, "at", Problem::InThePast);
    let noticed = earliest.is_none_or(|earliest| local_date(moved.at) >= earliest);
    let reason = noticed || given(moved.short_notice.as_ref());
    check.require(reason, "short_notice", Problem::NeedsReason);
    check.done()?;
    let body = Body::MeetingMoved(moved.clone());
    Ok(vec![told(body, (meeting, whole), hand)])
}

/// She answers an invitation; the unit that called the meeting reads it.
pub fn answer(
    pathway: &Pathway,
    answered: &MeetingAnswered,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let meeting = open_meeting(pathway, &answered.reference)?;
    let called = &meeting.called.body;
    if called.her == Some(false) || called.at <= hand.now {
        return Err(Refusal::NotNow(NotNow::NoSuchMeeting));
    }
    let body = Body::MeetingAnswered(answered.clone());
    let to = meeting.called.author.unit.clone();
    let entry = hand.write(Category::Coordination, body);
    Ok(vec![entry.also_to(to, her_word())])
}

/// Takes a unit off a meeting that has not been held. Those who were invited, the unit itself among them, read of it as far
/// as she still lets them take part, so that nobody goes on counting on it.
pub fn remove(
    (pathway, whole): (&Pathway, &Pathway),
    removed: &ParticipantRemoved,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let meeting = open_meeting(pathway, &removed.reference)?;
    if !meeting.units.contains(&removed.unit) {
        return Err(Refusal::NotNow(NotNow::NoSuchMeeting));
    }
    let body = Body::ParticipantRemoved(removed.clone());
    Ok(vec![told(body, (meeting, whole), hand)])
}

/// Cancels a meeting. Those who were invited, and whom she still lets take part, read of it.
pub fn cancel(
    (pathway, whole): (&Pathway, &Pathway),
    cancelled: &MeetingCancelled,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let meeting = open_meeting(pathway, &cancelled.reference)?;
    let mut check = Check::default();
    check.text(&cancelled.reason, "reason");
    check.done()?;
    let body = Body::MeetingCancelled(cancelled.clone());
    Ok(vec![told(body, (meeting, whole), hand)])
}

/// A change of a meeting, told to those who are invited to it.
fn told(body: Body, (meeting, whole): (&Meeting, &Pathway), hand: &Hand) -> NewEntry {
    let topic = Topic::about("meeting", meeting.called.body.reference.as_str());
    let entry = hand.write(Category::Coordination, body);
    to_willing(entry, &meeting.units, whole, hand).about_topic(topic)
}
