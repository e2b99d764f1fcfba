// SPDX-License-Identifier: EUPL-1.2
//! Taking bodies away by a decision (rectification, retention, written on the wrong person): the entry that says so, the
//! erasure and the projections without the text, in one transaction. `verify` stays green. A restored copy is older than
//! some decisions; they are carried out again on it, in the words in which they were made.

use crate::App;
use crate::act::{ATTEMPTS, WriteError, log_row};
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::thread::Thread;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use traad_domain::decide::course;
use traad_domain::entry::{Content, Entry, NewEntry};
use traad_domain::id::{EmploymentId, EntryId, PathwayId};
use traad_domain::policy::Denial;
use traad_domain::refusal::{NotNow, Refusal};
use traad_domain::stored::{self, Place};
use traad_store::{Append, DraftKey, Erased, Erasure, LogRow, PathwayAppend, PreparedEntry};

/// What came of carrying decisions out again on a restored copy, in bodies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ErasedAgain {
    /// They were in the copy and are gone now.
    pub gone: u64,
    /// The copy was taken after the decision.
    pub gone_before: u64,
    /// The copy was taken before they were written.
    pub absent: u64,
}

impl App {
    /// Every erasure there has been, with the words in which it was decided.
    pub fn erasures(&self) -> Result<Vec<Erased>, AppError> {
        self.store.list_erased().map_err(AppError::Unavailable)
    }

    /// Carries out on a restored copy what was decided after it was taken. Done twice it changes nothing more.
    pub fn erase_again(&self, ledger: &[Erased]) -> Result<ErasedAgain, AppError> {
        let mut again = ErasedAgain::default();
        // One decision takes away several bodies; they follow each other in the ledger.
        for decision in ledger.chunk_by(|a, b| a.erasure.erased_by == b.erasure.erased_by) {
            self.decide_again(decision, &mut again)?;
        }
        Ok(again)
    }

    fn decide_again(&self, decision: &[Erased], again: &mut ErasedAgain) -> Result<(), AppError> {
        let Some(first) = decision.first() else {
            return Ok(());
        };
        let journal = PathwayId::new(first.erasure.pathway.clone());
        let thread = Thread::load(&self.store, &journal)?.unwrap_or_else(|| Thread::new(journal));
        let mut erasures = Vec::new();
        for Erased { erasure, .. } in decision {
            let here = |e: &&Entry| e.id.as_str() == erasure.entry;
            match thread.entries.iter().find(here).map(Entry::written) {
                Some(Some(_)) => erasures.push(erasure.clone()),
                Some(None) => again.gone_before += 1,
                None => again.absent += 1,
            }
        }
        if erasures.is_empty() {
            return Ok(());
        }
        again.gone += erasures.len() as u64;
        let append = self.prepare_again(first, &erasures, thread)?;
        self.store
            .erase(erasures, append)
            .map(drop)
            .map_err(AppError::Unavailable)
    }

    /// The entry that says so, word for word and with its own id, at the end of a journal that is shorter than it was.
    fn prepare_again(
        &self,
        first: &Erased,
        erasures: &[Erasure],
        thread: Thread,
    ) -> Result<Append, AppError> {
        let Erased { erasure, said } = first;
        let journal = PathwayId::new(erasure.pathway.clone());
        let last = thread.strands.iter().map(|s| s.last_recorded).max();
        let decided =
            Timestamp::from_millisecond(erasure.recorded_ms).map_err(AppError::internal)?;
        let place = Place {
            pathway: journal.clone(),
            seq: 0,
            id: EntryId::new(erasure.erased_by.clone()),
            recorded: decided.max(last.unwrap_or(Timestamp::MIN)),
        };
        let recorded = place.recorded;
        let Content::Written(written) = stored::read(place, Some(said))?.content else {
            return Err(AppError::internal(
                "the entry that says so was itself erased",
            ));
        };
        let entry = NewEntry {
            envelope: written.envelope.clone(),
            body: written.body.clone(),
        };
        let row = PreparedEntry {
            id: erasure.erased_by.clone(),
            recorded_ms: recorded.as_millisecond(),
            topic: entry.envelope.topic.as_ref().map(|t| t.0.clone()),
            document: said.clone(),
            salt: self.random.text(),
        };
        let heads: BTreeMap<PathwayId, u32> = thread
            .strands
            .iter()
            .map(|s| (s.id.clone(), s.head))
            .collect();
        let after = thread.grown(vec![(journal.clone(), row.id.clone(), entry)], recorded);
        let projections = self.project(&without(after, erasures), &[], self.now())?;
        let pathways = projections
            .into_iter()
            .map(|(id, projection)| PathwayAppend {
                entries: if id == journal {
                    vec![row.clone()]
                } else {
                    Vec::new()
                },
                base_seq: heads.get(&id).copied().unwrap_or(0),
                pathway: id.as_str().to_owned(),
                projection,
            })
            .collect();
        Ok(Append {
            pathways,
            log: vec![self.restored(&journal)],
            ..Append::default()
        })
    }

    /// Nobody of the staff does this; the log says that it was the operator, restoring.
    fn restored(&self, journal: &PathwayId) -> LogRow {
        LogRow {
            at_ms: self.now().as_millisecond(),
            employment: "system".to_owned(),
            unit: "system".to_owned(),
            function: "operator".to_owned(),
            action: "erase".to_owned(),
            pathways: vec![journal.as_str().to_owned()],
            purpose: "restore".to_owned(),
            reason: "erasure-ledger".to_owned(),
            outcome: "permitted".to_owned(),
        }
    }

    /// Erases entries of the unit the reader leads; who decided and on what ground stays in the journal.
    pub fn erase_entries(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        entries: &[EntryId],
        (ground, decided_by): (&str, &str),
    ) -> Result<(), AppError> {
        for _ in 0..ATTEMPTS {
            let nothing = |_: &Thread| Ok(Vec::new());
            match self.try_erase(ctx, (id, entries), (ground, decided_by), nothing) {
                Err(WriteError::Moved) => {}
                Err(WriteError::Done(_)) | Ok(()) => return Ok(()),
                Err(WriteError::App(error)) => return Err(error),
            }
        }
        Err(AppError::Busy)
    }

    /// The thread of a pathway some of whose entries the reader may decide about as the leader of the unit that wrote them.
    /// For whoever takes no part in it there is none; to decide opens nothing.
    pub(crate) fn decides(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        entries: &[EntryId],
    ) -> Result<Thread, AppError> {
        let unit = &ctx.actor.unit.id;
        let refused = |denial| self.log(ctx, "erase", std::slice::from_ref(id), Err(denial));
        let takes_part = |t: &Thread| t.participants_of(id, ctx.now).contains(unit);
        let Some(thread) = self.load_thread(id)?.filter(takes_part) else {
            refused(Denial::Outside)?;
            return Err(AppError::NotFound);
        };
        for id in entries {
            let found = thread.entries.iter().find(|e| &e.id == id);
            let manages = |entry| thread.grounds(ctx.now).manages(ctx.reader(), entry);
            match found.map_or(Err(Denial::Outside), manages) {
                Ok(_) => {}
                Err(Denial::Outside) => {
                    return Err(Refusal::NotNow(NotNow::NotYourEntry).into());
                }
                Err(denial) => {
                    refused(denial)?;
                    let knows = ctx.actor.employment.function.sees_pathways();
                    return Err(if knows {
                        AppError::Forbidden
                    } else {
                        AppError::NotFound
                    });
                }
            }
        }
        Ok(thread)
    }

    /// Takes bodies away. `beside` is what else is written in the same transaction.
    pub(crate) fn try_erase(
        &self,
        ctx: &Ctx,
        (id, entries): (&PathwayId, &[EntryId]),
        reasons: (&str, &str),
        beside: impl FnOnce(&Thread) -> Result<Vec<PathwayAppend>, AppError>,
    ) -> Result<(), WriteError> {
        let thread = self.decides(ctx, id, entries)?;
        let beside = beside(&thread)?;
        let drop_drafts = self.drafts_about(ctx, &thread, entries)?;
        let hand = ctx.hand(thread.subject());
        let decided = course::erase(&thread.entries, entries, reasons, &hand)
            .map_err(|refusal| WriteError::App(refusal.into()))?;
        let (mut append, erasures) = self.prepare_erasure(ctx, thread, decided, entries)?;
        let moved = beside.iter().filter(|one| !one.entries.is_empty());
        let moved: Vec<PathwayId> = moved.map(|one| PathwayId::new(&*one.pathway)).collect();
        if !moved.is_empty() {
            append
                .log
                .push(log_row(ctx, "write", &moved, Ok("own-unit")));
        }
        append.pathways.extend(beside);
        append.drop_drafts = drop_drafts;
        append.submission = Self::submission(ctx, id.as_str());
        self.store
            .erase(erasures, append)
            .map(drop)
            .map_err(WriteError::from)
    }

    /// Drafts about a pathway of those who wrote what goes: the same words may stand there unsent.
    fn drafts_about(
        &self,
        ctx: &Ctx,
        thread: &Thread,
        entries: &[EntryId],
    ) -> Result<Vec<DraftKey>, AppError> {
        let gone = thread.entries.iter().filter(|e| entries.contains(&e.id));
        let authors = gone.filter_map(|e| Some(&e.written()?.envelope.author.employment));
        let authors: BTreeSet<&EmploymentId> = authors.collect();
        let mut drafts = Vec::new();
        for author in authors {
            let kept = self
                .store
                .list_drafts(author.as_str(), ctx.now.as_millisecond())
                .map_err(AppError::Unavailable)?;
            let here = |key: &str| thread.strands.iter().any(|s| s.id.as_str() == key);
            let keys = kept.into_iter().map(|draft| draft.key);
            drafts.extend(keys.filter(|draft| here(&draft.key)));
        }
        Ok(drafts)
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
        for entry in Arc::make_mut(&mut after.entries)
            .iter_mut()
            .filter(|e| erased.contains(&e.id))
        {
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
        let projections = self.project(&after, &[], ctx.now)?;
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

/// The thread without the bodies that go.
fn without(mut thread: Thread, erasures: &[Erasure]) -> Thread {
    for entry in Arc::make_mut(&mut thread.entries) {
        if erasures.iter().any(|e| e.entry == entry.id.as_str()) {
            entry.content = Content::Erased;
        }
    }
    thread.refolded()
}
