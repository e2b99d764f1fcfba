// SPDX-License-Identifier: EUPL-1.2
//! A child's thread: a whole life, and one of which nothing is known yet.

use super::pathway::head;
use super::{Example, say};
use crate::text::T;
use crate::view::frame::Section;
use crate::view::pathway::Head;
use crate::view::thread::{Period, Step, ThreadPage};
use crate::view::timeline::{Lane, Look, Mark, Timeline, Told};

const YEAR: i32 = 365;

fn picture(t: &T) -> Timeline {
    let said = t.lang();
    let lane = |code: &str, look: Look, marks: Vec<Mark>| Lane {
        name: t.of("thread-lane", code),
        look,
        marks,
    };
    let mark = |from: i32, to: Option<i32>, danish: &str, english: &str| Mark {
        from,
        to,
        label: say(said, danish, english),
        ..Mark::default()
    };
    let round = |from: i32, n: i64, steps: &[Option<u8>]| Mark {
        from,
        label: t.a("round-title", &("n", n)),
        steps: steps.to_vec(),
        ..Mark::default()
    };
    let exposed = Mark {
        told: Told::Partly,
        ..mark(
            -270,
            Some(-200),
            "Alkohol, i weekenden",
            "Alcohol, at weekends",
        )
    };
    let handed = Mark {
        planned: true,
        ..mark(
            3 * YEAR,
            None,
            "overlevering: Testskolen",
            "hand-over: Testskolen",
        )
    };
    Timeline {
        from: -300,
        to: 4 * YEAR,
        now: Some((3 * YEAR + 200, t.s("date-today"))),
        scale: (0..4)
            .map(|n| {
                (
                    n * YEAR,
                    if n == 0 {
                        t.s("thread-born")
                    } else {
                        t.a("date-age-years", &("n", n))
                    },
                )
            })
            .collect(),
        lanes: vec![
            lane("exposure", Look::Span, vec![exposed]),
            lane("events", Look::Point, vec![mark(0, None, "født", "born")]),
            lane(
                "rounds",
                Look::Ladder,
                vec![
                    round(YEAR, 1, &[Some(2), Some(0), None, Some(1)]),
                    round(2 * YEAR, 2, &[Some(3), Some(1), Some(1), None]),
                ],
            ),
            lane(
                "placements",
                Look::Span,
                vec![mark(
                    2 * YEAR,
                    None,
                    "Forstærket plejefamilie",
                    "Reinforced foster family",
                )],
            ),
            lane("transitions", Look::Point, vec![handed]),
        ],
        zoom: vec![
            (t.of("thread-zoom", "whole"), None),
            (
                t.of("thread-stage", "first"),
                Some("/forloeb/3a/barnets-traad?alder=0#traad".to_owned()),
            ),
        ],
        shade: Some((-270, 0)),
        beside: Some(t.s("thread-picture")),
    }
}

fn whole(t: &T) -> ThreadPage {
    let lang = t.lang();
    ThreadPage {
        head: Head {
            child: true,
            ..head(t)
        },
        notes: vec![t.a2(
            "thread-shown",
            &("from", "1.9.2022".to_owned()),
            &("to", "3.3.2026".to_owned()),
        )],
        picture: picture(t),
        periods: vec![Period {
            title: t.of("thread-stage", "first"),
            steps: vec![Step {
                when: "28.5.2023".to_owned(),
                age: say(lang, "0 dage", "0 days"),
                around: Some("/forloeb/3a/barnets-traad?om=2023-05-28#traad".to_owned()),
                lane: t.of("thread-lane", "events"),
                what: t.s("thread-born"),
                detail: t.gestation(270),
            }],
        }],
    }
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let unknown = ThreadPage {
        head: Head {
            child: true,
            ..head(t)
        },
        notes: vec![t.s("thread-birth-unknown")],
        ..ThreadPage::default()
    };
    vec![
        Example::new("barnets-traad", Section::Other, whole(t)),
        Example::new("barnets-traad-ukendt", Section::Other, unknown),
    ]
}
