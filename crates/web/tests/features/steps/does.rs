// SPDX-License-Identifier: EUPL-1.2
//! What people do at their browsers.

use super::{Row, pairs, place};
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    ("klokken bliver {tekst} den {tekst}", clock),
    ("{hvem} åbner {tekst}", menu),
    ("{hvem} åbner underretningen om {tekst}", notification),
    ("{hvem} åbner henvisningen om {tekst}", referral),
    ("{hvem} åbner forløbet om {tekst}", pathway),
    ("{hvem} åbner fanen {tekst} om {tekst}", tab),
    ("{hvem} trykker på {tekst} ud for opgaven {tekst}", task),
    (
        "{hvem} alligevel åbner »Skriv hvorfor ikke« for opgaven {tekst}",
        explain_anyway,
    ),
    ("{hvem} udfylder og trykker {tekst}", fill),
    ("{hvem} trykker {tekst}", fill),
    ("{hvem} følger linket {tekst}", follow),
    ("{hvem} slår kommunen {tekst} op", kommune),
    ("{hvem} udfylder planens skabelon og trykker {tekst}", plan),
];

fn clock(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.set_clock(place(places, 0), place(places, 1));
}

/// Opens a page of the menu.
fn menu(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/");
    follow_words(world, place(places, 1));
}

fn follow(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    follow_words(world, place(places, 1));
}

fn follow_words(world: &mut World, words: &str) {
    let Some(href) = world.page.link(words).map(str::to_owned) else {
        panic!(
            "there is no link »{words}« on {}: {:?}",
            world.page.address, world.page.links
        );
    };
    world.open(&href);
}

/// Opens the row of an inbox that names somebody.
pub(super) fn open_row(world: &mut World, inbox: &str, name: &str) {
    world.open(inbox);
    follow_words(world, name);
}

fn notification(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    open_row(world, "/underretninger", place(places, 1));
}

fn referral(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    open_row(world, "/henvisninger", place(places, 1));
}

fn pathway(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 1));
    world.open(&format!("/forloeb/{id}"));
}

fn tab(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    pathway(
        world,
        &[place(places, 0).to_owned(), place(places, 2).to_owned()],
        rows,
    );
    follow_words(world, place(places, 1));
}

/// Presses what stands at a task in the person's own list.
pub(super) fn task(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/");
    let (words, title) = (place(places, 1), place(places, 2));
    let found = world
        .page
        .tasks
        .iter()
        .find(|task| task.text.contains(title));
    let Some(task) = found else {
        panic!("there is no task »{title}«: {}", world.page.shortly());
    };
    let link = task.links.iter().find(|(text, _)| text == words);
    let Some((_, href)) = link.cloned() else {
        panic!("»{words}« does not stand at the task: {:?}", task.links);
    };
    world.open(&href);
}

/// Types the address of a page that no button leads to.
fn explain_anyway(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/");
    let title = place(places, 1);
    let found = world
        .page
        .tasks
        .iter()
        .find(|task| task.text.contains(title));
    let task = found.expect("the person has the task");
    // The task leads to its notification, `/underretning/<pathway>-<reference>/<step>`.
    let leads = task.links.iter().find_map(|(_, href)| {
        let (pathway, rest) = href.strip_prefix("/underretning/")?.split_once('-')?;
        Some((pathway.to_owned(), rest.split('/').next()?.to_owned()))
    });
    let (pathway, reference) = leads.expect("the task leads to its notification");
    let duty = format!("notification-24h~{reference}");
    world.open(&format!("/forloeb/{pathway}/opgave/{duty}/forklar"));
}

fn fill(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.press(place(places, 1), &pairs(rows));
}

pub(super) fn kommune(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/kommune");
    let field = (
        "Kommune, hvor hun bor".to_owned(),
        place(places, 1).to_owned(),
    );
    world.press("Vis, hvem der modtager", &[field]);
}

/// Fills the template of a plan in: element, who starts it and answers for it, first day, how often, what it answers to.
/// What does not stand in the table is left out with a reason, except where the template asks for none.
fn plan(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let mut fields = Vec::new();
    for row in rows.iter().skip(1) {
        let [element, unit, start, often, meets] = row.as_slice() else {
            panic!("a row of the plan has five columns: {row:?}");
        };
        if element == "Mål" || element == "Første opfølgning" {
            fields.push((element.clone(), unit.clone()));
            continue;
        }
        let mut put = |label: &str, value: &str| {
            if !value.is_empty() {
                fields.push((format!("{element}: {label}"), value.to_owned()));
            }
        };
        if unit == "udeladt" {
            put("Hvorfor ikke?", often);
            continue;
        }
        put("Sætter i gang", unit);
        put("Ansvarlig", unit);
        put("Starter", start);
        put("Hvor ofte og hvor længe", often);
        put("Svarer på", meets);
    }
    world.press(place(places, 1), &fields);
}
