// SPDX-License-Identifier: EUPL-1.2
//! Logging in and out, and the language.

pub(crate) mod provider;
pub(crate) mod step;

use crate::paths;
use crate::server::{Answer, Fault, SecondFactor, Visit};
use crate::text::Lang;
use crate::view::frame::Section;
use crate::view::login::{GoOn, Login, Stopped};
use crate::view::own::OwnLogin;
use jiff::Timestamp;
use traad_app::{Admitted, AtDoor, LOCK_TIME, LoginError};

/// The log-in page.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    if let Some(login) = &visit.login {
        return Ok(Answer::To(home(login).to_owned()));
    }
    door(visit, 200, None)
}

/// Logs in with a local account.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    if !visit.entrance.local {
        return Err(Fault::NotFound);
    }
    let asked = AtDoor {
        lang: visit.t.lang().code(),
        from: visit.from,
        needs_factor: visit.entrance.second_factor == SecondFactor::Required,
    };
    let (username, password) = (visit.fields.value("bruger"), visit.fields.value("kode"));
    match visit.app.log_in(username, password, asked) {
        Err(LoginError::Wrong) => {
            let minutes = LOCK_TIME.as_secs() / 60;
            let message = visit.t.a("login-refused", &("minutes", minutes));
            door(visit, 422, Some(message))
        }
        Err(LoginError::TooMany(until)) => door(visit, 429, Some(too_many(visit, until))),
        other => let_in(visit, other),
    }
}

fn door(visit: &Visit, status: u16, message: Option<String>) -> Result<Answer, Fault> {
    let mut form = visit.sent();
    form.values.retain(|(name, _)| name != "kode");
    if visit.path == paths::OWN_LOGIN {
        return visit.page_with(status, Section::Other, &OwnLogin { form, message });
    }
    let provider = visit.entrance.provider.as_ref();
    let page = Login {
        form,
        message,
        provider: provider.map(|p| p.name.clone()),
        local: visit.entrance.local,
    };
    visit.page_with(status, Section::Other, &page)
}

/// On from one step of a log-in of ours to the next.
pub(crate) fn let_in(
    visit: &Visit,
    admitted: Result<Admitted, LoginError>,
) -> Result<Answer, Fault> {
    let step = |place: &str| format!("{place}?sprog={}", visit.t.lang().code());
    match admitted {
        Ok(Admitted::In(token)) => {
            let login = visit.app.session(&token)?;
            let to = login.as_ref().map_or(paths::TASKS, home);
            Ok(Answer::LoggedIn(to.to_owned(), token.0))
        }
        Ok(Admitted::Code(attempt)) => Ok(Answer::Underway(step(paths::LOGIN_CODE), attempt.0)),
        Ok(Admitted::SetUp(attempt)) => Ok(Answer::Underway(step(paths::LOGIN_FACTOR), attempt.0)),
        Ok(Admitted::Choose(attempt)) => Ok(Answer::Underway(step(paths::LOGIN_CHOOSE), attempt.0)),
        Err(error) => stopped(visit, error),
    }
}

/// Why somebody did not get in: a calm page, and the way back to the door.
pub(crate) fn stopped(visit: &Visit, error: LoginError) -> Result<Answer, Fault> {
    let (status, why) = match error {
        LoginError::App(error) => return Err(error.into()),
        LoginError::TooMany(until) => return stopped_with(visit, 429, too_many(visit, until)),
        LoginError::LevelTooLow => {
            let minimum = visit.entrance.provider.as_ref().and_then(|p| p.minimum);
            let level = minimum.map(|m| visit.t.of("login-level", m.code()));
            let level = level.unwrap_or_default();
            let reason = visit.t.a("login-stop.level", &("level", level));
            return stopped_there(visit, reason);
        }
        LoginError::Unknown => return stopped_there(visit, visit.t.of("login-stop", "unknown")),
        LoginError::Over => (400, "over"),
        LoginError::NotEmployed => (403, "not-employed"),
        LoginError::SomebodyElse => (403, "somebody-else"),
        LoginError::Wrong | LoginError::WrongCode => (422, "refused"),
    };
    stopped_with(visit, status, visit.t.of("login-stop", why))
}

/// The same, with the reason in words.
pub(crate) fn stopped_with(visit: &Visit, status: u16, reason: String) -> Result<Answer, Fault> {
    let page = Stopped {
        reason,
        back: format!("{}?sprog={}", paths::LOGIN, visit.t.lang().code()),
    };
    visit.page_with(status, Section::Other, &page)
}

/// The provider knows them, but not well enough, or as somebody else: it must ask again, and not answer as before.
fn stopped_there(visit: &Visit, reason: String) -> Result<Answer, Fault> {
    let lang = visit.t.lang().code();
    let page = Stopped {
        reason,
        back: format!("{}?nyt=ja&sprog={lang}", paths::LOGIN_PROVIDER),
    };
    visit.page_with(403, Section::Other, &page)
}

/// The first page of whoever it is.
fn home(login: &traad_app::Login) -> &'static str {
    if login.actor.employment.function.is_citizen() {
        paths::OWN
    } else {
        paths::TASKS
    }
}

/// Until when to wait, in whole minutes.
pub(crate) fn too_many(visit: &Visit, until: Timestamp) -> String {
    let minutes = ((until.duration_since(visit.now).as_secs() + 59) / 60).max(1);
    visit.t.a("login-too-many", &("minutes", minutes))
}

/// Logs out.
pub(crate) fn log_out(visit: &Visit) -> Result<Answer, Fault> {
    if let Some(token) = &visit.token {
        visit.app.log_out(token)?;
    }
    left(visit)
}

/// Logs out here and everywhere else.
pub(crate) fn log_out_everywhere(visit: &Visit) -> Result<Answer, Fault> {
    visit.app.log_out_everywhere(&visit.ctx()?)?;
    left(visit)
}

/// Where somebody goes who has logged out: who came by the identity provider is logged out there too.
fn left(visit: &Visit) -> Result<Answer, Fault> {
    let came_by_it = visit.login.as_ref().is_some_and(|login| login.by_provider);
    let provider = visit.entrance.provider.as_ref().filter(|_| came_by_it);
    match provider.and_then(|p| p.provider.logout_address(visit.now)) {
        None => Ok(Answer::LoggedOut(paths::LOGIN.to_owned())),
        Some(to) => {
            let page = GoOn {
                title: visit.t.s("login-left-title"),
                lead: visit.t.s("login-left-lead"),
                to,
            };
            Ok(Answer::Left(visit.stranger_page(&page)?))
        }
    }
}

/// Changes the language and goes back.
pub(crate) fn language(visit: &Visit) -> Result<Answer, Fault> {
    let lang = Lang::from_code(visit.fields.value("sprog")).code();
    let Some(token) = &visit.token else {
        return Ok(Answer::To(format!("{}?sprog={lang}", paths::LOGIN)));
    };
    visit.app.set_language(token, lang)?;
    let back = paths::own(visit.fields.value("tilbage"));
    Ok(Answer::To(back.unwrap_or(paths::TASKS).to_owned()))
}
