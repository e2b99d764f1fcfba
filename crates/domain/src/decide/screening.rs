// SPDX-License-Identifier: EUPL-1.2
//! A screening tool was answered: each answer is one the tool knows, and the score is the tool's sum or none.

use super::{Hand, open};
use crate::body::{Body, PathwayKind, ScreeningDone};
use crate::catalogue::screening::Screening;
use crate::entry::NewEntry;
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};
use crate::time::Occurred;
use jiff::civil::Date;

/// Registers what she answered on a day. The kind of information is the tool's; a child's journal holds no answers of its
/// mother.
pub fn record(
    pathway: &Pathway,
    tool: &Screening,
    (told, on): (&ScreeningDone, Date),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    if pathway.kind == Some(PathwayKind::Child) {
        return Err(Refusal::NotNow(NotNow::NotAPregnancy));
    }
    let mut check = Check::default();
    check.require(on <= hand.today(), "on", Problem::InTheFuture);
    let score = if tool.items.is_empty() {
        check_score(&mut check, tool, told);
        told.score
    } else {
        check_answers(&mut check, tool, told);
        tool.sum(told)
    };
    check.done()?;
    let done = ScreeningDone {
        tool: tool.id.clone(),
        score,
        ..told.clone()
    };
    let entry = hand.write(tool.category, Body::ScreeningDone(done));
    Ok(vec![entry.occurred(Occurred::on(on))])
}

fn check_score(check: &mut Check, tool: &Screening, told: &ScreeningDone) {
    check.require(told.score.is_some(), "score", Problem::Missing);
    let fits = match (told.score, tool.highest()) {
        (Some(score), Some(highest)) => score <= highest,
        _ => true,
    };
    check.require(fits, "score", Problem::ScoreOutOfRange);
    check.require(told.answers.is_empty(), "answers", Problem::NotNeeded);
}

fn check_answers(check: &mut Check, tool: &Screening, told: &ScreeningDone) {
    check.require(!told.answers.is_empty(), "answers", Problem::NothingAsked);
    let known = told.answers.iter().all(|answer| {
        let item = tool.items.iter().find(|item| item.id == answer.item);
        item.is_some_and(|item| item.points.contains(&answer.points))
    });
    check.require(known, "answers", Problem::UnknownCode);
    let once = |answer: &&crate::body::ScreeningAnswer| {
        told.answers
            .iter()
            .filter(|other| other.item == answer.item)
            .count()
            == 1
    };
    check.require(
        told.answers.iter().filter(once).count() == told.answers.len(),
        "answers",
        Problem::Twice,
    );
}

#[cfg(test)]
mod tests;
