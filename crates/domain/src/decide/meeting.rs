// SPDX-License-Identifier: EUPL-1.2
//! Network meetings (H), her own words, offers, notes and contacts.

mod call;
mod minutes;
mod times;

pub use call::{Agreed, answer, call, cancel, postpone, remove, support};
pub use minutes::{Minutes, hold};
pub use times::{MOST_TIMES, ask, suit};

use super::{Hand, open};
use crate::body::{Body, Code, ContactLogged, NoteWritten, OfferMade, WishKind, WishRecorded};
use crate::category::Category;
use crate::entry::NewEntry;
use crate::pathway::Pathway;
use crate::refusal::{Check, Refusal};

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
