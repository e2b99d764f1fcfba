// SPDX-License-Identifier: EUPL-1.2
//! What somebody sees in a child, as often as it is seen (rows S0-019–024): for the own unit, until it is sent (practice A17).
//! And that a child's wellbeing is affected until it thrives again, whatever the cause (rows S3-027–029).

use super::birth::closed;
use super::child::childs;
use super::concern::{Notify, RaiseConcern, raise};
use super::course::step;
use super::{Hand, World, law};
use crate::body::{
    Body, Code, Disclosed, LinkedWith, PathwayKind, PathwayOpened, Relation, SignsObserved,
    StepTaken, SupportNeed, Thriving, WellbeingAffected, WellbeingJudged,
};
use crate::category::Category;
use crate::entry::NewEntry;
use crate::id::{CaseNumber, EntryId, Ids, MunicipalityCode, PersonId, RefId, UnitId};
use crate::org::Unit;
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};
use crate::time::Occurred;
use jiff::civil::Date;
use std::collections::BTreeSet;

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
        let body = Body::PathwayOpened(PathwayOpened {
            pathway: PathwayKind::Child,
            subject: child.subject.clone(),
            case_number: CaseNumber::drawn(ids).as_str().to_owned(),
            municipality: child.municipality.clone(),
        });
        hand.write(Category::Coordination, body)
    });
    let body = Body::SignsObserved(seen.clone());
    let entry = hand.write(Category::ChildDevelopment, body);
    // It is a day that is told, never a minute.
    let entry = entry.occurred(Occurred::on(day));
    Ok(opened.into_iter().chain([entry]).collect())
}

/// The concern behind a notification from what a unit has seen itself: each sign once, however often it was seen (practice A6).
pub fn concern_of(
    known: &Pathway,
    notify: Notify,
    unit: &UnitId,
    subject: PersonId,
) -> RaiseConcern {
    let own = known
        .child
        .signs
        .iter()
        .filter(|seen| &seen.author.unit == unit);
    let signs: BTreeSet<Code> = own.flat_map(|seen| seen.body.signs.clone()).collect();
    RaiseConcern {
        kind: PathwayKind::Child,
        subject,
        municipality: known.municipality.clone(),
        region: String::new(),
        dating: None,
        signs: signs.into_iter().collect(),
        words: notify.text.clone(),
        phase: "tidlig-opsporing".into(),
        uses: Vec::new(),
        support_need: SupportNeed::Yes,
        postponed: None,
        notify: Some(notify),
        already_notified: None,
        referrals: Vec::new(),
        adults: None,
    }
}

/// Notifies, and sends along what the own unit has seen, each time as it was written. Nothing of what others have seen goes
/// with it, and no consent is asked (row S0-026).
pub fn notify_of_signs(
    known: &Pathway,
    command: &RaiseConcern,
    (hand, world): (&Hand, World<'_>),
    ids: &mut dyn Ids,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(known)?;
    let mut entries = raise(known, command, hand, world, ids)?;
    let own = known.child.signs.iter();
    let own = own.filter(|seen| seen.author.unit == hand.author.unit);
    let seen: Vec<EntryId> = own.map(|seen| seen.entry.clone()).collect();
    let receivers: BTreeSet<UnitId> = entries
        .iter()
        .filter(|entry| matches!(entry.body, Body::NotificationSent(_)))
        .flat_map(|entry| entry.envelope.shared_with.iter())
        .map(|share| share.unit.clone())
        .collect();
    for to in receivers.into_iter().filter(|_| !seen.is_empty()) {
        let body = Body::Disclosed(Disclosed {
            entries: seen.clone(),
            to: to.clone(),
            reason: "det, der er underrettet om".into(),
            tell: false,
        });
        let along = hand.write(Category::Coordination, body);
        entries.push(along.on(law("BL § 133")).sent_to([to]));
    }
    Ok(entries)
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
    unit.is_some_and(Unit::is_child_authority)
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
    Ok(vec![entry.occurred(Occurred::told(since, hand.now))])
}

/// The sections of BL that support of a child is decided under, least intrusive first: early preventive help, and support.
pub const SECTIONS: [(&str, &str); 2] = [("early", "30"), ("support", "32")];

/// Support, as it is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// What.
    pub what: String,
    /// Under which of [`SECTIONS`].
    pub section: &'static str,
    /// Whether a plan for the child is needed.
    pub plan: bool,
    /// The day it was decided.
    pub decided: Date,
    /// The day it begins, when it has.
    pub starts: Option<Date>,
}

/// The authority decides on support. It asks for no exposure and for no cause (row S3-027).
pub fn support(
    known: &Pathway,
    support: &Support,
    measure: &RefId,
    (hand, world): (&Hand, World<'_>),
) -> Result<Vec<NewEntry>, Refusal> {
    childs(known)?;
    if !supports(hand, world) {
        return Err(Refusal::NotNow(NotNow::ForTheAuthority));
    }
    let mut check = Check::default();
    check.text(&support.what, "description");
    check.require(support.decided <= hand.today(), "on", Problem::InTheFuture);
    let past = support.starts.is_none_or(|day| day <= hand.today());
    check.require(past, "starts", Problem::InTheFuture);
    check.done()?;
    let measure = ("measure".to_owned(), measure.as_str().to_owned());
    let plan = if support.plan { "yes" } else { "no" };
    let decided = StepTaken {
        step: "measure-decided".into(),
        attributes: [
            measure.clone(),
            ("plan-needed".into(), plan.into()),
            ("section".into(), support.section.into()),
        ]
        .into(),
        note: support.what.clone(),
    };
    let started = support.starts.map(|day| {
        let taken = StepTaken {
            step: "measure-started".into(),
            attributes: [measure].into(),
            note: String::new(),
        };
        (taken, day)
    });
    let steps = std::iter::once((decided, support.decided)).chain(started);
    let mut entries = Vec::new();
    for (taken, day) in steps {
        let occurred = Occurred::told(day, hand.now);
        entries.extend(step(known, &taken, occurred, hand)?);
    }
    Ok(entries)
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

/// The authority links two children that have a parent in common: each pathway says that there is a sibling's, and opens it to
/// nobody.
pub fn link_siblings(
    (one, other): (&Pathway, &Pathway),
    (here, there): (&Hand, &Hand),
    unit: Option<&Unit>,
) -> Result<[NewEntry; 2], Refusal> {
    childs(one)?;
    childs(other)?;
    if !unit.is_some_and(Unit::is_child_authority) {
        return Err(Refusal::NotNow(NotNow::ForTheAuthority));
    }
    let mut check = Check::default();
    let same = one.id == other.id || one.subject == other.subject;
    check.require(!same, "case_number", Problem::SameCase);
    let linked = one
        .links
        .iter()
        .any(|link| Some(&link.body.other) == other.id.as_ref());
    check.require(!linked, "case_number", Problem::Twice);
    check.done()?;
    let (Some(one), Some(other)) = (one.id.clone(), other.id.clone()) else {
        return Err(Refusal::NotNow(NotNow::NotAChild));
    };
    let link = |hand, other| {
        let relation = Relation::Sibling;
        closed(hand, LinkedWith { other, relation })
    };
    Ok([link(here, other), link(there, one)])
}

#[cfg(test)]
mod tests;
