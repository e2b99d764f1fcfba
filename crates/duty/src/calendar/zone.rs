// SPDX-License-Identifier: EUPL-1.2
//! The time zone as a table of the minute each local day begins, made once from jiff's bundled zone data.

use super::{Day, FIRST_YEAR, LAST_YEAR, MINUTES_PER_DAY, Minute};
use jiff::{civil, tz::TimeZone};

/// The bundled zone data lack a zone.
#[derive(Debug, thiserror::Error)]
#[error("the bundled time zone data lack `{name}`")]
pub struct ZoneError {
    /// The zone asked for.
    pub name: String,
    /// What jiff answered.
    pub source: jiff::Error,
}

#[derive(Clone, Debug)]
pub(super) enum Zone {
    Naive,
    Table {
        zone: TimeZone,
        first: Day,
        /// Per day: its first minute in UTC. One day more than the years hold, so that each day has an end.
        starts: Vec<Minute>,
    },
}

impl Zone {
    pub(super) fn named(name: &str) -> Result<Self, ZoneError> {
        let zone = TimeZone::get(name).map_err(|source| ZoneError {
            name: name.to_owned(),
            source,
        })?;
        let first = Day::from_parts(i32::from(FIRST_YEAR), 1, 1);
        let last = Day::from_parts(i32::from(LAST_YEAR) + 1, 1, 1);
        let starts = (first.0..=last.0)
            .map(|day| minute_in(&zone, Day(day).date().at(0, 0, 0, 0)))
            .collect();
        Ok(Self::Table {
            zone,
            first,
            starts,
        })
    }

    pub(super) fn start_of(&self, day: Day) -> Minute {
        let naive = Minute(day.0.saturating_mul(MINUTES_PER_DAY));
        match self {
            Self::Naive => naive,
            Self::Table { first, starts, .. } => usize::try_from(day.0.saturating_sub(first.0))
                .ok()
                .and_then(|index| starts.get(index))
                .copied()
                // Denmark is an hour east of Greenwich in winter; outside the table that is all we say.
                .unwrap_or(naive.plus(-60)),
        }
    }

    pub(super) fn day_of(&self, minute: Minute) -> Day {
        match self {
            Self::Naive => Day(minute.0.div_euclid(MINUTES_PER_DAY)),
            Self::Table { .. } => {
                let guess = Day(minute.plus(60).0.div_euclid(MINUTES_PER_DAY));
                if minute < self.start_of(guess) {
                    guess.plus(-1)
                } else if minute >= self.start_of(guess.plus(1)) {
                    guess.plus(1)
                } else {
                    guess
                }
            }
        }
    }

    pub(super) fn wall_clock(&self, minute: Minute) -> civil::DateTime {
        let zone = match self {
            Self::Naive => &TimeZone::UTC,
            Self::Table { zone, .. } => zone,
        };
        zone.to_datetime(minute.timestamp())
    }

    pub(super) fn minute_at(&self, wall: civil::DateTime) -> Minute {
        match self {
            Self::Naive => minute_in(&TimeZone::UTC, wall),
            Self::Table { zone, .. } => minute_in(zone, wall),
        }
    }
}

fn minute_in(zone: &TimeZone, wall: civil::DateTime) -> Minute {
    zone.to_ambiguous_timestamp(wall)
        .compatible()
        .map_or(Minute(i32::MAX), Minute::from_timestamp)
}
