// SPDX-License-Identifier: EUPL-1.2
//! Information that changes hands: passed on without a consent, asked for, answered; and a meeting that is changed.

use super::work::{about, units, wrong};
use super::{Example, say};
use crate::paths;
use crate::text::T;
use crate::view::form::{Choice, FieldError, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};

fn field(name: &str, key: &str, kind: AskKind) -> AskField {
    AskField {
        name: name.to_owned(),
        key: key.to_owned(),
        kind,
    }
}

fn grounds(t: &T) -> AskField {
    let yes = Choice::new("samtykke", t.of("information-ground", "samtykke"));
    let law = say(
        t.lang(),
        "Det supplerer en underretning om barnet (barnets lov § 133)",
        "It adds to a notification about the child (Children's Act section 133)",
    );
    let choices = vec![yes, Choice::new("bl-133", law)];
    field("grundlag", "information-ground", AskKind::One(choices))
}

fn kinds(t: &T) -> Vec<Choice> {
    ["psychiatric", "social"]
        .map(|code| Choice::new(code, t.of("work-category", code)))
        .to_vec()
}

fn note(t: &T) -> Vec<Choice> {
    let lang = t.lang();
    vec![Choice {
        help: Some(say(
            lang,
            "Hun bor på en sofa hos en veninde.",
            "She sleeps on a friend's sofa.",
        )),
        ..Choice::new(
            "e1",
            say(
                lang,
                "Note, tirsdag 3. marts kl. 9.00 · Sociale forhold · Familieafdelingen",
                "Note, Tuesday 3 March at 9:00 · Social circumstances · Family department",
            ),
        )
    }]
}

fn pass(t: &T) -> AskForm {
    let who = say(t.lang(), "Rusrådgivningen", "Substance counselling");
    let what = t.of("work-category", "social").to_lowercase();
    let lacks = t.a2("no-consent.disclose", &("unit", who), &("what", what));
    let form = Form {
        errors: vec![FieldError {
            field: "enhed".to_owned(),
            message: lacks,
        }],
        ..wrong(t, &[("grundlag", "samtykke"), ("poster", "e1")], &[])
    };
    AskForm {
        about: about(t),
        form,
        title: t.s("information-pass"),
        lead: Some(t.s("information-pass.lead")),
        button: t.s("information-pass.button"),
        post: paths::pathway("3a", "videregiv"),
        fields: vec![
            field("enhed", "information-to", AskKind::List(units(t))),
            field("poster", "information-entries", AskKind::Many(note(t))),
            grounds(t),
            field("hvorfor", "information-why", AskKind::Note),
        ],
    }
}

fn ask(t: &T) -> AskForm {
    AskForm {
        form: Form::default(),
        title: t.s("information-ask"),
        lead: Some(t.s("information-ask.lead")),
        button: t.s("information-ask.button"),
        post: paths::pathway("3a", "indhent"),
        fields: vec![
            field("enhed", "information-from", AskKind::List(units(t))),
            field("oplysninger", "information-kinds", AskKind::Many(kinds(t))),
            field("spoergsmaal", "information-question", AskKind::Area),
            grounds(t),
        ],
        ..pass(t)
    }
}

fn reply(t: &T) -> AskForm {
    let answers = ["told", "not-told"];
    let answers = answers.map(|code| Choice::new(code, t.of("information-answer", code)));
    let who = say(t.lang(), "Familieafdelingen", "Family department");
    let question = say(
        t.lang(),
        "Hvad hjælper hende, når hun er bange?",
        "What helps her when she is afraid?",
    );
    AskForm {
        form: Form::default(),
        title: t.s("information-reply"),
        lead: Some(t.a2("information-asked", &("who", who), &("question", question))),
        button: t.s("information-reply.button"),
        post: paths::request("3a", "q1"),
        fields: vec![
            field(
                "fortaeller",
                "information-answer",
                AskKind::One(answers.to_vec()),
            ),
            field("oplysninger", "information-kind", AskKind::One(kinds(t))),
            field("svar", "information-text", AskKind::Area),
            field("poster", "information-along", AskKind::Many(note(t))),
        ],
        ..pass(t)
    }
}

fn change(t: &T) -> AskForm {
    let who = say(t.lang(), "Rusrådgivningen", "Substance counselling");
    let off = Choice::new("alk", t.a("meeting-off", &("unit", who)));
    let cancel = Choice::new("aflys", t.s("meeting-cancel"));
    AskForm {
        form: wrong(t, &[("aendring", "aflys")], &[("hvorfor", "missing")]),
        title: t.s("meeting-change"),
        lead: None,
        button: t.s("form-save"),
        post: paths::meeting_change("3a", "m2"),
        fields: vec![
            field("aendring", "meeting-what", AskKind::One(vec![off, cancel])),
            field("hvorfor", "meeting-why", AskKind::Note),
        ],
        ..pass(t)
    }
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    vec![
        Example::new("oplysninger-giv", Section::Other, pass(t)),
        Example::new("oplysninger-hent", Section::Other, ask(t)),
        Example::new("oplysninger-svar", Section::Other, reply(t)),
        Example::new("moede-aendr", Section::Other, change(t)),
    ]
}
