// SPDX-License-Identifier: EUPL-1.2
//! Who is employed, who is away, and who takes over.

use super::{Row, place};
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    (
        "{hvem} har ansat {tekst} som {tekst} i {tekst} fra {tekst}",
        employed,
    ),
    ("{hvem} overdrager forløbet om {tekst}", hands_over),
    (
        "{hvem} overdrager forløbet om {tekst} til {tekst}",
        hands_over,
    ),
    ("{hvem} prøver at skrive en note om {tekst}", tries_note),
    ("får hun at vide {tekst}", told),
];

fn employed(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/personale/ny");
    let fields = [
        ("Navn", place(places, 1)),
        ("Funktion", place(places, 2)),
        ("Enhed", place(places, 3)),
        ("Første dag", place(places, 4)),
    ];
    let fields = fields.map(|(key, value)| (key.to_owned(), value.to_owned()));
    world.press("Gem", &fields);
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
}

/// Presses the button at one pathway. Without a name whoever is proposed takes over.
fn hands_over(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 1));
    let forms = world.page.forms.iter();
    let mut forms = forms.filter(|form| form.sends("forloeb", &id));
    let Some(mut form) = forms.next().cloned() else {
        panic!(
            "{} is not there: {}",
            place(places, 1),
            world.page.shortly()
        );
    };
    if let Some(to) = places.get(2) {
        let option = format!("{to}, 0 forløb");
        form.fill("Hvem tager over?", &option);
    }
    let sent = form.sent("Overdrag");
    world.page = world.send(&form.action, form.query, &sent);
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
}

fn tries_note(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 1));
    world.open(&format!("/forloeb/{id}/note"));
}

fn told(world: &mut World, places: &[String], _: &[Vec<String>]) {
    assert_eq!(world.page.status, 409, "{}", world.page.shortly());
    let words = place(places, 0);
    assert!(world.page.text.contains(words), "{}", world.page.shortly());
}
