// SPDX-License-Identifier: EUPL-1.2
//! Reading the plan's form. Each row says itself what it lacks.

use super::{fixed, rows, running};
use crate::page::work::{Case, chosen, day, element, needed, needed_day, typed, word, wrong};
use crate::server::Visit;
use crate::view::form::Form;
use crate::view::work::{row_field, section_field};
use jiff::civil::Date;
use traad_domain::agreement::Payer;
use traad_domain::body::{
    Arrangement, ElementLeftOut, Intervention, InterventionEnded, Level, PlanMade, PlanSection,
    Strand,
};
use traad_domain::decide::plan::{COUPLE_TALKS, OPTIONAL_ELEMENTS, TALKS_ELEMENT};
use traad_domain::id::{RefId, UnitId};
use traad_domain::org::Unit;
use traad_domain::refusal::Problem;

/// The plan and what ends with it; `None` when something is missing, with the problems noted in the form.
pub(super) fn plan(
    visit: &Visit,
    case: &Case,
    level: Level,
    form: &mut Form,
) -> Option<(PlanMade, Vec<InterventionEnded>)> {
    if case.view.pathway.wishes.is_empty() {
        wrong(visit, form, "maal", Problem::OwnWordsMissing);
    }
    let goals = needed(visit, form, "maal");
    let ticked: Vec<String> = chosen(form, "element").map(str::to_owned).collect();
    if ticked.is_empty() {
        wrong(visit, form, "element", Problem::NotChosen);
    }
    let mut interventions = Vec::new();
    let mut left_out = Vec::new();
    let mut endings = Vec::new();
    for (row, before) in rows(visit, case, level) {
        let noted = form.errors.len();
        if ticked.contains(&row) {
            interventions.extend(intervention(visit, case, form, (&row, before)));
        } else if !row.starts_with("egen") {
            let left = reason(visit, case, form, (&row, before.is_some()));
            // Left out with a reason, what ran in that row ends with it.
            endings.extend(
                before
                    .zip(left.as_ref())
                    .map(|(before, left)| InterventionEnded {
                        intervention: before.reference.clone(),
                        reason: left.reason.clone(),
                    }),
            );
            left_out.extend(left);
        }
        // The same field stands in every row: the list above the form says which one is meant.
        let words = visit.t.of("work-element", &row);
        let short = words.split(',').next().unwrap_or_default();
        for error in form.errors.iter_mut().skip(noted) {
            error.message = format!("{} ({short})", error.message);
        }
    }
    let written = written_sections(visit, case, form);
    running::decide(
        visit,
        case,
        (level, form),
        (&mut interventions, &mut endings),
    );
    let next = needed_day(visit, form, "opfoelgning", Problem::NextDateMissing);
    if next.is_some_and(|next| next < visit.today()) {
        wrong(visit, form, "opfoelgning", Problem::InThePast);
    }
    if !form.errors.is_empty() {
        return None;
    }
    let made = PlanMade {
        reference: RefId::new(""),
        version: 1,
        level,
        goals: goals?,
        interventions,
        left_out,
        next_follow_up: next,
        sections: written,
        child: None,
    };
    Some((made, endings))
}

/// The sections the agreement asks for by name.
pub(super) fn sections(case: &Case) -> &[String] {
    let agreed = case.view.agreement.as_ref();
    agreed.map_or(&[], |agreed| &agreed.answers.plan_sections)
}

/// What stands in them; none may be empty (row S2-071).
fn written_sections(visit: &Visit, case: &Case, form: &mut Form) -> Vec<PlanSection> {
    let mut written = Vec::new();
    for (place, name) in sections(case).iter().enumerate() {
        let text = needed(visit, form, &section_field(place));
        written.extend(text.map(|text| PlanSection {
            name: name.clone(),
            text,
        }));
    }
    written
}

/// Psychiatric treatment during residential treatment.
const PSYCHIATRY: &str = "DE8";

/// Whether a psychiatric difficulty is registered, so that help for it is a question at all.
fn has_psychiatric(case: &Case) -> bool {
    let newest = case.view.pathway.assessments.last();
    newest.is_some_and(|made| {
        made.body
            .problems
            .iter()
            .any(|problem| problem.group == "psykiatri")
    })
}

/// Why an element is left out; the ones the source calls optional need no reason, unless they run.
fn reason(
    visit: &Visit,
    case: &Case,
    form: &mut Form,
    (element, runs): (&str, bool),
) -> Option<ElementLeftOut> {
    let field = row_field(element, "udeladt");
    let not_relevant = element == PSYCHIATRY && !has_psychiatric(case);
    let reason =
        typed(form, &field).or_else(|| not_relevant.then(|| visit.t.s("work-not-relevant")));
    if reason.is_none() && (runs || !OPTIONAL_ELEMENTS.contains(&element)) {
        wrong(visit, form, &field, Problem::NeedsReason);
    }
    Some(ElementLeftOut {
        element: element.to_owned(),
        reason: reason?,
    })
}

fn intervention(
    visit: &Visit,
    case: &Case,
    form: &mut Form,
    (row, before): (&str, Option<&Intervention>),
) -> Option<Intervention> {
    let own = row.starts_with("egen");
    let what = typed(form, &row_field(row, "indsats"));
    if own && what.is_none() {
        wrong(visit, form, &row_field(row, "indsats"), Problem::Missing);
    }
    let initiator = unit(
        visit,
        case,
        form,
        (&row_field(row, "ivaerksaetter"), Problem::InitiatorMissing),
    );
    let responsible = unit(
        visit,
        case,
        form,
        (&row_field(row, "ansvarlig"), Problem::NotChosen),
    );
    let starts = start(visit, case, form, &row_field(row, "start"));
    let intensity = needed(visit, form, &row_field(row, "intensitet"));
    let strand = strand(visit, form, row);
    let talks = talks(visit, case, form, row);
    let arranged = arranged(visit, form, row);
    let person = row_field(row, "ansvarlig-navn");
    if case.view.pathway.is_in_conflict(form.value(&person)) {
        wrong(visit, form, &person, Problem::InConflict);
    }
    let (initiator, responsible, intensity) = (initiator?, responsible?, intensity?);
    let named =
        typed(form, &row_field(row, "ansvarlig-navn")).unwrap_or_else(|| responsible.name.clone());
    Some(Intervention {
        reference: before.map_or_else(|| RefId::new(""), |before| before.reference.clone()),
        strand: strand?,
        regime: element::regime(responsible),
        element: (!own).then(|| row.to_owned()),
        what: what.unwrap_or_else(|| visit.t.of("work-element", row)),
        intensity: with_talks(talks, intensity),
        initiator: initiator.name.clone(),
        responsible: Some(responsible.id.clone()),
        responsible_name: named,
        starts: Some(starts?),
        meets: meets(visit, form, row),
        arranged: arranged?,
        child: None,
    })
}

/// Who pays, what kind it is, and a fixed time: all of it may be left open.
fn arranged(visit: &Visit, form: &mut Form, row: &str) -> Option<Arrangement> {
    let kind = typed(form, &row_field(row, "slags"));
    let list = visit.app.catalogue().list("intervention-kinds");
    let known = |kind: &String| list.is_some_and(|list| list.items.iter().any(|i| &i.id == kind));
    let field = row_field(row, "fast-tid");
    let weekly = match typed(form, &field) {
        None => None,
        Some(typed) => {
            let parsed = fixed::parse(visit, &typed);
            if parsed.is_none() {
                wrong(visit, form, &field, Problem::NotAWeeklyTime);
                return None;
            }
            parsed
        }
    };
    Some(Arrangement {
        payer: Payer::from_code(form.value(&row_field(row, "betaler"))),
        kind: kind.filter(known),
        weekly,
    })
}

/// Registered problems a row answers to.
fn meets(visit: &Visit, form: &Form, row: &str) -> Vec<String> {
    let known = |code: &&str| word(visit, "problems", code) != **code;
    chosen(form, &row_field(row, "svarer-paa"))
        .filter(known)
        .map(str::to_owned)
        .collect()
}

fn unit<'a>(
    visit: &Visit,
    case: &'a Case,
    form: &mut Form,
    (field, missing): (&str, Problem),
) -> Option<&'a Unit> {
    let chosen = typed(form, field).map(UnitId::new);
    let found = chosen.and_then(|id| case.units().into_iter().find(|unit| unit.id == id));
    if found.is_none() {
        wrong(visit, form, field, missing);
    }
    found
}

/// The first day; an effort for a coming child begins with the pregnancy at the earliest.
fn start(visit: &Visit, case: &Case, form: &mut Form, field: &str) -> Option<Date> {
    if typed(form, field).is_none() {
        wrong(visit, form, field, Problem::Missing);
        return None;
    }
    let day = day(visit, form, field)?;
    if case.view.pathway.lmp().is_some_and(|lmp| day < lmp) {
        wrong(visit, form, field, Problem::BeforeConception);
        return None;
    }
    Some(day)
}

fn strand(visit: &Visit, form: &mut Form, row: &str) -> Option<Strand> {
    if !row.starts_with("egen") {
        return Some(element::strand(row));
    }
    let field = row_field(row, "streng");
    let strand = Strand::from_code(form.value(&field));
    if strand.is_none() {
        wrong(visit, form, &field, Problem::NotChosen);
    }
    strand
}

/// Which talks, for the element that has two kinds: those for a couple need a partner in the pathway (A05).
fn talks(visit: &Visit, case: &Case, form: &mut Form, row: &str) -> Option<&'static str> {
    if row != TALKS_ELEMENT {
        return None;
    }
    let field = row_field(row, "form");
    match form.value(&field) {
        "individuel" => Some(ALONE),
        "par" if case.view.pathway.has_partner() => Some(COUPLE_TALKS),
        "par" => {
            wrong(visit, form, &field, Problem::PartnerMissing);
            None
        }
        _ => {
            wrong(visit, form, &field, Problem::NotChosen);
            None
        }
    }
}

/// How talks alone are marked in an intervention.
const ALONE: &str = "individuelle samtaler";

fn with_talks(talks: Option<&str>, intensity: String) -> String {
    match talks {
        Some(talks) => format!("{talks}, {intensity}"),
        None => intensity,
    }
}

/// How often and how long, without which talks.
pub(super) fn without_talks(intensity: &str) -> &str {
    [ALONE, COUPLE_TALKS]
        .iter()
        .find_map(|talks| intensity.strip_prefix(talks)?.strip_prefix(", "))
        .unwrap_or(intensity)
}
