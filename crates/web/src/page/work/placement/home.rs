// SPDX-License-Identifier: EUPL-1.2
//! Where a child is placed, with whom, and how it ends.

use super::super::task::field;
use super::super::{Case, day, needed, needed_day, typed, wrong};
use super::{Sent, names, one, text};
use crate::page::kommune::language;
use crate::page::pathway::entry::capital;
use crate::server::Visit;
use crate::text::Lang;
use crate::view::form::{Choice, Form};
use crate::view::work::{AskField, AskKind};
use traad_domain::body::{ChildPlaced, PlacementEnded, PlacementEnding, PlacementHome};
use traad_domain::id::RefId;
use traad_domain::refusal::Problem;

/// The kinds of place of the catalogue, each with whom it is for.
fn kinds(visit: &Visit) -> Vec<Choice> {
    let list = visit.app.catalogue().list("placement-kinds");
    let items = list.map(|list| list.items.as_slice()).unwrap_or_default();
    let kind = |item: &traad_domain::catalogue::Item| Choice {
        help: item.help.as_ref().map(|help| match visit.t.lang() {
            Lang::Da => help.da.clone(),
            Lang::En => help.en.clone(),
        }),
        ..Choice::new(item.id.as_str(), capital(&kind_words(visit, &item.id)))
    };
    items.iter().map(kind).collect()
}

fn kind_words(visit: &Visit, code: &str) -> String {
    let words = visit
        .app
        .catalogue()
        .words("placement-kinds", code, language(visit));
    words.unwrap_or(code).to_owned()
}

fn living() -> Vec<AskField> {
    vec![
        field("sted", "placement-place", AskKind::Line),
        field("adresse", "placement-address", AskKind::MaybeLine),
        field("telefon", "placement-phone", AskKind::MaybeLine),
        field("plejer1", "placement-carer", AskKind::MaybeLine),
        field("plejer2", "placement-carer-second", AskKind::MaybeLine),
    ]
}

pub(super) fn place_fields(visit: &Visit) -> Vec<AskField> {
    let mut fields = vec![
        field("slags", "placement-kind", AskKind::One(kinds(visit))),
        field("begrundelse", "placement-deviation", AskKind::Note),
        field("afgjort", "placement-decided", AskKind::Date),
        field("fra", "placement-from", AskKind::Date),
        field("til", "placement-until", AskKind::MaybeDate),
    ];
    fields.extend(living());
    fields.push(field("foraelder1", "placement-parent", AskKind::Line));
    fields.push(field(
        "foraelder2",
        "placement-parent-second",
        AskKind::MaybeLine,
    ));
    fields
}

/// Those with custody are parents in most cases; who else is one is written.
pub(super) fn place_known(visit: &Visit, case: &Case) -> Vec<(String, String)> {
    let today = visit.t.date(visit.today());
    let mut values = vec![
        ("afgjort".to_owned(), today.clone()),
        ("fra".to_owned(), today),
    ];
    let holders = case.view.pathway.child.custody();
    let holders = holders.map(|stated| stated.holders.as_slice());
    for (number, name) in (1..=2).zip(holders.unwrap_or_default()) {
        values.push((format!("foraelder{number}"), name.clone()));
    }
    values
}

fn home_in(form: &Form) -> PlacementHome {
    PlacementHome {
        placement: RefId::new(""),
        place: text(form, "sted"),
        address: text(form, "adresse"),
        phone: text(form, "telefon"),
        carers: names(form, "plejer"),
    }
}

pub(super) fn place(visit: &Visit, case: &Case, form: &mut Form) -> Option<Sent> {
    let kind = text(form, "slags");
    if kind.is_empty() {
        wrong(visit, form, "slags", Problem::NotChosen);
    }
    let decided = needed_day(visit, form, "afgjort", Problem::Missing);
    let from = needed_day(visit, form, "fra", Problem::Missing);
    let until = day(visit, form, "til");
    needed(visit, form, "sted");
    needed(visit, form, "foraelder1");
    let days = decided.zip(from).filter(|_| form.errors.is_empty());
    let (decided, from) = days?;
    let placed = ChildPlaced {
        placement: RefId::new(""),
        kind,
        decided,
        from,
        until,
        parents: names(form, "foraelder"),
        deviation: typed(form, "begrundelse"),
    };
    let home = home_in(form);
    Some(visit.app.place_child(&case.ctx, &case.id, (&placed, &home)))
}

pub(super) fn home_fields() -> Vec<AskField> {
    living()
}

pub(super) fn home_known(case: &Case) -> Vec<(String, String)> {
    let now = case.view.pathway.placements.current();
    let Some(home) = now.and_then(|now| now.home.as_ref()) else {
        return Vec::new();
    };
    let home = &home.body;
    let mut values = vec![
        ("sted".to_owned(), home.place.clone()),
        ("adresse".to_owned(), home.address.clone()),
        ("telefon".to_owned(), home.phone.clone()),
    ];
    for (number, name) in (1..=2).zip(&home.carers) {
        values.push((format!("plejer{number}"), name.clone()));
    }
    values
}

pub(super) fn home(visit: &Visit, case: &Case, form: &mut Form) -> Option<Sent> {
    needed(visit, form, "sted")?;
    Some(
        visit
            .app
            .move_placement(&case.ctx, &case.id, &home_in(form)),
    )
}

/// The reason is asked only while a parent was offered nothing.
pub(super) fn end_fields(visit: &Visit, case: &Case) -> Vec<AskField> {
    let codes = PlacementEnding::ALL.iter().map(|how| how.code());
    let mut fields = vec![
        field(
            "hvordan",
            "placement-how",
            one(visit, "placement-how", codes),
        ),
        field("dato", "placement-last-day", AskKind::Date),
        field("aarsag", "placement-cause", AskKind::Note),
    ];
    let now = case.view.pathway.placements.current();
    if now.is_some_and(|now| !now.without_offer().is_empty()) {
        fields.push(field("uden", "placement-without", AskKind::Note));
    }
    fields
}

pub(super) fn end(visit: &Visit, case: &Case, form: &mut Form) -> Option<Sent> {
    let how = PlacementEnding::from_code(form.value("hvordan"));
    if how.is_none() {
        wrong(visit, form, "hvordan", Problem::NotChosen);
    }
    let on = needed_day(visit, form, "dato", Problem::Missing);
    let (how, on) = how.zip(on)?;
    let ended = PlacementEnded {
        placement: RefId::new(""),
        how,
        on,
        cause: text(form, "aarsag"),
        without_offer: typed(form, "uden"),
    };
    Some(visit.app.end_placement(&case.ctx, &case.id, &ended))
}
