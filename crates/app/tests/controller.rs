// SPDX-License-Identifier: EUPL-1.2
//! What a data-protection officer can show of the own controller: made from what is held, of nobody else's, and without a
//! word of what stands there.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use traad_app::{AppError, Ctx, LeastTime};
use traad_domain::category::Category;
use traad_domain::id::{EmploymentId, StaffId};
use traad_domain::org::{Employment, Function};
use traad_domain::policy::Purpose;
use traad_testkit::app::TestApp;

fn site() -> TestApp {
    let test = TestApp::at("2026-03-03T11:00:00Z");
    test.app.seed_demo(test.app.now()).unwrap();
    test
}

fn ctx(test: &TestApp, id: &str) -> Ctx {
    let now = test.app.now();
    Ctx {
        actor: test
            .app
            .actor(&EmploymentId::new(id), now)
            .unwrap()
            .unwrap(),
        now,
        purpose: Purpose::Care,
        submission: None,
    }
}

/// The officer of the region, whom the demonstration lacks.
fn regional(test: &TestApp) -> Ctx {
    let clinic = ctx(test, "demo-laege-1").actor.employment;
    let officer = Employment {
        id: EmploymentId::new("dpo"),
        staff: StaffId::new("dpo"),
        name: "Rie Test Databeskyttelse".into(),
        function: Function::DataProtectionOfficer,
        ..clinic
    };
    let now = test.app.now();
    test.app.put_employment(&officer, "test", now).unwrap();
    ctx(test, "dpo")
}

#[test]
fn the_record_counts_what_the_controllers_units_wrote_and_names_who_was_sent_it() {
    let test = site();
    let officer = ctx(&test, "demo-databeskyttelse-1");
    let before = test.app.holdings(&officer).unwrap();
    assert_eq!(before.controller.as_str(), "DEMO-0461");
    assert_eq!(before.officers, ["Dagny Test Databeskyttelse"]);
    let of = |all: &[(Category, usize)], category| {
        let found = all.iter().find(|(known, _)| *known == category);
        found.map_or(0, |(_, count)| *count)
    };
    assert_eq!(before.categories.len(), Category::ALL.len());
    let family = ctx(&test, "demo-familie-1");
    let id = test.app.search(&family, "", 0).unwrap().0.remove(0).pathway;
    test.app
        .write_note(&family, &id, "et notat", Category::EconomyHousing)
        .unwrap();
    let after = test.app.holdings(&officer).unwrap();
    let economy = |record: &traad_app::Holdings| of(&record.categories, Category::EconomyHousing);
    assert_eq!(economy(&after), economy(&before) + 1);
    // The region's own record has nothing of it.
    let other = regional(&test);
    assert_eq!(economy(&test.app.holdings(&other).unwrap()), 0);
    // Receivers are those outside, with what the sending rests on.
    assert!(!after.receivers.is_empty());
    for receiver in &after.receivers {
        assert!(!after.units.iter().any(|unit| unit.name == receiver.unit));
        assert_eq!(
            receiver.bases.contains("law"),
            !receiver.paragraphs.is_empty()
        );
    }
}

#[test]
fn the_erasure_plan_follows_controller_and_profession() {
    let test = site();
    let municipal = ctx(&test, "demo-databeskyttelse-1");
    let plan = test.app.erasure_plan(&municipal).unwrap();
    assert!(!plan.lines.is_empty());
    assert!(
        plan.lines
            .iter()
            .all(|line| line.least == LeastTime::ByNeed && line.year.is_none()),
        "{:?}",
        plan.lines
    );
    let plan = test.app.erasure_plan(&regional(&test)).unwrap();
    let first = plan.lines.first().unwrap();
    assert_eq!(first.least, LeastTime::TenYears);
    let years: Vec<i16> = plan.lines.iter().filter_map(|line| line.year).collect();
    assert!(
        years.iter().all(|year| (2032..=2036).contains(year)),
        "{years:?}"
    );
    assert!(years.is_sorted());
}

#[test]
fn nobody_but_the_officer_sees_any_of_it_and_each_look_is_logged() {
    let test = site();
    for who in ["demo-familie-1", "demo-leder-1", "demo-administrator-1"] {
        let other = ctx(&test, who);
        assert!(matches!(
            test.app.holdings(&other),
            Err(AppError::Forbidden)
        ));
        assert!(matches!(
            test.app.erasure_plan(&other),
            Err(AppError::Forbidden)
        ));
        assert!(matches!(
            test.app.open_breaches(&other),
            Err(AppError::Forbidden)
        ));
    }
    let rows = test.app.store().list_log(
        &traad_store::LogQuery::Employment("demo-leder-1".into()),
        traad_store::Paging {
            offset: 0,
            limit: 3,
        },
    );
    let rows = rows.unwrap();
    assert!(
        rows.iter()
            .all(|row| row.action == "log" && row.outcome == "refused")
    );
    assert_eq!(rows.len(), 3);
}
