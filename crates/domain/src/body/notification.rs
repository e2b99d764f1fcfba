// SPDX-License-Identifier: EUPL-1.2
//! Bodies: notification (B) – sent, received, assessed within 24 hours, acknowledged, its outcome. A notification is
//! never declined (practice A7).

use crate::id::{MunicipalityCode, RefId, UnitId};
use crate::org::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// Whether she knows that the notification is written.
    Told {
        /// Yes.
        Yes = "yes",
        /// No, with a reason.
        No = "no",
        /// Not asked: abuse by a parent is the concern.
        NotAsked = "not-asked",
    }
}

coded! {
    /// Who notifies: decides what the receipt may say later (BL §§ 133, 135).
    NotifierKind {
        /// A professional with the heightened duty.
        Professional = "professional",
        /// Anybody else; volunteers too.
        Private = "private",
    }
}

/// A notification as it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationSent {
    /// Its reference.
    pub reference: RefId,
    /// The family authority it goes to. There is always one.
    pub to: UnitId,
    /// The emergency duty that was alerted, outside opening hours.
    pub emergency: Option<UnitId>,
    /// What is notified, in the writer's words.
    pub text: String,
    /// Whether she knows.
    pub told: Told,
    /// How she took it, or why she was not told.
    pub told_note: String,
    /// Whether the child is unborn.
    pub unborn: bool,
    /// Who notifies.
    pub notifier: NotifierKind,
}

/// The authority has it: the clock of 24 hours runs from here, by the writing time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationReceived {
    /// Reference.
    pub reference: RefId,
    /// The unit that has it.
    pub unit: UnitId,
    /// Whether the child is unborn.
    pub unborn: bool,
    /// Who notified.
    pub notifier: NotifierKind,
    /// Whether the one who notified knows that a measure runs. What the authority itself has started is not told here, where
    /// the notifier reads it: see [`Pathway::measure_ran`](crate::pathway::Pathway::measure_ran).
    pub active_measure: bool,
}

/// The acute assessment: is there an acute need, yes or no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessedAcutely {
    /// Reference.
    pub reference: RefId,
    /// Whether help is needed at once.
    pub acute: bool,
    /// The assessment in words.
    pub conclusion: String,
}

/// The receipt has been sent to the notifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationAcknowledged {
    /// Reference.
    pub reference: RefId,
    /// The letter as it was sent.
    pub letter: String,
}

/// Sent on to the municipality that acts; the clock of 24 hours runs on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationForwarded {
    /// Reference.
    pub reference: RefId,
    /// The unit it was sent to.
    pub to: UnitId,
    /// Its municipality.
    pub municipality: Option<MunicipalityCode>,
    /// Why.
    pub reason: String,
}

coded! {
    /// The three outcomes of the screening (BL § 18, § 24 for expecting parents).
    ScreeningOutcome {
        /// No further exploration is needed.
        None = "none",
        /// Exploration (afdækning) of one or more matters.
        Exploration = "exploration",
        /// A full examination (undersøgelse).
        Examination = "examination",
    }
}

/// What the notification led to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationOutcome {
    /// Reference.
    pub reference: RefId,
    /// Which of the three.
    pub outcome: ScreeningOutcome,
    /// The reasons.
    pub reason: String,
}

/// The notifying professional has been told whether something started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotifierInformed {
    /// Reference.
    pub reference: RefId,
    /// Whether something started.
    pub started: bool,
    /// What was said.
    pub text: String,
}

/// A second person, who has not handled the case, has assessed it anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondOpinionGiven {
    /// Reference.
    pub reference: RefId,
    /// The assessment.
    pub conclusion: String,
}

/// Whether the coming child and the family may need special help (row S0-014).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildsNeedAssessed {
    /// The assessment in words.
    pub conclusion: String,
}

coded! {
    /// On what ground the adult authority is told (practice A4): never as part of the child's notification.
    AdultBasis {
        /// She said yes.
        Consent = "consent",
        /// Written, concrete reason under SUL § 43 stk. 2 or FVL § 28; she is told afterwards.
        Statute = "statute",
    }
}

/// The adult authority is told of her own need of support; no copy of the child's notification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdultAuthorityInformed {
    /// The unit that is told.
    pub to: UnitId,
    /// Ground.
    pub basis: AdultBasis,
    /// The concrete reason.
    pub reason: String,
    /// What is told.
    pub text: String,
}
