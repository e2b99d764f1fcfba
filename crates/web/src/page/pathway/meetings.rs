// SPDX-License-Identifier: EUPL-1.2
//! *Møder*: network meetings to come and held, with their decisions.

use super::entry::moment;
use super::{head, open, writes};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::frame::Section;
use crate::view::pathway::{Meeting as Shown, MeetingsPage};
use traad_app::PathwayView;
use traad_domain::body::Decision;
use traad_domain::pathway::Meeting;

/// The tab.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    let mut coming: Vec<_> = numbered(&view)
        .into_iter()
        .filter(|(_, m)| m.is_open())
        .collect();
    coming.sort_by_key(|(_, meeting)| meeting.called.body.at);
    let past = numbered(&view)
        .into_iter()
        .rev()
        .filter(|(_, m)| !m.is_open());
    let page = MeetingsPage {
        head: head(visit, &view),
        coming: coming
            .into_iter()
            .map(|(n, m)| shown(visit, &view, n, m))
            .collect(),
        held: past.map(|(n, m)| shown(visit, &view, n, m)).collect(),
        rule: rule(visit, &view),
        call: writes(&view, "moede/ny"),
    };
    visit.page(Section::Other, &page)
}

/// Meetings in the order they were called, from 1.
pub(super) fn numbered(view: &PathwayView) -> Vec<(u32, &Meeting)> {
    (1..).zip(&view.pathway.meetings).collect()
}

/// `Netværksmøde 2`.
pub(super) fn name(visit: &Visit, number: u32) -> String {
    visit.t.a("meeting-name", &("n", number))
}

/// The next meeting, in a line.
pub(super) fn next(visit: &Visit, view: &PathwayView) -> Option<String> {
    let open = numbered(view)
        .into_iter()
        .filter(|(_, m)| m.is_open() && m.called.body.at >= visit.now);
    let (number, meeting) = open.min_by_key(|(_, m)| m.called.body.at)?;
    Some(format!(
        "{}, {}",
        name(visit, number),
        visit.moment(meeting.called.body.at)
    ))
}

/// `Mette: søg bolig, senest 1.5.2026`.
pub(super) fn decision(visit: &Visit, decision: &Decision) -> String {
    let what = if decision.who.trim().is_empty() {
        decision.what.clone()
    } else {
        format!("{}: {}", decision.who, decision.what)
    };
    match decision.by {
        Some(day) => visit
            .t
            .a2("decision-by", &("what", what), &("day", visit.t.date(day))),
        None => what,
    }
}

fn shown(visit: &Visit, view: &PathwayView, number: u32, meeting: &Meeting) -> Shown {
    let called = &meeting.called.body;
    let told = |text: &str| {
        if text.trim().is_empty() {
            visit.t.s("unknown")
        } else {
            text.to_owned()
        }
    };
    let name = name(visit, number);
    let mut shown = Shown {
        name: name.clone(),
        at: visit.moment(called.at),
        place: told(&called.place),
        purpose: told(&called.purpose),
        people: called.invited.clone(),
        ..Shown::default()
    };
    let without = view.left_over.iter();
    let without = without.filter(|(reference, _)| reference == &called.reference);
    shown.without = without
        .map(|(_, unit)| {
            let unit = view.directory.name(unit).to_owned();
            visit.t.a("meeting-without-consent", &("unit", unit))
        })
        .collect();
    if let Some(held) = &meeting.held {
        shown.at = moment(visit, held.occurred);
        shown.people.clone_from(&held.body.attended);
        shown.minutes =
            Some(held.body.minutes.clone()).filter(|minutes| !minutes.trim().is_empty());
        shown.decisions = held
            .body
            .decisions
            .iter()
            .map(|d| decision(visit, d))
            .collect();
    } else if let Some(cancelled) = &meeting.cancelled {
        shown.name = visit.t.a("meeting-cancelled", &("name", name));
        shown.minutes =
            Some(cancelled.body.reason.clone()).filter(|reason| !reason.trim().is_empty());
    } else if !view.pathway.is_closed() {
        shown.write = Some(paths::minutes(view.id.as_str(), called.reference.as_str()));
        let change = paths::meeting_change(view.id.as_str(), called.reference.as_str());
        shown.change = Some(change);
    }
    if shown.people.is_empty() {
        shown.people.push(visit.t.s("unknown"));
    }
    shown
}

/// What the agreement says of meetings, when the reader knows which municipality acts.
fn rule(visit: &Visit, view: &PathwayView) -> Option<String> {
    view.pathway.municipality.as_ref()?;
    let answers = &view.agreement.as_ref()?.answers;
    let least = answers
        .meetings_minimum
        .map(|n| visit.t.a("meetings-minimum", &("n", n)));
    let notice = answers
        .notice_days
        .map(|n| visit.t.a("meetings-notice", &("n", n)));
    let parts: Vec<String> = [least, notice].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| visit.t.a("meetings-rule", &("parts", parts.join(", "))))
}
