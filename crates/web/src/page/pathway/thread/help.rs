// SPDX-License-Identifier: EUPL-1.2
//! What is done for the child: efforts of the plan through all its versions, check-ups, meetings, placements, and every time
//! somebody else took over.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the picture has the kinds of entry named here and no others"
)]

use super::item::{Item, Story, Track};
use crate::page::kommune;
use crate::page::pathway::entry::{capital, title, words};
use crate::page::pathway::meetings;
use traad_domain::body::{Body, CheckupOutcome, HandoverSent, Intervention};
use traad_domain::journal::effective;
use traad_domain::pathway::{Noted, Placement, Plan};
use traad_domain::time::{Occurred, local_date};

pub(super) fn items(story: &Story<'_>) -> Vec<Item> {
    let pathway = &story.view.pathway;
    let mut items = Vec::new();
    items.extend(pathway.plan.iter().flat_map(efforts));
    items.extend(checkups(story));
    items.extend(met(story));
    let placements = pathway.placements.all.iter();
    items.extend(placements.map(|placement| placed(story, placement)));
    items.extend(pathway.handovers.iter().map(|sent| handed(story, sent)));
    items.extend(turns(story));
    items
}

/// Every effort any version of the plan has had. One that a version left out ended with it.
fn efforts(plan: &Plan) -> Vec<Item> {
    let mut newest: Vec<(&Intervention, usize, usize)> = Vec::new();
    for (place, version) in plan.versions.iter().enumerate() {
        for one in &version.body.interventions {
            let same = newest
                .iter_mut()
                .find(|(known, ..)| known.reference == one.reference);
            match same {
                Some(known) => (known.0, known.2) = (one, place),
                None => newest.push((one, place, place)),
            }
        }
    }
    let efforts = newest.into_iter().filter_map(|(one, first, last)| {
        let made = plan.versions.get(first)?.occurred.date();
        let left = plan.versions.get(last + 1);
        let left = left.map(|version| version.occurred.date());
        let started = plan.started.get(&one.reference).copied();
        let from = started.or(one.starts).unwrap_or(made);
        let to = plan.ended.get(&one.reference).copied().or(left);
        let who = one.responsible_name.clone();
        Some(
            Item::span(
                Track::Efforts,
                (from, to.map(|to| to.max(from))),
                one.what.clone(),
            )
            .saying([one.intensity.clone(), who]),
        )
    });
    efforts.collect()
}

/// Check-ups the family came to, and those that did not come about.
fn checkups(story: &Story<'_>) -> Vec<Item> {
    let t = &story.visit.t;
    let all = story.view.pathway.child.checkups.all.iter();
    let told = all.filter_map(|one| {
        let told = &one.told.as_ref()?.body;
        let counts = matches!(
            told.outcome,
            CheckupOutcome::Attended | CheckupOutcome::Missed
        );
        let label = t.of("checkup-state", told.outcome.code());
        counts.then(|| Item::on(Track::Checkups, one.on, label))
    });
    told.collect()
}

/// Meetings that were held.
fn met(story: &Story<'_>) -> Vec<Item> {
    let (t, pathway) = (&story.visit.t, &story.view.pathway);
    let network = meetings::numbered(story.view).into_iter();
    let network = network.filter_map(|(number, meeting)| {
        let held = meeting.held.as_ref()?;
        let label = meetings::name(story.visit, number);
        let purpose = meeting.called.body.purpose.clone();
        Some(Item::at(story, Track::Meetings, held.occurred, label).saying([purpose]))
    });
    let today = story.visit.today();
    let circle = pathway.preventive.iter();
    let circle = circle.filter(|called| called.body.on <= today);
    let circle = circle.map(|called| {
        Item::on(Track::Meetings, called.body.on, t.s("thread-preventive"))
            .saying([called.body.why.clone()])
    });
    let carers = pathway.placements.all.iter().flat_map(|one| &one.meetings);
    let carers = carers.filter(|called| called.body.at <= story.visit.now);
    let carers = carers.map(|called| {
        let label = t.s("thread-carers-meeting");
        Item::on(Track::Meetings, local_date(called.body.at), label)
            .saying([called.body.purpose.clone()])
    });
    network.chain(circle).chain(carers).collect()
}

/// A placement: which kind of place and how it ended. Where and with whom is no part of the picture.
fn placed(story: &Story<'_>, placement: &Placement) -> Item {
    let t = &story.visit.t;
    let placed = &placement.placed.body;
    let label = capital(&words(story.visit, "placement-kinds", &placed.kind));
    let ended = placement.ended.as_ref().map(|ended| &ended.body);
    let how = ended.map(|ended| t.of("placement-how", ended.how.code()));
    let until = placed.until.filter(|_| ended.is_none());
    let until = until.map(|day| t.a("thread-until", &("day", t.date(day))));
    let span = (placed.from, ended.map(|ended| ended.on));
    Item::span(Track::Placements, span, label).saying(how.into_iter().chain(until))
}

/// Somebody was asked to take over, and whether they have.
fn handed(story: &Story<'_>, sent: &Noted<HandoverSent>) -> Item {
    let t = &story.visit.t;
    let unit = story.view.directory.name(&sent.body.unit).to_owned();
    let accepted = story.view.pathway.accepted_at(&sent.body);
    let state = match accepted {
        Some(at) => t.a("thread-taken", &("day", t.date(local_date(at)))),
        None => t.s("thread-not-taken"),
    };
    let kind = sent.body.transition.as_ref();
    let kind = kind.map(|transition| capital(&words(story.visit, "transitions", &transition.kind)));
    let label = t.a("thread-handover", &("unit", unit));
    let item = Item::at(story, Track::Transitions, sent.occurred, label);
    Item {
        open: accepted.is_none(),
        ..item.saying(kind.into_iter().chain([state]))
    }
}

/// The family moved, another kommune acts, others have custody, adulthood was prepared.
fn turns(story: &Story<'_>) -> Vec<Item> {
    let t = &story.visit.t;
    let mut items = Vec::new();
    for entry in effective(&story.view.entries) {
        let at = |at: Occurred, label: String| Item::at(story, Track::Transitions, at, label);
        items.extend(match entry.body {
            Body::FamilyMoved(moved) => {
                let to = moved.to.as_ref().map(|to| kommune::name(story.visit, to));
                let label = t.s("thread-moved");
                Some(Item::on(Track::Transitions, moved.on, label).saying(to))
            }
            Body::PathwayMoved(taken) => {
                let label = t.a(
                    "thread-acts",
                    &("kommune", kommune::name(story.visit, &taken.to)),
                );
                Some(at(entry.occurred(), label))
            }
            Body::CustodyStated(stated) => {
                let how = t.of("custody", stated.custody.code());
                Some(at(entry.occurred(), t.a("thread-custody", &("how", how))))
            }
            body @ Body::AdulthoodPrepared(_) => {
                Some(at(entry.occurred(), title(story.visit, body)))
            }
            _ => None,
        });
    }
    items
}
