// SPDX-License-Identifier: EUPL-1.2
//! Use of substances in words. What was not told is `ikke oplyst`, never zero.

use super::entry::{capital, words};
use crate::server::Visit;
use crate::view::pathway::UseLine;
use traad_app::PathwayView;
use traad_domain::body::{Prescribed, UseRecorded};

/// All use that was written where the reader can see it, newest first, one per substance and place in the pregnancy.
pub(super) fn known(view: &PathwayView) -> Vec<&UseRecorded> {
    let recorded = view.pathway.uses.iter().rev().map(|u| &u.body);
    let mut found: Vec<&UseRecorded> = Vec::new();
    for one in recorded {
        let same =
            |other: &&&UseRecorded| other.substance == one.substance && other.weeks == one.weeks;
        if !found.iter().any(|other| same(&other)) {
            found.push(one);
        }
    }
    found
}

/// The substances, one after another.
pub(super) fn substances(visit: &Visit, view: &PathwayView) -> Option<String> {
    let mut codes: Vec<&str> = known(view)
        .into_iter()
        .map(|u| u.substance.as_str())
        .collect();
    codes.reverse();
    let mut seen: Vec<&str> = Vec::new();
    codes.retain(|code| {
        let new = !seen.contains(code);
        seen.push(*code);
        new
    });
    let names: Vec<String> = codes
        .iter()
        .map(|code| words(visit, "substances", code))
        .collect();
    (!names.is_empty()).then(|| capital(&names.join(", ")))
}

/// One line of a table, without when it was told.
pub(super) fn line(visit: &Visit, one: &UseRecorded) -> UseLine {
    let told = |text: &Option<String>| {
        text.clone()
            .filter(|t| !t.trim().is_empty())
            .unwrap_or_else(|| visit.t.s("unknown"))
    };
    UseLine {
        duration: told(&one.duration),
        frequency: told(&one.frequency),
        timing: timing(visit, one).unwrap_or_else(|| visit.t.s("unknown")),
        amount: told(&one.amount),
        prescribed: prescribed(visit, one),
        source: visit.t.of("told-by", one.source.code()),
        told: String::new(),
    }
}

/// `uge 0–8, fra før graviditeten`.
fn timing(visit: &Visit, one: &UseRecorded) -> Option<String> {
    let weeks = one.weeks.map(|(from, to)| {
        visit.t.a2(
            "use-weeks",
            &("from", u32::from(from)),
            &("to", u32::from(to)),
        )
    });
    let words = one.timing.clone().filter(|t| !t.trim().is_empty());
    match (weeks, words) {
        (Some(weeks), Some(words)) => Some(format!("{weeks}, {words}")),
        (weeks, words) => weeks.or(words),
    }
}

fn prescribed(visit: &Visit, one: &UseRecorded) -> String {
    let answer = visit.t.of("prescribed", one.prescribed.code());
    match (&one.prescribed, &one.prescriber) {
        (Prescribed::Yes, Some(by)) => format!("{answer}, {by}"),
        _ => answer,
    }
}

/// One use as a sentence; only what was told.
pub(super) fn sentence(visit: &Visit, one: &UseRecorded) -> String {
    let told = |text: &Option<String>| text.clone().filter(|t| !t.trim().is_empty());
    let parts = [
        told(&one.frequency),
        told(&one.amount),
        timing(visit, one),
        told(&one.duration),
    ];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    if one.prescribed != Prescribed::Unknown {
        parts.push(prescribed(visit, one));
    }
    parts.push(visit.t.of("told-by", one.source.code()));
    format!(
        "{}: {}",
        capital(&words(visit, "substances", &one.substance)),
        parts.join(", ")
    )
}
