// SPDX-License-Identifier: EUPL-1.2
//! What a consent opens and closes in the running program: pages, search and lists, the log's reason, and the ticker.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use jiff::civil::date;
use traad_app::AppError;
use traad_domain::body::{
    Asking, Capacity, ConsentForm, ConsentGiven, ConsentPurpose, ConsentScope, ConsentWithdrawn,
    Direction, Giver,
};
use traad_domain::category::Category;
use traad_domain::id::{PathwayId, RefId, UnitId};
use traad_testkit::app::TestApp;

/// The family department's pathway with a note, of which the job centre knows nothing.
fn told() -> (TestApp, PathwayId) {
    let test = TestApp::at("2026-03-03T11:00:00Z");
    test.app.seed_demo(test.app.now()).unwrap();
    let family = test.ctx("familie");
    let known = |hits: Vec<traad_app::Hit>| hits.into_iter().map(|hit| hit.pathway);
    let job: Vec<PathwayId> = known(found(&test, "jobcenter")).collect();
    let mut own = known(test.app.search(&family, "", 0).unwrap().0);
    let id = own.find(|id| !job.contains(id)).unwrap();
    let note = "bor på en sofa";
    test.app
        .write_note(&family, &id, note, Category::Social)
        .unwrap();
    (test, id)
}

fn found(test: &TestApp, username: &str) -> Vec<traad_app::Hit> {
    test.app.search(&test.ctx(username), "", 0).unwrap().0
}

fn finds(test: &TestApp, username: &str, id: &PathwayId) -> bool {
    found(test, username).iter().any(|hit| &hit.pathway == id)
}

fn given(actor: &str) -> ConsentGiven {
    ConsentGiven {
        reference: RefId::new(""),
        scope: ConsentScope {
            direction: Direction::Disclose,
            giver: Giver {
                capacity: Capacity::Woman,
                name: String::new(),
                custody: None,
            },
            actors: vec![UnitId::new(actor)],
            except: Vec::new(),
            categories: vec![Category::Social],
            purpose: Some(ConsentPurpose::Coordination),
        },
        law: "fvl-28".into(),
        from: date(2026, 3, 3),
        until: Some(date(2026, 3, 31)),
        asking: Asking {
            on: date(2026, 3, 3),
            form: ConsentForm::Written,
            oral_because: None,
            explained: true,
            asked_by: String::new(),
        },
    }
}

fn give(test: &TestApp, id: &PathwayId, actor: &str) -> RefId {
    let family = test.ctx("familie");
    test.app.give_consent(&family, id, &given(actor)).unwrap();
    let view = test.app.pathway(&family, id).unwrap();
    view.pathway.consents.last().unwrap().reference.clone()
}

fn withdraw(test: &TestApp, id: &PathwayId, username: &str, reference: &RefId) {
    let withdrawn = ConsentWithdrawn {
        reference: reference.clone(),
        actors: Vec::new(),
        form: ConsentForm::Oral,
        note: String::new(),
    };
    let ctx = test.ctx(username);
    test.app.withdraw_consent(&ctx, id, &withdrawn).unwrap();
}

fn notes(test: &TestApp, username: &str, id: &PathwayId) -> Result<usize, AppError> {
    let view = test.app.pathway(&test.ctx(username), id)?;
    Ok(view.pathway.notes.len())
}

fn is_unknown(test: &TestApp, username: &str, id: &PathwayId) -> bool {
    matches!(notes(test, username, id), Err(AppError::NotFound)) && !finds(test, username, id)
}

#[test]
fn x02_a_read_on_a_consent_is_logged_with_its_reference() {
    let (test, id) = told();
    assert!(is_unknown(&test, "jobcenter", &id));
    let reference = give(&test, &id, "job-odense");
    assert_eq!(notes(&test, "jobcenter", &id).unwrap(), 1);
    assert!(finds(&test, "jobcenter", &id));
    let log = test.log_of(id.as_str());
    let reasons = log.iter().filter(|row| {
        row.employment == "demo-jobcenter-1"
            && (row.action.as_str(), row.outcome.as_str()) == ("read", "permitted")
    });
    let grounds = |row: &traad_store::LogRow| {
        let part = row.reason.split(' ').next();
        part.unwrap_or_default().to_owned()
    };
    let reasons: Vec<String> = reasons.map(grounds).collect();
    assert_eq!(reasons, [format!("consent:{reference}")]);
}

#[test]
fn its_last_day_closes_the_page_at_once_and_the_lists_when_the_ticker_comes() {
    let (test, id) = told();
    give(&test, &id, "job-odense");
    test.clock.set("2026-03-31T21:59:00Z".parse().unwrap());
    test.app.tick().unwrap();
    assert!(finds(&test, "jobcenter", &id));
    test.clock.set("2026-03-31T22:00:00Z".parse().unwrap());
    assert!(
        is_unknown(&test, "jobcenter", &id),
        "before the ticker came"
    );
    assert!(test.app.tick().unwrap() > 0);
    let (_, total) = test.app.search(&test.ctx("jobcenter"), "", 0).unwrap();
    assert_eq!(total, 0, "the list no longer counts it either");
}

#[test]
fn one_that_begins_later_opens_on_its_first_day() {
    let (test, id) = told();
    let later = ConsentGiven {
        from: date(2026, 3, 10),
        ..given("job-odense")
    };
    test.app
        .give_consent(&test.ctx("familie"), &id, &later)
        .unwrap();
    assert!(is_unknown(&test, "jobcenter", &id));
    test.clock.set("2026-03-10T08:00:00Z".parse().unwrap());
    test.app.tick().unwrap();
    assert!(finds(&test, "jobcenter", &id));
    assert_eq!(notes(&test, "jobcenter", &id).unwrap(), 1);
}

/// The same pathway with and without what others were given: the answer is the same.
#[test]
fn two_consents_leave_no_trace_for_each_others_actors() {
    let shown = |others: bool| {
        let (test, id) = told();
        if others {
            give(&test, &id, "vaer-odense");
        }
        give(&test, &id, "job-odense");
        if others {
            give(&test, &id, "gade-odense");
        }
        let view = test.app.pathway(&test.ctx("jobcenter"), &id).unwrap();
        let kinds = view.entries.iter().filter_map(|entry| entry.written());
        let kinds: Vec<&str> = kinds.map(|written| written.body.kind()).collect();
        let hits = found(&test, "jobcenter").len();
        (kinds.join(" "), view.duties.len(), hits)
    };
    assert_eq!(shown(false), shown(true));
}

#[test]
fn who_wrote_while_it_counted_keeps_own_words_and_whose_they_are_and_nothing_else() {
    let (test, id) = told();
    let reference = give(&test, &id, "job-odense");
    let job = test.ctx("jobcenter");
    test.app
        .write_note(&job, &id, "kom til samtale", Category::Social)
        .unwrap();
    withdraw(&test, &id, "familie", &reference);
    let view = test.app.pathway(&job, &id).unwrap();
    let notes: Vec<&str> = view
        .pathway
        .notes
        .iter()
        .map(|note| note.body.text.as_str())
        .collect();
    assert_eq!(notes, ["kom til samtale"]);
    assert!(view.pathway.subject.is_some());
    assert!(view.pathway.consents.is_empty());
}

#[test]
fn whoever_she_says_it_to_can_take_it_back_and_who_registered_it_sees_that() {
    let (test, id) = told();
    let reference = give(&test, &id, "job-odense");
    withdraw(&test, &id, "jobcenter", &reference);
    let family = test.app.pathway(&test.ctx("familie"), &id).unwrap();
    let consent = family.pathway.consent(reference.as_str()).unwrap();
    assert_eq!(consent.withdrawals.len(), 1);
    assert_eq!(notes(&test, "jobcenter", &id).unwrap(), 0);
    assert!(test.app.verify(None).unwrap().is_sound());
}
