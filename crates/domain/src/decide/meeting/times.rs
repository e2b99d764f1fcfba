// SPDX-License-Identifier: EUPL-1.2
//! Finding a time: a few are proposed, each who is asked says which suit, and the meeting is called at one of them.

use crate::body::{Body, Direction, TimesAnswered, TimesAsked};
use crate::category::Category;
use crate::decide::{Hand, her_word, on_consent, open};
use crate::entry::{Basis, NewEntry, Topic};
use crate::id::UnitId;
use crate::pathway::Pathway;
use crate::policy::Consents;
use crate::refusal::{Check, NoConsent, NotNow, Problem, Refusal};

/// Most times that are proposed at once: more is no help to whoever answers.
pub const MOST_TIMES: usize = 5;

/// Asks units, on her yes to meet with each, and her, which of a few times suit.
pub fn ask(
    (pathway, whole): (&Pathway, &Pathway),
    asked: &TimesAsked,
    (units, her): (&[UnitId], bool),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    check.text(&asked.purpose, "purpose");
    check.text(&asked.place, "place");
    check.require(!asked.times.is_empty(), "times", Problem::Missing);
    check.require(asked.times.len() <= MOST_TIMES, "times", Problem::TooLong);
    let later = asked.times.iter().all(|time| *time > hand.now);
    check.require(later, "times", Problem::InThePast);
    let others: Vec<&UnitId> = units.iter().filter(|u| **u != hand.author.unit).collect();
    check.require(her || !others.is_empty(), "units", Problem::NotChosen);
    check.done()?;
    let consents = Consents::of(whole);
    let of = |unit: Option<&UnitId>| {
        let body = TimesAsked {
            unit: unit.cloned(),
            ..asked.clone()
        };
        hand.write(Category::Coordination, Body::TimesAsked(body))
            .about_topic(Topic::about("meeting-times", asked.proposal.as_str()))
    };
    let mut entries = Vec::new();
    for unit in others {
        let found = consents.meeting_with(unit, hand.now);
        let found = found.ok_or_else(|| {
            Refusal::NoConsent(NoConsent {
                direction: Direction::Meet,
                unit: unit.clone(),
                categories: Vec::new(),
            })
        })?;
        let entry = of(Some(unit));
        entries.push(entry.also_to(unit.clone(), on_consent(&found.reference)));
    }
    entries.extend(her.then(|| of(None)));
    Ok(entries)
}

/// Says which times suit: for the author's unit, or for her when she answers herself. The unit that asked reads it.
pub fn suit(
    pathway: &Pathway,
    (answered, herself): (&TimesAnswered, bool),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let unit = (!herself).then(|| hand.author.unit.clone());
    let proposals = pathway.proposals.iter();
    let mut found = proposals.filter(|p| p.reference == answered.proposal && !p.settled);
    let asked = found
        .next()
        .and_then(|p| p.asked.iter().find(|asked| asked.body.unit == unit))
        .ok_or(Refusal::NotNow(NotNow::NoSuchMeeting))?;
    let mut check = Check::default();
    let known = answered
        .suits
        .iter()
        .all(|time| asked.body.times.contains(time));
    check.require(known, "times", Problem::UnknownCode);
    check.done()?;
    let body = TimesAnswered {
        unit,
        ..answered.clone()
    };
    let basis = if herself { her_word() } else { Basis::System };
    let entry = hand.write(Category::Coordination, Body::TimesAnswered(body));
    let topic = Topic::about("meeting-times", answered.proposal.as_str());
    Ok(vec![
        entry
            .also_to(asked.author.unit.clone(), basis)
            .about_topic(topic),
    ])
}
