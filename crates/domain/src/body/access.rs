// SPDX-License-Identifier: EUPL-1.2
//! Bodies: access of another kind than a unit's own. Nødadgang opens what a unit was not sent, ledelsestilsyn lets a leader
//! read what the own unit wrote. Both are named, dated and end by themselves; what they open is decided at each reading.

use crate::id::{RefId, UnitId};
use crate::org::coded;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

coded! {
    /// What a leader reads the own unit's entries for.
    SupervisionPurpose {
        /// To see that a case is looked after as the law asks.
        Quality = "quality",
        /// A complaint about the unit.
        Complaint = "complaint",
        /// To approve what the unit decides.
        Approval = "approval",
        /// The person who has the case is away.
        Absence = "absence",
    }
}

/// Nødadgang begins. Written in the name of who reads; sent to those who look after the pathway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergencyOpened {
    /// Its reference: the log names it at every reading.
    pub reference: RefId,
    /// Why, in words.
    pub reason: String,
    /// The first instant it no longer opens anything.
    pub until: Timestamp,
    /// The unit that looks at it afterwards, never the reader's own; none when no other unit has a part in the pathway.
    pub reviewer: Option<UnitId>,
}

/// Nødadgang was ended before its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergencyEnded {
    /// Which.
    pub reference: RefId,
}

/// Another unit has looked at a nødadgang.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergencyReviewed {
    /// Which.
    pub reference: RefId,
    /// Whether there was reason for it.
    pub justified: bool,
    /// What was found.
    pub conclusion: String,
    /// Why telling the citizen of it would endanger somebody; none when she is told.
    pub endangers: Option<String>,
}

/// Ledelsestilsyn begins: a leader reads what the own unit wrote here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupervisionOpened {
    /// Its reference: the log names it at every reading.
    pub reference: RefId,
    /// What for.
    pub purpose: SupervisionPurpose,
    /// The first instant it no longer opens anything.
    pub until: Timestamp,
}
