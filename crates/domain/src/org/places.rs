// SPDX-License-Identifier: EUPL-1.2
//! Places of a residential unit: how many there are, how many are free, and as of when (rows S2-035, S4-085).

use crate::id::UnitId;
use crate::refusal::{Check, Problem, Refusal};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a residential unit says of its places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    /// Which unit.
    pub unit: UnitId,
    /// Places there are.
    pub total: u16,
    /// Of them free now.
    pub free: u16,
    /// When the next one will be free, when none is.
    pub next: Option<Date>,
    /// For whom, and what else to know.
    pub note: String,
    /// When the unit said so.
    pub at: Timestamp,
}

impl Places {
    /// Checks what was typed.
    ///
    /// # Errors
    /// Each field that cannot be.
    pub fn checked(self) -> Result<Self, Refusal> {
        let mut check = Check::default();
        check.require(self.free <= self.total, "free", Problem::MoreThanThereAre);
        check.length(&self.note, "note");
        check.done()?;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_never_more_free_places_than_places() {
        let places = |total, free| Places {
            unit: UnitId::new("u"),
            total,
            free,
            next: None,
            note: String::new(),
            at: Timestamp::UNIX_EPOCH,
        };
        assert!(places(4, 4).checked().is_ok());
        assert!(places(4, 5).checked().is_err());
    }
}
