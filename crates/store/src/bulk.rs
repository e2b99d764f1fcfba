// SPDX-License-Identifier: EUPL-1.2
//! Filling a fresh `SQLite` file with many appends at once: for simulated countries, never for a database in use.
//!
//! The statements are those of [`Store::append`], so the rows are the same. What is left out is what makes a single
//! append durable and found at once: the journal, the waiting for the disk, and the indexes, which are made at the end.
//! A file that was not finished is of no use.
//!
//! [`Store::append`]: crate::Store::append

use crate::append::Append;
use crate::apply::{Ready, apply};
use crate::conn::{Conn, sql, sqlite};
use crate::dialect;
use crate::error::StoreError;
use crate::open::{OpenError, connect_bulk};
use std::fmt;
use std::path::{Path, PathBuf};

/// Why a file cannot be filled.
#[derive(Debug, thiserror::Error)]
pub enum BulkError {
    /// It cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It holds pathways.
    #[error("`{place}` holds pathways already: give the path of a new file")]
    NotEmpty {
        /// The file.
        place: String,
    },
    /// The database said no.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The disk did.
    #[error("`{place}` cannot be made durable: {source}")]
    Disk {
        /// The file.
        place: String,
        /// What the disk said.
        source: std::io::Error,
    },
}

/// A file that is being filled. Nobody else can open it meanwhile.
pub struct Bulk {
    conn: Conn,
    path: PathBuf,
    /// Definitions of the indexes that were set aside.
    indexes: Vec<String>,
}

impl fmt::Debug for Bulk {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Bulk")
    }
}

/// An append with everything worked out that needs no database; made in any thread.
#[derive(Debug, Clone)]
pub struct Prepared(Ready);

impl Prepared {
    /// Works out digests and prints.
    ///
    /// # Errors
    /// As [`Store::append`](crate::Store::append).
    pub fn of(append: Append) -> Result<Self, StoreError> {
        Ready::of(append).map(Self)
    }
}

impl Bulk {
    /// Takes a file that has the schema and no pathway yet. `segment` names the lines of the access log; never used
    /// before.
    ///
    /// # Errors
    /// `NotEmpty` when there is a pathway; otherwise as [`Store::open`](crate::Store::open).
    pub fn open(path: &Path, segment: &str) -> Result<Self, BulkError> {
        let mut conn = connect_bulk(path)?;
        let entries = sql!("SELECT count(*) FROM (SELECT 1 FROM entry LIMIT 1) AS first");
        if conn.number(entries, &[])? > 0 {
            return Err(BulkError::NotEmpty {
                place: path.display().to_string(),
            });
        }
        segment.clone_into(&mut conn.log.segment);
        let indexes = set_indexes_aside(&mut conn)?;
        conn.execute(dialect::BEGIN, &[])?;
        Ok(Self {
            conn,
            path: path.to_owned(),
            indexes,
        })
    }

    /// Writes appends in order.
    ///
    /// # Errors
    /// As [`Store::append`](crate::Store::append); the file is then of no use.
    pub fn write(&mut self, appends: &[Prepared]) -> Result<(), StoreError> {
        appends
            .iter()
            .try_for_each(|append| apply(&mut self.conn, &append.0).map(drop))
    }

    /// Makes the indexes and brings everything to the disk: from now on it is a database like any other.
    ///
    /// # Errors
    /// When the disk is full, for example; the file is then of no use.
    pub fn finish(self) -> Result<(), BulkError> {
        let Self {
            mut conn,
            path,
            indexes,
        } = self;
        for definition in &indexes {
            conn.batch(definition)?;
        }
        conn.execute(dialect::COMMIT, &[])?;
        conn.batch(dialect::SQLITE_FILLED)?;
        drop(conn);
        std::fs::File::open(&path)
            .and_then(|file| file.sync_all())
            .map_err(|source| BulkError::Disk {
                place: path.display().to_string(),
                source,
            })
    }
}

/// Drops the indexes that no append reads; gives their definitions, in the words of the migration. Those of persons stay:
/// a new version of a record looks for what the earlier one was found by.
fn set_indexes_aside(conn: &mut Conn) -> Result<Vec<String>, StoreError> {
    let found = conn.list(
        sqlite!(
            "SELECT
               name,
               sql
             FROM sqlite_master
             WHERE type = 'index' AND sql IS NOT NULL AND tbl_name NOT LIKE 'person%'
             ORDER BY rootpage"
        ),
        &[],
        |row| Ok((row.text(0)?, row.text(1)?)),
    )?;
    let mut definitions = Vec::with_capacity(found.len());
    for (name, definition) in found {
        conn.batch(&format!("DROP INDEX {name}"))?;
        definitions.push(definition);
    }
    Ok(definitions)
}
