// SPDX-License-Identifier: EUPL-1.2
//! *Ændr mødet*: it is moved, a unit is taken off, or the whole meeting is cancelled.

use super::super::task::field;
use super::super::{Case, open, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::typed_time;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use traad_domain::body::{MeetingCancelled, MeetingMoved, ParticipantRemoved};
use traad_domain::id::UnitId;
use traad_domain::pathway::Meeting;
use traad_domain::refusal::{NotNow, Problem};

const FIELDS: [(&str, &str); 5] = [
    ("reason", "hvorfor"),
    ("", "aendring"),
    ("at", "dato"),
    ("place", "sted"),
    ("short_notice", "varsel-grund"),
];
const CANCEL: &str = "aflys";
const MOVE: &str = "flyt";

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let called = &meeting(visit, &case)?.called.body;
    let at = visit.local(called.at);
    let mut form = visit.blank();
    for (field, value) in [
        ("dato", visit.t.date(at.date())),
        ("tid", typed_time(at.time())),
        ("sted", called.place.clone()),
    ] {
        form.values.push((field.to_owned(), value));
    }
    show(visit, &case, 200, form)
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
    let written = if change == MOVE {
        let Some(at) = super::moment(visit, &mut form) else {
            return show(visit, &case, 422, form);
        };
        let moved = MeetingMoved {
            reference,
            at,
            place: typed(&form, "sted").unwrap_or_default(),
            short_notice: typed(&form, "varsel-grund"),
        };
        visit.app.move_meeting(&case.ctx, &case.id, &moved)
    } else if change == CANCEL {
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
    let move_it = Choice::new(MOVE, visit.t.s("meeting-move"));
    let choices = std::iter::once(move_it).chain(off).chain([cancel]);
    let mut fields = vec![
        field("aendring", "meeting-what", AskKind::One(choices.collect())),
        field("dato", "meeting-new-day", AskKind::MaybeDate),
        field("tid", "notification-time", AskKind::MaybeLine),
        field("sted", "meeting-place", AskKind::MaybeLine),
        field("hvorfor", "meeting-why", AskKind::Note),
    ];
    if form.asks("varsel-grund") {
        fields.insert(4, field("varsel-grund", "work-meeting-late", AskKind::Line));
    }
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("meeting-change"),
        lead: Some(visit.moment(meeting.called.body.at)),
        button: visit.t.s("form-save"),
        post: paths::meeting_change(case.id.as_str(), meeting.called.body.reference.as_str()),
        fields,
    };
    visit.page_with(status, Section::Other, &view)
}
