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
    /// The member of staff.
    pub staff: String,
    /// When it began, milliseconds UTC.
    pub created_ms: i64,
    /// When it was last used, milliseconds UTC.
    pub last_seen_ms: i64,
    /// When it ends, milliseconds UTC.
    pub expires_ms: i64,
    /// When the person last proved who they are, milliseconds UTC.
    pub authenticated_ms: i64,
    /// The token forms must carry.
    pub csrf: String,
    /// Language of the pages.
    pub lang: String,
    /// The identity provider that vouched for the person; none for a local account.
    pub provider: Option<ProviderLogin>,
}

/// Who a session is at its identity provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderLogin {
    /// The provider.
    pub issuer: String,
    /// The user's name there.
    pub subject: String,
    /// The provider's own session, if it names it.
    pub session: Option<String>,
}

impl Store {
    /// Begins a session.
    ///
    /// # Errors
    /// `Conflict` named `session.token_hash` when the token is in use.
    pub fn insert_session(&self, session: Session) -> Result<(), StoreError> {
        self.write(move |conn| {
            let provider = session.provider.as_ref();
            let issuer = provider.map(|login| login.issuer.clone());
            let subject = provider.map(|login| login.subject.clone());
            let at_provider = provider.and_then(|login| login.session.clone());
            conn.execute(
                sql!(
                    "INSERT INTO session (token_hash, employment, staff, created, last_seen, expires, authenticated, csrf,
                       lang, issuer, subject, provider_session)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
                ),
                params![
                    &session.token_hash,
                    &session.employment,
                    &session.staff,
                    session.created_ms,
                    session.last_seen_ms,
                    session.expires_ms,
                    session.authenticated_ms,
                    &session.csrf,
                    &session.lang,
                    &issuer,
                    &subject,
                    &at_provider,
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
                       staff,
                       created,
                       last_seen,
                       expires,
                       authenticated,
                       csrf,
                       lang,
                       issuer,
                       subject,
                       provider_session
                     FROM session
                     WHERE token_hash = $1 AND expires > $2"
                ),
                params![token_hash, now_ms],
                session,
            )
        })
    }

    /// The sessions of a member of staff that have not ended by `now_ms`, the last used first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_sessions_of(&self, staff: &str, now_ms: i64) -> Result<Vec<Session>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       token_hash,
                       employment,
                       staff,
                       created,
                       last_seen,
                       expires,
                       authenticated,
                       csrf,
                       lang,
                       issuer,
                       subject,
                       provider_session
                     FROM session
                     WHERE staff = $1 AND expires > $2
                     ORDER BY last_seen DESC, token_hash"
                ),
                params![staff, now_ms],
                session,
            )
        })
    }

    /// Writes a session's employment, times, form token and language anew. Whose it is does not change.
    ///
    /// # Errors
    /// `Conflict` named `session` when it has ended.
    pub fn update_session(&self, session: Session) -> Result<(), StoreError> {
        self.write(move |conn| {
            let touched = conn.execute(
                sql!(
                    "UPDATE session SET employment = $1, last_seen = $2, expires = $3, authenticated = $4, csrf = $5, lang = $6
                     WHERE token_hash = $7"
                ),
                params![
                    &session.employment,
                    session.last_seen_ms,
                    session.expires_ms,
                    session.authenticated_ms,
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

    /// Ends all sessions of a member of staff; gives their number.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn delete_sessions_of_staff(&self, staff: &str) -> Result<u64, StoreError> {
        let staff = staff.to_owned();
        self.write(move |conn| {
            conn.execute(
                sql!("DELETE FROM session WHERE staff = $1"),
                params![&staff],
            )
        })
    }

    /// Ends the sessions an identity provider speaks of, by the user's name there, by its own session, or by both; gives
    /// the employment of each. Who names neither ends none.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn delete_sessions_at_provider(
        &self,
        issuer: &str,
        subject: Option<&str>,
        session: Option<&str>,
    ) -> Result<Vec<String>, StoreError> {
        let given = |text: Option<&str>| text.unwrap_or("").to_owned();
        let (issuer, subject, session) = (issuer.to_owned(), given(subject), given(session));
        self.write(move |conn| {
            conn.list(
                sql!(
                    "DELETE FROM session
                     WHERE issuer = $1
                       AND ($2 <> '' OR $3 <> '')
                       AND ($2 = '' OR subject = $2)
                       AND ($3 = '' OR provider_session = $3)
                     RETURNING employment"
                ),
                params![&issuer, &subject, &session],
                |row| row.text(0),
            )
        })
    }
}

fn session(row: &Row<'_>) -> Result<Session, StoreError> {
    let provider = match (row.maybe_text(9)?, row.maybe_text(10)?) {
        (Some(issuer), Some(subject)) => Some(ProviderLogin {
            issuer,
            subject,
            session: row.maybe_text(11)?,
        }),
        _ => None,
    };
    Ok(Session {
        token_hash: row.text(0)?,
        employment: row.text(1)?,
        staff: row.text(2)?,
        created_ms: row.int(3)?,
        last_seen_ms: row.int(4)?,
        expires_ms: row.int(5)?,
        authenticated_ms: row.int(6)?,
        csrf: row.text(7)?,
        lang: row.text(8)?,
        provider,
    })
}
