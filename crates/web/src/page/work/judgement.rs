// SPDX-License-Identifier: EUPL-1.2
//! *Faglig vurdering*: ambulatory or residential, with the criteria of the source and a reason (A05, A06).

use super::{Case, chosen, open, typed, wrong};
use crate::server::{Answer, Fault, Visit};
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::work::JudgementForm;
use traad_app::AppError;
use traad_domain::body::{Level, LevelJudged, ResidentialAnswer, ResidentialOffered};
use traad_domain::decide::assessment::topic;
use traad_domain::id::RefId;
use traad_domain::refusal::{NotNow, Problem};

const FIELDS: [(&str, &str); 5] = [
    ("level", "niveau"),
    ("judgement_reason", "begrundelse"),
    ("criteria", "fordi"),
    ("place", "tilbud-sted"),
    ("raised_to", "tilbud-videre"),
];

/// The reasons the source names, for a woman who does not benefit enough from an outpatient effort.
const BECAUSE: [&str; 3] = [
    "forbrug-for-omfattende",
    "skader-paa-fosteret",
    "livssituation-belastet",
];

/// The form; the assessment comes first.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    if case.view.pathway.assessments.is_empty() {
        return Err(Fault::NotNow(NotNow::NoAssessment));
    }
    let form = case.blank(visit, &topic());
    show(visit, &case, 200, form)
}

/// Judges, and registers what came of an offer of residential treatment.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let judged = judged(visit, &mut form);
    let offered = offered(visit, &mut form);
    let Some(judged) = judged.filter(|_| form.errors.is_empty()) else {
        return show(visit, &case, 422, form);
    };
    match judge(visit, &case, &form, (&judged, offered.as_ref())) {
        Ok(()) => Ok(case.to("udredning", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn judge(
    visit: &Visit,
    case: &Case,
    form: &Form,
    (judged, offered): (&LevelJudged, Option<&ResidentialOffered>),
) -> Result<(), AppError> {
    let seen = Case::seen(form, topic());
    visit
        .app
        .judge_level(&case.ctx, &case.id, Some(&seen), judged)?;
    match offered {
        Some(offered) => visit
            .app
            .offer_residential(&case.second(), &case.id, offered)
            .map(drop),
        None => Ok(()),
    }
}

fn judged(visit: &Visit, form: &mut Form) -> Option<LevelJudged> {
    let criteria = match form.value("stabilitet") {
        "ja" => vec!["stabilitet-hjemme".to_owned()],
        "nej" => {
            let because = chosen(form, "fordi").filter(|code| BECAUSE.contains(code));
            std::iter::once("profiterer-ikke")
                .chain(because)
                .map(str::to_owned)
                .collect()
        }
        "ved-ikke" => Vec::new(),
        _ => {
            wrong(visit, form, "stabilitet", Problem::NotChosen);
            Vec::new()
        }
    };
    let level = Level::from_code(form.value("niveau"));
    if level.is_none() {
        wrong(visit, form, "niveau", Problem::NotChosen);
    }
    // "Fx fordi" leaves the list open, but a residential judgement names at least one reason of the source (A06).
    let because = criteria.iter().any(|code| BECAUSE.contains(&code.as_str()));
    if level == Some(Level::Residential) && !because {
        super::problem::add(visit, form, "stabilitet", "work-error", "residential");
    }
    let reason = typed(form, "begrundelse");
    if reason.is_none() {
        wrong(visit, form, "begrundelse", Problem::NeedsReason);
    }
    Some(LevelJudged {
        assessment: RefId::new(""),
        level: level?,
        criteria,
        reason: reason?,
    })
}

/// The offer of a residential place, when one was made or sought.
fn offered(visit: &Visit, form: &mut Form) -> Option<ResidentialOffered> {
    if form.value("niveau") != Level::Residential.code() {
        return None;
    }
    let answer = ResidentialAnswer::from_code(form.value("tilbud"))?;
    let place = super::needed(visit, form, "tilbud-sted");
    let raised_to = typed(form, "tilbud-videre");
    if answer == ResidentialAnswer::NoPlace && raised_to.is_none() {
        wrong(visit, form, "tilbud-videre", Problem::Missing);
    }
    Some(ResidentialOffered {
        place: place?,
        answer,
        raised_to,
    })
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    visit.page_with(
        status,
        Section::Other,
        &JudgementForm {
            about: case.about(visit),
            form,
        },
    )
}
