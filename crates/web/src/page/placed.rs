// SPDX-License-Identifier: EUPL-1.2
//! *Anbragte børn*: the children the reader's unit has placed, with what is known and done of exposure; and the same in
//! numbers for the leader.

use super::pathway::placement::{kind, yes_no};
use super::person;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::frame::Section;
use crate::view::placement::{PlacedList, PlacedNumbers, PlacedRow};
use traad_app::{PlacedCount, PlacedLine};

/// The list.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let lines = visit.app.placed_children(&ctx)?;
    let page = PlacedList {
        unit: ctx.actor.unit.name.clone(),
        rows: lines.iter().map(|line| row(visit, line)).collect(),
    };
    visit.page(Section::Placed, &page)
}

fn row(visit: &Visit, line: &PlacedLine) -> PlacedRow {
    let named = line
        .person
        .as_ref()
        .filter(|person| !person.name.0.trim().is_empty());
    let who = match named {
        Some(_) => person::name(visit, named),
        None => visit.t.s("someone-child-unnamed"),
    };
    PlacedRow {
        who,
        case: line.case_number.clone(),
        kind: kind(visit, &line.kind),
        since: visit.t.date(line.from),
        recognised: yes_no(visit, line.exposure.recognised),
        acted_on: yes_no(visit, line.exposure.acted_on),
        href: paths::pathway(line.pathway.as_str(), "anbringelse"),
    }
}

/// What the leader counts: each number of how many.
pub(crate) fn numbers(visit: &Visit, found: &PlacedCount) -> PlacedNumbers {
    let t = &visit.t;
    let of = |part: usize, whole: usize| t.a2("placed-of", &("n", part), &("all", whole));
    let counts = [
        ("placed-count", of(found.placed, found.children)),
        ("placed-count-foster", of(found.foster, found.placed)),
        (
            "placed-count-recognised",
            of(found.recognised, found.placed),
        ),
        ("placed-count-acted", of(found.acted_on, found.placed)),
    ];
    PlacedNumbers {
        counts: counts.map(|(key, value)| (t.s(key), value)).to_vec(),
        kinds: found
            .kinds
            .iter()
            .map(|(code, count)| (kind(visit, code), *count))
            .collect(),
        deviations: found
            .deviations
            .iter()
            .map(|one| {
                let kind = kind(visit, &one.kind);
                (one.case_number.clone(), kind, one.reason.clone())
            })
            .collect(),
        broken: found.broken.clone(),
    }
}
