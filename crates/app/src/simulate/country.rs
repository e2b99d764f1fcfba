// SPDX-License-Identifier: EUPL-1.2
//! Units, staff and agreements of a simulated country: the catalogue's municipalities and regions, each with the dates it
//! has there, and made-up units in them.

use super::dice::Dice;
use super::numbers::Numbers;
use crate::ctx::Actor;
use crate::error::AppError;
use jiff::civil::{Date, time};
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use traad_domain::agreement::{Agreement, Answers, Approval, Party, Stage};
use traad_domain::catalogue::Catalogue;
use traad_domain::id::{ControllerId, EmploymentId, MunicipalityCode, StaffId, UnitId};
use traad_domain::org::{Employment, Function, OpeningHours, Staff, Unit, UnitKind};

const FILE: &str = include_str!("../../simulate/country.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    weights: BTreeMap<String, i64>,
    municipal: Vec<UnitPlan>,
    regional: Vec<UnitPlan>,
    answers: Answers,
}

/// A kind of unit that every municipality or region has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitPlan {
    kind: UnitKind,
    name: String,
    function: Function,
    share: i64,
    hours: bool,
    only: Option<String>,
}

/// A municipality in which lives are told.
#[derive(Debug, Clone)]
pub(super) struct Home {
    pub(super) code: MunicipalityCode,
    /// How many times as many lives are told there as in the smallest.
    weight: i64,
}

/// Everything that stands before the first life is told.
#[derive(Debug)]
pub struct Country {
    pub(super) units: Vec<Unit>,
    pub(super) staff: Vec<Staff>,
    pub(super) employments: Vec<Employment>,
    pub(super) agreements: Vec<Agreement>,
    homes: Vec<Home>,
    /// Place of each unit, and of those who are employed in it.
    places: HashMap<UnitId, (usize, Vec<usize>)>,
}

impl Country {
    /// Founds it, so that it is there from a first day on to a last.
    pub(super) fn found(
        catalogue: &Catalogue,
        numbers: &Numbers,
        (seed, (first, last)): (u64, (Date, Date)),
    ) -> Result<Self, AppError> {
        let file: File = toml::from_str(FILE).map_err(AppError::internal)?;
        let mut country = Self {
            units: Vec::new(),
            staff: Vec::new(),
            employments: Vec::new(),
            agreements: Vec::new(),
            homes: Vec::new(),
            places: HashMap::new(),
        };
        let mut dice = Dice::of(seed, 1, 0);
        for region in ["DK-81", "DK-82", "DK-83", "DK-84", "DK-85", "oestdanmark"] {
            let Some(region) = catalogue.region(region) else {
                continue;
            };
            let kinds = file.regional.iter();
            for kind in kinds.filter(|k| k.only.as_ref().is_none_or(|only| only == &region.id)) {
                let unit = regional(kind, &region.id, &region.name.da, (region.from, region.to));
                country.staffed(unit, kind, numbers.staff_least + kind.share, &mut dice);
            }
        }
        for municipality in catalogue.municipalities() {
            let code = municipality.code.clone();
            let weight = file.weights.get(code.as_str()).copied().unwrap_or(1);
            country.homes.push(Home {
                code: code.clone(),
                weight,
            });
            // Who acts on an island the state administers is settled in the single case: it has no units of its own.
            if !municipality.is_municipality {
                continue;
            }
            let region = catalogue.region_on(code.as_str(), first);
            let region = region.map(|r| r.id.clone()).unwrap_or_default();
            for kind in &file.municipal {
                let unit = municipal(kind, &code, &municipality.name, &region);
                let staff = numbers.staff_least + (weight - 1) * kind.share;
                country.staffed(unit, kind, staff, &mut dice);
            }
            let agreed = agreement(
                &file.answers,
                numbers,
                (&code, &municipality.name, &region),
                (first, &mut dice),
            );
            let next = agreed
                .iter()
                .filter_map(|a| renewed(a, &file.answers, numbers, (last, &mut dice)));
            let next: Vec<Agreement> = next.collect();
            country.agreements.extend(agreed.into_iter().chain(next));
        }
        Ok(country)
    }

    /// Adds a unit with its staff; in every third unit one has left and another has come.
    fn staffed(&mut self, unit: Unit, kind: &UnitPlan, count: i64, dice: &mut Dice) {
        let place = self.units.len();
        let mut employed = Vec::new();
        for number in 1..=count {
            let id = format!("{}-{number}", unit.id);
            let name = format!("{} Test {number}", dice.word(&GIVEN));
            let left = number == 1 && count > 1 && dice.of_thousand(333);
            let to = left.then(|| {
                Timestamp::UNIX_EPOCH
                    + jiff::SignedDuration::from_hours(24 * dice.between(19_500, 20_300))
            });
            let staff = Staff {
                id: StaffId::new(id.clone()),
                name: name.clone(),
            };
            employed.push(self.employments.len());
            self.employments.push(Employment {
                id: EmploymentId::new(id),
                staff: staff.id.clone(),
                name,
                unit: unit.id.clone(),
                function: kind.function,
                phone: Some(unit.phone.clone()),
                from: Timestamp::UNIX_EPOCH,
                to,
                leave: Vec::new(),
            });
            self.staff.push(staff);
        }
        self.places.insert(unit.id.clone(), (place, employed));
        self.units.push(unit);
    }

    /// Somebody employed in a unit at an instant.
    pub(super) fn actor(&self, unit: &UnitId, at: Timestamp, dice: &mut Dice) -> Option<Actor> {
        let (place, employed) = self.places.get(unit)?;
        let unit = self.units.get(*place)?;
        let running: Vec<&Employment> = employed
            .iter()
            .filter_map(|at| self.employments.get(*at))
            .filter(|employment| employment.runs_at(at))
            .collect();
        let employment = dice.pick(&running)?;
        Some(Actor {
            employment: (*employment).clone(),
            unit: unit.clone(),
        })
    }

    /// What a unit is.
    pub(super) fn kind(&self, unit: &UnitId) -> Option<UnitKind> {
        let (place, _) = self.places.get(unit)?;
        Some(self.units.get(*place)?.kind)
    }

    /// The unit of a kind in a municipality.
    pub(super) fn municipal(&self, kind: UnitKind, home: &MunicipalityCode) -> Option<&UnitId> {
        let id = UnitId::new(format!("{home}-{}", kind.code()));
        self.places.get_key_value(&id).map(|(id, _)| id)
    }

    /// The unit of a kind in a region.
    pub(super) fn regional(&self, kind: UnitKind, region: &str) -> Option<&UnitId> {
        let id = UnitId::new(format!("{region}-{}", kind.code()));
        self.places.get_key_value(&id).map(|(id, _)| id)
    }

    /// A municipality, the larger ones more often.
    pub(super) fn home(&self, dice: &mut Dice) -> MunicipalityCode {
        let all: i64 = self.homes.iter().map(|home| home.weight).sum();
        let mut left = dice.between(0, all);
        for home in &self.homes {
            left -= home.weight;
            if left < 0 {
                return home.code.clone();
            }
        }
        MunicipalityCode::new("0101")
    }
}

const GIVEN: [&str; 12] = [
    "Abba", "Bodo", "Cilo", "Dagna", "Emdi", "Fiola", "Gunsa", "Holmo", "Idris", "Jasla", "Kermo",
    "Lunna",
];

fn unit((kind, id, name): (&UnitPlan, String, String), region: &str, controller: &str) -> Unit {
    Unit {
        id: UnitId::new(id),
        name,
        kind: kind.kind,
        municipality: None,
        region: region.to_owned(),
        controller: ControllerId::new(format!("SIM-{controller}")),
        phone: "00 00 00 00".to_owned(),
        hours: kind.hours.then(|| OpeningHours {
            from: time(8, 0, 0, 0),
            to: time(15, 30, 0, 0),
        }),
        serves: Vec::new(),
        offer: None,
        from: Date::constant(2007, 1, 1),
        to: None,
    }
}

fn regional(kind: &UnitPlan, region: &str, name: &str, (from, to): (Date, Option<Date>)) -> Unit {
    let id = format!("{region}-{}", kind.kind.code());
    let name = format!("{}, {name}", kind.name);
    Unit {
        from,
        to,
        ..unit((kind, id, name), region, region)
    }
}

fn municipal(kind: &UnitPlan, code: &MunicipalityCode, name: &str, region: &str) -> Unit {
    let id = format!("{code}-{}", kind.kind.code());
    let name = format!("{}, {name}", kind.name);
    Unit {
        municipality: Some(code.clone()),
        ..unit((kind, id, name), region, code.as_str())
    }
}

/// The agreement of a municipality: in force, with gaps, waiting for approval, or none.
fn agreement(
    template: &Answers,
    numbers: &Numbers,
    (code, name, region): (&MunicipalityCode, &str, &str),
    (first, dice): (Date, &mut Dice),
) -> Option<Agreement> {
    let drawn = dice.between(0, 1_000);
    let gaps = numbers.agreement_full;
    let waiting = gaps + numbers.agreement_gaps;
    let none = waiting + numbers.agreement_waiting;
    let from = first.saturating_add(dice.between(0, 200).days());
    if drawn >= none {
        return None;
    }
    let mut answers = answered(template, numbers, dice);
    if (gaps..waiting).contains(&drawn) {
        answers.plan_days = None;
        answers.notice_days = None;
        answers.meetings_positions = Vec::new();
        answers.treatment_answer_days = None;
    }
    let approving = if drawn >= waiting { 2 } else { 3 };
    Some(Agreement {
        id: format!("aftale-{code}"),
        title: format!("Samarbejdsaftale {name}"),
        region: region.to_owned(),
        municipality: Some(code.clone()),
        frame: None,
        forum: None,
        further_parties: Vec::new(),
        version: 1,
        stage: Stage::Proposed,
        left_to_annex: Vec::new(),
        from,
        to: None,
        approvals: approvals(code, from, approving),
        answers,
    })
}

/// What an agreement that answers everything says.
fn answered(template: &Answers, numbers: &Numbers, dice: &mut Dice) -> Answers {
    let mut answers = template.clone();
    answers.coordinator_days = Some(u32::try_from(dice.between(2, 6)).unwrap_or(3));
    answers.follow_up_weeks = Some(u32::try_from(dice.between(3, 9)).unwrap_or(4));
    if dice.of_thousand(numbers.clinic_coordinates) {
        answers.coordinator_actor = Some(UnitKind::FamilyClinic);
    }
    answers
}

fn approvals(code: &MunicipalityCode, from: Date, count: usize) -> Vec<Approval> {
    let parties = Party::ALL.iter().take(count);
    parties
        .map(|party| Approval {
            party: *party,
            municipality: party.is_municipal().then(|| code.clone()),
            // The day before, so that it counts from its first day.
            on: from.saturating_sub(1.day()),
            by: String::new(),
            employment: None,
        })
        .collect()
}

/// The version that follows, when the parties agree anew: what has begun goes on by the one before.
fn renewed(
    agreed: &Agreement,
    template: &Answers,
    numbers: &Numbers,
    (last, dice): (Date, &mut Dice),
) -> Option<Agreement> {
    let code = agreed.municipality.clone()?;
    agreed.in_force_from(&code)?;
    if !dice.of_thousand(numbers.agreement_renewed) {
        return None;
    }
    let longest = last.since(agreed.from).map_or(0, |span| span.get_days());
    let longest = i64::from(longest);
    let from = agreed
        .from
        .saturating_add(dice.between(365, longest.max(4 * 365)).days());
    Some(Agreement {
        version: agreed.version + 1,
        approvals: approvals(&code, from, Party::ALL.len()),
        answers: answered(template, numbers, dice),
        from,
        ..agreed.clone()
    })
}
