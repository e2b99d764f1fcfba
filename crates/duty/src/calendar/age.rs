// SPDX-License-Identifier: EUPL-1.2
//! Ages: of a pregnancy in weeks and days, of a person in years, months and days.

use super::Day;
use std::fmt;

/// The age of a pregnancy, counted from the first day of the last menstrual period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GestationalAge {
    /// Completed weeks.
    pub weeks: i32,
    /// Days beyond the completed weeks, 0–6.
    pub days: i32,
}

impl GestationalAge {
    /// The age on a day; `None` before the period began.
    pub fn on(day: Day, last_period: Day) -> Option<Self> {
        let total = day.0 - last_period.0;
        (total >= 0).then_some(Self {
            weeks: total / 7,
            days: total % 7,
        })
    }

    /// Reads `W` or `W+D`.
    pub fn parse(text: &str) -> Option<Self> {
        let (weeks, days) = text.split_once('+').unwrap_or((text, "0"));
        let (weeks, days) = (weeks.parse().ok()?, days.parse().ok()?);
        ((0..=60).contains(&weeks) && (0..7).contains(&days)).then_some(Self { weeks, days })
    }

    /// Days since the first day of the last menstrual period.
    pub fn total_days(self) -> i32 {
        self.weeks * 7 + self.days
    }
}

impl fmt::Display for GestationalAge {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}+{}", self.weeks, self.days)
    }
}

/// A person's age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Age {
    /// Completed years.
    pub years: i32,
    /// Completed months beyond the years, 0–11.
    pub months: i32,
    /// Days beyond the months.
    pub days: i32,
}

/// The age on a day of a person born on `born`; `None` before the birth. Who is born on 29 February is a year older on
/// 1 March in the years without that day.
pub fn age_on(day: Day, born: Day) -> Option<Age> {
    let (year, month, of_month) = day.parts();
    let (born_year, born_month, born_of_month) = born.parts();
    let mut months = (year - born_year) * 12 + month - born_month;
    if of_month < born_of_month {
        months -= 1;
    }
    (day >= born).then(|| Age {
        years: months / 12,
        months: months % 12,
        days: (day.0 - born.plus_months(months).0).max(0),
    })
}
