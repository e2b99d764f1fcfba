// SPDX-License-Identifier: EUPL-1.2
//! Showing that nothing stored was changed or taken away.
//!
//! Every digest, link and head is worked out again from what is stored. A chain alone cannot see that its tail was cut or
//! that a whole journal is gone: an [`Anchor`] written out earlier can. An empty entry is accepted only when an entry of
//! the same journal says that it was erased.

mod anchor;
mod journals;
mod segments;

pub use anchor::{Anchor, AnchorError, AnchoredHead};

use crate::Store;
use crate::conn::{Conn, Engine, sqlite};
use crate::error::StoreError;
use std::fmt;

/// What the caller reads in a document, since the store knows no bodies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspected {
    /// Ids of the entries this one says were erased.
    pub erases: Vec<String>,
    /// The topic the document states; compared with the column.
    pub topic: Option<String>,
}

/// What kind of thing is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// The database itself is damaged.
    Damaged,
    /// An entry's document or salt is not what was written.
    DocumentChanged,
    /// An entry is missing in the middle.
    EntryMissing,
    /// An entry does not follow from the one before it.
    LinkBroken,
    /// An entry is older than the one before it.
    OutOfOrder,
    /// An entry is empty and nothing says that it was erased.
    EmptyWithoutErasure,
    /// The topic column is not what the document says.
    TopicChanged,
    /// The document cannot be read.
    Unreadable,
    /// The header says that the journal ends elsewhere.
    HeadDiffers,
    /// There are entries but no header; `traad rebuild` makes it.
    HeaderMissing,
    /// There is a header but no entry.
    JournalMissing,
    /// The anchor names a journal or log segment that is gone.
    MissingSinceAnchor,
    /// The journal or log segment is shorter than when the anchor was written.
    CutSinceAnchor,
    /// The journal or log segment has another past than when the anchor was written.
    ChangedSinceAnchor,
    /// A line of the access log is changed or missing.
    LogBroken,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What kind.
    pub kind: ProblemKind,
    /// The journal or the log segment.
    pub place: String,
    /// The entry or line, if it is about one.
    pub seq: Option<u32>,
    /// In words.
    pub detail: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.seq {
            Some(seq) => write!(formatter, "`{}` entry {seq}: {}", self.place, self.detail),
            None => write!(formatter, "`{}`: {}", self.place, self.detail),
        }
    }
}

/// What `verify` found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// Journals read.
    pub journals: u64,
    /// Entries read.
    pub entries: u64,
    /// Entries whose body was erased by a decision.
    pub erased: u64,
    /// Log lines read.
    pub log_lines: u64,
    /// All that is wrong; empty is good.
    pub problems: Vec<Problem>,
}

impl VerifyReport {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    pub(crate) fn tell(
        &mut self,
        kind: ProblemKind,
        place: &str,
        seq: Option<u32>,
        detail: impl Into<String>,
    ) {
        self.problems.push(Problem {
            kind,
            place: place.to_owned(),
            seq,
            detail: detail.into(),
        });
    }
}

/// Reads a document for `verify`; the error says why it cannot be read.
pub(crate) type Inspect<'a> = dyn Fn(&str) -> Result<Inspected, String> + 'a;

impl Store {
    /// Works every digest, link and head out again, at one moment, in bounded memory. With an anchor it also shows that
    /// nothing the anchor knew is gone.
    ///
    /// # Errors
    /// Only when the database cannot be read at all; everything else is a problem in the report.
    pub fn verify(
        &self,
        anchor: Option<&Anchor>,
        inspect: impl Fn(&str) -> Result<Inspected, String>,
    ) -> Result<VerifyReport, StoreError> {
        self.snapshot(|conn| {
            let mut report = VerifyReport::default();
            check_file(conn, &mut report)?;
            let outcome = journals::check(conn, &inspect, anchor, &mut report)
                .and_then(|()| segments::check(conn, anchor, &mut report));
            match outcome {
                Err(StoreError::Corrupt { table, id, detail }) => {
                    report.tell(
                        ProblemKind::Damaged,
                        &table,
                        None,
                        format!("{id}: {detail}"),
                    );
                }
                other => other?,
            }
            Ok(report)
        })
    }
}

/// The file's own structure. `PostgreSQL` has checksums of its own for that.
fn check_file(conn: &mut Conn, report: &mut VerifyReport) -> Result<(), StoreError> {
    if matches!(conn.engine, Engine::Postgres(_)) {
        return Ok(());
    }
    match conn.list(sqlite!("PRAGMA integrity_check(20)"), &[], |row| {
        row.text(0)
    }) {
        Ok(lines) => {
            for line in lines.iter().filter(|line| *line != "ok") {
                report.tell(ProblemKind::Damaged, "database", None, line.clone());
            }
            Ok(())
        }
        Err(StoreError::Corrupt { detail, .. }) => {
            report.tell(ProblemKind::Damaged, "database", None, detail);
            Ok(())
        }
        Err(other) => Err(other),
    }
}
