// SPDX-License-Identifier: EUPL-1.2
//! *Kan hun se det?*: the authority shows her what came with a notification, or keeps it longer and says why (practice A9).

use super::task::field;
use super::{Case, open, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::parse_date;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use traad_domain::decide::information::Showing;
use traad_domain::refusal::Problem;

const FIELDS: [(&str, &str); 3] = [("", "vis"), ("review", "til"), ("reason", "hvorfor")];

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = own(visit)?;
    show(visit, &case, 200, visit.blank())
}

/// Writes the decision.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = own(visit)?;
    let mut form = visit.sent();
    let showing = match form.value("vis") {
        "nu" => Showing::Now,
        "senere" => {
            let day = parse_date(form.value("til"));
            if day.is_none() {
                wrong(visit, &mut form, "til", Problem::NotADate);
            }
            let reason = typed(&form, "hvorfor");
            if reason.is_none() {
                wrong(visit, &mut form, "hvorfor", Problem::NeedsReason);
            }
            let (Some(day), Some(reason)) = (day, reason) else {
                return show(visit, &case, 422, form);
            };
            Showing::Later(day, reason)
        }
        _ => {
            wrong(visit, &mut form, "vis", Problem::NotChosen);
            return show(visit, &case, 422, form);
        }
    };
    let what = (visit.param("underretning"), &showing);
    match visit.app.show_to_party(&case.ctx, &case.id, what) {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

/// The pathway, when the reader's unit has the notification.
fn own(visit: &Visit) -> Result<Case, Fault> {
    let case = open(visit)?;
    let found = case.view.pathway.notification(visit.param("underretning"));
    let own = &case.ctx.actor.unit.id;
    let placed = case
        .view
        .pathway
        .placements
        .placement(visit.param("underretning"));
    let placed = placed.is_some_and(|placed| &placed.placed.author.unit == own);
    if placed || found.is_some_and(|notification| notification.unit() == Some(own)) {
        Ok(case)
    } else {
        Err(Fault::NotFound)
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let reference = visit.param("underretning");
    let placed = case.view.pathway.placements.placement(reference).is_some();
    // Of a placement it is the parents who see, and that it is all they see.
    let key = if placed { "showing-placed" } else { "showing" };
    let choices = ["nu", "senere"].map(|code| Choice::new(code, visit.t.of(key, code)));
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s(&format!("{key}-title")),
        lead: Some(visit.t.s(&format!("{key}-lead"))),
        button: visit.t.s("form-save"),
        post: paths::showing(case.id.as_str(), reference),
        fields: vec![
            field("vis", key, AskKind::One(choices.to_vec())),
            field("til", "showing-until", AskKind::Line),
            field("hvorfor", &format!("{key}-why"), AskKind::Note),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}
