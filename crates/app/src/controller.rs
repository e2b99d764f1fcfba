// SPDX-License-Identifier: EUPL-1.2
//! What a data-protection officer must be able to show of the own controller: the record of processing (GDPR art. 30) made
//! from what is held, the erasure plan with what falls due when, and the breaches that wait to be assessed (art. 33).
//! Envelopes are counted, no body is read, and no pathway is named but by its case number where a clock runs.

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::tasks::week_end;
use crate::thread::Thread;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use std::collections::{BTreeMap, BTreeSet};
use traad_domain::category::Category;
use traad_domain::entry::{Basis, Entry, Written};
use traad_domain::id::{ControllerId, UnitId};
use traad_domain::org::{Employment, Function, Unit};
use traad_domain::pathway::Pathway;
use traad_domain::time::local_date;
use traad_store::{Owner, Paging, Show, WorklistQuery, WorklistRow};

/// Tasks of a unit that are read at a time.
const AT_A_TIME: u32 = 1_000;
/// The rule whose duty is an open breach.
const BREACH: &str = "breach-assessed";

/// The record of processing of one controller.
#[derive(Debug, Clone)]
pub struct Holdings {
    /// The controller.
    pub controller: ControllerId,
    /// Its units.
    pub units: Vec<Unit>,
    /// Its data-protection officers.
    pub officers: Vec<String>,
    /// Pathways in which the controller has written something, by kind.
    pub pathways: BTreeMap<&'static str, usize>,
    /// What it has written, by category; every category, also those nothing is held of.
    pub categories: Vec<(Category, usize)>,
    /// Who was sent something, and on what basis.
    pub receivers: Vec<Receiver>,
    /// When it was made.
    pub made: Timestamp,
}

/// A unit outside the controller that was sent something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    /// Its name.
    pub unit: String,
    /// How many entries.
    pub entries: usize,
    /// On what: `law`, `consent`, `own`.
    pub bases: BTreeSet<&'static str>,
    /// The paragraphs.
    pub paragraphs: BTreeSet<String>,
}

/// What is kept at least, by law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeastTime {
    /// Doctors and midwives: ten years after the last entry.
    TenYears,
    /// Other authorised health professions: five years after the last entry.
    FiveYears,
    /// No number of years: need decides, counted from the closing.
    ByNeed,
}

impl LeastTime {
    /// The code of its words.
    pub fn code(self) -> &'static str {
        match self {
            Self::TenYears => "ten-years",
            Self::FiveYears => "five-years",
            Self::ByNeed => "by-need",
        }
    }

    fn years(self) -> Option<i64> {
        match self {
            Self::TenYears => Some(10),
            Self::FiveYears => Some(5),
            Self::ByNeed => None,
        }
    }

    /// Which time holds for what somebody in a function wrote. Only those the law names; psychologists and social workers
    /// have rules of their own, which are not settled here.
    fn of(function: Function) -> Self {
        match function {
            Function::Physician | Function::Midwife => Self::TenYears,
            Function::HealthVisitor => Self::FiveYears,
            Function::ClinicSocialWorker
            | Function::Caseworker
            | Function::Therapist
            | Function::OtherCaseworker
            | Function::StreetWorker
            | Function::CivilWorker
            | Function::Psychologist
            | Function::Educator
            | Function::DutyOfficer
            | Function::Leader
            | Function::Citizen
            | Function::CustodyHolder
            | Function::FosterCarer
            | Function::Administrator
            | Function::DataProtectionOfficer
            | Function::System => Self::ByNeed,
        }
    }
}

/// One line of the erasure plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLine {
    /// The time.
    pub least: LeastTime,
    /// The year in which it has passed; none where there is no number of years.
    pub year: Option<i16>,
    /// In how many pathways.
    pub pathways: usize,
    /// Whether they have been closed: what goes on is kept.
    pub closed: usize,
}

/// The erasure plan.
#[derive(Debug, Clone)]
pub struct ErasurePlan {
    /// What falls due, the earliest first.
    pub lines: Vec<PlanLine>,
    /// When it was made.
    pub made: Timestamp,
}

/// A breach that waits to be assessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenBreach {
    /// The case.
    pub case_number: String,
    /// The unit that assesses it.
    pub unit: String,
    /// When it was found.
    pub found: Timestamp,
    /// When it must be assessed.
    pub due: Option<Timestamp>,
}

impl App {
    /// The record of processing of the reader's controller.
    pub fn holdings(&self, ctx: &Ctx) -> Result<Holdings, AppError> {
        let (units, staff) = self.audited_of(ctx)?;
        let own = &ctx.actor.unit.controller;
        let directory = self.directory(local_date(ctx.now))?;
        let mut found = Found::default();
        let listed = self.pathways_of(units.iter().map(|unit| &unit.id))?;
        self.each_thread(&listed, |_, thread| {
            found.add(own, &units, &thread);
            Ok(())
        })?;
        let receivers = found.receivers.into_iter().map(|(unit, mut receiver)| {
            directory.name(&unit).clone_into(&mut receiver.unit);
            receiver
        });
        let mut receivers: Vec<Receiver> = receivers.collect();
        receivers.sort_by(|a, b| a.unit.cmp(&b.unit));
        let officer = |one: &&Employment| {
            one.function == Function::DataProtectionOfficer && one.runs_at(ctx.now)
        };
        let count = |category: &Category| found.categories.get(category).copied().unwrap_or(0);
        Ok(Holdings {
            controller: own.clone(),
            officers: staff
                .iter()
                .filter(officer)
                .map(|one| one.name.clone())
                .collect(),
            units,
            pathways: found.pathways,
            categories: Category::ALL.iter().map(|c| (*c, count(c))).collect(),
            receivers,
            made: ctx.now,
        })
    }

    /// The erasure plan of the reader's controller.
    pub fn erasure_plan(&self, ctx: &Ctx) -> Result<ErasurePlan, AppError> {
        let (units, _) = self.audited_of(ctx)?;
        let own = &ctx.actor.unit.controller;
        let mut lines: BTreeMap<(Option<i16>, LeastTime), (usize, usize)> = BTreeMap::new();
        let listed = self.pathways_of(units.iter().map(|unit| &unit.id))?;
        self.each_thread(&listed, |_, thread| {
            for (least, last) in last_written((own, &units), &thread) {
                let year = least
                    .years()
                    .map(|years| last.saturating_add(years.years()).year());
                let line = lines.entry((year, least)).or_default();
                line.0 += 1;
                line.1 += usize::from(thread.whole.is_closed());
            }
            Ok(())
        })?;
        let mut lines: Vec<PlanLine> = lines
            .into_iter()
            .map(|((year, least), (pathways, closed))| PlanLine {
                least,
                year,
                pathways,
                closed,
            })
            .collect();
        // What has no number of years stands last.
        lines.sort_by_key(|line| (line.year.is_none(), line.year, line.least));
        Ok(ErasurePlan {
            lines,
            made: ctx.now,
        })
    }

    /// The breaches of the reader's controller that wait to be assessed, the first due first.
    pub fn open_breaches(&self, ctx: &Ctx) -> Result<Vec<OpenBreach>, AppError> {
        let (units, _) = self.audited_of(ctx)?;
        let today = local_date(ctx.now);
        let mut breaches = Vec::new();
        for unit in &units {
            for page in 0.. {
                let query = WorklistQuery {
                    unit: unit.id.as_str().to_owned(),
                    owner: Owner::Unit,
                    show: Show::Live,
                    today,
                    week_end: week_end(today),
                    count_to: 0,
                    paging: Paging {
                        offset: page * AT_A_TIME,
                        limit: AT_A_TIME,
                    },
                };
                let found = self.store.worklist(&query).map_err(AppError::Unavailable)?;
                let more = found.rows.len() == AT_A_TIME as usize;
                let open = found.rows.into_iter().filter(|row| row.duty.rule == BREACH);
                for row in open {
                    breaches.push(open_breach(row, unit)?);
                }
                if !more {
                    break;
                }
            }
        }
        breaches.sort_by_key(|one| one.due);
        Ok(breaches)
    }
}

fn open_breach(row: WorklistRow, unit: &Unit) -> Result<OpenBreach, AppError> {
    let instant = |ms: i64| Timestamp::from_millisecond(ms).map_err(AppError::internal);
    Ok(OpenBreach {
        case_number: row.header.header.case_number,
        unit: unit.name.clone(),
        found: instant(row.duty.opens_ms)?,
        due: row.duty.due_ms.map(instant).transpose()?,
    })
}

/// What was found so far.
#[derive(Default)]
struct Found {
    pathways: BTreeMap<&'static str, usize>,
    categories: BTreeMap<Category, usize>,
    receivers: BTreeMap<UnitId, Receiver>,
}

impl Found {
    fn add(&mut self, own: &ControllerId, units: &[Unit], thread: &Thread) {
        let mut any = false;
        for entry in thread.entries.iter() {
            let Some(written) = of(own, entry) else {
                continue;
            };
            any = true;
            *self
                .categories
                .entry(written.envelope.category)
                .or_default() += 1;
            for share in thread.shares.to(&entry.id) {
                if units.iter().any(|unit| unit.id == share.unit) {
                    continue;
                }
                let receiver = self.receivers.entry(share.unit.clone());
                let receiver = receiver.or_insert_with(|| Receiver {
                    unit: String::new(),
                    entries: 0,
                    bases: BTreeSet::new(),
                    paragraphs: BTreeSet::new(),
                });
                receiver.entries += 1;
                receiver.bases.insert(match &share.basis {
                    Basis::Law { paragraph } => {
                        receiver.paragraphs.insert(paragraph.clone());
                        "law"
                    }
                    Basis::Consent { .. } => "consent",
                    Basis::OwnRecord | Basis::System => "own",
                });
            }
        }
        if let Some(kind) = kind(&thread.whole).filter(|_| any) {
            *self.pathways.entry(kind).or_default() += 1;
        }
    }
}

fn kind(whole: &Pathway) -> Option<&'static str> {
    whole.kind.map(traad_domain::body::PathwayKind::code)
}

/// What the controller wrote itself.
fn of<'a>(own: &ControllerId, entry: &'a Entry) -> Option<&'a Written> {
    let written = entry.written()?;
    (&written.envelope.controller == own).then_some(written)
}

/// The last day on which each of the times was written for, in one pathway. What others wrote and the controller received is
/// not the record of a profession here.
fn last_written(
    (own, units): (&ControllerId, &[Unit]),
    thread: &Thread,
) -> BTreeMap<LeastTime, Date> {
    let mut days: BTreeMap<LeastTime, Date> = BTreeMap::new();
    for entry in thread.entries.iter() {
        let Some(written) = of(own, entry) else {
            continue;
        };
        let author = &written.envelope.author;
        let least = if units.iter().any(|unit| unit.id == author.unit) {
            LeastTime::of(author.function)
        } else {
            LeastTime::ByNeed
        };
        let day = local_date(entry.recorded);
        let known = days.entry(least).or_insert(day);
        *known = (*known).max(day);
    }
    days
}
