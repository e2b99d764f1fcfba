// SPDX-License-Identifier: EUPL-1.2
//! Leave and hand-over (scenario A11): somebody is away from a day to a day, the pathways that person coordinates are told
//! so in the same transaction, and the leader of the unit gives each to a colleague. A hand-over counts from the moment it
//! is made; what is not handed over has nobody from the first day away, and stands on the leader's page.

use crate::App;
use crate::act::{ATTEMPTS, WriteError, log_row};
use crate::ctx::{Actor, Ctx};
use crate::error::AppError;
use crate::registry::kind;
use crate::staffing::record;
use crate::thread::Thread;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use traad_domain::body::LeavingReason;
use traad_domain::decide::coordinator;
use traad_domain::entry::NewEntry;
use traad_domain::id::{EmploymentId, PathwayId, UnitId};
use traad_domain::org::{Employment, Function, Leave};
use traad_domain::policy::{Denial, Purpose, may_arrange_leave, may_oversee};
use traad_domain::refusal::{NotNow, Refusal};
use traad_domain::staffing::{self, Away};
use traad_store::{Append, StoreError, Woken};

/// A time away as somebody wishes it.
#[derive(Debug, Clone)]
pub struct LeaveWish {
    /// First day.
    pub from: Date,
    /// Last day, when it is known.
    pub until: Option<Date>,
    /// Who stands in.
    pub deputy: Option<EmploymentId>,
}

/// Somebody's time away, and what hangs on it.
#[derive(Debug, Clone)]
pub struct LeaveView {
    /// Whose.
    pub whose: Employment,
    /// The time away that runs or comes next.
    pub coming: Option<Leave>,
    /// Who could stand in.
    pub colleagues: Vec<Employment>,
    /// How many pathways the person coordinates.
    pub coordinates: usize,
}

/// What somebody coordinates and who could take it over.
#[derive(Debug, Clone)]
pub struct Handover {
    /// Whose pathways.
    pub whose: Employment,
    /// The time away that runs or comes next.
    pub coming: Option<Leave>,
    /// The pathways, by case number.
    pub cases: Vec<HandoverCase>,
    /// Colleagues who are there, those with most cases first: the first one is proposed (row S2-060).
    pub colleagues: Vec<Colleague>,
}

/// One pathway to be handed over. Whose it is stays with those who work on it.
#[derive(Debug, Clone)]
pub struct HandoverCase {
    /// The pathway.
    pub pathway: PathwayId,
    /// Its case number.
    pub case_number: String,
    /// First day of the last menstrual period, while she is pregnant.
    pub lmp: Option<Date>,
}

/// A colleague and the pathways of the unit she or he has worked on.
#[derive(Debug, Clone)]
pub struct Colleague {
    /// Who.
    pub employment: Employment,
    /// How many.
    pub cases: usize,
}

impl App {
    /// Somebody's time away, for the person and for the unit's leader; for others there is none.
    pub fn leave_of(&self, ctx: &Ctx, whose: &EmploymentId) -> Result<LeaveView, AppError> {
        let whose = self.arranges(ctx, whose)?;
        let colleagues = self.employed_in(&whose.unit, ctx.now)?.into_iter();
        let fits = |one: &Employment| one.id != whose.id && one.function.works_on_cases();
        Ok(LeaveView {
            coming: whose.coming_leave(ctx.now).cloned(),
            colleagues: colleagues.filter(fits).collect(),
            coordinates: self.coordinated(&whose)?.len(),
            whose,
        })
    }

    /// Registers a time away; gives how many pathways are to be handed over.
    pub fn register_leave(
        &self,
        ctx: &Ctx,
        whose: &EmploymentId,
        wish: &LeaveWish,
    ) -> Result<usize, AppError> {
        let decide = |one: &Employment| {
            let deputy = match &wish.deputy {
                Some(id) => self.staff()?.one(id).cloned(),
                None => None,
            };
            let away = Away {
                from: wish.from,
                until: wish.until,
                deputy: deputy.as_ref(),
            };
            Ok(staffing::go_away(one, &away, ctx.now)?)
        };
        self.arrange(ctx, whose, decide, |thread, hand| {
            coordinator::away(&thread.whole, wish.from, wish.until, hand)
        })
    }

    /// Ends a time away now, or takes one back that has not begun.
    pub fn end_leave(&self, ctx: &Ctx, whose: &EmploymentId) -> Result<(), AppError> {
        let decide = |one: &Employment| Ok(staffing::come_back(one, ctx.now)?);
        let told = self.arrange(ctx, whose, decide, |thread, hand| {
            coordinator::back(&thread.whole, hand)
        });
        told.map(drop)
    }

    /// Somebody's time away has ended of itself: what was not handed over is that person's again, and says so.
    pub(crate) fn returned(&self, whose: &Employment, now: Timestamp) -> Result<(), AppError> {
        let Some(actor) = self.actor(&whose.id, now)? else {
            return Ok(());
        };
        let by_itself = Employment {
            function: Function::System,
            ..actor.employment
        };
        let ctx = Ctx {
            actor: Actor {
                employment: by_itself,
                unit: actor.unit,
            },
            now,
            purpose: Purpose::Management,
            submission: None,
        };
        for thread in self.coordinated(whose)? {
            let entries = coordinator::back(&thread.whole, &ctx.hand(thread.subject()));
            if entries.is_empty() {
                continue;
            }
            match self.write(&ctx, thread, entries, Vec::new()) {
                Ok(_) | Err(WriteError::Done(_)) => {}
                // Somebody writes there now: the next tick comes too late for it, so it is tried again at once.
                Err(WriteError::Moved) => return self.returned(whose, now),
                Err(WriteError::App(error)) => return Err(error),
            }
        }
        Ok(())
    }

    /// One change of somebody's time away, with what the pathways that person coordinates are told of it.
    fn arrange(
        &self,
        ctx: &Ctx,
        whose: &EmploymentId,
        decide: impl Fn(&Employment) -> Result<Employment, AppError>,
        tell: impl Fn(&Thread, &traad_domain::decide::Hand) -> Vec<NewEntry>,
    ) -> Result<usize, AppError> {
        for _ in 0..ATTEMPTS {
            let before = self.arranges(ctx, whose)?;
            let found = self.find::<Employment>(kind::EMPLOYMENT, whose.as_str())?;
            let version = found.map_or(0, |found| found.version);
            let changed = decide(&before)?;
            let threads = self.coordinated(&before)?;
            let mut append = Append {
                records: vec![record(
                    ctx,
                    (kind::EMPLOYMENT, whose.as_str()),
                    &changed,
                    version,
                )?],
                submission: Self::submission(ctx, whose.as_str()),
                log: vec![log_row(ctx, "leave", &[], Ok("own-unit"))],
                ..Append::default()
            };
            let count = threads.len();
            for thread in threads {
                let hand = ctx.hand(thread.subject());
                let entries = tell(&thread, &hand);
                let log = thread.primary().cloned().filter(|_| !entries.is_empty());
                let Some(primary) = log else { continue };
                append.pathways.extend(self.appended(ctx, thread, entries)?);
                append
                    .log
                    .push(log_row(ctx, "write", &[primary], Ok("own-unit")));
            }
            match self.store.append(append) {
                Ok(_) => {
                    self.wake(&Woken::Unit(before.unit.as_str()), ctx.now)?;
                    return Ok(count);
                }
                Err(StoreError::AlreadyDone { .. }) => return Ok(count),
                // Somebody wrote to one of the pathways, or changed the employment: decide anew.
                Err(StoreError::Moved { .. } | StoreError::Conflict { .. }) => {}
                Err(error) => return Err(AppError::Unavailable(error)),
            }
        }
        Err(AppError::Busy)
    }

    /// The employment whose leave the reader may arrange; for others it does not exist.
    fn arranges(&self, ctx: &Ctx, whose: &EmploymentId) -> Result<Employment, AppError> {
        let found = self.staff()?.one(whose).cloned();
        let may = |one: &Employment| may_arrange_leave(ctx.reader(), one, ctx.now).is_ok();
        if let Some(one) = found.filter(may) {
            return Ok(one);
        }
        self.log(ctx, "leave", &[], Err(Denial::Function))?;
        Err(AppError::NotFound)
    }

    /// Every pathway of a unit that goes on, each thread once. It opens nothing: what is shown of it is counted.
    pub(crate) fn going_on(
        &self,
        unit: &UnitId,
        mut each: impl FnMut(Thread),
    ) -> Result<(), AppError> {
        self.each_thread(&self.pathways_of([unit])?, |_, thread| {
            if !thread.whole.is_closed() {
                each(thread);
            }
            Ok(())
        })
    }

    /// The pathways somebody coordinates.
    fn coordinated(&self, whose: &Employment) -> Result<Vec<Thread>, AppError> {
        let mut threads = Vec::new();
        self.going_on(&whose.unit, |thread| {
            let now = thread.whole.coordinator.as_ref();
            if now.is_some_and(|now| now.body.employment == whose.id) {
                threads.push(thread);
            }
        })?;
        Ok(threads)
    }

    /// What somebody of the own unit coordinates, and who could take it over: for its leader.
    pub fn handover(&self, ctx: &Ctx, whose: &EmploymentId) -> Result<Handover, AppError> {
        let whose = self.leads_whom(ctx, whose)?;
        let coming = whose.coming_leave(ctx.now).cloned();
        let mut worked: BTreeMap<EmploymentId, usize> = BTreeMap::new();
        let mut cases = Vec::new();
        self.going_on(&whose.unit, |thread| {
            for one in workers(&thread) {
                *worked.entry(one).or_default() += 1;
            }
            cases.extend(case_of(&thread, &whose, ctx));
        })?;
        cases.sort_by(|a, b| a.case_number.cmp(&b.case_number));
        let shown: Vec<PathwayId> = cases.iter().map(|case| case.pathway.clone()).collect();
        self.log(&managing(ctx), "oversight", &shown, Ok("own-unit"))?;
        let begins = coming
            .as_ref()
            .map_or(ctx.now, |leave| leave.from.max(ctx.now));
        let there = |one: &Employment| {
            one.id != whose.id
                && one.function.works_on_cases()
                && one.present_at(ctx.now)
                && one.present_at(begins)
        };
        let colleagues = self.employed_in(&whose.unit, ctx.now)?.into_iter();
        let mut colleagues: Vec<Colleague> = colleagues
            .filter(there)
            .map(|employment| Colleague {
                cases: worked.get(&employment.id).copied().unwrap_or(0),
                employment,
            })
            .collect();
        colleagues.sort_by_key(|one| std::cmp::Reverse(one.cases));
        Ok(Handover {
            whose,
            coming,
            cases,
            colleagues,
        })
    }

    /// In how many pathways each colleague of the reader's own unit has something to do: whoever has most knows the target
    /// group best (row S2-060).
    pub fn cases_by_colleague(&self, ctx: &Ctx) -> Result<BTreeMap<EmploymentId, u64>, AppError> {
        let unit = ctx.actor.unit.id.as_str();
        let found = self.store.count_pathways_by_person(unit);
        let found = found.map_err(AppError::Unavailable)?.into_iter();
        Ok(found
            .map(|(id, count)| (EmploymentId::new(id), count))
            .collect())
    }

    /// Gives one pathway of somebody to a colleague, from now on.
    pub fn hand_over(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (whose, to): (&EmploymentId, &EmploymentId),
    ) -> Result<(), AppError> {
        let whose = self.leads_whom(ctx, whose)?;
        let actor = self.actor(to, ctx.now)?;
        let actor = actor.filter(|actor| actor.employment.function.works_on_cases());
        let actor = actor.ok_or(AppError::NotFound)?;
        for _ in 0..ATTEMPTS {
            let Some(thread) = self.managed(ctx, id, &whose)? else {
                return self.not_theirs(ctx);
            };
            let before = thread.whole.coordinator.as_ref().map(|now| &now.body);
            let deviation = before.and_then(|before| before.deviation.clone());
            let command = coordinator::Appoint {
                employment: &actor.employment,
                unit: &actor.unit,
                // What was said about coming from another actor than agreed still holds.
                agreed: None,
                deviation,
                leaving: Some(if whose.coming_leave(ctx.now).is_some() {
                    LeavingReason::Leave
                } else {
                    LeavingReason::Moved
                }),
            };
            let hand = ctx.hand(thread.subject());
            let entries = coordinator::appoint(&thread.whole, &command, &hand)?;
            match self.write(&managing(ctx), thread, entries, Vec::new()) {
                Ok(_) | Err(WriteError::Done(_)) => return Ok(()),
                Err(WriteError::Moved) => {}
                Err(WriteError::App(error)) => return Err(error),
            }
        }
        Err(AppError::Busy)
    }

    /// The second click on a button finds the pathway handed over: then the first one counts.
    fn not_theirs(&self, ctx: &Ctx) -> Result<(), AppError> {
        if self.sent_before(ctx)? {
            Ok(())
        } else {
            Err(Refusal::NotNow(NotNow::NoCoordinator).into())
        }
    }

    /// The thread of a pathway that somebody of the reader's unit coordinates, when the reader may decide about it.
    fn managed(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        whose: &Employment,
    ) -> Result<Option<Thread>, AppError> {
        let Some(thread) = self.load_thread(id)? else {
            return Ok(None);
        };
        let now = thread.whole.coordinator.as_ref();
        let now = now.filter(|now| now.body.employment == whose.id);
        let entry = now.and_then(|now| thread.entries.iter().find(|e| e.id == now.entry));
        let manages = |entry| thread.grounds(ctx.now).manages(ctx.reader(), entry);
        let may = entry.is_some_and(|entry| manages(entry).is_ok());
        Ok(may.then_some(thread))
    }

    /// Somebody of the unit the reader leads; for others nobody.
    fn leads_whom(&self, ctx: &Ctx, whose: &EmploymentId) -> Result<Employment, AppError> {
        let found = self.staff()?.one(whose).cloned();
        let own = found.filter(|one| one.unit == ctx.actor.unit.id);
        match (own, may_oversee(ctx.reader(), ctx.now)) {
            (Some(own), Ok(_)) => Ok(own),
            (None, Ok(_)) => Err(AppError::NotFound),
            (_, Err(denial)) => {
                self.log(ctx, "oversight", &[], Err(denial))?;
                Err(AppError::NotFound)
            }
        }
    }
}

/// The same, for leading the unit: that is what the log says.
fn managing(ctx: &Ctx) -> Ctx {
    Ctx {
        purpose: Purpose::Management,
        ..ctx.clone()
    }
}

/// Those who have worked on a pathway: who has written in it, and who coordinates it.
fn workers(thread: &Thread) -> BTreeSet<EmploymentId> {
    let written = thread.entries.iter().filter_map(|entry| entry.written());
    let authors = written.map(|written| written.envelope.author.employment.clone());
    let now = thread.whole.coordinator.iter();
    authors
        .chain(now.map(|now| now.body.employment.clone()))
        .collect()
}

fn case_of(thread: &Thread, whose: &Employment, ctx: &Ctx) -> Option<HandoverCase> {
    let now = thread.whole.coordinator.as_ref()?;
    let pathway = &thread.whole;
    let theirs = now.body.employment == whose.id;
    theirs.then(|| HandoverCase {
        pathway: thread
            .primary()
            .cloned()
            .unwrap_or_else(|| PathwayId::new("")),
        case_number: pathway.case_number.clone(),
        lmp: pathway.gestation(ctx.now).and(pathway.lmp()),
    })
}
