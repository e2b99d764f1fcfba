// SPDX-License-Identifier: EUPL-1.2
//! A birth in the running program: all journals or none, who learns what of it, and what a loss leaves.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use jiff::SignedDuration;
use traad_app::{AppError, Ctx, NewbornTold};
use traad_domain::body::{
    Body, Certainty, CustodyState, CustodyStated, Exposed, ExposureStated, LossKind, Relation,
};
use traad_domain::decide::birth::{BirthTold, ChildTold, LossTold};
use traad_domain::id::PathwayId;
use traad_domain::person::{Contact, Speech};
use traad_domain::refusal::{NotNow, Refusal};
use traad_domain::time::Occurred;
use traad_testkit::app::TestApp;

/// The demonstration's woman in week 30, whom the midwife has notified about.
fn expecting() -> (TestApp, PathwayId) {
    let test = TestApp::at("2026-03-03T11:00:00Z");
    test.app.seed_demo(test.app.now()).unwrap();
    let (hits, _) = test
        .app
        .search(&test.ctx("jordemoder"), "Brita", 0)
        .unwrap();
    let id = hits.first().unwrap().pathway.clone();
    (test, id)
}

fn told(now: jiff::Timestamp, children: usize) -> BirthTold {
    let child = ChildTold {
        alive: true,
        weight: None,
        name: String::new(),
    };
    BirthTold {
        occurred: Occurred::at(now - SignedDuration::from_hours(3)),
        gestation: None,
        children: vec![child; children],
        exposure: Some(ExposureStated {
            exposed: Exposed::Unresolved,
            substances: Vec::new(),
            certainty: Certainty::NotTold,
            assess_by: None,
        }),
        custody: Some(CustodyStated {
            custody: CustodyState::Unresolved,
            holders: Vec::new(),
        }),
    }
}

fn entries(test: &TestApp, id: &PathwayId) -> usize {
    let view = test.app.pathway(&test.ctx("jordemoder"), id).unwrap();
    view.entries.len()
}

fn pathways(test: &TestApp) -> usize {
    test.app.store().list_pathways_after("", 100).unwrap().len()
}

#[test]
fn a12_a_birth_that_cannot_be_written_whole_is_not_written_at_all() {
    let (test, id) = expecting();
    let midwife = test.ctx("jordemoder");
    let before = (entries(&test, &id), pathways(&test));
    test.past_the_store(
        "CREATE TRIGGER no_third BEFORE INSERT ON pathway_header \
         WHEN (SELECT count(*) FROM pathway_header WHERE kind = 'child') >= 3 \
         BEGIN SELECT RAISE(ABORT, 'no room'); END;",
    );
    let twins = told(midwife.now, 2);
    let none: [NewbornTold; 0] = [];
    let failed = test.app.register_birth(&midwife, &id, &twins, &none);
    assert!(failed.is_err(), "{failed:?}");
    assert_eq!((entries(&test, &id), pathways(&test)), before);
    test.past_the_store("DROP TRIGGER no_third;");
    test.app
        .register_birth(&midwife, &id, &twins, &none)
        .unwrap();
    assert_eq!(pathways(&test), before.1 + 2);
    let again = test.app.register_birth(&midwife, &id, &twins, &none);
    assert!(matches!(
        again,
        Err(AppError::Refused(Refusal::NotNow(NotNow::AlreadyDone)))
    ));
    assert!(test.app.verify(None).unwrap().is_sound());
}

#[test]
fn a12_sent_twice_a_birth_is_written_once() {
    let (test, id) = expecting();
    let midwife = Ctx {
        submission: Some("5f0c3b9e2d7a41c8".into()),
        ..test.ctx("jordemoder")
    };
    let one = told(midwife.now, 1);
    let before = pathways(&test);
    for _ in 0..2 {
        let written = test.app.register_birth(&midwife, &id, &one, &[]).unwrap();
        assert_eq!(written, id);
    }
    assert_eq!(pathways(&test), before + 1);
}

#[test]
fn where_she_lives_is_protected_for_her_child_too() {
    let (test, id) = expecting();
    let (midwife, family) = (test.ctx("jordemoder"), test.ctx("familie"));
    let where_she_is = Contact {
        phone: None,
        address: Some("Hemmelig Vej 1".into()),
    };
    let own = std::iter::once(family.actor.unit.id.clone()).collect();
    test.app
        .keep_contact(&family, &id, (&where_she_is, &Speech::default()), &own)
        .unwrap();
    test.app
        .register_birth(&midwife, &id, &told(midwife.now, 1), &[])
        .unwrap();
    let mother = test.app.pathway(&midwife, &id).unwrap();
    let child = mother.pathway.links.first().unwrap().body.other.clone();
    let seen = |ctx| test.app.pathway(ctx, &child).unwrap().person.unwrap();
    assert!(seen(&family).protected_for(&family.actor.unit.id).is_some());
    assert!(seen(&midwife).protected.is_empty());
    assert!(
        seen(&family).address.is_none(),
        "it is hers until it is told of the child"
    );
}

#[test]
fn a12_nobody_learns_of_a_birth_what_they_did_not_know_of_her() {
    let (test, id) = expecting();
    let midwife = test.ctx("jordemoder");
    let known = test.app.pathway(&midwife, &id).unwrap();
    let known = known.pathway.uses.len();
    assert!(known > 0);
    test.app
        .register_birth(&midwife, &id, &told(midwife.now, 1), &[])
        .unwrap();
    let mother = test.app.pathway(&midwife, &id).unwrap();
    let links = &mother.pathway.links;
    assert_eq!(links.first().unwrap().body.relation, Relation::Child);
    let child = links.first().unwrap().body.other.clone();
    let own = test.app.pathway(&midwife, &child).unwrap();
    assert_eq!(own.pathway.child.uses().count(), known);
    // The authority read her use with the notification, and reads it here; it is not in the child's core.
    let family = test.app.pathway(&test.ctx("familie"), &child).unwrap();
    assert_eq!(family.pathway.child.uses().count(), known);
    let mothers = |body: &Body| {
        matches!(
            body,
            Body::ConcernRaised(_) | Body::UseRecorded(_) | Body::Dated(_) | Body::NoteWritten(_)
        )
    };
    let written = family.entries.iter().filter_map(|entry| entry.written());
    assert!(written.clone().all(|w| !mothers(&w.body)));
    assert!(written.clone().all(|w| w.envelope.about.len() == 1));
    // Nobody else knows that the child exists.
    for stranger in ["alkohol", "stof", "jobcenter", "sundhedsplejerske"] {
        let found = test.app.pathway(&test.ctx(stranger), &child);
        assert!(matches!(found, Err(AppError::NotFound)), "{stranger}");
    }
}

#[test]
fn a12_a_loss_is_written_by_the_nearest_and_seen_by_them_alone() {
    let (test, id) = expecting();
    let midwife = test.ctx("jordemoder");
    let lost = LossTold {
        kind: LossKind::Stillbirth,
        occurred: Occurred::at(midwife.now),
        note: "Hemmeligt.".into(),
    };
    let family = test.ctx("familie");
    let refused = test.app.register_loss(&family, &id, &lost);
    assert!(matches!(
        refused,
        Err(AppError::Refused(Refusal::NotNow(NotNow::NotTheBirthplace)))
    ));
    test.app.register_loss(&midwife, &id, &lost).unwrap();
    let seen = test.app.pathway(&family, &id).unwrap();
    assert!(seen.pathway.lost && !seen.pathway.is_closed());
    let kinds: Vec<&str> = seen
        .entries
        .iter()
        .filter_map(|entry| Some(entry.written()?.body.kind()))
        .collect();
    assert!(kinds.contains(&"pregnancy-ended"));
    assert!(!kinds.contains(&"pregnancy-lost"));
    // What is left is owed to her, not to a child; nothing about the birth waits.
    let rules: Vec<&str> = seen.duties.iter().map(|duty| duty.rule.as_str()).collect();
    assert!(
        !rules.iter().any(|rule| rule.contains("birth")),
        "{rules:?}"
    );
    assert!(!rules.contains(&"network-meetings"), "{rules:?}");
    let birth = test
        .app
        .register_birth(&midwife, &id, &told(midwife.now, 1), &[]);
    assert!(birth.is_err());
}
