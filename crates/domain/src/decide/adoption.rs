// SPDX-License-Identifier: EUPL-1.2
//! A child is adopted: what joins it to those it was born to is sealed for everybody, from both sides (practice B16). What is
//! known of exposure before birth stays: that knowledge is the child's, whoever brings it up (row S0-013).

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a few kinds of entry among all"
)]

use super::child::{check_custody, state_custody};
use super::moving::registers;
use super::{Hand, open};
use crate::body::{
    AdoptionSealed, Body, Capacity, ConsentScope, CustodyState, CustodyStated, PathwayKind,
};
use crate::category::Category;
use crate::entry::{Entry, NewEntry};
use crate::id::{EntryId, PathwayId, RefId};
use crate::org::Unit;
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};
use jiff::civil::Date;

/// An adoption as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adoption {
    /// From which day.
    pub on: Date,
    /// Who has custody from then on.
    pub custody: CustodyStated,
}

/// Seals the child's journal: the way to its family, who had custody, and what they said yes and no to. With the new
/// custody after it.
pub fn seal(
    (known, whole, entries): (&Pathway, &Pathway, &[Entry]),
    told: &Adoption,
    (own, hand): (&Unit, &Hand),
) -> Result<Vec<NewEntry>, Refusal> {
    open(known)?;
    if known.kind != Some(PathwayKind::Child) {
        return Err(Refusal::NotNow(NotNow::NotAChild));
    }
    if !registers(known, own) {
        return Err(Refusal::NotNow(NotNow::ForTheAuthority));
    }
    // What is left of a placement is those the child was born to, and is sealed with them.
    if known.placements.current().is_some() {
        return Err(Refusal::NotNow(NotNow::PlacedAlready));
    }
    let mut check = Check::default();
    check.require(told.on <= hand.today(), "on", Problem::InTheFuture);
    let settled = told.custody.custody != CustodyState::Unresolved;
    check.require(settled, "custody", Problem::NotChosen);
    check_custody(&mut check, Some(&told.custody));
    check.done()?;
    let theirs = of_holders(entries);
    let sealed = closing(
        entries,
        told.on,
        |body| is_of_the_family(body, &theirs),
        hand,
    );
    let mut made = vec![sealed];
    made.extend(state_custody((known, whole), entries, &told.custody, hand)?);
    Ok(made)
}

/// Seals the way to the child in a journal of those it was born to.
pub fn seal_kin(entries: &[Entry], child: &PathwayId, on: Date, hand: &Hand) -> NewEntry {
    let leads = |body: &Body| matches!(body, Body::LinkedWith(link) if &link.other == child);
    closing(entries, on, leads, hand)
}

fn closing(
    entries: &[Entry],
    on: Date,
    is_closed: impl Fn(&Body) -> bool,
    hand: &Hand,
) -> NewEntry {
    let theirs = entries
        .iter()
        .filter(|entry| entry.written().is_some_and(|w| is_closed(&w.body)));
    let entries: Vec<EntryId> = theirs.map(|entry| entry.id.clone()).collect();
    let body = Body::AdoptionSealed(AdoptionSealed { on, entries });
    hand.write(Category::FamilyNetwork, body)
}

/// Whether an entry tells who the child was born to, what they decided for it, or who else they have.
fn is_of_the_family(body: &Body, theirs: &[&RefId]) -> bool {
    let consent = match body {
        Body::LinkedWith(_)
        | Body::CustodyStated(_)
        | Body::ChildPlaced(_)
        | Body::ParentsSupportOffered(_) => return true,
        Body::TeamMemberJoined(member) => return !member.relation.is_empty(),
        Body::AdviceRequested(asked) => return !asked.yes.is_empty(),
        Body::ConsentExtended(b) => &b.reference,
        Body::ConsentWithdrawn(b) => &b.reference,
        body => match said(body) {
            Some((reference, _)) => reference,
            None => return false,
        },
    };
    theirs.contains(&consent)
}

/// The consents that somebody with custody answered.
fn of_holders(entries: &[Entry]) -> Vec<&RefId> {
    let answers = entries
        .iter()
        .filter_map(|entry| said(&entry.written()?.body));
    let holders = answers.filter(|(_, scope)| scope.giver.capacity == Capacity::CustodyHolder);
    holders.map(|(reference, _)| reference).collect()
}

/// An answer to a question of consent: which, and what it covers.
fn said(body: &Body) -> Option<(&RefId, &ConsentScope)> {
    match body {
        Body::ConsentGiven(b) => Some((&b.reference, &b.scope)),
        Body::ConsentRefused(b) => Some((&b.reference, &b.scope)),
        Body::ConsentNotPossible(b) => Some((&b.reference, &b.scope)),
        _ => None,
    }
}
