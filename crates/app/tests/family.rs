// SPDX-License-Identifier: EUPL-1.2
//! Pages of the own at a death, and after a birth that was registered by mistake: nobody gets in, and nothing is lost.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails where it stands"
)]

use traad_app::{AppError, Ctx, NewbornTold};
use traad_domain::body::{
    Certainty, CustodyState, CustodyStated, Exposed, ExposureStated, Relation,
};
use traad_domain::category::Category;
use traad_domain::decide::birth::{BirthTold, ChildTold};
use traad_domain::id::{EmploymentId, PathwayId};
use traad_domain::party::PageOf;
use traad_domain::person::{Identity, Name};
use traad_domain::refusal::{NotNow, Refusal};
use traad_domain::time::Occurred;
use traad_testkit::app::TestApp;

/// A name the demonstration has no other child of.
const CHILD: &str = "Nor Test Bredahl";

/// Brita has given birth, and shares custody of the child with Bo.
fn born() -> (TestApp, PathwayId, PathwayId) {
    let test = TestApp::at("2026-03-03T11:00:00Z");
    test.app.seed_demo(test.app.now()).unwrap();
    let midwife = test.ctx("jordemoder");
    let (hits, _) = test.app.search(&midwife, "Brita", 0).unwrap();
    let mother = hits.first().unwrap().pathway.clone();
    register(&test, &mother);
    let child = child_of(&test, &mother).unwrap();
    (test, mother, child)
}

fn register(test: &TestApp, mother: &PathwayId) {
    let midwife = test.ctx("jordemoder");
    let view = test.app.pathway(&midwife, mother).unwrap();
    let her = view.person.unwrap().name.0;
    let told = BirthTold {
        occurred: Occurred::at(midwife.now - jiff::SignedDuration::from_hours(2)),
        gestation: None,
        children: vec![ChildTold {
            alive: true,
            weight: None,
            name: String::new(),
        }],
        exposure: Some(ExposureStated {
            exposed: Exposed::Unresolved,
            substances: Vec::new(),
            certainty: Certainty::NotTold,
            assess_by: None,
        }),
        custody: Some(CustodyStated {
            custody: CustodyState::Shared,
            holders: vec![her, "Bo Test Holm".into()],
        }),
    };
    let who = [NewbornTold {
        name: Name(CHILD.into()),
        identity: Identity::Unknown {
            description: String::new(),
        },
    }];
    test.app
        .register_birth(&midwife, mother, &told, &who)
        .unwrap();
}

fn child_of(test: &TestApp, mother: &PathwayId) -> Option<PathwayId> {
    let view = test.app.pathway(&test.ctx("jordemoder"), mother).unwrap();
    let mut links = view.pathway.links.iter();
    let child = links.rfind(|link| link.body.relation == Relation::Child)?;
    Some(child.body.other.clone())
}

/// Opens a page of the own, and gives as whom somebody acts there.
fn opened(test: &TestApp, id: &PathwayId, of: &PageOf, number: &str) -> EmploymentId {
    let midwife = test.ctx("jordemoder");
    test.app.open_own_page(&midwife, id, of, false).unwrap();
    let access = EmploymentId::new(format!("borger-{id}{number}"));
    assert!(gets_in(test, &access));
    access
}

fn gets_in(test: &TestApp, access: &EmploymentId) -> bool {
    test.app.actor(access, test.app.now()).unwrap().is_some()
}

fn refused(outcome: Result<impl Sized, AppError>, why: NotNow) {
    match outcome {
        Err(AppError::Refused(Refusal::NotNow(found))) => assert_eq!(found, why),
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was done"),
    }
}

#[test]
fn amb_49_at_her_death_her_page_and_hers_for_her_child_are_closed_and_the_others_stays_open() {
    let (test, mother, child) = born();
    let midwife = test.ctx("jordemoder");
    let her = test.app.pathway(&midwife, &mother).unwrap();
    let her = her.person.unwrap().name.0;
    let own = opened(&test, &mother, &PageOf::Person, "");
    let as_mother = opened(&test, &child, &PageOf::Holder(her), "-1");
    let bo = opened(&test, &child, &PageOf::Holder("Bo Test Holm".into()), "-2");
    let told = (Occurred::at(midwife.now), "");
    test.app.register_death(&midwife, &mother, told).unwrap();
    assert!(!gets_in(&test, &own));
    assert!(!gets_in(&test, &as_mother));
    assert!(gets_in(&test, &bo));
    let again = test
        .app
        .open_own_page(&midwife, &mother, &PageOf::Person, false);
    refused(again, NotNow::Died);
    assert!(test.app.verify(None).unwrap().is_sound());
}

/// The entry of the birth in the mother's journal.
fn birth_entry(test: &TestApp, id: &PathwayId, kind: &str) -> traad_domain::id::EntryId {
    let view = test.app.pathway(&test.ctx("jordemoder"), id).unwrap();
    let mut all = view.entries.iter();
    let is = |entry: &&traad_domain::entry::Entry| {
        let written = entry.written();
        written.is_some_and(|written| written.body.kind() == kind)
    };
    all.rfind(is).unwrap().id.clone()
}

#[test]
fn amb_49_a_birth_by_mistake_is_withdrawn_whole_and_nothing_anybody_wrote_is_lost() {
    let (test, mother, child) = born();
    let (midwife, family) = (test.ctx("jordemoder"), test.ctx("familie"));
    let bo = opened(&test, &child, &PageOf::Holder("Bo Test Holm".into()), "-1");
    let words = "Vi har været på besøg.";
    test.app
        .write_note(&family, &child, words, Category::Social)
        .unwrap();
    let count = |id: &PathwayId, ctx: &Ctx| test.app.pathway(ctx, id).unwrap().entries.len();
    let before = (count(&mother, &midwife), count(&child, &family));
    // Not from the child's side, not by another unit, and not without a reason.
    let began = birth_entry(&test, &child, "child-born");
    let why = ("Det var en anden kvinde.", false);
    let alone = test.app.annul_entry(&midwife, &child, &began, why);
    refused(alone, NotNow::UndoAtTheMother);
    let birth = birth_entry(&test, &mother, "birth");
    let by_another = test.app.annul_entry(&family, &mother, &birth, why);
    refused(by_another, NotNow::NotYourEntry);
    let mute = test.app.annul_entry(&midwife, &mother, &birth, ("", false));
    assert!(matches!(mute, Err(AppError::Refused(Refusal::Invalid(_)))));
    assert_eq!((count(&mother, &midwife), count(&child, &family)), before);

    test.app
        .annul_entry(&midwife, &mother, &birth, why)
        .unwrap();
    let hers = test.app.pathway(&midwife, &mother).unwrap();
    assert!(hers.pathway.birth.is_none() && hers.pathway.links.is_empty());
    assert!(hers.pathway.gestation(midwife.now).is_some());
    let theirs = test.app.pathway(&family, &child).unwrap();
    assert!(theirs.pathway.is_closed());
    assert!(theirs.pathway.child.born.is_none() && theirs.pathway.child.custody().is_none());
    assert!(
        theirs
            .pathway
            .notes
            .iter()
            .any(|note| note.body.text == words)
    );
    assert!(theirs.entries.len() > before.1, "nothing was taken away");
    assert!(!gets_in(&test, &bo));
    let verified = test.app.verify(None).unwrap();
    assert!(verified.is_sound(), "{verified:?}");
    // The right birth can be registered after it.
    register(&test, &mother);
    let other = child_of(&test, &mother).unwrap();
    assert_ne!(other, child);
    assert!(test.app.verify(None).unwrap().is_sound());
}
