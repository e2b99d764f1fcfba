// SPDX-License-Identifier: EUPL-1.2
//! Bodies: a family that moves – the move itself, what is known when somebody else takes over, and that another kommune acts.

use crate::id::{MunicipalityCode, RefId, UnitId};
use crate::org::coded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

coded! {
    /// Where a family has moved to, as far as it is known (row S4-030).
    Whereabouts {
        /// To a home in a kommune.
        Home = "bolig",
        /// Nowhere of their own: they stay in a kommune (row S2-021).
        Homeless = "hjemloes",
        /// Nobody knows.
        Unknown = "ukendt",
    }
}

/// The family, or who expects a child, has moved or is going to. Where exactly stands in the person's record, never here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyMoved {
    /// The day.
    pub on: Date,
    /// Where to.
    pub whereabouts: Whereabouts,
    /// The kommune they live or stay in, when it is known.
    pub to: Option<MunicipalityCode>,
    /// What colleagues need to know, in words.
    pub note: String,
}

coded! {
    /// Where the knowledge of a child's exposure stands when somebody takes over (row S0-013).
    ExposurePosition {
        /// It was exposed.
        Known = "known",
        /// It may have been.
        Suspected = "suspected",
        /// It is not settled.
        Unresolved = "unresolved",
        /// Nothing points to it.
        Nothing = "none",
        /// It was decided not to tell the receiver (practice A18).
        NotTold = "not-told",
    }
}

/// What is told at every transition: exactly these three, and where exposure stands (rows S0-013, S0-048, S1-010).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoverDocument {
    /// What is needed.
    pub needs: String,
    /// Strengths.
    pub strengths: String,
    /// Challenges.
    pub challenges: String,
    /// Where exposure stands.
    pub exposure: ExposurePosition,
}

/// Another kommune acts from now on: it has taken the hand-over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathwayMoved {
    /// The hand-over.
    pub handover: RefId,
    /// The unit that had the case.
    pub from: UnitId,
    /// The kommune that acts now.
    pub to: MunicipalityCode,
}
