// SPDX-License-Identifier: EUPL-1.2
//! *Indsatsplan*: made from the elements of the judged form of effort, with her own words first (A05).

pub(crate) mod fixed;
mod read;
mod running;

use super::{Case, child_plan, element, open, word};
use crate::page::agreement::cite_all;
use crate::page::draft;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{OWN, PlanForm, PlanRunning, row_field, section_field};
use traad_domain::agreement::Payer;
use traad_domain::body::{Intervention, Level};
use traad_domain::decide::plan::{COUPLE_TALKS, TALKS_ELEMENT, topic};
use traad_domain::refusal::NotNow;

/// The name of the form's draft.
const DRAFT: &str = "plan";

const FIELDS: [(&str, &str); 9] = [
    ("wishes", "maal"),
    ("goals", "maal"),
    ("interventions", "element"),
    ("initiator", "element"),
    ("left_out", "element"),
    ("couple_talks", "AE4-form"),
    ("responsible", "element"),
    ("sections", "afsnit-1"),
    ("next_follow_up", "opfoelgning"),
];

/// The form: the writer's draft, else the active plan.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    if case.is_a_childs() {
        return child_plan::get(visit, &case);
    }
    let level = judged(&case)?;
    let (kept, draft_saved) = draft::form(visit, DRAFT, case.id.as_str())?;
    let mut form = Form {
        version: Some(case.view.token(&topic())),
        ..kept
    };
    if form.values.is_empty() {
        form.values = active(visit, &case, level);
    }
    show(visit, &case, 200, form, draft_saved)
}

/// Keeps the draft, or approves the plan.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    if case.is_a_childs() {
        return child_plan::post(visit, case);
    }
    let level = judged(&case)?;
    let mut form = visit.sent();
    form.draft = Some(DRAFT.to_owned());
    if visit.fields.value("handling") == "gem" {
        let draft_saved = draft::keep(visit, DRAFT, case.id.as_str())?;
        return show(visit, &case, 200, form, Some(draft_saved));
    }
    let Some((made, endings)) = read::plan(visit, &case, level, &mut form) else {
        return show(visit, &case, 422, form, None);
    };
    let seen = Case::seen(&form, topic());
    match visit
        .app
        .make_plan(&case.ctx, &case.id, Some(&seen), (&made, &endings))
    {
        Ok(_) => {
            visit.app.drop_draft(&case.ctx, DRAFT, case.id.as_str())?;
            Ok(case.to("plan", "gemt"))
        }
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form, None)
        }
    }
}

/// The sections the agreement asks for, each with its field.
fn asked(case: &Case) -> Vec<Choice> {
    let names = read::sections(case).iter().enumerate();
    names
        .map(|(place, name)| Choice::new(section_field(place), name.clone()))
        .collect()
}

/// The kinds of intervention there are, in the reader's language.
fn kinds(visit: &Visit) -> Vec<Choice> {
    let list = visit.app.catalogue().list(KINDS);
    let items = list.map(|list| list.items.as_slice()).unwrap_or_default();
    let choice = |id: &str| Choice::new(id, word(visit, KINDS, id));
    items.iter().map(|item| choice(&item.id)).collect()
}

/// The catalogue list of them.
const KINDS: &str = "intervention-kinds";

/// The level of the newest judgement; without one, or while it is open, there is no template and no plan.
fn judged(case: &Case) -> Result<Level, Fault> {
    let level = case
        .view
        .pathway
        .judgements
        .last()
        .map(|judged| judged.body.level);
    level
        .filter(|level| *level != Level::Undecided)
        .ok_or(Fault::NotNow(NotNow::NoJudgement))
}

/// The rows of the form, each with the intervention of the active plan that stands there.
fn rows<'a>(
    visit: &Visit,
    case: &'a Case,
    level: Level,
) -> Vec<(String, Option<&'a Intervention>)> {
    let running: Vec<&Intervention> = match &case.view.pathway.plan {
        Some(plan) => plan.running().map(|running| running.intervention).collect(),
        None => Vec::new(),
    };
    let elements = element::rows(visit, level);
    let of = |row: &String| {
        running
            .iter()
            .find(|i| i.element.as_ref() == Some(row))
            .copied()
    };
    let mut own = running.iter().filter(|i| i.element.is_none()).copied();
    let free: Vec<(String, Option<&Intervention>)> = OWN
        .split(' ')
        .map(|row| (row.to_owned(), own.next()))
        .collect();
    elements
        .iter()
        .map(|row| (row.clone(), of(row)))
        .chain(free)
        .collect()
}

/// The active plan as the fields of the form.
fn active(visit: &Visit, case: &Case, level: Level) -> Vec<(String, String)> {
    let Some(plan) = case
        .view
        .pathway
        .plan
        .as_ref()
        .and_then(|plan| plan.active())
    else {
        return Vec::new();
    };
    let mut values = vec![("maal".to_owned(), plan.body.goals.clone())];
    if let Some(next) = plan
        .body
        .next_follow_up
        .filter(|next| *next >= visit.today())
    {
        values.push(("opfoelgning".to_owned(), visit.t.date(next)));
    }
    for left in &plan.body.left_out {
        values.push((row_field(&left.element, "udeladt"), left.reason.clone()));
    }
    for (place, name) in read::sections(case).iter().enumerate() {
        let written = plan.body.sections.iter().find(|one| &one.name == name);
        let text = written.map(|one| one.text.clone());
        values.push((section_field(place), text.unwrap_or_default()));
    }
    for (row, intervention) in rows(visit, case, level) {
        if let Some(intervention) = intervention {
            values.push(("element".to_owned(), row.clone()));
            values.extend(fields(visit, case, &row, intervention));
        }
    }
    values
}

fn fields(
    visit: &Visit,
    case: &Case,
    row: &str,
    intervention: &Intervention,
) -> Vec<(String, String)> {
    let mut values = Vec::new();
    let mut put = |part: &str, value: String| values.push((row_field(row, part), value));
    put("indsats", intervention.what.clone());
    let unit_named = |name: &str| {
        case.units()
            .into_iter()
            .find(|unit| unit.name == name)
            .map(|unit| unit.id.as_str().to_owned())
    };
    put(
        "ivaerksaetter",
        unit_named(&intervention.initiator).unwrap_or_default(),
    );
    put(
        "ansvarlig",
        intervention
            .responsible
            .as_ref()
            .map(|unit| unit.as_str().to_owned())
            .unwrap_or_default(),
    );
    put("ansvarlig-navn", intervention.responsible_name.clone());
    if let Some(day) = intervention.starts {
        put("start", visit.t.date(day));
    }
    put(
        "intensitet",
        read::without_talks(&intervention.intensity).to_owned(),
    );
    put("streng", intervention.strand.code().to_owned());
    for problem in &intervention.meets {
        put("svarer-paa", problem.clone());
    }
    let arranged = &intervention.arranged;
    put("slags", arranged.kind.clone().unwrap_or_default());
    put("betaler", arranged.payer.map_or("", Payer::code).to_owned());
    if let Some(weekly) = &arranged.weekly {
        put("fast-tid", fixed::words(visit, weekly));
    }
    if row == TALKS_ELEMENT {
        let couple = intervention.intensity.contains(COUPLE_TALKS);
        put("form", if couple { "par" } else { "individuel" }.to_owned());
    }
    values
}

fn show(
    visit: &Visit,
    case: &Case,
    status: u16,
    form: Form,
    draft_saved: Option<String>,
) -> Result<Answer, Fault> {
    let level = judged(case)?;
    let (professions, sectors) = element::team(case);
    let units = case
        .units()
        .into_iter()
        .map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()))
        .collect();
    let assessed = case.view.pathway.assessments.last();
    let problems = assessed
        .map(|made| made.body.problems.as_slice())
        .unwrap_or_default();
    let enough = professions >= 2 && sectors >= 2;
    let team = if enough {
        "work-team"
    } else {
        "work-team-thin"
    };
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let beside = running::beside(visit, case, (level, &form));
    let running = beside.into_iter().map(|(intervention, _)| PlanRunning {
        choice: running::running_field(&intervention.reference),
        why: running::why_field(&intervention.reference),
        what: intervention.what.clone(),
        line: intervention.intensity.clone(),
    });
    let running = running.collect();
    let view = PlanForm {
        about: case.about(visit),
        form,
        running,
        elements: element::rows(visit, level),
        template: visit.t.of("work-template", level.code()),
        team: visit.t.a2(
            team,
            &("professions", count(professions)),
            &("sectors", count(sectors)),
        ),
        units,
        words: case.words(visit),
        sections: asked(case),
        kinds: kinds(visit),
        problems: problems
            .iter()
            .map(|p| Choice::new(p.group.clone(), word(visit, "problems", &p.group)))
            .collect(),
        rules: cite_all(
            visit,
            case.view.agreement.as_ref(),
            &["plan-indhold", "plan-skriver"],
        ),
        draft_saved,
    };
    visit.page_with(status, Section::Other, &view)
}
