// SPDX-License-Identifier: EUPL-1.2
//! The difference between the projection that is stored and the one that shall be: only that is written.
//!
//! The header holds a print of every row a pathway has: its table, its key and a fingerprint. An append compares with
//! the prints and reads no row; a rebuild trusts nothing and compares with the rows themselves.

mod duty;
mod inbox;
mod words;

pub(crate) use duty::{NO_DATE, duty_from, read_duties};
pub(crate) use inbox::{inbox_from, read_inbox};
pub(crate) use words::{read_identifiers, read_units, read_words};

use crate::conn::Conn;
use crate::error::StoreError;
use crate::key;
use crate::projection::Projection;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The rows a projection shall have, each with its key and fingerprint: worked out before a transaction begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Prints {
    /// By key.
    rows: Vec<Print>,
    /// What the header keeps: a line for each row.
    pub(crate) text: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Print {
    key: String,
    fingerprint: String,
    row: Place,
}

/// Which row of the projection it is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    Unit(usize),
    Duty(usize),
    Inbox(usize),
    Word(String),
    Identifier(usize),
}

impl Prints {
    pub(crate) fn of(wanted: &Projection) -> Result<Self, StoreError> {
        let mut rows = BTreeMap::new();
        for (at, unit) in wanted.units.iter().enumerate() {
            rows.insert(key(&["u", unit])?, (0, Place::Unit(at)));
        }
        for (at, duty) in wanted.duties.iter().enumerate() {
            rows.insert(
                key(&["d", &duty.rule, &duty.key])?,
                (fingerprint(duty), Place::Duty(at)),
            );
        }
        for (at, item) in wanted.inbox.iter().enumerate() {
            let key = key(&["i", item.kind.code(), &item.reference, &item.unit])?;
            rows.insert(key, (fingerprint(item), Place::Inbox(at)));
        }
        for token in wanted.names.iter().flat_map(|name| key::tokens(name)) {
            rows.insert(key(&["w", &token])?, (0, Place::Word(token)));
        }
        for (at, number) in wanted.identifiers.iter().enumerate() {
            rows.insert(
                key(&["n", &number.system, &number.value])?,
                (0, Place::Identifier(at)),
            );
        }
        let rows = rows.into_iter().map(|(key, (print, row))| Print {
            key,
            fingerprint: format!("{print:x}"),
            row,
        });
        Ok(Self::over(rows.collect()))
    }

    fn over(rows: Vec<Print>) -> Self {
        let text = rows
            .iter()
            .flat_map(|row| [&row.key, "\t", &row.fingerprint, "\n"])
            .collect();
        Self { rows, text }
    }

    /// Rows to write, and keys of rows that go.
    fn difference<'a>(&'a self, stored: &'a str) -> (Vec<&'a Print>, Vec<&'a str>) {
        let mut left: HashMap<&str, &str> = stored
            .lines()
            .filter_map(|line| line.rsplit_once('\t'))
            .collect();
        let changed = |row: &&Print| left.remove(row.key.as_str()) != Some(&row.fingerprint);
        let put = self.rows.iter().filter(changed).collect();
        let mut gone: Vec<&str> = left.into_keys().collect();
        gone.sort_unstable();
        (put, gone)
    }

    /// Whether these are exactly the rows that stored prints tell of, in whatever order.
    pub(crate) fn same_rows(&self, stored: &str) -> bool {
        let (put, gone) = self.difference(stored);
        put.is_empty() && gone.is_empty()
    }

    /// Writes what differs between the stored prints and this projection, which they were made of.
    pub(crate) fn write(
        &self,
        conn: &mut Conn,
        pathway: &str,
        stored: &str,
        wanted: &Projection,
    ) -> Result<(), StoreError> {
        let (put, gone) = self.difference(stored);
        gone.into_iter()
            .try_for_each(|key| drop_row(conn, pathway, key))?;
        put.into_iter()
            .try_for_each(|row| put_row(conn, pathway, &row.row, wanted))
    }
}

fn drop_row(conn: &mut Conn, pathway: &str, key: &str) -> Result<(), StoreError> {
    let parts: Vec<&str> = key.split('\t').collect();
    match parts.as_slice() {
        ["u", unit] => words::drop_unit(conn, pathway, unit),
        ["d", rule, key] => duty::drop(conn, pathway, rule, key),
        ["i", kind, reference, unit] => inbox::drop(conn, pathway, [kind, reference, unit]),
        ["w", token] => words::drop_word(conn, pathway, token),
        ["n", system, value] => words::drop_identifier(conn, pathway, system, value),
        _ => Err(StoreError::corrupt(
            "pathway_header",
            pathway,
            "unknown print",
        )),
    }
}

fn put_row(
    conn: &mut Conn,
    pathway: &str,
    row: &Place,
    wanted: &Projection,
) -> Result<(), StoreError> {
    match row {
        Place::Unit(at) => wanted
            .units
            .get(*at)
            .map(|unit| words::put_unit(conn, pathway, unit)),
        Place::Duty(at) => wanted
            .duties
            .get(*at)
            .map(|duty| duty::put(conn, pathway, duty)),
        Place::Inbox(at) => wanted
            .inbox
            .get(*at)
            .map(|item| inbox::put(conn, pathway, item)),
        Place::Word(token) => Some(words::put_word(conn, pathway, token)),
        Place::Identifier(at) => wanted
            .identifiers
            .get(*at)
            .map(|number| words::put_identifier(conn, pathway, number)),
    }
    .unwrap_or_else(|| Err(StoreError::conflict("projection: prints of another one")))
}

/// The prints of the rows that are really there.
pub(crate) fn stored_prints(conn: &mut Conn, pathway: &str) -> Result<String, StoreError> {
    let mut lines: Vec<(String, u64)> = Vec::new();
    for unit in read_units(conn, pathway)? {
        lines.push((key(&["u", &unit])?, 0));
    }
    for (duty, sort) in read_duties(conn, pathway)? {
        lines.push((
            key(&["d", &duty.rule, &duty.key])?,
            placed(&duty, sort == duty::sort_key(&duty)),
        ));
    }
    for (item, sort) in read_inbox(conn, pathway)? {
        let key = key(&["i", item.kind.code(), &item.reference, &item.unit])?;
        lines.push((key, placed(&item, sort == inbox::sort_key(&item))));
    }
    for token in read_words(conn, pathway)? {
        lines.push((key(&["w", &token])?, 0));
    }
    for number in read_identifiers(conn, pathway)? {
        lines.push((key(&["n", &number.system, &number.value])?, 0));
    }
    Ok(lines.iter().fold(String::new(), |mut text, (key, print)| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{key}\t{print:x}");
        text
    }))
}

/// Keys are ids and codes; white space that parts prints has no place in them.
fn key(parts: &[&str]) -> Result<String, StoreError> {
    if parts.iter().any(|part| part.contains(['\t', '\n', '\r'])) {
        return Err(StoreError::conflict(
            "projection: a key with a tab or a line break",
        ));
    }
    Ok(parts.join("\t"))
}

/// A row that stands in the wrong place of its list is written again, whatever it holds.
fn placed(row: &impl Hash, rightly: bool) -> u64 {
    if rightly { fingerprint(row) } else { 0 }
}

/// The same within one build. Should another build hash otherwise, rows are written once more and nothing else happens.
fn fingerprint(row: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    row.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_written() {
        let print = |key: &str, fingerprint: &str| Print {
            key: key.to_owned(),
            fingerprint: fingerprint.to_owned(),
            row: Place::Unit(0),
        };
        let before = Prints::over(vec![
            print("d\tchanged\tk", "1"),
            print("u\told", "0"),
            print("u\tsame", "0"),
        ]);
        assert_eq!(before.text, "d\tchanged\tk\t1\nu\told\t0\nu\tsame\t0\n");
        let after = Prints::over(vec![
            print("d\tchanged\tk", "2"),
            print("u\tnew", "0"),
            print("u\tsame", "0"),
        ]);
        let (put, gone) = after.difference(&before.text);
        assert_eq!(
            put.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(),
            ["d\tchanged\tk", "u\tnew"]
        );
        assert_eq!(gone, ["u\told"]);
        assert_eq!(after.difference(&after.text), (vec![], vec![]));
        assert!(key(&["w", "a\tb"]).is_err());
    }
}
