// SPDX-License-Identifier: EUPL-1.2
//! A young person who will be of age (scenario A20): the transition, the talk, and what is offered by age.

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use jiff::civil::Date;
use traad_domain::age::years;
use traad_domain::body::ToldInTalk;
use traad_domain::catalogue::Item;
use traad_domain::decide::adulthood::{Transition, prepare, tell};
use traad_domain::id::{PathwayId, RefId};

impl App {
    /// Prepares the transition to adulthood.
    pub fn prepare_adulthood(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        told: &Transition,
    ) -> Result<PathwayId, AppError> {
        let outcome = self.act(ctx, id, None, |on| {
            let handover = RefId::new(on.ids.random());
            let known = (on.known(), on.thread.whole.as_ref());
            prepare(
                known,
                told,
                (&ctx.actor.unit, &handover),
                (on.hand, on.world),
            )
        });
        self.refusal_logged(ctx, id, outcome)
    }

    /// Writes that the young person was told in a talk what stands about exposure.
    pub fn told_in_talk(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        told: &ToldInTalk,
    ) -> Result<PathwayId, AppError> {
        self.act(ctx, id, None, |on| tell(on.known(), told, on.hand))
    }

    /// What somebody born on a day is offered, free and without referral, on another (rows S3-030, S3-031).
    pub fn offers_for_the_young(&self, born: Date, today: Date) -> Vec<&Item> {
        let age = years(born, today);
        let list = self.catalogue.list("young-offers");
        let fits = |item: &&Item| {
            let ages: Vec<i16> = item.numbers("ages").collect();
            matches!(ages.as_slice(), [from, to] if (*from..=*to).contains(&age))
        };
        let items = list.map(|list| list.items.iter());
        items.into_iter().flatten().filter(fits).collect()
    }
}
