// SPDX-License-Identifier: EUPL-1.2
//! One employment: somebody is employed, is called or reached in another way, or leaves.

use super::{period, short};
use crate::page::problem;
use crate::page::work::{needed, needed_day, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::parse_date;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::staff::{NewPostForm, PostForm};
use std::collections::BTreeSet;
use traad_app::{NewPost, PostVersion, Versioned};
use traad_domain::id::{EmploymentId, StaffId, UnitId};
use traad_domain::org::{Employment, Function};
use traad_domain::refusal::Problem;

const NEW_FIELDS: [(&str, &str); 5] = [
    ("staff", "person"),
    ("name", "medarbejder"),
    ("function", "funktion"),
    ("from", "begynder"),
    ("to", "slutter"),
];

/// The form to employ somebody.
pub(crate) fn new_get(visit: &Visit) -> Result<Answer, Fault> {
    show_new(visit, 200, visit.blank())
}

/// Employs somebody.
pub(crate) fn new_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut form = visit.sent();
    let Some(wish) = read(visit, &mut form) else {
        return show_new(visit, 422, form);
    };
    let ctx = visit.ctx()?;
    if visit.app.sent_before(&ctx)? {
        return Ok(done());
    }
    match visit.app.employ(&ctx, &wish) {
        Ok(_) => Ok(done()),
        Err(error) => {
            problem::into_form(visit, &mut form, error, &NEW_FIELDS, |_| None)?;
            show_new(visit, 422, form)
        }
    }
}

fn done() -> Answer {
    Answer::To(format!("{}?ok=gemt", paths::STAFF))
}

fn read(visit: &Visit, form: &mut Form) -> Option<NewPost> {
    let staff = typed(form, "person").map(StaffId::new);
    let name = match staff {
        Some(_) => Some(String::new()),
        None => needed(visit, form, "medarbejder"),
    };
    let unit = typed(form, "enhed").map(UnitId::new);
    if unit.is_none() {
        wrong(visit, form, "enhed", Problem::NotChosen);
    }
    let function = typed(form, "funktion").and_then(|code| Function::from_code(&code));
    if function.is_none() {
        wrong(visit, form, "funktion", Problem::NotChosen);
    }
    let from = needed_day(visit, form, "begynder", Problem::Missing);
    let to = day(visit, form, "slutter");
    if !form.errors.is_empty() {
        return None;
    }
    Some(NewPost {
        staff,
        name: name?,
        unit: unit?,
        function,
        phone: typed(form, "telefon"),
        from: from?,
        to,
    })
}

/// A day that may be left out.
pub(super) fn day(visit: &Visit, form: &mut Form, field: &str) -> Option<jiff::civil::Date> {
    let text = typed(form, field)?;
    let day = parse_date(&text);
    if day.is_none() {
        wrong(visit, form, field, Problem::NotADate);
    }
    day
}

fn show_new(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    let found = visit.app.organisation(&visit.ctx()?)?;
    let people = found.staff.iter().map(|one| (&one.name, &one.staff));
    // Once each, however many posts somebody has.
    let people: BTreeSet<(&String, &StaffId)> = people.collect();
    let functions = Function::ALL.iter().filter(|function| function.is_a_post());
    let view = NewPostForm {
        form,
        people: people
            .into_iter()
            .map(|(name, id)| Choice::new(id.as_str(), name.clone()))
            .collect(),
        units: found
            .units
            .iter()
            .map(|line| Choice::new(line.unit.id.as_str(), line.unit.name.clone()))
            .collect(),
        functions: functions
            .map(|one| Choice::new(one.code(), visit.t.of("function", one.code())))
            .collect(),
    };
    visit.page_with(status, Section::Staff, &view)
}

/// One employment as it stands.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let found = found(visit)?;
    let forms = (changing(visit, &found), ending(visit, &found));
    show(visit, &found, (200, forms))
}

/// Changes how somebody is called and reached.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let found = found(visit)?;
    let mut form = visit.sent();
    let (ctx, id) = (visit.ctx()?, found.value.id.clone());
    let name = typed(&form, "medarbejder").unwrap_or_default();
    let wish = (name.as_str(), typed(&form, "telefon"));
    match visit.app.change_post(&ctx, (&id, seen(&form)), wish) {
        Ok(()) => Ok(done()),
        Err(error) => {
            let fields = [("name", "medarbejder")];
            problem::into_form(visit, &mut form, error, &fields, |_| None)?;
            let forms = (form, ending(visit, &found));
            show(visit, &found, (422, forms))
        }
    }
}

/// Ends it.
pub(crate) fn end(visit: &Visit) -> Result<Answer, Fault> {
    let found = found(visit)?;
    let mut form = visit.sent();
    let (ctx, id) = (visit.ctx()?, found.value.id.clone());
    let last = day(visit, &mut form, "ophoerer");
    let outcome = if form.errors.is_empty() {
        let anyway = form.has("alligevel", "ja");
        visit.app.end_post(&ctx, (&id, seen(&form)), (last, anyway))
    } else {
        let forms = (changing(visit, &found), form);
        return show(visit, &found, (422, forms));
    };
    match outcome {
        Ok(()) => Ok(done()),
        Err(error) => {
            let fields = [("last", "ophoerer")];
            problem::into_form(visit, &mut form, error, &fields, |_| None)?;
            let forms = (changing(visit, &found), form);
            show(visit, &found, (422, forms))
        }
    }
}

fn found(visit: &Visit) -> Result<Versioned<Employment>, Fault> {
    let id = EmploymentId::new(visit.param("ansaettelse"));
    Ok(visit.app.own_post(&visit.ctx()?, &id)?)
}

/// The version a form was made on.
pub(crate) fn seen(form: &Form) -> u32 {
    let seen = form.version.as_deref();
    seen.and_then(|seen| seen.parse().ok()).unwrap_or(0)
}

fn changing(visit: &Visit, found: &Versioned<Employment>) -> Form {
    let phone = found.value.phone.clone().unwrap_or_default();
    Form {
        values: vec![
            ("medarbejder".to_owned(), found.value.name.clone()),
            ("telefon".to_owned(), phone),
        ],
        version: Some(found.version.to_string()),
        ..visit.blank()
    }
}

fn ending(visit: &Visit, found: &Versioned<Employment>) -> Form {
    Form {
        version: Some(found.version.to_string()),
        ..visit.blank()
    }
}

fn show(
    visit: &Visit,
    found: &Versioned<Employment>,
    (status, (form, ending)): (u16, (Form, Form)),
) -> Result<Answer, Fault> {
    let one = &found.value;
    let directory = visit.app.directory(visit.today())?;
    let history = visit.app.post_history(&visit.ctx()?, &one.id)?;
    let function = visit.t.of("function", one.function.code());
    let view = PostForm {
        form,
        ending,
        here: paths::post(one.id.as_str(), ""),
        end: paths::post(one.id.as_str(), "slut"),
        name: one.name.clone(),
        what: format!("{function}, {}", directory.name(&one.unit)),
        period: period(visit, one),
        ended: one.to.is_some_and(|to| to <= visit.now),
        leave: one.coming_leave(visit.now).map(|leave| short(visit, leave)),
        staff: one.staff.as_str().to_owned(),
        history: history
            .iter()
            .map(|change| changed(visit, change))
            .collect(),
    };
    visit.page_with(status, Section::Staff, &view)
}

fn changed(visit: &Visit, change: &PostVersion) -> (String, String, String) {
    let by = change
        .by
        .clone()
        .unwrap_or_else(|| visit.t.s("staff-system"));
    let what = visit.t.of("staff-change", change.change.code());
    (visit.moment(change.at), by, what)
}
