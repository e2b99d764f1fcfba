// SPDX-License-Identifier: EUPL-1.2
//! Steps of the authority's and the treatment's legal chains that have no entry kind of their own: which there are, and
//! what may be said of each. The names are those the rulebook's `facts.toml` gives them.

use crate::body::{Body, HandoverSent, MeetingDecided, Receiver, StepTaken};
use crate::category::Category;
use crate::decide::{Hand, happened, open};
use crate::entry::{Basis, NewEntry};
use crate::pathway::{Noted, Pathway};
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

const fn meeting(code: &'static str, attributes: &'static [&'static str]) -> StepKind {
    StepKind {
        code,
        attributes,
        category: Category::Coordination,
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
    authority("placement-changed", &["placement", "kind"]),
    authority("parents-plan-decided", &[]),
    authority("supervision-visit", &[]),
    authority("moved-municipality", &["to"]),
    authority("new-municipality-notified", &[]),
    StepKind {
        code: "meeting-place-agreed",
        attributes: &[],
        category: Category::Social,
    },
    authority("clinic-closing-proposed", &["handover"]),
    authority("handover-accepted", &["handover", "receiver"]),
    treatment("treatment-requested", &["substance", "request", "minor"]),
    treatment("treatment-started", &["request"]),
    treatment("doctor-talk-offered", &["request"]),
    treatment("dual-diagnosis-referral-received", &["request"]),
    treatment("detention-decided", &["detention", "request"]),
    treatment("detention-told", &["detention"]),
    treatment("detention-ended", &["detention"]),
    meeting("meeting-decision-done", &["decision"]),
    meeting("attendance-support-given", &["meeting"]),
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
    if !may_accept(pathway, taken, hand) {
        return Err(Refusal::NotNow(NotNow::NotTheReceiver));
    }
    let kommune = accepted(pathway, taken, hand);
    let mut kommune = kommune.filter(|sent| sent.body.receiver == Receiver::FamilyDepartment);
    if kommune.next().is_some() {
        return Err(Refusal::NotNow(NotNow::TakenWithCoordinator));
    }
    // Nobody is held back without a contract that she has signed (row S2-036).
    let signed = pathway.contracts.iter().any(|c| c.signed.is_some());
    if taken.step == "detention-decided" && !signed {
        return Err(Refusal::NotNow(NotNow::NoSuchContract));
    }
    let category = kind.map_or(Category::AuthorityDecision, |kind| kind.category);
    let entry = hand.write(category, Body::StepTaken(taken.clone()));
    Ok(vec![
        told_sender(pathway, taken, hand, entry).occurred(occurred),
    ])
}

/// The hand-overs to the author's unit that a step accepts.
fn accepted<'a>(
    pathway: &'a Pathway,
    taken: &'a StepTaken,
    hand: &'a Hand,
) -> impl Iterator<Item = &'a Noted<HandoverSent>> {
    let named = |name: &str| taken.attributes.get(name).map(String::as_str);
    pathway.handovers.iter().filter(move |sent| {
        taken.step == "handover-accepted"
            && sent.body.unit == hand.author.unit
            && named("handover") == Some(sent.body.handover.as_str())
            && named("receiver") == Some(sent.body.receiver.code())
    })
}

/// A newborn is accepted by the unit that was asked, and by nobody else for it.
fn may_accept(pathway: &Pathway, taken: &StepTaken, hand: &Hand) -> bool {
    let newborn = pathway.child.born.is_some() || !pathway.handovers.is_empty();
    let accepts = taken.step == "handover-accepted" && newborn;
    !accepts || accepted(pathway, taken, hand).next().is_some()
}

/// Whoever asked a unit to take over learns that it has accepted, and whoever wrote a meeting's minutes that what it
/// decided is done.
fn told_sender(pathway: &Pathway, taken: &StepTaken, hand: &Hand, entry: NewEntry) -> NewEntry {
    let senders = accepted(pathway, taken, hand).map(|sent| &sent.author.unit);
    let asked = decided(pathway, taken).map(|decided| &decided.author.unit);
    senders.chain(asked).fold(entry, |entry, unit| {
        entry.also_to(unit.clone(), Basis::System)
    })
}

/// The decision of a meeting that a step carries out.
fn decided<'a>(
    pathway: &'a Pathway,
    taken: &'a StepTaken,
) -> impl Iterator<Item = &'a Noted<MeetingDecided>> {
    let named = taken.attributes.get("decision").map(String::as_str);
    let all = pathway.meetings.iter().flat_map(|m| &m.decided);
    all.filter(move |decided| {
        taken.step == "meeting-decision-done" && named == Some(decided.body.reference.as_str())
    })
}
