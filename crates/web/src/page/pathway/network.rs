// SPDX-License-Identifier: EUPL-1.2
//! *Netværk*: who takes part, as far as the reader may know. A fixed seat of which nothing readable speaks reads
//! `ikke oplyst her`, the same whether somebody sits in it or not.

use super::known::{self, Known};
use super::{entry, head, open, who, writes};
use crate::page::agreement::contact_lines;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::actors::{Actor, ActorMap};
use crate::view::frame::Section;
use crate::view::parts::Link;
use crate::view::pathway::NetworkPage;
use traad_app::PathwayView;
use traad_domain::body::{Body, PathwayKind};
use traad_domain::org::UnitKind;

/// The fixed seats and the kinds of unit that can sit in each.
const SEATS: [(&str, &[UnitKind]); 3] = [
    ("family-clinic", &[UnitKind::FamilyClinic]),
    (
        "substance-treatment",
        &[UnitKind::AlcoholTreatment, UnitKind::DrugTreatment],
    ),
    ("family-department", &[UnitKind::FamilyDepartment]),
];

/// The tab.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    let page = NetworkPage {
        head: head(visit, &view),
        map: map(visit, &view),
        contacts: entry::list(visit, &view, |body| matches!(body, Body::ContactLogged(_))),
        add: writes(&view, "aktoer"),
        appoint: writes(&view, "koordinator"),
        adult: writes(&view, "voksen").filter(|_| view.pathway.kind != Some(PathwayKind::Adult)),
        agreed: agreed(visit, &view),
    };
    visit.page(Section::Other, &page)
}

/// Whom to call, as the agreement says (row S2-077).
fn agreed(visit: &Visit, view: &PathwayView) -> Option<(Vec<String>, Link)> {
    let code = view.pathway.municipality.as_ref()?;
    let agreement = view.agreement.as_ref()?;
    let contacts = contact_lines(visit, &agreement.answers);
    let link = Link {
        href: paths::agreements_of(code.as_str()),
        words: agreement.label(),
    };
    Some((contacts, link))
}

fn map(visit: &Visit, view: &PathwayView) -> ActorMap {
    let mut rest = known::all(visit, view);
    let seats = SEATS.iter().map(|(seat, kinds)| {
        let name = visit.t.of("seat", seat);
        match take(&mut rest, kinds) {
            Some(known) => actor(visit, name, &known),
            None => Actor {
                kind: name,
                state: visit.t.s("seat-unknown"),
                ..Actor::default()
            },
        }
    });
    let seats = seats.collect();
    let (own, around): (Vec<Known>, Vec<Known>) =
        rest.into_iter().partition(|known| is_own(known.kind));
    let named = |known: &Known| actor(visit, kind(visit, known.kind), known);
    ActorMap {
        person: first_names(&who(visit, view)),
        seats,
        around: around.iter().map(named).collect(),
        own: own.iter().map(named).collect(),
    }
}

/// Takes the one that takes part most out of the list.
fn take(rest: &mut Vec<Known>, kinds: &[UnitKind]) -> Option<Known> {
    let fitting = rest
        .iter()
        .enumerate()
        .filter(|(_, known)| kinds.contains(&known.kind));
    let (place, _) = fitting.min_by_key(|(_, known)| known.part)?;
    Some(rest.remove(place))
}

/// Whether it is one of her own people.
pub(super) fn is_own(kind: UnitKind) -> bool {
    matches!(kind, UnitKind::Partner | UnitKind::Network)
}

/// What a kind of actor is called: in the picture a word, where the catalogue's is long.
pub(super) fn kind(visit: &Visit, kind: UnitKind) -> String {
    let short = visit.t.opt(&format!("actor-kind.{}", kind.code()));
    short.unwrap_or_else(|| entry::words(visit, "unit-kinds", kind.code()))
}

fn actor(visit: &Visit, kind: String, known: &Known) -> Actor {
    Actor {
        kind,
        contact: known.contact.clone(),
        state: visit.t.of("part", known.part.code()),
        consent: None,
        active: known.part.is_active(),
    }
}

/// What fits in the middle of the map: the first name.
fn first_names(name: &str) -> String {
    name.split_whitespace().next().unwrap_or(name).to_owned()
}
