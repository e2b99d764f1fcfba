// SPDX-License-Identifier: EUPL-1.2
//! Units of an authority: made by its administrator, and closed when nobody's case is left behind.

use super::record;
use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::registry::kind;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;
use traad_domain::id::UnitId;
use traad_domain::staffing::{self, Holds, NewUnit};
use traad_domain::time::{local_date, start_of_day};

impl App {
    /// Makes a unit of the own authority; gives its id.
    pub fn open_unit(&self, ctx: &Ctx, wish: &NewUnit) -> Result<UnitId, AppError> {
        self.administers(ctx, &ctx.actor.unit.controller)?;
        let id = UnitId::new(self.fresh_id());
        let directory = self.directory(local_date(ctx.now))?;
        let around = (&ctx.actor.unit, directory.units());
        let made = staffing::open_unit(id.clone(), wish, around, ctx.now)?;
        let records = vec![record(ctx, (kind::UNIT, id.as_str()), &made, 0)?];
        self.keep_staff(ctx, records, &id)?;
        Ok(id)
    }

    /// What a unit of the own authority still has to do after a day. Numbers alone: the administrator sees no case.
    pub fn unit_holds(&self, ctx: &Ctx, id: &UnitId, last: Date) -> Result<Holds, AppError> {
        self.own_unit(ctx, id)?;
        let after = start_of_day(last.saturating_add(1.day()));
        let employed = self.employments()?.into_iter();
        let employed = employed.filter(|one| &one.unit == id && one.to.is_none_or(|to| to > after));
        let mut coordinated = BTreeSet::new();
        self.going_on(id, |thread| {
            let now = thread.whole.coordinator.as_ref();
            if now.is_some_and(|now| &now.body.unit == id) {
                coordinated.extend(thread.primary().cloned());
            }
        })?;
        Ok(Holds {
            tasks: self.open_tasks(ctx, id)?,
            coordinates: coordinated.len(),
            employed: employed.count(),
        })
    }

    /// Closes a unit with its last day.
    pub fn close_unit(
        &self,
        ctx: &Ctx,
        (id, seen): (&UnitId, u32),
        last: Date,
    ) -> Result<(), AppError> {
        let found = self.own_unit(ctx, id)?;
        let holds = self.unit_holds(ctx, id, last)?;
        let made = staffing::close_unit(&found.value, last, holds, ctx.now)?;
        let changed = record(ctx, (kind::UNIT, id.as_str()), &made, seen)?;
        self.keep_staff(ctx, vec![changed], id)
    }
}
