// SPDX-License-Identifier: EUPL-1.2
//! From the function a rule names to the unit and person who owe now. No open duty is ever without an owner: an empty
//! seat falls to the family department of the municipality that acts, and says so; what somebody on leave owed falls to
//! whoever stands in, and otherwise to the unit.

use crate::agreement::{Answers, Who};
use crate::directory::Directory;
use crate::entry::Author;
use crate::id::{EmploymentId, MunicipalityCode, UnitId};
use crate::org::UnitKind;
use crate::pathway::Pathway;
use std::collections::{BTreeMap, BTreeSet};

/// Who owes a duty now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The unit.
    pub unit: UnitId,
    /// The person in it, when one is named.
    pub person: Option<EmploymentId>,
    /// Whether the seat the rule names is empty and the unit stands in for it.
    pub stands_in: bool,
}

/// What owners are found in.
#[derive(Debug, Clone, Copy)]
pub struct Seating<'a> {
    /// The pathway, folded from the whole journal.
    pub pathway: &'a Pathway,
    /// Units.
    pub directory: &'a Directory,
    /// The region of the municipality that acts, today.
    pub region: &'a str,
    /// Answers of the agreement in force, if there is one.
    pub answers: Option<&'a Answers>,
    /// Those who cannot be counted on now: no longer employed, or on leave. With each the one who stands in and can be
    /// counted on.
    pub away: &'a BTreeMap<EmploymentId, Option<EmploymentId>>,
}

/// What the duty started from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Start<'a> {
    /// Who wrote the starting entry.
    pub author: Option<&'a Author>,
    /// The unit the starting fact names.
    pub unit: Option<&'a str>,
    /// Units that may read the starting entry. A duty never tells a unit of something it may not read (practice A5).
    pub readers: Option<&'a BTreeSet<UnitId>>,
}

impl Seating<'_> {
    /// The owner of a duty whose rule names `owed_by`.
    pub fn owner(&self, owed_by: &str, start: Start<'_>) -> Option<Seat> {
        let seat = match owed_by {
            "author" | "any-professional" => start.author.map(author_seat),
            "receiver" | "notification-unit" => {
                start.unit.map(|unit| unit_seat(&UnitId::new(unit)))
            }
            "reviewer" => start.unit.map(|unit| self.reviewer(&UnitId::new(unit))),
            "coordinator" => self.coordinator(),
            "family-clinic" => self.clinic(),
            "substance-treatment" => self.treatment(start),
            "adult-authority" => self.serving(UnitKind::AdultAuthority),
            "residential" => self.serving(UnitKind::Residential),
            "consent-collector" => self.agreed(|a| a.consent_collector),
            "meeting-convener" => self.agreed(|a| a.convener),
            "plan-author" => self.agreed(|a| a.plan_author),
            "plan-follower" => self.agreed(|a| a.plan_follower),
            "involvement-responsible" => self.agreed(|a| a.involvement),
            "family-department" => self.department(start).or_else(|| self.family()),
            _ => None,
        };
        let fits = |seat: &Seat| {
            let reads = start
                .readers
                .is_none_or(|readers| readers.contains(&seat.unit));
            reads && self.directory.unit(&seat.unit).is_some()
        };
        let seat = seat.filter(fits).or_else(|| {
            // A consent nobody is agreed to look after falls to the unit that registered it: it knows of it.
            let registered = start.author.filter(|_| owed_by == "consent-collector");
            let stand_in = match registered {
                Some(author) => Some(unit_seat(&author.unit)),
                None => self.family(),
            };
            let stand_in = stand_in.filter(fits);
            let author = || start.author.map(author_seat);
            let stand_in = stand_in
                .or_else(|| author().filter(fits))
                .or_else(|| self.reader(start))
                .or_else(author);
            stand_in.map(|seat| Seat {
                stands_in: true,
                ..seat
            })
        })?;
        Some(self.unless_away(seat))
    }

    /// Any unit that still exists and may read what the duty started from, when those that should owe it are gone.
    fn reader(&self, start: Start<'_>) -> Option<Seat> {
        let exists = |unit: &&UnitId| self.directory.unit(unit).is_some();
        start.readers?.iter().find(exists).map(unit_seat)
    }

    /// A person who is away owes nothing: the deputy stands in, or the unit, until somebody takes over.
    fn unless_away(&self, seat: Seat) -> Seat {
        let away = seat.person.as_ref().and_then(|who| self.away.get(who));
        match away {
            Some(deputy) => Seat {
                person: deputy.clone(),
                stands_in: true,
                ..seat
            },
            None => seat,
        }
    }

    /// The unit that looks at something; the coordinator in person, when it is the coordinator's.
    fn reviewer(&self, unit: &UnitId) -> Seat {
        let coordinator = self.coordinator().filter(|seat| &seat.unit == unit);
        coordinator.unwrap_or_else(|| unit_seat(unit))
    }

    fn coordinator(&self) -> Option<Seat> {
        let coordinator = &self.pathway.coordinator.as_ref()?.body;
        let person = Some(coordinator.employment.clone());
        Some(Seat {
            unit: coordinator.unit.clone(),
            person,
            stands_in: false,
        })
    }

    /// The family department the starting fact names, as long as it has not handed the pathway over: what it was notified of
    /// is its own, whoever has the case.
    fn department(&self, start: Start<'_>) -> Option<Seat> {
        let named = UnitId::new(start.unit?);
        let kind = self.directory.unit(&named).map(|unit| unit.kind);
        let here = kind == Some(UnitKind::FamilyDepartment) && !self.pathway.has_left(&named);
        here.then(|| unit_seat(&named))
    }

    /// The family department that has the case, otherwise the one that serves the municipality.
    fn family(&self) -> Option<Seat> {
        let has = self.pathway.case_holder();
        has.map(unit_seat)
            .or_else(|| self.serving(UnitKind::FamilyDepartment))
    }

    /// The clinic that took the referral on, otherwise the one of the region.
    fn clinic(&self) -> Option<Seat> {
        self.referred(&[UnitKind::FamilyClinic])
            .or_else(|| self.serving(UnitKind::FamilyClinic))
    }

    fn treatment(&self, start: Start<'_>) -> Option<Seat> {
        let named = start.unit.map(|unit| unit_seat(&UnitId::new(unit)));
        named.or_else(|| self.referred(&[UnitKind::AlcoholTreatment, UnitKind::DrugTreatment]))
    }

    fn referred(&self, kinds: &[UnitKind]) -> Option<Seat> {
        self.pathway
            .referrals
            .iter()
            .filter_map(|r| r.sent.as_ref())
            .map(|sent| &sent.body.to)
            .find(|to| {
                self.directory
                    .unit(to)
                    .is_some_and(|unit| kinds.contains(&unit.kind))
            })
            .map(unit_seat)
    }

    fn agreed(&self, answer: impl Fn(&Answers) -> Option<Who>) -> Option<Seat> {
        match answer(self.answers?)? {
            Who::Coordinator => self.coordinator(),
            Who::Actor(UnitKind::FamilyDepartment) => self.family(),
            Who::Actor(UnitKind::FamilyClinic) => self.clinic(),
            Who::Actor(kind) => self.serving(kind),
        }
    }

    fn serving(&self, kind: UnitKind) -> Option<Seat> {
        let municipality: &MunicipalityCode = self.pathway.municipality.as_ref()?;
        self.directory
            .serving(kind, municipality, self.region)
            .map(|unit| unit_seat(&unit.id))
    }
}

fn unit_seat(unit: &UnitId) -> Seat {
    Seat {
        unit: unit.clone(),
        person: None,
        stands_in: false,
    }
}

fn author_seat(author: &Author) -> Seat {
    Seat {
        unit: author.unit.clone(),
        person: Some(author.employment.clone()),
        stands_in: false,
    }
}

#[cfg(test)]
mod tests;
