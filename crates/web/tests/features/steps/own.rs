// SPDX-License-Identifier: EUPL-1.2
//! The woman at her own page: how she gets there, and that nobody else does.

use super::{Row, place};
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    (
        "{hvem} har givet {tekst} adgang til hendes egen side",
        handed,
    ),
    ("kvinden åbner sin side", opens),
    ("{hvem} åbner siden {tekst}", address),
    ("kan kvinden ikke længere åbne sin side", locked_out),
];

/// What stands in the element with an id.
fn with_id(html: &str, id: &str) -> String {
    let start = format!("id=\"{id}\">");
    let (_, after) = html.split_once(&start).expect("it stands on the page");
    let (text, _) = after.split_once('<').expect("the element ends");
    text.to_owned()
}

fn handed(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 1));
    world.open(&format!("/forloeb/{id}/samtykker"));
    let words = "Giv hende adgang til hendes egen side";
    let href = world.page.link(words).expect("it is offered").to_owned();
    world.open(&href);
    let label = "Er det trygt for hende at have siden på sin telefon?".to_owned();
    world.press(
        "Giv adgang",
        &[(label.clone(), "Nej, eller det ved vi ikke".to_owned())],
    );
    assert_eq!(world.page.status, 422, "not before it is safe");
    world.press(
        "Giv adgang",
        &[
            (label, "Ja, det har jeg spurgt hende om".to_owned()),
            (
                "Må siden vise dag, tid og sted for møder?".to_owned(),
                "Ja".to_owned(),
            ),
        ],
    );
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
    let login = ["brugernavn", "kodeord"].map(|id| with_id(&world.page.html, id));
    let [name, password] = login;
    world.handed.insert("kvinden".to_owned(), (name, password));
}

fn opens(world: &mut World, _: &[String], _: &[Vec<String>]) {
    world.let_act("kvinden");
    world.open("/mit");
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
}

fn address(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open(place(places, 1));
}

fn locked_out(world: &mut World, _: &[String], _: &[Vec<String>]) {
    assert!(!world.is_let_in("kvinden"));
}
