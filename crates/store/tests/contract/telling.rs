// SPDX-License-Identifier: EUPL-1.2
//! Messages that wait to be sent, and who has chosen to be told.

use crate::support::{Bench, T0, entry, journal, just, on, on_both};
use traad_store::{Append, Erasure, NoticeChoice, Outgoing, OutgoingAbout, Silence, Store};

on_both!(
    messages_wait_until_they_are_sent,
    messages_go_with_what_they_are_about,
);

fn message(id: &str, (recipient, pathway, entry): (&str, &str, &str), due_ms: i64) -> Outgoing {
    Outgoing {
        id: id.into(),
        kind: "notice".into(),
        document: "{}".into(),
        created_ms: T0,
        about: OutgoingAbout {
            recipient: recipient.into(),
            pathway: pathway.into(),
            entry: entry.into(),
            due_ms,
        },
    }
}

fn queue(store: &Store, silence: Vec<Silence>, outbox: Vec<Outgoing>) {
    let sent = Append {
        silence,
        outbox,
        ..Append::default()
    };
    store.append(sent).unwrap();
}

fn wants(recipient: &str) -> NoticeChoice {
    NoticeChoice {
        recipient: recipient.into(),
        address: format!("{recipient}@example.test"),
        scope: "all".into(),
        chosen_ms: T0,
        told_ms: None,
    }
}

fn messages_wait_until_they_are_sent(bench: &Bench) {
    let store = &bench.store;
    store.put_notice_choice(&wants("anna")).unwrap();
    let first = message("a", ("anna", "p", "e1"), T0);
    let second = message("b", ("anna", "q", "e2"), T0 + 1);
    let later = message("c", ("anna", "q", "e3"), T0 + 500);
    let other = message("d", ("bente", "q", "e2"), T0);
    queue(store, vec![], vec![first, second, later, other]);
    assert_eq!(store.list_unsent(9).unwrap(), ["a", "b", "c", "d"]);
    assert_eq!(store.list_unsent(1).unwrap().len(), 1);

    // One recipient, all that is due, and nobody else until the claim is over.
    let claimed = store.claim_messages((T0 + 1, T0 + 100), 1).unwrap();
    let [anna] = claimed.as_slice() else {
        panic!("{claimed:?}")
    };
    let of = |id: &str, pathway: &str, entry: &str| (id.into(), pathway.into(), entry.into());
    assert_eq!((anna.recipient.as_str(), anna.attempts), ("anna", 1));
    assert_eq!(anna.messages, [of("a", "p", "e1"), of("b", "q", "e2")]);
    let others = store.claim_messages((T0 + 1, T0 + 100), 9).unwrap();
    assert_eq!(others.len(), 1);
    assert_eq!(others[0].recipient, "bente");
    // Whoever claimed it has ended: it is tried again.
    let again = store.claim_messages((T0 + 100, T0 + 200), 1).unwrap();
    assert_eq!(
        (again[0].recipient.as_str(), again[0].attempts),
        ("anna", 2)
    );

    store
        .update_unsent(&again[0], ("later", Some(T0 + 300)))
        .unwrap();
    assert!(
        store
            .claim_messages((T0 + 299, T0 + 400), 9)
            .unwrap()
            .iter()
            .all(|c| c.recipient != "anna")
    );
    let third = store.claim_messages((T0 + 300, T0 + 450), 9).unwrap();
    let third = third.iter().find(|c| c.recipient == "anna").unwrap();
    store.update_sent(third, T0 + 305).unwrap();
    assert_eq!(store.list_unsent(9).unwrap(), ["c", "d"]);
    let told = store.find_notice_choice("anna").unwrap().unwrap().told_ms;
    assert_eq!(told, Some(T0 + 305));

    // What is given up is not tried, stands there, and is settled by the next that arrives.
    let last = store.claim_messages((T0 + 500, T0 + 600), 1).unwrap();
    assert_eq!(last[0].recipient, "bente");
    store.update_unsent(&last[0], ("refused", None)).unwrap();
    assert!(
        store
            .claim_messages((i64::MAX - 1, i64::MAX - 1), 9)
            .unwrap()
            .iter()
            .all(|c| c.recipient != "bente")
    );
    let waiting = store.list_waiting().unwrap();
    let bente = waiting.iter().find(|one| one.recipient == "bente").unwrap();
    assert_eq!(
        (bente.problem.as_deref(), bente.given_up),
        (Some("refused"), true)
    );
    // What was sent is thrown away after a month.
    assert_eq!(
        store
            .delete_expired(T0 + 306 + 30 * 24 * 3_600_000)
            .unwrap(),
        2
    );
}

fn messages_go_with_what_they_are_about(bench: &Bench) {
    let store = &bench.store;
    store.put_notice_choice(&wants("anna")).unwrap();
    let all = || {
        vec![
            message("a", ("anna", "p", "e1"), T0),
            message("b", ("bente", "p", "e1"), T0),
            message("c", ("bente", "q", "e2"), T0),
        ]
    };
    queue(store, vec![], all());
    queue(store, vec![Silence::Pathway("p".into())], vec![]);
    assert_eq!(store.list_unsent(9).unwrap(), ["c"]);
    // In one transaction the old are taken back and the new stay.
    queue(
        store,
        vec![Silence::Pathway("p".into()), Silence::Pathway("q".into())],
        all(),
    );
    assert_eq!(store.list_unsent(9).unwrap(), ["a", "b", "c"]);
    queue(store, vec![Silence::Recipient("anna".into())], vec![]);
    assert_eq!(store.list_unsent(9).unwrap(), ["b", "c"]);
    assert_eq!(store.find_notice_choice("anna").unwrap(), None);
    store.delete_notice_choice("bente").unwrap();
    assert_eq!(store.list_unsent(9).unwrap(), [""; 0]);

    journal(store, "p", 1);
    let text = message("d", ("anna", "p", "p-1"), T0);
    queue(
        store,
        vec![],
        vec![text, message("e", ("anna", "p", "other"), T0)],
    );
    let erasure = Erasure {
        pathway: "p".into(),
        entry: "p-1".into(),
        erased_by: "says-so".into(),
        recorded_ms: T0,
    };
    let said = just(on("p", 1, vec![entry("says-so", "text")]));
    store.erase(vec![erasure], said).unwrap();
    assert_eq!(store.list_unsent(9).unwrap(), ["e"]);
    store.delete_message("e").unwrap();
    assert_eq!(store.list_unsent(9).unwrap(), [""; 0]);
}
