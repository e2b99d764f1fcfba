// SPDX-License-Identifier: EUPL-1.2
//! The store itself: how work gets to a connection. What the work is stands in the other modules.

use crate::conn::{Conn, Engine, Sql};
use crate::dialect;
use crate::error::StoreError;
use crate::pool::Pool;
use crate::writer::Writer;
use postgres::error::SqlState;
use std::fmt;

/// How often a transaction that `PostgreSQL` itself gave up (a deadlock) is tried.
const TRIES: u32 = 4;

/// An open database. Share it between threads by reference or in an `Arc`.
pub struct Store {
    pub(crate) backend: Backend,
}

pub(crate) enum Backend {
    Sqlite {
        writer: Writer,
        readers: Pool,
        /// One connection that moves the write-ahead log into the file.
        scrubber: Pool,
    },
    Postgres {
        pool: Pool,
    },
}

impl fmt::Debug for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match &self.backend {
            Backend::Sqlite { .. } => "Store(SQLite)",
            Backend::Postgres { .. } => "Store(PostgreSQL)",
        })
    }
}

impl Store {
    /// Runs a single query.
    pub(crate) fn query<T>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        match &self.backend {
            Backend::Sqlite { readers, .. } => readers.with(work),
            Backend::Postgres { pool } => pool.with(work),
        }
    }

    /// Runs several queries that see one and the same moment.
    pub(crate) fn snapshot<T>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.query(|conn| {
            conn.execute(dialect::begin_snapshot(&conn.engine), &[])?;
            let outcome = work(conn);
            // Nothing was written, so the end can take nothing back from what was read.
            if conn.execute(dialect::COMMIT, &[]).is_err() {
                let _ = conn.execute(dialect::ROLLBACK, &[]);
            }
            outcome
        })
    }

    /// Runs work in a transaction and comes back when it is durable. On an error nothing has been changed.
    pub(crate) fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: Fn(&mut Conn) -> Result<T, StoreError> + Send + 'static,
    {
        match &self.backend {
            Backend::Sqlite { writer, .. } => writer.run(work),
            Backend::Postgres { pool } => pool.with(|conn| {
                let mut tries = 1;
                loop {
                    let outcome = transaction(conn, dialect::BEGIN, &work);
                    match outcome {
                        Err(StoreError::Unavailable(source))
                            if tries < TRIES && given_up(source.as_ref()) =>
                        {
                            tries += 1;
                        }
                        other => return other,
                    }
                }
            }),
        }
    }
}

/// Runs work in a transaction of its own; on an error nothing has been changed.
pub(crate) fn transaction<T>(
    conn: &mut Conn,
    begin: Sql,
    work: impl Fn(&mut Conn) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let log_before = conn.log.clone();
    conn.execute(begin, &[])?;
    let outcome = work(conn).and_then(|value| {
        conn.execute(dialect::COMMIT, &[])?;
        Ok(value)
    });
    if outcome.is_err() {
        conn.log = log_before;
        // A connection that cannot even roll back is thrown away by the pool.
        let _ = conn.execute(dialect::ROLLBACK, &[]);
    }
    outcome
}

/// Whether `PostgreSQL` gave the transaction up because it met another one, so that trying again is right.
fn given_up(source: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    source
        .downcast_ref::<postgres::Error>()
        .and_then(postgres::Error::code)
        .is_some_and(|code| {
            *code == SqlState::T_R_DEADLOCK_DETECTED || *code == SqlState::T_R_SERIALIZATION_FAILURE
        })
}

impl Conn {
    pub(crate) fn new(engine: Engine, segment: String) -> Self {
        Self {
            engine,
            log: crate::log::LogHead::new(segment),
        }
    }
}
