// SPDX-License-Identifier: EUPL-1.2
//! Assessment, plan, meetings and recommendations of the example pathway.

use super::pathway::{head, overview};
use super::picture;
use super::say;
use crate::text::{Lang, T};
use crate::view::form::Form;
use crate::view::parts::{Fact, Link};
use crate::view::pathway::{
    Assessment, AssessmentPage, Intervention, Judgement, Meeting, MeetingsPage, PlanPage, Planned,
    Problem, Proposed, ProposedTime, RecommendationGroup, RecommendationItem, RecommendationsPage,
    ScreeningLine, ScreeningPrompt, Screenings, Standing, Strand, UseLine, UseProfile,
    UseSubstance,
};

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

pub(super) fn assessment(t: &T) -> AssessmentPage {
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
        uses: Some(uses(t)),
        screenings: Some(screenings(lang)),
    }
}

fn screenings(lang: Lang) -> Screenings {
    let link = |words: &str, code: &str| Link {
        words: words.to_owned(),
        href: crate::paths::pathway("3a", &format!("screening/{code}")),
    };
    let by = "Ane Test Friis";
    let answered = |at: (&str, &str), score: (&str, &str)| ScreeningLine {
        at: say(lang, at.0, at.1),
        tool: "EPDS".to_owned(),
        score: say(lang, score.0, score.1),
        by: by.to_owned(),
    };
    Screenings {
        prompts: vec![ScreeningPrompt {
            today: true,
            words: say(
                lang,
                "Spørgsmål 10 er besvaret med mere end 0. Tal med hende om det i dag.",
                "Question 10 was answered with more than 0. Talk with her about it today.",
            ),
            from: say(lang, "EPDS, tirsdag 14. april", "EPDS, Tuesday 14 April"),
            source: "Fagligt kendt".to_owned(),
        }],
        lines: vec![
            answered(
                ("tirsdag 14. april", "Tuesday 14 April"),
                (
                    "ikke oplyst (4 af 10 spørgsmål besvaret)",
                    "not stated (4 of 10 questions answered)",
                ),
            ),
            answered(("3. marts", "3 March"), ("7 point", "7 points")),
        ],
        asked: vec![link("AUDIT-C", "audit-c"), link("EPDS", "epds")],
        scored: vec![link("DUDIT", "dudit")],
    }
}

fn uses(t: &T) -> UseProfile {
    let lang = t.lang();
    let substance = |danish: &str, english: &str, lines| UseSubstance {
        name: say(lang, danish, english),
        lines,
    };
    UseProfile {
        picture: picture::uses(t),
        substances: vec![
            substance(
                "Alkohol",
                "Alcohol",
                vec![UseLine {
                    duration: say(lang, "til uge 12", "until week 12"),
                    frequency: say(lang, "weekender", "weekends"),
                    timing: say(lang, "uge 4–12", "weeks 4–12"),
                    amount: say(lang, "5–8 genstande", "5–8 units"),
                    prescribed: "–".to_owned(),
                    told: say(
                        lang,
                        "13. april, Mette Test Holm",
                        "13 April, Mette Test Holm",
                    ),
                    source: say(lang, "oplyst af hende", "told by her"),
                }],
            ),
            substance(
                "Opioider",
                "Opioids",
                vec![UseLine {
                    duration: t.s("unknown"),
                    frequency: say(lang, "dagligt", "daily"),
                    timing: t.s("unknown"),
                    amount: t.s("unknown"),
                    prescribed: say(lang, "ikke ordineret", "not prescribed"),
                    told: say(
                        lang,
                        "13. april, Mette Test Holm",
                        "13 April, Mette Test Holm",
                    ),
                    source: say(lang, "prøve", "test"),
                }],
            ),
            substance(
                "Afhængighedsskabende medicin",
                "Dependence-producing medicine",
                Vec::new(),
            ),
        ],
    }
}

pub(super) fn plan(t: &T) -> PlanPage {
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
        people: vec![t.a2(
            "plan-supports",
            &("who", "Sofie Test"),
            &("whom", t.of("plan-support-for", "gravid")),
        )],
        sections: vec![(
            say(lang, "Bolig", "Housing"),
            say(
                lang,
                "Hun er skrevet op til en lejlighed.",
                "She is on a list for a flat.",
            ),
        )],
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
        goals: Some(say(
            lang,
            "Ro om natten og et sted at bo, før barnet kommer.",
            "Calm nights and a place to live before the baby comes.",
        )),
        hints: Vec::new(),
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

pub(super) fn meetings(t: &T) -> MeetingsPage {
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
        her: Some(t.of("meeting-her", "came")),
        support: vec![say(
            lang,
            "en går med hende (Familieafdelingen, Odense)",
            "somebody goes with her (Family department, Odense)",
        )],
        sent: None,
        calendar: None,
        without: Vec::new(),
        write: None,
        change: None,
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
            without: vec![say(
                lang,
                "Deltager uden samtykke: Rusrådgivningen. Tag enheden af mødet, eller aflys.",
                "Participant without consent: Substance counselling. Take the unit off the meeting, or cancel it.",
            )],
            write: Some("/forloeb/3a/moede/m2/referat".to_owned()),
            change: Some("/forloeb/3a/moede/m2/aendr".to_owned()),
            ..held.clone()
        }],
        held: vec![held],
        planned: vec![Planned {
            name: say(lang, "Netværksmøde 3", "Network meeting 3"),
            when: say(lang, "4 uger efter fødslen", "4 weeks after the birth"),
            state: t.of("meetings-planned", "waits"),
        }],
        agenda: vec![say(
            lang,
            "Hendes egne ord: »Jeg vil gerne have mit barn hjem.«",
            "In her own words: “I want to take my child home.”",
        )],
        proposals: vec![Proposed {
            purpose: say(lang, "Tiden efter fødslen", "The time after the birth"),
            times: vec![ProposedTime {
                value: "1".to_owned(),
                at: say(lang, "tirsdag 5. maj kl. 10.00", "Tuesday 5 May at 10:00"),
                who: vec![t.a2(
                    "times-who-says",
                    &("who", "Brita Test Berggren"),
                    &("answer", t.of("times-one", "yes")),
                )],
                all: true,
            }],
            call: Some("/forloeb/3a/moede/tider/t1/indkald".to_owned()),
            answer: None,
        }],
        ask: Some("/forloeb/3a/moede/tider".to_owned()),
        form: Form::default(),
        rule: Some(say(
            lang,
            "Aftalen: mindst 3 møder, varslet 10 arbejdsdage før (pkt. 2b og 2c).",
            "The agreement: at least 3 meetings, called 10 working days before (items 2b and 2c).",
        )),
        call: Some("/forloeb/3a/moede/ny".to_owned()),
    }
}

pub(super) fn recommendations(t: &T) -> RecommendationsPage {
    let lang = t.lang();
    let item = |sentence: &str, standing: Standing, detail: String| RecommendationItem {
        sentence: sentence.to_owned(),
        standing,
        details: if detail.is_empty() {
            vec![]
        } else {
            vec![detail]
        },
    };
    RecommendationsPage {
        others: (String::new(), vec![]),
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
