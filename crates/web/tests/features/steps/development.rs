// SPDX-License-Identifier: EUPL-1.2
//! A child's assessment: told through the same forms, with answers that stand here once.

use super::{Row, pairs, place};
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    ("{hvem} har skrevet en runde om {tekst}", round),
    ("{hvem} har skrevet en runde om {tekst} med", round),
    (
        "{hvem} har skrevet bidraget {tekst} om {tekst} som {tekst} om {tekst}",
        contribution,
    ),
    ("{hvem} har lavet en børneplan for {tekst}", planned),
    ("{hvem} har lavet en børneplan for {tekst} med", planned),
    ("{hvem} prøver at lave en børneplan for {tekst} med", tries),
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

/// Two efforts that meet the two needs of the round, aimed at both and by both approaches.
fn fill(world: &mut World, name: &str, rows: &[Vec<String>]) {
    let id = world.pathway(name);
    world.open(&format!("/forloeb/{id}/plan/ny"));
    let first = "Indsats 1";
    let second = "Indsats 2";
    let mut fields = vec![
        ("Mål".to_owned(), "Sover trygt.".to_owned()),
        ("Hvad har familien brug for?".to_owned(), "ingen".to_owned()),
        ("Næste opfølgning".to_owned(), "1.9.2029".to_owned()),
    ];
    let efforts = [
        (
            first,
            "Fast rytme ved sengetid",
            "Hjælpe og støtte barnet i at regulere sig selv bl.a. i forhold til søvn, spisning og adfærd",
            "Funktionsnedsættelser",
            "Udviklingsbaseret",
            "Ro ved sengetid",
        ),
        (
            second,
            "Vejledning i dagtilbud",
            "Sikre en systematisk vidensdeling af barnets behov, styrker og udfordringer, med særligt fokus på overgangsfaser",
            "Omgivelser",
            "Systembaseret",
            "Ord for det svære",
        ),
    ];
    for (row, what, group, target, approach, need) in efforts {
        for (label, value) in [
            ("Hvad gøres?", what),
            ("Hvad er det for en indsats?", group),
            ("Formål", "Fremme"),
            ("Retter sig mod", target),
            ("Tilgang", approach),
            ("Svarer på", need),
            ("Sætter i gang", "Familieafdelingen, Odense"),
            ("Ansvarlig", "Familieafdelingen, Odense"),
            ("Starter", "7.5.2029"),
            ("Hvor ofte og hvor længe", "hver uge"),
        ] {
            fields.push((format!("{row}: {label}"), value.to_owned()));
        }
    }
    for (key, value) in pairs(rows) {
        fields.retain(|(known, _)| *known != key);
        if value != "-" {
            fields.push((key, value));
        }
    }
    world.press("Godkend planen", &fields);
}

fn planned(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    tries(world, places, rows);
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
    fill(world, place(places, 1), rows);
}
