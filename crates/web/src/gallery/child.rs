// SPDX-License-Identifier: EUPL-1.2
//! Birth and loss: the form, the child's overview, and her own page afterwards.

use super::pathway::head;
use super::work::{about, wrong};
use super::{Example, say};
use crate::text::T;
use crate::view::child::BirthForm;
use crate::view::concern;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::own::OwnPage;
use crate::view::parts::{Contact, Fact};
use crate::view::pathway::{Head, Kin, Overview};
use crate::view::work::{AskField, AskForm, AskKind};

fn birth(t: &T, form: Form) -> BirthForm {
    let substances = concern::substances().into_iter();
    BirthForm {
        about: about(t),
        form,
        substances: substances
            .map(|code| Choice::new(code, t.of("concern-substance", code)))
            .collect(),
    }
}

fn overview(t: &T) -> Overview {
    let lang = t.lang();
    let fact = |name: &str, value: String| Fact::new(t.s(name), value);
    Overview {
        head: Head {
            who: t.s("someone-child-unnamed"),
            state: say(lang, "12 dage", "12 days"),
            next: None,
            child: true,
            ..head(t)
        },
        facts: vec![
            fact(
                "fact-born",
                say(
                    lang,
                    "tirsdag 5. maj kl. 4.20, uge 38+2, 3100 g",
                    "Tuesday 5 May at 4:20, week 38+2, 3100 g",
                ),
            ),
            fact(
                "fact-exposure",
                format!("{}, {}", t.of("exposed", "yes"), t.of("certainty", "told")),
            ),
            fact("fact-custody", t.of("custody", "unresolved")),
            fact("fact-injury", t.of("injury", "possible")),
            fact("fact-home", t.s("unknown")),
        ],
        kin: vec![
            Kin {
                words: t.of("kin", "mother"),
                href: None,
            },
            Kin {
                words: t.of("kin", "sibling"),
                href: Some("/forloeb/3c".to_owned()),
            },
        ],
        ..Overview::default()
    }
}

fn silent(t: &T, words: &str) -> OwnPage {
    OwnPage {
        name: "Brita".to_owned(),
        silent: Some(t.s(words)),
        coordinator: Some(Contact {
            name: "Mette Test Holm".to_owned(),
            role: say(t.lang(), "Familieafdelingen", "Family department"),
            phone: "00 00 11 05".to_owned(),
        }),
        ..OwnPage::default()
    }
}

fn ask(t: &T, (key, lead): (&str, &str), fields: Vec<(&str, &str, AskKind)>) -> AskForm {
    let fields = fields.into_iter().map(|(name, key, kind)| AskField {
        name: name.to_owned(),
        key: key.to_owned(),
        kind,
    });
    AskForm {
        about: about(t),
        title: t.s(key),
        lead: Some(t.s(lead)),
        button: t.s("form-save"),
        post: "/forloeb/3a/tab".to_owned(),
        fields: fields.collect(),
        ..AskForm::default()
    }
}

fn codes(t: &T, key: &str, codes: &[&str]) -> AskKind {
    let choices = codes.iter().map(|code| Choice::new(*code, t.of(key, code)));
    AskKind::One(choices.collect())
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let typed = wrong(
        t,
        &[("barn2-navn", "Ida Test"), ("eksponeret", "suspected")],
        &[
            ("dato", "missing"),
            ("barn1-liv", "not-chosen"),
            ("barn2-liv", "not-chosen"),
            ("udredes", "assessment-day-missing"),
            ("indehaver1", "holders-missing"),
        ],
    );
    let at = Section::Other;
    vec![
        Example::new("foedsel", at, birth(t, Form::default())),
        Example::new("foedsel-mangler", at, birth(t, typed)),
        Example::new("barn", at, overview(t)),
        Example::new("min-side-stille", at, silent(t, "own-silent")),
        Example::new("min-side-efter-tab", at, silent(t, "own-loss")),
        Example::new(
            "tab",
            at,
            ask(
                t,
                ("loss-form", "loss-form.lead"),
                vec![
                    (
                        "slags",
                        "loss-kind",
                        codes(t, "loss-kind", &["loss", "termination", "stillbirth"]),
                    ),
                    ("dato", "ending-date", AskKind::Date),
                    ("note", "ending-note", AskKind::Note),
                ],
            ),
        ),
        Example::new(
            "indlaeggelse",
            at,
            ask(
                t,
                ("child-abstinence-title", "child-abstinence-lead"),
                vec![
                    ("skala", "child-scale", AskKind::MaybeLine),
                    ("til", "child-to", AskKind::MaybeDate),
                ],
            ),
        ),
    ]
}
