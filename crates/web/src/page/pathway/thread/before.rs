// SPDX-License-Identifier: EUPL-1.2
//! What the child was exposed to before birth, the pregnancy itself, and the hypothesis of exposure.
//!
//! The core of exposure is the child's; substances week by week stand only where the reader may read the detail (practice
//! A18). What was refuted reaches the fold of the authority and of doctors alone (practice B14).

use super::age::birth;
use super::item::{Item, Story, Track};
use crate::page::pathway::entry::{self, capital, words};
use crate::page::pathway::usage;
use crate::view::timeline::Told;
use jiff::ToSpan;
use jiff::civil::Date;
use traad_domain::body::{Body, UseRecorded};
use traad_domain::pathway::{Hypothesis, Noted};

pub(super) fn items(story: &Story<'_>) -> Vec<Item> {
    let (born, lmp) = birth(story);
    let pregnancy = born.zip(lmp);
    let mut items = exposure(story, pregnancy);
    items.extend(pregnancy.map(|(born, lmp)| pregnant(story, (born, lmp))));
    items.extend(stays(story));
    for hypothesis in &story.view.pathway.child.hypotheses {
        items.extend(steps(story, hypothesis));
    }
    items
}

/// The detail where it is told, the core where it is not, and that nothing was told where nothing was.
fn exposure(story: &Story<'_>, pregnancy: Option<(Date, Date)>) -> Vec<Item> {
    let t = &story.visit.t;
    let child = &story.view.pathway.child;
    let position = story.view.pathway.exposure_position();
    if !position.stands() {
        return vec![not_told(t.s("thread-exposure-unknown"))];
    }
    let mut uses: Vec<&UseRecorded> = Vec::new();
    for used in child.uses() {
        if !uses.contains(&used) {
            uses.push(used);
        }
    }
    let mut items: Vec<Item> = uses
        .iter()
        .map(|used| detail(story, used, pregnancy))
        .collect();
    let stated = child.stated();
    let sure = stated.map(|stated| t.of("certainty-fact", stated.body.certainty.code()));
    let answer = t.a(
        "thread-exposed",
        &("answer", t.of("exposure-position", position.code())),
    );
    let core = |label: String| {
        let weeks = t.s("thread-use-weeks-unknown");
        let words = [answer.clone()].into_iter().chain(sure.clone());
        match pregnancy {
            Some((born, lmp)) => Item {
                told: Told::Partly,
                when: Some(weeks),
                ..Item::span(Track::Exposure, (lmp, Some(born)), label)
            },
            None => Item {
                when: Some(weeks),
                ..not_told(label)
            },
        }
        .saying(words)
    };
    let told = |code: &&String| uses.iter().any(|used| &used.substance == *code);
    let substances = stated
        .into_iter()
        .flat_map(|stated| &stated.body.substances);
    let substances = substances.filter(|code| !told(code));
    items.extend(substances.map(|code| core(capital(&words(story.visit, "substances", code)))));
    if items.is_empty() {
        items.push(core(answer.clone()));
    }
    items
}

fn not_told(label: String) -> Item {
    Item {
        dated: false,
        when: Some(String::new()),
        // Undated things have no place in time; this day is never shown.
        ..Item::on(Track::Exposure, Date::MIN, label)
    }
}

/// One substance as it was told. Without weeks it lies over the pregnancy and says so; without an amount it is dashed.
fn detail(story: &Story<'_>, used: &UseRecorded, pregnancy: Option<(Date, Date)>) -> Item {
    let t = &story.visit.t;
    let told = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let name = capital(&words(story.visit, "substances", &used.substance));
    let parts = [Some(name), told(&used.frequency), told(&used.amount)];
    let label = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let weeks = used.weeks.map(|(from, to)| {
        t.a2(
            "use-weeks",
            &("from", u32::from(from)),
            &("to", u32::from(to)),
        )
    });
    let when = weeks.unwrap_or_else(|| t.s("thread-use-weeks-unknown"));
    let item = match pregnancy {
        Some((born, lmp)) => {
            let week = |n: u8| lmp.saturating_add((i32::from(n) * 7).days()).min(born);
            let span = match used.weeks {
                Some((from, to)) => (week(from), Some(week(to.saturating_add(1)))),
                None => (lmp, Some(born)),
            };
            Item::span(Track::Exposure, span, label)
        }
        None => not_told(label),
    };
    let whole = used.weeks.is_some() && told(&used.amount).is_some();
    Item {
        told: if whole { Told::Whole } else { Told::Partly },
        when: Some(when),
        ..item.saying([usage::sentence(story.visit, used)])
    }
}

fn pregnant(story: &Story<'_>, (born, lmp): (Date, Date)) -> Item {
    let t = &story.visit.t;
    let length = born
        .since((jiff::Unit::Day, lmp))
        .map_or(0, |span| span.get_days());
    let label = t.a("thread-pregnancy", &("length", t.gestation(length)));
    Item::span(Track::Birth, (lmp, Some(born)), label)
}

/// The stays of the newborn in hospital.
fn stays(story: &Story<'_>) -> Vec<Item> {
    let t = &story.visit.t;
    let stays = story.view.pathway.child.stays.iter();
    let stays = stays.map(|stay| {
        let stay = &stay.body;
        let label = t.a("thread-admitted", &("ward", stay.ward.clone()));
        Item::span(Track::Birth, (stay.from, stay.to), label).saying([stay.note.clone()])
    });
    stays.collect()
}

/// Each step of a hypothesis. A refuted one says first that it is no exposure.
fn steps(story: &Story<'_>, hypothesis: &Hypothesis) -> Vec<Item> {
    let t = &story.visit.t;
    let refuted = hypothesis.is_refuted();
    let step = |at, body: Body, label: String| {
        let before = refuted.then(|| t.s("hypothesis-considered"));
        let lines = entry::lines(story.visit, story.view, &body);
        Item::at(story, Track::Hypothesis, at, label).saying(before.into_iter().chain(lines))
    };
    let titled = |body: &Body| t.of("thread-step", body.kind());
    let raised = &hypothesis.raised;
    let body = Body::HypothesisRaised(raised.body.clone());
    let mut steps = vec![step(raised.occurred, body.clone(), titled(&body))];
    steps.extend(hypothesis.tests.iter().map(|test| {
        let body = Body::HypothesisTested(test.body.clone());
        step(test.occurred, body.clone(), titled(&body))
    }));
    steps.extend(hypothesis.conclusions.iter().map(|end| {
        let label = t.of("hypothesis-state", end.body.conclusion.code());
        step(
            end.occurred,
            Body::HypothesisConcluded(end.body.clone()),
            label,
        )
    }));
    steps.extend(hypothesis.told.iter().map(|told: &Noted<_>| {
        let body = Body::HypothesisTold(told.body.clone());
        step(told.occurred, body.clone(), titled(&body))
    }));
    steps
}
