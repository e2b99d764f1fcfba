// SPDX-License-Identifier: EUPL-1.2
//! A child placed outside the home, and a young person who will be of age, told through the same forms, with answers that stand here once.

use super::own::with_id;
use super::{Row, place};
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    (
        "barnets eksponering er ikke afklaret hos {tekst}",
        unresolved,
    ),
    ("{hvem} har anbragt {tekst} hos {tekst}", placed),
    ("{hvem} har skrevet til plejefamilien om {tekst}", told),
    (
        "{hvem} har givet plejefamilien {tekst} en side om {tekst}",
        given_page,
    ),
    (
        "{hvem} har forberedt overgangen for {tekst} til {tekst}",
        prepared,
    ),
    ("{hvem} har afsluttet anbringelsen af {tekst}", ended),
    ("kan {tekst} kun se plejefamiliens side", only_carers),
    ("kan {tekst} ikke længere komme ind", locked_out),
    (
        "har {hvem} {tal} gange opgaven {tekst} om {tekst}",
        has_times,
    ),
    (
        "har {hvem} {tal} gang opgaven {tekst} om {tekst}",
        has_times,
    ),
];

fn opened(world: &mut World, who: &str, (name, page): (&str, &str)) {
    world.let_act(who);
    let id = world.pathway(name);
    world.open(&format!("/forloeb/{id}/{page}"));
}

fn sent(world: &mut World, button: &str, answers: &[(&str, &str)]) {
    let own = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    let fields: Vec<(String, String)> = answers.iter().map(own).collect();
    world.press(button, &fields);
    let page = &world.page;
    assert_eq!(page.status, 200, "{:?} {}", page.errors, page.shortly());
}

fn unresolved(world: &mut World, places: &[String], _: &[Vec<String>]) {
    opened(world, "familie", (place(places, 0), "eksponering"));
    let answers = [
        (
            "Har barnet været udsat for rusmidler før fødslen?",
            "Uafklaret",
        ),
        ("Hvor sikkert er det?", "Ikke oplyst"),
    ];
    sent(world, "Gem", &answers);
}

fn placed(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let page = (place(places, 1), "anbringelse/ny");
    opened(world, place(places, 0), page);
    let answers = [
        ("Hvilket sted?", "Forstærket plejefamilie"),
        ("Sted", "Familien Test Bakkegård"),
        ("Adresse", "Testvej 7"),
        ("Navn på den, der har barnet til daglig", place(places, 2)),
    ];
    sent(world, "Gem", &answers);
}

fn told(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let page = (place(places, 1), "anbringelse/viden");
    opened(world, place(places, 0), page);
    let answers = [
        ("Det har barnet brug for", "Sover bedst i mørke."),
        ("Det hjælper", "Bæres tæt ind til kroppen."),
        (
            "Hvem ringer I til?",
            "Mette Test Rådgiver, 00 00 11 05, også om natten",
        ),
        (
            "Krav og forventninger, vi har aftalt at tilpasse",
            "Ingen besøg den første måned.",
        ),
    ];
    sent(world, "Gem", &answers);
}

fn given_page(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let name = place(places, 1).to_owned();
    opened(world, place(places, 0), (place(places, 2), "samtykker"));
    let words = format!("Giv {name} en side");
    let href = world.page.link(&words).expect("it is offered").to_owned();
    world.open(&href);
    let answers = [
        (
            "Er det trygt for barnet, at siden er åben?",
            "Ja, det har vi talt om",
        ),
        ("Må siden vise dag, tid og sted for møder?", "Ja"),
    ];
    sent(world, "Giv adgang", &answers);
    let [login, password] = ["brugernavn", "kodeord"].map(|id| with_id(&world.page.html, id));
    world.handed.insert(name, (login, password));
}

fn ended(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let page = (place(places, 1), "anbringelse/slut");
    opened(world, place(places, 0), page);
    let answers = [
        ("Hvordan slutter den?", "Barnet flytter hjem"),
        (
            "Hvorfor er en forælder ikke tilbudt støtte?",
            "De fik det i går.",
        ),
    ];
    sent(world, "Gem", &answers);
}

fn prepared(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let page = (place(places, 1), "voksenovergang");
    opened(world, place(places, 0), page);
    let answers = [
        ("Behov", "Hjælp til at komme op."),
        ("Styrker", "Er vellidt på sit arbejde."),
        ("Udfordringer", "Mange skift i skolen."),
        ("Hvem tager over?", place(places, 2)),
    ];
    sent(world, "Gem", &answers);
}

/// A carer's page is the only one there is: none of those of a parent, and none of the professionals'.
fn only_carers(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    for (address, status) in [
        ("/mit", 200),
        ("/mit/iagttagelse", 200),
        ("/mit/samtykker", 404),
        ("/mit/samtykker/nyt", 404),
        ("/mit/laest", 404),
        ("/mit/oensker", 404),
        ("/anbragte", 404),
    ] {
        world.open(address);
        let shown = world.page.status;
        assert_eq!(shown, status, "{address}: {}", world.page.shortly());
    }
}

fn locked_out(world: &mut World, places: &[String], _: &[Vec<String>]) {
    assert!(!world.is_let_in(place(places, 0)));
}

fn has_times(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let found = super::sees::tasks(world, place(places, 0), place(places, 2), place(places, 3));
    assert_eq!(found.len().to_string(), place(places, 1), "{found:?}");
}
