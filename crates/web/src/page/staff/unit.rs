// SPDX-License-Identifier: EUPL-1.2
//! Units of the own authority: made, closed, and how one can be reached: telephone, opening hours, and what it offers early.

use super::post::seen;
use crate::page::pathway::entry::words;
use crate::page::problem;
use crate::page::work::{needed_day, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::{parse_time, typed_time};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::staff::{CloseUnitForm, NewUnitForm, UnitForm};
use jiff::civil::{Date, Time};
use traad_app::Versioned;
use traad_domain::id::UnitId;
use traad_domain::org::{Unit, UnitKind};
use traad_domain::refusal::Problem;
use traad_domain::staffing::{NewUnit, Reach};

/// Which field of a form a field of the domain is.
const FIELDS: [(&str, &str); 7] = [
    ("name", "navn"),
    ("kind", "slags"),
    ("phone", "telefon"),
    ("opens", "aabner"),
    ("closes", "lukker"),
    ("offer", "vejviser"),
    ("last", "lukkedag"),
];

/// The form for a new unit.
pub(crate) fn new_get(visit: &Visit) -> Result<Answer, Fault> {
    visit.app.organisation(&visit.ctx()?)?;
    show_new(visit, 200, visit.blank())
}

/// Makes it.
pub(crate) fn new_post(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    visit.app.organisation(&ctx)?;
    let mut form = visit.sent();
    let reach = reach(visit, &mut form);
    if !form.errors.is_empty() {
        return show_new(visit, 422, form);
    }
    let wish = NewUnit {
        name: typed(&form, "navn").unwrap_or_default(),
        kind: UnitKind::from_code(form.value("slags")),
        reach,
    };
    match visit.app.open_unit(&ctx, &wish) {
        Ok(_) => Ok(Answer::To(format!("{}?ok=gemt", paths::STAFF))),
        Err(error) => {
            problem::into_form(visit, &mut form, error, &FIELDS, |_| None)?;
            show_new(visit, 422, form)
        }
    }
}

fn show_new(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    let kinds = UnitKind::ALL.iter().filter(|kind| kind.is_a_unit());
    let kinds = kinds.map(|kind| Choice::new(kind.code(), words(visit, "unit-kinds", kind.code())));
    let view = NewUnitForm {
        form,
        kinds: kinds.collect(),
    };
    visit.page_with(status, Section::Staff, &view)
}

/// Asks for the last day, and says what would be left behind today.
pub(crate) fn close_get(visit: &Visit) -> Result<Answer, Fault> {
    let found = found(visit)?;
    let form = Form {
        values: vec![("lukkedag".to_owned(), visit.t.date(visit.today()))],
        version: Some(found.version.to_string()),
        ..visit.blank()
    };
    show_closing(visit, &found, (200, form), visit.today())
}

/// Closes it.
pub(crate) fn close_post(visit: &Visit) -> Result<Answer, Fault> {
    let found = found(visit)?;
    let mut form = visit.sent();
    let Some(last) = needed_day(visit, &mut form, "lukkedag", Problem::Missing) else {
        return show_closing(visit, &found, (422, form), visit.today());
    };
    let (ctx, id) = (visit.ctx()?, found.value.id.clone());
    match visit.app.close_unit(&ctx, (&id, seen(&form)), last) {
        Ok(()) => Ok(Answer::To(format!("{}?ok=gemt", paths::STAFF))),
        Err(error) => {
            problem::into_form(visit, &mut form, error, &FIELDS, |_| None)?;
            show_closing(visit, &found, (422, form), last)
        }
    }
}

fn show_closing(
    visit: &Visit,
    found: &Versioned<Unit>,
    (status, form): (u16, Form),
    last: Date,
) -> Result<Answer, Fault> {
    let unit = &found.value;
    let holds = visit.app.unit_holds(&visit.ctx()?, &unit.id, last)?;
    let line = |n: u64, key: &str| (n > 0).then(|| visit.t.a(key, &("n", n)));
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let lines = [
        line(holds.tasks, "unit-close-tasks"),
        line(count(holds.coordinates), "unit-close-coordinates"),
        line(count(holds.employed), "unit-close-employed"),
    ];
    let view = CloseUnitForm {
        form,
        here: paths::unit_closing(unit.id.as_str()),
        name: unit.name.clone(),
        holds: lines.into_iter().flatten().collect(),
    };
    visit.page_with(status, Section::Staff, &view)
}

/// How it can be reached, as typed.
fn reach(visit: &Visit, form: &mut Form) -> Reach {
    Reach {
        phone: typed(form, "telefon").unwrap_or_default(),
        opens: time(visit, form, "aabner"),
        closes: time(visit, form, "lukker"),
        offer: typed(form, "vejviser"),
    }
}

/// The unit as it stands.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let found = found(visit)?;
    let unit = &found.value;
    let time = |time: Option<Time>| time.map(typed_time).unwrap_or_default();
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
    let reach = reach(visit, &mut form);
    if !form.errors.is_empty() {
        return show(visit, &found, (422, form));
    }
    let (ctx, id) = (visit.ctx()?, found.value.id.clone());
    match visit.app.change_unit(&ctx, (&id, seen(&form)), &reach) {
        Ok(()) => Ok(Answer::To(format!("{}?ok=gemt", paths::STAFF))),
        Err(error) => {
            problem::into_form(visit, &mut form, error, &FIELDS, |_| None)?;
            show(visit, &found, (422, form))
        }
    }
}

fn found(visit: &Visit) -> Result<Versioned<Unit>, Fault> {
    let id = UnitId::new(visit.param("enhed"));
    Ok(visit.app.own_unit(&visit.ctx()?, &id)?)
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
