// SPDX-License-Identifier: EUPL-1.2
//! Bodies: the multi-stranded plan (G), its interventions and follow-up.

use super::{Code, Level};
use crate::agreement::Payer;
use crate::id::{RefId, UnitId};
use crate::org::coded;
use jiff::civil::{Date, Time};
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
    /// Who pays, what kind it is and when it is every week, as far as that is told.
    #[serde(default, skip_serializing_if = "Arrangement::is_empty")]
    pub arranged: Arrangement,
}

/// What may be told of an intervention beside who does what. None of it delays anything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// Who pays; that it is not settled is an answer (row S4-086).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payer: Option<Payer>,
    /// The kind, a code of the catalogue list `intervention-kinds` (practice B13).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Code>,
    /// A fixed time every week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weekly: Option<WeeklyTime>,
}

impl Arrangement {
    fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}

/// A fixed time every week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeeklyTime {
    /// The day of the week, 1 to 7 from Monday.
    pub day: u8,
    /// When it begins.
    pub from: Time,
    /// When it ends.
    pub to: Time,
}

impl WeeklyTime {
    /// Whether two are at the same time for a while.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.day == other.day && self.from < other.to && other.from < self.to
    }
}

/// A part of the plan that the agreement asks for by name (item 4a, row S2-071).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanSection {
    /// Its name, as the agreement has it.
    pub name: String,
    /// What stands in it.
    pub text: String,
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
    /// What the agreement asks for by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<PlanSection>,
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
