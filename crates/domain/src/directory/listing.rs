// SPDX-License-Identifier: EUPL-1.2
//! A local offer in the directory of a kommune (vejviser, row S2-025), and when what stands there was last said to be right.

use crate::id::MunicipalityCode;
use crate::refusal::{Check, Refusal};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Months after which somebody must say anew that it is right. A proposal: no source gives a number.
pub const CONFIRM_MONTHS: i32 = 6;

/// An offer that is no unit of its own here: an open café, a group, a telephone line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// Its id.
    pub id: String,
    /// Where.
    pub municipality: MunicipalityCode,
    /// What it is called.
    pub name: String,
    /// What it is, and for whom.
    pub what: String,
    /// Whom to ask for.
    pub contact: String,
    /// Telephone.
    pub phone: String,
    /// The day somebody last said that this is right.
    pub confirmed: Date,
    /// The day it was said to be gone.
    #[serde(default)]
    pub ended: Option<Date>,
}

impl Listing {
    /// Checks what was typed.
    ///
    /// # Errors
    /// Each field that is empty or too long.
    pub fn checked(self) -> Result<Self, Refusal> {
        let mut check = Check::default();
        check.text(&self.name, "name");
        check.text(&self.what, "what");
        check.text(&self.contact, "contact");
        check.text(&self.phone, "phone");
        check.done()?;
        Ok(self)
    }
}

/// Whether it is so long since it was confirmed that nobody can rely on it; what never was is so at once.
pub fn is_unconfirmed(confirmed: Option<Date>, today: Date) -> bool {
    let until = confirmed.map(|day| day.saturating_add(CONFIRM_MONTHS.months()));
    until.is_none_or(|until| until <= today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn s2_077_what_nobody_has_confirmed_for_half_a_year_is_unconfirmed() {
        let confirmed = Some(date(2026, 3, 3));
        assert!(!is_unconfirmed(confirmed, date(2026, 9, 2)));
        assert!(is_unconfirmed(confirmed, date(2026, 9, 3)));
        assert!(is_unconfirmed(None, date(2026, 3, 3)));
    }

    #[test]
    fn an_offer_nobody_can_ring_is_refused() {
        let listing = |phone: &str| Listing {
            id: "l".into(),
            municipality: MunicipalityCode::new("0461"),
            name: "Mødregruppen".into(),
            what: "Åben gruppe hver onsdag.".into(),
            contact: "Vagten".into(),
            phone: phone.into(),
            confirmed: date(2026, 3, 3),
            ended: None,
        };
        assert!(listing("00 00 99 01").checked().is_ok());
        assert!(listing(" ").checked().is_err());
    }
}
