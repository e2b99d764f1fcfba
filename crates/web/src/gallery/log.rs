// SPDX-License-Identifier: EUPL-1.2
//! Examples of the log: lines, none, a sample, what is unusual; and the citizen's own list as a page of its own.

use super::Example;
use super::plain::typed;
use crate::text::T;
use crate::view::form::Choice;
use crate::view::frame::Section;
use crate::view::log::{LogLines, LogRow, Patterns, ReadList, UnusualRow};
use crate::view::own::OwnReaders;
use jiff::Timestamp;
use jiff::civil::date;
use traad_app::{ReadAbout, ReadLine, ReadPurpose};
use traad_domain::id::UnitId;
use traad_domain::org::Function;

pub(super) fn examples(t: &T) -> Vec<Example> {
    let row = |action: &str, outcome: &str, reason: &str| LogRow {
        at: t.s("log-at"),
        who: "Mette Test Holm".to_owned(),
        unit: "Familieafdelingen, Kystkommunen".to_owned(),
        what: t.of("log-action", action),
        cases: "K7M2-9QXA".to_owned(),
        categories: t.of("work-category", "substance-use"),
        purpose: t.of("log-purpose", "care"),
        why: t.of("log-reason", reason),
        outcome: t.of("log-outcome", outcome),
        refused: outcome == "refused",
    };
    let lines = LogLines {
        form: typed(&[("foerste", "1.3.2026"), ("sidste", "31.3.2026")]),
        tab: "lines",
        units: vec![Choice::new("u", "Familieafdelingen, Kystkommunen")],
        staff: vec![Choice::new("e", "Mette Test Holm")],
        actions: vec![Choice::new("read", t.of("log-action", "read"))],
        rows: vec![
            row("read", "permitted", "own-unit"),
            row("read", "refused", "outside"),
            row("break-glass", "permitted", "break-glass"),
        ],
        next: Some(crate::paths::LOG.to_owned()),
        sample: 20,
    };
    let none = LogLines {
        rows: Vec::new(),
        next: None,
        ..lines.clone()
    };
    let sample = LogLines {
        tab: "sample",
        next: None,
        ..lines.clone()
    };
    vec![
        Example::new("log", Section::Log, lines),
        Example::new("log-tom", Section::Log, none),
        Example::new("log-stikproeve", Section::Log, sample),
        Example::new("log-moenstre", Section::Log, patterns(t)),
        Example::new("min-side-laest", Section::Other, OwnReaders(own_list(t))),
    ]
}

fn patterns(t: &T) -> Patterns {
    let unusual = |code: &str| UnusualRow {
        what: t.a(&format!("log-unusual.{code}"), &("n", 7_i64)),
        who: "Mette Test Holm".to_owned(),
        unit: "Familieafdelingen, Kystkommunen".to_owned(),
        day: "3.3.2026".to_owned(),
        href: crate::paths::LOG.to_owned(),
    };
    Patterns {
        form: typed(&[("foerste", "1.3.2026"), ("sidste", "31.3.2026")]),
        limits: ["refused", "pathways", "closed", "name"]
            .map(|code| t.a(&format!("log-limit.{code}"), &("n", 5_i64)))
            .into(),
        rows: ["refused", "pathways", "closed", "name"]
            .map(unusual)
            .into(),
    }
}

fn own_list(t: &T) -> ReadList {
    let line = |(number, purpose): (usize, &ReadPurpose)| ReadLine {
        at: Timestamp::UNIX_EPOCH,
        unit: UnitId::new("u"),
        unit_name: "Familieafdelingen, Kystkommunen".to_owned(),
        function: Function::Caseworker,
        purpose: *purpose,
        listed: number == 0,
        times: 1,
    };
    let about = ReadAbout {
        lines: ReadPurpose::ALL.iter().enumerate().map(line).collect(),
        refused: true,
    };
    ReadList::of(t, &about, date(2026, 3, 3))
}
