// SPDX-License-Identifier: EUPL-1.2
//! To the identity provider and back, and what it says later.

use super::{let_in, stopped, stopped_with};
use crate::paths;
use crate::server::{Answer, Fault, ProviderEntrance, Visit};
use crate::view::login::GoOn;
use traad_app::{Admitted, Away, Errand};
use traad_oidc::{Answer as Brought, ProviderError, Words};

fn provider(visit: &Visit) -> Result<&ProviderEntrance, Fault> {
    visit.entrance.provider.as_ref().ok_or(Fault::NotFound)
}

fn words(away: &Away) -> Words<'_> {
    Words {
        state: &away.state,
        nonce: &away.nonce,
        verifier: &away.verifier,
    }
}

/// Sends somebody to the identity provider, to get in or to prove anew who they are.
pub(crate) fn set_out(visit: &Visit) -> Result<Answer, Fault> {
    let to = provider(visit)?;
    let own = visit.token.as_ref().filter(|_| visit.login.is_some());
    let errand = match (own, paths::own(visit.query.value("bekraeft"))) {
        (Some(token), Some(back)) => visit.app.proof_errand(token, back),
        (Some(_), None) => return Ok(Answer::To(paths::TASKS.to_owned())),
        (None, _) => Errand::Enter,
    };
    let is_anew = errand != Errand::Enter || visit.query.typed("nyt").is_some();
    let journey = (visit.t.lang().code(), errand);
    let begun = visit
        .app
        .set_out(visit.attempt.as_ref(), journey, visit.from);
    let (away, browser) = match begun {
        Ok(begun) => begun,
        Err(error) => return stopped(visit, error),
    };
    match to.provider.address(words(&away), is_anew, visit.now) {
        Ok(address) => Ok(Answer::Underway(address, browser.0)),
        Err(error) => refused(visit, &error),
    }
}

/// Somebody comes back.
pub(crate) fn come_back(visit: &Visit) -> Result<Answer, Fault> {
    let from = provider(visit)?;
    let state = visit.query.value("state");
    let away = match visit
        .app
        .come_back(state, visit.attempt.as_ref(), visit.from)
    {
        Ok(away) => away,
        Err(error) => return stopped(visit, error),
    };
    let visit = &visit.in_language(&away.lang);
    if visit.query.typed("error").is_some() {
        return stopped_with(visit, 400, visit.t.of("login-stop", "cancelled"));
    }
    let brought = Brought {
        code: visit.query.typed("code"),
        issuer: visit.query.typed("iss"),
    };
    let asserted = match from.provider.redeem(words(&away), brought, visit.now) {
        Ok(asserted) => asserted,
        Err(error) => return refused(visit, &error),
    };
    match away.errand {
        Errand::Prove { .. } => match visit.app.prove(&asserted, from.minimum, &away) {
            Ok(back) => Ok(Answer::Page(200, arrived(visit, back)?)),
            Err(error) => stopped(visit, error),
        },
        Errand::Enter => match visit.app.admit(&asserted, from.minimum, &away.lang) {
            Ok(Admitted::In(token)) => {
                let page = arrived(visit, paths::TASKS.to_owned())?;
                Ok(Answer::Arrived(page, token.0))
            }
            other => let_in(visit, other),
        },
    }
}

fn arrived(visit: &Visit, to: String) -> Result<String, Fault> {
    let page = GoOn {
        title: visit.t.s("login-arrived-title"),
        lead: visit.t.s("login-arrived-lead"),
        to,
    };
    visit.stranger_page(&page)
}

/// The provider says that somebody logged out there. It is no browser and has no session; the token it brings is signed.
pub(crate) fn ended(visit: &Visit) -> Result<Answer, Fault> {
    let from = provider(visit)?;
    let token = visit.fields.value("logout_token");
    match from.provider.logged_out(token, visit.now) {
        Ok(whose) => {
            let ended = visit.app.log_out_at_provider(
                from.provider.issuer(),
                whose.subject.as_deref(),
                whose.session.as_deref(),
            )?;
            tracing::info!(ended, "the identity provider ended sessions");
            Ok(Answer::Text(String::new()))
        }
        Err(error) => refused(visit, &error),
    }
}

/// A provider that cannot be asked is an outage; an answer that is not to be believed is refused.
fn refused(visit: &Visit, error: &ProviderError) -> Result<Answer, Fault> {
    let (status, why) = match error {
        ProviderError::Unreachable(_) => (503, "unreachable"),
        ProviderError::Refused(_) => (400, "refused"),
    };
    tracing::warn!(%error, "nobody got in by the identity provider");
    stopped_with(visit, status, visit.t.of("login-stop", why))
}
