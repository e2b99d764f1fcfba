// SPDX-License-Identifier: EUPL-1.2
//! Making projections again: from the entries alone, and when time has changed something without an entry.

use crate::Store;
use crate::apply::force_projection;
use crate::conn::{Conn, params, sql};
use crate::delta::{self, Prints};
use crate::error::StoreError;
use crate::journal::{Journal, find_header, find_shown, load};
use crate::plan::End;
use crate::projection::{Head, Header, Projection};
use std::num::NonZero;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Journals whose changes share a transaction.
const STEP: u32 = 200;

/// Journals read together: few enough to be near the processor still when they are derived.
const READ: usize = 16;

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

/// What came of deriving every pathway anew.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rederived {
    /// Journals there are.
    pub journals: u64,
    /// Those whose projection was another and was written.
    pub changed: u64,
}

/// What a new projection is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compare {
    /// The rows that are really there.
    Rows,
    /// What the header says of them.
    Prints,
}

/// What is kept of a pathway.
struct Kept {
    header: Header,
    /// What the header says of its rows.
    prints: String,
    /// When it says that the last entry was written.
    recorded_ms: i64,
    /// The rows that are really there, when they were asked for.
    rows: Option<String>,
}

impl Kept {
    fn shows(&self, wanted: &Projection, recorded_ms: i64) -> Result<bool, StoreError> {
        let prints = Prints::of(wanted)?;
        let rows = self.rows.as_ref();
        Ok(self.header == wanted.header
            && self.recorded_ms == recorded_ms
            && self.prints == prints.text
            && rows.is_none_or(|rows| prints.same_rows(rows)))
    }
}

/// A journal and what is kept of it; without a header nothing is.
fn read_kept(
    conn: &mut Conn,
    compare: Compare,
    id: &str,
) -> Result<Option<(Journal, Option<Kept>)>, StoreError> {
    let Some(journal) = load(conn, id)? else {
        return Ok(None);
    };
    let Some(shown) = find_shown(conn, id)? else {
        return Ok(Some((journal, None)));
    };
    let head = &shown.row.head;
    if *head != journal.head {
        let detail = format!(
            "its header says {} entries, there are {}",
            head.seq, journal.head.seq
        );
        return Err(StoreError::corrupt("entry", id, detail));
    }
    let rows = match compare {
        Compare::Rows => Some(delta::stored_prints(conn, id)?),
        Compare::Prints => None,
    };
    let kept = Kept {
        header: shown.row.header,
        prints: shown.prints,
        recorded_ms: shown.recorded_ms,
        rows,
    };
    Ok(Some((journal, Some(kept))))
}

fn write_changed(conn: &mut Conn, changed: &[(String, End, Projection)]) -> Result<(), StoreError> {
    changed.iter().try_for_each(|(pathway, end, projection)| {
        match force_projection(conn, pathway, end, projection) {
            // Whoever moved the journal has derived it anew.
            Err(StoreError::Moved { .. }) => Ok(()),
            other => other,
        }
    })
}

fn lock<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
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

    /// Pathways a unit may see an entry of, with their case numbers, in order, after a given one (empty for the first):
    /// step by step these are all of them, also while others write.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_pathways_of(
        &self,
        unit: &str,
        after: &str,
        limit: u32,
    ) -> Result<Vec<(String, String)>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       u.pathway,
                       h.case_number
                     FROM pathway_unit u
                     JOIN pathway_header h ON h.pathway = u.pathway
                     WHERE u.unit = $1 AND u.pathway > $2
                     ORDER BY u.pathway
                     LIMIT $3"
                ),
                params![unit, after, limit],
                |row| Ok((row.text(0)?, row.text(1)?)),
            )
        })
    }

    /// Makes every projection again from the entries alone; gives the number of journals. What `derive` is given is all
    /// it may use besides records, so that the result is the same whenever it runs. It is called by as many threads as
    /// there are cores, and only what differs from the rows that are really there is written.
    ///
    /// # Errors
    /// `Corrupt` when a journal does not end where its header says: a rebuild must not hide a cut tail. `derive`'s own
    /// errors end it; journals done so far stay done.
    pub fn rebuild<E: From<StoreError> + Send>(
        &self,
        derive: impl Fn(&Journal) -> Result<Projection, E> + Sync,
    ) -> Result<u64, E> {
        self.write(drop_lonely)?;
        let made = self.make_again(Compare::Rows, &derive)?;
        Ok(made.journals)
    }

    /// Derives every pathway anew, for example after a change of the rules, and writes what differs from what the headers
    /// say of their rows.
    ///
    /// # Errors
    /// As [`Store::rebuild`].
    pub fn rederive<E: From<StoreError> + Send>(
        &self,
        derive: impl Fn(&Journal) -> Result<Projection, E> + Sync,
    ) -> Result<Rederived, E> {
        self.make_again(Compare::Prints, &derive)
    }

    fn make_again<E: From<StoreError> + Send>(
        &self,
        compare: Compare,
        derive: &(impl Fn(&Journal) -> Result<Projection, E> + Sync),
    ) -> Result<Rederived, E> {
        let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
        // Empty before the first, none after the last or an error.
        let next = Mutex::new(Some(String::new()));
        std::thread::scope(|scope| {
            let work = || self.take_turns(compare, &next, derive);
            let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            let mut all = Rederived::default();
            let mut first_error = None;
            for thread in running {
                match thread.join() {
                    Ok(Ok(done)) => {
                        all.journals += done.journals;
                        all.changed += done.changed;
                    }
                    Ok(Err(error)) => first_error = first_error.or(Some(error)),
                    Err(_) => {
                        let broke = StoreError::unavailable("a thread that derives broke off");
                        first_error = first_error.or(Some(broke.into()));
                    }
                }
            }
            first_error.map_or(Ok(all), Err)
        })
    }

    /// Takes one step of journals after the other until there are none.
    fn take_turns<E: From<StoreError>>(
        &self,
        compare: Compare,
        next: &Mutex<Option<String>>,
        derive: &impl Fn(&Journal) -> Result<Projection, E>,
    ) -> Result<Rederived, E> {
        let mut done = Rederived::default();
        loop {
            let ids = self.next_step(next)?;
            if ids.is_empty() {
                return Ok(done);
            }
            match self.one_step(compare, &ids, derive) {
                Ok(step) => {
                    done.journals += step.journals;
                    done.changed += step.changed;
                }
                Err(error) => {
                    *lock(next) = None;
                    return Err(error);
                }
            }
        }
    }

    fn next_step(&self, next: &Mutex<Option<String>>) -> Result<Vec<String>, StoreError> {
        let mut next = lock(next);
        let Some(after) = next.take() else {
            return Ok(Vec::new());
        };
        let ids = self.list_pathways_after(&after, STEP)?;
        *next = ids.last().cloned();
        Ok(ids)
    }

    fn one_step<E: From<StoreError>>(
        &self,
        compare: Compare,
        ids: &[String],
        derive: &impl Fn(&Journal) -> Result<Projection, E>,
    ) -> Result<Rederived, E> {
        let mut done = Rederived::default();
        let mut changed = Vec::new();
        for few in ids.chunks(READ) {
            let read = self.snapshot(|conn| {
                let mut read = Vec::with_capacity(few.len());
                for id in few {
                    read.extend(read_kept(conn, compare, id)?);
                }
                Ok(read)
            })?;
            for (journal, kept) in read {
                let projection = derive(&journal)?;
                done.journals += 1;
                let recorded_ms = journal
                    .entries
                    .last()
                    .map_or(i64::MIN, |entry| entry.recorded_ms);
                let same = kept.map(|kept| kept.shows(&projection, recorded_ms));
                if same.transpose()?.unwrap_or(false) {
                    continue;
                }
                done.changed += 1;
                let end = End {
                    head: journal.head,
                    recorded_ms,
                };
                changed.push((journal.pathway, end, projection));
            }
        }
        if !changed.is_empty() {
            self.write(move |conn| write_changed(conn, &changed))?;
        }
        Ok(done)
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
