// SPDX-License-Identifier: EUPL-1.2
//! A young person who will be of age (scenario A20): the transition to the youth centre or the authority for adults, and the
//! talk before what stands about exposure is shown. From 18 nobody but the young person says yes; nothing is erased.

use super::child::{check_sections, childs, grounded};
use super::information::Ground;
use super::{Hand, World};
use crate::age::Standing;
use crate::body::{
    AdulthoodPrepared, Body, ExposurePosition, HandoverDocument, HandoverSent, Receiver, ToldInTalk,
};
use crate::category::Category;
use crate::entry::{NewEntry, Topic};
use crate::id::{RefId, UnitId};
use crate::org::Unit;
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};

/// What is told when the transition is prepared.
#[derive(Debug, Clone, Default)]
pub struct Transition {
    /// Who takes over.
    pub receivers: Vec<(Receiver, UnitId)>,
    /// What is needed.
    pub needs: String,
    /// Strengths.
    pub strengths: String,
    /// Challenges.
    pub challenges: String,
    /// Where exposure stands: it is always decided (row S0-013).
    pub exposure: Option<ExposurePosition>,
    /// Why nobody takes over, when nobody does.
    pub without: Option<String>,
}

/// Prepares the transition: each receiver is asked, on a consent that runs. Without one it is prepared all the same, with
/// the reason, and somebody is to find one.
pub fn prepare(
    (known, whole): (&Pathway, &Pathway),
    told: &Transition,
    (own, handover): (&Unit, &RefId),
    (hand, world): (&Hand, World<'_>),
) -> Result<Vec<NewEntry>, Refusal> {
    childs(known)?;
    if !own.is_child_authority() {
        return Err(Refusal::NotNow(NotNow::ForTheAuthority));
    }
    let document = checked(known, told, (hand, world))?;
    let prepared = Body::AdulthoodPrepared(AdulthoodPrepared {
        handover: handover.clone(),
        document: document.clone(),
        without: told.without.clone().filter(|_| told.receivers.is_empty()),
    });
    let topic = Topic::about("handover", handover.as_str());
    let mut entries = vec![
        hand.write(Category::ChildHealth, prepared)
            .about_topic(topic),
    ];
    for (receiver, unit) in &told.receivers {
        let sent = hand.write(
            Category::ChildHealth,
            Body::HandoverSent(HandoverSent {
                handover: handover.clone(),
                receiver: *receiver,
                unit: unit.clone(),
                text: String::new(),
                document: Some(document.clone()),
                transition: None,
            }),
        );
        let basis = grounded(whole, (unit, &sent.envelope), &Ground::Consent, hand)?;
        entries.push(sent.on(basis).sent_to([unit.clone()]));
    }
    Ok(entries)
}

fn checked(
    known: &Pathway,
    told: &Transition,
    (hand, world): (&Hand, World<'_>),
) -> Result<HandoverDocument, Refusal> {
    let mut check = Check::default();
    check_sections(&mut check, [&told.needs, &told.strengths, &told.challenges]);
    check.require(told.exposure.is_some(), "exposure", Problem::NotChosen);
    let written = known.exposure_position().handed_over();
    let fits = written.is_none() || told.exposure.is_none() || told.exposure == written;
    check.require(fits, "exposure", Problem::StatedOtherwise);
    for (receiver, unit) in &told.receivers {
        let found = world.directory.unit(unit);
        let right = found.is_some_and(|found| found.kind == receiver.unit_kind())
            && Receiver::FOR_ADULTS.contains(receiver);
        check.require(right, "receivers", Problem::NoSuchUnit);
        check.require(unit != &hand.author.unit, "receivers", Problem::OwnUnit);
    }
    let reason = told.without.as_deref().unwrap_or_default().trim();
    let somebody = !told.receivers.is_empty() || !reason.is_empty();
    check.require(somebody, "without", Problem::NobodyTakesOver);
    check.length(reason, "without");
    check.done()?;
    let exposure = told.exposure.ok_or(Refusal::Invalid(Vec::new()))?;
    Ok(HandoverDocument {
        needs: told.needs.clone(),
        strengths: told.strengths.clone(),
        challenges: told.challenges.clone(),
        exposure,
    })
}

/// Writes that the young person was told in a talk. It opens the core of exposure on the own page, and nothing of the mother.
pub fn tell(known: &Pathway, told: &ToldInTalk, hand: &Hand) -> Result<Vec<NewEntry>, Refusal> {
    childs(known)?;
    if known.standing(hand.now) < Some(Standing::Young) {
        return Err(Refusal::NotNow(NotNow::TooYoung));
    }
    let mut check = Check::default();
    check.require(told.on <= hand.today(), "on", Problem::InTheFuture);
    check.text(&told.by, "by");
    check.done()?;
    let mut entry = hand.write(Category::ChildHealth, Body::ToldInTalk(told.clone()));
    entry.envelope.restricted = true;
    Ok(vec![entry])
}
