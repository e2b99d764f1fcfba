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
    ("{hvem} har givet {tekst} en side om {tekst}", given_page),
    ("{tekst} åbner sin side", opens_theirs),
    ("{tekst} åbner forløbet om {tekst}", tries_pathway),
    (
        "{tekst} siger ja på sin side til {tekst} om {tekst}",
        says_yes,
    ),
    ("kan {tekst} ikke se noget på sin side", sees_no_page),
    ("{hvem} åbner siden {tekst} i forløbet om {tekst}", page_of),
];

/// What stands in the element with an id.
pub(super) fn with_id(html: &str, id: &str) -> String {
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

/// Somebody of a child's family, or the child itself, under the name the page is opened for.
fn given_page(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let (name, child) = (place(places, 1), place(places, 2));
    let id = world.pathway(child);
    world.open(&format!("/forloeb/{id}/samtykker"));
    let words = format!("Giv {name} en side");
    let href = world.page.link(&words).expect("it is offered").to_owned();
    world.open(&href);
    let safe = "Er det trygt for barnet og for den anden forælder, at siden er åben?";
    let rows = [
        (safe, "Ja, det har vi talt om"),
        ("Må siden vise dag, tid og sted for møder?", "Ja"),
    ];
    let rows = rows.map(|(label, answer)| (label.to_owned(), answer.to_owned()));
    world.press("Giv adgang", &rows);
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
    let [login, password] = ["brugernavn", "kodeord"].map(|id| with_id(&world.page.html, id));
    world.handed.insert(name.to_owned(), (login, password));
}

fn opens_theirs(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/mit");
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
}

fn tries_pathway(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 1));
    world.open(&format!("/forloeb/{id}"));
}

fn says_yes(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/mit/samtykker/nyt");
    let rows = [
        ("Hvad siger du ja til?", "De må få noget at vide"),
        ("Hvem?", place(places, 1)),
        ("Om hvad?", place(places, 2)),
        ("Hvad skal det bruges til?", "at planlægge og samle hjælpen"),
    ];
    let rows = rows.map(|(label, answer)| (label.to_owned(), answer.to_owned()));
    world.press("Ja, det siger jeg ja til", &rows);
    assert_eq!(
        world.page.status,
        200,
        "{:?} {}",
        world.page.errors,
        world.page.shortly()
    );
}

/// Whoever has nothing to see there is answered as where there is no page.
fn sees_no_page(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let before = world.current.clone();
    world.let_act(place(places, 0));
    for address in ["/mit", "/mit/samtykker", "/mit/laest", "/mit/oensker"] {
        world.open(address);
        assert_eq!(
            world.page.status,
            404,
            "{address}: {}",
            world.page.shortly()
        );
    }
    world.let_act(&before);
}

fn page_of(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 2));
    world.open(&format!("/forloeb/{id}/{}", place(places, 1)));
}
