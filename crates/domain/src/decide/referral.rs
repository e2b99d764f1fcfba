// SPDX-License-Identifier: EUPL-1.2
//! Referrals after they were considered: sent later on her yes, accepted and distributed, declined with a reason.

use super::{Hand, World, her_yes, open};
use crate::body::{
    Assignee, Body, HerAnswer, ReferralAccepted, ReferralCompleted, ReferralConsidered,
    ReferralDeclined, ReferralFollowedUp, ReferralSent, ReferralTarget,
};
use crate::category::Category;
use crate::entry::{NewEntry, Topic};
use crate::id::MunicipalityCode;
use crate::org::UnitKind;
use crate::pathway::{Pathway, Referral, ReferralState};
use crate::refusal::{Check, NotNow, Problem, Refusal};

/// The kind of information a referral is.
pub fn category(target: ReferralTarget) -> Category {
    match target {
        ReferralTarget::FamilyClinic => Category::PregnancyBirth,
        ReferralTarget::Alcohol | ReferralTarget::Drugs => Category::SubstanceUse,
    }
}

/// The kind of unit a target is.
pub fn unit_kind(target: ReferralTarget) -> UnitKind {
    match target {
        ReferralTarget::FamilyClinic => UnitKind::FamilyClinic,
        ReferralTarget::Alcohol => UnitKind::AlcoholTreatment,
        ReferralTarget::Drugs => UnitKind::DrugTreatment,
    }
}

/// What the sender or the receiver does with a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// She has been asked now.
    Ask {
        /// Her answer.
        answer: HerAnswer,
        /// The municipality, for finding the receiver.
        municipality: Option<MunicipalityCode>,
        /// Its region today.
        region: String,
        /// What the receiver needs to know.
        text: String,
    },
    /// Taken on by these.
    Accept {
        /// Who.
        assignees: Vec<Assignee>,
        /// A word to the sender.
        note: String,
    },
    /// Declined.
    Decline {
        /// Why.
        reason: String,
    },
    /// The sender has acted on a declined one.
    FollowUp {
        /// What was done.
        note: String,
    },
    /// Done.
    Complete {
        /// A word to the sender.
        note: String,
    },
}

/// Decides one step of a referral.
pub fn answer(
    pathway: &Pathway,
    reference: &str,
    answer: &Answer,
    hand: &Hand,
    world: World<'_>,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let referral = pathway
        .referral(reference)
        .ok_or(Refusal::NotNow(NotNow::NoSuchReferral))?;
    check(answer, referral)?;
    if let Answer::Ask {
        answer,
        municipality,
        region,
        text,
    } = answer
    {
        let place = municipality.as_ref().or(pathway.municipality.as_ref());
        let kind = unit_kind(referral.target);
        let to = place.and_then(|m| world.directory.serving(kind, m, region));
        return ask(referral, *answer, to.map(|u| u.id.clone()), text, hand);
    }
    in_order(answer, referral, hand)?;
    let back = !matches!(answer, Answer::FollowUp { .. });
    let sender = referral
        .sent
        .iter()
        .map(|s| s.author.unit.clone())
        .filter(|_| back);
    let entry = body(answer.clone(), referral, hand).map(|body| {
        hand.write(category(referral.target), body)
            .on(her_yes())
            .about_topic(Topic::about("referral", reference))
            .sent_to(sender)
    });
    Ok(entry.into_iter().collect())
}

/// The receiver answers what waits for an answer; the sender follows a declined one up.
fn in_order(answer: &Answer, referral: &Referral, hand: &Hand) -> Result<(), Refusal> {
    let fits = match answer {
        Answer::Accept { .. } | Answer::Decline { .. } => {
            if !sent_to(referral, hand) {
                return Err(Refusal::NotNow(NotNow::NotTheReceiver));
            }
            matches!(referral.state, ReferralState::Sent)
        }
        Answer::FollowUp { .. } => {
            sent_by(referral, hand) && matches!(referral.state, ReferralState::Declined(_, None))
        }
        Answer::Complete { .. } => {
            sent_to(referral, hand) && matches!(referral.state, ReferralState::Accepted(_))
        }
        Answer::Ask { .. } => matches!(referral.state, ReferralState::Considered(_)),
    };
    if fits {
        Ok(())
    } else {
        Err(Refusal::NotNow(NotNow::ReferralNotOpen))
    }
}

fn body(answer: Answer, referral: &Referral, hand: &Hand) -> Option<Body> {
    let reference = referral.reference.clone();
    Some(match answer {
        Answer::Accept { assignees, note } => Body::ReferralAccepted(ReferralAccepted {
            reference,
            assignees,
            note,
        }),
        Answer::Decline { reason } => {
            let sent = referral.sent.as_ref();
            let sender = sent.map_or_else(|| hand.author.unit.clone(), |s| s.author.unit.clone());
            Body::ReferralDeclined(ReferralDeclined {
                reference,
                sender,
                reason,
            })
        }
        Answer::FollowUp { note } => {
            Body::ReferralFollowedUp(ReferralFollowedUp { reference, note })
        }
        Answer::Complete { note } => Body::ReferralCompleted(ReferralCompleted { reference, note }),
        Answer::Ask { .. } => return None,
    })
}

fn ask(
    referral: &Referral,
    answer: HerAnswer,
    to: Option<crate::id::UnitId>,
    text: &str,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let considering = matches!(
        &referral.state,
        ReferralState::Considered(considered) if considered.author.unit == hand.author.unit
    );
    if !considering {
        return Err(Refusal::NotNow(NotNow::ReferralNotOpen));
    }
    let topic = Topic::about("referral", referral.reference.as_str());
    let category = category(referral.target);
    let considered = Body::ReferralConsidered(ReferralConsidered {
        reference: referral.reference.clone(),
        target: referral.target,
        answer,
    });
    let mut entries = vec![hand.write(category, considered).about_topic(topic.clone())];
    if answer.is_yes() {
        let mut check = Check::default();
        check.require(to.is_some(), "municipality", Problem::NoSuchUnit);
        check.done()?;
        let to = to.unwrap_or_else(|| hand.author.unit.clone());
        let sent = Body::ReferralSent(ReferralSent {
            reference: referral.reference.clone(),
            target: referral.target,
            to: to.clone(),
            answer,
            text: text.to_owned(),
        });
        entries.push(
            hand.write(category, sent)
                .on(her_yes())
                .sent_to([to])
                .about_topic(topic),
        );
    }
    Ok(entries)
}

fn check(answer: &Answer, referral: &Referral) -> Result<(), Refusal> {
    let mut check = Check::default();
    match answer {
        Answer::Decline { reason } => check.text(reason, "decline_reason"),
        Answer::Accept { assignees, note } => {
            let clinic = referral.target == ReferralTarget::FamilyClinic;
            check.require(
                !clinic || !assignees.is_empty(),
                "assignees",
                Problem::NotChosen,
            );
            check.length(note, "note");
        }
        Answer::FollowUp { note } => check.text(note, "note"),
        Answer::Complete { note } => check.length(note, "note"),
        Answer::Ask { text, .. } => check.length(text, "text"),
    }
    check.done()
}

fn sent_to(referral: &Referral, hand: &Hand) -> bool {
    referral
        .sent
        .as_ref()
        .is_some_and(|s| s.body.to == hand.author.unit)
}

fn sent_by(referral: &Referral, hand: &Hand) -> bool {
    referral
        .sent
        .as_ref()
        .is_some_and(|s| s.author.unit == hand.author.unit)
}
