// SPDX-License-Identifier: EUPL-1.2
//! The forms of a pathway: untouched, filled in, refused.

use super::plain::{refused, typed};
use super::planning::{meetings, plan};
use super::tasks::meeting;
use super::{Example, say};
use crate::text::T;
use crate::view::duty::DutyRow;
use crate::view::form::{Between, Choice, Form};
use crate::view::frame::Section;
use crate::view::parts::Entry;
use crate::view::pathway::Words;
use crate::view::work::{
    About, ActorForm, AppointForm, AskField, AskForm, AskKind, AssessmentForm, CorrectionForm,
    ExplainForm, JoinForm, JudgementForm, NoteForm, ScreeningForm, ScreeningQuestion, WishForm,
};

pub(super) fn about(t: &T) -> About {
    About {
        id: "3a".to_owned(),
        who: say(
            t.lang(),
            "Brita Test Berggren, uge 24+3",
            "Brita Test Berggren, week 24+3",
        ),
    }
}

pub(super) fn wrong(t: &T, values: &[(&str, &str)], problems: &[(&str, &str)]) -> Form {
    let problems: Vec<(&str, String)> = problems
        .iter()
        .map(|(field, code)| (*field, t.of("problem", code)))
        .collect();
    refused(typed(values), &problems)
}

pub(super) fn people() -> Vec<Choice> {
    vec![
        Choice::new("p1", "Mette Test Holm"),
        Choice::new("p2", "Åse Test Ørum"),
        Choice::new("p3", "Ida Test Lund"),
    ]
}

pub(super) fn units(t: &T) -> Vec<Choice> {
    vec![
        Choice::new(
            "u1",
            say(t.lang(), "Familieafdelingen", "Family department"),
        ),
        Choice::new(
            "u2",
            say(t.lang(), "Rusrådgivningen", "Substance counselling"),
        ),
    ]
}

pub(super) fn words(t: &T) -> Words {
    Words {
        text: say(
            t.lang(),
            "Jeg vil gerne have det ro på, før barnet kommer.",
            "I want things to be calm before the baby comes.",
        ),
        at: say(t.lang(), "3.3.2026", "3 Mar 2026"),
    }
}

fn appoint(t: &T) -> Vec<Example> {
    let rule = Some(say(
        t.lang(),
        "Aftalen, pkt. 1a: koordinatoren kommer fra familieafdelingen.",
        "The agreement, item 1a: the coordinator comes from the family department.",
    ));
    let people: Vec<Choice> = people()
        .into_iter()
        .map(|choice| Choice {
            help: Some(say(
                t.lang(),
                "familierådgiver, 14 forløb",
                "family adviser, 14 pathways",
            )),
            ..choice
        })
        .collect();
    let conflict = Form {
        version: Some("4".to_owned()),
        between: vec![Between {
            at: say(t.lang(), "i dag kl. 9.12", "today 9:12"),
            by: "Åse Test Ørum".to_owned(),
            what: say(
                t.lang(),
                "udpegede sig selv som koordinator",
                "appointed herself coordinator",
            ),
        }],
        ..typed(&[("person", "p1")])
    };
    vec![
        Example::new(
            "koordinator",
            Section::Other,
            AppointForm {
                expected: None,
                about: about(t),
                form: typed(&[]),
                people: people.clone(),
                rule: rule.clone(),
                now: None,
            },
        ),
        Example::new(
            "koordinator-konflikt",
            Section::Other,
            AppointForm {
                expected: None,
                about: about(t),
                form: conflict,
                people: people.clone(),
                rule,
                now: Some("Åse Test Ørum".to_owned()),
            },
        ),
        Example::new(
            "koordinator-mangler",
            Section::Other,
            AppointForm {
                expected: None,
                about: about(t),
                form: wrong(
                    t,
                    &[],
                    &[("person", "not-chosen"), ("afvigelse", "needs-reason")],
                ),
                people,
                ..AppointForm::default()
            },
        ),
    ]
}

fn assessment(t: &T) -> Vec<Example> {
    let situation = say(
        t.lang(),
        "Bor hos en veninde uden egen kontrakt.",
        "Lives with a friend without a lease of her own.",
    );
    let values = [
        ("situation", situation.as_str()),
        ("forbrug", "opioider"),
        ("forbrug-opioider-hyppighed", "dagligt"),
        ("forbrug-opioider-ordineret", "nej"),
        ("problem", "bolig"),
        ("problem", "psykiatri"),
        ("problem-psykiatri-del", "angst"),
        ("problem", "relationer"),
        ("problem-relationer-del", "social-isolation"),
    ];
    let blank = Form {
        draft: Some("udredning".to_owned()),
        ..typed(&[])
    };
    vec![
        Example::new(
            "udredning-ny",
            Section::Other,
            AssessmentForm {
                about: about(t),
                form: blank,
                draft_saved: Some(t.a("form-draft-saved", &("at", t.s("date-today")))),
            },
        ),
        Example::new(
            "udredning-ny-mangler",
            Section::Other,
            AssessmentForm {
                about: about(t),
                form: wrong(
                    t,
                    &values,
                    &[
                        ("ressourcer", "resources-missing"),
                        ("udfordringer", "missing"),
                    ],
                ),
                draft_saved: None,
            },
        ),
        Example::new("screening", Section::Other, screening(t)),
        Example::new(
            "vurdering",
            Section::Other,
            JudgementForm {
                about: about(t),
                form: typed(&[("stabilitet", "ja"), ("niveau", "ambulatory")]),
            },
        ),
        Example::new(
            "vurdering-mangler",
            Section::Other,
            JudgementForm {
                about: about(t),
                form: wrong(
                    t,
                    &[
                        ("stabilitet", "nej"),
                        ("fordi", "livssituation-belastet"),
                        ("niveau", "residential"),
                    ],
                    &[("begrundelse", "needs-reason")],
                ),
            },
        ),
    ]
}

fn small(t: &T) -> Vec<Example> {
    let lang = t.lang();
    let entry = Entry {
        id: "e1".to_owned(),
        at: say(lang, "mandag 2. marts kl. 9.10", "Monday 2 March at 9:10"),
        by: "Mette Test Holm".to_owned(),
        title: say(lang, "Note", "Note"),
        lines: vec![say(
            lang,
            "Ringede til Brita. Hun har fået tid hos lægen.",
            "Called Brita. She has an appointment with the doctor.",
        )],
        ..Entry::default()
    };
    let correct = CorrectionForm {
        about: about(t),
        form: typed(&[
            ("slags", "indhold"),
            (
                "tekst",
                "Ringede til Brita. Hun har fået tid hos jordemoderen.",
            ),
        ]),
        entry,
        text: true,
    };
    let explain = ExplainForm {
        about: about(t),
        form: typed(&[]),
        duty_id: "d3".to_owned(),
        duty: Some(DutyRow {
            who: String::new(),
            explain: None,
            action: None,
            ..meeting(t)
        }),
    };
    let note = NoteForm {
        about: about(t),
        form: typed(&[]),
        categories: vec![Choice::new(
            "social",
            say(lang, "Det sociale", "Social matters"),
        )],
        units: units(t),
    };
    let join = JoinForm {
        about: about(t),
        form: typed(&[]),
        candidates: vec![Choice {
            help: Some(say(
                lang,
                "samme kommune, uge 24+5, samme veninde nævnt",
                "same municipality, week 24+5, same friend mentioned",
            )),
            ..Choice::new(
                "x1",
                say(
                    lang,
                    "Kvinde uden oplyst navn, meldt af gadeplan",
                    "Woman whose name is not stated, reported by street team",
                ),
            )
        }],
    };
    let ask = AskForm {
        about: about(t),
        form: typed(&[]),
        title: t.of("ask-title", "dating"),
        lead: None,
        button: t.s("form-save"),
        post: "/forloeb/3a/datering".to_owned(),
        fields: vec![
            AskField {
                name: "metode".to_owned(),
                key: "ask-method".to_owned(),
                kind: AskKind::One(vec![Choice::new("scan", say(lang, "Scanning", "Scan"))]),
            },
            AskField {
                name: "termin".to_owned(),
                key: "ask-due".to_owned(),
                kind: AskKind::Date,
            },
            AskField {
                name: "enhed".to_owned(),
                key: "ask-unit".to_owned(),
                kind: AskKind::List(units(t)),
            },
            AskField {
                name: "hvem".to_owned(),
                key: "ask-who".to_owned(),
                kind: AskKind::Many(people()),
            },
            AskField {
                name: "sted".to_owned(),
                key: "ask-place".to_owned(),
                kind: AskKind::Line,
            },
            AskField {
                name: "note".to_owned(),
                key: "ask-note".to_owned(),
                kind: AskKind::Area,
            },
        ],
    };
    vec![
        Example::new("spoerg", Section::Other, ask),
        Example::new(
            "aktoer",
            Section::Other,
            ActorForm {
                about: about(t),
                form: typed(&[("slags", "ungecenter")]),
            },
        ),
        Example::new(
            "aktoer-mangler",
            Section::Other,
            ActorForm {
                about: about(t),
                form: wrong(t, &[], &[("slags", "not-chosen")]),
            },
        ),
        Example::new(
            "oensker",
            Section::Other,
            WishForm {
                about: about(t),
                form: typed(&[("slags", "oenske")]),
            },
        ),
        Example::new(
            "oensker-mangler",
            Section::Other,
            WishForm {
                about: about(t),
                form: wrong(t, &[], &[("slags", "not-chosen"), ("ord", "missing")]),
            },
        ),
        Example::new("note", Section::Other, note.clone()),
        Example::new(
            "note-mangler",
            Section::Other,
            NoteForm {
                form: wrong(t, &[], &[("hvad", "missing"), ("kategori", "not-chosen")]),
                ..note
            },
        ),
        Example::new("ret", Section::Other, correct.clone()),
        Example::new(
            "ret-mangler",
            Section::Other,
            CorrectionForm {
                form: wrong(t, &[("slags", "forkert")], &[("grund", "needs-reason")]),
                text: false,
                ..correct
            },
        ),
        Example::new("forklar", Section::Other, explain.clone()),
        Example::new(
            "forklar-mangler",
            Section::Other,
            ExplainForm {
                form: wrong(t, &[], &[("grund", "needs-reason")]),
                ..explain
            },
        ),
        Example::new("flet", Section::Other, join.clone()),
        Example::new(
            "flet-mangler",
            Section::Other,
            JoinForm {
                form: wrong(t, &[("med", "x1")], &[("sikker", "not-chosen")]),
                ..join
            },
        ),
        Example::new(
            "flet-ingen",
            Section::Other,
            JoinForm {
                about: about(t),
                ..JoinForm::default()
            },
        ),
    ]
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let mut all = appoint(t);
    all.extend(assessment(t));
    all.extend(plan(t));
    all.extend(meetings(t));
    all.extend(small(t));
    all
}

fn screening(t: &T) -> ScreeningForm {
    let question = |n: u32| ScreeningQuestion {
        field: format!("svar-{n}"),
        name: format!("{} {n}", t.s("screening-question")),
        choices: (0..5)
            .map(|n: u32| Choice::new(n.to_string(), t.a("screening-points", &("n", n))))
            .chain([Choice::new("ikke-oplyst", t.s("unknown"))])
            .collect(),
    };
    ScreeningForm {
        about: about(t),
        form: typed(&[("dato", "14.4.2026"), ("svar-1", "2")]),
        post: crate::paths::pathway("3a", "screening/audit-c"),
        name: "AUDIT-C".to_owned(),
        note: None,
        terms: "WHO".to_owned(),
        source: "WHO".to_owned(),
        highest: Some(12),
        questions: (1..4).map(question).collect(),
    }
}
