// SPDX-License-Identifier: EUPL-1.2
//! Decisions: from what somebody wants to do, on the pathway as it stands, to new entries or a refusal in words.
//!
//! Every function is pure. It sees the whole pathway; whether the author takes part in it at all is asked of
//! [`crate::policy::may`] before.

pub mod access;
pub mod adulthood;
pub mod assessment;
pub mod birth;
pub mod child;
pub mod concern;
pub mod consent;
pub mod contract;
pub mod coordinator;
pub mod course;
pub mod information;
pub mod introduce;
pub mod meeting;
pub mod moving;
pub mod notification;
pub mod placement;
pub mod plan;
pub mod referral;
pub mod screening;

use crate::body::{Body, NotificationSent, NotifierKind};
use crate::category::Category;
use crate::directory::Directory;
use crate::entry::{Author, Basis, Envelope, NewEntry, PartyVisibility, Share, Topic};
use crate::id::{ControllerId, PersonId, RefId, UnitId};
use crate::pathway::{Noted, Pathway, ReferralState};
use crate::refusal::{Check, NotNow, Problem, Refusal};
use crate::time::{Occurred, local_date};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Who writes, for whom, when: what every new entry's envelope is made from.
#[derive(Debug, Clone)]
pub struct Hand {
    /// The author as of now.
    pub author: Arc<Author>,
    /// The data controller of the author's unit.
    pub controller: ControllerId,
    /// Whose data it is.
    pub about: Vec<PersonId>,
    /// Now, by the server's clock.
    pub now: Timestamp,
}

/// Days until the authority must look at a notification's delayed visibility again. A proposal: no source gives it.
const RELEASE_REVIEW_DAYS: i64 = 14;

impl Hand {
    /// A new entry of the author's unit about the subject, that happened now.
    pub fn write(&self, category: Category, body: Body) -> NewEntry {
        NewEntry {
            envelope: Envelope {
                occurred: Occurred::at(self.now),
                author: self.author.clone(),
                controller: self.controller.clone(),
                about: self.about.clone(),
                category,
                restricted: category.always_restricted(),
                visible_to_party_from: PartyVisibility::AtOnce,
                basis: Basis::OwnRecord,
                shared_with: Vec::new(),
                topic: None,
                corrects: None,
            },
            body,
        }
    }

    /// Today in Denmark.
    pub fn today(&self) -> Date {
        local_date(self.now)
    }

    /// When the authority must look again at what is kept from her page until it is released.
    pub fn release_review(&self) -> Date {
        self.today().saturating_add(RELEASE_REVIEW_DAYS.days())
    }
}

impl NewEntry {
    /// It happened at another time than now.
    #[must_use]
    pub fn occurred(mut self, occurred: Occurred) -> Self {
        self.envelope.occurred = occurred;
        self
    }

    /// It rests on this.
    #[must_use]
    pub fn on(mut self, basis: Basis) -> Self {
        self.envelope.basis = basis;
        self
    }

    /// It is sent to these units, on its own basis. The author's unit needs no sending.
    #[must_use]
    pub fn sent_to(mut self, units: impl IntoIterator<Item = UnitId>) -> Self {
        for unit in units {
            let known = self.envelope.shared_with.iter().any(|s| s.unit == unit);
            if !known && unit != self.envelope.author.unit {
                self.envelope.shared_with.push(Share {
                    unit,
                    basis: self.envelope.basis.clone(),
                });
            }
        }
        self
    }

    /// It is also sent to a unit on another basis than its own.
    #[must_use]
    pub fn also_to(mut self, unit: UnitId, basis: Basis) -> Self {
        let known = self.envelope.shared_with.iter().any(|s| s.unit == unit);
        if !known && unit != self.envelope.author.unit {
            self.envelope.shared_with.push(Share { unit, basis });
        }
        self
    }

    /// It changes this.
    #[must_use]
    pub fn about_topic(mut self, topic: Topic) -> Self {
        self.envelope.topic = Some(topic);
        self
    }

    /// A party sees it when the authority releases it (practice A9).
    #[must_use]
    pub fn when_released(mut self, review: Date) -> Self {
        self.envelope.visible_to_party_from = PartyVisibility::WhenReleased { review };
        self
    }
}

/// A basis in law.
pub fn law(paragraph: &str) -> Basis {
    Basis::Law {
        paragraph: paragraph.to_owned(),
    }
}

/// What the decisions know of the world outside the journal.
#[derive(Debug, Clone, Copy)]
pub struct World<'a> {
    /// Units as of today.
    pub directory: &'a Directory,
    /// Units that are closed now and the emergency duty that answers for them.
    pub out_of_hours: bool,
}

/// Refuses a step in a pathway that has ended.
pub(crate) fn open(pathway: &Pathway) -> Result<(), Refusal> {
    if pathway.is_closed() {
        Err(Refusal::NotNow(NotNow::PathwayClosed))
    } else {
        Ok(())
    }
}

/// Notes an event's time that has not come yet, or that lies before conception.
pub(crate) fn happened(check: &mut Check, pathway: &Pathway, hand: &Hand, occurred: Occurred) {
    check.require(occurred.at <= hand.now, "occurred", Problem::InTheFuture);
    if let Some(lmp) = pathway.lmp() {
        check.require(
            occurred.date() >= lmp,
            "occurred",
            Problem::BeforeConception,
        );
    }
}

/// Units she said yes to be referred to, and those that referred her: those it makes sense to invite. Nothing is shared
/// with them by that alone; a yes to one referral is no yes to the others' knowing of each other.
pub fn team_by_her_yes(pathway: &Pathway) -> BTreeSet<UnitId> {
    pathway
        .referrals
        .iter()
        .filter(|r| r.answer.is_yes() && !matches!(r.state, ReferralState::Declined(..)))
        .filter_map(|r| r.sent.as_ref())
        .flat_map(|sent| [sent.author.unit.clone(), sent.body.to.clone()])
        .collect()
}

/// Units that must know who coordinates: the authority that has a notification, and the professionals who wrote it – they
/// know already that there is a case, and get a human being to call.
pub(crate) fn knows_of_the_case(pathway: &Pathway) -> BTreeSet<UnitId> {
    let mut units = BTreeSet::new();
    for notification in &pathway.notifications {
        units.extend(notification.unit().cloned());
        let professional =
            |s: &&Noted<NotificationSent>| s.body.notifier == NotifierKind::Professional;
        units.extend(
            notification
                .sent
                .as_ref()
                .filter(professional)
                .map(|s| s.author.unit.clone()),
        );
    }
    units.retain(|unit| !pathway.has_left(unit));
    units
}

/// A consent that must run for the receiver to read on.
pub(crate) fn on_consent(reference: &RefId) -> Basis {
    Basis::Consent {
        note: "hendes samtykke".into(),
        consent: Some(reference.clone()),
    }
}

/// The basis of what she has written herself.
pub fn her_word() -> Basis {
    Basis::Consent {
        note: "hun har selv skrevet det".into(),
        consent: None,
    }
}

/// The basis of what goes with a referral.
pub(crate) fn her_yes() -> Basis {
    Basis::Consent {
        note: "hendes ja til henvisningen".into(),
        consent: None,
    }
}
