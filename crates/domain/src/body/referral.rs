// SPDX-License-Identifier: EUPL-1.2
//! Bodies: referral (B) – always on her yes; accepted or declined with a reason that returns to the sender.

use crate::id::{EmploymentId, RefId, UnitId};
use crate::org::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// Where a referral goes (E12).
    ReferralTarget {
        /// Familieambulatorium.
        FamilyClinic = "familieambulatorium",
        /// Rusmiddelbehandling, alcohol.
        Alcohol = "alkohol",
        /// Rusmiddelbehandling, drugs.
        Drugs = "stof",
    }
}

coded! {
    /// Has she said yes? (practice A2)
    HerAnswer {
        /// Yes, in words.
        YesOral = "yes-oral",
        /// Yes, in writing.
        YesWritten = "yes-written",
        /// Not asked yet: becomes the writer's task.
        NotAsked = "not-asked",
        /// No: a valid answer, no breach.
        No = "no",
    }
}

impl HerAnswer {
    /// Whether the referral may be sent.
    pub fn is_yes(self) -> bool {
        matches!(self, Self::YesOral | Self::YesWritten)
    }
}

/// She was asked about a referral, or will be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralConsidered {
    /// Reference.
    pub reference: RefId,
    /// Where to.
    pub target: ReferralTarget,
    /// Her answer.
    pub answer: HerAnswer,
}

/// Sent on her yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralSent {
    /// Reference.
    pub reference: RefId,
    /// Where to.
    pub target: ReferralTarget,
    /// The receiving unit.
    pub to: UnitId,
    /// Her answer, a yes.
    pub answer: HerAnswer,
    /// What the receiver needs to know.
    pub text: String,
}

/// One person a referral was distributed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignee {
    /// The employment.
    pub employment: EmploymentId,
    /// Name on that day.
    pub name: String,
}

/// Accepted and distributed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralAccepted {
    /// Reference.
    pub reference: RefId,
    /// Who takes it on.
    pub assignees: Vec<Assignee>,
    /// A word to the sender.
    pub note: String,
}

/// Declined with a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralDeclined {
    /// Reference.
    pub reference: RefId,
    /// The sending unit, whose task it becomes.
    pub sender: UnitId,
    /// Why.
    pub reason: String,
}

/// The sender has acted on a declined referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralFollowedUp {
    /// Reference.
    pub reference: RefId,
    /// What was done.
    pub note: String,
}

/// Done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralCompleted {
    /// Reference.
    pub reference: RefId,
    /// A word to the sender.
    pub note: String,
}
