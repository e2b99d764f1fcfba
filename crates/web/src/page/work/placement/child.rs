// SPDX-License-Identifier: EUPL-1.2
//! The child's difficulties and what may lie behind them, how the placement goes, exposure, and support to each parent.

use super::super::task::field;
use super::super::{Case, day, needed, needed_day, wrong};
use super::carers::{ANSWERS, answer};
use super::{Sent, choices, codes, one, text};
use crate::server::Visit;
use crate::view::form::{Choice, Form};
use crate::view::work::{AskField, AskKind};
use traad_domain::body::{
    BreakdownRisk, BreakdownRiskJudged, DifficultyCause, DifficultyJudged, ExposureConsidered,
    ParentsSupportOffered,
};
use traad_domain::id::RefId;
use traad_domain::refusal::Problem;

pub(super) fn difficulty_fields(visit: &Visit) -> Vec<AskField> {
    let causes = DifficultyCause::ALL.iter().map(|cause| cause.code());
    let causes = AskKind::Many(choices(visit, "placement-causes", causes));
    vec![
        field("vanskelighed", "placement-difficulty", AskKind::Area),
        field("aarsager", "placement-causes", causes),
        field("stoette", "placement-meanwhile", AskKind::Note),
    ]
}

pub(super) fn difficulty(visit: &Visit, case: &Case, form: &mut Form) -> Option<Sent> {
    let difficulty = needed(visit, form, "vanskelighed");
    let causes = codes(form, "aarsager", DifficultyCause::from_code);
    if causes.is_empty() {
        wrong(visit, form, "aarsager", Problem::NotChosen);
        return None;
    }
    let judged = DifficultyJudged {
        difficulty: difficulty?,
        causes,
        support: text(form, "stoette"),
    };
    Some(visit.app.judge_difficulty(&case.ctx, &case.id, &judged))
}

pub(super) fn risk_fields(visit: &Visit) -> Vec<AskField> {
    let risks = BreakdownRisk::ALL.iter().map(|risk| risk.code());
    vec![
        field(
            "risiko",
            "placement-risk",
            one(visit, "placement-risk", risks),
        ),
        field("begrundelse", "placement-risk-why", AskKind::Area),
        field("moedes", "placement-meet-by", AskKind::MaybeDate),
    ]
}

pub(super) fn risk(visit: &Visit, case: &Case, form: &mut Form) -> Option<Sent> {
    let risk = BreakdownRisk::from_code(form.value("risiko"));
    if risk.is_none() {
        wrong(visit, form, "risiko", Problem::NotChosen);
    }
    let reason = needed(visit, form, "begrundelse");
    let meet_by = day(visit, form, "moedes");
    if !form.errors.is_empty() {
        return None;
    }
    let judged = BreakdownRiskJudged {
        placement: RefId::new(""),
        risk: risk?,
        reason: reason?,
        meet_by,
    };
    Some(visit.app.judge_risk(&case.ctx, &case.id, &judged))
}

/// The parents by number: a name is nothing to send as a value.
pub(super) fn parent_fields(visit: &Visit, case: &Case) -> Vec<AskField> {
    let now = case.view.pathway.placements.current();
    let parents = now.map(|now| now.placed.body.parents.as_slice());
    let parents = (1..).zip(parents.unwrap_or_default());
    let parents = parents.map(|(number, name): (usize, _)| Choice::new(number.to_string(), name));
    let answers = ANSWERS.iter().map(|answer| answer.code());
    vec![
        field(
            "hvem",
            "placement-which-parent",
            AskKind::One(parents.collect()),
        ),
        field(
            "svar",
            "placement-answer",
            one(visit, "placement-answer", answers),
        ),
        field("dato", "placement-offered-on", AskKind::Date),
        field("indhold", "placement-parent-content", AskKind::Area),
    ]
}

pub(super) fn parent(visit: &Visit, case: &Case, form: &mut Form) -> Option<Sent> {
    let now = case.view.pathway.placements.current()?;
    let number: Option<usize> = form.value("hvem").parse().ok();
    let place = number.and_then(|number| number.checked_sub(1));
    let parent = place.and_then(|place| now.placed.body.parents.get(place));
    if parent.is_none() {
        wrong(visit, form, "hvem", Problem::NotChosen);
    }
    let answer = answer(visit, form);
    let on = needed_day(visit, form, "dato", Problem::Missing);
    let content = needed(visit, form, "indhold");
    let offered = ParentsSupportOffered {
        placement: RefId::new(""),
        parent: parent?.clone(),
        answer: answer?,
        on: on?,
        content: content?,
    };
    Some(visit.app.offer_parent(&case.ctx, &case.id, &offered))
}

pub(super) fn exposure_fields(visit: &Visit) -> Vec<AskField> {
    vec![
        field(
            "erkendt",
            "placement-recognised",
            one(visit, "placement-recognised", ["ja", "nej"]),
        ),
        field(
            "handlet",
            "placement-acted",
            one(visit, "placement-acted", ["ja", "nej"]),
        ),
        field("note", "placement-exposure-note", AskKind::Area),
    ]
}

pub(super) fn exposure(visit: &Visit, case: &Case, form: &mut Form) -> Option<Sent> {
    let [recognised, acted_on] = ["erkendt", "handlet"].map(|name| {
        let answer = match form.value(name) {
            "ja" => Some(true),
            "nej" => Some(false),
            _ => None,
        };
        if answer.is_none() {
            wrong(visit, form, name, Problem::NotChosen);
        }
        answer
    });
    let note = needed(visit, form, "note");
    let said = ExposureConsidered {
        recognised: recognised?,
        acted_on: acted_on?,
        note: note?,
    };
    Some(visit.app.consider_exposure(&case.ctx, &case.id, &said))
}
