// SPDX-License-Identifier: EUPL-1.2
//! *Overlevér til dagtilbud eller skole*: needs, strengths and challenges follow a child to new surroundings (row S1-010), with
//! the agreement's steps as a checklist (row S2-076). The cause does not, unless the parents want it to.

use super::super::task::field;
use super::super::{Case, chosen, typed, wrong};
use super::closing::{telling, telling_fields, units};
use crate::page::agreement::cite;
use crate::page::kommune::language;
use crate::page::work::open_child;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use traad_domain::body::{Receiver, Transition};
use traad_domain::decide::closing::Onward;
use traad_domain::id::UnitId;
use traad_domain::org::UnitKind;
use traad_domain::refusal::Problem;

/// The list of transitions.
const TRANSITIONS: &str = "transitions";

/// Which field of the form a field of the domain is. The first takes what is no matter of one field.
const FIELDS: [(&str, &str); 8] = [
    ("ground", "grundlag"),
    ("receiver", "overgang"),
    ("unit", "sted"),
    ("needs", "behov"),
    ("strengths", "styrker"),
    ("challenges", "udfordringer"),
    ("exposure", "eksponering-med"),
    ("ground_reason", "hvorfor"),
];

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open_child(visit)?;
    show(visit, &case, 200, visit.blank())
}

/// Sends it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open_child(visit)?;
    let mut form = visit.sent();
    let Some(told) = read(visit, &case, &mut form) else {
        return show(visit, &case, 422, form);
    };
    match visit.app.hand_on(&case.ctx, &case.id, &told) {
        Ok(_) => Ok(case.to("", "sendt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

/// What a transition is to: a school where the child starts there, a daycare otherwise.
fn receiver(kind: &str) -> Receiver {
    if kind == "skolestart" {
        Receiver::School
    } else {
        Receiver::Daycare
    }
}

/// The transitions to new surroundings: what the sources name, and the two every child meets.
const KINDS: [&str; 5] = [
    "dagtilbud",
    "skolestart",
    "nye-rammer",
    "nye-voksne",
    "nye-boern",
];

fn read(visit: &Visit, case: &Case, form: &mut Form) -> Option<Onward> {
    let kind = typed(form, "overgang").filter(|kind| KINDS.contains(&kind.as_str()));
    if kind.is_none() {
        wrong(visit, form, "overgang", Problem::NotChosen);
    }
    let unit = typed(form, "sted").map(UnitId::new);
    if unit.is_none() {
        wrong(visit, form, "sted", Problem::NotChosen);
    }
    let telling = telling(visit, form, true);
    if telling.is_some() && !form.errors.is_empty() {
        for name in ["behov", "styrker", "udfordringer"] {
            super::super::needed(visit, form, name);
        }
    }
    if !form.errors.is_empty() {
        return None;
    }
    let (kind, unit) = (kind?, unit?);
    let all = steps(case);
    let ticked: Vec<String> = chosen(form, "skridt").map(str::to_owned).collect();
    let (done, left) = all.into_iter().partition(|step| ticked.contains(step));
    Some(Onward {
        receiver: receiver(&kind),
        unit,
        transition: Transition { kind, done, left },
        telling: telling?,
    })
}

/// The agreement's steps at a transition: each line of its answer, where it has one.
fn steps(case: &Case) -> Vec<String> {
    let agreed = case.view.agreement.as_ref();
    let text = agreed.and_then(|agreed| agreed.answers.transitions.clone());
    let text = text.unwrap_or_default();
    let lines = text.split(['\n', ';']).map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let t = &visit.t;
    let words = |code: &str| {
        let found = visit
            .app
            .catalogue()
            .words(TRANSITIONS, code, language(visit));
        found.unwrap_or(code).to_owned()
    };
    let kinds = KINDS.map(|code| Choice::new(code, words(code)));
    let steps = steps(case).into_iter();
    let steps: Vec<Choice> = steps.map(|step| Choice::new(step.clone(), step)).collect();
    let mut fields = vec![
        field("overgang", "onward-kind", AskKind::One(kinds.to_vec())),
        field("sted", "onward-unit", units(case, UnitKind::Daycare)),
    ];
    if !steps.is_empty() {
        fields.push(field("skridt", "onward-steps", AskKind::Many(steps)));
    }
    fields.extend(telling_fields(visit, case, AskKind::Area));
    let lacks = cite(visit, case.view.agreement.as_ref(), "overgange").is_none();
    let lead = std::iter::once(t.of("onward", "lead"));
    let lead = lead.chain(lacks.then(|| t.of("onward", "no-agreement")));
    let view = AskForm {
        about: case.about(visit),
        form,
        title: t.s("onward"),
        lead: Some(lead.collect::<Vec<_>>().join(" ")),
        button: t.of("onward", "button"),
        post: paths::pathway(case.id.as_str(), "overgang"),
        fields,
    };
    visit.page_with(status, Section::Other, &view)
}
