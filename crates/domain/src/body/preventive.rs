// SPDX-License-Identifier: EUPL-1.2
//! Bodies: the preventive meeting of the municipal circle (*SSD-møde*: school, social services, health visitors, daycare).
//!
//! The law lets those few tell each other what is needed about one child at **one** meeting, and at one more in special
//! cases, without a consent (SEL § 49 a; facts row 29). It opens nothing: what is told there is named, entry by entry.

use crate::id::{RefId, UnitId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The circle is called together about a child. The paragraph stands in the envelope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreventiveMeetingCalled {
    /// Reference.
    pub reference: RefId,
    /// The day it is held.
    pub on: Date,
    /// The other units on it.
    pub units: Vec<UnitId>,
    /// Why it is necessary for early or preventive work.
    pub why: String,
    /// What makes the case special, when it is the second meeting.
    pub again: Option<String>,
}
