// SPDX-License-Identifier: EUPL-1.2
//! A screening tool, question by question on one page, or as a score and a date (facts §F 37 and 38).

use super::{Case, needed_day, open, typed, wrong};
use crate::page::kommune::language;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{ScreeningForm, ScreeningQuestion, row_field};
use traad_domain::body::{PathwayKind, ScreeningAnswer, ScreeningDone};
use traad_domain::catalogue::screening::{Question, Screening};
use traad_domain::refusal::{NotNow, Problem};

/// The answer that is none.
const NOT_TOLD: &str = "ikke-oplyst";

const FIELDS: [(&str, &str); 2] = [("on", "dato"), ("score", "score")];

/// The form of the tool of the address.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let (case, tool) = about_her(visit)?;
    let mut form = visit.blank();
    let today = visit.t.date(visit.today());
    form.values.push(("dato".to_owned(), today));
    show(visit, (&case, tool), 200, form)
}

/// Registers the answers.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let (mut case, tool) = about_her(visit)?;
    let mut form = visit.sent();
    let on = needed_day(visit, &mut form, "dato", Problem::Missing);
    let told = told(visit, tool, &mut form);
    let Some(on) = on.filter(|_| form.errors.is_empty()) else {
        return show(visit, (&case, tool), 422, form);
    };
    match visit.app.record_screening(&case.ctx, &case.id, (&told, on)) {
        Ok(_) => Ok(case.to("udredning", "gemt")),
        Err(error) => {
            let first = tool.items.first().map(field).unwrap_or_default();
            let [on, score] = FIELDS;
            let fields = [on, score, ("answers", first.as_str())];
            let status = case.refused(visit, &mut form, error, &fields)?;
            show(visit, (&case, tool), status, form)
        }
    }
}

/// The pathway and the tool; a child's journal has none.
fn about_her(visit: &Visit) -> Result<(Case, &Screening), Fault> {
    let case = open(visit)?;
    let tool = visit.app.catalogue().screening(visit.param("redskab"));
    let tool = tool.ok_or(Fault::NotFound)?;
    if case.view.pathway.kind == Some(PathwayKind::Child) {
        return Err(Fault::NotNow(NotNow::NotAPregnancy));
    }
    Ok((case, tool))
}

/// The name of a question's field.
fn field(question: &Question) -> String {
    row_field("svar", &question.id)
}

fn told(visit: &Visit, tool: &Screening, form: &mut Form) -> ScreeningDone {
    let answer = |question: &Question| {
        let points = form.value(&field(question)).parse().ok()?;
        Some(ScreeningAnswer {
            item: question.id.clone(),
            points,
        })
    };
    let answers = tool.items.iter().filter_map(answer).collect();
    ScreeningDone {
        tool: tool.id.clone(),
        answers,
        score: score(visit, tool, form),
    }
}

/// The score of a tool that is kept as one.
fn score(visit: &Visit, tool: &Screening, form: &mut Form) -> Option<u16> {
    if !tool.items.is_empty() {
        return None;
    }
    let score = typed(form, "score").map(|text| text.parse().ok());
    if score == Some(None) {
        wrong(visit, form, "score", Problem::NotANumber);
    }
    score.flatten()
}

fn show(
    visit: &Visit,
    (case, tool): (&Case, &Screening),
    status: u16,
    form: Form,
) -> Result<Answer, Fault> {
    let language = language(visit);
    let points = |points: &u8| {
        let words = visit.t.a("screening-points", &("n", u32::from(*points)));
        Choice::new(points.to_string(), words)
    };
    let not_told = || Choice::new(NOT_TOLD, visit.t.s("unknown"));
    let question = |question: &Question| ScreeningQuestion {
        field: field(question),
        name: question.name.in_language(language).to_owned(),
        choices: question
            .points
            .iter()
            .map(points)
            .chain([not_told()])
            .collect(),
    };
    let view = ScreeningForm {
        about: case.about(visit),
        form,
        post: paths::pathway(case.id.as_str(), &format!("screening/{}", tool.id)),
        name: tool.name.in_language(language).to_owned(),
        note: tool
            .note
            .as_ref()
            .map(|note| note.in_language(language).to_owned()),
        terms: tool.licence.clone(),
        source: tool.source.clone(),
        highest: tool.highest().map(u32::from),
        questions: tool.items.iter().map(question).collect(),
    };
    visit.page_with(status, Section::Other, &view)
}
