// SPDX-License-Identifier: EUPL-1.2
//! Treatment: her request, its start, the voluntary contract on detention, and leaving a residential place (A06).

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use jiff::civil::Date;
use std::collections::BTreeMap;
use traad_domain::body::{
    ContractEnded, ContractOffered, ContractSigned, DischargePlanned, StepTaken,
};
use traad_domain::decide::contract;
use traad_domain::decide::course::step;
use traad_domain::id::{PathwayId, RefId};
use traad_domain::person::Person;
use traad_domain::time::{Occurred, local_date};

type Outcome = Result<PathwayId, AppError>;

impl App {
    /// Registers that she asked for treatment on a day.
    pub fn request_treatment(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (substance, on): (&str, Date),
    ) -> Outcome {
        let minor = self.is_about_a_minor(ctx, id)?;
        self.act(ctx, id, None, |work| {
            let reference = RefId::new(work.ids.random());
            let what = (&reference, substance);
            contract::request(work.known(), what, (on, minor), work.hand)
        })
    }

    /// Registers that the treatment she asked for has started.
    pub fn start_treatment(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (request, on): (&RefId, Date),
    ) -> Outcome {
        self.plain_step(ctx, id, ("treatment-started", "request", request), on)
    }

    /// Registers that a contract was explained and offered, and what she said. Without a reference it is a new one.
    pub fn offer_contract(&self, ctx: &Ctx, id: &PathwayId, offered: &ContractOffered) -> Outcome {
        let minor = self.is_about_a_minor(ctx, id)?;
        self.act(ctx, id, None, |work| {
            let mut offered = offered.clone();
            if offered.reference.as_str().is_empty() {
                offered.reference = RefId::new(work.ids.random());
            }
            contract::offer(work.known(), &offered, minor, work.hand)
        })
    }

    /// Registers that she has signed, or that she has not.
    pub fn sign_contract(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (signed, by_her): (&ContractSigned, bool),
    ) -> Outcome {
        let minor = self.is_about_a_minor(ctx, id)?;
        self.act(ctx, id, None, |work| {
            contract::sign(work.known(), signed, (by_her, minor), work.hand)
        })
    }

    /// Registers that it ends before its time: by the staff on her word, or by herself on her page.
    pub fn end_contract(&self, ctx: &Ctx, id: &PathwayId, ended: &ContractEnded) -> Outcome {
        self.act(ctx, id, None, |work| {
            contract::end(work.known(), ended, work.hand)
        })
    }

    /// Registers that the leader of the institution has decided to hold her back.
    pub fn detain(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        contract: &RefId,
        (on, reason): (Date, &str),
    ) -> Outcome {
        self.act(ctx, id, None, |work| {
            let reference = RefId::new(work.ids.random());
            let what = (contract, &reference);
            contract::detain(work.known(), what, (on, reason), work.hand)
        })
    }

    /// Registers that she is no longer held back.
    pub fn end_detention(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (detention, on): (&RefId, Date),
    ) -> Outcome {
        self.plain_step(ctx, id, ("detention-ended", "detention", detention), on)
    }

    /// Registers that she is to leave a residential place.
    pub fn plan_discharge(&self, ctx: &Ctx, id: &PathwayId, planned: &DischargePlanned) -> Outcome {
        self.act(ctx, id, None, |work| {
            contract::discharge(work.known(), planned, work.hand)
        })
    }

    fn plain_step(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (code, name, reference): (&str, &str, &RefId),
        on: Date,
    ) -> Outcome {
        let taken = StepTaken {
            step: code.to_owned(),
            attributes: BTreeMap::from([(name.to_owned(), reference.as_str().to_owned())]),
            note: String::new(),
        };
        let occurred = Occurred::told(on, ctx.now);
        self.act(ctx, id, None, |work| {
            step(work.known(), &taken, occurred, work.hand)
        })
    }

    /// Whether the person is known to be under 18 today.
    fn is_about_a_minor(&self, ctx: &Ctx, id: &PathwayId) -> Result<bool, AppError> {
        let thread = self.open_for(ctx, id, "write")?;
        let Some(subject) = &thread.whole.subject else {
            return Ok(false);
        };
        // As the own unit knows her: a refusal must not tell who another unit found out that she is.
        let own = std::iter::once(&ctx.actor.unit.id);
        let known = self.person(subject)?;
        let known = known.map(|found| found.value.as_known_to(own));
        let born = known.as_ref().and_then(Person::birthday);
        let today = local_date(ctx.now);
        Ok(born.is_some_and(|born| contract::is_minor(born, today)))
    }
}
