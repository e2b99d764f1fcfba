// SPDX-License-Identifier: EUPL-1.2
//! How one unit can be reached: telephone, opening hours, and what it offers early.

use super::post::seen;
use crate::page::problem;
use crate::page::work::{typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::parse_time;
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::staff::UnitForm;
use jiff::civil::Time;
use traad_app::Versioned;
use traad_domain::id::UnitId;
use traad_domain::org::Unit;
use traad_domain::refusal::Problem;
use traad_domain::staffing::Reach;

/// The unit as it stands.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let found = found(visit)?;
    let unit = &found.value;
    let time = |time: Option<Time>| time.map(clock).unwrap_or_default();
    let hours = unit.hours.as_ref();
    let offer = unit.offer.clone().unwrap_or_default();
    let values = [
        ("telefon", unit.phone.clone()),
        ("aabner", time(hours.map(|hours| hours.from))),
        ("lukker", time(hours.map(|hours| hours.to))),
        ("vejviser", offer),
    ];
    let form = Form {
        values: values.map(|(name, value)| (name.to_owned(), value)).into(),
        version: Some(found.version.to_string()),
        ..visit.blank()
    };
    show(visit, &found, (200, form))
}

/// Changes it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let found = found(visit)?;
    let mut form = visit.sent();
    let reach = Reach {
        phone: typed(&form, "telefon").unwrap_or_default(),
        opens: time(visit, &mut form, "aabner"),
        closes: time(visit, &mut form, "lukker"),
        offer: typed(&form, "vejviser"),
    };
    if !form.errors.is_empty() {
        return show(visit, &found, (422, form));
    }
    let (ctx, id) = (visit.ctx()?, found.value.id.clone());
    match visit.app.change_unit(&ctx, (&id, seen(&form)), &reach) {
        Ok(()) => Ok(Answer::To(format!("{}?ok=gemt", paths::STAFF))),
        Err(error) => {
            let fields = [
                ("phone", "telefon"),
                ("opens", "aabner"),
                ("closes", "lukker"),
                ("offer", "vejviser"),
            ];
            problem::into_form(visit, &mut form, error, &fields, |_| None)?;
            show(visit, &found, (422, form))
        }
    }
}

fn found(visit: &Visit) -> Result<Versioned<Unit>, Fault> {
    let id = UnitId::new(visit.param("enhed"));
    Ok(visit.app.own_unit(&visit.ctx()?, &id)?)
}

/// `8.00`, as people type it.
pub(super) fn clock(time: Time) -> String {
    format!("{}.{:02}", time.hour(), time.minute())
}

fn time(visit: &Visit, form: &mut Form, field: &str) -> Option<Time> {
    let text = typed(form, field)?;
    let time = parse_time(&text);
    if time.is_none() {
        wrong(visit, form, field, Problem::NotATime);
    }
    time
}

fn show(
    visit: &Visit,
    found: &Versioned<Unit>,
    (status, form): (u16, Form),
) -> Result<Answer, Fault> {
    let view = UnitForm {
        form,
        here: paths::unit(found.value.id.as_str()),
        name: found.value.name.clone(),
    };
    visit.page_with(status, Section::Staff, &view)
}
