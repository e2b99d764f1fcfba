// SPDX-License-Identifier: EUPL-1.2
//! Notices by e-mail: choosing them through the pages, and what would be carried to whom.

use super::{Row, place};
use crate::world::World;
use std::cell::RefCell;
use traad_app::{Letter, Undelivered};

pub(super) const STEPS: &[Row] = &[
    ("anlægget sender besked på e-mail", switched_on),
    (
        "{hvem} har valgt besked på e-mail til {tekst}",
        chosen_for_all,
    ),
    (
        "{hvem} har valgt besked på e-mail om egne forløb til {tekst}",
        chosen_for_own,
    ),
    (
        "{hvem} har valgt besked på e-mail som leder til {tekst}",
        chosen_as_leader,
    ),
    ("sendes der besked til", are_told),
    ("sendes der ingen besked", nobody_is_told),
    ("mailserveren svarer ikke", unanswered),
];

fn switched_on(world: &mut World, _: &[String], _: &[Vec<String>]) {
    world.test.app.send_notices();
}

fn choose(world: &mut World, places: &[String], scope: Option<&str>) {
    let who = place(places, 0);
    world.let_act(who);
    let own = who == "kvinden";
    let (address, label, more) = if own {
        let safe = ("Er det trygt at få besked der?", "Ja, kun jeg læser den");
        ("/mit/besked", "Din e-mailadresse", Some(safe))
    } else {
        let scope = scope.map(|scope| ("Hvad vil du have besked om?", scope));
        ("/min-adgang/besked", "Din e-mailadresse på arbejdet", scope)
    };
    world.open(address);
    let rows = [Some((label, place(places, 1))), more];
    let rows = rows.into_iter().flatten();
    let rows: Vec<(String, String)> = rows
        .map(|(label, answer)| (label.to_owned(), answer.to_owned()))
        .collect();
    world.press("Gem", &rows);
    assert_eq!(
        world.page.status,
        200,
        "{:?} {}",
        world.page.errors,
        world.page.shortly()
    );
}

fn chosen_for_all(world: &mut World, places: &[String], _: &[Vec<String>]) {
    choose(world, places, Some("Alt, min enhed får"));
}

fn chosen_for_own(world: &mut World, places: &[String], _: &[Vec<String>]) {
    choose(world, places, Some("Kun forløb, jeg er koordinator for"));
}

fn chosen_as_leader(world: &mut World, places: &[String], _: &[Vec<String>]) {
    choose(world, places, None);
}

/// Whom letters are carried to now.
fn carried(world: &World, answer: Result<(), Undelivered>) -> Vec<String> {
    let letters = RefCell::new(Vec::new());
    let carry = |letter: Letter<'_>| {
        letters.borrow_mut().push(letter.address.to_owned());
        answer
    };
    let round = world.test.app.deliver_notices(&carry);
    round.expect("the database answers");
    let mut letters = letters.into_inner();
    letters.sort();
    letters
}

fn are_told(world: &mut World, _: &[String], rows: &[Vec<String>]) {
    let expected: Vec<String> = rows.iter().flatten().cloned().collect();
    assert_eq!(carried(world, Ok(())), expected);
}

fn nobody_is_told(world: &mut World, _: &[String], _: &[Vec<String>]) {
    assert_eq!(carried(world, Ok(())), [""; 0]);
}

fn unanswered(world: &mut World, _: &[String], _: &[Vec<String>]) {
    assert!(!carried(world, Err(Undelivered::Later("unreachable"))).is_empty());
}
