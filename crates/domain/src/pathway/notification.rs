// SPDX-License-Identifier: EUPL-1.2
//! A notification through its life. Its steps run beside each other, so each is a fact of its own.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the fold hands over only the kinds of this file"
)]

use super::Noted;
use crate::body::{
    AssessedAcutely, Body, NotificationAcknowledged, NotificationForwarded, NotificationOutcome,
    NotificationReceived, NotificationSent, NotifierInformed, SecondOpinionGiven,
};
use crate::id::{RefId, UnitId};
use crate::journal::Effective;

/// One notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// Its reference.
    pub reference: RefId,
    /// As it was sent; the sender's entry.
    pub sent: Option<Noted<NotificationSent>>,
    /// Each receipt by an authority: the last one has it now.
    pub received: Vec<Noted<NotificationReceived>>,
    /// The acute assessment.
    pub acute: Option<Noted<AssessedAcutely>>,
    /// The receipt to the notifier.
    pub acknowledged: Option<Noted<NotificationAcknowledged>>,
    /// Forwardings.
    pub forwarded: Vec<Noted<NotificationForwarded>>,
    /// The outcome.
    pub outcome: Option<Noted<NotificationOutcome>>,
    /// Word to the notifying professional.
    pub informed: Option<Noted<NotifierInformed>>,
    /// A second person's assessment.
    pub second_opinion: Option<Noted<SecondOpinionGiven>>,
}

impl Notification {
    /// The unit that has it now.
    pub fn unit(&self) -> Option<&UnitId> {
        self.received.last().map(|r| &r.body.unit)
    }

    /// Where it stands, as a code for lists.
    pub fn status(&self) -> &'static str {
        if self.outcome.is_some() {
            "settled"
        } else if self.acute.is_none() {
            "received"
        } else if self.acknowledged.is_none() {
            "assessed"
        } else {
            "acknowledged"
        }
    }

    pub(super) fn apply(all: &mut Vec<Self>, entry: &Effective<'_>) {
        let Some(reference) = reference(entry.body) else {
            return;
        };
        if !all.iter().any(|n| &n.reference == reference) {
            all.push(Self::new(reference.clone()));
        }
        let Some(this) = all.iter_mut().find(|n| &n.reference == reference) else {
            return;
        };
        match entry.body {
            Body::NotificationSent(b) => this.sent = Some(Noted::of(entry, b.clone())),
            Body::NotificationReceived(b) => this.received.push(Noted::of(entry, b.clone())),
            Body::AssessedAcutely(b) => this.acute = Some(Noted::of(entry, b.clone())),
            Body::NotificationAcknowledged(b) => {
                this.acknowledged = Some(Noted::of(entry, b.clone()));
            }
            Body::NotificationForwarded(b) => this.forwarded.push(Noted::of(entry, b.clone())),
            Body::NotificationOutcome(b) => this.outcome = Some(Noted::of(entry, b.clone())),
            Body::NotifierInformed(b) => this.informed = Some(Noted::of(entry, b.clone())),
            Body::SecondOpinionGiven(b) => this.second_opinion = Some(Noted::of(entry, b.clone())),
            _ => {}
        }
    }

    fn new(reference: RefId) -> Self {
        Self {
            reference,
            sent: None,
            received: Vec::new(),
            acute: None,
            acknowledged: None,
            forwarded: Vec::new(),
            outcome: None,
            informed: None,
            second_opinion: None,
        }
    }
}

fn reference(body: &Body) -> Option<&RefId> {
    Some(match body {
        Body::NotificationSent(b) => &b.reference,
        Body::NotificationReceived(b) => &b.reference,
        Body::AssessedAcutely(b) => &b.reference,
        Body::NotificationAcknowledged(b) => &b.reference,
        Body::NotificationForwarded(b) => &b.reference,
        Body::NotificationOutcome(b) => &b.reference,
        Body::NotifierInformed(b) => &b.reference,
        Body::SecondOpinionGiven(b) => &b.reference,
        _ => return None,
    })
}
