// SPDX-License-Identifier: EUPL-1.2
//! The minutes of a network meeting: who came, what was said, and what was decided by whom and when.

use super::{open_meeting, to_willing};
use crate::body::{Body, MeetingDecided, MeetingHeld};
use crate::category::Category;
use crate::decide::{Hand, happened, open};
use crate::entry::{NewEntry, Topic};
use crate::pathway::Pathway;
use crate::refusal::{Check, Problem, Refusal};
use crate::time::Occurred;

/// What is written after a meeting.
#[derive(Debug, Clone, Copy)]
pub struct Minutes<'a> {
    /// That it was held, and what was said.
    pub held: &'a MeetingHeld,
    /// What was decided; each becomes a duty.
    pub decided: &'a [MeetingDecided],
    /// When it was held.
    pub occurred: Occurred,
}

/// Writes the minutes. They go to the units that were invited and that she still lets take part, and to nobody else (row
/// S2-039). `whole` is the pathway with every consent.
pub fn hold(
    (pathway, whole): (&Pathway, &Pathway),
    minutes: Minutes<'_>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let held = minutes.held;
    let meeting = open_meeting(pathway, &held.reference)?;
    let mut check = Check::default();
    check.text(&held.minutes, "minutes");
    for decided in minutes.decided {
        check.text(&decided.what, "decisions");
        check.text(&decided.who, "decisions");
        let later = decided.by >= minutes.occurred.date();
        check.require(later, "decisions", Problem::InThePast);
    }
    happened(&mut check, pathway, hand, minutes.occurred);
    check.done()?;
    let topic = Topic::about("meeting", held.reference.as_str());
    let written = |body: Body| {
        let entry = hand.write(Category::Coordination, body);
        to_willing(entry, &meeting.units, whole, hand).about_topic(topic.clone())
    };
    let held = written(Body::MeetingHeld(held.clone())).occurred(minutes.occurred);
    let decided = minutes.decided.iter().map(|decided| {
        let decided = MeetingDecided {
            meeting: meeting.called.body.reference.clone(),
            ..decided.clone()
        };
        written(Body::MeetingDecided(decided)).occurred(minutes.occurred)
    });
    Ok(std::iter::once(held).chain(decided).collect())
}
