// SPDX-License-Identifier: EUPL-1.2
//! What has happened before: told through the same pages, with answers that stand here once.

use super::{Row, pairs, place};
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    ("at klokken er {tekst} den {tekst}", clock),
    ("{hvem} har meldt bekymring for {tekst} i {tekst}", concern),
    (
        "{hvem} har meldt bekymring for {tekst} i {tekst} med",
        concern,
    ),
    (
        "{hvem} har akutvurderet underretningen om {tekst}",
        assessed,
    ),
    (
        "{hvem} har udpeget {tekst} til koordinator for {tekst}",
        appointed,
    ),
    ("{hvem} har sat disse på kortet over {tekst}", on_the_map),
    ("{hvem} har lavet en udredning af {tekst}", examined),
    ("{hvem} har lavet en udredning af {tekst} med", examined),
    (
        "{hvem} har vurderet, at {tekst} har brug for døgnbehandling",
        judged_residential,
    ),
    (
        "{hvem} har tilbudt {tekst} en kontrakt om tilbageholdelse",
        offered_contract,
    ),
    (
        "{hvem} har vurderet, at {tekst} kan hjælpes ambulant",
        judged,
    ),
    ("{hvem} har skrevet {tekst} ned for {tekst}", wished),
    (
        "{hvem} har lavet en plan for {tekst}, der svarer på {tekst}",
        planned,
    ),
    (
        "{hvem} har holdt et netværksmøde den {tekst} om {tekst}",
        met,
    ),
    (
        "{hvem} har holdt et netværksmøde den {tekst} om {tekst} med",
        met,
    ),
    ("{hvem} prøver at melde bekymring med", tries),
    ("{hvem} har skrevet tilbuddet {tekst} i vejviseren", listed),
];

/// An offer in the directory of the own kommune.
fn listed(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/vejviser/ny");
    let fields = [
        ("Hvad hedder tilbuddet?", place(places, 1)),
        (
            "Hvad er det, og hvem er det til?",
            "Åben gruppe for gravide.",
        ),
        ("Hvem skal man spørge efter?", "Vagten"),
        ("Telefon", "00 00 99 01"),
    ];
    let fields = fields.map(|(key, value)| (key.to_owned(), value.to_owned()));
    world.press("Gem", &fields);
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
}

/// Fills a form of a pathway in and sees that it is taken.
fn written(world: &mut World, name: &str, page: &str, (button, rows): (&str, &[(&str, &str)])) {
    let id = world.pathway(name);
    world.open(&format!("/forloeb/{id}/{page}"));
    let rows: Vec<(String, String)> = rows
        .iter()
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
        .collect();
    world.press(button, &rows);
    assert_eq!(
        world.page.status,
        200,
        "{:?} {}",
        world.page.errors,
        world.page.shortly()
    );
}

/// Answers, with those of the table instead or as well.
fn with(answers: &[(&str, &str)], rows: &[Vec<String>]) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = answers
        .iter()
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
        .collect();
    for (key, value) in pairs(rows) {
        all.retain(|(known, _)| *known != key);
        all.push((key, value));
    }
    all
}

fn appointed(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let rows = [("Hvem?", place(places, 1))];
    written(world, place(places, 2), "koordinator", ("Udpeg", &rows));
}

fn on_the_map(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    for (kind, contact) in pairs(rows) {
        let fields = [
            ("Hvem er det?", kind.as_str()),
            ("Navn på kontaktpersonen", contact.as_str()),
        ];
        written(world, place(places, 1), "aktoer", ("Tilføj aktør", &fields));
    }
}

/// An assessment with three problems, or with what the table says.
fn examined(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let answers = [
        ("Situation", "Bor til leje og skal flytte til sommer."),
        ("Ressourcer", "Hun møder op og har en søster, der hjælper."),
        ("Udfordringer", "Alkohol hver aften. Usikker på boligen."),
        (
            "Ustabile boligforhold eller hjemløshed: Med egne ord",
            "Skal flytte til sommer.",
        ),
        ("Psykiatriske lidelser: Hvilke?", "angst"),
        ("Økonomiske vanskeligheder", "ja"),
    ];
    let all = with(&answers, rows);
    let all: Vec<(&str, &str)> = all.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let done = ("Udredningen er færdig", all.as_slice());
    written(world, place(places, 1), "udredning/ny", done);
}

fn judged(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let rows = [
        (
            "Den gravide kan med hjælp og intensiv støtte få skabt stabilitet og ro i sin hverdag hjemme",
            "Ja",
        ),
        ("Hvad vurderer du?", "Forstærket ambulant indsats"),
        (
            "Begrundelse",
            "Hun har ro hjemme og kommer til sine aftaler.",
        ),
    ];
    written(world, place(places, 1), "vurdering", ("Gem", &rows));
}

/// She has accepted a place.
fn judged_residential(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let rows = [
        (
            "Den gravide kan med hjælp og intensiv støtte få skabt stabilitet og ro i sin hverdag hjemme",
            "Nej",
        ),
        (
            "Den gravide profiterer ikke i tilstrækkelig grad af ambulant indsats, fx fordi",
            "Forbruget af rusmidler er for omfattende",
        ),
        ("Hvad vurderer du?", "Specialiseret døgnbehandling"),
        ("Hvad skete der med tilbuddet?", "Hun har sagt ja"),
        (
            "Hvor er det tilbudt eller søgt?",
            "Døgnbehandlingen Testgården",
        ),
        ("Begrundelse", "Ro hjemme er ikke nok nu."),
    ];
    written(world, place(places, 1), "vurdering", ("Gem", &rows));
}

/// For drugs, and she wants one.
fn offered_contract(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let asked = [(
        "Hvad beder hun om behandling for?",
        "Behandling for stoffer",
    )];
    let who = place(places, 1);
    written(world, who, "behandling/ny", ("Gem", &asked));
    let rows = [
        (
            "Hvilken behandling hører den til?",
            "Behandling for stoffer, 3.3.2026",
        ),
        (
            "Hvilken lov er den efter?",
            "Stoffer: lov om tilbageholdelse af stofmisbrugere i behandling § 1",
        ),
        ("Hvad siger hun?", "Ja, hun vil gerne"),
    ];
    written(world, who, "kontrakt/ny", ("Gem", &rows));
}

fn wished(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let rows = [
        ("Hvad er det?", "Et ønske"),
        ("Hvad sagde hun?", place(places, 1)),
    ];
    written(world, place(places, 2), "oensker", ("Gem", &rows));
}

/// A plan with one intervention of the template; the others are left out with a reason.
fn planned(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let daily = "Støtte til at skabe stabilitet og struktur i hverdagen";
    let mut rows = vec![
        ("Mål".to_owned(), "Ro om graviditeten.".to_owned()),
        ("Første opfølgning".to_owned(), "31.3.2026".to_owned()),
    ];
    for (label, value) in [
        ("Sætter i gang", "Familieafdelingen, Odense"),
        ("Ansvarlig", "Familieafdelingen, Odense"),
        ("Starter", "3.3.2026"),
        ("Hvor ofte og hvor længe", "hver uge"),
        ("Svarer på", place(places, 2)),
    ] {
        rows.push((format!("{daily}: {label}"), value.to_owned()));
    }
    for element in [
        "Støtte til fremmøde og deltagelse i møder",
        "Ambulant social rusmiddelbehandling",
        "Individuelle samtaler eller parsamtaler",
        "Afklaring af forældrekompetence og behov for støtte i forældrerollen, herunder arbejde med tilknytning og mentalisering",
    ] {
        rows.push((
            format!("{element}: Hvorfor ikke?"),
            "Kommer til senere.".to_owned(),
        ));
    }
    let rows: Vec<(&str, &str)> = rows.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    written(
        world,
        place(places, 1),
        "plan/ny",
        ("Godkend planen", &rows),
    );
}

/// Called today for a day, and written down on it.
fn met(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    let (day, name) = (place(places, 1), place(places, 2));
    world.let_act(place(places, 0));
    let called = [
        ("Formål", "Aftale, hvem der gør hvad"),
        ("Dato", day),
        ("Klokken", "10.00"),
        ("Sted", "Lokale 2"),
    ];
    written(world, name, "moede/ny", ("Send indkaldelse", &called));
    world.set_clock("12.00", day);
    let id = world.pathway(name);
    world.open(&format!("/forloeb/{id}/moeder"));
    let href = world.page.link("Skriv referat").expect("it was called");
    let href = href.to_owned();
    world.open(&href);
    let answers = [
        ("Kunne hun være med?", "Ja, hele mødet eller noget af det"),
        ("Referat", "Hendes ønsker kom først."),
    ];
    world.press("Gem", &with(&answers, rows));
    assert_eq!(world.page.status, 200, "{:?}", world.page.errors);
}

fn clock(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.set_clock(place(places, 0), place(places, 1));
}

/// A concern about a pregnant woman in week 10, as the form asks; the rows of the table are filled in instead or as well.
fn raised(world: &mut World, name: &str, kommune: &str, rows: &[Vec<String>]) {
    let answers = [
        ("Kender du hende?", "Jeg har navnet"),
        ("Navn", name),
        (
            "Er hun gravid, eller handler det om et barn?",
            "Hun er gravid",
        ),
        ("Uge", "10"),
        ("Kommune, hvor hun bor", kommune),
        (
            "Hvad har du selv set eller hørt, og hvem har sagt det?",
            "Hun fortæller selv om vin hver aften.",
        ),
        ("Alkohol: Hvor ofte", "hver aften"),
        (
            "Har du grund til at antage, at barnet kan få behov for særlig støtte lige efter fødslen?",
            "Ja",
        ),
        ("Ved hun, at du skriver?", "Ja"),
    ];
    let fields = with(&answers, rows);
    world.open("/meld");
    world.press("Send", &fields);
}

fn concern(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    raised(world, place(places, 1), place(places, 2), rows);
    assert!(
        world.page.address.starts_with("/kvittering/"),
        "the concern was not sent: {:?} {}",
        world.page.errors,
        world.page.shortly()
    );
}

fn tries(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    raised(world, "Anna Test", "Odense", rows);
}

fn assessed(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    super::does::open_row(world, "/underretninger", place(places, 1));
    let fields = [
        ("Har barnet akut brug for hjælp?", "Nej"),
        ("Begrundelse", "Ingen akut fare."),
    ];
    let fields = fields.map(|(key, value)| (key.to_owned(), value.to_owned()));
    world.press("Gem akutvurdering", &fields);
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
}
