// SPDX-License-Identifier: EUPL-1.2
//! *Referat*: when the meeting was held, who came, and what was decided by whom and when.

use super::meeting::moment;
use super::{Case, chosen, day, needed, open, typed, wrong};
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{DECISIONS, MinutesForm, row_field};
use traad_domain::body::{Decision, MeetingHeld};
use traad_domain::pathway::Meeting;
use traad_domain::refusal::{NotNow, Problem};
use traad_domain::time::Occurred;

const FIELDS: [(&str, &str); 2] = [("minutes", "referat"), ("occurred", "dato")];

/// The form, with the day it was called for.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let mut form = visit.blank();
    let at = visit.local(waiting(visit, &case)?.called.body.at);
    form.values = vec![
        ("dato".to_owned(), visit.t.date(at.date())),
        (
            "tid".to_owned(),
            format!("{}.{:02}", at.hour(), at.minute()),
        ),
    ];
    show(visit, &case, 200, form)
}

/// Writes the minutes.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let read = read(visit, meeting(visit, &case)?, &mut form);
    let Some((held, occurred)) = read else {
        return show(visit, &case, 422, form);
    };
    match visit.app.hold_meeting(&case.ctx, &case.id, &held, occurred) {
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

fn read(visit: &Visit, meeting: &Meeting, form: &mut Form) -> Option<(MeetingHeld, Occurred)> {
    let at = moment(visit, form);
    if at.is_some_and(|at| at > visit.now) {
        wrong(visit, form, "dato", Problem::InTheFuture);
    }
    let invited = &meeting.called.body.invited;
    let attended: Vec<String> = chosen(form, "deltog")
        .filter(|who| invited.iter().any(|i| i == who))
        .map(str::to_owned)
        .collect();
    if attended.is_empty() {
        wrong(visit, form, "deltog", Problem::NotChosen);
    }
    let minutes = needed(visit, form, "referat");
    let decisions = (1..=DECISIONS)
        .filter_map(|row| decision(visit, form, &row.to_string()))
        .collect();
    if !form.errors.is_empty() {
        return None;
    }
    let reference = meeting.called.body.reference.clone();
    Some((
        MeetingHeld {
            reference,
            attended,
            minutes: minutes?,
            decisions,
        },
        Occurred::at(at?),
    ))
}

/// One row, when something was written in it: then all three are needed.
fn decision(visit: &Visit, form: &mut Form, row: &str) -> Option<Decision> {
    let fields = ["hvem", "hvad", "senest"].map(|part| row_field(part, row));
    if fields.iter().all(|field| typed(form, field).is_none()) {
        return None;
    }
    let [who, what, by] = fields;
    let (who, what) = (needed(visit, form, &who), needed(visit, form, &what));
    if typed(form, &by).is_none() {
        wrong(visit, form, &by, Problem::Missing);
    }
    let by = day(visit, form, &by);
    Some(Decision {
        what: what?,
        who: who?,
        by: Some(by?),
    })
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let called = &meeting(visit, case)?.called.body;
    let view = MinutesForm {
        about: case.about(visit),
        form,
        meeting: called.reference.as_str().to_owned(),
        name: format!("{}, {}", called.purpose, visit.moment(called.at)),
        people: called
            .invited
            .iter()
            .map(|who| Choice::new(who.clone(), who.clone()))
            .collect(),
    };
    visit.page_with(status, Section::Other, &view)
}
