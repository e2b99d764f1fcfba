// SPDX-License-Identifier: EUPL-1.2
//! A network meeting: called, then held or cancelled.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the fold hands over only the kinds of this file"
)]

use super::Noted;
use crate::body::{Body, MeetingCalled, MeetingCancelled, MeetingHeld};
use crate::id::UnitId;
use crate::journal::Effective;

/// One meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// As it was called.
    pub called: Noted<MeetingCalled>,
    /// The units invited now.
    pub units: Vec<UnitId>,
    /// As it was held.
    pub held: Option<Noted<MeetingHeld>>,
    /// Why it was not.
    pub cancelled: Option<Noted<MeetingCancelled>>,
}

impl Meeting {
    /// Whether it is still to come.
    pub fn is_open(&self) -> bool {
        self.held.is_none() && self.cancelled.is_none()
    }

    pub(super) fn apply(all: &mut Vec<Self>, entry: &Effective<'_>) {
        match entry.body {
            Body::MeetingCalled(b) => {
                all.retain(|m| m.called.body.reference != b.reference);
                all.push(Self {
                    called: Noted::of(entry, b.clone()),
                    units: b.units.clone(),
                    held: None,
                    cancelled: None,
                });
            }
            Body::MeetingHeld(b) => {
                if let Some(meeting) = all
                    .iter_mut()
                    .find(|m| m.called.body.reference == b.reference)
                {
                    meeting.held = Some(Noted::of(entry, b.clone()));
                }
            }
            Body::MeetingCancelled(b) => {
                if let Some(meeting) = all
                    .iter_mut()
                    .find(|m| m.called.body.reference == b.reference)
                {
                    meeting.cancelled = Some(Noted::of(entry, b.clone()));
                }
            }
            Body::ParticipantRemoved(b) => {
                if let Some(meeting) = all
                    .iter_mut()
                    .find(|m| m.called.body.reference == b.reference)
                {
                    meeting.units.retain(|unit| unit != &b.unit);
                }
            }
            _ => {}
        }
    }
}
