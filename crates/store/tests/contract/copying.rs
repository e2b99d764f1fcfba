// SPDX-License-Identifier: EUPL-1.2
//! A whole copy: taken while others write, put into either engine, and never over something.

use crate::support::{
    Bench, Folder, duty, entry, inspect, journal, just, log_row, on, on_both, put, settings,
};
use std::io::BufReader;
use traad_store::{
    Append, Copied, CopyError, DraftKey, Location, OpenError, PutRecord, Store, Submission,
};

on_both!(
    a_copy_put_into_a_new_file_is_the_same_database,
    a_copy_is_of_one_moment_while_others_write,
    until_it_is_finished_it_opens_for_nobody,
    a_cut_or_changed_copy_is_refused_and_nothing_is_left,
);

fn copy(store: &Store) -> (Vec<u8>, Copied) {
    let mut bytes = Vec::new();
    let copied = store.copy_out(&mut bytes).unwrap();
    (bytes, copied)
}

fn put_in(location: &Location, bytes: &[u8]) -> Result<(Store, Copied), CopyError> {
    Store::copy_in(location, &settings(), &mut BufReader::new(bytes))
}

fn new_place(folder: &Folder) -> Location {
    Location::Sqlite(folder.file("new.db"))
}

/// Something in every kind of table.
fn fill(store: &Store) {
    journal(store, "p1", 3);
    journal(store, "p2", 1);
    let mut on = on("p1", 3, vec![entry("p1-4", "med \"anførsel\"\nog linjer")]);
    on.projection.duties.push(duty("rule-2", "b"));
    let record = PutRecord {
        kind: "unit".into(),
        id: "unit-a".into(),
        expected_version: 0,
        recorded_ms: 5,
        recorded_by: "system".into(),
        document: "{}".into(),
        index: None,
    };
    let submission = Submission {
        author: "employment-1".into(),
        id: "form-1".into(),
        result: "p1".into(),
        recorded_ms: 5,
    };
    store
        .append(Append {
            records: vec![record],
            submission: Some(submission),
            log: vec![log_row("write", &["p1"])],
            ..just(on)
        })
        .unwrap();
    store
        .update_draft(traad_store::Draft {
            key: DraftKey {
                author: "employment-1".into(),
                form: "note".into(),
                key: "p1".into(),
            },
            document: "{}".into(),
            saved_ms: 5,
            expires_ms: 50,
        })
        .unwrap();
}

fn a_copy_put_into_a_new_file_is_the_same_database(bench: &Bench) {
    fill(&bench.store);
    let (bytes, copied) = copy(&bench.store);
    let folder = Folder::new();
    let (store, put) = put_in(&new_place(&folder), &bytes).unwrap();
    assert_eq!(copied, put);
    store.finish_restore().unwrap();
    let report = store.verify(None, inspect).unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert_eq!((report.entries, report.log_lines), (5, 1));
    assert_eq!(
        store.dump_projections().unwrap(),
        bench.store.dump_projections().unwrap()
    );
    assert_eq!(
        store
            .submitted("employment-1", "form-1")
            .unwrap()
            .as_deref(),
        Some("p1")
    );
    // Sorted, since the engines keep their rows in different orders.
    let sorted = |bytes: &[u8]| {
        let mut lines: Vec<String> = String::from_utf8_lossy(bytes)
            .lines()
            .map(str::to_owned)
            .collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&copy(&store).0), sorted(&bytes));
    // And on it goes from where the copy ended.
    crate::support::put(&store, "p2", 1, "p2-2").unwrap();
}

fn a_copy_is_of_one_moment_while_others_write(bench: &Bench) {
    journal(&bench.store, "p0", 1);
    let stop = std::sync::atomic::AtomicBool::new(false);
    let bytes = std::thread::scope(|scope| {
        for writer in 0..3 {
            let (store, stop) = (&bench.store, &stop);
            scope.spawn(move || {
                for seq in 0.. {
                    if stop.load(std::sync::atomic::Ordering::SeqCst) {
                        break;
                    }
                    put(
                        store,
                        &format!("w{writer}"),
                        seq,
                        &format!("w{writer}-{seq}"),
                    )
                    .unwrap();
                }
            });
        }
        let mut last = Vec::new();
        for _ in 0..4 {
            last = copy(&bench.store).0;
        }
        stop.store(true, std::sync::atomic::Ordering::SeqCst);
        last
    });
    let folder = Folder::new();
    let (store, _) = put_in(&new_place(&folder), &bytes).unwrap();
    let report = store.verify(None, inspect).unwrap();
    assert!(report.is_sound(), "{report:?}");
    for pathway in store.list_pathways_after("", 10).unwrap() {
        let header = store.find_header(&pathway).unwrap().unwrap();
        let journal = store.load_journal(&pathway).unwrap().unwrap();
        assert_eq!(header.head, journal.head);
    }
}

fn until_it_is_finished_it_opens_for_nobody(bench: &Bench) {
    journal(&bench.store, "p1", 1);
    let (bytes, _) = copy(&bench.store);
    let folder = Folder::new();
    let place = new_place(&folder);
    let (store, _) = put_in(&place, &bytes).unwrap();
    let refused = Store::open(&place, &settings()).unwrap_err();
    assert!(matches!(refused, OpenError::Unfinished { .. }), "{refused}");
    assert!(matches!(
        put_in(&place, &bytes),
        Err(CopyError::Taken { .. })
    ));
    store.finish_restore().unwrap();
    Store::open(&place, &settings()).unwrap();
    // What is there is never written over, finished or not, whatever engine holds it.
    assert!(matches!(
        put_in(&place, &bytes),
        Err(CopyError::Taken { .. })
    ));
    assert!(matches!(
        put_in(&bench.location, &bytes),
        Err(CopyError::Taken { .. })
    ));
}

fn a_cut_or_changed_copy_is_refused_and_nothing_is_left(bench: &Bench) {
    journal(&bench.store, "p1", 2);
    let (bytes, _) = copy(&bench.store);
    let text = String::from_utf8(bytes).unwrap();
    let without_a_row = text.replacen(
        text.lines().find(|line| line.contains("p1-2")).unwrap(),
        "",
        1,
    );
    let (_, known) = bench.store.schema().unwrap();
    let newer = text.replacen(&format!("\"schema\":{known}"), "\"schema\":99", 1);
    assert_ne!(newer, text, "the head names the schema of this program");
    let (without_end, _) = text.rsplit_once("{\"end\"").unwrap();
    let (cut, _) = without_end.split_at(without_end.len() - 40);
    for (wrong, why) in [
        (without_end, "cut off"),
        (cut, "damaged"),
        (without_a_row.as_str(), "damaged"),
        (newer.as_str(), "newer program"),
        ("{\"something\":1}\n", "no copy"),
    ] {
        let folder = Folder::new();
        let place = new_place(&folder);
        let refused = put_in(&place, wrong.as_bytes()).unwrap_err().to_string();
        assert!(refused.contains(why), "{why}: {refused}");
        assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 0, "{why}");
    }
}

#[test]
fn a_copy_of_sqlite_can_be_put_into_postgresql() {
    let bench = Bench::sqlite();
    fill(&bench.store);
    let (bytes, copied) = copy(&bench.store);
    let database = traad_testkit::postgres::empty_database().unwrap();
    let place = Location::Postgres(database.url().to_owned());
    let (store, put) = put_in(&place, &bytes).unwrap();
    assert_eq!(copied, put);
    assert!(matches!(
        Store::open(&place, &settings()),
        Err(OpenError::Unfinished { .. })
    ));
    store.finish_restore().unwrap();
    assert!(store.verify(None, inspect).unwrap().is_sound());
    assert_eq!(
        store.dump_projections().unwrap(),
        bench.store.dump_projections().unwrap()
    );
}
