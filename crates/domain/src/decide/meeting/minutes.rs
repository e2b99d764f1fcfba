// SPDX-License-Identifier: EUPL-1.2
//! The minutes of a network meeting: who came, what was said, and what was decided by whom and when.

use crate::body::{Body, MeetingDecided, MeetingHeld};
use crate::category::Category;
use crate::decide::{Hand, happened, on_consent, open};
use crate::entry::{NewEntry, Topic};
use crate::id::UnitId;
use crate::pathway::Pathway;
use crate::policy::Consents;
use crate::refusal::{Check, NotNow, Problem, Refusal};
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
    let reference = held.reference.as_str();
    let meeting = pathway
        .meeting(reference)
        .filter(|m| m.is_open())
        .ok_or(Refusal::NotNow(NotNow::NoSuchMeeting))?;
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
    let consents = Consents::of(whole);
    let others = meeting.units.iter().filter(|u| **u != hand.author.unit);
    let willing: Vec<(&UnitId, _)> = others
        .filter_map(|unit| Some((unit, consents.meeting_with(unit, hand.now)?)))
        .collect();
    let topic = Topic::about("meeting", reference);
    let written = |body: Body| {
        let entry = hand.write(Category::Coordination, body);
        let shared = willing.iter().fold(entry, |entry, (unit, consent)| {
            entry.also_to((*unit).clone(), on_consent(&consent.reference))
        });
        shared.about_topic(topic.clone())
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
