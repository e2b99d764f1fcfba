// SPDX-License-Identifier: EUPL-1.2
//! Notices by e-mail that say nothing but that there is something to read: who has chosen them, and which new entries give
//! one. What waits to be sent is written in the transaction of what it tells of, holds ids alone, and goes away with it.
//!
//! Where the installation sends none, nothing waits either: switching it on does not tell of old things.

mod deliver;

pub use deliver::{Delivered, Letter, Undelivered};

use crate::App;
use crate::citizen::is_citizen;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::thread::Thread;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use traad_domain::body::PathwayKind;
use traad_domain::entry::{Entry, Written};
use traad_domain::id::{EmploymentId, UnitId};
use traad_domain::notice::{self, NoticeScope, Tells};
use traad_domain::org::{Employment, Function};
use traad_domain::pathway::{Pathway, same_name};
use traad_domain::policy::{Purpose, Reader};
use traad_domain::refusal::{NotNow, Refusal};
use traad_store::{NoticeChoice, Outgoing, OutgoingAbout, Silence, Waiting};

/// How long what is new is gathered, so that things written together give one notice. A proposal.
const GATHER: SignedDuration = SignedDuration::from_mins(2);

/// How long after a notice the next one waits, unless it is about a clock that runs in hours. A proposal.
const REST: SignedDuration = SignedDuration::from_hours(1);

/// Whether notices are sent from here.
#[derive(Debug, Default)]
pub(crate) struct Notices(AtomicBool);

/// What somebody has chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnNotices {
    /// Whether the installation sends any.
    pub sends: bool,
    /// Where somebody is told, and of how much.
    pub chosen: Option<(String, NoticeScope)>,
    /// Whether it could not be delivered there, and is tried no more.
    pub given_up: bool,
}

/// Notices to the staff of one authority that did not get there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoticesFailing {
    /// Whether the installation sends any.
    pub sends: bool,
    /// Those employed there whose notices fail, by name, and whether it is tried again.
    pub staff: Vec<(String, bool)>,
}

impl App {
    /// From now on notices are sent from here.
    pub fn send_notices(&self) {
        self.notices.0.store(true, Ordering::Relaxed);
    }

    /// Whether notices are sent from here.
    pub fn sends_notices(&self) -> bool {
        self.notices.0.load(Ordering::Relaxed)
    }

    /// What the reader has chosen.
    pub fn own_notices(&self, ctx: &Ctx) -> Result<OwnNotices, AppError> {
        self.can_be_told(ctx)?;
        let own = ctx.actor.employment.id.as_str();
        let found = self
            .store
            .find_notice_choice(own)
            .map_err(AppError::Unavailable)?;
        let waiting = self.waiting_for(own)?;
        Ok(OwnNotices {
            sends: self.sends_notices(),
            given_up: waiting.is_some_and(|waiting| waiting.given_up),
            chosen: found.map(|found| {
                let scope = NoticeScope::from_code(&found.scope);
                (found.address, scope.unwrap_or(NoticeScope::Own))
            }),
        })
    }

    /// The reader wants to be told.
    pub fn choose_notices(
        &self,
        ctx: &Ctx,
        (address, scope): (&str, NoticeScope),
    ) -> Result<(), AppError> {
        self.can_be_told(ctx)?;
        if !self.sends_notices() {
            return Err(Refusal::NotNow(NotNow::NoNotices).into());
        }
        let address = notice::address(address)?;
        self.log(ctx, "notice-choice", &[], Ok("chosen"))?;
        self.store
            .put_notice_choice(&NoticeChoice {
                recipient: ctx.actor.employment.id.as_str().to_owned(),
                address,
                scope: scope.code().to_owned(),
                chosen_ms: ctx.now.as_millisecond(),
                told_ms: None,
            })
            .map_err(AppError::Unavailable)
    }

    /// The reader wants to be told no more: the address is forgotten, and what waits is not sent.
    pub fn stop_notices(&self, ctx: &Ctx) -> Result<(), AppError> {
        self.can_be_told(ctx)?;
        self.log(ctx, "notice-choice", &[], Ok("stopped"))?;
        self.store
            .delete_notice_choice(ctx.actor.employment.id.as_str())
            .map_err(AppError::Unavailable)
    }

    /// Which of the staff of the reader's authority cannot be told, for its local administrator.
    pub fn notices_failing(&self, ctx: &Ctx) -> Result<NoticesFailing, AppError> {
        let own = self.organisation(ctx)?.staff;
        let waiting = self.store.list_waiting().map_err(AppError::Unavailable)?;
        let failing = waiting.into_iter().filter(|one| one.problem.is_some());
        let named = failing.filter_map(|one| {
            let found = own.iter().find(|e| e.id.as_str() == one.recipient)?;
            Some((found.name.clone(), !one.given_up))
        });
        Ok(NoticesFailing {
            sends: self.sends_notices(),
            staff: named.collect(),
        })
    }

    fn waiting_for(&self, recipient: &str) -> Result<Option<Waiting>, AppError> {
        let mut all = self.store.list_waiting().map_err(AppError::Unavailable)?;
        Ok(all
            .iter()
            .position(|one| one.recipient == recipient)
            .map(|at| all.swap_remove(at)))
    }

    /// Those who work on cases, their leaders, and whoever is on a page of the own.
    fn can_be_told(&self, ctx: &Ctx) -> Result<(), AppError> {
        let function = ctx.actor.employment.function;
        if function.is_citizen() {
            return self.is_open_to(ctx);
        }
        if function.works_on_cases() || function == Function::Leader {
            Ok(())
        } else {
            Err(AppError::NotFound)
        }
    }

    /// What the new entries of a thread take back, and whom they are told to.
    pub(crate) fn outgoing(
        &self,
        ctx: &Ctx,
        after: &Thread,
        fresh: &BTreeSet<&str>,
    ) -> Result<(Vec<Silence>, Vec<Outgoing>), AppError> {
        let new = after.entries.iter();
        let new: Vec<(&Entry, &Written)> = new
            .filter(|entry| fresh.contains(entry.id.as_str()))
            .filter_map(|entry| Some((entry, entry.written()?)))
            .collect();
        let ends = new.iter().any(|(_, w)| notice::silences(&w.body));
        let strands = after.strands.iter().filter(|_| ends);
        let silence = strands.map(|strand| Silence::Pathway(strand.id.as_str().to_owned()));
        let silence: Vec<Silence> = silence.collect();
        let mut messages = BTreeMap::new();
        if self.sends_notices() && !ends {
            for (entry, written) in new {
                let Some(tells) = notice::tells(&written.body, &after.whole) else {
                    continue;
                };
                for choice in self.choices(ctx, after, (entry, written), tells)? {
                    let recipient = choice.recipient.clone();
                    let due = due(&choice, tells, ctx.now);
                    let message = self.message((choice, entry), (due, ctx.now));
                    // One for each who is told, also of several entries at once; the first that is due.
                    messages.entry((recipient, due)).or_insert(message);
                }
            }
        }
        Ok((silence, messages.into_values().collect()))
    }

    fn message(
        &self,
        (choice, entry): (NoticeChoice, &Entry),
        (due_ms, now): (i64, Timestamp),
    ) -> Outgoing {
        Outgoing {
            id: self.fresh_id(),
            kind: "notice".to_owned(),
            document: "{}".to_owned(),
            created_ms: now.as_millisecond(),
            about: OutgoingAbout {
                recipient: choice.recipient,
                pathway: entry.pathway.as_str().to_owned(),
                entry: entry.id.as_str().to_owned(),
                due_ms,
            },
        }
    }

    /// Who has chosen to be told and is told of an entry, but for who wrote it.
    fn choices(
        &self,
        ctx: &Ctx,
        thread: &Thread,
        (entry, written): (&Entry, &Written),
        tells: Tells,
    ) -> Result<Vec<NoticeChoice>, AppError> {
        let mut candidates: Vec<String> = Vec::new();
        let units = told_units(written, tells);
        let staff = self.staff()?;
        let there = staff.all().filter(|one| units.contains(&one.unit));
        candidates.extend(there.map(|one| one.id.as_str().to_owned()));
        if tells.party
            && let Some(id) = thread.primary()
        {
            let open = self.open_accesses(id)?.into_iter();
            candidates.extend(open.map(|access| access.id));
        }
        let writer = ctx.actor.employment.id.as_str();
        let mut found = Vec::new();
        for id in candidates.iter().filter(|id| *id != writer) {
            let choice = self.store.find_notice_choice(id);
            let Some(choice) = choice.map_err(AppError::Unavailable)? else {
                continue;
            };
            if self.is_told(&choice, (thread, entry), ctx.now)? {
                found.push(choice);
            }
        }
        Ok(found)
    }

    /// Whether somebody is told of an entry: asked when it is written, and again before the notice is sent.
    fn is_told(
        &self,
        choice: &NoticeChoice,
        (thread, entry): (&Thread, &Entry),
        now: Timestamp,
    ) -> Result<bool, AppError> {
        let Some(written) = entry.written() else {
            return Ok(false);
        };
        let Some(tells) = notice::tells(&written.body, &thread.whole) else {
            return Ok(false);
        };
        let recipient = EmploymentId::new(choice.recipient.as_str());
        let Some(actor) = self.actor(&recipient, now)? else {
            return Ok(false);
        };
        let whom = &actor.employment;
        let over = thread.whole.lost || thread.whole.died.is_some();
        if is_citizen(recipient.as_str()) {
            return Ok(!over && tells.party && self.is_safe_for(whom, thread)? && {
                let reader = Reader {
                    employment: whom,
                    purpose: Purpose::Own,
                };
                thread.grounds(now).permit(reader, entry).is_some()
            });
        }
        let reader = Reader {
            employment: whom,
            purpose: Purpose::Care,
        };
        let leads = whom.function == Function::Leader;
        let reads = if leads {
            tells.access && told_units(written, tells).contains(&whom.unit)
        } else {
            thread.grounds(now).permit(reader, entry).is_some()
        };
        let wants =
            leads || choice.scope == NoticeScope::Unit.code() || coordinates(whom, &thread.whole);
        Ok((!over || tells.access) && whom.present_at(now) && reads && wants)
    }

    /// Where there is a risk of violence, nobody of the family is told when and where but the woman and the young person
    /// (practice A9, A22).
    pub(crate) fn is_safe_for(&self, whom: &Employment, thread: &Thread) -> Result<bool, AppError> {
        let own = whom.function == Function::Citizen;
        if own && thread.whole.kind != Some(PathwayKind::Adult) {
            return Ok(true);
        }
        let mut risk = thread.whole.has_violence_risk();
        for link in &thread.whole.links {
            let Some(other) = self.load_thread(&link.body.other)? else {
                continue;
            };
            if !other.whole.has_violence_risk() {
                continue;
            }
            let person = self.person(&other.subject())?;
            let is_hers = person.is_some_and(|found| same_name(&found.value.name.0, &whom.name));
            risk |= own || !is_hers;
        }
        Ok(!risk)
    }
}

/// The units an entry is told to: those it was sent to, never the writer's own; of ledelsestilsyn the own one, which nobody is
/// sent.
fn told_units(written: &Written, tells: Tells) -> BTreeSet<&UnitId> {
    let envelope = &written.envelope;
    let own = &envelope.author.unit;
    let sent = envelope.shared_with.iter().map(|share| &share.unit);
    let units: BTreeSet<&UnitId> = sent.filter(|unit| *unit != own).collect();
    if units.is_empty() && tells.access {
        return BTreeSet::from([own]);
    }
    units
}

fn coordinates(whom: &Employment, pathway: &Pathway) -> bool {
    let coordinator = pathway.coordinator.as_ref();
    coordinator.is_some_and(|now| now.body.employment == whom.id)
}

/// When a notice is sent: soon, gathered with what else is written meanwhile, and not more often than somebody wants to be
/// disturbed.
fn due(choice: &NoticeChoice, tells: Tells, now: Timestamp) -> i64 {
    if tells.at_once {
        return now.as_millisecond();
    }
    let soon = now.as_millisecond() + milliseconds(GATHER);
    let rested = choice.told_ms.map(|told| told + milliseconds(REST));
    rested.map_or(soon, |rested| rested.max(soon))
}

fn milliseconds(duration: SignedDuration) -> i64 {
    duration.as_secs() * 1000
}
