// SPDX-License-Identifier: EUPL-1.2
//! Bodies about the journal itself: notes, explanations, disclosure, annulment, erasure.

use crate::id::{EntryId, RefId, UnitId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Why a duty is not done (følg eller forklar). Never possible for law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyExplained {
    /// The rule.
    pub rule: String,
    /// Which instance.
    pub key: String,
    /// The reason.
    pub reason: String,
}

/// A note of the unit's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteWritten {
    /// The text.
    pub text: String,
}

/// Contact between the unit and somebody else (row S3-007).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactLogged {
    /// With whom.
    pub with: String,
    /// What about.
    pub text: String,
}

/// Named entries are sent to a unit, on a basis that stands in the envelope. A decision of the holder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosed {
    /// Which entries.
    pub entries: Vec<EntryId>,
    /// To whom.
    pub to: UnitId,
    /// Why it is necessary.
    pub reason: String,
    /// Whether she is to be told of it: so the law says of some disclosures without her yes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tell: bool,
}

/// What was kept from the party's own page until the authority releases it is shown there from now on (practice A9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownToParty {
    /// The notification that it came with.
    pub reference: RefId,
    /// Which entries.
    pub entries: Vec<EntryId>,
}

/// It is kept from the party longer, with the reason and the day it is looked at again (practice A9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptFromParty {
    /// The notification that it came with.
    pub reference: RefId,
    /// When the authority looks again.
    pub review: Date,
    /// Why it would endanger somebody to show it now.
    pub reason: String,
}

/// An entry is withdrawn as wrong; it stays in the chain and counts no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annulled {
    /// Which.
    pub entry: EntryId,
    /// Why.
    pub reason: String,
    /// Whether it was written about the wrong person: then nobody reads it any more, and a breach is assessed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub wrong_person: bool,
}

/// What stood about the wrong person was moved here, as it was first written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedHere {
    /// The kind of entry that was moved.
    pub kind: String,
    /// Why it was moved.
    pub reason: String,
    /// Who decided.
    pub decided_by: String,
}

/// Bodies are taken away by a decision (retention, rectification, written on the wrong person, sealed adoption).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Which entries.
    pub entries: Vec<EntryId>,
    /// On what ground.
    pub ground: String,
    /// Who decided.
    pub decided_by: String,
}
