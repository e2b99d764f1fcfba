// SPDX-License-Identifier: EUPL-1.2
//! Logging in as somebody an identity provider vouches for: the journey there and back, and whom it lets in.

use super::{Admitted, AttemptToken, AwaitingChoice, LoginError};
use crate::App;
use crate::attempts::Tried;
use crate::ctx::Actor;
use crate::error::AppError;
use crate::session::{SessionToken, token_hash};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::net::IpAddr;
use traad_domain::id::StaffId;
use traad_domain::login::{Asserted, Assurance};

/// How far a provider's clock may be from ours. A proposal.
const SKEW: SignedDuration = SignedDuration::from_secs(60);

/// A journey to the identity provider and back.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Away {
    /// The word the provider gives back: it finds the journey again.
    #[serde(skip)]
    pub state: String,
    /// The word that must stand in the provider's token.
    pub nonce: String,
    /// The secret that only who began the journey can redeem the code with.
    pub verifier: String,
    /// Language of the pages.
    pub lang: String,
    /// When it began.
    pub began: Timestamp,
    /// What it is for.
    pub errand: Errand,
    /// Hash of the secret in the browser's cookie.
    browser: String,
}

/// What a journey to the identity provider is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Errand {
    /// To get in.
    Enter,
    /// To prove anew who one is, and then go on to a page.
    Prove {
        /// Hash of the session's token.
        session: String,
        /// Where to go on.
        back: String,
    },
}

impl App {
    /// Begins a journey to the identity provider. The browser keeps the secret it had, so that two journeys at once both
    /// come home.
    pub fn set_out(
        &self,
        browser: Option<&AttemptToken>,
        (lang, errand): (&str, Errand),
        from: Option<IpAddr>,
    ) -> Result<(Away, AttemptToken), LoginError> {
        let now = self.now();
        self.may_try(from, Tried::Journey, now)?;
        self.attempts.count(from, Tried::Journey, now);
        let browser = browser.map_or_else(|| AttemptToken(self.long_secret()), Clone::clone);
        let away = Away {
            state: self.long_secret(),
            nonce: self.long_secret(),
            verifier: self.long_secret(),
            lang: lang.to_owned(),
            began: now,
            errand,
            browser: token_hash(&browser.0),
        };
        self.keep(&away.state, &away, now)?;
        Ok((away, browser))
    }

    /// The journey somebody came back from. It is taken once, and only the browser that began it gets it.
    pub fn come_back(
        &self,
        state: &str,
        browser: Option<&AttemptToken>,
        from: Option<IpAddr>,
    ) -> Result<Away, LoginError> {
        let now = self.now();
        self.may_try(from, Tried::Journey, now)?;
        let browser = browser.map(|browser| token_hash(&browser.0));
        let found: Option<Away> = self.take(state, now)?;
        let found = found.filter(|away| Some(&away.browser) == browser.as_ref());
        if found.is_none() {
            self.attempts.count(from, Tried::Journey, now);
        }
        found
            .map(|away| Away {
                state: state.to_owned(),
                ..away
            })
            .ok_or(LoginError::Over)
    }

    /// Lets somebody in whom the identity provider vouches for.
    pub fn admit(
        &self,
        asserted: &Asserted,
        minimum: Option<Assurance>,
        lang: &str,
    ) -> Result<Admitted, LoginError> {
        let now = self.now();
        let staff = self.vouched_for(asserted, minimum, now)?;
        let fits = |actor: &Actor| asserted.fits(&actor.employment, &actor.unit);
        let mut employed = self.employed_as(&staff, now)?;
        employed.retain(fits);
        let found = AwaitingChoice {
            employments: employed.into_iter().map(|a| a.employment.id).collect(),
            staff: staff.as_str().to_owned(),
            lang: lang.to_owned(),
            authenticated: asserted.authenticated.min(now),
            issuer: Some(asserted.issuer.clone()),
            subject: Some(asserted.subject.clone()),
            session: asserted.session.clone(),
            how: "provider".to_owned(),
        };
        match self.enter(found, now) {
            Err(LoginError::NotEmployed) => {
                self.log_refused(Some(&staff), "not-employed", now)?;
                Err(LoginError::NotEmployed)
            }
            outcome => outcome,
        }
    }

    /// Somebody came back from the provider to prove anew who they are: it must be the one whose session it is, and they
    /// must have proved it since they set out. Gives where to go on.
    pub fn prove(
        &self,
        asserted: &Asserted,
        minimum: Option<Assurance>,
        away: &Away,
    ) -> Result<String, LoginError> {
        let now = self.now();
        let Errand::Prove { session, back } = &away.errand else {
            return Err(LoginError::Over);
        };
        let staff = self.vouched_for(asserted, minimum, now)?;
        let found = self.find_session_by_hash(session, now)?;
        let found = found.ok_or(LoginError::Over)?;
        let same = found.provider.as_ref().is_some_and(|login| {
            login.issuer == asserted.issuer && login.subject == asserted.subject
        });
        // The provider's clock may be a little behind.
        let since = asserted.authenticated.saturating_add(SKEW).unwrap_or(now);
        if !same || since < away.began {
            self.log_refused(Some(&staff), "not-anew", now)?;
            return Err(LoginError::SomebodyElse);
        }
        self.proved(found, asserted.authenticated.min(now))?;
        Ok(back.clone())
    }

    /// What a journey to prove anew who one is needs to know of the session.
    pub fn proof_errand(&self, token: &SessionToken, back: &str) -> Errand {
        Errand::Prove {
            session: token_hash(&token.0),
            back: back.to_owned(),
        }
    }

    /// The member of staff a provider's user is, if the provider is sure enough.
    fn vouched_for(
        &self,
        asserted: &Asserted,
        minimum: Option<Assurance>,
        now: Timestamp,
    ) -> Result<StaffId, LoginError> {
        let known = self
            .store
            .find_provider_user(&asserted.issuer, &asserted.user)
            .map_err(AppError::Unavailable)?;
        let staff = known.map(|user| StaffId::new(user.staff));
        if !asserted.reaches(minimum) {
            self.log_refused(staff.as_ref(), "level", now)?;
            return Err(LoginError::LevelTooLow);
        }
        if staff.is_none() {
            self.log_refused(None, "unknown", now)?;
        }
        staff.ok_or(LoginError::Unknown)
    }
}
