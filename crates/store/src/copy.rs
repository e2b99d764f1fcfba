// SPDX-License-Identifier: EUPL-1.2
//! A whole database as lines of text, read at one moment while others write, and put into an empty one of either engine.
//!
//! The first line says what it is and which schema it was made from, the last how many rows there are. A database that is
//! being filled carries a mark and opens for nobody until [`Store::finish_restore`] takes it away, so that erasures are
//! applied again before anybody reads.

mod tables;

use crate::conn::{Conn, Engine, Param, params, sql};
use crate::error::StoreError;
use crate::open::{self, OpenError};
use crate::{Location, Settings, Store, dialect, migrate};
use serde_json::{Value, json};
use std::io::{self, BufRead, Write};
use tables::{TABLES, Table};

/// The form of the lines.
const FORM: u32 = 1;

/// Rows and characters that share a transaction when a copy is put in.
const STEP: (usize, usize) = (2_000, 4_000_000);

/// What a copy holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Copied {
    /// The schema it was made from.
    pub schema: u32,
    /// Its rows.
    pub rows: u64,
}

/// Why a copy was not made or not put in.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The database did not answer, or said no.
    #[error(transparent)]
    Store(StoreError),
    /// The new database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The lines cannot be read or written.
    #[error("the copy cannot be read or written: {0}")]
    Io(#[from] io::Error),
    /// The lines are not a copy, or are damaged.
    #[error("line {line} of the copy is damaged: {detail}; take another copy")]
    Damaged {
        /// Which, from 1.
        line: u64,
        /// What is wrong with it.
        detail: String,
    },
    /// Made by a later release.
    #[error(
        "the copy was made from schema {found}, this program knows {known}: use the newer program"
    )]
    Newer {
        /// Its schema number.
        found: u32,
        /// The highest this program knows.
        known: u32,
    },
    /// There is something there already.
    #[error(
        "`{place}` holds something already: a copy is put into a new database only, give another place"
    )]
    Taken {
        /// The file or address.
        place: String,
    },
}

impl From<StoreError> for CopyError {
    fn from(error: StoreError) -> Self {
        let StoreError::Unavailable(source) = error else {
            return Self::Store(error);
        };
        match source.downcast::<io::Error>() {
            Ok(error) => Self::Io(*error),
            Err(source) => Self::Store(StoreError::Unavailable(source)),
        }
    }
}

impl Store {
    /// Writes the whole database out as it is at one moment, in bounded memory. Others go on reading and writing; on
    /// `SQLite` the write-ahead log grows until it is done.
    ///
    /// # Errors
    /// When the database does not answer or the lines cannot be written.
    pub fn copy_out(&self, out: &mut dyn Write) -> Result<Copied, CopyError> {
        Ok(self.snapshot(|conn| {
            let schema = migrate::newest();
            let mut copied = Copied { schema, rows: 0 };
            line(
                out,
                &json!({ "traad": "copy", "form": FORM, "schema": schema }),
            )?;
            for table in TABLES {
                line(out, &json!({ "table": table.name }))?;
                conn.stream(table.read, &mut |row| {
                    copied.rows += 1;
                    line(out, &Value::Array(row.values()?))
                })?;
            }
            line(out, &json!({ "end": copied.rows }))?;
            Ok(copied)
        })?)
    }

    /// Makes a new database of a copy. It opens for nobody else until [`Store::finish_restore`].
    ///
    /// # Errors
    /// `Taken` when there is something at the place; nothing is changed then. On any other error a `SQLite` file that was
    /// begun is removed again, and a `PostgreSQL` database stays marked.
    pub fn copy_in(
        location: &Location,
        settings: &Settings,
        input: &mut dyn BufRead,
    ) -> Result<(Self, Copied), CopyError> {
        let mut lines = Lines { input, number: 0 };
        let schema = lines.header()?;
        if !open::is_vacant(location)? {
            let place = location.shown();
            return Err(CopyError::Taken { place });
        }
        let outcome = fill(location, settings, schema, &mut lines);
        if outcome.is_err()
            && let Location::Sqlite(path) = location
        {
            for end in ["", "-wal", "-shm"] {
                let mut file = path.clone().into_os_string();
                file.push(end);
                // What is left carries the mark and opens for nobody.
                let _ = std::fs::remove_file(file);
            }
        }
        outcome
    }

    /// Opens a database that was made of a copy to everybody.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn finish_restore(&self) -> Result<(), StoreError> {
        self.write(|conn| {
            conn.execute(
                sql!("DELETE FROM meta WHERE key = $1"),
                params![open::RESTORING],
            )?;
            Ok(())
        })
    }
}

fn fill(
    location: &Location,
    settings: &Settings,
    schema: u32,
    lines: &mut Lines<'_>,
) -> Result<(Store, Copied), CopyError> {
    let store = Store::open_at(location, settings, schema)?;
    let mut rows = 0;
    let mut table: Option<&'static Table> = None;
    let mut step = Step::default();
    let end = loop {
        match lines.next()? {
            Value::Array(values) => {
                let Some(table) = table else {
                    return Err(lines.damaged("a row before its table"));
                };
                rows += 1;
                step.add(table, values);
                if step.is_full() {
                    std::mem::take(&mut step).write(&store)?;
                }
            }
            Value::Object(said) => {
                if let Some(end) = said.get("end").and_then(Value::as_u64) {
                    break end;
                }
                let name = said.get("table").and_then(Value::as_str).unwrap_or("");
                let known = TABLES
                    .iter()
                    .find(|table| table.name == name && table.since <= schema);
                table = Some(known.ok_or_else(|| lines.damaged("an unknown table"))?);
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                return Err(lines.damaged("neither a row nor a table"));
            }
        }
    };
    step.write(&store)?;
    if end != rows {
        return Err(lines.damaged(&format!("it should hold {end} rows and holds {rows}")));
    }
    drop(store);
    // Opened again: what came after the schema of the copy is migrated.
    let store = Store::open_at(location, settings, migrate::newest())?;
    Ok((store, Copied { schema, rows }))
}

/// Rows that are written together.
#[derive(Default)]
struct Step {
    rows: Vec<(&'static Table, Vec<Value>)>,
    characters: usize,
}

impl Step {
    fn add(&mut self, table: &'static Table, values: Vec<Value>) {
        let length = |value: &Value| value.as_str().map_or(8, str::len);
        self.characters += values.iter().map(length).sum::<usize>();
        self.rows.push((table, values));
    }

    fn is_full(&self) -> bool {
        self.rows.len() >= STEP.0 || self.characters >= STEP.1
    }

    fn write(self, store: &Store) -> Result<(), StoreError> {
        let rows = self.rows;
        store.write(move |conn| {
            rows.iter()
                .try_for_each(|(table, values)| put(conn, table, values))
        })
    }
}

fn put(conn: &mut Conn, table: &Table, values: &[Value]) -> Result<(), StoreError> {
    let wrong = || StoreError::corrupt(table.name, "copy", "a value is neither text nor number");
    let params: Vec<Param<'_>> = values
        .iter()
        .map(|value| match value {
            Value::Null => Ok(Param::Null),
            Value::String(text) => Ok(Param::from(text)),
            Value::Number(number) => number.as_i64().map(Param::from).ok_or_else(wrong),
            Value::Bool(_) | Value::Array(_) | Value::Object(_) => Err(wrong()),
        })
        .collect::<Result<_, _>>()?;
    conn.execute(table.write, &params)?;
    Ok(())
}

fn line(out: &mut dyn Write, value: &Value) -> Result<(), StoreError> {
    let written = serde_json::to_writer(&mut *out, value)
        .map_err(io::Error::from)
        .and_then(|()| out.write_all(b"\n"));
    written.map_err(|error| StoreError::Unavailable(Box::new(error)))
}

/// The lines of a copy, counted.
struct Lines<'a> {
    input: &'a mut dyn BufRead,
    number: u64,
}

impl Lines<'_> {
    fn next(&mut self) -> Result<Value, CopyError> {
        let mut text = String::new();
        self.number += 1;
        if self.input.read_line(&mut text)? == 0 {
            return Err(self.damaged("the copy is cut off here"));
        }
        serde_json::from_str(&text).map_err(|error| self.damaged(&error.to_string()))
    }

    fn header(&mut self) -> Result<u32, CopyError> {
        let header = self.next()?;
        let number = |key| header.get(key).and_then(Value::as_u64);
        let schema = number("schema").and_then(|schema| u32::try_from(schema).ok());
        let ours = header.get("traad").and_then(Value::as_str) == Some("copy");
        let known = migrate::newest();
        match schema.filter(|_| ours) {
            Some(found) if found > known || number("form") > Some(FORM.into()) => {
                Err(CopyError::Newer { found, known })
            }
            Some(schema) if schema > 0 => Ok(schema),
            _ => Err(self.damaged("it is no copy of a database of Tråd")),
        }
    }

    fn damaged(&self, detail: &str) -> CopyError {
        CopyError::Damaged {
            line: self.number,
            detail: detail.to_owned(),
        }
    }
}

/// Whether there is nothing in a database yet.
pub(crate) fn is_empty(conn: &mut Conn) -> Result<bool, StoreError> {
    debug_assert!(matches!(conn.engine, Engine::Postgres(_)));
    let tables = dialect::count_tables(&conn.engine);
    Ok(conn.number(tables, &[])? == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Create;
    use std::collections::BTreeSet;

    /// A table or column that a copy does not hold would be lost with the next restore.
    #[test]
    fn a_copy_holds_every_table_and_every_column() {
        let folder = std::env::temp_dir().join(format!("traad-copy-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let settings = Settings {
            segment: "test".into(),
            connections: 1,
            create: Create::IfMissing,
        };
        let file = folder.join("traad.db");
        drop(Store::open(&Location::Sqlite(file.clone()), &settings).unwrap());
        let db = rusqlite::Connection::open(&file).unwrap();
        let mut read = db
            .prepare(
                "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c
                 WHERE m.type = 'table'",
            )
            .unwrap();
        let stored: BTreeSet<String> = read
            .query_map([], |row| row.get::<_, String>(0))
            .unwrap()
            .map(Result::unwrap)
            .filter(|column| {
                !tables::LEFT_OUT.contains(&column.split('.').next().unwrap_or_default())
            })
            .collect();
        let mut copied = BTreeSet::new();
        for table in TABLES {
            for statement in [table.read.0, table.write.0] {
                assert!(
                    statement.contains(&format!(" {} ", table.name))
                        || statement.ends_with(table.name)
                );
            }
            let (_, rest) = table.write.0.split_once('(').unwrap();
            let (columns, _) = rest.split_once(')').unwrap();
            let selected = table.read.0.trim_start_matches("SELECT ");
            let (selected, _) = selected
                .split_once(" FROM ")
                .or_else(|| selected.split_once("FROM"))
                .unwrap();
            let names = |list: &str| -> Vec<String> {
                list.split(',').map(|name| name.trim().to_owned()).collect()
            };
            assert_eq!(names(columns), names(selected), "{}", table.name);
            copied.extend(
                names(columns)
                    .iter()
                    .map(|name| format!("{}.{name}", table.name)),
            );
        }
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(copied, stored);
    }
}
