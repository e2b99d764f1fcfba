// SPDX-License-Identifier: EUPL-1.2
//! Use of each substance over the weeks of the pregnancy: a picture, and the same in a table (row S2-032).
//!
//! Only entries about use that the reader may see count, each under its own kind of information. What nobody told is
//! written as not told, and is never drawn as none.

use super::entry::{by, capital, moment, words};
use super::usage;
use crate::server::Visit;
use crate::view::pathway::{UseProfile, UseSubstance};
use crate::view::timeline::{Lane, Look, Mark, Timeline, Told};
use traad_app::PathwayView;
use traad_domain::body::{PathwayKind, UseRecorded};
use traad_domain::pathway::Noted;
use traad_domain::time::TERM_DAYS;

/// Weeks between the lines of the picture.
const STEP: i32 = 4;

/// Letters of a label in the picture; the whole stands in the table.
const LABEL: usize = 60;

/// The profile; none for a child, whose exposure is told on its own page.
pub(super) fn profile(visit: &Visit, view: &PathwayView) -> Option<UseProfile> {
    if view.pathway.kind == Some(PathwayKind::Child) {
        return None;
    }
    let list = visit.app.catalogue().list("substances")?;
    let told = |code: &str| -> Vec<&Noted<UseRecorded>> {
        let uses = view.pathway.uses.iter().rev();
        uses.filter(|used| used.body.substance == code).collect()
    };
    let substances: Vec<(String, Vec<&Noted<UseRecorded>>)> = list
        .items
        .iter()
        .map(|item| {
            let name = capital(&words(visit, "substances", &item.id));
            (name, told(&item.id))
        })
        .collect();
    Some(UseProfile {
        picture: picture(visit, view, &substances),
        substances: substances
            .iter()
            .map(|(name, told)| UseSubstance {
                name: name.clone(),
                lines: told.iter().map(|used| line(visit, view, used)).collect(),
            })
            .collect(),
    })
}

fn line(
    visit: &Visit,
    view: &PathwayView,
    used: &Noted<UseRecorded>,
) -> crate::view::pathway::UseLine {
    let at = moment(visit, used.occurred);
    crate::view::pathway::UseLine {
        told: format!("{at}, {}", by(visit, view, &used.author)),
        ..usage::line(visit, &used.body)
    }
}

fn picture(
    visit: &Visit,
    view: &PathwayView,
    substances: &[(String, Vec<&Noted<UseRecorded>>)],
) -> Timeline {
    let pathway = &view.pathway;
    let now = pathway.gestation(visit.now).and_then(|age| {
        let (weeks, days) = age.weeks_days();
        let day = i32::try_from(weeks * 7 + days).ok()?;
        Some((day, format!("{weeks}+{days}")))
    });
    let term = i32::try_from(TERM_DAYS).unwrap_or(i32::MAX);
    let told_until = now.as_ref().map_or(term, |(day, _)| *day);
    let to = term.max(told_until) + 14;
    let week = |n: i32| (n * 7, visit.t.a("timeline-week", &("n", n)));
    Timeline {
        from: 0,
        to,
        now,
        scale: (1..=to / (7 * STEP)).map(|n| week(n * STEP)).collect(),
        lanes: substances
            .iter()
            .map(|(name, told)| Lane {
                name: name.clone(),
                look: Look::Span,
                marks: marks(visit, told, told_until),
            })
            .collect(),
        beside: Some(visit.t.s("use-picture")),
        ..Timeline::default()
    }
}

/// What was told of one substance, each thing once, or that nothing was.
fn marks(visit: &Visit, told: &[&Noted<UseRecorded>], until: i32) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for used in told {
        let mark = mark(visit, &used.body, until);
        let same = |other: &Mark| {
            (other.from, other.to, &other.label) == (mark.from, mark.to, &mark.label)
        };
        if !marks.iter().any(same) {
            marks.push(mark);
        }
    }
    if marks.is_empty() {
        marks.push(Mark {
            label: visit.t.s("unknown"),
            told: Told::Nothing,
            ..Mark::default()
        });
    }
    marks
}

/// One of them. Without weeks it lies over the pregnancy so far and says so; without an amount the line is dashed.
fn mark(visit: &Visit, used: &UseRecorded, until: i32) -> Mark {
    let said = |text: &Option<String>| {
        let text = text.as_deref().unwrap_or_default().trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let (amount, timing) = (said(&used.amount), said(&used.timing));
    let dated = used.weeks.is_some() || timing.is_some();
    let lacks = match (&amount, dated) {
        (None, false) => Some("use-both-unknown"),
        (None, true) => Some("use-amount-unknown"),
        (Some(_), false) => Some("use-when-unknown"),
        (Some(_), true) => None,
    };
    let parts: Vec<String> = [
        said(&used.frequency),
        amount.clone(),
        timing.filter(|_| used.weeks.is_none()),
        lacks.map(|key| visit.t.s(key)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let (first, last) = used.weeks.map_or((0, until), |(first, last)| {
        (i32::from(first) * 7, i32::from(last) * 7 + 6)
    });
    Mark {
        from: first,
        to: Some(last),
        label: super::timeline::cut(&parts.join(", "), LABEL),
        told: if used.weeks.is_some() && amount.is_some() {
            Told::Whole
        } else {
            Told::Partly
        },
        ..Mark::default()
    }
}
