// SPDX-License-Identifier: EUPL-1.2
//! The authority's answer to a notification: acute assessment first, receipt, outcome, word to the notifier. A
//! notification is forwarded but never declined.

use super::{Hand, law, open};
use crate::body::{
    AssessedAcutely, Body, ChildsNeedAssessed, NotificationAcknowledged, NotificationForwarded,
    NotificationOutcome, NotificationReceived, NotifierInformed, NotifierKind, ScreeningOutcome,
    SecondOpinionGiven,
};
use crate::category::Category;
use crate::entry::{NewEntry, Topic};
use crate::id::UnitId;
use crate::org::Unit;
use crate::pathway::{Notification, Pathway};
use crate::refusal::{Check, NotNow, Problem, Refusal};

/// What the authority does with a notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Acute assessment.
    Assess {
        /// Whether help is needed at once.
        acute: bool,
        /// In words.
        conclusion: String,
    },
    /// Receipt to the notifier.
    Acknowledge {
        /// The letter.
        letter: String,
    },
    /// One of three outcomes.
    Settle {
        /// Which.
        outcome: ScreeningOutcome,
        /// Why.
        reason: String,
    },
    /// Word to the notifying professional.
    Inform {
        /// Whether something started.
        started: bool,
        /// What is said.
        text: String,
    },
    /// A second person's assessment.
    SecondOpinion {
        /// In words.
        conclusion: String,
    },
    /// The coming child's need.
    ChildsNeed {
        /// In words.
        conclusion: String,
    },
}

/// Decides an answer of the unit that has the notification.
pub fn answer(
    pathway: &Pathway,
    reference: &str,
    answer: &Answer,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let notification = held(pathway, reference, hand)?;
    // The emergency duty answers for the acute assessment and for nothing after it.
    let assessing = matches!(answer, Answer::Assess { .. });
    if !assessing && notification.unit() != Some(&hand.author.unit) {
        return Err(Refusal::NotNow(NotNow::NotTheReceiver));
    }
    check(answer)?;
    in_order(answer, notification)?;
    let entry = hand
        .write(
            Category::AuthorityDecision,
            body(answer.clone(), notification),
        )
        .on(law("BL § 136"))
        .about_topic(Topic::about("notification", reference))
        .when_released(hand.release_review())
        .sent_to(authority(notification).filter(|_| assessing));
    Ok(vec![match answer {
        Answer::Acknowledge { .. } | Answer::Inform { .. } => to_notifier(notification, entry),
        Answer::Assess { .. }
        | Answer::Settle { .. }
        | Answer::SecondOpinion { .. }
        | Answer::ChildsNeed { .. } => entry,
    }])
}

fn is_private(notification: &Notification) -> bool {
    notification
        .received
        .last()
        .is_some_and(|r| r.body.notifier == NotifierKind::Private)
}

/// What is done is not done again, and the acute assessment comes before the outcome.
fn in_order(answer: &Answer, notification: &Notification) -> Result<(), Refusal> {
    let done = match answer {
        Answer::Assess { .. } => notification.acute.is_some(),
        Answer::Acknowledge { .. } => notification.acknowledged.is_some(),
        Answer::Settle { .. } if notification.acute.is_none() => {
            return Err(Refusal::NotNow(NotNow::AssessFirst));
        }
        Answer::Settle { .. } => notification.outcome.is_some(),
        Answer::Inform { .. } if is_private(notification) => {
            return Err(Refusal::NotNow(NotNow::PrivateNotifier));
        }
        Answer::Inform { .. } if notification.outcome.is_none() => {
            return Err(Refusal::NotNow(NotNow::OutcomeFirst));
        }
        Answer::Inform { .. } | Answer::SecondOpinion { .. } | Answer::ChildsNeed { .. } => false,
    };
    if done {
        Err(Refusal::NotNow(NotNow::AlreadyDone))
    } else {
        Ok(())
    }
}

fn body(answer: Answer, notification: &Notification) -> Body {
    let reference = notification.reference.clone();
    match answer {
        Answer::Assess { acute, conclusion } => Body::AssessedAcutely(AssessedAcutely {
            reference,
            acute,
            conclusion,
        }),
        Answer::Acknowledge { letter } => {
            Body::NotificationAcknowledged(NotificationAcknowledged { reference, letter })
        }
        Answer::Settle { outcome, reason } => Body::NotificationOutcome(NotificationOutcome {
            reference,
            outcome,
            reason,
        }),
        Answer::Inform { started, text } => Body::NotifierInformed(NotifierInformed {
            reference,
            started,
            text,
        }),
        Answer::SecondOpinion { conclusion } => Body::SecondOpinionGiven(SecondOpinionGiven {
            reference,
            conclusion,
        }),
        Answer::ChildsNeed { conclusion } => {
            Body::ChildsNeedAssessed(ChildsNeedAssessed { conclusion })
        }
    }
}

/// Forwards to the family department of another municipality, after the acute assessment; the clock runs on.
pub fn forward(
    pathway: &Pathway,
    reference: &str,
    to: &Unit,
    reason: &str,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let notification = held(pathway, reference, hand)?;
    if notification.unit() != Some(&hand.author.unit) {
        return Err(Refusal::NotNow(NotNow::NotTheReceiver));
    }
    if notification.acute.is_none() {
        return Err(Refusal::NotNow(NotNow::AssessFirst));
    }
    let mut check = Check::default();
    check.text(reason, "forward_reason");
    check.require(to.id != hand.author.unit, "forward_to", Problem::NoSuchUnit);
    check.done()?;
    let last = notification.received.last().map(|r| &r.body);
    let forwarded = Body::NotificationForwarded(NotificationForwarded {
        reference: notification.reference.clone(),
        to: to.id.clone(),
        municipality: to.municipality.clone(),
        reason: reason.to_owned(),
    });
    let received = Body::NotificationReceived(NotificationReceived {
        reference: notification.reference.clone(),
        unit: to.id.clone(),
        unborn: last.is_none_or(|r| r.unborn),
        notifier: last.map_or(NotifierKind::Professional, |r| r.notifier),
        active_measure: false,
    });
    let topic = Topic::about("notification", reference);
    Ok([forwarded, received]
        .map(|body| {
            hand.write(Category::AuthorityDecision, body)
                .on(law("FVL § 7 stk. 2"))
                .sent_to([to.id.clone()])
                .about_topic(topic.clone())
                .when_released(hand.release_review())
        })
        .to_vec())
}

/// The notification, when the author's unit is the one that has it – or the emergency duty that was alerted.
fn held<'a>(
    pathway: &'a Pathway,
    reference: &str,
    hand: &Hand,
) -> Result<&'a Notification, Refusal> {
    let notification = pathway
        .notification(reference)
        .ok_or(Refusal::NotNow(NotNow::NoSuchNotification))?;
    let emergency = notification
        .sent
        .as_ref()
        .and_then(|s| s.body.emergency.as_ref());
    let unit = &hand.author.unit;
    if notification.unit() == Some(unit) || emergency == Some(unit) {
        Ok(notification)
    } else {
        Err(Refusal::NotNow(NotNow::NotTheReceiver))
    }
}

/// The units of the authority that answer for it: the department that has it, and the emergency duty that was alerted.
fn authority(notification: &Notification) -> impl Iterator<Item = UnitId> {
    let emergency = notification
        .sent
        .as_ref()
        .and_then(|s| s.body.emergency.clone());
    notification.unit().cloned().into_iter().chain(emergency)
}

/// What goes back to the notifier's unit.
fn to_notifier(notification: &Notification, entry: NewEntry) -> NewEntry {
    let sender = notification.sent.as_ref().map(|s| s.author.unit.clone());
    entry.sent_to(sender)
}

fn check(answer: &Answer) -> Result<(), Refusal> {
    let mut check = Check::default();
    match answer {
        Answer::Assess { conclusion, .. }
        | Answer::SecondOpinion { conclusion }
        | Answer::ChildsNeed { conclusion } => check.text(conclusion, "conclusion"),
        Answer::Acknowledge { letter } => check.text(letter, "letter"),
        Answer::Settle { reason, .. } => check.text(reason, "outcome_reason"),
        Answer::Inform { text, .. } => check.text(text, "inform_text"),
    }
    check.done()
}
