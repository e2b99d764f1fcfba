// SPDX-License-Identifier: EUPL-1.2
//! `verify` sees every kind of change, `erase` keeps it green, and the guards refuse what is not erasure.

use crate::support::{
    Bench, Folder, T0, entry, erasing, inspect, journal, just, log_row, on, on_both, settings,
};
use traad_store::{
    Anchor, Create, Erasure, Location, OpenError, ProblemKind, Scrubbed, Settings, Store,
    StoreError,
};

on_both!(
    a_sound_store_has_no_problems,
    every_change_of_an_entry_is_seen,
    what_is_gone_since_the_anchor_is_seen,
    the_access_log_is_chained,
    erasing_takes_the_text_and_keeps_the_chain,
    what_is_written_stays,
);

fn kinds(store: &Store, anchor: Option<&Anchor>) -> Vec<ProblemKind> {
    let mut kinds: Vec<_> = store
        .verify(anchor, inspect)
        .unwrap()
        .problems
        .iter()
        .map(|p| p.kind)
        .collect();
    kinds.dedup();
    kinds
}

fn a_sound_store_has_no_problems(bench: &Bench) {
    journal(&bench.store, "p", 5);
    journal(&bench.store, "q", 1);
    bench
        .store
        .log_read(vec![log_row("list", &["p", "q"]), log_row("open", &["p"])])
        .unwrap();
    let anchor = bench.store.anchor().unwrap();
    let report = bench.store.verify(Some(&anchor), inspect).unwrap();
    assert_eq!(report.problems, []);
    assert_eq!(
        (
            report.journals,
            report.entries,
            report.erased,
            report.log_lines
        ),
        (2, 6, 0, 2)
    );
    assert_eq!(
        anchor
            .heads
            .iter()
            .map(|at| at.head.seq)
            .collect::<Vec<_>>(),
        [2, 5, 1]
    );
    // What is appended after the anchor was written does not disturb it.
    journal(&bench.store, "r", 2);
    assert_eq!(
        kinds(
            &bench.store,
            Some(&Anchor::parse(&anchor.to_text()).unwrap())
        ),
        []
    );
}

fn every_change_of_an_entry_is_seen(bench: &Bench) {
    use ProblemKind::{
        DocumentChanged, EmptyWithoutErasure, EntryMissing, HeadDiffers, HeaderMissing,
        JournalMissing, LinkBroken, OutOfOrder, TopicChanged, Unreadable,
    };
    let cases = [
        (
            "UPDATE entry SET document = '{\"text\":\"other\"}' WHERE id = 'P-2'",
            vec![DocumentChanged],
        ),
        (
            "UPDATE entry SET document = 'no json' WHERE id = 'P-2'",
            vec![DocumentChanged, Unreadable],
        ),
        (
            "UPDATE entry SET salt = 'other' WHERE id = 'P-2'",
            vec![DocumentChanged],
        ),
        (
            "UPDATE entry SET topic = 'plan' WHERE id = 'P-2'",
            vec![TopicChanged],
        ),
        (
            "UPDATE entry SET recorded = recorded - 1 WHERE id = 'P-2'",
            vec![LinkBroken, OutOfOrder],
        ),
        (
            "UPDATE entry SET id = 'P-2x' WHERE id = 'P-2'",
            vec![LinkBroken],
        ),
        (
            "UPDATE entry SET document = NULL, salt = NULL WHERE id = 'P-2'",
            vec![EmptyWithoutErasure],
        ),
        (
            "DELETE FROM entry WHERE id = 'P-2'",
            vec![EntryMissing, LinkBroken],
        ),
        ("DELETE FROM entry WHERE id = 'P-3'", vec![HeadDiffers]),
        (
            "DELETE FROM entry WHERE pathway = 'P'",
            vec![JournalMissing],
        ),
        (
            "DELETE FROM pathway_header WHERE pathway = 'P'",
            vec![HeaderMissing],
        ),
        (
            "UPDATE pathway_header SET head_hash = 'x' WHERE pathway = 'P'",
            vec![HeadDiffers],
        ),
        (
            "UPDATE entry SET seq = 9 WHERE id = 'P-2'; UPDATE entry SET seq = 2 WHERE id = 'P-3';
             UPDATE entry SET seq = 3 WHERE id = 'P-2'",
            vec![LinkBroken, HeadDiffers],
        ),
    ];
    let mut expected = Vec::new();
    for (at, (statements, kinds)) in cases.iter().enumerate() {
        let pathway = format!("case{at:02}");
        journal(&bench.store, &pathway, 3);
        bench.tamper(&statements.replace("'P", &format!("'{pathway}")));
        expected.push((pathway, kinds.clone()));
    }
    let report = bench.store.verify(None, inspect).unwrap();
    for (at, (pathway, kinds)) in expected.iter().enumerate() {
        let mut found: Vec<_> = report
            .problems
            .iter()
            .filter(|p| p.place == *pathway)
            .map(|p| p.kind)
            .collect();
        found.sort();
        found.dedup();
        let mut wanted = kinds.clone();
        wanted.sort();
        assert_eq!(found, wanted, "{}", cases[at].0);
    }
}

fn what_is_gone_since_the_anchor_is_seen(bench: &Bench) {
    use ProblemKind::{ChangedSinceAnchor, CutSinceAnchor, MissingSinceAnchor};
    journal(&bench.store, "cut", 3);
    journal(&bench.store, "gone", 2);
    journal(&bench.store, "remade", 2);
    bench
        .store
        .log_read(vec![log_row("one", &[]), log_row("two", &[])])
        .unwrap();
    let anchor = bench.store.anchor().unwrap();
    // Somebody careful: the tail is cut and the header follows, a journal and its header go, another is written anew.
    bench.tamper(
        "DELETE FROM entry WHERE id = 'cut-3';
         UPDATE pathway_header SET head_seq = 2,
           head_hash = (SELECT hash FROM entry WHERE id = 'cut-2') WHERE pathway = 'cut';
         DELETE FROM entry WHERE pathway IN ('gone', 'remade');
         DELETE FROM pathway_header WHERE pathway IN ('gone', 'remade');
         DELETE FROM access_log WHERE seq = 2",
    );
    let remade = vec![
        entry("remade-1", "another past"),
        entry("remade-2", "another past"),
    ];
    bench.store.append(just(on("remade", 0, remade))).unwrap();
    assert_eq!(kinds(&bench.store, None), [], "a chain alone cannot see it");
    let report = bench.store.verify(Some(&anchor), inspect).unwrap();
    let mut found: Vec<_> = report
        .problems
        .iter()
        .map(|p| (p.place.split(':').next().unwrap(), p.kind))
        .collect();
    found.sort();
    assert_eq!(
        found,
        [
            ("cut", CutSinceAnchor),
            ("gone", MissingSinceAnchor),
            ("log", CutSinceAnchor),
            ("remade", ChangedSinceAnchor)
        ]
    );
    assert!(
        report
            .problems
            .iter()
            .any(|p| p.to_string() == "`cut`: the journal had 3 entries, it has 2")
    );
    bench.tamper("DELETE FROM access_log");
    assert!(kinds(&bench.store, Some(&anchor)).contains(&MissingSinceAnchor));
}

fn the_access_log_is_chained(bench: &Bench) {
    for action in ["one", "two", "three"] {
        bench.store.log_read(vec![log_row(action, &["p"])]).unwrap();
    }
    assert_eq!(kinds(&bench.store, None), []);
    bench.tamper("UPDATE access_log SET purpose = 'other' WHERE action = 'two'");
    assert_eq!(kinds(&bench.store, None), [ProblemKind::LogBroken]);
    bench.tamper("UPDATE access_log SET purpose = 'behandling' WHERE action = 'two'");
    assert_eq!(kinds(&bench.store, None), []);
    bench.tamper("DELETE FROM access_log WHERE action = 'two'");
    assert_eq!(kinds(&bench.store, None), [ProblemKind::LogBroken]);
}

fn erasing_takes_the_text_and_keeps_the_chain(bench: &Bench) {
    let store = &bench.store;
    let secret = "hemmeligordet".repeat(400);
    let entries = vec![
        entry("e1", "stays"),
        entry("e2", &secret),
        entry("e3", "hemmeligordet"),
        entry("e4", "stays"),
    ];
    store.append(just(on("p", 0, entries))).unwrap();
    journal(store, "q", 1);
    let erasure = |pathway: &str, entry: &str| Erasure {
        pathway: pathway.into(),
        entry: entry.into(),
        erased_by: "e5".into(),
        recorded_ms: T0,
    };
    let says_so = || just(on("p", 4, vec![erasing("e5", &["e2", "e3"])]));
    let refused = [
        vec![erasure("p", "none")],
        vec![erasure("q", "q-1")],
        vec![erasure("p", "q-1")],
        vec![Erasure {
            erased_by: "e9".into(),
            ..erasure("p", "e2")
        }],
    ];
    for erasures in refused {
        let error = store.erase(erasures, says_so()).unwrap_err();
        assert!(
            matches!(&error, StoreError::Conflict { name } if name == "erasure"),
            "{error}"
        );
    }
    assert_eq!(store.load_journal("p").unwrap().unwrap().head.seq, 4);

    let wanted = vec![erasure("p", "e2"), erasure("p", "e3")];
    let (appended, scrubbed) = store.erase(wanted.clone(), says_so()).unwrap();
    assert_eq!(appended.heads[0].1.seq, 5);
    let read = store.load_journal("p").unwrap().unwrap();
    assert_eq!(
        read.entries
            .iter()
            .filter(|entry| entry.document.is_none())
            .count(),
        2
    );
    let report = store.verify(None, inspect).unwrap();
    assert_eq!((report.problems, report.erased), (vec![], 2));
    assert_eq!(store.list_erasures().unwrap(), wanted);
    let again = just(on("p", 5, vec![erasing("e5b", &["e2"])]));
    assert!(
        store
            .erase(
                vec![Erasure {
                    erased_by: "e5b".into(),
                    ..erasure("p", "e2")
                }],
                again
            )
            .is_err()
    );
    assert_ne!(store.scrub().unwrap(), Scrubbed::Waiting);

    if let Location::Sqlite(path) = &bench.location {
        assert_eq!(scrubbed, Scrubbed::Done);
        for file in [path.clone(), path.with_extension("db-wal")] {
            let bytes = std::fs::read(&file).unwrap();
            let found = bytes.windows(13).any(|part| part == b"hemmeligordet");
            assert!(!found, "the erased text is still in {}", file.display());
        }
    }
}

fn what_is_written_stays(bench: &Bench) {
    journal(&bench.store, "p", 2);
    bench.store.log_read(vec![log_row("one", &[])]).unwrap();
    let says_so = just(on("p", 2, vec![erasing("p-3", &["p-2"])]));
    let erasure = Erasure {
        pathway: "p".into(),
        entry: "p-2".into(),
        erased_by: "p-3".into(),
        recorded_ms: T0,
    };
    bench.store.erase(vec![erasure], says_so).unwrap();
    for statement in [
        "UPDATE entry SET document = 'x' WHERE id = 'p-1'",
        "UPDATE entry SET document = NULL, salt = NULL WHERE id = 'p-1'",
        "UPDATE entry SET document = NULL, salt = NULL, topic = 'x' WHERE id = 'p-2'",
        "UPDATE entry SET document = 'back', salt = 'x' WHERE id = 'p-2'",
        "DELETE FROM entry",
        "UPDATE erasure SET entry = 'p-1'",
        "DELETE FROM erasure",
        "UPDATE access_log SET purpose = 'x'",
        "DELETE FROM access_log",
    ] {
        let said = bench.past_the_store(statement).unwrap_err();
        assert!(said.contains("append-only"), "{statement}: {said}");
    }
    assert_eq!(kinds(&bench.store, None), []);
}

fn open_line(location: &Location, create: Create) -> String {
    Store::open(
        location,
        &Settings {
            create,
            ..settings()
        },
    )
    .unwrap_err()
    .to_string()
}

#[test]
fn each_way_a_file_cannot_be_opened_is_one_line_with_a_remedy() {
    let folder = Folder::new();
    let at = |name: &str| Location::Sqlite(folder.file(name));
    let missing = open_line(&at("none/traad.db"), Create::IfMissing);
    assert!(
        missing.contains("none` does not exist: make it"),
        "{missing}"
    );
    let absent = open_line(&at("traad.db"), Create::Never);
    assert!(
        absent.contains("no database at") && !folder.file("traad.db").exists(),
        "{absent}"
    );

    std::fs::write(
        folder.file("text.db"),
        "hello, this is a letter and no database at all".repeat(100),
    )
    .unwrap();
    let text = open_line(&at("text.db"), Create::IfMissing);
    assert!(text.contains("text.db` is not a database"), "{text}");

    std::fs::create_dir(folder.file("folder.db")).unwrap();
    let inside = open_line(&at("folder.db"), Create::IfMissing);
    assert!(inside.contains("folder.db` is not a database"), "{inside}");

    let other = rusqlite::Connection::open(folder.file("other.db")).unwrap();
    other
        .execute_batch("CREATE TABLE wine (year INTEGER)")
        .unwrap();
    let foreign = open_line(&at("other.db"), Create::IfMissing);
    assert!(foreign.contains("tables of another program"), "{foreign}");

    let opened = Store::open(&at("newer.db"), &settings()).unwrap();
    let (_, known) = opened.schema().unwrap();
    drop(opened);
    let newer = rusqlite::Connection::open(folder.file("newer.db")).unwrap();
    newer
        .execute_batch("INSERT INTO migration VALUES (99, 'later', 'x')")
        .unwrap();
    let line = open_line(&at("newer.db"), Create::IfMissing);
    assert!(
        line.contains(&format!(
            "has schema 99, this program knows {known}: use the newer program"
        )),
        "{line}"
    );
    newer
        .execute_batch(
            "DELETE FROM migration WHERE number = 99; UPDATE migration SET checksum = 'x'",
        )
        .unwrap();
    let line = open_line(&at("newer.db"), Create::IfMissing);
    assert!(line.contains("migration 1 differs"), "{line}");

    Store::open(&at("held.db"), &settings()).unwrap();
    let held = rusqlite::Connection::open(folder.file("held.db")).unwrap();
    held.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let line = open_line(&at("held.db"), Create::IfMissing);
    assert!(line.contains("held by another program"), "{line}");
}

#[test]
fn a_postgresql_that_does_not_answer_is_one_line_without_the_password() {
    let nowhere = Location::parse("postgres://anna:hemmelig@localhost:1/traad");
    let line = open_line(&nowhere, Create::IfMissing);
    assert!(
        line.contains("does not answer") && line.contains("anna@localhost:1/traad"),
        "{line}"
    );
    assert!(!line.contains("hemmelig") && !line.contains('\n'), "{line}");
    let wrong = Store::open(&Location::parse("postgres://:::"), &settings()).unwrap_err();
    assert!(matches!(wrong, OpenError::Unreachable { .. }), "{wrong}");
}

#[test]
fn a_damaged_file_is_reported_and_what_can_be_read_is_read() {
    let bench = Bench::sqlite();
    journal(&bench.store, "p", 60);
    let folder = Folder::new();
    let copy = folder.file("copy.db");
    bench
        .past_the_store(&format!("VACUUM INTO '{}'", copy.display()))
        .unwrap();
    let mut bytes = std::fs::read(&copy).unwrap();
    let place = bytes
        .windows(12)
        .position(|part| part == b"text of p-30")
        .unwrap();
    let page = place / 4096 * 4096;
    bytes[page..page + 64].fill(0xA5);
    std::fs::write(&copy, bytes).unwrap();

    let store = Store::open(&Location::Sqlite(copy), &settings()).unwrap();
    let report = store.verify(None, inspect).unwrap();
    assert!(
        report
            .problems
            .iter()
            .any(|p| p.kind == ProblemKind::Damaged),
        "{report:?}"
    );
    let read = store.load_journal("p").unwrap_err();
    assert!(matches!(read, StoreError::Corrupt { .. }), "{read}");
}
