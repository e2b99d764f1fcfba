// SPDX-License-Identifier: EUPL-1.2
//! Consent (D): given, refused, extended, withdrawn. A consent that does not say whom, what, what for and which way is
//! none (row S2-039); the law that governs it says how long it may run.

use super::{Hand, open};
use crate::age::{ADULT, Standing, birthday};
use crate::body::{
    Asking, Body, Capacity, Code, ConsentExtended, ConsentForm, ConsentGiven, ConsentNotPossible,
    ConsentRefused, ConsentScope, ConsentWithdrawn, CustodyState, Direction, PathwayKind,
};
use crate::catalogue::Item;
use crate::category::Category;
use crate::entry::{NewEntry, Topic};
use crate::id::RefId;
use crate::pathway::{Consent, ConsentState, Pathway};
use crate::refusal::{Check, NotNow, Problem, Refusal};
use jiff::ToSpan;
use jiff::civil::Date;

/// A law that governs consents, as the catalogue has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoverningLaw {
    /// Its code.
    pub code: Code,
    /// How many months a consent runs at most; none is until it is withdrawn.
    pub months: Option<i32>,
    /// Whether it is to be in writing, unless the case speaks against it.
    pub written: bool,
}

impl GoverningLaw {
    /// The law of an entry of the list `consent-laws`.
    pub fn of(item: &Item) -> Self {
        Self {
            code: item.id.clone(),
            months: item.links("months").first().and_then(|m| m.parse().ok()),
            written: item.links("form").iter().any(|form| form == "written"),
        }
    }

    /// The last day a consent given on a day can count: the day before it lapses (practice B18). Given on a 29 February,
    /// it lapses on 28 February, the earlier reading.
    pub fn last_day(&self, given: Date) -> Option<Date> {
        let lapses = given.saturating_add(self.months?.months());
        lapses.yesterday().ok()
    }
}

/// The kinds of information a consent can open. What is always restricted is passed on entry by entry, by a decision.
pub fn categories() -> impl Iterator<Item = Category> {
    let all = Category::ALL.iter().copied();
    all.filter(|category| !category.always_restricted())
}

/// In which capacities somebody can consent in a pathway.
pub fn capacities(pathway: &Pathway) -> &'static [Capacity] {
    match pathway.kind {
        Some(PathwayKind::Pregnancy) => {
            &[Capacity::Woman, Capacity::Partner, Capacity::Representative]
        }
        Some(PathwayKind::Child) => &[Capacity::CustodyHolder, Capacity::YoungPerson],
        Some(PathwayKind::Adult) => &[Capacity::Adult, Capacity::Representative],
        None => &[],
    }
}

fn topic(reference: &RefId) -> Topic {
    Topic::about("consent", reference.as_str())
}

/// An entry of a consent: restricted, since no other consent opens it.
fn entry(hand: &Hand, reference: &RefId, body: Body) -> NewEntry {
    let mut entry = hand
        .write(Category::Coordination, body)
        .about_topic(topic(reference));
    entry.envelope.restricted = true;
    entry
}

/// Registers a yes.
pub fn give(
    pathway: &Pathway,
    given: &ConsentGiven,
    law: Option<&GoverningLaw>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    giver(&mut check, pathway, &given.scope);
    whole(&mut check, &given.scope);
    of_age(&mut check, pathway, &given.scope, hand);
    check.require(law.is_some(), "law", Problem::NotChosen);
    asking(&mut check, &given.asking, law, hand);
    check.require(given.from >= given.asking.on, "from", Problem::BeforeGiven);
    let lapses = law.and_then(|law| law.last_day(given.asking.on));
    let longest = earliest(lapses, custody_ends(pathway, &given.scope, hand));
    let until = given.until.or(longest);
    ending(&mut check, until, longest, hand);
    check.require(
        until.is_none_or(|day| day >= given.from),
        "until",
        Problem::NotLater,
    );
    check.done()?;
    let given = ConsentGiven {
        until,
        ..given.clone()
    };
    let reference = given.reference.clone();
    Ok(vec![entry(hand, &reference, Body::ConsentGiven(given))])
}

/// Registers a no. It need not say to whom: a no to everything is one.
pub fn refuse(
    pathway: &Pathway,
    refused: &ConsentRefused,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    giver(&mut check, pathway, &refused.scope);
    asking(&mut check, &refused.asking, None, hand);
    let later = refused.ask_again.is_none_or(|day| day > hand.today());
    check.require(later, "ask_again", Problem::InThePast);
    check.done()?;
    let reference = refused.reference.clone();
    let body = Body::ConsentRefused(refused.clone());
    Ok(vec![entry(hand, &reference, body)])
}

/// Registers that nobody could take a position, why, what was tried, and when to ask again.
pub fn not_possible(
    pathway: &Pathway,
    tried: &ConsentNotPossible,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    giver(&mut check, pathway, &tried.scope);
    asking(&mut check, &tried.asking, None, hand);
    check.text(&tried.why, "why");
    check.require(!tried.tried.is_empty(), "tried", Problem::NotChosen);
    let later = tried.ask_again > hand.today();
    check.require(later, "ask_again", Problem::InThePast);
    check.done()?;
    let reference = tried.reference.clone();
    let body = Body::ConsentNotPossible(tried.clone());
    Ok(vec![entry(hand, &reference, body)])
}

/// Registers a new yes to a consent that runs: to more, or for longer.
pub fn extend(
    pathway: &Pathway,
    extended: &ConsentExtended,
    law: Option<&GoverningLaw>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let reference = &extended.reference;
    let consent = running(pathway, reference, hand)?;
    let mut check = Check::default();
    kinds(&mut check, &consent.scope, &extended.categories);
    let more = ConsentScope {
        categories: extended.categories.clone(),
        ..consent.scope.clone()
    };
    of_age(&mut check, pathway, &more, hand);
    asking(&mut check, &extended.asking, law, hand);
    let lapses = law.and_then(|law| law.last_day(extended.asking.on));
    let longest = earliest(lapses, custody_ends(pathway, &consent.scope, hand));
    ending(&mut check, extended.until, longest, hand);
    let later = match (consent.until, extended.until) {
        (Some(before), Some(after)) => after >= before,
        (_, None) => true,
        (None, Some(_)) => false,
    };
    check.require(later, "until", Problem::NotLater);
    let more = !extended.actors.is_empty()
        || !extended.categories.is_empty()
        || extended.until != consent.until;
    check.require(more, "until", Problem::NotLater);
    check.done()?;
    let body = Body::ConsentExtended(extended.clone());
    Ok(vec![entry(hand, reference, body)])
}

/// Registers that a consent is taken back. It counts from the next reading.
pub fn withdraw(
    pathway: &Pathway,
    withdrawn: &ConsentWithdrawn,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    // A yes can be taken back after a pathway has ended too.
    let reference = &withdrawn.reference;
    let consent = running(pathway, reference, hand)?;
    let mut check = Check::default();
    let named = |actor| consent.scope.actors.contains(actor);
    check.require(
        withdrawn.actors.iter().all(named),
        "actors",
        Problem::UnknownCode,
    );
    check.length(&withdrawn.note, "note");
    check.done()?;
    let body = Body::ConsentWithdrawn(withdrawn.clone());
    Ok(vec![entry(hand, reference, body)])
}

fn running<'a>(
    pathway: &'a Pathway,
    reference: &RefId,
    hand: &Hand,
) -> Result<&'a Consent, Refusal> {
    let found = pathway.consent(reference.as_str()).filter(|consent| {
        matches!(
            consent.state(hand.now),
            ConsentState::Running | ConsentState::Ahead
        )
    });
    found.ok_or(Refusal::NotNow(NotNow::NoSuchConsent))
}

fn giver(check: &mut Check, pathway: &Pathway, scope: &ConsentScope) {
    let giver = &scope.giver;
    check.require(
        capacities(pathway).contains(&giver.capacity),
        "giver",
        Problem::UnknownCode,
    );
    if giver.capacity.is_named() {
        check.text(&giver.name, "giver_name");
    } else {
        check.length(&giver.name, "giver_name");
    }
    let child = giver.capacity == Capacity::CustodyHolder;
    check.require(
        !child || giver.custody.is_some(),
        "custody",
        Problem::NotChosen,
    );
}

/// Who decides follows from the child's age on the day (practice A14). While nobody knows when it was born, those with
/// custody do.
fn of_age(check: &mut Check, pathway: &Pathway, scope: &ConsentScope, hand: &Hand) {
    let standing = pathway.standing(hand.now);
    let all = |decides: fn(Standing, Category) -> bool| {
        let mut kinds = scope.categories.iter();
        kinds.all(|kind| standing.is_some_and(|of| decides(of, *kind)))
    };
    let meets = scope.direction == Direction::Meet;
    match scope.giver.capacity {
        Capacity::CustodyHolder => {
            let adult = standing == Some(Standing::Adult);
            check.require(!adult, "giver", Problem::OfAge);
            let theirs = standing.is_none() || adult || meets || all(Standing::is_for_custody);
            check.require(theirs, "categories", Problem::OwnHealth);
            let stated = pathway.child.custody();
            let stated = stated.filter(|stated| stated.custody != CustodyState::Unresolved);
            let holds = stated.is_none_or(|stated| stated.names(&scope.giver.name));
            check.require(adult || holds, "giver_name", Problem::NoCustody);
        }
        Capacity::YoungPerson => {
            let young = standing >= Some(Standing::Young);
            check.require(young, "giver", Problem::TooYoung);
            let own = !young || all(Standing::is_own);
            check.require(own, "categories", Problem::ForCustody);
        }
        Capacity::Woman | Capacity::Adult | Capacity::Partner | Capacity::Representative => {}
    }
}

/// The last day those with custody decide for the child, as long as they do.
fn custody_ends(pathway: &Pathway, scope: &ConsentScope, hand: &Hand) -> Option<Date> {
    let holder = scope.giver.capacity == Capacity::CustodyHolder;
    let born = pathway.child.birthday().filter(|_| holder)?;
    let last = birthday(born, ADULT).yesterday().ok();
    last.filter(|day| *day >= hand.today())
}

fn earliest(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// No consent to everything for everybody: each part that is missing is named.
fn whole(check: &mut Check, scope: &ConsentScope) {
    check.require(!scope.actors.is_empty(), "actors", Problem::NotChosen);
    check.require(
        !scope.categories.is_empty(),
        "categories",
        Problem::NotChosen,
    );
    kinds(check, scope, &scope.categories);
    check.require(scope.purpose.is_some(), "purpose", Problem::NotChosen);
    let both = scope.except.iter().any(|unit| scope.actors.contains(unit));
    check.require(!both, "except", Problem::Twice);
}

/// What is said of a partner is his to give away, and nothing else is.
fn kinds(check: &mut Check, scope: &ConsentScope, categories: &[Category]) {
    let partner = scope.giver.capacity == Capacity::Partner;
    let fits = |category: &Category| {
        !category.always_restricted() && partner == (*category == Category::Partner)
    };
    check.require(
        categories.iter().all(fits),
        "categories",
        Problem::NotByConsent,
    );
}

fn asking(check: &mut Check, asking: &Asking, law: Option<&GoverningLaw>, hand: &Hand) {
    check.require(asking.on <= hand.today(), "on", Problem::InTheFuture);
    let written = law.is_some_and(|law| law.written) && asking.form == ConsentForm::Oral;
    let because = asking.oral_because.as_deref().unwrap_or_default();
    check.require(
        !written || !because.trim().is_empty(),
        "oral_because",
        Problem::NeedsReason,
    );
    check.length(because, "oral_because");
    check.length(&asking.asked_by, "asked_by");
}

fn ending(check: &mut Check, until: Option<Date>, longest: Option<Date>, hand: &Hand) {
    let Some(until) = until else { return };
    check.require(until >= hand.today(), "until", Problem::InThePast);
    check.require(
        longest.is_none_or(|longest| until <= longest),
        "until",
        Problem::LongerThanLaw,
    );
}

#[cfg(test)]
mod tests;
