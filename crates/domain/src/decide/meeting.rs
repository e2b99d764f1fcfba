// SPDX-License-Identifier: EUPL-1.2
//! Network meetings (H), her own words, offers, notes and contacts.

mod call;
mod minutes;
mod times;

pub use call::{Agreed, answer, call, cancel, postpone, remove, support};
pub use minutes::{Minutes, hold};
pub use times::{MOST_TIMES, ask, suit};

use super::{Hand, on_consent, open};
use crate::body::{Body, Code, ContactLogged, NoteWritten, OfferMade, WishKind, WishRecorded};
use crate::category::Category;
use crate::entry::NewEntry;
use crate::id::{RefId, UnitId};
use crate::pathway::{Meeting, Pathway};
use crate::policy::Consents;
use crate::refusal::{Check, NotNow, Refusal};

/// A meeting that is neither held nor cancelled.
fn open_meeting<'a>(pathway: &'a Pathway, reference: &RefId) -> Result<&'a Meeting, Refusal> {
    let meeting = pathway.meeting(reference.as_str());
    let open = meeting.filter(|meeting| meeting.is_open());
    open.ok_or(Refusal::NotNow(NotNow::NoSuchMeeting))
}

/// Sends an entry to the units of a meeting that she still lets take part. `whole` is the pathway with every consent.
fn to_willing(entry: NewEntry, units: &[UnitId], whole: &Pathway, hand: &Hand) -> NewEntry {
    let consents = Consents::of(whole);
    let others = units.iter().filter(|unit| **unit != hand.author.unit);
    let willing = others.filter_map(|unit| Some((unit, consents.meeting_with(unit, hand.now)?)));
    willing.fold(entry, |entry, (unit, consent)| {
        entry.also_to(unit.clone(), on_consent(&consent.reference))
    })
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
