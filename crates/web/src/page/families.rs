// SPDX-License-Identifier: EUPL-1.2
//! *Familier, vi har fulgt*: the clinic's own list of families followed because of use of substances, with the children nobody has
//! assessed yet (row S0-015). For the clinic alone (practice A5).

use super::person;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::consent::ConsentCard;
use crate::view::frame::Section;
use crate::view::parts::Link;
use crate::view::signs::FamiliesPage;
use traad_app::{Position, WatchedChild, WatchedFamily};

/// The list.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let families = visit.app.watched_families(&visit.ctx()?)?;
    let page = FamiliesPage {
        families: families.iter().map(|family| card(visit, family)).collect(),
    };
    visit.page(Section::Tasks, &page)
}

fn card(visit: &Visit, family: &WatchedFamily) -> ConsentCard {
    let hers = Link {
        href: paths::pathway(family.pathway.as_str(), ""),
        words: visit.t.s("families-hers"),
    };
    let children = family.children.iter();
    let state = family.expects.then(|| visit.t.s("families-expects"));
    ConsentCard {
        title: person::name(visit, family.person.as_ref()),
        state: state.unwrap_or_default(),
        lines: children.clone().map(|child| line(visit, child)).collect(),
        acts: std::iter::once(hers)
            .chain(children.map(|child| Link {
                href: paths::pathway(child.pathway.as_str(), ""),
                words: name(visit, child),
            }))
            .collect(),
    }
}

fn name(visit: &Visit, child: &WatchedChild) -> String {
    let named = child.person.as_ref().map(|person| person.name.0.trim());
    match named.filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None => visit.t.s("someone-child-unnamed"),
    }
}

/// `Emil Test: mistanke. Udredes senest 1.7.2026.`
fn line(visit: &Visit, child: &WatchedChild) -> String {
    let t = &visit.t;
    let exposure = child.exposure;
    let exposure = exposure
        .stands()
        .then(|| t.of("exposure-position", exposure.code()));
    let position = match &child.position {
        Position::Open => t.s("families-open"),
        Position::Planned(day) => t.a("families-planned", &("day", t.date(*day))),
        Position::Deselected(reason) => t.a("families-deselected", &("reason", reason.clone())),
    };
    let parts: Vec<String> = exposure.into_iter().chain([position]).collect();
    format!("{}: {}", name(visit, child), parts.join(", "))
}
