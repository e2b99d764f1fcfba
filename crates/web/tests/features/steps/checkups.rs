// SPDX-License-Identifier: EUPL-1.2
//! A child's check-ups: told through the same forms, with answers that stand here once.

use super::{Row, pairs, place};
use crate::world::World;

pub(super) const STEPS: &[Row] = &[
    ("{hvem} har taget imod henvisningen om {tekst}", enrolled),
    ("{hvem} har tilbudt {tekst} opfølgning", offered),
    (
        "{hvem} har tilbudt {tekst} opfølgning i {tekst}",
        offered_in,
    ),
    (
        "{hvem} den {tekst} skriver, at {tekst} ikke kom til opfølgning",
        missed,
    ),
    (
        "{hvem} prøver at afslutte opfølgningen af {tekst} med",
        ends,
    ),
    ("{hvem} har skrevet samtykke til de tre om {tekst}", three),
    ("{hvem} har taget imod overleveringen om {tekst}", accepted),
    ("kan {hvem} ikke åbne {tekst} i forløbet om {tekst}", closed),
    (
        "{hvem} tager alle aftaler undtagen den sidste af planen for {tekst}",
        all_but_one,
    ),
    (
        "begge forældre har sagt ja til {tekst} om {tekst} for {tekst} hos {hvem}",
        both,
    ),
    (
        "{hvem} sender det, der hjælper {tekst}, til skolen",
        to_school,
    ),
    (
        "{hvem} prøver at sende årsagen med til skolen for {tekst}",
        cause_to_school,
    ),
    (
        "{hvem} har skrevet tilbuddet om opfølgning {tekst} for {tekst}",
        offer,
    ),
];

const PAGE: &str = "barnets-opfoelgning";

fn opened(world: &mut World, (who, name): (&str, &str), page: &str) {
    world.let_act(who);
    let id = world.pathway(name);
    world.open(&format!("/forloeb/{id}/{page}"));
}

fn sent(world: &mut World, button: &str, answers: &[(&str, &str)], rows: &[Vec<String>]) {
    let own = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    let mut fields: Vec<(String, String)> = answers.iter().map(own).collect();
    for (key, value) in pairs(rows) {
        fields.retain(|(known, _)| *known != key);
        fields.push((key, value));
    }
    world.press(button, &fields);
}

fn went_through(world: &World) {
    let page = &world.page;
    assert_eq!(page.status, 200, "{:?} {}", page.errors, page.shortly());
}

fn enrolled(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    world.let_act(place(places, 0));
    super::does::open_row(world, "/henvisninger", place(places, 1));
    sent(world, "Tag imod", &[], rows);
    went_through(world);
}

fn offered(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let page = format!("{PAGE}/sted");
    opened(world, (place(places, 0), place(places, 1)), &page);
    let yes = [("Hvad siger forældrene?", "De siger ja")];
    sent(world, "Gem", &yes, &[]);
    went_through(world);
}

fn offered_in(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let page = format!("{PAGE}/sted");
    opened(world, (place(places, 0), place(places, 1)), &page);
    let answers = [
        ("Hvad siger forældrene?", "De siger ja"),
        ("Hvilket tilbud er det en del af?", place(places, 2)),
    ];
    sent(world, "Gem", &answers, &[]);
    went_through(world);
}

/// On its day, the first check-up that is planned.
fn missed(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.set_clock("12.00", place(places, 1));
    opened(world, (place(places, 0), place(places, 2)), PAGE);
    let href = world.page.link("Skriv, hvordan det gik").map(str::to_owned);
    let Some(href) = href else {
        panic!("none is planned: {}", world.page.shortly());
    };
    world.open(&href);
    let answers = [
        ("Hvordan gik det?", "Det blev ikke til noget"),
        ("Hvorfor blev det ikke til noget?", "ingen kom"),
    ];
    sent(world, "Gem", &answers, &[]);
    went_through(world);
}

fn ends(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    let page = format!("{PAGE}/afslut");
    opened(world, (place(places, 0), place(places, 1)), &page);
    sent(world, "Gem", &[], rows);
}

/// Both who have custody say yes to each of the three.
fn three(world: &mut World, places: &[String], _: &[Vec<String>]) {
    for unit in [
        "Familieafdelingen, Odense",
        "PPR, Odense",
        "Sundhedsplejen, Odense",
    ] {
        let step = [unit, "Barnets helbred", place(places, 1), place(places, 0)];
        both(world, &step.map(str::to_owned), &[]);
    }
}

/// Each of those who have custody, for themselves.
fn both(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let step = [3, 2, 0, 1].map(|number| place(places, number).to_owned());
    for holder in ["Anna Test", "Bo Test"] {
        let rows = [
            ("Hvem svarer?", "den, der har forældremyndighed"),
            ("Navn på den, der svarer", holder),
            ("Er der flere, der har forældremyndighed?", "Ja, to har den"),
        ];
        let rows = rows.map(|(key, value)| vec![key.to_owned(), value.to_owned()]);
        super::consent::given(world, &step, &rows);
    }
}

const SCHOOL: [(&str, &str); 6] = [
    ("Hvilken overgang?", "skolestart"),
    ("Hvor skal barnet hen?", "Testskolen, Odense"),
    ("Behov", "En fast plads og ro ved skift."),
    ("Styrker", "Er god til at bygge og leger roligt med én."),
    ("Udfordringer", "Larm og mange mennesker."),
    (
        "Hvad giver ret til det?",
        "Samtykke fra alle, der har forældremyndigheden",
    ),
];
const CAUSE: &str = "Skal det med, at barnet er eller kan være udsat for rusmidler før fødslen?";

fn to_school(world: &mut World, places: &[String], _: &[Vec<String>]) {
    opened(world, (place(places, 0), place(places, 1)), "overgang");
    let rows = [vec![CAUSE.to_owned(), "Nej".to_owned()]];
    sent(world, "Send", &SCHOOL, &rows);
    went_through(world);
}

fn cause_to_school(world: &mut World, places: &[String], _: &[Vec<String>]) {
    opened(world, (place(places, 0), place(places, 1)), "overgang");
    let yes = "Ja, forældrene har sagt ja til det";
    let rows = [vec![CAUSE.to_owned(), yes.to_owned()]];
    sent(world, "Send", &SCHOOL, &rows);
}

fn accepted(world: &mut World, places: &[String], rows: &[Vec<String>]) {
    let title = "Sig ja til at tage over".to_owned();
    let step = [place(places, 0).to_owned(), "Sig ja".to_owned(), title];
    super::does::task(world, &step, rows);
    sent(world, "Gem", &[], &[]);
    went_through(world);
}

/// Whoever takes no part gets the same answer as for what does not exist; who may not do it is told so.
fn closed(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let page = place(places, 1).to_owned();
    opened(world, (place(places, 0), place(places, 2)), &page);
    let refused = matches!(world.page.status, 404 | 409);
    assert!(refused, "{}", world.page.shortly());
}

fn all_but_one(world: &mut World, places: &[String], _: &[Vec<String>]) {
    loop {
        opened(world, (place(places, 0), place(places, 1)), PAGE);
        let words = "Skriv, hvordan det gik";
        let mut left = world.page.links.iter().filter(|(text, _)| text == words);
        let first = left.next().map(|(_, href)| href.clone());
        if left.next().is_none() {
            break;
        }
        world.open(&first.expect("two are left"));
        let answers = [("Hvordan gik det?", "Aftalen tages af planen")];
        sent(world, "Gem", &answers, &[]);
        went_through(world);
    }
}

/// An offer for all ages of the own unit, in the region of a kommune.
fn offer(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let kommune = [place(places, 0).to_owned(), place(places, 2).to_owned()];
    super::does::kommune(world, &kommune, &[]);
    let link = world.page.link("Tilføj et tilbud om opfølgning");
    let href = link.expect("the leader may add one").to_owned();
    world.open(&href);
    let fields = [
        ("Hvad hedder tilbuddet om opfølgning?", place(places, 1)),
        ("0-1 år", "ja"),
        ("1-3 år", "ja"),
        ("3-6 år", "ja"),
    ];
    sent(world, "Gem", &fields, &[]);
    went_through(world);
}
