// SPDX-License-Identifier: EUPL-1.2
//! Search, not found, refused, error.

use super::{Example, say};
use crate::text::T;
use crate::view::form::{FieldError, Form};
use crate::view::frame::Section;
use crate::view::parts::Pager;
use crate::view::plain::{Hit, NotFound, Problem, Refused, Search, Unanswered};

/// A form with these values typed.
pub(super) fn typed(values: &[(&str, &str)]) -> Form {
    Form {
        values: values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        submission: "5f0c3b9e2d7a41c8".to_owned(),
        ..Form::default()
    }
}

/// The same form with problems.
pub(super) fn refused(mut form: Form, problems: &[(&str, String)]) -> Form {
    form.errors = problems
        .iter()
        .map(|(field, message)| FieldError {
            field: (*field).to_owned(),
            message: message.clone(),
        })
        .collect();
    form
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let lang = t.lang();
    let hit = |who: &str, state: String, coordinator: String, case: &str| Hit {
        who: who.to_owned(),
        state,
        coordinator,
        case: case.to_owned(),
        href: "/forloeb/3a".to_owned(),
    };
    vec![
        Example::new(
            "soeg",
            Section::Other,
            Search {
                emergency: true,
                form: typed(&[("q", "brita t")]),
                total: 41,
                hits: vec![
                    hit(
                        "Brita Test Berggren",
                        t.gestation(171),
                        "Mette Test Holm".to_owned(),
                        "K7M2-9QXA",
                    ),
                    hit(
                        &say(
                            lang,
                            "Kvinde uden oplyst navn",
                            "Woman whose name is not stated",
                        ),
                        t.gestation(84),
                        say(lang, "ikke udpeget", "not appointed"),
                        "P4T8-0WCN",
                    ),
                ],
                pager: Pager {
                    base: String::new(),
                    page: 1,
                    pages: 3,
                    more: false,
                },
            },
        ),
        Example::new(
            "soeg-tom",
            Section::Other,
            Search {
                form: typed(&[("q", "ågå")]),
                ..Search::default()
            },
        ),
        Example::new("findes-ikke", Section::Other, NotFound),
        Example::new(
            "afvist",
            Section::Other,
            Refused {
                reason: say(
                    lang,
                    "Kun teamet kan åbne forløbet. Du kan se opgavelinjen, fordi du leder enheden.",
                    "Only the team can open the pathway. You see the task line because you lead the unit.",
                ),
                back: "/".to_owned(),
            },
        ),
        Example::new(
            "svarer-ikke",
            Section::Other,
            Unanswered {
                busy: false,
                here: "/forloeb/3a/note".to_owned(),
                sent: typed(&[("tekst", "Talt med Anna."), ("art", "social")]).values,
            },
        ),
        Example::new(
            "samtidig",
            Section::Other,
            Unanswered {
                busy: true,
                here: "/forloeb/3a/note".to_owned(),
                sent: typed(&[("tekst", "Talt med Anna.")]).values,
            },
        ),
        Example::new(
            "fejl",
            Section::Other,
            Problem {
                number: "A3F-2291".to_owned(),
            },
        ),
    ]
}
