// SPDX-License-Identifier: EUPL-1.2
//! Everything about an append that can be worked out before it is its turn, and where a pathway stands when it is.
//!
//! Digests and prints are made outside the transaction; inside it an entry is only linked to the one before it.

use crate::append::PathwayAppend;
use crate::conn::{Conn, params};
use crate::delta::Prints;
use crate::dialect;
use crate::error::StoreError;
use crate::projection::Head;
use std::borrow::Cow;
use traad_domain::chain::{self, Hash};

/// What is known of an append to one journal before its transaction begins.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// One for each entry, in order.
    pub(crate) digests: Vec<Hash>,
    /// The places of the entries when they begin a journal.
    first: Option<Vec<Place>>,
    pub(crate) prints: Prints,
}

/// An entry's place in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) seq: u32,
    pub(crate) prev: Hash,
    pub(crate) hash: Hash,
}

/// Where a journal ends, and when its last entry was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct End {
    pub(crate) head: Head,
    pub(crate) recorded_ms: i64,
}

/// Where a pathway stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) end: End,
    pub(crate) case_number: String,
    /// Which projection rows it has.
    pub(crate) prints: String,
}

/// Reads where a pathway stands; on `PostgreSQL` it stays there until the transaction ends.
pub(crate) fn standing(conn: &mut Conn, pathway: &str) -> Result<Option<Standing>, StoreError> {
    let statement = dialect::lock_standing(&conn.engine);
    conn.find(statement, params![pathway], |row| {
        let head = Head {
            seq: row.seq(0)?,
            hash: row.text(1)?,
        };
        Ok(Standing {
            end: End {
                head,
                recorded_ms: row.int(2)?,
            },
            case_number: row.text(3)?,
            prints: row.text(4)?,
        })
    })
}

impl Plan {
    pub(crate) fn of(wanted: &PathwayAppend) -> Result<Self, StoreError> {
        let digests: Vec<Hash> = wanted
            .entries
            .iter()
            .map(|entry| chain::digest(&entry.salt, &entry.document))
            .collect();
        let begins = wanted.base_seq == 0;
        let first = begins.then(|| linked(wanted, &digests, None)).transpose()?;
        Ok(Self {
            digests,
            first,
            prints: Prints::of(&wanted.projection)?,
        })
    }

    /// The places the entries take after where the pathway stands.
    pub(crate) fn places(
        &self,
        wanted: &PathwayAppend,
        stands: Option<&Standing>,
    ) -> Result<Cow<'_, [Place]>, StoreError> {
        if stands.map_or(0, |stands| stands.end.head.seq) != wanted.base_seq {
            return Err(StoreError::Moved {
                pathway: wanted.pathway.clone(),
            });
        }
        match (&self.first, stands) {
            (Some(first), None) => Ok(Cow::Borrowed(first)),
            _ => linked(wanted, &self.digests, stands).map(Cow::Owned),
        }
    }
}

/// Links the entries of an append after where the pathway stands.
fn linked(
    wanted: &PathwayAppend,
    digests: &[Hash],
    stands: Option<&Standing>,
) -> Result<Vec<Place>, StoreError> {
    let (mut seq, mut prev, mut latest) = match stands {
        None => (0, Hash::genesis(), i64::MIN),
        Some(Standing { end, .. }) => (end.head.seq, Hash(end.head.hash.clone()), end.recorded_ms),
    };
    if seq == 0 && wanted.entries.is_empty() {
        return Err(StoreError::conflict(
            "entry: a journal begins with an entry",
        ));
    }
    let mut places = Vec::with_capacity(wanted.entries.len());
    for (entry, digest) in wanted.entries.iter().zip(digests) {
        if entry.recorded_ms < latest {
            return Err(StoreError::conflict(
                "entry.recorded: before the entry ahead of it",
            ));
        }
        latest = entry.recorded_ms;
        seq = seq
            .checked_add(1)
            .ok_or_else(|| StoreError::conflict("entry.seq"))?;
        let header = chain::Header {
            pathway: &wanted.pathway,
            seq,
            id: &entry.id,
            recorded_ms: entry.recorded_ms,
        };
        let hash = chain::link(&prev, header, digest);
        places.push(Place {
            seq,
            prev,
            hash: hash.clone(),
        });
        prev = hash;
    }
    Ok(places)
}
