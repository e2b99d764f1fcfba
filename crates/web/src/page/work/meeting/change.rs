// SPDX-License-Identifier: EUPL-1.2
//! *Ændr mødet*: a unit is taken off, or the whole meeting is cancelled.

use super::super::task::field;
use super::super::{Case, open, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use traad_domain::body::{MeetingCancelled, ParticipantRemoved};
use traad_domain::id::UnitId;
use traad_domain::pathway::Meeting;
use traad_domain::refusal::{NotNow, Problem};

const FIELDS: [(&str, &str); 2] = [("reason", "hvorfor"), ("", "aendring")];
const CANCEL: &str = "aflys";

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    show(visit, &case, 200, visit.blank())
}

/// Changes the meeting.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let Some(change) = typed(&form, "aendring") else {
        wrong(visit, &mut form, "aendring", Problem::NotChosen);
        return show(visit, &case, 422, form);
    };
    let reference = meeting(visit, &case)?.called.body.reference.clone();
    let written = if change == CANCEL {
        let cancelled = MeetingCancelled {
            reference,
            reason: typed(&form, "hvorfor").unwrap_or_default(),
        };
        visit.app.cancel_meeting(&case.ctx, &case.id, &cancelled)
    } else {
        let removed = ParticipantRemoved {
            reference,
            unit: UnitId::new(change),
        };
        visit.app.remove_participant(&case.ctx, &case.id, &removed)
    };
    match written {
        Ok(_) => Ok(case.to("moeder", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn meeting<'a>(visit: &Visit, case: &'a Case) -> Result<&'a Meeting, Fault> {
    let found = case.view.pathway.meeting(visit.param("moede"));
    let found = found.ok_or(Fault::NotFound)?;
    if found.is_open() {
        Ok(found)
    } else {
        Err(Fault::NotNow(NotNow::NoSuchMeeting))
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let meeting = meeting(visit, case)?;
    let own = &case.ctx.actor.unit.id;
    let units = meeting.units.iter().filter(|unit| *unit != own);
    let off = units.map(|unit| {
        let name = case.view.directory.name(unit).to_owned();
        Choice::new(unit.as_str(), visit.t.a("meeting-off", &("unit", name)))
    });
    let cancel = Choice::new(CANCEL, visit.t.s("meeting-cancel"));
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("meeting-change"),
        lead: Some(visit.moment(meeting.called.body.at)),
        button: visit.t.s("form-save"),
        post: paths::meeting_change(case.id.as_str(), meeting.called.body.reference.as_str()),
        fields: vec![
            field(
                "aendring",
                "meeting-what",
                AskKind::One(off.chain([cancel]).collect()),
            ),
            field("hvorfor", "meeting-why", AskKind::Note),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}
