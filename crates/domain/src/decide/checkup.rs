// SPDX-License-Identifier: EUPL-1.2
//! A child's check-ups in the health service (scenario A16): offered and placed on the parents' yes, planned, told of, and
//! the family looked for when it is lost. How they end stands in [`super::closing`].

use super::child::{along, childs};
use super::information::Ground;
use super::{Hand, World};
use crate::age::{SCHOOL, birthday};
use crate::body::{
    Body, CheckupOutcome, CheckupTold, CheckupsOfferClosed, CheckupsPlaced, CheckupsPlanned,
    CustodyState, Direction, Disclosed, OfferAnswer, OfferMade, OutreachTried, PlannedCheckup,
};
use crate::category::Category;
use crate::directory::offer::Offer;
use crate::entry::{Basis, Entry, NewEntry, Topic};
use crate::id::{EntryId, Ids, RefId, UnitId};
use crate::org::UnitKind;
use crate::pathway::Pathway;
use crate::refusal::{Check, NoConsent, NotNow, Problem, Refusal};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The offer as the generic list of offers knows it: what the parents answered when it was no.
pub const OFFERED: &str = "child-checkups-offered";

/// What changes a child's check-ups, one after another.
pub fn topic() -> Topic {
    Topic::of("checkups")
}

/// The day until when check-ups run of themselves.
pub fn school_age(pathway: &Pathway) -> Option<Date> {
    Some(birthday(pathway.child.birthday()?, SCHOOL))
}

/// Whether a unit is one children come to for check-ups.
pub fn is_place(kind: UnitKind) -> bool {
    matches!(kind, UnitKind::FamilyClinic | UnitKind::Paediatrics)
}

/// Whether somebody offers check-ups and says where they are: health functions of such a unit. Once they have a place it is
/// theirs, until others have taken over.
pub fn offers(known: &Pathway, hand: &Hand, world: World<'_>) -> bool {
    let unit = world.directory.unit(&hand.author.unit);
    let here = unit.is_some_and(|unit| is_place(unit.kind));
    let elsewhere = known.has_checkups() && !is_here(known, hand);
    hand.author.function.is_health() && here && !elsewhere
}

/// Whether the check-ups are at the author's unit, and run.
pub fn is_here(known: &Pathway, hand: &Hand) -> bool {
    let placed = known.child.checkups.placed.as_ref();
    let here = placed.is_some_and(|placed| placed.body.unit == hand.author.unit);
    here && known.has_checkups()
}

/// What the parents answered, and where the check-ups are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placing {
    /// Whether they have said yes.
    pub yes: bool,
    /// Where.
    pub unit: Option<UnitId>,
    /// The offer of the directory they are a part of.
    pub offer: Option<String>,
    /// What the place, or a colleague, needs to know.
    pub note: String,
    /// The days, when they are planned at once.
    pub days: Vec<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// Why that is not when the child reaches school age.
    pub reason: String,
}

/// What placing is decided on.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// What the author's unit may read, folded.
    pub known: &'a Pathway,
    /// The same, as entries.
    pub readable: &'a [&'a Entry],
    /// The offers there are.
    pub offers: &'a [Offer],
    /// The units.
    pub world: World<'a>,
}

/// Offers check-ups and says where they are, or that the parents have said no; or gives them a new place.
pub fn place(
    on: Place<'_>,
    told: &Placing,
    hand: &Hand,
    ids: &mut dyn Ids,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(on.known)?;
    if !offers(on.known, hand, on.world) {
        return Err(Refusal::NotNow(NotNow::NoCheckups));
    }
    let mut check = Check::default();
    check.length(&told.note, "note");
    if !told.yes {
        let runs = on.known.has_checkups();
        check.require(!runs, "answer", Problem::LastCheckup);
        check.done()?;
        let body = Body::OfferMade(OfferMade {
            offer: OFFERED.to_owned(),
            answer: OfferAnswer::No,
            note: told.note.clone(),
        });
        return Ok(vec![hand.write(Category::ChildHealth, body)]);
    }
    let unit = told
        .unit
        .as_ref()
        .and_then(|id| on.world.directory.unit(id));
    let unit = unit.filter(|unit| is_place(unit.kind));
    check.require(told.unit.is_some(), "unit", Problem::NotChosen);
    check.require(
        told.unit.is_none() || unit.is_some(),
        "unit",
        Problem::NoSuchUnit,
    );
    if let Some(id) = &told.offer {
        let runs = |offer: &&Offer| &offer.id == id && offer.ended.is_none();
        let offer = on.offers.iter().find(runs);
        let fits = offer.is_some_and(|offer| Some(&offer.unit) == told.unit.as_ref());
        check.require(fits, "offer", Problem::NotInUnit);
    }
    let before = &on.known.child.checkups;
    let plans = !told.days.is_empty() || before.plan.is_none();
    if plans {
        check_plan(
            &mut check,
            on.known,
            (&told.days, told.until, &told.reason),
            hand,
        );
    }
    check.done()?;
    let Some(unit) = unit else {
        return Err(Refusal::NotNow(NotNow::NoCheckups));
    };
    let mut entries = placed(on, told, &unit.id, hand)?;
    if let (true, Some(until)) = (plans, told.until) {
        let planned = planned(&told.days, (until, &told.reason), hand, ids);
        let basis = parents_yes();
        entries.push(planned.on(basis).sent_to([unit.id.clone()]));
    }
    Ok(entries)
}

/// The place, and what it must know of the child: nothing is passed on to another unit while it is not settled who decides.
fn placed(
    on: Place<'_>,
    told: &Placing,
    unit: &UnitId,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let body = Body::CheckupsPlaced(CheckupsPlaced {
        unit: unit.clone(),
        offer: told.offer.clone(),
        note: told.note.clone(),
    });
    let entry = hand.write(Category::ChildHealth, body).about_topic(topic());
    if unit == &hand.author.unit {
        return Ok(vec![entry]);
    }
    let custody = on.known.child.custody();
    if custody.is_none_or(|stated| stated.custody == CustodyState::Unresolved) {
        return Err(Refusal::NoConsent(NoConsent {
            direction: Direction::Disclose,
            unit: unit.clone(),
            categories: vec![Category::ChildHealth],
        }));
    }
    let mut goes = along(
        (on.known, on.readable),
        (true, &Ground::Consent),
        unit,
        hand,
    );
    goes.extend(history(on.readable, unit));
    let mut entries = vec![entry.on(parents_yes()).sent_to([unit.clone()])];
    if !goes.is_empty() {
        let body = Body::Disclosed(Disclosed {
            entries: goes,
            to: unit.clone(),
            reason: "hører til barnets opfølgning".to_owned(),
            tell: false,
        });
        let disclosed = hand.write(Category::Coordination, body).on(parents_yes());
        entries.push(disclosed.sent_to([unit.clone()]));
    }
    Ok(entries)
}

/// What a new place must know of the check-ups so far, and who decides for the child.
fn history(readable: &[&Entry], unit: &UnitId) -> Vec<EntryId> {
    let belongs = |body: &Body| {
        matches!(
            body,
            Body::CheckupsEntitled(_)
                | Body::CheckupsPlanned(_)
                | Body::CheckupTold(_)
                | Body::OutreachTried(_)
                | Body::CheckupsOfferClosed(_)
                | Body::CustodyStated(_)
        )
    };
    let lacks = |entry: &&&Entry| {
        entry.written().is_some_and(|written| {
            let shares = &written.envelope.shared_with;
            belongs(&written.body) && !shares.iter().any(|share| &share.unit == unit)
        })
    };
    let all = readable.iter().filter(lacks);
    all.map(|entry| entry.id.clone()).collect()
}

fn parents_yes() -> Basis {
    Basis::Consent {
        note: "forældrenes ja til barnets opfølgning".to_owned(),
        consent: None,
    }
}

/// Notes what is wrong with a plan: days that lie ahead, each once, and an end at school age or with a reason.
fn check_plan(
    check: &mut Check,
    known: &Pathway,
    (days, until, reason): (&[Date], Option<Date>, &str),
    hand: &Hand,
) {
    let today = hand.today();
    check.require(
        days.iter().all(|day| *day >= today),
        "days",
        Problem::InThePast,
    );
    let each: BTreeSet<&Date> = days.iter().collect();
    check.require(each.len() == days.len(), "days", Problem::Twice);
    check.length(reason, "reason");
    let Some(until) = until else {
        check.add("until", Problem::Missing);
        return;
    };
    check.require(until >= today, "until", Problem::InThePast);
    let late = days.iter().any(|day| *day > until);
    check.require(!late, "days", Problem::EndsBeforeItBegins);
    let as_usual = school_age(known).is_none_or(|day| day == until);
    let explained = as_usual || !reason.trim().is_empty();
    check.require(explained, "reason", Problem::NotSchoolAge);
}

fn planned(
    days: &[Date],
    (until, reason): (Date, &str),
    hand: &Hand,
    ids: &mut dyn Ids,
) -> NewEntry {
    let checkups = days.iter().map(|day| PlannedCheckup {
        reference: RefId::new(ids.random()),
        on: *day,
    });
    let reason = Some(reason.trim().to_owned()).filter(|reason| !reason.is_empty());
    let body = Body::CheckupsPlanned(CheckupsPlanned {
        checkups: checkups.collect(),
        until,
        reason,
    });
    hand.write(Category::ChildHealth, body).about_topic(topic())
}

/// Plans further check-ups, or lets them end on another day.
pub fn plan(
    known: &Pathway,
    (days, until, reason): (&[Date], Option<Date>, &str),
    hand: &Hand,
    ids: &mut dyn Ids,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(known)?;
    here(known, hand)?;
    let mut check = Check::default();
    check_plan(&mut check, known, (days, until, reason), hand);
    let before = known.child.checkups.plan.as_ref();
    let same = before.is_some_and(|plan| Some(plan.body.until) == until);
    check.require(!days.is_empty() || !same, "days", Problem::Missing);
    check.done()?;
    let until = until.ok_or(Refusal::NotNow(NotNow::NoCheckups))?;
    Ok(vec![planned(days, (until, reason), hand, ids)])
}

fn here(known: &Pathway, hand: &Hand) -> Result<(), Refusal> {
    if is_here(known, hand) {
        Ok(())
    } else {
        Err(Refusal::NotNow(NotNow::NoCheckups))
    }
}

/// Tells how a check-up went, that it is moved, or that it is taken away.
pub fn tell(known: &Pathway, told: &CheckupTold, hand: &Hand) -> Result<Vec<NewEntry>, Refusal> {
    childs(known)?;
    here(known, hand)?;
    let checkups = &known.child.checkups;
    let Some(checkup) = checkups.open_one(told.checkup.as_str()) else {
        return Err(Refusal::NotNow(NotNow::AlreadyDone));
    };
    let today = hand.today();
    let mut check = Check::default();
    match told.outcome {
        CheckupOutcome::Attended | CheckupOutcome::Missed => {
            check.require(checkup.on <= today, "outcome", Problem::InTheFuture);
        }
        CheckupOutcome::Moved => match told.to {
            None => check.add("to", Problem::Missing),
            Some(to) => check.require(to >= today, "to", Problem::InThePast),
        },
        CheckupOutcome::Removed => {
            // That nothing is wrong with a child is no reason to lose sight of it: the last one needs one (row S0-032).
            let last = checkups.open().len() == 1;
            let explained = !last || !told.note.trim().is_empty();
            check.require(explained, "note", Problem::LastCheckup);
        }
    }
    let why = told.outcome != CheckupOutcome::Missed || told.because.is_some();
    check.require(why, "because", Problem::NotChosen);
    check.length(&told.note, "note");
    check.done()?;
    let told = CheckupTold {
        to: told.to.filter(|_| told.outcome == CheckupOutcome::Moved),
        because: told
            .because
            .filter(|_| told.outcome == CheckupOutcome::Missed),
        ..told.clone()
    };
    let entry = hand.write(Category::ChildHealth, Body::CheckupTold(told));
    Ok(vec![entry.about_topic(topic())])
}

/// Registers an attempt to reach a family that is lost.
pub fn reach_out(
    known: &Pathway,
    tried: &OutreachTried,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(known)?;
    here(known, hand)?;
    if known.child.checkups.lost.is_none() {
        return Err(Refusal::NotNow(NotNow::InTouch));
    }
    let mut check = Check::default();
    check.text(&tried.note, "note");
    check.done()?;
    let entry = hand.write(Category::ChildHealth, Body::OutreachTried(tried.clone()));
    Ok(vec![entry.about_topic(topic())])
}

/// The offer a child's check-ups are a part of is closed: it is told in the child's pathway, where it becomes a task.
pub fn offer_closed(whole: &Pathway, offer: &Offer, hand: &Hand) -> Option<NewEntry> {
    let placed = whole.child.checkups.placed.as_ref()?;
    let part = placed.body.offer.as_deref() == Some(offer.id.as_str());
    let runs = whole.has_checkups() && !whole.is_closed();
    (part && runs).then(|| {
        let body = Body::CheckupsOfferClosed(CheckupsOfferClosed {
            offer: offer.id.clone(),
            name: offer.name.clone(),
        });
        let entry = hand.write(Category::ChildHealth, body).about_topic(topic());
        // Where the offer is led from another unit than the child's place, the place is told.
        entry.also_to(placed.body.unit.clone(), Basis::System)
    })
}

#[cfg(test)]
mod tests;
