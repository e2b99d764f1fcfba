// SPDX-License-Identifier: EUPL-1.2
//! Second factors of local accounts, and proving anew who one is.

use super::{AttemptToken, LoginError, is_locked};
use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::session::SessionToken;
use crate::totp;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;
use traad_domain::id::StaffId;
use traad_store::{Account, SecondFactor};

/// What a telephone is to be told, until a code shows that it was.
#[derive(Debug, Clone)]
pub struct FactorToSetUp {
    /// The secret, in the letters telephones take.
    pub letters: String,
    /// The same as an address that telephones read from a picture.
    pub address: String,
    /// Finds it again when the code is sent.
    pub attempt: String,
}

/// A second factor that is not proved yet.
#[derive(Serialize, Deserialize)]
struct AwaitingProof {
    factor_of: String,
    secret: String,
}

impl App {
    /// Proves anew who one is, with the password and, where there is one, the code of the second factor.
    pub fn prove_by_password(
        &self,
        token: &SessionToken,
        (password, code): (&str, &str),
        from: Option<IpAddr>,
    ) -> Result<(), LoginError> {
        let now = self.now();
        self.may_try(from, now)?;
        let session = self.find_session(token, now)?.ok_or(LoginError::Over)?;
        let staff = StaffId::new(session.staff.clone());
        let own = self.account_of(&staff)?;
        let Some(account) = own.filter(|_| session.provider.is_none()) else {
            return self.refuse(Some(&staff), "no-account", from, now);
        };
        let is_right = self.matches(&account.password_hash, password)
            && !is_locked(&account, now)
            && self.is_right_second_factor(&account.username, code, now)?;
        if !is_right {
            self.count_failure(&account.username, now)?;
            return self.refuse(Some(&staff), "wrong", from, now);
        }
        self.proved(session, now)?;
        Ok(())
    }

    /// Whether the person has a local account, and whether that has a second factor.
    pub fn own_second_factor(&self, ctx: &Ctx) -> Result<Option<bool>, AppError> {
        let Some(account) = self.account_of(&ctx.actor.employment.staff)? else {
            return Ok(None);
        };
        let factor = self
            .store
            .find_second_factor(&account.username)
            .map_err(AppError::Unavailable)?;
        Ok(Some(factor.is_some()))
    }

    /// A fresh secret for the person's telephone. Nothing counts before a code of it was typed.
    pub fn begin_second_factor(&self, ctx: &Ctx) -> Result<FactorToSetUp, AppError> {
        let account = self.account_of(&ctx.actor.employment.staff)?;
        let account = account.ok_or(AppError::NotFound)?;
        let mut secret = self.long_secret();
        secret.truncate(40);
        let letters = totp::base32(&totp::bytes_of(&secret));
        let waiting = AwaitingProof {
            factor_of: account.username,
            secret,
        };
        Ok(FactorToSetUp {
            address: format!("otpauth://totp/Traad?secret={letters}&issuer=Traad"),
            attempt: self.keep_attempt(&waiting, ctx.now)?.0,
            letters,
        })
    }

    /// The same again, after a wrong code.
    pub fn second_factor_to_set_up(
        &self,
        ctx: &Ctx,
        attempt: &str,
    ) -> Result<FactorToSetUp, LoginError> {
        let waiting = self.awaiting_proof(ctx, attempt)?;
        let letters = totp::base32(&totp::bytes_of(&waiting.secret));
        Ok(FactorToSetUp {
            address: format!("otpauth://totp/Traad?secret={letters}&issuer=Traad"),
            attempt: attempt.to_owned(),
            letters,
        })
    }

    /// The telephone shows the right code: from now on it is asked for. The other sessions of the person end.
    pub fn confirm_second_factor(
        &self,
        ctx: &Ctx,
        attempt: &str,
        code: &str,
    ) -> Result<(), LoginError> {
        let waiting = self.awaiting_proof(ctx, attempt)?;
        let step = totp::step_of(&totp::bytes_of(&waiting.secret), code, ctx.now);
        let step = step.ok_or(LoginError::WrongCode)?;
        self.log(ctx, "second-factor", &[], Ok("set-up"))?;
        self.take_attempt::<AwaitingProof>(&AttemptToken(attempt.to_owned()), ctx.now)?;
        let factor = SecondFactor {
            username: waiting.factor_of,
            secret: waiting.secret,
            confirmed_ms: ctx.now.as_millisecond(),
            last_step: step,
        };
        self.store
            .update_second_factor(factor)
            .map_err(AppError::Unavailable)?;
        Ok(())
    }

    /// The person no longer wants a second factor.
    pub fn drop_second_factor(&self, ctx: &Ctx) -> Result<(), AppError> {
        let account = self.account_of(&ctx.actor.employment.staff)?;
        let account = account.ok_or(AppError::NotFound)?;
        self.log(ctx, "second-factor", &[], Ok("taken-away"))?;
        self.store
            .delete_second_factor(&account.username)
            .map_err(AppError::Unavailable)
    }

    /// The secret somebody is setting up; nobody finds another's.
    fn awaiting_proof(&self, ctx: &Ctx, attempt: &str) -> Result<AwaitingProof, LoginError> {
        let found: Option<AwaitingProof> =
            self.find_attempt(&AttemptToken(attempt.to_owned()), ctx.now)?;
        let own = self.account_of(&ctx.actor.employment.staff)?;
        found
            .filter(|waiting| own.is_some_and(|own| own.username == waiting.factor_of))
            .ok_or(LoginError::Over)
    }

    fn account_of(&self, staff: &StaffId) -> Result<Option<Account>, AppError> {
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
