// SPDX-License-Identifier: EUPL-1.2
//! Nødadgang and ledelsestilsyn in the running program: whom they open what for, who is told, and what is left when they
//! are over (scenario A21, practice A13 and A21).

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use jiff::SignedDuration;
use jiff::civil::date;
use traad_app::{AppError, RaiseForm, Subject};
use traad_domain::body::{
    Asking, Body, Capacity, ConsentForm, ConsentGiven, ConsentPurpose, ConsentScope,
    ConsentWithdrawn, Direction, EmergencyReviewed, Giver, PathwayClosed, PathwayKind,
    SupervisionPurpose, SupportNeed, Told,
};
use traad_domain::category::Category;
use traad_domain::decide::concern::{Notify, RaiseConcern, StatedDating};
use traad_domain::decide::information::{Ground, Passing};
use traad_domain::entry::{Entry, PartyVisibility};
use traad_domain::id::{EmploymentId, MunicipalityCode, PathwayId, PersonId, RefId, UnitId};
use traad_domain::party::PageOf;
use traad_domain::pathway::Grant;
use traad_domain::person::{Cpr, Identity, Name};
use traad_domain::refusal::{NotNow, Problem, Refusal};
use traad_testkit::app::TestApp;

const CPR: &str = "0201919996";
const NOBODYS: &str = "0305929994";
const WHY: &str = "Hun er bevidstløs på skadestuen.";

fn cpr(number: &str) -> Cpr {
    Cpr::parse(number).unwrap()
}

fn subject(name: &str, number: &str) -> Subject {
    let (phone, born) = (None, None);
    Subject {
        name: Name(name.into()),
        identity: Identity::Cpr {
            number: cpr(number),
        },
        phone,
        address: Some("Hemmelig Vej 1".into()),
        born,
    }
}

fn concern(kind: PathwayKind) -> RaiseConcern {
    let municipality = Some(MunicipalityCode::new("0461"));
    RaiseConcern {
        kind,
        subject: PersonId::new(""),
        municipality: municipality.clone(),
        region: String::new(),
        dating: Some(StatedDating::Week { weeks: 10, days: 0 })
            .filter(|_| kind == PathwayKind::Pregnancy),
        signs: Vec::new(),
        words: "En jordemoder har set noget".into(),
        phase: "tidlig-opsporing".into(),
        uses: Vec::new(),
        support_need: SupportNeed::Yes,
        postponed: None,
        notify: Some(Notify {
            family_authority: true,
            municipality,
            text: "En jordemoder har set noget".into(),
            told: Told::Yes,
            told_note: String::new(),
        }),
        already_notified: None,
        referrals: Vec::new(),
        adults: None,
    }
}

fn raised(test: &TestApp, name: &str, number: &str) -> PathwayId {
    raised_about(test, subject(name, number))
}

fn raised_about(test: &TestApp, subject: Subject) -> PathwayId {
    let concern = concern(PathwayKind::Pregnancy);
    let form = RaiseForm { subject, concern };
    let midwife = test.ctx("jordemoder");
    test.app.raise_concern(&midwife, &form).unwrap().pathway
}

/// A notified pathway with a coordinator in the family department, and a doctor who takes no part in it.
fn told() -> (TestApp, PathwayId) {
    let test = TestApp::at("2026-03-03T09:00:00Z");
    test.app.seed_demo_organisation(test.app.now()).unwrap();
    let id = raised(&test, "Ellen Louise Test Lauridsen", CPR);
    let family = test.ctx("familie");
    let own = EmploymentId::new("demo-familie-1");
    test.app
        .appoint_coordinator(&family, &id, None, (&own, None))
        .unwrap();
    for (text, category) in [
        ("astma", Category::Health),
        ("bor på en sofa", Category::Social),
        ("hans sygdom", Category::Partner),
        ("blodprøve", Category::TestResults),
        ("en tidligere abort", Category::AbortionLoss),
        ("en dom", Category::CrimeExploitation),
    ] {
        test.app.write_note(&family, &id, text, category).unwrap();
    }
    (test, id)
}

fn notes(test: &TestApp, username: &str, id: &PathwayId) -> Result<Vec<String>, AppError> {
    let view = test.app.pathway(&test.ctx(username), id)?;
    let notes = view.pathway.notes.iter();
    Ok(notes.map(|note| note.body.text.clone()).collect())
}

fn is_missing<T>(answer: &Result<T, AppError>) -> bool {
    matches!(answer, Err(AppError::NotFound))
}

fn later(test: &TestApp, minutes: i64) {
    test.clock
        .set(test.app.now() + SignedDuration::from_mins(minutes));
}

fn grant(test: &TestApp, id: &PathwayId) -> Grant {
    let view = test.app.pathway(&test.ctx("familie"), id).unwrap();
    view.pathway.grants.last().unwrap().clone()
}

#[test]
fn a_health_person_opens_what_is_needed_and_nobody_else_anything() {
    let (test, id) = told();
    let doctor = test.ctx("laege");
    assert!(is_missing(&notes(&test, "laege", &id)));
    let opened = test.app.open_emergency(&doctor, &cpr(CPR), WHY).unwrap();
    assert_eq!(opened, id);
    assert_eq!(notes(&test, "laege", &id).unwrap(), ["astma"]);
    let view = test.app.pathway(&doctor, &id).unwrap();
    assert_eq!(
        view.person.as_ref().unwrap().name.0,
        "Ellen Louise Test Lauridsen"
    );
    assert_eq!(view.person.unwrap().address, None, "it may be protected");
    assert!(!view.writes && view.emergency.is_some());
    let words = "set på skadestuen";
    let written = test.app.write_note(&doctor, &id, words, Category::Health);
    assert!(matches!(written, Err(AppError::Forbidden)));
    // Who reads for an hour hands out no way to her page.
    let handed = test.app.open_own_page(&doctor, &id, &PageOf::Person, false);
    assert!(matches!(handed, Err(AppError::Forbidden)));
    let closed = test.app.close_own_page(&doctor, &id, &PageOf::Person);
    assert!(matches!(closed, Err(AppError::Forbidden)));
    // Colleagues of the same unit got nothing by it, and neither did a list or a search.
    assert!(is_missing(&notes(&test, "ambulatorium", &id)));
    for who in ["laege", "ambulatorium"] {
        assert_eq!(
            test.app.search(&test.ctx(who), "Ellen", 0).unwrap().0.len(),
            0
        );
        let tasks = test
            .app
            .tasks(&test.ctx(who), &traad_app::TaskFilter::default());
        assert!(tasks.unwrap().rows.is_empty(), "{who}");
    }
    for who in [
        "alkohol",
        "jobcenter",
        "gadeplan",
        "leder",
        "familie",
        "databeskyttelse",
    ] {
        let refused = test.app.open_emergency(&test.ctx(who), &cpr(CPR), WHY);
        assert!(matches!(refused, Err(AppError::Forbidden)), "{who}");
    }
    assert!(test.app.verify(None).unwrap().is_sound());
}

#[test]
fn it_takes_a_reason_and_a_whole_number_that_somebody_has() {
    let (test, _) = told();
    let doctor = test.ctx("laege");
    let refused = test.app.open_emergency(&doctor, &cpr(CPR), "  ");
    let Err(AppError::Refused(Refusal::Invalid(problems))) = refused else {
        panic!("an empty reason is refused");
    };
    assert_eq!(problems[0].problem, Problem::NeedsReason);
    assert!(test.app.running_emergencies(&doctor).unwrap().is_empty());
    assert!(is_missing(&test.app.open_emergency(
        &doctor,
        &cpr(NOBODYS),
        WHY
    )));
}

#[test]
fn it_never_opens_an_adults_own_pathway_nor_one_that_has_ended_or_was_lost() {
    let test = TestApp::at("2026-03-03T09:00:00Z");
    test.app.seed_demo_organisation(test.app.now()).unwrap();
    let doctor = test.ctx("laege");
    let (midwife, family) = (test.ctx("jordemoder"), test.ctx("familie"));
    let form = RaiseForm {
        subject: subject("Bo Test Partner", NOBODYS),
        concern: concern(PathwayKind::Adult),
    };
    test.app.raise_concern(&midwife, &form).unwrap();
    assert!(is_missing(&test.app.open_emergency(
        &doctor,
        &cpr(NOBODYS),
        WHY
    )));
    let id = raised(&test, "Ellen Test", CPR);
    let closed = PathwayClosed {
        reason: "flyttet".into(),
        few_meetings: Some("flyttet".into()),
    };
    test.app
        .close_pathway(&family, &id, (&closed, None))
        .unwrap();
    assert!(is_missing(&test.app.open_emergency(
        &doctor,
        &cpr(CPR),
        WHY
    )));
}

#[test]
fn it_ends_by_itself_or_by_a_button_and_nothing_is_left() {
    let (test, id) = told();
    let doctor = test.ctx("laege");
    test.app.open_emergency(&doctor, &cpr(CPR), WHY).unwrap();
    let running = test.app.running_emergencies(&doctor).unwrap();
    assert_eq!(
        running.iter().map(|r| &r.pathway).collect::<Vec<_>>(),
        [&id]
    );
    // Opened again while it runs, it is the same one.
    test.app.open_emergency(&doctor, &cpr(CPR), WHY).unwrap();
    assert_eq!(
        test.app
            .pathway(&test.ctx("familie"), &id)
            .unwrap()
            .pathway
            .grants
            .len(),
        1
    );
    later(&test, 59);
    assert!(notes(&test, "laege", &id).is_ok());
    later(&test, 1);
    assert!(is_missing(&notes(&test, "laege", &id)));
    assert!(
        test.app
            .running_emergencies(&test.ctx("laege"))
            .unwrap()
            .is_empty()
    );
    test.app
        .open_emergency(&test.ctx("laege"), &cpr(CPR), WHY)
        .unwrap();
    later(&test, 5);
    test.app.end_emergency(&test.ctx("laege"), &id).unwrap();
    assert!(is_missing(&notes(&test, "laege", &id)));
    assert!(is_missing(&test.app.end_emergency(&test.ctx("laege"), &id)));
}

#[test]
fn the_leader_of_a_unit_with_many_pathways_is_told_too() {
    let (test, _) = told();
    test.app
        .open_emergency(&test.ctx("laege"), &cpr(CPR), WHY)
        .unwrap();
    let coordinated = |who: &str| {
        let overview = test.app.oversight(&test.ctx(who), 0).unwrap();
        (overview.emergencies.len(), overview.courses.len())
    };
    assert_eq!(coordinated("leder"), (1, 1));
    // More than are listed in one step.
    for number in 0..60 {
        let description = format!("mødt på værestedet, nr. {number}");
        raised_about(
            &test,
            Subject {
                identity: Identity::Unknown { description },
                ..subject("", NOBODYS)
            },
        );
    }
    assert_eq!(coordinated("leder"), (1, 61));
}

#[test]
fn the_coordinator_and_the_leader_are_told_at_once_and_another_unit_looks_at_it() {
    let (test, id) = told();
    let overview = |who: &str| test.app.oversight(&test.ctx(who), 0).unwrap().emergencies;
    assert!(overview("leder").is_empty());
    test.app
        .open_emergency(&test.ctx("laege"), &cpr(CPR), WHY)
        .unwrap();
    notes(&test, "laege", &id).unwrap();
    let family = test.ctx("familie");
    let owed = |who: &str| {
        let filter = traad_app::TaskFilter {
            mine: true,
            ..traad_app::TaskFilter::default()
        };
        let tasks = test.app.tasks(&test.ctx(who), &filter).unwrap().rows;
        tasks.iter().any(|line| line.rule == "emergency-review")
    };
    assert!(owed("familie") && !owed("familie2") && !owed("laege") && !owed("jordemoder"));
    let told = overview("leder");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].grant.author.name, "Lise Test Læge");
    assert!(told[0].own_review && overview("leder-ambulatorium").is_empty());

    let reference = grant(&test, &id).reference;
    assert_eq!(
        test.app
            .emergency_readings(&family, &id, &reference)
            .unwrap(),
        1
    );
    let review = EmergencyReviewed {
        reference,
        justified: true,
        conclusion: "Der var grund til det.".into(),
        endangers: None,
    };
    let by_midwife = test
        .app
        .review_emergency(&test.ctx("jordemoder"), &id, &review);
    let another = Refusal::NotNow(NotNow::NotTheReviewer);
    assert!(matches!(by_midwife, Err(AppError::Refused(why)) if why == another));
    let by_reader = test.app.review_emergency(&test.ctx("laege"), &id, &review);
    assert!(matches!(by_reader, Err(AppError::Forbidden)));
    let unreasoned = EmergencyReviewed {
        endangers: Some(" ".into()),
        ..review.clone()
    };
    let refused = test.app.review_emergency(&family, &id, &unreasoned);
    assert!(matches!(
        refused,
        Err(AppError::Refused(Refusal::Invalid(_)))
    ));
    test.app.review_emergency(&family, &id, &review).unwrap();
    assert!(!owed("familie") && overview("leder").is_empty());
    let again = test.app.review_emergency(&family, &id, &review);
    let done = Refusal::NotNow(NotNow::AlreadyDone);
    assert!(matches!(again, Err(AppError::Refused(why)) if why == done));
}

#[test]
fn every_reading_by_it_stands_in_the_log_with_its_reference_and_it_cannot_be_taken_back() {
    let (test, id) = told();
    test.app
        .open_emergency(&test.ctx("laege"), &cpr(CPR), WHY)
        .unwrap();
    notes(&test, "laege", &id).unwrap();
    let reason = format!("break-glass:{}", grant(&test, &id).reference);
    let log = test.log_of(id.as_str());
    let own: Vec<(&str, &str, &str)> = log
        .iter()
        .filter(|row| row.employment == "demo-laege-1")
        .map(|row| {
            (
                row.action.as_str(),
                row.reason.split(' ').next().unwrap_or_default(),
                row.purpose.as_str(),
            )
        })
        .collect();
    let expected = [
        ("read", reason.as_str(), "emergency"),
        ("break-glass", reason.as_str(), "emergency"),
    ];
    assert_eq!(own, expected);
    let view = test.app.pathway(&test.ctx("laege"), &id).unwrap();
    let opened = view.entries.iter().find(|entry| {
        let body = entry.written().map(|w| &w.body);
        matches!(body, Some(Body::EmergencyOpened(_)))
    });
    let opened = opened.unwrap().id.clone();
    for who in ["laege", "familie"] {
        let annulled = test
            .app
            .annul_entry(&test.ctx(who), &id, &opened, ("fortrudt", false));
        assert!(annulled.is_err(), "{who}");
    }
}

#[test]
fn a_number_that_opens_nothing_leaves_a_line_without_it() {
    let (test, _) = told();
    let refused = test
        .app
        .open_emergency(&test.ctx("laege"), &cpr(NOBODYS), WHY);
    assert!(is_missing(&refused));
    let all = traad_store::LogQuery::Employment("demo-laege-1".into());
    let paging = traad_store::Paging {
        offset: 0,
        limit: 9,
    };
    let log = test.app.store().list_log(&all, paging).unwrap();
    assert_eq!(log[0].action, "break-glass");
    assert_eq!(log[0].outcome, "refused");
    assert!(log[0].pathways.is_empty());
    assert!(!format!("{log:?}").contains("0305"));
}

#[test]
fn a_leader_reads_what_the_own_unit_wrote_after_saying_what_for() {
    let (test, id) = told();
    let leader = test.ctx("leder");
    let closed = test.app.pathway(&leader, &id);
    assert!(matches!(closed, Err(AppError::TeamOnly)));
    let case = test.app.supervised_case(&leader, &id).unwrap();
    assert!(!case.runs && !case.case_number.is_empty());
    test.app
        .open_supervision(&leader, &id, SupervisionPurpose::Complaint)
        .unwrap();
    let view = test.app.pathway(&leader, &id).unwrap();
    assert_eq!(view.pathway.notes.len(), 6);
    let midwifes = UnitId::new("jm-odense");
    let others = view.entries.iter().filter_map(|e| e.written());
    assert_eq!(
        others
            .filter(|w| w.envelope.author.unit == midwifes)
            .count(),
        0
    );
    assert!(view.pathway.concerns.is_empty(), "the midwife wrote it");
    let words = "et notat";
    let written = test.app.write_note(&leader, &id, words, Category::Social);
    assert!(matches!(written, Err(AppError::Forbidden)));
    let log = test.log_of(id.as_str());
    let read = log.iter().find(|row| row.action == "read").unwrap();
    assert_eq!(read.purpose, "supervision:complaint");
    assert!(read.reason.starts_with("supervision:"), "{}", read.reason);
    test.clock.set("2026-03-03T23:00:00Z".parse().unwrap());
    let over = test.app.pathway(&test.ctx("leder"), &id);
    assert!(matches!(over, Err(AppError::TeamOnly)));
}

#[test]
fn another_units_leader_cannot_tell_that_there_is_a_case() {
    let (test, id) = told();
    let unknown = PathwayId::new("00000000000000000000000000000000");
    for who in [
        "leder-svendborg",
        "leder-alkohol",
        "leder-ambulatorium",
        "familie",
        "laege",
    ] {
        let ctx = test.ctx(who);
        for one in [&id, &unknown] {
            assert!(is_missing(&test.app.supervised_case(&ctx, one)), "{who}");
            let purpose = SupervisionPurpose::Quality;
            let opened = test.app.open_supervision(&ctx, one, purpose);
            assert!(is_missing(&opened), "{who}");
        }
    }
    assert!(is_missing(
        &test.app.pathway(&test.ctx("leder-svendborg"), &id)
    ));
}

#[test]
fn a_leader_finds_the_case_by_number_and_is_told_no_name() {
    let (test, id) = told();
    let hits = test.app.search(&test.ctx("leder"), "Ellen", 0).unwrap().0;
    assert_eq!(hits.len(), 1);
    assert!(hits[0].subject.is_none() && hits[0].pathway == id);
    assert!(hits[0].coordinator.is_none());
    let refused = test.log_of(id.as_str());
    let refused = refused.iter().filter(|row| row.outcome == "refused");
    assert_eq!(
        refused.count(),
        0,
        "to look at one's own list is no attempt"
    );
}

#[test]
fn where_the_unit_only_received_something_there_is_nothing_to_supervise() {
    let test = TestApp::at("2026-03-03T09:00:00Z");
    test.app.seed_demo_organisation(test.app.now()).unwrap();
    let id = raised(&test, "Ellen Test", CPR);
    let leader = test.ctx("leder");
    assert!(!test.app.supervised_case(&leader, &id).unwrap().runs);
    let purpose = SupervisionPurpose::Quality;
    let refused = test.app.open_supervision(&leader, &id, purpose);
    let nothing = Refusal::NotNow(NotNow::NothingOwn);
    assert!(matches!(refused, Err(AppError::Refused(why)) if why == nothing));
}

#[test]
fn nobody_who_is_not_told_of_it_sees_any_trace() {
    let (test, id) = told();
    let seen = |who: &str| {
        let view = test.app.pathway(&test.ctx(who), &id).unwrap();
        let duties: Vec<String> = view.duties.iter().map(|duty| duty.rule.clone()).collect();
        let entries: Vec<_> = view
            .entries
            .iter()
            .map(|e| (e.id.clone(), e.recorded))
            .collect();
        (
            entries,
            duties,
            view.pathway.phase(),
            view.pathway.grants.len(),
        )
    };
    let before = seen("jordemoder");
    test.app
        .open_emergency(&test.ctx("laege"), &cpr(CPR), WHY)
        .unwrap();
    test.app.pathway(&test.ctx("laege"), &id).unwrap();
    test.app.end_emergency(&test.ctx("laege"), &id).unwrap();
    assert_eq!(seen("jordemoder"), before);
    // What was written by it introduces nobody, and makes the reader's unit no part of the pathway.
    let view = test.app.pathway(&test.ctx("familie"), &id).unwrap();
    let clinics = view.entries.iter().filter_map(|e| e.written());
    let clinics = clinics.filter(|w| w.envelope.author.unit.as_str() == "fa-syd");
    let kinds: Vec<&str> = clinics.map(|w| w.body.kind()).collect();
    assert_eq!(kinds, ["emergency-opened", "emergency-ended"]);
}

#[test]
fn the_party_can_read_the_review_only_when_it_endangers_nobody() {
    for endangers in [None, Some("hans trusler".to_owned())] {
        let (test, id) = told();
        test.app
            .open_emergency(&test.ctx("laege"), &cpr(CPR), WHY)
            .unwrap();
        let review = EmergencyReviewed {
            reference: grant(&test, &id).reference,
            justified: false,
            conclusion: "Der var ikke grund til det.".into(),
            endangers: endangers.clone(),
        };
        let family = test.ctx("familie");
        test.app.review_emergency(&family, &id, &review).unwrap();
        let view = test.app.pathway(&family, &id).unwrap();
        let visible: Vec<&str> = view
            .entries
            .iter()
            .filter_map(|e| e.written())
            .filter(|w| w.envelope.visible_to_party_from == PartyVisibility::AtOnce)
            .map(|w| w.body.kind())
            .filter(|kind| kind.starts_with("emergency"))
            .collect();
        let expected: &[&str] = if endangers.is_none() {
            &["emergency-reviewed"]
        } else {
            &[]
        };
        assert_eq!(visible, expected);
    }
}

#[test]
fn a_leader_who_raises_a_concern_reads_the_own_words_and_nothing_else() {
    let (test, id) = told();
    let leader = test.ctx("leder");
    let form = RaiseForm {
        subject: subject("Bodil Test", NOBODYS),
        concern: concern(PathwayKind::Pregnancy),
    };
    let own = test.app.raise_concern(&leader, &form).unwrap().pathway;
    let view = test.app.pathway(&leader, &own).unwrap();
    assert_eq!(view.pathway.concerns.len(), 1);
    let words = "en kollega skriver";
    let family = test.ctx("familie");
    test.app
        .write_note(&family, &own, words, Category::Social)
        .unwrap();
    assert!(
        test.app
            .pathway(&leader, &own)
            .unwrap()
            .pathway
            .notes
            .is_empty()
    );
    assert!(matches!(
        test.app.pathway(&leader, &id),
        Err(AppError::TeamOnly)
    ));
}

#[test]
fn who_sees_no_pathway_is_appointed_to_none() {
    let (test, id) = told();
    for who in ["databeskyttelse", "administrator"] {
        let employment = EmploymentId::new(format!("demo-{who}-1"));
        let family = test.ctx("familie");
        let refused = test
            .app
            .appoint_coordinator(&family, &id, None, (&employment, None));
        let Err(AppError::Refused(Refusal::Invalid(problems))) = refused else {
            panic!("{who} sees no pathway");
        };
        assert_eq!(problems[0].problem, Problem::NotInUnit);
    }
}

/// A yes to a unit being told.
fn given_to(unit: &UnitId) -> ConsentGiven {
    let scope = ConsentScope {
        direction: Direction::Disclose,
        giver: Giver {
            capacity: Capacity::Woman,
            name: String::new(),
            custody: None,
        },
        actors: vec![unit.clone()],
        except: Vec::new(),
        categories: vec![Category::Health, Category::Coordination],
        purpose: Some(ConsentPurpose::Treatment),
    };
    let asking = Asking {
        on: date(2026, 3, 3),
        form: ConsentForm::Written,
        oral_because: None,
        explained: true,
        asked_by: String::new(),
    };
    ConsentGiven {
        reference: RefId::new(""),
        scope,
        law: "sul-43".into(),
        from: date(2026, 3, 3),
        until: None,
        asking,
    }
}

/// A midwife's concern that nobody was told of, with a note passed on to a unit on a consent that was then taken back.
fn passed_on_and_taken_back() -> TestApp {
    let test = TestApp::at("2026-03-03T09:00:00Z");
    test.app.seed_demo_organisation(test.app.now()).unwrap();
    let midwife = test.ctx("jordemoder");
    let concern = RaiseConcern {
        support_need: SupportNeed::No,
        notify: None,
        ..concern(PathwayKind::Pregnancy)
    };
    let subject = subject("Ellen Louise Test Lauridsen", CPR);
    let form = RaiseForm { subject, concern };
    let id = test.app.raise_concern(&midwife, &form).unwrap().pathway;
    test.app
        .write_note(&midwife, &id, "Hun sover dårligt.", Category::Health)
        .unwrap();
    let to = UnitId::new("alk-odense");
    let given = given_to(&to);
    test.app.give_consent(&midwife, &id, &given).unwrap();
    let view = test.app.pathway(&midwife, &id).unwrap();
    let passing = Passing {
        to,
        entries: vec![view.pathway.notes.last().unwrap().entry.clone()],
        ground: Ground::Consent,
        reason: String::new(),
        tell: false,
    };
    test.app.disclose(&midwife, &id, &passing).unwrap();
    let back = ConsentWithdrawn {
        reference: view.pathway.consents.last().unwrap().reference.clone(),
        actors: Vec::new(),
        form: ConsentForm::Oral,
        note: String::new(),
    };
    test.app.withdraw_consent(&midwife, &id, &back).unwrap();
    test
}

#[test]
fn who_knew_of_it_on_a_consent_that_has_ended_is_not_asked_to_look_at_a_noedadgang() {
    let test = passed_on_and_taken_back();
    let doctor = test.ctx("laege");
    let id = test.app.open_emergency(&doctor, &cpr(CPR), WHY).unwrap();
    let view = test.app.pathway(&test.ctx("jordemoder"), &id).unwrap();
    let opened = |entry: &Entry| {
        let Body::EmergencyOpened(opened) = &entry.written()?.body else {
            return None;
        };
        Some(opened.reviewer.clone())
    };
    let reviewer = view.entries.iter().find_map(opened);
    assert_eq!(reviewer, Some(Some(UnitId::new("jm-odense"))));
    let missing = test.app.pathway(&test.ctx("alkohol"), &id);
    assert!(is_missing(&missing));
}
