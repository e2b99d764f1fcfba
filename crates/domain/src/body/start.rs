// SPDX-License-Identifier: EUPL-1.2
//! Bodies: beginning, dating, joining and ending of a pathway.

use crate::id::{MunicipalityCode, PathwayId, PersonId, RefId};
use crate::org::coded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

coded! {
    /// The three kinds of pathway.
    PathwayKind {
        /// A pregnant woman's.
        Pregnancy = "pregnancy",
        /// A child's or young person's.
        Child = "child",
        /// An adult's beside it: partner, father, parent of a placed child (practice A10).
        Adult = "adult",
    }
}

/// A pathway begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathwayOpened {
    /// What kind.
    pub pathway: PathwayKind,
    /// Whose it is.
    pub subject: PersonId,
    /// Case number for the phone.
    pub case_number: String,
    /// The municipality that acts (handlekommune), if known.
    pub municipality: Option<MunicipalityCode>,
}

/// Somebody proposes to end it; receivers may have to accept first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingProposed {
    /// The hand-over the closing waits for.
    pub handover: Option<RefId>,
    /// Why.
    pub reason: String,
}

/// A pathway ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathwayClosed {
    /// Why, in words.
    pub reason: String,
    /// Why fewer network meetings were held than the agreement says, when so (row S2-066).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub few_meetings: Option<String>,
}

/// A pathway goes on after all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathwayReopened {
    /// Why.
    pub reason: String,
}

/// Two journals are about one person. Written in both; journals are never merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinedWith {
    /// The other journal.
    pub other: PathwayId,
    /// How it is known.
    pub reason: String,
}

coded! {
    /// How a pregnancy was dated.
    DatingMethod {
        /// First day of the last menstrual period.
        Lmp = "lmp",
        /// Ultrasound scan.
        Scan = "scan",
        /// The week she or the writer stated.
        StatedWeek = "stated-week",
        /// The due date she or the writer stated.
        StatedDueDate = "stated-due-date",
    }
}

/// The pregnancy is dated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// First day of the last menstrual period, or its equivalent.
    pub lmp: Date,
    /// How it is known.
    pub method: DatingMethod,
}

/// Birth of one or more living children.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Birth {
    /// How many living children.
    pub children: u8,
}

coded! {
    /// How a pregnancy ended without a living child.
    LossKind {
        /// It was lost.
        Loss = "loss",
        /// It was terminated.
        Termination = "termination",
        /// The child, or each of them, was born dead.
        Stillbirth = "stillbirth",
    }
}

/// The pregnancy ended without a living child. The kind stands in this entry alone, in the narrowest category (practice A16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PregnancyLost {
    /// What staff need to know, in words.
    pub note: String,
    /// How, when told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<LossKind>,
}
