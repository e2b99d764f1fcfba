// SPDX-License-Identifier: EUPL-1.2
//! Consents: what was said before, and that somebody sees nothing any more.

use super::{Row, pairs, place};
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    (
        "{hvem} har skrevet noten {tekst} om {tekst} for {tekst}",
        note,
    ),
    (
        "{hvem} har skrevet samtykke fra {tekst} til {tekst} om {tekst}",
        given,
    ),
    (
        "{hvem} har skrevet samtykke fra {tekst} til {tekst} om {tekst} med",
        given,
    ),
    ("{hvem} prøver at skrive samtykke fra {tekst} med", tries),
    (
        "{hvem} indkalder {tekst} til SSD-møde om {tekst} den {tekst}",
        calls_circle,
    ),
    ("{hvem} søger efter {tekst}", searches),
    ("hun tager samtykket {tekst} tilbage", takes_back),
    ("ser {hvem} intet til {tekst}", sees_nothing),
    (
        "er forsøget {tekst} på {tekst} afvist og skrevet i loggen",
        refused,
    ),
    (
        "står videregivelsen fra {hvem} stadig i loggen om {tekst}",
        still_logged,
    ),
];

/// The municipal circle of two, called to its meeting.
fn calls_circle(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 2));
    world.open(&format!("/forloeb/{id}/ssd"));
    let fields = [
        ("Hvilken dag er mødet?", place(places, 3)),
        ("Hvem indkaldes?", place(places, 1)),
        ("Hvorfor er det nødvendigt at mødes?", "Tidlig indsats."),
    ];
    world.press("Indkald", &owned(&fields));
}

fn owned(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    fields.iter().map(owned).collect()
}

fn note(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 3));
    world.open(&format!("/forloeb/{id}/note"));
    let fields = [
        ("Hvad er sket?", place(places, 1)),
        ("Hvad handler den om?", place(places, 2)),
    ];
    world.press("Gem", &owned(&fields));
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
}

/// A written yes under the Health Act to all that is named, with what the table says instead or as well.
fn write(world: &mut World, name: &str, (actor, kind): (&str, &str), rows: &[Vec<String>]) {
    let id = world.pathway(name);
    world.open(&format!("/forloeb/{id}/samtykke/ny"));
    let mut fields = owned(&[
        ("Hvad har hun svaret?", "Ja"),
        ("Hvad gælder det?", "at give oplysninger videre"),
        ("Hvem svarer?", "hende selv"),
        ("Hvem må det gælde?", actor),
        ("Hvilke oplysninger?", kind),
        ("Hvad skal det bruges til?", "at planlægge og samle hjælpen"),
        (
            "Hvilken lov gives det efter?",
            "Sundhedsvæsenet giver oplysninger til kommunen eller andre (sundhedsloven §§ 43 og 44). Gælder højst et år.",
        ),
        ("Hvordan er det sagt?", "skriftligt"),
    ]);
    for (key, value) in pairs(rows) {
        fields.retain(|(known, _)| *known != key);
        fields.push((key, value));
    }
    world.press("Gem", &fields);
}

pub(super) fn given(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let to = (place(places, 2), place(places, 3));
    write(world, place(places, 1), to, rows);
    assert_eq!(
        world.page.status,
        200,
        "{:?} {}",
        world.page.errors,
        world.page.shortly()
    );
}

fn tries(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let to = ("Alkoholbehandlingen, Odense", "Sociale forhold");
    write(world, place(places, 1), to, rows);
}

fn searches(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/soeg");
    let fields = owned(&[("Søg", place(places, 1))]);
    world.press("Søg", &fields);
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
}

/// For somebody else than the story tells of; whoever acted goes on at their own page.
fn sees_nothing(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let (who, name) = (place(places, 0), place(places, 1));
    let before = world.current.clone();
    world.let_act(who);
    let id = world.pathway(name);
    for page in ["", "/tidslinje", "/samtykker", "/note"] {
        world.open(&format!("/forloeb/{id}{page}"));
        assert_eq!(world.page.status, 404, "{}", world.page.shortly());
        assert!(!world.page.text.contains(name), "{}", world.page.shortly());
    }
    world.open("/");
    assert!(!world.page.text.contains(name), "{}", world.page.shortly());
    world.let_act(&before);
}

fn refused(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let pathway = world.pathway(place(places, 1));
    let log = world.test.log_of(&pathway);
    let employment = format!("demo-{}-1", world.current);
    let found = log.iter().any(|row| {
        let what = (row.action.as_str(), row.outcome.as_str());
        row.employment == employment
            && what == (place(places, 0), "refused")
            && row.reason == "no-consent"
    });
    assert!(found, "{log:#?}");
}

/// What was lawfully passed on stays told: its writer still reads that it was done.
fn still_logged(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let (who, name) = (place(places, 0), place(places, 1));
    let before = world.current.clone();
    world.let_act(who);
    let id = world.pathway(name);
    world.open(&format!("/forloeb/{id}/tidslinje"));
    assert!(
        world.page.text.contains("Delt med en anden enhed"),
        "{}",
        world.page.shortly()
    );
    let log = world.test.log_of(&id);
    let employment = format!("demo-{who}-1");
    assert!(
        log.iter()
            .any(|row| row.employment == employment && row.action == "write"),
        "{log:#?}"
    );
    world.let_act(&before);
}

/// From the list of consents: the one with that title.
fn takes_back(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let label = format!("aria-label=\"Tag tilbage: {}\"", place(places, 0));
    let html = world.page.html.clone();
    let (before, _) = html.split_once(&label).expect("the consent stands there");
    let (_, href) = before.rsplit_once("href=\"").expect("it is a link");
    let (href, _) = href.split_once('"').expect("the address ends");
    world.open(href);
    world.press(
        "Tag samtykket tilbage",
        &owned(&[("Hvordan er det sagt?", "mundtligt")]),
    );
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
}
