// SPDX-License-Identifier: EUPL-1.2
//! Danish public holidays, and working days counted by prefix table.

use super::{Day, FIRST_YEAR, LAST_YEAR};

/// Days many hold free that are not public holidays. Whether they count as working days is a matter of agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtraHoliday {
    /// 1 May.
    FirstOfMay,
    /// 5 June.
    ConstitutionDay,
    /// 24 December.
    ChristmasEve,
    /// 31 December.
    NewYearsEve,
}

impl ExtraHoliday {
    fn falls_on(self, day: Day) -> bool {
        let (_, month, of_month) = day.parts();
        (month, of_month)
            == match self {
                Self::FirstOfMay => (5, 1),
                Self::ConstitutionDay => (6, 5),
                Self::ChristmasEve => (12, 24),
                Self::NewYearsEve => (12, 31),
            }
    }
}

/// Easter Sunday of a year in the Gregorian calendar (the Meeus–Jones–Butcher algorithm).
pub fn easter_sunday(year: i32) -> Day {
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let from_march = epact + weekday - 7 * late + 114;
    Day::from_parts(year, from_march / 31, from_march % 31 + 1)
}

/// Whether a day is a Danish public holiday. Store Bededag was one until and including 2023.
pub fn is_public_holiday(day: Day) -> bool {
    is_holiday_by(day, easter_sunday(day.parts().0))
}

/// As [`is_public_holiday`], with the year's Easter at hand.
fn is_holiday_by(day: Day, easter: Day) -> bool {
    let (year, month, of_month) = day.parts();
    if matches!((month, of_month), (1, 1) | (12, 25 | 26)) {
        return true;
    }
    match day.0 - easter.0 {
        -3 | -2 | 0 | 1 | 39 | 49 | 50 => true,
        26 => year <= 2023,
        _ => false,
    }
}

/// Working days as two tables: how many there are up to and including a day, and which day the n-th one is.
#[derive(Clone, Debug)]
pub(super) struct WorkingDays {
    first: Day,
    /// Per day: how many working days lie on or before it.
    counted: Vec<i32>,
    /// The working days in order.
    nth: Vec<Day>,
}

impl WorkingDays {
    /// A week has the first `week` weekdays as working days.
    pub(super) fn new(week: i32, extra: &[ExtraHoliday]) -> Self {
        let (mut counted, mut nth) = (Vec::new(), Vec::new());
        let mut count = 0;
        for year in i32::from(FIRST_YEAR)..=i32::from(LAST_YEAR) {
            let easter = easter_sunday(year);
            let days = Day::from_parts(year, 1, 1).0..Day::from_parts(year + 1, 1, 1).0;
            for day in days.map(Day) {
                let free = day.weekday() > week
                    || is_holiday_by(day, easter)
                    || extra.iter().any(|holiday| holiday.falls_on(day));
                if !free {
                    count += 1;
                    nth.push(day);
                }
                counted.push(count);
            }
        }
        let first = Day::from_parts(i32::from(FIRST_YEAR), 1, 1);
        Self {
            first,
            counted,
            nth,
        }
    }

    /// The `count`-th working day after `day` (before it, when negative); `day` itself when `count` is 0.
    pub(super) fn add(&self, day: Day, count: i32) -> Day {
        let up_to = |day: Day| {
            let index = usize::try_from(day.0.saturating_sub(self.first.0)).ok()?;
            self.counted.get(index).or(self.counted.last()).copied()
        };
        let place = match count {
            0 => return day,
            1.. => up_to(day).unwrap_or(0).saturating_add(count - 1),
            _ => up_to(day.plus(-1)).unwrap_or(0).saturating_add(count),
        };
        usize::try_from(place)
            .ok()
            .and_then(|place| self.nth.get(place).or(self.nth.last()))
            .copied()
            .unwrap_or(self.first)
    }
}
