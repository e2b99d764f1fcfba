// SPDX-License-Identifier: EUPL-1.2
//! Network meetings (H), her own words, offers, notes and contacts.

use super::{Hand, happened, open};
use crate::body::{
    Body, Code, ContactLogged, MeetingCalled, MeetingCancelled, MeetingHeld, NoteWritten,
    OfferMade, WishKind, WishRecorded,
};
use crate::category::Category;
use crate::entry::{NewEntry, Topic};
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};
use crate::time::{Occurred, local_date};
use jiff::civil::Date;

/// Calls a meeting. A day before the earliest one that the agreed notice allows asks for a reason; it does not block.
pub fn call(
    pathway: &Pathway,
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
    Ok(vec![
        hand.write(Category::Coordination, Body::MeetingCalled(called.clone()))
            .about_topic(topic),
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
