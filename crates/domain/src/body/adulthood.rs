// SPDX-License-Identifier: EUPL-1.2
//! Bodies: a young person who will be of age (scenario A20) – the transition that is prepared, and the talk in which what
//! stands about exposure before birth is told before it is shown.

use super::HandoverDocument;
use crate::id::RefId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The transition to adulthood is prepared. Each receiver is asked in an entry of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdulthoodPrepared {
    /// The hand-over.
    pub handover: RefId,
    /// Needs, strengths, challenges and where exposure stands (rows S0-013, S0-048).
    pub document: HandoverDocument,
    /// Why there is no receiver, when there is none.
    pub without: Option<String>,
}

/// What stands about exposure before birth was told to the young person in a talk (practice A18).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldInTalk {
    /// When.
    pub on: Date,
    /// Who told it.
    pub by: String,
}
