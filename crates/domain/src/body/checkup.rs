// SPDX-License-Identifier: EUPL-1.2
//! Bodies: the check-ups of a child in the health service (opfølgning af barnet) – the right to them, where they are, when,
//! how each went, and how they end (scenarios A16 and A19).

use super::Code;
use crate::id::{RefId, UnitId};
use crate::org::coded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The mother was enrolled in a family clinic when the child was born: the child is offered check-ups (row S3-018).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckupsEntitled {
    /// The clinic, which offers them.
    pub clinic: UnitId,
}

/// The parents have said yes to check-ups, at a place (row S3-019).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckupsPlaced {
    /// The unit the child comes to.
    pub unit: UnitId,
    /// The offer they are a part of, where there is one in the directory.
    pub offer: Option<String>,
    /// What the place needs to know.
    pub note: String,
}

/// One check-up that is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedCheckup {
    /// Which.
    pub reference: RefId,
    /// The day.
    pub on: Date,
}

/// Check-ups are planned, up to a day. None is taken away by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckupsPlanned {
    /// Those that are new.
    pub checkups: Vec<PlannedCheckup>,
    /// The day on which it is decided whether they end.
    pub until: Date,
    /// Why that is not when the child reaches school age (row S3-014).
    pub reason: Option<String>,
}

coded! {
    /// How a check-up went.
    CheckupOutcome {
        /// The child came.
        Attended = "attended",
        /// It was moved to another day.
        Moved = "moved",
        /// It did not come about.
        Missed = "missed",
        /// It was taken away.
        Removed = "removed",
    }
}

coded! {
    /// Why a check-up did not come about (row S3-021).
    MissedBecause {
        /// Nobody came, and nobody had said so.
        NoShow = "no-show",
        /// The family called it off.
        CalledOff = "called-off",
        /// The family could not be reached.
        NoContact = "no-contact",
    }
}

/// How a planned check-up went, or what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckupTold {
    /// Which.
    pub checkup: RefId,
    /// How.
    pub outcome: CheckupOutcome,
    /// The new day, when it was moved.
    pub to: Option<Date>,
    /// Why it did not come about, when it did not.
    pub because: Option<MissedBecause>,
    /// What else to know; why, when the last one is taken away.
    pub note: String,
}

coded! {
    /// How somebody tried to reach the family.
    OutreachHow {
        /// By telephone.
        Telephone = "telephone",
        /// By letter or digital post.
        Letter = "letter",
        /// By a visit.
        Visit = "visit",
        /// Through somebody who sees them.
        Others = "others",
    }
}

/// Somebody tried to get in touch again with a family that was lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutreachTried {
    /// How.
    pub how: OutreachHow,
    /// Whether there is contact again.
    pub reached: bool,
    /// What came of it.
    pub note: String,
}

/// The offer the child's check-ups are a part of is closed: they have no place until one is found (row S3-003).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckupsOfferClosed {
    /// Which.
    pub offer: String,
    /// What it was called.
    pub name: String,
}

coded! {
    /// How check-ups end. Nothing else ends them (row S3-021).
    EndingWay {
        /// Others take over; the place has the child until each has accepted.
        HandedOver = "handed-over",
        /// The municipality was notified.
        Notified = "notified",
        /// The parents have said no, and a position was taken on a notification (practice A5).
        Declined = "declined",
    }
}

/// The check-ups end, or are to end when others have accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckupsEnded {
    /// How.
    pub way: EndingWay,
    /// The hand-over, when others take over.
    pub handover: Option<RefId>,
    /// Why: always when the child is not of school age, and when the parents have said no.
    pub reason: String,
    /// Why one of the three receivers was not asked, when one was not.
    pub without: Option<String>,
}

/// What a hand-over at a transition is about, besides who is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transition {
    /// A code of the catalogue list `transitions`.
    pub kind: Code,
    /// Steps of the agreement that were done when it was sent.
    pub done: Vec<String>,
    /// Those that were not.
    pub left: Vec<String>,
}
