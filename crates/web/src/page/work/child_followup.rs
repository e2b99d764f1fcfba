// SPDX-License-Identifier: EUPL-1.2
//! *Følg op* on a child's plan: how it is for the child and the family, and of each effort whether it works as intended. What
//! does not work opens three tasks, and this is where each is answered (A15).

use super::task::field;
use super::{Case, needed, needed_day, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::child_plan::{ChildFollowUpForm, FollowedEffort};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use traad_app::AppError;
use traad_domain::body::{
    EffectAction, EffectAnswered, FollowUpChoice, InterventionReview, PlanFollowedUp, Verdict,
};
use traad_domain::decide::plan::topic;
use traad_domain::id::RefId;
use traad_domain::pathway::{ActiveIntervention, Plan};
use traad_domain::refusal::{NotNow, Problem, Refusal};

const FIELDS: [(&str, &str); 5] = [
    ("child", "barn"),
    ("family", "familie"),
    ("next", "naeste"),
    ("reviews", "barn"),
    ("unchanged", "barn"),
];

/// The form; without a plan there is nothing to follow up.
pub(super) fn get(visit: &Visit, case: &Case) -> Result<Answer, Fault> {
    show(visit, case, 200, case.blank(visit, &topic()))
}

/// Follows the plan up.
pub(super) fn post(visit: &Visit, mut case: Case) -> Result<Answer, Fault> {
    let mut form = visit.sent();
    let Some(made) = read(visit, plan(&case)?, &mut form) else {
        return show(visit, &case, 422, form);
    };
    let seen = Case::seen(&form, topic());
    let sent = visit
        .app
        .follow_up_child_plan(&case.ctx, &case.id, Some(&seen), &made);
    match sent {
        Ok(_) => Ok(case.to("plan", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn plan(case: &Case) -> Result<&Plan, Fault> {
    let plan = case.view.pathway.plan.as_ref();
    plan.ok_or(Fault::NotNow(NotNow::NoPlan))
}

fn read(visit: &Visit, plan: &Plan, form: &mut Form) -> Option<PlanFollowedUp> {
    let child = needed(visit, form, "barn");
    let family = needed(visit, form, "familie");
    let reviews: Vec<InterventionReview> = plan
        .running()
        .filter_map(|running| review(visit, form, &running))
        .collect();
    let next = needed_day(visit, form, "naeste", Problem::NextDateMissing);
    if next.is_some_and(|next| next <= visit.today()) {
        wrong(visit, form, "naeste", Problem::InThePast);
    }
    if !form.errors.is_empty() {
        return None;
    }
    Some(PlanFollowedUp {
        plan: plan.reference().cloned().unwrap_or_else(|| RefId::new("")),
        woman: String::new(),
        partner: None,
        child: child?,
        family: Some(family?),
        reviews,
        next: next?,
    })
}

fn review(
    visit: &Visit,
    form: &mut Form,
    running: &ActiveIntervention<'_>,
) -> Option<InterventionReview> {
    let effort = effort(visit, running);
    let verdict = Verdict::from_code(form.value(&effort.field("virker")));
    if verdict.is_none() {
        wrong(visit, form, &effort.field("virker"), Problem::NotChosen);
    }
    let choice = FollowUpChoice::from_code(form.value(&effort.field("valg")));
    if choice.is_none() {
        wrong(visit, form, &effort.field("valg"), Problem::ChoiceMissing);
    }
    let unchanged = typed(form, &effort.field("uaendret"));
    let goes_on = verdict == Some(Verdict::NotIntended) && choice == Some(FollowUpChoice::Continue);
    if goes_on && unchanged.is_none() {
        wrong(visit, form, &effort.field("uaendret"), Problem::NeedsReason);
    }
    Some(InterventionReview {
        intervention: running.intervention.reference.clone(),
        effect: typed(form, &effort.field("virkning")).unwrap_or_default(),
        choice: choice?,
        verdict: Some(verdict?),
        unchanged: unchanged.filter(|_| goes_on),
    })
}

fn effort(visit: &Visit, running: &ActiveIntervention<'_>) -> FollowedEffort {
    let intervention = running.intervention;
    let since = running
        .started
        .map(|day| visit.t.a("work-since", &("day", visit.t.date(day))));
    let parts = [
        Some(intervention.responsible_name.clone()),
        since,
        Some(intervention.intensity.clone()),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    FollowedEffort {
        id: intervention.reference.as_str().to_owned(),
        what: intervention.what.clone(),
        line: parts.join(", "),
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let view = ChildFollowUpForm {
        about: case.about(visit),
        form,
        efforts: plan(case)?
            .running()
            .map(|running| effort(visit, &running))
            .collect(),
    };
    visit.page_with(status, Section::Other, &view)
}

/// The form in which one of the three is said to be done, or left out.
pub(crate) fn effect_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = super::open_child(visit)?;
    show_effect(visit, &case, 200, visit.blank())
}

/// Says so.
pub(crate) fn effect_post(visit: &Visit) -> Result<Answer, Fault> {
    let (mut case, mut form) = (super::open_child(visit)?, visit.sent());
    let told = answered(visit, &mut form);
    let sent = match told {
        None => return show_effect(visit, &case, 422, form),
        Some(told) => visit.app.answer_effect(&case.ctx, &case.id, &told),
    };
    match sent {
        Ok(_) => Ok(case.to("plan", "gemt")),
        Err(error) => {
            let fields = [("effect", "hvad"), ("words", "ord")];
            let status = case.refused(visit, &mut form, error, &fields)?;
            show_effect(visit, &case, status, form)
        }
    }
}

fn answered(visit: &Visit, form: &mut Form) -> Option<EffectAnswered> {
    let chosen = form.value("hvad").split_once('~');
    let chosen =
        chosen.map(|(effort, action)| (RefId::new(effort), EffectAction::from_code(action)));
    if chosen.is_none() {
        wrong(visit, form, "hvad", Problem::NotChosen);
    }
    let left_out = match form.value("gjort") {
        "ja" => Some(false),
        "nej" => Some(true),
        _ => None,
    };
    if left_out.is_none() {
        wrong(visit, form, "gjort", Problem::NotChosen);
    }
    let words = typed(form, "ord");
    if words.is_none() {
        let reason = left_out == Some(true);
        let lacks = if reason {
            Problem::NeedsReason
        } else {
            Problem::Missing
        };
        wrong(visit, form, "ord", lacks);
    }
    let (intervention, action) = chosen?;
    Some(EffectAnswered {
        intervention,
        action: action?,
        left_out: left_out?,
        words: words?,
    })
}

fn show_effect(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let open = case.view.pathway.open_effects();
    if open.is_empty() && status == 200 {
        return Err(AppError::Refused(Refusal::NotNow(NotNow::AlreadyDone)).into());
    }
    let choices = open.into_iter().map(|(effort, action)| {
        let value = format!("{}~{}", effort.reference, action.code());
        let action = visit.t.of("effect-action", action.code());
        Choice::new(value, format!("{}: {action}", effort.what))
    });
    let done = ["ja", "nej"];
    let done = done.map(|code| Choice::new(code, visit.t.of("effect-done", code)));
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("effect-title"),
        lead: visit.t.opt("effect-title.lead"),
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), "virkning"),
        fields: vec![
            field("hvad", "effect-which", AskKind::One(choices.collect())),
            field("gjort", "effect-done", AskKind::One(done.to_vec())),
            field("ord", "effect-words", AskKind::Area),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}
