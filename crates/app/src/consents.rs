// SPDX-License-Identifier: EUPL-1.2
//! Consents: registered, extended and withdrawn, all through [`App::act`]. What they open is decided at each reading.

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use traad_domain::body::{
    ConsentExtended, ConsentGiven, ConsentNotPossible, ConsentRefused, ConsentWithdrawn,
};
use traad_domain::decide::consent::{self, GoverningLaw};
use traad_domain::id::{PathwayId, RefId, UnitId};
use traad_domain::refusal::Problem;
use traad_domain::time::local_date;

type Outcome = Result<PathwayId, AppError>;

/// The list of the catalogue that holds the laws.
pub const CONSENT_LAWS: &str = "consent-laws";

impl App {
    /// The law of a code that governs consents.
    pub fn governing_law(&self, code: &str) -> Option<GoverningLaw> {
        let item = self.catalogue.list(CONSENT_LAWS)?.item(code)?;
        Some(GoverningLaw::of(item))
    }

    /// Registers a yes.
    pub fn give_consent(&self, ctx: &Ctx, id: &PathwayId, given: &ConsentGiven) -> Outcome {
        self.units_exist(ctx, &given.scope.actors)?;
        self.units_exist(ctx, &given.scope.except)?;
        let law = self.governing_law(&given.law);
        self.act(ctx, id, None, |on| {
            let given = ConsentGiven {
                reference: RefId::new(on.ids.random()),
                ..given.clone()
            };
            consent::give(on.known(), &given, law.as_ref(), on.hand)
        })
    }

    /// Registers a no.
    pub fn refuse_consent(&self, ctx: &Ctx, id: &PathwayId, refused: &ConsentRefused) -> Outcome {
        self.units_exist(ctx, &refused.scope.actors)?;
        self.act(ctx, id, None, |on| {
            let refused = ConsentRefused {
                reference: RefId::new(on.ids.random()),
                ..refused.clone()
            };
            consent::refuse(on.known(), &refused, on.hand)
        })
    }

    /// Registers that nobody could take a position.
    pub fn consent_not_possible(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        tried: &ConsentNotPossible,
    ) -> Outcome {
        self.units_exist(ctx, &tried.scope.actors)?;
        self.act(ctx, id, None, |on| {
            let tried = ConsentNotPossible {
                reference: RefId::new(on.ids.random()),
                ..tried.clone()
            };
            consent::not_possible(on.known(), &tried, on.hand)
        })
    }

    /// Registers a new yes to a consent that runs.
    pub fn extend_consent(&self, ctx: &Ctx, id: &PathwayId, extended: &ConsentExtended) -> Outcome {
        self.units_exist(ctx, &extended.actors)?;
        self.act(ctx, id, None, |on| {
            let consent = on.known().consent(extended.reference.as_str());
            let law = consent
                .and_then(|consent| consent.as_given())
                .and_then(|given| self.governing_law(&given.body.law));
            consent::extend(on.known(), extended, law.as_ref(), on.hand)
        })
    }

    /// Registers that a consent is taken back, wholly or towards some.
    pub fn withdraw_consent(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        withdrawn: &ConsentWithdrawn,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            consent::withdraw(on.known(), withdrawn, on.hand)
        })
    }

    /// A consent names units that exist today.
    fn units_exist(&self, ctx: &Ctx, units: &[UnitId]) -> Result<(), AppError> {
        let directory = self.directory(local_date(ctx.now))?;
        if units.iter().all(|unit| directory.unit(unit).is_some()) {
            return Ok(());
        }
        Err(AppError::field("actors", Problem::UnknownCode))
    }
}
