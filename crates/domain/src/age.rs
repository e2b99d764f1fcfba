// SPDX-License-Identifier: EUPL-1.2
//! What an age changes: a child is heard and has rights of a party from 10, decides on own health from 15, and is nobody's
//! child from 18 (practice A14). The day decides; nothing has to run at night for it.

use crate::category::Category;
use crate::time::{local_date, start_of_day};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

/// From this age a child has rights of a party in the cases the law names (BL § 3).
pub const PARTY: i16 = 10;
/// From this age a young person decides on own health information (SUL § 17).
pub const OWN_HEALTH: i16 = 15;
/// From this age nobody has custody.
pub const ADULT: i16 = 18;

/// How far a child has come in deciding for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Under 10: those with custody decide.
    Child,
    /// From 10: heard, and a party in the cases the law names.
    Party,
    /// From 15: decides on own health information; those with custody on the rest.
    Young,
    /// From 18: decides alone.
    Adult,
}

impl Standing {
    /// On a day, of somebody born on another.
    pub fn on(born: Date, day: Date) -> Self {
        let reached = |years| day >= birthday(born, years);
        if reached(ADULT) {
            Self::Adult
        } else if reached(OWN_HEALTH) {
            Self::Young
        } else if reached(PARTY) {
            Self::Party
        } else {
            Self::Child
        }
    }

    /// At an instant, by the Danish calendar.
    pub fn at(born: Date, now: Timestamp) -> Self {
        Self::on(born, local_date(now))
    }

    /// The code of its text.
    pub fn code(self) -> &'static str {
        match self {
            Self::Child => "child",
            Self::Party => "party",
            Self::Young => "young",
            Self::Adult => "adult",
        }
    }

    /// Whether those with custody decide on a kind of information.
    pub fn is_for_custody(self, category: Category) -> bool {
        self < Self::Young || (self == Self::Young && !category.is_health())
    }

    /// Whether the child's own yes counts alone for a kind of information.
    pub fn is_own(self, category: Category) -> bool {
        self == Self::Adult || (self == Self::Young && category.is_health())
    }
}

/// How many whole years old somebody is on a day.
pub fn years(born: Date, day: Date) -> i16 {
    let of_year = day.year() - born.year();
    if day < birthday(born, of_year) {
        of_year - 1
    } else {
        of_year
    }
}

/// The day somebody reaches an age. Who is born on 29 February reaches it on 1 March in years without that day: a proposal,
/// as everywhere rights depend on a birthday.
pub fn birthday(born: Date, years: i16) -> Date {
    let day = born.saturating_add(i64::from(years).years());
    if day.day() == born.day() {
        day
    } else {
        day.tomorrow().unwrap_or(day)
    }
}

/// The first instant of the day somebody reaches an age.
pub fn reached(born: Date, years: i16) -> Timestamp {
    start_of_day(birthday(born, years))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a14_the_day_decides_and_no_day_before_it() {
        let born = date(2010, 5, 6);
        let on = |year, month, day| Standing::on(born, date(year, month, day));
        assert_eq!(on(2020, 5, 5), Standing::Child);
        assert_eq!(on(2020, 5, 6), Standing::Party);
        assert_eq!(on(2025, 5, 5), Standing::Party);
        assert_eq!(on(2025, 5, 6), Standing::Young);
        assert_eq!(on(2028, 5, 5), Standing::Young);
        assert_eq!(on(2028, 5, 6), Standing::Adult);
        // The Danish day, not the day in Greenwich.
        let eve = "2028-05-05T21:59:59Z".parse().unwrap();
        let midnight = "2028-05-05T22:00:00Z".parse().unwrap();
        assert_eq!(Standing::at(born, eve), Standing::Young);
        assert_eq!(Standing::at(born, midnight), Standing::Adult);
        assert_eq!(reached(born, ADULT), midnight);
    }

    #[test]
    fn who_is_born_on_the_29_february_is_of_age_on_the_first_of_march() {
        let born = date(2008, 2, 29);
        assert_eq!(birthday(born, ADULT), date(2026, 3, 1));
        assert_eq!(birthday(born, 20), date(2028, 2, 29));
        assert_eq!(Standing::on(born, date(2026, 2, 28)), Standing::Young);
        assert_eq!(years(born, date(2026, 2, 28)), 17);
        assert_eq!(years(born, date(2026, 3, 1)), 18);
    }

    #[test]
    fn at_15_health_is_the_young_persons_and_the_rest_still_the_holders() {
        assert!(Standing::Party.is_for_custody(Category::ChildHealth));
        assert!(!Standing::Party.is_own(Category::ChildHealth));
        assert!(!Standing::Young.is_for_custody(Category::TestResults));
        assert!(Standing::Young.is_own(Category::TestResults));
        assert!(Standing::Young.is_for_custody(Category::Social));
        assert!(!Standing::Young.is_own(Category::Social));
        for category in Category::ALL {
            assert!(!Standing::Adult.is_for_custody(*category));
            assert!(Standing::Adult.is_own(*category));
        }
    }
}
