// SPDX-License-Identifier: EUPL-1.2
//! Bodies: the hypothesis that a child was exposed before birth – raised, tested, concluded – and that its mother was told of
//! it (row S0-014; practice B14). Where the child stands follows from these and from what was stated; nobody writes it.

use super::Code;
use crate::id::{EntryId, RefId};
use crate::org::coded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Somebody who may raise it holds it possible that the child was exposed, on grounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HypothesisRaised {
    /// Its reference.
    pub reference: RefId,
    /// The signs it rests on: entries the writer may read.
    pub grounds: Vec<EntryId>,
    /// Groups of substances it is about, when something points to one; codes of the catalogue list `substances`.
    pub substances: Vec<Code>,
    /// Why, in the writer's words.
    pub reason: String,
    /// The day by which it is to be tested, as the writer has decided: no source gives one.
    pub test_by: Date,
}

coded! {
    /// How a hypothesis is tested.
    TestKind {
        /// The child's history, asked of its parents: substances and medicine each by itself.
        Anamnesis = "anamnesis",
        /// The record of the pregnancy (svangerjournal).
        PregnancyRecord = "pregnancy-record",
        /// The mother has told it herself.
        MothersWord = "mothers-word",
        /// A doctor's finding.
        MedicalFinding = "medical-finding",
        /// Something else, in words.
        Other = "other",
    }
}

coded! {
    /// What was answered to one question of the history. Not to know is an answer; not to have asked is none.
    HistoryAnswer {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Whoever was asked does not know.
        Unknown = "dont-know",
        /// Nobody has asked.
        NotAsked = "not-asked",
    }
}

coded! {
    /// Which way a test points.
    Points {
        /// Towards exposure.
        Towards = "towards",
        /// Away from it.
        Away = "away",
        /// Neither way.
        Neither = "neither",
    }
}

/// One test of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HypothesisTested {
    /// Which hypothesis.
    pub reference: RefId,
    /// How.
    pub test: TestKind,
    /// Of the history: what was answered about substances.
    pub drugs: Option<HistoryAnswer>,
    /// Of the history: what was answered about medicine.
    pub medicine: Option<HistoryAnswer>,
    /// Which way it points.
    pub points: Points,
    /// What was found, and who said it.
    pub result: String,
}

impl HypothesisTested {
    /// Whether everything it asks has been asked.
    pub fn is_finished(&self) -> bool {
        let asked =
            |answer: Option<HistoryAnswer>| answer.is_some_and(|a| a != HistoryAnswer::NotAsked);
        self.test != TestKind::Anamnesis || (asked(self.drugs) && asked(self.medicine))
    }

    /// Whether it is the mother's own telling, or stands in the record of the pregnancy.
    pub fn is_from_the_mother(&self) -> bool {
        match self.test {
            TestKind::PregnancyRecord | TestKind::MothersWord => true,
            TestKind::Anamnesis | TestKind::MedicalFinding | TestKind::Other => false,
        }
    }
}

coded! {
    /// How it ends.
    Conclusion {
        /// The child was exposed.
        Confirmed = "confirmed",
        /// It was not, as far as anybody can tell.
        Refuted = "refuted",
        /// It cannot be told. The source says "evt.": it may stay so, and is followed up.
        Unresolved = "unresolved",
    }
}

/// What the tests led to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HypothesisConcluded {
    /// Which hypothesis.
    pub reference: RefId,
    /// How it ends.
    pub conclusion: Conclusion,
    /// Why.
    pub reason: String,
    /// The day to look at it again, while it is unresolved.
    pub look_again: Option<Date>,
}

/// The mother has been told of it: it is information about her too. What she says to it stands word for word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HypothesisTold {
    /// Which hypothesis.
    pub reference: RefId,
    /// Her comment, in her own words; empty when she made none.
    pub comment: String,
}
