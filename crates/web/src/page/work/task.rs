// SPDX-License-Identifier: EUPL-1.2
//! One task: why it is not done, or that it is – as an offer with her answer, or as a step of a legal chain.

use super::{Case, needed, needed_day, open, typed, word, wrong};
use crate::page::duty;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind, ExplainForm};
use std::collections::BTreeMap;
use traad_app::{AppError, DutyLine, Fulfilment};
use traad_domain::body::{
    DutyExplained, OfferAnswer, OfferMade, ResidentialAnswer, ResidentialOffered, StepTaken,
};
use traad_domain::decide::course::step_kind;
use traad_domain::refusal::{NotNow, Problem};
use traad_domain::time::Occurred;

/// The form for why not. The law has none.
pub(crate) fn explain_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let line = line(visit, &case)?;
    let mut form = visit.blank();
    if line.strength == "law" {
        wrong(visit, &mut form, "grund", Problem::LawStands);
    }
    let status = if form.errors.is_empty() { 200 } else { 409 };
    show_explain(visit, &case, status, form)
}

/// Keeps why not.
pub(crate) fn explain_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let Some((rule, key)) = visit.param("opgave").split_once('~') else {
        return Err(Fault::NotFound);
    };
    let explained = DutyExplained {
        rule: rule.to_owned(),
        key: key.to_owned(),
        reason: form.value("grund").trim().to_owned(),
    };
    match visit.app.explain_duty(&case.ctx, &case.id, &explained) {
        Ok(_) => Ok(case.to("", "forklaret")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &[("reason", "grund")])?;
            show_explain(visit, &case, status, form)
        }
    }
}

fn show_explain(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let view = ExplainForm {
        about: case.about(visit),
        form,
        duty_id: visit.param("opgave").to_owned(),
        duty: line(visit, case)
            .ok()
            .map(|line| duty::row(visit, line, true)),
    };
    visit.page_with(status, Section::Other, &view)
}

/// The task of the address, among those of the reader's unit.
fn line<'a>(visit: &Visit, case: &'a Case) -> Result<&'a DutyLine, Fault> {
    let (rule, key) = visit
        .param("opgave")
        .split_once('~')
        .ok_or(Fault::NotFound)?;
    let found = case
        .view
        .duties
        .iter()
        .find(|duty| duty.rule == rule && duty.key == key);
    found.ok_or(Fault::NotNow(NotNow::NoSuchDuty))
}

/// Attributes one has to choose, each with its values.
type Asked = Vec<(String, Vec<String>)>;

/// How a task is done on this page.
enum Way {
    /// One of these was offered, told or considered.
    Offer(Vec<String>),
    /// A residential place was offered or sought.
    Residential,
    /// One of these steps was taken, with what has to be chosen for it.
    Step(Vec<String>, Asked),
}

fn way(visit: &Visit, line: &DutyLine) -> Result<Way, Fault> {
    let Fulfilment { kinds, asked } = visit.app.fulfilment(&line.rule).ok_or(Fault::NotFound)?;
    let offers = visit.app.catalogue().list("offers");
    let is_offer = |kind: &String| offers.is_some_and(|list| list.item(kind).is_some());
    let offered: Vec<String> = kinds
        .iter()
        .filter(|kind| is_offer(kind))
        .cloned()
        .collect();
    if !offered.is_empty() {
        return Ok(Way::Offer(offered));
    }
    if kinds.iter().any(|kind| kind == "residential-offered") {
        return Ok(Way::Residential);
    }
    let steps: Vec<String> = kinds
        .into_iter()
        .filter(|kind| step_kind(kind).is_some())
        .collect();
    if steps.is_empty() {
        return Err(Fault::NotFound);
    }
    Ok(Way::Step(steps, asked))
}

/// The form in which a task is reported done.
pub(crate) fn done_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let line = line(visit, &case)?;
    let mut form = visit.blank();
    match way(visit, line)? {
        Way::Offer(kinds) | Way::Step(kinds, _) if kinds.len() == 1 => {
            form.values
                .extend(kinds.into_iter().map(|kind| ("hvad".to_owned(), kind)));
        }
        Way::Offer(_) | Way::Step(..) | Way::Residential => {}
    }
    form.values
        .push(("dato".to_owned(), visit.t.date(visit.today())));
    show_done(visit, &case, 200, form)
}

/// Reports it done.
pub(crate) fn done_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let sent = match line(visit, &case) {
        Ok(line) => match way(visit, line)? {
            Way::Offer(kinds) => offer(visit, &case, &mut form, &kinds),
            Way::Residential => residential(visit, &case, &mut form),
            Way::Step(kinds, asked) => step(visit, &case, &mut form, (line, &kinds, &asked)),
        },
        // A second click finds the task done by the first.
        Err(fault) => {
            return if done_before(visit, &case)? {
                Ok(case.to("", "gemt"))
            } else {
                Err(fault)
            };
        }
    };
    match sent {
        None => show_done(visit, &case, 422, form),
        Some(Ok(())) => Ok(case.to("", "gemt")),
        Some(Err(error)) => {
            let fields = [
                ("note", "note"),
                ("occurred", "dato"),
                ("place", "sted"),
                ("raised_to", "videre"),
                ("step", "hvad"),
            ];
            let status = case.refused(visit, &mut form, error, &fields)?;
            show_done(visit, &case, status, form)
        }
    }
}

fn done_before(visit: &Visit, case: &Case) -> Result<bool, Fault> {
    Ok(visit.app.sent_before(&case.ctx)?)
}

fn kind(visit: &Visit, form: &mut Form, kinds: &[String]) -> Option<String> {
    let chosen = match kinds {
        [only] => Some(only.clone()),
        _ => typed(form, "hvad").filter(|kind| kinds.contains(kind)),
    };
    if chosen.is_none() {
        wrong(visit, form, "hvad", Problem::NotChosen);
    }
    chosen
}

fn offer(
    visit: &Visit,
    case: &Case,
    form: &mut Form,
    kinds: &[String],
) -> Option<Result<(), AppError>> {
    let offer = kind(visit, form, kinds);
    let answer = OfferAnswer::from_code(form.value("svar"));
    if answer.is_none() {
        wrong(visit, form, "svar", Problem::NotChosen);
    }
    let made = OfferMade {
        offer: offer?,
        answer: answer?,
        note: typed(form, "note").unwrap_or_default(),
    };
    Some(visit.app.make_offer(&case.ctx, &case.id, &made).map(drop))
}

fn residential(visit: &Visit, case: &Case, form: &mut Form) -> Option<Result<(), AppError>> {
    let place = needed(visit, form, "sted");
    let answer = ResidentialAnswer::from_code(form.value("svar"));
    if answer.is_none() {
        wrong(visit, form, "svar", Problem::NotChosen);
    }
    let offered = ResidentialOffered {
        place: place?,
        answer: answer?,
        raised_to: typed(form, "videre"),
    };
    Some(
        visit
            .app
            .offer_residential(&case.ctx, &case.id, &offered)
            .map(drop),
    )
}

fn step(
    visit: &Visit,
    case: &Case,
    form: &mut Form,
    (line, kinds, asked): (&DutyLine, &[String], &Asked),
) -> Option<Result<(), AppError>> {
    let code = kind(visit, form, kinds);
    let mut attributes = BTreeMap::new();
    for (name, values) in asked {
        let field = format!("felt-{name}");
        match typed(form, &field).filter(|value| values.contains(value)) {
            Some(value) => drop(attributes.insert(name.clone(), value)),
            None => wrong(visit, form, &field, Problem::NotChosen),
        }
    }
    let day = needed_day(visit, form, "dato", Problem::Missing);
    if day.is_some_and(|day| day > visit.today()) {
        wrong(visit, form, "dato", Problem::InTheFuture);
    }
    if !form.errors.is_empty() {
        return None;
    }
    let (step, day) = (code?, day?);
    let occurred = Occurred::told(day, visit.now);
    let taken = StepTaken {
        step,
        attributes,
        note: typed(form, "note").unwrap_or_default(),
    };
    let task = (line.rule.as_str(), line.key.as_str());
    Some(
        visit
            .app
            .take_step(&case.ctx, &case.id, task, (&taken, occurred))
            .map(drop),
    )
}

fn show_done(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let line = line(visit, case)?;
    let row = duty::row(visit, line, true);
    let way = way(visit, line)?;
    let lead = match &way {
        Way::Step(kinds, _) => kinds.first().filter(|_| kinds.len() == 1).map(|kind| {
            visit
                .t
                .a("work-step-lead", &("step", visit.t.of("work-step", kind)))
        }),
        Way::Offer(_) | Way::Residential => row.sentence,
    };
    let fields = match way {
        Way::Offer(kinds) => offer_fields(visit, &kinds),
        Way::Residential => residential_fields(visit),
        Way::Step(kinds, asked) => step_fields(visit, &kinds, &asked),
    };
    let view = AskForm {
        about: case.about(visit),
        form,
        title: row.title,
        lead,
        button: visit.t.s("form-save"),
        post: crate::paths::done(case.id.as_str(), visit.param("opgave")),
        fields,
    };
    visit.page_with(status, Section::Other, &view)
}

pub(super) fn field(name: &str, key: &str, kind: AskKind) -> AskField {
    AskField {
        name: name.to_owned(),
        key: key.to_owned(),
        kind,
    }
}

fn offer_fields(visit: &Visit, kinds: &[String]) -> Vec<AskField> {
    let answers = OfferAnswer::ALL
        .iter()
        .map(|a| Choice::new(a.code(), visit.t.of("work-answer", a.code())))
        .collect();
    let mut fields = Vec::new();
    if kinds.len() > 1 {
        fields.push(field(
            "hvad",
            "ask-offer",
            AskKind::One(
                kinds
                    .iter()
                    .map(|k| Choice::new(k.clone(), word(visit, "offers", k)))
                    .collect(),
            ),
        ));
    }
    fields.push(field("svar", "ask-answer", AskKind::One(answers)));
    fields.push(field("note", "ask-note", AskKind::Note));
    fields
}

fn residential_fields(visit: &Visit) -> Vec<AskField> {
    let answers = ResidentialAnswer::ALL
        .iter()
        .map(|a| Choice::new(a.code(), visit.t.of("work-offer", a.code())))
        .collect();
    vec![
        field("sted", "work-offer-place", AskKind::Line),
        field("svar", "work-offer", AskKind::One(answers)),
        field("videre", "work-offer-raised", AskKind::Line),
    ]
}

fn step_fields(visit: &Visit, kinds: &[String], asked: &Asked) -> Vec<AskField> {
    let mut fields = Vec::new();
    if kinds.len() > 1 {
        let choices = kinds
            .iter()
            .map(|kind| Choice::new(kind.clone(), visit.t.of("work-step", kind)))
            .collect();
        fields.push(field("hvad", "ask-step", AskKind::One(choices)));
    }
    for (name, values) in asked {
        let choices = values
            .iter()
            .map(|value| {
                Choice::new(
                    value.clone(),
                    visit.t.of("work-step-value", &value.replace('æ', "ae")),
                )
            })
            .collect();
        fields.push(field(
            &format!("felt-{name}"),
            &format!("work-step-{name}"),
            AskKind::One(choices),
        ));
    }
    fields.push(field("dato", "work-step-date", AskKind::Date));
    fields.push(field("note", "ask-note", AskKind::Note));
    fields
}
