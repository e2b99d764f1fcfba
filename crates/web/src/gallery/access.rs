// SPDX-License-Identifier: EUPL-1.2
//! Examples of nødadgang and ledelsestilsyn: untouched, refused, and as the pathway is then read.

use super::pathway::head;
use super::plain::{refused, typed};
use super::work::about;
use super::{Example, say};
use crate::text::T;
use crate::view::access::{Banner, EmergencyForm, ReviewForm, SupervisionForm, TeamOnly};
use crate::view::frame::Section;
use crate::view::parts::{Fact, Link};
use crate::view::pathway::Overview;

pub(super) fn examples(t: &T) -> Vec<Example> {
    let form = |form| EmergencyForm {
        form,
        minutes: 60,
        running: Vec::new(),
    };
    let at = say(t.lang(), "i dag kl. 15.00", "today at 15.00");
    let running = EmergencyForm {
        running: vec![Link {
            href: "/forloeb/3a".to_owned(),
            words: t.a2(
                "emergency-running-one",
                &("case", "K7M2-9QXA"),
                &("at", at.clone()),
            ),
        }],
        ..form(typed(&[]))
    };
    let wrong = refused(
        typed(&[("cpr", "0201919996")]),
        &[
            ("cpr", t.of("emergency-problem", "nothing")),
            ("grund", t.of("problem", "needs-reason")),
        ],
    );
    let read = |words: String, end: Option<String>| Overview {
        head: crate::view::pathway::Head {
            banner: Some(Banner { words, end }),
            ..head(t)
        },
        ..Overview::default()
    };
    let purpose = t.of("supervision-purpose", "quality");
    let supervised = t.a("supervision-banner", &("purpose", purpose));
    let emergency = t.a("emergency-banner", &("at", at));
    let end = crate::paths::pathway("3a", "noedadgang/slut");
    let supervision = |form| SupervisionForm {
        form,
        case: "K7M2-9QXA".to_owned(),
        post: crate::paths::pathway("3a", "tilsyn"),
    };
    let chosen = ("tilsyn", t.of("problem", "not-chosen"));
    let mut all = vec![
        Example::new("noedadgang", Section::Other, form(typed(&[]))),
        Example::new("noedadgang-aaben", Section::Other, running),
        Example::new("noedadgang-afvist", Section::Other, form(wrong)),
        Example::new(
            "forloeb-noedadgang",
            Section::Other,
            read(emergency, Some(end)),
        ),
        Example::new("forloeb-tilsyn", Section::Other, read(supervised, None)),
        Example::new("tilsyn", Section::Other, supervision(typed(&[]))),
        Example::new(
            "tilsyn-afvist",
            Section::Other,
            supervision(refused(typed(&[]), &[chosen])),
        ),
        Example::new(
            "kun-for-teamet",
            Section::Other,
            TeamOnly {
                supervise: crate::paths::pathway("3a", "tilsyn"),
            },
        ),
    ];
    all.extend(review(t));
    all
}

fn review(t: &T) -> Vec<Example> {
    let form = |form| ReviewForm {
        about: about(t),
        form,
        post: crate::paths::emergency_review("3a", "g1"),
        facts: vec![
            Fact::new(t.s("review-who"), "Lise Test Læge"),
            Fact::new(t.s("review-when"), "3.3.2026"),
            Fact::new(
                t.s("review-reason"),
                say(t.lang(), "Hun er bevidstløs.", "She is unconscious."),
            ),
            Fact::new(t.s("review-opened"), t.a("review-times", &("n", 2_i64))),
        ],
    };
    let wrong = refused(
        typed(&[("fare", "ja")]),
        &[
            ("grundlag", t.of("problem", "not-chosen")),
            ("fandt", t.of("problem", "missing")),
            ("fare-hvorfor", t.of("problem", "needs-reason")),
        ],
    );
    vec![
        Example::new("noedadgang-kontrol", Section::Other, form(typed(&[]))),
        Example::new("noedadgang-kontrol-afvist", Section::Other, form(wrong)),
    ]
}
