// SPDX-License-Identifier: EUPL-1.2
//! Steps that are registered, held to the words rules are made of: a step no rule could read is no step.

use crate::rulebook;
use std::collections::BTreeMap;
use traad_domain::body::{KINDS, StepTaken};
use traad_domain::decide::Hand;
use traad_domain::decide::course::{STEPS, step};
use traad_domain::entry::Author;
use traad_domain::id::{ControllerId, EmploymentId, PersonId, UnitId};
use traad_domain::org::Function;
use traad_domain::pathway::Pathway;
use traad_domain::refusal::{FieldProblem, Problem, Refusal};
use traad_domain::time::Occurred;

#[test]
fn every_step_is_a_fact_with_the_attributes_the_rulebook_declares() {
    let rulebook = rulebook();
    let facts = rulebook.definitions().facts.as_ref().unwrap();
    for kind in STEPS {
        let declared = facts
            .get(kind.code)
            .unwrap_or_else(|| panic!("{} is no fact", kind.code));
        let said: Vec<&str> = declared.iter().map(String::as_str).collect();
        let mut may = kind.attributes.to_vec();
        may.sort_unstable();
        assert_eq!(may, said, "{}", kind.code);
    }
}

#[test]
fn every_task_of_the_law_can_be_done_by_an_entry_an_offer_or_a_step() {
    let offers = include_str!("../../../../catalogue/assessment.toml");
    let derived = [
        "plan-approved",
        "clinic-enrolled",
        "effect-missing",
        "intervention-decided",
        "exposure-weighed",
        "home-known",
        "home-lacking",
    ];
    for rule in rulebook().rules() {
        let kinds = &rule.done_by.on.kinds;
        let possible = |kind: &&String| {
            KINDS.contains(&kind.as_str())
                || STEPS.iter().any(|step| step.code == kind.as_str())
                || derived.contains(&kind.as_str())
                || offers.contains(&format!("id = \"{kind}\""))
        };
        assert!(
            kinds.iter().any(|kind| possible(&kind)),
            "{}: {kinds:?}",
            rule.id
        );
    }
}

fn hand() -> Hand {
    Hand {
        author: Author {
            employment: EmploymentId::new("e"),
            name: "Test".into(),
            unit: UnitId::new("u"),
            function: Function::Caseworker,
        }
        .into(),
        controller: ControllerId::new("c"),
        about: vec![PersonId::new("p")],
        now: "2026-03-03T08:00:00Z".parse().unwrap(),
    }
}

fn taken(code: &str, attributes: &[(&str, &str)]) -> StepTaken {
    let pairs = attributes
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    StepTaken {
        step: code.into(),
        attributes: pairs.collect::<BTreeMap<_, _>>(),
        note: String::new(),
    }
}

#[test]
fn an_unknown_step_and_what_cannot_be_said_of_one_are_refused() {
    let (pathway, hand) = (Pathway::default(), hand());
    let now = Occurred::at(hand.now);
    let refused = |taken: &StepTaken, occurred| match step(&pathway, taken, occurred, &hand) {
        Err(Refusal::Invalid(problems)) => problems,
        other => panic!("{other:?}"),
    };
    let unknown = FieldProblem {
        field: "step",
        problem: Problem::UnknownCode,
    };
    assert_eq!(refused(&taken("notification-sent", &[]), now), [unknown]);
    let said = FieldProblem {
        field: "attributes",
        problem: Problem::UnknownCode,
    };
    assert_eq!(
        refused(&taken("examination-finished", &[("placement", "p")]), now),
        [said]
    );
    let tomorrow = Occurred::at("2026-03-04T08:00:00Z".parse().unwrap());
    let early = FieldProblem {
        field: "occurred",
        problem: Problem::InTheFuture,
    };
    assert_eq!(
        refused(&taken("examination-finished", &[]), tomorrow),
        [early]
    );
    let written = step(
        &pathway,
        &taken("placement-decided", &[("placement", "p")]),
        now,
        &hand,
    );
    assert_eq!(written.unwrap().len(), 1);
}
