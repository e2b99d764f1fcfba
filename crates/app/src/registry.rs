// SPDX-License-Identifier: EUPL-1.2
//! Units, employments, persons and agreements: audited records, read anew in each use so that nothing lags behind a
//! change of employment.

use crate::App;
use crate::citizen::is_citizen;
use crate::ctx::Actor;
use crate::error::AppError;
use crate::known::{Agreements, AtWork};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;
use traad_domain::agreement::{Agreement, Forum, InForce};
use traad_domain::directory::Directory;
use traad_domain::id::{EmploymentId, MunicipalityCode, PersonId, UnitId};
use traad_domain::org::{Employment, Staff, Unit};
use traad_domain::person::{Identity, Person};
use traad_store::{Append, Identifier, PersonIndex, PutRecord, Silence, Woken};

/// Kinds of records.
pub(crate) mod kind {
    pub(crate) const PERSON: &str = "person";
    pub(crate) const UNIT: &str = "unit";
    pub(crate) const STAFF: &str = "staff";
    pub(crate) const EMPLOYMENT: &str = "employment";
    pub(crate) const AGREEMENT: &str = "agreement";
    pub(crate) const FORUM: &str = "forum";
    pub(crate) const PLACES: &str = "places";
    pub(crate) const LISTING: &str = "listing";
    pub(crate) const OFFER: &str = "offer";
}

/// A record with the version it was read at.
#[derive(Debug, Clone)]
pub struct Versioned<T> {
    /// The version; 0 when it is new.
    pub version: u32,
    /// The record.
    pub value: T,
}

impl App {
    /// The units that exist on a day.
    pub fn directory(&self, day: Date) -> Result<Arc<Directory>, AppError> {
        let rows = self.rows(kind::UNIT)?;
        self.known
            .directory(rows, day, || self.list::<Unit>(kind::UNIT))
    }

    /// Every unit there is or was.
    pub(crate) fn units(&self) -> Result<Vec<Unit>, AppError> {
        self.list(kind::UNIT)
    }

    /// Every agreement version there is.
    pub fn agreements(&self) -> Result<Arc<Agreements>, AppError> {
        let rows = self.rows(kind::AGREEMENT)?;
        self.known.agreements(rows, || self.list(kind::AGREEMENT))
    }

    /// Who is at work.
    pub(crate) fn staff(&self) -> Result<Arc<AtWork>, AppError> {
        let rows = self.rows(kind::EMPLOYMENT)?;
        self.known.staff(rows, || self.list(kind::EMPLOYMENT))
    }

    /// How many versions of records of a kind there are: whether what is kept in memory still holds. While a life is
    /// staged nobody else writes.
    fn rows(&self, kind: &str) -> Result<u64, AppError> {
        if self.stage.is_some() {
            return Ok(0);
        }
        self.store
            .count_record_versions(kind)
            .map_err(AppError::Unavailable)
    }

    /// The agreement in force for a municipality on a day.
    pub fn agreement_for(
        &self,
        municipality: &MunicipalityCode,
        day: Date,
    ) -> Result<Option<InForce>, AppError> {
        let terms = self.agreements()?.terms(&self.rules, Some(municipality))?;
        Ok(terms.on(day).cloned())
    }

    /// The fora there are.
    pub fn fora(&self) -> Result<Vec<Forum>, AppError> {
        self.list(kind::FORUM)
    }

    /// A person's record.
    pub fn person(&self, id: &PersonId) -> Result<Option<Versioned<Person>>, AppError> {
        self.find(kind::PERSON, id.as_str())
    }

    /// Who acts in an employment now; `None` when it does not run.
    pub fn actor(
        &self,
        employment: &EmploymentId,
        now: Timestamp,
    ) -> Result<Option<Actor>, AppError> {
        if is_citizen(employment.as_str()) {
            return self.citizen_actor(employment.as_str(), now);
        }
        let Some(found) = self.find::<Employment>(kind::EMPLOYMENT, employment.as_str())? else {
            return Ok(None);
        };
        if !found.value.runs_at(now) {
            return Ok(None);
        }
        let unit = self.find::<Unit>(kind::UNIT, found.value.unit.as_str())?;
        Ok(unit.map(|unit| Actor {
            employment: found.value,
            unit: unit.value,
        }))
    }

    /// Every employment there is.
    pub fn employments(&self) -> Result<Vec<Employment>, AppError> {
        self.list(kind::EMPLOYMENT)
    }

    /// Those employed in a unit now.
    pub fn employed_in(&self, unit: &UnitId, now: Timestamp) -> Result<Vec<Employment>, AppError> {
        let mut all: Vec<Employment> = self.list(kind::EMPLOYMENT)?;
        all.retain(|e| &e.unit == unit && e.runs_at(now));
        all.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(all)
    }

    /// Writes a unit.
    pub fn put_unit(&self, unit: &Unit, by: &str, now: Timestamp) -> Result<(), AppError> {
        self.put((kind::UNIT, unit.id.as_str()), unit, (by, now))?;
        self.wake(&Woken::Unit(unit.id.as_str()), now)
    }

    /// Writes a member of staff.
    pub fn put_staff(&self, staff: &Staff, by: &str, now: Timestamp) -> Result<(), AppError> {
        self.put((kind::STAFF, staff.id.as_str()), staff, (by, now))
    }

    /// Writes an employment.
    pub fn put_employment(
        &self,
        employment: &Employment,
        by: &str,
        now: Timestamp,
    ) -> Result<(), AppError> {
        self.put(
            (kind::EMPLOYMENT, employment.id.as_str()),
            employment,
            (by, now),
        )?;
        self.wake(&Woken::Unit(employment.unit.as_str()), now)
    }

    /// Lets the ticker derive anew what an employment, a unit or an agreement changes without an entry.
    pub(crate) fn wake(&self, whom: &Woken<'_>, now: Timestamp) -> Result<(), AppError> {
        self.store
            .wake(whom, now.as_millisecond())
            .map_err(AppError::Unavailable)
    }

    /// Writes a version of an agreement; each version is a record of its own, so that earlier ones stay in force for what
    /// they bind.
    pub fn put_agreement(
        &self,
        agreement: &Agreement,
        by: &str,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let id = agreement_id(&agreement.id, agreement.version);
        self.put((kind::AGREEMENT, &id), agreement, (by, now))
    }

    /// Writes a forum.
    pub fn put_forum(&self, forum: &Forum, by: &str, now: Timestamp) -> Result<(), AppError> {
        self.put((kind::FORUM, &forum.id), forum, (by, now))
    }

    /// A fresh id.
    pub fn fresh_id(&self) -> String {
        self.random.text()
    }

    pub(crate) fn put<T: Serialize>(
        &self,
        place: (&str, &str),
        value: &T,
        by: (&str, Timestamp),
    ) -> Result<(), AppError> {
        self.put_silencing(place, value, by, Vec::new())
    }

    /// Writes a record, and takes messages that wait back with it.
    pub(crate) fn put_silencing<T: Serialize>(
        &self,
        (kind, id): (&str, &str),
        value: &T,
        (by, now): (&str, Timestamp),
        silence: Vec<Silence>,
    ) -> Result<(), AppError> {
        let found = self
            .store
            .find_record(kind, id)
            .map_err(AppError::Unavailable)?;
        let record = PutRecord {
            kind: kind.to_owned(),
            id: id.to_owned(),
            expected_version: found.map_or(0, |record| record.version),
            recorded_ms: now.as_millisecond(),
            recorded_by: by.to_owned(),
            document: serde_json::to_string(value).map_err(AppError::internal)?,
            index: None,
        };
        let append = Append {
            records: vec![record],
            silence,
            ..Append::default()
        };
        self.store
            .append(append)
            .map(drop)
            .map_err(AppError::Unavailable)
    }

    pub(crate) fn find<T: DeserializeOwned>(
        &self,
        kind: &str,
        id: &str,
    ) -> Result<Option<Versioned<T>>, AppError> {
        let staged = self.stage.as_ref().and_then(|stage| stage.record(kind, id));
        let found = match staged {
            Some(record) => Some(record),
            None => self
                .store
                .find_record(kind, id)
                .map_err(AppError::Unavailable)?,
        };
        found
            .map(|record| {
                let value = serde_json::from_str(&record.document).map_err(AppError::internal)?;
                Ok(Versioned {
                    version: record.version,
                    value,
                })
            })
            .transpose()
    }

    pub(crate) fn list<T: DeserializeOwned>(&self, kind: &str) -> Result<Vec<T>, AppError> {
        let records = self
            .store
            .list_records(kind)
            .map_err(AppError::Unavailable)?;
        records
            .iter()
            .map(|record| serde_json::from_str(&record.document).map_err(AppError::internal))
            .collect()
    }
}

/// The record of one version of an agreement.
pub(crate) fn agreement_id(id: &str, version: u32) -> String {
    format!("{id}-{version}")
}

/// A new version of a person's record, with what the person is found by.
pub(crate) fn person_record(
    person: &Person,
    version: u32,
    by: &str,
    now: Timestamp,
) -> Result<PutRecord, AppError> {
    Ok(PutRecord {
        kind: kind::PERSON.to_owned(),
        id: person.id.as_str().to_owned(),
        expected_version: version,
        recorded_ms: now.as_millisecond(),
        recorded_by: by.to_owned(),
        document: serde_json::to_string(person).map_err(AppError::internal)?,
        index: Some(PersonIndex {
            names: names(person),
            identifiers: identifiers(person),
        }),
    })
}

/// The names a person is found by.
pub(crate) fn names(person: &Person) -> Vec<String> {
    if person.name.0.is_empty() {
        Vec::new()
    } else {
        vec![person.name.0.clone()]
    }
}

/// The numbers a person is found by.
pub(crate) fn identifiers(person: &Person) -> Vec<Identifier> {
    match &person.identity {
        Identity::Cpr { number } => vec![Identifier {
            system: "cpr".into(),
            value: number.digits().into(),
        }],
        Identity::Replacement { number } => {
            vec![Identifier {
                system: "ecpr".into(),
                value: number.as_str().into(),
            }]
        }
        Identity::Unknown { .. } | Identity::Unborn => Vec::new(),
    }
}
