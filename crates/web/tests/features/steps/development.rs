// SPDX-License-Identifier: EUPL-1.2
//! A child's assessment: told through the same forms, with answers that stand here once.

use super::{Row, pairs, place};
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    ("{hvem} har skrevet en runde om {tekst} med", round),
    (
        "{hvem} har skrevet bidraget {tekst} om {tekst} som {tekst} om {tekst}",
        contribution,
    ),
];

/// A whole round in which one profession took part; the rows of the table are filled in instead or as well.
fn round(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 1));
    world.open(&format!("/forloeb/{id}/udredning/ny"));
    let answers = [
        (
            "Livshistorie",
            "Bor med sin mor. I dagtilbud, fra han var et år.",
        ),
        ("Fosterhistorik", "Uden kendte problemer."),
        ("Fødselshistorik", "Født til tiden."),
        ("Spædbarnshistorik", "Græd meget om natten."),
        ("Er der brugt rusmidler under graviditeten?", "Ja"),
        ("Hvem har svaret om rusmidler?", "moren"),
        (
            "Er der brugt afhængighedsskabende medicin under graviditeten?",
            "Nej",
        ),
        ("Biologiske forhold", "Vokser."),
        ("Psykologiske forhold", "Tillidsfuld."),
        ("Sociale forhold", "Én fast voksen."),
        ("Symptombillede lige nu", "Skift er svære."),
        ("Relationelt miljø", "Mor, mormor og to pædagoger."),
        ("Søvn: Hvor svært er det?", "Let"),
        ("Sproglig udvikling: Hvor svært er det?", "Moderat"),
        ("Udviklingspotentiale", "Lærer hurtigt, når der er ro."),
        ("Vanskeligheder", "Skift og støj."),
        ("Styrker", "Nysgerrig og kærlig."),
        ("Barnets støttebehov", "Ro ved sengetid\nOrd for det svære"),
        ("Næste udredning", "7.5.2030"),
    ];
    let mut fields: Vec<(String, String)> = answers
        .iter()
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
        .collect();
    for (key, value) in pairs(rows) {
        fields.retain(|(known, _)| *known != key);
        fields.push((key, value));
    }
    world.press("Runden er færdig", &fields);
    assert_eq!(
        world.page.status,
        200,
        "{:?} {}",
        world.page.errors,
        world.page.shortly()
    );
}

fn contribution(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 2));
    world.open(&format!("/forloeb/{id}/bidrag"));
    let fields = [
        ("Faggruppe", place(places, 3)),
        ("Hvad handler det om?", place(places, 4)),
        ("Hvad bidrager de med?", place(places, 1)),
    ];
    let fields = fields.map(|(key, value)| (key.to_owned(), value.to_owned()));
    world.press("Gem", &fields);
    assert_eq!(world.page.status, 200, "{:?}", world.page.errors);
}
