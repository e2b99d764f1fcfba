// SPDX-License-Identifier: EUPL-1.2
//! How a child's check-ups end, and how what is known of a child follows it to new surroundings (scenario A19).
//!
//! Check-ups end in one of three ways: others take over, the municipality is notified, or the parents say no and a position
//! was taken on a notification. No receiver is told of a child without the parents' yes or a paragraph (practice A5), and
//! the sender has the child until each receiver has accepted.

use super::checkup::{is_here, school_age, topic};
use super::child::{along, check_sections, childs, grounded};
use super::information::Ground;
use super::moving::{Letter, notify};
use super::{Hand, World, open};
use crate::body::{
    Body, CheckupsEnded, Disclosed, EndingWay, ExposurePosition, HandoverDocument, HandoverSent,
    PathwayKind, Receiver, Told, Transition,
};
use crate::category::Category;
use crate::entry::{Entry, NewEntry, Topic};
use crate::id::{RefId, UnitId};
use crate::org::{Unit, UnitKind};
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};

/// The three sections of what is told at every transition, whether exposure is told too, and on what ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    /// What is needed.
    pub needs: String,
    /// Strengths.
    pub strengths: String,
    /// Challenges.
    pub challenges: String,
    /// Whether what is known of exposure goes along: decided one way or the other (row S0-013).
    pub exposure: Option<bool>,
    /// On what ground.
    pub ground: Ground,
    /// Why the receivers need it, when the ground is a paragraph.
    pub reason: String,
    /// Whether the law asks that the parents are told.
    pub tell: bool,
}

/// How check-ups are to end, as told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// How.
    pub way: EndingWay,
    /// Why.
    pub reason: String,
    /// Who takes over, and as what.
    pub receivers: Vec<(Receiver, UnitId)>,
    /// What they are told.
    pub telling: Telling,
    /// Why one of the three is not asked.
    pub without: String,
    /// What the municipality is told, when it is notified.
    pub letter: String,
    /// Whether the parents know of it.
    pub told: Option<Told>,
    /// How they took it, or why they were not told.
    pub told_note: String,
}

/// The paragraph a health professional notifies by.
const DUTY: &str = "BL § 133";

/// What a decision about the end rests on.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// What the author's unit may read, folded.
    pub known: &'a Pathway,
    /// The same, as entries.
    pub readable: &'a [&'a Entry],
    /// The whole: for consents and for who was notified.
    pub whole: &'a Pathway,
    /// The units.
    pub world: World<'a>,
    /// The family department that would be notified.
    pub authority: Option<&'a Unit>,
}

/// Ends the check-ups, or asks others to take over.
pub fn end(
    on: Known<'_>,
    told: &Ending,
    hand: &Hand,
    fresh: RefId,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(on.known)?;
    if !is_here(on.known, hand) {
        return Err(Refusal::NotNow(NotNow::NoCheckups));
    }
    check_ending(on, told, hand)?;
    let before = on.known.child.checkups.closing();
    let without = Some(told.without.trim().to_owned()).filter(|text| !text.is_empty());
    let ended = |handover: Option<RefId>| {
        let body = Body::CheckupsEnded(CheckupsEnded {
            way: told.way,
            handover,
            reason: told.reason.trim().to_owned(),
            without: without.clone(),
        });
        hand.write(Category::ChildHealth, body).about_topic(topic())
    };
    match (told.way, on.authority) {
        (EndingWay::Notified, Some(authority)) => {
            let letter = Letter {
                paragraph: DUTY,
                text: told.letter.clone(),
                told: told.told.unwrap_or(Told::No),
                told_note: &told.told_note,
            };
            let mut entries = notify(on.whole, letter, authority, (&fresh, hand));
            entries.push(ended(None));
            return Ok(entries);
        }
        (EndingWay::Notified | EndingWay::Declined, _) => return Ok(vec![ended(None)]),
        (EndingWay::HandedOver, _) => {}
    }
    let handover = before.cloned().unwrap_or(fresh);
    let mut entries = vec![ended(Some(handover.clone()))];
    for (receiver, unit) in &told.receivers {
        let asked = Asked {
            receiver: *receiver,
            unit,
            handover: &handover,
            transition: None,
        };
        entries.extend(sent(on, &told.telling, asked, hand)?);
    }
    Ok(entries)
}

fn check_ending(on: Known<'_>, told: &Ending, hand: &Hand) -> Result<(), Refusal> {
    let checkups = &on.known.child.checkups;
    let mut check = Check::default();
    let early = school_age(on.known).is_some_and(|day| hand.today() < day);
    let explained = !told.reason.trim().is_empty();
    check.length(&told.reason, "reason");
    check.require(!early || explained, "reason", Problem::NotSchoolAge);
    match told.way {
        EndingWay::HandedOver => {
            check_receivers(&mut check, on, told, hand);
            check_telling(&mut check, on.known, &told.telling);
        }
        EndingWay::Notified => {
            check.text(&told.letter, "letter");
            check.require(told.told.is_some(), "told", Problem::NotChosen);
            let silent = told.told == Some(Told::No) && told.told_note.trim().is_empty();
            check.require(!silent, "told_note", Problem::NeedsReason);
            check.length(&told.told_note, "told_note");
            check.require(on.authority.is_some(), "way", Problem::NoSuchUnit);
        }
        EndingWay::Declined => {
            check.require(checkups.lost.is_none(), "way", Problem::FamilyLost);
            check.require(explained || early, "reason", Problem::NeedsReason);
        }
    }
    check.done()
}

fn check_receivers(check: &mut Check, on: Known<'_>, told: &Ending, hand: &Hand) {
    check.require(!told.receivers.is_empty(), "family", Problem::NotChosen);
    let before = on.known.child.checkups.closing();
    let asked_before = |receiver: Receiver| {
        before.is_some_and(|handover| {
            let asked = on.known.receivers_of(handover);
            asked.iter().any(|(sent, _)| sent.body.receiver == receiver)
        })
    };
    for receiver in Receiver::AFTER_CLINIC {
        let field = field(receiver);
        let named = told.receivers.iter().find(|(given, _)| *given == receiver);
        if let Some((_, unit)) = named {
            let found = on.world.directory.unit(unit);
            let fits = found.is_some_and(|unit| unit.kind == receiver.unit_kind());
            check.require(fits, field, Problem::NoSuchUnit);
            check.require(unit != &hand.author.unit, field, Problem::OwnUnit);
            check.require(!asked_before(receiver), field, Problem::Twice);
        }
    }
    let all = Receiver::AFTER_CLINIC.into_iter().all(|receiver| {
        asked_before(receiver) || told.receivers.iter().any(|(given, _)| *given == receiver)
    });
    let explained = !told.without.trim().is_empty();
    check.length(&told.without, "without");
    check.require(all || explained, "without", Problem::FollowerMissing);
}

fn field(receiver: Receiver) -> &'static str {
    match receiver {
        Receiver::Ppr => "ppr",
        Receiver::HealthVisitor => "visitor",
        Receiver::FamilyFollows
        | Receiver::FamilyDepartment
        | Receiver::Doctor
        | Receiver::Daycare
        | Receiver::School
        | Receiver::YouthCentre
        | Receiver::AdultAuthority => "family",
    }
}

fn check_telling(check: &mut Check, known: &Pathway, told: &Telling) {
    check_sections(check, [&told.needs, &told.strengths, &told.challenges]);
    let stated = known.exposure_position().stands();
    check.require(
        !stated || told.exposure.is_some(),
        "exposure",
        Problem::NotChosen,
    );
    if told.ground != Ground::Consent {
        let why = !told.reason.trim().is_empty();
        check.require(why, "ground_reason", Problem::NeedsReason);
    }
    check.length(&told.reason, "ground_reason");
}

/// One receiver who is asked.
#[derive(Clone, Copy)]
struct Asked<'a> {
    receiver: Receiver,
    unit: &'a UnitId,
    handover: &'a RefId,
    transition: Option<&'a Transition>,
}

/// The hand-over to one receiver, and what of the child's own goes along.
fn sent(
    on: Known<'_>,
    told: &Telling,
    asked: Asked<'_>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let exposed = told.exposure == Some(true);
    let position = on.known.exposure_position();
    let position = position
        .handed_over()
        .filter(|_| exposed && position.stands());
    let document = HandoverDocument {
        needs: told.needs.clone(),
        strengths: told.strengths.clone(),
        challenges: told.challenges.clone(),
        exposure: position.unwrap_or(ExposurePosition::NotTold),
    };
    let body = Body::HandoverSent(HandoverSent {
        handover: asked.handover.clone(),
        receiver: asked.receiver,
        unit: asked.unit.clone(),
        text: String::new(),
        document: Some(document),
        transition: asked.transition.cloned(),
    });
    // Whoever is not told the cause is told of the development alone.
    let category = if exposed {
        Category::ChildHealth
    } else {
        Category::ChildDevelopment
    };
    let entry = hand
        .write(category, body)
        .about_topic(Topic::about("handover", asked.handover.as_str()));
    let basis = grounded(on.whole, (asked.unit, &entry.envelope), &told.ground, hand)?;
    let mut entries = vec![entry.on(basis.clone()).sent_to([asked.unit.clone()])];
    if !exposed {
        return Ok(entries);
    }
    let goes = along(
        (on.known, on.readable),
        (true, &told.ground),
        asked.unit,
        hand,
    );
    if !goes.is_empty() {
        let body = Body::Disclosed(Disclosed {
            entries: goes,
            to: asked.unit.clone(),
            reason: "overlevering af barnet".to_owned(),
            tell: told.tell && told.ground != Ground::Consent,
        });
        let disclosed = hand.write(Category::Coordination, body).on(basis);
        entries.push(disclosed.sent_to([asked.unit.clone()]));
    }
    Ok(entries)
}

/// A child that comes to new surroundings, as told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onward {
    /// As what it is received.
    pub receiver: Receiver,
    /// Where.
    pub unit: UnitId,
    /// Which transition, and the agreement's steps for it.
    pub transition: Transition,
    /// What is told.
    pub telling: Telling,
}

/// Hands what is known of a child on to a daycare or a school. The cause goes along on a consent to it alone, whatever the
/// rest rests on (practice A18).
pub fn hand_on(
    on: Known<'_>,
    told: &Onward,
    hand: &Hand,
    handover: &RefId,
) -> Result<Vec<NewEntry>, Refusal> {
    open(on.known)?;
    if on.known.kind != Some(PathwayKind::Child) {
        return Err(Refusal::NotNow(NotNow::NotAChild));
    }
    let mut check = Check::default();
    let kind = on.world.directory.unit(&told.unit).map(|unit| unit.kind);
    let surroundings = matches!(told.receiver, Receiver::Daycare | Receiver::School);
    check.require(surroundings, "receiver", Problem::NotChosen);
    check.require(kind == Some(UnitKind::Daycare), "unit", Problem::NoSuchUnit);
    check.require(told.unit != hand.author.unit, "unit", Problem::OwnUnit);
    check_telling(&mut check, on.known, &told.telling);
    let cause = told.telling.exposure == Some(true);
    let by_law = told.telling.ground != Ground::Consent;
    check.require(!(cause && by_law), "exposure", Problem::CauseNeedsYes);
    check.done()?;
    let asked = Asked {
        receiver: told.receiver,
        unit: &told.unit,
        handover,
        transition: Some(&told.transition),
    };
    sent(on, &told.telling, asked, hand)
}
