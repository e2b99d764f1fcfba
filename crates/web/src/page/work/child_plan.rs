// SPDX-License-Identifier: EUPL-1.2
//! A child's plan: each need answered by an effort or left out with a reason, and what the recommendations ask of the whole
//! followed or explained (A14).

use super::round::listed;
use super::{Case, chosen, element, needed, needed_day, typed, wrong};
use crate::page::draft;
use crate::page::pathway::everyday::setting_suggestions;
use crate::server::{Answer, Fault, Visit};
use crate::view::child_plan::{ChildPlanForm, DEVIATIONS, EffortLists, EffortRow};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use jiff::civil::Date;
use traad_domain::body::{
    Arrangement, ChildEffort, ChildPlan, Intervention, InterventionEnded, Level, NeedDeselected,
    PlanDeviation, PlanMade, Strand,
};
use traad_domain::decide::child_plan::{lacking, unanswered};
use traad_domain::decide::plan::topic;
use traad_domain::id::{RefId, UnitId};
use traad_domain::org::Unit;
use traad_domain::pathway::Plan;
use traad_domain::refusal::{NotNow, Problem};

/// The name of the form's draft.
const DRAFT: &str = "barnets-plan";

/// Empty rows below those that run.
const FREE: usize = 3;

const FIELDS: [(&str, &str); 9] = [
    ("goals", "maal"),
    ("interventions", "indsats"),
    ("initiator", "indsats"),
    ("purposes", "indsats"),
    ("reviews", "indsats"),
    ("family", "familie"),
    ("needs", "indsats"),
    ("deviations", "indsats"),
    ("next_follow_up", "opfoelgning"),
];

/// The form: the writer's draft, else the active plan.
pub(super) fn get(visit: &Visit, case: &Case) -> Result<Answer, Fault> {
    assessed(case)?;
    let (kept, draft_saved) = draft::form(visit, DRAFT, case.id.as_str())?;
    let mut form = Form {
        version: Some(case.view.token(&topic())),
        ..kept
    };
    if form.values.is_empty() {
        form.values = active(visit, case);
    }
    show(visit, case, (200, draft_saved), form)
}

/// Keeps the draft, or approves the plan.
pub(super) fn post(visit: &Visit, mut case: Case) -> Result<Answer, Fault> {
    assessed(&case)?;
    let mut form = visit.sent();
    form.draft = Some(DRAFT.to_owned());
    if visit.fields.value("handling") == "gem" {
        let draft_saved = draft::keep(visit, DRAFT, case.id.as_str())?;
        return show(visit, &case, (200, Some(draft_saved)), form);
    }
    let Some((made, endings)) = read(visit, &case, &mut form) else {
        return show(visit, &case, (422, None), form);
    };
    let seen = Case::seen(&form, topic());
    let sent = visit
        .app
        .make_child_plan(&case.ctx, &case.id, Some(&seen), (&made, &endings));
    match sent {
        Ok(_) => {
            visit.app.drop_draft(&case.ctx, DRAFT, case.id.as_str())?;
            Ok(case.to("plan", "gemt"))
        }
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, (status, None), form)
        }
    }
}

/// A plan answers an assessment: without one there is none.
fn assessed(case: &Case) -> Result<(), Fault> {
    let newest = case.view.pathway.child.development.newest();
    newest.map(drop).ok_or(Fault::NotNow(NotNow::NoAssessment))
}

fn running(case: &Case) -> Vec<&Intervention> {
    let plan = case.view.pathway.plan.iter().flat_map(Plan::running);
    plan.map(|running| running.intervention).collect()
}

fn row(visit: &Visit, number: usize, runs: Option<String>) -> EffortRow {
    EffortRow {
        code: format!("indsats{number}"),
        name: visit.t.a("childplan-effort", &("n", number)),
        runs,
    }
}

/// The rows as the form has them: a row that holds what runs says so itself, so that nothing moves when others write.
fn rows(visit: &Visit, case: &Case, form: &Form) -> Vec<EffortRow> {
    let runs = running(case);
    let known = |number: usize| {
        let told = form.value(&format!("indsats{number}-ref"));
        let mut all = runs.iter();
        all.find(|one| one.reference.as_str() == told)
            .map(|one| one.reference.as_str().to_owned())
    };
    let last = runs.len() + FREE;
    (1..=last).map(|n| row(visit, n, known(n))).collect()
}

/// The active plan as the fields of the form.
fn active(visit: &Visit, case: &Case) -> Vec<(String, String)> {
    let Some(plan) = case.view.pathway.plan.as_ref().and_then(Plan::active) else {
        return Vec::new();
    };
    let mut values = vec![("maal".to_owned(), plan.body.goals.clone())];
    let mut put = |name: String, value: &str| values.push((name, value.to_owned()));
    if let Some(child) = &plan.body.child {
        child.aims.iter().for_each(|aim| put("sigte".into(), aim));
        child
            .framing
            .iter()
            .for_each(|way| put("ramme".into(), way));
        put("familie".into(), &child.family);
        for left in &child.deselected {
            put(format!("fravalg-{}", left.need), &left.reason);
        }
        for lacks in &child.deviations {
            put(ChildPlanForm::deviation(&lacks.lacks), &lacks.reason);
        }
    }
    for (place, effort) in running(case).into_iter().enumerate() {
        let row = row(visit, place + 1, None);
        put("indsats".into(), &row.code);
        for (part, value) in fields(visit, case, effort) {
            put(row.field(part), &value);
        }
    }
    values
}

fn fields(visit: &Visit, case: &Case, effort: &Intervention) -> Vec<(&'static str, String)> {
    let unit = case
        .units()
        .into_iter()
        .find(|unit| unit.name == effort.initiator)
        .map(|unit| unit.id.as_str().to_owned());
    let responsible = effort.responsible.as_ref();
    let mut values = vec![
        ("ref", effort.reference.as_str().to_owned()),
        ("hvad", effort.what.clone()),
        ("ivaerksaetter", unit.unwrap_or_default()),
        (
            "ansvarlig",
            responsible.map_or_else(String::new, |unit| unit.as_str().to_owned()),
        ),
        ("intensitet", effort.intensity.clone()),
    ];
    values.extend(effort.starts.map(|day| ("start", visit.t.date(day))));
    values.extend(effort.meets.iter().map(|need| ("svarer", need.clone())));
    let Some(child) = &effort.child else {
        return values;
    };
    values.extend([
        ("gruppe", child.group.clone()),
        ("omraade", child.area.clone().unwrap_or_default()),
        ("form", child.form.clone()),
        ("viden", child.knowledge.clone()),
    ]);
    let advised = child.advised.as_ref();
    values.extend(advised.map(|one| ("raad", one.as_str().to_owned())));
    values.extend(child.purposes.iter().map(|code| ("formaal", code.clone())));
    values.extend(child.targets.iter().map(|code| ("mod", code.clone())));
    values.extend(
        child
            .approaches
            .iter()
            .map(|code| ("tilgang", code.clone())),
    );
    values
}

/// The plan and what ends with it; `None` when something lacks, with the problems noted in the form.
fn read(visit: &Visit, case: &Case, form: &mut Form) -> Option<(PlanMade, Vec<InterventionEnded>)> {
    let goals = needed(visit, form, "maal");
    let family = typed(form, "familie");
    if family.is_none() {
        wrong(visit, form, "familie", Problem::FamilyNeedsMissing);
    }
    let ticked: Vec<String> = chosen(form, "indsats").map(str::to_owned).collect();
    if ticked.is_empty() {
        wrong(visit, form, "indsats", Problem::NotChosen);
    }
    let (mut efforts, mut endings) = (Vec::new(), Vec::new());
    for row in rows(visit, case, form) {
        let noted = form.errors.len();
        if ticked.contains(&row.code) {
            efforts.extend(effort(visit, case, form, &row));
        } else if row.runs.is_some() {
            endings.extend(ending(visit, form, &row));
        }
        // The same field stands in every row: the list above the form says which one is meant.
        for error in form.errors.iter_mut().skip(noted) {
            error.message = format!("{} ({})", error.message, row.name);
        }
    }
    let whole = form.errors.is_empty() && !efforts.is_empty();
    let next = needed_day(visit, form, "opfoelgning", Problem::NextDateMissing);
    if next.is_some_and(|next| next < visit.today()) {
        wrong(visit, form, "opfoelgning", Problem::InThePast);
    }
    let made = made(
        case,
        form,
        (goals.unwrap_or_default(), family, efforts, next),
    );
    if whole {
        explained(visit, case, form, &made);
    }
    form.errors.is_empty().then_some((made, endings))
}

type Told = (String, Option<String>, Vec<Intervention>, Option<Date>);

fn made(case: &Case, form: &Form, (goals, family, efforts, next): Told) -> PlanMade {
    let all = |name: &str| chosen(form, name).map(str::to_owned).collect();
    let needs = case.view.pathway.needs().iter();
    let deselected = needs.filter_map(|need| {
        Some(NeedDeselected {
            reason: typed(form, &format!("fravalg-{}", need.reference))?,
            need: need.reference.clone(),
        })
    });
    // What is no longer lacking needs no explanation.
    let lacks = lacking(&efforts);
    let deviations = lacks.into_iter().filter_map(|code| {
        Some(PlanDeviation {
            reason: typed(form, &ChildPlanForm::deviation(code))?,
            lacks: code.to_owned(),
        })
    });
    PlanMade {
        reference: RefId::new(""),
        version: 1,
        level: Level::Undecided,
        goals,
        left_out: Vec::new(),
        next_follow_up: next,
        sections: Vec::new(),
        child: Some(ChildPlan {
            round: RefId::new(""),
            aims: all("sigte"),
            framing: all("ramme"),
            family: family.unwrap_or_default(),
            deselected: deselected.collect(),
            deviations: deviations.collect(),
        }),
        interventions: efforts,
    }
}

/// Needs without an answer, and what the recommendations ask of the whole: each asks for a reason at its own field.
fn explained(visit: &Visit, case: &Case, form: &mut Form, made: &PlanMade) {
    if let Some(round) = case.view.pathway.child.development.newest() {
        for need in unanswered(made, &round.body) {
            wrong(
                visit,
                form,
                &format!("fravalg-{need}"),
                Problem::NeedUnanswered,
            );
        }
    }
    let lacks = lacking(&made.interventions);
    for code in DEVIATIONS.iter().filter(|code| lacks.contains(*code)) {
        let field = ChildPlanForm::deviation(code);
        if typed(form, &field).is_none() {
            wrong(visit, form, &field, Problem::NeedsReason);
        }
    }
}

fn ending(visit: &Visit, form: &mut Form, row: &EffortRow) -> Option<InterventionEnded> {
    let field = row.field("slut");
    let reason = typed(form, &field);
    if reason.is_none() {
        wrong(visit, form, &field, Problem::NeedsReason);
    }
    Some(InterventionEnded {
        intervention: RefId::new(row.runs.clone()?),
        reason: reason?,
    })
}

fn effort(visit: &Visit, case: &Case, form: &mut Form, row: &EffortRow) -> Option<Intervention> {
    let what = needed(visit, form, &row.field("hvad"));
    let group = typed(form, &row.field("gruppe"));
    if group.is_none() {
        wrong(visit, form, &row.field("gruppe"), Problem::NotChosen);
    }
    let all = |form: &Form, part: &str| -> Vec<String> {
        let field = row.field(part);
        chosen(form, &field).map(str::to_owned).collect()
    };
    let purposes = all(form, "formaal");
    if purposes.is_empty() {
        wrong(visit, form, &row.field("formaal"), Problem::PurposeMissing);
    }
    let initiator = unit(
        visit,
        case,
        form,
        (&row.field("ivaerksaetter"), Problem::InitiatorMissing),
    );
    let responsible = unit(
        visit,
        case,
        form,
        (&row.field("ansvarlig"), Problem::NotChosen),
    );
    let starts = needed_day(visit, form, &row.field("start"), Problem::Missing);
    let intensity = needed(visit, form, &row.field("intensitet"));
    let child = ChildEffort {
        group: group.unwrap_or_default(),
        area: typed(form, &row.field("omraade")),
        purposes,
        targets: all(form, "mod"),
        approaches: all(form, "tilgang"),
        form: typed(form, &row.field("form")).unwrap_or_default(),
        knowledge: typed(form, &row.field("viden")).unwrap_or_default(),
        advised: typed(form, &row.field("raad")).map(RefId::new),
    };
    let responsible = responsible?;
    Some(Intervention {
        reference: RefId::new(row.runs.clone().unwrap_or_default()),
        strand: Strand::Social,
        regime: element::regime(responsible),
        element: None,
        what: what?,
        intensity: intensity?,
        initiator: initiator?.name.clone(),
        responsible: Some(responsible.id.clone()),
        responsible_name: responsible.name.clone(),
        starts: Some(starts?),
        meets: all(form, "svarer"),
        arranged: Arrangement::default(),
        child: Some(child),
    })
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

fn show(
    visit: &Visit,
    case: &Case,
    (status, draft_saved): (u16, Option<String>),
    form: Form,
) -> Result<Answer, Fault> {
    let pathway = &case.view.pathway;
    let advised = pathway.advised().into_iter();
    let advised = advised
        .filter(|(_, _, taken)| !taken)
        .map(|(one, from, _)| {
            let from = from.map(|from| super::word(visit, "viso-suppliers", &from.supplier));
            let source = visit.t.a("advised-by", &("who", from.unwrap_or_default()));
            Choice::new(one.reference.as_str(), format!("{} ({source})", one.what))
        });
    let units = case.units().into_iter();
    let view = ChildPlanForm {
        about: case.about(visit),
        rows: rows(visit, case, &form),
        form,
        draft_saved,
        needs: pathway
            .needs()
            .iter()
            .map(|need| Choice::new(need.reference.as_str(), need.what.clone()))
            .collect(),
        advised: advised.collect(),
        suggested: setting_suggestions(visit, &case.view),
        units: units
            .map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()))
            .collect(),
        lists: EffortLists {
            groups: listed(visit, "child-efforts"),
            areas: listed(visit, "function-domains"),
            purposes: listed(visit, "effort-purposes"),
            targets: listed(visit, "effort-targets"),
            approaches: listed(visit, "effort-approaches"),
            aims: listed(visit, "child-aims"),
            framing: listed(visit, "framing-approaches"),
        },
    };
    visit.page_with(status, Section::Other, &view)
}
