// SPDX-License-Identifier: EUPL-1.2
//! *Referat*: when the meeting was held, who came, and what was decided by whom and when. Written at the table: what is
//! known stands there, and the decisions are typed in one field.

mod decisions;

use super::meeting::moment;
use super::{Case, chosen, needed, open, typed, wrong};
use crate::page::pathway::{agenda, meetings};
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::{parse_date, typed_time};
use crate::view::form::{Choice, FieldError, Form};
use crate::view::frame::Section;
use crate::view::work::MinutesForm;
use decisions::{Doer, Line, line, unit_of};
use traad_domain::body::{HerPart, MeetingDecided, MeetingHeld};
use traad_domain::decide::meeting::Minutes;
use traad_domain::id::RefId;
use traad_domain::pathway::Meeting;
use traad_domain::refusal::{NotNow, Problem};
use traad_domain::time::Occurred;

const FIELDS: [(&str, &str); 3] = [
    ("minutes", "referat"),
    ("occurred", "dato"),
    ("decisions", "beslutninger"),
];

/// The form, with the day it was called for and those it was called with.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let mut form = visit.blank();
    let meeting = waiting(visit, &case)?;
    let at = visit.local(meeting.called.body.at);
    form.values = vec![
        ("dato".to_owned(), visit.t.date(at.date())),
        ("tid".to_owned(), typed_time(at.time())),
    ];
    let people = people(visit, &case, meeting).into_iter();
    form.values
        .extend(people.map(|one| ("deltog".to_owned(), one.value)));
    show(visit, &case, 200, form)
}

/// Writes the minutes.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let read = read(visit, &case, &mut form)?;
    let Some((held, decided, occurred)) = read else {
        return show(visit, &case, 422, form);
    };
    let minutes = Minutes {
        held: &held,
        decided: &decided,
        occurred,
    };
    match visit.app.hold_meeting(&case.ctx, &case.id, minutes) {
        Ok(_) => Ok(case.to("moeder", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn meeting<'a>(visit: &Visit, case: &'a Case) -> Result<&'a Meeting, Fault> {
    case.view
        .pathway
        .meeting(visit.param("moede"))
        .ok_or(Fault::NotFound)
}

/// The meeting, when it has not been held or cancelled.
fn waiting<'a>(visit: &Visit, case: &'a Case) -> Result<&'a Meeting, Fault> {
    let meeting = meeting(visit, case)?;
    if meeting.is_open() {
        Ok(meeting)
    } else {
        Err(Fault::NotNow(NotNow::NoSuchMeeting))
    }
}

type Read = (MeetingHeld, Vec<MeetingDecided>, Occurred);

fn read(visit: &Visit, case: &Case, form: &mut Form) -> Result<Option<Read>, Fault> {
    let meeting = meeting(visit, case)?;
    let at = moment(visit, form);
    if at.is_some_and(|at| at > visit.now) {
        wrong(visit, form, "dato", Problem::InTheFuture);
    }
    let her = asked_of_her(meeting);
    let part = HerPart::from_code(form.value("hun")).filter(|_| her);
    if her && part.is_none() {
        wrong(visit, form, "hun", Problem::NotChosen);
    }
    let attended = attended(visit, case, meeting, (form, part));
    if attended.is_empty() && !her {
        wrong(visit, form, "deltog", Problem::NotChosen);
    }
    let minutes = needed(visit, form, "referat");
    let decided = decided(visit, case, meeting, form);
    let (Some(at), Some(minutes)) = (at, minutes) else {
        return Ok(None);
    };
    let held = MeetingHeld {
        reference: meeting.called.body.reference.clone(),
        attended,
        her_part: part,
        minutes,
        decisions: Vec::new(),
        changes_plan: form.has("plan", "ja"),
    };
    let read = (held, decided, Occurred::at(at));
    Ok(form.errors.is_empty().then_some(read))
}

/// Whether the minutes ask if she was there.
fn asked_of_her(meeting: &Meeting) -> bool {
    meeting.called.body.her == Some(true)
}

/// Who came, by the names of the invitation; she first.
fn attended(
    visit: &Visit,
    case: &Case,
    meeting: &Meeting,
    (form, part): (&Form, Option<HerPart>),
) -> Vec<String> {
    let invited = &meeting.called.body.invited;
    let others = chosen(form, "deltog").filter(|who| invited.iter().any(|i| i == who));
    let her = (part == Some(HerPart::Came)).then(|| her(visit, case));
    her.into_iter().chain(others.map(str::to_owned)).collect()
}

fn her(visit: &Visit, case: &Case) -> String {
    crate::page::person::name(visit, case.view.person.as_ref())
}

/// The decisions, one a line; a line that is none is told back with its number and how to write it.
fn decided(visit: &Visit, case: &Case, meeting: &Meeting, form: &mut Form) -> Vec<MeetingDecided> {
    let own = &case.ctx.actor.unit.id;
    let doers = doers(case, meeting);
    let typed = typed(form, "beslutninger").unwrap_or_default();
    let mut decided = Vec::new();
    for words in typed.lines().filter(|line| !line.trim().is_empty()) {
        let Some(Line { who, what, by }) = line(words, visit.today(), parse_date) else {
            form.errors.push(FieldError {
                field: "beslutninger".to_owned(),
                message: visit
                    .t
                    .a("work-minutes-line", &("line", words.trim().to_owned())),
            });
            continue;
        };
        decided.push(MeetingDecided {
            reference: RefId::default(),
            meeting: meeting.called.body.reference.clone(),
            unit: unit_of(&who, &doers, own),
            who,
            what,
            by,
        });
    }
    decided
}

/// The units at the meeting, by the names of the invitation and of who coordinates.
fn doers(case: &Case, meeting: &Meeting) -> Vec<Doer> {
    let coordinator = case.view.pathway.coordinator.iter();
    let coordinator = coordinator.map(|now| Doer {
        name: now.body.name.clone(),
        unit: now.body.unit.clone(),
    });
    let units = meeting.units.iter().map(|unit| Doer {
        name: case.view.directory.name(unit).to_owned(),
        unit: unit.clone(),
    });
    coordinator.chain(units).collect()
}

fn people(visit: &Visit, case: &Case, meeting: &Meeting) -> Vec<Choice> {
    let her = her(visit, case);
    let asked = asked_of_her(meeting);
    let names = meeting.called.body.invited.iter();
    let others = names.filter(|name| !asked || **name != her);
    others
        .map(|who| Choice::new(who.clone(), who.clone()))
        .collect()
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let meeting = meeting(visit, case)?;
    let called = &meeting.called.body;
    let wishes = meetings::her_wishes(visit, &case.view).into_iter();
    let view = MinutesForm {
        about: case.about(visit),
        form,
        meeting: called.reference.as_str().to_owned(),
        name: format!("{}, {}", called.purpose, visit.moment(called.at)),
        people: people(visit, case, meeting),
        her: asked_of_her(meeting),
        agenda: wishes
            .chain(agenda::open_questions(visit, &case.view))
            .collect(),
    };
    visit.page_with(status, Section::Other, &view)
}
