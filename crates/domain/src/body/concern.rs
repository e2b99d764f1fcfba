// SPDX-License-Identifier: EUPL-1.2
//! Bodies: detection (A) – signs, the concern, use per substance.

use super::Code;
use crate::org::coded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

coded! {
    /// Is there reason to assume that the child may need special support right after birth? (BL § 133 stk. 1 nr. 2;
    /// practice A3). Asked before anything is pre-selected.
    SupportNeed {
        /// Yes: the notification is pre-selected.
        Yes = "yes",
        /// No: advice, and referral with her yes.
        No = "no",
        /// She considers whether the pregnancy goes on: a date and a reason are needed.
        Considering = "considering",
    }
}

/// A concern as its writer has seen or heard it (rows S2-008–024).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConcernRaised {
    /// Signs, codes of the catalogue list `signs`.
    pub signs: Vec<Code>,
    /// What the writer has seen or heard, and who said it, in the writer's words.
    pub words: String,
    /// The answer to the question of the law.
    pub support_need: SupportNeed,
    /// Phase: prevention, early detection or intervention (S2-008).
    pub phase: Code,
}

coded! {
    /// Whether a substance is prescribed (practice B12).
    Prescribed {
        /// Prescribed, or substitution treatment.
        Yes = "yes",
        /// Not prescribed.
        No = "no",
        /// Not told.
        Unknown = "unknown",
    }
}

coded! {
    /// Who says so.
    UseSource {
        /// She told it herself.
        Herself = "herself",
        /// A test showed it.
        Test = "test",
        /// Seen by others.
        Seen = "seen",
        /// Presumed.
        Presumed = "presumed",
        /// Not told.
        NotTold = "not-told",
    }
}

/// Use of one substance in its four dimensions: varighed, hyppighed, timing, omfang (row S2-032). `None` is
/// *ikke oplyst*, never zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UseRecorded {
    /// Code of the catalogue list `substances`.
    pub substance: Code,
    /// How long it has lasted.
    pub duration: Option<String>,
    /// How often.
    pub frequency: Option<String>,
    /// When in the pregnancy, in words.
    pub timing: Option<String>,
    /// First and last gestational week, when known.
    pub weeks: Option<(u8, u8)>,
    /// How much.
    pub amount: Option<String>,
    /// Prescribed or not.
    pub prescribed: Prescribed,
    /// Who prescribes it, when told.
    pub prescriber: Option<String>,
    /// Who says so.
    pub source: UseSource,
}

/// She considers whether the pregnancy goes on. The duty to notify is not gone: the writer decides again on a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionPostponed {
    /// The day the writer decides again.
    pub until: Date,
    /// Why it can wait.
    pub reason: String,
}
