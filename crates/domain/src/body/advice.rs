// SPDX-License-Identifier: EUPL-1.2
//! Bodies: what is told to those around a child on one sheet, and advice that is asked for outside the pathway (A14, A15).

use super::{Code, Setting};
use crate::id::RefId;
use crate::org::coded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What is agreed in one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceAgreed {
    /// Where.
    pub setting: Setting,
    /// What.
    pub agreed: String,
}

/// What helps the child, for the adults around it, in plain words. It never tells a cause (practice A18): that is an entry of
/// its own, with a kind of information of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpSheetWritten {
    /// What the child needs.
    pub needs: String,
    /// What it is good at and likes.
    pub strengths: String,
    /// How it shows that something is too much.
    pub signals: String,
    /// What helps.
    pub helps: String,
    /// What is agreed, place by place.
    pub places: Vec<PlaceAgreed>,
}

/// The background of the child's difficulties, for those it lives with (row S1-005).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpBackgroundWritten {
    /// In plain words.
    pub text: String,
}

coded! {
    /// Whether the exposure has injured the brain, as far as whoever asks knows (row S3-054).
    BrainInjury {
        /// It has.
        Yes = "yes",
        /// It may have.
        Suspected = "suspected",
        /// Nothing is known of it.
        NotKnown = "not-known",
    }
}

/// Advice is asked of a supplier of VISO (row S3-053).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceRequested {
    /// Reference.
    pub reference: RefId,
    /// Code of the catalogue list `viso-suppliers`.
    pub supplier: Code,
    /// Whether the child is not named.
    pub anonymous: bool,
    /// Who has said yes to naming it.
    pub yes: Vec<String>,
    /// Whether the brain is injured.
    pub injury: BrainInjury,
    /// What is asked.
    pub question: String,
}

/// An effort that somebody has advised: the plan takes it up or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdvisedEffort {
    /// Reference.
    pub reference: RefId,
    /// What.
    pub what: String,
}

/// The advice has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceReceived {
    /// The request.
    pub request: RefId,
    /// The day it came.
    pub on: Date,
    /// In words.
    pub advice: String,
    /// The efforts it proposes.
    pub efforts: Vec<AdvisedEffort>,
}
