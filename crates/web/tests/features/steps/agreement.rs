// SPDX-License-Identifier: EUPL-1.2
//! The cooperation agreement: its chapters with answers that stand here once, and the parties that approve.

use super::{Row, place};
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    ("{hvem} skriver alle kapitler undtagen", write_all_but),
    ("{hvem} har skrevet en fælles aftale for regionen", written),
    (
        "{hvem} har fået en fælles aftale for regionen godkendt",
        approved,
    ),
    ("{hvem} har fået version 2 godkendt", approved_again),
    ("{hvem} åbner aftalen", open),
    ("{hvem} alligevel åbner formularen »Ny aftale«", new_anyway),
    ("{hvem} alligevel åbner overblikket", overview_anyway),
];

/// The chapters: number, field, answer.
const ANSWERS: [(u8, &str, &str); 46] = [
    (
        1,
        "Hvilken aktør skal koordinatoren komme fra?",
        "Familieafdeling",
    ),
    (1, "Arbejdsdage, til en tovholder er udpeget", "3"),
    (
        1,
        "Forventningsafstemning om koordinatorrollen",
        "Tovholderen svarer inden for to arbejdsdage.",
    ),
    (2, "Hvem indkalder til netværksmøder?", "tovholderen"),
    (2, "Hvor mange netværksmøder bør der minimum være", "3"),
    (2, "Uger i graviditeten", "16, 32"),
    (2, "Uger efter fødslen", "4"),
    (2, "Hvornår skal møderne varsles", "10"),
    (
        2,
        "Hvordan skal møderne varsles",
        "Sikker post til fagpersoner, brev til hende.",
    ),
    (
        3,
        "Hvem oplyser og inddrager løbende den gravide og evt. partner i muligheder og beslutninger?",
        "tovholderen",
    ),
    (3, "Uger mellem orienteringerne", "4"),
    (
        3,
        "Hvem sørger for den gravides samtykke til at dele oplysninger?",
        "Familieambulatorium",
    ),
    (
        3,
        "Hvornår inddrages den gravides øvrige netværk",
        "Når hun selv ønsker det.",
    ),
    (
        3,
        "Hvordan inddrages den gravides øvrige netværk",
        "Hun inviterer selv.",
    ),
    (
        4,
        "Hvad skal indsatsplanerne indeholde?",
        "Hendes egne ord, mål og indsatser.",
    ),
    (4, "Hvem skriver dem?", "tovholderen"),
    (4, "Dage fra udredning til plan", "14"),
    (4, "Del 1", "Familiebehandling"),
    (4, "Ansvarlig for del 1", "Familieafdeling"),
    (4, "Betaler, del 1", "ikke afklaret"),
    (
        4,
        "Hvilken støtte kan den gravide tilbydes",
        "Ledsagelse til møder og familiebehandling.",
    ),
    (4, "Af hvem", "Familieafdeling"),
    (4, "Hvornår", "Fra første kontakt."),
    (
        4,
        "Dage, til familieambulatoriet svarer på en henvisning",
        "5",
    ),
    (4, "Dage, til behandlingen svarer på en henvisning", "5"),
    (
        4,
        "Hvem følger op på indsatsplanerne og undersøger, om indsatserne og planen skal justeres, så den passer til den gravides/parrets/familiens aktuelle behov?",
        "tovholderen",
    ),
    (4, "Uger mellem opfølgningerne", "4"),
    (
        5,
        "Hvordan sikres smidige overgange for den gravide/parret/familien?",
        "Afgiver er ansvarlig, til modtager har sagt ja.",
    ),
    (5, "Arbejdsdage, til en overlevering er taget imod", "10"),
    (5, "Dage efter fødslen, til overleveringen er sket", "14"),
    (5, "Aktør, kontaktperson 1", "Familieafdeling"),
    (
        5,
        "Navn eller funktion, kontaktperson 1",
        "Vagthavende rådgiver",
    ),
    (
        5,
        "Telefon eller sikker post, kontaktperson 1",
        "00 00 01 03",
    ),
    (5, "Afløser, kontaktperson 1", "Teamlederen"),
    (5, "Aktør, kontaktperson 2", "Familieambulatorium"),
    (5, "Navn eller funktion, kontaktperson 2", "Visitationen"),
    (
        5,
        "Telefon eller sikker post, kontaktperson 2",
        "00 00 01 02",
    ),
    (5, "Aktør, kontaktperson 3", "Rusmiddelbehandling (alkohol)"),
    (5, "Navn eller funktion, kontaktperson 3", "Modtagelsen"),
    (
        5,
        "Telefon eller sikker post, kontaktperson 3",
        "00 00 01 04",
    ),
    (6, "Del 1", "Svangreomsorg"),
    (6, "Ansvarlig for del 1", "Familieambulatorium"),
    (6, "Sammen med, del 1", "Familieafdeling"),
    (6, "Hvornår, del 1", "i graviditeten"),
    (
        6,
        "Hvilke øvrige aktører der kan indkaldes i hvert enkelt tilfælde",
        "Sundhedspleje",
    ),
    (6, "Fælles regionalt", "ja"),
];

fn address(world: &World) -> String {
    let (path, _) = world
        .agreement
        .split_once('?')
        .unwrap_or((&world.agreement, ""));
    assert!(path.starts_with("/aftale/"), "no agreement has been begun");
    path.to_owned()
}

fn open(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let address = address(world);
    world.open(&address);
}

fn new_anyway(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/aftaler/ny");
}

fn overview_anyway(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/overblik");
}

fn write(world: &mut World, without: &[String]) {
    let address = address(world);
    for chapter in 1..=6 {
        let rows: Vec<(String, String)> = ANSWERS
            .iter()
            .filter(|(own, label, _)| *own == chapter && !without.iter().any(|w| w == label))
            .map(|(_, label, answer)| ((*label).to_owned(), (*answer).to_owned()))
            .collect();
        world.open(&format!("{address}/kapitel/{chapter}"));
        world.press("Gem", &rows);
        assert_eq!(
            world.page.status,
            200,
            "{:?} {}",
            world.page.errors,
            world.page.shortly()
        );
    }
}

fn write_all_but(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let without: Vec<String> = rows.iter().flatten().cloned().collect();
    write(world, &without);
}

fn written(world: &mut World, places: &[String], _: &[Vec<String>]) {
    begun(world, place(places, 0), "1.4.2026");
}

fn begun(world: &mut World, login: &str, from: &str) {
    world.let_act(login);
    world.open("/aftaler/ny");
    let rows = [
        ("Hvad skal du skrive?", "En fælles aftale for regionen"),
        ("Titel", "Samarbejdsaftale for Region Syddanmark"),
        ("Gælder fra", from),
    ];
    let rows = rows.map(|(key, value)| (key.to_owned(), value.to_owned()));
    world.press("Begynd kladden", &rows);
    write(world, &[]);
}

fn approved(world: &mut World, places: &[String], _: &[Vec<String>]) {
    begun(world, place(places, 0), "3.3.2026");
    by_all_three(world);
    world.let_act(place(places, 0));
}

fn approved_again(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let version = address(world).replace("/1", "/2");
    world.agreement = version;
    by_all_three(world);
    world.let_act(place(places, 0));
}

fn by_all_three(world: &mut World) {
    let address = address(world);
    world.open(&address);
    world.press("Send til parterne", &[]);
    for (login, party) in [
        ("leder", "myndighed på familieområdet"),
        ("leder-alkohol", "den kommunale rusmiddelbehandling"),
        ("leder-ambulatorium", "familieambulatoriet"),
    ] {
        world.let_act(login);
        world.open(&address);
        world.press(&format!("Godkend for {party}"), &[]);
        assert_eq!(world.page.status, 200, "{}", world.page.shortly());
    }
    // It counts from the day after the last yes.
    let tomorrow = world.test.app.now() + jiff::SignedDuration::from_hours(24);
    world.test.clock.set(tomorrow);
    world
        .test
        .app
        .tick()
        .expect("what the agreement changes is derived anew");
}
