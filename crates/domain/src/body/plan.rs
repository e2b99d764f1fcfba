// SPDX-License-Identifier: EUPL-1.2
//! Bodies: the multi-stranded plan (G), its interventions and follow-up.

use super::{Code, Level};
use crate::id::{RefId, UnitId};
use crate::org::coded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

coded! {
    /// Strand of a plan.
    Strand {
        /// Family treatment and support.
        Family = "familie",
        /// Substance-use treatment.
        SubstanceUse = "rusmiddel",
        /// Antenatal care.
        Antenatal = "svangreomsorg",
        /// Psychiatry.
        Psychiatry = "psykiatri",
        /// Support in daily life, housing, economy.
        Social = "social",
        /// Network and civil society.
        Network = "netvaerk",
    }
}

coded! {
    /// Under whose auspices an intervention runs (row S2-005).
    Regime {
        /// Kommunalt regi.
        Municipal = "kommunalt",
        /// Regionalt regi.
        Regional = "regionalt",
        /// Civil society.
        Civil = "civilt",
    }
}

/// One intervention of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intervention {
    /// Reference.
    pub reference: RefId,
    /// Strand.
    pub strand: Strand,
    /// Auspices.
    pub regime: Regime,
    /// Code of the central element it carries out (E16, E17), if one.
    pub element: Option<Code>,
    /// What is done.
    pub what: String,
    /// How much and how often.
    pub intensity: String,
    /// Who starts it (agreement item 4c).
    pub initiator: String,
    /// The unit responsible.
    pub responsible: Option<UnitId>,
    /// The responsible unit or person in words.
    pub responsible_name: String,
    /// First day, planned or actual.
    pub starts: Option<Date>,
    /// Problem groups it meets.
    pub meets: Vec<Code>,
}

/// The plan is made, or made anew: the newest one is the active plan, earlier ones stay readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanMade {
    /// Reference; the same through all versions.
    pub reference: RefId,
    /// Version, from 1.
    pub version: u32,
    /// Which form of effort it carries out.
    pub level: Level,
    /// Goals, in her words where they are hers.
    pub goals: String,
    /// Interventions.
    pub interventions: Vec<Intervention>,
    /// Elements of the form left out, with the reason.
    pub left_out: Vec<ElementLeftOut>,
    /// The day of the next follow-up.
    pub next_follow_up: Option<Date>,
}

/// A central element that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElementLeftOut {
    /// Code of the element.
    pub element: Code,
    /// Why (følg eller forklar).
    pub reason: String,
}

/// An intervention starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterventionStarted {
    /// Which.
    pub intervention: RefId,
    /// Strand.
    pub strand: Strand,
    /// Auspices.
    pub regime: Regime,
}

/// An intervention ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterventionEnded {
    /// Which.
    pub intervention: RefId,
    /// Why.
    pub reason: String,
}

coded! {
    /// What is decided for an intervention at follow-up (E37 and S2-043).
    FollowUpChoice {
        /// Go on.
        Continue = "fortsaet",
        /// Adjust.
        Adjust = "juster",
        /// Deeper assessment.
        Deeper = "uddybende-udredning",
        /// A new effort.
        New = "nyt-tiltag",
        /// End it.
        End = "afslut",
    }
}

/// The choice for one intervention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterventionReview {
    /// Which.
    pub intervention: RefId,
    /// The effect, in words.
    pub effect: String,
    /// The choice.
    pub choice: FollowUpChoice,
}

/// The plan is followed up in three perspectives (E43) and ends in a choice and a next date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanFollowedUp {
    /// The plan.
    pub plan: RefId,
    /// How it is for her.
    pub woman: String,
    /// How it is for the partner, when he has said yes to share it.
    pub partner: Option<String>,
    /// How it is for the coming child.
    pub child: String,
    /// One choice for each running intervention.
    pub reviews: Vec<InterventionReview>,
    /// Next follow-up.
    pub next: Date,
}
