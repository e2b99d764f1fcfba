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
use jiff::Timestamp;

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

    /// Who coordinates now is invited instead of who did before, to what is still to come (scenario A11).
    pub(super) fn hand_over(all: &mut [Self], (before, now): (&str, &str), at: Timestamp) {
        let coming = |m: &&mut Self| m.is_open() && m.called.body.at >= at;
        for meeting in all.iter_mut().filter(coming) {
            let invited = &mut meeting.called.body.invited;
            if let Some(place) = invited.iter_mut().find(|name| name.as_str() == before) {
                now.clone_into(place);
            }
        }
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
