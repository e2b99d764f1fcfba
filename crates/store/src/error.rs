// SPDX-License-Identifier: EUPL-1.2
//! What can go wrong in the store: somebody was first, it was done already, a rule of the database was broken, a stored
//! row makes no sense, or the database does not answer. Opening has errors of its own (`OpenError`).

use rusqlite::ffi;
use std::error::Error;

/// Why a read or a write did not happen. A write that fails has changed nothing.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else has written to the journal since it was read: read again, decide again, try again.
    #[error("the journal `{pathway}` has moved on since it was read")]
    Moved {
        /// The journal that has moved.
        pathway: String,
    },
    /// The same submission was carried out before.
    #[error("the submission was carried out before")]
    AlreadyDone {
        /// What it gave then.
        result: String,
    },
    /// A constraint named `table.column` or `table`, a trigger (`append-only: table`), or a version that is taken.
    #[error("the change is against `{name}`")]
    Conflict {
        /// The constraint.
        name: String,
    },
    /// Something stored is not as the store writes it. `traad verify` tells more.
    #[error("the table `{table}` is damaged at `{id}`: {detail}")]
    Corrupt {
        /// The table, or `database` for the file as a whole.
        table: String,
        /// The row.
        id: String,
        /// What is wrong with it.
        detail: String,
    },
    /// The database did not answer, or could not do what was asked.
    #[error("the database is unavailable: {0}")]
    Unavailable(#[source] Box<dyn Error + Send + Sync>),
}

impl StoreError {
    pub(crate) fn conflict(name: &str) -> Self {
        Self::Conflict {
            name: name.to_owned(),
        }
    }

    pub(crate) fn corrupt(table: &str, id: &str, detail: impl Into<String>) -> Self {
        Self::Corrupt {
            table: table.to_owned(),
            id: id.to_owned(),
            detail: detail.into(),
        }
    }

    pub(crate) fn unavailable(text: impl Into<String>) -> Self {
        Self::Unavailable(text.into().into())
    }

    /// The same failure for one more of those who waited for a common commit.
    pub(crate) fn repeat(&self) -> Self {
        Self::unavailable(self.to_string())
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        if let rusqlite::Error::SqliteFailure(code, message) = &error {
            let words = message.clone().unwrap_or_else(|| code.to_string());
            if code.code == rusqlite::ErrorCode::ConstraintViolation {
                return Self::Conflict {
                    name: sqlite_constraint(code.extended_code, &words),
                };
            }
            if matches!(
                code.code,
                rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase
            ) {
                return Self::corrupt("database", "file", words);
            }
        }
        Self::Unavailable(Box::new(error))
    }
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        if let Some(problem) = error.as_db_error() {
            let class = problem.code().code();
            if class == "23000" {
                return Self::conflict(problem.message());
            }
            if class.starts_with("23") {
                return Self::Conflict {
                    name: postgres_constraint(problem),
                };
            }
            if class.starts_with("XX") {
                return Self::corrupt("database", "cluster", problem.message());
            }
        }
        Self::Unavailable(Box::new(error))
    }
}

/// `UNIQUE constraint failed: record.kind, record.id` names the table, or the column if it is only one.
fn sqlite_constraint(extended: i32, words: &str) -> String {
    if extended == ffi::SQLITE_CONSTRAINT_TRIGGER {
        return words.to_owned();
    }
    let columns = words.rsplit(": ").next().unwrap_or(words);
    match columns.split_once(", ") {
        Some((first, _)) => first.split('.').next().unwrap_or(first).to_owned(),
        None => columns.to_owned(),
    }
}

/// `Key (case_number)=(7) already exists` of `pathway_header` is `pathway_header.case_number`, as `SQLite` calls it. Only
/// the names of columns are taken: the values may be somebody's.
fn postgres_constraint(problem: &postgres::error::DbError) -> String {
    let table = problem.table().unwrap_or("database");
    let key = problem
        .detail()
        .and_then(|detail| detail.split_once('(')?.1.split_once(")=("));
    match key.map(|(columns, _)| columns).or(problem.column()) {
        Some(column) if !column.contains(',') => format!("{table}.{column}"),
        _ => table.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constraint_is_named_by_its_table_and_only_column() {
        let unique = ffi::SQLITE_CONSTRAINT_UNIQUE;
        assert_eq!(
            sqlite_constraint(unique, "UNIQUE constraint failed: entry.id"),
            "entry.id"
        );
        assert_eq!(
            sqlite_constraint(unique, "UNIQUE constraint failed: record.kind, record.id"),
            "record"
        );
        assert_eq!(
            sqlite_constraint(ffi::SQLITE_CONSTRAINT_TRIGGER, "append-only: entry"),
            "append-only: entry"
        );
    }

    #[test]
    fn a_damaged_file_is_told_apart_from_one_that_does_not_answer() {
        let fail =
            |code| StoreError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
        assert!(matches!(
            fail(ffi::SQLITE_CORRUPT),
            StoreError::Corrupt { .. }
        ));
        assert!(matches!(
            fail(ffi::SQLITE_NOTADB),
            StoreError::Corrupt { .. }
        ));
        assert!(matches!(fail(ffi::SQLITE_FULL), StoreError::Unavailable(_)));
    }
}
