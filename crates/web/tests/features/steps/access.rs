// SPDX-License-Identifier: EUPL-1.2
//! Nødadgang, closed doors, and who is not let in any more.

use super::{Row, place};
use crate::world::World;
use traad_app::demo::DEMO_PASSWORD;
use traad_app::{AtDoor, LoginError};
use traad_domain::id::EmploymentId;

pub(super) const STEPS: &[Row] = &[
    (
        "{hvem} åbner {tekst} med nødadgang, fordi {tekst}",
        emergency,
    ),
    ("{hvem} skriver adressen {tekst}", types_address),
    ("er der lukket for hende", closed),
    ("står der ikke {tekst} på den lukkede side", not_on_closed),
    ("{hvem} er holdt op", gone),
    ("kan {hvem} ikke logge ind", not_let_in),
    (
        "{hvem} har prøvet at åbne forløbet om {tekst} {tal} gange",
        tried,
    ),
];

/// Everybody of these stories has the same number.
fn emergency(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/noedadgang");
    let fields = [
        ("CPR-nummer", "150981-9996"),
        ("Hvad er der sket?", place(places, 2)),
    ];
    let fields = fields.map(|(key, value)| (key.to_owned(), value.to_owned()));
    world.press("Åbn med nødadgang", &fields);
    let hers = format!("/forloeb/{}", world.pathway(place(places, 1)));
    assert_eq!(world.page.address, hers, "{}", world.page.shortly());
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
}

fn types_address(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open(place(places, 1));
}

fn closed(world: &mut World, _: &[String], _: &[Vec<String>]) {
    assert_eq!(world.page.status, 403, "{}", world.page.shortly());
}

fn not_on_closed(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let words = place(places, 0);
    assert_eq!(world.page.status, 403, "{}", world.page.shortly());
    assert!(!world.page.text.contains(words), "{}", world.page.shortly());
}

fn gone(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let id = EmploymentId::new(format!("demo-{}-1", place(places, 0)));
    let app = &world.test.app;
    let now = app.now();
    let actor = app.actor(&id, now).expect("the database answers");
    let mut employment = actor.expect("somebody who is employed").employment;
    employment.to = Some(now);
    app.put_employment(&employment, "test", now)
        .expect("the employment is ended");
}

fn not_let_in(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let tried = world
        .test
        .app
        .log_in(place(places, 0), DEMO_PASSWORD, AtDoor::default());
    assert!(matches!(tried, Err(LoginError::Wrong)));
}

fn tried(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 1));
    let times: usize = place(places, 2).parse().expect("a number");
    for _ in 0..times {
        world.open(&format!("/forloeb/{id}"));
        assert_eq!(world.page.status, 404, "{}", world.page.shortly());
    }
}
