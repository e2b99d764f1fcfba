// SPDX-License-Identifier: EUPL-1.2
//! The preventive meetings of the municipal circle.

use super::{Noted, Pathway};
use crate::body::PreventiveMeetingCalled;
use crate::id::UnitId;

impl Noted<PreventiveMeetingCalled> {
    /// Every unit on the meeting: who called it, and whom it called.
    pub fn on_it(&self) -> impl Iterator<Item = &UnitId> {
        std::iter::once(&self.author.unit).chain(&self.body.units)
    }

    /// Whether a unit is on it.
    pub fn has(&self, unit: &UnitId) -> bool {
        self.on_it().any(|one| one == unit)
    }
}

impl Pathway {
    /// The preventive meeting with a reference.
    pub fn preventive_meeting(&self, reference: &str) -> Option<&Noted<PreventiveMeetingCalled>> {
        let mut all = self.preventive.iter();
        all.find(|meeting| meeting.body.reference.as_str() == reference)
    }
}
