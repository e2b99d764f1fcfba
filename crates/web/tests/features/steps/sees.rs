// SPDX-License-Identifier: EUPL-1.2
//! What must be seen, and what must not.

use super::{Row, place};
use crate::page::Task;
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    ("står der {tekst}", says),
    ("står der", says_all),
    ("står der ikke {tekst}", says_not),
    ("siger feltet {tekst} {tekst}", field_says),
    ("er intet af det, hun skrev, gået tabt", typed_kept),
    ("kan {hvem} ikke følge linket {tekst}", no_link),
    ("er feltet {tekst} udfyldt med {tekst}", field_holds),
    ("hun gemmer svaret", keep),
    ("står der det samme som i det gemte svar", same_as_kept),
    ("findes siden ikke for hende", not_found),
    (
        "er svaret nøjagtigt som for et forløb, der ikke findes",
        same_as_unknown,
    ),
    (
        "står det afviste forsøg i adgangsloggen for {tekst}",
        refused_in_log,
    ),
    ("har {hvem} opgaven {tekst} om {tekst}", has_task),
    (
        "har {hvem} opgaven {tekst} om {tekst}, {tekst}",
        has_task_saying,
    ),
    ("har {hvem} ikke opgaven {tekst} om {tekst}", lacks_task),
    (
        "kan {hvem} ikke trykke på {tekst} ud for opgaven {tekst}",
        task_lacks_button,
    ),
    ("står {tekst} før {tekst} på listen", above_on_list),
    ("står {tekst} før {tekst} på siden", before_on_page),
    ("er {tal} indsatser i gang", running),
];

fn says(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let words = place(places, 0);
    assert!(
        world.page.text.contains(words),
        "»{words}« does not stand on {}",
        world.page.shortly()
    );
}

fn says_all(world: &mut World, _: &[String], rows: &[Vec<String>]) {
    for words in rows {
        says(world, words, &[]);
    }
}

fn says_not(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let words = place(places, 0);
    // A page that was shown, or a form that was shown again: on any other nothing stands anyway.
    let shown = matches!(world.page.status, 200 | 422);
    assert!(shown, "{}", world.page.shortly());
    assert!(
        !world.page.text.contains(words),
        "»{words}« stands on {}",
        world.page.shortly()
    );
}

/// A refused form: status, the message at its field. In a form with rows the message ends with the name of the row.
fn field_says(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let wanted = (place(places, 0), place(places, 1));
    assert_eq!(world.page.status, 422, "{}", world.page.shortly());
    let fits = |(label, message): &(String, String)| {
        let rest = message.strip_prefix(wanted.1);
        label == wanted.0 && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
    };
    assert!(
        world.page.errors.iter().any(fits),
        "{wanted:?} is not among {:?} · {}",
        world.page.errors,
        world.page.shortly()
    );
}

/// Somebody's task stands above another's.
fn above_on_list(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let (first, second) = (place(places, 0), place(places, 1));
    let at = |who: &str| {
        world
            .page
            .tasks
            .iter()
            .position(|task| task.text.contains(who))
    };
    let (above, below) = (at(first), at(second));
    assert!(
        above.is_some() && below.is_some() && above < below,
        "{above:?} {below:?} · {}",
        world.page.shortly()
    );
}

fn before_on_page(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let (first, second) = (place(places, 0), place(places, 1));
    let at = |words: &str| world.page.text.find(words);
    let (before, after) = (at(first), at(second));
    assert!(
        before.is_some() && after.is_some() && before < after,
        "{before:?} {after:?} · {}",
        world.page.shortly()
    );
}

fn no_link(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
    let found = world.page.link(place(places, 1));
    assert!(found.is_none(), "{found:?}");
}

fn field_holds(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let label = place(places, 0);
    let held: Vec<&str> = world
        .page
        .forms
        .iter()
        .filter_map(|form| form.held(label))
        .collect();
    assert_eq!(held, [place(places, 1)], "{}", world.page.shortly());
}

fn running(world: &mut World, places: &[String], _: &[Vec<String>]) {
    // The name of the column says who starts it.
    let text = world.page.text.replace("Sætter i gang", "");
    let runs = text.matches("i gang").count();
    assert_eq!(
        runs.to_string(),
        place(places, 0),
        "{}",
        world.page.shortly()
    );
}

fn keep(world: &mut World, _: &[String], _: &[Vec<String>]) {
    world.kept = world.page.clone();
}

fn same_as_kept(world: &mut World, _: &[String], _: &[Vec<String>]) {
    assert!(!world.kept.text.is_empty(), "nothing was kept");
    assert_eq!(world.page.text, world.kept.text);
}

fn typed_kept(world: &mut World, _: &[String], _: &[Vec<String>]) {
    assert!(!world.typed.is_empty(), "nothing was typed");
    for typed in &world.typed {
        assert!(
            world.page.forms.iter().any(|form| form.keeps(typed)),
            "{typed:?} is lost on {}",
            world.page.address
        );
    }
}

fn not_found(world: &mut World, _: &[String], _: &[Vec<String>]) {
    assert_eq!(world.page.status, 404, "{}", world.page.shortly());
    let words = "Siden findes ikke, eller du har ikke adgang";
    assert!(world.page.text.contains(words), "{}", world.page.shortly());
}

/// Byte for byte what anybody gets for an id nobody ever made; only the address itself differs.
fn same_as_unknown(world: &mut World, _: &[String], _: &[Vec<String>]) {
    let answer = world.page.clone();
    let unknown = "/forloeb/00000000000000000000000000000000";
    world.open(unknown);
    assert_eq!(world.page.status, answer.status);
    assert_eq!(
        world.page.html.replace(unknown, "…"),
        answer.html.replace(&answer.address, "…")
    );
}

fn refused_in_log(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let pathway = world.pathway(place(places, 0));
    let employment = format!("demo-{}-1", world.current);
    let log = world.test.log_of(&pathway);
    let refused = log
        .iter()
        .find(|row| row.employment == employment && row.outcome == "refused");
    assert!(refused.is_some(), "{log:#?}");
}

pub(super) fn tasks(world: &mut World, login: &str, title: &str, about: &str) -> Vec<Task> {
    world.let_act(login);
    world.open("/");
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
    let fits = |task: &&Task| task.text.contains(title) && task.text.contains(about);
    world.page.tasks.iter().filter(fits).cloned().collect()
}

fn has_task(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let found = tasks(world, place(places, 0), place(places, 1), place(places, 2));
    assert!(!found.is_empty(), "{}", world.page.shortly());
}

fn has_task_saying(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let found = tasks(world, place(places, 0), place(places, 1), place(places, 2));
    let words = place(places, 3);
    assert!(
        found.iter().any(|task| task.text.contains(words)),
        "»{words}« does not stand at the task: {found:?} · {}",
        world.page.shortly()
    );
}

fn lacks_task(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let found = tasks(world, place(places, 0), place(places, 1), place(places, 2));
    assert!(found.is_empty(), "{found:?}");
}

fn task_lacks_button(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let found = tasks(world, place(places, 0), place(places, 2), "");
    assert!(!found.is_empty(), "{}", world.page.shortly());
    let words = place(places, 1);
    let has = found
        .iter()
        .flat_map(|task| &task.links)
        .any(|(text, _)| text == words);
    assert!(!has, "»{words}« stands at the task: {found:?}");
}
