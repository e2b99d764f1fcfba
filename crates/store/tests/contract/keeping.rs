// SPDX-License-Identifier: EUPL-1.2
//! What is kept beside the journals: records, accounts, sessions, drafts, the log, facts; and rebuilding.

use crate::support::{Bench, T0, cpr, duty, entry, just, log_row, on, on_both, projection, put};
use std::collections::BTreeMap;
use traad_store::{
    Account, Append, Draft, DraftKey, DutyStatus, LogQuery, LoginAttempt, Paging, PersonIndex,
    Projection, ProviderLogin, ProviderUser, PutRecord, Record, SecondFactor, Session, StoreError,
};

on_both!(
    records_keep_every_version,
    of_two_who_change_a_record_the_second_is_told,
    persons_are_found_by_name_and_number,
    accounts_lock_after_failed_attempts,
    sessions_begin_change_and_end,
    sessions_end_by_person_and_by_provider,
    an_attempt_to_log_in_is_taken_once,
    a_providers_user_is_one_person,
    a_code_is_good_once,
    drafts_belong_to_their_author_and_expire,
    log_lines_are_read_newest_first,
    facts_about_the_installation_are_kept,
    a_rebuild_gives_the_same_from_the_entries_alone,
    a_rebuild_does_not_hide_a_cut_tail,
    a_leader_is_told_once_of_each_duty_that_became_overdue,
    deriving_anew_writes_only_what_differs,
);

fn record(kind: &str, id: &str, expected_version: u32, document: &str) -> PutRecord {
    PutRecord {
        kind: kind.into(),
        id: id.into(),
        expected_version,
        recorded_ms: T0 + i64::from(expected_version),
        recorded_by: "operator".into(),
        document: document.into(),
        index: None,
    }
}

fn conflict(error: StoreError) -> String {
    if let StoreError::Conflict { name } = error {
        name
    } else {
        panic!("{error}")
    }
}

fn records_keep_every_version(bench: &Bench) {
    let store = &bench.store;
    assert_eq!(store.find_record("unit", "u1").unwrap(), None);
    store
        .put_records(vec![
            record("unit", "u2", 0, "b"),
            record("unit", "u1", 0, "a"),
        ])
        .unwrap();
    store
        .put_records(vec![
            record("unit", "u1", 1, "a2"),
            record("staff", "u1", 0, "s"),
        ])
        .unwrap();
    let current = store.find_record("unit", "u1").unwrap().unwrap();
    assert_eq!(
        current,
        Record {
            kind: "unit".into(),
            id: "u1".into(),
            version: 2,
            recorded_ms: T0 + 1,
            recorded_by: "operator".into(),
            document: "a2".into(),
        }
    );
    let both = store.find_records("unit", &["u2", "nobody", "u1"]).unwrap();
    let read: Vec<_> = both.iter().map(|r| (r.id.as_str(), r.version)).collect();
    assert_eq!(read, [("u2", 1), ("u1", 2)]);
    assert_eq!(store.count_record_versions("unit").unwrap(), 3);
    assert_eq!(store.count_record_versions("nothing").unwrap(), 0);
    let list = |kind| {
        store
            .list_records(kind)
            .unwrap()
            .into_iter()
            .map(|r| (r.id, r.version))
            .collect::<Vec<_>>()
    };
    assert_eq!(list("unit"), [("u1".into(), 2), ("u2".into(), 1)]);
    assert_eq!(list("staff"), [("u1".into(), 1)]);
    let history = store.list_record_history("unit", "u1").unwrap();
    assert_eq!(
        history
            .iter()
            .map(|r| r.document.as_str())
            .collect::<Vec<_>>(),
        ["a", "a2"]
    );
    assert_eq!(store.count_record_versions("unit").unwrap(), 3);
    for statement in ["UPDATE record SET document = 'x'", "DELETE FROM record"] {
        assert!(
            bench
                .past_the_store(statement)
                .unwrap_err()
                .contains("append-only")
        );
    }
}

fn of_two_who_change_a_record_the_second_is_told(bench: &Bench) {
    let store = &bench.store;
    store
        .put_records(vec![record("unit", "u", 0, "first")])
        .unwrap();
    let again = vec![
        record("unit", "other", 0, "not written"),
        record("unit", "u", 0, "second"),
    ];
    assert_eq!(conflict(store.put_records(again).unwrap_err()), "record");
    assert_eq!(store.find_record("unit", "other").unwrap(), None);
    let outcomes = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..6)
            .map(|n| {
                scope
                    .spawn(move || store.put_records(vec![record("unit", "u", 1, &format!("{n}"))]))
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect::<Vec<_>>()
    });
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert_eq!(store.find_record("unit", "u").unwrap().unwrap().version, 2);
}

fn persons_are_found_by_name_and_number(bench: &Bench) {
    let store = &bench.store;
    let person = |id: &str, version, name: &str, number: &str| PutRecord {
        index: Some(PersonIndex {
            names: vec![name.into()],
            identifiers: vec![cpr(number), cpr(number)],
        }),
        ..record("person", id, version, name)
    };
    store
        .put_records(vec![
            person("p1", 0, "Mette Ågård", "1"),
            person("p2", 0, "Mette Holm", "2"),
        ])
        .unwrap();
    assert_eq!(
        store.list_persons_by_name("mette", 9).unwrap(),
        ["p1", "p2"]
    );
    assert_eq!(store.list_persons_by_name("mette", 1).unwrap(), ["p1"]);
    assert_eq!(store.list_persons_by_name("aag mett", 9).unwrap(), ["p1"]);
    assert_eq!(
        store.list_persons_by_name(" ", 9).unwrap(),
        Vec::<String>::new()
    );
    assert_eq!(store.list_persons_by_identifier(&cpr("2")).unwrap(), ["p2"]);
    // A new version without an index leaves it; with one, the old words go.
    store
        .put_records(vec![record("person", "p2", 1, "x")])
        .unwrap();
    assert_eq!(store.list_persons_by_identifier(&cpr("2")).unwrap(), ["p2"]);
    store
        .put_records(vec![person("p2", 2, "Mette Dahl", "1")])
        .unwrap();
    assert_eq!(
        store.list_persons_by_name("holm", 9).unwrap(),
        Vec::<String>::new()
    );
    assert_eq!(
        store.list_persons_by_identifier(&cpr("1")).unwrap(),
        ["p1", "p2"]
    );
}

fn accounts_lock_after_failed_attempts(bench: &Bench) {
    let store = &bench.store;
    let anna = Account {
        username: "anna".into(),
        password_hash: "h1".into(),
        staff: "s1".into(),
        failed: 0,
        locked_until_ms: None,
    };
    assert_eq!(store.find_account("anna").unwrap(), None);
    store.insert_account(anna.clone()).unwrap();
    assert_eq!(
        conflict(store.insert_account(anna.clone()).unwrap_err()),
        "account.username"
    );
    let standing = || {
        let found = store.find_account("anna").unwrap().unwrap();
        (found.failed, found.locked_until_ms)
    };
    store.update_failed_login("anna", 3, T0).unwrap();
    store.update_failed_login("anna", 3, T0).unwrap();
    assert_eq!(standing(), (2, None));
    store.update_failed_login("anna", 3, T0).unwrap();
    assert_eq!(standing(), (3, Some(T0)));
    store.update_failed_login("anna", 3, T0 + 9).unwrap();
    assert_eq!(standing(), (4, Some(T0 + 9)));
    store.update_good_login("anna").unwrap();
    assert_eq!(standing(), (0, None));
    store.update_failed_login("anna", 1, T0).unwrap();
    store.update_password("anna", "h2").unwrap();
    assert_eq!(
        store.list_accounts().unwrap(),
        [Account {
            password_hash: "h2".into(),
            ..anna
        }]
    );
    for refused in [
        store.update_failed_login("nobody", 3, T0),
        store.update_good_login("nobody"),
        store.update_password("nobody", "h"),
    ] {
        assert_eq!(conflict(refused.unwrap_err()), "account");
    }
}

fn sessions_begin_change_and_end(bench: &Bench) {
    let store = &bench.store;
    let session = |token: &str, employment: &str| Session {
        token_hash: token.into(),
        employment: employment.into(),
        created_ms: T0,
        staff: format!("s-{employment}"),
        last_seen_ms: T0,
        expires_ms: T0 + 100,
        authenticated_ms: T0,
        csrf: "c".into(),
        lang: "da".into(),
        provider: None,
    };
    for (token, employment) in [("t1", "e1"), ("t2", "e1"), ("t3", "e2"), ("t4", "e2")] {
        store.insert_session(session(token, employment)).unwrap();
    }
    assert_eq!(
        conflict(store.insert_session(session("t1", "e9")).unwrap_err()),
        "session.token_hash"
    );
    assert_eq!(
        store.find_session("t1", T0).unwrap(),
        Some(session("t1", "e1"))
    );
    assert_eq!(store.find_session("t1", T0 + 100).unwrap(), None);
    let changed = Session {
        lang: "en".into(),
        expires_ms: T0 + 200,
        last_seen_ms: T0 + 50,
        authenticated_ms: T0 + 40,
        staff: "s-e1".into(),
        ..session("t1", "e3")
    };
    store.update_session(changed.clone()).unwrap();
    assert_eq!(store.find_session("t1", T0 + 150).unwrap(), Some(changed));
    assert_eq!(
        conflict(store.update_session(session("none", "e1")).unwrap_err()),
        "session"
    );
    store.delete_session("t3").unwrap();
    store.delete_session("t3").unwrap();
    assert_eq!(store.find_session("t3", T0).unwrap(), None);
    assert_eq!(store.delete_sessions_of("e1").unwrap(), 1);
    assert_eq!(store.delete_expired(T0 + 100).unwrap(), 1);
    assert!(store.find_session("t1", T0).unwrap().is_some());
}

fn sessions_end_by_person_and_by_provider(bench: &Bench) {
    let store = &bench.store;
    let begin = |token: &str, staff: &str, provider: Option<(&str, Option<&str>)>| {
        let provider = provider.map(|(subject, session)| ProviderLogin {
            issuer: "https://a".into(),
            subject: subject.into(),
            session: session.map(str::to_owned),
        });
        let session = Session {
            token_hash: token.into(),
            employment: "e".into(),
            staff: staff.into(),
            created_ms: T0,
            last_seen_ms: T0,
            expires_ms: T0 + 100,
            authenticated_ms: T0,
            csrf: "c".into(),
            lang: "da".into(),
            provider,
        };
        store.insert_session(session.clone()).unwrap();
        session
    };
    let first = begin("t1", "s1", None);
    let second = begin("t2", "s1", Some(("u1", Some("one"))));
    begin("t3", "s2", Some(("u2", Some("two"))));
    begin("t4", "s2", Some(("u2", None)));
    begin("t5", "s2", Some(("u2", Some("three"))));
    assert_eq!(store.list_sessions_of("s1", T0).unwrap(), [first, second]);
    assert_eq!(store.list_sessions_of("s1", T0 + 100).unwrap(), []);
    // Who names nobody, or another provider, ends nothing; a name with another's session neither.
    let end = |issuer: &str, subject, session| {
        store
            .delete_sessions_at_provider(issuer, subject, session)
            .unwrap()
            .len()
    };
    assert_eq!(end("https://a", None, None), 0);
    assert_eq!(end("https://b", Some("u2"), None), 0);
    assert_eq!(end("https://a", Some("u1"), Some("two")), 0);
    assert_eq!(end("https://a", None, Some("two")), 1);
    assert_eq!(end("https://a", Some("u2"), Some("three")), 1);
    assert_eq!(end("https://a", Some("u2"), None), 1);
    assert_eq!(store.delete_sessions_of_staff("s1").unwrap(), 2);
}

fn an_attempt_to_log_in_is_taken_once(bench: &Bench) {
    let store = &bench.store;
    let keep = |key: &str| {
        store.insert_login_attempt(LoginAttempt {
            key_hash: key.into(),
            document: "{}".into(),
            expires_ms: T0 + 100,
        })
    };
    keep("k").unwrap();
    assert_eq!(conflict(keep("k").unwrap_err()), "login_attempt.key_hash");
    assert_eq!(store.find_login_attempt("k", T0 + 100).unwrap(), None);
    let held = Some("{}".to_owned());
    assert_eq!(store.find_login_attempt("k", T0).unwrap(), held);
    assert_eq!(store.delete_login_attempt("k", T0).unwrap(), held);
    assert_eq!(store.delete_login_attempt("k", T0).unwrap(), None);
    keep("k").unwrap();
    assert_eq!(store.delete_expired(T0 + 100).unwrap(), 1);
    assert_eq!(store.find_login_attempt("k", T0).unwrap(), None);
}

fn a_providers_user_is_one_person(bench: &Bench) {
    let store = &bench.store;
    let user = |staff: &str| ProviderUser {
        issuer: "https://a".into(),
        subject: "u".into(),
        staff: staff.into(),
        linked_ms: T0,
    };
    store.update_provider_user(user("s1")).unwrap();
    store.update_provider_user(user("s2")).unwrap();
    assert_eq!(store.list_provider_users().unwrap(), [user("s2")]);
    let find = |issuer, subject| store.find_provider_user(issuer, subject).unwrap();
    assert_eq!(find("https://a", "u"), Some(user("s2")));
    assert_eq!(find("https://b", "u"), None);
    store.delete_provider_user("https://a", "u").unwrap();
    let again = store.delete_provider_user("https://a", "u");
    assert_eq!(conflict(again.unwrap_err()), "provider_user");
}

fn a_code_is_good_once(bench: &Bench) {
    let store = &bench.store;
    let factor = |secret: &str| SecondFactor {
        username: "anna".into(),
        secret: secret.into(),
        confirmed_ms: T0,
        last_step: 5,
    };
    store.update_second_factor(factor("a")).unwrap();
    store.update_second_factor(factor("b")).unwrap();
    assert_eq!(store.find_second_factor("anna").unwrap(), Some(factor("b")));
    assert!(store.spend_second_factor("anna", 7).unwrap());
    assert!(!store.spend_second_factor("anna", 7).unwrap());
    assert!(!store.spend_second_factor("anna", 6).unwrap());
    assert!(!store.spend_second_factor("nobody", 9).unwrap());
    store.delete_second_factor("anna").unwrap();
    assert_eq!(store.find_second_factor("anna").unwrap(), None);
}

fn drafts_belong_to_their_author_and_expire(bench: &Bench) {
    let store = &bench.store;
    let key = |author: &str, form: &str| DraftKey {
        author: author.into(),
        form: form.into(),
        key: "p".into(),
    };
    let draft = |author: &str, form: &str, text: &str, saved_ms| Draft {
        key: key(author, form),
        document: text.into(),
        saved_ms,
        expires_ms: saved_ms + 100,
    };
    store
        .update_draft(draft("anna", "concern", "first", T0))
        .unwrap();
    store
        .update_draft(draft("anna", "concern", "second", T0 + 1))
        .unwrap();
    store
        .update_draft(draft("anna", "plan", "plan", T0 + 2))
        .unwrap();
    store
        .update_draft(draft("bente", "concern", "hers", T0))
        .unwrap();
    assert_eq!(
        store.find_draft(&key("anna", "concern"), T0).unwrap(),
        Some(draft("anna", "concern", "second", T0 + 1))
    );
    assert_eq!(
        store.find_draft(&key("anna", "concern"), T0 + 101).unwrap(),
        None
    );
    let list = |author, now| {
        store
            .list_drafts(author, now)
            .unwrap()
            .into_iter()
            .map(|d| d.document)
            .collect::<Vec<_>>()
    };
    assert_eq!(list("anna", T0), ["plan", "second"]);
    assert_eq!(list("anna", T0 + 101), ["plan"]);
    store.delete_draft(key("anna", "plan")).unwrap();
    assert_eq!(list("anna", T0), ["second"]);
    // Sending the form settles its draft in the same transaction, and only that one.
    let sent = Append {
        drop_drafts: vec![key("anna", "concern")],
        ..just(on("p", 0, vec![entry("e", "one")]))
    };
    store.append(sent).unwrap();
    assert_eq!(
        (list("anna", T0), list("bente", T0)),
        (vec![], vec!["hers".to_owned()])
    );
    assert_eq!(store.delete_expired(T0 + 100).unwrap(), 1);
    assert_eq!(list("bente", T0), Vec::<String>::new());
}

fn log_lines_are_read_newest_first(bench: &Bench) {
    let store = &bench.store;
    let mut rows = vec![
        log_row("list", &["p1", "p2"]),
        log_row("open", &["p2"]),
        log_row("login", &[]),
    ];
    for (row, at) in rows.iter_mut().zip([T0, T0 + 1, T0 + 2]) {
        row.at_ms = at;
    }
    rows[1].employment = "employment-2".into();
    store.log_read(rows.clone()).unwrap();
    let list = |query, offset, limit| store.list_log(&query, Paging { offset, limit }).unwrap();
    assert_eq!(
        list(LogQuery::All, 0, 9),
        [rows[2].clone(), rows[1].clone(), rows[0].clone()]
    );
    assert_eq!(list(LogQuery::All, 1, 1), [rows[1].clone()]);
    assert_eq!(
        list(LogQuery::Pathway("p2".into()), 0, 9),
        [rows[1].clone(), rows[0].clone()]
    );
    assert_eq!(list(LogQuery::Pathway("p".into()), 0, 9), []);
    assert_eq!(
        list(LogQuery::Employment("employment-2".into()), 0, 9),
        [rows[1].clone()]
    );
}

fn facts_about_the_installation_are_kept(bench: &Bench) {
    let store = &bench.store;
    assert_eq!(store.find_meta("installation").unwrap(), None);
    store.update_meta("installation", "a").unwrap();
    store.update_meta("installation", "b").unwrap();
    assert_eq!(
        bench.again().find_meta("installation").unwrap().as_deref(),
        Some("b")
    );
}

fn a_rebuild_gives_the_same_from_the_entries_alone(bench: &Bench) {
    let store = &bench.store;
    let mut wanted: BTreeMap<String, Projection> = BTreeMap::new();
    // More journals than share a transaction, so that the steps meet.
    for number in 0..430 {
        let id = format!("p{number:03}");
        let mut append = on(&id, 0, vec![entry(&format!("{id}-1"), "one")]);
        append.projection.duties = vec![duty("r", &id), duty("r2", "-")];
        append.projection.names = vec![format!("Mette {id}")];
        wanted.insert(id, append.projection.clone());
        store.append(just(append)).unwrap();
    }
    put(store, "p007", 1, "p007-2").unwrap();
    wanted.insert("p007".into(), projection("p007"));
    let before = store.dump_projections().unwrap();
    let derive =
        |journal: &traad_store::Journal| Ok::<_, StoreError>(wanted[&journal.pathway].clone());
    assert_eq!(store.rebuild(derive).unwrap(), 430);
    assert_eq!(store.dump_projections().unwrap(), before);

    bench.tamper(
        "DELETE FROM duty WHERE pathway < 'p200'; UPDATE search_name SET token = 'x' || token WHERE pathway = 'p300';
         UPDATE duty SET status = 'overdue' WHERE pathway = 'p400'; DELETE FROM pathway_header WHERE pathway = 'p010';
         INSERT INTO pathway_unit VALUES ('nobody', 'unit-a'); DELETE FROM search_identifier; DELETE FROM inbox",
    );
    assert_ne!(store.dump_projections().unwrap(), before);
    assert_eq!(store.list_units_of("nobody").unwrap(), ["unit-a"]);
    assert_eq!(store.rebuild(derive).unwrap(), 430);
    assert_eq!(store.dump_projections().unwrap(), before);
    assert_eq!(store.list_units_of("nobody").unwrap(), Vec::<String>::new());
    assert_eq!(
        store.list_duties("p400").unwrap()[0].status,
        DutyStatus::Open
    );
    assert_eq!(
        store.list_pathways_after("p427", 9).unwrap(),
        ["p428", "p429"]
    );
    let of = |unit: &str, after: &str| {
        let listed = store.list_pathways_of(unit, after, 2).unwrap();
        listed.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    let unit = &store.list_units_of("p427").unwrap()[0];
    assert_eq!(of(unit, "p426"), ["p427", "p428"]);
    assert_eq!(of(unit, "p428"), ["p429"]);
    assert!(of(unit, "p429").is_empty() && of("nobody", "").is_empty());
    let listed = store.list_pathways_of(unit, "p428", 1).unwrap();
    let header = store.find_header("p429").unwrap().unwrap().header;
    assert_eq!(listed[0].1, header.case_number);
}

fn a_rebuild_does_not_hide_a_cut_tail(bench: &Bench) {
    let store = &bench.store;
    put(store, "p", 0, "p-1").unwrap();
    put(store, "p", 1, "p-2").unwrap();
    bench.tamper("DELETE FROM entry WHERE id = 'p-2'");
    let refused = store
        .rebuild(|journal| Ok::<_, StoreError>(projection(&journal.pathway)))
        .unwrap_err();
    assert!(
        matches!(&refused, StoreError::Corrupt { id, .. } if id == "p"),
        "{refused}"
    );
    // Nor is anything written over the cut.
    let base = store.load_journal("p").unwrap().unwrap().head.seq;
    let late = put(store, "p", base, "p-3").unwrap_err();
    assert!(matches!(&late, StoreError::Moved { .. }), "{late}");
}

fn a_leader_is_told_once_of_each_duty_that_became_overdue(bench: &Bench) {
    let store = &bench.store;
    let with = |status, base| {
        let mut append = on("p", base, vec![entry(&format!("e{base}"), "text")]);
        for duty in &mut append.projection.duties {
            duty.status = status;
        }
        append
    };
    store.append(just(with(DutyStatus::Open, 0))).unwrap();
    let owner = store.list_duties("p").unwrap()[0].owner_unit.clone();
    let unseen = || store.list_overdue_unseen(&owner).unwrap();
    assert!(unseen().is_empty());
    store.append(just(with(DutyStatus::Overdue, 1))).unwrap();
    let first = unseen();
    assert_eq!(first.len(), store.list_duties("p").unwrap().len());
    // Derived again, open again by a correction and overdue again: it has been told.
    for (base, status) in [
        (2, DutyStatus::Overdue),
        (3, DutyStatus::Open),
        (4, DutyStatus::Overdue),
    ] {
        store.append(just(with(status, base))).unwrap();
        assert_eq!(unseen(), first);
    }
    store.update_overdue_seen("someone-else", T0).unwrap();
    assert_eq!(unseen(), first);
    store.update_overdue_seen(&owner, T0).unwrap();
    assert!(unseen().is_empty());
    store.append(just(with(DutyStatus::Overdue, 5))).unwrap();
    assert!(unseen().is_empty());
}

fn deriving_anew_writes_only_what_differs(bench: &Bench) {
    let store = &bench.store;
    for number in 0..230 {
        put(
            store,
            &format!("p{number:03}"),
            0,
            &format!("p{number:03}-1"),
        )
        .unwrap();
    }
    // The rules have changed for three pathways: one owes more, one something else, one nothing.
    let derive = |journal: &traad_store::Journal| {
        let mut made = projection(&journal.pathway);
        match journal.pathway.as_str() {
            "p001" => made.duties.push(duty("new", "-")),
            "p150" => made.duties = vec![duty("other", "-")],
            "p229" => made.duties.clear(),
            _ => {}
        }
        Ok::<_, StoreError>(made)
    };
    let first = store.rederive(derive).unwrap();
    assert_eq!((first.journals, first.changed), (230, 3));
    let rows = store.dump_projections().unwrap();
    let again = store.rederive(derive).unwrap();
    assert_eq!((again.journals, again.changed), (230, 0));
    store.rebuild(derive).unwrap();
    assert_eq!(store.dump_projections().unwrap(), rows);
    let broken = |journal: &traad_store::Journal| match journal.pathway.as_str() {
        "p100" => Err(StoreError::Moved {
            pathway: "p100".into(),
        }),
        other => Ok(projection(other)),
    };
    assert!(matches!(
        store.rederive(broken),
        Err(StoreError::Moved { .. })
    ));
}
