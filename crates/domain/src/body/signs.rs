// SPDX-License-Identifier: EUPL-1.2
//! Bodies: what somebody sees in a child, again and again over time, and that a child's wellbeing is affected until it is
//! thriving again (rows S0-019–024, S3-027–029).

use super::Code;
use crate::id::RefId;
use crate::org::coded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

coded! {
    /// Is there reason to assume that the child may need special support? (BL § 133 stk. 1 nr. 1).
    Concern {
        /// Yes: the writer has a duty to notify.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

/// What was seen, as it was seen. Read by the writer's own unit until it is sent (practice A17).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignsObserved {
    /// Signs, codes of the catalogue list `signs`; each by itself.
    pub signs: Vec<Code>,
    /// Another sign, in words.
    pub other: String,
    /// Where and when in the day.
    pub setting: String,
    /// What was seen or heard, in the writer's words.
    pub words: String,
    /// The answer to the question of the law.
    pub concern: Concern,
    /// The day to look again.
    pub look_again: Option<Date>,
}

/// Problems in the family begin to affect how the child thrives: support is a duty, whatever the cause (BL § 32, before
/// 2024 SEL § 52).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WellbeingAffected {
    /// Its reference.
    pub reference: RefId,
    /// How it shows.
    pub description: String,
}

coded! {
    /// Whether a child thrives again.
    Thriving {
        /// Yes.
        Yes = "yes",
        /// Partly: the support goes on.
        Partly = "partly",
        /// No.
        No = "no",
    }
}

/// Whether the child is thriving again (tilbage i trivsel).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WellbeingJudged {
    /// What it was affected by.
    pub reference: RefId,
    /// The judgement.
    pub thriving: Thriving,
    /// Why.
    pub reason: String,
}
