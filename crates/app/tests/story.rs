// SPDX-License-Identifier: EUPL-1.2
//! The demonstration's story, told on a database of its own: lists, pages, outsiders, verify and rebuild.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails where it stands"
)]

use traad_app::{AppError, TaskFilter};
use traad_domain::category::Category;
use traad_domain::id::PathwayId;
use traad_store::InboxKind;
use traad_testkit::app::TestApp;

fn told() -> TestApp {
    let test = TestApp::at("2026-03-03T11:00:00Z");
    test.app
        .seed_demo(test.app.now())
        .expect("the story can be told");
    test
}

fn pathways(test: &TestApp, username: &str) -> Vec<PathwayId> {
    let (hits, _) = test.app.search(&test.ctx(username), "", 0).unwrap();
    hits.into_iter().map(|hit| hit.pathway).collect()
}

#[test]
fn the_family_department_has_an_urgent_notification_and_a_running_plan() {
    let test = told();
    let family = test.ctx("familie");
    let (inbox, total) = test
        .app
        .inbox(&family, InboxKind::Notification, true, 0)
        .unwrap();
    assert_eq!(total, 2, "{inbox:?}");
    let tasks = test.app.tasks(&family, &TaskFilter::default()).unwrap();
    let rules: Vec<&str> = tasks.rows.iter().map(|row| row.rule.as_str()).collect();
    assert!(rules.contains(&"notification-24h"), "{rules:?}");
    let plan = pathways(&test, "familie")
        .iter()
        .map(|id| test.app.pathway(&family, id).unwrap())
        .find_map(|view| view.pathway.plan)
        .unwrap();
    assert_eq!((plan.running().count(), plan.follow_ups.len()), (6, 2));
}

#[test]
fn a_unit_that_was_sent_nothing_cannot_tell_whether_the_pathway_exists() {
    let test = told();
    let outsider = test.ctx("slagelse");
    for id in pathways(&test, "familie") {
        assert!(matches!(
            test.app.pathway(&outsider, &id),
            Err(AppError::NotFound)
        ));
    }
    assert!(matches!(
        test.app.pathway(&outsider, &PathwayId::new("none")),
        Err(AppError::NotFound)
    ));
    assert!(pathways(&test, "slagelse").is_empty());
}

#[test]
fn the_treatment_is_told_of_its_own_substance_only() {
    let test = told();
    for (username, forbidden) in [("alkohol", "opioider"), ("stof", "alkohol")] {
        for id in pathways(&test, username) {
            let view = test.app.pathway(&test.ctx(username), &id).unwrap();
            let told: Vec<&str> = view
                .pathway
                .uses
                .iter()
                .map(|u| u.body.substance.as_str())
                .collect();
            assert!(
                !told.contains(&forbidden),
                "{username} was told of {told:?}"
            );
            assert!(view.pathway.concerns.is_empty() && view.pathway.notifications.is_empty());
        }
    }
}

#[test]
fn an_erased_text_is_gone_from_the_file_and_everything_still_verifies() {
    let test = told();
    let secret = "HEMMELIGT-ORD-FOERT-PAA-FORKERT-PERSON";
    let family = test.ctx("familie");
    let id = pathways(&test, "familie").remove(0);
    test.app
        .write_note(&family, &id, secret, Category::Social)
        .unwrap();
    let view = test.app.pathway(&family, &id).unwrap();
    let note = view.entries.last().unwrap().id.clone();
    let decision = ("ført på forkert person", "teamlederen");
    let refused = test
        .app
        .erase_entries(&family, &id, std::slice::from_ref(&note), decision);
    assert!(matches!(refused, Err(AppError::Forbidden)));
    test.app
        .erase_entries(
            &test.ctx("leder"),
            &id,
            std::slice::from_ref(&note),
            decision,
        )
        .unwrap();
    let after = test.app.pathway(&family, &id).unwrap();
    assert!(after.entries.iter().all(|e| e.id != note) && after.pathway.notes.is_empty());
    assert!(test.app.verify(None).unwrap().is_sound());
    test.app.store().scrub().unwrap();
    let folder = std::fs::read_dir(test.database.path().parent().unwrap()).unwrap();
    for file in folder {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(
            !bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes())
        );
    }
}

#[test]
fn everything_verifies_and_a_rebuild_gives_the_same_on_both_engines() {
    let on_postgres = TestApp::on_postgres("2026-03-03T11:00:00Z");
    on_postgres
        .app
        .seed_demo(on_postgres.app.now())
        .expect("the story can be told");
    verifies_and_rebuilds(&told());
    verifies_and_rebuilds(&on_postgres);
}

fn verifies_and_rebuilds(test: &TestApp) {
    test.app.tick().unwrap();
    let before = test.app.store().dump_projections().unwrap();
    let report = test.app.verify(None).unwrap();
    assert!(report.is_sound(), "{:?}", report.problems);
    assert_eq!(test.app.rebuild().unwrap(), 9);
    assert_eq!(test.app.store().dump_projections().unwrap(), before);
}
