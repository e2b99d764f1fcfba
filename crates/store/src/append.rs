// SPDX-License-Identifier: EUPL-1.2
//! What one use case writes, all of it or nothing: entries on one or more journals with their projections, records,
//! the submission that caused it, letters to be sent, the log, and the drafts it settles.

use crate::log::LogRow;
use crate::projection::{Head, Identifier, Projection};

/// Everything one use case writes, in one transaction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Append {
    /// Journals written to. The store orders them by id, so that two use cases never wait for each other in a ring.
    pub pathways: Vec<PathwayAppend>,
    /// New versions of persons, units and other records.
    pub records: Vec<PutRecord>,
    /// The form that was sent, so that sending it twice writes once.
    pub submission: Option<Submission>,
    /// Messages to be sent after the commit.
    pub outbox: Vec<Outgoing>,
    /// What messages that wait are taken back, before the new ones are put there.
    pub silence: Vec<Silence>,
    /// Rows for the access log.
    pub log: Vec<LogRow>,
    /// Drafts that have become what they were for.
    pub drop_drafts: Vec<DraftKey>,
}

/// New entries of one journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathwayAppend {
    /// The journal.
    pub pathway: String,
    /// Its last seq when the entries were decided; 0 for a new journal.
    pub base_seq: u32,
    /// The entries, in order.
    pub entries: Vec<PreparedEntry>,
    /// What is derived from the journal with these entries.
    pub projection: Projection,
}

/// An entry ready to be stored. The store gives it its place and its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreparedEntry {
    /// Its id; unique over all journals.
    pub id: String,
    /// When it was written, milliseconds UTC; never before the entry ahead of it.
    pub recorded_ms: i64,
    /// What it changes, if that is something two people could change at once.
    pub topic: Option<String>,
    /// Envelope and body as JSON. Stored byte for byte.
    pub document: String,
    /// Random text that keeps an erased document from being guessed from its digest.
    pub salt: String,
}

/// A new version of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutRecord {
    /// `person`, `unit`, `staff`, `employment`, `agreement`, `seat` …
    pub kind: String,
    /// The record's id.
    pub id: String,
    /// The version that was read; 0 for a new record. Taken already is a conflict named `record`.
    pub expected_version: u32,
    /// When, milliseconds UTC.
    pub recorded_ms: i64,
    /// The employment that wrote it, or a word for the system.
    pub recorded_by: String,
    /// The record as JSON.
    pub document: String,
    /// For persons: what the person is found by from now on. None leaves it as it is.
    pub index: Option<PersonIndex>,
}

/// What a person is found by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonIndex {
    /// Names as written; the store makes the search words.
    pub names: Vec<String>,
    /// Numbers.
    pub identifiers: Vec<Identifier>,
}

/// A form that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Who sent it.
    pub author: String,
    /// The form's random id.
    pub id: String,
    /// What to answer if it is sent again, for example the address of the page that follows.
    pub result: String,
    /// When, milliseconds UTC.
    pub recorded_ms: i64,
}

/// A message to be sent after the commit, at least once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Its id; unique.
    pub id: String,
    /// What kind of message.
    pub kind: String,
    /// Ids and codes only, as JSON.
    pub document: String,
    /// When it was made, milliseconds UTC.
    pub created_ms: i64,
    /// Whom it is for and what it comes of.
    pub about: OutgoingAbout,
}

/// Whom a message is for and what it comes of: it goes away with any of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutgoingAbout {
    /// Who is to be told, by an id that leads to an address and holds none.
    pub recipient: String,
    /// The pathway.
    pub pathway: String,
    /// The entry.
    pub entry: String,
    /// When it is tried first, milliseconds UTC.
    pub due_ms: i64,
}

/// Messages that are not to be sent after all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Silence {
    /// Those about a pathway.
    Pathway(String),
    /// Those to a recipient, and how the recipient is reached.
    Recipient(String),
}

/// Which draft.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DraftKey {
    /// Whose it is.
    pub author: String,
    /// Of which form.
    pub form: String,
    /// About what, for example a pathway id.
    pub key: String,
}

/// What an append gave: where each journal ends now, in the order of their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// Journal and its new end.
    pub heads: Vec<(String, Head)>,
}
