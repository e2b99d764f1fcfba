// SPDX-License-Identifier: EUPL-1.2
//! Units, agreements and who is at work, in memory: every use needs them, and a country has thousands. They are read again
//! as soon as the database holds one version more, so that no use sees an older one. Nothing that decides access is kept
//! here.

use crate::error::AppError;
use crate::rules::Rules;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use traad_domain::agreement::{Agreement, InForce, timeline};
use traad_domain::directory::Directory;
use traad_domain::id::{EmploymentId, MunicipalityCode};
use traad_domain::org::{Employment, Unit};

/// What is known, each with the number of versions it was read at.
#[derive(Debug, Default)]
pub(crate) struct Known {
    directory: Mutex<Option<(u64, Date, Arc<Directory>)>>,
    agreements: Mutex<Option<(u64, Arc<Agreements>)>>,
    staff: Mutex<Option<(u64, Arc<AtWork>)>>,
}

/// Every agreement version, and what they come to in each kommune that was asked for.
#[derive(Debug, Default)]
pub struct Agreements {
    all: Vec<Agreement>,
    terms: Mutex<BTreeMap<Option<MunicipalityCode>, Arc<Terms>>>,
}

/// What was, is and will be in force in one kommune.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    /// As rules read it.
    pub(crate) readable: traad_duty::agreement::Agreement,
    periods: Vec<(Date, Option<InForce>)>,
}

impl Terms {
    /// What is in force on a day.
    pub(crate) fn on(&self, day: Date) -> Option<&InForce> {
        let begun = self.periods.iter().rev().find(|(from, _)| *from <= day);
        begun.and_then(|(_, agreed)| agreed.as_ref())
    }
}

impl std::ops::Deref for Agreements {
    type Target = [Agreement];

    fn deref(&self) -> &[Agreement] {
        &self.all
    }
}

impl Agreements {
    fn of(all: Vec<Agreement>) -> Self {
        Self {
            all,
            ..Self::default()
        }
    }

    /// What they come to in a kommune; where none is known nothing is in force, and there are proposals alone.
    pub(crate) fn terms(
        &self,
        rules: &Rules,
        municipality: Option<&MunicipalityCode>,
    ) -> Result<Arc<Terms>, AppError> {
        let municipality = municipality.cloned();
        if let Some(terms) = lock(&self.terms).get(&municipality) {
            return Ok(terms.clone());
        }
        let periods = municipality
            .as_ref()
            .map(|m| timeline(&self.all, m))
            .unwrap_or_default();
        let readable = rules.agreement(&periods)?;
        let terms = Arc::new(Terms { readable, periods });
        lock(&self.terms).insert(municipality, terms.clone());
        Ok(terms)
    }
}

/// Who can be counted on, and when that changes. It says nothing about what anybody may read.
#[derive(Debug, Default)]
pub(crate) struct AtWork(BTreeMap<EmploymentId, Employment>);

impl AtWork {
    fn of(all: Vec<Employment>) -> Self {
        Self(all.into_iter().map(|one| (one.id.clone(), one)).collect())
    }

    /// Whether somebody is employed and not on leave. An employment nobody has registered, as in an imported journal, is
    /// taken to run.
    pub(crate) fn is_present(&self, id: &EmploymentId, now: Timestamp) -> bool {
        self.0.get(id).is_none_or(|one| one.present_at(now))
    }
}

fn lock<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Known {
    /// The units of a day.
    pub(crate) fn directory(
        &self,
        versions: u64,
        day: Date,
        read: impl FnOnce() -> Result<Vec<Unit>, AppError>,
    ) -> Result<Arc<Directory>, AppError> {
        let kept = lock(&self.directory).clone();
        if let Some((_, _, directory)) = kept.filter(|(at, on, _)| (*at, *on) == (versions, day)) {
            return Ok(directory);
        }
        let directory = Arc::new(Directory::on(day, read()?));
        *lock(&self.directory) = Some((versions, day, directory.clone()));
        Ok(directory)
    }

    /// Every agreement version.
    pub(crate) fn agreements(
        &self,
        versions: u64,
        read: impl FnOnce() -> Result<Vec<Agreement>, AppError>,
    ) -> Result<Arc<Agreements>, AppError> {
        kept(&self.agreements, versions, || Ok(Agreements::of(read()?)))
    }

    /// Who is at work.
    pub(crate) fn staff(
        &self,
        versions: u64,
        read: impl FnOnce() -> Result<Vec<Employment>, AppError>,
    ) -> Result<Arc<AtWork>, AppError> {
        kept(&self.staff, versions, || Ok(AtWork::of(read()?)))
    }
}

/// What is kept at this number of versions, or what is read now.
fn kept<T>(
    place: &Mutex<Option<(u64, Arc<T>)>>,
    versions: u64,
    read: impl FnOnce() -> Result<T, AppError>,
) -> Result<Arc<T>, AppError> {
    let found = lock(place).clone();
    if let Some((_, value)) = found.filter(|(at, _)| *at == versions) {
        return Ok(value);
    }
    let value = Arc::new(read()?);
    *lock(place) = Some((versions, value.clone()));
    Ok(value)
}
