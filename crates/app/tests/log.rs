// SPDX-License-Identifier: EUPL-1.2
//! The access log: everything that reads, tries or changes access leaves a line; the data-protection officer reads those of
//! the own controller, and the citizen who has read about her (scenario A21, practice A20).

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use jiff::SignedDuration;
use jiff::civil::date;
use traad_app::demo::DEMO_PASSWORD;
use traad_app::{
    AppError, AtDoor, Ctx, LogQuestion, PatternKind, ReadPurpose, SessionToken, TaskFilter,
    Thresholds,
};
use traad_domain::body::{
    Asking, Capacity, ConsentForm, ConsentGiven, ConsentPurpose, ConsentScope, Direction,
    EmergencyReviewed, Giver, SupervisionPurpose,
};
use traad_domain::category::Category;
use traad_domain::id::{EmploymentId, PathwayId, RefId, UnitId};
use traad_domain::org::Function;
use traad_domain::party::PageOf;
use traad_domain::person::Cpr;
use traad_domain::policy::Purpose;
use traad_store::{LogQuery, LogRow, Paging};
use traad_testkit::app::TestApp;

/// The demonstration, with Brita's pathway: the family department has it, and nobody outside.
fn site() -> (TestApp, PathwayId) {
    let test = TestApp::at("2026-03-03T11:00:00Z");
    test.app.seed_demo(test.app.now()).unwrap();
    let found = test.app.search(&test.ctx("familie"), "Brita", 0).unwrap();
    let id = found.0.first().unwrap().pathway.clone();
    test.clock.set("2026-03-03T12:00:00Z".parse().unwrap());
    (test, id)
}

fn rows(test: &TestApp) -> Vec<LogRow> {
    let paging = Paging {
        offset: 0,
        limit: 10_000,
    };
    test.app.store().list_log(&LogQuery::All, paging).unwrap()
}

/// What an act adds to the log: employment, action, reason and outcome of each line, the oldest first.
fn adds<T>(test: &TestApp, act: impl FnOnce() -> T) -> Vec<(String, String, String, String)> {
    let before = rows(test).len();
    act();
    let all = rows(test);
    let new = all.len() - before;
    let told = |row: &LogRow| {
        let row = row.clone();
        let why = row.reason.split(" categories:").next().unwrap_or_default();
        (row.employment, row.action, why.to_owned(), row.outcome)
    };
    let new: Vec<&LogRow> = all.iter().take(new).collect();
    new.into_iter().rev().map(told).collect()
}

fn line(who: &str, action: &str, reason: &str, outcome: &str) -> (String, String, String, String) {
    let who = if who.is_empty() {
        String::new()
    } else {
        format!("demo-{who}-1")
    };
    (who, action.into(), reason.into(), outcome.into())
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

#[test]
fn logging_in_failing_to_and_logging_out_each_leave_a_line() {
    let (test, _) = site();
    let log_in = |name: &str, password: &str| test.app.log_in(name, password, AtDoor::default());
    let found = adds(&test, || log_in("familie", DEMO_PASSWORD).unwrap());
    assert_eq!(found, [line("familie", "log-in", "password", "permitted")]);
    let found = adds(&test, || log_in("familie", "forkert"));
    assert_eq!(
        found,
        [line("familie", "log-in", "wrong-password", "refused")]
    );
    let found = adds(&test, || log_in("0201919996", "forkert"));
    assert_eq!(found, [line("", "log-in", "unknown-name", "refused")]);
    for _ in 0..4 {
        assert!(log_in("familie", "forkert").is_err());
    }
    let found = adds(&test, || log_in("familie", DEMO_PASSWORD));
    assert_eq!(found, [line("familie", "log-in", "locked", "refused")]);
    assert!(!format!("{:?}", rows(&test)).contains("0201919996"));
    let token = log_in("jordemoder", DEMO_PASSWORD)
        .unwrap()
        .session()
        .unwrap();
    let found = adds(&test, || test.app.log_out(&token).unwrap());
    assert_eq!(
        found,
        [line("jordemoder", "log-out", "own-session", "permitted")]
    );
    let nobodys = SessionToken("0".repeat(64));
    assert_eq!(adds(&test, || test.app.log_out(&nobodys).unwrap()), []);
}

#[test]
fn an_account_opens_nothing_from_the_minute_the_employment_ends() {
    let (test, id) = site();
    let token = test
        .app
        .log_in("familie2", DEMO_PASSWORD, AtDoor::default())
        .unwrap()
        .session()
        .unwrap();
    assert!(test.app.session(&token).unwrap().is_some());
    let mut employment = test.ctx("familie2").actor.employment;
    let now = test.app.now();
    employment.to = Some(now);
    test.app.put_employment(&employment, "test", now).unwrap();
    assert!(test.app.session(&token).unwrap().is_none());
    let found = adds(&test, || {
        test.app
            .log_in("familie2", DEMO_PASSWORD, AtDoor::default())
    });
    assert_eq!(
        found,
        [line("familie2", "log-in", "not-employed", "refused")]
    );
    let gone = Ctx {
        actor: traad_app::Actor {
            employment,
            unit: test.ctx("familie").actor.unit,
        },
        ..test.ctx("familie")
    };
    assert!(matches!(
        test.app.pathway(&gone, &id),
        Err(AppError::NotFound)
    ));
}

#[test]
fn every_way_to_a_pathway_leaves_a_line_that_says_why() {
    let (test, id) = site();
    let (family, job) = (test.ctx("familie"), test.ctx("jobcenter"));
    test.app
        .write_note(&family, &id, "et notat", Category::Social)
        .unwrap();
    let own = |action: &str| vec![line("familie", action, "own-unit", "permitted")];
    assert_eq!(adds(&test, || test.app.pathway(&family, &id)), own("read"));
    assert_eq!(
        adds(&test, || test.app.pathway_to_print(&family, &id)),
        own("print")
    );
    assert_eq!(
        adds(&test, || test.app.search(&family, "Brita", 0)),
        own("search")
    );
    assert_eq!(
        adds(&test, || test.app.tasks(&family, &TaskFilter::default())),
        own("tasks")
    );
    let note = || {
        test.app
            .write_note(&family, &id, "et notat", Category::Social)
    };
    assert_eq!(adds(&test, note), own("write"));
    let consent = || test.app.give_consent(&family, &id, &given("job-odense"));
    assert_eq!(adds(&test, consent), own("consent"));
    let reference = test.app.pathway(&family, &id).unwrap();
    let reference = reference.pathway.consents[0].reference.clone();
    let by_consent = adds(&test, || test.app.pathway(&job, &id));
    let reason = format!("consent:{reference}");
    assert_eq!(
        by_consent,
        [line("jobcenter", "read", &reason, "permitted")]
    );
    let leader = test.ctx("leder");
    let overview = adds(&test, || test.app.oversight(&leader, 0));
    assert!(overview.contains(&line("leder", "oversight", "own-unit", "permitted")));
    let purposes: Vec<String> = rows(&test)[..2].iter().map(|r| r.purpose.clone()).collect();
    assert_eq!(purposes, ["management", "management"]);
}

#[test]
fn x02_a_line_of_a_reading_names_the_kinds_of_information_and_no_more_than_the_reader_may_see() {
    let (test, id) = site();
    let family = test.ctx("familie");
    test.app
        .write_note(&family, &id, "et notat", Category::EconomyHousing)
        .unwrap();
    test.app
        .give_consent(&family, &id, &given("job-odense"))
        .unwrap();
    for who in ["familie", "jobcenter"] {
        test.app.pathway(&test.ctx(who), &id).unwrap();
    }
    let officer = officer(&test);
    let page = test
        .app
        .log_page(&officer, &LogQuestion::default())
        .unwrap();
    let read = |who: &str| {
        let mut lines = page.lines.iter();
        let line = lines.find(|line| {
            line.action == "read" && line.who.as_deref().is_some_and(|name| name.contains(who))
        });
        line.map(|line| line.categories.clone()).unwrap_or_default()
    };
    assert!(read("Mette").contains(&Category::EconomyHousing));
    assert!(!read("Ole").is_empty());
    assert!(!read("Ole").contains(&Category::EconomyHousing));
    // The reasons are read without them.
    assert!(
        page.lines
            .iter()
            .all(|line| !line.reason.contains("categories"))
    );
}

#[test]
fn every_refused_attempt_leaves_a_line_with_what_was_attempted() {
    let (test, id) = site();
    let outsider = test.ctx("aarhus");
    let no = |action: &str| vec![line("aarhus", action, "outside", "refused")];
    assert_eq!(adds(&test, || test.app.pathway(&outsider, &id)), no("read"));
    assert_eq!(
        adds(&test, || test.app.pathway_to_print(&outsider, &id)),
        no("print")
    );
    let note = || {
        test.app
            .write_note(&outsider, &id, "et notat", Category::Social)
    };
    assert_eq!(adds(&test, note), no("write"));
    assert_eq!(test.log_of(id.as_str())[0].action, "write");
    let leader = test.ctx("leder");
    let closed = adds(&test, || test.app.pathway(&leader, &id));
    assert_eq!(closed, [line("leder", "read", "team-only", "refused")]);
    let log = adds(&test, || {
        test.app.log_page(&outsider, &LogQuestion::default())
    });
    assert_eq!(log, [line("aarhus", "log", "function", "refused")]);
    let administrator = test.ctx("administrator");
    let tasks = adds(&test, || {
        test.app.tasks(&administrator, &TaskFilter::default())
    });
    assert_eq!(
        tasks,
        [line("administrator", "tasks", "function", "refused")]
    );
    // An address can hold anything; what looks like no id is not written down, and names nobody else's pathway.
    let typed = PathwayId::new(format!("0201919996 {id}"));
    let before = test.log_of(id.as_str()).len();
    assert!(test.app.pathway(&outsider, &typed).is_err());
    assert_eq!(rows(&test)[0].pathways, Vec::<String>::new());
    assert_eq!(test.log_of(id.as_str()).len(), before);
}

#[test]
fn a_log_that_cannot_be_written_stops_the_reading() {
    let (test, id) = site();
    test.past_the_store("ALTER TABLE access_log RENAME TO away");
    for who in ["familie", "aarhus"] {
        let read = test.app.pathway(&test.ctx(who), &id);
        assert!(matches!(read, Err(AppError::Unavailable(_))), "{who}");
    }
}

fn officer(test: &TestApp) -> Ctx {
    test.ctx("databeskyttelse")
}

#[test]
fn the_officer_reads_the_lines_of_the_own_controller_and_no_pathway() {
    let (test, id) = site();
    test.app.pathway(&test.ctx("familie"), &id).unwrap();
    assert!(test.app.pathway(&test.ctx("aarhus"), &id).is_err());
    let page = |asked: &LogQuestion| test.app.log_page(&officer(&test), asked).unwrap();
    let all = page(&LogQuestion::default());
    assert_eq!(all.lines[0].action, "log");
    let read = all.lines.iter().find(|line| line.action == "read").unwrap();
    assert_eq!(read.who.as_deref(), Some("Mette Test Rådgiver"));
    assert_eq!(read.unit, "Familieafdelingen, Odense");
    let case = read.cases[0].clone();
    let other = all.lines.iter().any(|line| line.unit.contains("Aarhus"));
    assert!(!other, "another controller's staff");
    let of_case = page(&LogQuestion {
        case_number: case.clone(),
        ..LogQuestion::default()
    });
    assert!(of_case.lines.iter().all(|line| line.cases.contains(&case)));
    assert!(
        of_case
            .lines
            .iter()
            .all(|line| !line.unit.contains("Aarhus"))
    );
    let nothing = |asked: LogQuestion| assert!(page(&asked).lines.is_empty(), "{asked:?}");
    nothing(LogQuestion {
        employment: "demo-aarhus-1".into(),
        ..LogQuestion::default()
    });
    nothing(LogQuestion {
        unit: "fam-aarhus".into(),
        ..LogQuestion::default()
    });
    nothing(LogQuestion {
        case_number: "intet".into(),
        ..LogQuestion::default()
    });
    nothing(LogQuestion {
        from: Some(date(2025, 1, 1)),
        to: Some(date(2025, 1, 2)),
        ..LogQuestion::default()
    });
    let refused = page(&LogQuestion {
        outcome: "refused".into(),
        ..LogQuestion::default()
    });
    assert!(refused.lines.iter().all(|line| line.outcome == "refused"));
    let officer = officer(&test);
    assert!(matches!(
        test.app.pathway(&officer, &id),
        Err(AppError::NotFound)
    ));
    assert!(matches!(
        test.app.search(&officer, "", 0),
        Err(AppError::Forbidden)
    ));
}

#[test]
fn pages_of_the_log_go_on_where_the_one_before_ended() {
    let (test, id) = site();
    for _ in 0..120 {
        test.app.pathway(&test.ctx("familie"), &id).unwrap();
    }
    for employment in ["", "demo-familie-1"] {
        let mut asked = LogQuestion {
            employment: employment.into(),
            action: "read".into(),
            from: Some(date(2022, 1, 1)),
            ..LogQuestion::default()
        };
        let mut seen = 0;
        let mut units: Vec<String>;
        loop {
            let page = test.app.log_page(&officer(&test), &asked).unwrap();
            seen += page.lines.len();
            units = page
                .units
                .iter()
                .map(|unit| unit.id.as_str().to_owned())
                .collect();
            let Some(next) = page.next else { break };
            assert_eq!(page.lines.len(), 50);
            asked.before = Some(next);
        }
        let all = rows(&test);
        let odense = |row: &&LogRow| units.contains(&row.unit) && row.action == "read";
        let own = |row: &&LogRow| employment.is_empty() || row.employment == employment;
        assert_eq!(seen, all.iter().filter(odense).filter(own).count());
    }
}

#[test]
fn a_sample_is_drawn_from_the_own_controllers_lines() {
    let (test, id) = site();
    for _ in 0..40 {
        test.app.pathway(&test.ctx("familie"), &id).unwrap();
        assert!(test.app.pathway(&test.ctx("aarhus"), &id).is_err());
    }
    let draw = || {
        test.app
            .log_sample(&officer(&test), &LogQuestion::default())
            .unwrap()
    };
    let (one, other) = (draw().lines, draw().lines);
    assert_eq!(one.len(), 20);
    assert!(one.iter().all(|line| !line.unit.contains("Aarhus")));
    assert_ne!(one, other, "each draw is its own");
    let empty = LogQuestion {
        from: Some(date(2020, 1, 1)),
        to: Some(date(2020, 1, 2)),
        ..LogQuestion::default()
    };
    assert!(
        test.app
            .log_sample(&officer(&test), &empty)
            .unwrap()
            .lines
            .is_empty()
    );
}

#[test]
fn unusual_readings_are_found_and_each_opens_its_lines() {
    let (test, id) = site();
    let limits = Thresholds {
        refused: 3,
        pathways: 2,
        closed: 2,
    };
    let patterns = || {
        let asked = LogQuestion::default();
        test.app
            .log_patterns(&officer(&test), &asked, limits)
            .unwrap()
    };
    let kinds = || -> Vec<PatternKind> { patterns().iter().map(|p| p.kind).collect() };
    assert!(!kinds().contains(&PatternKind::Refused));
    for _ in 0..3 {
        assert!(test.app.pathway(&test.ctx("jobcenter"), &id).is_err());
        assert!(test.app.pathway(&test.ctx("aarhus"), &id).is_err());
    }
    let found = patterns();
    let refused: Vec<_> = found
        .iter()
        .filter(|p| p.kind == PatternKind::Refused)
        .collect();
    assert_eq!(
        refused.len(),
        1,
        "another controller's staff is not looked at"
    );
    assert_eq!(
        (refused[0].who.as_str(), refused[0].count),
        ("Ole Test Sagsbehandler", 3)
    );
    let behind = test
        .app
        .log_page(&officer(&test), &refused[0].behind)
        .unwrap();
    assert_eq!(behind.lines.len(), 3);

    let hits = test.app.search(&test.ctx("familie"), "", 0).unwrap().0;
    assert!(hits.len() >= 2);
    assert!(!kinds().contains(&PatternKind::Pathways));
    for hit in &hits {
        test.app
            .pathway(&test.ctx("familie"), &hit.pathway)
            .unwrap();
    }
    assert!(kinds().contains(&PatternKind::Pathways));

    assert!(!kinds().contains(&PatternKind::Closed));
    test.clock.set("2026-03-03T21:00:00Z".parse().unwrap());
    for _ in 0..2 {
        test.app.pathway(&test.ctx("familie"), &id).unwrap();
    }
    assert!(kinds().contains(&PatternKind::Closed));
}

#[test]
fn a_citizen_with_the_readers_family_name_stands_out() {
    let (test, id) = site();
    let same = || {
        let asked = LogQuestion::default();
        let found = test
            .app
            .log_patterns(&officer(&test), &asked, Thresholds::PROPOSED);
        let mut found = found.unwrap();
        found.retain(|one| one.kind == PatternKind::Name);
        found
    };
    let mut employment = test.ctx("familie").actor.employment;
    assert!(same().is_empty());
    employment.name = "Mette Test Berggren".into();
    let now = test.app.now();
    test.app.put_employment(&employment, "test", now).unwrap();
    test.app.pathway(&test.ctx("familie"), &id).unwrap();
    let found = same();
    assert_eq!(found.len(), 1);
    let behind = test
        .app
        .log_page(&officer(&test), &found[0].behind)
        .unwrap();
    assert!(!behind.lines.is_empty());
    assert!(
        behind
            .lines
            .iter()
            .all(|line| line.who.as_deref() == Some("Mette Test Berggren"))
    );
}

/// On her own page, to which the midwife gives her the way.
fn about(test: &TestApp, id: &PathwayId) -> traad_app::ReadAbout {
    let (her, now) = (EmploymentId::new(format!("borger-{id}")), test.app.now());
    if test.app.actor(&her, now).unwrap().is_none() {
        let midwife = test.ctx("jordemoder");
        let handed = test.app.open_own_page(&midwife, id, &PageOf::Person, false);
        handed.unwrap();
    }
    let ctx = Ctx {
        actor: test.app.actor(&her, now).unwrap().unwrap(),
        now,
        purpose: Purpose::Own,
        submission: None,
    };
    test.app.own_readers(&ctx).unwrap()
}

#[test]
fn the_citizen_reads_unit_function_and_purpose_and_waits_for_what_is_not_released() {
    let (test, id) = site();
    let family = test.ctx("familie");
    let fam = |line: &&traad_app::ReadLine| line.unit.as_str() == "fam-odense";
    // A notification waits for the authority; until something of the department is hers to see, so does its reading.
    let before = about(&test, &id);
    let waits = before.lines.iter().filter(fam).count();
    test.app
        .write_note(&family, &id, "et notat", Category::Social)
        .unwrap();
    test.app.pathway(&family, &id).unwrap();
    test.app.pathway(&family, &id).unwrap();
    let after = about(&test, &id);
    let shown: Vec<_> = after.lines.iter().filter(fam).collect();
    assert!(waits == 0 && !shown.is_empty(), "{before:?} {after:?}");
    let read = shown.iter().find(|line| !line.listed).unwrap();
    assert_eq!(read.function, Function::Caseworker);
    assert_eq!(read.purpose, ReadPurpose::Help);
    assert!(read.times > 2, "a day's readings are one line");
    assert!(!format!("{after:?}").contains("Mette"));
    assert!(!after.refused);
    assert!(test.app.pathway(&test.ctx("aarhus"), &id).is_err());
    let tried = about(&test, &id);
    assert!(tried.refused);
    assert!(!format!("{tried:?}").contains("aarhus"));
}

#[test]
fn the_citizen_is_told_of_a_supervision_at_once_and_of_an_emergency_when_it_endangers_nobody() {
    for endangers in [None, Some("hans trusler".to_owned())] {
        let (test, id) = site();
        let family = test.ctx("familie");
        test.app
            .write_note(&family, &id, "et notat", Category::Social)
            .unwrap();
        let leader = test.ctx("leder");
        test.app
            .open_supervision(&leader, &id, SupervisionPurpose::Complaint)
            .unwrap();
        test.app.pathway(&leader, &id).unwrap();
        let purposes = || -> Vec<ReadPurpose> {
            about(&test, &id)
                .lines
                .iter()
                .map(|line| line.purpose)
                .collect()
        };
        assert!(purposes().contains(&ReadPurpose::Supervision(SupervisionPurpose::Complaint)));

        let own = EmploymentId::new("demo-familie-1");
        test.app
            .appoint_coordinator(&family, &id, None, (&own, None))
            .ok();
        let cpr = Cpr::parse("1509819996").unwrap();
        let doctor = test.ctx("laege");
        test.app
            .open_emergency(&doctor, &cpr, "Hun er bevidstløs.")
            .unwrap();
        test.app.pathway(&doctor, &id).unwrap();
        assert!(
            !purposes().contains(&ReadPurpose::Emergency),
            "nobody has looked at it"
        );
        let view = test.app.pathway(&family, &id).unwrap();
        let reference = view.to_review[0].reference.clone();
        let review = EmergencyReviewed {
            reference,
            justified: true,
            conclusion: "Der var grund til det.".into(),
            endangers: endangers.clone(),
        };
        test.app.review_emergency(&family, &id, &review).unwrap();
        let told = purposes().contains(&ReadPurpose::Emergency);
        assert_eq!(told, endangers.is_none());
        if told {
            let lines = about(&test, &id).lines;
            let line = lines
                .iter()
                .find(|line| line.purpose == ReadPurpose::Emergency);
            assert_eq!(line.unwrap().function, Function::Physician);
        }
    }
}

#[test]
fn what_the_log_says_cannot_be_changed_unseen() {
    let (test, id) = site();
    test.app.pathway(&test.ctx("familie"), &id).unwrap();
    assert!(test.app.verify(None).unwrap().is_sound());
    test.past_the_store(
        "DROP TRIGGER access_log_keep;
         UPDATE access_log SET employment = 'demo-leder-1' WHERE action = 'read'",
    );
    assert!(!test.app.verify(None).unwrap().is_sound());
    let later = test.app.now() + SignedDuration::from_mins(1);
    test.clock.set(later);
}
