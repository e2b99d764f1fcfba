// SPDX-License-Identifier: EUPL-1.2
//! *Tag imod, og udpeg koordinator*: the new kommune takes the case. Until then the old coordinator is responsible.

use super::super::task::field;
use super::super::{Case, open, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use traad_domain::id::EmploymentId;
use traad_domain::refusal::{NotNow, Problem};

const FIELDS: [(&str, &str); 1] = [("employment", "person")];

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = taker(visit)?;
    show(visit, &case, 200, visit.blank())
}

/// Takes it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = taker(visit)?;
    let mut form = visit.sent();
    let Some(person) = typed(&form, "person") else {
        wrong(visit, &mut form, "person", Problem::NotChosen);
        return show(visit, &case, 422, form);
    };
    let person = EmploymentId::new(person);
    match visit.app.take_case(&case.ctx, &case.id, &person) {
        Ok(_) => Ok(case.to("", "koordinator")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn taker(visit: &Visit) -> Result<Case, Fault> {
    let case = open(visit)?;
    if visit.app.may_move(&case.ctx, &case.view).take {
        Ok(case)
    } else {
        Err(Fault::NotNow(NotNow::NotTheReceiver))
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let own = &case.ctx.actor.unit;
    let mut employed = visit.app.employed_in(&own.id, visit.now)?;
    employed.retain(|one| one.function.works_on_cases() && one.leave_at(visit.now).is_none());
    let people = employed.into_iter().map(|one| Choice {
        help: Some(visit.t.of("function", one.function.code())),
        ..Choice::new(one.id.as_str(), one.name)
    });
    let from = case.view.pathway.awaiting_kommune();
    let from = from.map(|sent| case.view.directory.name(&sent.author.unit).to_owned());
    let from = from.unwrap_or_default();
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("moving-take"),
        lead: Some(visit.t.a("moving-take.lead", &("from", from))),
        button: visit.t.of("moving-take", "button"),
        post: paths::pathway(case.id.as_str(), "flytning/modtag"),
        fields: vec![field(
            "person",
            "moving-take-who",
            AskKind::One(people.collect()),
        )],
    };
    visit.page_with(status, Section::Other, &view)
}
