// SPDX-License-Identifier: EUPL-1.2
//! Bodies: a child that is placed outside the home (scenario A17) – the placement, the home and its carers, what the carers
//! and each of the parents are offered, how it goes, and how it ends.
//!
//! Where the child lives stands in an entry of its own, so that who is told of the placement is not told the address.

use super::{Code, OfferAnswer};
use crate::id::RefId;
use crate::org::coded;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The child is placed outside the home (row S0-049).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildPlaced {
    /// The placement.
    pub placement: RefId,
    /// Which kind of place, a code of the catalogue list `placement-kinds`.
    pub kind: Code,
    /// The day it was decided.
    pub decided: Date,
    /// First day.
    pub from: Date,
    /// Last day, when one is planned.
    pub until: Option<Date>,
    /// The parents, each of whom is offered support of their own (row S2-053).
    pub parents: Vec<String>,
    /// Why it is another kind than the recommended ones (row S0-053).
    pub deviation: Option<String>,
}

/// Where the child lives now and who cares for it. Never on a page of the family (practice A9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacementHome {
    /// The placement.
    pub placement: RefId,
    /// What the place is called.
    pub place: String,
    /// Its address.
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// Those who care for the child day by day, by name.
    pub carers: Vec<String>,
}

coded! {
    /// How a placement ends.
    PlacementEnding {
        /// The child goes home.
        Home = "home",
        /// It goes on somewhere else, as planned.
        Elsewhere = "elsewhere",
        /// It became too hard (row S0-055).
        BrokeDown = "broke-down",
        /// The young person is of age.
        OfAge = "of-age",
    }
}

/// A placement ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacementEnded {
    /// The placement.
    pub placement: RefId,
    /// How.
    pub how: PlacementEnding,
    /// Last day.
    pub on: Date,
    /// What it came of, in words.
    pub cause: String,
    /// Why a parent was not offered support, when one was not.
    pub without_offer: Option<String>,
}

/// What the authority has decided that the carers need to know from the first day (rows S0-041, S1-005). The mother's own
/// is no part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarersTold {
    /// The placement.
    pub placement: RefId,
    /// Sleep, food and the day as it goes.
    pub needs: String,
    /// What helps.
    pub helps: String,
    /// What sets the child off.
    pub triggers: String,
    /// Medicine.
    pub medicine: String,
    /// Demands and expectations that were agreed to be fitted to the child (row S1-008).
    pub adapted: String,
    /// What lies behind the child's difficulties, when the carers need it for their task (practice A18).
    pub background: String,
    /// Whom to call, also at night.
    pub call: String,
}

coded! {
    /// The three things carers are offered (row S0-055).
    CarersHelp {
        /// Knowledge of what exposure before birth leads to.
        Knowledge = "knowledge",
        /// Support.
        Support = "support",
        /// Tools.
        Tools = "tools",
    }
}

/// Something was offered to the carers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarersOffered {
    /// The placement.
    pub placement: RefId,
    /// What.
    pub what: CarersHelp,
    /// Their answer.
    pub answer: OfferAnswer,
    /// When.
    pub on: Date,
    /// What it is, in words.
    pub content: String,
}

/// One demand the child makes on those who care for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    /// What it takes.
    pub what: String,
    /// Whether the carers meet it today.
    pub met: bool,
}

/// The child's demands against what the carers can do (row S0-054).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarersMatched {
    /// The placement.
    pub placement: RefId,
    /// The demands.
    pub demands: Vec<Demand>,
}

coded! {
    /// What may lie behind a difficulty; several at a time (row S0-052).
    DifficultyCause {
        /// Attachment.
        Attachment = "attachment",
        /// Emotional strain.
        Strain = "strain",
        /// A disorder of functioning that comes of substances.
        Substance = "substance",
        /// It is not settled. That never stands in the way of support.
        Unresolved = "unresolved",
    }
}

/// A difficulty of the child, and what may lie behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DifficultyJudged {
    /// The difficulty.
    pub difficulty: String,
    /// What may lie behind it.
    pub causes: Vec<DifficultyCause>,
    /// What the child is helped with meanwhile.
    pub support: String,
}

coded! {
    /// How likely it is that the placement becomes too hard. A proposal: no source gives a scale.
    BreakdownRisk {
        /// Nothing points to it.
        Low = "low",
        /// Something does.
        Some = "some",
        /// It may happen soon.
        High = "high",
    }
}

/// How likely it is that the placement becomes too hard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BreakdownRiskJudged {
    /// The placement.
    pub placement: RefId,
    /// How likely.
    pub risk: BreakdownRisk,
    /// What it rests on.
    pub reason: String,
    /// The day by which one meets about it, as whoever judges it has decided: no source gives a number.
    pub meet_by: Option<Date>,
}

/// A meeting with the carers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarersMeetingCalled {
    /// The placement.
    pub placement: RefId,
    /// When.
    pub at: Timestamp,
    /// Where.
    pub place: String,
    /// What about.
    pub purpose: String,
}

/// One of the parents was offered support after the placement (row S2-053).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParentsSupportOffered {
    /// The placement.
    pub placement: RefId,
    /// Which of them, by name.
    pub parent: String,
    /// The answer.
    pub answer: OfferAnswer,
    /// When.
    pub on: Date,
    /// What it is.
    pub content: String,
}

/// Whether a placed child's exposure has been recognised and acted on (row S0-050).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExposureConsidered {
    /// Whether exposure is recognised.
    pub recognised: bool,
    /// Whether it is acted on.
    pub acted_on: bool,
    /// What it rests on.
    pub note: String,
}

coded! {
    /// What a carer writes.
    CarerWord {
        /// Something seen day by day.
        Observation = "observation",
        /// Something to know more of.
        NeedsKnowledge = "needs-knowledge",
    }
}

/// A carer's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarerSaid {
    /// Which words they are.
    pub reference: RefId,
    /// What they are.
    pub what: CarerWord,
    /// The words.
    pub words: String,
}
