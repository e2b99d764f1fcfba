// SPDX-License-Identifier: EUPL-1.2
//! What is written in a child's journal after birth: exposure, custody, the stay in hospital, the way home (A12).

use super::hypothesis::gives_signs_alone;
use super::information::Ground;
use super::{Hand, World, law, on_consent, open};
use crate::body::{
    AbstinenceObserved, Body, ChildAdmitted, ChildDischarged, CustodyState, CustodyStated,
    Disclosed, Exposed, ExposureStated, HandoverSent, HomecomingAssessed, InjuryJudged,
    InjuryStatus, PathwayKind, Receiver,
};
use crate::category::Category;
use crate::entry::{Basis, Entry, Envelope, NewEntry, Topic};
use crate::id::{EntryId, RefId, UnitId};
use crate::org::{Function, UnitKind};
use crate::pathway::{Hypothesis, Pathway, same_name};
use crate::policy::Consents;
use crate::refusal::{Check, NoConsent, NotNow, Problem, Refusal};
use crate::time::Occurred;
use jiff::civil::Date;

/// Most holders of custody there are.
const HOLDERS: usize = 2;

pub(crate) fn childs(pathway: &Pathway) -> Result<(), Refusal> {
    open(pathway)?;
    if pathway.kind == Some(PathwayKind::Child) {
        Ok(())
    } else {
        Err(Refusal::NotNow(NotNow::NotAChild))
    }
}

/// What was stated of exposure: an exposed child is assessed by a day that is decided now, since no source gives one.
pub(crate) fn check_exposure(check: &mut Check, stated: Option<&ExposureStated>, hand: &Hand) {
    let Some(stated) = stated else { return };
    let exposed = stated.exposed != Exposed::Unresolved;
    check.require(
        !exposed || stated.assess_by.is_some(),
        "assess_by",
        Problem::AssessmentDayMissing,
    );
    let ahead = stated.assess_by.is_none_or(|day| day >= hand.today());
    check.require(ahead, "assess_by", Problem::InThePast);
    let named = stated.exposed != Exposed::Yes || !stated.substances.is_empty();
    check.require(named, "substances", Problem::NotChosen);
}

/// What was stated of custody: as many names as there are holders.
pub(crate) fn check_custody(check: &mut Check, stated: Option<&CustodyStated>) {
    let Some(stated) = stated else { return };
    let named = stated
        .holders
        .iter()
        .filter(|name| !name.trim().is_empty())
        .count();
    let fits = match stated.custody {
        CustodyState::Alone => named == 1,
        CustodyState::Shared => named == HOLDERS,
        CustodyState::Unresolved => true,
    };
    check.require(fits, "holders", Problem::HoldersMissing);
    // A yes is told from another by the name: two of one name would be one.
    let twice =
        matches!(stated.holders.as_slice(), [one, other] if named > 1 && same_name(one, other));
    check.require(!twice, "holders", Problem::Twice);
    for name in &stated.holders {
        check.length(name, "holders");
    }
}

/// Units that were sent what a journal opened with, each on its ground: they follow the child, and learn what changes. Who
/// has handed the child over to another kommune follows it no more.
fn followers(
    whole: &Pathway,
    entries: &[Entry],
    kind: impl Fn(&Body) -> bool,
) -> Vec<(UnitId, Basis)> {
    let newest = entries.iter().rev().find_map(|entry| {
        let written = entry.written()?;
        kind(&written.body).then_some(&written.envelope)
    });
    let sent = newest.into_iter().flat_map(|envelope: &Envelope| {
        let author = (envelope.author.unit.clone(), Basis::System);
        let shares = envelope.shared_with.iter();
        shares
            .map(|share| (share.unit.clone(), share.basis.clone()))
            .chain([author])
    });
    sent.filter(|(unit, _)| !whole.has_left(unit)).collect()
}

fn to(entry: NewEntry, units: Vec<(UnitId, Basis)>) -> NewEntry {
    let units = units.into_iter();
    units.fold(entry, |entry, (unit, basis)| entry.also_to(unit, basis))
}

/// States the core of the exposure anew. Those who were told before are told again.
pub fn state_exposure(
    (pathway, whole): (&Pathway, &Pathway),
    entries: &[Entry],
    stated: &ExposureStated,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    if gives_signs_alone(hand.author.function) {
        return Err(Refusal::NotNow(NotNow::GivesSignsAlone));
    }
    // What is being tested is concluded, and not stated beside it (row S0-014).
    if pathway.child.hypothesis().is_some_and(Hypothesis::is_open) {
        return Err(Refusal::NotNow(NotNow::HypothesisOpen));
    }
    let mut check = Check::default();
    check_exposure(&mut check, Some(stated), hand);
    check.done()?;
    Ok(vec![self::stated((whole, entries), stated, hand)])
}

/// The core of the exposure, for those who follow the child.
pub(super) fn stated(
    (whole, entries): (&Pathway, &[Entry]),
    stated: &ExposureStated,
    hand: &Hand,
) -> NewEntry {
    let entry = hand
        .write(Category::ChildHealth, Body::ExposureStated(stated.clone()))
        .about_topic(Topic::of("exposure"));
    let told = followers(whole, entries, |body| {
        matches!(body, Body::ExposureStated(_))
    });
    to(entry, told)
}

/// States who has custody.
pub fn state_custody(
    (pathway, whole): (&Pathway, &Pathway),
    entries: &[Entry],
    stated: &CustodyStated,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut check = Check::default();
    check_custody(&mut check, Some(stated));
    check.done()?;
    let entry = hand
        .write(Category::FamilyNetwork, Body::CustodyStated(stated.clone()))
        .about_topic(Topic::of("custody"));
    let told = followers(whole, entries, |body| {
        matches!(body, Body::CustodyStated(_))
    });
    Ok(vec![to(entry, told)])
}

/// Whether a day lies between the birth and today.
pub(crate) fn within(
    check: &mut Check,
    pathway: &Pathway,
    (day, field): (Date, &'static str),
    hand: &Hand,
) {
    check.require(day <= hand.today(), field, Problem::InTheFuture);
    let born = pathway.child.born.as_ref().map(|born| born.occurred.date());
    check.require(
        born.is_none_or(|born| day >= born),
        field,
        Problem::BeforeBirth,
    );
}

/// Registers a stay in hospital.
pub fn admit(
    pathway: &Pathway,
    admitted: &ChildAdmitted,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut check = Check::default();
    check.text(&admitted.ward, "ward");
    within(&mut check, pathway, (admitted.from, "from"), hand);
    if let Some(last) = admitted.to {
        within(&mut check, pathway, (last, "to"), hand);
        check.require(last >= admitted.from, "to", Problem::NotLater);
    }
    check.length(&admitted.note, "note");
    check.done()?;
    let entry = hand.write(Category::ChildHealth, Body::ChildAdmitted(admitted.clone()));
    Ok(vec![entry.occurred(Occurred::on(admitted.from))])
}

/// Registers an observation of withdrawal: a test result, which is a consent of its own (practice B12).
pub fn observe_abstinence(
    pathway: &Pathway,
    observed: &AbstinenceObserved,
    on: Date,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut check = Check::default();
    within(&mut check, pathway, (on, "on"), hand);
    let says = observed.score.is_some() || !observed.course.trim().is_empty();
    check.require(says, "course", Problem::Missing);
    let named = observed.score.is_none() || !observed.scale.trim().is_empty();
    check.require(named, "scale", Problem::Missing);
    check.length(&observed.course, "course");
    check.length(&observed.scale, "scale");
    check.done()?;
    let body = Body::AbstinenceObserved(observed.clone());
    let entry = hand.write(Category::TestResults, body);
    Ok(vec![entry.occurred(Occurred::on(on))])
}

/// Judges whether the child has been harmed. That it was found is a doctor's to say (row S2-010).
pub fn judge_injury(
    (pathway, whole): (&Pathway, &Pathway),
    entries: &[Entry],
    judged: &InjuryJudged,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let function = hand.author.function;
    if !function.is_health() {
        return Err(Refusal::NotNow(NotNow::NotAHealthPerson));
    }
    let mut check = Check::default();
    let found = judged.status != InjuryStatus::Found || function == Function::Physician;
    check.require(found, "status", Problem::OnlyADoctor);
    check.text(&judged.note, "note");
    check.done()?;
    let entry = hand
        .write(Category::ChildHealth, Body::InjuryJudged(judged.clone()))
        .about_topic(Topic::of("injury"));
    // Those who know of the exposure know what it may have done.
    let told = followers(whole, entries, |body| {
        matches!(body, Body::ExposureStated(_))
    });
    Ok(vec![to(entry, told)])
}

/// Assesses what the child comes home to.
pub fn assess_home(
    pathway: &Pathway,
    assessed: &HomecomingAssessed,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut check = Check::default();
    check.text(&assessed.situation, "situation");
    check.text(&assessed.support, "support");
    check.done()?;
    let body = Body::HomecomingAssessed(assessed.clone());
    Ok(vec![hand.write(Category::Social, body)])
}

/// A discharge, as told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discharge {
    /// The day.
    pub on: Date,
    /// Who takes over, and as what.
    pub receivers: Vec<(Receiver, UnitId)>,
    /// What they need to know.
    pub text: String,
    /// Whether what is known of the exposure goes along: a hand-over decides it, one way or the other (row S0-013).
    pub exposure_along: Option<bool>,
    /// Why not, when it does not.
    pub exposure_why_not: String,
    /// On what ground the receivers are told.
    pub ground: Ground,
    /// Why the receivers need it, when the ground is a paragraph.
    pub reason: String,
    /// Whether the law asks that the parents are told.
    pub tell: bool,
    /// Why the child goes home without an assessment of the home or without one of the receivers.
    pub without: Option<String>,
}

/// Whether somebody may send a child home: health professionals, other than those it is sent home to.
pub fn discharges(hand: &Hand, world: World<'_>) -> bool {
    let unit = world.directory.unit(&hand.author.unit);
    let receives = |kind| matches!(kind, UnitKind::HealthVisitors | UnitKind::GeneralPractice);
    hand.author.function.is_health() && unit.is_some_and(|unit| !receives(unit.kind))
}

/// Sends the child home to named receivers. What lacks is a warning with a reason, and a task at once.
pub fn discharge(
    pathway: &Pathway,
    (readable, whole): (&[&Entry], &Pathway),
    told: &Discharge,
    (hand, world): (&Hand, World<'_>),
    fresh: RefId,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    if !discharges(hand, world) {
        return Err(Refusal::NotNow(NotNow::NotTheBirthplace));
    }
    let already = pathway.child.discharge.as_ref();
    check_discharge(pathway, told, (hand, world))?;
    let handover = match already {
        Some(before) => before.body.reference.clone(),
        None => fresh,
    };
    let mut entries = Vec::new();
    for (receiver, unit) in &told.receivers {
        let body = HandoverSent {
            handover: handover.clone(),
            receiver: *receiver,
            unit: unit.clone(),
            text: told.text.clone(),
            document: None,
            transition: None,
        };
        let sent = hand
            .write(Category::ChildHealth, Body::HandoverSent(body))
            .about_topic(Topic::about("handover", handover.as_str()));
        let basis = grounded(whole, (unit, &sent.envelope), &told.ground, hand)?;
        entries.push(sent.on(basis.clone()).sent_to([unit.clone()]));
        let exposure = told.exposure_along == Some(true);
        let along = along((pathway, readable), (exposure, &told.ground), unit, hand);
        if !along.is_empty() {
            let body = Body::Disclosed(Disclosed {
                entries: along,
                to: unit.clone(),
                reason: "overlevering ved udskrivelse".into(),
                tell: told.tell && told.ground != Ground::Consent,
            });
            let entry = hand.write(Category::Coordination, body).on(basis);
            entries.push(entry.sent_to([unit.clone()]));
        }
    }
    if already.is_none() {
        let body = Body::ChildDischarged(ChildDischarged {
            reference: handover,
            without: told.without.clone(),
        });
        let entry = hand
            .write(Category::ChildHealth, body)
            .about_topic(Topic::of("discharge"));
        entries.push(entry.occurred(Occurred::told(told.on, hand.now)));
    }
    Ok(entries)
}

fn check_discharge(
    pathway: &Pathway,
    told: &Discharge,
    (hand, world): (&Hand, World<'_>),
) -> Result<(), Refusal> {
    let mut check = Check::default();
    within(&mut check, pathway, (told.on, "on"), hand);
    for (receiver, unit) in &told.receivers {
        // A child goes home to two; whoever else is named lands on the first field, and does not fit.
        let field = if *receiver == Receiver::Doctor {
            "doctor"
        } else {
            "visitor"
        };
        let wanted = receiver.unit_kind();
        let fits = world.directory.unit(unit).is_some_and(|u| u.kind == wanted)
            && Receiver::AT_HOME.contains(receiver);
        check.require(fits, field, Problem::NoSuchUnit);
        check.require(unit != &hand.author.unit, field, Problem::OwnUnit);
        let asked = pathway.handovers.iter();
        let mut asked = asked.filter(|sent| sent.body.receiver == *receiver);
        check.require(asked.next().is_none(), field, Problem::Twice);
    }
    let sends = !told.receivers.is_empty();
    check.require(
        !sends || !told.text.trim().is_empty(),
        "text",
        Problem::Missing,
    );
    check.length(&told.text, "text");
    let knows = pathway.exposure_position().stands();
    check.require(
        !sends || !knows || told.exposure_along.is_some(),
        "exposure_along",
        Problem::NotChosen,
    );
    let why = told.exposure_along != Some(false) || !told.exposure_why_not.trim().is_empty();
    check.require(why, "exposure_why_not", Problem::NeedsReason);
    if sends && told.ground != Ground::Consent {
        check.require(
            !told.reason.trim().is_empty(),
            "reason",
            Problem::NeedsReason,
        );
    }
    let home = pathway.child.home.is_some();
    let all = Receiver::AT_HOME.iter().all(|wanted| {
        let now = told.receivers.iter().any(|(given, _)| given == wanted);
        let before = &pathway.handovers;
        now || before.iter().any(|sent| sent.body.receiver == *wanted)
    });
    let reason = told
        .without
        .as_ref()
        .is_some_and(|reason| !reason.trim().is_empty());
    let lacks = if home {
        Problem::ReceiverMissing
    } else {
        Problem::HomeNotAssessed
    };
    check.require((home && all) || reason, "without", lacks);
    check.done()
}

/// On what ground a receiver is told: a consent of everybody who has custody, or a paragraph.
pub(crate) fn grounded(
    whole: &Pathway,
    (unit, envelope): (&UnitId, &Envelope),
    ground: &Ground,
    hand: &Hand,
) -> Result<Basis, Refusal> {
    match ground {
        Ground::Law(paragraph) => Ok(law(paragraph)),
        Ground::Consent => {
            let found = Consents::of(whole).covering(unit, envelope, hand.now);
            let lacks = || NoConsent {
                direction: crate::body::Direction::Disclose,
                unit: unit.clone(),
                categories: vec![envelope.category],
            };
            let consent = found.ok_or_else(|| Refusal::NoConsent(lacks()))?;
            Ok(on_consent(&consent.reference))
        }
    }
}

/// The three sections of what a receiver is told of a child or of her: what is needed, strengths, challenges.
pub(super) fn check_sections(check: &mut Check, [needs, strengths, challenges]: [&str; 3]) {
    check.text(needs, "needs");
    check.text(strengths, "strengths");
    check.text(challenges, "challenges");
}

/// The newest entry of a kind; what speaks of a refuted exposure goes nowhere (practice B14).
pub(super) fn newest<'a>(
    (pathway, readable): (&Pathway, &[&'a Entry]),
    kind: fn(&Body) -> bool,
) -> Option<&'a Entry> {
    let stands = |entry: &&&'a Entry| {
        let fits = entry.written().is_some_and(|written| kind(&written.body));
        fits && !pathway.child.is_dismissed(&entry.id)
    };
    readable.iter().rev().find(stands).copied()
}

/// The child's own entries that go along: its birth, and the core of its exposure when that was decided.
pub(crate) fn along(
    of: (&Pathway, &[&Entry]),
    (tells_exposure, ground): (bool, &Ground),
    unit: &UnitId,
    hand: &Hand,
) -> Vec<EntryId> {
    let newest = |kind: fn(&Body) -> bool| {
        let entry = newest(of, kind)?;
        Some((entry.id.clone(), entry.written()?))
    };
    let born = newest(|body| matches!(body, Body::ChildBorn(_)));
    let exposure = newest(|body| matches!(body, Body::ExposureStated(_)));
    let raised = newest(|body| matches!(body, Body::HypothesisRaised(_)));
    let exposure = exposure.or(raised);
    let exposure = exposure.filter(|_| tells_exposure);
    let goes = |written: &crate::entry::Written| {
        let envelope = &written.envelope;
        let received = envelope.shared_with.iter().any(|share| &share.unit == unit);
        let own = envelope.author.unit == hand.author.unit;
        // By law a unit passes on what it wrote itself; on a consent also what it was told.
        !received && (own || *ground == Ground::Consent)
    };
    let all = born.into_iter().chain(exposure);
    all.filter(|(_, written)| goes(written))
        .map(|(id, _)| id)
        .collect()
}
