// SPDX-License-Identifier: EUPL-1.2
//! Brothers and sisters of a child that was notified about (BL § 21; practice A17): linked by the authority on a parent they
//! share, never by an address, and seen as a line each. Both children's logs say that the lines were read.

use crate::App;
use crate::act::WriteError;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::journal_page::PathwayView;
use traad_domain::body::Relation;
use traad_domain::decide::signs::link_siblings;
use traad_domain::id::{CaseNumber, PathwayId};
use traad_domain::pathway::{Notification, Pathway};
use traad_domain::refusal::Problem;
use traad_domain::time::local_date;

/// A notification about a brother or sister, as far as a line tells of it.
#[derive(Debug, Clone)]
pub struct SiblingNotified {
    /// The sibling's pathway.
    pub pathway: PathwayId,
    /// The notification.
    pub notification: Notification,
}

impl App {
    /// Links two children of a family, the other one by its case number. Whoever links them reads both.
    pub fn link_siblings(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        case_number: &str,
    ) -> Result<PathwayId, AppError> {
        let outcome = Self::again_while_moved(|| {
            let one = self.open_for(ctx, id, "write")?;
            let other = self.by_case_number(ctx, case_number)?;
            self.try_link(ctx, one, &other)
        });
        self.unless_sent_before(ctx, outcome)
    }

    /// As [`App::link_siblings`], where the other one is known already.
    pub(crate) fn link_known_siblings(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        other: &PathwayId,
    ) -> Result<PathwayId, AppError> {
        let outcome = Self::again_while_moved(|| {
            let one = self.open_for(ctx, id, "write")?;
            self.try_link(ctx, one, other)
        });
        self.unless_sent_before(ctx, outcome)
    }

    fn try_link(
        &self,
        ctx: &Ctx,
        one: crate::Thread,
        other: &PathwayId,
    ) -> Result<PathwayId, WriteError> {
        let other = self.open_for(ctx, other, "write")?;
        let directory = self.directory(local_date(ctx.now))?;
        let hands = (ctx.hand(one.subject()), ctx.hand(other.subject()));
        let unit = directory.unit(&ctx.actor.unit.id);
        let made = link_siblings((&one.whole, &other.whole), (&hands.0, &hands.1), unit);
        let [first, second] = made.map_err(|refusal| WriteError::App(refusal.into()))?;
        let at = |thread: &crate::Thread| thread.primary().cloned();
        let (Some(here), Some(there)) = (at(&one), at(&other)) else {
            return Err(WriteError::App(AppError::NotFound));
        };
        let threads = vec![(one, vec![(here, first)]), (other, vec![(there, second)])];
        self.write_together(ctx, threads, Vec::new())
    }

    /// A pathway of the own unit by its case number; for the rest there is none.
    fn by_case_number(&self, ctx: &Ctx, number: &str) -> Result<PathwayId, AppError> {
        let unknown = || AppError::field("case_number", Problem::NoSuchCase);
        if CaseNumber::parse(number).is_none() {
            return Err(unknown());
        }
        let (hits, _) = self.search(ctx, number, 0)?;
        let hit = hits.into_iter().find(|hit| !hit.closed);
        hit.map(|hit| hit.pathway).ok_or_else(unknown)
    }

    /// Notifications about brothers and sisters that the reader's unit has received itself.
    pub fn siblings_notified(
        &self,
        ctx: &Ctx,
        view: &PathwayView,
    ) -> Result<Vec<SiblingNotified>, AppError> {
        let links = view.pathway.links.iter().map(|link| &link.body);
        let siblings = links.filter(|link| link.relation == Relation::Sibling);
        let mut found = Vec::new();
        for link in siblings {
            let Some(thread) = self.load_thread(&link.other)? else {
                continue;
            };
            let known = Pathway::fold(thread.readable(ctx.reader(), ctx.now));
            let own = |n: &Notification| n.unit() == Some(&ctx.actor.unit.id);
            let own = known.notifications.into_iter().filter(own);
            found.extend(own.map(|notification| SiblingNotified {
                pathway: link.other.clone(),
                notification,
            }));
        }
        if !found.is_empty() {
            let others = found.iter().map(|sibling| sibling.pathway.clone());
            let mut read: Vec<PathwayId> = std::iter::once(view.id.clone()).chain(others).collect();
            read.dedup();
            self.log(ctx, "siblings", &read, Ok("own-unit"))?;
        }
        Ok(found)
    }
}
