// SPDX-License-Identifier: EUPL-1.2
//! The table of steps: what a sentence of a story does. People act through pages; what only the log shows is asked there.

mod access;
mod agreement;
mod before;
mod birth;
mod consent;
mod does;
mod login;
mod moving;
mod own;
mod placement;
mod sees;
mod staff;

use crate::world::World;

/// What a step does with the world, what stood in the places of its sentence, and the table below it.
pub(crate) type Action = fn(&mut World, &[String], &[Vec<String>]);

/// A sentence and what it does.
pub(crate) type Row = (&'static str, Action);

/// All steps.
pub(crate) fn all() -> impl Iterator<Item = Row> {
    [
        access::STEPS,
        agreement::STEPS,
        before::STEPS,
        birth::STEPS,
        consent::STEPS,
        does::STEPS,
        login::STEPS,
        moving::STEPS,
        own::STEPS,
        placement::STEPS,
        sees::STEPS,
        staff::STEPS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// What stood in one place of a sentence.
fn place(places: &[String], number: usize) -> &str {
    places.get(number).expect("the sentence has the place")
}

/// A table with two columns.
fn pairs(rows: &[Vec<String>]) -> Vec<(String, String)> {
    rows.iter()
        .map(|row| match row.as_slice() {
            // A cell is one line; `\\n` is where the writer pressed Enter.
            [key, value] => (key.clone(), value.replace("\\n", "\n")),
            other => panic!("a table of fields has two columns: {other:?}"),
        })
        .collect()
}
