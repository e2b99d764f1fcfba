// SPDX-License-Identifier: EUPL-1.2
//! Making projections again: from the entries alone, and when time has changed something without an entry.

use crate::Store;
use crate::apply::force_projection;
use crate::conn::{Conn, params, sql};
use crate::delta;
use crate::error::StoreError;
use crate::journal::{Journal, find_header, load};
use crate::plan::End;
use crate::projection::{Head, Projection};

/// Journals that share a transaction.
const STEP: u32 = 200;

/// A pathway whose duties change without an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuePathway {
    /// The pathway.
    pub pathway: String,
    /// Where its journal ended when it was found.
    pub head: Head,
}

/// Whose pathways are to be derived anew though nothing was written to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Woken<'a> {
    /// Those in which a unit owes something: somebody there came, went, or is away.
    Unit(&'a str),
    /// Those of a kommune: its agreement is another.
    Municipality(&'a str),
}

impl Store {
    /// Lets pathways be found by [`Store::due_for_rederive`] from an instant on.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn wake(&self, whose: &Woken<'_>, at_ms: i64) -> Result<(), StoreError> {
        match whose {
            Woken::Unit(unit) => {
                let unit = (*unit).to_owned();
                self.write(move |conn| {
                    conn.execute(
                        sql!(
                            "UPDATE pathway_header SET next_change = $1
                             WHERE (next_change IS NULL OR next_change > $1)
                               AND pathway IN (SELECT pathway FROM duty WHERE owner_unit = $2)"
                        ),
                        params![at_ms, &unit],
                    )
                    .map(drop)
                })
            }
            Woken::Municipality(code) => {
                let code = (*code).to_owned();
                self.write(move |conn| {
                    conn.execute(
                        sql!(
                            "UPDATE pathway_header SET next_change = $1
                             WHERE (next_change IS NULL OR next_change > $1)
                               AND home_municipality = $2"
                        ),
                        params![at_ms, &code],
                    )
                    .map(drop)
                })
            }
        }
    }

    /// Pathways in which something has changed by `now_ms` without an entry, the longest waiting first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn due_for_rederive(&self, now_ms: i64, limit: u32) -> Result<Vec<DuePathway>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       pathway,
                       head_seq,
                       head_hash
                     FROM pathway_header
                     WHERE next_change <= $1
                     ORDER BY next_change, pathway
                     LIMIT $2"
                ),
                params![now_ms, limit],
                |row| {
                    let head = Head {
                        seq: row.seq(1)?,
                        hash: row.text(2)?,
                    };
                    Ok(DuePathway {
                        pathway: row.text(0)?,
                        head,
                    })
                },
            )
        })
    }

    /// Ids of pathways that have a journal, in order, after a given one (empty for the first).
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_pathways_after(&self, after: &str, limit: u32) -> Result<Vec<String>, StoreError> {
        self.query(|conn| pathways_after(conn, after, limit))
    }

    /// Makes every projection again from the entries alone; gives the number of journals. What `derive` is given is all
    /// it may use besides records, so that the result is the same whenever it runs.
    ///
    /// # Errors
    /// `Corrupt` when a journal does not end where its header says: a rebuild must not hide a cut tail. `derive`'s own
    /// errors end it; journals done so far stay done.
    pub fn rebuild<E: From<StoreError>>(
        &self,
        mut derive: impl FnMut(&Journal) -> Result<Projection, E>,
    ) -> Result<u64, E> {
        self.write(drop_lonely)?;
        let (mut after, mut count) = (String::new(), 0);
        loop {
            let journals = self.snapshot(|conn| {
                let ids = pathways_after(conn, &after, STEP)?;
                let mut journals = Vec::with_capacity(ids.len());
                for id in &ids {
                    let journal = load(conn, id)?;
                    check_head(conn, journal.as_ref())?;
                    journals.extend(journal);
                }
                Ok(journals)
            })?;
            let Some(last) = journals.last() else {
                return Ok(count);
            };
            after.clone_from(&last.pathway);
            count += journals.len() as u64;
            let mut made = Vec::with_capacity(journals.len());
            for journal in journals {
                let projection = derive(&journal)?;
                let recorded_ms = journal
                    .entries
                    .last()
                    .map_or(i64::MIN, |entry| entry.recorded_ms);
                let end = End {
                    head: journal.head,
                    recorded_ms,
                };
                made.push((journal.pathway, end, projection));
            }
            self.write(move |conn| {
                made.iter().try_for_each(|(pathway, end, projection)| {
                    match force_projection(conn, pathway, end, projection) {
                        // Whoever moved the journal has derived it anew.
                        Err(StoreError::Moved { .. }) => Ok(()),
                        other => other,
                    }
                })
            })?;
        }
    }

    /// Every projection row as a line of text, in order: for showing that two ways lead to the same result.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn dump_projections(&self) -> Result<Vec<String>, StoreError> {
        self.snapshot(|conn| {
            let mut lines = Vec::new();
            let ids = conn.list(
                sql!("SELECT pathway FROM pathway_header ORDER BY pathway"),
                &[],
                |row| row.text(0),
            )?;
            for id in ids {
                lines.push(format!("{:?}", find_header(conn, &id)?));
                lines.push(format!("{id} units {:?}", delta::read_units(conn, &id)?));
                lines.extend(
                    delta::read_duties(conn, &id)?
                        .iter()
                        .map(|row| format!("{id} {row:?}")),
                );
                lines.extend(
                    delta::read_inbox(conn, &id)?
                        .iter()
                        .map(|row| format!("{id} {row:?}")),
                );
                lines.push(format!("{id} words {:?}", delta::read_words(conn, &id)?));
                lines.push(format!(
                    "{id} numbers {:?}",
                    delta::read_identifiers(conn, &id)?
                ));
            }
            Ok(lines)
        })
    }
}

fn pathways_after(conn: &mut Conn, after: &str, limit: u32) -> Result<Vec<String>, StoreError> {
    conn.list(
        sql!(
            "SELECT pathway FROM entry
             WHERE seq = 1 AND pathway > $1
             ORDER BY pathway
             LIMIT $2"
        ),
        params![after, limit],
        |row| row.text(0),
    )
}

fn check_head(conn: &mut Conn, journal: Option<&Journal>) -> Result<(), StoreError> {
    let Some(journal) = journal else {
        return Ok(());
    };
    match find_header(conn, &journal.pathway)? {
        Some(row) if row.head != journal.head => {
            let detail = format!(
                "its header says {} entries, there are {}",
                row.head.seq, journal.head.seq
            );
            Err(StoreError::corrupt("entry", &journal.pathway, detail))
        }
        _ => Ok(()),
    }
}

/// Takes away projection rows of pathways that have no header; the rebuild makes what should be there.
fn drop_lonely(conn: &mut Conn) -> Result<(), StoreError> {
    for statement in [
        sql!("DELETE FROM pathway_unit WHERE pathway NOT IN (SELECT pathway FROM pathway_header)"),
        sql!("DELETE FROM duty WHERE pathway NOT IN (SELECT pathway FROM pathway_header)"),
        sql!("DELETE FROM inbox WHERE pathway NOT IN (SELECT pathway FROM pathway_header)"),
        sql!("DELETE FROM search_name WHERE pathway NOT IN (SELECT pathway FROM pathway_header)"),
        sql!(
            "DELETE FROM search_identifier WHERE pathway NOT IN (SELECT pathway FROM pathway_header)"
        ),
    ] {
        conn.execute(statement, &[])?;
    }
    Ok(())
}
