// SPDX-License-Identifier: EUPL-1.2
//! Brothers and sisters: another pregnancy of the same woman, and children of hers that the authority links.

use super::journal::{Journal, Lot};
use super::{DAY, Event, Life};
use crate::error::AppError;
use traad_domain::id::PathwayId;
use traad_domain::org::UnitKind;

impl Life<'_> {
    /// She expects another child: whoever meets her then writes in a new journal, since the one before is closed.
    pub(super) fn expects_again(&mut self) {
        if !self.journal.ended {
            return;
        }
        let numbers = self.numbers();
        let weeks = self.dice.between(5, 33);
        let lot = Lot {
            child: false,
            home: self
                .household
                .clone()
                .or_else(|| self.journal.lot.home.clone()),
            conceived: self.now - weeks * 7 * DAY,
            unknown: self.journal.lot.unknown,
            lost: self.dice.of_thousand(numbers.lost),
            ..Lot::default()
        };
        let before = self.whose;
        let next = self.adopt(Journal::of(lot));
        self.turn_to(next);
        self.after(0, Event::Concern);
        self.turn_to(before);
    }

    /// The authority links a child that was born now with those born before, where it has both. `fresh` is the
    /// place of the first that was born now.
    pub(super) fn siblings_from(&mut self, mother: usize, fresh: usize) -> Result<(), AppError> {
        let mut children: Vec<(usize, PathwayId)> = Vec::new();
        for place in 0..self.journals.len() {
            self.turn_to(place);
            let known = self.journal.pathway.clone();
            let here = self.who(UnitKind::FamilyDepartment).is_some();
            let open = self.journal.lot.born && !self.journal.ended && here;
            children.extend(known.filter(|_| open).map(|id| (place, id)));
        }
        let older = children.iter().find(|(place, _)| *place < fresh);
        let newer = children.iter().find(|(place, _)| *place >= fresh);
        if let (Some((place, older)), Some((new, newer))) = (older, newer) {
            self.turn_to(*place);
            let theirs = self.who(UnitKind::FamilyDepartment);
            self.turn_to(*new);
            let same = self.who(UnitKind::FamilyDepartment) == theirs;
            if let Some(unit) = theirs.filter(|_| same && self.dice.of_thousand(800)) {
                let ctx = self.ctx(&unit)?;
                self.app().link_known_siblings(&ctx, newer, older)?;
            }
        }
        self.turn_to(mother);
        Ok(())
    }
}
