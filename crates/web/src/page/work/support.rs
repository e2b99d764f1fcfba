// SPDX-License-Identifier: EUPL-1.2
//! *Støtte til fremmøde*: what she and the unit have agreed can help her to a meeting that is called already (rows S4-049,
//! S4-060).

use super::meeting::{FIELDS, support, supporter};
use super::task::field;
use super::{Case, open, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind, SUPPORT};
use traad_domain::body::SupportAgreed;
use traad_domain::id::RefId;
use traad_domain::refusal::Problem;

/// The form; without a meeting to come one is called first.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    if coming(visit, &case).is_empty() {
        return Ok(Answer::To(paths::pathway(case.id.as_str(), "moede/ny")));
    }
    let mut form = visit.blank();
    let unit = supporter(&case).as_str().to_owned();
    form.values.push(("stoette-hvem".to_owned(), unit));
    show(visit, &case, 200, form)
}

/// Writes what was agreed.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let meetings = coming(visit, &case);
    let meeting = match meetings.as_slice() {
        [only] => Some(only.value.clone()),
        _ => typed(&form, "moedet"),
    };
    let Some(meeting) = meeting else {
        wrong(visit, &mut form, "moedet", Problem::NotChosen);
        return show(visit, &case, 422, form);
    };
    let Some(agreed) = support(&case, &form) else {
        wrong(visit, &mut form, "stoette", Problem::NotChosen);
        return show(visit, &case, 422, form);
    };
    let agreed = SupportAgreed {
        meeting: RefId::new(meeting),
        ..agreed
    };
    match visit.app.arrange_support(&case.ctx, &case.id, &agreed) {
        Ok(_) => Ok(case.to("moeder", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

/// Meetings she can be helped to come to.
fn coming(visit: &Visit, case: &Case) -> Vec<Choice> {
    let all = case.view.pathway.meetings.iter();
    let coming = all.filter(|m| m.is_coming(visit.now));
    coming
        .map(|m| {
            let called = &m.called.body;
            Choice::new(called.reference.as_str(), visit.moment(called.at))
        })
        .collect()
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let meetings = coming(visit, case);
    let lead = match meetings.as_slice() {
        [only] => Some(only.label.clone()),
        _ => None,
    };
    let codes = SUPPORT.split(' ');
    let ways = codes.map(|code| Choice::new(code, visit.t.of("work-support", code)));
    let units = case.units().into_iter();
    let units = units.map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()));
    let mut fields = vec![
        field("stoette", "work-support", AskKind::Many(ways.collect())),
        field("stoette-note", "work-support-note", AskKind::MaybeLine),
        field(
            "stoette-hvem",
            "work-support-who",
            AskKind::List(units.collect()),
        ),
    ];
    if lead.is_none() {
        fields.insert(
            0,
            field("moedet", "work-support-meeting", AskKind::One(meetings)),
        );
    }
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("work-support-title"),
        lead,
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), "moede/stoette"),
        fields,
    };
    visit.page_with(status, Section::Other, &view)
}
