// SPDX-License-Identifier: EUPL-1.2
//! What was written about the wrong person, for the leader of the unit that wrote it: taken away, or moved to the pathway it
//! belongs to. Nobody reads it meanwhile, the leader neither; its kind, its day and its author are enough to decide.

use crate::App;
use crate::act::{ATTEMPTS, WriteError};
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::thread::Thread;
use jiff::Timestamp;
use std::collections::BTreeSet;
use traad_domain::body::Body;
use traad_domain::decide::course;
use traad_domain::directory::Directory;
use traad_domain::entry::{Entry, NewEntry, Written};
use traad_domain::id::{EntryId, PathwayId};
use traad_domain::refusal::{NotNow, Problem, Refusal};
use traad_domain::time::local_date;
use traad_store::{Paging, PathwayAppend, SearchBy, SearchQuery};

/// One entry about the wrong person, without what it says.
#[derive(Debug, Clone)]
pub struct Misfiled {
    /// The pathway it stands in.
    pub pathway: PathwayId,
    /// The entry as it was first written.
    pub entry: EntryId,
    /// The case.
    pub case_number: String,
    /// Its kind.
    pub kind: &'static str,
    /// When it was written.
    pub recorded: Timestamp,
    /// Who wrote it.
    pub author: String,
    /// Why it was withdrawn.
    pub reason: String,
    /// The units that could read it before: those have to be told.
    pub known_to: Vec<String>,
    /// Whether it can be moved as it is.
    pub movable: bool,
}

/// What the leader decides.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// It is taken away.
    Erase,
    /// It is moved to a case of the unit, by its number, and taken away here.
    Move(String),
}

impl App {
    /// One entry that waits for a decision of the reader as the leader of the unit that wrote it.
    pub fn misfiled(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        entry: &EntryId,
    ) -> Result<Misfiled, AppError> {
        let thread = match self.decides(ctx, id, std::slice::from_ref(entry)) {
            Ok(thread) => thread,
            Err(AppError::Refused(_)) => return Err(AppError::NotFound),
            Err(error) => return Err(error),
        };
        let directory = self.directory(local_date(ctx.now))?;
        let all = misfiled_in(ctx, &thread, &directory);
        let found = all.into_iter().find(|one| &one.entry == entry);
        found.ok_or(AppError::NotFound)
    }

    /// Takes an entry about the wrong person away in all its versions, or moves it as it stands today.
    pub fn decide_misfiled(
        &self,
        ctx: &Ctx,
        (id, entry): (&PathwayId, &EntryId),
        verdict: &Verdict,
        (ground, reason): (&str, &str),
    ) -> Result<(), AppError> {
        if reason.trim().is_empty() {
            return Err(AppError::field("reason", Problem::NeedsReason));
        }
        let decided_by = &ctx.actor.employment.name;
        let said = format!("{ground} {}", reason.trim());
        for _ in 0..ATTEMPTS {
            self.misfiled(ctx, id, entry)?;
            let thread = self.decides(ctx, id, std::slice::from_ref(entry))?;
            let versions = versions(&thread, entry);
            let target = match verdict {
                Verdict::Erase => None,
                Verdict::Move(case) => Some(self.own_case(ctx, &thread, case)?),
            };
            let beside = |thread: &Thread| match target {
                None => Ok(Vec::new()),
                Some(target) => {
                    self.moved_to(ctx, target, (thread, &versions), (reason, decided_by))
                }
            };
            match self.try_erase(ctx, (id, &versions), (&said, decided_by), beside) {
                Err(WriteError::Moved) => {}
                Err(WriteError::Done(_)) | Ok(()) => return Ok(()),
                Err(WriteError::App(error)) => return Err(error),
            }
        }
        Err(AppError::Busy)
    }

    /// A case of the unit by its number, other than the one the entry stands in.
    fn own_case(&self, ctx: &Ctx, from: &Thread, case: &str) -> Result<Thread, AppError> {
        let query = SearchQuery {
            unit: ctx.actor.unit.id.as_str().to_owned(),
            by: SearchBy::CaseNumber(case.trim().to_uppercase()),
            paging: Paging {
                offset: 0,
                limit: 1,
            },
        };
        let found = self.store.search(&query).map_err(AppError::Unavailable)?;
        let id = found.rows.into_iter().next();
        let thread = match id {
            Some(row) => self.load_thread(&PathwayId::new(row.pathway))?,
            None => None,
        };
        let thread = thread.ok_or_else(|| AppError::field("case", Problem::NoSuchCase))?;
        if thread.primary() == from.primary() {
            return Err(AppError::field("case", Problem::SameCase));
        }
        Ok(thread)
    }

    fn moved_to(
        &self,
        ctx: &Ctx,
        target: Thread,
        (from, versions): (&Thread, &[EntryId]),
        reasons: (&str, &str),
    ) -> Result<Vec<PathwayAppend>, AppError> {
        let newest = versions.last().and_then(|id| written(from, id));
        let original = newest.ok_or(Refusal::NotNow(NotNow::NotMisfiled))?;
        let hand = ctx.hand(target.subject());
        let entries: Vec<NewEntry> = course::moved(&target.whole, original, reasons, &hand)?;
        self.appended(ctx, target, entries)
    }
}

fn written<'a>(thread: &'a Thread, id: &EntryId) -> Option<&'a Written> {
    thread.entries.iter().find(|e| &e.id == id)?.written()
}

/// An entry and the corrections of it that were withdrawn with it, the first one first.
fn versions(thread: &Thread, first: &EntryId) -> Vec<EntryId> {
    let mut all = vec![first.clone()];
    // A correction is written after what it corrects.
    for entry in thread.entries.iter() {
        let corrects = entry.written().and_then(|w| w.envelope.corrects.as_ref());
        if corrects.is_some_and(|before| all.contains(before)) {
            all.push(entry.id.clone());
        }
    }
    all
}

/// What was written about the wrong person by the unit of the reader, and waits for a decision.
pub(crate) fn misfiled_in(ctx: &Ctx, thread: &Thread, directory: &Directory) -> Vec<Misfiled> {
    let unit = &ctx.actor.unit.id;
    let waits = |entry: &&Entry| {
        thread.whole.misfiled.contains(&entry.id)
            && entry.written().is_some_and(|written| {
                &written.envelope.author.unit == unit && written.envelope.corrects.is_none()
            })
    };
    let found = thread.entries.iter().filter(waits);
    found
        .filter_map(|entry| misfiled(thread, entry, directory))
        .collect()
}

fn misfiled(thread: &Thread, entry: &Entry, directory: &Directory) -> Option<Misfiled> {
    let written = entry.written()?;
    let withdrawn = thread.entries.iter().filter_map(Entry::written);
    let mut withdrawn = withdrawn.filter_map(|other| {
        let Body::Annulled(annulled) = &other.body else {
            return None;
        };
        (annulled.entry == entry.id).then(|| annulled.reason.clone())
    });
    let sent = thread.shares.to(&entry.id).iter().map(|share| &share.unit);
    let sent: BTreeSet<String> = sent.map(|unit| directory.name(unit).to_owned()).collect();
    Some(Misfiled {
        pathway: entry.pathway.clone(),
        entry: entry.id.clone(),
        case_number: thread.whole.case_number.clone(),
        kind: written.body.kind(),
        recorded: entry.recorded,
        author: written.envelope.author.name.clone(),
        reason: withdrawn.next().unwrap_or_default(),
        known_to: sent.into_iter().collect(),
        movable: course::can_be_moved(&written.body),
    })
}
