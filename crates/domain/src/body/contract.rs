// SPDX-License-Identifier: EUPL-1.2
//! Bodies: the voluntary contract on detention in treatment (rows S2-036, S4-063; practice B20), and leaving a residential
//! place. That a contract stands here authorises nothing: a detention is the decision of the leader of the institution.

use crate::id::RefId;
use crate::org::coded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

coded! {
    /// The law a contract is made under. One for alcohol, another for drugs.
    ContractLaw {
        /// Sundhedsloven §§ 141 b–141 f: alcohol.
        Alcohol = "sul-141b",
        /// Lov om tilbageholdelse af stofmisbrugere i behandling § 1: drugs.
        Drugs = "stof-1",
    }
}

coded! {
    /// What she says when it has been explained.
    ContractAnswer {
        /// She wants one.
        Yes = "yes",
        /// She does not. That is an answer, and counts against nobody.
        No = "no",
        /// She wants time to think.
        Thinking = "thinking",
    }
}

coded! {
    /// How a contract ended before its time.
    ContractEnding {
        /// She ended it.
        ByHer = "by-her",
        /// The treatment ended.
        TreatmentEnded = "treatment-ended",
    }
}

/// The contract was explained in words she understands, and offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractOffered {
    /// Reference.
    pub reference: RefId,
    /// Her request for treatment.
    pub request: RefId,
    /// Under which law.
    pub law: ContractLaw,
    /// What she said.
    pub answer: ContractAnswer,
    /// The day she is asked again, when she thinks it over.
    pub again: Option<Date>,
    /// In words.
    pub note: String,
}

/// She has signed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractSigned {
    /// Which.
    pub reference: RefId,
    /// The day she signed.
    pub on: Date,
    /// The last day it counts; none is until the birth.
    pub until: Option<Date>,
}

/// It ended before its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractEnded {
    /// Which.
    pub reference: RefId,
    /// How.
    pub ended: ContractEnding,
    /// In words, when there is something to say.
    pub note: String,
}

coded! {
    /// What must be in place when she comes home from a residential place (row S4-059).
    HomeMatter {
        /// Where she is to live.
        Housing = "housing",
        /// What she is to live on.
        Economy = "economy",
        /// Whom she has around her.
        Network = "network",
    }
}

/// She is to leave a residential place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DischargePlanned {
    /// From where.
    pub place: String,
    /// The day.
    pub on: Date,
    /// What is not in place.
    pub unsettled: Vec<HomeMatter>,
    /// What is done about it, or why she leaves all the same.
    pub reason: String,
}
