// SPDX-License-Identifier: EUPL-1.2
//! The preventive meeting (SSD) without consent: at most one about a child, and one more in special cases; only units of
//! the municipal circle, never a hospital or a clinic (SEL § 49 a; facts row 29). Each of those on it tells what it wrote
//! itself and what is needed there, named entry by entry (practice B17).

use super::information::can_be_passed_on;
use super::{Hand, law, open};
use crate::body::{Body, Disclosed, PathwayKind, PreventiveMeetingCalled};
use crate::category::Category;
use crate::directory::Directory;
use crate::entry::{Entry, NewEntry, Topic};
use crate::id::{EntryId, RefId, UnitId};
use crate::org::UnitKind;
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};
use crate::time::local_date;
use jiff::civil::Date;

/// The most meetings there can be about one child: one, and one more in special cases.
pub const MOST: usize = 2;

/// What the law says of who may be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circle {
    /// The kinds of unit.
    pub kinds: Vec<UnitKind>,
    /// The paragraph, as it is cited.
    pub paragraph: String,
}

impl Circle {
    /// Whether a unit belongs to it.
    pub fn has(&self, directory: &Directory, unit: &UnitId) -> bool {
        let found = directory.unit(unit);
        found.is_some_and(|unit| self.kinds.contains(&unit.kind))
    }
}

/// Calls the circle together. A meeting that any of those on it has been at counts, whether the caller knows of it or not:
/// otherwise the law's one meeting would be as many as there are units.
pub fn call(
    whole: &Pathway,
    called: &PreventiveMeetingCalled,
    (circle, directory): (&Circle, &Directory),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(whole)?;
    if whole.kind != Some(PathwayKind::Child) {
        return Err(Refusal::NotNow(NotNow::NotAChild));
    }
    let own = &hand.author.unit;
    if !circle.has(directory, own) {
        return Err(Refusal::NotNow(NotNow::NotInTheCircle));
    }
    let units = &called.units;
    let mut check = Check::default();
    check.require(called.on >= hand.today(), "on", Problem::InThePast);
    check.require(!units.is_empty(), "units", Problem::NotChosen);
    check.require(!units.contains(own), "units", Problem::OwnUnit);
    let all_in = units.iter().all(|unit| circle.has(directory, unit));
    check.require(all_in, "units", Problem::NotInTheCircle);
    check.text(&called.why, "why");
    let again = called.again.as_deref().unwrap_or_default();
    check.length(again, "again");
    let met = |unit| whole.preventive.iter().filter(move |one| one.has(unit));
    let before = units.iter().chain([own]).map(|unit| met(unit).count());
    let before = before.max().unwrap_or_default();
    check.require(
        before == 0 || !again.trim().is_empty(),
        "again",
        Problem::NeedsReason,
    );
    check.require(before < MOST, "units", Problem::PreventiveMeetingsUsed);
    check.done()?;
    let units = units.clone();
    let topic = topic(&called.reference);
    let body = Body::PreventiveMeetingCalled(called.clone());
    let entry = hand.write(Category::Coordination, body);
    let entry = entry.on(law(&circle.paragraph)).sent_to(units);
    Ok(vec![entry.about_topic(topic)])
}

/// Tells the others on the meeting what was said there: entries of the author's unit that stood there on the day of the
/// meeting. What comes later is passed on by a consent or by another law.
pub fn tell(
    known: &Pathway,
    entries: &[Entry],
    (reference, told): (&str, &[EntryId]),
    (circle, hand): (&Circle, &Hand),
) -> Result<Vec<NewEntry>, Refusal> {
    open(known)?;
    let own = &hand.author.unit;
    let found = known.preventive_meeting(reference);
    let meeting = found.filter(|meeting| meeting.has(own));
    let meeting = meeting.ok_or(Refusal::NotNow(NotNow::NoSuchMeeting))?;
    let day = meeting.body.on;
    if hand.today() < day {
        return Err(Refusal::NotNow(NotNow::MeetingNotHeld));
    }
    let mut check = Check::default();
    check.require(!told.is_empty(), "entries", Problem::NotChosen);
    check.done()?;
    let fits = |id: &EntryId| {
        entries
            .iter()
            .any(|one| &one.id == id && can_tell(one, day, own))
    };
    if !told.iter().all(fits) {
        return Err(Refusal::NotNow(NotNow::NotYourEntry));
    }
    let others = meeting.on_it().filter(|unit| *unit != own);
    let one = |to: &UnitId| {
        let body = Body::Disclosed(Disclosed {
            entries: told.to_vec(),
            to: to.clone(),
            reason: meeting.body.why.clone(),
            tell: false,
        });
        let entry = hand.write(Category::Coordination, body);
        entry.on(law(&circle.paragraph)).sent_to([to.clone()])
    };
    Ok(others.map(one).collect())
}

/// Whether a unit can tell an entry at a meeting of a day: its own, and written by then.
pub fn can_tell(entry: &Entry, day: Date, unit: &UnitId) -> bool {
    let written = entry.written();
    let own = written.is_some_and(|w| &w.envelope.author.unit == unit && can_be_passed_on(&w.body));
    own && local_date(entry.recorded) <= day
}

fn topic(reference: &RefId) -> Topic {
    Topic::about("preventive-meeting", reference.as_str())
}
