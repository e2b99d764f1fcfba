// SPDX-License-Identifier: EUPL-1.2
//! For the data-protection officer: the record of processing, the erasure plan, and the breaches that wait.

use crate::server::{Answer, Fault, Visit};
use crate::view::controller::{BreachRow, Breaches, ErasurePage, ProcessingRecord};
use crate::view::frame::Section;
use traad_app::keeping::TABLES;
use traad_app::{OpenBreach, PlanLine, Receiver};

/// The record of processing (GDPR art. 30).
pub(crate) fn record(visit: &Visit) -> Result<Answer, Fault> {
    let found = visit.app.holdings(&visit.ctx()?)?;
    let t = &visit.t;
    let subjects = ["pregnancy", "child", "adult"].map(|kind| {
        let count = found.pathways.get(kind).copied().unwrap_or(0);
        (t.of("record-subjects", kind), count)
    });
    let categories = found.categories.iter();
    let view = ProcessingRecord {
        made: visit.moment(found.made),
        controller: found.controller.as_str().to_owned(),
        units: found.units.iter().map(|unit| unit.name.clone()).collect(),
        officers: found.officers,
        subjects: subjects.into(),
        categories: categories
            .map(|(category, count)| (t.of("work-category", category.code()), *count))
            .collect(),
        receivers: found.receivers.iter().map(|one| sent(visit, one)).collect(),
        keeping: keeping(visit),
    };
    visit.page(Section::Log, &view)
}

fn sent(visit: &Visit, one: &Receiver) -> (String, String, usize) {
    let words = one.bases.iter().map(|basis| {
        let words = visit.t.of("record-basis", basis);
        if *basis == "law" {
            let paragraphs: Vec<&str> = one.paragraphs.iter().map(String::as_str).collect();
            format!("{words} ({})", paragraphs.join(", "))
        } else {
            words
        }
    });
    let words: Vec<String> = words.collect();
    (one.unit.clone(), words.join("; "), one.entries)
}

/// What is kept how long, in words.
fn keeping(visit: &Visit) -> Vec<(String, String)> {
    let t = &visit.t;
    let line = |one: &traad_app::keeping::Kept| {
        let key = format!("keeping-time.{}", one.keep.code());
        let time = t.a(&key, &("n", i64::from(one.keep.number())));
        let time = if one.proposal {
            t.a("keeping-proposal", &("time", time))
        } else {
            time
        };
        (t.of("keeping-table", one.table), time)
    };
    TABLES.iter().map(line).collect()
}

/// The erasure plan.
pub(crate) fn plan(visit: &Visit) -> Result<Answer, Fault> {
    let found = visit.app.erasure_plan(&visit.ctx()?)?;
    let view = ErasurePage {
        made: visit.moment(found.made),
        lines: found.lines.iter().map(|line| due(visit, line)).collect(),
        keeping: keeping(visit),
    };
    visit.page(Section::Log, &view)
}

fn due(visit: &Visit, line: &PlanLine) -> (String, String, usize, usize) {
    let year = line
        .year
        .map_or_else(|| visit.t.s("erasure-no-year"), |year| year.to_string());
    let rule = visit.t.of("erasure-least", line.least.code());
    (year, rule, line.pathways, line.closed)
}

/// The breaches that wait to be assessed (GDPR art. 33).
pub(crate) fn breaches(visit: &Visit) -> Result<Answer, Fault> {
    let found = visit.app.open_breaches(&visit.ctx()?)?;
    let view = Breaches {
        rows: found.iter().map(|one| breach(visit, one)).collect(),
    };
    visit.page(Section::Log, &view)
}

fn breach(visit: &Visit, one: &OpenBreach) -> BreachRow {
    BreachRow {
        case: one.case_number.clone(),
        unit: one.unit.clone(),
        found: visit.moment(one.found),
        due: one.due.map(|due| visit.moment(due)).unwrap_or_default(),
        overdue: one.due.is_some_and(|due| due < visit.now),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, MISSING, T};
    use traad_app::LeastTime;

    #[test]
    fn every_table_and_time_has_words_in_both_languages() {
        for lang in [Lang::Da, Lang::En] {
            let t = T::new(lang);
            for one in TABLES {
                let words = t.of("keeping-table", one.table);
                assert!(!words.contains(MISSING), "{words}");
                let key = format!("keeping-time.{}", one.keep.code());
                let time = t.a(&key, &("n", i64::from(one.keep.number())));
                assert!(!time.contains(MISSING), "{time}");
            }
            for least in [LeastTime::TenYears, LeastTime::FiveYears, LeastTime::ByNeed] {
                let words = t.of("erasure-least", least.code());
                assert!(!words.contains(MISSING), "{words}");
            }
        }
    }
}
