// SPDX-License-Identifier: EUPL-1.2
//! Local accounts and sessions: argon2id, lockout, random tokens of which only the hash is stored.
//!
//! A session acts in one employment; when that ends, the next request finds no actor.

use crate::App;
use crate::citizen::is_citizen;
use crate::ctx::{Actor, Ctx};
use crate::error::AppError;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use traad_domain::id::{EmploymentId, StaffId};
use traad_domain::org::Employment;
use traad_domain::policy::Purpose;
use traad_store::{Account, LogRow, Session, StoreError};

/// Failed attempts after which an account is locked for a while. A proposal; configuration of the installation later.
pub const LOCK_AFTER: u32 = 5;
/// How long it is locked.
pub const LOCK_TIME: SignedDuration = SignedDuration::from_mins(15);
/// How long a session lasts without use.
pub const IDLE_TIME: SignedDuration = SignedDuration::from_mins(30);
/// How long a session lasts at most.
pub const SESSION_TIME: SignedDuration = SignedDuration::from_hours(10);

/// The secret in the cookie. Never stored, never printed.
#[derive(Clone)]
pub struct SessionToken(pub String);

/// A running session.
#[derive(Debug, Clone)]
pub struct Login {
    /// Who acts.
    pub actor: Actor,
    /// The token forms must carry.
    pub csrf: String,
    /// Language of the pages, `da` or `en`.
    pub lang: String,
}

/// Why nobody got in. The two first look the same to the person.
#[derive(Debug, thiserror::Error)]
pub enum LoginError {
    /// Unknown name, wrong password or no employment today.
    #[error("user name or password is wrong")]
    Wrong,
    /// Too many failed attempts; try again then.
    #[error("locked until {0}")]
    Locked(Timestamp),
    /// Anything else.
    #[error(transparent)]
    App(#[from] AppError),
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
        let hash =
            Argon2::default().hash_password_with_salt(password.as_bytes(), &self.random.bytes());
        hash.map(|hash| hash.to_string())
            .map_err(AppError::internal)
    }

    /// Logs in and begins a session in the person's running employment.
    pub fn log_in(
        &self,
        username: &str,
        password: &str,
        lang: &str,
    ) -> Result<SessionToken, LoginError> {
        let now = self.now();
        let account = self
            .store
            .find_account(username.trim())
            .map_err(AppError::Unavailable)?;
        let Some(account) = account else {
            // The same work as for a known name, so that the time tells nothing.
            self.hash_password(password)?;
            self.log_attempt(None, "unknown-name")?;
            return Err(LoginError::Wrong);
        };
        let staff = StaffId::new(account.staff);
        if let Some(until) = account
            .locked_until_ms
            .and_then(|ms| Timestamp::from_millisecond(ms).ok())
            .filter(|u| now < *u)
        {
            self.log_attempt(Some(&staff), "locked")?;
            return Err(LoginError::Locked(until));
        }
        if !matches(&account.password_hash, password) {
            let until = now
                .saturating_add(LOCK_TIME)
                .map_or(i64::MAX, Timestamp::as_millisecond);
            self.store
                .update_failed_login(&account.username, LOCK_AFTER, until)
                .map_err(AppError::Unavailable)?;
            self.log_attempt(Some(&staff), "wrong-password")?;
            return Err(LoginError::Wrong);
        }
        self.store
            .update_good_login(&account.username)
            .map_err(AppError::Unavailable)?;
        let Some(employment) = self.employment_of(&staff, now)? else {
            self.log_attempt(Some(&staff), "not-employed")?;
            return Err(LoginError::Wrong);
        };
        let token = self.begin(&employment.id, lang, now)?;
        let actor = self.actor(&employment.id, now)?.ok_or(LoginError::Wrong)?;
        self.log(&ctx(actor, now), "log-in", &[], Ok("password"))?;
        Ok(token)
    }

    /// The session of a token, if it runs and its employment does. Its idle time begins anew.
    pub fn session(&self, token: &SessionToken) -> Result<Option<Login>, AppError> {
        let now = self.now();
        let hash = token_hash(token);
        let found = self
            .store
            .find_session(&hash, now.as_millisecond())
            .map_err(AppError::Unavailable)?;
        let Some(session) = found else {
            return Ok(None);
        };
        let seen = Timestamp::from_millisecond(session.last_seen_ms).unwrap_or(Timestamp::MIN);
        let idle = now.duration_since(seen);
        let actor = self.actor(&EmploymentId::new(session.employment.clone()), now)?;
        let Some(actor) = actor.filter(|_| idle < IDLE_TIME) else {
            self.store
                .delete_session(&hash)
                .map_err(AppError::Unavailable)?;
            return Ok(None);
        };
        if idle >= SignedDuration::from_mins(1) {
            let seen = Session {
                last_seen_ms: now.as_millisecond(),
                ..session.clone()
            };
            gone_is_fine(self.store.update_session(seen))?;
        }
        Ok(Some(Login {
            actor,
            csrf: session.csrf,
            lang: session.lang,
        }))
    }

    /// Changes the language of a session.
    pub fn set_language(&self, token: &SessionToken, lang: &str) -> Result<(), AppError> {
        let now = self.now().as_millisecond();
        let found = self
            .store
            .find_session(&token_hash(token), now)
            .map_err(AppError::Unavailable)?;
        let Some(session) = found else { return Ok(()) };
        gone_is_fine(self.store.update_session(Session {
            lang: lang.to_owned(),
            ..session
        }))
    }

    /// Ends a session.
    pub fn log_out(&self, token: &SessionToken) -> Result<(), AppError> {
        let now = self.now();
        let found = self
            .store
            .find_session(&token_hash(token), now.as_millisecond())
            .map_err(AppError::Unavailable)?;
        let employment = found.map(|session| EmploymentId::new(session.employment));
        let actor = match employment {
            Some(employment) => self.actor(&employment, now)?,
            None => None,
        };
        if let Some(actor) = actor {
            self.log(&ctx(actor, now), "log-out", &[], Ok("own-session"))?;
        }
        self.store
            .delete_session(&token_hash(token))
            .map_err(AppError::Unavailable)
    }

    /// Logs that nobody got in, and why; never what was typed. The newest employment tells whose attempt it was.
    fn log_attempt(&self, staff: Option<&StaffId>, why: &str) -> Result<(), AppError> {
        let known = self.employments()?;
        let own = known.into_iter().filter(|e| Some(&e.staff) == staff);
        let employment = own.max_by_key(|e| e.from);
        let text = |of: fn(&Employment) -> &str| {
            employment.as_ref().map(of).unwrap_or_default().to_owned()
        };
        self.log_line(LogRow {
            at_ms: self.now().as_millisecond(),
            employment: text(|e| e.id.as_str()),
            unit: text(|e| e.unit.as_str()),
            function: text(|e| e.function.code()),
            action: "log-in".to_owned(),
            pathways: Vec::new(),
            purpose: String::new(),
            reason: why.to_owned(),
            outcome: "refused".to_owned(),
        })
    }

    fn employment_of(
        &self,
        staff: &StaffId,
        now: Timestamp,
    ) -> Result<Option<Employment>, AppError> {
        if is_citizen(staff.as_str()) {
            let actor = self.citizen_actor(staff.as_str(), now)?;
            return Ok(actor.map(|actor| actor.employment));
        }
        let all = self.employments()?;
        Ok(all
            .into_iter()
            .find(|e| &e.staff == staff && e.runs_at(now)))
    }

    fn begin(
        &self,
        employment: &EmploymentId,
        lang: &str,
        now: Timestamp,
    ) -> Result<SessionToken, AppError> {
        let token = SessionToken(format!("{}{}", self.random.text(), self.random.text()));
        let session = Session {
            token_hash: token_hash(&token),
            employment: employment.as_str().to_owned(),
            created_ms: now.as_millisecond(),
            last_seen_ms: now.as_millisecond(),
            expires_ms: now
                .saturating_add(SESSION_TIME)
                .map_or(i64::MAX, Timestamp::as_millisecond),
            csrf: self.random.text(),
            lang: lang.to_owned(),
        };
        self.store
            .insert_session(session)
            .map_err(AppError::Unavailable)?;
        Ok(token)
    }
}

fn ctx(actor: Actor, now: Timestamp) -> Ctx {
    Ctx {
        actor,
        now,
        purpose: Purpose::Care,
        submission: None,
    }
}

fn matches(hash: &str, password: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| {
        Argon2::default()
            .verify_password(password.as_bytes(), &hash)
            .is_ok()
    })
}

/// A session that ended in the same moment is no error.
fn gone_is_fine(result: Result<(), StoreError>) -> Result<(), AppError> {
    match result {
        Err(StoreError::Conflict { .. }) | Ok(()) => Ok(()),
        Err(other) => Err(AppError::Unavailable(other)),
    }
}

fn token_hash(token: &SessionToken) -> String {
    let digest = Sha256::digest(token.0.as_bytes());
    digest
        .iter()
        .fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}
