// SPDX-License-Identifier: EUPL-1.2
//! What runs and has no row in a new version of the plan: each goes on or ends, with a reason. Nothing that was agreed with
//! her falls away in silence (A07).

use super::rows;
use crate::page::work::{Case, chosen, wrong};
use crate::server::Visit;
use crate::view::form::Form;
use traad_domain::body::{Intervention, InterventionEnded, Level};
use traad_domain::id::RefId;
use traad_domain::pathway::Plan;
use traad_domain::refusal::Problem;

/// Notes what was decided of each, and in the form what was not.
pub(super) fn decide(
    visit: &Visit,
    case: &Case,
    (level, form): (Level, &mut Form),
    (goes, ends): (&mut Vec<Intervention>, &mut Vec<InterventionEnded>),
) {
    for (intervention, decided) in beside(visit, case, (level, form)) {
        let reference = &intervention.reference;
        match decided {
            Some(Decided::Goes) => goes.push(intervention.clone()),
            Some(Decided::Ends(reason)) if !reason.is_empty() => ends.push(InterventionEnded {
                intervention: reference.clone(),
                reason,
            }),
            Some(Decided::Ends(_)) => {
                wrong(visit, form, &why_field(reference), Problem::NeedsReason);
            }
            None => wrong(
                visit,
                form,
                &running_field(reference),
                Problem::ChoiceMissing,
            ),
        }
    }
}

/// What was decided of something that runs and has no row in the new version.
pub(super) enum Decided {
    /// It goes on as it is.
    Goes,
    /// It ends, for a reason.
    Ends(String),
}

/// The name of the choice for something that runs.
pub(super) fn running_field(reference: &RefId) -> String {
    format!("koerer-{reference}")
}

/// The name of the reason why it ends.
pub(super) fn why_field(reference: &RefId) -> String {
    format!("koererslut-{reference}")
}

/// What runs and is in no ticked row of the form, nor left out in its row with a reason; each with what was decided. With an
/// untouched form, what has no row at all.
pub(super) fn beside<'a>(
    visit: &Visit,
    case: &'a Case,
    (level, form): (Level, &Form),
) -> Vec<(&'a Intervention, Option<Decided>)> {
    let sent = !form.value("handling").is_empty();
    let ticked: Vec<&str> = chosen(form, "element").collect();
    let rows = rows(visit, case, level);
    let has_row = |reference: &RefId| {
        let row = rows
            .iter()
            .find(|(_, before)| before.is_some_and(|before| &before.reference == reference));
        row.is_some_and(|(row, _)| {
            !sent || ticked.contains(&row.as_str()) || !row.starts_with("egen")
        })
    };
    let plan = case.view.pathway.plan.as_ref();
    let running = plan.into_iter().flat_map(Plan::running);
    running
        .map(|running| running.intervention)
        .filter(|intervention| !has_row(&intervention.reference))
        .map(|intervention| {
            let reference = &intervention.reference;
            let decided = match form.value(&running_field(reference)) {
                "fortsaet" => Some(Decided::Goes),
                "afslut" => {
                    let why = form.value(&why_field(reference)).trim();
                    Some(Decided::Ends(why.to_owned()))
                }
                _ => None,
            };
            (intervention, decided)
        })
        .collect()
}
