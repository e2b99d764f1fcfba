// SPDX-License-Identifier: EUPL-1.2
//! Nødadgang and ledelsestilsyn: the forms that open them, the button that ends one, and the form of the unit that looks at
//! a nødadgang afterwards.

use super::problem;
use super::work::{needed, open as open_case, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::access::{EmergencyForm, ReviewForm, SupervisionForm, TeamOnly};
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::parts::{Fact, Link};
use traad_app::AppError;
use traad_domain::body::{EmergencyReviewed, SupervisionPurpose};
use traad_domain::id::PathwayId;
use traad_domain::pathway::{Grant, GrantKind};
use traad_domain::person::Cpr;
use traad_domain::policy::EMERGENCY_MINUTES;
use traad_domain::refusal::{NotNow, Problem};

/// *Nødadgang*: the form, and what is open now.
pub(crate) fn emergency_get(visit: &Visit) -> Result<Answer, Fault> {
    visit.needs_proof()?;
    show_emergency(visit, 200, visit.blank())
}

/// Opens a pathway.
pub(crate) fn emergency_post(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let mut form = visit.sent();
    if visit.needs_proof().is_err() {
        // What was typed stays: who one is can be proved in another window.
        problem::add(visit, &mut form, "cpr", "emergency-problem", "proof");
        return show_emergency(visit, 422, form);
    }
    let cpr = Cpr::parse(form.value("cpr")).ok();
    if cpr.is_none() {
        wrong(visit, &mut form, "cpr", Problem::NotACpr);
    }
    if typed(&form, "grund").is_none() {
        wrong(visit, &mut form, "grund", Problem::NeedsReason);
    }
    let (Some(cpr), true) = (cpr, form.errors.is_empty()) else {
        return show_emergency(visit, 422, form);
    };
    match visit.app.open_emergency(&ctx, &cpr, form.value("grund")) {
        Ok(id) => Ok(Answer::To(paths::pathway(id.as_str(), ""))),
        Err(AppError::NotFound) => {
            problem::add(visit, &mut form, "cpr", "emergency-problem", "nothing");
            show_emergency(visit, 422, form)
        }
        Err(error) => {
            problem::into_form(visit, &mut form, error, &[("reason", "grund")], |_| None)?;
            show_emergency(visit, 422, form)
        }
    }
}

fn show_emergency(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    let running = visit.app.running_emergencies(&visit.ctx()?)?;
    let view = EmergencyForm {
        form,
        minutes: EMERGENCY_MINUTES,
        running: running
            .iter()
            .map(|one| Link {
                href: paths::pathway(one.pathway.as_str(), ""),
                words: visit.t.a2(
                    "emergency-running-one",
                    &("case", one.case_number.clone()),
                    &("at", visit.moment(one.until)),
                ),
            })
            .collect(),
    };
    visit.page_with(status, Section::Other, &view)
}

/// Ends the reader's own.
pub(crate) fn end(visit: &Visit) -> Result<Answer, Fault> {
    let id = PathwayId::new(visit.param("id"));
    visit.app.end_emergency(&visit.ctx()?, &id)?;
    Ok(Answer::To(format!("{}?ok=noedadgang-slut", paths::TASKS)))
}

/// What the unit that looks at it afterwards is shown.
pub(crate) fn review_get(visit: &Visit) -> Result<Answer, Fault> {
    show_review(visit, 200, visit.blank())
}

/// Writes what was found.
pub(crate) fn review_post(visit: &Visit) -> Result<Answer, Fault> {
    let case = open_case(visit)?;
    let mut form = visit.sent();
    let yes_no = |form: &Form, name| match form.value(name) {
        "ja" => Some(true),
        "nej" => Some(false),
        _ => None,
    };
    let (justified, endangers) = (yes_no(&form, "grundlag"), yes_no(&form, "fare"));
    for (name, answer) in [("grundlag", justified), ("fare", endangers)] {
        if answer.is_none() {
            wrong(visit, &mut form, name, Problem::NotChosen);
        }
    }
    let found = needed(visit, &mut form, "fandt");
    let (Some(justified), Some(endangers), Some(conclusion)) = (justified, endangers, found) else {
        return show_review(visit, 422, form);
    };
    let reviewed = EmergencyReviewed {
        reference: grant(visit, &case.view.to_review)?.reference.clone(),
        justified,
        conclusion,
        endangers: endangers.then(|| form.value("fare-hvorfor").to_owned()),
    };
    match visit.app.review_emergency(&case.ctx, &case.id, &reviewed) {
        Ok(_) => Ok(Answer::To(format!(
            "{}?ok=noedadgang-set",
            paths::pathway(case.id.as_str(), "")
        ))),
        Err(error) => {
            let fields = [("conclusion", "fandt"), ("endangers", "fare-hvorfor")];
            problem::into_form(visit, &mut form, error, &fields, |_| None)?;
            show_review(visit, 422, form)
        }
    }
}

/// The nødadgang of the address, among those that wait.
fn grant<'a>(visit: &Visit, waiting: &'a [Grant]) -> Result<&'a Grant, Fault> {
    let reference = visit.param("noedadgang");
    let mut waiting = waiting.iter();
    let found = waiting.find(|grant| grant.reference.as_str() == reference);
    found.ok_or(Fault::NotNow(NotNow::NoSuchEmergency))
}

fn show_review(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    let case = open_case(visit)?;
    let t = &visit.t;
    let grant = grant(visit, &case.view.to_review)?;
    let readings = visit
        .app
        .emergency_readings(&case.ctx, &case.id, &grant.reference)?;
    let reason = match &grant.kind {
        GrantKind::Emergency { reason, .. } => reason.clone(),
        GrantKind::Supervision(_) => String::new(),
    };
    let author = &grant.author;
    let who = format!(
        "{}, {}, {}",
        author.name,
        t.of("function", author.function.code()),
        case.view.directory.name(&author.unit)
    );
    let when = t.a2(
        "review-between",
        &("from", visit.moment(grant.from)),
        &(
            "to",
            visit.moment(grant.until.min(visit.now).max(grant.from)),
        ),
    );
    let opened = t.a("review-times", &("n", count(readings)));
    let view = ReviewForm {
        about: case.about(visit),
        post: paths::emergency_review(case.id.as_str(), grant.reference.as_str()),
        form,
        facts: vec![
            Fact::new(t.s("review-who"), who),
            Fact::new(t.s("review-when"), when),
            Fact::new(t.s("review-reason"), reason),
            Fact::new(t.s("review-opened"), opened),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The form in which a leader says what for.
pub(crate) fn supervision_get(visit: &Visit) -> Result<Answer, Fault> {
    show_supervision(visit, 200, visit.blank())
}

/// Opens the case to the leader.
pub(crate) fn supervision_post(visit: &Visit) -> Result<Answer, Fault> {
    let id = PathwayId::new(visit.param("id"));
    let mut form = visit.sent();
    let Some(purpose) = SupervisionPurpose::from_code(form.value("tilsyn")) else {
        wrong(visit, &mut form, "tilsyn", Problem::NotChosen);
        return show_supervision(visit, 422, form);
    };
    visit.app.open_supervision(&visit.ctx()?, &id, purpose)?;
    Ok(Answer::To(paths::pathway(id.as_str(), "")))
}

fn show_supervision(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    let id = PathwayId::new(visit.param("id"));
    let case = visit.app.supervised_case(&visit.ctx()?, &id)?;
    if case.runs {
        return Ok(Answer::To(paths::pathway(id.as_str(), "")));
    }
    let view = SupervisionForm {
        form,
        case: case.case_number,
        post: paths::pathway(id.as_str(), "tilsyn"),
    };
    visit.page_with(status, Section::Other, &view)
}

/// *Kun for teamet*: what a leader is told who opens a case of the own unit's list.
pub(crate) fn team_only(visit: &Visit) -> TeamOnly {
    // Below a notification or a referral the address names the pathway and a reference.
    let id = visit.param("id");
    let id = id.split_once('-').map_or(id, |(pathway, _)| pathway);
    TeamOnly {
        supervise: paths::pathway(id, "tilsyn"),
    }
}
