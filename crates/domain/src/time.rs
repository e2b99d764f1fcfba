// SPDX-License-Identifier: EUPL-1.2
//! When something happened, and how precisely that is known.
//!
//! Instants are UTC; people live in Europe/Copenhagen. The zone stands here and nowhere else. The clock itself is a
//! parameter everywhere: nothing in this crate asks what time it is.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// The one time zone of the product.
pub const ZONE: &str = "Europe/Copenhagen";

/// Europe/Copenhagen from the bundled time zone data; UTC only if that data were missing from the build.
pub fn zone() -> TimeZone {
    static KEPT: LazyLock<TimeZone> =
        LazyLock::new(|| TimeZone::get(ZONE).unwrap_or(TimeZone::UTC));
    KEPT.clone()
}

/// The calendar day in Denmark at an instant.
pub fn local_date(at: Timestamp) -> Date {
    at.to_zoned(zone()).date()
}

/// The first instant of a day in Denmark.
pub fn start_of_day(day: Date) -> Timestamp {
    day.to_zoned(zone())
        .map_or(Timestamp::MIN, |start| start.timestamp())
}

/// How exactly the time of an event is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// To the minute.
    Minute,
    /// Only the day is known; it counts as 00:00 of that day.
    Day,
    /// Only the month is known; it counts as the first of the month.
    Month,
    /// Not known; the time of writing is used for order only.
    Unknown,
}

/// When something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurred {
    /// UTC instant, whole minutes.
    pub at: Timestamp,
    /// How exactly it is known.
    pub precision: Precision,
}

impl Occurred {
    /// Known to the minute; seconds are cut off.
    pub fn at(at: Timestamp) -> Self {
        Self {
            at: whole_minute(at),
            precision: Precision::Minute,
        }
    }

    /// Known to the day, in Denmark.
    pub fn on(day: Date) -> Self {
        let at = day
            .to_zoned(zone())
            .map_or(Timestamp::UNIX_EPOCH, |z| z.timestamp());
        Self {
            at,
            precision: Precision::Day,
        }
    }

    /// On a day, as it is told now: today is to the minute, so that it comes after what was written this morning.
    pub fn told(day: Date, now: Timestamp) -> Self {
        if day == local_date(now) {
            Self::at(now)
        } else {
            Self::on(day)
        }
    }

    /// The Danish calendar day.
    pub fn date(&self) -> Date {
        local_date(self.at)
    }
}

/// Cuts seconds and below off, towards the past.
pub fn whole_minute(at: Timestamp) -> Timestamp {
    let second = at.as_second();
    Timestamp::from_second(second - second.rem_euclid(60)).unwrap_or(at)
}

/// Days from the first day of the last menstrual period to term (Naegele): 280.
pub const TERM_DAYS: i64 = 280;

/// Highest gestational week that can be written; later ones are slips of the keyboard.
pub const LAST_WEEK: i64 = 44;

/// Age of a pregnancy in whole days since the first day of the last menstrual period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct GestationalAge {
    /// Whole days, 0 on the first day.
    pub days: i64,
}

impl GestationalAge {
    /// Age on a day, from the first day of the last menstrual period.
    pub fn on(lmp: Date, day: Date) -> Self {
        Self {
            days: i64::from(
                day.since((jiff::Unit::Day, lmp))
                    .map_or(0, |span| span.get_days()),
            ),
        }
    }

    /// Completed weeks and the days above them, as `24+3` is written.
    pub fn weeks_days(&self) -> (i64, i64) {
        (self.days.div_euclid(7), self.days.rem_euclid(7))
    }

    /// First day of the last menstrual period of a pregnancy that has this age on a day.
    pub fn lmp_on(self, day: Date) -> Date {
        day.saturating_sub(SignedDuration::from_hours(24 * self.days))
    }
}

/// Due date (termin) from the first day of the last menstrual period.
pub fn due_date(lmp: Date) -> Date {
    lmp.saturating_add(TERM_DAYS.days())
}

/// First day of the last menstrual period from a due date.
pub fn lmp_from_due(due: Date) -> Date {
    due.saturating_sub(TERM_DAYS.days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn week_ten_on_the_third_of_march_gives_term_in_september() {
        let lmp = GestationalAge { days: 70 }.lmp_on(date(2026, 3, 3));
        assert_eq!(lmp, date(2025, 12, 23));
        assert_eq!(due_date(lmp), date(2026, 9, 29));
        assert_eq!(lmp_from_due(due_date(lmp)), lmp);
        assert_eq!(
            GestationalAge::on(lmp, date(2026, 6, 12)).weeks_days(),
            (24, 3)
        );
    }

    #[test]
    fn a_day_is_a_danish_day() {
        let late: Timestamp = "2026-06-30T22:30:00Z".parse().unwrap();
        assert_eq!(local_date(late), date(2026, 7, 1));
        assert_eq!(
            Occurred::on(date(2026, 7, 1)).at.to_string(),
            "2026-06-30T22:00:00Z"
        );
    }

    #[test]
    fn what_is_told_of_today_comes_after_what_was_written_this_morning() {
        let now: Timestamp = "2026-03-03T10:17:00Z".parse().unwrap();
        let today = local_date(now);
        assert_eq!(Occurred::told(today, now), Occurred::at(now));
        let yesterday = today.yesterday().unwrap();
        assert_eq!(Occurred::told(yesterday, now), Occurred::on(yesterday));
    }
}
