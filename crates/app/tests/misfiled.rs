// SPDX-License-Identifier: EUPL-1.2
//! What was written about the wrong person is taken away in all its versions, and the same words unsent as well; moved, it
//! stands as it was last written, under its own author. On both engines.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails where it stands"
)]

use traad_app::{AppError, Verdict};
use traad_domain::body::{Body, NoteWritten};
use traad_domain::category::Category;
use traad_domain::id::{EmploymentId, EntryId, PathwayId};
use traad_domain::refusal::{NotNow, Refusal};
use traad_testkit::app::TestApp;

const NOW: &str = "2026-03-03T11:00:00Z";
const WRONG: &str = "HEMMELIGT-ORD-FOERSTE";
const RIGHT: &str = "HEMMELIGT-ORD-RETTET";
const WHY: (&str, &str) = (
    "Oplysningen må ikke behandles her.",
    "Den handler om en anden.",
);

/// A note that was corrected once, then found to be about somebody else; and a draft with the same words.
fn told(test: &TestApp) -> (Vec<PathwayId>, EntryId) {
    test.app.seed_demo(test.app.now()).unwrap();
    let family = test.ctx("familie");
    let hits = test.app.search(&family, "", 0).unwrap().0;
    let ids: Vec<PathwayId> = hits.into_iter().map(|hit| hit.pathway).collect();
    let id = &ids[0];
    test.app
        .write_note(&family, id, WRONG, Category::Social)
        .unwrap();
    let note = newest(test, id);
    let body = Body::NoteWritten(NoteWritten { text: RIGHT.into() });
    test.app.correct_entry(&family, id, &note, &body).unwrap();
    test.app
        .save_draft(&family, "note", id.as_str(), WRONG)
        .unwrap();
    test.app
        .annul_entry(&family, id, &newest(test, id), ("En anden.", true))
        .unwrap();
    (ids, note)
}

fn newest(test: &TestApp, id: &PathwayId) -> EntryId {
    let view = test.app.pathway(&test.ctx("familie"), id).unwrap();
    view.entries.last().unwrap().id.clone()
}

fn notes(test: &TestApp, id: &PathwayId) -> Vec<String> {
    let view = test.app.pathway(&test.ctx("familie"), id).unwrap();
    let notes = view.pathway.notes.into_iter();
    notes.map(|note| note.body.text).collect()
}

fn is_whole(test: &TestApp) {
    test.app.tick().unwrap();
    let report = test.app.verify(None).unwrap();
    assert!(report.is_sound(), "{:?}", report.problems);
    let before = test.app.store().dump_projections().unwrap();
    for word in [WRONG, RIGHT] {
        assert!(!format!("{before:?}").contains(word));
    }
    test.app.rebuild().unwrap();
    assert_eq!(test.app.store().dump_projections().unwrap(), before);
}

fn erased(test: &TestApp) {
    let (ids, note) = told(test);
    let (id, leader) = (&ids[0], test.ctx("leder"));
    let found = test.app.misfiled(&leader, id, &note).unwrap();
    assert_eq!((found.kind, found.movable), ("note-written", true));
    assert_eq!(found.reason, "En anden.");
    let decide = |who: &str| {
        let what = (id, &note);
        test.app
            .decide_misfiled(&test.ctx(who), what, &Verdict::Erase, WHY)
    };
    assert!(matches!(decide("familie"), Err(AppError::Forbidden)));
    assert!(matches!(decide("leder-alkohol"), Err(AppError::NotFound)));
    decide("leder").unwrap();
    assert!(matches!(decide("leder"), Err(AppError::NotFound)), "once");
    assert_eq!(test.app.erasures().unwrap().len(), 2, "both versions");
    let draft = test.app.draft(&test.ctx("familie"), "note", id.as_str());
    assert!(draft.unwrap().is_none());
    is_whole(test);
}

fn moved(test: &TestApp) {
    let (ids, note) = told(test);
    let (id, leader) = (&ids[0], test.ctx("leder"));
    let to = &ids[1];
    let view = test.app.pathway(&test.ctx("familie"), to).unwrap();
    let verdict = Verdict::Move(view.pathway.case_number.to_lowercase());
    test.app
        .decide_misfiled(&leader, (id, &note), &verdict, WHY)
        .unwrap();
    assert!(notes(test, to).contains(&RIGHT.to_owned()));
    assert!(!notes(test, to).contains(&WRONG.to_owned()));
    let view = test.app.pathway(&test.ctx("familie"), to).unwrap();
    let here = view.pathway.notes.last().unwrap();
    assert_eq!(here.author.employment, EmploymentId::new("demo-familie-1"));
    let subject = view.pathway.subject.as_ref().unwrap();
    let entry = view.entries.iter().find(|e| e.id == here.entry).unwrap();
    assert_eq!(
        &entry.written().unwrap().envelope.about,
        std::slice::from_ref(subject)
    );
    // Whoever moved it takes no part in either.
    for id in [id, to] {
        assert!(matches!(
            test.app.pathway(&leader, id),
            Err(AppError::TeamOnly)
        ));
    }
    test.app.tick().unwrap();
    assert!(test.app.verify(None).unwrap().is_sound());
}

#[test]
fn x05_it_is_taken_away_in_all_its_versions_and_nothing_is_left() {
    erased(&TestApp::at(NOW));
    erased(&TestApp::on_postgres(NOW));
}

#[test]
fn x05_it_is_moved_as_it_was_last_written_under_its_own_author() {
    moved(&TestApp::at(NOW));
    moved(&TestApp::on_postgres(NOW));
}

#[test]
fn what_is_not_about_the_wrong_person_is_not_decided_so() {
    let test = TestApp::at(NOW);
    test.app.seed_demo(test.app.now()).unwrap();
    let family = test.ctx("familie");
    let id = test.app.search(&family, "", 0).unwrap().0.remove(0).pathway;
    test.app
        .write_note(&family, &id, "et notat", Category::Social)
        .unwrap();
    let (note, leader) = (newest(&test, &id), test.ctx("leder"));
    let decided = test
        .app
        .decide_misfiled(&leader, (&id, &note), &Verdict::Erase, WHY);
    assert!(matches!(decided, Err(AppError::NotFound)));
    // Erasing on another ground is another decision, of the same leader.
    let entries = std::slice::from_ref(&note);
    let by_midwife = test
        .app
        .erase_entries(&test.ctx("leder-ambulatorium"), &id, entries, WHY);
    let refused = matches!(
        by_midwife,
        Err(AppError::NotFound | AppError::Refused(Refusal::NotNow(NotNow::NotYourEntry)))
    );
    assert!(refused);
    test.app.erase_entries(&leader, &id, entries, WHY).unwrap();
    assert!(!notes(&test, &id).contains(&"et notat".to_owned()));
}
