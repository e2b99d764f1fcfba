// SPDX-License-Identifier: EUPL-1.2
//! Her request for treatment, and the voluntary contract on detention (A06). The contract is offered in words she
//! understands; only her own signature makes one, and only in residential treatment. She ends it when she wants, except
//! while she is held back. For a minor nothing is automatic (practice A15): none is made here.

use super::{Hand, open};
use crate::body::{
    Body, ContractAnswer, ContractEnded, ContractEnding, ContractLaw, ContractOffered,
    ContractSigned, DischargePlanned, StepTaken,
};
use crate::category::Category;
use crate::entry::{NewEntry, Topic};
use crate::id::RefId;
use crate::pathway::{Contract, ContractState, Pathway};
use crate::refusal::{Check, NotNow, Problem, Refusal};
use crate::time::Occurred;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Age at which somebody is no longer a minor, in years.
pub const OF_AGE: i16 = 18;

/// Whether somebody born on a day is a minor on another.
pub fn is_minor(born: Date, today: Date) -> bool {
    use jiff::ToSpan;
    born.saturating_add(i64::from(OF_AGE).years()) > today
}

/// An entry that no consent opens: whether there is a contract is between her and those who treat her.
fn entry(hand: &Hand, reference: &RefId, body: Body) -> NewEntry {
    let topic = Topic::about("contract", reference.as_str());
    let mut entry = hand.write(Category::SubstanceUse, body).about_topic(topic);
    entry.envelope.restricted = true;
    entry
}

/// Registers that she asked for treatment: from that day the time until it starts is counted. A minor is helped under
/// another law, which the rules are told of (practice A15).
pub fn request(
    pathway: &Pathway,
    (reference, substance): (&RefId, &str),
    (on, minor): (Date, bool),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let mut check = Check::default();
    let known = ["alkohol", "stof", "medicin"].contains(&substance);
    check.require(known, "substance", Problem::NotChosen);
    check.require(on <= hand.today(), "on", Problem::InTheFuture);
    check.done()?;
    let mut attributes = BTreeMap::from([
        ("request".to_owned(), reference.as_str().to_owned()),
        ("substance".to_owned(), substance.to_owned()),
    ]);
    if minor {
        attributes.insert("minor".to_owned(), "yes".to_owned());
    }
    let taken = StepTaken {
        step: "treatment-requested".to_owned(),
        attributes,
        note: String::new(),
    };
    super::course::step(pathway, &taken, Occurred::told(on, hand.now), hand)
}

/// The law that fits what she is treated for; none for medicine.
fn law_for(substance: &str) -> Option<ContractLaw> {
    match substance {
        "alkohol" => Some(ContractLaw::Alcohol),
        "stof" => Some(ContractLaw::Drugs),
        _ => None,
    }
}

/// Registers that a contract was explained and offered, and what she said.
pub fn offer(
    pathway: &Pathway,
    offered: &ContractOffered,
    minor: bool,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    not_for(minor)?;
    let requests = pathway.treatment_requests();
    let request = requests.iter().find(|r| r.reference == offered.request);
    let mut check = Check::default();
    check.require(request.is_some(), "request", Problem::UnknownCode);
    let fits = request.is_none_or(|r| law_for(&r.substance) == Some(offered.law));
    check.require(fits, "law", Problem::OtherLaw);
    let thinks = offered.answer == ContractAnswer::Thinking;
    check.require(
        !thinks || offered.again.is_some(),
        "again",
        Problem::Missing,
    );
    let later = offered.again.is_none_or(|day| day > hand.today());
    check.require(later, "again", Problem::InThePast);
    check.length(&offered.note, "note");
    check.done()?;
    let signed = pathway.contract(offered.reference.as_str());
    if signed.is_some_and(|contract| contract.signed.is_some()) {
        return Err(Refusal::NotNow(NotNow::AlreadyDone));
    }
    let body = Body::ContractOffered(offered.clone());
    Ok(vec![entry(hand, &offered.reference, body)])
}

/// Registers that she has signed.
pub fn sign(
    pathway: &Pathway,
    signed: &ContractSigned,
    (by_her, minor): (bool, bool),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    not_for(minor)?;
    let contract = found(pathway, &signed.reference)?;
    if contract.signed.is_some() {
        return Err(Refusal::NotNow(NotNow::AlreadyDone));
    }
    if !pathway.is_residential() {
        return Err(Refusal::NotNow(NotNow::NotResidential));
    }
    let mut check = Check::default();
    check.require(by_her, "by_her", Problem::NotSigned);
    check.require(signed.on <= hand.today(), "on", Problem::InTheFuture);
    let later = signed.until.is_none_or(|until| until >= signed.on);
    check.require(later, "until", Problem::NotLater);
    check.done()?;
    let body = Body::ContractSigned(signed.clone());
    Ok(vec![entry(hand, &signed.reference, body)])
}

/// Registers that it ends before its time: by her, whenever she wants and is not held back.
pub fn end(
    pathway: &Pathway,
    ended: &ContractEnded,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let contract = found(pathway, &ended.reference)?;
    let born = pathway.birth.as_ref().map(Occurred::date);
    if contract.state(hand.today(), born) != ContractState::Running {
        return Err(Refusal::NotNow(NotNow::NoSuchContract));
    }
    if ended.ended == ContractEnding::ByHer && pathway.is_detained() {
        return Err(Refusal::NotNow(NotNow::Detained));
    }
    let mut check = Check::default();
    check.length(&ended.note, "note");
    check.done()?;
    let body = Body::ContractEnded(ended.clone());
    Ok(vec![entry(hand, &ended.reference, body)])
}

/// Registers that the leader of the institution has decided to hold her back. It takes a contract that runs; that it is
/// written here authorises nothing.
pub fn detain(
    pathway: &Pathway,
    (contract, reference): (&RefId, &RefId),
    (on, reason): (Date, &str),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let contract = found(pathway, contract)?;
    let born = pathway.birth.as_ref().map(Occurred::date);
    if contract.state(hand.today(), born) != ContractState::Running {
        return Err(Refusal::NotNow(NotNow::NoSuchContract));
    }
    if pathway.is_detained() {
        return Err(Refusal::NotNow(NotNow::Detained));
    }
    let mut check = Check::default();
    check.text(reason, "reason");
    check.require(on <= hand.today(), "on", Problem::InTheFuture);
    check.done()?;
    let request = contract.last_offer().map(|offer| offer.request.as_str());
    let attributes = BTreeMap::from([
        ("detention".to_owned(), reference.as_str().to_owned()),
        ("request".to_owned(), request.unwrap_or_default().to_owned()),
    ]);
    let taken = StepTaken {
        step: "detention-decided".to_owned(),
        attributes,
        note: reason.trim().to_owned(),
    };
    let mut entries = super::course::step(pathway, &taken, Occurred::told(on, hand.now), hand)?;
    for entry in &mut entries {
        entry.envelope.restricted = true;
    }
    Ok(entries)
}

/// Registers that she is to leave a residential place. What is not in place takes a word of what is done about it.
pub fn discharge(
    pathway: &Pathway,
    planned: &DischargePlanned,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    if !pathway.is_residential() {
        return Err(Refusal::NotNow(NotNow::NotResidential));
    }
    let mut check = Check::default();
    check.text(&planned.place, "place");
    let lacks = !planned.unsettled.is_empty() && planned.reason.trim().is_empty();
    check.require(!lacks, "reason", Problem::NeedsReason);
    check.length(&planned.reason, "reason");
    check.done()?;
    let body = Body::DischargePlanned(planned.clone());
    let topic = Topic::of("discharge");
    Ok(vec![
        hand.write(Category::EconomyHousing, body)
            .about_topic(topic),
    ])
}

fn not_for(minor: bool) -> Result<(), Refusal> {
    if minor {
        return Err(Refusal::NotNow(NotNow::NotForAMinor));
    }
    Ok(())
}

fn found<'a>(pathway: &'a Pathway, reference: &RefId) -> Result<&'a Contract, Refusal> {
    let contract = pathway.contract(reference.as_str());
    contract.ok_or(Refusal::NotNow(NotNow::NoSuchContract))
}

#[cfg(test)]
mod tests;
