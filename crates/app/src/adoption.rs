// SPDX-License-Identifier: EUPL-1.2
//! A child is adopted: its journal and those of the family it was born to are sealed from each other in one transaction, and
//! the pages that parents had on the child are closed.

use crate::App;
use crate::act::WriteError;
use crate::ctx::Ctx;
use crate::error::AppError;
use traad_domain::decide::adoption::{Adoption, seal, seal_kin};
use traad_domain::id::PathwayId;
use traad_domain::party::PageOf;
use traad_domain::pathway::Pathway;

impl App {
    /// Seals an adoption. Gives the child's pathway.
    pub fn seal_adoption(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        told: &Adoption,
    ) -> Result<PathwayId, AppError> {
        let outcome = Self::again_while_moved(|| self.try_seal(ctx, id, told));
        self.unless_sent_before(ctx, outcome)
    }

    fn try_seal(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        told: &Adoption,
    ) -> Result<PathwayId, WriteError> {
        let thread = self.open_for(ctx, id, "write")?;
        let hand = ctx.hand(thread.subject());
        let known = Pathway::fold(thread.readable(ctx.reader(), ctx.now));
        let seen = (&known, thread.whole.as_ref(), thread.entries.as_slice());
        let made = seal(seen, told, (&ctx.actor.unit, &hand));
        let made = made.map_err(|refusal| WriteError::App(refusal.into()))?;
        let child = thread.primary().cloned();
        let child = child.ok_or(WriteError::App(AppError::NotFound))?;
        let kin: Vec<PathwayId> = thread
            .whole
            .links
            .iter()
            .map(|l| l.body.other.clone())
            .collect();
        let made = made.into_iter().map(|entry| (child.clone(), entry));
        let mut threads = vec![(thread, made.collect())];
        for other in kin {
            let Some(thread) = self.load_thread(&other)? else {
                continue;
            };
            let hand = ctx.hand(thread.subject());
            let sealed = seal_kin(&thread.entries, &child, told.on, &hand);
            threads.push((thread, vec![(other, sealed)]));
        }
        let done = self.write_together(ctx, threads, Vec::new())?;
        self.close_own_pages(ctx, &child, |of| matches!(of, PageOf::Holder(_)))?;
        Ok(done)
    }
}
