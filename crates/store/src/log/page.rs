// SPDX-License-Identifier: EUPL-1.2
//! Pages of the log for those who look after it: lines of some units, of one employment or about one pathway, from the
//! newest back; and sums of them. Pages go on from a line, so that a page far back costs no more than the first.

use super::{LogRow, log_row};
use crate::Store;
use crate::conn::{Conn, Row, params, sql};
use crate::error::StoreError;

/// A line in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    /// Where it stands.
    pub place: LogPlace,
    /// What it says.
    pub row: LogRow,
}

/// A place in the log: lines are ordered by time, then by segment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LogPlace {
    /// When, milliseconds UTC.
    pub at_ms: i64,
    /// The segment.
    pub segment: String,
    /// The place in it.
    pub seq: u32,
}

/// Whose or which lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogScope {
    /// Lines of one unit.
    Unit(String),
    /// Lines of one employment.
    Employment(String),
    /// Lines that name a pathway.
    Pathway(String),
}

/// A question for lines. Empty texts leave a column open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogFilter {
    /// Whose or which.
    pub scope: LogScope,
    /// Not before this instant.
    pub from_ms: i64,
    /// Only what stands before this place; the end of a period is a place too.
    pub before: LogPlace,
    /// Lines of this employment.
    pub employment: String,
    /// Lines with this action.
    pub action: String,
    /// Lines with this outcome.
    pub outcome: String,
    /// At most so many.
    pub limit: u32,
}

impl LogPlace {
    /// The end of a period.
    pub fn end(at_ms: i64) -> Self {
        Self {
            at_ms,
            segment: String::new(),
            seq: 0,
        }
    }
}

impl LogFilter {
    /// The newest lines.
    pub fn of(scope: LogScope, limit: u32) -> Self {
        Self {
            scope,
            from_ms: 0,
            before: LogPlace::end(i64::MAX),
            employment: String::new(),
            action: String::new(),
            outcome: String::new(),
            limit,
        }
    }
}

/// What one employment did in half an hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogBucket {
    /// Who.
    pub employment: String,
    /// Half hours since 1970, UTC.
    pub half_hour: i64,
    /// How many lines.
    pub lines: u64,
    /// How many different pathways.
    pub pathways: u64,
}

impl Store {
    /// Lines from the newest back.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn log_lines(&self, filter: &LogFilter) -> Result<Vec<LogLine>, StoreError> {
        self.query(|conn| match &filter.scope {
            LogScope::Unit(unit) => of_unit(conn, unit, filter),
            LogScope::Employment(employment) => of_employment(conn, employment, filter),
            LogScope::Pathway(pathway) => of_pathway(conn, pathway, filter),
        })
    }

    /// How many lines a unit has in a period.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn count_log(&self, unit: &str, (from, to): (i64, i64)) -> Result<u64, StoreError> {
        let count =
            sql!("SELECT count(*) FROM access_log WHERE unit = $1 AND at >= $2 AND at < $3");
        let number = self.query(|conn| conn.number(count, params![unit, from, to]))?;
        Ok(u64::try_from(number).unwrap_or_default())
    }

    /// The line at a number of a unit's lines of a period, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn log_line_at(
        &self,
        unit: &str,
        (from, to): (i64, i64),
        number: u32,
    ) -> Result<Option<LogLine>, StoreError> {
        self.query(|conn| {
            conn.find(
                sql!(
                    "SELECT
                       at, employment, unit, function, action, pathways, purpose, reason, outcome, segment, seq
                     FROM access_log
                     WHERE unit = $1 AND at >= $2 AND at < $3
                     ORDER BY at, segment, seq
                     LIMIT 1 OFFSET $4"
                ),
                params![unit, from, to, number],
                line,
            )
        })
    }

    /// What each employment of a unit did of one action, or of one outcome, in a period, by half hours.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn log_buckets(
        &self,
        unit: &str,
        (from, to): (i64, i64),
        (action, outcome): (&str, &str),
    ) -> Result<Vec<LogBucket>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       employment,
                       at / 1800000,
                       count(*),
                       count(DISTINCT pathways)
                     FROM access_log
                     WHERE unit = $1 AND at >= $2 AND at < $3
                       AND ($4 = '' OR action = $4)
                       AND ($5 = '' OR outcome = $5)
                     GROUP BY employment, at / 1800000
                     ORDER BY employment, at / 1800000"
                ),
                params![unit, from, to, action, outcome],
                |row| {
                    Ok(LogBucket {
                        employment: row.text(0)?,
                        half_hour: row.int(1)?,
                        lines: u64::try_from(row.int(2)?).unwrap_or_default(),
                        pathways: u64::try_from(row.int(3)?).unwrap_or_default(),
                    })
                },
            )
        })
    }

    /// Pathways that an employment has read in a period and whose person is found by a word.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_read_by_name(
        &self,
        employment: &str,
        (from, to): (i64, i64),
        word: &str,
    ) -> Result<Vec<String>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT DISTINCT l.pathways
                     FROM access_log l
                     JOIN search_name n ON n.pathway = l.pathways
                     WHERE l.employment = $1 AND l.at >= $2 AND l.at < $3 AND l.action = 'read' AND n.token = $4
                     ORDER BY l.pathways"
                ),
                params![employment, from, to, word],
                |row| row.text(0),
            )
        })
    }
}

fn of_unit(conn: &mut Conn, unit: &str, filter: &LogFilter) -> Result<Vec<LogLine>, StoreError> {
    let LogPlace {
        at_ms,
        segment,
        seq,
    } = &filter.before;
    conn.list(
        sql!(
            "SELECT
               at, employment, unit, function, action, pathways, purpose, reason, outcome, segment, seq
             FROM access_log
             WHERE unit = $1 AND at >= $2 AND (at, segment, seq) < ($3, $4, $5)
               AND ($6 = '' OR employment = $6)
               AND ($7 = '' OR action = $7)
               AND ($8 = '' OR outcome = $8)
             ORDER BY at DESC, segment DESC, seq DESC
             LIMIT $9"
        ),
        params![
            unit,
            filter.from_ms,
            *at_ms,
            segment,
            *seq,
            &filter.employment,
            &filter.action,
            &filter.outcome,
            filter.limit
        ],
        line,
    )
}

fn of_employment(
    conn: &mut Conn,
    employment: &str,
    filter: &LogFilter,
) -> Result<Vec<LogLine>, StoreError> {
    let LogPlace {
        at_ms,
        segment,
        seq,
    } = &filter.before;
    conn.list(
        sql!(
            "SELECT
               at, employment, unit, function, action, pathways, purpose, reason, outcome, segment, seq
             FROM access_log
             WHERE employment = $1 AND at >= $2 AND (at, segment, seq) < ($3, $4, $5)
               AND ($6 = '' OR action = $6)
               AND ($7 = '' OR outcome = $7)
             ORDER BY at DESC, segment DESC, seq DESC
             LIMIT $8"
        ),
        params![
            employment,
            filter.from_ms,
            *at_ms,
            segment,
            *seq,
            &filter.action,
            &filter.outcome,
            filter.limit
        ],
        line,
    )
}

fn of_pathway(
    conn: &mut Conn,
    pathway: &str,
    filter: &LogFilter,
) -> Result<Vec<LogLine>, StoreError> {
    let LogPlace {
        at_ms,
        segment,
        seq,
    } = &filter.before;
    conn.list(
        sql!(
            "SELECT
               l.at, l.employment, l.unit, l.function, l.action, l.pathways, l.purpose, l.reason, l.outcome,
               l.segment, l.seq
             FROM log_pathway p
             JOIN access_log l ON l.segment = p.segment AND l.seq = p.seq
             WHERE p.pathway = $1 AND p.at >= $2 AND (p.at, p.segment, p.seq) < ($3, $4, $5)
               AND ($6 = '' OR l.employment = $6)
               AND ($7 = '' OR l.action = $7)
               AND ($8 = '' OR l.outcome = $8)
             ORDER BY p.at DESC, p.segment DESC, p.seq DESC
             LIMIT $9"
        ),
        params![
            pathway,
            filter.from_ms,
            *at_ms,
            segment,
            *seq,
            &filter.employment,
            &filter.action,
            &filter.outcome,
            filter.limit
        ],
        line,
    )
}

/// Reads the readable columns and the place after them.
fn line(row: &Row<'_>) -> Result<LogLine, StoreError> {
    Ok(LogLine {
        row: log_row(row)?,
        place: LogPlace {
            at_ms: row.int(0)?,
            segment: row.text(9)?,
            seq: row.seq(10)?,
        },
    })
}
