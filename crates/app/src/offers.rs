// SPDX-License-Identifier: EUPL-1.2
//! The offers of check-ups there are in the regions (rows S3-003, S3-020): kept by whoever leads the unit that has one, read by
//! all staff; they say nothing of anybody. Closing one tells the pathways of the children that were a part of it, in one step.

use crate::App;
use crate::act::{ATTEMPTS, log_row};
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::registry::{Versioned, kind};
use crate::staffing::record;
use traad_domain::decide::checkup::offer_closed;
use traad_domain::directory::offer::{Evaluation, Offer};
use traad_domain::policy::may_keep_offer;
use traad_domain::refusal::{NotNow, Refusal};
use traad_domain::time::local_date;
use traad_store::{Append, StoreError};

impl App {
    /// Every offer there is or was, by name.
    pub fn offers(&self) -> Result<Vec<Offer>, AppError> {
        let mut all: Vec<Offer> = self.list(kind::OFFER)?;
        all.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(all)
    }

    /// Whether the reader keeps the offers of the own unit.
    pub fn keeps_offers(&self, ctx: &Ctx) -> bool {
        let own = &ctx.actor.unit;
        may_keep_offer(ctx.reader(), own.kind, ctx.now).is_ok()
    }

    /// One of the own unit as it stands, for whoever may change it.
    pub fn own_offer(&self, ctx: &Ctx, id: &str) -> Result<Versioned<Offer>, AppError> {
        self.may_keep_own(ctx)?;
        let found: Option<Versioned<Offer>> = self.find(kind::OFFER, id)?;
        let own = &ctx.actor.unit.id;
        let found = found.filter(|found| &found.value.unit == own);
        found.ok_or(AppError::NotFound)
    }

    fn may_keep_own(&self, ctx: &Ctx) -> Result<(), AppError> {
        if let Err(denial) = may_keep_offer(ctx.reader(), ctx.actor.unit.kind, ctx.now) {
            self.log(ctx, "offer", &[], Err(denial))?;
            return Err(AppError::Forbidden);
        }
        Ok(())
    }

    /// Writes a new offer of the own unit, or one as it is changed.
    pub fn keep_offer(&self, ctx: &Ctx, offer: Offer, before: u32) -> Result<(), AppError> {
        self.may_keep_own(ctx)?;
        let offer = Offer {
            unit: ctx.actor.unit.id.clone(),
            ..offer
        }
        .checked()?;
        self.keep_record(ctx, (kind::OFFER, &offer.id), &offer, before)
    }

    /// Writes how an offer was judged.
    pub fn evaluate_offer(
        &self,
        ctx: &Ctx,
        (id, before): (&str, u32),
        evaluation: Evaluation,
    ) -> Result<(), AppError> {
        let found = self.own_offer(ctx, id)?;
        let evaluation = Evaluation {
            on: local_date(ctx.now),
            ..evaluation
        };
        let offer = found.value.evaluated(evaluation)?;
        self.keep_record(ctx, (kind::OFFER, id), &offer, before)
    }

    /// Closes an offer, and tells the pathways of its children. Gives how many those are.
    pub fn close_offer(
        &self,
        ctx: &Ctx,
        id: &str,
        replaced_by: Option<&str>,
    ) -> Result<usize, AppError> {
        for _ in 0..ATTEMPTS {
            let Versioned { version, value } = self.own_offer(ctx, id)?;
            let replaced = replaced_by.map(str::to_owned);
            let closed = match value.closed(local_date(ctx.now), replaced) {
                Err(_) if self.sent_before(ctx)? => return Ok(0),
                closed => closed?,
            };
            let mut append = Append {
                records: vec![record(ctx, (kind::OFFER, id), &closed, version)?],
                submission: Self::submission(ctx, id),
                log: vec![log_row(ctx, "offer", &[], Ok("own-unit"))],
                ..Append::default()
            };
            let mut threads = Vec::new();
            self.going_on(&closed.unit, |thread| threads.push(thread))?;
            let mut count = 0;
            for thread in threads {
                let told = offer_closed(&thread.whole, &closed, &ctx.hand(thread.subject()));
                let (Some(entry), Some(primary)) = (told, thread.primary().cloned()) else {
                    continue;
                };
                append
                    .pathways
                    .extend(self.appended(ctx, thread, vec![entry])?);
                append
                    .log
                    .push(log_row(ctx, "write", &[primary], Ok("own-unit")));
                count += 1;
            }
            match self.store.append(append) {
                Ok(_) | Err(StoreError::AlreadyDone { .. }) => return Ok(count),
                // Somebody wrote to one of the pathways, or changed the offer: decide anew.
                Err(StoreError::Moved { .. } | StoreError::Conflict { .. }) => {}
                Err(error) => return Err(AppError::Unavailable(error)),
            }
        }
        Err(Refusal::NotNow(NotNow::ChangedMeanwhile).into())
    }
}
