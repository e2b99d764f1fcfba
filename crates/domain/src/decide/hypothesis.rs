// SPDX-License-Identifier: EUPL-1.2
//! The hypothesis that a child was exposed before birth (A13; row S0-014, practice B14): raised by PPR, health visitors, doctors
//! and the authority, never by who gives signs alone; tested before it is confirmed or refuted; and told to the mother.

use super::child::{check_exposure, childs};
use super::{Hand, World};
use crate::body::{
    Body, Certainty, Code, Conclusion, Exposed, ExposureStated, HypothesisConcluded,
    HypothesisRaised, HypothesisTested, HypothesisTold, PathwayKind, TestKind,
};
use crate::category::Category;
use crate::entry::{Basis, Entry, NewEntry, Share, Topic};
use crate::id::{EntryId, RefId};
use crate::org::{Function, UnitKind};
use crate::pathway::{Hypothesis, Pathway};
use crate::refusal::{Check, NotNow, Problem, Refusal};
use crate::time::Occurred;
use jiff::civil::Date;

/// What a decision about a hypothesis is made on.
#[derive(Debug, Clone, Copy)]
pub struct Considering<'a> {
    /// What the author's unit may read, folded.
    pub known: &'a Pathway,
    /// The whole: for who has left the case.
    pub whole: &'a Pathway,
    /// The author's own hand.
    pub hand: &'a Hand,
    /// Units as of today.
    pub world: World<'a>,
}

/// Whether somebody may raise a hypothesis and say what it led to.
pub fn raises(hand: &Hand, world: World<'_>) -> bool {
    let unit = world.directory.unit(&hand.author.unit);
    let ppr = unit.is_some_and(|unit| unit.kind == UnitKind::Ppr);
    let profession = matches!(
        hand.author.function,
        Function::HealthVisitor | Function::Physician | Function::Caseworker
    );
    profession || (ppr && hand.author.function.works_on_cases())
}

/// Whether somebody may write down how it was tested: who may raise it, and other health professionals who know the pregnancy.
pub fn tests(hand: &Hand, world: World<'_>) -> bool {
    raises(hand, world) || hand.author.function.is_health()
}

/// Whether somebody gives signs and nothing more.
pub fn gives_signs_alone(function: Function) -> bool {
    function == Function::Educator
}

/// The topic of all steps: there is one hypothesis at a time.
pub fn topic() -> Topic {
    Topic::of("hypothesis")
}

/// Raises it, on signs the writer may read.
pub fn raise(
    on: Considering<'_>,
    readable: &[&Entry],
    raised: &HypothesisRaised,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(on.known)?;
    if !raises(on.hand, on.world) {
        return Err(Refusal::NotNow(NotNow::GivesSignsAlone));
    }
    if on.known.child.hypothesis().is_some_and(Hypothesis::is_open) {
        return Err(Refusal::NotNow(NotNow::HypothesisOpen));
    }
    let mut check = Check::default();
    check.text(&raised.reason, "reason");
    check.require(
        raised.test_by >= on.hand.today(),
        "test_by",
        Problem::InThePast,
    );
    let seen = |id: &EntryId| {
        readable
            .iter()
            .any(|entry| &entry.id == id && is_sign(entry))
    };
    check.require(
        raised.grounds.iter().all(seen),
        "grounds",
        Problem::UnknownCode,
    );
    check.done()?;
    let entry = on.hand.write(
        Category::ChildHealth,
        Body::HypothesisRaised(raised.clone()),
    );
    Ok(vec![entry.about_topic(topic())])
}

/// Whether an entry holds signs.
fn is_sign(entry: &Entry) -> bool {
    let written = entry.written();
    written.is_some_and(|w| matches!(w.body, Body::SignsObserved(_) | Body::ConcernRaised(_)))
}

/// The hypothesis the next step is about.
fn current(known: &Pathway) -> Result<&Hypothesis, Refusal> {
    childs(known)?;
    let found = known.child.hypothesis();
    found.ok_or(Refusal::NotNow(NotNow::NoHypothesis))
}

/// Those who were told of it are told what becomes of it, each on the same ground; who has handed the child over is not.
fn along(entry: NewEntry, of: &Hypothesis, (shares, whole): (&[Share], &Pathway)) -> NewEntry {
    let author = (of.raised.author.unit.clone(), Basis::System);
    let shares = shares.iter();
    let told = shares.map(|share| (share.unit.clone(), share.basis.clone()));
    let told = told.chain([author]);
    told.filter(|(unit, _)| !whole.has_left(unit))
        .fold(entry, |entry, (unit, basis)| entry.also_to(unit, basis))
        .about_topic(topic())
}

/// Writes down how it was tested. A history in which something was not asked is kept, and is not finished.
pub fn test(
    on: Considering<'_>,
    shares: &[Share],
    (tested, day): (&HypothesisTested, Date),
) -> Result<Vec<NewEntry>, Refusal> {
    let found = current(on.known)?;
    if !tests(on.hand, on.world) {
        return Err(Refusal::NotNow(NotNow::GivesSignsAlone));
    }
    let mut check = Check::default();
    check.require(day <= on.hand.today(), "on", Problem::InTheFuture);
    check.text(&tested.result, "result");
    let history = tested.test == TestKind::Anamnesis;
    for (answer, field) in [(tested.drugs, "drugs"), (tested.medicine, "medicine")] {
        check.require(!history || answer.is_some(), field, Problem::NotChosen);
    }
    let doctor = on.hand.author.function == Function::Physician;
    let found_by = tested.test != TestKind::MedicalFinding || doctor;
    check.require(found_by, "test", Problem::FindingByADoctor);
    check.done()?;
    let body = HypothesisTested {
        reference: found.raised.body.reference.clone(),
        drugs: tested.drugs.filter(|_| history),
        medicine: tested.medicine.filter(|_| history),
        ..tested.clone()
    };
    let entry = on
        .hand
        .write(Category::ChildHealth, Body::HypothesisTested(body));
    let entry = entry.occurred(Occurred::told(day, on.hand.now));
    Ok(vec![along(entry, found, (shares, on.whole))])
}

/// What the tests led to, as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concluding {
    /// How it ends.
    pub conclusion: Conclusion,
    /// Why.
    pub reason: String,
    /// While it is unresolved: when to look again.
    pub look_again: Option<Date>,
    /// When it is confirmed: groups of substances.
    pub substances: Vec<Code>,
    /// When it is confirmed: by when the child is assessed.
    pub assess_by: Option<Date>,
}

/// Concludes it. What is confirmed is stated too, so that the core of it follows the child like any other.
pub fn conclude(
    on: Considering<'_>,
    (entries, shares): (&[Entry], &[Share]),
    told: &Concluding,
) -> Result<Vec<NewEntry>, Refusal> {
    let found = current(on.known)?;
    if !raises(on.hand, on.world) {
        return Err(Refusal::NotNow(NotNow::GivesSignsAlone));
    }
    let confirmed = told.conclusion == Conclusion::Confirmed;
    let stated = confirmed.then(|| ExposureStated {
        exposed: Exposed::Yes,
        substances: told.substances.clone(),
        certainty: certainty(found, on.hand.author.function),
        assess_by: told.assess_by,
    });
    let mut check = Check::default();
    check_tests(&mut check, found, (told.conclusion, on.hand));
    check.text(&told.reason, "reason");
    if told.conclusion == Conclusion::Unresolved {
        let ahead = told.look_again.is_none_or(|day| day > on.hand.today());
        check.require(ahead, "look_again", Problem::InThePast);
        let set = told.look_again.is_some();
        check.require(set, "look_again", Problem::NextDateMissing);
    }
    check_exposure(&mut check, stated.as_ref(), on.hand);
    check.done()?;
    let body = Body::HypothesisConcluded(HypothesisConcluded {
        reference: found.raised.body.reference.clone(),
        conclusion: told.conclusion,
        reason: told.reason.clone(),
        look_again: told
            .look_again
            .filter(|_| told.conclusion == Conclusion::Unresolved),
    });
    let whole = (shares, on.whole);
    let concluded = along(on.hand.write(Category::ChildHealth, body), found, whole);
    let stated = stated.map(|stated| {
        let entry = super::child::stated((on.whole, entries), &stated, on.hand);
        let shares = concluded.envelope.shared_with.iter().cloned();
        shares.fold(entry, |entry, share| entry.also_to(share.unit, share.basis))
    });
    Ok(std::iter::once(concluded).chain(stated).collect())
}

/// Nothing is confirmed or refuted before it was tested, nor while something was not asked; and it is a doctor who confirms,
/// unless the mother has told it or it stands in the record of her pregnancy.
fn check_tests(check: &mut Check, found: &Hypothesis, (to, hand): (Conclusion, &Hand)) {
    let mut need = |holds, problem| check.require(holds, "conclusion", problem);
    if found.unasked().is_some() {
        return need(false, Problem::NotAskedYet);
    }
    match to {
        Conclusion::Unresolved => {}
        Conclusion::Refuted => need(found.finished().count() > 0, Problem::NotTested),
        Conclusion::Confirmed => {
            let points = |test: &&HypothesisTested| test.points == crate::body::Points::Towards;
            if found.finished().count() == 0 {
                return need(false, Problem::NotTested);
            }
            if found.finished().filter(points).count() == 0 {
                return need(false, Problem::NothingPointsToIt);
            }
            let mothers = |test: &HypothesisTested| points(&test) && test.is_from_the_mother();
            let doctor = hand.author.function == Function::Physician;
            let carried = doctor || found.finished().any(mothers);
            need(carried, Problem::ConfirmedByADoctor);
        }
    }
}

/// How sure it is: a finding or a record documents it, else it was told.
fn certainty(found: &Hypothesis, function: Function) -> Certainty {
    let documents = |test: &HypothesisTested| match test.test {
        TestKind::PregnancyRecord | TestKind::MedicalFinding => true,
        TestKind::Anamnesis | TestKind::MothersWord | TestKind::Other => false,
    };
    if function == Function::Physician || found.finished().any(documents) {
        Certainty::Documented
    } else {
        Certainty::Told
    }
}

/// The mother has been told, and what she says to it is written down.
pub fn tell_mother(
    on: Considering<'_>,
    shares: &[Share],
    comment: &str,
) -> Result<Vec<NewEntry>, Refusal> {
    let found = current(on.known)?;
    if !tests(on.hand, on.world) {
        return Err(Refusal::NotNow(NotNow::GivesSignsAlone));
    }
    let mut check = Check::default();
    check.length(comment, "comment");
    check.done()?;
    let body = Body::HypothesisTold(HypothesisTold {
        reference: found.raised.body.reference.clone(),
        comment: comment.trim().to_owned(),
    });
    let entry = on.hand.write(Category::ChildHealth, body);
    Ok(vec![along(entry, found, (shares, on.whole))])
}

/// Which steps of a hypothesis somebody may take now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MayConsider {
    /// Raise one.
    pub raise: bool,
    /// Write down a test, or that the mother was told.
    pub test: bool,
    /// Conclude.
    pub conclude: bool,
}

impl MayConsider {
    /// As far as somebody knows the child's pathway.
    pub fn of(known: &Pathway, hand: &Hand, world: World<'_>) -> Self {
        let child = known.kind == Some(PathwayKind::Child) && !known.is_closed();
        let current = known.child.hypothesis().filter(|_| child);
        let raises = raises(hand, world);
        Self {
            raise: child && raises && !current.is_some_and(Hypothesis::is_open),
            test: current.is_some() && tests(hand, world),
            conclude: current.is_some() && raises,
        }
    }
}

/// The reference of the hypothesis the next step is about, with the entry it began with.
pub fn root(known: &Pathway) -> Option<(&RefId, &EntryId)> {
    let found = known.child.hypothesis()?;
    Some((&found.raised.body.reference, &found.raised.entry))
}

#[cfg(test)]
mod tests;
