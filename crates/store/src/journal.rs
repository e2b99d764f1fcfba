// SPDX-License-Identifier: EUPL-1.2
//! Reading journals and headers.

use crate::Store;
use crate::conn::{Conn, Row, params, sql};
use crate::error::StoreError;
use crate::projection::{Duty, Head, Header, HeaderRow, InboxItem};
use crate::{delta, dialect};

/// A stored entry, in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEntry {
    /// Its place, from 1.
    pub seq: u32,
    /// Its id.
    pub id: String,
    /// When it was written, milliseconds UTC.
    pub recorded_ms: i64,
    /// Envelope and body, byte for byte as they were given; none when they were erased.
    pub document: Option<String>,
}

/// A whole journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    /// The pathway.
    pub pathway: String,
    /// Where it ends. What is decided on this journal is appended with `head.seq` as its base.
    pub head: Head,
    /// Its entries, in order, without gaps.
    pub entries: Vec<StoredEntry>,
}

impl Store {
    /// The journal of a pathway, if there is one.
    ///
    /// # Errors
    /// `Corrupt` when an entry is missing in the middle.
    pub fn load_journal(&self, pathway: &str) -> Result<Option<Journal>, StoreError> {
        self.query(|conn| load(conn, pathway))
    }

    /// Several journals as they were at one moment, in the order asked for; those that do not exist are left out.
    ///
    /// # Errors
    /// As [`Store::load_journal`].
    pub fn load_many(&self, pathways: &[String]) -> Result<Vec<Journal>, StoreError> {
        self.snapshot(|conn| {
            let mut found = Vec::with_capacity(pathways.len());
            for pathway in pathways {
                found.extend(load(conn, pathway)?);
            }
            Ok(found)
        })
    }

    /// The header of a pathway.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find_header(&self, pathway: &str) -> Result<Option<HeaderRow>, StoreError> {
        self.query(|conn| find_header(conn, pathway))
    }

    /// The live duties of a pathway, by rule and key.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_duties(&self, pathway: &str) -> Result<Vec<Duty>, StoreError> {
        self.query(|conn| {
            let rows = delta::read_duties(conn, pathway)?;
            Ok(rows.into_iter().map(|(duty, _)| duty).collect())
        })
    }

    /// The inbox lines of a pathway, by kind, reference and unit.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_inbox_of(&self, pathway: &str) -> Result<Vec<InboxItem>, StoreError> {
        self.query(|conn| {
            let rows = delta::read_inbox(conn, pathway)?;
            Ok(rows.into_iter().map(|(item, _)| item).collect())
        })
    }

    /// The units that may see at least one entry of a pathway.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_units_of(&self, pathway: &str) -> Result<Vec<String>, StoreError> {
        self.query(|conn| delta::read_units(conn, pathway))
    }

    /// The pathway with a case number.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find_case(&self, case_number: &str) -> Result<Option<String>, StoreError> {
        self.query(|conn| {
            conn.find(
                sql!("SELECT pathway FROM pathway_header WHERE case_number = $1"),
                params![case_number],
                |row| row.text(0),
            )
        })
    }

    /// The pathway and place of an entry.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find_entry(&self, id: &str) -> Result<Option<(String, u32)>, StoreError> {
        self.query(|conn| {
            conn.find(
                sql!("SELECT pathway, seq FROM entry WHERE id = $1"),
                params![id],
                |row| Ok((row.text(0)?, row.seq(1)?)),
            )
        })
    }

    /// Asks the database a question it always answers.
    ///
    /// # Errors
    /// When it does not.
    pub fn ping(&self) -> Result<(), StoreError> {
        self.query(|conn| {
            let tables = dialect::count_tables(&conn.engine);
            conn.number(tables, &[]).map(drop)
        })
    }
}

pub(crate) fn load(conn: &mut Conn, pathway: &str) -> Result<Option<Journal>, StoreError> {
    let mut entries = Vec::new();
    let mut hash = String::new();
    conn.each(
        sql!(
            "SELECT
               seq,
               id,
               recorded,
               document,
               hash
             FROM entry
             WHERE pathway = $1
             ORDER BY seq"
        ),
        params![pathway],
        &mut |row| {
            let entry = stored_entry(row)?;
            if entry.seq as usize != entries.len() + 1 {
                let detail = format!("entry {} is missing", entries.len() + 1);
                return Err(StoreError::corrupt("entry", pathway, detail));
            }
            row.text_into(4, &mut hash)?;
            entries.push(entry);
            Ok(())
        },
    )?;
    let Some(seq) = entries.last().map(|entry| entry.seq) else {
        return Ok(None);
    };
    Ok(Some(Journal {
        pathway: pathway.to_owned(),
        head: Head { seq, hash },
        entries,
    }))
}

fn stored_entry(row: &Row<'_>) -> Result<StoredEntry, StoreError> {
    Ok(StoredEntry {
        seq: row.seq(0)?,
        id: row.text(1)?,
        recorded_ms: row.int(2)?,
        document: row.maybe_text(3)?,
    })
}

pub(crate) fn find_header(conn: &mut Conn, pathway: &str) -> Result<Option<HeaderRow>, StoreError> {
    Ok(find_shown(conn, pathway)?.map(|shown| shown.row))
}

/// A header with all that stands in it.
pub(crate) struct Shown {
    pub(crate) row: HeaderRow,
    /// What it says of the pathway's rows.
    pub(crate) prints: String,
    /// When it says that the last entry was written.
    pub(crate) recorded_ms: i64,
}

pub(crate) fn find_shown(conn: &mut Conn, pathway: &str) -> Result<Option<Shown>, StoreError> {
    conn.find(
        sql!(
            "SELECT
               pathway,
               head_seq,
               head_hash,
               case_number,
               kind,
               phase,
               home_municipality,
               termin,
               next_change,
               projection_version,
               closed,
               document,
               prints,
               head_recorded
             FROM pathway_header
             WHERE pathway = $1"
        ),
        params![pathway],
        |row| {
            Ok(Shown {
                row: header_row(row, 0)?,
                prints: row.text(12)?,
                recorded_ms: row.int(13)?,
            })
        },
    )
}

/// Reads the twelve columns of a header from column `at` on.
pub(crate) fn header_row(row: &Row<'_>, at: usize) -> Result<HeaderRow, StoreError> {
    Ok(HeaderRow {
        pathway: row.text(at)?,
        head: Head {
            seq: row.seq(at + 1)?,
            hash: row.text(at + 2)?,
        },
        header: Header {
            case_number: row.text(at + 3)?,
            kind: row.text(at + 4)?,
            phase: row.text(at + 5)?,
            home_municipality: row.text(at + 6)?,
            termin: row.maybe_date(at + 7)?,
            next_change_ms: row.maybe_int(at + 8)?,
            version: row.seq(at + 9)?,
            closed: row.flag(at + 10)?,
            document: row.text(at + 11)?,
        },
    })
}
