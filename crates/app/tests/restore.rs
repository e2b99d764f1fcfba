// SPDX-License-Identifier: EUPL-1.2
//! A copy that is older than a decision to erase: after restoring, the decision is carried out again before anybody reads.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::io::BufReader;
use std::sync::Arc;
use traad_app::{App, Ctx, ErasedAgain, Rules, embedded_catalogue};
use traad_domain::category::Category;
use traad_domain::id::{EmploymentId, EntryId, PathwayId};
use traad_domain::policy::Purpose;
use traad_store::{Create, Location, Settings, Store};
use traad_testkit::app::{SeededRandomness, SetClock, TempDatabase, TestApp};

const NOW: &str = "2026-03-03T11:00:00Z";
const SECRET: &str = "HEMMELIGT-ORD-FOERT-PAA-FORKERT-PERSON";
const GROUND: &str = "ført på forkert person";

fn ctx(app: &App, username: &str) -> Ctx {
    let now = app.now();
    let employment = EmploymentId::new(format!("demo-{username}-1"));
    Ctx {
        actor: app.actor(&employment, now).unwrap().unwrap(),
        now,
        purpose: Purpose::Care,
        submission: None,
    }
}

fn write_secret(app: &App) -> (PathwayId, EntryId) {
    let family = ctx(app, "familie");
    let id = app.search(&family, "", 0).unwrap().0.remove(0).pathway;
    app.write_note(&family, &id, SECRET, Category::Social)
        .unwrap();
    let note = app
        .pathway(&family, &id)
        .unwrap()
        .entries
        .last()
        .unwrap()
        .id
        .clone();
    (id, note)
}

fn erase(app: &App, id: &PathwayId, note: &EntryId) {
    let entries = std::slice::from_ref(note);
    app.erase_entries(&ctx(app, "leder"), id, entries, (GROUND, "teamlederen"))
        .unwrap();
}

/// The program on what a copy gives, before it is opened to others.
fn put_in(copy: &[u8], database: &TempDatabase) -> App {
    let settings = Settings {
        segment: "restored".into(),
        connections: 2,
        create: Create::IfMissing,
    };
    let place = Location::Sqlite(database.path());
    let (store, _) = Store::copy_in(&place, &settings, &mut BufReader::new(copy)).unwrap();
    let rules = Rules::embedded().unwrap();
    let clock = Arc::new(SetClock::at(NOW.parse().unwrap()));
    let random = Arc::new(SeededRandomness::new(3));
    App::new(store, rules, embedded_catalogue().unwrap(), clock, random)
}

fn check(test: &TestApp) {
    let app = &test.app;
    app.seed_demo(app.now()).unwrap();
    let (id, note) = write_secret(app);
    let mut copy = Vec::new();
    app.store().copy_out(&mut copy).unwrap();
    erase(app, &id, &note);
    // Written and erased after the copy: there is nothing of it to take away.
    let (later, late_note) = write_secret(app);
    erase(app, &later, &late_note);
    let ledger = app.erasures().unwrap();

    let database = TempDatabase::new();
    let restored = put_in(&copy, &database);
    assert_eq!(
        restored.erase_again(&ledger).unwrap(),
        ErasedAgain {
            gone: 1,
            gone_before: 0,
            absent: 1
        }
    );
    let view = restored.pathway(&ctx(&restored, "familie"), &id).unwrap();
    assert!(view.entries.iter().all(|entry| entry.id != note));
    assert!(view.pathway.notes.is_empty());
    // Who decided it and why stands there again, under the same id.
    let journal = restored.store().load_journal(id.as_str()).unwrap().unwrap();
    let last = journal.entries.last().unwrap();
    let mut rows = ledger.iter().map(|row| &row.erasure);
    let decision = rows.find(|row| row.entry == note.as_str()).unwrap();
    assert_eq!(last.id, decision.erased_by);
    assert!(last.document.as_ref().unwrap().contains(GROUND));
    let report = restored.verify(None).unwrap();
    assert!(report.is_sound(), "{:?}", report.problems);
    assert_eq!(report.erased, 1);
    restored.tick().unwrap();
    let before = restored.store().dump_projections().unwrap();
    restored.rebuild().unwrap();
    assert_eq!(restored.store().dump_projections().unwrap(), before);

    assert_eq!(
        restored.erase_again(&ledger).unwrap(),
        ErasedAgain {
            gone: 0,
            gone_before: 1,
            absent: 1
        }
    );
    drop(restored);
    for file in std::fs::read_dir(database.path().parent().unwrap()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let mut windows = bytes.windows(SECRET.len());
        assert!(!windows.any(|window| window == SECRET.as_bytes()));
    }
}

#[test]
fn what_was_erased_after_the_copy_was_taken_is_gone_from_what_it_gives() {
    check(&TestApp::at(NOW));
}

#[test]
fn the_same_with_a_copy_of_postgresql() {
    check(&TestApp::on_postgres(NOW));
}
