// SPDX-License-Identifier: EUPL-1.2
//! All pathways of a unit, one after the other: for what must not be forgotten because a unit has many.

use crate::App;
use crate::error::AppError;
use crate::thread::Thread;
use std::collections::BTreeSet;
use traad_domain::id::{PathwayId, UnitId};

/// Pathways that are listed at a time.
const AT_A_TIME: u32 = 50;

impl App {
    /// Every pathway units take part in, with the case number it is known by, each once.
    pub(crate) fn pathways_of<'u>(
        &self,
        units: impl IntoIterator<Item = &'u UnitId>,
    ) -> Result<Vec<(PathwayId, String)>, AppError> {
        let mut seen: BTreeSet<PathwayId> = BTreeSet::new();
        let mut all = Vec::new();
        for unit in units {
            let mut after = String::new();
            loop {
                let listed = self
                    .store
                    .list_pathways_of(unit.as_str(), &after, AT_A_TIME)
                    .map_err(AppError::Unavailable)?;
                let Some((last, _)) = listed.last() else {
                    break;
                };
                after.clone_from(last);
                let listed = listed
                    .into_iter()
                    .map(|(id, case)| (PathwayId::new(id), case));
                all.extend(listed.filter(|(id, _)| seen.insert(id.clone())));
            }
        }
        Ok(all)
    }

    /// Goes through listed pathways, each thread once, with the case number it was listed by. It opens nothing: whoever
    /// shows something of it asks first, or counts.
    pub(crate) fn each_thread(
        &self,
        listed: &[(PathwayId, String)],
        mut each: impl FnMut(&str, Thread) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        let mut seen: BTreeSet<PathwayId> = BTreeSet::new();
        for (id, case_number) in listed {
            if seen.contains(id) {
                continue;
            }
            let Some(thread) = self.load_thread(id)? else {
                continue;
            };
            seen.extend(thread.strands.iter().map(|strand| strand.id.clone()));
            each(case_number, thread)?;
        }
        Ok(())
    }
}
