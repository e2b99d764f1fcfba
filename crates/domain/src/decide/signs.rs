// SPDX-License-Identifier: EUPL-1.2
//! What somebody sees in a child, as often as it is seen (rows S0-019–024): for the own unit, until it is sent (practice A17).
//! And that a child's wellbeing is affected until it thrives again, whatever the cause (rows S3-027–029).

use super::child::childs;
use super::{Hand, World};
use crate::body::{
    Body, PathwayKind, PathwayOpened, SignsObserved, Thriving, WellbeingAffected, WellbeingJudged,
};
use crate::category::Category;
use crate::entry::NewEntry;
use crate::id::{CaseNumber, Ids, MunicipalityCode, PersonId};
use crate::org::UnitKind;
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};
use crate::time::Occurred;
use jiff::civil::Date;

/// The code of a sign that stands in no list.
const OTHER: &str = "andet";

/// The child of a first observation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewChild {
    /// Who it is.
    pub subject: PersonId,
    /// The municipality it lives in, as far as told.
    pub municipality: Option<MunicipalityCode>,
}

/// Writes down what was seen. The first time a unit sees something in a child, the child's pathway begins with it: it need
/// not have been born in the system.
pub fn observe(
    known: &Pathway,
    (seen, day): (&SignsObserved, Date),
    child: Option<&NewChild>,
    (hand, ids): (&Hand, &mut dyn Ids),
) -> Result<Vec<NewEntry>, Refusal> {
    if known.id.is_some() {
        childs(known)?;
    }
    let mut check = Check::default();
    check_signs(&mut check, seen, (day, hand));
    let born = known.child.birthday();
    check.require(
        born.is_none_or(|born| day >= born),
        "on",
        Problem::BeforeBirth,
    );
    check.done()?;
    let opened = child.filter(|_| known.id.is_none()).map(|child| {
        let digits = ids.random();
        let number = u64::from_str_radix(digits.get(..9).unwrap_or("0"), 16).unwrap_or(0);
        let body = Body::PathwayOpened(PathwayOpened {
            pathway: PathwayKind::Child,
            subject: child.subject.clone(),
            case_number: CaseNumber::from_random(number).as_str().to_owned(),
            municipality: child.municipality.clone(),
        });
        hand.write(Category::Coordination, body)
    });
    let body = Body::SignsObserved(seen.clone());
    let entry = hand.write(Category::ChildDevelopment, body);
    let entry = if day == hand.today() {
        entry
    } else {
        entry.occurred(Occurred::on(day))
    };
    Ok(opened.into_iter().chain([entry]).collect())
}

fn check_signs(check: &mut Check, seen: &SignsObserved, (day, hand): (Date, &Hand)) {
    let says = !seen.signs.is_empty() || !seen.words.trim().is_empty();
    check.require(says, "signs", Problem::NotChosen);
    let other = seen.signs.iter().any(|sign| sign == OTHER);
    let named = !seen.other.trim().is_empty();
    check.require(!other || named, "other", Problem::Missing);
    check.length(&seen.other, "other");
    check.length(&seen.setting, "setting");
    check.length(&seen.words, "words");
    check.require(day <= hand.today(), "on", Problem::InTheFuture);
    let ahead = seen.look_again.is_none_or(|again| again > hand.today());
    check.require(ahead, "look_again", Problem::InThePast);
}

/// Whether somebody answers for the support of children: the authority.
pub fn supports(hand: &Hand, world: World<'_>) -> bool {
    let unit = world.directory.unit(&hand.author.unit);
    unit.is_some_and(|unit| unit.kind == UnitKind::FamilyDepartment)
}

/// The authority finds that a child's wellbeing is affected: support is a duty from then on. The cause is not asked.
pub fn affect(
    known: &Pathway,
    (affected, since): (&WellbeingAffected, Date),
    (hand, world): (&Hand, World<'_>),
) -> Result<Vec<NewEntry>, Refusal> {
    childs(known)?;
    if !supports(hand, world) {
        return Err(Refusal::NotNow(NotNow::ForTheAuthority));
    }
    if known.child.is_affected_by().is_some() {
        return Err(Refusal::NotNow(NotNow::AlreadyDone));
    }
    let mut check = Check::default();
    check.text(&affected.description, "description");
    check.require(since <= hand.today(), "on", Problem::InTheFuture);
    check.done()?;
    let body = Body::WellbeingAffected(affected.clone());
    let entry = hand.write(Category::ChildDevelopment, body);
    Ok(vec![if since == hand.today() {
        entry
    } else {
        entry.occurred(Occurred::on(since))
    }])
}

/// The authority judges whether the child thrives again.
pub fn judge(
    known: &Pathway,
    (thriving, reason): (Thriving, &str),
    (hand, world): (&Hand, World<'_>),
) -> Result<Vec<NewEntry>, Refusal> {
    childs(known)?;
    if !supports(hand, world) {
        return Err(Refusal::NotNow(NotNow::ForTheAuthority));
    }
    let affected = known.child.is_affected_by();
    let affected = affected.ok_or(Refusal::NotNow(NotNow::NotAffected))?;
    let mut check = Check::default();
    check.text(reason, "reason");
    check.done()?;
    let body = Body::WellbeingJudged(WellbeingJudged {
        reference: affected.body.reference.clone(),
        thriving,
        reason: reason.to_owned(),
    });
    Ok(vec![hand.write(Category::ChildDevelopment, body)])
}

#[cfg(test)]
mod tests;
