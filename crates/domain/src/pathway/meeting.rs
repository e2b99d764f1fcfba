// SPDX-License-Identifier: EUPL-1.2
//! A network meeting: called, then held or cancelled.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the fold hands over only the kinds of this file"
)]

use super::Noted;
use crate::body::{
    Body, HerPart, MeetingAnswered, MeetingCalled, MeetingCancelled, MeetingDecided, MeetingHeld,
    SupportAgreed,
};
use crate::id::{RefId, UnitId};
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
    /// How she is helped to come.
    pub support: Vec<Noted<SupportAgreed>>,
    /// What she answered last; an answer to a time that was changed since is none.
    pub reply: Option<Noted<MeetingAnswered>>,
    /// How often time or place was changed since it was called.
    pub moved: u32,
    /// What it decided.
    pub decided: Vec<Noted<MeetingDecided>>,
}

impl Meeting {
    /// Whether it is neither held nor cancelled.
    pub fn is_open(&self) -> bool {
        self.held.is_none() && self.cancelled.is_none()
    }

    /// Whether it is still to come at an instant.
    pub fn is_coming(&self, now: Timestamp) -> bool {
        self.is_open() && self.called.body.at >= now
    }

    /// Whether a unit was invited and has been taken off.
    pub fn is_off(&self, unit: &UnitId) -> bool {
        self.called.body.units.contains(unit) && !self.units.contains(unit)
    }

    /// Whether it is open and a unit has not been taken off it.
    pub fn is_open_to(&self, unit: &UnitId) -> bool {
        self.is_open() && !self.is_off(unit)
    }

    /// Whether she was invited and was not there.
    pub fn missed_her(&self) -> bool {
        let part = self.held.as_ref().and_then(|held| held.body.her_part);
        part.is_some_and(|part| part != HerPart::Came)
    }

    /// Who coordinates now is invited instead of who did before, to what is still to come (scenario A11).
    pub(super) fn hand_over(all: &mut [Self], (before, now): (&str, &str), at: Timestamp) {
        let coming = |m: &&mut Self| m.is_coming(at);
        for meeting in all.iter_mut().filter(coming) {
            let invited = &mut meeting.called.body.invited;
            // With the unit after the name, since the meeting was called so.
            let rest = |name: &String| name.strip_prefix(before).map(str::to_owned);
            let whole = |rest: &String| rest.is_empty() || rest.starts_with(", ");
            for place in invited.iter_mut() {
                if let Some(rest) = rest(place).filter(whole) {
                    *place = format!("{now}{rest}");
                }
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
                    support: Vec::new(),
                    reply: None,
                    moved: 0,
                    decided: Vec::new(),
                });
            }
            Body::MeetingHeld(b) => {
                if let Some(meeting) = of(all, &b.reference) {
                    meeting.held = Some(Noted::of(entry, b.clone()));
                }
            }
            Body::MeetingDecided(b) => {
                if let Some(meeting) = of(all, &b.meeting) {
                    meeting.decided.push(Noted::of(entry, b.clone()));
                }
            }
            Body::SupportAgreed(b) => {
                if let Some(meeting) = of(all, &b.meeting) {
                    meeting.support.push(Noted::of(entry, b.clone()));
                }
            }
            Body::MeetingAnswered(b) => {
                if let Some(meeting) = of(all, &b.reference) {
                    meeting.reply = Some(Noted::of(entry, b.clone()));
                }
            }
            Body::MeetingMoved(b) => {
                if let Some(meeting) = of(all, &b.reference) {
                    meeting.called.body.at = b.at;
                    meeting.called.body.place.clone_from(&b.place);
                    meeting.reply = None;
                    meeting.moved += 1;
                }
            }
            Body::MeetingCancelled(b) => {
                if let Some(meeting) = of(all, &b.reference) {
                    meeting.cancelled = Some(Noted::of(entry, b.clone()));
                }
            }
            Body::ParticipantRemoved(b) => {
                if let Some(meeting) = of(all, &b.reference) {
                    meeting.units.retain(|unit| unit != &b.unit);
                }
            }
            _ => {}
        }
    }
}

/// The meeting with a reference.
fn of<'a>(all: &'a mut [Meeting], reference: &RefId) -> Option<&'a mut Meeting> {
    all.iter_mut()
        .find(|m| &m.called.body.reference == reference)
}
