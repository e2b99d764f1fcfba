// SPDX-License-Identifier: EUPL-1.2
//! Network meetings (H), her own words, offers, notes and contacts.

use super::{Hand, happened, on_consent, open};
use crate::body::{
    Body, Code, ContactLogged, Direction, MeetingCalled, MeetingCancelled, MeetingHeld,
    NoteWritten, OfferMade, ParticipantRemoved, WishKind, WishRecorded,
};
use crate::category::Category;
use crate::entry::{NewEntry, Topic};
use crate::pathway::Pathway;
use crate::policy::Consents;
use crate::refusal::{Check, NoConsent, NotNow, Problem, Refusal};
use crate::time::{Occurred, local_date};
use jiff::civil::Date;

/// Calls a meeting. A day before the earliest one that the agreed notice allows asks for a reason; it does not block. A
/// unit other than the author's own is invited on her yes to meet with it, which must run on the day (row S2-039), and
/// reads the invitation as long as it runs. `whole` is the pathway with every consent.
pub fn call(
    (pathway, whole): (&Pathway, &Pathway),
    called: &MeetingCalled,
    earliest: Option<Date>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    check.text(&called.purpose, "purpose");
    check.require(called.at > hand.now, "at", Problem::InThePast);
    let reason = called
        .short_notice
        .as_deref()
        .is_some_and(|r| !r.trim().is_empty());
    let noticed = earliest.is_none_or(|day| local_date(called.at) >= day);
    check.require(noticed || reason, "short_notice", Problem::NeedsReason);
    check.done()?;
    let topic = Topic::about("meeting", called.reference.as_str());
    let mut entry = hand
        .write(Category::Coordination, Body::MeetingCalled(called.clone()))
        .about_topic(topic);
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
    Ok(vec![entry])
}

/// Takes a unit off a meeting that has not been held.
pub fn remove(
    pathway: &Pathway,
    removed: &ParticipantRemoved,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let reference = removed.reference.as_str();
    pathway
        .meeting(reference)
        .filter(|m| m.is_open() && m.units.contains(&removed.unit))
        .ok_or(Refusal::NotNow(NotNow::NoSuchMeeting))?;
    let topic = Topic::about("meeting", reference);
    let body = Body::ParticipantRemoved(removed.clone());
    Ok(vec![
        hand.write(Category::Coordination, body).about_topic(topic),
    ])
}

/// Writes the minutes.
pub fn hold(
    pathway: &Pathway,
    held: &MeetingHeld,
    occurred: Occurred,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let reference = held.reference.as_str();
    pathway
        .meeting(reference)
        .filter(|m| m.is_open())
        .ok_or(Refusal::NotNow(NotNow::NoSuchMeeting))?;
    let mut check = Check::default();
    check.text(&held.minutes, "minutes");
    happened(&mut check, pathway, hand, occurred);
    check.done()?;
    let topic = Topic::about("meeting", reference);
    let entry = hand
        .write(Category::Coordination, Body::MeetingHeld(held.clone()))
        .occurred(occurred);
    Ok(vec![entry.about_topic(topic)])
}

/// Cancels a meeting.
pub fn cancel(
    pathway: &Pathway,
    cancelled: &MeetingCancelled,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let reference = cancelled.reference.as_str();
    pathway
        .meeting(reference)
        .filter(|m| m.is_open())
        .ok_or(Refusal::NotNow(NotNow::NoSuchMeeting))?;
    let mut check = Check::default();
    check.text(&cancelled.reason, "reason");
    check.done()?;
    let topic = Topic::about("meeting", reference);
    let entry = hand.write(
        Category::Coordination,
        Body::MeetingCancelled(cancelled.clone()),
    );
    Ok(vec![entry.about_topic(topic)])
}

/// Her wishes, dreams and decisions in her own words, or that she does not want to say.
pub fn wish(pathway: &Pathway, wish: &WishRecorded, hand: &Hand) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    if wish.wish != WishKind::NotSaying {
        check.text(&wish.words, "words");
    }
    check.done()?;
    Ok(vec![
        hand.write(Category::Social, Body::WishRecorded(wish.clone())),
    ])
}

/// Something the recommendations ask to be offered, told or considered.
pub fn offer(pathway: &Pathway, offer: &OfferMade, hand: &Hand) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    check.length(&offer.note, "note");
    check.done()?;
    Ok(vec![hand.write(
        offer_category(&offer.offer),
        Body::OfferMade(offer.clone()),
    )])
}

/// An offer is as sensitive as what it offers (practice A23).
fn offer_category(code: &Code) -> Category {
    match code.as_str() {
        "reproductive-health-offered" => Category::Health,
        "psychiatry-considered" => Category::Psychiatric,
        "partner-treatment-offered" | "partner-invited" => Category::Partner,
        "network-invited" => Category::FamilyNetwork,
        "treatment-after-birth-offered" => Category::SubstanceUse,
        "child-health-effort-offered" | "child-social-effort-offered" => Category::ChildHealth,
        _ => Category::Coordination,
    }
}

/// A note of the unit's own.
pub fn note(
    pathway: &Pathway,
    text: &str,
    category: Category,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    check.text(text, "text");
    check.done()?;
    Ok(vec![hand.write(
        category,
        Body::NoteWritten(NoteWritten {
            text: text.to_owned(),
        }),
    )])
}

/// Contact with somebody about the pathway (row S3-007).
pub fn contact(
    pathway: &Pathway,
    contact: &ContactLogged,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    check.text(&contact.with, "with");
    check.text(&contact.text, "text");
    check.done()?;
    Ok(vec![hand.write(
        Category::Coordination,
        Body::ContactLogged(contact.clone()),
    )])
}
