// SPDX-License-Identifier: EUPL-1.2
//! Taking bodies away by a decision (rectification, retention, written on the wrong person): the entry that says so, the
//! erasure and the projections without the text, in one transaction. `verify` stays green.

use crate::App;
use crate::act::{WriteError, log_row};
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::thread::Thread;
use traad_domain::decide::course;
use traad_domain::entry::Content;
use traad_domain::id::{EntryId, PathwayId, PersonId};
use traad_domain::org::Function;
use traad_domain::policy::Denial;
use traad_domain::refusal::{NotNow, Refusal};
use traad_store::{Append, Erasure, PathwayAppend};

impl App {
    /// Erases entries that the reader's own unit wrote. Only a leader of the unit decides it; who decided and on what ground
    /// stays in the journal.
    pub fn erase_entries(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        entries: &[EntryId],
        (ground, decided_by): (&str, &str),
    ) -> Result<(), AppError> {
        if ctx.actor.employment.function != Function::Leader {
            self.log(
                ctx,
                "erase",
                std::slice::from_ref(id),
                Err(Denial::Function),
            )?;
            return Err(AppError::Forbidden);
        }
        for _ in 0..8 {
            match self.try_erase(ctx, id, entries, (ground, decided_by)) {
                Err(WriteError::Moved) => {}
                Err(WriteError::Done(_)) | Ok(()) => return Ok(()),
                Err(WriteError::App(error)) => return Err(error),
            }
        }
        Err(AppError::internal(
            "the pathway changed faster than it could be written to",
        ))
    }

    fn try_erase(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        entries: &[EntryId],
        reasons: (&str, &str),
    ) -> Result<(), WriteError> {
        let thread = self.open_for(ctx, id, "erase").map_err(WriteError::App)?;
        let unit = &ctx.actor.unit.id;
        let own = |id: &EntryId| {
            let wrote = |e: &traad_domain::entry::Entry| {
                e.written().is_some_and(|w| &w.envelope.author.unit == unit)
            };
            thread.entries.iter().any(|e| &e.id == id && wrote(e))
        };
        if !entries.iter().all(own) {
            return Err(WriteError::App(
                Refusal::NotNow(NotNow::NotYourEntry).into(),
            ));
        }
        let subject = thread
            .whole
            .subject
            .clone()
            .unwrap_or_else(|| PersonId::new(""));
        let decided = course::erase(&thread.entries, entries, reasons, &ctx.hand(subject))
            .map_err(|refusal| WriteError::App(refusal.into()))?;
        let (append, erasures) = self.prepare_erasure(ctx, thread, decided, entries)?;
        self.store
            .erase(erasures, append)
            .map(drop)
            .map_err(WriteError::from)
    }

    fn prepare_erasure(
        &self,
        ctx: &Ctx,
        thread: Thread,
        decided: Vec<traad_domain::entry::NewEntry>,
        erased: &[EntryId],
    ) -> Result<(Append, Vec<Erasure>), WriteError> {
        let primary = thread
            .primary()
            .cloned()
            .ok_or(WriteError::App(AppError::NotFound))?;
        let heads: Vec<u32> = thread.strands.iter().map(|s| s.head).collect();
        let (mut rows, mut after) = self.grow(ctx, thread, decided);
        let said_by = rows.first().map(|row| row.id.clone()).unwrap_or_default();
        let mut erasures = Vec::new();
        for entry in after.entries.iter_mut().filter(|e| erased.contains(&e.id)) {
            entry.content = Content::Erased;
            erasures.push(Erasure {
                pathway: entry.pathway.as_str().to_owned(),
                entry: entry.id.as_str().to_owned(),
                erased_by: said_by.clone(),
                recorded_ms: ctx.now.as_millisecond(),
            });
        }
        if erasures
            .iter()
            .any(|erasure| erasure.pathway != primary.as_str())
        {
            // The entry that says so must stand in the same journal.
            return Err(WriteError::App(
                Refusal::NotNow(NotNow::NotYourEntry).into(),
            ));
        }
        let after = after.refolded();
        let projections = self
            .project(&after, &[], ctx.now)
            .map_err(WriteError::App)?;
        let pathways = projections
            .into_iter()
            .zip(heads)
            .map(|((id, projection), base_seq)| PathwayAppend {
                entries: if id == primary {
                    std::mem::take(&mut rows)
                } else {
                    Vec::new()
                },
                pathway: id.as_str().to_owned(),
                base_seq,
                projection,
            })
            .collect();
        let log = vec![log_row(
            ctx,
            "erase",
            std::slice::from_ref(&primary),
            Ok("own-unit"),
        )];
        Ok((
            Append {
                pathways,
                log,
                ..Append::default()
            },
            erasures,
        ))
    }
}
