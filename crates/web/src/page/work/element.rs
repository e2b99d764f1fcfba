// SPDX-License-Identifier: EUPL-1.2
//! The central elements of the two forms of effort: which row a plan's form shows, and which strand each belongs to.

use crate::page::work::Case;
use std::collections::BTreeSet;
use traad_domain::body::{Level, Regime, Strand};
use traad_domain::decide::plan::{TEAM_ELEMENTS, element_list};
use traad_domain::org::{Unit, UnitKind};

/// The elements of a level that are interventions, in the order of the catalogue.
pub(super) fn rows(visit: &crate::server::Visit, level: Level) -> Vec<String> {
    let list = element_list(level).and_then(|list| visit.app.catalogue().list(list));
    let items = list.map(|list| list.items.as_slice()).unwrap_or_default();
    items
        .iter()
        .map(|item| item.id.clone())
        .filter(|id| !TEAM_ELEMENTS.contains(&id.as_str()))
        .collect()
}

/// The strand an element belongs to.
pub(super) fn strand(element: &str) -> Strand {
    match element {
        "AE3" | "DE2" | "DE3" | "DE9" => Strand::SubstanceUse,
        "AE4" | "AE6" | "DE7" => Strand::Family,
        "AE7" | "DE4" | "DE8" => Strand::Psychiatry,
        _ => Strand::Social,
    }
}

/// Under whose auspices a unit works.
pub(super) fn regime(unit: &Unit) -> Regime {
    match (unit.kind, &unit.municipality) {
        (UnitKind::CivilSociety, _) => Regime::Civil,
        (_, None) => Regime::Regional,
        (_, Some(_)) => Regime::Municipal,
    }
}

/// How many professions and how many sectors the writer can see at work (A05: element 1 is read from the team).
pub(super) fn team(case: &Case) -> (usize, usize) {
    let authors = case
        .view
        .entries
        .iter()
        .filter_map(|entry| entry.written())
        .map(|written| &written.envelope.author);
    let mut functions = BTreeSet::new();
    let mut regional = BTreeSet::new();
    for author in authors {
        functions.insert(author.function);
        if let Some(unit) = case.view.directory.unit(&author.unit) {
            regional.insert(unit.municipality.is_none());
        }
    }
    (functions.len(), regional.len())
}
