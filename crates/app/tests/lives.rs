// SPDX-License-Identifier: EUPL-1.2
//! Random lives of the people who owe things: they leave, come back, go on leave, their unit closes, time passes. Whatever
//! happens, no open duty is without an owner, none is lost, and nobody who is away owes anything (design §4.7, row S2-033).

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails where it stands"
)]

use jiff::{SignedDuration, Timestamp, ToSpan};
use std::collections::BTreeSet;
use traad_app::{Ctx, Randomness};
use traad_domain::entry::Entry;
use traad_domain::id::{EmploymentId, EntryId, PathwayId, UnitId};
use traad_domain::journal::Shares;
use traad_domain::org::{Employment, Leave};
use traad_domain::policy::Purpose;
use traad_domain::stored::{self, Place};
use traad_domain::time::local_date;
use traad_store::{Duty, StoredEntry};
use traad_testkit::app::{SeededRandomness, TestApp};

/// Steps of one life.
const STEPS: usize = 16;

fn told(seed: u64) -> (TestApp, SeededRandomness) {
    let test = TestApp::at("2026-03-03T11:00:00Z");
    test.app
        .seed_demo(test.app.now())
        .expect("the story can be told");
    (test, SeededRandomness::new(seed))
}

fn pathways(test: &TestApp) -> Vec<String> {
    test.app.store().list_pathways_after("", 1_000).unwrap()
}

fn open_duties(test: &TestApp) -> Vec<(String, Duty)> {
    let duties = |id: String| {
        let found = test.app.store().list_duties(&id).unwrap();
        found
            .into_iter()
            .map(move |duty| (id.clone(), duty))
            .collect::<Vec<_>>()
    };
    pathways(test).into_iter().flat_map(duties).collect()
}

fn employment(test: &TestApp, id: &str) -> Option<Employment> {
    test.app
        .employments()
        .unwrap()
        .into_iter()
        .find(|e| e.id.as_str() == id)
}

/// One thing that happens in a life.
fn happens(test: &TestApp, random: &SeededRandomness) {
    let bytes = random.bytes();
    let now = test.app.now();
    let all = test.app.employments().unwrap();
    let mut one = all[usize::from(bytes[1]) % all.len()].clone();
    // Somebody of the same unit, perhaps away too, perhaps the same one.
    let colleagues = all.iter().filter(|other| other.unit == one.unit);
    let deputy = colleagues
        .cycle()
        .nth(usize::from(bytes[3]))
        .filter(|_| bytes[4].is_multiple_of(2))
        .map(|other| other.id.clone());
    match bytes[0] % 6 {
        0 => one.to = Some(now),
        1 => one.to = None,
        2 => one.leave.push(Leave {
            from: now,
            to: Some(now + SignedDuration::from_hours(24 * i64::from(bytes[2]))),
            deputy: deputy.clone(),
        }),
        3 => one.leave.push(Leave {
            from: now + SignedDuration::from_hours(30),
            to: None,
            deputy: deputy.clone(),
        }),
        4 => {
            let directory = test.app.directory(local_date(now)).unwrap();
            let units = directory.units();
            let mut unit = units[usize::from(bytes[1]) % units.len()].clone();
            unit.to = Some(local_date(now).saturating_sub(1.day()));
            test.app.put_unit(&unit, "test", now).unwrap();
        }
        _ => test
            .clock
            .set(now + SignedDuration::from_hours(12 * i64::from(bytes[2] % 20))),
    }
    test.app.put_employment(&one, "test", now).unwrap();
    test.app.tick().unwrap();
}

/// The units that may read an entry.
fn readers(test: &TestApp, pathway: &str, entry: &str) -> Vec<UnitId> {
    let journal = test.app.store().load_journal(pathway).unwrap().unwrap();
    let read = |row: &StoredEntry| {
        let place = Place {
            pathway: PathwayId::new(pathway),
            seq: row.seq,
            id: EntryId::new(row.id.as_str()),
            recorded: Timestamp::from_millisecond(row.recorded_ms).unwrap(),
        };
        stored::read(place, row.document.as_deref()).unwrap()
    };
    let entries: Vec<Entry> = journal.entries.iter().map(read).collect();
    let shares = Shares::of(&entries);
    let found = entries.iter().find(|e| e.id.as_str() == entry).unwrap();
    let author = found.written().map(|w| w.envelope.author.unit.clone());
    let sent = shares.to(&found.id).iter().map(|share| share.unit.clone());
    author.into_iter().chain(sent).collect()
}

fn check(test: &TestApp, seed: u64, step: usize) {
    let now = test.app.now();
    let directory = test.app.directory(local_date(now)).unwrap();
    for (pathway, duty) in open_duties(test) {
        let place = format!("seed {seed}, step {step}: {} in {pathway}", duty.rule);
        assert!(!duty.owner_unit.is_empty(), "{place} has no owner");
        // Only a unit that may read what started a duty can owe it: when all of those have ended, nobody may be told.
        let some = readers(test, &pathway, &duty.start_entry)
            .iter()
            .any(|unit| directory.unit(unit).is_some());
        let exists = directory
            .unit(&UnitId::new(duty.owner_unit.as_str()))
            .is_some();
        assert!(exists || !some, "{place} stands with a unit that has ended");
        if let Some(person) = &duty.owner_person {
            let present = employment(test, person).is_some_and(|e| e.present_at(now));
            assert!(present, "{place} stands with `{person}`, who is away");
        }
    }
}

/// Everything that is open, whoever owes it.
fn what(test: &TestApp) -> BTreeSet<(String, String, String)> {
    open_duties(test)
        .into_iter()
        .map(|(p, d)| (p, d.rule, d.key))
        .collect()
}

#[test]
fn s2_033_no_open_duty_is_ever_without_an_owner() {
    for seed in 1..=3 {
        let (test, random) = told(seed);
        for step in 0..STEPS {
            happens(&test, &random);
            check(&test, seed, step);
        }
        // Nothing was lost on the way: with everybody back, the same duties stand there as if nobody had ever left.
        let left = what(&test);
        let (other, _) = told(seed);
        other.clock.set(test.app.now());
        other.app.tick().unwrap();
        assert_eq!(left, what(&other), "seed {seed}");
    }
}

#[test]
fn a_coordinator_on_leave_owes_nothing_and_takes_over_again_on_the_day_of_return() {
    let (test, _) = told(1);
    let now = test.app.now();
    let owner = |rule: &str| -> Vec<(String, Option<String>)> {
        let open = open_duties(&test)
            .into_iter()
            .filter(|(_, d)| d.rule == rule);
        open.map(|(_, d)| (d.owner_unit, d.owner_person)).collect()
    };
    let rule = "plan-follow-up";
    let hers = (("fam-odense".to_owned()), Some("demo-familie-1".to_owned()));
    assert!(owner(rule).contains(&hers), "{:?}", owner(rule));
    let mut mette = employment(&test, "demo-familie-1").unwrap();
    let back: Timestamp = now + SignedDuration::from_hours(48);
    mette.leave.push(Leave {
        from: now + SignedDuration::from_hours(1),
        to: Some(back),
        deputy: None,
    });
    test.app.put_employment(&mette, "test", now).unwrap();
    test.app.tick().unwrap();
    assert!(owner(rule).contains(&hers));
    test.clock.set(now + SignedDuration::from_hours(2));
    test.app.tick().unwrap();
    assert!(
        owner(rule).contains(&("fam-odense".to_owned(), None)),
        "{:?}",
        owner(rule)
    );
    assert!(!owner(rule).contains(&hers));
    test.clock.set(back);
    test.app.tick().unwrap();
    assert!(owner(rule).contains(&hers), "{:?}", owner(rule));
    let ctx = Ctx {
        actor: test
            .app
            .actor(&EmploymentId::new("demo-familie-1"), back)
            .unwrap()
            .unwrap(),
        now: back,
        purpose: Purpose::Care,
        submission: None,
    };
    assert!(test.app.waiting(&ctx, None).is_ok());
}
