// SPDX-License-Identifier: EUPL-1.2
//! Setting up a second factor: by somebody who is logged in, or at the door where there must be one.

use super::{Admitted, AttemptToken, AwaitingCode, LoginError, is_locked};
use crate::App;
use crate::attempts::Tried;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::session::ctx_of;
use crate::totp;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;
use traad_domain::id::StaffId;
use traad_store::SecondFactor;

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

impl FactorToSetUp {
    fn of(secret: &str, attempt: &str) -> Self {
        let letters = totp::base32(&totp::bytes_of(secret));
        Self {
            address: format!("otpauth://totp/Traad?secret={letters}&issuer=Traad"),
            attempt: attempt.to_owned(),
            letters,
        }
    }
}

/// A second factor that is not proved yet.
#[derive(Serialize, Deserialize)]
struct AwaitingProof {
    factor_of: String,
    secret: String,
}

/// The same at the door: a right password, and a second factor that there must be.
#[derive(Serialize, Deserialize)]
struct AwaitingFirst {
    first_secret: String,
    account: AwaitingCode,
}

impl App {
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
        let waiting = AwaitingProof {
            factor_of: account.username,
            secret: self.factor_secret(),
        };
        let attempt = self.keep_attempt(&waiting, ctx.now)?;
        Ok(FactorToSetUp::of(&waiting.secret, &attempt.0))
    }

    /// The same again, after a wrong code.
    pub fn second_factor_to_set_up(
        &self,
        ctx: &Ctx,
        attempt: &str,
    ) -> Result<FactorToSetUp, LoginError> {
        let waiting = self.awaiting_proof(ctx, attempt)?;
        Ok(FactorToSetUp::of(&waiting.secret, attempt))
    }

    /// The telephone shows the right code: from now on it is asked for.
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
        Ok(self.keep_factor(&waiting.factor_of, waiting.secret, (step, ctx.now))?)
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

    /// What a telephone is to be told, at the door.
    pub fn factor_at_door(&self, attempt: &AttemptToken) -> Result<FactorToSetUp, LoginError> {
        let waiting: AwaitingFirst = self
            .find_attempt(attempt, self.now())?
            .ok_or(LoginError::Over)?;
        Ok(FactorToSetUp::of(&waiting.first_secret, ""))
    }

    /// The telephone shows the right code: the person gets in, with it from now on.
    pub fn confirm_factor_at_door(
        &self,
        attempt: &AttemptToken,
        code: &str,
        from: Option<IpAddr>,
    ) -> Result<Admitted, LoginError> {
        let now = self.now();
        self.may_try(from, Tried::Secret, now)?;
        let waiting: AwaitingFirst = self.find_attempt(attempt, now)?.ok_or(LoginError::Over)?;
        let account = self
            .store
            .find_account(&waiting.account.username)
            .map_err(AppError::Unavailable)?
            .filter(|account| !is_locked(account, now))
            .ok_or(LoginError::Over)?;
        let staff = StaffId::new(account.staff.clone());
        let Some(step) = totp::step_of(&totp::bytes_of(&waiting.first_secret), code, now) else {
            self.count_failure(&account.username, now)?;
            self.attempts.count(from, Tried::Secret, now);
            self.log_refused(Some(&staff), "wrong-code", now)?;
            return Err(LoginError::WrongCode);
        };
        self.take_attempt::<AwaitingFirst>(attempt, now)?
            .ok_or(LoginError::Over)?;
        let employed = self.employed_as(&staff, now)?.into_iter().next();
        let actor = employed.ok_or(LoginError::NotEmployed)?;
        self.log(&ctx_of(actor, now), "second-factor", &[], Ok("set-up"))?;
        self.keep_factor(&account.username, waiting.first_secret, (step, now))?;
        self.store
            .update_good_login(&account.username)
            .map_err(AppError::Unavailable)?;
        let found = self.local(&staff, &waiting.account.lang, "password-and-code", now)?;
        self.enter(found, now)
    }

    pub(super) fn set_up_first(
        &self,
        account: AwaitingCode,
        now: Timestamp,
    ) -> Result<AttemptToken, LoginError> {
        let waiting = AwaitingFirst {
            first_secret: self.factor_secret(),
            account,
        };
        Ok(self.keep_attempt(&waiting, now)?)
    }

    /// Twenty fresh bytes, as hexadecimal digits.
    fn factor_secret(&self) -> String {
        let mut secret = self.long_secret();
        secret.truncate(40);
        secret
    }

    fn keep_factor(
        &self,
        username: &str,
        secret: String,
        (step, now): (i64, Timestamp),
    ) -> Result<(), AppError> {
        self.store
            .update_second_factor(SecondFactor {
                username: username.to_owned(),
                secret,
                confirmed_ms: now.as_millisecond(),
                last_step: step,
            })
            .map_err(AppError::Unavailable)
    }
}
