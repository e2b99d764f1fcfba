// SPDX-License-Identifier: EUPL-1.2
//! *Din adgang*: the own sessions, proving anew who one is, and the codes of a telephone.

use super::login::step::set_up_page;
use super::login::too_many;
use crate::paths;
use crate::server::{Answer, Fault, SecondFactor, Visit};
use crate::view::frame::Section;
use crate::view::login::{Access, Prove, SessionRow, SetUpFactor};
use traad_app::{FactorToSetUp, LoginError, OwnSession};

/// The own sessions.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let (ctx, token) = (visit.ctx()?, visit.token.as_ref().ok_or(Fault::NotFound)?);
    let sessions = visit.app.own_sessions(&ctx, token)?;
    let offers = visit.entrance.second_factor != SecondFactor::Off && is_local(visit);
    let page = Access {
        form: visit.blank(),
        sessions: sessions.iter().map(|session| row(visit, session)).collect(),
        second_factor: if offers {
            visit.app.own_second_factor(&ctx)?
        } else {
            None
        },
        leave: ctx.actor.employment.function.works_on_cases(),
        told: visit.app.own_notices(&ctx).is_ok_and(|found| found.sends),
    };
    visit.page(Section::Other, &page)
}

fn is_local(visit: &Visit) -> bool {
    visit.login.as_ref().is_some_and(|login| !login.by_provider)
}

fn row(visit: &Visit, session: &OwnSession) -> SessionRow {
    let provider = visit.entrance.provider.as_ref();
    let how = match provider.filter(|_| session.by_provider) {
        Some(provider) => visit.t.a("access-way.provider", &("name", &provider.name)),
        None => visit.t.of("access-way", "local"),
    };
    SessionRow {
        began: visit.moment(session.began),
        used: visit.moment(session.last_used),
        how,
        here: session.here,
    }
}

/// Asks who it is.
pub(crate) fn prove_get(visit: &Visit) -> Result<Answer, Fault> {
    prove(visit, 200, visit.query.value("tilbage"), None)
}

/// Takes the password and, where there is one, the code.
pub(crate) fn prove_post(visit: &Visit) -> Result<Answer, Fault> {
    let token = visit.token.as_ref().ok_or(Fault::NotFound)?;
    let typed = (
        visit.fields.value("kode"),
        visit.fields.value("engangskode"),
    );
    let back = visit.fields.value("tilbage");
    match visit.app.prove_by_password(token, typed, visit.from) {
        Ok(()) => Ok(Answer::To(
            paths::own(back).unwrap_or(paths::TASKS).to_owned(),
        )),
        Err(LoginError::TooMany(until)) => prove(visit, 429, back, Some(too_many(visit, until))),
        Err(LoginError::App(error)) => Err(error.into()),
        Err(_) => prove(visit, 422, back, Some(visit.t.s("prove-refused"))),
    }
}

fn prove(visit: &Visit, status: u16, back: &str, message: Option<String>) -> Result<Answer, Fault> {
    let back = paths::own(back).unwrap_or(paths::TASKS).to_owned();
    let provider = visit.entrance.provider.as_ref();
    let page = Prove {
        form: visit.blank(),
        message,
        provider: provider
            .filter(|_| !is_local(visit))
            .map(|p| (p.name.clone(), paths::prove_at_provider(&back))),
        code: is_local(visit) && visit.app.own_second_factor(&visit.ctx()?)? == Some(true),
        back,
    };
    visit.page_with(status, Section::Other, &page)
}

/// Whether the reader may have the codes of a telephone asked for, and has just proved who they are.
fn second_factor(visit: &Visit) -> Result<bool, Fault> {
    if visit.entrance.second_factor == SecondFactor::Off || !is_local(visit) {
        return Err(Fault::NotFound);
    }
    let has = visit.app.own_second_factor(&visit.ctx()?)?;
    let has = has.ok_or(Fault::NotFound)?;
    visit.needs_proof()?;
    Ok(has)
}

/// Shows a fresh secret.
pub(crate) fn factor_get(visit: &Visit) -> Result<Answer, Fault> {
    let has = second_factor(visit)?;
    let factor = visit.app.begin_second_factor(&visit.ctx()?)?;
    set_up(visit, 200, factor, has)
}

/// Takes the first code, or takes the second factor away.
pub(crate) fn factor_post(visit: &Visit) -> Result<Answer, Fault> {
    let has = second_factor(visit)?;
    let ctx = visit.ctx()?;
    let on = |notice: &str| Ok(Answer::To(format!("{}?ok={notice}", paths::ACCESS)));
    if visit.fields.typed("fjern").is_some() {
        if visit.entrance.second_factor == SecondFactor::Required {
            return Err(Fault::Forbidden);
        }
        visit.app.drop_second_factor(&ctx)?;
        return on("factor-removed");
    }
    let attempt = visit.fields.value("trin");
    let code = visit.fields.value("engangskode");
    match visit.app.confirm_second_factor(&ctx, attempt, code) {
        Ok(()) => on("factor-added"),
        Err(LoginError::App(error)) => Err(error.into()),
        Err(_) => match visit.app.second_factor_to_set_up(&ctx, attempt) {
            Ok(factor) => set_up(visit, 422, factor, has),
            Err(LoginError::App(error)) => Err(error.into()),
            // It took too long: a fresh one.
            Err(_) => Ok(Answer::To(paths::SECOND_FACTOR.to_owned())),
        },
    }
}

fn set_up(visit: &Visit, status: u16, factor: FactorToSetUp, has: bool) -> Result<Answer, Fault> {
    let page = SetUpFactor {
        action: paths::SECOND_FACTOR.to_owned(),
        back: Some(paths::ACCESS.to_owned()),
        removable: has && visit.entrance.second_factor == SecondFactor::Offered,
        ..set_up_page(visit, factor, status != 200)
    };
    visit.page_with(status, Section::Other, &page)
}
