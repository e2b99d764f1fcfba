// SPDX-License-Identifier: EUPL-1.2
//! A fixed time every week: `tirsdag 10.00–11.00`, as it is typed and as it is read.

use crate::server::Visit;
use crate::text::dates::{parse_time, typed_time};
use traad_domain::body::WeeklyTime;

/// The codes of the days in the texts, from Monday.
const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Reads one: a day in either language, and from when to when.
pub(super) fn parse(visit: &Visit, typed: &str) -> Option<WeeklyTime> {
    let (day, times) = typed.trim().split_once(char::is_whitespace)?;
    let day = day.trim_end_matches([',', '.']).to_lowercase();
    let names = DAYS.iter().map(|code| visit.t.of("plan-weekday", code));
    let own = names
        .map(|name| name.to_lowercase())
        .position(|name| name == day);
    let place = own.or_else(|| DAYS.iter().position(|code| *code == day))?;
    let (from, to) = times.split_once(['-', '–'])?;
    let (from, to) = (parse_time(from.trim())?, parse_time(to.trim())?);
    let day = u8::try_from(place + 1).ok()?;
    (from < to).then_some(WeeklyTime { day, from, to })
}

/// `tirsdag 10.00–11.00`.
pub(crate) fn words(visit: &Visit, weekly: &WeeklyTime) -> String {
    let day = DAYS.get(usize::from(weekly.day).saturating_sub(1));
    let day = day.map_or_else(String::new, |code| visit.t.of("plan-weekday", code));
    let (from, to) = (typed_time(weekly.from), typed_time(weekly.to));
    format!("{day} {from}–{to}")
}
