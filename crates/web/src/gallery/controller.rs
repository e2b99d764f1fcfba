// SPDX-License-Identifier: EUPL-1.2
//! Examples of the record of processing, the erasure plan and the breaches.

use super::Example;
use crate::text::T;
use crate::view::controller::{BreachRow, Breaches, ErasurePage, ProcessingRecord};
use crate::view::frame::Section;
use jiff::civil::date;

pub(super) fn examples(t: &T) -> Vec<Example> {
    let unit = "Familieafdelingen, Kystkommunen";
    let keeping = vec![(
        t.of("keeping-table", "draft"),
        t.a(
            "keeping-proposal",
            &("time", t.a("keeping-time.days", &("n", 30_i64))),
        ),
    )];
    let record = ProcessingRecord {
        made: t.date(date(2026, 3, 3)),
        controller: "00000000".to_owned(),
        units: vec![unit.to_owned()],
        officers: Vec::new(),
        subjects: vec![(t.of("record-subjects", "pregnancy"), 12)],
        categories: vec![
            (t.of("work-category", "substance-use"), 34),
            (t.of("work-category", "test-results"), 0),
        ],
        receivers: vec![(
            "Alkoholbehandlingen, Kystkommunen".to_owned(),
            t.of("record-basis", "consent"),
            7,
        )],
        keeping: keeping.clone(),
    };
    let empty = ProcessingRecord {
        receivers: Vec::new(),
        ..record.clone()
    };
    let plan = ErasurePage {
        made: t.date(date(2026, 3, 3)),
        lines: vec![
            ("2036".to_owned(), t.of("erasure-least", "ten-years"), 12, 3),
            (
                t.s("erasure-no-year"),
                t.of("erasure-least", "by-need"),
                12,
                3,
            ),
        ],
        keeping,
    };
    let breach = |overdue| BreachRow {
        case: "K7M2-9QXA".to_owned(),
        unit: unit.to_owned(),
        found: t.date(date(2026, 3, 3)),
        due: t.date(date(2026, 3, 6)),
        overdue,
    };
    let rows = vec![breach(true), breach(false)];
    vec![
        Example::new("fortegnelse", Section::Log, record),
        Example::new("fortegnelse-tom", Section::Log, empty),
        Example::new("sletteplan", Section::Log, plan),
        Example::new("sletteplan-tom", Section::Log, ErasurePage::default()),
        Example::new("brud", Section::Log, Breaches { rows }),
        Example::new("brud-tom", Section::Log, Breaches::default()),
    ]
}
