// SPDX-License-Identifier: EUPL-1.2
//! Local accounts: a name, a password hash made elsewhere, the person it belongs to, and failed attempts.

use crate::Store;
use crate::conn::{Row, params, sql};
use crate::error::StoreError;

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// What is typed to log in. Unique.
    pub username: String,
    /// The password's hash with its parameters.
    pub password_hash: String,
    /// The member of staff it belongs to.
    pub staff: String,
    /// Failed attempts since the last good one.
    pub failed: u32,
    /// Until when nobody gets in, milliseconds UTC.
    pub locked_until_ms: Option<i64>,
}

impl Store {
    /// Makes an account.
    ///
    /// # Errors
    /// `Conflict` named `account.username` when the name is taken.
    pub fn insert_account(&self, account: Account) -> Result<(), StoreError> {
        self.write(move |conn| {
            conn.execute(
                sql!(
                    "INSERT INTO account (username, password_hash, staff, failed, locked_until)
                     VALUES ($1, $2, $3, $4, $5)"
                ),
                params![
                    &account.username,
                    &account.password_hash,
                    &account.staff,
                    account.failed,
                    account.locked_until_ms,
                ],
            )
            .map(drop)
        })
    }

    /// The account of a name.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find_account(&self, username: &str) -> Result<Option<Account>, StoreError> {
        self.query(|conn| {
            conn.find(
                sql!(
                    "SELECT
                       username,
                       password_hash,
                       staff,
                       failed,
                       locked_until
                     FROM account
                     WHERE username = $1"
                ),
                params![username],
                account,
            )
        })
    }

    /// All accounts, by name.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_accounts(&self) -> Result<Vec<Account>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       username,
                       password_hash,
                       staff,
                       failed,
                       locked_until
                     FROM account
                     ORDER BY username"
                ),
                &[],
                account,
            )
        })
    }

    /// Gives an account a new password; failed attempts and a lock fall away.
    ///
    /// # Errors
    /// `Conflict` named `account` when there is no such account.
    pub fn update_password(&self, username: &str, password_hash: &str) -> Result<(), StoreError> {
        let (username, password_hash) = (username.to_owned(), password_hash.to_owned());
        self.write(move |conn| {
            let touched = conn.execute(
                sql!("UPDATE account SET password_hash = $1, failed = 0, locked_until = NULL WHERE username = $2"),
                params![&password_hash, &username],
            )?;
            one("account", touched)
        })
    }

    /// Counts a failed attempt and, from the `lock_after`th on, locks the account until `lock_until_ms`. Two attempts at
    /// once count as two.
    ///
    /// # Errors
    /// `Conflict` named `account` when there is no such account.
    pub fn update_failed_login(
        &self,
        username: &str,
        lock_after: u32,
        lock_until_ms: i64,
    ) -> Result<(), StoreError> {
        let username = username.to_owned();
        self.write(move |conn| {
            let touched = conn.execute(
                sql!(
                    "UPDATE account SET
                       failed = failed + 1,
                       locked_until = CASE WHEN failed + 1 >= $1 THEN $2 ELSE locked_until END
                     WHERE username = $3"
                ),
                params![lock_after, lock_until_ms, &username],
            )?;
            one("account", touched)
        })
    }

    /// After a good attempt: forgets the failed ones.
    ///
    /// # Errors
    /// `Conflict` named `account` when there is no such account.
    pub fn update_good_login(&self, username: &str) -> Result<(), StoreError> {
        let username = username.to_owned();
        self.write(move |conn| {
            let touched = conn.execute(
                sql!("UPDATE account SET failed = 0, locked_until = NULL WHERE username = $1"),
                params![&username],
            )?;
            one("account", touched)
        })
    }
}

/// An update that touches anything but one row is an error.
pub(crate) fn one(table: &str, touched: u64) -> Result<(), StoreError> {
    if touched == 1 {
        Ok(())
    } else {
        Err(StoreError::conflict(table))
    }
}

fn account(row: &Row<'_>) -> Result<Account, StoreError> {
    Ok(Account {
        username: row.text(0)?,
        password_hash: row.text(1)?,
        staff: row.text(2)?,
        failed: row.seq(3)?,
        locked_until_ms: row.maybe_int(4)?,
    })
}
