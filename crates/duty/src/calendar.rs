// SPDX-License-Identifier: EUPL-1.2
//! Days and minutes as plain numbers, and the Danish calendar laid out as tables.
//!
//! Everything a deadline needs is looked up, never searched: which day a minute falls on, the last minute of a day, and
//! the n-th working day after a day. The tables span the years 1900–2199; what lies outside is clamped to their ends.
//! Public holidays are computed for every year from the date of Easter.

mod age;
mod holiday;
mod month;
mod zone;

pub use age::{Age, GestationalAge, age_on};
pub use holiday::{ExtraHoliday, easter_sunday, is_public_holiday};
pub use zone::ZoneError;

use holiday::WorkingDays;
use jiff::civil;
use month::Months;
use zone::Zone;

/// First year of the tables.
pub(crate) const FIRST_YEAR: i16 = 1900;
/// Last year of the tables.
pub(crate) const LAST_YEAR: i16 = 2199;
const MINUTES_PER_DAY: i32 = 1440;

/// A calendar day, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// A minute, counted from 1 January 1970 00:00 UTC (or naive time, when the calendar is naive).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minute(pub i32);

impl Day {
    /// The day of a date.
    pub fn from_date(date: civil::Date) -> Self {
        Self::from_parts(
            i32::from(date.year()),
            i32::from(date.month()),
            i32::from(date.day()),
        )
    }

    /// The day as a date; days outside jiff's years are clamped.
    pub fn date(self) -> civil::Date {
        let (year, month, day) = self.parts();
        let clamp = |number: i32| i8::try_from(number).unwrap_or(1);
        match i16::try_from(year) {
            Ok(year) => civil::Date::new(year, clamp(month), clamp(day)),
            Err(_) if year < 0 => Ok(civil::Date::MIN),
            Err(_) => Ok(civil::Date::MAX),
        }
        .unwrap_or(civil::Date::MAX)
    }

    /// Reads `YYYY-MM-DD`; a time after the date, as in `YYYY-MM-DDTHH:MM`, is left out of account.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        if !(rest.is_empty() || rest.starts_with(['T', ' '])) {
            return None;
        }
        date.parse().ok().map(Self::from_date)
    }

    /// The day `count` calendar days later (earlier when negative).
    #[must_use]
    pub fn plus(self, count: i32) -> Self {
        Self(self.0.saturating_add(count))
    }

    /// The same day of the month `count` months later, clamped to the last day of a shorter month.
    #[must_use]
    pub fn plus_months(self, count: i32) -> Self {
        let (year, month, day) = self.parts();
        let months = year
            .saturating_mul(12)
            .saturating_add(month - 1)
            .saturating_add(count);
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
        Self::from_parts(year, month, day.min(days_in_month(year, month)))
    }

    /// Monday is 1, Sunday is 7.
    pub fn weekday(self) -> i32 {
        (self.0 + 3).rem_euclid(7) + 1
    }

    /// Days from the civil calendar, by Howard Hinnant's algorithm.
    pub(crate) fn from_parts(year: i32, month: i32, day: i32) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(
            era.saturating_mul(146_097)
                .saturating_add(day_of_era - 719_468),
        )
    }

    /// Year, month and day of month.
    pub(crate) fn parts(self) -> (i32, i32, i32) {
        let shifted = self.0.saturating_add(719_468);
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month, day)
    }
}

fn days_in_month(year: i32, month: i32) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl Minute {
    /// The minute a timestamp lies in.
    pub fn from_timestamp(timestamp: jiff::Timestamp) -> Self {
        let minutes = timestamp.as_second().div_euclid(60);
        Self(i32::try_from(minutes).unwrap_or(if minutes < 0 { i32::MIN } else { i32::MAX }))
    }

    /// The first instant of the minute.
    pub fn timestamp(self) -> jiff::Timestamp {
        jiff::Timestamp::from_second(i64::from(self.0) * 60).unwrap_or(jiff::Timestamp::MAX)
    }

    /// The minute `count` minutes later (elapsed time).
    #[must_use]
    pub fn plus(self, count: i32) -> Self {
        Self(self.0.saturating_add(count))
    }
}

/// A unit of time in a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Elapsed hours.
    Hours,
    /// Calendar days.
    Days,
    /// Seven calendar days.
    Weeks,
    /// Calendar months, clamped.
    Months,
    /// Twelve calendar months, clamped.
    Years,
    /// Monday to Friday, public holidays left out.
    Arbejdsdage,
    /// Monday to Saturday, public holidays left out.
    Hverdage,
}

impl Unit {
    /// Reads the word used in rules, singular or plural.
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "hour" | "hours" => Self::Hours,
            "day" | "days" => Self::Days,
            "week" | "weeks" => Self::Weeks,
            "month" | "months" => Self::Months,
            "year" | "years" => Self::Years,
            "arbejdsdag" | "arbejdsdage" => Self::Arbejdsdage,
            "hverdag" | "hverdage" => Self::Hverdage,
            _ => return None,
        })
    }

    /// The word in rules, plural.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
            Self::Arbejdsdage => "arbejdsdage",
            Self::Hverdage => "hverdage",
        }
    }
}

/// The tables: a time zone (or naive time) and the working days.
#[derive(Clone, Debug)]
pub struct Calendar {
    zone: Zone,
    arbejdsdage: WorkingDays,
    hverdage: WorkingDays,
    months: Months,
    extra: Vec<ExtraHoliday>,
}

impl Calendar {
    /// Times are taken as written, without any zone.
    pub fn naive(extra: &[ExtraHoliday]) -> Self {
        Self::with_zone(Zone::Naive, extra)
    }

    /// Minutes are UTC, days are days in Denmark.
    ///
    /// # Errors
    /// When the bundled zone data lack Europe/Copenhagen.
    pub fn copenhagen(extra: &[ExtraHoliday]) -> Result<Self, ZoneError> {
        Ok(Self::with_zone(Zone::named("Europe/Copenhagen")?, extra))
    }

    fn with_zone(zone: Zone, extra: &[ExtraHoliday]) -> Self {
        Self {
            zone,
            arbejdsdage: WorkingDays::new(5, extra),
            hverdage: WorkingDays::new(6, extra),
            months: Months::new(),
            extra: extra.to_vec(),
        }
    }

    /// The days beside the public holidays that this calendar holds free.
    pub fn extra_holidays(&self) -> &[ExtraHoliday] {
        &self.extra
    }

    /// The local day a minute falls on.
    pub fn day_of(&self, minute: Minute) -> Day {
        self.zone.day_of(minute)
    }

    /// 00:00 local.
    pub fn start_of(&self, day: Day) -> Minute {
        self.zone.start_of(day)
    }

    /// 23:59 local.
    pub fn end_of(&self, day: Day) -> Minute {
        self.zone.start_of(day.plus(1)).plus(-1)
    }

    /// The clock on the wall at a minute.
    pub fn wall_clock(&self, minute: Minute) -> civil::DateTime {
        self.zone.wall_clock(minute)
    }

    /// The minute at which the wall clock shows a time. A time that a change of the clock skips is moved past the gap, and
    /// of a time that comes twice the first is meant.
    pub fn minute_at(&self, wall: civil::DateTime) -> Minute {
        self.zone.minute_at(wall)
    }

    /// The day `count` units from `day`; day 0 is not counted. Hours leave the day as it is.
    pub fn add(&self, day: Day, count: i32, unit: Unit) -> Day {
        match unit {
            Unit::Hours => day,
            Unit::Days => day.plus(count),
            Unit::Weeks => day.plus(count.saturating_mul(7)),
            Unit::Months => self.months.add(day, count),
            Unit::Years => self.months.add(day, count.saturating_mul(12)),
            Unit::Arbejdsdage => self.arbejdsdage.add(day, count),
            Unit::Hverdage => self.hverdage.add(day, count),
        }
    }
}

#[cfg(test)]
mod tests;
