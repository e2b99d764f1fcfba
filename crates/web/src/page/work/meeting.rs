// SPDX-License-Identifier: EUPL-1.2
//! *Indkald til møde*: her wishes first on the agenda, what the agreement says followed or explained, and nobody from her own
//! life called of itself.

pub(crate) mod change;
mod invitee;
pub(crate) mod times;

use super::{Case, chosen, needed, needed_day, open, typed, wish, wrong};
use crate::page::agreement::cite_all;
use crate::page::pathway::agenda;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::parse_time;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::MeetingForm;
use invitee::Invitee;
use jiff::Timestamp;
use traad_domain::body::{AttendanceSupport, MeetingCalled, SupportAgreed};
use traad_domain::decide::meeting::Agreed;
use traad_domain::id::{RefId, UnitId};
use traad_domain::refusal::Problem;
use traad_domain::time::{local_date, zone};

pub(super) const FIELDS: [(&str, &str); 11] = [
    ("units", "deltager"),
    ("people", "deltager"),
    ("purpose", "formaal"),
    ("at", "dato"),
    ("short_notice", "varsel-grund"),
    ("other_convener", "indkalder-grund"),
    ("not_listed", "liste-grund"),
    ("despite_risk", "vold-grund"),
    ("support", "stoette"),
    ("support_note", "stoette-note"),
    ("support_unit", "stoette-hvem"),
];

/// The elements of the plan that help her to come (rows S4-049, S4-060).
const SUPPORT_ELEMENTS: [&str; 2] = ["AE2", "DE6"];

/// The form, with those chosen who work with her already.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let mut form = visit.blank();
    form.values = invitee::all(visit, &case)
        .into_iter()
        .filter(|one| one.chosen)
        .map(|one| ("deltager".to_owned(), one.choice.value))
        .collect();
    let unit = supporter(&case).as_str().to_owned();
    form.values.push(("stoette-hvem".to_owned(), unit));
    show(visit, &case, 200, form)
}

/// Calls the meeting.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let Some(called) = read(visit, &case, &mut form) else {
        return show(visit, &case, 422, form);
    };
    let support = support(&case, &form);
    let meeting = (&called, support.as_ref());
    match visit.app.call_meeting(&case.ctx, &case.id, meeting) {
        Ok(_) => Ok(case.to("moeder", "sendt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

/// What the agreement says, as far as the writer may know which counts.
fn agreed(case: &Case) -> Agreed<'_> {
    Agreed {
        answers: case.view.agreement.as_ref().map(|agreed| &agreed.answers),
        earliest: None,
        directory: &case.view.directory,
    }
}

/// The unit that sees to her coming, when nobody has chosen: the one the plan names for it, or the writer's own.
pub(super) fn supporter(case: &Case) -> &UnitId {
    let plan = case.view.pathway.plan.iter();
    let mut running = plan.flat_map(traad_domain::pathway::Plan::running);
    let helps = |element: &str| SUPPORT_ELEMENTS.contains(&element);
    let found = running.find(|one| one.intervention.element.as_deref().is_some_and(helps));
    let unit = found.and_then(|one| one.intervention.responsible.as_ref());
    unit.unwrap_or(&case.ctx.actor.unit.id)
}

fn read(visit: &Visit, case: &Case, form: &mut Form) -> Option<MeetingCalled> {
    let purpose = needed(visit, form, "formaal");
    let at = moment(visit, form);
    let place = needed(visit, form, "sted");
    let known = invitee::all(visit, case);
    let picked: Vec<Invitee> = known
        .into_iter()
        .filter(|one| form.has("deltager", &one.choice.value))
        .collect();
    if picked.is_empty() {
        wrong(visit, form, "deltager", Problem::NotChosen);
    }
    if !form.errors.is_empty() {
        return None;
    }
    let mut called = MeetingCalled {
        at: at?,
        place: place?,
        purpose: purpose?,
        short_notice: typed(form, "varsel-grund"),
        other_convener: typed(form, "indkalder-grund"),
        not_listed: typed(form, "liste-grund"),
        despite_risk: typed(form, "vold-grund"),
        settles: typed(form, "forslag").map(RefId::new),
        ..MeetingCalled::default()
    };
    invitee::invite(&mut called, picked);
    Some(called)
}

/// What was agreed with her to help her come, when anything was.
pub(super) fn support(case: &Case, form: &Form) -> Option<SupportAgreed> {
    let support: Vec<_> = chosen(form, "stoette")
        .filter_map(AttendanceSupport::from_code)
        .collect();
    let note = typed(form, "stoette-note").unwrap_or_default();
    if support.is_empty() && note.is_empty() {
        return None;
    }
    let own = || case.ctx.actor.unit.id.clone();
    Some(SupportAgreed {
        meeting: RefId::default(),
        support,
        note,
        unit: typed(form, "stoette-hvem").map_or_else(own, UnitId::new),
        by: local_date(case.ctx.now),
    })
}

/// The day and time of the fields `dato` and `tid`.
pub(super) fn moment(visit: &Visit, form: &mut Form) -> Option<Timestamp> {
    let day = needed_day(visit, form, "dato", Problem::Missing);
    let time = parse_time(form.value("tid"));
    if time.is_none() {
        super::problem::add(visit, form, "tid", "work-error", "time");
    }
    let moment = day?.to_datetime(time?).to_zoned(zone()).ok();
    if moment.is_none() {
        wrong(visit, form, "dato", Problem::NotADate);
    }
    moment.map(|moment| moment.timestamp())
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let view = &case.view;
    let agreed = agreed(case);
    let notice = agreed.answers.and_then(|answers| answers.notice_days);
    let wishes = view.pathway.wishes.iter().rev();
    let assessed = view.pathway.assessments.last();
    let convenes = agreed.convenes(&view.pathway, &case.ctx.actor.unit.id);
    let units = case.units().into_iter();
    let view = MeetingForm {
        about: case.about(visit),
        wishes: wishes
            .map(|w| wish(visit, w.body.wish, &w.body.words, w.occurred.date()))
            .collect(),
        agenda: agenda::open_questions(visit, view),
        people: invitee::all(visit, case)
            .into_iter()
            .map(|one| one.choice)
            .collect(),
        units: units
            .map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()))
            .collect(),
        rules: cite_all(
            visit,
            view.agreement.as_ref(),
            &[
                "indkalder",
                "varsel-hvordan",
                "indkaldes",
                "netvaerk-hvornaar",
                "netvaerk-hvordan",
            ],
        ),
        rule: notice.map(|days| visit.t.a("work-rule-notice", &("days", i64::from(days)))),
        other_convener: !convenes,
        proposal: typed(&form, "forslag"),
        plain: assessed.is_some_and(|made| made.body.easy_read),
        form,
    };
    visit.page_with(status, Section::Other, &view)
}
