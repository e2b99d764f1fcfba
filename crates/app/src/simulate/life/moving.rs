// SPDX-License-Identifier: EUPL-1.2
//! She moves: the kommune she leaves says so and hands the case over, and the new one takes it, or does not.

use super::words::REASONS;
use super::{Event, Growing, Life};
use crate::error::AppError;
use crate::thread::Thread;
use traad_domain::body::{Body, ExposurePosition, FamilyMoved, Told, Whereabouts};
use traad_domain::decide::information::Ground;
use traad_domain::decide::moving::{HandOver, LAW};
use traad_domain::entry::Entry;
use traad_domain::id::{EntryId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::time::local_date;

impl Life<'_> {
    /// She moves: the authority says so, and most of the time hands the case over.
    pub(super) fn moves(&mut self) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let here = thread.whole.municipality.clone();
        let waits = thread.whole.awaiting_kommune().is_some();
        let Some(unit) = self.department(&thread.whole).filter(|_| !waits) else {
            return Ok(());
        };
        drop(thread);
        let home = match self.household.clone() {
            Some(home) => home,
            None => self.narrator.simulation.country.home(&mut self.dice),
        };
        let whereabouts = match self.dice.between(0, 9) {
            _ if self.journal.lot.child => Whereabouts::Home,
            0 => Whereabouts::Unknown,
            1 => Whereabouts::Homeless,
            _ => Whereabouts::Home,
        };
        let stays = whereabouts == Whereabouts::Home && here.as_ref() == Some(&home);
        let ctx = self.ctx(&unit)?;
        let told = FamilyMoved {
            on: local_date(ctx.now),
            whereabouts,
            to: Some(home).filter(|_| whereabouts != Whereabouts::Unknown),
            note: String::new(),
        };
        if !stays {
            self.app().register_move(&ctx, &id, &told)?;
        }
        let (_, thread) = self.stands()?;
        let moves = thread.whole.moves_to().is_some();
        let position = thread.whole.exposure_position().handed_over();
        let position = position.unwrap_or(ExposurePosition::Unresolved);
        let along = self.material(&thread, &unit);
        drop(thread);
        if moves && self.dice.of_thousand(700) {
            let told = self.handed_over(position, along);
            self.app().hand_over_to_kommune(&ctx, &id, (&told, None))?;
            self.maybe(800, (2, 40), Event::Take);
        }
        Ok(())
    }

    /// Of a child, what the new kommune goes on with: the placement, the assessment and the plan of the old one.
    fn material(&self, thread: &Thread, unit: &UnitId) -> Vec<EntryId> {
        let child = &thread.whole.child;
        let goes = |entry: &&Entry| {
            let written = entry.written();
            written.is_some_and(|w| {
                let kind = matches!(
                    w.body,
                    Body::ChildPlaced(_)
                        | Body::PlacementHome(_)
                        | Body::ParentsSupportOffered(_)
                        | Body::ChildAssessed(_)
                        | Body::PlanMade(_)
                        | Body::PlanFollowedUp(_)
                        | Body::EffectAnswered(_)
                        | Body::InterventionStarted(_)
                        | Body::WellbeingAffected(_)
                        | Body::WellbeingJudged(_)
                );
                kind && &w.envelope.author.unit == unit && !child.is_dismissed(&entry.id)
            })
        };
        let all = thread.entries.iter().filter(|_| self.journal.lot.child);
        all.filter(goes).map(|entry| entry.id.clone()).collect()
    }

    fn handed_over(&mut self, position: ExposurePosition, entries: Vec<EntryId>) -> HandOver {
        let mut words = || self.dice.word(&REASONS).to_owned();
        HandOver {
            summary: words(),
            needs: words(),
            strengths: words(),
            challenges: words(),
            exposure: Some((position, String::new())),
            entries,
            ground: Ground::Law(LAW.to_owned()),
            told: Some(Told::Yes),
            told_note: String::new(),
        }
    }

    /// The kommune she has moved to takes the case.
    pub(super) fn takes(&mut self) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let asked = thread.whole.awaiting_kommune();
        let Some(unit) = asked.map(|sent| sent.body.unit.clone()) else {
            return Ok(());
        };
        drop(thread);
        let ctx = self.ctx(&unit)?;
        let chosen = ctx.actor.employment.id.clone();
        self.app().take_case(&ctx, &id, &chosen)?;
        if let (true, Some(before)) = (self.journal.lot.child, self.journal.lot.home.clone()) {
            // Those who had to do with the child where it lived have no more; the new kommune does.
            self.leaves(&before);
            self.meets(&unit);
            let here = &ctx.actor.unit.municipality;
            self.journal.lot.home.clone_from(here);
            self.grow(20, 200, Growing::Seen(UnitKind::FamilyDepartment));
        }
        Ok(())
    }
}
