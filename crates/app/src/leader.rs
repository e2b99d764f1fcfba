// SPDX-License-Identifier: EUPL-1.2
//! What a leader sees of the own unit: what is overdue and since when, how long each step takes, and how often the unit
//! was on time. Case numbers, never names; opening a case is another right (ruling on leaders' lists).

use crate::App;
use crate::checkups::Followed;
use crate::continuity::Continuity;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::journal_page::PathwayView;
use crate::misfiled::{Misfiled, misfiled_in};
use crate::placement::PlacedCount;
use crate::project::Setting;
use crate::tasks::{DutyLine, TaskFilter};
use crate::thread::Thread;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use traad_domain::entry::Entry;
use traad_domain::facts::facts_of;
use traad_domain::id::MunicipalityCode;
use traad_domain::pathway::{Grant, Pathway};
use traad_domain::policy::{Purpose, may_oversee};
use traad_domain::throughput::{Course, Summary, course, summary};
use traad_domain::time::local_date;
use traad_duty::engine::Status;
use traad_store::{OverdueNotice, Show};

/// A leader's page.
#[derive(Debug, Clone)]
pub struct Oversight {
    /// Overdue duties, most urgent first.
    pub overdue: Vec<OverdueLine>,
    /// All of them.
    pub overdue_total: u64,
    /// How many of them the leader has not been told of before.
    pub fresh: usize,
    /// Median and spread of each step, in the order of `Step::ALL`.
    pub steps: [Option<Summary>; 4],
    /// The pathways with their own times.
    pub courses: Vec<CourseLine>,
    /// How often each rule of the unit was kept.
    pub kept: Vec<KeptLine>,
    /// Nødadgang in pathways whose coordinator is the unit's, or that the unit looks at: those nobody has looked at yet.
    pub emergencies: Vec<EmergencyLine>,
    /// What was written about the wrong person, and waits for the leader's decision.
    pub misfiled: Vec<Misfiled>,
    /// Who coordinates, and whether the same few do.
    pub continuity: Continuity,
    /// The children the unit follows: who lacks something, and how many are not in touch.
    pub followed: Followed,
    /// Children placed outside the home.
    pub placed: PlacedCount,
}

/// A nødadgang that the leader is told of at once.
#[derive(Debug, Clone)]
pub struct EmergencyLine {
    /// The case.
    pub case_number: String,
    /// Who opened it, from which unit, as what, and why.
    pub grant: Grant,
    /// The reader's unit by name.
    pub unit: String,
    /// Whether the leader's own unit is to look at it.
    pub own_review: bool,
}

/// One overdue duty.
#[derive(Debug, Clone)]
pub struct OverdueLine {
    /// The duty. Whom it is about is left out.
    pub line: DutyLine,
    /// Who owes it; nobody in particular is the unit.
    pub person: Option<String>,
    /// Whether the leader has not seen it before.
    pub fresh: bool,
}

/// The times of one pathway.
#[derive(Debug, Clone)]
pub struct CourseLine {
    /// The case.
    pub case_number: String,
    /// Hours to each step.
    pub course: Course,
}

/// How often one rule was kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptLine {
    /// The rule.
    pub rule: String,
    /// Done on time.
    pub on_time: u32,
    /// Done, but late: it stays late.
    pub late: u32,
    /// Not done and past its time.
    pub overdue: u32,
    /// Never done, and now too late for it.
    pub missed: u32,
    /// Explained.
    pub explained: u32,
    /// Open and in time.
    pub open: u32,
    /// Without a time, since nothing is agreed or known: never a breach.
    pub unsettled: u32,
}

impl App {
    /// The leader's page of the reader's own unit.
    pub fn oversight(&self, ctx: &Ctx, offset: u32) -> Result<Oversight, AppError> {
        self.leads(ctx)?;
        // Numbers are counted over what the unit may read; nothing of it is opened.
        let ctx = &Ctx {
            purpose: Purpose::Management,
            ..ctx.clone()
        };
        let (overdue, overdue_total) = self.overdue(ctx, offset)?;
        let setting = self.setting(ctx.now)?;
        let listed = self.pathways_of([&ctx.actor.unit.id])?;
        let mut courses = Vec::new();
        let mut emergencies = Vec::new();
        let mut continuity = Continuity::default();
        let mut misfiled = Vec::new();
        let mut followed = Followed::default();
        let today = local_date(ctx.now);
        let region = |code: &MunicipalityCode| self.region_of(code, today);
        let mut placed = PlacedCount::default();
        let staff = self.staff()?;
        let mut kept: BTreeMap<String, KeptLine> = BTreeMap::new();
        self.each_thread(&listed, |case_number, thread| {
            emergencies.extend(emergencies_in(ctx, (&thread, &setting), case_number));
            continuity.add(ctx, &thread, &staff);
            let readable = thread.readable(ctx.reader(), ctx.now);
            let known = Pathway::fold(readable.iter().copied());
            followed.add(ctx, (&thread, &known), (case_number, &region));
            placed.add(&known, case_number);
            misfiled.extend(misfiled_in(ctx, &thread, &setting.directory));
            let entries: Vec<_> = readable.into_iter().cloned().collect();
            let course = course_in(&known, &entries, today);
            courses.extend(course.map(|course| CourseLine {
                case_number: case_number.to_owned(),
                course,
            }));
            self.count_kept(ctx, (&thread, &setting), &mut kept)
        })?;
        courses.sort_by(|a: &CourseLine, b| a.case_number.cmp(&b.case_number));
        emergencies.sort_by_key(|line: &EmergencyLine| line.grant.from);
        misfiled.sort_by_key(|one: &Misfiled| one.recorded);
        let looked_at: Vec<_> = listed.into_iter().map(|(id, _)| id).collect();
        self.log(ctx, "oversight", &looked_at, Ok("own-unit"))?;
        let step = |place: usize| {
            let hours = courses
                .iter()
                .filter_map(move |line: &CourseLine| line.course.get(place).copied().flatten());
            summary(hours)
        };
        Ok(Oversight {
            fresh: overdue.iter().filter(|line| line.fresh).count(),
            overdue,
            overdue_total,
            steps: [step(0), step(1), step(2), step(3)],
            courses,
            kept: kept.into_values().collect(),
            emergencies,
            misfiled,
            continuity: continuity.sorted(),
            followed,
            placed,
        })
    }

    /// The leader has seen what was told: it is not told again.
    pub fn acknowledge_overdue(&self, ctx: &Ctx) -> Result<(), AppError> {
        self.leads(ctx)?;
        let unit = ctx.actor.unit.id.as_str();
        self.store
            .update_overdue_seen(unit, ctx.now.as_millisecond())
            .map_err(AppError::Unavailable)
    }

    fn leads(&self, ctx: &Ctx) -> Result<(), AppError> {
        if let Err(denial) = may_oversee(ctx.reader(), ctx.now) {
            self.log(ctx, "oversight", &[], Err(denial))?;
            return Err(AppError::Forbidden);
        }
        Ok(())
    }

    fn overdue(&self, ctx: &Ctx, offset: u32) -> Result<(Vec<OverdueLine>, u64), AppError> {
        let filter = TaskFilter {
            show: Some(Show::Overdue),
            offset,
            count_all: true,
            ..TaskFilter::default()
        };
        let page = self.tasks(ctx, &filter)?;
        let unit = ctx.actor.unit.id.as_str();
        let unseen = self
            .store
            .list_overdue_unseen(unit)
            .map_err(AppError::Unavailable)?;
        let unseen: BTreeSet<OverdueNotice> = unseen.into_iter().collect();
        let staff = self.staff()?;
        let seen = |line: DutyLine| OverdueLine {
            fresh: unseen.contains(&OverdueNotice {
                pathway: line.pathway.as_str().to_owned(),
                rule: line.rule.clone(),
                key: line.key.clone(),
            }),
            person: line.owner.as_ref().and_then(|id| staff.name(id)),
            line: DutyLine {
                subject: None,
                ..line
            },
        };
        Ok((page.rows.into_iter().map(seen).collect(), page.total.number))
    }

    fn count_kept(
        &self,
        ctx: &Ctx,
        (thread, setting): (&Thread, &Setting),
        all: &mut BTreeMap<String, KeptLine>,
    ) -> Result<(), AppError> {
        let derived = self.derive(thread, setting, ctx.now)?;
        for (rule, duties) in self.kept(ctx, thread, &derived, &setting.directory) {
            let line = all.entry(rule.clone()).or_insert_with(|| KeptLine {
                rule,
                ..KeptLine::default()
            });
            for duty in duties {
                match duty.status {
                    Status::OnTime { .. } => line.on_time += 1,
                    Status::Late => line.late += 1,
                    Status::Overdue => line.overdue += 1,
                    Status::Missed => line.missed += 1,
                    Status::Explained => line.explained += 1,
                    Status::Open | Status::DueSoon | Status::Scheduled => line.open += 1,
                    Status::Unsettled => line.unsettled += 1,
                    Status::Void => {}
                }
            }
        }
        Ok(())
    }
}

/// Nødadgange the leader's unit was told of and that wait to be looked at.
fn emergencies_in<'a>(
    ctx: &'a Ctx,
    (thread, setting): (&'a Thread, &'a Setting),
    case_number: &'a str,
) -> impl Iterator<Item = EmergencyLine> + 'a {
    let unit = &ctx.actor.unit.id;
    let told = move |grant: &&Grant| grant.awaits_review() && grant.told.contains(unit);
    let all = thread.whole.grants.iter().filter(told);
    all.map(move |grant| EmergencyLine {
        case_number: case_number.to_owned(),
        unit: setting.directory.name(&grant.author.unit).to_owned(),
        own_review: grant.is_reviewed_by(unit),
        grant: grant.clone(),
    })
}

fn course_in(known: &Pathway, entries: &[Entry], today: Date) -> Option<Course> {
    let versions = known.plan.iter().flat_map(|plan| &plan.versions);
    let days = versions.flat_map(|plan| plan.body.interventions.iter().filter_map(|i| i.starts));
    let begun = days.filter(|day| *day <= today).min();
    course(&facts_of(entries), begun)
}

impl PathwayView {
    /// Hours from detection to each step, as far as the reader may know.
    pub fn course(&self, today: Date) -> Option<Course> {
        course_in(&self.pathway, &self.entries, today)
    }
}
