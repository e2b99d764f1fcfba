// SPDX-License-Identifier: EUPL-1.2
//! *Møder*: network meetings to come and held, with their decisions.

use super::entry::moment;
use super::{agenda, head, open, writes};
use crate::calendar::Event;
use crate::page::agreement::{cite_all, meeting_positions};
use crate::page::work::meeting::times;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::frame::Section;
use crate::view::pathway::{Meeting as Shown, MeetingsPage, Planned, Proposed, ProposedTime};
use jiff::Timestamp;
use jiff::civil::Date;
use traad_app::PathwayView;
use traad_domain::body::{
    AttendanceSupport, Decision, MeetingDecided, MeetingHeld, SupportAgreed, TimesAsked, WishKind,
};
use traad_domain::pathway::{Meeting, Noted, Proposal};

/// The tab.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    let own = visit.ctx()?.actor.unit.id;
    let mut coming: Vec<_> = numbered(&view)
        .into_iter()
        .filter(|(_, m)| m.is_open_to(&own))
        .collect();
    coming.sort_by_key(|(_, meeting)| meeting.called.body.at);
    let past = numbered(&view)
        .into_iter()
        .rev()
        .filter(|(_, m)| !m.is_open_to(&own));
    let page = MeetingsPage {
        head: head(visit, &view),
        coming: coming
            .into_iter()
            .map(|(n, m)| shown(visit, &view, n, m))
            .collect(),
        held: past.map(|(n, m)| shown(visit, &view, n, m)).collect(),
        planned: planned(visit, &view),
        agenda: agenda(visit, &view),
        proposals: proposals(visit, &view)?,
        ask: writes(&view, "moede/tider"),
        form: visit.blank(),
        rule: rule(visit, &view),
        call: writes(&view, "moede/ny"),
    };
    visit.page(Section::Other, &page)
}

/// What the next meeting is to talk about: her wishes, then what is open. Nothing of a pathway that has ended.
fn agenda(visit: &Visit, view: &PathwayView) -> Vec<String> {
    if view.pathway.is_closed() {
        return Vec::new();
    }
    let wishes = her_wishes(visit, view).into_iter();
    wishes.chain(agenda::open_questions(visit, view)).collect()
}

/// Her wishes, dreams and decisions as a line each, the newest first: they stand first on every agenda.
pub(crate) fn her_wishes(visit: &Visit, view: &PathwayView) -> Vec<String> {
    let said = view.pathway.wishes.iter().rev();
    let said = said.filter(|wish| wish.body.wish != WishKind::NotSaying);
    said.map(|wish| {
        let words = wish.body.words.trim().to_owned();
        visit.t.a("agenda-wish", &("words", words))
    })
    .collect()
}

/// Times that are proposed and not settled: who they suit, and what the reader can do.
fn proposals(visit: &Visit, view: &PathwayView) -> Result<Vec<Proposed>, Fault> {
    let own = visit.ctx()?.actor.unit.id;
    let waits = view.pathway.proposals.iter().filter(|p| !p.settled);
    let open = waits.filter(|_| view.writes && !view.pathway.is_closed());
    Ok(open
        .filter_map(|proposal| {
            let first = proposal.asked.first()?;
            let asks = first.author.unit == own;
            let reference = proposal.reference.as_str();
            let id = view.id.as_str();
            Some(Proposed {
                purpose: first.body.purpose.clone(),
                times: proposal
                    .times()
                    .iter()
                    .map(|time| suits(visit, view, proposal, *time))
                    .collect(),
                call: asks.then(|| paths::meeting_times(id, reference, "indkald")),
                answer: (!asks).then(|| paths::meeting_times(id, reference, "")),
            })
        })
        .collect())
}

/// One time with what each has answered, as far as the reader knows who was asked.
fn suits(visit: &Visit, view: &PathwayView, proposal: &Proposal, time: Timestamp) -> ProposedTime {
    let line = |asked: &Noted<TimesAsked>| {
        let unit = asked.body.unit.as_ref();
        let who = match unit {
            Some(unit) => view.directory.name(unit).to_owned(),
            None => super::who(visit, view),
        };
        let answer = match proposal.suits(unit, time) {
            Some(true) => "yes",
            Some(false) => "no",
            None => "waits",
        };
        let answer = visit.t.of("times-one", answer);
        visit
            .t
            .a2("times-who-says", &("who", who), &("answer", answer))
    };
    ProposedTime {
        value: times::value(time),
        at: visit.moment(time),
        who: proposal.asked.iter().map(line).collect(),
        all: proposal.suits_all(time),
    }
}

/// The meetings the agreement says there should be, each with its time and whether it has been called (row S2-066).
fn planned(visit: &Visit, view: &PathwayView) -> Vec<Planned> {
    let pathway = &view.pathway;
    let known = pathway.municipality.is_some() && !pathway.is_closed() && !pathway.lost;
    let Some(agreement) = view.agreement.as_ref().filter(|_| known) else {
        return Vec::new();
    };
    let born = pathway.birth.map(|birth| birth.date());
    let days = meeting_positions(visit, &agreement.answers, (pathway.lmp(), born));
    let held = pathway.meetings_held();
    let called = pathway.meetings.iter().filter(|m| m.is_open()).count();
    let line = |(place, (words, day)): (usize, (String, Option<Date>))| {
        let state = if place < held {
            "held"
        } else if place < held + called {
            "called"
        } else {
            "waits"
        };
        let when = match day {
            Some(day) => visit.t.a2(
                "meetings-around",
                &("when", words),
                &("day", visit.t.date(day)),
            ),
            None => words,
        };
        Planned {
            name: name(visit, u32::try_from(place + 1).unwrap_or(u32::MAX)),
            when,
            state: visit.t.of("meetings-planned", state),
        }
    };
    days.into_iter().enumerate().map(line).collect()
}

/// A meeting for the reader's own calendar.
pub(crate) fn calendar(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    // Nobody who is here by nødadgang or ledelsestilsyn takes anything along.
    if !view.writes {
        return Err(Fault::Forbidden);
    }
    let meeting = view.pathway.meeting(visit.param("moede"));
    Ok(Answer::Calendar(event(
        visit,
        meeting.ok_or(Fault::NotFound)?,
    )))
}

/// A meeting as a file for a calendar: when, and nothing else.
pub(crate) fn event(visit: &Visit, meeting: &Meeting) -> String {
    let called = &meeting.called.body;
    let cancelled = meeting.cancelled.is_some();
    let event = Event {
        id: called.reference.as_str(),
        title: &visit.t.s("calendar-title"),
        at: called.at,
        made: visit.now,
        version: meeting.moved + u32::from(cancelled),
        cancelled,
    };
    event.file()
}

/// Meetings in the order they were called, from 1.
pub(super) fn numbered(view: &PathwayView) -> Vec<(u32, &Meeting)> {
    (1..).zip(&view.pathway.meetings).collect()
}

/// `Netværksmøde 2`.
pub(super) fn name(visit: &Visit, number: u32) -> String {
    visit.t.a("meeting-name", &("n", number))
}

/// The next meeting, in a line; none for a department that has handed the case over.
pub(super) fn next(visit: &Visit, view: &PathwayView) -> Option<String> {
    let own = &visit.login.as_ref()?.actor.unit.id;
    if view.pathway.has_left(own) {
        return None;
    }
    let open = numbered(view)
        .into_iter()
        .filter(|(_, m)| m.is_coming(visit.now) && !m.is_off(own));
    let (number, meeting) = open.min_by_key(|(_, m)| m.called.body.at)?;
    Some(format!(
        "{}, {}",
        name(visit, number),
        visit.moment(meeting.called.body.at)
    ))
}

/// `Mette: søg bolig, senest 1.5.2026`.
pub(super) fn decided(visit: &Visit, decided: &MeetingDecided) -> String {
    decision(
        visit,
        &Decision {
            what: decided.what.clone(),
            who: decided.who.clone(),
            by: Some(decided.by),
        },
    )
}

/// `ledsager, påmindelse – ring om morgenen (Familieafdelingen, Odense)`.
pub(super) fn support(visit: &Visit, view: &PathwayView, agreed: &SupportAgreed) -> String {
    let mut words = support_words(visit, &agreed.support);
    let note = agreed.note.trim();
    if !note.is_empty() {
        words = format!("{words} – {note}");
    }
    format!("{words} ({})", view.directory.name(&agreed.unit))
}

/// `ledsager, påmindelse`.
pub(crate) fn support_words(visit: &Visit, support: &[AttendanceSupport]) -> String {
    let words = support
        .iter()
        .map(|one| visit.t.of("attendance-support", one.code()));
    words.collect::<Vec<_>>().join(", ")
}

/// A decision of minutes that were written before each was an entry of its own.
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
        people: still_invited(view, meeting),
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
    let reply = meeting.reply.as_ref().filter(|_| meeting.is_open());
    shown.her = reply.map(|reply| visit.t.of("meeting-reply", reply.body.reply.code()));
    let own = visit.login.as_ref().map(|login| &login.actor.unit.id);
    let off = own.is_some_and(|unit| meeting.is_off(unit));
    if meeting.held.is_none() && view.writes && !off {
        let reference = called.reference.as_str();
        shown.calendar = Some(paths::meeting_calendar(view.id.as_str(), reference));
    }
    shown.support = meeting
        .support
        .iter()
        .map(|agreed| support(visit, view, &agreed.body))
        .collect();
    if let Some(held) = &meeting.held {
        written_down(visit, view, (meeting, held), &mut shown);
    } else if let Some(cancelled) = &meeting.cancelled {
        shown.name = visit.t.a("meeting-cancelled", &("name", name));
        shown.minutes =
            Some(cancelled.body.reason.clone()).filter(|reason| !reason.trim().is_empty());
    } else if off {
        shown.name = visit.t.a("meeting-is-off", &("name", name));
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

/// Who is invited now, in the words of the invitation: without the units that were taken off since.
fn still_invited(view: &PathwayView, meeting: &Meeting) -> Vec<String> {
    let called = &meeting.called.body;
    let off = called.units.iter().filter(|unit| meeting.is_off(unit));
    let off: Vec<&str> = off.map(|unit| view.directory.name(unit)).collect();
    let names = called
        .invited
        .iter()
        .filter(|name| !off.contains(&name.as_str()));
    names.cloned().collect()
}

/// What the minutes say.
fn written_down(
    visit: &Visit,
    view: &PathwayView,
    (meeting, held): (&Meeting, &Noted<MeetingHeld>),
    shown: &mut Shown,
) {
    shown.at = moment(visit, held.occurred);
    shown.people.clone_from(&held.body.attended);
    shown.minutes = Some(held.body.minutes.clone()).filter(|minutes| !minutes.trim().is_empty());
    shown.decisions = held
        .body
        .decisions
        .iter()
        .map(|d| decision(visit, d))
        .chain(meeting.decided.iter().map(|d| done(visit, view, &d.body)))
        .collect();
    shown.her = held
        .body
        .her_part
        .map(|part| visit.t.of("meeting-her", part.code()));
    shown.sent = sent(visit, view, meeting);
}

/// A decision, and that it is done when somebody has told so.
fn done(visit: &Visit, view: &PathwayView, body: &MeetingDecided) -> String {
    let words = decided(visit, body);
    if agenda::is_done(view, body.reference.as_str()) {
        visit.t.a("decision-done", &("what", words))
    } else {
        words
    }
}

/// Who got the minutes and who did not, for the unit that wrote them: those she has not said yes to meet with do not.
fn sent(visit: &Visit, view: &PathwayView, meeting: &Meeting) -> Option<String> {
    let held = meeting.held.as_ref()?;
    let own = &held.author.unit;
    // Whom she has not said yes to is nothing for the other units to know.
    if visit.ctx().ok()?.actor.unit.id != *own {
        return None;
    }
    let entry = view.entries.iter().find(|entry| entry.id == held.entry)?;
    let written = entry.written()?;
    let got = |unit: &&traad_domain::id::UnitId| {
        let shares = &written.envelope.shared_with;
        shares.iter().any(|share| &share.unit == *unit)
    };
    let others = meeting.units.iter().filter(|unit| *unit != own);
    let (got, not): (Vec<_>, Vec<_>) = others.partition(got);
    let names = |units: Vec<&traad_domain::id::UnitId>| {
        let names = units.into_iter().map(|unit| view.directory.name(unit));
        names.collect::<Vec<_>>().join(" · ")
    };
    let told = (!got.is_empty()).then(|| visit.t.a("minutes-sent", &("who", names(got))));
    let kept = (!not.is_empty()).then(|| visit.t.a("minutes-not-sent", &("who", names(not))));
    let both: Vec<String> = told.into_iter().chain(kept).collect();
    (!both.is_empty()).then(|| both.join(" "))
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
    let counted = visit.t.a("meetings-rule", &("parts", parts.join(", ")));
    let counted = (!parts.is_empty()).then_some(counted);
    let convener = cite_all(visit, view.agreement.as_ref(), &["indkalder"]);
    let lines: Vec<String> = counted.into_iter().chain(convener).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}
