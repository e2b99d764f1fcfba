// SPDX-License-Identifier: EUPL-1.2
//! The two pictures of a pathway: the timeline and the actor map.

use super::pathway::{contact, entries, head};
use super::say;
use crate::text::{Lang, T};
use crate::view::actors::{Actor, ActorMap};
use crate::view::parts::Contact;
use crate::view::pathway::NetworkPage;
use crate::view::timeline::{Lane, Look, Mark, Timeline, Told};

fn mark(from: i32, to: Option<i32>, label: String, when: &str) -> Mark {
    Mark {
        from,
        to,
        label,
        when: when.to_owned(),
        ..Mark::default()
    }
}

pub(super) fn timeline(lang: Lang) -> Timeline {
    let week = |n: i32| n * 7;
    let point = |from: i32, danish: &str, english: &str| {
        mark(
            from,
            None,
            say(lang, danish, english),
            &say(
                lang,
                &format!("uge {}+{}", from / 7, from % 7),
                &format!("week {}+{}", from / 7, from % 7),
            ),
        )
    };
    let level =
        |from: i32, to: i32, level: u8, danish: &str, english: &str, detail: (&str, &str)| Mark {
            level,
            to: Some(week(to)),
            detail: say(lang, detail.0, detail.1),
            ..point(week(from), danish, english)
        };
    let span = |from: i32, to: Option<i32>, danish: &str, english: &str| Mark {
        to: to.map(week),
        ..point(week(from), danish, english)
    };
    Timeline {
        from: week(4),
        to: week(41),
        now: Some((week(24) + 3, "24+3".to_owned())),
        scale: (1..=10)
            .map(|n| {
                (
                    week(n * 4),
                    if n == 1 {
                        say(lang, "uge 4", "week 4")
                    } else {
                        (n * 4).to_string()
                    },
                )
            })
            .collect(),
        lanes: vec![
            Lane {
                name: say(lang, "rusmidler", "substances"),
                look: Look::Level,
                marks: vec![
                    level(
                        4,
                        7,
                        3,
                        "alkohol",
                        "alcohol",
                        (
                            "5–8 genstande i weekenden, oplyst af hende",
                            "5–8 units at weekends, told by her",
                        ),
                    ),
                    level(
                        7,
                        12,
                        1,
                        "alkohol",
                        "alcohol",
                        (
                            "enkelte genstande, oplyst af hende",
                            "single units, told by her",
                        ),
                    ),
                    level(
                        4,
                        20,
                        2,
                        "opioider",
                        "opioids",
                        (
                            "mængde ikke oplyst, ikke ordineret",
                            "amount not stated, not prescribed",
                        ),
                    ),
                    level(
                        20,
                        24,
                        1,
                        "opioider",
                        "opioids",
                        ("nedtrapning", "tapering"),
                    ),
                ],
            },
            Lane {
                name: say(lang, "hændelser", "events"),
                look: Look::Point,
                marks: vec![
                    point(week(10), "bekymring", "concern"),
                    point(week(10) + 1, "underretning", "notification"),
                    point(week(10) + 4, "koordinator udpeget", "coordinator appointed"),
                    point(week(13), "netværksmøde 1", "network meeting 1"),
                    point(week(15), "udredning færdig", "assessment finished"),
                    point(week(16), "plan godkendt", "plan approved"),
                    point(week(22), "opfølgning", "follow-up"),
                ],
            },
            Lane {
                name: say(lang, "indsatser", "efforts"),
                look: Look::Span,
                marks: vec![
                    span(
                        14,
                        None,
                        "social rusmiddelbehandling",
                        "social substance treatment",
                    ),
                    span(
                        17,
                        None,
                        "samtaler om forældrerollen",
                        "talks about being a parent",
                    ),
                    span(16, Some(22), "støtte til fremmøde", "help to attend"),
                    Mark {
                        planned: true,
                        ..span(34, Some(41), "fødselsforberedelse", "birth preparation")
                    },
                ],
            },
            Lane {
                name: say(lang, "aktører", "actors"),
                look: Look::Span,
                marks: vec![
                    span(10, None, "jordemoder", "midwife"),
                    span(11, None, "familieambulatorium", "family clinic"),
                    span(11, None, "familieafdeling", "family department"),
                ],
            },
            Lane {
                name: say(lang, "kommende", "to come"),
                look: Look::Point,
                marks: vec![
                    Mark {
                        planned: true,
                        ..point(week(26), "netværksmøde 2", "network meeting 2")
                    },
                    Mark {
                        planned: true,
                        ..point(week(30), "opfølgning på plan", "plan follow-up")
                    },
                    Mark {
                        planned: true,
                        ..point(
                            week(36),
                            "overlevering til sundhedsplejen",
                            "hand-over to the health visitor",
                        )
                    },
                ],
            },
        ],
        zoom: vec![
            (say(lang, "Hele graviditeten", "Whole pregnancy"), None),
            (
                say(lang, "Måned", "Month"),
                Some("/forloeb/3a/tidslinje?vis=maaned".to_owned()),
            ),
            (
                say(lang, "Uge", "Week"),
                Some("/forloeb/3a/tidslinje?vis=uge".to_owned()),
            ),
        ],
        ..Timeline::default()
    }
}

/// Use against the weeks: one substance told whole, one in part, the rest not told.
pub(super) fn uses(t: &T) -> Timeline {
    let lang = t.lang();
    let substance = |danish: &str, english: &str, marks: Vec<Mark>| Lane {
        name: say(lang, danish, english),
        look: Look::Span,
        marks,
    };
    let bar = |from: i32, to: i32, label: String, told: Told| Mark {
        told,
        ..mark(from * 7, Some(to * 7 + 6), label, "")
    };
    Timeline {
        from: 0,
        to: 280,
        now: Some((24 * 7 + 3, "24+3".to_owned())),
        scale: (1..=10)
            .map(|n| (n * 28, t.a("timeline-week", &("n", n * 4))))
            .collect(),
        lanes: vec![
            substance(
                "Alkohol",
                "Alcohol",
                vec![bar(
                    4,
                    12,
                    say(lang, "weekender, 5–8 genstande", "weekends, 5–8 units"),
                    Told::Whole,
                )],
            ),
            substance(
                "Opioider",
                "Opioids",
                vec![bar(
                    0,
                    39,
                    say(
                        lang,
                        "dagligt, mængde ikke oplyst, hvornår ikke oplyst",
                        "daily, amount not stated, when not stated",
                    ),
                    Told::Partly,
                )],
            ),
            substance(
                "Afhængighedsskabende medicin",
                "Dependence-producing medicine",
                vec![bar(0, 0, t.s("unknown"), Told::Nothing)],
            ),
        ],
        beside: Some(t.s("use-picture")),
        ..Timeline::default()
    }
}

fn actor(kind: String, who: Option<Contact>, state: String, active: bool) -> Actor {
    Actor {
        kind,
        contact: who,
        state,
        consent: None,
        active,
    }
}

pub(super) fn network(t: &T) -> NetworkPage {
    let lang = t.lang();
    let with = say(lang, "med", "takes part");
    NetworkPage {
        adult: Some(crate::paths::pathway("3a", "voksen")),
        agreed: None,
        head: head(t),
        map: ActorMap {
            person: "Brita T.".to_owned(),
            seats: vec![
                Actor {
                    consent: Some(say(
                        lang,
                        "samtykke indtil 2.3.2027",
                        "consent until 2 Mar 2027",
                    )),
                    ..actor(
                        say(lang, "Familieambulatoriet", "Family clinic"),
                        Some(contact(
                            "Ane Test Friis",
                            say(
                                lang,
                                "socialrådgiver, Sygehus Kyst",
                                "social worker, Sygehus Kyst",
                            ),
                            "00 00 00 02",
                        )),
                        with.clone(),
                        true,
                    )
                },
                actor(
                    say(lang, "Rusmiddelbehandlingen", "Substance treatment"),
                    None,
                    say(lang, "ikke oplyst her", "not stated here"),
                    false,
                ),
                actor(
                    say(lang, "Familieafdelingen", "Family department"),
                    Some(contact(
                        "Mette Test Holm",
                        say(lang, "koordinator", "coordinator"),
                        "00 00 00 01",
                    )),
                    with.clone(),
                    true,
                ),
            ],
            around: [
                ("Praktiserende læge", "GP"),
                ("Sundhedsplejerske", "Health visitor"),
                (
                    "Voksenmyndighed – fremskudt funktion",
                    "Adult authority – outreach",
                ),
                ("Ungecentret", "Youth centre"),
                ("Juridisk bistand", "Legal assistance"),
                ("Civilsamfundsorganisation", "Civil-society organisation"),
            ]
            .into_iter()
            .enumerate()
            .map(|(n, (danish, english))| {
                actor(
                    say(lang, danish, english),
                    (n % 2 == 0).then(|| contact("Per Test Dahl", String::new(), "")),
                    with.clone(),
                    n % 3 != 2,
                )
            })
            .collect(),
            own: vec![
                actor(
                    say(lang, "Moster", "Aunt"),
                    Some(contact("Gerda Test Berggren", String::new(), "")),
                    with.clone(),
                    true,
                ),
                actor(
                    say(lang, "Veninde", "Friend"),
                    Some(contact("Lis Test Ravn", String::new(), "")),
                    with,
                    true,
                ),
            ],
        },
        contacts: entries(lang),
        add: Some("/forloeb/3a/aktoer".to_owned()),
        appoint: Some("/forloeb/3a/koordinator".to_owned()),
    }
}
