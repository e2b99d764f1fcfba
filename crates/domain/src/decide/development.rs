// SPDX-License-Identifier: EUPL-1.2
//! A child's assessment in rounds, what others add to it, and what the adults around the child need to know (A14).
//!
//! What the law of the form asks for blocks: a dimension nobody looked at, a question nobody asked, no strengths, no next
//! day. That a symptom's cause is not settled, or that one profession stood alone, blocks nothing.

use super::Hand;
use super::child::childs;
use crate::body::{
    AdultAroundChild, AssessmentContributed, AssessmentOffered, Body, ChildAssessed, ChildNeed,
    InfluenceEnded, InfluenceNoted, KnowledgeGiven, LifeEventTold, SurroundingsDescribed,
    UseAnswer,
};
use crate::category::Category;
use crate::entry::{NewEntry, Topic};
use crate::id::RefId;
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};
use crate::time::Occurred;
use jiff::ToSpan;
use jiff::civil::Date;

/// Days before birth in which something in the child's life can have happened; no pregnancy is longer.
const BEFORE_BIRTH: i64 = 310;

/// The topic of the rounds.
pub fn topic() -> Topic {
    Topic::of("child-assessment")
}

/// Completes a round. The writer's own profession is among `assessed.professions`; those who wrote entries of their own since
/// the last round are counted as well.
pub fn assess(
    pathway: &Pathway,
    assessed: &ChildAssessed,
    next: Option<Date>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    check(assessed, next, hand.today())?;
    let development = &pathway.child.development;
    let known = development.contributed_since(development.newest());
    let mut professions: Vec<String> = known.map(|one| one.body.profession.clone()).collect();
    professions.extend(assessed.professions.iter().cloned());
    let beside = assessed.contributions.iter();
    professions.extend(beside.map(|one| one.profession.clone()));
    professions.sort_unstable();
    professions.dedup();
    let made = ChildAssessed {
        round: u32::try_from(development.rounds.len()).unwrap_or(u32::MAX - 1) + 1,
        professions,
        next: next.unwrap_or(assessed.next),
        ..assessed.clone()
    };
    let entry = hand.write(Category::ChildHealth, Body::ChildAssessed(Box::new(made)));
    Ok(vec![entry.about_topic(topic())])
}

/// Everything a round lacks, each part by itself.
pub fn check(assessed: &ChildAssessed, next: Option<Date>, today: Date) -> Result<(), Refusal> {
    let mut check = Check::default();
    check_history(&mut check, assessed);
    check_present(&mut check, assessed);
    check.require(next.is_some(), "next", Problem::NextAssessmentMissing);
    let ahead = next.is_none_or(|day| day > today);
    check.require(ahead, "next", Problem::InThePast);
    check.done()
}

fn check_history(check: &mut Check, assessed: &ChildAssessed) {
    check.text(&assessed.life, "life");
    check.text(&assessed.foetal, "foetal");
    check.text(&assessed.birth, "birth");
    check.text(&assessed.infancy, "infancy");
    for (asked, field) in [
        (&assessed.substances, "substances"),
        (&assessed.medicine, "medicine"),
    ] {
        let was_asked = asked.answer != UseAnswer::NotAsked;
        check.require(was_asked, field, Problem::NotAsked);
        check.length(&asked.by, field);
    }
}

fn check_present(check: &mut Check, assessed: &ChildAssessed) {
    for (dimension, field) in [
        (&assessed.biological, "biological"),
        (&assessed.psychological, "psychological"),
        (&assessed.social, "social"),
    ] {
        let said = !dimension.words.trim().is_empty();
        check.require(said, field, Problem::DimensionMissing);
        check.length(&dimension.words, field);
    }
    check.text(&assessed.picture, "picture");
    check.text(&assessed.relations, "relations");
    check.text(&assessed.potential, "potential");
    check.text(&assessed.difficulties, "difficulties");
    let strong = !assessed.strengths.trim().is_empty();
    check.require(strong, "strengths", Problem::StrengthsMissing);
    check.length(&assessed.strengths, "strengths");
    let judged = assessed.functions.iter().any(|one| one.degree.is_some());
    check.require(judged, "functions", Problem::NothingAsked);
    for one in &assessed.symptoms {
        check.text(&one.what, "symptoms");
    }
    for one in &assessed.contributions {
        let named = !one.profession.is_empty();
        check.require(named, "contributions", Problem::NotChosen);
        check.text(&one.what, "contributions");
    }
}

/// The needs that were typed, one a line: what stood in the last round keeps its reference, so that the plan still answers
/// it; what is new gets one.
pub fn keep_needs(
    pathway: &Pathway,
    typed: &[ChildNeed],
    mut fresh: impl FnMut() -> RefId,
) -> Vec<ChildNeed> {
    let before = pathway.needs();
    let same = |need: &ChildNeed| {
        let mut all = before.iter();
        all.find(|old| old.whose == need.whose && old.what.trim() == need.what.trim())
            .map(|old| old.reference.clone())
    };
    let keep = |need: &ChildNeed| ChildNeed {
        reference: same(need).unwrap_or_else(&mut fresh),
        ..need.clone()
    };
    typed.iter().map(keep).collect()
}

/// Adds what a profession has found.
pub fn contribute(
    pathway: &Pathway,
    added: &AssessmentContributed,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut check = Check::default();
    let named = !added.profession.is_empty();
    check.require(named, "profession", Problem::NotChosen);
    let placed = !added.dimension.is_empty();
    check.require(placed, "dimension", Problem::NotChosen);
    check.text(&added.what, "what");
    check.done()?;
    let body = Body::AssessmentContributed(added.clone());
    Ok(vec![hand.write(Category::ChildHealth, body)])
}

/// Registers the answer to an offer of a round. After a no the next offer falls due on the day that was chosen, and otherwise
/// at the next of the ages at which demands on a child rise; `ages` are those, in months.
pub fn offer(
    pathway: &Pathway,
    offered: &AssessmentOffered,
    ages: &[i64],
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut check = Check::default();
    check.length(&offered.reason, "reason");
    let next = offered
        .next
        .or_else(|| next_age(pathway, ages, hand.today()));
    let next = next.filter(|_| !offered.accepted);
    let dated = offered.accepted || next.is_some();
    check.require(dated, "next", Problem::NextAssessmentMissing);
    let ahead = next.is_none_or(|day| day > hand.today());
    check.require(ahead, "next", Problem::InThePast);
    check.done()?;
    let body = Body::AssessmentOffered(AssessmentOffered {
        next,
        ..offered.clone()
    });
    Ok(vec![hand.write(Category::ChildHealth, body)])
}

/// The day the child reaches the next of some ages in months.
pub fn next_age(pathway: &Pathway, ages: &[i64], today: Date) -> Option<Date> {
    let born = pathway.child.birthday()?;
    let days = ages.iter().map(|age| born.saturating_add(age.months()));
    days.filter(|day| *day > today).min()
}

/// Tells of something in the child's life, from before its birth on.
pub fn tell_event(
    pathway: &Pathway,
    told: &LifeEventTold,
    on: Date,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut check = Check::default();
    check.text(&told.what, "what");
    check.length(&told.source, "source");
    check.require(on <= hand.today(), "on", Problem::InTheFuture);
    let first = pathway.child.birthday();
    let first = first.map(|born| born.saturating_sub(BEFORE_BIRTH.days()));
    check.require(
        first.is_none_or(|first| on >= first),
        "on",
        Problem::BeforeConception,
    );
    check.done()?;
    let entry = hand.write(Category::ChildHealth, Body::LifeEventTold(told.clone()));
    Ok(vec![entry.occurred(Occurred::told(on, hand.now))])
}

/// Notes a risk, or what has affected the child.
pub fn note_influence(
    pathway: &Pathway,
    noted: &InfluenceNoted,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut check = Check::default();
    check.require(!noted.group.is_empty(), "group", Problem::NotChosen);
    check.text(&noted.what, "what");
    check.length(&noted.source, "source");
    check.done()?;
    let body = Body::InfluenceNoted(noted.clone());
    Ok(vec![hand.write(Category::ChildHealth, body)])
}

/// Says that it affects the child no more; that it was noted stays.
pub fn end_influence(
    pathway: &Pathway,
    ended: &InfluenceEnded,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut all = pathway.child.development.influences.iter();
    let runs = all.any(|one| one.noted.body.reference == ended.reference && one.ended.is_none());
    let mut check = Check::default();
    check.require(runs, "influence", Problem::NotChosen);
    check.text(&ended.reason, "reason");
    check.done()?;
    let body = Body::InfluenceEnded(ended.clone());
    Ok(vec![hand.write(Category::ChildHealth, body)])
}

/// Describes how a place is for the child, and what is agreed there.
pub fn describe(
    pathway: &Pathway,
    described: &SurroundingsDescribed,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut check = Check::default();
    check.length(&described.agreed, "agreed");
    check.done()?;
    let body = Body::SurroundingsDescribed(described.clone());
    Ok(vec![hand.write(Category::ChildDevelopment, body)])
}

/// Names an adult around the child who is to know what helps it.
pub fn name_adult(
    pathway: &Pathway,
    adult: &AdultAroundChild,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut check = Check::default();
    check.text(&adult.name, "name");
    check.length(&adult.lacks, "lacks");
    check.done()?;
    let body = Body::AdultAroundChild(adult.clone());
    Ok(vec![hand.write(Category::ChildDevelopment, body)])
}

/// Registers that an adult has been told what helps.
pub fn give_knowledge(
    pathway: &Pathway,
    given: &KnowledgeGiven,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let adults = pathway.adults_around();
    let mut check = Check::default();
    let known = adults.iter().any(|adult| adult.reference == given.adult);
    check.require(known, "adult", Problem::NotChosen);
    check.text(&given.how, "how");
    check.done()?;
    let body = Body::KnowledgeGiven(given.clone());
    Ok(vec![hand.write(Category::ChildDevelopment, body)])
}

/// Refuses what belongs to a plan that rests on no assessment.
pub(super) fn assessed(pathway: &Pathway) -> Result<&ChildAssessed, Refusal> {
    let newest = pathway.child.development.newest();
    let newest = newest.ok_or(Refusal::NotNow(NotNow::NoAssessment))?;
    Ok(&newest.body)
}

#[cfg(test)]
mod tests;
