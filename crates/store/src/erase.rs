// SPDX-License-Identifier: EUPL-1.2
//! Taking a body away by a decision: document and salt go, the digest stays, and an entry says who decided and why.

use crate::append::{Append, Appended};
use crate::apply::{Ready, apply};
use crate::conn::{Conn, Engine, params, postgres, sql, sqlite};
use crate::error::StoreError;
use crate::outbox;
use crate::store::{Backend, Store};

/// One body to take away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// The journal it stands in.
    pub pathway: String,
    /// The entry whose body goes.
    pub entry: String,
    /// The entry that says so; one of those appended to the same journal at the same time.
    pub erased_by: String,
    /// When, milliseconds UTC.
    pub recorded_ms: i64,
}

/// A body that is gone, with the entry that says so: what is needed to take it away again in a restored copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// Which, and when.
    pub erasure: Erasure,
    /// The document of the entry that says so.
    pub said: String,
}

/// Whether the text has left the file as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scrubbed {
    /// No copy is left in the file or its write-ahead log.
    Done,
    /// `PostgreSQL` has let the dead row go; its bytes are overwritten as the space and the log are used again.
    Vacuumed,
    /// A reader was in the way: the old text stays in the write-ahead log until [`Store::scrub`] is called again.
    Waiting,
}

impl Store {
    /// Appends the entry that says so, takes the bodies away and puts the new projection, all in one transaction.
    ///
    /// # Errors
    /// As [`Store::append`]; `Conflict` named `erasure` when an entry is not in that journal, was erased before, or the
    /// entry that says so is not appended to the same journal.
    pub fn erase(
        &self,
        erasures: Vec<Erasure>,
        append: Append,
    ) -> Result<(Appended, Scrubbed), StoreError> {
        if !erasures.iter().all(|erasure| says_so(&append, erasure)) {
            return Err(StoreError::conflict("erasure"));
        }
        let ready = Ready::of(append)?;
        let appended = self.write(move |conn| {
            let appended = apply(conn, &ready)?;
            erasures
                .iter()
                .try_for_each(|erasure| erase_one(conn, erasure))?;
            Ok(appended)
        })?;
        Ok((appended, self.scrub()?))
    }

    /// All erasures there have been, oldest first: what a restored copy is brought up to.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_erasures(&self) -> Result<Vec<Erasure>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       pathway,
                       entry,
                       erased_by,
                       recorded
                     FROM erasure
                     ORDER BY recorded, entry"
                ),
                &[],
                |row| {
                    Ok(Erasure {
                        pathway: row.text(0)?,
                        entry: row.text(1)?,
                        erased_by: row.text(2)?,
                        recorded_ms: row.int(3)?,
                    })
                },
            )
        })
    }

    /// As [`Store::list_erasures`], decision by decision, each with the document of the entry that says so.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_erased(&self) -> Result<Vec<Erased>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       erasure.pathway,
                       erasure.entry,
                       erasure.erased_by,
                       erasure.recorded,
                       entry.document
                     FROM erasure
                     JOIN entry ON entry.id = erasure.erased_by
                     ORDER BY erasure.recorded, erasure.erased_by, erasure.entry"
                ),
                &[],
                |row| {
                    Ok(Erased {
                        erasure: Erasure {
                            pathway: row.text(0)?,
                            entry: row.text(1)?,
                            erased_by: row.text(2)?,
                            recorded_ms: row.int(3)?,
                        },
                        said: row.text(4)?,
                    })
                },
            )
        })
    }

    /// Lets what was erased leave the files: the write-ahead log of `SQLite`, dead rows of `PostgreSQL`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn scrub(&self) -> Result<Scrubbed, StoreError> {
        match &self.backend {
            // A checkpoint cannot run inside a transaction, and so not on the writer.
            Backend::Sqlite { scrubber, .. } => scrubber.with(truncate_log),
            Backend::Postgres { pool } => pool.with(|conn| {
                conn.execute(postgres!("VACUUM entry"), &[])?;
                Ok(Scrubbed::Vacuumed)
            }),
        }
    }
}

fn says_so(append: &Append, erasure: &Erasure) -> bool {
    append
        .pathways
        .iter()
        .filter(|pathway| pathway.pathway == erasure.pathway)
        .any(|pathway| {
            pathway
                .entries
                .iter()
                .any(|entry| entry.id == erasure.erased_by)
        })
}

fn erase_one(conn: &mut Conn, erasure: &Erasure) -> Result<(), StoreError> {
    conn.execute(
        sql!("INSERT INTO erasure (entry, pathway, erased_by, recorded) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"),
        params![&erasure.entry, &erasure.pathway, &erasure.erased_by, erasure.recorded_ms],
    )?;
    let touched = conn.execute(
        sql!(
            "UPDATE entry SET document = NULL, salt = NULL
             WHERE id = $1 AND pathway = $2 AND document IS NOT NULL"
        ),
        params![&erasure.entry, &erasure.pathway],
    )?;
    if touched == 1 {
        outbox::forget_entry(conn, &erasure.entry)
    } else {
        Err(StoreError::conflict("erasure"))
    }
}

fn truncate_log(conn: &mut Conn) -> Result<Scrubbed, StoreError> {
    debug_assert!(matches!(conn.engine, Engine::Sqlite(_)));
    let busy = conn.number(sqlite!("PRAGMA wal_checkpoint(TRUNCATE)"), &[])?;
    Ok(if busy == 0 {
        Scrubbed::Done
    } else {
        Scrubbed::Waiting
    })
}
