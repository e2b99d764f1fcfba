// SPDX-License-Identifier: EUPL-1.2
//! A family that moves (scenario A18): that it does; its hand-over to the new kommune and the new one's answer have a page
//! each.

pub(crate) mod handover;
pub(crate) mod take;

use super::task::field;
use super::{Case, needed_day, open, typed, wrong};
use crate::page::kommune;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use traad_domain::body::{FamilyMoved, Whereabouts};
use traad_domain::refusal::{NotNow, Problem};

const FIELDS: [(&str, &str); 3] = [
    ("whereabouts", "hvor"),
    ("municipality", "kommune"),
    ("note", "note"),
];

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = mover(visit)?;
    let mut form = visit.blank();
    let today = visit.t.date(visit.today());
    form.values.push(("dato".to_owned(), today));
    show(visit, &case, 200, form)
}

/// Says it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = mover(visit)?;
    let mut form = visit.sent();
    let Some(told) = read(visit, &mut form) else {
        return show(visit, &case, 422, form);
    };
    match visit.app.register_move(&case.ctx, &case.id, &told) {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

/// The authority that has the case, or the coordinator's unit.
fn mover(visit: &Visit) -> Result<Case, Fault> {
    let case = open(visit)?;
    if visit.app.may_move(&case.ctx, &case.view).register {
        Ok(case)
    } else {
        Err(Fault::NotNow(NotNow::ForTheAuthority))
    }
}

fn read(visit: &Visit, form: &mut Form) -> Option<FamilyMoved> {
    let on = needed_day(visit, form, "dato", Problem::Missing);
    let whereabouts = Whereabouts::from_code(form.value("hvor"));
    if whereabouts.is_none() {
        wrong(visit, form, "hvor", Problem::NotChosen);
    }
    let named = typed(form, "kommune");
    let found = named.as_ref().and_then(|name| kommune::find(visit, name));
    let to = found.map(|m| m.code.clone());
    if named.is_some() && to.is_none() {
        wrong(visit, form, "kommune", Problem::UnknownMunicipality);
        return None;
    }
    Some(FamilyMoved {
        on: on?,
        whereabouts: whereabouts?,
        to,
        note: typed(form, "note").unwrap_or_default(),
    })
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let names = kommune::names(visit).into_iter();
    let kommuner = names.map(|name| Choice::new(name.clone(), name)).collect();
    let places = Whereabouts::ALL.iter().map(|place| {
        let help = visit.t.opt(&format!("moving-where-help.{}", place.code()));
        Choice {
            help,
            ..Choice::new(place.code(), visit.t.of("moving-where", place.code()))
        }
    });
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("moving-register"),
        lead: Some(visit.t.of("moving-register", "lead")),
        button: visit.t.of("moving-register", "button"),
        post: paths::pathway(case.id.as_str(), "flytning"),
        fields: vec![
            field("dato", "moving-on", AskKind::Date),
            field("hvor", "moving-where", AskKind::One(places.collect())),
            field("kommune", "moving-to", AskKind::List(kommuner)),
            field("note", "moving-note", AskKind::Note),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}
