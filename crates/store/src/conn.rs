// SPDX-License-Identifier: EUPL-1.2
//! One connection to either engine, and the few words in which every statement is run.
//!
//! Statements are written with `sql!` where they run, in the subset both engines share: TEXT, BIGINT, `$1` placeholders
//! that first appear in ascending order (`SQLite` numbers them by appearance). What differs is in `dialect`.

mod param;
mod row;
mod session;

pub(crate) use param::Param;
pub(crate) use row::Row;
pub(crate) use session::Session;

use crate::error::StoreError;
use crate::log::LogHead;

/// The text of a statement. Made by `sql!` only, so that a test can find and prepare every one of them on both engines.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sql(pub(crate) &'static str);

/// Marks a literal as a statement for both engines.
macro_rules! sql {
    ($text:literal) => {
        $crate::conn::Sql($text)
    };
}
/// Marks a literal as a statement for `SQLite` only.
macro_rules! sqlite {
    ($text:literal) => {
        $crate::conn::Sql($text)
    };
}
/// Marks a literal as a statement for `PostgreSQL` only.
macro_rules! postgres {
    ($text:literal) => {
        $crate::conn::Sql($text)
    };
}
/// The values of the placeholders `$1`, `$2` … in order.
macro_rules! params {
    ($($value:expr),* $(,)?) => {
        &[$($crate::conn::Param::from($value)),*]
    };
}
pub(crate) use {params, postgres, sql, sqlite};

/// A connection with the access-log segment that belongs to it.
pub(crate) struct Conn {
    pub(crate) engine: Engine,
    pub(crate) log: LogHead,
}

/// The two engines.
pub(crate) enum Engine {
    Sqlite(rusqlite::Connection),
    Postgres(Box<Session>),
}

impl Conn {
    /// Runs a statement; gives the number of rows it touched.
    pub(crate) fn execute(&mut self, sql: Sql, params: &[Param<'_>]) -> Result<u64, StoreError> {
        match &mut self.engine {
            Engine::Sqlite(db) => {
                let mut statement = db.prepare_cached(sql.0)?;
                let touched = statement.execute(rusqlite::params_from_iter(params))?;
                Ok(touched as u64)
            }
            Engine::Postgres(session) => session.execute(sql, params),
        }
    }

    /// Runs a query and hands each row to `take`.
    pub(crate) fn each(
        &mut self,
        sql: Sql,
        params: &[Param<'_>],
        take: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        match &mut self.engine {
            Engine::Sqlite(db) => {
                let mut statement = db.prepare_cached(sql.0)?;
                let mut rows = statement.query(rusqlite::params_from_iter(params))?;
                while let Some(row) = rows.next()? {
                    take(&Row::Sqlite(row))?;
                }
                Ok(())
            }
            Engine::Postgres(session) => session
                .query(sql, params)?
                .iter()
                .try_for_each(|row| take(&Row::Postgres(row))),
        }
    }

    /// As [`Conn::each`] without values, for results that do not fit in memory.
    pub(crate) fn stream(
        &mut self,
        sql: Sql,
        take: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        match &mut self.engine {
            Engine::Sqlite(_) => self.each(sql, &[], take),
            Engine::Postgres(session) => session.stream(sql, &mut |row| take(&Row::Postgres(row))),
        }
    }

    /// All rows of a query.
    pub(crate) fn list<T>(
        &mut self,
        sql: Sql,
        params: &[Param<'_>],
        make: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut found = Vec::new();
        self.each(sql, params, &mut |row| {
            found.push(make(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The first row of a query, if there is one.
    pub(crate) fn find<T>(
        &mut self,
        sql: Sql,
        params: &[Param<'_>],
        make: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut found = None;
        self.each(sql, params, &mut |row| {
            if found.is_none() {
                found = Some(make(row)?);
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// A number that a query always gives, such as a count.
    pub(crate) fn number(&mut self, sql: Sql, params: &[Param<'_>]) -> Result<i64, StoreError> {
        Ok(self.find(sql, params, |row| row.int(0))?.unwrap_or(0))
    }

    /// Runs plain text without values: definitions, `begin`, `commit`.
    pub(crate) fn batch(&mut self, text: &str) -> Result<(), StoreError> {
        match &mut self.engine {
            Engine::Sqlite(db) => Ok(db.execute_batch(text)?),
            Engine::Postgres(session) => session.batch(text),
        }
    }

    /// Whether the engine itself has given up the transaction in hand (a full disk, for example).
    pub(crate) fn lost_transaction(&self) -> bool {
        match &self.engine {
            Engine::Sqlite(db) => db.is_autocommit(),
            Engine::Postgres(session) => session.is_closed(),
        }
    }

    /// Whether a transaction was left open, as far as that can be told without asking.
    pub(crate) fn is_busy(&self) -> bool {
        match &self.engine {
            Engine::Sqlite(db) => !db.is_autocommit(),
            Engine::Postgres(session) => session.is_closed(),
        }
    }

    /// Whether the other end is still there.
    pub(crate) fn answers(&mut self) -> bool {
        match &mut self.engine {
            Engine::Sqlite(_) => true,
            Engine::Postgres(session) => session.batch("").is_ok(),
        }
    }

    /// Gives up whatever was going on; whether the connection can be used again.
    pub(crate) fn recover(&mut self) -> bool {
        let idle = matches!(&self.engine, Engine::Sqlite(db) if db.is_autocommit());
        idle || self.batch("ROLLBACK").is_ok()
    }
}
