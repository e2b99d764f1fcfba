// SPDX-License-Identifier: EUPL-1.2
//! Logging in: with a local account, or as somebody an identity provider vouches for.
//!
//! Nobody gets in without an employment that runs. What a log-in needs between two requests is kept as an attempt that is
//! taken once and is over after ten minutes. Refusals of a password never tell whether the account exists.

mod attempt;
mod factor;
mod proof;
mod provider;

pub use attempt::ATTEMPT_TIME;
pub use factor::FactorToSetUp;
pub use provider::{Away, Errand};

use crate::App;
use crate::attempts::Tried;
use crate::citizen::is_citizen;
use crate::ctx::Actor;
use crate::error::AppError;
use crate::session::{Beginning, SessionToken, after, ctx_of};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::net::IpAddr;
use traad_domain::id::{EmploymentId, StaffId};
use traad_domain::org::Employment;
use traad_store::{Account, LogRow, ProviderLogin};

/// Failed attempts after which an account is locked for a while. A proposal; configuration of the installation later.
pub const LOCK_AFTER: u32 = 5;
/// How long it is locked.
pub const LOCK_TIME: SignedDuration = SignedDuration::from_mins(15);

/// The secret of a log-in under way, in a cookie of its own. Never stored, never printed.
#[derive(Clone)]
pub struct AttemptToken(pub String);

/// How somebody stands at the local door.
#[derive(Debug, Clone, Copy, Default)]
pub struct AtDoor<'a> {
    /// Language of the pages, `da` or `en`.
    pub lang: &'a str,
    /// The address they ask from, if it is known.
    pub from: Option<IpAddr>,
    /// Whether nobody gets in without a second factor.
    pub needs_factor: bool,
}

/// How far a log-in came.
pub enum Admitted {
    /// A session has begun.
    In(SessionToken),
    /// The code of the second factor is needed.
    Code(AttemptToken),
    /// There must be a second factor, and there is none yet.
    SetUp(AttemptToken),
    /// There is more than one employment: which?
    Choose(AttemptToken),
}

impl Admitted {
    /// The session, when nothing more was asked.
    pub fn session(self) -> Option<SessionToken> {
        match self {
            Self::In(token) => Some(token),
            Self::Code(_) | Self::SetUp(_) | Self::Choose(_) => None,
        }
    }
}

/// Why nobody got in.
#[derive(Debug, thiserror::Error)]
pub enum LoginError {
    /// Unknown name, wrong password, a locked account or no employment today: the same answer for all.
    #[error("user name or password is wrong")]
    Wrong,
    /// The code is wrong or was used before; it may be tried again.
    #[error("the code is wrong")]
    WrongCode,
    /// Too many attempts from one address; try again then.
    #[error("too many attempts until {0}")]
    TooMany(Timestamp),
    /// The log-in took too long, was begun elsewhere, or its answer was used before.
    #[error("the log-in is over")]
    Over,
    /// The provider is not as sure of who it is as this installation asks.
    #[error("the level of assurance is too low")]
    LevelTooLow,
    /// The provider vouches for somebody nobody has said who it is here.
    #[error("the provider's user is nobody here")]
    Unknown,
    /// No employment runs that fits what the provider says.
    #[error("no employment runs")]
    NotEmployed,
    /// Somebody else came back than the one whose session it is.
    #[error("somebody else")]
    SomebodyElse,
    /// Anything else.
    #[error(transparent)]
    App(#[from] AppError),
}

/// A right password, and the code still to come.
#[derive(Clone, Serialize, Deserialize)]
struct AwaitingCode {
    username: String,
    staff: String,
    lang: String,
}

/// Somebody is known, and the employment still to be chosen.
#[derive(Serialize, Deserialize)]
struct AwaitingChoice {
    staff: String,
    employments: Vec<EmploymentId>,
    lang: String,
    authenticated: Timestamp,
    issuer: Option<String>,
    subject: Option<String>,
    session: Option<String>,
    how: String,
}

impl AwaitingChoice {
    fn provider(&self) -> Option<ProviderLogin> {
        Some(ProviderLogin {
            issuer: self.issuer.clone()?,
            subject: self.subject.clone()?,
            session: self.session.clone(),
        })
    }
}

impl App {
    /// Makes an account.
    pub fn put_account(
        &self,
        username: &str,
        password_hash: &str,
        staff: &StaffId,
    ) -> Result<(), AppError> {
        let account = Account {
            username: username.to_owned(),
            password_hash: password_hash.to_owned(),
            staff: staff.as_str().to_owned(),
            failed: 0,
            locked_until_ms: None,
        };
        self.store
            .insert_account(account)
            .map_err(AppError::Unavailable)
    }

    /// The hash of a password with fresh salt.
    pub fn hash_password(&self, password: &str) -> Result<String, AppError> {
        let salt = self.random.bytes();
        let hash = self
            .attempts
            .one_of_few(|| Argon2::default().hash_password_with_salt(password.as_bytes(), &salt));
        hash.map(|hash| hash.to_string())
            .map_err(AppError::internal)
    }

    /// Logs in with a local account.
    pub fn log_in(
        &self,
        username: &str,
        password: &str,
        door: AtDoor<'_>,
    ) -> Result<Admitted, LoginError> {
        let (now, from) = (self.now(), door.from);
        self.may_try(from, Tried::Secret, now)?;
        let account = self
            .store
            .find_account(username.trim())
            .map_err(AppError::Unavailable)?;
        let Some(account) = account else {
            // The same work as for a known name, so that the time tells nothing.
            self.hash_password(password)?;
            return self.refuse(None, "unknown-name", from, now);
        };
        let is_right = self.matches(&account.password_hash, password);
        let staff = StaffId::new(account.staff.clone());
        if is_locked(&account, now) {
            return self.refuse(Some(&staff), "locked", from, now);
        }
        if !is_right {
            self.count_failure(&account.username, now)?;
            return self.refuse(Some(&staff), "wrong-password", from, now);
        }
        let found = self.local(&staff, door.lang, "password", now)?;
        if found.employments.is_empty() {
            return self.refuse(Some(&staff), "not-employed", from, now);
        }
        let factor = self
            .store
            .find_second_factor(&account.username)
            .map_err(AppError::Unavailable)?;
        // With one, the failed attempts are forgotten when the code is right as well.
        let waiting = AwaitingCode {
            username: account.username,
            staff: account.staff,
            lang: door.lang.to_owned(),
        };
        if factor.is_some() {
            return Ok(Admitted::Code(self.keep_attempt(&waiting, now)?));
        }
        if door.needs_factor {
            return self.set_up_first(waiting, now).map(Admitted::SetUp);
        }
        self.store
            .update_good_login(&waiting.username)
            .map_err(AppError::Unavailable)?;
        self.enter(found, now)
    }

    /// The code of the second factor, after the password.
    pub fn log_in_with_code(
        &self,
        attempt: &AttemptToken,
        code: &str,
        from: Option<IpAddr>,
    ) -> Result<Admitted, LoginError> {
        let now = self.now();
        self.may_try(from, Tried::Secret, now)?;
        let waiting: AwaitingCode = self.find_attempt(attempt, now)?.ok_or(LoginError::Over)?;
        let staff = StaffId::new(waiting.staff.clone());
        let account = self
            .store
            .find_account(&waiting.username)
            .map_err(AppError::Unavailable)?
            .ok_or(LoginError::Over)?;
        if is_locked(&account, now) {
            self.take_attempt::<AwaitingCode>(attempt, now)?;
            return Err(LoginError::Over);
        }
        if !self.is_right_code(&waiting.username, code, now)? {
            self.count_failure(&waiting.username, now)?;
            self.attempts.count(from, Tried::Secret, now);
            self.log_refused(Some(&staff), "wrong-code", now)?;
            return Err(LoginError::WrongCode);
        }
        self.take_attempt::<AwaitingCode>(attempt, now)?
            .ok_or(LoginError::Over)?;
        self.store
            .update_good_login(&waiting.username)
            .map_err(AppError::Unavailable)?;
        let found = self.local(&staff, &waiting.lang, "password-and-code", now)?;
        self.enter(found, now)
    }

    /// The employments a log-in must choose between.
    pub fn employments_to_choose(&self, attempt: &AttemptToken) -> Result<Vec<Actor>, LoginError> {
        let now = self.now();
        let waiting: AwaitingChoice = self.find_attempt(attempt, now)?.ok_or(LoginError::Over)?;
        let mut actors = Vec::new();
        for employment in &waiting.employments {
            actors.extend(self.actor(employment, now)?);
        }
        Ok(actors)
    }

    /// Begins a session in the chosen employment, if it is one of those there were and still runs.
    pub fn choose_employment(
        &self,
        attempt: &AttemptToken,
        employment: &str,
    ) -> Result<SessionToken, LoginError> {
        let now = self.now();
        let waiting: AwaitingChoice = self.find_attempt(attempt, now)?.ok_or(LoginError::Over)?;
        let chosen = waiting
            .employments
            .iter()
            .find(|e| e.as_str() == employment)
            .ok_or(LoginError::NotEmployed)?
            .clone();
        let waiting: AwaitingChoice = self.take_attempt(attempt, now)?.ok_or(LoginError::Over)?;
        self.begin_in(waiting, &chosen, now)
    }

    /// Ends where a log-in has come to, when its employments are known.
    fn enter(&self, found: AwaitingChoice, now: Timestamp) -> Result<Admitted, LoginError> {
        match found.employments.as_slice() {
            [] => Err(LoginError::NotEmployed),
            [only] => {
                let only = only.clone();
                self.begin_in(found, &only, now).map(Admitted::In)
            }
            _ => Ok(Admitted::Choose(self.keep_attempt(&found, now)?)),
        }
    }

    fn begin_in(
        &self,
        found: AwaitingChoice,
        employment: &EmploymentId,
        now: Timestamp,
    ) -> Result<SessionToken, LoginError> {
        let actor = self.actor(employment, now)?;
        let actor = actor.ok_or(LoginError::NotEmployed)?;
        // First the log: who got in without a line would not be known.
        self.log(&ctx_of(actor, now), "log-in", &[], Ok(&found.how))?;
        let provider = found.provider();
        let beginning = Beginning {
            employment: employment.clone(),
            staff: StaffId::new(found.staff),
            lang: found.lang,
            authenticated: found.authenticated,
            provider,
        };
        Ok(self.begin(beginning, now)?)
    }

    fn local(
        &self,
        staff: &StaffId,
        lang: &str,
        how: &str,
        now: Timestamp,
    ) -> Result<AwaitingChoice, AppError> {
        let employed = self.employed_as(staff, now)?;
        Ok(AwaitingChoice {
            employments: employed.into_iter().map(|a| a.employment.id).collect(),
            staff: staff.as_str().to_owned(),
            lang: lang.to_owned(),
            authenticated: now,
            issuer: None,
            subject: None,
            session: None,
            how: how.to_owned(),
        })
    }

    /// The employments of somebody that run, by unit.
    fn employed_as(&self, staff: &StaffId, now: Timestamp) -> Result<Vec<Actor>, AppError> {
        let mut actors = Vec::new();
        if is_citizen(staff.as_str()) {
            actors.extend(self.citizen_actor(staff.as_str(), now)?);
        }
        for employment in self.staff()?.all().filter(|e| &e.staff == staff) {
            // Whether it runs is asked of the database, as at every request.
            actors.extend(self.actor(&employment.id, now)?);
        }
        actors.sort_by(|a, b| a.unit.name.cmp(&b.unit.name));
        Ok(actors)
    }

    fn may_try(
        &self,
        from: Option<IpAddr>,
        tried: Tried,
        now: Timestamp,
    ) -> Result<(), LoginError> {
        match self.attempts.wait_until(from, tried, now) {
            Some(until) => Err(LoginError::TooMany(until)),
            None => Ok(()),
        }
    }

    fn refuse<T>(
        &self,
        staff: Option<&StaffId>,
        why: &str,
        from: Option<IpAddr>,
        now: Timestamp,
    ) -> Result<T, LoginError> {
        self.attempts.count(from, Tried::Secret, now);
        self.log_refused(staff, why, now)?;
        Err(LoginError::Wrong)
    }

    /// Writes down that somebody did not get in; what was typed is not.
    fn log_refused(
        &self,
        staff: Option<&StaffId>,
        why: &str,
        now: Timestamp,
    ) -> Result<(), AppError> {
        // Nobody is looked for like somebody, so that the time tells nothing. The newest employment tells whose attempt it
        // was.
        let at_work = self.staff()?;
        let own = at_work.all().filter(|e| Some(&e.staff) == staff);
        let employed = own.max_by_key(|e| e.from);
        let text = |of: fn(&Employment) -> &str| employed.map(of).unwrap_or_default().to_owned();
        let row = LogRow {
            at_ms: now.as_millisecond(),
            employment: text(|e| e.id.as_str()),
            unit: text(|e| e.unit.as_str()),
            function: text(|e| e.function.code()),
            action: "log-in".to_owned(),
            pathways: Vec::new(),
            purpose: String::new(),
            reason: why.to_owned(),
            outcome: "refused".to_owned(),
        };
        self.store
            .log_read(vec![row])
            .map_err(AppError::Unavailable)
    }

    fn count_failure(&self, username: &str, now: Timestamp) -> Result<(), AppError> {
        self.store
            .update_failed_login(username, LOCK_AFTER, after(now, LOCK_TIME))
            .map_err(AppError::Unavailable)
    }

    fn matches(&self, hash: &str, password: &str) -> bool {
        self.attempts.one_of_few(|| {
            PasswordHash::new(hash).is_ok_and(|hash| {
                Argon2::default()
                    .verify_password(password.as_bytes(), &hash)
                    .is_ok()
            })
        })
    }
}

fn is_locked(account: &Account, now: Timestamp) -> bool {
    account
        .locked_until_ms
        .is_some_and(|ms| now.as_millisecond() < ms)
}
