// SPDX-License-Identifier: EUPL-1.2
//! Bodies: network meetings (H), her own words, and what she is offered and told.

use super::Code;
use crate::id::{RefId, UnitId};
use crate::org::coded;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A network meeting is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingCalled {
    /// Reference.
    pub reference: RefId,
    /// When it is to be held.
    pub at: Timestamp,
    /// Where; no name of a unit that tells.
    pub place: String,
    /// Why.
    pub purpose: String,
    /// Who is invited, in words.
    pub invited: Vec<String>,
    /// The units among them: each needs her yes to meet with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    /// Why the notice is shorter than the agreement says, when it is.
    pub short_notice: Option<String>,
}

/// One decision of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What.
    pub what: String,
    /// Who.
    pub who: String,
    /// By when.
    pub by: Option<Date>,
}

/// A network meeting is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingHeld {
    /// Reference.
    pub reference: RefId,
    /// Who came.
    pub attended: Vec<String>,
    /// Minutes.
    pub minutes: String,
    /// Decisions.
    pub decisions: Vec<Decision>,
}

/// A network meeting is cancelled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingCancelled {
    /// Reference.
    pub reference: RefId,
    /// Why.
    pub reason: String,
}

/// A unit is taken off a meeting that was called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParticipantRemoved {
    /// Reference of the meeting.
    pub reference: RefId,
    /// Which unit.
    pub unit: UnitId,
}

coded! {
    /// Her own words (E42).
    WishKind {
        /// Ønske.
        Wish = "oenske",
        /// Drøm.
        Dream = "droem",
        /// Beslutning.
        Decision = "beslutning",
        /// She does not want to say.
        NotSaying = "oensker-ikke-at-udtale-sig",
    }
}

/// What she wants, in her own words (row S2-041).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WishRecorded {
    /// Which.
    pub wish: WishKind,
    /// Her words.
    pub words: String,
}

coded! {
    /// Her answer to an offer.
    OfferAnswer {
        /// Yes.
        Yes = "yes",
        /// She did not want it.
        No = "no",
        /// Not yet.
        NotYet = "not-yet",
        /// Not relevant.
        NotRelevant = "not-relevant",
    }
}

/// Something the recommendations ask to be offered, told or considered. The code is the fact's name, for example
/// `reproductive-health-offered`, `partner-invited`, `woman-informed`, `psychiatry-considered`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferMade {
    /// What, a code of the catalogue list `offers`.
    pub offer: Code,
    /// Her answer.
    pub answer: OfferAnswer,
    /// In words.
    pub note: String,
}
