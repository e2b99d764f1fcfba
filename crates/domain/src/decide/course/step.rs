// SPDX-License-Identifier: EUPL-1.2
//! Steps of the authority's and the treatment's legal chains that have no entry kind of their own: which there are, and
//! what may be said of each. The names are those the rulebook's `facts.toml` gives them.

use crate::body::{Body, StepTaken};
use crate::category::Category;
use crate::decide::{Hand, happened, open};
use crate::entry::NewEntry;
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};
use crate::time::Occurred;

/// One kind of step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepKind {
    /// The fact's name.
    pub code: &'static str,
    /// What may be said of it.
    pub attributes: &'static [&'static str],
    /// How sensitive it is.
    pub category: Category,
}

const fn authority(code: &'static str, attributes: &'static [&'static str]) -> StepKind {
    StepKind {
        code,
        attributes,
        category: Category::AuthorityDecision,
    }
}

const fn treatment(code: &'static str, attributes: &'static [&'static str]) -> StepKind {
    StepKind {
        code,
        attributes,
        category: Category::SubstanceUse,
    }
}

/// Every step that can be registered. A consent is none: it is given by a person, not registered as a step.
pub const STEPS: &[StepKind] = &[
    authority("childs-need-assessed", &[]),
    authority("breach-assessed", &["entry"]),
    authority("screened", &["outcome"]),
    authority("exploration-finished", &[]),
    authority("examination-started", &[]),
    authority("examination-finished", &[]),
    authority("preliminary-assessment-made", &[]),
    authority("placement-considered", &[]),
    authority("placement-proposed", &["placement", "consent"]),
    authority("placement-decided", &["placement"]),
    authority("measure-decided", &["measure", "plan-needed", "section"]),
    authority("measure-started", &["measure"]),
    authority("childs-plan-ready", &["placement", "measure"]),
    authority("follow-up-rhythm-decided", &["measure"]),
    authority("child-placed", &["placement", "kind"]),
    authority("placement-changed", &["placement", "kind"]),
    authority("parents-plan-decided", &[]),
    authority("supervision-visit", &[]),
    authority("moved-municipality", &["to"]),
    authority("new-municipality-notified", &[]),
    authority("clinic-closing-proposed", &["handover"]),
    authority("handover-accepted", &["handover", "receiver"]),
    treatment("treatment-requested", &["substance", "request", "minor"]),
    treatment("treatment-started", &["request"]),
    treatment("doctor-talk-offered", &["request"]),
    treatment("dual-diagnosis-referral-received", &["request"]),
    treatment("detention-decided", &["detention", "request"]),
    treatment("detention-told", &["detention"]),
    treatment("detention-ended", &["detention"]),
];

/// The step of a code.
pub fn step_kind(code: &str) -> Option<&'static StepKind> {
    STEPS.iter().find(|kind| kind.code == code)
}

/// Registers a step. An unknown step, or something that cannot be said of it, is refused.
pub fn step(
    pathway: &Pathway,
    taken: &StepTaken,
    occurred: Occurred,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    let kind = step_kind(&taken.step);
    check.require(kind.is_some(), "step", Problem::UnknownCode);
    for (name, value) in &taken.attributes {
        let known = kind.is_some_and(|kind| kind.attributes.contains(&name.as_str()));
        check.require(known, "attributes", Problem::UnknownCode);
        check.length(value, "attributes");
    }
    check.length(&taken.note, "note");
    happened(&mut check, pathway, hand, occurred);
    check.done()?;
    // Nobody is held back without a contract that she has signed (row S2-036).
    let signed = pathway.contracts.iter().any(|c| c.signed.is_some());
    if taken.step == "detention-decided" && !signed {
        return Err(Refusal::NotNow(NotNow::NoSuchContract));
    }
    let category = kind.map_or(Category::AuthorityDecision, |kind| kind.category);
    let entry = hand.write(category, Body::StepTaken(taken.clone()));
    Ok(vec![entry.occurred(occurred)])
}
