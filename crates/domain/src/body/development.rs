// SPDX-License-Identifier: EUPL-1.2
//! Bodies: how a child develops – rounds of assessment across professions, what others add to them, the history of its life,
//! what has affected it, its surroundings, and the adults around it (requirements §11, A14).
//!
//! What is said here of harm before birth stays with those who may know of the child's health: none of it is the mother's
//! own (practice A18).

use super::Code;
use crate::id::RefId;
use crate::org::coded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

coded! {
    /// The answer to whether something was used during the pregnancy (row S0-031).
    UseAnswer {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Whoever was asked does not know.
        Unknown = "unknown",
        /// Whoever was asked does not want to say.
        Declined = "declined",
        /// Nobody has asked: then the round is not complete.
        NotAsked = "not-asked",
    }
}

/// One question about the pregnancy: the answer, and who gave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UseAsked {
    /// The answer.
    pub answer: UseAnswer,
    /// Who answered, in words.
    pub by: String,
}

/// One of the three dimensions (E24): what is known of it, or why it was not looked into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dimension {
    /// Whether it was looked into.
    pub examined: bool,
    /// What was found, or why it was not looked into.
    pub words: String,
}

coded! {
    /// How much something troubles the child, in the five steps of the ICF. A proposal: the source names no scale.
    Degree {
        /// No difficulty.
        None = "0",
        /// A light one.
        Light = "1",
        /// A moderate one.
        Moderate = "2",
        /// A heavy one.
        Heavy = "3",
        /// A total one.
        Total = "4",
    }
}

coded! {
    /// What a symptom may come from (E31). More than one may be possible.
    Cause {
        /// Tilknytningsvanskeligheder.
        Attachment = "tilknytning",
        /// Følelsesmæssige belastninger.
        Strain = "belastning",
        /// Rusmiddelrelaterede funktionsforstyrrelser.
        Substances = "rusmiddel",
        /// Not settled: it never stands in the way of support.
        Unresolved = "uafklaret",
    }
}

/// A symptom, with what it may come from (row S0-052).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Symptom {
    /// What is seen.
    pub what: String,
    /// What it may come from; nothing chosen is not settled.
    pub causes: Vec<Cause>,
    /// How much it troubles the child, when that was judged.
    pub degree: Option<Degree>,
    /// From when it was seen, in words.
    pub since: String,
}

/// Functioning in one domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Functioning {
    /// Code of the catalogue list `function-domains`.
    pub domain: Code,
    /// How much trouble there is; none is not judged, never no trouble.
    pub degree: Option<Degree>,
    /// In words.
    pub note: String,
}

/// What one profession has added that is not an entry of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    /// Code of the catalogue list `professions`.
    pub profession: Code,
    /// Who.
    pub name: String,
    /// What.
    pub what: String,
}

coded! {
    /// Whose need it is (row S0-043).
    NeedOf {
        /// The child's.
        Child = "barn",
        /// The family's.
        Family = "familie",
    }
}

/// A need of support: the plan answers each, with an effort or with a reason (row S0-027).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildNeed {
    /// Reference.
    pub reference: RefId,
    /// Whose.
    pub whose: NeedOf,
    /// What is needed.
    pub what: String,
}

coded! {
    /// Whether the child grows up in a vulnerable environment (row S0-042).
    Vulnerable {
        /// It does.
        Yes = "yes",
        /// It does not.
        No = "no",
        /// Nobody has told.
        Unknown = "unknown",
    }
}

/// One round of the child's assessment, complete. A draft may lack parts; an entry may not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildAssessed {
    /// Reference.
    pub reference: RefId,
    /// Which round, from 1.
    pub round: u32,
    /// The history of its life so far.
    pub life: String,
    /// Before birth.
    pub foetal: String,
    /// Birth.
    pub birth: String,
    /// Infancy.
    pub infancy: String,
    /// Whether substances were used during the pregnancy.
    pub substances: UseAsked,
    /// Whether medicine that causes dependence was used during the pregnancy; asked by itself (row S1-006).
    pub medicine: UseAsked,
    /// Biological conditions.
    pub biological: Dimension,
    /// Psychological conditions.
    pub psychological: Dimension,
    /// Social conditions.
    pub social: Dimension,
    /// Whether the environment is vulnerable.
    pub vulnerable: Vulnerable,
    /// The picture of symptoms now.
    pub picture: String,
    /// Symptoms one by one.
    pub symptoms: Vec<Symptom>,
    /// The relational environment.
    pub relations: String,
    /// Functioning, domain by domain.
    pub functions: Vec<Functioning>,
    /// What the child may come to.
    pub potential: String,
    /// Difficulties.
    pub difficulties: String,
    /// Strengths. Never empty (row S1-006).
    pub strengths: String,
    /// What other professions have added beside entries of their own.
    pub contributions: Vec<Contribution>,
    /// The professions that took part: one alone is not across professions (row S0-029).
    pub professions: Vec<Code>,
    /// Needs of support.
    pub needs: Vec<ChildNeed>,
    /// The day of the next assessment.
    pub next: Date,
}

impl ChildAssessed {
    /// How much trouble there is in a domain, when that was judged.
    pub fn degree(&self, domain: &str) -> Option<Degree> {
        let mut functions = self.functions.iter();
        functions.find(|one| one.domain == domain)?.degree
    }

    /// Whether more than one profession took part.
    pub fn is_interdisciplinary(&self) -> bool {
        self.professions.len() > 1
    }
}

/// What a profession adds to the assessment, as an entry of its own unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessmentContributed {
    /// Code of the catalogue list `professions`.
    pub profession: Code,
    /// Code of the catalogue list `assessment-dimensions`.
    pub dimension: Code,
    /// What was found.
    pub what: String,
}

/// The parents, or the young person, were offered a round. A no stops no later offer (row S1-009).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessmentOffered {
    /// Whether they said yes.
    pub accepted: bool,
    /// Why not, when they said it.
    pub reason: String,
    /// When it is offered again after a no.
    pub next: Option<Date>,
}

/// Something that has happened in the child's life, from before birth on (row S0-030).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeEventTold {
    /// What.
    pub what: String,
    /// Who has told it.
    pub source: String,
}

/// A risk, or what has affected the child (rows S0-007 and S0-036).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InfluenceNoted {
    /// Reference.
    pub reference: RefId,
    /// Code of the catalogue list `influences`.
    pub group: Code,
    /// What.
    pub what: String,
    /// Who has told it.
    pub source: String,
}

/// It affects the child no more, or was no risk after all. That it was noted stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InfluenceEnded {
    /// Which.
    pub reference: RefId,
    /// Why.
    pub reason: String,
}

coded! {
    /// A place where the child has its everyday life.
    Setting {
        /// At home.
        Home = "hjem",
        /// Daycare.
        Daycare = "dagtilbud",
        /// School.
        School = "skole",
        /// A foster family.
        Foster = "plejefamilie",
    }
}

coded! {
    /// Whether something in a place fits the child.
    Fit {
        /// It does.
        Fits = "ja",
        /// In part.
        Partly = "delvis",
        /// It does not.
        Lacks = "nej",
        /// Nobody has told.
        NotTold = "ikke-oplyst",
    }
}

/// One quality of a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quality {
    /// Code of the catalogue list `surroundings`.
    pub quality: Code,
    /// Whether it fits.
    pub fit: Fit,
}

/// How a place is for the child, and what is agreed there (rows S0-040 and S1-008).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurroundingsDescribed {
    /// Where.
    pub setting: Setting,
    /// Demands, stimuli, expectations, predictability, safety.
    pub qualities: Vec<Quality>,
    /// What is agreed, so that it fits better.
    pub agreed: String,
}

/// A new adult around the child, or one who lacks knowledge of it (rows S0-008 and S0-041).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdultAroundChild {
    /// Reference.
    pub reference: RefId,
    /// Who.
    pub name: String,
    /// Where.
    pub setting: Setting,
    /// What they need to know.
    pub lacks: String,
}

/// An adult around the child has been told what helps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnowledgeGiven {
    /// The adult.
    pub adult: RefId,
    /// What was told, and how.
    pub how: String,
}
