// SPDX-License-Identifier: EUPL-1.2
//! The leader's *Overblik*: what is overdue in the own unit, how long the steps take, what is kept on time.

use super::{duty, placed};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::frame::Section;
use crate::view::leader::{
    ContinuityView, CoordinatorRow, EmergencyRow, KeptRow, OverdueRow, Overview, StepRow,
};
use crate::view::parts::Pager;
use traad_app::{
    Continuity, CoordinatorLine, CourseLine, EmergencyLine, FROM_CASE_TO_CASE, KeptLine, Misfiled,
    OverdueLine, Oversight, PAGE_ROWS,
};
use traad_domain::pathway::GrantKind;
use traad_domain::throughput::{Course, Step};
use traad_domain::time::local_date;

/// Cases listed with their own times; the figures are reckoned from all.
const CASES_SHOWN: usize = 500;

/// The page.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let page = visit.query.list_page();
    let found = visit.app.oversight(&ctx, (page - 1) * PAGE_ROWS)?;
    let view = Overview {
        unit: ctx.actor.unit.name.clone(),
        form: visit.blank(),
        unconfirmed: visit.app.unconfirmed(&ctx)?,
        total: number(found.overdue_total),
        fresh: found.fresh,
        overdue: found
            .overdue
            .iter()
            .map(|line| overdue(visit, line))
            .collect(),
        pager: Pager {
            base: format!("{}?", paths::LEADER),
            page: page as usize,
            pages: number(found.overdue_total.div_ceil(u64::from(PAGE_ROWS))),
            more: false,
        },
        steps: steps(visit, &found),
        cases: found
            .courses
            .iter()
            .take(CASES_SHOWN)
            .map(|line| case(visit, line))
            .collect(),
        kept: in_order(&found.kept)
            .map(|line| kept(visit, line))
            .collect(),
        emergencies: found
            .emergencies
            .iter()
            .map(|line| emergency(visit, line))
            .collect(),
        misfiled: found
            .misfiled
            .iter()
            .map(|one| misfiled(visit, one))
            .collect(),
        continuity: continuity(visit, &found.continuity),
        placed: (found.placed.children > 0).then(|| placed::numbers(visit, &found.placed)),
        some: (found.courses.len() > CASES_SHOWN).then(|| {
            let total = i64::try_from(found.courses.len()).unwrap_or(i64::MAX);
            let shown = i64::try_from(CASES_SHOWN).unwrap_or(i64::MAX);
            visit.t.a2("leader-some", &("n", shown), &("total", total))
        }),
    };
    visit.page(Section::Leader, &view)
}

fn misfiled(visit: &Visit, one: &Misfiled) -> (String, String) {
    let what = visit.t.of("entry", one.kind);
    let when = visit.moment(one.recorded);
    (
        format!("{}: {what}, {when}, {}", one.case_number, one.author),
        paths::misfiled(one.pathway.as_str(), one.entry.as_str()),
    )
}

/// Who coordinates, whether the same few do, and of what nobody takes care.
fn continuity(visit: &Visit, found: &Continuity) -> ContinuityView {
    let t = &visit.t;
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let without = found.lines.iter().filter(|line| !line.present);
    let soon = found.lines.iter().filter(|line| line.present);
    let soon = soon.filter_map(|line| Some((line, line.coming.as_ref()?)));
    let link = |line: &CoordinatorLine, words: String| {
        let hand_over = t.a("continuity-hand-over", &("who", &line.name));
        (words, paths::handover(line.employment.as_str()), hand_over)
    };
    ContinuityView {
        without: without
            .map(|line| {
                let cases = ("cases", line.cases.join(", "));
                let words = t.a2("continuity-without-line", &("who", &line.name), &cases);
                link(line, words)
            })
            .collect(),
        soon: soon
            .map(|(line, leave)| {
                let day = ("day", t.date(local_date(leave.from)));
                link(line, t.a2("continuity-soon", &("who", &line.name), &day))
            })
            .collect(),
        rows: found
            .lines
            .iter()
            .map(|line| CoordinatorRow {
                name: line.name.clone(),
                count: line.cases.len(),
                leave: paths::leave_of(line.employment.as_str(), ""),
                register: t.a("continuity-leave", &("who", &line.name)),
            })
            .collect(),
        help: t.a("continuity-title.help", &("n", number(FROM_CASE_TO_CASE))),
        share: t.a2(
            "continuity-share",
            &("same", number(found.with_the_same())),
            &("all", number(found.cases())),
        ),
        changes: t.a("continuity-changes", &("n", number(found.changes))),
    }
}

/// The leader has seen what was told.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    visit.app.acknowledge_overdue(&visit.ctx()?)?;
    Ok(Answer::To(format!("{}?ok=gemt", paths::LEADER)))
}

fn number(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn overdue(visit: &Visit, line: &OverdueLine) -> OverdueRow {
    let due = line.line.due;
    let late = due.map_or(0, |due| visit.now.duration_since(due).as_hours());
    let week = line.line.lmp.map(|lmp| {
        let days = visit.today().since((jiff::Unit::Day, lmp));
        visit.t.gestation(days.map_or(0, |span| span.get_days()))
    });
    OverdueRow {
        title: duty::title(visit, &line.line.rule),
        strength: visit.t.of("strength", &line.line.strength),
        case: week.map_or_else(
            || line.line.case_number.clone(),
            |week| format!("{}, {week}", line.line.case_number),
        ),
        href: paths::pathway(line.line.pathway.as_str(), "tilsyn"),
        who: line
            .person
            .clone()
            .unwrap_or_else(|| visit.t.s("leader-unit")),
        due: due.map(|due| visit.moment(due)).unwrap_or_default(),
        late: duration(visit, late),
        fresh: line.fresh,
    }
}

fn emergency(visit: &Visit, line: &EmergencyLine) -> EmergencyRow {
    let t = &visit.t;
    let author = &line.grant.author;
    let function = t.of("function", author.function.code());
    let why = match &line.grant.kind {
        GrantKind::Emergency { reason, .. } => reason.clone(),
        GrantKind::Supervision(_) => String::new(),
    };
    EmergencyRow {
        case: line.case_number.clone(),
        who: format!("{}, {function}, {}", author.name, line.unit),
        when: visit.moment(line.grant.from),
        why,
        own: line.own_review,
    }
}

/// Hours up to two days, days after that.
fn duration(visit: &Visit, hours: i64) -> String {
    if hours < 48 {
        visit.t.a("leader-late-hours", &("n", hours))
    } else {
        visit.t.a("leader-late-by", &("n", hours / 24))
    }
}

fn steps(visit: &Visit, found: &Oversight) -> Vec<StepRow> {
    let rows = Step::ALL.iter().zip(found.steps);
    rows.map(|(step, summary)| StepRow {
        name: visit.t.of("leader-step", step.code()),
        median: summary.map(|s| duration(visit, s.median)),
        spread: summary.map_or_else(String::new, |s| {
            format!("{} – {}", duration(visit, s.least), duration(visit, s.most))
        }),
        count: summary.map_or(0, |s| s.count),
    })
    .collect()
}

/// The times of one pathway in a line: what it is called, and each step with its time.
pub(super) fn since_detection(visit: &Visit, course: &Course) -> (String, String) {
    let steps = Step::ALL.iter().zip(course).map(|(step, hours)| {
        let name = visit.t.of("leader-step", step.code());
        format!("{name}: {}", taken(visit, *hours))
    });
    (
        visit.t.s("leader-since"),
        steps.collect::<Vec<_>>().join(" · "),
    )
}

fn taken(visit: &Visit, hours: Option<i64>) -> String {
    hours.map_or_else(
        || visit.t.s("leader-not-yet"),
        |hours| duration(visit, hours),
    )
}

fn case(visit: &Visit, line: &CourseLine) -> (String, Vec<String>) {
    let times = line.course.iter().map(|hours| taken(visit, *hours));
    (line.case_number.clone(), times.collect())
}

/// Those that went wrong most often first, those that were never due last.
fn in_order(kept: &[KeptLine]) -> impl Iterator<Item = &KeptLine> {
    let mut lines: Vec<&KeptLine> = kept.iter().collect();
    let wrong = |line: &KeptLine| line.late + line.overdue + line.missed;
    lines.sort_by_key(|line| (std::cmp::Reverse(wrong(line)), line.on_time == 0));
    lines.into_iter()
}

/// One rule: of all that were due, how many were done on time. What is open or without a limit is not due.
fn kept(visit: &Visit, line: &KeptLine) -> KeptRow {
    let due = line.on_time + line.late + line.overdue + line.missed;
    let share = (due > 0).then(|| f64::from(line.on_time) * 100.0 / f64::from(due));
    KeptRow {
        title: duty::title(visit, &line.rule),
        counts: [
            line.on_time,
            line.late,
            line.overdue,
            line.missed,
            line.explained,
            line.open,
            line.unsettled,
        ],
        share: share.map(|share| format!("{} %", visit.t.decimal(share, 0))),
    }
}
