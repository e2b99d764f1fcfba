// SPDX-License-Identifier: EUPL-1.2
//! A life told in memory: the use cases run as always, but load from and write to here, and what they wrote comes out as
//! one append with the projection of its end. Only for simulating countries, where a commit a step would take days.

use crate::App;
use crate::error::AppError;
use crate::thread::Thread;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use traad_domain::body::PathwayKind;
use traad_domain::entry::Entry;
use traad_domain::id::PathwayId;
use traad_store::{
    Append, Duty, LogRow, PathwayAppend, PreparedEntry, Projection, PutRecord, Record, SearchBy,
};

/// What has been told and not yet written.
#[derive(Debug, Default)]
pub(crate) struct Stage(Mutex<Held>);

#[derive(Debug, Default)]
struct Held {
    threads: Vec<Thread>,
    rows: BTreeMap<String, Vec<PreparedEntry>>,
    records: Vec<PutRecord>,
    log: Vec<LogRow>,
}

impl Stage {
    fn lock(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn thread(&self, id: &PathwayId) -> Option<Thread> {
        let held = self.lock();
        let has = |thread: &&Thread| thread.strands.iter().any(|s| &s.id == id);
        held.threads.iter().find(has).cloned()
    }

    /// Lets go of a thread that is about to grow, so that growing copies nothing.
    pub(crate) fn release(&self, thread: &Thread) {
        let known = |id: &PathwayId| thread.strands.iter().any(|s| &s.id == id);
        let has = |kept: &Thread| kept.strands.iter().any(|s| known(&s.id));
        self.lock().threads.retain(|kept| !has(kept));
    }

    /// Takes the grown thread and what was written.
    pub(crate) fn keep(
        &self,
        thread: Thread,
        rows: BTreeMap<String, Vec<PreparedEntry>>,
        records: Vec<PutRecord>,
        log: Option<LogRow>,
    ) {
        let mut held = self.lock();
        held.threads.push(thread);
        for (pathway, rows) in rows {
            held.rows.entry(pathway).or_default().extend(rows);
        }
        held.records.extend(records);
        held.log.extend(log);
    }

    pub(crate) fn log(&self, row: LogRow) {
        self.lock().log.push(row);
    }

    /// The newest version of a record that was told.
    pub(crate) fn record(&self, kind: &str, id: &str) -> Option<Record> {
        let held = self.lock();
        let newest = held.records.iter().rev();
        let put = newest.into_iter().find(|r| r.kind == kind && r.id == id)?;
        Some(Record {
            kind: put.kind.clone(),
            id: put.id.clone(),
            version: put.expected_version + 1,
            recorded_ms: put.recorded_ms,
            recorded_by: put.recorded_by.clone(),
            document: put.document.clone(),
        })
    }

    /// Pathways found by a number; the search of the store as far as a concern needs it.
    pub(crate) fn found_by(&self, by: &SearchBy) -> Vec<String> {
        let SearchBy::Identifier(number) = by else {
            return Vec::new();
        };
        let held = self.lock();
        let has = |record: &&PutRecord| {
            let index = record.index.as_ref();
            index.is_some_and(|index| index.identifiers.contains(number))
        };
        let people: Vec<&str> = held
            .records
            .iter()
            .filter(has)
            .map(|r| r.id.as_str())
            .collect();
        let about = |thread: &&Thread| {
            let subject = thread.whole.subject.as_ref();
            subject.is_some_and(|subject| people.contains(&subject.as_str()))
        };
        let found = held.threads.iter().filter(about);
        found
            .flat_map(|thread| thread.strands.iter().map(|s| s.id.as_str().to_owned()))
            .collect()
    }

    fn take(&self) -> Held {
        std::mem::take(&mut self.lock())
    }
}

impl App {
    /// Loads a pathway with what it is joined with: from the stage while a life is told, otherwise from the store.
    pub(crate) fn load_thread(&self, id: &PathwayId) -> Result<Option<Thread>, AppError> {
        if let Some(stage) = &self.stage {
            let thread = stage.thread(id);
            // Once it is known, the thread keeps the birthday while it grows.
            return thread
                .map(|thread| match thread.whole.child.birthday {
                    Some(_) => Ok(thread),
                    None => self.with_birthday(thread),
                })
                .transpose();
        }
        let thread = Thread::load(&self.store, id)?;
        thread.map(|thread| self.with_birthday(thread)).transpose()
    }

    /// Who may read of a child follows from its birthday. Where its journal does not begin with the birth, its own record has
    /// the day.
    pub(crate) fn with_birthday(&self, thread: Thread) -> Result<Thread, AppError> {
        let lacks =
            thread.whole.kind == Some(PathwayKind::Child) && thread.whole.child.born.is_none();
        let subject = thread.whole.subject.clone().filter(|_| lacks);
        let Some(subject) = subject else {
            return Ok(thread);
        };
        let record = self.person(&subject)?;
        Ok(thread.born_on(record.and_then(|found| found.value.birthday())))
    }

    /// The open duties kept with a journal of a thread.
    pub(crate) fn duties_of(&self, thread: &Thread, id: &str) -> Result<Vec<Duty>, AppError> {
        if self.stage.is_none() {
            return self.store.list_duties(id).map_err(AppError::Unavailable);
        }
        // As they were kept by the last step, like in the store.
        let last = thread.strands.iter().map(|s| s.last_recorded).max();
        let made = self.project(thread, &[], last.unwrap_or(Timestamp::MIN))?;
        let own = made.into_iter().find(|(made, _)| made.as_str() == id);
        let mut duties = own
            .map(|(_, projection)| projection.duties)
            .unwrap_or_default();
        duties.sort_by(|a, b| (&a.rule, &a.key).cmp(&(&b.rule, &b.key)));
        Ok(duties)
    }

    /// What was told since the last time, as one append with projections as of an instant.
    pub(crate) fn take_staged(&self, now: Timestamp) -> Result<Append, AppError> {
        let Some(stage) = &self.stage else {
            return Ok(Append::default());
        };
        let threads = stage.lock().threads.clone();
        let mut made: Vec<(PathwayId, Projection)> = Vec::new();
        for thread in &threads {
            let ordered = in_stored_order(thread);
            made.extend(self.project(ordered.as_ref().unwrap_or(thread), &[], now)?);
        }
        let Held {
            mut rows,
            records,
            log,
            ..
        } = stage.take();
        let pathways = made
            .into_iter()
            .map(|(id, projection)| PathwayAppend {
                entries: rows.remove(id.as_str()).unwrap_or_default(),
                pathway: id.as_str().to_owned(),
                base_seq: 0,
                projection,
            })
            .collect();
        Ok(Append {
            pathways,
            records,
            log,
            ..Append::default()
        })
    }
}

/// Joined journals as they are read from the store: there the order of what was written at once is by journal.
fn in_stored_order(thread: &Thread) -> Option<Thread> {
    if thread.strands.len() < 2 {
        return None;
    }
    let loaded = thread.strands.iter().map(|strand| {
        let own = thread.entries.iter().filter(|e| e.pathway == strand.id);
        let numbered = (1..).zip(own.cloned());
        let entries: Vec<Entry> = numbered.map(|(seq, e)| Entry { seq, ..e }).collect();
        (strand.clone(), entries)
    });
    Some(Thread::of(loaded.collect()))
}
