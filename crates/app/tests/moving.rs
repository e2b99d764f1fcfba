// SPDX-License-Identifier: EUPL-1.2
//! A case that moves in the running program: each kommune's agreement counts while it acts, and the law's clocks go on.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use traad_app::{Ctx, Kept};
use traad_domain::body::{ExposurePosition, FamilyMoved, Told, Whereabouts};
use traad_domain::decide::information::Ground;
use traad_domain::decide::moving::{HandOver, LAW};
use traad_domain::id::{MunicipalityCode, PathwayId};
use traad_domain::time::local_date;
use traad_testkit::app::TestApp;

fn kept(test: &TestApp, ctx: &Ctx, id: &PathwayId, rule: &str) -> Vec<Kept> {
    let view = test.app.pathway(ctx, id).unwrap();
    view.kept.get(rule).cloned().unwrap_or_default()
}

#[test]
fn a18_what_was_done_before_the_move_is_judged_by_the_old_agreement_and_the_law_keeps_its_clock() {
    let test = TestApp::at("2026-03-03T11:00:00Z");
    test.app.seed_demo(test.app.now()).unwrap();
    let (old, new) = (test.ctx("familie"), test.ctx("slagelse"));
    let (hits, _) = test.app.search(&old, "Ellen", 0).unwrap();
    let id = hits.first().unwrap().pathway.clone();
    let due = |ctx: &Ctx, rule: &str| -> Vec<_> {
        let all = kept(&test, ctx, &id, rule);
        all.into_iter().map(|k| (k.due, k.done)).collect()
    };
    let appointed = due(&old, "coordinator-appointed");
    let examined = due(&old, "examination-expecting");
    assert!(
        appointed
            .iter()
            .all(|(due, done)| due.is_some() && done.is_some())
    );
    assert_eq!((appointed.len(), examined.len()), (1, 1));
    let told = FamilyMoved {
        on: local_date(old.now),
        whereabouts: Whereabouts::Home,
        to: Some(MunicipalityCode::new("0330")),
        note: String::new(),
    };
    test.app.register_move(&old, &id, &told).unwrap();
    let told = HandOver {
        summary: "resume".into(),
        needs: "behov".into(),
        strengths: "styrker".into(),
        challenges: "udfordringer".into(),
        exposure: Some((ExposurePosition::Known, "udsat".into())),
        entries: Vec::new(),
        ground: Ground::Law(LAW.into()),
        told: Some(Told::Yes),
        told_note: String::new(),
    };
    test.app
        .hand_over_to_kommune(&old, &id, (&told, None))
        .unwrap();
    test.app
        .take_case(&new, &id, &new.actor.employment.id)
        .unwrap();
    // Odense agrees on three arbejdsdage and Slagelse on five: what Odense did is counted by Odense's.
    assert_eq!(due(&new, "coordinator-appointed"), appointed);
    // The examination of the first notification goes on where it is; the new kommune's own notification has one too.
    let goes_on = due(&new, "examination-expecting");
    assert!(goes_on.contains(examined.first().unwrap()), "{goes_on:?}");
    assert_eq!(goes_on.len(), 2);
    assert!(due(&old, "examination-expecting").is_empty());
    let view = test.app.pathway(&new, &id).unwrap();
    assert_eq!(view.agreement.unwrap().title, "Samarbejdsaftale Slagelse");
}
