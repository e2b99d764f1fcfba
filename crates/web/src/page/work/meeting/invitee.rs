// SPDX-License-Identifier: EUPL-1.2
//! Who can be called to a meeting: herself, units, and those who stand on the map without a unit. Beside each stands what
//! hinders it; what the law hinders is refused when the form is sent.

use super::super::{Case, word};
use crate::page::person;
use crate::server::Visit;
use crate::view::form::Choice;
use traad_domain::body::{MeetingCalled, TeamMemberJoined};
use traad_domain::decide::meeting::Agreed;
use traad_domain::id::{EntryId, UnitId};
use traad_domain::org::{Unit, UnitKind};
use traad_domain::pathway::Noted;
use traad_domain::policy::Consents;

/// The value of herself.
pub(super) const HER: &str = "hende";

/// Whom an invitation is to.
#[derive(Clone)]
enum To {
    Her,
    Unit(UnitId),
    Person(EntryId),
}

/// Somebody who can be called.
#[derive(Clone)]
pub(super) struct Invitee {
    to: To,
    /// The words on the form.
    pub(super) choice: Choice,
    /// Who it is, as the invitation says.
    name: String,
    /// Whether they are chosen before anybody has chosen.
    pub(super) chosen: bool,
}

impl Invitee {
    /// Whether they can be asked which times suit: she, and units other than one's own.
    pub(super) fn can_be_asked(&self, own: &UnitId) -> bool {
        match &self.to {
            To::Her => true,
            To::Unit(unit) => unit != own,
            To::Person(_) => false,
        }
    }

    /// Whether it is the writer's own unit.
    pub(super) fn is_own(&self, own: &UnitId) -> bool {
        matches!(&self.to, To::Unit(unit) if unit == own)
    }

    /// Whether it is a unit, or she when none is named.
    pub(super) fn is(&self, asked: Option<&UnitId>) -> bool {
        match (&self.to, asked) {
            (To::Her, None) => true,
            (To::Unit(unit), Some(asked)) => unit == asked,
            _ => false,
        }
    }
}

/// Everybody.
pub(super) fn all(visit: &Visit, case: &Case) -> Vec<Invitee> {
    let agreed = super::agreed(case);
    let her = person::name(visit, case.view.person.as_ref());
    let herself = Invitee {
        to: To::Her,
        choice: Choice::new(HER, her.clone()),
        name: her,
        chosen: true,
    };
    let units = case
        .units()
        .into_iter()
        .map(|one| unit(visit, case, &agreed, one));
    let people = case.view.pathway.team.iter();
    let people = people.filter(|member| member.body.unit.is_none());
    let people = people.map(|member| person(visit, case, &agreed, member));
    // Those who can come at once stand first.
    let (ready, others): (Vec<_>, Vec<_>) = units.partition(|one| one.chosen);
    let own = ready.into_iter().chain(people).chain(others);
    std::iter::once(herself).chain(own).collect()
}

fn unit(visit: &Visit, case: &Case, agreed: &Agreed<'_>, unit: &Unit) -> Invitee {
    let own = &case.ctx.actor.unit.id;
    let consents = Consents::of(&case.view.pathway);
    let willing = &unit.id == own || consents.meeting_with(&unit.id, visit.now).is_some();
    let coordinator = case.view.pathway.coordinator.as_ref();
    let coordinator = coordinator.filter(|now| now.body.unit == unit.id);
    let name = match coordinator {
        Some(now) => format!("{}, {}", now.body.name, unit.name),
        None => unit.name.clone(),
    };
    let hinders = if !willing {
        Some("work-invite-no-yes")
    } else if &unit.id != own && !agreed.lists(unit.kind) {
        Some("work-invite-not-listed")
    } else {
        None
    };
    Invitee {
        to: To::Unit(unit.id.clone()),
        choice: Choice {
            help: hinders.map(|key| visit.t.s(key)),
            ..Choice::new(unit.id.as_str(), unit.name.clone())
        },
        name,
        // Who works with her and may be told; a kind of actor the agreement does not list is called on purpose.
        chosen: willing && hinders.is_none(),
    }
}

fn person(
    visit: &Visit,
    case: &Case,
    agreed: &Agreed<'_>,
    member: &Noted<TeamMemberJoined>,
) -> Invitee {
    let body = &member.body;
    let kind = word(visit, "unit-kinds", body.actor.code());
    let who = [body.contact.trim(), body.relation.trim()];
    let who: Vec<&str> = who.into_iter().filter(|part| !part.is_empty()).collect();
    let name = if who.is_empty() { kind } else { who.join(", ") };
    let risk = body.actor == UnitKind::Partner && case.view.pathway.has_violence_risk();
    let hinders = if body.conflict {
        Some("work-invite-conflict")
    } else if risk {
        Some("work-invite-violence")
    } else if body.her_yes != Some(true) {
        Some("work-invite-ask")
    } else if !body.is_her_own() && !agreed.lists(body.actor) {
        Some("work-invite-not-listed")
    } else {
        None
    };
    Invitee {
        to: To::Person(member.entry.clone()),
        choice: Choice {
            help: hinders.map(|key| visit.t.s(key)),
            ..Choice::new(member.entry.as_str(), name.clone())
        },
        name,
        chosen: false,
    }
}

/// Puts those who were picked on the invitation.
pub(super) fn invite(called: &mut MeetingCalled, picked: Vec<Invitee>) {
    let mut her = false;
    for one in picked {
        match one.to {
            To::Her => her = true,
            To::Unit(unit) => called.units.push(unit),
            To::Person(entry) => called.people.push(entry),
        }
        called.invited.push(one.name);
    }
    called.her = Some(her);
}
