// SPDX-License-Identifier: EUPL-1.2
//! *Overdragelse*: the leader gives what somebody coordinates to colleagues, one by one or all to the one proposed.

use super::sentence;
use crate::page::problem;
use crate::page::work::{typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::staff::{HandoverPage, HandoverRow};
use traad_app::{AppError, Ctx, Handover, HandoverCase};
use traad_domain::id::{EmploymentId, PathwayId};
use traad_domain::refusal::Problem;

/// The pathways and who could take them.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let found = visit.app.handover(&visit.ctx()?, &whose(visit))?;
    show(visit, &found, (200, visit.blank()))
}

/// Hands one over, or all.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let found = visit.app.handover(&ctx, &whose(visit))?;
    let mut form = visit.sent();
    if form.has("alle", "ja") {
        all(visit, &ctx, &found)?;
        return Ok(done(&found));
    }
    let field = field(form.value("nr"));
    let Some(to) = typed(&form, &field).map(EmploymentId::new) else {
        wrong(visit, &mut form, &field, Problem::NotChosen);
        return show(visit, &found, (422, form));
    };
    let id = PathwayId::new(form.value("forloeb"));
    match visit.app.hand_over(&ctx, &id, (&found.whose.id, &to)) {
        Ok(()) => Ok(done(&found)),
        Err(error) => {
            let fields = [("employment", field.as_str())];
            problem::into_form(visit, &mut form, error, &fields, |_| None)?;
            show(visit, &found, (422, form))
        }
    }
}

/// Each is a change of its own, written once however often the button is pressed.
fn all(visit: &Visit, ctx: &Ctx, found: &Handover) -> Result<(), AppError> {
    let Some(proposed) = found.colleagues.first() else {
        return Ok(());
    };
    for case in &found.cases {
        let submission = ctx.submission.as_ref();
        let own = Ctx {
            submission: submission.map(|sent| format!("{sent}-{}", case.pathway.as_str())),
            ..ctx.clone()
        };
        let to = (&found.whose.id, &proposed.employment.id);
        visit.app.hand_over(&own, &case.pathway, to)?;
    }
    Ok(())
}

fn whose(visit: &Visit) -> EmploymentId {
    EmploymentId::new(visit.param("ansaettelse"))
}

fn field(number: &str) -> String {
    format!("overtager-{number}")
}

fn done(found: &Handover) -> Answer {
    let here = paths::handover(found.whose.id.as_str());
    Answer::To(format!("{here}?ok=overdraget"))
}

fn show(visit: &Visit, found: &Handover, (status, mut form): (u16, Form)) -> Result<Answer, Fault> {
    let t = &visit.t;
    let proposed = found.colleagues.first();
    let cases: Vec<HandoverRow> = (1..)
        .zip(&found.cases)
        .map(|(number, case)| row(visit, number, case))
        .collect();
    for case in &cases {
        if let Some(one) = proposed.filter(|_| form.value(&case.field).is_empty()) {
            let chosen = one.employment.id.as_str().to_owned();
            form.values.push((case.field.clone(), chosen));
        }
    }
    let colleagues = found.colleagues.iter().map(|one| {
        let cases = t.a("handover-cases", &("n", one.cases));
        let name = &one.employment.name;
        Choice::new(one.employment.id.as_str(), format!("{name}, {cases}"))
    });
    let why = match &found.coming {
        Some(leave) => sentence(visit, leave),
        None if found.whose.runs_at(visit.now) => t.s("handover-there"),
        None => t.s("handover-gone"),
    };
    let view = HandoverPage {
        here: paths::handover(found.whose.id.as_str()),
        who: found.whose.name.clone(),
        why,
        urgent: !found.whose.present_at(visit.now),
        colleagues: colleagues.collect(),
        proposed: proposed.map(|one| one.employment.name.clone()),
        cases,
        form,
    };
    visit.page_with(status, Section::Leader, &view)
}

fn row(visit: &Visit, number: usize, case: &HandoverCase) -> HandoverRow {
    let week = case.lmp.map(|lmp| {
        let days = visit.today().since((jiff::Unit::Day, lmp));
        visit.t.gestation(days.map_or(0, |span| span.get_days()))
    });
    HandoverRow {
        id: case.pathway.as_str().to_owned(),
        number,
        field: field(&number.to_string()),
        case: week.map_or_else(
            || case.case_number.clone(),
            |week| format!("{}, {week}", case.case_number),
        ),
    }
}
