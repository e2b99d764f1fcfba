// SPDX-License-Identifier: EUPL-1.2
//! *Udpeg koordinator*, with what is expected of her or him.

use super::{Case, open, typed, wrong};
use crate::page::agreement::cite;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::AppointForm;
use traad_app::AppError;
use traad_domain::body::LeavingReason;
use traad_domain::decide::coordinator::topic;
use traad_domain::id::EmploymentId;
use traad_domain::org::{Employment, Unit, UnitKind};
use traad_domain::refusal::Problem;

const FIELDS: [(&str, &str); 4] = [
    ("employment", "person"),
    ("leaving", "skift"),
    ("deviation", "afvigelse"),
    ("expectations", "forventninger"),
];

/// The form, with the coordinator of now chosen.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let mut form = case.blank(visit, &topic());
    if let Some(now) = &case.view.pathway.coordinator {
        form.values
            .push(("person".into(), now.body.employment.as_str().to_owned()));
    }
    if let Some(agreed) = &case.view.pathway.expectations {
        form.values
            .push(("forventninger".into(), agreed.body.text.clone()));
    }
    show(visit, &case, 200, form)
}

/// Appoints, and keeps what was agreed about the role.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let person = typed(&form, "person").filter(|person| known(visit, &case, person));
    let Some(person) = person else {
        wrong(visit, &mut form, "person", Problem::NotChosen);
        return show(visit, &case, 422, form);
    };
    match appoint(visit, &case, &form, &EmploymentId::new(person)) {
        Ok(()) => Ok(case.to("", "koordinator")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

/// Whether the one chosen is among those who can be appointed.
fn known(visit: &Visit, case: &Case, person: &str) -> bool {
    people(visit, case).is_ok_and(|people| people.iter().any(|choice| choice.value == person))
}

fn appoint(visit: &Visit, case: &Case, form: &Form, person: &EmploymentId) -> Result<(), AppError> {
    let now = case
        .view
        .pathway
        .coordinator
        .as_ref()
        .map(|now| &now.body.employment);
    let expectations = typed(form, "forventninger");
    let same = now == Some(person);
    if !same || expectations.is_none() {
        let seen = Case::seen(form, topic());
        let deviation = typed(form, "afvigelse");
        let leaving = LeavingReason::from_code(form.value("skift"));
        let who = ((person, deviation), leaving);
        visit
            .app
            .replace_coordinator(&case.ctx, &case.id, Some(&seen), who)?;
    }
    let before = case
        .view
        .pathway
        .expectations
        .as_ref()
        .map(|agreed| agreed.body.text.as_str());
    match expectations {
        Some(text) if same || before != Some(text.as_str()) => visit
            .app
            .agree_expectations(&case.second(), &case.id, &text)
            .map(drop),
        _ => Ok(()),
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let agreed = case
        .view
        .agreement
        .as_ref()
        .and_then(|agreement| agreement.answers.coordinator_actor);
    let view = AppointForm {
        about: case.about(visit),
        form,
        people: people(visit, case)?,
        rule: agreed.map(|kind| {
            visit.t.a(
                "work-rule-coordinator",
                &("actor", super::word(visit, "unit-kinds", kind.code())),
            )
        }),
        expected: cite(
            visit,
            case.view.agreement.as_ref(),
            "koordinator-forventninger",
        ),
        now: case
            .view
            .pathway
            .coordinator
            .as_ref()
            .map(|now| now.body.name.clone()),
    };
    visit.page_with(status, Section::Other, &view)
}

/// The units a coordinator comes from: one's own, and those that carry the pathway in its municipality.
fn units<'a>(case: &'a Case) -> Vec<&'a Unit> {
    let carries = |unit: &&Unit| {
        matches!(
            unit.kind,
            UnitKind::FamilyDepartment
                | UnitKind::FamilyClinic
                | UnitKind::AlcoholTreatment
                | UnitKind::DrugTreatment
        )
    };
    let own = &case.ctx.actor.unit;
    let mut units: Vec<&'a Unit> = vec![own];
    units.extend(
        case.units()
            .into_iter()
            .filter(carries)
            .filter(|unit| unit.id != own.id),
    );
    units
}

fn people(visit: &Visit, case: &Case) -> Result<Vec<Choice>, Fault> {
    let mut people = Vec::new();
    let cases = visit.app.cases_by_colleague(&case.ctx)?;
    let count = |one: &Employment| cases.get(&one.id).copied().unwrap_or(0);
    for unit in units(case) {
        let own = unit.id == case.ctx.actor.unit.id;
        let mut employed = visit.app.employed_in(&unit.id, visit.now)?;
        employed.retain(|one| one.function.sees_pathways());
        if own {
            // Who has most pathways is proposed first (row S2-060); how many others have is not told.
            employed.sort_by_key(|one| std::cmp::Reverse(count(one)));
        }
        for employment in employed {
            let function = visit.t.of("function", employment.function.code());
            let number = i64::try_from(count(&employment)).unwrap_or(i64::MAX);
            let cases = own.then(|| visit.t.a("handover-cases", &("n", number)));
            let help = [function, unit.name.clone()].into_iter().chain(cases);
            people.push(Choice {
                help: Some(help.collect::<Vec<_>>().join(", ")),
                ..Choice::new(employment.id.as_str(), employment.name)
            });
        }
    }
    Ok(people)
}
