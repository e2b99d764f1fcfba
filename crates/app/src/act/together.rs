// SPDX-License-Identifier: EUPL-1.2
//! Writing several threads in one step: a birth writes the mother's journal and each child's, all of it or nothing.

use super::deed::Deed;
use super::{WriteError, with_introductions};
use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::thread::Thread;
use jiff::Timestamp;
use std::collections::BTreeMap;
use traad_domain::entry::NewEntry;
use traad_domain::id::PathwayId;
use traad_domain::person::Person;
use traad_store::{Append, PathwayAppend, PreparedEntry, Projection, PutRecord};

impl App {
    /// Appends decided entries to several threads: all of it or nothing. The first thread is the one that is answered with.
    pub(crate) fn write_together(
        &self,
        ctx: &Ctx,
        threads: Vec<(Thread, Vec<(PathwayId, NewEntry)>)>,
        person: Vec<(Person, PutRecord)>,
    ) -> Result<PathwayId, WriteError> {
        let firsts = threads.iter().map(|(thread, _)| thread.primary().cloned());
        let firsts: Option<Vec<PathwayId>> = firsts.collect();
        let gone = || WriteError::App(AppError::NotFound);
        let firsts = firsts.ok_or_else(gone)?;
        let primary = firsts.first().cloned().ok_or_else(gone)?;
        let deed = Deed::of(threads.first().map_or(&[], |(_, entries)| entries));
        let log = deed.row(ctx, &firsts);
        let people: Vec<Person> = person.iter().map(|(person, _)| person.clone()).collect();
        let mut records: Vec<PutRecord> = person.into_iter().map(|(_, record)| record).collect();
        let (mut pathways, mut silence, mut outbox) = (Vec::new(), Vec::new(), Vec::new());
        let mut log = Some(log);
        for (thread, entries) in threads {
            if let Some(stage) = &self.stage {
                stage.release(&thread);
                let (prepared, after) = self.prepare_placed(ctx, thread, entries);
                stage.keep(after, prepared, std::mem::take(&mut records), log.take());
                continue;
            }
            let mut grown = self.appends(ctx, thread, entries, &people)?;
            pathways.append(&mut grown.pathways);
            silence.append(&mut grown.silence);
            outbox.append(&mut grown.outbox);
        }
        if self.stage.is_some() {
            return Ok(primary);
        }
        let append = Append {
            pathways,
            silence,
            outbox,
            records,
            submission: Self::submission(ctx, primary.as_str()),
            log: log.into_iter().collect(),
            ..Append::default()
        };
        self.store
            .append(append)
            .map(|_| primary)
            .map_err(WriteError::from)
    }

    /// What appending decided entries to the thread's first journal comes to, for a change of several pathways at once.
    pub(crate) fn appended(
        &self,
        ctx: &Ctx,
        thread: Thread,
        entries: Vec<NewEntry>,
    ) -> Result<Vec<PathwayAppend>, AppError> {
        let primary = thread.primary().cloned().ok_or(AppError::NotFound)?;
        let placed = entries.into_iter().map(|entry| (primary.clone(), entry));
        Ok(self.appends(ctx, thread, placed.collect(), &[])?.pathways)
    }

    /// Each journal of a thread with its new rows and what is derived from them, and who is told of it.
    fn appends(
        &self,
        ctx: &Ctx,
        thread: Thread,
        entries: Vec<(PathwayId, NewEntry)>,
        people: &[Person],
    ) -> Result<Append, AppError> {
        let strands = thread.strands.iter();
        let heads: BTreeMap<PathwayId, u32> = strands.map(|s| (s.id.clone(), s.head)).collect();
        let (mut prepared, after) = self.prepare_placed(ctx, thread, entries);
        let projections = self.project(&after, people, ctx.now)?;
        let rows = prepared.values().flatten();
        let fresh = rows.map(|row| row.id.as_str()).collect();
        let (silence, outbox) = self.outgoing(ctx, &after, &fresh)?;
        let append = |(id, projection): (PathwayId, Projection)| PathwayAppend {
            entries: prepared.remove(id.as_str()).unwrap_or_default(),
            base_seq: heads.get(&id).copied().unwrap_or(0),
            pathway: id.as_str().to_owned(),
            projection,
        };
        Ok(Append {
            pathways: projections.into_iter().map(append).collect(),
            silence,
            outbox,
            ..Append::default()
        })
    }

    /// Rows for each journal of a thread, and the thread as it will be.
    fn prepare_placed(
        &self,
        ctx: &Ctx,
        thread: Thread,
        entries: Vec<(PathwayId, NewEntry)>,
    ) -> (BTreeMap<String, Vec<PreparedEntry>>, Thread) {
        let last = thread.strands.iter().map(|s| s.last_recorded).max();
        let recorded = ctx.now.max(last.unwrap_or(Timestamp::MIN));
        let mut prepared: BTreeMap<String, Vec<PreparedEntry>> = BTreeMap::new();
        let mut written = Vec::with_capacity(entries.len());
        for (journal, entry) in with_introductions(ctx, &thread, entries) {
            let row = self.prepare(&entry, recorded);
            written.push((journal.clone(), row.id.clone(), entry));
            prepared
                .entry(journal.as_str().to_owned())
                .or_default()
                .push(row);
        }
        (prepared, thread.grown(written, recorded))
    }
}
