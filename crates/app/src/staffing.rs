// SPDX-License-Identifier: EUPL-1.2
//! What a local administrator does: units and employments of the own authority. The administrator sees no case. Each
//! change is a new version of a record and a line of the log; access that ends takes its sessions with it.

mod unit;

use crate::App;
use crate::act::log_row;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::registry::{Versioned, kind};
use crate::tasks::week_end;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use traad_domain::id::{ControllerId, EmploymentId, StaffId, UnitId};
use traad_domain::org::{Employment, Function, Staff, Unit};
use traad_domain::policy::{Denial, may_administer};
use traad_domain::refusal::{NotNow, Refusal};
use traad_domain::staffing::{self, Ending, Post, Reach};
use traad_domain::time::local_date;
use traad_store::{Append, Owner, Paging, PutRecord, Show, StoreError, Woken, WorklistQuery};

/// Tasks of a unit are counted no further.
const COUNTED: u32 = 1_000;

/// The units and the staff of one authority.
#[derive(Debug, Clone, Default)]
pub struct Organisation {
    /// Units that exist today.
    pub units: Vec<UnitLine>,
    /// Employments that run or are to come, by unit and name.
    pub staff: Vec<Employment>,
}

/// One unit.
#[derive(Debug, Clone)]
pub struct UnitLine {
    /// The unit.
    pub unit: Unit,
    /// How many are employed there now.
    pub employed: usize,
}

/// Who is to be employed: somebody new, or a member of staff in one more post.
#[derive(Debug, Clone)]
pub struct NewPost {
    /// A member of staff there is already.
    pub staff: Option<StaffId>,
    /// The name of somebody new.
    pub name: String,
    /// Where.
    pub unit: UnitId,
    /// As what.
    pub function: Option<Function>,
    /// Direct telephone.
    pub phone: Option<String>,
    /// First day.
    pub from: jiff::civil::Date,
    /// Last day.
    pub to: Option<jiff::civil::Date>,
}

/// What one change of an employment was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostChange {
    /// It was made.
    Made,
    /// When it ends.
    Ends,
    /// When the person is away.
    Leave,
    /// How the person is called or reached.
    Reach,
}

impl PostChange {
    /// The code of its words.
    pub fn code(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Ends => "ends",
            Self::Leave => "leave",
            Self::Reach => "reach",
        }
    }

    fn between(before: Option<&Employment>, after: &Employment) -> Self {
        match before {
            None => Self::Made,
            Some(before) if before.to != after.to => Self::Ends,
            Some(before) if before.leave != after.leave => Self::Leave,
            Some(_) => Self::Reach,
        }
    }
}

/// One change of an employment: no version is ever written over.
#[derive(Debug, Clone)]
pub struct PostVersion {
    /// When.
    pub at: Timestamp,
    /// By whom, when that is one of the staff.
    pub by: Option<String>,
    /// What.
    pub change: PostChange,
}

impl App {
    /// Every change of an employment of the own authority, the last first.
    pub fn post_history(&self, ctx: &Ctx, id: &EmploymentId) -> Result<Vec<PostVersion>, AppError> {
        self.own_post(ctx, id)?;
        let found = self
            .store
            .list_record_history(kind::EMPLOYMENT, id.as_str());
        let mut records = found.map_err(AppError::Unavailable)?;
        records.sort_by_key(|record| record.version);
        let staff = self.staff()?;
        let mut before: Option<Employment> = None;
        let mut all = Vec::with_capacity(records.len());
        for record in records {
            let after: Employment =
                serde_json::from_str(&record.document).map_err(AppError::internal)?;
            all.push(PostVersion {
                at: Timestamp::from_millisecond(record.recorded_ms).map_err(AppError::internal)?,
                by: staff.name(&EmploymentId::new(record.recorded_by)),
                change: PostChange::between(before.as_ref(), &after),
            });
            before = Some(after);
        }
        all.reverse();
        Ok(all)
    }

    /// The units and the staff of the reader's authority.
    pub fn organisation(&self, ctx: &Ctx) -> Result<Organisation, AppError> {
        self.administers(ctx, &ctx.actor.unit.controller)?;
        let directory = self.directory(local_date(ctx.now))?;
        let own = directory.units().iter();
        let own = own.filter(|unit| unit.controller == ctx.actor.unit.controller);
        let names: BTreeMap<&UnitId, &str> = own
            .clone()
            .map(|unit| (&unit.id, unit.name.as_str()))
            .collect();
        let mut staff = self.employments()?;
        staff.retain(|one| names.contains_key(&one.unit) && one.to.is_none_or(|to| ctx.now < to));
        staff.sort_by(|a, b| {
            (names.get(&a.unit), &a.name, a.from).cmp(&(names.get(&b.unit), &b.name, b.from))
        });
        let employed = |unit: &Unit| {
            let here = staff.iter().filter(|one| one.unit == unit.id);
            here.filter(|one| one.runs_at(ctx.now)).count()
        };
        let mut units: Vec<UnitLine> = own
            .map(|unit| UnitLine {
                employed: employed(unit),
                unit: unit.clone(),
            })
            .collect();
        units.sort_by(|a, b| a.unit.name.cmp(&b.unit.name));
        Ok(Organisation { units, staff })
    }

    /// One unit of the own authority; any other does not exist.
    pub fn own_unit(&self, ctx: &Ctx, id: &UnitId) -> Result<Versioned<Unit>, AppError> {
        let found = self.find::<Unit>(kind::UNIT, id.as_str())?;
        self.of_own(ctx, found, |unit| unit.controller.clone())
    }

    /// One employment in a unit of the own authority; any other does not exist.
    pub fn own_post(
        &self,
        ctx: &Ctx,
        id: &EmploymentId,
    ) -> Result<Versioned<Employment>, AppError> {
        let found = self.find::<Employment>(kind::EMPLOYMENT, id.as_str())?;
        let unit = match &found {
            Some(found) => self.find::<Unit>(kind::UNIT, found.value.unit.as_str())?,
            None => None,
        };
        let controller = unit.map(|unit| unit.value.controller);
        self.of_own(ctx, found.filter(|_| controller.is_some()), |_| {
            controller.clone().unwrap_or_else(|| ControllerId::new(""))
        })
    }

    /// What belongs to the own authority. For whoever is no administrator there is nothing, and nobody is told more.
    fn of_own<T>(
        &self,
        ctx: &Ctx,
        found: Option<Versioned<T>>,
        controller: impl Fn(&T) -> ControllerId,
    ) -> Result<Versioned<T>, AppError> {
        let nobodys = ControllerId::new("");
        let whose = found
            .as_ref()
            .map_or(nobodys, |found| controller(&found.value));
        match self.administers(ctx, &whose) {
            Ok(()) => found.ok_or(AppError::NotFound),
            Err(AppError::Forbidden) => Err(AppError::NotFound),
            Err(error) => Err(error),
        }
    }

    fn administers(&self, ctx: &Ctx, asked: &ControllerId) -> Result<(), AppError> {
        let own = &ctx.actor.unit.controller;
        let Err(denial) = may_administer(ctx.reader(), (own, asked), ctx.now) else {
            return Ok(());
        };
        self.log(ctx, "staff", &[], Err(denial))?;
        Err(if denial == Denial::Outside {
            AppError::NotFound
        } else {
            AppError::Forbidden
        })
    }

    /// Employs somebody; gives the employment.
    pub fn employ(&self, ctx: &Ctx, wish: &NewPost) -> Result<EmploymentId, AppError> {
        let unit = self.own_unit(ctx, &wish.unit)?.value;
        let id = EmploymentId::new(self.fresh_id());
        let known = match &wish.staff {
            Some(staff) => Some(self.colleague(ctx, staff)?),
            None => None,
        };
        let name = known.as_ref().map_or(&wish.name, |known| &known.name);
        let staff = known.as_ref().map_or_else(
            || StaffId::new(self.fresh_id()),
            |known| known.staff.clone(),
        );
        let post = Post {
            staff: staff.clone(),
            by: ctx.actor.employment.staff.clone(),
            name,
            unit: &unit,
            // A function that is none is refused as any other wrong one.
            function: wish.function.unwrap_or(Function::System),
            phone: wish.phone.clone(),
            from: wish.from,
            to: wish.to,
        };
        let made = staffing::employ(&post, id.clone(), &self.employments()?, ctx.now)?;
        let mut records = vec![record(ctx, (kind::EMPLOYMENT, id.as_str()), &made, 0)?];
        if known.is_none() {
            let person = Staff {
                id: staff.clone(),
                name: made.name.clone(),
            };
            records.push(record(ctx, (kind::STAFF, staff.as_str()), &person, 0)?);
        }
        self.keep_staff(ctx, records, &made.unit)?;
        Ok(id)
    }

    /// A member of staff of the own authority, as employed there now or lately.
    fn colleague(&self, ctx: &Ctx, staff: &StaffId) -> Result<Employment, AppError> {
        let found = self.organisation(ctx)?.staff.into_iter();
        let mut found = found.filter(|one| &one.staff == staff);
        found.next().ok_or(AppError::NotFound)
    }

    /// Changes how somebody is called and reached. What is written already keeps the name it was written with.
    pub fn change_post(
        &self,
        ctx: &Ctx,
        (id, seen): (&EmploymentId, u32),
        (name, phone): (&str, Option<String>),
    ) -> Result<(), AppError> {
        let found = self.own_post(ctx, id)?;
        let made = staffing::change(&found.value, (name, phone), ctx.now)?;
        let staff = made.staff.as_str();
        let known = self.find::<Staff>(kind::STAFF, staff)?;
        let person = Staff {
            id: made.staff.clone(),
            name: made.name.clone(),
        };
        let before = known.map_or(0, |known| known.version);
        let records = vec![
            record(ctx, (kind::EMPLOYMENT, id.as_str()), &made, seen)?,
            record(ctx, (kind::STAFF, staff), &person, before)?,
        ];
        self.keep_staff(ctx, records, &made.unit)
    }

    /// Ends an employment: with its last day, or now.
    pub fn end_post(
        &self,
        ctx: &Ctx,
        (id, seen): (&EmploymentId, u32),
        (last, anyway): (Option<jiff::civil::Date>, bool),
    ) -> Result<(), AppError> {
        let found = self.own_post(ctx, id)?;
        let ending = Ending {
            last,
            open_tasks: self.open_tasks(ctx, &found.value.unit)?,
            anyway,
        };
        let made = staffing::end(&found.value, ending, &self.employments()?, ctx.now)?;
        let changed = record(ctx, (kind::EMPLOYMENT, id.as_str()), &made, seen)?;
        self.keep_staff(ctx, vec![changed], &made.unit)?;
        if !made.runs_at(ctx.now) {
            self.store
                .delete_sessions_of(id.as_str())
                .map_err(AppError::Unavailable)?;
        }
        Ok(())
    }

    /// Changes how a unit can be reached.
    pub fn change_unit(
        &self,
        ctx: &Ctx,
        (id, seen): (&UnitId, u32),
        reach: &Reach,
    ) -> Result<(), AppError> {
        let found = self.own_unit(ctx, id)?;
        let made = staffing::change_unit(&found.value, reach)?;
        let changed = record(ctx, (kind::UNIT, id.as_str()), &made, seen)?;
        self.keep_staff(ctx, vec![changed], id)
    }

    /// How many tasks of a unit are open.
    pub(crate) fn open_tasks(&self, ctx: &Ctx, unit: &UnitId) -> Result<u64, AppError> {
        let today = local_date(ctx.now);
        let query = WorklistQuery {
            unit: unit.as_str().to_owned(),
            owner: Owner::Unit,
            show: Show::Live,
            today,
            week_end: week_end(today),
            count_to: COUNTED,
            paging: Paging {
                offset: 0,
                limit: 0,
            },
        };
        let found = self.store.worklist(&query).map_err(AppError::Unavailable)?;
        Ok(found.counts.all().number)
    }

    fn keep_staff(
        &self,
        ctx: &Ctx,
        records: Vec<PutRecord>,
        unit: &UnitId,
    ) -> Result<(), AppError> {
        let append = Append {
            records,
            submission: Self::submission(ctx, unit.as_str()),
            log: vec![log_row(ctx, "staff", &[], Ok("own-controller"))],
            ..Append::default()
        };
        match self.store.append(append) {
            Ok(_) => self.wake(&Woken::Unit(unit.as_str()), ctx.now),
            Err(StoreError::AlreadyDone { .. }) => Ok(()),
            Err(StoreError::Conflict { .. }) => {
                Err(Refusal::NotNow(NotNow::ChangedMeanwhile).into())
            }
            Err(error) => Err(AppError::Unavailable(error)),
        }
    }
}

/// A new version of a record.
pub(crate) fn record<T: Serialize>(
    ctx: &Ctx,
    (kind, id): (&str, &str),
    value: &T,
    before: u32,
) -> Result<PutRecord, AppError> {
    Ok(PutRecord {
        kind: kind.to_owned(),
        id: id.to_owned(),
        expected_version: before,
        recorded_ms: ctx.now.as_millisecond(),
        recorded_by: ctx.actor.employment.id.as_str().to_owned(),
        document: serde_json::to_string(value).map_err(AppError::internal)?,
        index: None,
    })
}
