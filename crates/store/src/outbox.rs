// SPDX-License-Identifier: EUPL-1.2
//! Messages that wait to be sent, and the few facts about the installation itself.

use crate::Store;
use crate::account::one;
use crate::append::Outgoing;
use crate::conn::{params, sql};
use crate::error::StoreError;

impl Store {
    /// Messages that have not been sent, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_unsent(&self, limit: u32) -> Result<Vec<Outgoing>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       id,
                       kind,
                       document,
                       created
                     FROM outbox
                     WHERE sent IS NULL
                     ORDER BY created, id
                     LIMIT $1"
                ),
                params![limit],
                |row| {
                    Ok(Outgoing {
                        id: row.text(0)?,
                        kind: row.text(1)?,
                        document: row.text(2)?,
                        created_ms: row.int(3)?,
                    })
                },
            )
        })
    }

    /// Marks a message as sent.
    ///
    /// # Errors
    /// `Conflict` named `outbox` when there is none that waits: somebody else has sent it.
    pub fn update_sent(&self, id: &str, sent_ms: i64) -> Result<(), StoreError> {
        let id = id.to_owned();
        self.write(move |conn| {
            let touched = conn.execute(
                sql!("UPDATE outbox SET sent = $1 WHERE id = $2 AND sent IS NULL"),
                params![sent_ms, &id],
            )?;
            one("outbox", touched)
        })
    }

    /// A fact about the installation, for example its id or how far the last rebuild came.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find_meta(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.query(|conn| {
            conn.find(
                sql!("SELECT value FROM meta WHERE key = $1"),
                params![key],
                |row| row.text(0),
            )
        })
    }

    /// Writes a fact about the installation over the one before.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn update_meta(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let (key, value) = (key.to_owned(), value.to_owned());
        self.write(move |conn| {
            conn.execute(
                sql!(
                    "INSERT INTO meta (key, value) VALUES ($1, $2)
                     ON CONFLICT (key) DO UPDATE SET value = excluded.value"
                ),
                params![&key, &value],
            )
            .map(drop)
        })
    }
}
