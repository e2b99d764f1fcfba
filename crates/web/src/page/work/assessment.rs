// SPDX-License-Identifier: EUPL-1.2
//! *Helhedsorienteret udredning*: kept as a draft while it grows, written when it is whole (A05).

use super::{Case, chosen, open, round, typed, wrong};
use crate::page::draft;
use crate::server::{Answer, Fault, Visit};
use crate::view::concern::substances;
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::work::{AssessmentForm, PROBLEMS, row_field};
use traad_domain::body::{
    AssessmentCompleted, Prescribed, Problem as SocialProblem, UseRecorded, UseSource,
};
use traad_domain::decide::assessment::topic;
use traad_domain::id::RefId;
use traad_domain::refusal::Problem;
use traad_domain::time::LAST_WEEK;

/// The name of the form's draft.
const DRAFT: &str = "udredning";

const FIELDS: [(&str, &str); 5] = [
    ("situation", "situation"),
    ("resources", "ressourcer"),
    ("challenges", "udfordringer"),
    ("problems", "problem"),
    ("uses", "forbrug"),
];

/// Who says so, as the form writes it.
const SOURCES: [(&str, UseSource); 4] = [
    ("hende", UseSource::Herself),
    ("proeve", UseSource::Test),
    ("set", UseSource::Seen),
    ("formodet", UseSource::Presumed),
];

/// The form: the writer's draft, else what the unit itself wrote last.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    if case.is_a_childs() {
        return round::get(visit, &case);
    }
    let (kept, draft_saved) = draft::form(visit, DRAFT, case.id.as_str())?;
    let mut form = Form {
        version: Some(case.view.token(&topic())),
        ..kept
    };
    if form.values.is_empty() {
        form.values = earlier(&case);
    }
    show(visit, &case, 200, form, draft_saved)
}

/// Keeps the draft, or writes the assessment.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    if case.is_a_childs() {
        return round::post(visit, case);
    }
    let mut form = visit.sent();
    form.draft = Some(DRAFT.to_owned());
    if visit.fields.value("handling") == "gem" {
        let draft_saved = draft::keep(visit, DRAFT, case.id.as_str())?;
        return show(visit, &case, 200, form, Some(draft_saved));
    }
    let made = read(visit, &case, &mut form);
    let seen = Case::seen(&form, topic());
    if !form.errors.is_empty() {
        return show(visit, &case, 422, form, None);
    }
    match visit
        .app
        .complete_assessment(&case.ctx, &case.id, Some(&seen), &made)
    {
        Ok(_) => {
            visit.app.drop_draft(&case.ctx, DRAFT, case.id.as_str())?;
            Ok(case.to("udredning", "gemt"))
        }
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form, None)
        }
    }
}

/// What the writer's own unit has written before: the newest assessment, and the newest word of each substance.
fn earlier(case: &Case) -> Vec<(String, String)> {
    let own = &case.ctx.actor.unit.id;
    let mut values = uses(case);
    let newest = case.view.pathway.assessments.last();
    let Some(made) = newest.filter(|made| &made.author.unit == own) else {
        return values;
    };
    let mut put = |name: String, value: &str| values.push((name, value.to_owned()));
    put("situation".to_owned(), &made.body.situation);
    put("ressourcer".to_owned(), &made.body.resources);
    put("udfordringer".to_owned(), &made.body.challenges);
    for problem in &made.body.problems {
        put("problem".to_owned(), &problem.group);
        let base = row_field("problem", &problem.group);
        put(row_field(&base, "note"), &problem.note);
        for detail in &problem.details {
            put(row_field(&base, "del"), detail);
        }
    }
    if made.body.violence_risk {
        put("vold".to_owned(), "ja");
    }
    values
}

/// What the own unit last wrote about each substance: it is not asked again, and stands to be changed.
fn uses(case: &Case) -> Vec<(String, String)> {
    let own = &case.ctx.actor.unit.id;
    let mut values = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for used in case.view.pathway.uses.iter().rev() {
        let substance = used.body.substance.as_str();
        if &used.author.unit != own || seen.contains(&substance) {
            continue;
        }
        seen.push(substance);
        values.push(("forbrug".to_owned(), substance.to_owned()));
        let base = row_field("forbrug", substance);
        let parts = used_values(&used.body).into_iter();
        values.extend(parts.map(|(part, value)| (row_field(&base, part), value)));
    }
    values
}

/// The fields of one substance as they were filled in; what was not told stays empty.
fn used_values(used: &UseRecorded) -> Vec<(&'static str, String)> {
    let texts = [
        ("varighed", &used.duration),
        ("hyppighed", &used.frequency),
        ("timing", &used.timing),
        ("omfang", &used.amount),
        ("af", &used.prescriber),
    ];
    let texts = texts
        .into_iter()
        .filter_map(|(part, text)| Some((part, text.clone()?)));
    let weeks = used
        .weeks
        .into_iter()
        .flat_map(|(first, last)| [("fra", first.to_string()), ("til", last.to_string())]);
    let prescribed = match used.prescribed {
        Prescribed::Yes => "ja",
        Prescribed::No => "nej",
        Prescribed::Unknown => "ukendt",
    };
    let source = SOURCES.iter().find(|(_, source)| *source == used.source);
    let source = source.map(|(code, _)| ("kilde", (*code).to_owned()));
    texts
        .chain(weeks)
        .chain([("ordineret", prescribed.to_owned())])
        .chain(source)
        .collect()
}

/// Everything that is wrong is named at once: the three texts here, so that their sentences stand beside the others.
fn read(visit: &Visit, case: &Case, form: &mut Form) -> AssessmentCompleted {
    let text = |form: &Form, name: &str| form.value(name).trim().to_owned();
    for (field, problem) in [
        ("situation", Problem::Missing),
        ("ressourcer", Problem::ResourcesMissing),
        ("udfordringer", Problem::Missing),
    ] {
        if text(form, field).is_empty() {
            wrong(visit, form, field, problem);
        }
    }
    AssessmentCompleted {
        reference: RefId::new(""),
        situation: text(form, "situation"),
        resources: text(form, "ressourcer"),
        challenges: text(form, "udfordringer"),
        uses: substances()
            .into_iter()
            .filter(|s| form.has("forbrug", s))
            .collect::<Vec<_>>()
            .into_iter()
            .map(|s| used(visit, case, form, s))
            .collect(),
        problems: PROBLEMS
            .split(' ')
            .filter(|p| form.has("problem", p))
            .map(|p| problem(form, p))
            .collect(),
        violence_risk: form.has("vold", "ja"),
        easy_read: false,
    }
}

fn problem(form: &Form, group: &str) -> SocialProblem {
    let base = row_field("problem", group);
    SocialProblem {
        group: group.to_owned(),
        details: chosen(form, &row_field(&base, "del"))
            .map(str::to_owned)
            .collect(),
        note: typed(form, &row_field(&base, "note")).unwrap_or_default(),
    }
}

/// One substance; what was not stated stays *ikke oplyst*.
fn used(visit: &Visit, case: &Case, form: &mut Form, substance: &str) -> UseRecorded {
    let base = row_field("forbrug", substance);
    let weeks = weeks(visit, case, form, &base);
    let field = |part: &str| typed(form, &row_field(&base, part));
    UseRecorded {
        substance: substance.to_owned(),
        duration: field("varighed"),
        frequency: field("hyppighed"),
        timing: field("timing"),
        weeks,
        amount: field("omfang"),
        prescribed: match field("ordineret").as_deref() {
            Some("ja") => Prescribed::Yes,
            Some("nej") => Prescribed::No,
            _ => Prescribed::Unknown,
        },
        prescriber: field("af"),
        source: source(field("kilde").as_deref()),
    }
}

/// Who says so; what was not answered is not told, and not presumed.
fn source(code: Option<&str>) -> UseSource {
    let known = SOURCES.iter().find(|(known, _)| Some(*known) == code);
    known.map_or(UseSource::NotTold, |(_, source)| *source)
}

/// From which week to which; weeks that do not exist, or have not come, are refused.
fn weeks(visit: &Visit, case: &Case, form: &mut Form, base: &str) -> Option<(u8, u8)> {
    let (from, to) = (row_field(base, "fra"), row_field(base, "til"));
    if typed(form, &from).is_none() && typed(form, &to).is_none() {
        return None;
    }
    let first = week(visit, case, form, &from);
    let last = week(visit, case, form, &to);
    let (first, last) = (first?, last?);
    if last < first {
        super::problem::add(visit, form, &to, "work-error", "weeks");
        return None;
    }
    Some((first, last))
}

fn week(visit: &Visit, case: &Case, form: &mut Form, field: &str) -> Option<u8> {
    let text = typed(form, field);
    let Some(week) = text.and_then(|text| text.parse::<u8>().ok()) else {
        wrong(visit, form, field, Problem::NotANumber);
        return None;
    };
    let now = case
        .view
        .pathway
        .gestation(visit.now)
        .map(|age| age.weeks_days().0);
    if i64::from(week) > LAST_WEEK {
        wrong(visit, form, field, Problem::WeekOutOfRange);
        return None;
    }
    if now.is_some_and(|now| i64::from(week) > now) {
        super::problem::add(visit, form, field, "work-error", "week-to-come");
        return None;
    }
    Some(week)
}

fn show(
    visit: &Visit,
    case: &Case,
    status: u16,
    form: Form,
    draft_saved: Option<String>,
) -> Result<Answer, Fault> {
    visit.page_with(
        status,
        Section::Other,
        &AssessmentForm {
            about: case.about(visit),
            form,
            draft_saved,
        },
    )
}
