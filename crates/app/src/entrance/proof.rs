// SPDX-License-Identifier: EUPL-1.2
//! Proving anew who one is, and whether a code is the second factor's.

use super::{LoginError, is_locked};
use crate::App;
use crate::attempts::Tried;
use crate::error::AppError;
use crate::session::SessionToken;
use crate::totp;
use jiff::Timestamp;
use std::net::IpAddr;
use traad_domain::id::StaffId;
use traad_store::Account;

impl App {
    /// Proves anew who one is, with the password and, where there is one, the code of the second factor.
    pub fn prove_by_password(
        &self,
        token: &SessionToken,
        (password, code): (&str, &str),
        from: Option<IpAddr>,
    ) -> Result<(), LoginError> {
        let now = self.now();
        self.may_try(from, Tried::Secret, now)?;
        let session = self.find_session(token, now)?.ok_or(LoginError::Over)?;
        let staff = StaffId::new(session.staff.clone());
        let own = self.account_of(&staff)?;
        let Some(account) = own.filter(|_| session.provider.is_none()) else {
            return self.refuse(Some(&staff), "no-account", from, now);
        };
        if is_locked(&account, now) {
            return self.refuse(Some(&staff), "locked", from, now);
        }
        let is_right = self.matches(&account.password_hash, password)
            && self.is_right_second_factor(&account.username, code, now)?;
        if !is_right {
            self.count_failure(&account.username, now)?;
            return self.refuse(Some(&staff), "wrong-password", from, now);
        }
        self.proved(session, now)?;
        Ok(())
    }

    pub(super) fn account_of(&self, staff: &StaffId) -> Result<Option<Account>, AppError> {
        let all = self.store.list_accounts().map_err(AppError::Unavailable)?;
        Ok(all.into_iter().find(|a| a.staff == staff.as_str()))
    }

    /// Whether a code is the second factor's and was not used before; it is used up by asking.
    pub(super) fn is_right_code(
        &self,
        username: &str,
        code: &str,
        now: Timestamp,
    ) -> Result<bool, AppError> {
        let factor = self
            .store
            .find_second_factor(username)
            .map_err(AppError::Unavailable)?;
        let step = factor.and_then(|f| totp::step_of(&totp::bytes_of(&f.secret), code, now));
        match step {
            Some(step) => self
                .store
                .spend_second_factor(username, step)
                .map_err(AppError::Unavailable),
            None => Ok(false),
        }
    }

    /// The same, when the account has a second factor at all.
    fn is_right_second_factor(
        &self,
        username: &str,
        code: &str,
        now: Timestamp,
    ) -> Result<bool, AppError> {
        let factor = self
            .store
            .find_second_factor(username)
            .map_err(AppError::Unavailable)?;
        match factor {
            Some(_) => self.is_right_code(username, code, now),
            None => Ok(true),
        }
    }
}
