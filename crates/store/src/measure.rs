// SPDX-License-Identifier: EUPL-1.2
//! The yardstick for the writer: the same statements in plain transactions of a given size, and a bare commit, on a
//! connection with the same settings. For measuring only; nothing in Tråd writes this way.

use crate::append::Append;
use crate::apply::{self, apply};
use crate::conn::{Conn, Engine, params, sql};
use crate::dialect;
use crate::error::StoreError;
use crate::open::{OpenError, connect_writer};
use crate::{Create, Location, Settings, Store};
use std::fmt;
use std::path::Path;

/// A `SQLite` file that is written to without the writer, the savepoints and the waiting.
pub struct Yardstick {
    conn: Conn,
    turn: i64,
}

impl fmt::Debug for Yardstick {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Yardstick")
    }
}

/// Appends with all worked out that the store works out before a transaction begins.
#[derive(Debug, Clone)]
pub struct Ready {
    work: Vec<apply::Ready>,
}

impl Yardstick {
    /// Makes the file, with the schema of a [`Store`].
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let location = Location::Sqlite(path.to_owned());
        let segment = "yardstick".to_owned();
        drop(Store::open(
            &location,
            &Settings {
                segment,
                connections: 1,
                create: Create::IfMissing,
            },
        )?);
        let place = path.display().to_string();
        let db = connect_writer(path).map_err(|error| OpenError::Other {
            place,
            source: error.into(),
        })?;
        Ok(Self {
            conn: Conn::new(Engine::Sqlite(db), "measured".to_owned()),
            turn: 0,
        })
    }

    /// Works out, outside the measured time, what can be worked out before a transaction.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub fn prepare(&self, appends: Vec<Append>) -> Result<Ready, StoreError> {
        let work = appends
            .into_iter()
            .map(apply::Ready::of)
            .collect::<Result<_, StoreError>>()?;
        Ok(Ready { work })
    }

    /// Writes all of it in one transaction.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub fn write(&mut self, ready: &Ready) -> Result<(), StoreError> {
        self.conn.execute(dialect::BEGIN, &[])?;
        for append in &ready.work {
            apply(&mut self.conn, append)?;
        }
        self.conn.execute(dialect::COMMIT, &[])?;
        Ok(())
    }

    /// Commits one small row: the least a durable write can cost.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn bare_commit(&mut self) -> Result<(), StoreError> {
        self.turn += 1;
        let turn = self.turn.to_string();
        self.conn.execute(dialect::BEGIN, &[])?;
        self.conn.execute(
            sql!("INSERT INTO meta (key, value) VALUES ($1, 'bare')"),
            params![&turn],
        )?;
        self.conn.execute(dialect::COMMIT, &[])?;
        Ok(())
    }
}
