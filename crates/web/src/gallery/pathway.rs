// SPDX-License-Identifier: EUPL-1.2
//! The pathway's tabs, full and empty.

use super::tasks::{acute, appoint, meeting};
use super::{Example, say};
use crate::text::{Lang, T};
use crate::view::actors::{Actor, ActorMap};
use crate::view::duty::{Action, DutyRow, Urgency};
use crate::view::frame::Section;
use crate::view::parts::{Contact, Entry, Fact, Pager};
use crate::view::pathway::{
    Assessment, AssessmentPage, Head, Intervention, Judgement, Meeting, MeetingsPage, NetworkPage,
    Overview, PlanPage, Problem, RecommendationGroup, RecommendationItem, RecommendationsPage,
    Standing, Strand, TimelinePage, UseLine, Words,
};
use crate::view::timeline::{Lane, Look, Mark, Timeline};

pub(super) fn contact(name: &str, role: String, phone: &str) -> Contact {
    Contact {
        name: name.to_owned(),
        role,
        phone: phone.to_owned(),
    }
}

pub(super) fn head(t: &T) -> Head {
    let lang = t.lang();
    Head {
        id: "3a".to_owned(),
        who: "Brita Test Berggren".to_owned(),
        state: say(
            lang,
            "uge 24+3, termin 19.6.2026",
            "week 24+3, due 19 Jun 2026",
        ),
        case: "K7M2-9QXA".to_owned(),
        coordinator: Some(contact(
            "Mette Test Holm",
            say(
                lang,
                "Familieafdelingen, Kystkommunen",
                "Family department, Kystkommunen",
            ),
            "00 00 00 01",
        )),
        next: Some(say(
            lang,
            "netværksmøde 2, tirsdag 7. april kl. 10.00 (om 5 uger)",
            "network meeting 2, Tuesday 7 April at 10:00 (in 5 weeks)",
        )),
        ask: "Mette Test Holm".to_owned(),
        closed: None,
    }
}

fn new_head(t: &T) -> Head {
    let lang = t.lang();
    Head {
        id: "3b".to_owned(),
        who: say(
            lang,
            "Kvinde uden oplyst navn",
            "Woman whose name is not stated",
        ),
        state: say(
            lang,
            "uge 12+0 (hendes eget skøn), meldt af gadeplan",
            "week 12+0 (her own estimate), reported by street team",
        ),
        case: "P4T8-0WCN".to_owned(),
        coordinator: None,
        next: None,
        ask: say(
            lang,
            "Familieafdelingen, Kystkommunen",
            "the family department, Kystkommunen",
        ),
        closed: None,
    }
}

fn entry(at: String, by: String, title: String, lines: Vec<String>) -> Entry {
    Entry {
        id: "e1".to_owned(),
        at,
        by,
        title,
        lines,
        mark: None,
        correct: None,
    }
}

fn entries(lang: Lang) -> Vec<Entry> {
    vec![
        Entry {
            correct: Some("/forloeb/3a/post/e1/ret".to_owned()),
            ..entry(
                say(
                    lang,
                    "tirsdag 3. marts kl. 14.30",
                    "Tuesday 3 March at 14:30",
                ),
                say(
                    lang,
                    "Mette Test Holm, Familieafdelingen",
                    "Mette Test Holm, family department",
                ),
                say(lang, "Koordinator udpeget", "Coordinator appointed"),
                vec![say(
                    lang,
                    "Mette Test Holm er koordinator. Brita har fået det at vide.",
                    "Mette Test Holm is coordinator. Brita has been told.",
                )],
            )
        },
        Entry {
            mark: Some(say(lang, "rettet 2.3.2026", "corrected 2 Mar 2026")),
            ..entry(
                say(lang, "mandag 2. marts kl. 9.10", "Monday 2 March at 9:10"),
                say(
                    lang,
                    "Ida Test Lund, jordemoder, Sygehus Kyst",
                    "Ida Test Lund, midwife, Sygehus Kyst",
                ),
                say(lang, "Underretning sendt", "Notification sent"),
                vec![say(
                    lang,
                    "Hun har selv fortalt, at hun drak, til hun vidste, hun var gravid, og at hun tager smertestillende, som lægen ikke har ordineret.",
                    "She has told that she drank until she knew she was pregnant, and that she takes painkillers no doctor has prescribed.",
                )],
            )
        },
    ]
}

fn overview(t: &T) -> Overview {
    let lang = t.lang();
    let own = |row: DutyRow| DutyRow {
        who: String::new(),
        ..row
    };
    let unknown = t.s("unknown");
    Overview {
        head: head(t),
        duties: vec![own(acute(t)), own(appoint(t)), own(meeting(t))],
        words: Some(Words {
            text: say(
                lang,
                "Jeg vil gerne have det ro på, før barnet kommer. Og jeg vil ikke fortælle det hele forfra til nye mennesker.",
                "I want things to be calm before the baby comes. And I do not want to tell it all over again to new people.",
            ),
            at: say(
                lang,
                "sagt til Mette Test Holm, tirsdag 3. marts",
                "told to Mette Test Holm, Tuesday 3 March",
            ),
        }),
        facts: vec![
            Fact::new(
                say(lang, "Termin", "Due date"),
                say(
                    lang,
                    "19.6.2026, fastsat ved scanning",
                    "19 Jun 2026, set by scan",
                ),
            ),
            Fact::new(say(lang, "Kommune", "Municipality"), "Kystkommunen"),
            Fact::new(
                say(lang, "Rusmidler", "Substances"),
                say(lang, "alkohol, opioider", "alcohol, opioids"),
            ),
            Fact::new(
                say(lang, "Niveau", "Level"),
                say(
                    lang,
                    "forstærket ambulant indsats",
                    "reinforced ambulatory effort",
                ),
            ),
            Fact::new(say(lang, "Partner", "Partner"), unknown),
        ],
        entries: entries(lang),
        actions: vec![
            Action {
                label: say(lang, "Skriv note", "Write a note"),
                href: "/forloeb/3a/note".to_owned(),
            },
            Action {
                label: say(lang, "Skriv hendes ønsker", "Write her wishes"),
                href: "/forloeb/3a/oensker".to_owned(),
            },
            Action {
                label: say(lang, "Tilføj aktør", "Add an actor"),
                href: "/forloeb/3a/aktoer".to_owned(),
            },
            Action {
                label: say(
                    lang,
                    "Saml med et andet forløb",
                    "Join with another pathway",
                ),
                href: "/forloeb/3a/flet".to_owned(),
            },
        ],
        pager: Pager {
            base: "/forloeb/3a?".to_owned(),
            page: 1,
            pages: 4,
        },
    }
}

fn mark(from: i32, to: Option<i32>, label: String, when: &str) -> Mark {
    Mark {
        from,
        to,
        label,
        when: when.to_owned(),
        ..Mark::default()
    }
}

fn timeline(lang: Lang) -> Timeline {
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
    }
}

fn problems(lang: Lang) -> Vec<Problem> {
    let names = [
        (
            "Ustabile boligforhold eller hjemløshed",
            "Unstable housing or homelessness",
        ),
        ("Psykiatriske lidelser", "Psychiatric disorders"),
        ("Kognitive forstyrrelser", "Cognitive disorders"),
        (
            "Manglende arbejdsmarkedstilknytning",
            "No attachment to the labour market",
        ),
        ("Økonomiske vanskeligheder", "Financial difficulties"),
        ("Få eller svære relationer", "Few or difficult relations"),
        ("Sundhedsmæssige lidelser", "Health disorders"),
        ("Salg af seksuelle ydelser", "Selling sexual services"),
        ("Straffesag eller dom", "Criminal case or conviction"),
    ];
    names
        .into_iter()
        .enumerate()
        .map(|(n, (danish, english))| Problem {
            name: say(lang, danish, english),
            present: n == 0 || n == 1 || n == 4,
            details: if n == 1 {
                vec![
                    say(lang, "angst", "anxiety"),
                    say(lang, "tilknytningsforstyrrelser", "attachment disorders"),
                ]
            } else {
                vec![]
            },
            uncovered: n == 4,
        })
        .collect()
}

fn assessment(t: &T) -> AssessmentPage {
    let lang = t.lang();
    AssessmentPage {
        head: head(t),
        assessment: Some(Assessment {
            at: say(
                lang,
                "færdig mandag 13. april, Mette Test Holm, Familieafdelingen",
                "finished Monday 13 April, Mette Test Holm, family department",
            ),
            situation: say(
                lang,
                "Bor hos en veninde uden egen kontrakt. Er sygemeldt fra rengøringsarbejde. Har ikke kontakt til barnets far.",
                "Lives with a friend without a lease of her own. Is on sick leave from cleaning. Has no contact with the child's father.",
            ),
            resources: say(
                lang,
                "Møder til aftaler, når hun bliver hentet. Har en moster, hun stoler på. Er stoppet med at drikke.",
                "Keeps appointments when fetched. Has an aunt she trusts. Has stopped drinking.",
            ),
            challenges: say(
                lang,
                "Smerter og søvn. Bange for at miste barnet.",
                "Pain and sleep. Afraid of losing the child.",
            ),
            problems: problems(lang),
            uses: vec![
                UseLine {
                    substance: say(lang, "Alkohol", "Alcohol"),
                    duration: say(lang, "til uge 12", "until week 12"),
                    frequency: say(lang, "weekender", "weekends"),
                    timing: say(lang, "uge 4–12", "weeks 4–12"),
                    amount: say(lang, "5–8 genstande", "5–8 units"),
                    prescribed: "–".to_owned(),
                    source: say(lang, "oplyst af hende", "told by her"),
                },
                UseLine {
                    substance: say(lang, "Opioider", "Opioids"),
                    duration: t.s("unknown"),
                    frequency: say(lang, "dagligt", "daily"),
                    timing: t.s("unknown"),
                    amount: t.s("unknown"),
                    prescribed: say(lang, "ikke ordineret", "not prescribed"),
                    source: say(lang, "prøve", "test"),
                },
            ],
        }),
        judgement: Some(Judgement {
            at: say(
                lang,
                "tirsdag 14. april, Mette Test Holm",
                "Tuesday 14 April, Mette Test Holm",
            ),
            level: say(
                lang,
                "Forstærket ambulant indsats",
                "Reinforced ambulatory effort",
            ),
            criteria: vec![Fact::new(
                say(
                    lang,
                    "Den gravide kan med hjælp og intensiv støtte få skabt stabilitet og ro i sin hverdag hjemme",
                    "With help and intensive support she can create stability and calm in her everyday life at home",
                ),
                say(lang, "ja", "yes"),
            )],
            reason: say(
                lang,
                "Hun møder frem og har en moster, der bor tæt på.",
                "She attends and has an aunt who lives nearby.",
            ),
            offer: None,
        }),
        write: Some("/forloeb/3a/udredning/ny".to_owned()),
        judge: Some("/forloeb/3a/vurdering".to_owned()),
    }
}

fn plan(t: &T) -> PlanPage {
    let lang = t.lang();
    let row = |what: String, responsible: &str, state: (&str, &str)| Intervention {
        what,
        initiator: say(lang, "Rusmiddelbehandlingen", "Substance treatment"),
        responsible: responsible.to_owned(),
        start: say(lang, "20.4.2026", "20 Apr 2026"),
        intensity: say(lang, "hver uge", "every week"),
        effect: say(lang, "endnu ikke fulgt op", "not followed up yet"),
        state: say(lang, state.0, state.1),
    };
    PlanPage {
        words: overview(t).words,
        head: head(t),
        version: Some(say(
            lang,
            "Plan 2, godkendt 14.4.2026 af Mette Test Holm",
            "Plan 2, approved 14 Apr 2026 by Mette Test Holm",
        )),
        strands: vec![
            Strand {
                name: say(lang, "Rusmiddelbehandling", "Substance treatment"),
                rows: vec![row(
                    say(
                        lang,
                        "Ambulant social rusmiddelbehandling",
                        "Ambulatory social substance treatment",
                    ),
                    "Karl Test Vik",
                    ("i gang", "under way"),
                )],
            },
            Strand {
                name: say(lang, "Familie", "Family"),
                rows: vec![
                    row(
                        say(lang, "Individuelle samtaler", "Individual talks"),
                        "Mette Test Holm",
                        ("planlagt", "planned"),
                    ),
                    row(
                        say(
                            lang,
                            "Afklaring af forældrekompetence og behov for støtte i forældrerollen",
                            "Clarifying parental competence and need of support as a parent",
                        ),
                        "Mette Test Holm",
                        ("planlagt", "planned"),
                    ),
                ],
            },
        ],
        missing: vec![say(
            lang,
            "Støtte til fremmøde og deltagelse i møder",
            "Help to attend and take part in meetings",
        )],
        uncovered: vec![say(
            lang,
            "Økonomiske vanskeligheder",
            "Financial difficulties",
        )],
        follow_ups: vec![],
        next: Some(say(lang, "tirsdag 26. maj", "Tuesday 26 May")),
        changes: vec![say(
            lang,
            "Samtalerne er flyttet fra hver anden uge til hver uge.",
            "The talks have moved from every second week to every week.",
        )],
        write: Some("/forloeb/3a/plan/ny".to_owned()),
        follow: Some("/forloeb/3a/opfoelgning".to_owned()),
    }
}

fn meetings(t: &T) -> MeetingsPage {
    let lang = t.lang();
    let held = Meeting {
        name: say(lang, "Netværksmøde 1", "Network meeting 1"),
        at: say(
            lang,
            "tirsdag 24. marts kl. 10.00",
            "Tuesday 24 March at 10:00",
        ),
        place: say(lang, "Familiehuset, lokale 2", "Familiehuset, room 2"),
        purpose: say(
            lang,
            "Lære hinanden at kende og aftale, hvem der gør hvad",
            "Get to know each other and agree who does what",
        ),
        people: vec![
            "Brita Test Berggren".to_owned(),
            "Mette Test Holm".to_owned(),
            "Ida Test Lund".to_owned(),
        ],
        decisions: vec![say(
            lang,
            "Mette: søg bolig sammen med Brita, senest 1.5.2026",
            "Mette: look for housing together with Brita, by 1 May 2026",
        )],
        minutes: Some(say(
            lang,
            "Britas ønsker kom først. Vi aftalte, at Ida ringer hver mandag.",
            "Brita's wishes came first. We agreed that Ida calls every Monday.",
        )),
        write: None,
    };
    MeetingsPage {
        head: head(t),
        coming: vec![Meeting {
            name: say(lang, "Netværksmøde 2", "Network meeting 2"),
            at: say(
                lang,
                "tirsdag 7. april kl. 10.00",
                "Tuesday 7 April at 10:00",
            ),
            decisions: vec![],
            minutes: None,
            write: Some("/forloeb/3a/moede/m2/referat".to_owned()),
            ..held.clone()
        }],
        held: vec![held],
        rule: Some(say(
            lang,
            "Aftalen: mindst 3 møder, varslet 10 arbejdsdage før (pkt. 2b og 2c).",
            "The agreement: at least 3 meetings, called 10 working days before (items 2b and 2c).",
        )),
        call: Some("/forloeb/3a/moede/ny".to_owned()),
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

fn network(t: &T) -> NetworkPage {
    let lang = t.lang();
    let with = say(lang, "med", "takes part");
    NetworkPage {
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

fn recommendations(t: &T) -> RecommendationsPage {
    let lang = t.lang();
    let item = |sentence: &str, standing: Standing, detail: String| RecommendationItem {
        sentence: sentence.to_owned(),
        standing,
        detail,
    };
    RecommendationsPage {
        head: head(t),
        source: say(lang, "Socialstyrelsen, september 2022: Anbefalinger, udsatte gravide med skadeligt rusmiddelforbrug. Gengivet ordret.", "National Board of Social Services, September 2022. Quoted word for word in Danish."),
        groups: vec![RecommendationGroup {
            title: "1 Fagpersoner med målgruppekontakt deltager i forebyggelse, tidlig opsporing og intervention".to_owned(),
            items: vec![
                item("at fagpersoner med kontakt til målgruppen henviser til familieambulatorium og rusmiddelbehandling", Standing::Met, say(lang, "henvist 3.3.2026 med hendes ja", "referred 3 Mar 2026 with her yes")),
                item("kender til tidlige forebyggende indsatser til målgruppen", Standing::Judged, say(lang, "Et forløb kan ikke vise, hvad en fagperson ved.", "A pathway cannot show what a professional knows.")),
                item("kender til muligheder for psykiatrisk udredning eller behandling", Standing::Open, String::new()),
                item("tilbyder adgang til seksuelle og reproduktive sundhedsydelser", Standing::Explained, say(lang, "vil ikke tale om det før fødslen, skrevet 20.3.2026", "does not want to talk about it before the birth, written 20 Mar 2026")),
            ],
        }],
    }
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let lang = t.lang();
    let at = Section::Other;
    let later = DutyRow {
        urgency: Urgency::Week,
        who: String::new(),
        ..appoint(t)
    };
    vec![
        Example::new("forloeb", at, overview(t)),
        Example::new(
            "forloeb-nyt",
            at,
            Overview {
                head: new_head(t),
                duties: vec![later],
                facts: vec![Fact::new(say(lang, "Termin", "Due date"), t.s("unknown"))],
                entries: entries(lang),
                ..Overview::default()
            },
        ),
        Example::new(
            "forloeb-lukket",
            at,
            Overview {
                head: Head {
                    closed: Some(say(
                        lang,
                        "Graviditetsforløbet er afsluttet.",
                        "The pregnancy pathway is closed.",
                    )),
                    next: None,
                    ..head(t)
                },
                ..Overview::default()
            },
        ),
        Example::new(
            "tidslinje",
            at,
            TimelinePage {
                head: head(t),
                timeline: timeline(lang),
                entries: entries(lang),
                pager: Pager::default(),
            },
        ),
        Example::new("udredning", at, assessment(t)),
        Example::new(
            "udredning-tom",
            at,
            AssessmentPage {
                head: new_head(t),
                write: Some("/forloeb/3b/udredning/ny".to_owned()),
                ..AssessmentPage::default()
            },
        ),
        Example::new("plan", at, plan(t)),
        Example::new(
            "plan-tom",
            at,
            PlanPage {
                head: new_head(t),
                write: Some("/forloeb/3b/plan/ny".to_owned()),
                ..PlanPage::default()
            },
        ),
        Example::new("moeder", at, meetings(t)),
        Example::new(
            "moeder-tom",
            at,
            MeetingsPage {
                head: new_head(t),
                call: Some("/forloeb/3b/moede/ny".to_owned()),
                ..MeetingsPage::default()
            },
        ),
        Example::new("netvaerk", at, network(t)),
        Example::new("anbefalinger", at, recommendations(t)),
    ]
}
