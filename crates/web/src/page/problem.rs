// SPDX-License-Identifier: EUPL-1.2
//! From a refusal of the domain to sentences at the fields of a form.

use crate::server::{Fault, Visit};
use crate::view::form::{FieldError, Form};
use traad_app::AppError;
use traad_domain::refusal::{FieldProblem, NotNow, Refusal};

/// What a form learns from a refused use case; anything that is no matter of the form is a fault.
///
/// `fields` says which field of the form a field of the domain is; a name that is not there stays as it is.
/// `message` gives a sentence of the form's own for a field, when it has one.
pub(crate) fn into_form(
    visit: &Visit,
    form: &mut Form,
    error: AppError,
    fields: &[(&str, &str)],
    message: impl Fn(&FieldProblem) -> Option<String>,
) -> Result<(), Fault> {
    let problems = match error {
        AppError::Refused(Refusal::Invalid(problems)) => problems,
        AppError::Refused(Refusal::NotNow(why)) => return Err(Fault::NotNow(why)),
        AppError::Refused(Refusal::NoConsent(_)) => return Err(Fault::Forbidden),
        AppError::Refused(Refusal::Conflict(_)) => return Err(Fault::NotNow(NotNow::AlreadyDone)),
        other @ (AppError::NotFound
        | AppError::Forbidden
        | AppError::TeamOnly
        | AppError::Busy
        | AppError::Unavailable(_)
        | AppError::Internal(_)) => return Err(other.into()),
    };
    for problem in &problems {
        let field = fields
            .iter()
            .find(|(domain, _)| *domain == problem.field)
            .map_or(problem.field, |(_, form)| form);
        let sentence =
            message(problem).unwrap_or_else(|| visit.t.of("problem", problem.problem.code()));
        form.errors.push(FieldError {
            field: field.to_owned(),
            message: sentence,
        });
    }
    Ok(())
}

/// Notes what is wrong with a field, in the words of a message of the texts.
pub(crate) fn add(visit: &Visit, form: &mut Form, field: &str, message: &str, code: &str) {
    form.errors.push(FieldError {
        field: field.to_owned(),
        message: visit.t.of(message, code),
    });
}
