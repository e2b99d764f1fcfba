// SPDX-License-Identifier: EUPL-1.2
//! *Besked på e-mail*: somebody of the staff, or on a page of the own, chooses to be told that there is something to read, and
//! stops it with one press.

use super::own::hers;
use super::problem;
use super::work::{typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{FieldError, Form};
use crate::view::frame::Section;
use crate::view::told::{OwnTold, Told};
use traad_app::Ctx;
use traad_domain::notice::NoticeScope;
use traad_domain::org::Function;
use traad_domain::refusal::Problem;

/// Fields of the domain, and what they are called in the forms.
const FIELDS: [(&str, &str); 1] = [("address", "adresse")];

/// What somebody of the staff has chosen.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let page = view(visit, &ctx, visit.blank())?;
    visit.page(Section::Other, &page)
}

/// Somebody of the staff chooses.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let mut form = visit.sent();
    let leads = ctx.actor.employment.function == Function::Leader;
    let scope = if leads {
        Some(NoticeScope::Own)
    } else {
        NoticeScope::from_code(form.value("omfang"))
    };
    if scope.is_none() {
        wrong(visit, &mut form, "omfang", Problem::NotChosen);
    }
    if !chosen(visit, &ctx, &mut form, scope)? {
        let page = view(visit, &ctx, form)?;
        return visit.page_with(422, Section::Other, &page);
    }
    Ok(Answer::To(format!("{}?ok=gemt", paths::TOLD)))
}

/// Somebody of the staff stops it.
pub(crate) fn stop(visit: &Visit) -> Result<Answer, Fault> {
    visit.app.stop_notices(&visit.ctx()?)?;
    Ok(Answer::To(format!("{}?ok=gemt", paths::TOLD)))
}

/// What she has chosen.
pub(crate) fn own_get(visit: &Visit) -> Result<Answer, Fault> {
    let page = OwnTold(view(visit, &hers(visit)?, visit.blank())?);
    visit.page(Section::Other, &page)
}

/// She chooses. Where it is not safe nothing is kept, and nothing of what she typed either.
pub(crate) fn own_post(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = hers(visit)?;
    let mut form = visit.sent();
    let scope = match form.value("trygt") {
        "ja" => Some(NoticeScope::Own),
        "nej" => {
            form.errors.push(FieldError {
                field: "trygt".to_owned(),
                message: visit.t.s("told-own-unsafe"),
            });
            None
        }
        _ => {
            wrong(visit, &mut form, "trygt", Problem::NotChosen);
            None
        }
    };
    if !chosen(visit, &ctx, &mut form, scope)? {
        let page = OwnTold(view(visit, &ctx, form)?);
        return visit.page_with(422, Section::Other, &page);
    }
    Ok(Answer::To(format!("{}?ok=gemt", paths::OWN)))
}

/// She stops it.
pub(crate) fn own_stop(visit: &Visit) -> Result<Answer, Fault> {
    visit.app.stop_notices(&hers(visit)?)?;
    Ok(Answer::To(format!("{}?ok=gemt", paths::OWN)))
}

/// Whether it was written; otherwise the form says what is wrong.
fn chosen(
    visit: &Visit,
    ctx: &Ctx,
    form: &mut Form,
    scope: Option<NoticeScope>,
) -> Result<bool, Fault> {
    let address = typed(form, "adresse").unwrap_or_default();
    let Some(scope) = scope else {
        if address.is_empty() {
            wrong(visit, form, "adresse", Problem::Missing);
        }
        return Ok(false);
    };
    match visit.app.choose_notices(ctx, (&address, scope)) {
        Ok(()) => Ok(true),
        Err(error) => {
            problem::into_form(visit, form, error, &FIELDS, |_| None)?;
            Ok(false)
        }
    }
}

fn view(visit: &Visit, ctx: &Ctx, mut form: Form) -> Result<Told, Fault> {
    let found = visit.app.own_notices(ctx)?;
    let blank = form.errors.is_empty();
    if let Some((address, scope)) = found.chosen.as_ref().filter(|_| blank) {
        form.values.push(("adresse".to_owned(), address.clone()));
        form.values
            .push(("omfang".to_owned(), scope.code().to_owned()));
    }
    Ok(Told {
        form,
        stop: visit.blank(),
        sends: found.sends,
        address: found.chosen.map(|(address, _)| address),
        given_up: found.given_up,
        leads: ctx.actor.employment.function == Function::Leader,
    })
}
