// SPDX-License-Identifier: EUPL-1.2
//! How a person and a pregnancy are named on a page.

use crate::server::Visit;
use jiff::civil::Date;
use traad_domain::body::PathwayKind;
use traad_domain::pathway::Pathway;
use traad_domain::person::Person;
use traad_domain::time::GestationalAge;

/// A name, or that it was not told. A day of birth of its own is told of children only.
pub(crate) fn name(visit: &Visit, person: Option<&Person>) -> String {
    match person {
        Some(person) if !person.name.0.trim().is_empty() => person.name.0.clone(),
        Some(person) if person.born.is_some() => visit.t.s("someone-child-unnamed"),
        _ => visit.t.s("someone-unnamed"),
    }
}

/// `Brita Test Berggren, uge 24+3`, or a child's name and age; each only when it is known.
pub(crate) fn with_week(visit: &Visit, person: Option<&Person>, lmp: Option<Date>) -> String {
    let name = name(visit, person);
    let born = person.and_then(|person| person.born);
    match (lmp, born) {
        (Some(lmp), _) => format!("{name}, {}", week(visit, lmp)),
        (None, Some(born)) => format!("{name}, {}", visit.t.child_age(born, visit.today())),
        (None, None) => name,
    }
}

/// `uge 24+3`.
pub(crate) fn week(visit: &Visit, lmp: Date) -> String {
    let days = GestationalAge::on(lmp, visit.today()).days;
    visit.t.gestation(i32::try_from(days).unwrap_or(0))
}

/// Where a pathway is: `uge 24+3, termin 19.6.2026`, a child's age, or that it is not told.
pub(crate) fn state(visit: &Visit, pathway: &Pathway, person: Option<&Person>) -> String {
    if pathway.kind == Some(PathwayKind::Child) {
        let born = person.and_then(Person::birthday);
        return born.map_or_else(
            || visit.t.s("unknown"),
            |born| visit.t.child_age(born, visit.today()),
        );
    }
    match (pathway.gestation(visit.now), pathway.term()) {
        (Some(age), Some(term)) => {
            let week = visit.t.gestation(i32::try_from(age.days).unwrap_or(0));
            visit.t.a2(
                "state-pregnant",
                &("week", week),
                &("due", visit.t.date(term)),
            )
        }
        _ => visit.t.s("unknown"),
    }
}
