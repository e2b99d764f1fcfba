// SPDX-License-Identifier: EUPL-1.2
//! What an attack on the running program once found, kept as tests: a receiver has a person and never more, and nobody
//! learns from an act that was not for them (practice A1–A10).

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use traad_app::{AppError, RaiseForm, Subject};
use traad_domain::body::{PathwayKind, SupportNeed, Told};
use traad_domain::decide::concern::{Notify, RaiseConcern, StatedDating};
use traad_domain::decide::notification::Answer;
use traad_domain::id::{EmploymentId, MunicipalityCode, PathwayId, PersonId, UnitId};
use traad_domain::person::{Cpr, Identity, Name};
use traad_domain::refusal::{NotNow, Refusal};
use traad_testkit::app::TestApp;

fn site() -> TestApp {
    let test = TestApp::at("2026-03-03T09:00:00Z");
    test.app.seed_demo_organisation(test.app.now()).unwrap();
    test
}

/// A notified concern about somebody in Odense.
fn notified(test: &TestApp, username: &str, name: &str, cpr: Option<&str>) -> PathwayId {
    let identity = match cpr {
        Some(cpr) => Identity::Cpr {
            number: Cpr::parse(cpr).unwrap(),
        },
        None => Identity::Unknown {
            description: "mødt ved stationen".into(),
        },
    };
    let municipality = Some(MunicipalityCode::new("0461"));
    let concern = RaiseConcern {
        kind: PathwayKind::Pregnancy,
        subject: PersonId::new(""),
        municipality: municipality.clone(),
        region: String::new(),
        dating: Some(StatedDating::Week { weeks: 10, days: 0 }),
        signs: Vec::new(),
        words: format!("{username} har set noget"),
        phase: "tidlig-opsporing".into(),
        uses: Vec::new(),
        support_need: SupportNeed::Yes,
        postponed: None,
        notify: Some(Notify {
            family_authority: true,
            municipality,
            text: format!("{username} har set noget"),
            told: Told::Yes,
            told_note: String::new(),
        }),
        already_notified: None,
        referrals: Vec::new(),
        adults: None,
    };
    let (phone, address, born) = (None, None, None);
    let subject = Subject {
        name: Name(name.into()),
        identity,
        phone,
        address,
        born,
    };
    let raised = test
        .app
        .raise_concern(&test.ctx(username), &RaiseForm { subject, concern });
    raised.unwrap().pathway
}

fn reference(test: &TestApp, username: &str, id: &PathwayId) -> String {
    let view = test.app.pathway(&test.ctx(username), id).unwrap();
    view.pathway
        .notifications
        .first()
        .unwrap()
        .reference
        .as_str()
        .to_owned()
}

fn hits(test: &TestApp, username: &str, words: &str) -> usize {
    test.app
        .search(&test.ctx(username), words, 0)
        .unwrap()
        .0
        .len()
}

#[test]
fn joining_two_journals_tells_those_who_met_her_nothing() {
    let test = site();
    let hers = notified(
        &test,
        "jordemoder",
        "Ellen Louise Test Lauridsen",
        Some("0201919996"),
    );
    let met = notified(&test, "vaerested", "", None);
    let family = test.ctx("familie");
    test.app
        .join_pathways(&family, &hers, &met, "Hun har selv sagt det.")
        .unwrap();
    // The department reads one thread with one person.
    let view = test.app.pathway(&family, &met).unwrap();
    assert_eq!(view.pathway.notifications.len(), 2);
    assert_eq!(view.person.unwrap().name.0, "Ellen Louise Test Lauridsen");
    // The volunteer who met her reads her own words and finds nobody by name or number.
    let outside = test.app.pathway(&test.ctx("vaerested"), &met).unwrap();
    assert_eq!(outside.person.unwrap().name.0, "");
    assert_eq!(outside.pathway.concerns.len(), 1);
    assert!(matches!(
        test.app.pathway(&test.ctx("vaerested"), &hers),
        Err(AppError::NotFound)
    ));
    assert_eq!(
        (
            hits(&test, "vaerested", ""),
            hits(&test, "vaerested", "Ellen")
        ),
        (1, 0)
    );
    assert_eq!(hits(&test, "vaerested", "0201919996"), 0);
    assert!(test.app.verify(None).unwrap().is_sound());
}

#[test]
fn two_women_with_two_numbers_are_never_joined() {
    let test = site();
    let one = notified(
        &test,
        "jordemoder",
        "Ellen Louise Test Lauridsen",
        Some("0201919996"),
    );
    let other = notified(&test, "gadeplan", "Brita Test Berggren", Some("1509819996"));
    let refused = test
        .app
        .join_pathways(&test.ctx("familie"), &one, &other, "Ligner hinanden");
    let two = Refusal::NotNow(NotNow::TwoPeople);
    assert!(matches!(refused, Err(AppError::Refused(why)) if why == two));
}

#[test]
fn a_forwarded_notification_comes_with_its_person_and_its_running_clock() {
    let test = site();
    let id = notified(
        &test,
        "jordemoder",
        "Ellen Louise Test Lauridsen",
        Some("0201919996"),
    );
    let reference = reference(&test, "familie", &id);
    let family = test.ctx("familie");
    let assess = Answer::Assess {
        acute: false,
        conclusion: "Ikke akut".into(),
    };
    test.app
        .answer_notification(&family, &id, &reference, &assess)
        .unwrap();
    let to = (&UnitId::new("fam-slagelse"), "Hun er flyttet");
    test.app
        .forward_notification(&family, &id, &reference, to)
        .unwrap();
    let there = test.app.pathway(&test.ctx("slagelse"), &id).unwrap();
    assert_eq!(
        there.person.as_ref().unwrap().name.0,
        "Ellen Louise Test Lauridsen"
    );
    assert!(there.pathway.lmp().is_some() && there.pathway.notifications[0].sent.is_some());
    // The assessment is done; it is not owed again.
    let owed: Vec<&str> = there.duties.iter().map(|d| d.rule.as_str()).collect();
    assert!(!owed.contains(&"notification-24h"), "{owed:?}");
    assert!(owed.contains(&"notification-receipt"), "{owed:?}");
}

#[test]
fn only_who_has_the_case_appoints_and_only_among_its_own() {
    let test = site();
    let id = notified(&test, "vaerested", "", None);
    let appoint = |who: &str, whom: &str| {
        let employment = EmploymentId::new(format!("demo-{whom}-1"));
        test.app
            .appoint_coordinator(&test.ctx(who), &id, None, (&employment, None))
    };
    let not_theirs = Refusal::NotNow(NotNow::NotTheAppointer);
    for (who, whom) in [
        ("vaerested", "vaerested"),
        ("familie", "alkohol"),
        ("vaerested", "familie"),
    ] {
        let refused = appoint(who, whom);
        assert!(
            matches!(refused, Err(AppError::Refused(why)) if why == not_theirs),
            "{who} {whom}"
        );
    }
    appoint("familie", "familie").unwrap();
    // A private notifier is not told who it is; a professional one would be.
    let outside = test.app.pathway(&test.ctx("vaerested"), &id).unwrap();
    assert!(outside.pathway.coordinator.is_none());
}

#[test]
fn a_private_notifier_hears_of_the_receipt_and_cannot_take_back_what_was_received() {
    let test = site();
    let id = notified(&test, "vaerested", "", None);
    let reference = reference(&test, "familie", &id);
    let inform = Answer::Inform {
        started: true,
        text: "Vi er gået i gang".into(),
    };
    let refused = test
        .app
        .answer_notification(&test.ctx("familie"), &id, &reference, &inform);
    let private = Refusal::NotNow(NotNow::PrivateNotifier);
    assert!(matches!(refused, Err(AppError::Refused(why)) if why == private));
    let notifier = test.ctx("vaerested");
    let view = test.app.pathway(&notifier, &id).unwrap();
    let received = Refusal::NotNow(NotNow::AlreadyReceived);
    for entry in &view.entries {
        let kind = entry.written().unwrap().body.kind();
        let refused = test
            .app
            .annul_entry(&notifier, &id, &entry.id, ("fortrudt", false));
        let fixed = matches!(refused, Err(AppError::Refused(why)) if why == received);
        assert_eq!(
            fixed,
            kind.starts_with("notification") || kind == "pathway-opened",
            "{kind}"
        );
    }
}
