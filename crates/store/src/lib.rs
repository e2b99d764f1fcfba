// SPDX-License-Identifier: EUPL-1.2
//! The only SQL of Tråd: journals, their projections, records, accounts, drafts and the access log.
//!
//! One [`Store`] on two engines: a `SQLite` file (one writer, common commits) or `PostgreSQL`. It knows no entry kinds:
//! an entry is an id, a place, a document and a hash. Every call blocks; a web server calls it on a blocking thread.
//! Acknowledged means durable on disk. Instants are milliseconds since 1970 UTC, dates are plain dates.

mod account;
mod append;
mod apply;
pub mod bulk;
mod conn;
mod copy;
mod delta;
mod dialect;
mod draft;
mod erase;
mod error;
mod filter;
mod inbox;
mod journal;
mod key;
mod log;
mod login;
pub mod measure;
mod meta;
mod migrate;
mod notice;
mod open;
mod outbox;
mod plan;
mod pool;
mod projection;
mod rebuild;
mod record;
mod search;
mod session;
#[cfg(test)]
mod statements;
mod store;
mod verify;
mod worklist;
mod writer;

pub use account::Account;
pub use append::{
    Append, Appended, DraftKey, Outgoing, OutgoingAbout, PathwayAppend, PersonIndex, PreparedEntry,
    PutRecord, Silence, Submission,
};
pub use copy::{Copied, CopyError};
pub use draft::Draft;
pub use erase::{Erased, Erasure, Scrubbed};
pub use error::StoreError;
pub use inbox::{InboxQuery, InboxRow, InboxShow};
pub use journal::{Journal, StoredEntry};
pub use key::search_key;
pub use log::{LogBucket, LogFilter, LogLine, LogPlace, LogQuery, LogRow, LogScope};
pub use login::{LoginAttempt, ProviderUser, SecondFactor};
pub use notice::OverdueNotice;
pub use open::{Create, Location, OpenError, Settings};
pub use outbox::{Claimed, NoticeChoice, Waiting};
pub use projection::{
    Duty, DutyStatus, Head, Header, HeaderRow, Identifier, InboxItem, InboxKind, Page, Paging,
    Projection,
};
pub use rebuild::{DuePathway, Rederived, Woken};
pub use record::Record;
pub use search::{SearchBy, SearchQuery};
pub use session::{ProviderLogin, Session};
pub use store::Store;
pub use verify::{
    Anchor, AnchorError, AnchoredHead, Inspected, Problem, ProblemKind, VerifyReport,
};
pub use worklist::{Owner, Show, Tally, Worklist, WorklistCounts, WorklistQuery, WorklistRow};
