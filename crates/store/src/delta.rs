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
use crate::projection::{Duty, Identifier, InboxItem, Projection};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What differs in all tables of a projection but the header, which is always written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Changes {
    put: Vec<Put>,
    /// Keys of rows that go.
    drop: Vec<String>,
    /// The prints of what is there afterwards.
    pub(crate) prints: String,
}

/// A row to write.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Put {
    Unit(String),
    Duty(Duty),
    Inbox(InboxItem),
    Word(String),
    Identifier(Identifier),
}

/// A row as it shall be, while it is compared.
enum Wanted<'a> {
    Unit(&'a str),
    Duty(&'a Duty),
    Inbox(&'a InboxItem),
    Word(String),
    Identifier(&'a Identifier),
}

/// Rows by key, each with its fingerprint.
type Rows<'a> = BTreeMap<String, (u64, Wanted<'a>)>;

impl Changes {
    /// Compares with the prints in the header; empty for a pathway of which nothing is stored.
    pub(crate) fn against_prints(prints: &str, wanted: &Projection) -> Result<Self, StoreError> {
        let stored = prints
            .lines()
            .filter_map(|line| line.rsplit_once('\t'))
            .collect();
        Ok(Self::between(stored, &rows_of(wanted)?))
    }

    /// Compares with the rows themselves.
    pub(crate) fn against_stored(
        conn: &mut Conn,
        pathway: &str,
        wanted: &Projection,
    ) -> Result<Self, StoreError> {
        let prints = stored_prints(conn, pathway)?;
        Self::against_prints(&prints, wanted)
    }

    fn between(mut stored: HashMap<&str, &str>, wanted: &Rows<'_>) -> Self {
        let (mut put, mut prints) = (Vec::new(), String::new());
        for (key, (print, row)) in wanted {
            let print = format!("{print:x}");
            if stored.remove(key.as_str()) != Some(&print) {
                put.push(row.to_put());
            }
            // Writing to a String cannot fail.
            let _ = writeln!(prints, "{key}\t{print}");
        }
        let mut drop: Vec<String> = stored.into_keys().map(str::to_owned).collect();
        drop.sort();
        Self { put, drop, prints }
    }

    /// Writes the difference.
    pub(crate) fn apply(&self, conn: &mut Conn, pathway: &str) -> Result<(), StoreError> {
        for key in &self.drop {
            let parts: Vec<&str> = key.split('\t').collect();
            match parts.as_slice() {
                ["u", unit] => words::drop_unit(conn, pathway, unit)?,
                ["d", rule, key] => duty::drop(conn, pathway, rule, key)?,
                ["i", kind, reference, unit] => {
                    inbox::drop(conn, pathway, [kind, reference, unit])?;
                }
                ["w", token] => words::drop_word(conn, pathway, token)?,
                ["n", system, value] => words::drop_identifier(conn, pathway, system, value)?,
                _ => {
                    return Err(StoreError::corrupt(
                        "pathway_header",
                        pathway,
                        "unknown print",
                    ));
                }
            }
        }
        self.put.iter().try_for_each(|row| match row {
            Put::Unit(unit) => words::put_unit(conn, pathway, unit),
            Put::Duty(duty) => duty::put(conn, pathway, duty),
            Put::Inbox(item) => inbox::put(conn, pathway, item),
            Put::Word(token) => words::put_word(conn, pathway, token),
            Put::Identifier(number) => words::put_identifier(conn, pathway, number),
        })
    }
}

impl Wanted<'_> {
    fn to_put(&self) -> Put {
        match self {
            Self::Unit(unit) => Put::Unit((*unit).to_owned()),
            Self::Duty(duty) => Put::Duty((*duty).clone()),
            Self::Inbox(item) => Put::Inbox((*item).clone()),
            Self::Word(token) => Put::Word(token.clone()),
            Self::Identifier(number) => Put::Identifier((*number).clone()),
        }
    }
}

fn rows_of(wanted: &Projection) -> Result<Rows<'_>, StoreError> {
    let mut rows = Rows::new();
    for unit in &wanted.units {
        rows.insert(key(&["u", unit])?, (0, Wanted::Unit(unit)));
    }
    for duty in &wanted.duties {
        let print = fingerprint(duty);
        rows.insert(
            key(&["d", &duty.rule, &duty.key])?,
            (print, Wanted::Duty(duty)),
        );
    }
    for item in &wanted.inbox {
        let print = fingerprint(item);
        let key = key(&["i", item.kind.code(), &item.reference, &item.unit])?;
        rows.insert(key, (print, Wanted::Inbox(item)));
    }
    for token in wanted.names.iter().flat_map(|name| key::tokens(name)) {
        rows.insert(key(&["w", &token])?, (0, Wanted::Word(token)));
    }
    for number in &wanted.identifiers {
        let key = key(&["n", &number.system, &number.value])?;
        rows.insert(key, (0, Wanted::Identifier(number)));
    }
    Ok(rows)
}

/// The prints of the rows that are really there.
fn stored_prints(conn: &mut Conn, pathway: &str) -> Result<String, StoreError> {
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
        let (same, old, new) = ("same".to_owned(), "old".to_owned(), "new".to_owned());
        let wanted = |words: &[&String]| -> Rows<'static> {
            words
                .iter()
                .map(|word| {
                    (
                        key(&["w", word]).unwrap(),
                        (0, Wanted::Word((*word).clone())),
                    )
                })
                .collect()
        };
        let before = Changes::between(HashMap::new(), &wanted(&[&old, &same]));
        assert_eq!(before.prints, "w\told\t0\nw\tsame\t0\n");
        let stored = before
            .prints
            .lines()
            .filter_map(|line| line.rsplit_once('\t'))
            .collect();
        let found = Changes::between(stored, &wanted(&[&same, &new]));
        assert_eq!(found.put, [Put::Word(new)]);
        assert_eq!(found.drop, ["w\told"]);
        assert!(key(&["w", "a\tb"]).is_err());
    }
}
