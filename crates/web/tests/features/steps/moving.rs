// SPDX-License-Identifier: EUPL-1.2
//! A family that moves: told through the same forms, with answers that stand here once.

use super::{Row, pairs, place};
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    (
        "{hvem} har afgjort underretningen om {tekst} med {tekst}",
        settled,
    ),
    (
        "{hvem} har skrevet, at familien til {tekst} flytter til {tekst}",
        moved,
    ),
    ("{hvem} har skrevet om flytningen for {tekst}", told),
    ("{hvem} har overleveret {tekst} efter loven", handed_over),
    ("{hvem} prøver at overlevere {tekst} med", tries),
    ("{hvem} har taget imod {tekst}", taken),
    ("{hvem} har skrevet, at {tekst} kan nås på {tekst}", reached),
    ("{hvem} har beskyttet, at {tekst} er på {tekst}", protected),
    (
        "kan {hvem} ikke overlevere {tekst}: {tekst}",
        cannot_hand_over,
    ),
    (
        "kan {hvem} ikke skrive flytningen for {tekst}",
        cannot_register,
    ),
    ("kan {hvem} ikke tage imod {tekst}", cannot_take),
];

/// Opens a page of a pathway as somebody.
fn opened(world: &mut World, (who, name): (&str, &str), page: &str) {
    world.let_act(who);
    let id = world.pathway(name);
    world.open(&format!("/forloeb/{id}/{page}"));
}

fn sent(world: &mut World, button: &str, answers: &[(&str, &str)], rows: &[Vec<String>]) {
    let own = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    let mut fields: Vec<(String, String)> = answers.iter().map(own).collect();
    for (key, value) in pairs(rows) {
        fields.retain(|(known, _)| *known != key);
        fields.push((key, value));
    }
    world.press(button, &fields);
}

fn went_through(world: &World) {
    let page = &world.page;
    assert_eq!(page.status, 200, "{:?} {}", page.errors, page.shortly());
}

fn settled(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    super::does::open_row(world, "/underretninger", place(places, 1));
    sent(world, "Send kvittering", &[], &[]);
    went_through(world);
    super::does::open_row(world, "/underretninger", place(places, 1));
    let answers = [
        ("Hvad fører den til?", place(places, 2)),
        ("Begrundelse", "Der er brug for at vide mere."),
    ];
    sent(world, "Gem udfald", &answers, &[]);
    went_through(world);
}

fn moved(world: &mut World, places: &[String], _: &[Vec<String>]) {
    opened(world, (place(places, 0), place(places, 1)), "flytning");
    let answers = [
        ("Hvor flytter de hen?", "Til en bolig i en anden kommune"),
        ("Hvilken kommune?", place(places, 2)),
    ];
    sent(world, "Gem flytningen", &answers, &[]);
    went_through(world);
}

fn told(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    opened(world, (place(places, 0), place(places, 1)), "flytning");
    sent(world, "Gem flytningen", &[], rows);
    went_through(world);
}

fn hand_over(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    let page = "flytning/overlevering";
    opened(world, (place(places, 0), place(places, 1)), page);
    let answers = [
        ("Behov", "En fast kontakt og ro."),
        ("Styrker", "Kommer til sine aftaler."),
        ("Udfordringer", "Boligen."),
        (
            "Hvad ved I om, at barnet er udsat for rusmidler?",
            "Det er udsat",
        ),
        (
            "Hvad giver ret til det?",
            "Vi har fundet behov for støtte (barnets lov § 132)",
        ),
        (
            "Opsummering af det, I har vurderet",
            "Der er brug for støtte.",
        ),
        ("Ved hun, at I skriver?", "Ja"),
    ];
    sent(world, "Send til den nye kommune", &answers, rows);
}

fn handed_over(world: &mut World, places: &[String], _: &[Vec<String>]) {
    hand_over(world, places, &[]);
    went_through(world);
}

fn tries(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    hand_over(world, places, rows);
}

/// Whoever takes the case coordinates it.
fn taken(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let page = "flytning/modtag";
    opened(world, (place(places, 0), place(places, 1)), page);
    let who = [("Hvem skal være koordinator hos jer?", "Hanne Test Rådgiver")];
    sent(world, "Tag imod", &who, &[]);
    went_through(world);
}

fn reached(world: &mut World, places: &[String], _: &[Vec<String>]) {
    opened(world, (place(places, 0), place(places, 1)), "kontakt");
    let phone = [("Hvordan kan hun trygt kontaktes?", place(places, 2))];
    sent(world, "Gem", &phone, &[]);
    went_through(world);
}

fn protected(world: &mut World, places: &[String], _: &[Vec<String>]) {
    opened(world, (place(places, 0), place(places, 1)), "kontakt");
    let answers = [
        ("Hvor bor eller opholder hun sig?", place(places, 2)),
        ("Er det beskyttet?", "ja"),
    ];
    sent(world, "Gem", &answers, &[]);
    went_through(world);
}

/// The page of a step that is not the person's to take says why.
fn refused(world: &mut World, places: &[String], (page, why): (&str, &str)) {
    opened(world, (place(places, 0), place(places, 1)), page);
    assert_eq!(world.page.status, 409, "{}", world.page.shortly());
    assert!(world.page.text.contains(why), "{}", world.page.shortly());
}

fn cannot_hand_over(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let page = "flytning/overlevering";
    refused(world, places, (page, place(places, 2)));
}

fn cannot_register(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let why = "Det gør kommunens familieafdeling.";
    refused(world, places, ("flytning", why));
}

fn cannot_take(world: &mut World, places: &[String], _: &[Vec<String>]) {
    refused(
        world,
        places,
        (
            "flytning/modtag",
            "Det er kun den enhed, der har modtaget den",
        ),
    );
}
