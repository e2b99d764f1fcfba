// SPDX-License-Identifier: EUPL-1.2
//! Month arithmetic by table: which month a day lies in, and when each month begins.

use super::{Day, FIRST_YEAR, LAST_YEAR};

/// The months of the years the tables span.
#[derive(Clone, Debug)]
pub(super) struct Months {
    first: Day,
    /// Per day: the number of its month.
    of_day: Vec<u16>,
    /// Per month: its first day. One month more than the years hold, so that each has an end.
    begins: Vec<Day>,
}

impl Months {
    pub(super) fn new() -> Self {
        let first = Day::from_parts(i32::from(FIRST_YEAR), 1, 1);
        let count = (i32::from(LAST_YEAR) - i32::from(FIRST_YEAR) + 1) * 12;
        let begins: Vec<Day> = (0..=count).map(|month| first.plus_months(month)).collect();
        let mut of_day = Vec::new();
        for (month, pair) in (0_u16..).zip(begins.windows(2)) {
            if let [begin, end] = pair {
                of_day.extend((begin.0..end.0).map(|_| month));
            }
        }
        Self {
            first,
            of_day,
            begins,
        }
    }

    /// The same day of the month `count` months later, clamped to the last day of a shorter month.
    pub(super) fn add(&self, day: Day, count: i32) -> Day {
        self.look_up(day, count)
            .unwrap_or_else(|| day.plus_months(count))
    }

    fn look_up(&self, day: Day, count: i32) -> Option<Day> {
        let place = usize::try_from(day.0.checked_sub(self.first.0)?).ok()?;
        let month = *self.of_day.get(place)?;
        let begins = self.begins.get(usize::from(month))?;
        let target = usize::try_from(i32::from(month).checked_add(count)?).ok()?;
        let (begin, end) = (self.begins.get(target)?, self.begins.get(target + 1)?);
        Some(Day(begin.0 + (day.0 - begins.0)).min(end.plus(-1)))
    }
}
