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
use traad_domain::pathway::Pathway;
use traad_domain::time::local_date;
use traad_duty::calendar::Minute;

/// What is known, each with the number of versions it was read at.
#[derive(Debug, Default)]
pub(crate) struct Known {
    units: Mutex<Units>,
    agreements: Mutex<Option<(u64, Arc<Agreements>)>>,
    staff: Mutex<Option<(u64, Arc<AtWork>)>>,
}

/// All units, and the directories made of them: between two days on which a unit begins or ends it is the same.
#[derive(Debug, Default)]
struct Units {
    versions: Option<u64>,
    all: Vec<Unit>,
    directories: Vec<(Date, Date, Arc<Directory>)>,
}

impl Units {
    fn on(&mut self, day: Date) -> Arc<Directory> {
        let kept = self
            .directories
            .iter()
            .find(|(from, to, _)| *from <= day && day < *to);
        if let Some((_, _, directory)) = kept {
            return directory.clone();
        }
        let ends = self.all.iter().filter_map(|unit| unit.to?.tomorrow().ok());
        let changes: Vec<Date> = self.all.iter().map(|unit| unit.from).chain(ends).collect();
        let before = changes.iter().filter(|change| **change <= day).max();
        let after = changes.iter().filter(|change| **change > day).min();
        let (from, to) = (
            before.copied().unwrap_or(Date::MIN),
            after.copied().unwrap_or(Date::MAX),
        );
        let directory = Arc::new(Directory::on(day, self.all.iter().cloned()));
        self.directories.push((from, to, directory.clone()));
        directory
    }
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
        let from = periods
            .iter()
            .map(|(from, agreed)| (rules.start_of(*from), agreed.as_ref()));
        let readable = rules.agreement(from)?;
        let terms = Arc::new(Terms { readable, periods });
        lock(&self.terms).insert(municipality, terms.clone());
        Ok(terms)
    }

    /// What a pathway has followed: the agreement of each kommune while it acted. What began under one that has handed the
    /// case over is judged by it, and what is open starts anew under the next (the engine's seventh rule).
    pub(crate) fn terms_of(
        &self,
        rules: &Rules,
        pathway: &Pathway,
    ) -> Result<Arc<Terms>, AppError> {
        let now = pathway.municipality.as_ref();
        if pathway.acted.is_empty() {
            return self.terms(rules, now);
        }
        let first = pathway
            .acted
            .first()
            .and_then(|(before, _)| before.as_ref());
        let next = pathway.acted.iter().skip(1).map(|(then, _)| then.as_ref());
        let mut all = turn(&self.all, rules, (None, first));
        for ((_, from), municipality) in pathway.acted.iter().zip(next.chain([now])) {
            let from = Minute::from_timestamp(*from);
            all.retain(|(begins, ..)| *begins < from);
            all.extend(turn(&self.all, rules, (Some(from), municipality)));
        }
        let readable = rules.agreement(all.iter().map(|(from, _, a)| (*from, a.as_ref())))?;
        let periods = all.into_iter().map(|(_, day, agreed)| (day, agreed));
        Ok(Arc::new(Terms {
            readable,
            periods: periods.collect(),
        }))
    }
}

/// What one kommune's agreement says from the moment it acts: what is in force then, and what comes after.
fn turn(
    all: &[Agreement],
    rules: &Rules,
    (from, municipality): (Option<Minute>, Option<&MunicipalityCode>),
) -> Vec<(Minute, Date, Option<InForce>)> {
    let periods = municipality.map(|m| timeline(all, m)).unwrap_or_default();
    let begins = periods.into_iter();
    let begins = begins.map(|(day, agreed)| (rules.start_of(day), day, agreed));
    let Some(from) = from else {
        return begins.collect();
    };
    let (before, after): (Vec<_>, Vec<_>) = begins.partition(|(begins, ..)| *begins <= from);
    let first = before.into_iter().next_back();
    let agreed = first.and_then(|(.., agreed)| agreed);
    let day = local_date(from.timestamp());
    // Where nothing is agreed that is said too: another kommune's answers do not go on counting.
    std::iter::once((from, day, agreed)).chain(after).collect()
}

/// Who can be counted on, and when that changes. It says nothing about what anybody may read.
#[derive(Debug, Default)]
pub(crate) struct AtWork(BTreeMap<EmploymentId, Employment>);

impl AtWork {
    fn of(all: Vec<Employment>) -> Self {
        Self(all.into_iter().map(|one| (one.id.clone(), one)).collect())
    }

    /// Everybody who is or was employed.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Employment> {
        self.0.values()
    }

    /// The name colleagues know somebody by.
    pub(crate) fn name(&self, id: &EmploymentId) -> Option<String> {
        self.0.get(id).map(|one| one.name.clone())
    }

    /// One employment.
    pub(crate) fn one(&self, id: &EmploymentId) -> Option<&Employment> {
        self.0.get(id)
    }

    /// Who stands in for somebody on leave, when that one is in the same unit and can be counted on.
    pub(crate) fn deputy(&self, id: &EmploymentId, now: Timestamp) -> Option<EmploymentId> {
        let away = self.0.get(id)?;
        let deputy = self.0.get(away.leave_at(now)?.deputy.as_ref()?)?;
        let stands_in = deputy.unit == away.unit && deputy.present_at(now);
        stands_in.then(|| deputy.id.clone())
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
        let mut units = lock(&self.units);
        if units.versions != Some(versions) {
            *units = Units {
                versions: Some(versions),
                all: read()?,
                directories: Vec::new(),
            };
        }
        Ok(units.on(day))
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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use traad_domain::id::{ControllerId, UnitId};
    use traad_domain::org::UnitKind;

    fn unit(id: &str, from: Date, to: Option<Date>) -> Unit {
        Unit {
            id: UnitId::new(id),
            name: id.into(),
            kind: UnitKind::FamilyClinic,
            municipality: None,
            region: "DK-84".into(),
            controller: ControllerId::new("c"),
            phone: String::new(),
            hours: None,
            serves: Vec::new(),
            offer: None,
            from,
            to,
        }
    }

    #[test]
    fn a_directory_holds_from_one_change_to_the_next_and_is_read_again_after_a_new_version() {
        let known = Known::default();
        let old = unit("old", date(2007, 1, 1), Some(date(2026, 12, 31)));
        let new = unit("new", date(2027, 1, 1), None);
        let names = |versions, day, units: &[&Unit]| {
            let read = || Ok(units.iter().map(|unit| (*unit).clone()).collect());
            let directory = known.directory(versions, day, read).unwrap();
            directory
                .units()
                .iter()
                .map(|u| u.id.as_str().to_owned())
                .collect::<Vec<_>>()
        };
        let nobody = date(2006, 12, 31);
        assert!(names(2, nobody, &[&old, &new]).is_empty());
        for (day, there) in [
            (date(2007, 1, 1), "old"),
            (date(2026, 12, 31), "old"),
            (date(2027, 1, 1), "new"),
            (date(2026, 6, 1), "old"),
            (date(2090, 1, 1), "new"),
        ] {
            assert_eq!(names(2, day, &[]), [there], "{day}");
        }
        assert_eq!(names(3, date(2026, 6, 1), &[&new]), Vec::<String>::new());
    }
}
