// SPDX-License-Identifier: EUPL-1.2
//! Who is employed, who is away, and who takes over.

use super::{Row, place};
use crate::world::World;
use traad_app::Ctx;
use traad_domain::id::{EmploymentId, PathwayId};
use traad_domain::policy::Purpose;

pub(super) const STEPS: &[Row] = &[
    (
        "{hvem} har ansat {tekst} som {tekst} i {tekst} fra {tekst}",
        employed,
    ),
    ("{hvem} overdrager forløbet om {tekst}", hands_over),
    (
        "{hvem} overdrager forløbet om {tekst} til {tekst}",
        hands_over,
    ),
    ("{hvem} prøver at skrive en note om {tekst}", tries_note),
    ("får hun at vide {tekst}", told),
    (
        "{hvem} har ført noten om {tekst} på den forkerte person, fordi {tekst}",
        misfiled,
    ),
    ("{hvem} flytter den til forløbet om {tekst}", moves),
    ("{hvem} åbner den samme side", same_page),
    ("er {tekst} væk overalt, og kæden er hel", gone_everywhere),
];

fn employed(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/personale/ny");
    let fields = [
        ("Navn", place(places, 1)),
        ("Funktion", place(places, 2)),
        ("Enhed", place(places, 3)),
        ("Første dag", place(places, 4)),
    ];
    let fields = fields.map(|(key, value)| (key.to_owned(), value.to_owned()));
    world.press("Gem", &fields);
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
}

/// Presses the button at one pathway. Without a name whoever is proposed takes over.
fn hands_over(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 1));
    let forms = world.page.forms.iter();
    let mut forms = forms.filter(|form| form.sends("forloeb", &id));
    let Some(mut form) = forms.next().cloned() else {
        panic!(
            "{} is not there: {}",
            place(places, 1),
            world.page.shortly()
        );
    };
    if let Some(to) = places.get(2) {
        let option = format!("{to}, 0 forløb");
        form.fill("Hvem tager over?", &option);
    }
    let sent = form.sent("Overdrag");
    world.page = world.send(&form.action, form.query, &sent);
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
}

fn tries_note(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 1));
    world.open(&format!("/forloeb/{id}/note"));
}

/// The newest note is withdrawn as about the wrong person.
fn misfiled(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    let id = world.pathway(place(places, 1));
    world.open(&format!("/forloeb/{id}/tidslinje"));
    let href = world
        .page
        .link("Ret")
        .expect("it can be corrected")
        .to_owned();
    world.open(&href);
    let fields = [
        ("Hvad er galt?", "Det er ført på den forkerte person"),
        ("Hvorfor?", place(places, 2)),
    ];
    let fields = fields.map(|(key, value)| (key.to_owned(), value.to_owned()));
    world.press("Gem", &fields);
    assert_eq!(world.page.status, 200, "{}", world.page.shortly());
}

/// Types the number of somebody's case, as it stands on its page.
fn moves(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let id = PathwayId::new(world.pathway(place(places, 1)));
    let app = &world.test.app;
    let employment = EmploymentId::new("demo-familie-1");
    let now = app.now();
    let actor = app.actor(&employment, now).expect("the database answers");
    let ctx = Ctx {
        actor: actor.expect("somebody who is employed"),
        now,
        purpose: Purpose::Care,
        submission: None,
    };
    let view = app.pathway(&ctx, &id).expect("the family department's");
    let number = view.pathway.case_number;
    world.let_act(place(places, 0));
    let field = ("Det rigtige forløbs sagsnummer".to_owned(), number);
    world.press("Beslut", &[field]);
}

fn same_page(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let address = world.page.address.clone();
    world.let_act(place(places, 0));
    world.open(&address);
}

fn gone_everywhere(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let words = place(places, 0).as_bytes();
    let app = &world.test.app;
    let report = app.verify(None).expect("the journals can be read");
    assert!(report.is_sound(), "{:?}", report.problems);
    app.store().scrub().expect("the file can be scrubbed");
    let path = world.test.database.path();
    let folder = path.parent().expect("a folder of its own");
    for file in std::fs::read_dir(folder).expect("the folder") {
        let path = file.expect("a file of it").path();
        let bytes = std::fs::read(&path).expect("it can be read");
        let found = bytes.windows(words.len()).any(|window| window == words);
        assert!(!found, "it stands in {}", path.display());
    }
}

fn told(world: &mut World, places: &[String], _: &[Vec<String>]) {
    assert_eq!(world.page.status, 409, "{}", world.page.shortly());
    let words = place(places, 0);
    assert!(world.page.text.contains(words), "{}", world.page.shortly());
}
