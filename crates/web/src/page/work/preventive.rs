// SPDX-License-Identifier: EUPL-1.2
//! *SSD-møde*: the municipal circle is called to its one meeting about a child, and each tells there what is needed
//! (SEL § 49 a).

use super::information::entry_choices;
use super::task::field;
use super::{Case, chosen, needed, needed_day, open, typed, wrong};
use crate::page::pathway::consents::units;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::parts::Link;
use crate::view::work::{AskForm, AskKind};
use traad_app::PathwayView;
use traad_domain::body::{PathwayKind, PreventiveMeetingCalled};
use traad_domain::decide::preventive::can_tell;
use traad_domain::id::{EntryId, RefId, UnitId};
use traad_domain::pathway::Noted;
use traad_domain::refusal::{NotNow, Problem};

/// Which field of the form a field of the domain is. The first takes what is no matter of one field.
const FIELDS: [(&str, &str); 5] = [
    ("units", "enheder"),
    ("on", "dag"),
    ("why", "hvorfor"),
    ("again", "igen"),
    ("entries", "poster"),
];

/// The form to call the circle together.
pub(crate) fn call_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = opened(visit)?;
    show_call(visit, &case, 200, visit.blank())
}

/// Calls it.
pub(crate) fn call_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = opened(visit)?;
    let mut form = visit.sent();
    let on = needed_day(visit, &mut form, "dag", Problem::NotChosen);
    let units: Vec<UnitId> = chosen(&form, "enheder").map(UnitId::new).collect();
    if units.is_empty() {
        wrong(visit, &mut form, "enheder", Problem::NotChosen);
    }
    let why = needed(visit, &mut form, "hvorfor");
    let (Some(on), Some(why), true) = (on, why, form.errors.is_empty()) else {
        return show_call(visit, &case, 422, form);
    };
    let called = PreventiveMeetingCalled {
        reference: RefId::new(""),
        on,
        units,
        why,
        again: typed(&form, "igen"),
    };
    match visit
        .app
        .call_preventive_meeting(&case.ctx, &case.id, &called)
    {
        Ok(_) => Ok(case.to("samtykker", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show_call(visit, &case, status, form)
        }
    }
}

/// The form to tell what the unit said at a meeting.
pub(crate) fn tell_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    held(visit, &case)?;
    show_tell(visit, &case, 200, visit.blank())
}

/// Tells it.
pub(crate) fn tell_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let reference = held(visit, &case)?.body.reference.clone();
    let told: Vec<EntryId> = chosen(&form, "poster").map(EntryId::new).collect();
    let what = (reference.as_str(), told.as_slice());
    match visit
        .app
        .tell_at_preventive_meeting(&case.ctx, &case.id, what)
    {
        Ok(_) => Ok(case.to("samtykker", "sendt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show_tell(visit, &case, status, form)
        }
    }
}

/// What the tab says of these meetings: each the reader's unit is on, with what can be done, and the way to call one.
pub(crate) fn listed(
    visit: &Visit,
    view: &PathwayView,
) -> (Vec<(String, Option<Link>)>, Option<Link>) {
    let Ok(own) = visit.ctx().map(|ctx| ctx.actor.unit.id.clone()) else {
        return (Vec::new(), None);
    };
    let all = view.pathway.preventive.iter().filter(|one| one.has(&own));
    let line = |meeting: &Noted<PreventiveMeetingCalled>| {
        let on_it: Vec<UnitId> = meeting.on_it().cloned().collect();
        let day = visit.t.date(meeting.body.on);
        let who = units(view, &on_it);
        let words = visit.t.a2("preventive-line", &("day", day), &("who", who));
        let href = paths::preventive(view.id.as_str(), meeting.body.reference.as_str());
        let tell = Link {
            href,
            words: visit.t.s("preventive-tell"),
        };
        (
            words,
            Some(tell).filter(|_| view.writes && meeting.body.on <= visit.today()),
        )
    };
    let calls = may_call(visit, view, &own).then(|| Link {
        href: paths::pathway(view.id.as_str(), "ssd"),
        words: visit.t.s("preventive-call"),
    });
    (all.map(line).collect(), calls)
}

/// Whether the circle can be called from here: about a child, by one of the circle.
fn may_call(visit: &Visit, view: &PathwayView, own: &UnitId) -> bool {
    let child = view.pathway.kind == Some(PathwayKind::Child);
    let circle = visit.app.preventive_circle();
    child && view.writes && circle.has(&view.directory, own)
}

/// The pathway, for those who can call the circle.
fn opened(visit: &Visit) -> Result<Case, Fault> {
    let case = open(visit)?;
    let own = &case.ctx.actor.unit.id;
    if !case.is_a_childs() {
        return Err(Fault::NotNow(NotNow::NotAChild));
    }
    if may_call(visit, &case.view, own) {
        Ok(case)
    } else {
        Err(Fault::NotNow(NotNow::NotInTheCircle))
    }
}

/// The meeting of the address that the reader's unit is on, when its day has come.
fn held<'a>(visit: &Visit, case: &'a Case) -> Result<&'a Noted<PreventiveMeetingCalled>, Fault> {
    let found = case.view.pathway.preventive_meeting(visit.param("moede"));
    let ours = found.filter(|meeting| meeting.has(&case.ctx.actor.unit.id));
    let meeting = ours.ok_or(Fault::NotFound)?;
    if visit.today() < meeting.body.on {
        return Err(Fault::NotNow(NotNow::MeetingNotHeld));
    }
    Ok(meeting)
}

fn show_call(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let own = &case.ctx.actor.unit.id;
    let circle = visit.app.preventive_circle();
    let directory = &case.view.directory;
    let others = case.units().into_iter();
    let others = others.filter(|unit| &unit.id != own && circle.has(directory, &unit.id));
    let others = others.map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()));
    let law = circle.paragraph.clone();
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("preventive-call"),
        lead: Some(visit.t.a("preventive-call.lead", &("law", law))),
        button: visit.t.s("preventive-call.button"),
        post: paths::pathway(case.id.as_str(), "ssd"),
        fields: vec![
            field("dag", "preventive-day", AskKind::Date),
            field(
                "enheder",
                "preventive-units",
                AskKind::Many(others.collect()),
            ),
            field("hvorfor", "preventive-why", AskKind::Area),
            field("igen", "preventive-again", AskKind::Note),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}

fn show_tell(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let meeting = held(visit, case)?;
    let own = &case.ctx.actor.unit.id;
    let day = meeting.body.on;
    let entries = entry_choices(visit, case, |one| {
        let mut all = case.view.entries.iter();
        let found = all.find(|entry| &entry.id == one.root);
        found.is_some_and(|entry| can_tell(entry, day, own))
    });
    let others: Vec<UnitId> = meeting
        .on_it()
        .filter(|unit| *unit != own)
        .cloned()
        .collect();
    let who = units(&case.view, &others);
    let reference = meeting.body.reference.as_str();
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("preventive-tell"),
        lead: Some(visit.t.a2(
            "preventive-tell.lead",
            &("who", who),
            &("day", visit.t.date(day)),
        )),
        button: visit.t.s("preventive-tell.button"),
        post: paths::preventive(case.id.as_str(), reference),
        fields: vec![field(
            "poster",
            "preventive-entries",
            AskKind::Many(entries),
        )],
    };
    visit.page_with(status, Section::Other, &view)
}
