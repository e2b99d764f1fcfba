// SPDX-License-Identifier: EUPL-1.2
//! Which kommune acts, and who has handed the pathway over to another one (scenario A18).

use super::{Noted, Pathway};
use crate::body::{HandoverSent, PathwayMoved, Receiver};
use crate::id::{MunicipalityCode, UnitId};
use jiff::Timestamp;

impl Pathway {
    /// Another municipality acts from an instant.
    pub(super) fn acts_from(&mut self, to: &MunicipalityCode, at: Timestamp) {
        if self.municipality.as_ref() != Some(to) {
            let before = self.municipality.replace(to.clone());
            self.acted.push((before, at));
        }
    }

    /// Another kommune has taken it. What she let the old unit read from day to day was for its work here, and that is over.
    pub(super) fn taken_on(&mut self, taken: Noted<PathwayMoved>) {
        self.acts_from(&taken.body.to, taken.occurred.at);
        for consent in &mut self.consents {
            consent.ends_for(&taken.body.from);
        }
        self.taken.push(taken);
    }

    /// Whether a unit has handed the pathway over to another kommune, and not got it back.
    pub fn has_left(&self, unit: &UnitId) -> bool {
        let mut turns = self.taken.iter().rev();
        let last = turns.find(|taken| &taken.body.from == unit || &taken.author.unit == unit);
        last.is_some_and(|taken| &taken.body.from == unit)
    }

    /// The hand-over to another kommune that nobody has taken yet.
    pub fn awaiting_kommune(&self) -> Option<&Noted<HandoverSent>> {
        let newest = self.handovers.iter().rev();
        let mut newest = newest.filter(|sent| sent.body.receiver == Receiver::FamilyDepartment);
        newest.next().filter(|sent| {
            let mut taken = self.taken.iter();
            !taken.any(|taken| taken.body.handover == sent.body.handover)
        })
    }

    /// The unit of the authority that has the case: the newest it was notified to that has not handed it over, and is not
    /// only asked to take it.
    pub fn case_holder(&self) -> Option<&UnitId> {
        let asked = self.awaiting_kommune().map(|sent| &sent.body.unit);
        let newest = self.notifications.iter().rev();
        let mut holders = newest.filter_map(|notification| notification.unit());
        holders.find(|unit| asked != Some(*unit) && !self.has_left(unit))
    }

    /// The kommune the family has moved to and that does not act yet.
    pub fn moves_to(&self) -> Option<&MunicipalityCode> {
        let to = self.moved.as_ref()?.body.to.as_ref();
        to.filter(|to| self.municipality.as_ref() != Some(*to))
    }
}
