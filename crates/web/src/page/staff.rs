// SPDX-License-Identifier: EUPL-1.2
//! *Personale*: units and staff of the own authority, for its local administrator; and what a leader decides of the unit:
//! leave, hand-over, and what was written about the wrong person.

pub(crate) mod handover;
pub(crate) mod leave;
pub(crate) mod misfiled;
pub(crate) mod post;
pub(crate) mod unit;

use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::typed_time;
use crate::view::frame::Section;
use crate::view::staff::{StaffList, StaffRow, UnitRows};
use jiff::{SignedDuration, Timestamp};
use traad_app::NoticesFailing;
use traad_domain::org::{Employment, Leave, Unit};
use traad_domain::time::local_date;

/// The list.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let found = visit.app.organisation(&visit.ctx()?)?;
    let units = found.units.iter().map(|line| {
        let staff = found.staff.iter().filter(|one| one.unit == line.unit.id);
        UnitRows {
            name: line.unit.name.clone(),
            reach: reach(visit, &line.unit),
            href: paths::unit(line.unit.id.as_str()),
            close: paths::unit_closing(line.unit.id.as_str()),
            staff: staff.map(|one| row(visit, one)).collect(),
        }
    });
    let view = StaffList {
        units: units.collect(),
        unconfirmed: visit.app.unconfirmed(&visit.ctx()?)?,
        told: told(visit, &visit.app.notices_failing(&visit.ctx()?)?),
    };
    visit.page(Section::Staff, &view)
}

/// How notices by e-mail get to the staff, a line each.
fn told(visit: &Visit, found: &NoticesFailing) -> Vec<String> {
    if !found.sends {
        return vec![visit.t.s("told-staff-off")];
    }
    let line = |(name, again): &(String, bool)| {
        let how = if *again {
            "told-staff-failing"
        } else {
            "told-staff-given-up"
        };
        visit.t.a(how, &("name", name))
    };
    if found.staff.is_empty() {
        return vec![visit.t.s("told-staff-well")];
    }
    found.staff.iter().map(line).collect()
}

fn reach(visit: &Visit, unit: &Unit) -> String {
    let hours = match &unit.hours {
        Some(hours) => visit.t.a2(
            "unit-open",
            &("from", typed_time(hours.from)),
            &("to", typed_time(hours.to)),
        ),
        None => visit.t.s("unit-hours-unknown"),
    };
    format!("{} · {hours}", unit.phone)
}

fn row(visit: &Visit, one: &Employment) -> StaffRow {
    StaffRow {
        name: one.name.clone(),
        href: paths::post(one.id.as_str(), ""),
        function: visit.t.of("function", one.function.code()),
        phone: one.phone.clone().unwrap_or_default(),
        period: period(visit, one),
        leave: one.coming_leave(visit.now).map(|leave| short(visit, leave)),
    }
}

/// From when to when, where that is something to know: one that began long ago and has no end is as it is.
fn period(visit: &Visit, one: &Employment) -> String {
    let from = (one.from > visit.now).then(|| {
        let day = visit.t.date(local_date(one.from));
        visit.t.a("staff-from", &("day", day))
    });
    let to = one.to.map(|to| {
        let day = visit.t.date(last_day(to));
        visit.t.a("staff-to", &("day", day))
    });
    from.into_iter().chain(to).collect::<Vec<_>>().join(" ")
}

/// The last day of what ends at an instant.
fn last_day(to: Timestamp) -> jiff::civil::Date {
    local_date(to - SignedDuration::from_secs(1))
}

/// A time away in a few words.
fn short(visit: &Visit, leave: &Leave) -> String {
    away(visit, leave, ("leave-short", "leave-short-open"))
}

/// A time away in a sentence.
fn sentence(visit: &Visit, leave: &Leave) -> String {
    away(visit, leave, ("leave-days", "leave-open"))
}

fn away(visit: &Visit, leave: &Leave, (both, open): (&str, &str)) -> String {
    let t = &visit.t;
    let from = t.date(local_date(leave.from));
    match leave.to {
        Some(to) => t.a2(both, &("from", from), &("to", t.date(last_day(to)))),
        None => t.a(open, &("from", from)),
    }
}
