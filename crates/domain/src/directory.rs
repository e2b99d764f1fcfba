// SPDX-License-Identifier: EUPL-1.2
//! The units there are on a day, and who serves whom (vejviser, row S2-026).

pub mod listing;
pub mod offer;

use crate::id::{MunicipalityCode, UnitId};
use crate::org::{Unit, UnitKind};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// All units, as of a day.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    units: Vec<Unit>,
    /// Where each stands: a country has a thousand, and every duty asks for its own.
    places: BTreeMap<UnitId, usize>,
}

impl Directory {
    /// The units that exist on a day.
    pub fn on(day: Date, units: impl IntoIterator<Item = Unit>) -> Self {
        let units: Vec<Unit> = units
            .into_iter()
            .filter(|u| u.from <= day && u.to.is_none_or(|to| day <= to))
            .collect();
        let ids = units.iter().map(|unit| unit.id.clone());
        let places = ids.zip(0..).collect();
        Self { units, places }
    }

    /// One unit.
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.units.get(*self.places.get(id)?)
    }

    /// Name of a unit, or its id when it is unknown.
    pub fn name<'a>(&'a self, id: &'a UnitId) -> &'a str {
        self.unit(id).map_or(id.as_str(), |u| u.name.as_str())
    }

    /// All units.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The unit of a kind that serves a municipality of a region.
    pub fn serving(
        &self,
        kind: UnitKind,
        municipality: &MunicipalityCode,
        region: &str,
    ) -> Option<&Unit> {
        self.units
            .iter()
            .find(|u| u.kind == kind && u.serves(municipality, region))
    }

    /// Every unit that serves a municipality of a region.
    pub fn all_serving<'a>(
        &'a self,
        municipality: &'a MunicipalityCode,
        region: &'a str,
    ) -> impl Iterator<Item = &'a Unit> {
        self.units
            .iter()
            .filter(move |u| u.serves(municipality, region))
    }
}
