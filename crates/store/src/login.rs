// SPDX-License-Identifier: EUPL-1.2
//! Logging in: attempts under way, who a provider's user is, and second factors of local accounts.
//!
//! What an attempt holds is the application's; here it is a document that is taken once and expires.

use crate::Store;
use crate::account::one;
use crate::conn::{Row, params, sql};
use crate::error::StoreError;

/// A log-in under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoginAttempt {
    /// Hash of the secret it is found by.
    pub key_hash: String,
    /// What the next step needs, as JSON.
    pub document: String,
    /// When it is over, milliseconds UTC.
    pub expires_ms: i64,
}

/// A user of an identity provider and who that is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderUser {
    /// The provider.
    pub issuer: String,
    /// The user's name there; never a CPR number.
    pub subject: String,
    /// The member of staff.
    pub staff: String,
    /// Since when, milliseconds UTC.
    pub linked_ms: i64,
}

/// The second factor of a local account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondFactor {
    /// The account.
    pub username: String,
    /// The secret it shares with the telephone.
    pub secret: String,
    /// Since when, milliseconds UTC.
    pub confirmed_ms: i64,
    /// The last step whose code was used: no code is good twice.
    pub last_step: i64,
}

impl Store {
    /// Keeps an attempt.
    ///
    /// # Errors
    /// `Conflict` named `login_attempt.key_hash` when the key is in use.
    pub fn insert_login_attempt(&self, attempt: LoginAttempt) -> Result<(), StoreError> {
        self.write(move |conn| {
            conn.execute(
                sql!(
                    "INSERT INTO login_attempt (key_hash, document, expires)
                     VALUES ($1, $2, $3)"
                ),
                params![&attempt.key_hash, &attempt.document, attempt.expires_ms],
            )
            .map(drop)
        })
    }

    /// What an attempt holds, if it is not over by `now_ms`. It stays.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find_login_attempt(
        &self,
        key_hash: &str,
        now_ms: i64,
    ) -> Result<Option<String>, StoreError> {
        self.query(|conn| {
            conn.find(
                sql!(
                    "SELECT document
                     FROM login_attempt
                     WHERE key_hash = $1 AND expires > $2"
                ),
                params![key_hash, now_ms],
                |row| row.text(0),
            )
        })
    }

    /// Takes an attempt away; gives what it held if it was there and not over by `now_ms`. Of two who take it at once one
    /// gets it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn delete_login_attempt(
        &self,
        key_hash: &str,
        now_ms: i64,
    ) -> Result<Option<String>, StoreError> {
        let found = self.find_login_attempt(key_hash, now_ms)?;
        let key_hash = key_hash.to_owned();
        let touched = self.write(move |conn| {
            conn.execute(
                sql!("DELETE FROM login_attempt WHERE key_hash = $1"),
                params![&key_hash],
            )
        })?;
        Ok(found.filter(|_| touched == 1))
    }

    /// Says who a provider's user is, instead of what was said before.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn update_provider_user(&self, user: ProviderUser) -> Result<(), StoreError> {
        self.write(move |conn| {
            conn.execute(
                sql!(
                    "INSERT INTO provider_user (issuer, subject, staff, linked)
                     VALUES ($1, $2, $3, $4)
                     ON CONFLICT (issuer, subject) DO UPDATE SET
                       staff = excluded.staff,
                       linked = excluded.linked"
                ),
                params![&user.issuer, &user.subject, &user.staff, user.linked_ms],
            )
            .map(drop)
        })
    }

    /// Who a provider's user is.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find_provider_user(
        &self,
        issuer: &str,
        subject: &str,
    ) -> Result<Option<ProviderUser>, StoreError> {
        self.query(|conn| {
            conn.find(
                sql!(
                    "SELECT
                       issuer,
                       subject,
                       staff,
                       linked
                     FROM provider_user
                     WHERE issuer = $1 AND subject = $2"
                ),
                params![issuer, subject],
                provider_user,
            )
        })
    }

    /// Every provider's user that is known.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_provider_users(&self) -> Result<Vec<ProviderUser>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       issuer,
                       subject,
                       staff,
                       linked
                     FROM provider_user
                     ORDER BY issuer, subject"
                ),
                &[],
                provider_user,
            )
        })
    }

    /// Forgets who a provider's user is.
    ///
    /// # Errors
    /// `Conflict` named `provider_user` when nobody knew.
    pub fn delete_provider_user(&self, issuer: &str, subject: &str) -> Result<(), StoreError> {
        let (issuer, subject) = (issuer.to_owned(), subject.to_owned());
        self.write(move |conn| {
            let touched = conn.execute(
                sql!("DELETE FROM provider_user WHERE issuer = $1 AND subject = $2"),
                params![&issuer, &subject],
            )?;
            one("provider_user", touched)
        })
    }

    /// Gives an account a second factor, instead of the one before.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn update_second_factor(&self, factor: SecondFactor) -> Result<(), StoreError> {
        self.write(move |conn| {
            conn.execute(
                sql!(
                    "INSERT INTO second_factor (username, secret, confirmed, last_step)
                     VALUES ($1, $2, $3, $4)
                     ON CONFLICT (username) DO UPDATE SET
                       secret = excluded.secret,
                       confirmed = excluded.confirmed,
                       last_step = excluded.last_step"
                ),
                params![
                    &factor.username,
                    &factor.secret,
                    factor.confirmed_ms,
                    factor.last_step,
                ],
            )
            .map(drop)
        })
    }

    /// The second factor of an account.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find_second_factor(&self, username: &str) -> Result<Option<SecondFactor>, StoreError> {
        self.query(|conn| {
            conn.find(
                sql!(
                    "SELECT
                       username,
                       secret,
                       confirmed,
                       last_step
                     FROM second_factor
                     WHERE username = $1"
                ),
                params![username],
                |row| {
                    Ok(SecondFactor {
                        username: row.text(0)?,
                        secret: row.text(1)?,
                        confirmed_ms: row.int(2)?,
                        last_step: row.int(3)?,
                    })
                },
            )
        })
    }

    /// Uses the code of a step up; gives whether it was still good. Of two who use it at once one succeeds.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn spend_second_factor(&self, username: &str, step: i64) -> Result<bool, StoreError> {
        let username = username.to_owned();
        self.write(move |conn| {
            let touched = conn.execute(
                sql!(
                    "UPDATE second_factor SET last_step = $1 WHERE username = $2 AND last_step < $1"
                ),
                params![step, &username],
            )?;
            Ok(touched == 1)
        })
    }

    /// Takes the second factor of an account away, if it has one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn delete_second_factor(&self, username: &str) -> Result<(), StoreError> {
        let username = username.to_owned();
        self.write(move |conn| {
            conn.execute(
                sql!("DELETE FROM second_factor WHERE username = $1"),
                params![&username],
            )
            .map(drop)
        })
    }
}

fn provider_user(row: &Row<'_>) -> Result<ProviderUser, StoreError> {
    Ok(ProviderUser {
        issuer: row.text(0)?,
        subject: row.text(1)?,
        staff: row.text(2)?,
        linked_ms: row.int(3)?,
    })
}
