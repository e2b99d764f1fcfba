// SPDX-License-Identifier: EUPL-1.2
//! Nødadgang and ledelsestilsyn: access of one person for a time, opened with a reason or a purpose that everybody
//! concerned can read afterwards. What each opens is decided by the policy at every reading.

use crate::App;
use crate::act::{ATTEMPTS, WriteError};
use crate::ctx::{Ctx, RandomIds};
use crate::error::AppError;
use crate::thread::Thread;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use traad_domain::body::{EmergencyReviewed, PathwayKind, SupervisionPurpose};
use traad_domain::decide::access;
use traad_domain::entry::{Basis, NewEntry};
use traad_domain::id::{Ids, PathwayId, PersonId, RefId, UnitId};
use traad_domain::org::Function;
use traad_domain::party::units_shown;
use traad_domain::pathway::Grant;
use traad_domain::person::Cpr;
use traad_domain::policy::{Action, Denial, EMERGENCY_MINUTES, may_use_emergency};
use traad_domain::refusal::{NotNow, Problem, Refusal};
use traad_store::{Identifier, LogFilter, LogScope};

/// Most nødadgange of one person that are looked for at once.
const MOST_EMERGENCIES: u32 = 20;

/// Most lines of the log that are looked through for what one nødadgang was used for.
const MOST_READINGS: u32 = 2_000;

/// A nødadgang of the reader's own that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunningEmergency {
    /// Where.
    pub pathway: PathwayId,
    /// The case.
    pub case_number: String,
    /// When it ends by itself.
    pub until: Timestamp,
}

/// A case a leader may read by ledelsestilsyn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupervisedCase {
    /// Its number.
    pub case_number: String,
    /// Whether ledelsestilsyn runs here already.
    pub runs: bool,
}

impl App {
    /// Opens a pathway by nødadgang: for a health person, with a whole CPR number and a reason. Whatever stands in the way,
    /// the answer is that there is nothing to open.
    pub fn open_emergency(
        &self,
        ctx: &Ctx,
        cpr: &Cpr,
        reason: &str,
    ) -> Result<PathwayId, AppError> {
        self.emergency_is_for(ctx)?;
        if reason.trim().is_empty() {
            return Err(AppError::field("reason", Problem::NeedsReason));
        }
        for _ in 0..ATTEMPTS {
            let Some(thread) = self.emergency_thread(ctx, cpr)? else {
                self.log(ctx, "break-glass", &[], Err(Denial::Outside))?;
                return Err(AppError::NotFound);
            };
            let primary = thread.primary().cloned().ok_or(AppError::NotFound)?;
            let own = &ctx.actor.employment.id;
            let runs = |grant: &Grant| grant.is_emergency() && grant.is_for(own, ctx.now);
            if thread.whole.grants.iter().any(runs) {
                return Ok(primary);
            }
            let reference = RefId::new(RandomIds(self.random.as_ref()).random());
            let part = knowing(&thread, &primary);
            let reviewer = access::reviewer(&thread.whole, &part, &ctx.actor.unit.id);
            let hand = ctx.hand(PersonId::new(""));
            let hand = traad_domain::decide::Hand {
                about: thread.subjects(),
                ..hand
            };
            let what = (reference, reason);
            let entries = access::open_emergency(&thread.whole, what, reviewer.as_ref(), &hand)?;
            if let Some(id) = self.granted(ctx, thread, entries)? {
                return Ok(id);
            }
        }
        Err(AppError::Busy)
    }

    /// Ends a nødadgang of the reader's own. One that is over already is no error.
    pub fn end_emergency(&self, ctx: &Ctx, id: &PathwayId) -> Result<(), AppError> {
        for _ in 0..ATTEMPTS {
            let thread = self.open_for(ctx, id, "read")?;
            let own = &ctx.actor.employment.id;
            let runs = |grant: &&Grant| grant.is_emergency() && grant.is_for(own, ctx.now);
            let Some(grant) = thread.whole.grants.iter().find(runs) else {
                return Ok(());
            };
            let reference = grant.reference.clone();
            let hand = traad_domain::decide::Hand {
                about: thread.subjects(),
                ..ctx.hand(PersonId::new(""))
            };
            let entries = access::end_emergency(&thread.whole, &reference, &hand)?;
            if self.granted(ctx, thread, entries)?.is_some() {
                return Ok(());
            }
        }
        Err(AppError::Busy)
    }

    /// Another unit than the reader's looks at a nødadgang.
    pub fn review_emergency(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        review: &EmergencyReviewed,
    ) -> Result<PathwayId, AppError> {
        self.act(ctx, id, None, |on| {
            // She is told where she can already know of the unit; otherwise her log alone tells her.
            let shown = units_shown(
                on.thread.entries.iter(),
                &on.thread.whole.shown,
                on.hand.now,
            );
            let known = shown.contains(&on.hand.author.unit);
            access::review_emergency(&on.thread.whole, (review, known), on.hand)
        })
    }

    /// How often a nødadgang was used to open something, for the unit that looks at it.
    pub fn emergency_readings(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        reference: &RefId,
    ) -> Result<usize, AppError> {
        let thread = self.open_for(ctx, id, "read")?;
        let mut grants = thread.whole.grants.iter();
        let Some(grant) = grants.find(|grant| &grant.reference == reference) else {
            return Ok(0);
        };
        let filter = LogFilter {
            from_ms: grant.from.as_millisecond(),
            outcome: "permitted".to_owned(),
            ..LogFilter::of(
                LogScope::Employment(grant.author.employment.as_str().to_owned()),
                MOST_READINGS,
            )
        };
        let lines = self
            .store
            .log_lines(&filter)
            .map_err(AppError::Unavailable)?;
        let used = format!("break-glass:{reference}");
        let read = lines.iter().filter(|line| {
            let opened = ["read", "print"].contains(&line.row.action.as_str());
            opened && line.row.reason.split(' ').any(|part| part == used)
        });
        Ok(read.count())
    }

    /// The reader's own nødadgange that run.
    pub fn running_emergencies(&self, ctx: &Ctx) -> Result<Vec<RunningEmergency>, AppError> {
        self.emergency_is_for(ctx)?;
        let window = SignedDuration::from_mins(EMERGENCY_MINUTES);
        let filter = LogFilter {
            from_ms: ctx
                .now
                .saturating_sub(window)
                .map_or(0, Timestamp::as_millisecond),
            action: "break-glass".to_owned(),
            outcome: "permitted".to_owned(),
            ..LogFilter::of(
                LogScope::Employment(ctx.actor.employment.id.as_str().to_owned()),
                MOST_EMERGENCIES,
            )
        };
        let page = self
            .store
            .log_lines(&filter)
            .map_err(AppError::Unavailable)?;
        let mut found = Vec::new();
        for pathway in page.iter().flat_map(|line| &line.row.pathways) {
            let id = PathwayId::new(pathway.clone());
            let Some(thread) = self.load_thread(&id)? else {
                continue;
            };
            let own = &ctx.actor.employment.id;
            let runs = |grant: &&Grant| grant.is_emergency() && grant.is_for(own, ctx.now);
            found.extend(
                thread
                    .whole
                    .grants
                    .iter()
                    .find(runs)
                    .map(|grant| RunningEmergency {
                        pathway: id,
                        case_number: thread.whole.case_number.clone(),
                        until: grant.until,
                    }),
            );
        }
        Ok(found)
    }

    /// The case a leader is about to read, when it is on the list of the own unit.
    pub fn supervised_case(&self, ctx: &Ctx, id: &PathwayId) -> Result<SupervisedCase, AppError> {
        let (thread, answer) = self.led(ctx, id)?;
        Ok(SupervisedCase {
            case_number: thread.whole.case_number.clone(),
            runs: answer.is_ok(),
        })
    }

    /// Opens ledelsestilsyn: the leader reads what the own unit wrote, for a purpose that is chosen. Where the unit wrote
    /// nothing there is nothing to supervise.
    pub fn open_supervision(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        purpose: SupervisionPurpose,
    ) -> Result<(), AppError> {
        for _ in 0..ATTEMPTS {
            let (thread, answer) = self.led(ctx, id)?;
            if answer.is_ok() {
                return Ok(());
            }
            let unit = &ctx.actor.unit.id;
            let grounds = thread.grounds(ctx.now);
            let wrote = |e: &traad_domain::entry::Entry| {
                let own = e.written().is_some_and(|w| &w.envelope.author.unit == unit);
                own && grounds.is_part(e)
            };
            if !thread.entries.iter().any(wrote) {
                self.log(
                    ctx,
                    "supervision",
                    std::slice::from_ref(id),
                    Err(Denial::Outside),
                )?;
                return Err(Refusal::NotNow(NotNow::NothingOwn).into());
            }
            let reference = RefId::new(RandomIds(self.random.as_ref()).random());
            let hand = traad_domain::decide::Hand {
                about: thread.subjects(),
                ..ctx.hand(PersonId::new(""))
            };
            let entries = access::open_supervision(&reference, purpose, &hand);
            if self.granted(ctx, thread, entries)?.is_some() {
                return Ok(());
            }
        }
        Err(AppError::Busy)
    }

    /// A thread of the list of the unit the reader leads, and whether the reader may open it now.
    fn led(&self, ctx: &Ctx, id: &PathwayId) -> Result<(Thread, Result<(), Denial>), AppError> {
        let thread = self.load_thread(id)?;
        let found = thread.map(|thread| {
            let answer = thread.opens(ctx.reader(), Action::Read, (id, ctx.now));
            (thread, answer)
        });
        let leads = ctx.actor.employment.function == Function::Leader;
        let on_list =
            |answer: &Result<(), Denial>| matches!(answer, Ok(()) | Err(Denial::TeamOnly)) && leads;
        let found = found.filter(|(_, answer)| on_list(answer));
        if found.is_none() {
            let denial = if leads {
                Denial::Outside
            } else {
                Denial::Function
            };
            self.log(ctx, "supervision", std::slice::from_ref(id), Err(denial))?;
        }
        found.ok_or(AppError::NotFound)
    }

    fn emergency_is_for(&self, ctx: &Ctx) -> Result<(), AppError> {
        let denial = if !ctx.actor.employment.runs_at(ctx.now) {
            Denial::NotEmployed
        } else if may_use_emergency(ctx.actor.employment.function) {
            return Ok(());
        } else {
            Denial::Function
        };
        self.log(ctx, "break-glass", &[], Err(denial))?;
        Err(AppError::Forbidden)
    }

    /// The newest pathway of whom a number belongs to, that is under way and of which nødadgang would open something. An
    /// adult's own pathway is never opened; nor is one in which a pregnancy was lost (practice A13, A16).
    fn emergency_thread(&self, ctx: &Ctx, cpr: &Cpr) -> Result<Option<Thread>, AppError> {
        let number = Identifier {
            system: "cpr".to_owned(),
            value: cpr.digits().to_owned(),
        };
        let found = self.store.list_pathways_by_number(&number);
        let mut newest: Option<Thread> = None;
        for pathway in found.map_err(AppError::Unavailable)? {
            let Some(thread) = self.load_thread(&PathwayId::new(pathway))? else {
                continue;
            };
            let later = newest
                .as_ref()
                .is_none_or(|known| thread.whole.opened > known.whole.opened);
            if later && emergency_opens_some(ctx, &thread) {
                newest = Some(thread);
            }
        }
        Ok(newest)
    }

    /// Writes what a grant says; `None` when somebody else wrote in between.
    fn granted(
        &self,
        ctx: &Ctx,
        thread: Thread,
        entries: Vec<NewEntry>,
    ) -> Result<Option<PathwayId>, AppError> {
        match self.write(ctx, thread, entries, Vec::new()) {
            Err(WriteError::Moved) => Ok(None),
            Err(WriteError::Done(result)) => Ok(Some(PathwayId::new(result))),
            Err(WriteError::App(error)) => Err(error),
            Ok(id) => Ok(Some(id)),
        }
    }
}

/// The units that know whose pathway it is, in their own right: what rests on a consent ends with it.
fn knowing(thread: &Thread, journal: &PathwayId) -> BTreeSet<UnitId> {
    let openings = thread.entries.iter().filter(|entry| {
        let opening = thread.whole.openings.contains(&entry.id);
        opening && &entry.pathway == journal
    });
    let units = openings.flat_map(|entry| {
        let author = entry.written().map(|w| &w.envelope.author.unit);
        let shares = thread.shares.to(&entry.id).iter();
        let own = shares.filter(|share| !ends_with_a_consent(&share.basis));
        let sent = own.map(|share| &share.unit);
        author.into_iter().chain(sent).cloned()
    });
    units.collect()
}

fn ends_with_a_consent(basis: &Basis) -> bool {
    matches!(
        basis,
        Basis::Consent {
            consent: Some(_),
            ..
        }
    )
}

fn emergency_opens_some(ctx: &Ctx, thread: &Thread) -> bool {
    let whole = &thread.whole;
    let kind = match whole.kind {
        Some(PathwayKind::Pregnancy | PathwayKind::Child) => true,
        Some(PathwayKind::Adult) | None => false,
    };
    let subjects = thread.subjects();
    let grounds = thread.grounds(ctx.now);
    let function = ctx.actor.employment.function;
    let opens = |entry| grounds.emergency_would_open(function, &subjects, entry);
    kind && !whole.lost && !whole.is_closed() && thread.entries.iter().any(opens)
}
