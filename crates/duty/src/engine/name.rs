// SPDX-License-Identifier: EUPL-1.2
//! The words of a duty, made when somebody asks for them: its key, and the label of its position.

use super::case::{Case, NO_STEP, NONE, Occasion};
use super::ground::Reader;
use super::{Duty, Ground, at};
use crate::agreement::Agreement;
use crate::fact::{Fact, Journal, NO_VALUE};
use crate::rule::plan::{PiecePlan, Plan, StepsPlan};
use std::fmt::Write;

/// What words are made from.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) journal: &'a Journal,
    pub(crate) agreement: &'a Agreement,
    /// The duties among which a breached one is found by its number.
    pub(crate) duties: &'a [Duty],
}

/// Appends the key of a duty.
pub(crate) fn write_key(words: &Words<'_>, occasion: &Occasion, out: &mut String) {
    let rule = words.plan.rule(occasion.rule);
    let start = rule.and_then(|rule| rule.starts.get(usize::from(occasion.start)));
    let reader = Reader {
        plan: words.plan,
        journal: words.journal,
    };
    let fact = words.journal.fact(occasion.fact);
    for piece in start.map_or(&[][..], |start| start.key.as_slice()) {
        match piece {
            PiecePlan::Text(text) => out.push_str(text),
            PiecePlan::Seq => write_root(words, fact, out),
            PiecePlan::Step => write_step(words, occasion, out),
            PiecePlan::Key => {
                if let Some(parent) = at(words.duties, occasion.parent) {
                    write_key(words, &parent.occasion, out);
                }
            }
            PiecePlan::Attribute(attribute) => {
                let value = fact.map(|fact| reader.value(fact, *attribute));
                let text = value.and_then(|value| words.journal.text(&words.plan.schema, value));
                out.push_str(text.unwrap_or("-"));
            }
        }
    }
    if occasion.moved != NONE {
        out.push('@');
        write_root(words, words.journal.fact(occasion.moved), out);
    }
}

/// What names a fact: its root id, or its place.
fn write_root(words: &Words<'_>, fact: Option<&Fact>, out: &mut String) {
    let Some(fact) = fact else { return };
    match words.journal.root(&words.plan.schema, fact) {
        Some(root) => out.push_str(root),
        // Writing to a String does not fail.
        None => {
            let _ = write!(out, "{}", fact.seq);
        }
    }
}

/// The label of a position: as written in its list, or its number.
pub(crate) fn write_step(words: &Words<'_>, occasion: &Occasion, out: &mut String) {
    if occasion.step == NO_STEP {
        out.push('-');
        return;
    }
    let rule = words.plan.rule(occasion.rule);
    let start = rule.and_then(|rule| rule.starts.get(usize::from(occasion.start)));
    let steps = match start.and_then(|start| start.steps.as_ref()) {
        Some(StepsPlan::Agreement(key)) => words
            .agreement
            .terms(occasion.version())
            .and_then(|terms| terms.steps(*key)),
        steps => steps,
    };
    match steps {
        Some(StepsPlan::List(list)) => {
            let step = list.get(usize::from(occasion.step));
            out.push_str(step.map_or("", |step| step.label.as_str()));
        }
        Some(StepsPlan::Every { .. } | StepsPlan::Agreement(_)) | None => {
            let _ = write!(out, "{}", u32::from(occasion.step) + 1);
        }
    }
}

impl Ground<'_> {
    /// Whether a value is the label of the duty's position.
    pub(crate) fn is_step(&self, value: u32, case: &Case<'_>) -> bool {
        if case.occasion.step == NO_STEP {
            return false;
        }
        let steps = self.steps(case);
        if let Some(StepsPlan::List(list)) = steps
            && let Some(label) = list.get(usize::from(case.occasion.step))
            && label.value != NO_VALUE
        {
            return label.value == value;
        }
        let Some(text) = self.journal.text(&self.plan.schema, value) else {
            return false;
        };
        match steps {
            Some(StepsPlan::List(list)) => list
                .get(usize::from(case.occasion.step))
                .is_some_and(|step| step.label == text),
            Some(StepsPlan::Every { .. } | StepsPlan::Agreement(_)) | None => {
                text.parse() == Ok(u32::from(case.occasion.step) + 1)
            }
        }
    }
}
