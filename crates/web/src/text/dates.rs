// SPDX-License-Identifier: EUPL-1.2
//! Dates, times, distances and ages as people write them: `tirsdag 3. marts kl. 14.30`,
//! `3.3.2026`, `om 2 hverdage`, `uge 24+3`, `3 år 2 mdr.`, and their English counterparts.
//!
//! Nothing here reads a clock or a time zone: the caller hands in local civil times.

use jiff::civil::{Date, DateTime};

use super::{Lang, T};

const MONTHS_DA: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS_DA: [&str; 7] = [
    "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
];
const DAYS_EN: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// How far a moment is from now; negative is past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distance {
    /// Minutes, for limits counted in hours.
    Minutes(i64),
    /// Calendar days.
    Days(i64),
    /// Working days, Monday to Friday without holidays (`arbejdsdage`).
    WorkingDays(i64),
    /// Monday to Saturday without holidays (`hverdage`).
    Weekdays(i64),
    /// Whole weeks.
    Weeks(i64),
}

impl T {
    /// `3.3.2026`; English `3 Mar 2026`.
    pub fn date(&self, date: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self.lang() {
            Lang::Da => format!("{day}.{month}.{year}"),
            Lang::En => {
                let name: String = self.month(date).chars().take(3).collect();
                format!("{day} {name} {year}")
            }
        }
    }

    /// `tirsdag 3. marts`, with the year when it is not that of `today`.
    pub fn weekday(&self, date: Date, today: Date) -> String {
        let (name, month, day) = (self.day_name(date), self.month(date), date.day());
        let short = match self.lang() {
            Lang::Da => format!("{name} {day}. {month}"),
            Lang::En => format!("{name} {day} {month}"),
        };
        if date.year() == today.year() {
            short
        } else {
            format!("{short} {}", date.year())
        }
    }

    /// `kl. 14.30`; English `14:30`.
    pub fn time(&self, moment: DateTime) -> String {
        match self.lang() {
            Lang::Da => format!("kl. {}.{:02}", moment.hour(), moment.minute()),
            Lang::En => format!("{}:{:02}", moment.hour(), moment.minute()),
        }
    }

    /// `tirsdag 3. marts kl. 14.30`.
    pub fn moment(&self, moment: DateTime, today: Date) -> String {
        let date = self.weekday(moment.date(), today);
        match self.lang() {
            Lang::Da => format!("{date} {}", self.time(moment)),
            Lang::En => format!("{date} at {}", self.time(moment)),
        }
    }

    /// `om 2 hverdage`, `om 2 t 10 min`, `i dag`, `3 dage over`.
    pub fn distance(&self, distance: Distance) -> String {
        match distance {
            Distance::Minutes(n) => self.minutes(n),
            Distance::Days(n) => self.counted(n, ["date-days-to", "date-days-over"]),
            Distance::WorkingDays(n) => self.counted(n, ["date-working-to", "date-working-over"]),
            Distance::Weekdays(n) => self.counted(n, ["date-weekdays-to", "date-weekdays-over"]),
            Distance::Weeks(n) => self.counted(n, ["date-weeks-to", "date-weeks-over"]),
        }
    }

    fn counted(&self, n: i64, keys: [&str; 2]) -> String {
        let [ahead, over] = keys;
        match n {
            0 => self.s("date-today"),
            n if n > 0 => self.a(ahead, &("n", n)),
            n => self.a(over, &("n", -n)),
        }
    }

    fn minutes(&self, n: i64) -> String {
        let (hours, minutes) = (n.abs() / 60, n.abs() % 60);
        let length = match (hours, minutes) {
            (0, minutes) => self.a("date-minutes", &("n", minutes)),
            (hours, 0) => self.a("date-hours", &("n", hours)),
            // Beyond two days nobody plans by the minute.
            (hours, _) if hours >= 48 => self.a("date-hours", &("n", hours)),
            (hours, minutes) => self.a2("date-hours-minutes", &("h", hours), &("m", minutes)),
        };
        if n < 0 {
            self.a("date-over", &("length", length))
        } else {
            self.a("date-in", &("length", length))
        }
    }

    /// `uge 24+3` from completed days since the first day of the last period.
    pub fn gestation(&self, days: i32) -> String {
        let (week, rest) = (days.div_euclid(7), days.rem_euclid(7));
        match self.lang() {
            Lang::Da => format!("uge {week}+{rest}"),
            Lang::En => format!("week {week}+{rest}"),
        }
    }

    /// A child's age: `12 dage`, `5 mdr.`, `3 år 2 mdr.`, from 15 years `15 år`.
    pub fn child_age(&self, birth: Date, today: Date) -> String {
        let months = whole_months(birth, today);
        if months < 1 {
            let days = (today - birth).get_days();
            return self.a("date-age-days", &("n", i64::from(days)));
        }
        let (years, rest) = (months / 12, months % 12);
        match (years, rest) {
            (0, rest) => self.a("date-age-months", &("n", rest)),
            (years, _) if years >= 15 => self.a("date-age-years", &("n", years)),
            (years, 0) => self.a("date-age-years", &("n", years)),
            (years, rest) => self.a2("date-age", &("y", years), &("m", rest)),
        }
    }

    /// A number with `decimals` decimals: `1.234,5`; English `1,234.5`.
    pub fn decimal(&self, value: f64, decimals: usize) -> String {
        let (thousands, point) = match self.lang() {
            Lang::Da => ('.', ','),
            Lang::En => (',', '.'),
        };
        let plain = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = String::new();
        if value < 0.0 {
            text.push('−');
        }
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                text.push(thousands);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(point);
            text.push_str(fraction);
        }
        text
    }

    fn month(&self, date: Date) -> &'static str {
        let names = match self.lang() {
            Lang::Da => &MONTHS_DA,
            Lang::En => &MONTHS_EN,
        };
        usize::try_from(date.month() - 1)
            .ok()
            .and_then(|at| names.get(at))
            .copied()
            .unwrap_or("")
    }

    fn day_name(&self, date: Date) -> &'static str {
        let names = match self.lang() {
            Lang::Da => &DAYS_DA,
            Lang::En => &DAYS_EN,
        };
        usize::try_from(date.weekday().to_monday_zero_offset())
            .ok()
            .and_then(|at| names.get(at))
            .copied()
            .unwrap_or("")
    }
}

fn whole_months(from: Date, to: Date) -> i64 {
    let months = i64::from(to.year() - from.year()) * 12 + i64::from(to.month() - from.month());
    if to.day() < from.day() {
        months - 1
    } else {
        months
    }
}

/// Reads a date as people type it: `3.3.2026`, `3/3-2026`, `03-03-2026`, `030326`, `2026-03-03`.
///
/// Two-digit years are 20xx. `None` when it is no date of the calendar.
pub fn parse_date(typed: &str) -> Option<Date> {
    let typed = typed.trim();
    let parts: Vec<&str> = typed
        .split(['.', '/', '-', ' '])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let number = |part: &&str| part.parse().ok().or_else(|| english_month(part));
    let numbers: Vec<i16> = parts.iter().map_while(number).collect();
    match (parts.as_slice(), numbers.as_slice()) {
        ([first, ..], [year, month, day]) if first.len() == 4 => civil(*year, *month, *day),
        ([_, _, _], [day, month, year]) => civil(full_year(*year), *month, *day),
        ([digits], _) if digits.len() == 6 || digits.len() == 8 => {
            let number: i32 = digits.parse().ok()?;
            let split = if digits.len() == 6 { 100 } else { 10_000 };
            let year = i16::try_from(number % split).ok()?;
            let day_month = i16::try_from(number / split).ok()?;
            civil(full_year(year), day_month % 100, day_month / 100)
        }
        _ => None,
    }
}

/// The number of a month by its first three letters, as the English pages write a day.
fn english_month(word: &str) -> Option<i16> {
    let short = |name: &&str| {
        name.get(..3)
            .is_some_and(|short| short.eq_ignore_ascii_case(word))
    };
    let at = MONTHS_EN.iter().position(short)?;
    i16::try_from(at + 1).ok()
}

fn full_year(year: i16) -> i16 {
    if (0..100).contains(&year) {
        year + 2000
    } else {
        year
    }
}

fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day)
        .ok()
        .filter(|date| (1900..2200).contains(&date.year()))
}

/// A time of day as it stands in a field: `14.30`.
pub fn typed_time(time: jiff::civil::Time) -> String {
    format!("{}.{:02}", time.hour(), time.minute())
}

/// Reads a time of day: `14.30`, `14:30`, `1430`, `9`.
pub fn parse_time(typed: &str) -> Option<jiff::civil::Time> {
    let typed = typed.trim().trim_start_matches("kl.").trim();
    let (hour, minute) = match typed.split_once(['.', ':']) {
        Some((hour, minute)) => (hour.parse().ok()?, minute.parse().ok()?),
        None if typed.len() == 4 => {
            let number: i16 = typed.parse().ok()?;
            (
                i8::try_from(number / 100).ok()?,
                i8::try_from(number % 100).ok()?,
            )
        }
        None => (typed.parse().ok()?, 0),
    };
    jiff::civil::Time::new(hour, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const DA: fn() -> T = || T::new(Lang::Da);
    const EN: fn() -> T = || T::new(Lang::En);

    #[test]
    fn danish_dates_and_times() {
        let today = date(2026, 3, 1);
        let moment = date(2026, 3, 3).at(14, 30, 0, 0);
        assert_eq!(DA().moment(moment, today), "tirsdag 3. marts kl. 14.30");
        assert_eq!(EN().moment(moment, today), "Tuesday 3 March at 14:30");
        assert_eq!(DA().date(date(2026, 3, 3)), "3.3.2026");
        assert_eq!(EN().date(date(2026, 3, 3)), "3 Mar 2026");
        assert_eq!(
            DA().weekday(date(2027, 1, 1), today),
            "fredag 1. januar 2027"
        );
        assert_eq!(DA().time(date(2026, 3, 3).at(9, 5, 0, 0)), "kl. 9.05");
    }

    #[test]
    fn distances() {
        assert_eq!(DA().distance(Distance::Weekdays(2)), "om 2 hverdage");
        assert_eq!(DA().distance(Distance::WorkingDays(1)), "om 1 arbejdsdag");
        assert_eq!(DA().distance(Distance::Minutes(130)), "om 2 t 10 min");
        assert_eq!(DA().distance(Distance::Minutes(120)), "om 2 t");
        assert_eq!(DA().distance(Distance::Minutes(0)), "om 0 min");
        assert_eq!(DA().distance(Distance::Minutes(-45)), "45 min over");
        assert_eq!(DA().distance(Distance::Minutes(4000)), "om 66 t");
        assert_eq!(DA().distance(Distance::Days(-3)), "3 dage over");
        assert_eq!(DA().distance(Distance::Days(0)), "i dag");
        assert_eq!(EN().distance(Distance::Days(-3)), "3 days over");
        assert_eq!(
            EN().distance(Distance::Weekdays(1)),
            "in 1 weekday (Mon–Sat)"
        );
        assert_eq!(DA().distance(Distance::Weeks(6)), "om 6 uger");
    }

    #[test]
    fn ages() {
        assert_eq!(DA().gestation(24 * 7 + 3), "uge 24+3");
        assert_eq!(EN().gestation(0), "week 0+0");
        let birth = date(2023, 1, 31);
        assert_eq!(DA().child_age(birth, date(2023, 2, 12)), "12 dage");
        assert_eq!(DA().child_age(birth, date(2023, 7, 1)), "5 mdr.");
        assert_eq!(DA().child_age(birth, date(2026, 4, 1)), "3 år 2 mdr.");
        assert_eq!(DA().child_age(birth, date(2026, 1, 31)), "3 år");
        assert_eq!(DA().child_age(birth, date(2039, 3, 1)), "16 år");
        assert_eq!(EN().child_age(birth, date(2026, 4, 1)), "3 yrs 2 mths");
    }

    #[test]
    fn numbers() {
        assert_eq!(DA().decimal(1234.56, 1), "1.234,6");
        assert_eq!(EN().decimal(-1_234_567.0, 0), "−1,234,567");
        assert_eq!(DA().decimal(2.5, 1), "2,5");
    }

    #[test]
    fn typed_dates() {
        for typed in [
            "3.3.2026",
            "03/03-2026",
            "3-3-26",
            "030326",
            "03032026",
            "2026-03-03",
            " 3. 3. 2026 ",
            // As the English pages fill a field in.
            "3 Mar 2026",
        ] {
            assert_eq!(parse_date(typed), Some(date(2026, 3, 3)), "{typed}");
        }
        for typed in [
            "",
            "31.2.2026",
            "i morgen",
            "3.3",
            "2026",
            "1.1.1",
            "3 Maj 2026",
            "99999999999",
        ] {
            assert_eq!(
                parse_date(typed).filter(|d| d.year() > 2001),
                None,
                "{typed}"
            );
        }
    }

    #[test]
    fn typed_times() {
        let at = |hour, minute| Some(jiff::civil::time(hour, minute, 0, 0));
        assert_eq!(parse_time("14.30"), at(14, 30));
        assert_eq!(parse_time("kl. 9:05"), at(9, 5));
        assert_eq!(parse_time("1430"), at(14, 30));
        assert_eq!(parse_time("9"), at(9, 0));
        assert_eq!(parse_time("25.00"), None);
        assert_eq!(parse_time("æ"), None);
    }
}
