// SPDX-License-Identifier: EUPL-1.2
//! Opening a database: where it is, and one clear line for each way it can fail, with what to do about it.

use crate::conn::{Conn, Engine, Session, params, sql};
use crate::dialect;
use crate::error::StoreError;
use crate::migrate::{MigrateError, migrate};
use crate::pool::Pool;
use crate::store::{Backend, Store};
use crate::writer::Writer;
use rusqlite::config::DbConfig;
use rusqlite::{ErrorCode, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a write waits for another process that holds the file.
const PATIENCE: Duration = Duration::from_secs(5);

/// Statements each connection keeps prepared.
const PREPARED: usize = 160;

/// Where a database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// A `SQLite` file.
    Sqlite(PathBuf),
    /// A `PostgreSQL` address, `postgres://user@host/database`, without encryption: a socket or a private net.
    Postgres(String),
}

impl Location {
    /// Reads what was given on the command line: an address of `PostgreSQL`, or else a path.
    pub fn parse(text: &str) -> Self {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Self::Postgres(text.to_owned())
        } else {
            Self::Sqlite(PathBuf::from(text))
        }
    }

    /// The place as it may be shown: without a password.
    pub fn shown(&self) -> String {
        match self {
            Self::Sqlite(path) => path.display().to_string(),
            Self::Postgres(address) => without_password(address),
        }
    }
}

/// Whether a missing file is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Create {
    /// Make it.
    IfMissing,
    /// A missing file is an error.
    Never,
}

/// How to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Random text that names this run of the program in the access log. Never used before.
    pub segment: String,
    /// Most connections that read at once (`PostgreSQL`: connections in all).
    pub connections: u32,
    /// Whether a missing `SQLite` file is made.
    pub create: Create,
}

/// Why a database cannot be opened. Each is one line that names the place and the remedy.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder is not there.
    #[error(
        "the folder `{folder}` does not exist: make it, or give another place for the database"
    )]
    MissingFolder {
        /// The folder.
        folder: String,
    },
    /// The file is not there and shall not be made.
    #[error(
        "there is no database at `{place}`: check the path, or make one with `traad serve` or `traad demo`"
    )]
    Missing {
        /// The file.
        place: String,
    },
    /// The file is something else, or is damaged at its beginning.
    #[error(
        "`{place}` is not a database that can be read: give another path, or restore it from a backup"
    )]
    NotADatabase {
        /// The file.
        place: String,
    },
    /// A database of another program.
    #[error("`{place}` holds the tables of another program: give a path or a database of its own")]
    Foreign {
        /// The file or address.
        place: String,
    },
    /// The file cannot be written.
    #[error(
        "`{place}` cannot be written: give the user that runs traad the right to write the file and its folder"
    )]
    ReadOnly {
        /// The file.
        place: String,
    },
    /// Another process holds the file.
    #[error("`{place}` is held by another program: end that program and try again")]
    Locked {
        /// The file.
        place: String,
    },
    /// Made by a later version.
    #[error("`{place}` has schema {found}, this program knows {known}: use the newer program")]
    Newer {
        /// The file or address.
        place: String,
        /// Its schema number.
        found: u32,
        /// The highest this program knows.
        known: u32,
    },
    /// A copy is being put in, or putting it in did not come to its end.
    #[error(
        "`{place}` is being restored, or its restoring was broken off: wait, or remove it and restore again"
    )]
    Unfinished {
        /// The file or address.
        place: String,
    },
    /// A migration differs from the one this program has.
    #[error(
        "`{place}` was made by another build: migration {number} differs, use the program that made it"
    )]
    Changed {
        /// The file or address.
        place: String,
        /// The migration's number.
        number: u32,
    },
    /// `PostgreSQL` cannot be reached or says no.
    #[error(
        "`{place}` does not answer: {detail}; check that PostgreSQL runs and that the address is right"
    )]
    Unreachable {
        /// The address, without a password.
        place: String,
        /// In PostgreSQL's words.
        detail: String,
    },
    /// Anything else.
    #[error("`{place}` cannot be opened: {source}")]
    Other {
        /// The file or address.
        place: String,
        /// What the database said.
        source: StoreError,
    },
}

impl Store {
    /// Opens a database, makes it if it is to be made, and brings it to this program's schema.
    ///
    /// # Errors
    /// One line that names the place and the remedy.
    pub fn open(location: &Location, settings: &Settings) -> Result<Self, OpenError> {
        open_for(location, settings, For::Use)
    }

    /// Opens a database that is filled from a copy, at the schema the copy was made from.
    pub(crate) fn open_at(
        location: &Location,
        settings: &Settings,
        schema: u32,
    ) -> Result<Self, OpenError> {
        open_for(location, settings, For::Restoring(schema))
    }
}

/// The key in `meta` of a database that is being filled from a copy.
pub(crate) const RESTORING: &str = "restoring";

/// What a database is opened for.
#[derive(Debug, Clone, Copy)]
enum For {
    Use,
    /// To be filled, at a schema.
    Restoring(u32),
}

fn open_for(location: &Location, settings: &Settings, what: For) -> Result<Store, OpenError> {
    match location {
        Location::Sqlite(path) => open_sqlite(path, settings, what),
        Location::Postgres(address) => open_postgres(address, settings, what),
    }
}

/// Whether there is nothing at a place yet: no file, or a `PostgreSQL` database without tables.
pub(crate) fn is_vacant(location: &Location) -> Result<bool, OpenError> {
    match location {
        Location::Sqlite(path) => Ok(!path.exists()),
        Location::Postgres(address) => {
            let config = postgres_config(address)?;
            let place = without_password(address);
            let unreachable = |source: &StoreError| postgres_problem(&place, source);
            let client = config
                .connect(postgres::NoTls)
                .map_err(|error| unreachable(&error.into()))?;
            let engine = Engine::Postgres(Box::new(Session::new(client)));
            crate::copy::is_empty(&mut Conn::new(engine, String::new()))
                .map_err(|error| unreachable(&error))
        }
    }
}

/// Migrates, and sees to the mark of a database that is being filled.
fn prepare(conn: &mut Conn, place: &str, what: For) -> Result<(), OpenError> {
    let schema = match what {
        For::Use => crate::migrate::newest(),
        For::Restoring(schema) => schema,
    };
    migrate(conn, schema).map_err(|error| migrate_problem(place, error))?;
    let marked = match what {
        For::Use => conn.number(
            sql!("SELECT count(*) FROM meta WHERE key = $1"),
            params![RESTORING],
        ),
        For::Restoring(_) => conn
            .execute(
                sql!("INSERT INTO meta (key, value) VALUES ($1, '1') ON CONFLICT DO NOTHING"),
                params![RESTORING],
            )
            .map(|_| 0),
    };
    let place = place.to_owned();
    match marked {
        Ok(0) => Ok(()),
        Ok(_) => Err(OpenError::Unfinished { place }),
        Err(source) => Err(migrate_problem(&place, MigrateError::Store(source))),
    }
}

fn open_sqlite(path: &Path, settings: &Settings, what: For) -> Result<Store, OpenError> {
    let place = path.display().to_string();
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        return Err(OpenError::MissingFolder {
            folder: folder.display().to_string(),
        });
    }
    if path.is_dir() {
        return Err(OpenError::NotADatabase { place });
    }
    if settings.create == Create::Never && !path.exists() {
        return Err(OpenError::Missing { place });
    }
    let db = connect_writer(path).map_err(|error| sqlite_problem(&place, error))?;
    let mut conn = Conn::new(Engine::Sqlite(db), format!("{}-1", settings.segment));
    prepare(&mut conn, &place, what)?;
    let writer = Writer::start(conn).map_err(|source| OpenError::Other { place, source })?;
    let (path, other) = (path.to_owned(), path.to_owned());
    let connect = move |_| {
        let db = connect_sqlite(&path)?;
        db.execute_batch(dialect::SQLITE_READER)?;
        // A reader writes no log; its segment stays empty.
        Ok(Conn::new(Engine::Sqlite(db), String::new()))
    };
    let readers = Pool::new(settings.connections, Box::new(connect));
    let scrubber = Pool::new(
        1,
        Box::new(move |_| {
            Ok(Conn::new(
                Engine::Sqlite(connect_sqlite(&other)?),
                String::new(),
            ))
        }),
    );
    Ok(Store {
        backend: Backend::Sqlite {
            writer,
            readers,
            scrubber,
        },
    })
}

/// A connection that fills a file nobody else uses: nothing of it is durable before the end.
pub(crate) fn connect_bulk(path: &Path) -> Result<Conn, OpenError> {
    let place = path.display().to_string();
    if !path.exists() {
        return Err(OpenError::Missing { place });
    }
    let connect = || -> rusqlite::Result<rusqlite::Connection> {
        let db = connect_sqlite(path)?;
        db.execute_batch(dialect::SQLITE_BULK)?;
        Ok(db)
    };
    let db = connect().map_err(|error| sqlite_problem(&place, error))?;
    Ok(Conn::new(Engine::Sqlite(db), String::new()))
}

pub(crate) fn connect_writer(path: &Path) -> rusqlite::Result<rusqlite::Connection> {
    let db = connect_sqlite(path)?;
    db.execute_batch(dialect::SQLITE_WRITER)?;
    Ok(db)
}

fn connect_sqlite(path: &Path) -> rusqlite::Result<rusqlite::Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = rusqlite::Connection::open_with_flags(path, flags)?;
    db.busy_timeout(PATIENCE)?;
    db.execute_batch(dialect::SQLITE_SETTINGS)?;
    // Else a statement is compiled again whenever a value it is given could change its plan.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    db.set_prepared_statement_cache_capacity(PREPARED);
    Ok(db)
}

fn postgres_config(address: &str) -> Result<postgres::Config, OpenError> {
    address
        .parse()
        .map_err(|error: postgres::Error| OpenError::Unreachable {
            place: without_password(address),
            detail: error.to_string(),
        })
}

fn open_postgres(address: &str, settings: &Settings, what: For) -> Result<Store, OpenError> {
    let config = postgres_config(address)?;
    let place = without_password(address);
    let segment = settings.segment.clone();
    let connect = move |number| {
        let client = config.connect(postgres::NoTls)?;
        let mut session = Session::new(client);
        session.batch(dialect::POSTGRES_SETTINGS)?;
        Ok(Conn::new(
            Engine::Postgres(Box::new(session)),
            format!("{segment}-{number}"),
        ))
    };
    let mut first = connect(0).map_err(|source| postgres_problem(&place, &source))?;
    prepare(&mut first, &place, what)?;
    drop(first);
    Ok(Store {
        backend: Backend::Postgres {
            pool: Pool::new(settings.connections, Box::new(connect)),
        },
    })
}

fn migrate_problem(place: &str, error: MigrateError) -> OpenError {
    let place = place.to_owned();
    match error {
        MigrateError::Newer { found, known } => OpenError::Newer {
            place,
            found,
            known,
        },
        MigrateError::Changed { number } => OpenError::Changed { place, number },
        MigrateError::Foreign => OpenError::Foreign { place },
        MigrateError::Store(StoreError::Corrupt { .. }) => OpenError::NotADatabase { place },
        MigrateError::Store(StoreError::Unavailable(source)) => {
            match source.downcast::<rusqlite::Error>() {
                Ok(error) => sqlite_problem(&place, *error),
                Err(source) => OpenError::Other {
                    place,
                    source: StoreError::Unavailable(source),
                },
            }
        }
        MigrateError::Store(source) => OpenError::Other { place, source },
    }
}

fn sqlite_problem(place: &str, error: rusqlite::Error) -> OpenError {
    let place = place.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
            OpenError::NotADatabase { place }
        }
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
            OpenError::ReadOnly { place }
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => OpenError::Locked { place },
        _ => OpenError::Other {
            place,
            source: error.into(),
        },
    }
}

fn postgres_problem(place: &str, error: &StoreError) -> OpenError {
    let detail = match error {
        StoreError::Unavailable(source) => match source.source() {
            Some(cause) => format!("{source}: {cause}"),
            None => source.to_string(),
        },
        StoreError::Moved { .. }
        | StoreError::AlreadyDone { .. }
        | StoreError::Conflict { .. }
        | StoreError::Corrupt { .. } => error.to_string(),
    };
    OpenError::Unreachable {
        place: place.to_owned(),
        detail,
    }
}

/// `postgres://user:secret@host/db` without the secret.
fn without_password(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else {
        return address.to_owned();
    };
    let hidden = match rest.rsplit_once('@') {
        Some((who, host)) => format!("{}@{host}", who.split(':').next().unwrap_or_default()),
        None => rest.to_owned(),
    };
    let visible = hidden.split("password=").next().unwrap_or_default();
    format!("{scheme}://{visible}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        assert_eq!(
            without_password("postgres://anna:hemmelig@db/traad"),
            "postgres://anna@db/traad"
        );
        assert_eq!(
            without_password("postgres:///traad?host=/run&password=x"),
            "postgres:///traad?host=/run&"
        );
    }

    #[test]
    fn what_sqlite_says_becomes_a_line_with_a_remedy() {
        let line = |code| {
            let error = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
            sqlite_problem("/data/traad.db", error).to_string()
        };
        assert!(line(rusqlite::ffi::SQLITE_READONLY).contains("cannot be written"));
        assert!(line(rusqlite::ffi::SQLITE_BUSY).contains("held by another program"));
        assert!(line(rusqlite::ffi::SQLITE_NOTADB).contains("is not a database"));
        assert!(line(rusqlite::ffi::SQLITE_IOERR).contains("/data/traad.db"));
    }

    /// What "acknowledged means durable" rests on when the power goes: the engines' own promise for these settings.
    #[test]
    fn whoever_writes_waits_for_the_disk_on_both_engines() {
        let settings = Settings {
            segment: "test".into(),
            connections: 2,
            create: Create::IfMissing,
        };
        let folder = std::env::temp_dir().join(format!("traad-durable-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let store = Store::open(&Location::Sqlite(folder.join("traad.db")), &settings).unwrap();
        let (synchronous, mode) = store
            .write(|conn| {
                let synchronous = conn.number(crate::conn::sqlite!("PRAGMA synchronous"), &[])?;
                let mode = conn.find(crate::conn::sqlite!("PRAGMA journal_mode"), &[], |row| {
                    row.text(0)
                })?;
                Ok((synchronous, mode))
            })
            .unwrap();
        drop(store);
        std::fs::remove_dir_all(&folder).unwrap();
        // 2 is FULL: the write-ahead log is flushed at every commit.
        assert_eq!((synchronous, mode.as_deref()), (2, Some("wal")));

        // The cluster of the tests has it switched off, so it is the store that asks for it.
        let database = traad_testkit::postgres::empty_database().unwrap();
        let store = Store::open(&Location::Postgres(database.url().to_owned()), &settings).unwrap();
        let commit = store
            .write(|conn| {
                let asked = crate::conn::postgres!("SELECT current_setting('synchronous_commit')");
                conn.find(asked, &[], |row| row.text(0))
            })
            .unwrap();
        assert_eq!(commit.as_deref(), Some("on"));
    }
}
