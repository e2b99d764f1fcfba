// SPDX-License-Identifier: EUPL-1.2
//! The entry (post): something happened or was decided, who says so, when it happened, when it was written.
//!
//! Everything else is derived from entries. Nothing is overwritten: a correction is a new entry that names the one it
//! corrects, and an erasure takes a body away without breaking the chain.

use crate::body::Body;
use crate::category::Category;
use crate::id::{ControllerId, EmploymentId, EntryId, PathwayId, PersonId, RefId, UnitId};
use crate::org::Function;
use crate::time::Occurred;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Who wrote an entry, as of the moment of writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The employment the author acted in.
    pub employment: EmploymentId,
    /// The author's name on that day, for the unit's own history.
    pub name: String,
    /// The unit that speaks through the author. Authorship is the unit's.
    pub unit: UnitId,
    /// The function the author had.
    pub function: Function,
}

/// The legal or practical ground an entry rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Basis {
    /// The unit's own record of its own work.
    OwnRecord,
    /// A paragraph, for example `BL § 133`.
    Law {
        /// The paragraph as it is cited.
        paragraph: String,
    },
    /// She, or another data subject, has said yes.
    Consent {
        /// In words: who said yes to what.
        note: String,
        /// The consent that must run for the receiver to read on. Without it the yes was to this one thing, and what was
        /// received stays received.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        consent: Option<RefId>,
    },
    /// The system registers what follows from another entry.
    System,
}

/// When a party (the citizen or a custody holder) may see an entry (practice A9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartyVisibility {
    /// At once: the rule for most entries.
    AtOnce,
    /// From an instant.
    From(Timestamp),
    /// When the receiving authority releases it; reviewed on a date. The rule for notifications.
    WhenReleased {
        /// The day the authority must look at it again.
        review: Date,
    },
}

/// An entry sent to a unit other than its author's: always a decision on a named basis, never a right to browse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Who received it.
    pub unit: UnitId,
    /// On what ground.
    pub basis: Basis,
}

/// What a change is about, so that two people who change the same thing never overwrite each other while notes never
/// conflict: `plan`, `coordinator`, `referral:<ref>` …
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Topic(pub String);

impl Topic {
    /// A topic there is one of in a pathway.
    pub fn of(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// A topic about one referenced thing.
    pub fn about(name: &str, id: &str) -> Self {
        Self(format!("{name}:{id}"))
    }
}

/// The envelope: all that is known of an entry except its place in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// When it happened.
    pub occurred: Occurred,
    /// Who says so.
    pub author: Arc<Author>,
    /// The data controller on that day.
    pub controller: ControllerId,
    /// Whose data it is.
    pub about: Vec<PersonId>,
    /// The kind of information.
    pub category: Category,
    /// Whether access is narrower than the category says.
    pub restricted: bool,
    /// When a party may see it.
    pub visible_to_party_from: PartyVisibility,
    /// What it rests on.
    pub basis: Basis,
    /// Units it was sent to when it was written.
    pub shared_with: Vec<Share>,
    /// What it changes, if it changes something two people could change at once.
    pub topic: Option<Topic>,
    /// The entry it corrects.
    pub corrects: Option<EntryId>,
}

/// What an entry holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// The envelope and the body. Never changed, so that copies of an entry share it.
    Written(Arc<Written>),
    /// Body and salt were taken away by a decision; an `erased` entry in the same journal says whose.
    Erased,
}

/// The readable part of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Envelope.
    pub envelope: Envelope,
    /// Body.
    pub body: Body,
}

/// One entry in its place in a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The journal.
    pub pathway: PathwayId,
    /// Its place, from 1. Never shown to anybody.
    pub seq: u32,
    /// Its id.
    pub id: EntryId,
    /// When it was written, by the server's clock; never before the entry ahead of it.
    pub recorded: Timestamp,
    /// What it holds.
    pub content: Content,
}

impl Entry {
    /// The readable part, unless it was erased.
    pub fn written(&self) -> Option<&Written> {
        match &self.content {
            Content::Written(written) => Some(written),
            Content::Erased => None,
        }
    }
}

/// An entry that has been decided but not yet placed in a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// Envelope.
    pub envelope: Envelope,
    /// Body.
    pub body: Body,
}
