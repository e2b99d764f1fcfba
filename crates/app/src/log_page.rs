// SPDX-License-Identifier: EUPL-1.2
//! The log as people read it: the data-protection officer that of the own controller, the citizen who has read about her.
//!
//! The officer sees lines and no pathway. The citizen sees unit, function, purpose and time in ordinary words, never a name,
//! and of attempts that were refused only that there were some (practice A20).

mod citizen;
mod patterns;

pub use citizen::{ReadAbout, ReadLine, ReadPurpose};
pub use patterns::{Pattern, PatternKind, Thresholds};

use crate::App;
use crate::act::log_row;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::journal_page::CATEGORIES;
use crate::tasks::PAGE_ROWS;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use std::collections::{BTreeMap, BTreeSet};
use traad_domain::category::Category;
use traad_domain::id::{EmploymentId, UnitId};
use traad_domain::org::{Employment, Unit};
use traad_domain::policy::may_audit;
use traad_domain::time::{local_date, start_of_day};
use traad_store::{LogFilter, LogLine, LogPlace, LogRow, LogScope};

/// Days a page of the log looks back when no period is asked for. A proposal.
pub const LOOK_BACK_DAYS: i64 = 30;
/// Lines of a sample for control. A proposal.
pub const SAMPLE: u32 = 20;
/// Most case numbers shown of one line.
const CASES: usize = 3;

/// What the officer asks the log. Empty texts leave a column open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogQuestion {
    /// First day; none is [`LOOK_BACK_DAYS`] ago.
    pub from: Option<Date>,
    /// Last day; none is today.
    pub to: Option<Date>,
    /// One employment.
    pub employment: String,
    /// One unit.
    pub unit: String,
    /// One case, by its number.
    pub case_number: String,
    /// One action.
    pub action: String,
    /// `permitted` or `refused`.
    pub outcome: String,
    /// Go on from this line.
    pub before: Option<LogPlace>,
}

impl LogQuestion {
    /// The days asked for.
    pub fn days(&self, today: Date) -> (Date, Date) {
        let to = self.to.unwrap_or(today);
        let from = self
            .from
            .unwrap_or(to.saturating_sub(LOOK_BACK_DAYS.days()));
        (from, to)
    }

    fn period(&self, today: Date) -> (i64, i64) {
        let (from, to) = self.days(today);
        let after = to.tomorrow().unwrap_or(to);
        (
            start_of_day(from).as_millisecond(),
            start_of_day(after).as_millisecond(),
        )
    }
}

/// A line as the officer reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// When.
    pub at: Timestamp,
    /// Who: the name, when the employment is known.
    pub who: Option<String>,
    /// The unit's name.
    pub unit: String,
    /// The function's code.
    pub function: String,
    /// What was done or attempted.
    pub action: String,
    /// The numbers of the cases it names, as far as there are such cases, and no more than a few.
    pub cases: Vec<String>,
    /// How many pathways it names.
    pub pathways: usize,
    /// The kinds of information that were read.
    pub categories: Vec<Category>,
    /// Why the reader asked.
    pub purpose: String,
    /// Why the answer was yes or no.
    pub reason: String,
    /// `permitted` or `refused`.
    pub outcome: String,
}

/// A page of the log.
#[derive(Debug, Clone)]
pub struct LogPage {
    /// Lines, newest first.
    pub lines: Vec<AuditLine>,
    /// Where the next page goes on.
    pub next: Option<LogPlace>,
    /// The units of the controller.
    pub units: Vec<Unit>,
    /// Everybody who is or was employed in them.
    pub staff: Vec<Employment>,
}

/// Whose log is read.
struct Controller {
    units: Vec<Unit>,
    staff: Vec<Employment>,
}

impl Controller {
    fn has(&self, unit: &str) -> bool {
        self.units.iter().any(|own| own.id.as_str() == unit)
    }

    fn employs(&self, employment: &str) -> bool {
        self.staff.iter().any(|own| own.id.as_str() == employment)
    }
}

impl App {
    /// A page of the log of the reader's controller.
    pub fn log_page(&self, ctx: &Ctx, asked: &LogQuestion) -> Result<LogPage, AppError> {
        let controller = self.audited(ctx)?;
        let mut lines = self.lines_of(&controller, asked, local_date(ctx.now), PAGE_ROWS + 1)?;
        let more = lines.len() > PAGE_ROWS as usize;
        lines.truncate(PAGE_ROWS as usize);
        let next = lines.last().map(|line| line.place.clone()).filter(|_| more);
        Ok(LogPage {
            lines: self.audit_lines(&controller, lines)?,
            next,
            units: controller.units,
            staff: controller.staff,
        })
    }

    /// Lines drawn by lot from a period, for control. Every line of the controller is as likely.
    pub fn log_sample(&self, ctx: &Ctx, asked: &LogQuestion) -> Result<LogPage, AppError> {
        let controller = self.audited(ctx)?;
        let period = asked.period(local_date(ctx.now));
        let mut counts = Vec::new();
        for unit in &controller.units {
            let count = self.store.count_log(unit.id.as_str(), period);
            counts.push((unit.id.clone(), count.map_err(AppError::Unavailable)?));
        }
        let total: u64 = counts.iter().map(|(_, count)| count).sum();
        let mut drawn: BTreeSet<u64> = BTreeSet::new();
        // Twice as many draws as lines: few are drawn twice, and a short log ends the drawing.
        for _ in 0..SAMPLE * 2 {
            if drawn.len() < SAMPLE as usize && total > 0 {
                drawn.insert(self.lot(total));
            }
        }
        let mut lines = Vec::new();
        for number in drawn {
            lines.extend(self.line_at(&counts, number, period)?);
        }
        lines.sort_by(|a: &LogLine, b: &LogLine| b.place.cmp(&a.place));
        Ok(LogPage {
            lines: self.audit_lines(&controller, lines)?,
            next: None,
            units: controller.units,
            staff: controller.staff,
        })
    }

    /// Asks whether the reader may, and logs that the log was read.
    fn audited(&self, ctx: &Ctx) -> Result<Controller, AppError> {
        if let Err(denial) = may_audit(ctx.reader(), ctx.now) {
            self.log(ctx, "log", &[], Err(denial))?;
            return Err(AppError::Forbidden);
        }
        self.log_line(LogRow {
            purpose: "control".to_owned(),
            ..log_row(ctx, "log", &[], Ok("own-controller"))
        })?;
        let own = &ctx.actor.unit.controller;
        let mut units: Vec<Unit> = self.units()?;
        units.retain(|unit| &unit.controller == own);
        units.sort_by(|a, b| a.name.cmp(&b.name));
        let ids: BTreeSet<&UnitId> = units.iter().map(|unit| &unit.id).collect();
        let mut staff = self.employments()?;
        staff.retain(|employment| ids.contains(&employment.unit));
        staff.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Controller { units, staff })
    }

    /// The units and the staff of the reader's controller, for whoever looks after its data.
    pub(crate) fn audited_of(&self, ctx: &Ctx) -> Result<(Vec<Unit>, Vec<Employment>), AppError> {
        let controller = self.audited(ctx)?;
        Ok((controller.units, controller.staff))
    }

    /// Lines that fit, of the controller's units alone.
    fn lines_of(
        &self,
        controller: &Controller,
        asked: &LogQuestion,
        today: Date,
        limit: u32,
    ) -> Result<Vec<LogLine>, AppError> {
        let (from, to) = asked.period(today);
        let filter = |scope| LogFilter {
            from_ms: from,
            before: asked.before.clone().unwrap_or_else(|| LogPlace::end(to)),
            employment: asked.employment.clone(),
            action: asked.action.clone(),
            outcome: asked.outcome.clone(),
            ..LogFilter::of(scope, limit)
        };
        let own = |line: &LogLine| {
            let unit = asked.unit.is_empty() || line.row.unit == asked.unit;
            unit && controller.has(&line.row.unit)
        };
        if !asked.case_number.trim().is_empty() {
            let Some(pathway) = self.case(&asked.case_number)? else {
                return Ok(Vec::new());
            };
            return self.lines_while(filter(LogScope::Pathway(pathway)), limit, own);
        }
        if !asked.employment.is_empty() {
            if !controller.employs(&asked.employment) {
                return Ok(Vec::new());
            }
            let scope = LogScope::Employment(asked.employment.clone());
            return self.lines_while(filter(scope), limit, own);
        }
        let mut lines = Vec::new();
        let wanted = |unit: &&Unit| asked.unit.is_empty() || unit.id.as_str() == asked.unit;
        for unit in controller.units.iter().filter(wanted) {
            let scope = LogScope::Unit(unit.id.as_str().to_owned());
            let found = self.store.log_lines(&filter(scope));
            lines.extend(found.map_err(AppError::Unavailable)?);
        }
        lines.sort_by(|a, b| b.place.cmp(&a.place));
        lines.truncate(limit as usize);
        Ok(lines)
    }

    /// Reads on until there are enough that fit.
    fn lines_while(
        &self,
        mut filter: LogFilter,
        limit: u32,
        fits: impl Fn(&LogLine) -> bool,
    ) -> Result<Vec<LogLine>, AppError> {
        let mut lines = Vec::new();
        loop {
            let found = self.store.log_lines(&filter);
            let found = found.map_err(AppError::Unavailable)?;
            let whole = found.len() == filter.limit as usize;
            if let Some(last) = found.last() {
                filter.before = last.place.clone();
            }
            lines.extend(found.into_iter().filter(&fits));
            if !whole || lines.len() >= limit as usize {
                lines.truncate(limit as usize);
                return Ok(lines);
            }
        }
    }

    fn case(&self, typed: &str) -> Result<Option<String>, AppError> {
        let Some(number) = traad_domain::id::CaseNumber::parse(typed) else {
            return Ok(None);
        };
        let found = self.store.find_case(number.as_str());
        found.map_err(AppError::Unavailable)
    }

    fn line_at(
        &self,
        counts: &[(UnitId, u64)],
        number: u64,
        period: (i64, i64),
    ) -> Result<Option<LogLine>, AppError> {
        let mut left = number;
        for (unit, count) in counts {
            if left < *count {
                let at = u32::try_from(left).unwrap_or(u32::MAX);
                let line = self.store.log_line_at(unit.as_str(), period, at);
                return line.map_err(AppError::Unavailable);
            }
            left -= count;
        }
        Ok(None)
    }

    /// A number below another, drawn by lot.
    fn lot(&self, below: u64) -> u64 {
        let drawn = u128::from_be_bytes(self.random.bytes());
        u64::try_from(drawn % u128::from(below.max(1))).unwrap_or_default()
    }

    fn audit_lines(
        &self,
        controller: &Controller,
        lines: Vec<LogLine>,
    ) -> Result<Vec<AuditLine>, AppError> {
        let mut cases: BTreeMap<String, Option<String>> = BTreeMap::new();
        let mut read = Vec::with_capacity(lines.len());
        for line in lines {
            read.push(self.audit_line(controller, line.row, &mut cases)?);
        }
        Ok(read)
    }

    fn audit_line(
        &self,
        controller: &Controller,
        row: LogRow,
        known: &mut BTreeMap<String, Option<String>>,
    ) -> Result<AuditLine, AppError> {
        let mut cases = Vec::new();
        for pathway in row.pathways.iter().take(CASES) {
            if !known.contains_key(pathway) {
                let header = self.store.find_header(pathway);
                let header = header.map_err(AppError::Unavailable)?;
                known.insert(pathway.clone(), header.map(|h| h.header.case_number));
            }
            cases.extend(known.get(pathway).cloned().flatten());
        }
        let (reason, categories) = parts(&row.reason);
        let employment = EmploymentId::new(row.employment);
        let who = controller.staff.iter().find(|own| own.id == employment);
        let unit = controller
            .units
            .iter()
            .find(|own| own.id.as_str() == row.unit);
        Ok(AuditLine {
            at: instant(row.at_ms),
            who: who.map(|own| own.name.clone()),
            unit: unit.map_or(row.unit, |own| own.name.clone()),
            function: row.function,
            action: row.action,
            cases,
            pathways: row.pathways.len(),
            purpose: row.purpose,
            categories,
            reason,
            outcome: row.outcome,
        })
    }
}

/// The reasons, and the kinds of information that were read.
fn parts(reason: &str) -> (String, Vec<Category>) {
    let (read, why): (Vec<&str>, Vec<&str>) = reason
        .split(' ')
        .partition(|part| part.starts_with(CATEGORIES));
    let codes = read.iter().filter_map(|part| part.strip_prefix(CATEGORIES));
    let categories = codes
        .flat_map(|codes| codes.split(','))
        .filter_map(Category::from_code);
    (why.join(" "), categories.collect())
}

fn instant(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
}
