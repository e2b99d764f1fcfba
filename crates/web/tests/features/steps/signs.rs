// SPDX-License-Identifier: EUPL-1.2
//! What is seen in a child, and the hypothesis it may lead to: told through the same forms, with answers that stand here once.

use super::{Row, pairs, place};
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    ("{hvem} skriver, hvad der er set hos {tekst}", seen),
    ("{hvem} prøver at skrive, hvad der er set", tries),
    ("{hvem} har anlagt en hypotese om {tekst}", raised),
    ("{hvem} har afprøvet hypotesen om {tekst} med", tested),
    (
        "{hvem} har konkluderet, at hypotesen om {tekst} er {tekst}",
        concluded,
    ),
    (
        "{hvem} har skrevet, at {tekst} alene har forældremyndigheden over {tekst}",
        alone,
    ),
    ("er det afvist med {tekst}", refused),
    ("{hvem} har underrettet om {tekst} i {tekst}", notified),
    ("{hvem} har knyttet {tekst} og {tekst} som søskende", linked),
    (
        "står det i loggen for {tekst}, at {hvem} så søskendes underretninger",
        logged,
    ),
];

fn sent(world: &mut World, button: &str, answers: &[(&str, &str)], rows: &[Vec<String>]) {
    let own = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    let mut fields: Vec<(String, String)> = answers.iter().map(own).collect();
    for (key, value) in pairs(rows) {
        fields.retain(|(known, _)| *known != key);
        fields.push((key, value));
    }
    // An empty choice is one that is not made.
    fields.retain(|(key, value)| !value.is_empty() || !key.ends_with('?'));
    world.press(button, &fields);
}

fn went_through(world: &World) {
    let page = &world.page;
    assert_eq!(page.status, 200, "{:?} {}", page.errors, page.shortly());
}

const NO_NEED: (&str, &str) = (
    "Har du grund til at antage, at barnet kan have behov for særlig støtte?",
    "Nej",
);

/// The first time the child is told of by name; each time after in its pathway, under the name of the story.
fn seen(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    let (who, name) = (place(places, 0), place(places, 1));
    world.let_act(who);
    if let Some(id) = world.pathways.get(name).cloned() {
        world.open(&format!("/forloeb/{id}/tegn/ny"));
        sent(world, "Gem", &[NO_NEED], rows);
        return went_through(world);
    }
    world.open("/tegn");
    sent(world, "Gem", &[("Barnets navn", name), NO_NEED], rows);
    went_through(world);
    let rest = world.page.address.strip_prefix("/forloeb/");
    let id = rest.and_then(|rest| rest.split('/').next());
    let id = id.expect("the child's pathway begins").to_owned();
    world.pathways.insert(name.to_owned(), id);
}

fn tries(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/tegn");
    sent(
        world,
        "Gem",
        &[("Barnets navn", "Emil Test"), NO_NEED],
        rows,
    );
}

fn opened(world: &mut World, places: &[String], page: &str) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 1));
    world.open(&format!("/forloeb/{id}/{page}"));
    went_through(world);
}

fn raised(world: &mut World, places: &[String], _: &[Vec<String>]) {
    opened(world, places, "hypotese/ny");
    let answers = [
        ("Hvorfor?", "Tegnene varer ved."),
        ("Afprøves senest den", "1.6.2026"),
    ];
    sent(world, "Gem", &answers, &[]);
    went_through(world);
}

fn tested(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    opened(world, places, "hypotese/afproevning");
    let answers = [
        ("Hvad viste det?", "Der er spurgt."),
        ("Hvad peger det på?", "Hverken det ene eller det andet"),
    ];
    sent(world, "Gem", &answers, rows);
    went_through(world);
}

fn concluded(world: &mut World, places: &[String], _: &[Vec<String>]) {
    opened(world, places, "hypotese/konklusion");
    let answers = [
        ("Hvad er konklusionen?", place(places, 2)),
        ("Begrundelse", "Samlet vurdering."),
    ];
    sent(world, "Gem", &answers, &[]);
    went_through(world);
}

fn alone(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let child = [place(places, 0).to_owned(), place(places, 2).to_owned()];
    opened(world, &child, "foraeldremyndighed");
    let answers = [
        ("Hvem har forældremyndigheden?", "Én"),
        ("Navn på den, der har forældremyndigheden", place(places, 1)),
    ];
    sent(world, "Gem", &answers, &[]);
    went_through(world);
}

/// A step that is not the person's to take says why.
fn refused(world: &mut World, places: &[String], _: &[Vec<String>]) {
    assert_eq!(world.page.status, 409, "{}", world.page.shortly());
    let why = place(places, 0);
    assert!(world.page.text.contains(why), "{}", world.page.shortly());
}

/// A concern, and the notification that is made from it.
fn notified(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let row = |key: &str, value: &str| vec![key.to_owned(), value.to_owned()];
    let rows = [
        row("Kommune, hvor barnet bor", place(places, 2)),
        row("Hvilke tegn har du set?", "Faglige vanskeligheder"),
        row(NO_NEED.0, "Ja"),
    ];
    seen(world, places, &rows);
    let told = [("Ved forældrene, at du skriver?", "Ja")];
    sent(world, "Send underretningen", &told, &[]);
    went_through(world);
}

/// By the case number that stands on the other child's page.
fn linked(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let other = [place(places, 0).to_owned(), place(places, 2).to_owned()];
    opened(world, &other, "tegn");
    let text = world.page.text.clone();
    let after = text.split("sagsnr. ").nth(1).expect("a case number");
    let number = after.split_whitespace().next().expect("a case number");
    opened(world, places, "soeskende");
    let case = [("Sagsnummer på det andet barns forløb", number)];
    sent(world, "Gem", &case, &[]);
    went_through(world);
}

fn logged(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let pathway = world.pathway(place(places, 0));
    let employment = format!("demo-{}-1", place(places, 1));
    let log = world.test.log_of(&pathway);
    let read = log
        .iter()
        .any(|row| row.employment == employment && row.action == "siblings");
    assert!(read, "{log:#?}");
}
