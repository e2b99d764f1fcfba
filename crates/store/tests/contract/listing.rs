// SPDX-License-Identifier: EUPL-1.2
//! Worklists, inboxes and search: order, counts, pages, and nothing of pathways the unit may not see.

use crate::support::{Bench, T0, cpr, duty, entry, inbox_item, just, on, on_both};
use jiff::civil::{Date, date};
use traad_store::{
    Duty, DutyStatus, Identifier, InboxKind, InboxQuery, InboxShow, Owner, Paging, SearchBy,
    SearchQuery, Show, Store, Tally, WorklistCounts, WorklistQuery,
};

on_both!(
    duties_come_most_urgent_first_with_counts,
    a_person_sees_own_duties,
    a_long_list_is_counted_as_far_as_asked_and_put_together_in_one_order,
    a_worklist_is_paged,
    inboxes_show_what_waits_first,
    names_are_found_by_beginnings_in_either_spelling,
    a_unit_finds_only_what_it_may_see,
);

/// Milliseconds of noon on a day in March 2026.
fn noon(day: i8) -> i64 {
    let at = date(2026, 3, day)
        .at(12, 0, 0, 0)
        .in_tz("Europe/Copenhagen")
        .unwrap();
    at.timestamp().as_millisecond()
}

/// The 3rd of March 2026 is a Tuesday; its week ends on Sunday the 8th.
fn query(owner: Owner, show: Show) -> WorklistQuery {
    WorklistQuery {
        unit: "unit-a".into(),
        owner,
        show,
        today: date(2026, 3, 3),
        week_end: date(2026, 3, 8),
        count_to: 100,
        paging: Paging {
            offset: 0,
            limit: 50,
        },
    }
}

fn exactly(number: u64) -> Tally {
    Tally {
        number,
        more: false,
    }
}

fn pathway(store: &Store, id: &str, name: &str, duties: Vec<Duty>) {
    let mut append = on(id, 0, vec![entry(&format!("{id}-1"), "one")]);
    append.projection.duties = duties;
    append.projection.inbox.clear();
    append.projection.names = vec![name.into()];
    append.projection.identifiers = vec![cpr(&format!("0101{id}"))];
    append.projection.units = vec!["unit-a".into()];
    store.append(just(append)).unwrap();
}

fn at(rule: &str, status: DutyStatus, due_ms: Option<i64>, termin: Option<Date>) -> Duty {
    Duty {
        status,
        due_ms,
        termin,
        ..duty(rule, "-")
    }
}

fn some_duties(store: &Store) {
    use DutyStatus::{DueSoon, Open, Overdue, Scheduled, Unsettled};
    let (near, far) = (Some(date(2026, 4, 1)), Some(date(2026, 9, 1)));
    pathway(
        store,
        "near",
        "Mette Holm",
        vec![
            at("overdue-near", Overdue, Some(noon(1)), near),
            at("today-near", DueSoon, Some(noon(3)), near),
            at("undated", Unsettled, None, near),
            at("scheduled", Scheduled, Some(noon(20)), near),
        ],
    );
    pathway(
        store,
        "far",
        "Åse Mørk",
        vec![
            at("overdue-far", Overdue, Some(noon(1) - 1), far),
            at("today-far", Open, Some(noon(3) - 60_000), far),
            at("week-far", Open, Some(noon(8)), far),
        ],
    );
    pathway(
        store,
        "child",
        "Bo Holm",
        vec![
            at("overdue-child", Overdue, Some(noon(1) - 9_000_000), None),
            at("later-child", Open, Some(noon(9)), None),
        ],
    );
}

fn rules(store: &Store, query: &WorklistQuery) -> Vec<String> {
    let page = store.worklist(query).unwrap();
    page.rows.into_iter().map(|row| row.duty.rule).collect()
}

fn duties_come_most_urgent_first_with_counts(bench: &Bench) {
    let store = &bench.store;
    some_duties(store);
    let page = store.worklist(&query(Owner::Unit, Show::Live)).unwrap();
    let counts = page.counts;
    let order: Vec<_> = page.rows.iter().map(|row| row.duty.rule.as_str()).collect();
    assert_eq!(
        order,
        [
            "overdue-near",
            "overdue-far",
            "overdue-child",
            "today-near",
            "today-far",
            "week-far",
            "later-child",
            "undated"
        ]
    );
    let wanted = WorklistCounts {
        overdue: exactly(3),
        today: exactly(2),
        week: exactly(1),
        later: exactly(1),
        undated: exactly(1),
    };
    assert_eq!((counts, page.total), (wanted, exactly(8)));
    let unit = &page.rows[0].duty.owner_unit;
    assert_eq!(store.count_unsettled(unit).unwrap(), 1);
    assert_eq!(store.count_unsettled("nobody").unwrap(), 0);
    assert_eq!(
        page.rows[0].header,
        store.find_header("near").unwrap().unwrap()
    );
    assert_eq!(page.rows[0].duty, store.list_duties("near").unwrap()[0]);

    for (show, found, total) in [
        (
            Show::Overdue,
            vec!["overdue-near", "overdue-far", "overdue-child"],
            3,
        ),
        (
            Show::Due {
                from: date(2026, 3, 3),
                to: date(2026, 3, 8),
            },
            vec!["today-near", "today-far", "week-far"],
            3,
        ),
        (Show::Undated, vec!["undated"], 1),
        (Show::Scheduled, vec!["scheduled"], 1),
    ] {
        let page = store.worklist(&query(Owner::Unit, show)).unwrap();
        assert_eq!(
            page.rows
                .iter()
                .map(|row| row.duty.rule.as_str())
                .collect::<Vec<_>>(),
            found
        );
        assert_eq!((page.total, page.counts), (exactly(total), wanted));
    }
    let nobody = WorklistQuery {
        unit: "unit-b".into(),
        ..query(Owner::Unit, Show::Live)
    };
    let page = store.worklist(&nobody).unwrap();
    let counts = page.counts;
    assert_eq!(
        (page.rows.len(), page.total, counts),
        (0, exactly(0), WorklistCounts::default())
    );
    let on_sunday = WorklistQuery {
        today: date(2026, 3, 9),
        ..query(Owner::Unit, Show::Live)
    };
    let counts = store.worklist(&on_sunday).unwrap().counts;
    assert_eq!(
        (counts.today.number, counts.week.number, counts.later.number),
        (4, 0, 0)
    );
}

fn a_person_sees_own_duties(bench: &Bench) {
    let store = &bench.store;
    let owned = |rule: &str, person: Option<&str>| Duty {
        owner_person: person.map(str::to_owned),
        ..duty(rule, "-")
    };
    let elsewhere = Duty {
        owner_unit: "unit-b".into(),
        ..owned("elsewhere", Some("anna"))
    };
    pathway(
        store,
        "p",
        "Mette Holm",
        vec![
            owned("anna", Some("anna")),
            owned("bente", Some("bente")),
            owned("nobody", None),
            elsewhere,
        ],
    );
    assert_eq!(
        rules(store, &query(Owner::Unit, Show::Live)),
        ["anna", "bente", "nobody"]
    );
    assert_eq!(
        rules(store, &query(Owner::Person("anna".into()), Show::Live)),
        ["anna"]
    );
    let both = query(Owner::PersonOrNobody("anna".into()), Show::Live);
    assert_eq!(rules(store, &both), ["anna", "nobody"]);
    let page = store.worklist(&both).unwrap();
    let counts = page.counts;
    assert_eq!(
        (page.total, counts.today + counts.week),
        (exactly(2), exactly(2))
    );
    let page = store
        .worklist(&query(Owner::Person("anna".into()), Show::Live))
        .unwrap();
    assert_eq!(page.total, exactly(1));
    // Two duties of one pathway are one pathway, and those of another unit are not counted.
    let more = vec![owned("first", Some("anna")), owned("second", Some("anna"))];
    pathway(store, "q", "Åse Mørk", more);
    let count = |person: &str, number| (person.to_owned(), number);
    assert_eq!(
        store.count_pathways_by_person("unit-a").unwrap(),
        [count("anna", 2), count("bente", 1)]
    );
    assert_eq!(
        store.count_pathways_by_person("unit-b").unwrap(),
        [count("anna", 1)]
    );
    assert!(store.count_pathways_by_person("nobody").unwrap().is_empty());
}

fn a_long_list_is_counted_as_far_as_asked_and_put_together_in_one_order(bench: &Bench) {
    let store = &bench.store;
    let owned = |day: i8, person: Option<&str>| Duty {
        owner_person: person.map(str::to_owned),
        ..at(
            &format!("due-{day:02}"),
            DutyStatus::Open,
            Some(noon(day)),
            None,
        )
    };
    // By turns hers and nobody's, with more of somebody else's around them.
    let hers = (9..24).map(|day| owned(day, (day % 2 == 1).then_some("anna")));
    let bentes = (1..30).map(|day| Duty {
        rule: format!("bente-{day}"),
        ..owned(day, Some("bente"))
    });
    pathway(store, "p", "Mette Holm", hers.chain(bentes).collect());
    let asked = |count_to, offset| WorklistQuery {
        count_to,
        paging: Paging { offset, limit: 4 },
        ..query(Owner::PersonOrNobody("anna".into()), Show::Live)
    };
    let whole = store.worklist(&asked(15, 0)).unwrap();
    assert_eq!(whole.total, exactly(15));
    let cut = store.worklist(&asked(14, 0)).unwrap();
    let more = Tally {
        number: 14,
        more: true,
    };
    assert_eq!(
        (cut.total, cut.counts.later, cut.counts.overdue),
        (more, more, exactly(0))
    );
    let paged: Vec<String> = (0..5)
        .flat_map(|page| rules(store, &asked(4, page * 4)))
        .collect();
    let wanted: Vec<String> = (9..24).map(|day| format!("due-{day:02}")).collect();
    assert_eq!(paged, wanted);
}

fn a_worklist_is_paged(bench: &Bench) {
    let store = &bench.store;
    some_duties(store);
    let page = |offset| WorklistQuery {
        paging: Paging { offset, limit: 3 },
        ..query(Owner::Unit, Show::Live)
    };
    let pages = [
        rules(store, &page(0)),
        rules(store, &page(3)),
        rules(store, &page(6)),
        rules(store, &page(9)),
    ];
    assert_eq!(
        pages.concat(),
        rules(store, &query(Owner::Unit, Show::Live))
    );
}

fn inboxes_show_what_waits_first(bench: &Bench) {
    let store = &bench.store;
    let mut append = on("p", 0, vec![entry("p-1", "one")]);
    let item = |reference: &str, open, due: Option<i64>, received| {
        let mut item = inbox_item(reference, "unit-b");
        (item.open, item.due_ms, item.received_ms) = (open, due, received);
        item
    };
    let mut referral = item("referral", true, None, T0);
    referral.kind = InboxKind::Referral;
    append.projection.inbox = vec![
        item("answered-early", false, None, T0),
        item("answered-late", false, None, T0 + 9),
        item("no-clock", true, None, T0),
        item("soon", true, Some(T0 + 5), T0 + 3),
        item("later", true, Some(T0 + 8), T0),
        referral,
    ];
    store.append(just(append)).unwrap();
    let found = |kind, show, offset| {
        let paging = Paging { offset, limit: 4 };
        let page = store
            .inbox(&InboxQuery {
                unit: "unit-b".into(),
                kind,
                show,
                paging,
            })
            .unwrap();
        (
            page.rows
                .into_iter()
                .map(|row| row.item.reference)
                .collect::<Vec<_>>(),
            page.total,
        )
    };
    assert_eq!(
        found(InboxKind::Notification, InboxShow::Open, 0),
        (vec!["soon".into(), "later".into(), "no-clock".into()], 3)
    );
    assert_eq!(
        found(InboxKind::Notification, InboxShow::All, 3),
        (vec!["answered-late".into(), "answered-early".into()], 5)
    );
    assert_eq!(
        found(InboxKind::Referral, InboxShow::Open, 0),
        (vec!["referral".into()], 1)
    );
    let other = InboxQuery {
        unit: "unit-a".into(),
        kind: InboxKind::Notification,
        show: InboxShow::All,
        paging: Paging {
            offset: 0,
            limit: 9,
        },
    };
    assert_eq!(store.inbox(&other).unwrap().total, 0);
    let mine = store
        .inbox(&InboxQuery {
            unit: "unit-b".into(),
            ..other
        })
        .unwrap();
    assert_eq!(mine.rows[0].header.header.case_number, "case p");
}

fn ids(store: &Store, unit: &str, by: SearchBy) -> Vec<String> {
    let query = SearchQuery {
        unit: unit.into(),
        by,
        paging: Paging {
            offset: 0,
            limit: 50,
        },
    };
    let page = store.search(&query).unwrap();
    assert_eq!(page.total, page.rows.len() as u64);
    page.rows.into_iter().map(|row| row.pathway).collect()
}

fn names_are_found_by_beginnings_in_either_spelling(bench: &Bench) {
    let store = &bench.store;
    for (id, name) in [
        ("p1", "Mette-Marie Ågård Sørensen"),
        ("p2", "Ægidia Aagaard"),
        ("p3", "René Ågesen Holm"),
        ("p4", "Zoë Østergård"),
    ] {
        pathway(store, id, name, vec![]);
    }
    let named = |name: &str| ids(store, "unit-a", SearchBy::Name(name.into()));
    assert_eq!(named("aagaard"), ["p1", "p2"]);
    assert_eq!(named("Ågård"), ["p1", "p2"]);
    assert_eq!(named("åg"), ["p1", "p2", "p3"]);
    assert_eq!(named("sør met"), ["p1"]);
    assert_eq!(named("marie"), ["p1"]);
    assert_eq!(named("rene"), ["p3"]);
    assert_eq!(named("zoe ØSTERGAARD"), ["p4"]);
    assert_eq!(named("ægi"), ["p2"]);
    assert_eq!(
        named("gård"),
        Vec::<String>::new(),
        "the middle of a word is no beginning"
    );
    assert_eq!(named("mette ægidia"), Vec::<String>::new());
    for signs in ["", "%", "' OR 1=1 --", "--"] {
        let found = named(signs);
        assert_eq!(found, Vec::<String>::new(), "{signs}");
    }
    assert_eq!(
        ids(store, "unit-a", SearchBy::CaseNumber("case p3".into())),
        ["p3"]
    );
    assert_eq!(
        ids(store, "unit-a", SearchBy::Identifier(cpr("0101p4"))),
        ["p4"]
    );
    let other = Identifier {
        system: "other".into(),
        value: "0101p4".into(),
    };
    assert_eq!(
        ids(store, "unit-a", SearchBy::Identifier(other)),
        Vec::<String>::new()
    );
}

fn a_unit_finds_only_what_it_may_see(bench: &Bench) {
    let store = &bench.store;
    for (id, units) in [
        ("p1", vec!["unit-a"]),
        ("p2", vec!["unit-a", "unit-b"]),
        ("p3", vec!["unit-b"]),
    ] {
        let mut append = on(id, 0, vec![entry(&format!("{id}-1"), "one")]);
        append.projection.units = units.into_iter().map(str::to_owned).collect();
        append.projection.header.closed = id == "p2";
        store.append(just(append)).unwrap();
    }
    let all = [
        SearchBy::All,
        SearchBy::Name("mette".into()),
        SearchBy::Identifier(cpr("0101904444")),
    ];
    for by in all {
        assert_eq!(ids(store, "unit-a", by.clone()), ["p1", "p2"], "{by:?}");
        assert_eq!(
            ids(store, "unit-b", by.clone()),
            ["p3", "p2"],
            "open ones first: {by:?}"
        );
        assert_eq!(ids(store, "unit-c", by.clone()), Vec::<String>::new());
    }
    assert_eq!(
        ids(store, "unit-a", SearchBy::CaseNumber("case p3".into())),
        Vec::<String>::new()
    );
    let second = SearchQuery {
        unit: "unit-a".into(),
        by: SearchBy::Name("mette".into()),
        paging: Paging {
            offset: 1,
            limit: 1,
        },
    };
    let page = store.search(&second).unwrap();
    assert_eq!((page.rows[0].pathway.as_str(), page.total), ("p2", 2));
    let past = SearchQuery {
        by: SearchBy::CaseNumber("case p1".into()),
        ..second
    };
    let page = store.search(&past).unwrap();
    assert_eq!((page.rows.len(), page.total), (0, 1));
}
