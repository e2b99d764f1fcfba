// SPDX-License-Identifier: EUPL-1.2
//! What happened to the child and what was seen in it: birth, what was told of its life, signs, wellbeing, and the rounds of
//! its assessment side by side.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the picture has the kinds of entry named here and no others"
)]

use super::age::birth;
use super::item::{Item, Story, Track};
use crate::page::pathway::entry::signs::seen;
use crate::page::pathway::entry::{capital, words};
use traad_domain::body::{AssessmentOffered, Body, ChildAssessed, Thriving};
use traad_domain::journal::{Effective, effective};
use traad_domain::pathway::Noted;

pub(super) fn items(story: &Story<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    let entries = effective(&story.view.entries);
    items.extend(born(story));
    items.extend(entries.iter().filter_map(|entry| event(story, entry)));
    items.extend(signs(story));
    items.extend(wellbeing(story));
    let rounds = story.view.pathway.child.development.rounds.iter();
    items.extend(rounds.map(|made| round(story, made)));
    items.extend(entries.iter().filter_map(|entry| assessed(story, entry)));
    items
}

fn born(story: &Story<'_>) -> Option<Item> {
    let t = &story.visit.t;
    let (born, _) = birth(story);
    let told = story.view.pathway.child.born.as_ref();
    let weight = told.and_then(|told| told.body.weight);
    let weight = weight.map(|grams| format!("{grams} g"));
    let week = told.and_then(|told| told.body.gestation);
    let week = week.map(|days| t.gestation(i32::from(days)));
    let item = Item::on(Track::Events, born?, t.s("thread-born"));
    Some(item.saying(week.into_iter().chain(weight)))
}

/// What has a word of its own in the lane of events.
fn event(story: &Story<'_>, entry: &Effective<'_>) -> Option<Item> {
    let t = &story.visit.t;
    let label = match entry.body {
        Body::LifeEventTold(told) => told.what.clone(),
        body => t.opt(&format!("thread-event.{}", body.kind()))?,
    };
    let more = match entry.body {
        Body::LifeEventTold(told) => Some(told.source.clone()),
        body => story.first_line(body),
    };
    Some(Item::at(story, Track::Events, entry.occurred(), label).saying(more))
}

/// What was seen, word for word; in the picture its first words.
fn signs(story: &Story<'_>) -> Vec<Item> {
    let signs = story.view.pathway.child.signs.iter();
    let signs = signs.map(|noted| {
        let mut lines = seen(story.visit, &noted.body).into_iter();
        let label = lines.next().unwrap_or_default();
        Item::at(story, Track::Signs, noted.occurred, label).saying(lines)
    });
    signs.collect()
}

/// Each time wellbeing was affected, until somebody judged that the child thrives again.
fn wellbeing(story: &Story<'_>) -> Vec<Item> {
    let t = &story.visit.t;
    let affected = story.view.pathway.child.affected.iter();
    let affected = affected.map(|(on, judged)| {
        let over = judged
            .iter()
            .find(|judged| judged.body.thriving == Thriving::Yes);
        let to = over.map(|over| over.occurred.date());
        let state = t.of(
            "wellbeing-state",
            if to.is_some() { "over" } else { "lasts" },
        );
        let span = (on.occurred.date(), to);
        let item = Item::span(Track::Wellbeing, span, t.s("thread-affected"));
        item.saying([on.body.description.clone(), state])
    });
    affected.collect()
}

/// A round, with a bar for each domain in the order of the catalogue.
fn round(story: &Story<'_>, made: &Noted<ChildAssessed>) -> Item {
    let t = &story.visit.t;
    let list = story.visit.app.catalogue().list("function-domains");
    let domains = list.into_iter().flat_map(|list| &list.items);
    let judged: Vec<_> = domains
        .map(|domain| (domain.id.as_str(), made.body.degree(&domain.id)))
        .collect();
    let named = judged.iter().filter_map(|(domain, degree)| {
        let degree = words(story.visit, "degrees", (*degree)?.code());
        let domain = words(story.visit, "function-domains", domain);
        Some(format!("{}: {degree}", capital(&domain)))
    });
    let label = t.a("round-title", &("n", made.body.round));
    let steps = judged
        .iter()
        .map(|(_, degree)| degree.and_then(|degree| degree.code().parse().ok()));
    Item {
        steps: steps.collect(),
        ..Item::on(Track::Rounds, made.recorded_day(), label).saying(named)
    }
}

/// What else belongs to the assessment: contributions, a round that was not wanted, judgements.
fn assessed(story: &Story<'_>, entry: &Effective<'_>) -> Option<Item> {
    let t = &story.visit.t;
    let (label, more) = match entry.body {
        Body::AssessmentContributed(added) => {
            let who = words(story.visit, "professions", &added.profession);
            (
                t.a("thread-contribution", &("who", who)),
                added.what.clone(),
            )
        }
        Body::AssessmentOffered(AssessmentOffered {
            accepted: false,
            reason,
            ..
        }) => (t.s("thread-round-declined"), reason.clone()),
        Body::InjuryJudged(judged) => {
            let status = t.of("injury", judged.status.code());
            (
                t.a("thread-injury", &("status", status)),
                judged.note.clone(),
            )
        }
        Body::LevelJudged(judged) => {
            let level = words(story.visit, "levels", judged.level.code());
            (capital(&level), judged.reason.clone())
        }
        _ => return None,
    };
    Some(Item::at(story, Track::Rounds, entry.occurred(), label).saying([more]))
}
