// SPDX-License-Identifier: EUPL-1.2
//! The log of a morning's work through the real router: it tells what was done, and nothing of whom.

use crate::browser::{Browser, Site};
use std::io::Write;
use std::sync::{Arc, Mutex};
use traad_store::{LogQuery, Paging};
use traad_web::paths;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

/// Keeps what is logged.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("nobody panics here").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Kept {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// What is typed here, and names and numbers of the demonstration. None of it may be logged.
const SECRETS: [&str; 12] = [
    "Brita",
    "Berggren",
    "Anna Test",
    "1509819996",
    "150981",
    "0201609995",
    "HEMMELIG-NOTE",
    "HEMMELIGT-ORD",
    "HEMMELIG-FORKLARING",
    "forkert-kodeord",
    "traad-demo",
    "lugtede af alkohol",
];

/// More than the server logs: everything of ours, and all that others say from `info` on.
const FILTER: &str = "info,traad=trace";

#[test]
fn the_log_of_a_story_holds_no_name_no_number_no_id_and_nothing_typed() {
    let kept = Kept::default();
    // For the whole process, since pages run on threads of their own; the other tests' lines are looked through too.
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(FILTER))
        .with_writer(kept.clone())
        .with_ansi(false)
        .init();
    let site = Site::demo();
    let browser = site.log_in("familie");
    let id = site.pathway_of("Brita");
    let id = id.as_str();
    a_morning(&browser, id);
    at_the_door();
    trouble(&site, &browser, id);

    let log = kept.0.lock().expect("nobody panics here").clone();
    let log = String::from_utf8(log).expect("text");
    for told in [
        "/forloeb/{id}/note",
        "status=303",
        "status=503",
        "a page failed",
    ] {
        assert!(log.contains(told), "`{told}` is not logged: {log}");
    }
    for secret in SECRETS.into_iter().chain([id, FORM]) {
        let line = log.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "`{secret}` is logged");
    }
}

/// The id of a sent form.
const FORM: &str = "5f0c3b9e2d7a41c8";

const NOTE: [(&str, &str); 3] = [
    ("hvad", "HEMMELIG-NOTE om Brita Berggren, 150981-9996"),
    ("kategori", "social"),
    ("indsendelse", FORM),
];

fn a_morning(browser: &Browser, id: &str) {
    browser.send(
        "/log-ind",
        &[("bruger", "familie"), ("kode", "forkert-kodeord")],
    );
    for searched in ["Brita", "150981-9996", "1509819996", "HEMMELIGT-ORD"] {
        assert_eq!(browser.send("/soeg", &[("q", searched)]).status, 200);
    }
    assert_eq!(browser.send(&paths::pathway(id, "note"), &NOTE).status, 303);
    for page in [
        "",
        "tidslinje",
        "plan",
        "moeder",
        "netvaerk",
        "anbefalinger",
        "udredning",
    ] {
        assert_eq!(browser.get(&paths::pathway(id, page)).status, 200);
    }
    let asked = format!("{}?q=HEMMELIGT-ORD", paths::pathway(id, "HEMMELIGT-ORD"));
    assert_eq!(browser.get(&asked).status, 404);
    browser.send(
        "/kladde",
        &[("formular", "note"), ("hvad", "HEMMELIG-NOTE")],
    );
    browser.send(
        "/meld",
        &[
            ("navn", "Brita Berggren"),
            ("cpr", "0201609995"),
            ("ord", "HEMMELIGT-ORD"),
        ],
    );
}

/// What passes at the door opens it, so none of it may stand anywhere.
fn at_the_door() {
    let site = crate::door::all_doors();
    let mut stranger = site.stranger();
    let begun = stranger.get("/log-ind/udbyder");
    stranger.keep(&begun);
    let state = begun.to.expect("a way to the provider");
    let state = state
        .split("state=")
        .nth(1)
        .and_then(|rest| rest.split('&').next());
    let state = state.expect("a state");
    let iss = "iss=https%3A%2F%2Flogin.example.test";
    let back = format!("/log-ind/svar?state={state}&code=HEMMELIGT-ORD&{iss}");
    assert_eq!(stranger.get(&back).status, 400);
    for (page, field) in [
        ("/log-ind/lukket", "logout_token"),
        ("/log-ind/kode", "engangskode"),
        ("/log-ind/ansaettelse", "ansaettelse"),
    ] {
        assert_eq!(stranger.send(page, &[(field, "HEMMELIGT-ORD")]).status, 400);
    }
    let lines = site.app().store().list_log(&LogQuery::All, ALL);
    let lines = format!("{:?}", lines.expect("the log"));
    assert!(
        !lines.contains("HEMMELIG") && !lines.contains(state),
        "{lines}"
    );
}

const ALL: Paging = Paging {
    offset: 0,
    limit: 1000,
};

/// When it goes wrong, which is when logs grow talkative.
fn trouble(site: &Site, browser: &Browser, id: &str) {
    site.past_the_store("ALTER TABLE submission RENAME TO away");
    assert_eq!(browser.send(&paths::pathway(id, "note"), &NOTE).status, 503);
    site.past_the_store("ALTER TABLE away RENAME TO submission");
    site.past_the_store(
        "DROP TRIGGER entry_keep;
         UPDATE entry SET document = json_set(document, '$.category', 'HEMMELIGT-ORD') WHERE seq = 2",
    );
    assert_eq!(browser.get(&paths::pathway(id, "")).status, 500);
    site.past_the_store("ALTER TABLE session RENAME TO away");
    let kept_csrf = [("hvad", "HEMMELIG-NOTE"), ("csrf", "0f")];
    let answer = browser.send(&paths::pathway(id, "note"), &kept_csrf);
    assert_eq!(answer.status, 503);
}
