// SPDX-License-Identifier: EUPL-1.2
//! Birth: told through the same form, with answers that stand here once; each child's pathway under the child's name.

use super::{Row, pairs, place};
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    ("{hvem} har skrevet fødslen for {tekst}", born),
    ("{hvem} har skrevet fødslen for {tekst} med", born),
    ("{hvem} prøver at skrive fødslen for {tekst} med", tries),
    ("har {tekst} {tal} børneforløb", children),
    (
        "ser {hvem} ikke barnets oplysninger om {tekst}",
        sees_no_exposure,
    ),
];

/// A child called Emil, born yesterday, exposed as his mother told; two have custody.
fn fill(world: &mut World, name: &str, rows: &[Vec<String>]) {
    let id = world.pathway(name);
    world.open(&format!("/forloeb/{id}/foedsel"));
    let answers = [
        ("Dato", "5.5.2026"),
        ("Klokken", "04.20"),
        ("Barn 1: Navn", "Emil Test"),
        ("Hvor sikkert er det?", "Fortalt af moren"),
        ("Barnet udredes senest den", "1.7.2026"),
        ("Hvem har forældremyndigheden?", "To sammen"),
        ("Navn på den, der har forældremyndigheden", "Anna Test"),
        ("Navn på den anden", "Bo Test"),
    ];
    let mut fields: Vec<(String, String)> = answers
        .iter()
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
        .collect();
    for (key, value) in pairs(rows) {
        fields.retain(|(known, _)| *known != key);
        fields.push((key, value));
    }
    world.press("Gem fødslen", &fields);
}

fn born(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    fill(world, place(places, 1), rows);
    assert_eq!(
        world.page.status,
        200,
        "{:?} {}",
        world.page.errors,
        world.page.shortly()
    );
    remember(world);
}

/// The children's pathways, in the order they were born, under the names that were typed.
fn remember(world: &mut World) {
    let links = world.page.links.iter();
    let own = links.filter(|(words, _)| words == "Barnets forløb");
    let ids: Vec<String> = own
        .filter_map(|(_, href)| Some(href.strip_prefix("/forloeb/")?.to_owned()))
        .collect();
    let dead = |number: usize| {
        let life = world.filled.get(&format!("Barn {number}: Barnet er"));
        life.is_some_and(|life| life == "dødfødt")
    };
    let names = (1..=4).filter(|number| !dead(*number));
    let names = names.filter_map(|number| world.filled.get(&format!("Barn {number}: Navn")));
    let all: Vec<(String, String)> = names.cloned().zip(ids).collect();
    world.pathways.extend(all);
}

fn tries(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    fill(world, place(places, 1), rows);
}

fn children(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let id = world.pathway(place(places, 0));
    world.open(&format!("/forloeb/{id}"));
    let links = world.page.links.iter();
    let own = links.filter(|(words, _)| words == "Barnets forløb").count();
    assert_eq!(
        own.to_string(),
        place(places, 1),
        "{}",
        world.page.shortly()
    );
}

/// Somebody a consent names may know whose pathway it is; what it covers stays closed until all have said yes.
fn sees_no_exposure(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let (who, name) = (place(places, 0), place(places, 1));
    let before = world.current.clone();
    world.let_act(who);
    let id = world.pathway(name);
    for page in ["", "/tidslinje"] {
        world.open(&format!("/forloeb/{id}{page}"));
        assert!(
            !world.page.text.contains("alkohol"),
            "{}",
            world.page.shortly()
        );
    }
    world.let_act(&before);
}
