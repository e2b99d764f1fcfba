// SPDX-License-Identifier: EUPL-1.2
//! Migrations: numbered, forward only, never edited once released. Each has a shared text and one per engine.

use crate::conn::{Conn, Engine, params, sql};
use crate::dialect;
use crate::error::StoreError;
use traad_domain::chain;

struct Migration {
    number: u32,
    name: &'static str,
    shared: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 1,
        name: "journal",
        shared: include_str!("../migrations/0001_journal.sql"),
        sqlite: include_str!("../migrations/0001_journal.sqlite.sql"),
        postgres: include_str!("../migrations/0001_journal.postgres.sql"),
    },
    Migration {
        number: 2,
        name: "overdue_notice",
        shared: include_str!("../migrations/0002_overdue_notice.sql"),
        sqlite: "",
        postgres: "",
    },
    Migration {
        number: 3,
        name: "duty_by_owner",
        shared: include_str!("../migrations/0003_duty_by_owner.sql"),
        sqlite: "",
        postgres: "",
    },
    Migration {
        number: 4,
        name: "log_pages",
        shared: include_str!("../migrations/0004_log_pages.sql"),
        sqlite: include_str!("../migrations/0004_log_pages.sqlite.sql"),
        postgres: include_str!("../migrations/0004_log_pages.postgres.sql"),
    },
    Migration {
        number: 5,
        name: "login",
        shared: include_str!("../migrations/0005_login.sql"),
        sqlite: "",
        postgres: "",
    },
    Migration {
        number: 6,
        name: "notices",
        shared: include_str!("../migrations/0006_notices.sql"),
        sqlite: "",
        postgres: "",
    },
];

/// Why a database cannot be brought to this program's schema.
#[derive(Debug)]
pub(crate) enum MigrateError {
    /// It was made by a later program.
    Newer { found: u32, known: u32 },
    /// A migration it has is not the one this program knows by that number.
    Changed { number: u32 },
    /// It has tables, but not ours.
    Foreign,
    /// The database said no.
    Store(StoreError),
}

impl From<StoreError> for MigrateError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// The schema of this program.
pub(crate) fn newest() -> u32 {
    MIGRATIONS.iter().map(|m| m.number).max().unwrap_or(0)
}

impl crate::Store {
    /// The schema the database has now, and the one this program knows: they differ when another release has migrated it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn schema(&self) -> Result<(u32, u32), StoreError> {
        let found = self.query(|conn| {
            let newest = sql!("SELECT coalesce(max(number), 0) FROM migration");
            conn.find(newest, &[], |row| row.seq(0))
        })?;
        Ok((found.unwrap_or(0), newest()))
    }
}

/// Brings the database to a schema this program knows, in one transaction, while nobody else does the same.
pub(crate) fn migrate(conn: &mut Conn, schema: u32) -> Result<(), MigrateError> {
    conn.batch(dialect::begin_migration(&conn.engine))?;
    let outcome = step(conn, schema).and_then(|()| Ok(conn.batch("COMMIT")?));
    if outcome.is_err() {
        // The first error is the one to tell.
        let _ = conn.batch("ROLLBACK");
    }
    outcome
}

fn step(conn: &mut Conn, schema: u32) -> Result<(), MigrateError> {
    let known = newest();
    let (tables, named) = (
        dialect::count_tables(&conn.engine),
        dialect::count_named(&conn.engine),
    );
    if conn.number(named, params!["migration"])? == 0 {
        if conn.number(tables, &[])? > 0 {
            return Err(MigrateError::Foreign);
        }
        let text = "CREATE TABLE migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL)";
        conn.batch(&dialect::definition(&conn.engine, text))?;
    }
    let done = conn.list(
        sql!("SELECT number, checksum FROM migration ORDER BY number"),
        &[],
        |row| Ok((row.seq(0)?, row.text(1)?)),
    )?;
    if let Some((found, _)) = done.last().filter(|(found, _)| *found > known) {
        return Err(MigrateError::Newer {
            found: *found,
            known,
        });
    }
    for migration in MIGRATIONS.iter().filter(|m| m.number <= schema) {
        let own = match &conn.engine {
            Engine::Sqlite(_) => migration.sqlite,
            Engine::Postgres(_) => migration.postgres,
        };
        let checksum = chain::digest(migration.shared, own).0;
        match done.iter().find(|(number, _)| *number == migration.number) {
            Some((_, before)) if *before == checksum => {}
            Some(_) => {
                return Err(MigrateError::Changed {
                    number: migration.number,
                });
            }
            None => {
                conn.batch(&dialect::definition(&conn.engine, migration.shared))?;
                conn.batch(own)?;
                conn.execute(
                    sql!("INSERT INTO migration (number, name, checksum) VALUES ($1, $2, $3)"),
                    params![migration.number, migration.name, &checksum],
                )?;
            }
        }
    }
    Ok(())
}
