// SPDX-License-Identifier: EUPL-1.2
//! Where the two engines differ: definitions, settings of a connection, and how a transaction begins.

use crate::conn::{Engine, Sql, postgres, sql, sqlite};

pub(crate) const BEGIN: Sql = sql!("BEGIN");
/// On `SQLite` a write takes its turn at the beginning: one that began by reading could not wait for another.
pub(crate) const BEGIN_WRITING: Sql = sqlite!("BEGIN IMMEDIATE");
pub(crate) const COMMIT: Sql = sql!("COMMIT");
pub(crate) const ROLLBACK: Sql = sql!("ROLLBACK");

/// Settings of every `SQLite` connection. An erased text must not linger in free pages; memory stays small.
pub(crate) const SQLITE_SETTINGS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA mmap_size = 0;
    PRAGMA temp_store = MEMORY;
    PRAGMA wal_autocheckpoint = 8000;
";

/// For the connection that writes: pages it has touched are met again soon, and few of them are read from disk twice.
pub(crate) const SQLITE_WRITER: &str = "PRAGMA cache_size = -32000;";

/// For a file that is being filled and counts for nothing before that is done: no journal, no waiting for the disk, and as
/// many pages in memory as a random key needs to find its place. The indexes at the end are sorted by a second thread too.
pub(crate) const SQLITE_BULK: &str = "
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA secure_delete = OFF;
    PRAGMA temp_store = FILE;
    PRAGMA cache_size = -700000;
    PRAGMA threads = 2;
";

/// What a filled file is brought back to.
pub(crate) const SQLITE_FILLED: &str = "
    PRAGMA synchronous = FULL;
    PRAGMA journal_mode = WAL;
";

/// For connections that never write.
pub(crate) const SQLITE_READER: &str = "PRAGMA query_only = ON;";

/// Acknowledged means durable, whatever the cluster's own setting; a stricter one is left alone.
pub(crate) const POSTGRES_SETTINGS: &str = "
    SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') IN ('off', 'local');
";

/// Begins a transaction that sees one moment and changes nothing.
pub(crate) fn begin_snapshot(engine: &Engine) -> Sql {
    match engine {
        Engine::Sqlite(_) => sqlite!("BEGIN"),
        Engine::Postgres(_) => postgres!("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
    }
}

/// Where a pathway stands: end of the journal, when that was written, case number, prints. A transaction on `SQLite` has
/// the file to itself; on `PostgreSQL` the header is kept from others until it ends. One table only: a second one would
/// be seen as it was before the wait for the first.
pub(crate) fn lock_standing(engine: &Engine) -> Sql {
    match engine {
        Engine::Sqlite(_) => sqlite!(
            "SELECT
               head_seq,
               head_hash,
               head_recorded,
               case_number,
               prints
             FROM pathway_header
             WHERE pathway = $1"
        ),
        Engine::Postgres(_) => postgres!(
            "SELECT
               head_seq,
               head_hash,
               head_recorded,
               case_number,
               prints
             FROM pathway_header
             WHERE pathway = $1
             FOR UPDATE"
        ),
    }
}

/// Makes a line of the log found by each of its pathways, given as a list in JSON.
pub(crate) fn insert_log_pathways(engine: &Engine) -> Sql {
    match engine {
        Engine::Sqlite(_) => sqlite!(
            "INSERT INTO log_pathway (pathway, at, segment, seq)
             SELECT DISTINCT value, $1, $2, $3 FROM json_each($4)"
        ),
        Engine::Postgres(_) => postgres!(
            "INSERT INTO log_pathway (pathway, at, segment, seq)
             SELECT DISTINCT word, $1::BIGINT, $2::TEXT, $3::BIGINT
             FROM json_array_elements_text($4::TEXT::JSON) AS word"
        ),
    }
}

/// Begins the transaction that migrates, and keeps every other process from doing the same.
pub(crate) fn begin_migration(engine: &Engine) -> &'static str {
    match engine {
        Engine::Sqlite(_) => "BEGIN IMMEDIATE",
        Engine::Postgres(_) => "BEGIN; SELECT pg_advisory_xact_lock(7305804402)",
    }
}

/// Number of tables there are.
pub(crate) fn count_tables(engine: &Engine) -> Sql {
    match engine {
        Engine::Sqlite(_) => sqlite!("SELECT count(*) FROM sqlite_master WHERE type = 'table'"),
        Engine::Postgres(_) => {
            postgres!("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()")
        }
    }
}

/// Whether a table of that name exists: 1 or 0.
pub(crate) fn count_named(engine: &Engine) -> Sql {
    match engine {
        Engine::Sqlite(_) => {
            sqlite!("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $1")
        }
        Engine::Postgres(_) => {
            postgres!(
                "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1"
            )
        }
    }
}

/// A shared definition in the engine's own words: on `PostgreSQL` texts are ordered by code point, as on `SQLite`.
pub(crate) fn definition(engine: &Engine, shared: &str) -> String {
    match engine {
        Engine::Sqlite(_) => shared.to_owned(),
        Engine::Postgres(_) => shared
            .replace(" TEXT", " TEXT COLLATE \"C\"")
            .replace(" WITHOUT ROWID", ""),
    }
}
