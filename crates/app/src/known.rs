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
    directory: Mutex<Option<(u64, Date, Arc<Directory>)>>,
    agreements: Mutex<Option<(u64, Arc<Vec<Agreement>>)>>,
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
