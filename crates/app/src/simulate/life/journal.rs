// SPDX-License-Identifier: EUPL-1.2
//! The journals of a life: hers, each child's, and those of pregnancies that follow. What happens, happens in one of them.

use super::{DAY, Life};
use traad_domain::id::{MunicipalityCode, PathwayId, UnitId};
use traad_domain::org::UnitKind;

/// What is fixed when a journal begins.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something that goes with all others"
)]
#[derive(Debug, Clone, Default)]
pub(super) struct Lot {
    pub(super) child: bool,
    pub(super) home: Option<MunicipalityCode>,
    /// First day of the last menstrual period, or of the child's life; seconds.
    pub(super) conceived: i64,
    pub(super) unknown: bool,
    pub(super) lost: bool,
    pub(super) long: bool,
    /// The child's journal began with its birth.
    pub(super) born: bool,
    /// How much the child struggles.
    pub(super) strain: Strain,
    /// The family is hard to keep in touch with.
    pub(super) evasive: bool,
}

/// How much a child struggles: what nobody writes down, and what others come to see.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strain {
    /// No more than others.
    #[default]
    None,
    /// With something.
    Some,
    /// With much.
    Marked,
}

/// One journal while it is told.
#[derive(Debug, Clone, Default)]
pub(super) struct Journal {
    pub(super) pathway: Option<PathwayId>,
    pub(super) lot: Lot,
    /// How many entries it has.
    pub(super) told: usize,
    /// Whether it is closed.
    pub(super) ended: bool,
    /// The next follow-up of the child's plan is agreed.
    pub(super) follows_up: bool,
    /// Units that have to do with the child, the newest last.
    pub(super) around: Vec<(UnitKind, UnitId)>,
}

impl Journal {
    pub(super) fn of(lot: Lot) -> Self {
        Self {
            lot,
            ..Self::default()
        }
    }
}

impl Life<'_> {
    /// From now on things happen in another journal.
    pub(super) fn turn_to(&mut self, whose: usize) {
        if whose == self.whose {
            return;
        }
        for place in [self.whose, whose] {
            if let Some(kept) = self.journals.get_mut(place) {
                std::mem::swap(kept, &mut self.journal);
            }
        }
        self.whose = whose;
    }

    /// Adds a journal, and gives its place.
    pub(super) fn adopt(&mut self, journal: Journal) -> usize {
        self.journals.push(journal);
        self.journals.len() - 1
    }

    /// The unit of a kind that has to do with the child.
    pub(super) fn who(&self, kind: UnitKind) -> Option<UnitId> {
        let newest = self.journal.around.iter().rev();
        let mut newest = newest.filter(|(known, _)| *known == kind);
        newest.next().map(|(_, unit)| unit.clone())
    }

    /// A unit has to do with the child from now on.
    pub(super) fn meets(&mut self, unit: &UnitId) {
        let kind = self.narrator.simulation.country.kind(unit);
        self.journal
            .around
            .extend(kind.map(|kind| (kind, unit.clone())));
    }

    /// The units of a municipality have to do with the child no more.
    pub(super) fn leaves(&mut self, home: &MunicipalityCode) {
        let theirs = format!("{home}-");
        let around = &mut self.journal.around;
        around.retain(|(_, unit)| !unit.as_str().starts_with(&theirs));
    }

    /// Days since the child was born.
    pub(super) fn age(&self) -> i64 {
        (self.now - self.journal.lot.conceived) / DAY
    }
}
