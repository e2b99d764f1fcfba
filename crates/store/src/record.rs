// SPDX-License-Identifier: EUPL-1.2
//! Records: persons, units, staff, employments, agreements, seats. Every version is kept; the highest is the current
//! one. They are written with an `Append`, alone or together with entries.

use crate::Store;
use crate::append::{Append, PutRecord};
use crate::conn::{Conn, Row, params, sql};
use crate::error::StoreError;

/// One version of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What it is.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Its version, from 1.
    pub version: u32,
    /// When this version was written, milliseconds UTC.
    pub recorded_ms: i64,
    /// Who wrote it.
    pub recorded_by: String,
    /// The record as JSON.
    pub document: String,
}

impl Store {
    /// Writes new versions of records, all or none.
    ///
    /// # Errors
    /// `Conflict` named `record` when somebody else has written a version since the one that was read.
    pub fn put_records(&self, records: Vec<PutRecord>) -> Result<(), StoreError> {
        self.append(Append {
            records,
            ..Append::default()
        })
        .map(drop)
    }

    /// The current version of a record.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find_record(&self, kind: &str, id: &str) -> Result<Option<Record>, StoreError> {
        self.query(|conn| find(conn, kind, id))
    }

    /// The current versions of several records of a kind as they were at one moment; those that do not exist are left out.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find_records(&self, kind: &str, ids: &[&str]) -> Result<Vec<Record>, StoreError> {
        self.snapshot(|conn| {
            let mut found = Vec::with_capacity(ids.len());
            for id in ids {
                found.extend(find(conn, kind, id)?);
            }
            Ok(found)
        })
    }

    /// The current versions of all records of a kind, by id.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_records(&self, kind: &str) -> Result<Vec<Record>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       kind,
                       id,
                       version,
                       recorded,
                       recorded_by,
                       document
                     FROM record r
                     WHERE kind = $1
                       AND version = (SELECT max(version) FROM record l WHERE l.kind = r.kind AND l.id = r.id)
                     ORDER BY id"
                ),
                params![kind],
                record,
            )
        })
    }

    /// All versions of a record, the first one first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_record_history(&self, kind: &str, id: &str) -> Result<Vec<Record>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       kind,
                       id,
                       version,
                       recorded,
                       recorded_by,
                       document
                     FROM record
                     WHERE kind = $1 AND id = $2
                     ORDER BY version"
                ),
                params![kind, id],
                record,
            )
        })
    }

    /// How many versions of records of a kind there have ever been. It never falls, and it grows with every change: equal
    /// numbers mean equal records.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn count_record_versions(&self, kind: &str) -> Result<u64, StoreError> {
        self.query(|conn| {
            let count = conn.number(
                sql!("SELECT count(*) FROM record WHERE kind = $1"),
                params![kind],
            )?;
            Ok(u64::try_from(count).unwrap_or_default())
        })
    }
}

fn record(row: &Row<'_>) -> Result<Record, StoreError> {
    Ok(Record {
        kind: row.text(0)?,
        id: row.text(1)?,
        version: row.seq(2)?,
        recorded_ms: row.int(3)?,
        recorded_by: row.text(4)?,
        document: row.text(5)?,
    })
}

fn find(conn: &mut Conn, kind: &str, id: &str) -> Result<Option<Record>, StoreError> {
    conn.find(
        sql!(
            "SELECT
               kind,
               id,
               version,
               recorded,
               recorded_by,
               document
             FROM record
             WHERE kind = $1 AND id = $2
             ORDER BY version DESC
             LIMIT 1"
        ),
        params![kind, id],
        record,
    )
}
