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
    /// Problem groups it meets; of a child's plan references of the needs it meets.
    pub meets: Vec<Code>,
    /// Who pays, what kind it is and when it is every week, as far as that is told.
    #[serde(default, skip_serializing_if = "Arrangement::is_empty")]
    pub arranged: Arrangement,
    /// What an effort for a child says besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child: Option<ChildEffort>,
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

/// What an effort for a child is for (rows S0-035 to S0-039 and S0-043 to S0-046).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildEffort {
    /// Code of the catalogue list `child-efforts`.
    pub group: Code,
    /// Code of the catalogue list `function-domains`, when it is for one of them.
    pub area: Option<Code>,
    /// Codes of `effort-purposes`: at least one.
    pub purposes: Vec<Code>,
    /// Codes of `effort-targets`.
    pub targets: Vec<Code>,
    /// Codes of `effort-approaches`.
    pub approaches: Vec<Code>,
    /// The form it is given in, such as at home or in a group.
    pub form: String,
    /// What it is known from; empty is not told.
    pub knowledge: String,
    /// The proposal it was made from, when others have advised it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advised: Option<RefId>,
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
    /// What a child's plan says besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child: Option<ChildPlan>,
}

/// What a child's plan rests on, and what of the recommendations it does not follow, with the reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildPlan {
    /// The round of assessment it answers.
    pub round: RefId,
    /// Codes of `child-aims`: to develop functioning, to keep it (row S0-009).
    pub aims: Vec<Code>,
    /// Codes of `framing-approaches` (row S0-047).
    pub framing: Vec<Code>,
    /// What the family needs, or that it needs nothing (row S0-043).
    pub family: String,
    /// Needs no effort meets, with the reason.
    pub deselected: Vec<NeedDeselected>,
    /// Recommendations the plan does not follow, with the reason.
    pub deviations: Vec<PlanDeviation>,
}

/// A need that is not met for now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedDeselected {
    /// Which.
    pub need: RefId,
    /// Why (følg eller forklar).
    pub reason: String,
}

/// A recommendation the plan does not follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanDeviation {
    /// What lacks: a code of `effort-targets` or `effort-approaches`.
    pub lacks: Code,
    /// Why.
    pub reason: String,
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
    /// Whether it has the intended effect, when that was asked (row S0-034).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// Why it goes on as it is although it has not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unchanged: Option<String>,
}

coded! {
    /// Whether an effort has the intended effect.
    Verdict {
        /// It has.
        Intended = "ja",
        /// It has not.
        NotIntended = "nej",
        /// It is too early to say.
        TooEarly = "for-tidligt",
    }
}

coded! {
    /// What an effort without the intended effect gives rise to (E37).
    EffectAction {
        /// Mere uddybende udredning.
        Deeper = "uddybende-udredning",
        /// Justering af indsats.
        Adjust = "justering",
        /// Afprøvning af nye tiltag.
        New = "nye-tiltag",
    }
}

/// One of the three is done, or left out with a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectAnswered {
    /// The effort that does not have the intended effect.
    pub intervention: RefId,
    /// Which of the three.
    pub action: EffectAction,
    /// Whether it is left out.
    pub left_out: bool,
    /// What was done, or why not.
    pub words: String,
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
    /// How it is for the family, in a child's plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// One choice for each running intervention.
    pub reviews: Vec<InterventionReview>,
    /// Next follow-up.
    pub next: Date,
}
