// SPDX-License-Identifier: EUPL-1.2
//! What a log-in needs between two requests: kept under the hash of a secret, and over after a while.

use super::AttemptToken;
use crate::App;
use crate::error::AppError;
use crate::session::{after, token_hash};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use traad_store::LoginAttempt;

/// How long a log-in may take from one step to the next. A proposal.
pub const ATTEMPT_TIME: SignedDuration = SignedDuration::from_mins(10);

impl App {
    pub(super) fn keep_attempt(
        &self,
        waiting: &impl Serialize,
        now: Timestamp,
    ) -> Result<AttemptToken, AppError> {
        let token = AttemptToken(self.long_secret());
        self.keep(&token.0, waiting, now)?;
        Ok(token)
    }

    pub(super) fn keep(
        &self,
        secret: &str,
        waiting: &impl Serialize,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let attempt = LoginAttempt {
            key_hash: token_hash(secret),
            document: serde_json::to_string(waiting).map_err(AppError::internal)?,
            expires_ms: after(now, ATTEMPT_TIME),
        };
        self.store
            .insert_login_attempt(attempt)
            .map_err(AppError::Unavailable)
    }

    pub(super) fn find_attempt<T: DeserializeOwned>(
        &self,
        attempt: &AttemptToken,
        now: Timestamp,
    ) -> Result<Option<T>, AppError> {
        let found = self
            .store
            .find_login_attempt(&token_hash(&attempt.0), now.as_millisecond())
            .map_err(AppError::Unavailable)?;
        // An attempt at another step is none at this one.
        Ok(found.and_then(|document| serde_json::from_str(&document).ok()))
    }

    pub(super) fn take_attempt<T: DeserializeOwned>(
        &self,
        attempt: &AttemptToken,
        now: Timestamp,
    ) -> Result<Option<T>, AppError> {
        self.take(&attempt.0, now)
    }

    pub(super) fn take<T: DeserializeOwned>(
        &self,
        secret: &str,
        now: Timestamp,
    ) -> Result<Option<T>, AppError> {
        let found = self
            .store
            .delete_login_attempt(&token_hash(secret), now.as_millisecond())
            .map_err(AppError::Unavailable)?;
        Ok(found.and_then(|document| serde_json::from_str(&document).ok()))
    }
}
