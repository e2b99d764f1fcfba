// SPDX-License-Identifier: EUPL-1.2
//! Drafts: what somebody has typed and not sent. They belong to their author, expire, and are never entries.

use crate::Store;
use crate::append::DraftKey;
use crate::conn::{Row, params, sql};
use crate::error::StoreError;
use crate::outbox;

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Whose, of which form, about what.
    pub key: DraftKey,
    /// What was typed, as JSON.
    pub document: String,
    /// When it was saved, milliseconds UTC.
    pub saved_ms: i64,
    /// When it is thrown away, milliseconds UTC.
    pub expires_ms: i64,
}

impl Store {
    /// Saves a draft over the one before.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn update_draft(&self, draft: Draft) -> Result<(), StoreError> {
        self.write(move |conn| {
            conn.execute(
                sql!(
                    "INSERT INTO draft (author, form, key, document, saved, expires)
                     VALUES ($1, $2, $3, $4, $5, $6)
                     ON CONFLICT (author, form, key) DO UPDATE SET
                       document = excluded.document,
                       saved = excluded.saved,
                       expires = excluded.expires"
                ),
                params![
                    &draft.key.author,
                    &draft.key.form,
                    &draft.key.key,
                    &draft.document,
                    draft.saved_ms,
                    draft.expires_ms,
                ],
            )
            .map(drop)
        })
    }

    /// A draft that has not expired by `now_ms`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find_draft(&self, key: &DraftKey, now_ms: i64) -> Result<Option<Draft>, StoreError> {
        self.query(|conn| {
            conn.find(
                sql!(
                    "SELECT
                       author,
                       form,
                       key,
                       document,
                       saved,
                       expires
                     FROM draft
                     WHERE author = $1 AND form = $2 AND key = $3 AND expires > $4"
                ),
                params![&key.author, &key.form, &key.key, now_ms],
                draft,
            )
        })
    }

    /// An author's drafts that have not expired by `now_ms`, the newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_drafts(&self, author: &str, now_ms: i64) -> Result<Vec<Draft>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       author,
                       form,
                       key,
                       document,
                       saved,
                       expires
                     FROM draft
                     WHERE author = $1 AND expires > $2
                     ORDER BY saved DESC, form, key"
                ),
                params![author, now_ms],
                draft,
            )
        })
    }

    /// Throws a draft away, if it is there.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn delete_draft(&self, key: DraftKey) -> Result<(), StoreError> {
        self.write(move |conn| {
            conn.execute(
                sql!("DELETE FROM draft WHERE author = $1 AND form = $2 AND key = $3"),
                params![&key.author, &key.form, &key.key],
            )
            .map(drop)
        })
    }

    /// Throws away drafts, sessions and log-ins under way that have expired by `now_ms`, and messages that were sent long
    /// before; gives their number.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn delete_expired(&self, now_ms: i64) -> Result<u64, StoreError> {
        self.write(move |conn| {
            let drafts = conn.execute(
                sql!("DELETE FROM draft WHERE expires <= $1"),
                params![now_ms],
            )?;
            let sessions = conn.execute(
                sql!("DELETE FROM session WHERE expires <= $1"),
                params![now_ms],
            )?;
            let attempts = conn.execute(
                sql!("DELETE FROM login_attempt WHERE expires <= $1"),
                params![now_ms],
            )?;
            let messages = outbox::delete_sent_before(conn, now_ms - outbox::KEPT_MS)?;
            Ok(drafts + sessions + attempts + messages)
        })
    }
}

fn draft(row: &Row<'_>) -> Result<Draft, StoreError> {
    Ok(Draft {
        key: DraftKey {
            author: row.text(0)?,
            form: row.text(1)?,
            key: row.text(2)?,
        },
        document: row.text(3)?,
        saved_ms: row.int(4)?,
        expires_ms: row.int(5)?,
    })
}
