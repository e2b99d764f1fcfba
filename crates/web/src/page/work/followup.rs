// SPDX-License-Identifier: EUPL-1.2
//! *Følg op på planen*: how it goes for her, the coming child and the partner, and a choice for each intervention.

use super::{Case, child_followup, needed, needed_day, open, typed, wrong};
use crate::server::{Answer, Fault, Visit};
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::work::{FollowUpForm, FollowedIntervention};
use traad_domain::body::{FollowUpChoice, InterventionReview, PlanFollowedUp};
use traad_domain::decide::plan::topic;
use traad_domain::id::RefId;
use traad_domain::pathway::{ActiveIntervention, Plan};
use traad_domain::refusal::{NotNow, Problem};

const FIELDS: [(&str, &str); 4] = [
    ("woman", "kvinde"),
    ("child", "barn"),
    ("next", "naeste"),
    ("reviews", "kvinde"),
];

/// The form; without a plan there is nothing to follow up.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    if case.is_a_childs() {
        return child_followup::get(visit, &case);
    }
    let form = case.blank(visit, &topic());
    show(visit, &case, 200, form)
}

/// Follows the plan up.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    if case.is_a_childs() {
        return child_followup::post(visit, case);
    }
    let mut form = visit.sent();
    let Some(made) = read(visit, plan(&case)?, &mut form) else {
        return show(visit, &case, 422, form);
    };
    let seen = Case::seen(&form, topic());
    match visit
        .app
        .follow_up_plan(&case.ctx, &case.id, Some(&seen), &made)
    {
        Ok(_) => Ok(case.to("plan", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn plan(case: &Case) -> Result<&Plan, Fault> {
    case.view
        .pathway
        .plan
        .as_ref()
        .ok_or(Fault::NotNow(NotNow::NoPlan))
}

fn read(visit: &Visit, plan: &Plan, form: &mut Form) -> Option<PlanFollowedUp> {
    let woman = needed(visit, form, "kvinde");
    let child = needed(visit, form, "barn");
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
        woman: woman?,
        partner: typed(form, "partner"),
        child: child?,
        family: None,
        reviews,
        next: next?,
    })
}

fn review(
    visit: &Visit,
    form: &mut Form,
    running: &ActiveIntervention<'_>,
) -> Option<InterventionReview> {
    let reference = &running.intervention.reference;
    let field = format!("valg-{reference}");
    let choice = FollowUpChoice::from_code(form.value(&field));
    if choice.is_none() {
        wrong(visit, form, &field, Problem::ChoiceMissing);
    }
    let effect = typed(form, &format!("virkning-{reference}")).unwrap_or_default();
    Some(InterventionReview {
        intervention: reference.clone(),
        effect,
        choice: choice?,
        verdict: None,
        unchanged: None,
    })
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let weeks = case
        .view
        .agreement
        .as_ref()
        .and_then(|agreement| agreement.answers.follow_up_weeks);
    let view = FollowUpForm {
        about: case.about(visit),
        form,
        words: case.words(visit),
        interventions: plan(case)?
            .running()
            .map(|running| followed(visit, &running))
            .collect(),
        partner: case.view.pathway.has_partner(),
        rule: weeks.map(|weeks| {
            visit
                .t
                .a("work-rule-follow-up", &("weeks", i64::from(weeks)))
        }),
    };
    visit.page_with(status, Section::Other, &view)
}

fn followed(visit: &Visit, running: &ActiveIntervention<'_>) -> FollowedIntervention {
    let intervention = running.intervention;
    let since = running
        .started
        .map(|day| visit.t.a("work-since", &("day", visit.t.date(day))));
    let parts = [
        Some(intervention.responsible_name.clone()),
        since,
        Some(intervention.intensity.clone()),
    ];
    FollowedIntervention {
        id: intervention.reference.as_str().to_owned(),
        what: intervention.what.clone(),
        line: parts
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
    }
}
