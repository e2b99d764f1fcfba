// SPDX-License-Identifier: EUPL-1.2
//! Bodies: coordinator and team (C).

use crate::id::{EmploymentId, UnitId};
use crate::org::{UnitKind, coded};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The one coordinator of the pathway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoordinatorAppointed {
    /// The employment appointed.
    pub employment: EmploymentId,
    /// Name on that day; she sees it.
    pub name: String,
    /// The unit.
    pub unit: UnitId,
    /// Telephone to the coordinator.
    pub phone: String,
    /// Why somebody from another actor than the agreement says, when so (følg eller forklar).
    pub deviation: Option<String>,
}

/// What is expected of the coordinator is agreed (agreement item 1b).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpectationsAgreed {
    /// In words.
    pub text: String,
}

coded! {
    /// Why a coordinator leaves.
    LeavingReason {
        /// Another job or task.
        Moved = "moved",
        /// Leave or illness.
        Leave = "leave",
        /// She asked for another.
        HerWish = "her-wish",
        /// The pathway changes unit.
        PathwayMoves = "pathway-moves",
    }
}

/// The coordinator leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoordinatorLeft {
    /// Who leaves.
    pub employment: EmploymentId,
    /// Why.
    pub reason: LeavingReason,
}

/// The coordinator will be away: somebody else is to take the pathway over before the first day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoordinatorAway {
    /// Who.
    pub employment: EmploymentId,
    /// The name on that day.
    pub name: String,
    /// The unit that finds another.
    pub unit: UnitId,
    /// First day away.
    pub from: Date,
    /// Last day away, when it is known.
    pub until: Option<Date>,
}

/// The coordinator is back, or does not go after all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoordinatorBack {
    /// Who.
    pub employment: EmploymentId,
    /// The name on that day.
    pub name: String,
}

/// An actor on the map: a seat, with a contact if there is one. It gives no access.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamMemberJoined {
    /// What kind of actor.
    pub actor: UnitKind,
    /// The unit, when it is one that uses the system.
    pub unit: Option<UnitId>,
    /// Contact person in words.
    pub contact: String,
    /// Telephone.
    pub phone: String,
    /// Who it is to her, of somebody in her own life.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub relation: String,
    /// For whom the person can be a support (row S2-045).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supports: Vec<SupportFor>,
    /// Whether the relation is marked by conflict or a risk of violence: then the person is never called (row S2-045).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub conflict: bool,
    /// Whether she has said yes to the person taking part in meetings; absent when she was not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub her_yes: Option<bool>,
}

impl TeamMemberJoined {
    /// Whether it is somebody in her own life.
    pub fn is_her_own(&self) -> bool {
        matches!(self.actor, UnitKind::Partner | UnitKind::Network)
    }

    /// Whether another entry says anew what this one says. There is one actor of a kind, and any number of people in her
    /// network, each by name.
    pub fn is_replaced_by(&self, other: &Self) -> bool {
        let same = self.actor == other.actor;
        same && (self.actor != UnitKind::Network || self.contact == other.contact)
    }
}

coded! {
    /// For whom somebody of her network can be a support (row S2-045).
    SupportFor {
        /// For her.
        Her = "gravid",
        /// For the child that comes.
        Child = "barn",
        /// For her partner.
        Partner = "partner",
    }
}

/// An actor leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamMemberLeft {
    /// What kind of actor.
    pub actor: UnitKind,
    /// Why.
    pub reason: String,
}
