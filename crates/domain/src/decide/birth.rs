// SPDX-License-Identifier: EUPL-1.2
//! Birth, loss and death. A birth opens a journal for each living child, with the child's own exposure and nothing else of
//! the mother's (practice A18); a loss stands in the narrowest category, and everybody else learns only that the pregnancy
//! has ended (practice A16).

mod undo;

pub use undo::{began_a_child, children, is_birth, undo, undo_child};

use super::child::{check_custody, check_exposure};
use super::information::is_loss;
use super::{Hand, World, happened, law, open};
use crate::body::{
    Birth, Body, CheckupsEntitled, ChildBorn, ChildLost, CustodyStated, Died, ExposureDetailed,
    ExposureStated, LinkedWith, LossKind, PathwayClosed, PathwayKind, PathwayOpened,
    PregnancyEnded, PregnancyLost, Relation, ShownToParty, UseRecorded,
};
use crate::category::Category;
use crate::entry::{Basis, Entry, NewEntry, Topic};
use crate::id::{CaseNumber, EntryId, Ids, PathwayId, PersonId, RefId, UnitId};
use crate::journal::Shares;
use crate::org::{Function, Unit, UnitKind};
use crate::pathway::{Noted, Pathway};
use crate::refusal::{Check, NotNow, Problem, Refusal};
use crate::time::Occurred;
use std::collections::BTreeSet;

/// One child, as told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChildTold {
    /// Whether it was born alive.
    pub alive: bool,
    /// Weight in grams, when told.
    pub weight: Option<u32>,
    /// The name of a child that was born dead, when the parents gave one. A living child's stands in its person record.
    pub name: String,
}

/// A birth, as told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BirthTold {
    /// When.
    pub occurred: Occurred,
    /// Gestational age at birth in days, when told.
    pub gestation: Option<u16>,
    /// Each child.
    pub children: Vec<ChildTold>,
    /// The core of the exposure. Not asked where no child lives.
    pub exposure: Option<ExposureStated>,
    /// Who has custody. Not asked where no child lives.
    pub custody: Option<CustodyStated>,
}

/// Ids for the journal of a child that lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newborn {
    /// Its journal.
    pub pathway: PathwayId,
    /// The child.
    pub person: PersonId,
}

/// What a birth writes: in the mother's journal, and in each child's, in the order of the living children.
#[derive(Debug, Clone)]
pub struct Born {
    /// In the mother's journal.
    pub mother: Vec<NewEntry>,
    /// In each child's.
    pub children: Vec<Vec<NewEntry>>,
}

/// A pregnancy with what a decision about its end rests on.
#[derive(Clone, Copy)]
pub struct Pregnancy<'a> {
    /// What the author's unit may read of it, folded.
    pub known: &'a Pathway,
    /// The whole: for the law's own chain, and for whether it has been written already.
    pub whole: &'a Pathway,
    /// All entries.
    pub entries: &'a [Entry],
    /// Who was sent what.
    pub shares: &'a Shares,
    /// Units that may read some of it.
    pub readers: &'a dyn Fn(&EntryId) -> BTreeSet<UnitId>,
}

/// Whether somebody may register a birth: the health functions of the place of birth and the clinic, and the coordinator
/// with those who stand in.
pub fn registers_birth(known: &Pathway, hand: &Hand, world: World<'_>) -> bool {
    let coordinates = known
        .coordinator
        .as_ref()
        .is_some_and(|c| c.body.unit == hand.author.unit);
    coordinates || is_nearest(hand, world)
}

/// Whether somebody is of those who stand nearest when a child is born or lost: the place of birth, the clinic, the doctor.
pub fn is_nearest(hand: &Hand, world: World<'_>) -> bool {
    let function = matches!(
        hand.author.function,
        Function::Midwife | Function::Physician | Function::ClinicSocialWorker
    );
    function && near(world, &hand.author.unit)
}

fn near(world: World<'_>, unit: &UnitId) -> bool {
    world.directory.unit(unit).is_some_and(|unit| {
        matches!(
            unit.kind,
            UnitKind::Midwifery | UnitKind::FamilyClinic | UnitKind::GeneralPractice
        )
    })
}

fn goes_on(whole: &Pathway) -> Result<(), Refusal> {
    open(whole)?;
    if whole.kind != Some(PathwayKind::Pregnancy) {
        return Err(Refusal::NotNow(NotNow::NotAPregnancy));
    }
    if whole.birth.is_some() || whole.lost {
        return Err(Refusal::NotNow(NotNow::AlreadyDone));
    }
    Ok(())
}

/// Registers a birth with at least one living child. `newborn` are ids for each living child.
pub fn register(
    pregnancy: Pregnancy<'_>,
    told: &BirthTold,
    newborn: &[Newborn],
    (hand, world): (&Hand, World<'_>),
    ids: &mut dyn Ids,
) -> Result<Born, Refusal> {
    let Pregnancy { known, whole, .. } = pregnancy;
    goes_on(whole)?;
    if !registers_birth(known, hand, world) {
        return Err(Refusal::NotNow(NotNow::NotTheBirthplace));
    }
    let (exposure, custody) = check(known, told, hand)?;
    let alive = told.children.iter().filter(|child| child.alive);
    let count = alive.clone().count();
    let receivers = Receivers::of(pregnancy, hand, world);
    let mut mother = vec![
        receivers.send(
            hand.write(
                Category::PregnancyBirth,
                Body::Birth(Birth {
                    children: u8::try_from(count).unwrap_or(u8::MAX),
                }),
            )
            .occurred(told.occurred)
            .about_topic(Topic::of("birth")),
        ),
    ];
    mother.extend(newborn.iter().map(|child| {
        let body = LinkedWith {
            other: child.pathway.clone(),
            relation: Relation::Child,
        };
        receivers.send(closed(hand, body))
    }));
    mother.extend(told.children.iter().filter(|c| !c.alive).map(|child| {
        let lost = hand.write(
            Category::AbortionLoss,
            Body::ChildLost(ChildLost {
                name: child.name.clone(),
            }),
        );
        let lost = lost.occurred(told.occurred);
        receivers.near(lost).when_released(hand.release_review())
    }));
    let start = Start {
        pregnancy,
        told,
        exposure,
        custody,
        newborn,
        receivers: &receivers,
        hand,
    };
    let children = alive.zip(newborn);
    Ok(Born {
        mother,
        children: children
            .map(|(child, ids_of)| start.journal(child, ids_of, ids))
            .collect(),
    })
}

fn check<'a>(
    known: &Pathway,
    told: &'a BirthTold,
    hand: &Hand,
) -> Result<(&'a ExposureStated, &'a CustodyStated), Refusal> {
    let mut check = Check::default();
    happened(&mut check, known, hand, told.occurred);
    let number = (1..=9).contains(&told.children.len());
    check.require(number, "children", Problem::NotANumber);
    let lives = told.children.iter().any(|child| child.alive);
    check.require(lives, "children", Problem::NobodyLives);
    let weight = |child: &ChildTold| {
        child
            .weight
            .is_none_or(|grams| (200..=8_000).contains(&grams))
    };
    check.require(
        told.children.iter().all(weight),
        "weight",
        Problem::WeightOutOfRange,
    );
    let week = told
        .gestation
        .is_none_or(|days| (140..=320).contains(&days));
    check.require(week, "gestation", Problem::WeekOutOfRange);
    check_exposure(&mut check, told.exposure.as_ref(), hand);
    check_custody(&mut check, told.custody.as_ref());
    check.done()?;
    let unchosen = |field| {
        let mut check = Check::default();
        check.add(field, Problem::NotChosen);
        check.done()
    };
    match (&told.exposure, &told.custody) {
        (Some(exposure), Some(custody)) => Ok((exposure, custody)),
        (None, _) => unchosen("exposed").and(Err(Refusal::NotNow(NotNow::NotAPregnancy))),
        (_, None) => unchosen("custody").and(Err(Refusal::NotNow(NotNow::NotAPregnancy))),
    }
}

/// What nobody but those it is written for may know: no consent opens it.
pub(super) fn closed(hand: &Hand, body: LinkedWith) -> NewEntry {
    let mut entry = hand.write(Category::Coordination, Body::LinkedWith(body));
    entry.envelope.restricted = true;
    entry
}

/// Who is told of a birth besides its author: those that follow the child in their own right.
struct Receivers {
    /// The family department that was notified about the coming child.
    authority: Option<UnitId>,
    /// The clinic that took her on, when the author is of the health service.
    clinic: Vec<UnitId>,
}

impl Receivers {
    fn of(pregnancy: Pregnancy<'_>, hand: &Hand, world: World<'_>) -> Self {
        // The law's own chain is seen whole: whoever has the notification follows the child.
        let authority = pregnancy.whole.case_holder().cloned();
        let taken = pregnancy.known.referrals.iter().filter(|r| r.is_accepted());
        let sent = taken.filter_map(|referral| Some(referral.sent.as_ref()?.body.to.clone()));
        let clinic = sent.filter(|unit| near(world, unit) && is_nearest(hand, world));
        Self {
            authority,
            clinic: clinic.collect(),
        }
    }

    fn send(&self, entry: NewEntry) -> NewEntry {
        let entry = match &self.authority {
            Some(unit) => entry.also_to(unit.clone(), law("BL § 133")),
            None => entry,
        };
        self.near(entry)
    }

    fn near(&self, entry: NewEntry) -> NewEntry {
        let treats = || law("SUL § 41 stk. 2");
        let clinics = self.clinic.iter();
        clinics.fold(entry, |entry, unit| entry.also_to(unit.clone(), treats()))
    }

    fn all(&self) -> impl Iterator<Item = (&UnitId, Basis)> {
        let authority = self.authority.iter().map(|unit| (unit, law("BL § 133")));
        let clinic = self
            .clinic
            .iter()
            .map(|unit| (unit, law("SUL § 41 stk. 2")));
        authority.chain(clinic)
    }
}

/// The beginning of a child's journal.
struct Start<'a> {
    pregnancy: Pregnancy<'a>,
    told: &'a BirthTold,
    exposure: &'a ExposureStated,
    custody: &'a CustodyStated,
    newborn: &'a [Newborn],
    receivers: &'a Receivers,
    hand: &'a Hand,
}

impl Start<'_> {
    fn journal(&self, child: &ChildTold, own: &Newborn, ids: &mut dyn Ids) -> Vec<NewEntry> {
        let whole = self.pregnancy.whole;
        let known = self.pregnancy.known;
        // Of the child, and of nobody else: her consents do not reach here.
        let hand = Hand {
            about: vec![own.person.clone()],
            ..self.hand.clone()
        };
        let opened = hand.write(
            Category::Coordination,
            Body::PathwayOpened(PathwayOpened {
                pathway: PathwayKind::Child,
                subject: own.person.clone(),
                case_number: CaseNumber::drawn(ids).as_str().to_owned(),
                municipality: known.municipality.clone(),
            }),
        );
        let born = hand.write(
            Category::ChildHealth,
            Body::ChildBorn(ChildBorn {
                weight: child.weight,
                gestation: self.told.gestation,
            }),
        );
        let born = born.occurred(self.told.occurred);
        let exposure = Body::ExposureStated(self.exposure.clone());
        let custody = Body::CustodyStated(self.custody.clone());
        let plain = [
            opened,
            born,
            hand.write(Category::ChildHealth, exposure)
                .about_topic(Topic::of("exposure")),
            hand.write(Category::FamilyNetwork, custody)
                .about_topic(Topic::of("custody")),
        ];
        let mut entries: Vec<NewEntry> = plain.map(|entry| self.receivers.send(entry)).into();
        let mother = whole.id.iter().map(|id| (id, Relation::Mother));
        let others = self.newborn.iter().filter(|other| *other != own);
        let siblings = others.map(|other| (&other.pathway, Relation::Sibling));
        entries.extend(mother.chain(siblings).map(|(other, relation)| {
            let link = LinkedWith {
                other: other.clone(),
                relation,
            };
            self.receivers.send(closed(&hand, link))
        }));
        entries.extend(self.details(&hand));
        entries.extend(self.entitled(&hand));
        entries
    }

    /// That the clinic that took her on offers the child check-ups (row S3-018): for the clinic, and for the author who
    /// knows of it.
    fn entitled(&self, hand: &Hand) -> Option<NewEntry> {
        let clinic = self.receivers.clinic.first()?.clone();
        let body = Body::CheckupsEntitled(CheckupsEntitled { clinic });
        Some(self.receivers.near(hand.write(Category::ChildHealth, body)))
    }

    /// The detail of the exposure as the author's unit knows it, for those who know it already and follow the child in
    /// health or for the authority: nobody learns by a birth what they did not know of her.
    fn details(&self, hand: &Hand) -> Vec<NewEntry> {
        let known = self.pregnancy.known;
        let detail = |used: &Noted<UseRecorded>| {
            let uses = vec![used.body.clone()];
            let body = Body::ExposureDetailed(ExposureDetailed { uses });
            let mut entry = hand.write(Category::SubstanceUse, body);
            entry.envelope.restricted = true;
            let readers = (self.pregnancy.readers)(&used.entry);
            let told = self.receivers.all();
            let told = told.filter(|(unit, _)| readers.contains(*unit));
            told.fold(entry, |entry, (unit, basis)| {
                entry.also_to(unit.clone(), basis)
            })
        };
        known.uses.iter().map(detail).collect()
    }
}

/// How a pregnancy ended without a living child, as told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LossTold {
    /// How.
    pub kind: LossKind,
    /// When.
    pub occurred: Occurred,
    /// What staff need to know.
    pub note: String,
}

/// Registers a loss, a termination or a stillbirth. All that waits for a birth falls silent in the same step; her pathway
/// stays open for the help she gets.
pub fn lose(
    pregnancy: Pregnancy<'_>,
    told: &LossTold,
    (hand, world): (&Hand, World<'_>),
) -> Result<Vec<NewEntry>, Refusal> {
    goes_on(pregnancy.whole)?;
    if !is_nearest(hand, world) {
        return Err(Refusal::NotNow(NotNow::NotTheBirthplace));
    }
    let mut check = Check::default();
    happened(&mut check, pregnancy.known, hand, told.occurred);
    check.length(&told.note, "note");
    check.done()?;
    let review = hand.release_review();
    let receivers = Receivers::of(pregnancy, hand, world);
    let lost = Body::PregnancyLost(PregnancyLost {
        note: told.note.clone(),
        kind: Some(told.kind),
    });
    let lost = receivers.near(
        hand.write(Category::AbortionLoss, lost)
            .occurred(told.occurred)
            .about_topic(Topic::of("birth"))
            .when_released(review),
    );
    // That it has ended is told on the day it is written: the day it happened is the narrow circle's.
    let ended = hand
        .write(
            Category::Coordination,
            Body::PregnancyEnded(PregnancyEnded {}),
        )
        .on(Basis::System)
        .when_released(review);
    Ok(vec![lost, to_all_who_know(pregnancy, ended)])
}

/// Sends an entry to every unit that knows whose pathway it is, each on the ground it knows it on. Who knows only another
/// journal that is joined with this one must not learn of this one by it.
fn to_all_who_know(pregnancy: Pregnancy<'_>, entry: NewEntry) -> NewEntry {
    let own = |opening: &&Entry| Some(&opening.pathway) == pregnancy.whole.id.as_ref();
    let opened = pregnancy.entries.iter().filter(own).filter_map(|opening| {
        let written = opening.written()?;
        matches!(written.body, Body::PathwayOpened(_)).then_some((opening, written))
    });
    let mut entry = entry;
    for (opening, written) in opened {
        entry = entry.also_to(written.envelope.author.unit.clone(), Basis::System);
        let shares = pregnancy.shares.to(&opening.id).iter();
        for share in shares.filter(|share| !pregnancy.whole.has_left(&share.unit)) {
            entry = entry.also_to(share.unit.clone(), share.basis.clone());
        }
    }
    entry
}

/// Whether somebody may register that the person has died: health professionals, the family department and whoever
/// coordinates.
pub fn registers_death(known: &Pathway, hand: &Hand, world: World<'_>) -> bool {
    let unit = world.directory.unit(&hand.author.unit);
    hand.author.function.is_health()
        || unit.is_some_and(Unit::is_child_authority)
        || registers_birth(known, hand, world)
}

/// Registers that the person a pathway is about has died, and ends it: nobody owes the dead anything.
pub fn die(
    pregnancy: Pregnancy<'_>,
    (occurred, note): (Occurred, &str),
    (hand, world): (&Hand, World<'_>),
    reason: &str,
) -> Result<Vec<NewEntry>, Refusal> {
    let whole = pregnancy.whole;
    open(whole)?;
    if !registers_death(pregnancy.known, hand, world) {
        return Err(Refusal::NotNow(NotNow::NotTheBirthplace));
    }
    if whole.died.is_some() {
        return Err(Refusal::NotNow(NotNow::AlreadyDone));
    }
    let mut check = Check::default();
    check.require(occurred.at <= hand.now, "occurred", Problem::InTheFuture);
    check.length(note, "note");
    check.done()?;
    let died = hand.write(
        Category::Health,
        Body::Died(Died {
            note: note.to_owned(),
        }),
    );
    let mut died = died.occurred(occurred);
    died.envelope.restricted = true;
    let closed = PathwayClosed {
        reason: reason.to_owned(),
        few_meetings: None,
    };
    let closed = hand
        .write(Category::Coordination, Body::PathwayClosed(closed))
        .on(Basis::System)
        .about_topic(Topic::of("course"));
    Ok(vec![died, to_all_who_know(pregnancy, closed)])
}

/// The entries of a loss that wait until somebody has decided that her page may speak of it.
pub fn loss_to_show(known: &Pathway, readable: &[&Entry]) -> Vec<EntryId> {
    let waits = readable.iter().filter(|entry| {
        let loss = entry
            .written()
            .is_some_and(|written| is_loss(&written.body));
        loss && !known.shown.contains(&entry.id)
    });
    waits.map(|entry| entry.id.clone()).collect()
}

/// Lets her own page speak of a loss (practice A16). Only those who stand nearest do it, after having talked with her.
pub fn show_loss(
    known: &Pathway,
    readable: &[&Entry],
    (hand, world): (&Hand, World<'_>),
    reference: RefId,
) -> Result<Vec<NewEntry>, Refusal> {
    if !is_nearest(hand, world) {
        return Err(Refusal::NotNow(NotNow::NotTheBirthplace));
    }
    let entries = loss_to_show(known, readable);
    if entries.is_empty() {
        return Err(Refusal::NotNow(NotNow::AlreadyDone));
    }
    let body = Body::ShownToParty(ShownToParty { reference, entries });
    let entry = hand.write(Category::AbortionLoss, body);
    Ok(vec![entry.when_released(hand.release_review())])
}

#[cfg(test)]
mod tests;
