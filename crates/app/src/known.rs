// SPDX-License-Identifier: EUPL-1.2
//! Units and agreements in memory: every use needs them, and a country has a thousand. They are read again as soon as the
//! database holds one version more, so that no use sees an older one. Nothing that decides access is kept here.

use crate::error::AppError;
use jiff::civil::Date;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use traad_domain::agreement::Agreement;
use traad_domain::directory::Directory;
use traad_domain::org::Unit;

/// What is known, each with the number of versions it was read at.
#[derive(Debug, Default)]
pub(crate) struct Known {
    units: Mutex<Units>,
    agreements: Mutex<Option<(u64, Arc<Vec<Agreement>>)>>,
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
    ) -> Result<Arc<Vec<Agreement>>, AppError> {
        let kept = lock(&self.agreements).clone();
        if let Some((_, agreements)) = kept.filter(|(at, _)| *at == versions) {
            return Ok(agreements);
        }
        let agreements = Arc::new(read()?);
        *lock(&self.agreements) = Some((versions, agreements.clone()));
        Ok(agreements)
    }
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
