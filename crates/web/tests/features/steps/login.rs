// SPDX-License-Identifier: EUPL-1.2
//! Logging in at the kommune's own login, which here says what the story tells it to.

use super::{Row, place};
use crate::world::World;
use jiff::Timestamp;
use serde_json::json;
use traad_domain::id::EmploymentId;
use traad_domain::org::{Employment, Function};
use traad_domain::time::local_date;
use traad_store::ProviderUser;
use traad_testkit::provider::{CLIENT, ISSUER};

pub(super) const STEPS: &[Row] = &[
    ("{hvem} er kendt hos Kystkommunens login", known),
    ("{hvem} også arbejder som {tekst} i {tekst}", second),
    (
        "{hvem} logger ind hos Kystkommunen på niveauet {tekst}",
        log_in,
    ),
    ("{hvem} logger ind med adgangskode", log_in_locally),
    ("Kystkommunens login logger {hvem} ud", ended),
    ("er {hvem} logget ud", is_out),
    ("er {hvem} logget ind", is_in),
];

fn user(login: &str) -> String {
    format!("{login}-hos-kystkommunen")
}

fn known(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let login = place(places, 0);
    let linked = world.test.app.store().update_provider_user(ProviderUser {
        issuer: ISSUER.to_owned(),
        subject: user(login),
        staff: format!("demo-{login}"),
        linked_ms: 0,
    });
    linked.expect("the database answers");
}

fn employment(world: &World, login: &str) -> Employment {
    let id = EmploymentId::new(format!("demo-{login}-1"));
    let actor = world.test.app.actor(&id, world.test.app.now());
    let actor = actor.expect("the database answers");
    actor.expect("somebody of the demonstration").employment
}

fn put(world: &World, employment: &Employment) {
    let app = &world.test.app;
    let written = app.put_employment(employment, "story", app.now());
    written.expect("the database answers");
}

fn second(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let mut other = employment(world, place(places, 0));
    other.id = EmploymentId::new("second");
    other.function = Function::from_code(place(places, 1)).expect("a function");
    let units = world.test.app.directory(local_date(world.test.app.now()));
    let units = units.expect("the database answers");
    let named = units
        .units()
        .iter()
        .find(|unit| unit.name == place(places, 2));
    other.unit = named.expect("a unit of the demonstration").id.clone();
    put(world, &other);
}

/// There, with what the provider then says of them, and back.
fn log_in(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.new_browser();
    world.arrive("/log-ind");
    let link = world
        .page
        .link("Log ind hos Kystkommunen")
        .map(str::to_owned);
    let way = world.arrive(&link.expect("the way to the provider"));
    let way = way.expect("an address at the provider");
    let query = way.split_once('?').expect("words for the provider").1;
    let asked = |name: &str| {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        let found = pairs.find(|(key, _)| key == name);
        found.expect("a word for the provider").1.into_owned()
    };
    let level = match place(places, 1) {
        "Lav" => "Low",
        "Betydelig" => "Substantial",
        "Høj" => "High",
        other => panic!("there is no level »{other}«"),
    };
    let now: Timestamp = world.test.app.now();
    world.provider.vouches(&json!({
        "iss": ISSUER,
        "sub": user(place(places, 0)),
        "aud": CLIENT,
        "iat": now.as_second(),
        "exp": now.as_second() + 300,
        "nonce": asked("nonce"),
        "loa": level,
        "sid": place(places, 0),
    }));
    let back = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("code", "c"), ("state", &asked("state")), ("iss", ISSUER)])
        .finish();
    let on = world.arrive(&format!("/log-ind/svar?{back}"));
    if let Some(on) = on {
        world.arrive(&on);
    }
}

fn log_in_locally(world: &mut World, places: &[String], _: &[Vec<String>]) {
    world.let_act(place(places, 0));
    world.open("/");
}

fn ended(world: &mut World, places: &[String], _: &[Vec<String>]) {
    let now = world.test.app.now().as_second();
    let token = world.provider.sign(
        &json!({
            "iss": ISSUER,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 60,
            "jti": "1",
            "sub": user(place(places, 0)),
            "events": {"http://schemas.openid.net/event/backchannel-logout": {}},
        }),
        "logout+jwt",
    );
    let status = world.told_by_provider("/log-ind/lukket", format!("logout_token={token}"));
    assert_eq!(status, 200);
}

fn is_out(world: &mut World, places: &[String], _: &[Vec<String>]) {
    assert!(world.is_out(place(places, 0)), "is still let in");
}

fn is_in(world: &mut World, places: &[String], _: &[Vec<String>]) {
    assert!(!world.is_out(place(places, 0)), "is shown the door");
}
