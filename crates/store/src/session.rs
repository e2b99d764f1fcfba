// SPDX-License-Identifier: EUPL-1.2
//! Sessions: who is logged in, in which employment. Only the hash of the cookie's token is kept.

use crate::Store;
use crate::account::one;
use crate::conn::{Row, params, sql};
use crate::error::StoreError;

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Hash of the token in the cookie.
    pub token_hash: String,
    /// The employment the person acts in.
    pub employment: String,
    /// When it began, milliseconds UTC.
    pub created_ms: i64,
    /// When it was last used, milliseconds UTC.
    pub last_seen_ms: i64,
    /// When it ends, milliseconds UTC.
    pub expires_ms: i64,
    /// The token forms must carry.
    pub csrf: String,
    /// Language of the pages.
    pub lang: String,
}

impl Store {
    /// Begins a session.
    ///
    /// # Errors
    /// `Conflict` named `session.token_hash` when the token is in use.
    pub fn insert_session(&self, session: Session) -> Result<(), StoreError> {
        self.write(move |conn| {
            conn.execute(
                sql!(
                    "INSERT INTO session (token_hash, employment, created, last_seen, expires, csrf, lang)
                     VALUES ($1, $2, $3, $4, $5, $6, $7)"
                ),
                params![
                    &session.token_hash,
                    &session.employment,
                    session.created_ms,
                    session.last_seen_ms,
                    session.expires_ms,
                    &session.csrf,
                    &session.lang,
                ],
            )
            .map(drop)
        })
    }

    /// The session of a token, if it has not ended by `now_ms`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find_session(
        &self,
        token_hash: &str,
        now_ms: i64,
    ) -> Result<Option<Session>, StoreError> {
        self.query(|conn| {
            conn.find(
                sql!(
                    "SELECT
                       token_hash,
                       employment,
                       created,
                       last_seen,
                       expires,
                       csrf,
                       lang
                     FROM session
                     WHERE token_hash = $1 AND expires > $2"
                ),
                params![token_hash, now_ms],
                session,
            )
        })
    }

    /// Writes a session's employment, times, form token and language anew.
    ///
    /// # Errors
    /// `Conflict` named `session` when it has ended.
    pub fn update_session(&self, session: Session) -> Result<(), StoreError> {
        self.write(move |conn| {
            let touched = conn.execute(
                sql!(
                    "UPDATE session SET employment = $1, last_seen = $2, expires = $3, csrf = $4, lang = $5
                     WHERE token_hash = $6"
                ),
                params![
                    &session.employment,
                    session.last_seen_ms,
                    session.expires_ms,
                    &session.csrf,
                    &session.lang,
                    &session.token_hash,
                ],
            )?;
            one("session", touched)
        })
    }

    /// Ends a session, if it has not ended yet.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn delete_session(&self, token_hash: &str) -> Result<(), StoreError> {
        let token_hash = token_hash.to_owned();
        self.write(move |conn| {
            conn.execute(
                sql!("DELETE FROM session WHERE token_hash = $1"),
                params![&token_hash],
            )
            .map(drop)
        })
    }

    /// Ends all sessions of an employment; gives their number.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn delete_sessions_of(&self, employment: &str) -> Result<u64, StoreError> {
        let employment = employment.to_owned();
        self.write(move |conn| {
            conn.execute(
                sql!("DELETE FROM session WHERE employment = $1"),
                params![&employment],
            )
        })
    }
}

fn session(row: &Row<'_>) -> Result<Session, StoreError> {
    Ok(Session {
        token_hash: row.text(0)?,
        employment: row.text(1)?,
        created_ms: row.int(2)?,
        last_seen_ms: row.int(3)?,
        expires_ms: row.int(4)?,
        csrf: row.text(5)?,
        lang: row.text(6)?,
    })
}
