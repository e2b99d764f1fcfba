// SPDX-License-Identifier: EUPL-1.2
//! Two ways to the same rows: differences upon differences against the whole, and the yardstick against the store.

use crate::support::{
    Bench, Folder, T0, cpr, duty, entry, inbox_item, inspect, just, log_row, on, projection,
    settings,
};
use proptest::prelude::*;
use traad_store::bulk::{Bulk, BulkError, Prepared};
use traad_store::measure::Yardstick;
use traad_store::{
    Append, Duty, DutyStatus, InboxItem, Location, PersonIndex, Projection, PutRecord, Store,
    StoreError, Submission,
};

fn any_duty() -> impl Strategy<Value = Duty> {
    let statuses = [
        DutyStatus::Overdue,
        DutyStatus::Open,
        DutyStatus::Unsettled,
        DutyStatus::Scheduled,
    ];
    let due = prop::option::of(0i64..3);
    (0u8..3, 0u8..2, prop::sample::select(statuses.to_vec()), due).prop_map(
        |(rule, key, status, due)| Duty {
            status,
            due_ms: due.map(|days| T0 + days * 86_400_000),
            ..duty(&format!("rule-{rule}"), &format!("key {key}"))
        },
    )
}

fn any_item() -> impl Strategy<Value = InboxItem> {
    (0u8..2, 0u8..2, any::<bool>()).prop_map(|(reference, unit, open)| InboxItem {
        open,
        ..inbox_item(&format!("ref-{reference}"), &format!("unit-{unit}"))
    })
}

prop_compose! {
    /// Few values, so that rows stay, change, go and come back. No key occurs twice.
    fn any_projection()(
        mut duties in prop::collection::vec(any_duty(), 0..5),
        mut inbox in prop::collection::vec(any_item(), 0..3),
        units in prop::collection::btree_set("[abc]", 0..3),
        names in prop::collection::vec("[åæøA-C]{1,2} [a-c]", 0..3),
        numbers in prop::collection::btree_set("[0-2]", 0..3),
    ) -> Projection {
        duties.sort_by(|a, b| (&a.rule, &a.key).cmp(&(&b.rule, &b.key)));
        duties.dedup_by(|a, b| (&a.rule, &a.key) == (&b.rule, &b.key));
        inbox.sort_by(|a, b| (&a.reference, &a.unit).cmp(&(&b.reference, &b.unit)));
        inbox.dedup_by(|a, b| (&a.reference, &a.unit) == (&b.reference, &b.unit));
        Projection {
            duties,
            inbox,
            units: units.into_iter().collect(),
            names,
            identifiers: numbers.iter().map(|number| cpr(number)).collect(),
            ..projection("p")
        }
    }
}

/// What is stored after the projections one upon another is what the last one alone would have stored.
fn check(steps: &[Projection]) {
    let (bench, alone) = (Bench::sqlite(), Bench::sqlite());
    for (seq, step) in (0..).zip(steps) {
        let mut append = on("p", seq, vec![entry(&format!("p-{seq}"), "text")]);
        append.projection = step.clone();
        bench.store.append(just(append)).unwrap();
        let stored = (
            bench.store.list_duties("p").unwrap(),
            bench.store.list_inbox_of("p").unwrap(),
        );
        assert_eq!(stored, (step.duties.clone(), step.inbox.clone()));
        assert_eq!(bench.store.list_units_of("p").unwrap(), step.units);
    }
    let last = steps.last().unwrap();
    for seq in 0..steps.len() {
        let mut append = on(
            "p",
            u32::try_from(seq).unwrap(),
            vec![entry(&format!("p-{seq}"), "text")],
        );
        append.projection = last.clone();
        alone.store.append(just(append)).unwrap();
    }
    let rows = bench.store.dump_projections().unwrap();
    assert_eq!(rows, alone.store.dump_projections().unwrap());
    bench
        .store
        .rebuild(|_| Ok::<_, StoreError>(last.clone()))
        .unwrap();
    assert_eq!(bench.store.dump_projections().unwrap(), rows);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn differences_upon_differences_give_the_whole(steps in prop::collection::vec(any_projection(), 1..6)) {
        check(&steps);
    }
}

#[test]
fn the_yardstick_writes_what_the_store_writes() {
    let folder = Folder::new();
    let file = folder.file("yardstick.db");
    let bench = Bench::sqlite();
    let mut yardstick = Yardstick::open(&file).unwrap();
    for turn in 0..3u32 {
        let batch: Vec<Append> = (0..5)
            .map(|number| {
                let id = format!("p{number}");
                let mut append = just(on(&id, turn, vec![entry(&format!("{id}-{turn}"), "text")]));
                append.pathways[0].projection.duties[0].due_ms = Some(T0 + i64::from(turn));
                append.log = vec![log_row("write", &[&id])];
                append.submission = Some(Submission {
                    author: "anna".into(),
                    id: format!("{id}-{turn}"),
                    result: "/".into(),
                    recorded_ms: T0,
                });
                append
            })
            .collect();
        let ready = yardstick.prepare(batch.clone()).unwrap();
        yardstick.write(&ready).unwrap();
        yardstick.bare_commit().unwrap();
        for append in batch {
            bench.store.append(append).unwrap();
        }
    }
    drop(yardstick);
    let written = Store::open(&Location::Sqlite(file), &settings()).unwrap();
    assert_eq!(
        written.dump_projections().unwrap(),
        bench.store.dump_projections().unwrap()
    );
    let (left, right) = (
        written.verify(None, inspect).unwrap(),
        bench.store.verify(None, inspect).unwrap(),
    );
    assert_eq!(left, right);
    assert_eq!(
        (left.entries, left.log_lines, left.problems),
        (15, 15, vec![])
    );
    let heads = |store: &Store| {
        let anchor = store.anchor().unwrap();
        anchor
            .heads
            .into_iter()
            .filter(|at| !at.place.starts_with("log:"))
            .collect::<Vec<_>>()
    };
    assert_eq!(heads(&written), heads(&bench.store));
}

/// A version of a person, found by its number.
fn record(id: &str, version: u32) -> PutRecord {
    PutRecord {
        kind: "person".into(),
        id: id.into(),
        expected_version: version,
        recorded_ms: T0,
        recorded_by: "anna".into(),
        document: format!("{{\"v\":{version}}}"),
        index: Some(PersonIndex {
            names: vec![format!("Test {id} {version}")],
            identifiers: vec![cpr(id)],
        }),
    }
}

#[test]
fn a_file_filled_in_bulk_holds_what_single_appends_would_and_is_a_database_like_any_other() {
    let folder = Folder::new();
    let file = folder.file("bulk.db");
    let bench = Bench::sqlite();
    drop(Store::open(&Location::Sqlite(file.clone()), &settings()).unwrap());
    let mut bulk = Bulk::open(&file, "bulk-1").unwrap();
    for number in 0..6 {
        let id = format!("p{number}");
        let entries = (0..3)
            .map(|at| entry(&format!("{id}-{at}"), "text"))
            .collect();
        let mut append = just(on(&id, 0, entries));
        append.log = vec![log_row("write", &[&id])];
        append.records = vec![record(&id, 0), record(&id, 1)];
        bulk.write(&[Prepared::of(append.clone()).unwrap()])
            .unwrap();
        bench.store.append(append).unwrap();
    }
    bulk.finish().unwrap();
    let filled = Store::open(&Location::Sqlite(file.clone()), &settings()).unwrap();
    assert_eq!(
        filled.dump_projections().unwrap(),
        bench.store.dump_projections().unwrap()
    );
    assert_eq!(
        filled.list_records("person").unwrap(),
        bench.store.list_records("person").unwrap()
    );
    assert_eq!(filled.count_record_versions("person").unwrap(), 12);
    let report = filled.verify(None, inspect).unwrap();
    assert_eq!(
        (report.entries, report.log_lines, report.problems),
        (18, 6, vec![])
    );
    // It goes on like a file that was never filled: appends are found, by indexes that are there again.
    filled
        .append(just(on("p0", 3, vec![entry("p0-3", "text")])))
        .unwrap();
    drop(filled);
    let again = Bulk::open(&file, "bulk-2");
    assert!(matches!(again, Err(BulkError::NotEmpty { .. })));
    let nowhere = Bulk::open(&folder.file("nowhere.db"), "bulk-1");
    assert!(nowhere.unwrap_err().to_string().contains("nowhere.db"));
}
