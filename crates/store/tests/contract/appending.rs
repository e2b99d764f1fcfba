// SPDX-License-Identifier: EUPL-1.2
//! Appending: places and hashes, all or nothing, who comes first, sending twice.

use crate::support::{
    Bench, T0, duty, entry, inspect, journal, just, log_row, on, on_both, projection, put,
};
use std::sync::Barrier;
use traad_domain::chain;
use traad_store::{
    Append, DutyStatus, Head, LogQuery, Outgoing, OutgoingAbout, Paging, PersonIndex, PutRecord,
    Store, StoreError, Submission, Woken,
};

on_both!(
    entries_get_their_place_and_are_read_back,
    a_journal_that_has_moved_refuses_and_writes_nothing,
    several_journals_are_written_together_or_not_at_all,
    sending_twice_writes_once,
    what_breaks_a_rule_of_the_database_is_a_named_conflict,
    only_changed_projection_rows_are_written,
    time_alone_renews_a_projection,
    what_changes_outside_the_journal_wakes_its_pathways,
    many_writers_lose_nothing,
    writers_on_one_journal_take_turns,
    two_programs_share_a_database,
);

fn entries_get_their_place_and_are_read_back(bench: &Bench) {
    let store = &bench.store;
    assert_eq!(store.load_journal("p").unwrap(), None);
    assert_eq!(store.find_header("p").unwrap(), None);
    let mut first = on(
        "p",
        0,
        vec![entry("e1", "æøå 'quoted' \u{0}end"), entry("e2", "two")],
    );
    first.entries[1].topic = Some("plan".into());
    first.entries[1].recorded_ms = T0 + 5;
    let appended = store.append(just(first.clone())).unwrap();

    let read = store.load_journal("p").unwrap().unwrap();
    assert_eq!(appended.heads, [("p".to_owned(), read.head.clone())]);
    assert_eq!(read.entries.len(), 2);
    assert_eq!(
        read.entries[0].document.as_deref(),
        Some(first.entries[0].document.as_str())
    );
    assert_eq!(
        (read.entries[1].seq, read.entries[1].recorded_ms),
        (2, T0 + 5)
    );

    let mut hash = chain::Hash::genesis();
    for (seq, entry) in (1..).zip(&first.entries) {
        let header = chain::Header {
            pathway: "p",
            seq,
            id: &entry.id,
            recorded_ms: entry.recorded_ms,
        };
        hash = chain::link(&hash, header, &chain::digest(&entry.salt, &entry.document));
    }
    assert_eq!(
        read.head,
        Head {
            seq: 2,
            hash: hash.0
        }
    );

    let header = store.find_header("p").unwrap().unwrap();
    assert_eq!(
        (header.head, header.header),
        (read.head, projection("p").header)
    );
    assert_eq!(store.list_duties("p").unwrap(), projection("p").duties);
    assert_eq!(store.list_inbox_of("p").unwrap(), projection("p").inbox);
    assert_eq!(store.list_units_of("p").unwrap(), projection("p").units);
    assert_eq!(store.find_entry("e2").unwrap(), Some(("p".to_owned(), 2)));
    assert_eq!(store.find_entry("e3").unwrap(), None);
    journal(store, "q", 3);
    let many = store
        .load_many(&["q".into(), "none".into(), "p".into()])
        .unwrap();
    assert_eq!(
        many.iter()
            .map(|j| (j.pathway.as_str(), j.head.seq))
            .collect::<Vec<_>>(),
        [("q", 3), ("p", 2)]
    );
    store.ping().unwrap();
}

fn a_journal_that_has_moved_refuses_and_writes_nothing(bench: &Bench) {
    let store = &bench.store;
    journal(store, "p", 2);
    let before = store.dump_projections().unwrap();
    for base in [0, 1, 3] {
        let mut late = just(on("p", base, vec![entry("late", "late")]));
        late.pathways[0].projection.header.phase = "late".into();
        late.log = vec![log_row("late", &["p"])];
        let refused = store.append(late).unwrap_err();
        assert!(
            matches!(&refused, StoreError::Moved { pathway } if pathway == "p"),
            "{refused}"
        );
    }
    assert_eq!(store.dump_projections().unwrap(), before);
    assert_eq!(store.load_journal("p").unwrap().unwrap().entries.len(), 2);
    assert_eq!(
        store
            .list_log(
                &LogQuery::All,
                Paging {
                    offset: 0,
                    limit: 9
                }
            )
            .unwrap(),
        []
    );
}

fn several_journals_are_written_together_or_not_at_all(bench: &Bench) {
    let store = &bench.store;
    journal(store, "m", 1);
    let both = Append {
        pathways: vec![
            on("z", 0, vec![entry("z1", "child")]),
            on("m", 1, vec![entry("m2", "birth")]),
        ],
        log: vec![log_row("birth", &["m", "z"])],
        ..Append::default()
    };
    let mut moved = both.clone();
    moved.pathways[1].base_seq = 7;
    assert!(matches!(store.append(moved), Err(StoreError::Moved { pathway }) if pathway == "m"));
    assert_eq!(store.load_journal("z").unwrap(), None);

    let appended = store.append(both).unwrap();
    assert_eq!(
        appended
            .heads
            .iter()
            .map(|(id, head)| (id.as_str(), head.seq))
            .collect::<Vec<_>>(),
        [("m", 2), ("z", 1)]
    );
    assert!(store.verify(None, inspect).unwrap().is_sound());
}

fn sending_twice_writes_once(bench: &Bench) {
    let store = &bench.store;
    let form = |author: &str, result: &str| Submission {
        author: author.into(),
        id: "s1".into(),
        result: result.into(),
        recorded_ms: T0,
    };
    let first = Append {
        submission: Some(form("anna", "/p")),
        ..just(on("p", 0, vec![entry("e1", "one")]))
    };
    store.append(first.clone()).unwrap();
    let again = store.append(first).unwrap_err();
    assert!(
        matches!(&again, StoreError::AlreadyDone { result } if result == "/p"),
        "{again}"
    );
    let other = Append {
        submission: Some(form("bente", "/q")),
        ..just(on("p", 1, vec![entry("e2", "two")]))
    };
    store.append(other).unwrap();

    assert_eq!(
        store.submitted("anna", "s1").unwrap().as_deref(),
        Some("/p")
    );
    assert_eq!(store.submitted("carla", "s1").unwrap(), None);

    // Both threads of a double click arrive at once: one writes, the other is told what that gave.
    let click = Append {
        submission: Some(form("carla", "/r")),
        ..just(on("r", 0, vec![entry("r1", "one")]))
    };
    let start = Barrier::new(2);
    let send = || {
        start.wait();
        store.append(click.clone())
    };
    let outcomes = std::thread::scope(|scope| {
        [scope.spawn(send), scope.spawn(send)].map(|thread| thread.join().unwrap())
    });
    let done = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    let told = outcomes
        .iter()
        .filter(|o| matches!(o, Err(StoreError::AlreadyDone { result }) if result == "/r"))
        .count();
    assert_eq!((done, told), (1, 1), "{outcomes:?}");
    assert_eq!(store.load_journal("r").unwrap().unwrap().entries.len(), 1);
}

fn what_breaks_a_rule_of_the_database_is_a_named_conflict(bench: &Bench) {
    let store = &bench.store;
    journal(store, "p", 1);
    let name = |append: Append| {
        let error = store.append(append).unwrap_err();
        if let StoreError::Conflict { name } = error {
            name
        } else {
            panic!("{error}")
        }
    };
    let mut same_number = just(on("q", 0, vec![entry("q1", "one")]));
    same_number.pathways[0].projection.header.case_number = "case p".into();
    assert_eq!(name(same_number), "pathway_header.case_number");
    assert_eq!(
        name(just(on("q", 0, vec![entry("p-1", "same id")]))),
        "entry.id"
    );
    assert_eq!(
        name(just(on("q", 0, vec![]))),
        "entry: a journal begins with an entry"
    );
    let mut early = just(on("p", 1, vec![entry("early", "early")]));
    early.pathways[0].entries[0].recorded_ms = T0 - 1;
    assert_eq!(name(early), "entry.recorded: before the entry ahead of it");
    let record = PutRecord {
        kind: "unit".into(),
        id: "u".into(),
        expected_version: 3,
        recorded_ms: T0,
        recorded_by: "operator".into(),
        document: "{}".into(),
        index: None::<PersonIndex>,
    };
    assert_eq!(
        name(Append {
            records: vec![record],
            ..Append::default()
        }),
        "record"
    );
    let letter = Outgoing {
        id: "o".into(),
        kind: "letter".into(),
        document: "{}".into(),
        created_ms: T0,
        about: OutgoingAbout::default(),
    };
    assert_eq!(
        name(Append {
            outbox: vec![letter.clone(), letter],
            ..Append::default()
        }),
        "outbox.id"
    );
    assert_eq!(store.load_journal("q").unwrap(), None);
}

fn only_changed_projection_rows_are_written(bench: &Bench) {
    let store = &bench.store;
    journal(store, "p", 1);
    let mut next = on("p", 1, vec![entry("e2", "two")]);
    next.projection.duties = vec![duty("rule-1", "b"), duty("rule-2", "a")];
    next.projection.duties[1].status = DutyStatus::Overdue;
    next.projection.units = vec!["unit-b".into(), "unit-c".into()];
    next.projection.names = vec!["Mette Holm".into()];
    next.projection.identifiers.clear();
    next.projection.inbox[0].open = false;
    let wanted = next.projection.clone();
    store.append(just(next)).unwrap();
    assert_eq!(store.list_duties("p").unwrap(), wanted.duties);
    assert_eq!(store.list_units_of("p").unwrap(), wanted.units);
    assert_eq!(store.list_inbox_of("p").unwrap(), wanted.inbox);

    // An append without entries renews the projection only.
    let mut same = on("p", 2, vec![]);
    same.projection = wanted.clone();
    same.projection.duties.clear();
    store.append(just(same)).unwrap();
    assert_eq!(store.list_duties("p").unwrap(), []);
    assert_eq!(store.load_journal("p").unwrap().unwrap().head.seq, 2);
}

fn time_alone_renews_a_projection(bench: &Bench) {
    let store = &bench.store;
    for (id, change) in [
        ("p", Some(T0 + 10)),
        ("q", Some(T0 + 5)),
        ("r", None),
        ("s", Some(T0 + 99)),
    ] {
        let mut append = on(id, 0, vec![entry(&format!("{id}1"), "one")]);
        append.projection.header.next_change_ms = change;
        store.append(just(append)).unwrap();
    }
    let due = store.due_for_rederive(T0 + 10, 10).unwrap();
    assert_eq!(
        due.iter().map(|d| d.pathway.as_str()).collect::<Vec<_>>(),
        ["q", "p"]
    );
    assert_eq!(store.due_for_rederive(T0 + 10, 1).unwrap().len(), 1);

    let mut renewed = projection("q");
    renewed.duties[0].status = DutyStatus::Overdue;
    store
        .replace_projection("q", &due[0].head, renewed.clone())
        .unwrap();
    assert_eq!(store.list_duties("q").unwrap(), renewed.duties);
    assert_eq!(store.due_for_rederive(T0 + 10, 10).unwrap().len(), 1);

    put(store, "p", 1, "p2").unwrap();
    let late = store
        .replace_projection("p", &due[1].head, projection("p"))
        .unwrap_err();
    assert!(matches!(late, StoreError::Moved { .. }), "{late}");
    // A renewed projection does not make an append move: its journal is where it was.
    put(store, "q", 1, "q2").unwrap();
}

fn what_changes_outside_the_journal_wakes_its_pathways(bench: &Bench) {
    let store = &bench.store;
    for (id, home, owner) in [
        ("p", "0461", "unit-a"),
        ("q", "0461", "unit-b"),
        ("r", "0330", "unit-a"),
    ] {
        let mut append = on(id, 0, vec![entry(&format!("{id}1"), "one")]);
        home.clone_into(&mut append.projection.header.home_municipality);
        append.projection.header.next_change_ms = Some(T0 + 99);
        for duty in &mut append.projection.duties {
            owner.clone_into(&mut duty.owner_unit);
        }
        store.append(just(append)).unwrap();
    }
    let due = || -> Vec<String> {
        let due = store.due_for_rederive(T0 + 10, 10).unwrap();
        due.into_iter().map(|d| d.pathway).collect()
    };
    assert!(due().is_empty());
    store.wake(&Woken::Unit("unit-b"), T0 + 10).unwrap();
    assert_eq!(due(), ["q"]);
    store.wake(&Woken::Municipality("0461"), T0 + 11).unwrap();
    assert_eq!(due(), ["q"], "what is awake sooner stays so");
    store.wake(&Woken::Unit("unit-a"), T0 + 9).unwrap();
    assert_eq!(due(), ["p", "r", "q"]);
}

fn many_writers_lose_nothing(bench: &Bench) {
    let store = &bench.store;
    let writers = 24;
    let each = 8;
    std::thread::scope(|scope| {
        for writer in 0..writers {
            scope.spawn(move || {
                let pathway = format!("p{writer}");
                for seq in 1..=each {
                    let mut append = just(on(
                        &pathway,
                        seq - 1,
                        vec![entry(&format!("{pathway}-{seq}"), "text")],
                    ));
                    append.log = vec![log_row("write", &[&pathway])];
                    store.append(append).unwrap();
                    // A neighbour that is refused takes nobody with it.
                    assert!(matches!(
                        put(store, &pathway, 99, "never"),
                        Err(StoreError::Moved { .. })
                    ));
                }
            });
        }
    });
    let report = store.verify(None, inspect).unwrap();
    assert_eq!(report.problems, []);
    assert_eq!(
        (report.journals, report.entries),
        (writers, writers * u64::from(each))
    );
    assert_eq!(report.log_lines, writers * u64::from(each));
}

/// Appends with a retry whenever somebody else was first, as the application does.
fn insist(store: &Store, pathway: &str, id: &str) -> u32 {
    let mut refused = 0;
    loop {
        let base = store
            .load_journal(pathway)
            .unwrap()
            .map_or(0, |journal| journal.head.seq);
        match put(store, pathway, base, id) {
            Ok(_) => return refused,
            Err(StoreError::Moved { .. }) => refused += 1,
            Err(other) => panic!("{other}"),
        }
    }
}

fn writers_on_one_journal_take_turns(bench: &Bench) {
    let store = &bench.store;
    std::thread::scope(|scope| {
        for writer in 0..8 {
            scope.spawn(move || {
                for turn in 0..5 {
                    insist(store, "p", &format!("e-{writer}-{turn}"));
                }
            });
        }
    });
    let report = store.verify(None, inspect).unwrap();
    assert_eq!((report.problems, report.entries), (vec![], 40));
}

fn two_programs_share_a_database(bench: &Bench) {
    let other = bench.again();
    std::thread::scope(|scope| {
        for (name, store) in [("here", &bench.store), ("there", &other)] {
            scope.spawn(move || {
                for turn in 0..10 {
                    insist(store, "shared", &format!("{name}-{turn}"));
                    store.log_read(vec![log_row("read", &["shared"])]).unwrap();
                }
            });
        }
    });
    let report = other.verify(None, inspect).unwrap();
    assert_eq!(
        (report.problems, report.entries, report.log_lines),
        (vec![], 20, 20)
    );
}
