// SPDX-License-Identifier: EUPL-1.2
//! Free places in residential treatment. They say nothing of anybody, so all staff may see them; each unit keeps its own.

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::registry::kind;
use traad_domain::id::UnitId;
use traad_domain::org::{Places, Unit, UnitKind};
use traad_domain::policy::may_keep_places;
use traad_domain::time::local_date;

impl App {
    /// The residential units that exist today, each with what it says of its places; those with a free one first.
    pub fn places(&self, ctx: &Ctx) -> Result<Vec<(Unit, Option<Places>)>, AppError> {
        let directory = self.directory(local_date(ctx.now))?;
        let mut said: Vec<Places> = self.list(kind::PLACES)?;
        let residential = directory
            .units()
            .iter()
            .filter(|unit| unit.kind == UnitKind::Residential);
        let mut all: Vec<(Unit, Option<Places>)> = residential
            .map(|unit| {
                let at = said.iter().position(|places| places.unit == unit.id);
                (unit.clone(), at.map(|at| said.swap_remove(at)))
            })
            .collect();
        all.sort_by_key(|(unit, places)| {
            let free = places.as_ref().map_or(0, |places| places.free);
            (free == 0, unit.name.clone())
        });
        Ok(all)
    }

    /// Keeps what the reader's own unit says of its places. For residential units only.
    pub fn keep_places(&self, ctx: &Ctx, places: Places) -> Result<(), AppError> {
        if let Err(denial) = may_keep_places(ctx.reader(), ctx.actor.unit.kind, ctx.now) {
            self.log(ctx, "places", &[], Err(denial))?;
            return Err(AppError::Forbidden);
        }
        let unit: UnitId = ctx.actor.unit.id.clone();
        let at = ctx.now;
        let places = Places { unit, at, ..places }.checked()?;
        let by = ctx.actor.employment.id.as_str();
        self.put((kind::PLACES, places.unit.as_str()), &places, (by, at))
    }

    /// Whether the reader's unit has places to tell of.
    pub fn keeps_places(&self, ctx: &Ctx) -> bool {
        may_keep_places(ctx.reader(), ctx.actor.unit.kind, ctx.now).is_ok()
    }
}
