// SPDX-License-Identifier: EUPL-1.2
//! People who came and went: each coordinator, units and contact persons as far as readable entries speak of them, and
//! adults around the child. Those it is placed with are named on the page of the placement alone.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the picture has the kinds of entry named here and no others"
)]

use super::item::{Item, Story, Track};
use crate::page::pathway::known::{self, Part};
use crate::page::pathway::network;
use traad_domain::body::{Body, Setting};
use traad_domain::id::EmploymentId;
use traad_domain::journal::effective;

pub(super) fn items(story: &Story<'_>) -> Vec<Item> {
    let mut items = coordinators(story);
    items.extend(left(story));
    items.extend(units(story));
    items.extend(adults(story));
    items
}

/// Every coordinator, from the day of being appointed until the next one was, or until they left.
fn coordinators(story: &Story<'_>) -> Vec<Item> {
    let t = &story.visit.t;
    let mut now: Option<EmploymentId> = None;
    let mut items: Vec<Item> = Vec::new();
    for entry in effective(&story.view.entries) {
        let day = entry.occurred().date();
        let ends = |items: &mut Vec<Item>| {
            if let Some(last) = items.last_mut().filter(|last| last.to.is_none()) {
                last.to = Some(day.max(last.from));
            }
        };
        match entry.body {
            Body::CoordinatorAppointed(b) => {
                ends(&mut items);
                now = Some(b.employment.clone());
                let label = t.a("thread-coordinator", &("name", b.name.clone()));
                let unit = story.view.directory.name(&b.unit).to_owned();
                items.push(Item::span(Track::People, (day, None), label).saying([unit]));
            }
            Body::CoordinatorLeft(b) if now.as_ref() == Some(&b.employment) => ends(&mut items),
            _ => {}
        }
    }
    items
}

/// Contact persons who stood on the map and have left it.
fn left(story: &Story<'_>) -> Vec<Item> {
    let mut came: Vec<(_, Item)> = Vec::new();
    let mut items = Vec::new();
    for entry in effective(&story.view.entries) {
        let day = entry.occurred().date();
        match entry.body {
            Body::TeamMemberJoined(b) => {
                let label = network::kind(story.visit, b.actor);
                let item = Item::span(Track::People, (day, None), label);
                came.push((b.actor, item.saying([b.contact.clone()])));
            }
            Body::TeamMemberLeft(b) => {
                let (gone, stay) = came.into_iter().partition(|(actor, _)| *actor == b.actor);
                came = stay;
                let gone: Vec<(_, Item)> = gone;
                items.extend(gone.into_iter().map(|(_, item)| Item {
                    to: Some(day.max(item.from)),
                    ..item
                }));
            }
            _ => {}
        }
    }
    items
}

/// Units and contact persons there are now, and units that only wrote.
fn units(story: &Story<'_>) -> Vec<Item> {
    let t = &story.visit.t;
    let known = known::all(story.visit, story.view).into_iter();
    let known = known.filter(|one| one.part != Part::Coordinates);
    let items = known.map(|one| {
        let label = network::kind(story.visit, one.kind);
        let part = t.of("part", one.part.code());
        let who = one.contact.map(|contact| {
            // Whoever wrote last for a unit may be a carer or a parent with a page of their own.
            let name = Some(contact.name).filter(|_| one.part != Part::Wrote);
            let told = name.into_iter().chain([contact.role]);
            let told = told.filter(|part| !part.is_empty());
            told.collect::<Vec<_>>().join(", ")
        });
        let span = (one.from, one.to);
        Item::span(Track::People, span, label).saying(who.into_iter().chain([part]))
    });
    items.collect()
}

/// Adults around the child, but for those it is placed with.
fn adults(story: &Story<'_>) -> Vec<Item> {
    let t = &story.visit.t;
    let adults = story.view.pathway.child.development.adults.iter();
    let named = adults.filter(|adult| adult.body.setting != Setting::Foster);
    let items = named.map(|adult| {
        let place = t.of("setting", adult.body.setting.code());
        let span = (adult.occurred.date(), None);
        Item::span(Track::People, span, adult.body.name.clone()).saying([place])
    });
    items.collect()
}
