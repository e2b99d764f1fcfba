// SPDX-License-Identifier: EUPL-1.2
//! *Døgnpladser*: where there is room, whom to call, and as of when. A residential unit keeps its own line.

use super::problem;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::parse_date;
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::places::{PlaceRow, PlacesPage};
use jiff::Timestamp;
use traad_domain::id::UnitId;
use traad_domain::org::{Places, Unit};
use traad_domain::refusal::Problem;

/// Which field of the form a field of the domain is.
const FIELDS: [(&str, &str); 2] = [("free", "ledige"), ("note", "note")];

/// The list, with the form for one's own.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let mut form = visit.blank();
    let mut all = visit.app.places(&ctx)?.into_iter();
    let own = all.find(|(unit, _)| unit.id == ctx.actor.unit.id);
    if let Some(places) = own.and_then(|(_, places)| places) {
        let mut put = |name: &str, value: String| form.values.push((name.to_owned(), value));
        put("pladser", places.total.to_string());
        put("ledige", places.free.to_string());
        put(
            "naeste",
            places.next.map(|day| visit.t.date(day)).unwrap_or_default(),
        );
        put("note", places.note);
    }
    show(visit, 200, form)
}

/// Keeps one's own.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    if !visit.app.keeps_places(&ctx) {
        return Err(Fault::Forbidden);
    }
    if !visit.app.keeps_places(&ctx) {
        return Err(Fault::Forbidden);
    }
    let mut form = visit.sent();
    let (total, free) = (
        number(visit, &mut form, "pladser"),
        number(visit, &mut form, "ledige"),
    );
    let next = match form.value("naeste").trim() {
        "" => None,
        typed => {
            let day = parse_date(typed);
            if day.is_none() {
                super::work::wrong(visit, &mut form, "naeste", Problem::NotADate);
            }
            day
        }
    };
    let (Some(total), Some(free), true) = (total, free, form.errors.is_empty()) else {
        return show(visit, 422, form);
    };
    let places = Places {
        unit: UnitId::new(""),
        total,
        free,
        next,
        note: form.value("note").trim().to_owned(),
        at: Timestamp::UNIX_EPOCH,
    };
    match visit.app.keep_places(&ctx, places) {
        Ok(()) => Ok(Answer::To(format!("{}?ok=gemt", paths::PLACES))),
        Err(error) => {
            problem::into_form(visit, &mut form, error, &FIELDS, |_| None)?;
            show(visit, 422, form)
        }
    }
}

fn number(visit: &Visit, form: &mut Form, field: &str) -> Option<u16> {
    let number = form.value(field).trim().parse().ok();
    if number.is_none() {
        super::work::wrong(visit, form, field, Problem::NotANumber);
    }
    number
}

fn show(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let places = visit.app.places(&ctx)?;
    let rows = places
        .iter()
        .map(|(unit, said)| row(visit, unit, said.as_ref()));
    let page = PlacesPage {
        rows: rows.collect(),
        own: visit
            .app
            .keeps_places(&ctx)
            .then(|| ctx.actor.unit.name.clone()),
        form,
    };
    visit.page_with(status, Section::Other, &page)
}

fn row(visit: &Visit, unit: &Unit, places: Option<&Places>) -> PlaceRow {
    let t = &visit.t;
    let free = match places {
        None => t.s("unknown"),
        Some(places) => t.a2(
            "places-free",
            &("free", i32::from(places.free)),
            &("total", i32::from(places.total)),
        ),
    };
    let next = places.and_then(|places| places.next);
    PlaceRow {
        name: unit.name.clone(),
        phone: unit.phone.clone(),
        free,
        next: next.map(|day| t.date(day)),
        note: places.map(|places| places.note.clone()).unwrap_or_default(),
        at: places.map(|places| visit.moment(places.at)),
    }
}
