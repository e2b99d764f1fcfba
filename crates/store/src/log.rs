// SPDX-License-Identifier: EUPL-1.2
//! The access log: who read or did what, about which pathways, for which purpose, on which ground.
//!
//! Rows are chained like entries, but per segment: one segment for each connection that writes in one run of a process,
//! so that writers never wait for each other. Search words never stand here in the clear; that is the caller's part.

mod page;

pub use page::{LogBucket, LogFilter, LogLine, LogPlace, LogScope};

use crate::Store;
use crate::conn::{Conn, Row, params, sql};
use crate::dialect;
use crate::error::StoreError;
use crate::projection::Paging;
use traad_domain::chain::{self, Hash, Header};

/// One line of the access log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRow {
    /// When, milliseconds UTC.
    pub at_ms: i64,
    /// The employment the reader acted in; `system` or `operator` for the program and its command line.
    pub employment: String,
    /// The reader's unit.
    pub unit: String,
    /// The reader's function.
    pub function: String,
    /// What was done or attempted.
    pub action: String,
    /// Every pathway that was shown or touched; one row per list page. Ids hold no white space.
    pub pathways: Vec<String>,
    /// Why the reader asked.
    pub purpose: String,
    /// Why the answer was yes or no.
    pub reason: String,
    /// `permitted` or `refused`, in the application's words.
    pub outcome: String,
}

impl LogRow {
    /// Its pathways as they are kept.
    fn joined(&self) -> String {
        self.pathways.join(" ")
    }

    /// Digest of what the chain covers.
    pub(crate) fn digest(&self) -> Hash {
        self.digest_with(&self.joined())
    }

    fn digest_with(&self, pathways: &String) -> Hash {
        let columns = [
            &self.employment,
            &self.unit,
            &self.function,
            &self.action,
            pathways,
            &self.purpose,
            &self.reason,
            &self.outcome,
        ];
        // Plain text always becomes JSON.
        chain::digest("", &serde_json::to_string(&columns).unwrap_or_default())
    }
}

/// A line with all that can be worked out before it is its turn.
#[derive(Debug, Clone)]
pub(crate) struct ReadyLine {
    row: LogRow,
    pathways: String,
    /// The same as a list in JSON, when there are several.
    listed: Option<String>,
    digest: Hash,
}

/// Makes lines ready to be written.
pub(crate) fn ready_lines(rows: Vec<LogRow>) -> Vec<ReadyLine> {
    rows.into_iter()
        .map(|row| {
            let pathways = row.joined();
            let digest = row.digest_with(&pathways);
            let several = row.pathways.len() > 1;
            ReadyLine {
                // Plain text always becomes JSON.
                listed: several.then(|| serde_json::to_string(&row.pathways).unwrap_or_default()),
                row,
                pathways,
                digest,
            }
        })
        .collect()
}

/// Where a segment of the log has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LogHead {
    pub(crate) segment: String,
    pub(crate) seq: u32,
    pub(crate) hash: Hash,
}

impl LogHead {
    pub(crate) fn new(segment: String) -> Self {
        Self {
            segment,
            seq: 0,
            hash: Hash::genesis(),
        }
    }

    /// Where it has come to with one more line.
    pub(crate) fn next(&self, at_ms: i64, digest: &Hash) -> Self {
        let seq = self.seq.saturating_add(1);
        let header = Header {
            pathway: &self.segment,
            seq,
            id: "log",
            recorded_ms: at_ms,
        };
        let hash = chain::link(&self.hash, header, digest);
        Self {
            segment: self.segment.clone(),
            seq,
            hash,
        }
    }
}

/// Which lines of the log to show, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogQuery {
    /// All lines.
    All,
    /// Lines that name a pathway.
    Pathway(String),
    /// Lines of one employment.
    Employment(String),
}

impl Store {
    /// Writes log lines that belong to no change, before a page is shown. They share their commit with others that wait.
    ///
    /// # Errors
    /// When the lines could not be made durable; the read they speak of must then fail.
    pub fn log_read(&self, rows: Vec<LogRow>) -> Result<(), StoreError> {
        let lines = ready_lines(rows);
        self.write(move |conn| write_log(conn, &lines))
    }

    /// Lines of the log, newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_log(&self, query: &LogQuery, paging: Paging) -> Result<Vec<LogRow>, StoreError> {
        let (pathway, employment) = match query {
            LogQuery::All => ("", ""),
            LogQuery::Pathway(id) => (id.as_str(), ""),
            LogQuery::Employment(id) => ("", id.as_str()),
        };
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       at,
                       employment,
                       unit,
                       function,
                       action,
                       pathways,
                       purpose,
                       reason,
                       outcome
                     FROM access_log
                     WHERE ($1 = '' OR EXISTS (
                         SELECT 1 FROM log_pathway p
                         WHERE p.pathway = $1 AND p.at = access_log.at AND p.segment = access_log.segment
                           AND p.seq = access_log.seq))
                       AND ($2 = '' OR employment = $2)
                     ORDER BY at DESC, segment, seq DESC
                     LIMIT $3 OFFSET $4"
                ),
                params![pathway, employment, paging.limit, paging.offset],
                log_row,
            )
        })
    }
}

pub(crate) fn write_log(conn: &mut Conn, lines: &[ReadyLine]) -> Result<(), StoreError> {
    for line in lines {
        let ReadyLine {
            row,
            pathways,
            digest,
            ..
        } = line;
        let next = conn.log.next(row.at_ms, digest);
        let prev = conn.log.hash.0.clone();
        conn.execute(
            sql!(
                "INSERT INTO access_log (
                   segment, seq, at, employment, unit, function, action, pathways, purpose, reason, outcome, prev, hash
                 ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
            ),
            params![
                &next.segment,
                next.seq,
                row.at_ms,
                &row.employment,
                &row.unit,
                &row.function,
                &row.action,
                pathways,
                &row.purpose,
                &row.reason,
                &row.outcome,
                &prev,
                &next.hash.0,
            ],
        )?;
        find_by_pathway(conn, line, &next)?;
        conn.log = next;
    }
    Ok(())
}

/// Makes a line found by the pathways it names.
fn find_by_pathway(conn: &mut Conn, line: &ReadyLine, head: &LogHead) -> Result<(), StoreError> {
    let (at, segment, seq) = (line.row.at_ms, &head.segment, head.seq);
    match &line.listed {
        Some(listed) => {
            let insert = dialect::insert_log_pathways(&conn.engine);
            conn.execute(insert, params![at, segment, seq, listed])?;
        }
        None if line.pathways.is_empty() => {}
        None => {
            let insert =
                sql!("INSERT INTO log_pathway (pathway, at, segment, seq) VALUES ($1, $2, $3, $4)");
            conn.execute(insert, params![&line.pathways, at, segment, seq])?;
        }
    }
    Ok(())
}

/// Reads the nine readable columns, `at` first.
pub(crate) fn log_row(row: &Row<'_>) -> Result<LogRow, StoreError> {
    Ok(LogRow {
        at_ms: row.int(0)?,
        employment: row.text(1)?,
        unit: row.text(2)?,
        function: row.text(3)?,
        action: row.text(4)?,
        pathways: row.text(5)?.split_whitespace().map(str::to_owned).collect(),
        purpose: row.text(6)?,
        reason: row.text(7)?,
        outcome: row.text(8)?,
    })
}
