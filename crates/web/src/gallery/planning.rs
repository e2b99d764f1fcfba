// SPDX-License-Identifier: EUPL-1.2
//! The forms of a plan, its follow-up and network meetings.

use super::plain::typed;
use super::work::{about, units, words, wrong};
use super::{Example, say};
use crate::text::{Lang, T};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{
    AMBULATORY, FollowUpForm, FollowedIntervention, MeetingForm, MinutesForm, PlanForm,
    PlanRunning, RESIDENTIAL,
};

pub(super) fn plan(t: &T) -> Vec<Example> {
    let lang = t.lang();
    let elements = |codes: &str| codes.split(' ').map(str::to_owned).collect::<Vec<String>>();
    let base = PlanForm {
        rules: Vec::new(),
        sections: vec![Choice::new("afsnit-1", say(lang, "Bolig", "Housing"))],
        kinds: vec![Choice::new(
            "aflastning",
            say(lang, "Aflastning", "Relief stay"),
        )],
        about: about(t),
        form: Form {
            draft: Some("plan".to_owned()),
            ..typed(&[])
        },
        elements: elements(AMBULATORY),
        running: vec![PlanRunning {
            choice: "koerer-i1".to_owned(),
            why: "koererslut-i1".to_owned(),
            what: say(lang, "Støtte i hverdagen", "Support in everyday life"),
            line: say(lang, "hver uge", "every week"),
        }],
        template: say(
            lang,
            "Skabelon: forstærket ambulant indsats, som den faglige vurdering siger.",
            "Template: reinforced ambulatory effort, as the judgement says.",
        ),
        team: say(
            lang,
            "Tværfaglig og tværsektoriel: teamet har 3 faggrupper fra 2 sektorer.",
            "Interdisciplinary and cross-sectoral: the team has 3 professions from 2 sectors.",
        ),
        units: units(t),
        words: Some(words(t)),
        problems: vec![Choice::new(
            "oekonomi",
            say(lang, "Økonomiske vanskeligheder", "Financial difficulties"),
        )],
        draft_saved: None,
    };
    let values = [
        ("element", "AE4"),
        ("AE4-form", "par"),
        ("AE4-ansvarlig", "u1"),
        ("AE4-ivaerksaetter", "u1"),
        ("AE4-intensitet", "hver uge"),
        ("opfoelgning", "1.1.2026"),
    ];
    let form = wrong(
        t,
        &values,
        &[
            ("element", "not-chosen"),
            ("AE4-form", "partner-missing"),
            ("AE4-start", "not-a-date"),
            ("opfoelgning", "in-the-past"),
        ],
    );
    let follow = FollowUpForm {
        about: about(t),
        form: typed(&[]),
        words: Some(words(t)),
        interventions: vec![FollowedIntervention {
            id: "i1".to_owned(),
            what: say(
                lang,
                "Ambulant social rusmiddelbehandling",
                "Ambulatory social substance treatment",
            ),
            line: say(
                lang,
                "Karl Test Vik, siden 20.4.2026, hver uge",
                "Karl Test Vik, since 20 Apr 2026, every week",
            ),
        }],
        partner: true,
        rule: Some(say(
            lang,
            "Aftalen: planen følges op hver 6. uge (pkt. 4e).",
            "The agreement: the plan is followed up every 6 weeks (item 4e).",
        )),
    };
    vec![
        Example::new("plan_ny", Section::Other, base.clone()),
        Example::new(
            "plan_ny-mangler",
            Section::Other,
            PlanForm {
                form,
                ..base.clone()
            },
        ),
        Example::new(
            "plan_ny-doegn",
            Section::Other,
            PlanForm {
                elements: elements(RESIDENTIAL),
                template: say(
                    lang,
                    "Skabelon: specialiseret døgnbehandling.",
                    "Template: specialised residential treatment.",
                ),
                problems: vec![],
                words: None,
                ..base
            },
        ),
        Example::new("opfoelgning", Section::Other, follow.clone()),
        Example::new(
            "opfoelgning-mangler",
            Section::Other,
            FollowUpForm {
                form: wrong(
                    t,
                    &[("kvinde", "Bedre")],
                    &[
                        ("barn", "missing"),
                        ("valg-i1", "choice-missing"),
                        ("naeste", "next-date-missing"),
                    ],
                ),
                partner: false,
                ..follow
            },
        ),
    ]
}

pub(super) fn meetings(t: &T) -> Vec<Example> {
    let lang = t.lang();
    let invited = vec![
        Choice::new(
            "p3",
            say(lang, "Ida Test Lund, jordemoder", "Ida Test Lund, midwife"),
        ),
        Choice {
            help: Some(say(
                lang,
                "Hun har ikke sagt ja endnu.",
                "She has not said yes yet.",
            )),
            ..Choice::new(
                "p9",
                say(
                    lang,
                    "Karl Test Vik, rusrådgivningen",
                    "Karl Test Vik, substance counselling",
                ),
            )
        },
    ];
    let call = MeetingForm {
        about: about(t),
        form: typed(&[("deltager", "p3")]),
        agenda: agenda(lang),
        units: vec![Choice::new(
            "u1",
            say(
                lang,
                "Familieafdelingen, Odense",
                "Family department, Odense",
            ),
        )],
        plain: true,
        people: invited.clone(),
        wishes: vec![words(t)],
        rule: Some(say(
            lang,
            "Aftalen: varsles 10 arbejdsdage før (pkt. 2c).",
            "The agreement: called 10 working days before (item 2c).",
        )),
        ..MeetingForm::default()
    };
    let minutes = MinutesForm {
        about: about(t),
        form: typed(&[
            ("deltog", "p3"),
            ("beslutninger", "Mette: søg dagtilbud inden 1/5"),
        ]),
        meeting: "m2".to_owned(),
        name: say(
            lang,
            "Netværksmøde 2, tirsdag 7. april kl. 10.00",
            "Network meeting 2, Tuesday 7 April at 10:00",
        ),
        people: invited,
        her: true,
        agenda: agenda(lang),
    };
    vec![
        Example::new("moede", Section::Other, call.clone()),
        Example::new(
            "moede-mangler",
            Section::Other,
            MeetingForm {
                form: wrong(
                    t,
                    &[("dato", "1.3.2026")],
                    &[
                        ("formaal", "missing"),
                        ("dato", "in-the-past"),
                        ("deltager", "not-chosen"),
                    ],
                ),
                ..call
            },
        ),
        Example::new("referat", Section::Other, minutes.clone()),
        Example::new(
            "referat-mangler",
            Section::Other,
            MinutesForm {
                form: wrong(
                    t,
                    &[("beslutninger", "søg bolig")],
                    &[
                        ("deltog", "not-chosen"),
                        ("referat", "missing"),
                        ("hun", "not-chosen"),
                        ("beslutninger", "in-the-past"),
                    ],
                ),
                ..minutes
            },
        ),
    ]
}

fn agenda(lang: Lang) -> Vec<String> {
    vec![
        say(
            lang,
            "Hendes egne ord: »Jeg vil gerne have mit barn hjem.«",
            "In her own words: “I want to take my child home.”",
        ),
        say(
            lang,
            "Ingen indsats svarer på endnu: økonomiske vanskeligheder",
            "No effort answers to it yet: financial difficulties",
        ),
    ]
}
