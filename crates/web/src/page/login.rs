// SPDX-License-Identifier: EUPL-1.2
//! Logging in and out, and the language.

use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::Lang;
use crate::view::frame::Section;
use crate::view::plain::Login;
use traad_app::LoginError;
use traad_domain::org::Function;

/// The log-in page.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    if let Some(login) = &visit.login {
        let to = if is_citizen(login) {
            paths::OWN
        } else {
            paths::TASKS
        };
        return Ok(Answer::To(to.to_owned()));
    }
    visit.page(
        Section::Other,
        &Login {
            form: visit.blank(),
            message: None,
        },
    )
}

/// Logs in.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let lang = visit.t.lang().code();
    let message = match visit.app.log_in(
        visit.fields.value("bruger"),
        visit.fields.value("kode"),
        lang,
    ) {
        Ok(token) => {
            let login = visit.app.session(&token)?;
            let citizen = login.is_some_and(|login| is_citizen(&login));
            let to = if citizen { paths::OWN } else { paths::TASKS };
            return Ok(Answer::LoggedIn(to.to_owned(), token.0));
        }
        Err(LoginError::Wrong) => visit.t.s("login-refused"),
        Err(LoginError::Locked(until)) => visit
            .t
            .a("login-locked", &("minutes", minutes(until, visit))),
        Err(LoginError::App(error)) => return Err(error.into()),
    };
    let mut form = visit.sent();
    form.values.retain(|(name, _)| name != "kode");
    visit.page_with(
        422,
        Section::Other,
        &Login {
            form,
            message: Some(message),
        },
    )
}

fn is_citizen(login: &traad_app::Login) -> bool {
    login.actor.employment.function == Function::Citizen
}

/// Whole minutes until an instant, at least one.
fn minutes(until: jiff::Timestamp, visit: &Visit) -> i64 {
    (until.duration_since(visit.now).as_secs() / 60).max(0) + 1
}

/// Logs out.
pub(crate) fn log_out(visit: &Visit) -> Result<Answer, Fault> {
    if let Some(token) = &visit.token {
        visit.app.log_out(token)?;
    }
    Ok(Answer::LoggedOut(paths::LOGIN.to_owned()))
}

/// Changes the language and goes back.
pub(crate) fn language(visit: &Visit) -> Result<Answer, Fault> {
    if let Some(token) = &visit.token {
        visit
            .app
            .set_language(token, Lang::from_code(visit.fields.value("sprog")).code())?;
    }
    let back = visit.fields.value("tilbage");
    let plain = |c: char| c.is_ascii_alphanumeric() || "/_?=&.-~%".contains(c);
    let own = back.starts_with('/') && !back.starts_with("//") && back.chars().all(plain);
    Ok(Answer::To(if own { back } else { paths::TASKS }.to_owned()))
}
