// SPDX-License-Identifier: EUPL-1.2
//! A machine whose clock is set back: what is written never becomes older than what stands before it, sessions end when
//! they should, and the ticker catches up.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use jiff::{SignedDuration, Timestamp};
use traad_app::{App, Ctx, SESSION_TIME};
use traad_domain::category::Category;
use traad_domain::id::EmploymentId;
use traad_domain::policy::Purpose;
use traad_testkit::app::TestApp;

const NOW: &str = "2026-03-03T11:00:00Z";

fn ctx(app: &App) -> Ctx {
    let now = app.now();
    let employment = EmploymentId::new("demo-familie-1");
    Ctx {
        actor: app.actor(&employment, now).unwrap().unwrap(),
        now,
        purpose: Purpose::Care,
        submission: None,
    }
}

fn told() -> (TestApp, Timestamp) {
    let test = TestApp::at(NOW);
    let now = test.app.now();
    test.app.seed_demo(now).unwrap();
    (test, now)
}

#[test]
fn what_is_written_is_never_older_than_what_stands_before_it() {
    let (test, now) = told();
    let app = &test.app;
    let id = app.search(&ctx(app), "", 0).unwrap().0.remove(0).pathway;
    app.write_note(&ctx(app), &id, "før", Category::Social)
        .unwrap();
    test.clock.set(now - SignedDuration::from_hours(30));
    app.write_note(&ctx(app), &id, "efter", Category::Social)
        .unwrap();
    let journal = app.store().load_journal(id.as_str()).unwrap().unwrap();
    let recorded: Vec<i64> = journal.entries.iter().map(|e| e.recorded_ms).collect();
    assert!(recorded.is_sorted(), "{recorded:?}");
    assert_eq!(recorded.last(), Some(&now.as_millisecond()));
    assert!(app.verify(None).unwrap().is_sound());
}

#[test]
fn a_session_goes_on_and_ends_at_its_own_time() {
    let (test, now) = told();
    let app = &test.app;
    let token = app
        .log_in(
            "familie",
            traad_app::demo::DEMO_PASSWORD,
            traad_app::AtDoor::default(),
        )
        .unwrap()
        .session()
        .unwrap();
    test.clock.set(now - SignedDuration::from_hours(2));
    assert!(app.session(&token).unwrap().is_some());
    // Right again, and after it should have ended.
    test.clock.set(now + SESSION_TIME);
    assert!(app.session(&token).unwrap().is_none());
}

#[test]
fn the_ticker_waits_and_then_catches_up() {
    let (test, now) = told();
    let app = &test.app;
    app.tick().unwrap();
    let before = app.store().dump_projections().unwrap();
    test.clock.set(now - SignedDuration::from_hours(30));
    assert_eq!(app.tick().unwrap(), 0);
    assert_eq!(app.store().dump_projections().unwrap(), before);
    test.clock.set(now + SignedDuration::from_hours(24 * 14));
    assert!(app.tick().unwrap() > 0);
    let caught_up = app.store().dump_projections().unwrap();
    app.rebuild().unwrap();
    assert_eq!(app.store().dump_projections().unwrap(), caught_up);
}
