// SPDX-License-Identifier: EUPL-1.2
//! Pages of the log: by unit, employment and pathway, going on from a line, with sums; and a log that was there before.

use crate::support::{Bench, T0, cpr, log_row, on_both, put, settings};
use traad_store::{
    LogBucket, LogFilter, LogLine, LogPlace, LogRow, LogScope, PersonIndex, PutRecord, Store,
};

on_both!(
    lines_are_found_by_unit_employment_and_pathway,
    a_page_goes_on_where_the_one_before_ended,
    lines_are_counted_drawn_and_summed,
    a_reader_of_a_namesake_is_found,
    a_log_from_before_is_found_by_its_pathways,
    cases_and_persons_lead_to_pathways,
);

const MINUTE: i64 = 60_000;

fn row(at: i64, who: &str, action: &str, pathways: &[&str]) -> LogRow {
    let (unit, _) = who.split_once('-').unwrap();
    LogRow {
        at_ms: T0 + at * MINUTE,
        employment: who.into(),
        unit: unit.into(),
        ..log_row(action, pathways)
    }
}

fn refused(row: LogRow) -> LogRow {
    LogRow {
        outcome: "refused".into(),
        ..row
    }
}

fn fill(store: &Store) {
    let rows = vec![
        row(0, "a-1", "read", &["p1"]),
        row(1, "a-2", "tasks", &["p1", "p2", "p1"]),
        refused(row(2, "b-1", "read", &["p1"])),
        row(3, "a-1", "log-in", &[]),
        row(40, "a-1", "read", &["p2"]),
    ];
    store.log_read(rows).unwrap();
}

fn minutes(lines: &[LogLine]) -> Vec<i64> {
    lines
        .iter()
        .map(|line| (line.row.at_ms - T0) / MINUTE)
        .collect()
}

fn found(store: &Store, filter: &LogFilter) -> Vec<i64> {
    minutes(&store.log_lines(filter).unwrap())
}

fn unit(id: &str) -> LogScope {
    LogScope::Unit(id.into())
}

fn lines_are_found_by_unit_employment_and_pathway(bench: &Bench) {
    let store = &bench.store;
    fill(store);
    let all = |scope| LogFilter::of(scope, 9);
    assert_eq!(found(store, &all(unit("a"))), [40, 3, 1, 0]);
    let employment = LogScope::Employment("a-1".into());
    assert_eq!(found(store, &all(employment.clone())), [40, 3, 0]);
    let pathway = LogScope::Pathway("p1".into());
    // A line that names a pathway twice is one line.
    assert_eq!(found(store, &all(pathway.clone())), [2, 1, 0]);
    assert_eq!(found(store, &all(LogScope::Pathway("p".into()))), [0; 0]);
    for scope in [unit("a"), employment, pathway.clone()] {
        let read = LogFilter {
            action: "read".into(),
            outcome: "permitted".into(),
            ..all(scope)
        };
        assert!(found(store, &read).contains(&0));
        assert!(!found(store, &read).contains(&1) && !found(store, &read).contains(&2));
    }
    let by_one = LogFilter {
        employment: "a-2".into(),
        ..all(unit("a"))
    };
    assert_eq!(found(store, &by_one), [1]);
    let of_one = LogFilter {
        employment: "b-1".into(),
        ..all(pathway)
    };
    assert_eq!(found(store, &of_one), [2]);
    let later = LogFilter {
        from_ms: T0 + MINUTE,
        before: LogPlace::end(T0 + 40 * MINUTE),
        ..all(unit("a"))
    };
    assert_eq!(found(store, &later), [3, 1]);
}

fn a_page_goes_on_where_the_one_before_ended(bench: &Bench) {
    let store = &bench.store;
    // Lines of one instant, in two segments.
    for half in [store, &bench.again()] {
        let rows = (0..5).map(|_| row(7, "a-1", "read", &["p1"]));
        half.log_read(rows.collect()).unwrap();
    }
    for scope in [
        unit("a"),
        LogScope::Employment("a-1".into()),
        LogScope::Pathway("p1".into()),
    ] {
        let mut filter = LogFilter::of(scope, 3);
        let mut places: Vec<LogPlace> = Vec::new();
        loop {
            let page = store.log_lines(&filter).unwrap();
            places.extend(page.iter().map(|line| line.place.clone()));
            let Some(last) = page.last().filter(|_| page.len() == 3) else {
                break;
            };
            filter.before = last.place.clone();
        }
        assert_eq!(places.len(), 10);
        assert!(places.is_sorted_by(|a, b| a > b), "{places:?}");
    }
}

fn lines_are_counted_drawn_and_summed(bench: &Bench) {
    let store = &bench.store;
    fill(store);
    let period = (T0, T0 + 60 * MINUTE);
    assert_eq!(store.count_log("a", period).unwrap(), 4);
    assert_eq!(store.count_log("a", (T0, T0 + MINUTE)).unwrap(), 1);
    assert_eq!(store.count_log("c", period).unwrap(), 0);
    let drawn = |number| store.log_line_at("a", period, number).unwrap();
    let drawn: Vec<LogLine> = (0..5).filter_map(drawn).collect();
    assert_eq!(minutes(&drawn), [0, 1, 3, 40]);
    let sums = |unit: &str, action: &str, outcome: &str| {
        store.log_buckets(unit, period, (action, outcome)).unwrap()
    };
    let first = T0 / (30 * MINUTE);
    let bucket = |employment: &str, half_hour, lines, pathways| LogBucket {
        employment: employment.into(),
        half_hour,
        lines,
        pathways,
    };
    let last = (T0 + 40 * MINUTE) / (30 * MINUTE);
    assert_eq!(
        sums("a", "read", "permitted"),
        [bucket("a-1", first, 1, 1), bucket("a-1", last, 1, 1)]
    );
    assert_eq!(sums("b", "", "refused"), [bucket("b-1", first, 1, 1)]);
    assert_eq!(sums("a", "", "refused"), []);
}

fn a_reader_of_a_namesake_is_found(bench: &Bench) {
    let store = &bench.store;
    put(store, "p1", 0, "p1-1").unwrap();
    fill(store);
    let period = (T0, T0 + 60 * MINUTE);
    let read = |who: &str, word: &str| store.list_read_by_name(who, period, word).unwrap();
    assert_eq!(read("a-1", "soerensen"), ["p1"]);
    assert_eq!(read("a-1", "jensen"), [""; 0]);
    assert_eq!(read("a-2", "soerensen"), [""; 0]);
}

fn a_log_from_before_is_found_by_its_pathways(bench: &Bench) {
    fill(&bench.store);
    bench
        .past_the_store(
            "DROP TABLE log_pathway;
             DROP INDEX access_log_by_unit;
             DROP INDEX access_log_by_employment;
             DELETE FROM migration WHERE number = 4",
        )
        .unwrap();
    let store = Store::open(&bench.location, &settings()).unwrap();
    let of = |pathway: &str| found(&store, &LogFilter::of(LogScope::Pathway(pathway.into()), 9));
    assert_eq!(of("p1"), [2, 1, 0]);
    assert_eq!(of("p2"), [40, 1]);
    assert_eq!(of(""), [0; 0]);
}

fn cases_and_persons_lead_to_pathways(bench: &Bench) {
    let store = &bench.store;
    put(store, "p1", 0, "p1-1").unwrap();
    assert_eq!(store.find_case("case p1").unwrap().as_deref(), Some("p1"));
    assert_eq!(store.find_case("case p2").unwrap(), None);
    let mut hers = crate::support::on("p2", 0, vec![crate::support::entry("p2-1", "")]);
    hers.projection.header.document = r#"{"subject":"anna"}"#.into();
    store.append(crate::support::just(hers)).unwrap();
    let person = PutRecord {
        kind: "person".into(),
        id: "anna".into(),
        expected_version: 0,
        recorded_ms: T0,
        recorded_by: "operator".into(),
        document: "{}".into(),
        index: Some(PersonIndex {
            names: Vec::new(),
            identifiers: vec![cpr("0101904444")],
        }),
    };
    store.put_records(vec![person]).unwrap();
    let of = |number: &str| store.list_pathways_by_number(&cpr(number)).unwrap();
    assert_eq!(of("0101904444"), ["p2"]);
    assert_eq!(of("0101904445"), [""; 0]);
}
