// SPDX-License-Identifier: EUPL-1.2
//! Examples of the leader's page.

use super::Example;
use crate::text::T;
use crate::view::frame::Section;
use crate::view::leader::{
    ContinuityView, CoordinatorRow, EmergencyRow, KeptRow, OverdueRow, Overview, StepRow,
};

pub(super) fn examples(t: &T) -> Vec<Example> {
    vec![
        Example::new("overblik", Section::Leader, full(t)),
        Example::new("overblik-tomt", Section::Leader, empty(t)),
    ]
}

fn full(t: &T) -> Overview {
    let days = t.a("leader-late-by", &("n", 3_i64));
    let hours = t.a("leader-late-hours", &("n", 0_i64));
    Overview {
        unit: "Familieafdelingen, Kystkommunen".into(),
        total: 1,
        fresh: 1,
        overdue: vec![OverdueRow {
            title: "Udpeg koordinator".into(),
            strength: t.of("strength", "agreement"),
            case: "K7M2-9QXA, uge 24+3".into(),
            who: t.s("leader-unit"),
            href: crate::paths::pathway("3a", "tilsyn"),
            due: "11.3.2026".into(),
            late: days.clone(),
            fresh: true,
        }],
        steps: ["kontakt", "koordinator", "udredning", "indsats"]
            .map(|step| StepRow {
                name: t.of("leader-step", step),
                median: (step != "indsats").then(|| days.clone()),
                spread: format!("{hours} – {days}"),
                count: 4,
            })
            .into(),
        cases: vec![(
            "K7M2-9QXA".into(),
            vec![
                days.clone(),
                days,
                t.s("leader-not-yet"),
                t.s("leader-not-yet"),
            ],
        )],
        kept: vec![KeptRow {
            title: "Udpeg koordinator".into(),
            counts: [3, 1, 0, 0, 1, 2, 0],
            share: Some("75 %".into()),
        }],
        emergencies: vec![EmergencyRow {
            case: "K7M2-9QXA".into(),
            who: "Lise Test Læge".into(),
            when: "11.3.2026".into(),
            why: "…".into(),
            own: true,
        }],
        misfiled: vec![("K7M2-9QXA".into(), crate::paths::misfiled("3a", "4b"))],
        continuity: ContinuityView {
            without: vec![(
                t.a2(
                    "continuity-without-line",
                    &("who", "Mette Test Holm"),
                    &("cases", "K7M2-9QXA"),
                ),
                crate::paths::handover("3a"),
                t.a("continuity-hand-over", &("who", "Mette Test Holm")),
            )],
            soon: vec![(
                t.a2(
                    "continuity-soon",
                    &("who", "Peter Test Rådgiver"),
                    &("day", t.date(jiff::civil::date(2026, 5, 1))),
                ),
                crate::paths::handover("3b"),
                t.a("continuity-hand-over", &("who", "Peter Test Rådgiver")),
            )],
            rows: vec![CoordinatorRow {
                name: "Mette Test Holm".into(),
                count: 3,
                leave: crate::paths::leave_of("3a", ""),
                register: t.a("continuity-leave", &("who", "Mette Test Holm")),
            }],
            help: t.a("continuity-title.help", &("n", 2_i64)),
            share: t.a2("continuity-share", &("same", 3_i64), &("all", 4_i64)),
            changes: t.a("continuity-changes", &("n", 1_i64)),
        },
        some: Some(t.a2("leader-some", &("n", 500_i64), &("total", 700_i64))),
        ..Overview::default()
    }
}

fn empty(t: &T) -> Overview {
    Overview {
        unit: "Familieafdelingen, Øen".into(),
        steps: vec![StepRow {
            name: t.of("leader-step", "kontakt"),
            median: None,
            spread: String::new(),
            count: 0,
        }],
        kept: vec![KeptRow {
            title: "Udpeg koordinator".into(),
            counts: [0; 7],
            share: None,
        }],
        ..Overview::default()
    }
}
