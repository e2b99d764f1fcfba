// SPDX-License-Identifier: EUPL-1.2
//! The steps between the door and the first page: the code of a second factor, adding one, and which employment.

use super::{let_in, stopped};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, FieldError};
use crate::view::frame::Section;
use crate::view::login::{LoginChoose, LoginCode, Picture, SetUpFactor};
use traad_app::{Actor, Admitted, FactorToSetUp, LoginError};

/// Asks for the code.
pub(crate) fn code_get(visit: &Visit) -> Result<Answer, Fault> {
    if visit.attempt.is_none() {
        return stopped(visit, LoginError::Over);
    }
    visit.page(
        Section::Other,
        &LoginCode {
            form: visit.blank(),
        },
    )
}

/// Takes the code.
pub(crate) fn code_post(visit: &Visit) -> Result<Answer, Fault> {
    let Some(attempt) = &visit.attempt else {
        return stopped(visit, LoginError::Over);
    };
    let code = visit.fields.value("engangskode");
    match visit.app.log_in_with_code(attempt, code, visit.from) {
        Err(LoginError::WrongCode) => {
            let mut form = visit.blank();
            form.errors.push(FieldError {
                field: "engangskode".to_owned(),
                message: visit.t.s("login-code-wrong"),
            });
            visit.page_with(422, Section::Other, &LoginCode { form })
        }
        other => let_in(visit, other),
    }
}

/// Asks for a telephone, where nobody gets in without.
pub(crate) fn factor_get(visit: &Visit) -> Result<Answer, Fault> {
    factor(visit, 200)
}

/// Takes its first code.
pub(crate) fn factor_post(visit: &Visit) -> Result<Answer, Fault> {
    let Some(attempt) = &visit.attempt else {
        return stopped(visit, LoginError::Over);
    };
    let code = visit.fields.value("engangskode");
    match visit.app.confirm_factor_at_door(attempt, code, visit.from) {
        Err(LoginError::WrongCode) => factor(visit, 422),
        other => let_in(visit, other),
    }
}

fn factor(visit: &Visit, status: u16) -> Result<Answer, Fault> {
    let Some(attempt) = &visit.attempt else {
        return stopped(visit, LoginError::Over);
    };
    let shown = match visit.app.factor_at_door(attempt) {
        Ok(shown) => shown,
        Err(error) => return stopped(visit, error),
    };
    let page = SetUpFactor {
        action: format!("{}?sprog={}", paths::LOGIN_FACTOR, visit.t.lang().code()),
        ..set_up_page(visit, shown, status != 200)
    };
    visit.page_with(status, Section::Other, &page)
}

/// The page that shows a secret.
pub(crate) fn set_up_page(visit: &Visit, factor: FactorToSetUp, is_wrong: bool) -> SetUpFactor {
    let mut form = visit.blank();
    if is_wrong {
        form.errors.push(FieldError {
            field: "engangskode".to_owned(),
            message: visit.t.s("login-code-wrong"),
        });
    }
    let letters: Vec<char> = factor.letters.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|four| four.iter().collect())
        .collect();
    SetUpFactor {
        form,
        picture: Picture::of(&factor.address),
        attempt: factor.attempt,
        letters: groups.join(" "),
        ..SetUpFactor::default()
    }
}

/// Asks which employment.
pub(crate) fn choose_get(visit: &Visit) -> Result<Answer, Fault> {
    choose(visit, 200, Vec::new())
}

/// Takes the employment.
pub(crate) fn choose_post(visit: &Visit) -> Result<Answer, Fault> {
    let Some(attempt) = &visit.attempt else {
        return stopped(visit, LoginError::Over);
    };
    let chosen = visit.fields.value("ansaettelse");
    if chosen.is_empty() {
        let missing = FieldError {
            field: "ansaettelse".to_owned(),
            message: visit.t.s("login-employment-missing"),
        };
        return choose(visit, 422, vec![missing]);
    }
    let begun = visit.app.choose_employment(attempt, chosen);
    let_in(visit, begun.map(Admitted::In))
}

fn choose(visit: &Visit, status: u16, errors: Vec<FieldError>) -> Result<Answer, Fault> {
    let Some(attempt) = &visit.attempt else {
        return stopped(visit, LoginError::Over);
    };
    let actors = match visit.app.employments_to_choose(attempt) {
        Ok(actors) => actors,
        Err(error) => return stopped(visit, error),
    };
    let choice = |actor: &Actor| {
        let function = visit.t.of("function", actor.employment.function.code());
        let label = format!("{function}, {}", actor.unit.name);
        Choice::new(actor.employment.id.as_str(), label)
    };
    let mut form = visit.blank();
    form.errors = errors;
    let page = LoginChoose {
        form,
        employments: actors.iter().map(choice).collect(),
    };
    visit.page_with(status, Section::Other, &page)
}
