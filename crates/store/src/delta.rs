// SPDX-License-Identifier: EUPL-1.2
//! The difference between the projection that is stored and the one that shall be: only that is written.

mod duty;
mod inbox;
mod words;

pub(crate) use duty::{NO_DATE, duty_from, read_duties};
pub(crate) use inbox::{inbox_from, read_inbox};
pub(crate) use words::{read_identifiers, read_units, read_words};

use crate::conn::Conn;
use crate::error::StoreError;
use crate::key;
use crate::projection::{Duty, Identifier, InboxItem, Projection};
use std::collections::BTreeSet;

/// Rows to write and rows to take away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Delta<T> {
    pub(crate) put: Vec<T>,
    pub(crate) drop: Vec<T>,
}

/// What differs in all tables of a projection but the header, which is always written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Changes {
    units: Delta<String>,
    duties: Delta<Duty>,
    inbox: Delta<InboxItem>,
    words: Delta<String>,
    identifiers: Delta<Identifier>,
}

impl Changes {
    /// Compares with what is stored.
    pub(crate) fn against_stored(
        conn: &mut Conn,
        pathway: &str,
        wanted: &Projection,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            units: set_delta(words::read_units(conn, pathway)?, &wanted.units),
            duties: delta(duty::read_duties(conn, pathway)?, &wanted.duties, |a, b| {
                a.rule == b.rule && a.key == b.key
            }),
            inbox: delta(inbox::read_inbox(conn, pathway)?, &wanted.inbox, |a, b| {
                a.kind == b.kind && a.reference == b.reference && a.unit == b.unit
            }),
            words: set_delta(words::read_words(conn, pathway)?, &search_words(wanted)),
            identifiers: set_delta(words::read_identifiers(conn, pathway)?, &wanted.identifiers),
        })
    }

    /// For a pathway of which nothing is stored.
    pub(crate) fn all_of(wanted: &Projection) -> Self {
        Self {
            units: set_delta(Vec::new(), &wanted.units),
            duties: Delta {
                put: wanted.duties.clone(),
                drop: Vec::new(),
            },
            inbox: Delta {
                put: wanted.inbox.clone(),
                drop: Vec::new(),
            },
            words: set_delta(Vec::new(), &search_words(wanted)),
            identifiers: set_delta(Vec::new(), &wanted.identifiers),
        }
    }

    /// Writes the difference.
    pub(crate) fn apply(&self, conn: &mut Conn, pathway: &str) -> Result<(), StoreError> {
        words::apply_units(conn, pathway, &self.units)?;
        duty::apply(conn, pathway, &self.duties)?;
        inbox::apply(conn, pathway, &self.inbox)?;
        words::apply_words(conn, pathway, &self.words)?;
        words::apply_identifiers(conn, pathway, &self.identifiers)
    }
}

fn search_words(projection: &Projection) -> Vec<String> {
    projection
        .names
        .iter()
        .flat_map(|name| key::tokens(name))
        .collect()
}

/// Rows with a key: equal rows stay, changed and new ones are put, those whose key is gone are dropped.
fn delta<T: PartialEq + Clone>(
    stored: Vec<T>,
    wanted: &[T],
    same: impl Fn(&T, &T) -> bool,
) -> Delta<T> {
    let put = wanted
        .iter()
        .filter(|row| !stored.contains(row))
        .cloned()
        .collect();
    let drop = stored
        .into_iter()
        .filter(|row| !wanted.iter().any(|other| same(row, other)))
        .collect();
    Delta { put, drop }
}

/// Rows that are nothing but a key.
fn set_delta<T: Ord + Clone>(stored: Vec<T>, wanted: &[T]) -> Delta<T> {
    let stored: BTreeSet<T> = stored.into_iter().collect();
    let wanted: BTreeSet<T> = wanted.iter().cloned().collect();
    Delta {
        put: wanted.difference(&stored).cloned().collect(),
        drop: stored.difference(&wanted).cloned().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_written() {
        let same = |a: &(i32, i32), b: &(i32, i32)| a.0 == b.0;
        let found = delta(
            vec![(1, 10), (2, 20), (3, 30)],
            &[(2, 20), (3, 31), (4, 40)],
            same,
        );
        assert_eq!(
            found,
            Delta {
                put: vec![(3, 31), (4, 40)],
                drop: vec![(1, 10)]
            }
        );
        assert_eq!(
            set_delta(vec!["a", "b"], &["c", "b", "c"]),
            Delta {
                put: vec!["c"],
                drop: vec!["a"]
            }
        );
    }
}
