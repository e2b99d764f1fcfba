// SPDX-License-Identifier: EUPL-1.2
//! *Mine opgaver*.

use super::duty;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::duty::Urgency;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::parts::{Contact, Pager};
use crate::view::tasks::{Group, Tasks, Unsettled};
use jiff::ToSpan;
use traad_app::{Ctx, DutyLine, PAGE_ROWS, Show, Tally, TaskFilter, week_end};
use traad_domain::id::PathwayId;
use traad_domain::org::{Function, UnitKind};
use traad_domain::time::{local_date, zone};

/// The start page.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    if ctx.actor.employment.function == Function::DataProtectionOfficer {
        return Ok(Answer::To(paths::LOG.to_owned()));
    }
    if ctx.actor.employment.function == Function::Administrator {
        return Ok(Answer::To(paths::STAFF.to_owned()));
    }
    let page = visit.query.list_page();
    let strength = kind_of(visit.query.value("slags"));
    let filter = TaskFilter {
        mine: visit.query.value("hvem") != "enhed",
        show: show(visit),
        strength: strength.map(str::to_owned),
        pathway: visit.query.text("forloeb").map(PathwayId::new),
        offset: (page - 1) * PAGE_ROWS,
        count_all: false,
    };
    let found = visit.app.tasks(&ctx, &filter)?;
    if filter.mine {
        visit.has_counted(found.counts.all());
    }
    let rows: Vec<&DutyLine> = found.rows.iter().collect();
    let mut form = Form {
        values: visit.query.0.clone(),
        ..Form::default()
    };
    if form.value("hvem").is_empty() {
        form.values.push(("hvem".into(), "mig".into()));
    }
    let counts = found.counts;
    let view = Tasks {
        total: counts.all().into(),
        overdue: counts.overdue.into(),
        today: counts.today.into(),
        week: counts.week.into(),
        later: (counts.later + counts.undated).into(),
        pathways: pathways(visit, &found.rows),
        groups: groups(visit, &rows),
        next: next(visit, &found.rows),
        unsettled: unsettled(visit, &found.rows),
        follows: follows(&ctx),
        watch: watch(visit)?,
        pager: Pager {
            base: base(&form),
            page: page as usize,
            pages: pages(found.total, page, found.rows.len()),
            more: found.total.more,
        },
        filter: form,
    };
    visit.page(Section::Tasks, &view)
}

fn kind_of(word: &str) -> Option<&'static str> {
    match word {
        "lovfrist" => Some("law"),
        "aftale" => Some("agreement"),
        "anbefaling" => Some("recommendation"),
        _ => None,
    }
}

fn show(visit: &Visit) -> Option<Show> {
    let today = visit.today();
    match visit.query.value("vis") {
        "overskredet" => Some(Show::Overdue),
        "idag" => Some(Show::Due {
            from: today,
            to: today,
        }),
        "uge" => Some(Show::Due {
            from: today.saturating_add(1.day()),
            to: week_end(today),
        }),
        "senere" => Some(Show::Due {
            from: week_end(today).saturating_add(1.day()),
            to: jiff::civil::Date::MAX,
        }),
        _ => None,
    }
}

/// How many pages are known of: past what was counted, a full page has another one after it.
fn pages(total: Tally, page: u32, rows: usize) -> usize {
    let counted = usize::try_from(total.number).unwrap_or(usize::MAX);
    let next = total.more && rows == PAGE_ROWS as usize;
    let known = if next { page as usize + 1 } else { 0 };
    counted.div_ceil(PAGE_ROWS as usize).max(known)
}

/// The address of the list with its filter, ready for a page number.
fn base(form: &Form) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in form.values.iter().filter(|(name, _)| name != "side") {
        query.append_pair(name, value);
    }
    format!("/?{}&", query.finish())
}

fn pathways(visit: &Visit, rows: &[DutyLine]) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for line in rows {
        if !choices
            .iter()
            .any(|choice| choice.value == line.pathway.as_str())
        {
            let label = super::person::with_week(visit, line.subject.as_ref(), line.lmp);
            choices.push(Choice::new(line.pathway.as_str(), label));
        }
    }
    choices
}

/// Overdue first, then by day; the order within is the list's own.
fn groups(visit: &Visit, rows: &[&DutyLine]) -> Vec<Group> {
    [
        Urgency::Overdue,
        Urgency::Today,
        Urgency::Week,
        Urgency::Later,
        Urgency::Unsettled,
    ]
    .into_iter()
    .map(|urgency| Group {
        urgency,
        rows: rows
            .iter()
            .filter(|line| duty::urgency(line, visit.now) == urgency)
            .map(|line| duty::row(visit, line, false))
            .collect(),
    })
    .filter(|group| !group.rows.is_empty())
    .collect()
}

fn next(visit: &Visit, rows: &[DutyLine]) -> Option<String> {
    let due = rows
        .iter()
        .filter_map(|line| line.due)
        .filter(|due| *due >= visit.now)
        .min()?;
    Some(visit.t.weekday(local_date(due), visit.today()))
}

fn unsettled(visit: &Visit, rows: &[DutyLine]) -> Option<Unsettled> {
    let lacking: Vec<&DutyLine> = rows
        .iter()
        .filter(|line| duty::urgency(line, visit.now) == Urgency::Unsettled)
        .collect();
    let first = lacking.first()?;
    let unit = visit.login.as_ref().map(|login| &login.actor.unit);
    let own = unit.and_then(|unit| unit.municipality.as_ref());
    Some(Unsettled {
        count: lacking.len(),
        first: duty::row(visit, first, false).title,
        href: own.map(|code| paths::agreements_of(code.as_str())),
    })
}

/// Who answers when the reader's own unit is closed.
fn watch(visit: &Visit) -> Result<Option<Contact>, Fault> {
    let ctx = visit.ctx()?;
    let unit = &ctx.actor.unit;
    let local = visit.now.to_zoned(zone());
    let holiday = visit.app.rules().is_holiday(local.date());
    let open = unit
        .hours
        .as_ref()
        .is_none_or(|hours| hours.open_at(local.date(), local.time(), holiday));
    let Some(municipality) = unit.municipality.as_ref().filter(|_| !open) else {
        return Ok(None);
    };
    let directory = visit.app.directory(visit.today())?;
    let duty = directory.serving(UnitKind::EmergencyDuty, municipality, &unit.region);
    Ok(duty.map(|duty| Contact {
        name: duty.name.clone(),
        role: String::new(),
        phone: duty.phone.clone(),
    }))
}

/// Whether somebody works in a clinic that follows families.
fn follows(ctx: &Ctx) -> bool {
    ctx.actor.unit.kind == UnitKind::FamilyClinic && ctx.actor.employment.function.works_on_cases()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::parts::Count;

    #[test]
    fn a_list_counted_to_its_end_has_its_pages_and_a_longer_one_another_after_each_full_page() {
        let of = |number, more| Tally { number, more };
        for (total, page, rows, known) in [
            (of(0, false), 1, 0, 0),
            (of(51, false), 1, 50, 2),
            (of(100, false), 2, 50, 2),
            (of(100, true), 1, 50, 2),
            (of(100, true), 2, 50, 3),
            (of(100, true), 9, 50, 10),
            (of(100, true), 9, 49, 2),
        ] {
            assert_eq!(pages(total, page, rows), known, "{total:?} {page} {rows}");
        }
    }

    #[test]
    fn a_number_that_was_counted_no_further_says_so() {
        let shown = |number, more| Count::from(Tally { number, more }).to_string();
        assert_eq!(
            (shown(100, true), shown(100, false)),
            ("100+".into(), "100".into())
        );
        assert!(
            Count::from(Tally {
                number: 0,
                more: true
            })
            .any()
        );
        assert!(!Count::default().any());
    }
}
