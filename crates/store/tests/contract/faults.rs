// SPDX-License-Identifier: EUPL-1.2
//! A file that another program holds, and a server that goes away: clear words, nothing lost, and on it goes.

use crate::support::{Bench, put, settings};
use traad_store::{Location, OpenError, Store, StoreError};

#[test]
fn a_held_file_is_waited_for_then_refused_in_clear_words_and_used_when_it_is_free() {
    let bench = Bench::sqlite();
    put(&bench.store, "p1", 0, "p1-1").unwrap();
    let Location::Sqlite(path) = &bench.location else {
        panic!("a file");
    };
    let holder = rusqlite::Connection::open(path).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    std::thread::scope(|scope| {
        let opening = scope.spawn(|| Store::open(&bench.location, &settings()));
        let refused = put(&bench.store, "p1", 1, "p1-2").unwrap_err();
        assert!(matches!(refused, StoreError::Unavailable(_)), "{refused}");
        let refused = opening.join().unwrap().unwrap_err();
        assert!(matches!(refused, OpenError::Locked { .. }), "{refused}");
    });
    // Reading goes on all the while.
    assert!(bench.store.find_entry("p1-1").unwrap().is_some());
    assert!(bench.store.find_entry("p1-2").unwrap().is_none());
    holder.execute_batch("ROLLBACK").unwrap();
    put(&bench.store, "p1", 1, "p1-2").unwrap();
}

#[test]
fn a_postgresql_that_ended_every_connection_is_found_again() {
    let bench = Bench::postgres();
    put(&bench.store, "p1", 0, "p1-1").unwrap();
    // As many idle connections as there may be.
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| (0..20).for_each(|_| bench.store.ping().unwrap()));
        }
    });
    bench
        .past_the_store(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()",
        )
        .unwrap();
    // One may be told that there is no answer; whoever comes after that is served.
    let first = put(&bench.store, "p1", 1, "p1-2");
    assert!(matches!(first, Ok(_) | Err(StoreError::Unavailable(_))));
    if first.is_err() {
        put(&bench.store, "p1", 1, "p1-2").unwrap();
    }
    for _ in 0..20 {
        bench.store.ping().unwrap();
    }
}
