// SPDX-License-Identifier: EUPL-1.2
//! Who she is, and how far along: joining two pathways about one woman, naming an unknown one, dating anew.

use super::task::field;
use super::{Case, day, needed, open, typed, wrong};
use crate::page::person;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind, JoinForm};
use traad_app::Hit;
use traad_domain::body::{DatingMethod, PathwayKind};
use traad_domain::decide::concern::StatedDating;
use traad_domain::entry::Topic;
use traad_domain::id::PathwayId;
use traad_domain::person::{Cpr, Identity, Name};
use traad_domain::refusal::{NotNow, Problem};

/// The pathways it may be, found by her name.
pub(crate) fn join_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    show_join(visit, &case, 200, visit.blank())
}

/// Searches again, or joins.
pub(crate) fn join_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    if visit.fields.value("handling") == "find" {
        return show_join(visit, &case, 200, form);
    }
    let other = typed(&form, "med");
    if other.is_none() {
        wrong(visit, &mut form, "med", Problem::NotChosen);
    }
    let reason = needed(visit, &mut form, "begrundelse");
    if !form.has("sikker", "ja") {
        super::problem::add(visit, &mut form, "sikker", "work-error", "sure");
    }
    let (Some(other), Some(reason)) = (other, reason.filter(|_| form.errors.is_empty())) else {
        return show_join(visit, &case, 422, form);
    };
    match visit
        .app
        .join_pathways(&case.ctx, &case.id, &PathwayId::new(other), &reason)
    {
        Ok(_) => Ok(case.to("", "flettet")),
        Err(error) => {
            let status = case.refused(
                visit,
                &mut form,
                error,
                &[("other", "med"), ("reason", "begrundelse")],
            )?;
            show_join(visit, &case, status, form)
        }
    }
}

/// Pathways of the reader's unit that are not this one: by what was searched for, by her name, or all.
fn candidates(visit: &Visit, case: &Case, words: &str) -> Result<Vec<Choice>, Fault> {
    let named = case
        .view
        .person
        .as_ref()
        .map(|person| person.name.0.trim().to_owned())
        .unwrap_or_default();
    let words = if words.is_empty() {
        named.as_str()
    } else {
        words
    };
    let (hits, _) = visit.app.search(&case.ctx, words, 0)?;
    let joined = &case.view.pathway.joined;
    let other =
        |hit: &&Hit| hit.pathway != case.id && !joined.contains(&hit.pathway) && !hit.closed;
    Ok(hits
        .iter()
        .filter(other)
        .map(|hit| {
            let known = hit
                .subject
                .as_ref()
                .map(|person| identity(visit, &person.identity))
                .unwrap_or_default();
            let help = visit.t.a2(
                "work-join-hit",
                &("case", hit.case_number.clone()),
                &("known", known),
            );
            Choice {
                help: Some(help),
                ..Choice::new(
                    hit.pathway.as_str(),
                    person::name(visit, hit.subject.as_ref()),
                )
            }
        })
        .collect())
}

/// What is known of who somebody is; a number is shown without its last digits.
fn identity(visit: &Visit, identity: &Identity) -> String {
    match identity {
        Identity::Cpr { number } => number.masked(),
        Identity::Replacement { number } => number.as_str().to_owned(),
        Identity::Unknown { description } => description.clone(),
        Identity::Unborn => visit.t.s("unknown"),
    }
}

fn show_join(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let candidates = candidates(visit, case, form.value("soeg").trim())?;
    visit.page_with(
        status,
        Section::Other,
        &JoinForm {
            about: case.about(visit),
            form,
            candidates,
        },
    )
}

/// The form for her name and number, when they are not known yet.
pub(crate) fn name_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let mut form = visit.blank();
    match &case.view.person {
        Some(known) if matches!(known.identity, Identity::Cpr { .. }) => {
            return Err(Fault::NotNow(NotNow::AlreadyDone));
        }
        Some(known) => form.values.push(("navn".to_owned(), known.name.0.clone())),
        None => return Err(Fault::NotFound),
    }
    show_name(visit, &case, 200, form)
}

/// Gives her a name and a number.
pub(crate) fn name_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let name = typed(&form, "navn");
    if name.is_none() {
        super::problem::add(visit, &mut form, "navn", "work-error", "name");
    }
    let number = Cpr::parse(form.value("cpr")).ok();
    if number.is_none() {
        wrong(visit, &mut form, "cpr", Problem::NotACpr);
    }
    let (Some(name), Some(number)) = (name, number) else {
        return show_name(visit, &case, 422, form);
    };
    match visit
        .app
        .identify(&case.ctx, &case.id, &Identity::Cpr { number }, &Name(name))
    {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &[("number", "cpr")])?;
            show_name(visit, &case, status, form)
        }
    }
}

fn show_name(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let title = if case.view.pathway.kind == Some(PathwayKind::Child) {
        "work-name-child"
    } else {
        "work-name"
    };
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s(title),
        lead: Some(visit.t.of(title, "lead")),
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), "identitet"),
        fields: vec![
            field("navn", "work-name-name", AskKind::Line),
            field("cpr", "work-name-cpr", AskKind::Line),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}

/// What a dating changes.
fn dating() -> Topic {
    Topic::of("dating")
}

/// The form for how far along she is.
pub(crate) fn date_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let form = case.blank(visit, &dating());
    show_date(visit, &case, 200, form)
}

/// Dates anew.
pub(crate) fn date_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let Some(stated) = stated(visit, &mut form) else {
        return show_date(visit, &case, 422, form);
    };
    let seen = Case::seen(&form, dating());
    match visit
        .app
        .date_anew(&case.ctx, &case.id, Some(&seen), stated)
    {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let fields = [("week", "uge"), ("due", "termin"), ("lmp", "sidste")];
            let status = case.refused(visit, &mut form, error, &fields)?;
            show_date(visit, &case, status, form)
        }
    }
}

/// Exactly one of the three ways to say it.
fn stated(visit: &Visit, form: &mut Form) -> Option<(StatedDating, Option<DatingMethod>)> {
    let method = match form.value("metode") {
        "scan" => Some(Some(DatingMethod::Scan)),
        "told" => Some(None),
        _ => {
            wrong(visit, form, "metode", Problem::NotChosen);
            None
        }
    };
    let filled: Vec<&str> = ["uge", "termin", "sidste"]
        .into_iter()
        .filter(|field| typed(form, field).is_some())
        .collect();
    let stated = match filled.as_slice() {
        [] => {
            super::problem::add(visit, form, "uge", "work-error", "dating");
            None
        }
        ["uge"] => week(visit, form),
        ["termin"] => day(visit, form, "termin").map(StatedDating::Due),
        ["sidste"] => day(visit, form, "sidste").map(StatedDating::Lmp),
        [_, second, ..] => {
            super::problem::add(visit, form, second, "work-error", "one-dating");
            None
        }
        [_] => None,
    };
    Some((stated?, method?))
}

/// `10` or `10+3`.
fn week(visit: &Visit, form: &mut Form) -> Option<StatedDating> {
    let text = typed(form, "uge")?;
    let (weeks, days) = text.split_once('+').unwrap_or((&text, "0"));
    if let (Ok(weeks), Ok(days)) = (weeks.trim().parse(), days.trim().parse()) {
        return Some(StatedDating::Week { weeks, days });
    }
    wrong(visit, form, "uge", Problem::WeekOutOfRange);
    None
}

fn show_date(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let methods = ["scan", "told"]
        .map(|code| Choice::new(code, visit.t.of("work-method", code)))
        .to_vec();
    let now = person::state(visit, &case.view.pathway, case.view.person.as_ref());
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.of("ask-title", "dating"),
        lead: Some(visit.t.a("work-dating-now", &("now", now))),
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), "datering"),
        fields: vec![
            field("metode", "ask-method", AskKind::One(methods)),
            field("uge", "ask-week", AskKind::Line),
            field("termin", "ask-due", AskKind::Date),
            field("sidste", "ask-lmp", AskKind::Date),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}
