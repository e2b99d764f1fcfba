// SPDX-License-Identifier: EUPL-1.2
//! Withdrawing a birth that was registered by mistake: the mother's journal and each child's in one transaction, and the
//! pages of the own that were opened for a child's family are closed.

use super::Known;
use crate::App;
use crate::act::WriteError;
use crate::ctx::Ctx;
use crate::error::AppError;
use traad_domain::decide::birth::{began_a_child, children, is_birth, undo, undo_child};
use traad_domain::entry::NewEntry;
use traad_domain::id::{EntryId, PathwayId};
use traad_domain::refusal::{NotNow, Refusal};

type Why<'a> = (&'a str, bool);

impl App {
    /// Withdraws a birth with everything it opened, when that is what the entry is; what began a child's journal is not
    /// withdrawn alone.
    pub(crate) fn birth_undone(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (entry, why): (&EntryId, Why<'_>),
    ) -> Option<Result<PathwayId, AppError>> {
        let thread = match self.open_for(ctx, id, "write") {
            Ok(thread) => thread,
            Err(error) => return Some(Err(error)),
        };
        if began_a_child(&thread.entries, entry) {
            return Some(Err(Refusal::NotNow(NotNow::UndoAtTheMother).into()));
        }
        is_birth(&thread.entries, entry).then(|| self.undo_birth(ctx, id, (entry, why)))
    }

    fn undo_birth(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        what: (&EntryId, Why<'_>),
    ) -> Result<PathwayId, AppError> {
        let outcome = Self::again_while_moved(|| self.try_undo(ctx, id, what));
        self.unless_sent_before(ctx, outcome)
    }

    fn try_undo(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (birth, why): (&EntryId, Why<'_>),
    ) -> Result<PathwayId, WriteError> {
        let thread = self.open_for(ctx, id, "write")?;
        let hand = ctx.hand(thread.subject());
        let opened = children(&thread.entries, birth);
        let mother = undo(&thread.entries, birth, why, &hand);
        let mother = mother.map_err(|refusal| WriteError::App(refusal.into()))?;
        let placed = |id: &PathwayId, entries: Vec<NewEntry>| {
            let entries = entries.into_iter();
            entries.map(|entry| (id.clone(), entry)).collect::<Vec<_>>()
        };
        let hers = thread.entries.iter().find(|entry| &entry.id == birth);
        let journal = hers.map_or_else(|| id.clone(), |entry| entry.pathway.clone());
        let mut threads = vec![(thread, placed(&journal, mother))];
        for child in &opened {
            let loaded = self.load_thread(child)?;
            let Some(thread) = loaded else { continue };
            let hand = ctx.hand(thread.subject());
            let known = Known {
                thread: &thread,
                known: thread.whole.as_ref().clone(),
            };
            let entries = known.decide(ctx, |journal| undo_child(journal, why, &hand));
            threads.push((thread, placed(child, entries)));
        }
        let done = self.write_together(ctx, threads, Vec::new())?;
        for child in &opened {
            self.close_own_pages(ctx, child, |_| true)?;
        }
        Ok(done)
    }
}
