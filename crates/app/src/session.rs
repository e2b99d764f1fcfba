// SPDX-License-Identifier: EUPL-1.2
//! Sessions: random tokens of which only the hash is stored, with an idle and an absolute limit.
//!
//! A session acts in one employment; when that ends, the next request finds no actor. How it begins stands in `entrance`.

use crate::App;
use crate::ctx::{Actor, Ctx};
use crate::error::AppError;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use traad_domain::chain::hex;
use traad_domain::id::{EmploymentId, StaffId};
use traad_domain::policy::Purpose;
use traad_store::{ProviderLogin, Session, StoreError};

/// How long a session lasts without use.
pub const IDLE_TIME: SignedDuration = SignedDuration::from_mins(30);
/// How long a session lasts at most.
pub const SESSION_TIME: SignedDuration = SignedDuration::from_hours(10);
/// How old a proof of who one is may be where that counts: second factors, nødadgang, export. A proposal.
pub const PROOF_TIME: SignedDuration = SignedDuration::from_mins(5);

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
    /// When the person last proved who they are.
    pub reauthenticated_at: Timestamp,
    /// Whether an identity provider vouches for the person; otherwise a local account does.
    pub by_provider: bool,
}

impl Login {
    /// Whether the person proved who they are so recently that it counts for more than reading and writing.
    pub fn is_proved(&self, now: Timestamp) -> bool {
        now.duration_since(self.reauthenticated_at) < PROOF_TIME
    }
}

/// One of the reader's own sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSession {
    /// When it began.
    pub began: Timestamp,
    /// When it was last used, to the minute.
    pub last_used: Timestamp,
    /// Whether it is the one the page is read in.
    pub here: bool,
    /// Whether an identity provider vouches for it.
    pub by_provider: bool,
}

/// What a session begins with.
pub(crate) struct Beginning {
    pub(crate) employment: EmploymentId,
    pub(crate) staff: StaffId,
    pub(crate) lang: String,
    pub(crate) authenticated: Timestamp,
    pub(crate) provider: Option<ProviderLogin>,
}

impl App {
    /// The session of a token, if it runs and its employment does. Its idle time begins anew.
    pub fn session(&self, token: &SessionToken) -> Result<Option<Login>, AppError> {
        let now = self.now();
        let Some(session) = self.find_session(token, now)? else {
            return Ok(None);
        };
        let idle = now.duration_since(instant(session.last_seen_ms));
        let actor = self.actor(&EmploymentId::new(session.employment.clone()), now)?;
        let Some(actor) = actor.filter(|_| idle < IDLE_TIME) else {
            self.store
                .delete_session(&session.token_hash)
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
            reauthenticated_at: instant(session.authenticated_ms),
            by_provider: session.provider.is_some(),
        }))
    }

    /// Changes the language of a session.
    pub fn set_language(&self, token: &SessionToken, lang: &str) -> Result<(), AppError> {
        let Some(session) = self.find_session(token, self.now())? else {
            return Ok(());
        };
        gone_is_fine(self.store.update_session(Session {
            lang: lang.to_owned(),
            ..session
        }))
    }

    /// Ends a session.
    pub fn log_out(&self, token: &SessionToken) -> Result<(), AppError> {
        let now = self.now();
        if let Some(session) = self.find_session(token, now)?
            && let Some(actor) = self.actor(&EmploymentId::new(session.employment), now)?
        {
            self.log(&ctx_of(actor, now), "log-out", &[], Ok("own-session"))?;
        }
        self.store
            .delete_session(&token_hash(&token.0))
            .map_err(AppError::Unavailable)
    }

    /// Ends every session of the person, here and everywhere else; gives their number.
    pub fn log_out_everywhere(&self, ctx: &Ctx) -> Result<u64, AppError> {
        self.log(ctx, "log-out", &[], Ok("everywhere"))?;
        self.store
            .delete_sessions_of_staff(ctx.actor.employment.staff.as_str())
            .map_err(AppError::Unavailable)
    }

    /// Ends the sessions an identity provider says have ended; gives their number.
    pub fn log_out_at_provider(
        &self,
        issuer: &str,
        subject: Option<&str>,
        session: Option<&str>,
    ) -> Result<usize, AppError> {
        let now = self.now();
        let ended = self
            .store
            .delete_sessions_at_provider(issuer, subject, session)
            .map_err(AppError::Unavailable)?;
        for employment in &ended {
            // Whoever is no longer employed is out already.
            if let Some(actor) = self.actor(&EmploymentId::new(employment.clone()), now)? {
                self.log(&ctx_of(actor, now), "log-out", &[], Ok("provider"))?;
            }
        }
        Ok(ended.len())
    }

    /// The person's own sessions that run, the last used first.
    pub fn own_sessions(
        &self,
        ctx: &Ctx,
        token: &SessionToken,
    ) -> Result<Vec<OwnSession>, AppError> {
        let here = token_hash(&token.0);
        let staff = ctx.actor.employment.staff.as_str();
        let found = self
            .store
            .list_sessions_of(staff, ctx.now.as_millisecond())
            .map_err(AppError::Unavailable)?;
        let sessions = found.into_iter().map(|session| OwnSession {
            began: instant(session.created_ms),
            last_used: instant(session.last_seen_ms),
            here: session.token_hash == here,
            by_provider: session.provider.is_some(),
        });
        Ok(sessions
            .filter(|session| ctx.now.duration_since(session.last_used) < IDLE_TIME)
            .collect())
    }

    /// The person has proved anew who they are.
    pub(crate) fn proved(&self, session: Session, at: Timestamp) -> Result<(), AppError> {
        gone_is_fine(self.store.update_session(Session {
            authenticated_ms: at.as_millisecond(),
            ..session
        }))
    }

    pub(crate) fn find_session(
        &self,
        token: &SessionToken,
        now: Timestamp,
    ) -> Result<Option<Session>, AppError> {
        self.find_session_by_hash(&token_hash(&token.0), now)
    }

    pub(crate) fn find_session_by_hash(
        &self,
        hash: &str,
        now: Timestamp,
    ) -> Result<Option<Session>, AppError> {
        self.store
            .find_session(hash, now.as_millisecond())
            .map_err(AppError::Unavailable)
    }

    pub(crate) fn begin(
        &self,
        beginning: Beginning,
        now: Timestamp,
    ) -> Result<SessionToken, AppError> {
        let token = SessionToken(self.long_secret());
        let session = Session {
            token_hash: token_hash(&token.0),
            employment: beginning.employment.as_str().to_owned(),
            staff: beginning.staff.as_str().to_owned(),
            created_ms: now.as_millisecond(),
            last_seen_ms: now.as_millisecond(),
            expires_ms: after(now, SESSION_TIME),
            authenticated_ms: beginning.authenticated.as_millisecond(),
            csrf: self.random.text(),
            lang: beginning.lang,
            provider: beginning.provider,
        };
        self.store
            .insert_session(session)
            .map_err(AppError::Unavailable)?;
        Ok(token)
    }

    /// Thirty-two fresh bytes as 64 hexadecimal digits.
    pub(crate) fn long_secret(&self) -> String {
        format!("{}{}", self.random.text(), self.random.text())
    }
}

/// A use by somebody who is logging in or out.
pub(crate) fn ctx_of(actor: Actor, now: Timestamp) -> Ctx {
    Ctx {
        actor,
        now,
        purpose: Purpose::Care,
        submission: None,
    }
}

/// Milliseconds at the end of a time that begins now.
pub(crate) fn after(now: Timestamp, time: SignedDuration) -> i64 {
    now.saturating_add(time)
        .map_or(i64::MAX, Timestamp::as_millisecond)
}

fn instant(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::MIN)
}

/// A session that ended in the same moment is no error.
fn gone_is_fine(result: Result<(), StoreError>) -> Result<(), AppError> {
    match result {
        Err(StoreError::Conflict { .. }) | Ok(()) => Ok(()),
        Err(other) => Err(AppError::Unavailable(other)),
    }
}

/// What is stored of a secret.
pub(crate) fn token_hash(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}
