// SPDX-License-Identifier: EUPL-1.2
//! Everything about an append that can be worked out before it is its turn: places, hashes, what differs.
//!
//! A plan is made on a snapshot, outside the writer. When its turn comes the writer only checks that the journal and its
//! projection still stand where the plan found them.

use crate::append::{Append, PathwayAppend};
use crate::conn::{Conn, params, sql};
use crate::delta::Changes;
use crate::error::StoreError;
use crate::projection::{Head, Projection};
use traad_domain::chain::{self, Hash};

/// What is to be written to one journal, and what must still be so when it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) guard: Guard,
    /// Where the journal ends afterwards.
    pub(crate) head: Head,
    /// One for each entry, in order.
    pub(crate) places: Vec<Place>,
    pub(crate) changes: Changes,
}

/// What must still be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Guard {
    /// There is no such pathway.
    New,
    /// The journal ends here and its projection has this revision.
    Stands { head: Head, revision: i64 },
}

/// An entry's place in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) seq: u32,
    pub(crate) prev: Hash,
    pub(crate) hash: Hash,
    pub(crate) digest: Hash,
}

/// Where a pathway stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) head: Head,
    pub(crate) revision: i64,
    case_number: String,
    /// Which projection rows it has.
    prints: String,
    /// When its last entry was written.
    recorded_ms: i64,
}

pub(crate) fn standing(conn: &mut Conn, pathway: &str) -> Result<Option<Standing>, StoreError> {
    conn.find(
        sql!(
            "SELECT
               h.head_seq,
               h.head_hash,
               h.revision,
               h.case_number,
               h.prints,
               e.recorded
             FROM pathway_header h
             LEFT JOIN entry e ON e.pathway = h.pathway AND e.seq = h.head_seq
             WHERE h.pathway = $1"
        ),
        params![pathway],
        |row| {
            Ok(Standing {
                head: Head {
                    seq: row.seq(0)?,
                    hash: row.text(1)?,
                },
                revision: row.int(2)?,
                case_number: row.text(3)?,
                prints: row.text(4)?,
                recorded_ms: row.maybe_int(5)?.ok_or_else(|| {
                    StoreError::corrupt("entry", pathway, "the last entry is missing")
                })?,
            })
        },
    )
}

/// Plans for all journals of an append, in its order.
pub(crate) fn plan_all(conn: &mut Conn, append: &Append) -> Result<Vec<Plan>, StoreError> {
    let plans = append
        .pathways
        .iter()
        .map(|pathway| plan(conn, pathway))
        .collect();
    if let (Err(StoreError::Moved { .. }), Some(submission)) = (&plans, &append.submission) {
        // A form sent twice is answered as the first time, even though it has moved the journal itself.
        if let Some(result) = find_result(conn, &submission.author, &submission.id)? {
            return Err(StoreError::AlreadyDone { result });
        }
    }
    plans
}

pub(crate) fn plan(conn: &mut Conn, wanted: &PathwayAppend) -> Result<Plan, StoreError> {
    let stands = standing(conn, &wanted.pathway)?;
    let (base, recorded_ms) = match &stands {
        None => (
            Head {
                seq: 0,
                hash: Hash::genesis().0,
            },
            i64::MIN,
        ),
        Some(stands) => (stands.head.clone(), stands.recorded_ms),
    };
    if base.seq != wanted.base_seq {
        return Err(StoreError::Moved {
            pathway: wanted.pathway.clone(),
        });
    }
    let places = places(wanted, &base, recorded_ms)?;
    let head = match places.last() {
        Some(last) => Head {
            seq: last.seq,
            hash: last.hash.0.clone(),
        },
        None if base.seq == 0 => {
            return Err(StoreError::conflict(
                "entry: a journal begins with an entry",
            ));
        }
        None => base,
    };
    let (guard, changes) = match stands {
        None => (Guard::New, Changes::against_prints("", &wanted.projection)?),
        Some(stands) => (
            stands.guard(&wanted.projection)?,
            Changes::against_prints(&stands.prints, &wanted.projection)?,
        ),
    };
    Ok(Plan {
        guard,
        head,
        places,
        changes,
    })
}

/// What differs for a pathway whose journal does not change.
pub(crate) fn replan(
    conn: &mut Conn,
    pathway: &str,
    expected: &Head,
    projection: &Projection,
) -> Result<Plan, StoreError> {
    let stands = standing(conn, pathway)?.filter(|stands| stands.head == *expected);
    let Some(stands) = stands else {
        return Err(StoreError::Moved {
            pathway: pathway.to_owned(),
        });
    };
    let guard = stands.guard(projection)?;
    let changes = Changes::against_prints(&stands.prints, projection)?;
    Ok(Plan {
        guard,
        head: stands.head,
        places: Vec::new(),
        changes,
    })
}

impl Standing {
    fn guard(&self, projection: &Projection) -> Result<Guard, StoreError> {
        if projection.header.case_number != self.case_number {
            return Err(StoreError::conflict(
                "pathway_header.case_number: it is given once",
            ));
        }
        Ok(Guard::Stands {
            head: self.head.clone(),
            revision: self.revision,
        })
    }
}

fn places(wanted: &PathwayAppend, base: &Head, recorded_ms: i64) -> Result<Vec<Place>, StoreError> {
    let (mut seq, mut prev, mut latest) = (base.seq, Hash(base.hash.clone()), recorded_ms);
    let mut places = Vec::with_capacity(wanted.entries.len());
    for entry in &wanted.entries {
        if entry.recorded_ms < latest {
            return Err(StoreError::conflict(
                "entry.recorded: before the entry ahead of it",
            ));
        }
        latest = entry.recorded_ms;
        seq = seq
            .checked_add(1)
            .ok_or_else(|| StoreError::conflict("entry.seq"))?;
        let digest = chain::digest(&entry.salt, &entry.document);
        let header = chain::Header {
            pathway: &wanted.pathway,
            seq,
            id: &entry.id,
            recorded_ms: entry.recorded_ms,
        };
        let hash = chain::link(&prev, header, &digest);
        places.push(Place {
            seq,
            prev: prev.clone(),
            hash: hash.clone(),
            digest,
        });
        prev = hash;
    }
    Ok(places)
}

pub(crate) fn find_result(
    conn: &mut Conn,
    author: &str,
    id: &str,
) -> Result<Option<String>, StoreError> {
    conn.find(
        sql!("SELECT result FROM submission WHERE author = $1 AND id = $2"),
        params![author, id],
        |row| row.text(0),
    )
}

impl crate::store::Store {
    /// What a form gave when it was sent before; `None` when it was not.
    pub fn submitted(&self, author: &str, id: &str) -> Result<Option<String>, StoreError> {
        self.query(|conn| find_result(conn, author, id))
    }
}
