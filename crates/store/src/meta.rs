// SPDX-License-Identifier: EUPL-1.2
//! The few facts about the installation itself.

use crate::Store;
use crate::conn::{params, sql};
use crate::error::StoreError;

impl Store {
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
