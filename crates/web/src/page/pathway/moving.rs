// SPDX-License-Identifier: EUPL-1.2
//! What the overview says of a move: where the family goes, who is waited for, and that the case was handed over.

use super::acting_name;
use crate::page::kommune;
use crate::server::Visit;
use crate::view::parts::Fact;
use traad_app::PathwayView;
use traad_domain::body::Whereabouts;

/// Where the family moves to, as long as the kommune that acts is another one or no home is known.
pub(super) fn fact(visit: &Visit, view: &PathwayView) -> Option<Fact> {
    let moved = &view.pathway.moved.as_ref()?.body;
    let t = &visit.t;
    let to = moved.to.as_ref().map(|to| kommune::name(visit, to));
    let there = view.pathway.moves_to().is_none();
    let value = match (moved.whereabouts, to) {
        (Whereabouts::Home, Some(to)) if !there => to,
        (Whereabouts::Homeless, Some(to)) if !there => t.a("fact-moves-homeless", &("kommune", to)),
        (Whereabouts::Homeless, _) => t.s("fact-moves-here-homeless"),
        (Whereabouts::Unknown, _) => t.s("fact-moves-unknown"),
        (Whereabouts::Home, _) => return None,
    };
    Some(Fact::new(t.s("fact-moves"), value))
}

/// That the reader's unit waits for the new kommune, or has handed the case over.
pub(super) fn note(visit: &Visit, view: &PathwayView) -> Option<String> {
    let own = &visit.login.as_ref()?.actor.unit.id;
    if view.pathway.has_left(own) {
        let kommune = acting_name(visit, view);
        return Some(visit.t.a("moving-left", &("kommune", kommune)));
    }
    let sent = view.pathway.awaiting_kommune()?;
    let waits = &sent.author.unit == own;
    let unit = view.directory.name(&sent.body.unit).to_owned();
    waits.then(|| visit.t.a("moving-awaits", &("unit", unit)))
}
