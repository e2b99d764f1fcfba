// SPDX-License-Identifier: EUPL-1.2
//! One coordinator per pathway, from the actor the agreement names (C), and the actors on the map.

use super::{Hand, knows_of_the_case, law, open};
use crate::body::{
    Body, CoordinatorAppointed, CoordinatorAway, CoordinatorBack, CoordinatorLeft,
    ExpectationsAgreed, LeavingReason, TeamMemberJoined, TeamMemberLeft,
};
use crate::category::Category;
use crate::entry::{NewEntry, Topic};
use crate::id::UnitId;
use crate::org::{Employment, Unit, UnitKind};
use crate::pathway::{Noted, Pathway};
use crate::refusal::{Check, NotNow, Problem, Refusal};
use jiff::civil::Date;

/// The topic of who coordinates.
pub fn topic() -> Topic {
    Topic::of("coordinator")
}

/// Who is appointed, and whether the agreement names another actor.
#[derive(Debug, Clone)]
pub struct Appoint<'a> {
    /// The employment.
    pub employment: &'a Employment,
    /// Its unit.
    pub unit: &'a Unit,
    /// The kind of unit the agreement in force names, when it answers.
    pub agreed: Option<UnitKind>,
    /// Why somebody else.
    pub deviation: Option<String>,
    /// Why the one who coordinates now stops.
    pub leaving: Option<LeavingReason>,
}

/// Appoints the coordinator. Whoever coordinates now stops in the same step, and it is said why: without that it is refused,
/// so that there is exactly one at any time (row S2-033).
pub fn appoint(
    pathway: &Pathway,
    command: &Appoint<'_>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    if !may_appoint(pathway, command, hand) {
        return Err(Refusal::NotNow(NotNow::NotTheAppointer));
    }
    appointed(pathway, command, hand)
}

/// Appoints, where it is decided already that the author's unit may.
pub(super) fn appointed(
    pathway: &Pathway,
    command: &Appoint<'_>,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let deviates = command.agreed.is_some_and(|kind| kind != command.unit.kind);
    let reason = command
        .deviation
        .as_deref()
        .map(str::trim)
        .filter(|r| !r.is_empty());
    let mut check = Check::default();
    check.require(
        !deviates || reason.is_some(),
        "deviation",
        Problem::NeedsReason,
    );
    check.require(
        command.employment.runs_at(hand.now),
        "employment",
        Problem::NotInUnit,
    );
    check.require(
        command.employment.unit == command.unit.id,
        "employment",
        Problem::NotInUnit,
    );
    check.require(
        command.employment.leave_at(hand.now).is_none(),
        "employment",
        Problem::OnLeave,
    );
    let current = pathway.coordinator.as_ref().map(|c| &c.body.employment);
    if current == Some(&command.employment.id) {
        return Err(Refusal::NotNow(NotNow::AlreadyDone));
    }
    check.require(
        current.is_none() || command.leaving.is_some(),
        "leaving",
        Problem::CoordinatorStays,
    );
    check.done()?;
    let mut entries = Vec::new();
    if let (Some(current), Some(reason)) = (current, command.leaving) {
        entries.push(left(pathway, current.clone(), reason, hand));
    }
    let body = Body::CoordinatorAppointed(CoordinatorAppointed {
        employment: command.employment.id.clone(),
        name: command.employment.name.clone(),
        unit: command.unit.id.clone(),
        phone: command
            .employment
            .phone
            .clone()
            .unwrap_or_else(|| command.unit.phone.clone()),
        deviation: reason.filter(|_| deviates).map(str::to_owned),
    });
    entries.push(to_team(pathway, hand.write(Category::Coordination, body)).about_topic(topic()));
    Ok(entries)
}

/// The coordinator in office, for the unit she coordinates from.
fn own<'a>(pathway: &'a Pathway, hand: &Hand) -> Result<&'a Noted<CoordinatorAppointed>, Refusal> {
    let current = pathway
        .coordinator
        .as_ref()
        .ok_or(Refusal::NotNow(NotNow::NoCoordinator))?;
    if current.body.unit == hand.author.unit {
        Ok(current)
    } else {
        Err(Refusal::NotNow(NotNow::NotTheAppointer))
    }
}

/// The coordinator leaves; the family department owes a new one from now.
pub fn leave(
    pathway: &Pathway,
    reason: LeavingReason,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let current = own(pathway, hand)?;
    Ok(vec![left(
        pathway,
        current.body.employment.clone(),
        reason,
        hand,
    )])
}

/// The coordinator will be away: the unit finds another before the first day (scenario A11).
pub fn away(pathway: &Pathway, from: Date, until: Option<Date>, hand: &Hand) -> Vec<NewEntry> {
    let Some(current) = &pathway.coordinator else {
        return Vec::new();
    };
    let body = Body::CoordinatorAway(CoordinatorAway {
        employment: current.body.employment.clone(),
        name: current.body.name.clone(),
        unit: current.body.unit.clone(),
        from,
        until,
    });
    let entry = hand.write(Category::Coordination, body);
    vec![to_team(pathway, entry).about_topic(topic())]
}

/// The coordinator is back, or does not go after all.
pub fn back(pathway: &Pathway, hand: &Hand) -> Vec<NewEntry> {
    let away = pathway.coordinator_away.as_ref();
    let coordinates = |c: &&Noted<CoordinatorAppointed>| {
        away.is_some_and(|away| away.body.employment == c.body.employment)
    };
    let Some(current) = pathway.coordinator.as_ref().filter(coordinates) else {
        return Vec::new();
    };
    let body = Body::CoordinatorBack(CoordinatorBack {
        employment: current.body.employment.clone(),
        name: current.body.name.clone(),
    });
    let entry = hand.write(Category::Coordination, body);
    vec![to_team(pathway, entry).about_topic(topic())]
}

/// What is expected of the coordinator (agreement item 1b).
pub fn agree_expectations(
    pathway: &Pathway,
    text: &str,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    own(pathway, hand)?;
    let mut check = Check::default();
    check.text(text, "expectations");
    check.done()?;
    let body = Body::ExpectationsAgreed(ExpectationsAgreed {
        text: text.to_owned(),
    });
    Ok(vec![to_team(
        pathway,
        hand.write(Category::Coordination, body),
    )])
}

/// An actor comes onto the map. A place on the map is no access (A01).
pub fn join(
    pathway: &Pathway,
    member: TeamMemberJoined,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    check.length(&member.contact, "contact");
    check.length(&member.phone, "phone");
    check.length(&member.relation, "relation");
    // There may be several in her network: each is told apart by name.
    if member.actor == UnitKind::Network {
        check.text(&member.contact, "contact");
    }
    check.done()?;
    let category = team_category(member.actor);
    let topic = Topic::about("team", member.actor.code());
    Ok(vec![
        hand.write(category, Body::TeamMemberJoined(member))
            .about_topic(topic),
    ])
}

/// An actor leaves the map.
pub fn remove(
    pathway: &Pathway,
    actor: UnitKind,
    reason: &str,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    check.text(reason, "reason");
    check.done()?;
    let body = Body::TeamMemberLeft(TeamMemberLeft {
        actor,
        reason: reason.to_owned(),
    });
    Ok(vec![
        hand.write(team_category(actor), body)
            .about_topic(Topic::about("team", actor.code())),
    ])
}

/// That an actor takes part tells as much as what the actor writes (practice A1).
fn team_category(actor: UnitKind) -> Category {
    match actor {
        UnitKind::Psychiatry => Category::Psychiatric,
        UnitKind::Probation | UnitKind::LegalAid => Category::CrimeExploitation,
        UnitKind::AlcoholTreatment | UnitKind::DrugTreatment | UnitKind::Residential => {
            Category::SubstanceUse
        }
        UnitKind::Partner => Category::Partner,
        UnitKind::Network | UnitKind::CivilSociety => Category::FamilyNetwork,
        UnitKind::JobCentre
        | UnitKind::YouthCentre
        | UnitKind::AdultAuthority
        | UnitKind::StreetWork => Category::Social,
        UnitKind::FamilyClinic
        | UnitKind::FamilyDepartment
        | UnitKind::Midwifery
        | UnitKind::GeneralPractice
        | UnitKind::HealthVisitors
        | UnitKind::Paediatrics
        | UnitKind::Ppr
        | UnitKind::EmergencyDuty
        | UnitKind::Daycare
        | UnitKind::Other => Category::Coordination,
    }
}

fn left(
    pathway: &Pathway,
    employment: crate::id::EmploymentId,
    reason: LeavingReason,
    hand: &Hand,
) -> NewEntry {
    let body = Body::CoordinatorLeft(CoordinatorLeft { employment, reason });
    to_team(pathway, hand.write(Category::Coordination, body)).about_topic(topic())
}

/// Who may appoint: the authority that has the case, the actor the agreement names, the unit of the coordinator now, and –
/// while nobody has been notified – the clinic. Never a volunteer or the emergency duty, and only among own staff.
fn may_appoint(pathway: &Pathway, command: &Appoint<'_>, hand: &Hand) -> bool {
    let own = &hand.author.unit;
    let has_case = pathway.notifications.iter().any(|n| n.unit() == Some(own));
    let agreed = command.agreed == Some(command.unit.kind);
    let coordinates = pathway
        .coordinator
        .as_ref()
        .is_some_and(|c| &c.body.unit == own);
    let clinic = pathway.notifications.is_empty() && command.unit.kind == UnitKind::FamilyClinic;
    &command.unit.id == own && (has_case || agreed || coordinates || clinic)
}

/// Sends who coordinates to those who know of the case, and to the unit that is relieved.
fn to_team(pathway: &Pathway, entry: NewEntry) -> NewEntry {
    let relieved = pathway.coordinator.as_ref().map(|c| c.body.unit.clone());
    let units: Vec<UnitId> = knows_of_the_case(pathway)
        .into_iter()
        .chain(relieved)
        .collect();
    units.into_iter().fold(entry, |entry, unit| {
        entry.also_to(unit, law("BL §§ 136-138"))
    })
}

#[cfg(test)]
mod tests;
