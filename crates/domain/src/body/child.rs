// SPDX-License-Identifier: EUPL-1.2
//! Bodies: the child's own journal from birth – exposure, custody, the stay in hospital, the way home – and what ends a
//! pregnancy without a child.
//!
//! Exposure stands in two layers (practice A18): the core follows the child; the detail is for health and the authority.

use super::{Code, HandoverDocument, UseRecorded};
use crate::id::{PathwayId, RefId, UnitId};
use crate::org::{UnitKind, coded};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

coded! {
    /// Whose pathway another one is, seen from the one it is written in.
    Relation {
        /// The child's.
        Child = "child",
        /// The mother's.
        Mother = "mother",
        /// A brother's or sister's.
        Sibling = "sibling",
    }
}

/// Two pathways of one family. Written in both; it gives no access to the other one (row S0-010).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkedWith {
    /// The other pathway.
    pub other: PathwayId,
    /// Whose it is.
    pub relation: Relation,
}

/// The child's journal begins with its birth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildBorn {
    /// Weight at birth in grams, when told.
    pub weight: Option<u32>,
    /// Gestational age at birth in days, when told.
    pub gestation: Option<u16>,
}

/// A child that was born dead beside one that lives, or died. In the narrowest category (practice A16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildLost {
    /// Its name, when the parents gave one.
    pub name: String,
}

/// That the pregnancy has ended, and nothing else: what others than the nearest are told (practice A16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PregnancyEnded {}

/// The person the pathway is about has died.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Died {
    /// What staff need to know, in words.
    pub note: String,
}

coded! {
    /// Whether the child was exposed before birth.
    Exposed {
        /// It was.
        Yes = "yes",
        /// It may have been.
        Suspected = "suspected",
        /// It is not settled.
        Unresolved = "unresolved",
    }
}

coded! {
    /// How sure that is. A proposal: the source asks for certainty and gives no list.
    Certainty {
        /// Shown by a test or a finding.
        Documented = "documented",
        /// Told by the mother.
        Told = "told",
        /// Presumed.
        Presumed = "presumed",
        /// Not told.
        NotTold = "not-told",
    }
}

/// The core of what is known of exposure: it follows the child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExposureStated {
    /// Whether.
    pub exposed: Exposed,
    /// Groups of substances, codes of the catalogue list `substances`.
    pub substances: Vec<Code>,
    /// How sure.
    pub certainty: Certainty,
    /// The day by which the child is to be assessed, as whoever states it has decided.
    pub assess_by: Option<Date>,
}

/// The detail of exposure: for health and for the authority in the child's case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExposureDetailed {
    /// Use per substance.
    pub uses: Vec<UseRecorded>,
}

coded! {
    /// Who has custody of the child (practice B15).
    CustodyState {
        /// One person.
        Alone = "alone",
        /// Two persons: both say yes or it is no yes.
        Shared = "shared",
        /// It is not settled: until it is, information is shared by law alone.
        Unresolved = "unresolved",
    }
}

/// Who has custody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustodyStated {
    /// How it is.
    pub custody: CustodyState,
    /// The names of those who have it.
    pub holders: Vec<String>,
}

/// The newborn is admitted, or a stay is told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildAdmitted {
    /// The ward, in words.
    pub ward: String,
    /// First day.
    pub from: Date,
    /// Last day, when it has ended.
    pub to: Option<Date>,
    /// Why, in words.
    pub note: String,
}

/// How withdrawal goes: an observation with its scale and score as they were read. Nothing is made of the number here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbstinenceObserved {
    /// The scale, in words.
    pub scale: String,
    /// The score as it was read, when there is one.
    pub score: Option<u32>,
    /// The course, in words.
    pub course: String,
}

coded! {
    /// Consequences for the child (practice, the words of the screen).
    InjuryStatus {
        /// None known.
        NoneKnown = "none-known",
        /// Possible.
        Possible = "possible",
        /// Found by a doctor.
        Found = "found",
    }
}

/// Whether the child has been harmed, as a professional judges it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InjuryJudged {
    /// The answer.
    pub status: InjuryStatus,
    /// What it rests on.
    pub note: String,
}

/// What the child comes home to (row S2-048).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomecomingAssessed {
    /// Housing, people around, who is there at night.
    pub situation: String,
    /// What help is fitted to it.
    pub support: String,
}

/// The child goes home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildDischarged {
    /// The hand-over.
    pub reference: RefId,
    /// Why it goes home without an assessment of the home or without a receiver, when it does.
    pub without: Option<String>,
}

coded! {
    /// Who takes over: those who follow the child at home (row S3-024), or the new kommune when the family moves.
    Receiver {
        /// The municipality's health visitor.
        HealthVisitor = "sundhedspleje",
        /// The family's own doctor.
        Doctor = "almen-praksis",
        /// The family department of the kommune the family moves to.
        FamilyDepartment = "familieafdeling",
        /// The youth centre, when a young person will be of age (row S4-073).
        YouthCentre = "ungecenter",
        /// The authority for adults, likewise.
        AdultAuthority = "voksenmyndighed",
    }
}

impl Receiver {
    /// Those a child goes home to.
    pub const AT_HOME: [Self; 2] = [Self::HealthVisitor, Self::Doctor];

    /// Those who take over when a young person is of age.
    pub const FOR_ADULTS: [Self; 2] = [Self::YouthCentre, Self::AdultAuthority];

    /// The kind of unit it is.
    pub fn unit_kind(self) -> UnitKind {
        match self {
            Self::HealthVisitor => UnitKind::HealthVisitors,
            Self::Doctor => UnitKind::GeneralPractice,
            Self::FamilyDepartment => UnitKind::FamilyDepartment,
            Self::YouthCentre => UnitKind::YouthCentre,
            Self::AdultAuthority => UnitKind::AdultAuthority,
        }
    }
}

/// A named receiver is asked to take over. Until the receiver accepts, the sender is responsible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoverSent {
    /// The hand-over.
    pub handover: RefId,
    /// As what the unit receives.
    pub receiver: Receiver,
    /// The unit.
    pub unit: UnitId,
    /// What the receiver needs to know.
    pub text: String,
    /// Needs, strengths, challenges and where exposure stands, when a whole case is handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<HandoverDocument>,
}
