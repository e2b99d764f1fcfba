// SPDX-License-Identifier: EUPL-1.2
//! Passing information on, and asking for it. Each is a decision of who holds it about named entries, on her yes or on a
//! paragraph (practice B17); neither opens anything else.

use super::{Hand, law, on_consent, open};
use crate::body::{
    Body, ContractAnswer, Direction, Disclosed, InformationRequested, KeptFromParty, RequestAnswer,
    RequestAnswered, ShownToParty,
};
use crate::category::Category;
use crate::entry::{Basis, Entry, NewEntry, PartyVisibility, Topic};
use crate::id::{EntryId, RefId, UnitId};
use crate::pathway::Pathway;
use crate::policy::Consents;
use crate::refusal::{Check, NoConsent, NotNow, Problem, Refusal};
use jiff::civil::Date;

/// On what ground information changes hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// A consent that runs and covers it.
    Consent,
    /// A paragraph, as it is cited. Each use is a decision of its own, with its reason.
    Law(String),
}

/// What somebody passes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passing {
    /// To whom.
    pub to: UnitId,
    /// Which entries.
    pub entries: Vec<EntryId>,
    /// On what ground.
    pub ground: Ground,
    /// Why the receiver needs it.
    pub reason: String,
    /// Whether the law asks that she is told.
    pub tell: bool,
}

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// Its reference.
    pub reference: RefId,
    /// Who is asked.
    pub unit: UnitId,
    /// The kinds of information.
    pub categories: Vec<Category>,
    /// What the asker needs to know.
    pub question: String,
    /// On what ground.
    pub ground: Ground,
}

/// Whether an entry tells something of her that can be passed on. What the journal keeps of itself – who may know what, who
/// was told, who looked – never leaves the units it is for; nor does it that she did not want a contract on detention, which
/// counts against nobody (practice B20).
pub fn can_be_passed_on(body: &Body) -> bool {
    !matches!(
        body,
        Body::PathwayOpened(_)
            | Body::PathwayClosed(_)
            | Body::PathwayReopened(_)
            | Body::JoinedWith(_)
            | Body::LinkedWith(_)
            | Body::PregnancyEnded(_)
            | Body::Died(_)
            | Body::HandoverSent(_)
            | Body::PathwayMoved(_)
            // Her use in detail is hers too: those who follow the child in health and for the authority have it, and it
            // goes no further (practice A18).
            | Body::ExposureDetailed(_)
            | Body::ConsentGiven(_)
            | Body::ConsentRefused(_)
            | Body::ConsentNotPossible(_)
            | Body::ConsentExtended(_)
            | Body::ConsentWithdrawn(_)
            | Body::InformationRequested(_)
            | Body::Disclosed(_)
            | Body::ShownToParty(_)
            | Body::KeptFromParty(_)
            | Body::EmergencyOpened(_)
            | Body::EmergencyEnded(_)
            | Body::EmergencyReviewed(_)
            | Body::SupervisionOpened(_)
            | Body::CoordinatorAway(_)
            | Body::CoordinatorBack(_)
            | Body::DutyExplained(_)
            | Body::Annulled(_)
            | Body::MovedHere(_)
            | Body::Erased(_)
    ) && !matches!(body, Body::ContractOffered(b) if b.answer != ContractAnswer::Yes)
}

/// Whether an entry speaks of a loss, or says that the pregnancy has ended.
pub fn is_loss(body: &Body) -> bool {
    matches!(
        body,
        Body::PregnancyLost(_) | Body::PregnancyEnded(_) | Body::ChildLost(_)
    )
}

/// Passes entries on to another unit. `readable` are those the author may read. By law a unit passes on what it wrote
/// itself; on a consent also what it was told, when the consent covers who told it. One disclosure for each consent.
pub fn disclose(
    readable: &[&Entry],
    whole: &Pathway,
    passing: &Passing,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let mut check = Check::default();
    check.require(passing.to != hand.author.unit, "to", Problem::OwnUnit);
    check.require(!passing.entries.is_empty(), "entries", Problem::NotChosen);
    check.length(&passing.reason, "reason");
    if passing.ground != Ground::Consent {
        let reason = !passing.reason.trim().is_empty();
        check.require(reason, "reason", Problem::NeedsReason);
    }
    check.done()?;
    let chosen = passing.entries.iter().map(|id| {
        let found = readable.iter().find(|entry| &entry.id == id);
        let tells = |entry: &&&Entry| entry.written().is_some_and(|w| can_be_passed_on(&w.body));
        found.filter(tells).copied().ok_or(NotNow::NotYourEntry)
    });
    let chosen: Vec<&Entry> = chosen.collect::<Result<_, _>>().map_err(Refusal::NotNow)?;
    let groups = match &passing.ground {
        Ground::Law(paragraph) => {
            let own = |entry: &&Entry| {
                let written = entry.written();
                written.is_some_and(|w| w.envelope.author.unit == hand.author.unit)
            };
            if !chosen.iter().all(own) {
                return Err(Refusal::NotNow(NotNow::NotYourEntry));
            }
            vec![(law(paragraph), passing.entries.clone())]
        }
        Ground::Consent => by_consent(&chosen, whole, passing, hand)?,
    };
    let one = |(basis, entries): (Basis, Vec<EntryId>)| {
        let body = Body::Disclosed(Disclosed {
            entries,
            to: passing.to.clone(),
            reason: passing.reason.clone(),
            tell: passing.tell && passing.ground != Ground::Consent,
        });
        let entry = hand.write(Category::Coordination, body).on(basis);
        entry.sent_to([passing.to.clone()])
    };
    Ok(groups.into_iter().map(one).collect())
}

/// Each entry under the consent that covers it; if one has none, what lacks is named by what the author chose.
fn by_consent(
    chosen: &[&Entry],
    whole: &Pathway,
    passing: &Passing,
    hand: &Hand,
) -> Result<Vec<(Basis, Vec<EntryId>)>, Refusal> {
    let consents = Consents::of(whole);
    let mut groups: Vec<(Basis, Vec<EntryId>)> = Vec::new();
    let mut lacking: Vec<Category> = Vec::new();
    for entry in chosen {
        let Some(written) = entry.written() else {
            return Err(Refusal::NotNow(NotNow::NotYourEntry));
        };
        let envelope = &written.envelope;
        match consents.covering(&passing.to, envelope, hand.now) {
            None if lacking.contains(&envelope.category) => {}
            None => lacking.push(envelope.category),
            Some(found) => {
                let basis = on_consent(&found.reference);
                match groups.iter_mut().find(|(known, _)| known == &basis) {
                    Some((_, entries)) => entries.push(entry.id.clone()),
                    None => groups.push((basis, vec![entry.id.clone()])),
                }
            }
        }
    }
    if lacking.is_empty() {
        Ok(groups)
    } else {
        Err(Refusal::NoConsent(NoConsent {
            direction: Direction::Disclose,
            unit: passing.to.clone(),
            categories: lacking,
        }))
    }
}

/// Asks another unit for information. The question is all it is sent.
pub fn request(
    known: &Pathway,
    whole: &Pathway,
    asking: &Asking,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(known)?;
    let mut check = Check::default();
    check.require(asking.unit != hand.author.unit, "unit", Problem::OwnUnit);
    check.require(
        !asking.categories.is_empty(),
        "categories",
        Problem::NotChosen,
    );
    check.text(&asking.question, "question");
    check.done()?;
    let basis = match &asking.ground {
        Ground::Law(paragraph) => law(paragraph),
        Ground::Consent => {
            let consents = Consents::of(whole);
            let found = consents.fetching(&asking.unit, &asking.categories, hand.now);
            let lacking = || NoConsent {
                direction: Direction::Obtain,
                unit: asking.unit.clone(),
                categories: asking.categories.clone(),
            };
            on_consent(
                &found
                    .ok_or_else(|| Refusal::NoConsent(lacking()))?
                    .reference,
            )
        }
    };
    let body = Body::InformationRequested(InformationRequested {
        reference: asking.reference.clone(),
        unit: asking.unit.clone(),
        categories: asking.categories.clone(),
        question: asking.question.clone(),
    });
    let entry = hand
        .write(Category::Coordination, body)
        .on(basis)
        .sent_to([asking.unit.clone()])
        .about_topic(topic(&asking.reference));
    Ok(vec![entry])
}

/// Answers a request. What is told belongs to the asker's case from then on: it stays when a consent has ended
/// (practice B18).
pub fn answer(
    known: &Pathway,
    entries: &[Entry],
    answered: &RequestAnswered,
    category: Option<Category>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let found = known.request(answered.reference.as_str());
    let to_us = found.filter(|request| request.asked.body.unit == hand.author.unit);
    let request = to_us.ok_or(Refusal::NotNow(NotNow::NoSuchRequest))?;
    if request.answer.is_some() {
        return Err(Refusal::NotNow(NotNow::AlreadyDone));
    }
    let told = answered.answer == RequestAnswer::Told;
    let mut check = Check::default();
    let says = !answered.text.trim().is_empty() || (told && !answered.entries.is_empty());
    check.require(says, "text", Problem::Missing);
    check.length(&answered.text, "text");
    let category = category.filter(|c| request.asked.body.categories.contains(c));
    check.require(category.is_some(), "category", Problem::NotChosen);
    check.require(
        told || answered.entries.is_empty(),
        "entries",
        Problem::NotNeeded,
    );
    check.done()?;
    for id in &answered.entries {
        super::course::own(entries, id, hand)?;
        let found = entries.iter().find(|entry| &entry.id == id);
        let tells = found
            .and_then(Entry::written)
            .map(|w| can_be_passed_on(&w.body));
        if tells != Some(true) {
            return Err(Refusal::NotNow(NotNow::NotYourEntry));
        }
    }
    let asker = request.asked.author.unit.clone();
    let basis = match &request.basis {
        Basis::Law { paragraph } => law(paragraph),
        Basis::Consent { .. } | Basis::OwnRecord | Basis::System => Basis::Consent {
            note: "svar på en anmodning med hendes samtykke".into(),
            consent: None,
        },
    };
    let mut made = Vec::new();
    if !answered.entries.is_empty() {
        let body = Body::Disclosed(Disclosed {
            entries: answered.entries.clone(),
            to: asker.clone(),
            reason: "svar på en anmodning".into(),
            tell: false,
        });
        let entry = hand.write(Category::Coordination, body).on(basis.clone());
        made.push(entry.sent_to([asker.clone()]));
    }
    let category = category.unwrap_or(Category::Coordination);
    let entry = hand.write(category, Body::RequestAnswered(answered.clone()));
    let entry = entry.on(basis).about_topic(topic(&answered.reference));
    made.push(entry.sent_to([asker]));
    Ok(made)
}

/// What the authority decides about what is kept from her page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Showing {
    /// She may see it from now on.
    Now,
    /// It is looked at again on a day; with the reason.
    Later(Date, String),
}

/// The authority that has a notification shows her what came with it, or keeps it longer (practice A9). `readable` are the
/// entries it may read.
pub fn show(
    pathway: &Pathway,
    readable: &[&Entry],
    (reference, showing): (&str, &Showing),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let placement = pathway.placements.placement(reference);
    let reference = match placement {
        Some(placement) if placement.placed.author.unit == hand.author.unit => {
            placement.reference().clone()
        }
        Some(_) => return Err(Refusal::NotNow(NotNow::NotTheReceiver)),
        None => {
            let found = pathway.notification(reference);
            let notification = found.ok_or(Refusal::NotNow(NotNow::NoSuchNotification))?;
            if notification.unit() != Some(&hand.author.unit) {
                return Err(Refusal::NotNow(NotNow::NotTheReceiver));
            }
            notification.reference.clone()
        }
    };
    let body = match showing {
        Showing::Later(review, reason) => {
            let mut check = Check::default();
            check.require(*review > hand.today(), "review", Problem::InThePast);
            check.text(reason, "reason");
            check.done()?;
            Body::KeptFromParty(KeptFromParty {
                reference,
                review: *review,
                reason: reason.clone(),
            })
        }
        Showing::Now => {
            let kept = readable.iter().filter(|entry| {
                // A loss is not the authority's to speak of (practice A16). A placement is shown by a decision of its own,
                // and then that it is, never where.
                let comes_with_it = |w: &&crate::entry::Written| match placement {
                    Some(placement) => entry.id == placement.placed.entry,
                    None => !is_loss(&w.body) && !matches!(w.body, Body::ChildPlaced(_)),
                };
                let kept = entry.written().filter(comes_with_it);
                let visible = kept.map(|w| &w.envelope.visible_to_party_from);
                matches!(visible, Some(PartyVisibility::WhenReleased { .. }))
                    && !pathway.shown.contains(&entry.id)
            });
            let entries: Vec<EntryId> = kept.map(|entry| entry.id.clone()).collect();
            if entries.is_empty() {
                return Err(Refusal::NotNow(NotNow::AlreadyDone));
            }
            Body::ShownToParty(ShownToParty { reference, entries })
        }
    };
    let entry = hand.write(Category::AuthorityDecision, body);
    Ok(vec![entry.when_released(hand.release_review())])
}

fn topic(reference: &RefId) -> Topic {
    Topic::about("request", reference.as_str())
}

#[cfg(test)]
mod tests;
