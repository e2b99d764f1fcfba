// SPDX-License-Identifier: EUPL-1.2
//! *Barnet er adopteret*: what joins the child to those it was born to is sealed for everybody (practice B16).

use super::child::{custody_fields, custody_in};
use super::task::field;
use super::{Case, needed_day, open_child, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use traad_domain::body::CustodyState;
use traad_domain::decide::adoption::Adoption;
use traad_domain::refusal::{NotNow, Problem};

/// Which field of the form a field of the domain is. The first takes what is no matter of one field.
const FIELDS: [(&str, &str); 3] = [
    ("on", "dato"),
    ("custody", "foraeldre"),
    ("holders", "indehaver1"),
];

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = opened(visit)?;
    show(visit, &case, 200, visit.blank())
}

/// Seals it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = opened(visit)?;
    let mut form = visit.sent();
    let on = needed_day(visit, &mut form, "dato", Problem::Missing);
    let custody = custody_in(visit, &mut form);
    if !form.has("sikker", "ja") {
        wrong(visit, &mut form, "sikker", Problem::NotChosen);
    }
    let (Some(on), Some(custody), true) = (on, custody, form.errors.is_empty()) else {
        return show(visit, &case, 422, form);
    };
    let told = Adoption { on, custody };
    match visit.app.seal_adoption(&case.ctx, &case.id, &told) {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

/// The child's pathway, for the authority that has the case.
fn opened(visit: &Visit) -> Result<Case, Fault> {
    let case = open_child(visit)?;
    if visit.app.may_move(&case.ctx, &case.view).register {
        Ok(case)
    } else {
        Err(Fault::NotNow(NotNow::ForTheAuthority))
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let settled = CustodyState::ALL.iter();
    let settled = settled.filter(|state| **state != CustodyState::Unresolved);
    let sure = vec![Choice::new("ja", visit.t.of("adoption-form", "sure"))];
    let mut fields = vec![field("dato", "adoption-date", AskKind::Date)];
    fields.extend(custody_fields(visit, settled.map(|state| state.code())));
    fields.push(field("sikker", "ending-sure", AskKind::Many(sure)));
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("adoption-form"),
        lead: Some(visit.t.of("adoption-form", "lead")),
        button: visit.t.of("adoption-form", "button"),
        post: paths::pathway(case.id.as_str(), "adoption"),
        fields,
    };
    visit.page_with(status, Section::Other, &view)
}
