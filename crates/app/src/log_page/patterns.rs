// SPDX-License-Identifier: EUPL-1.2
//! What the data-protection officer is shown first: readings that are unusual. Nothing here says that anybody did wrong; each
//! pattern opens the lines behind it.
//!
//! Neighbours are not looked for: that would take the home addresses of staff (practice A20).

use super::{Controller, LogQuestion, instant};
use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use jiff::civil::Date;
use std::collections::BTreeMap;
use traad_domain::org::{Employment, OpeningHours};
use traad_domain::time::{local_date, zone};
use traad_store::{LogBucket, search_key};

/// From when on something is unusual. All of them are proposals: no source gives a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// Refused attempts of one person on one day.
    pub refused: u64,
    /// Different pathways opened by one person within half an hour.
    pub pathways: u64,
    /// Readings by one person on one day while the unit is closed.
    pub closed: u64,
}

impl Thresholds {
    /// Those in use.
    pub const PROPOSED: Self = Self {
        refused: 5,
        pathways: 15,
        closed: 5,
    };
}

/// Length of the buckets the log is summed in.
const HALF_HOUR_MS: i64 = 30 * 60 * 1000;

/// What is unusual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PatternKind {
    /// Many refused attempts.
    Refused,
    /// Many pathways in a short time.
    Pathways,
    /// Readings while the unit is closed.
    Closed,
    /// A citizen with the reader's own family name.
    Name,
}

impl PatternKind {
    /// The code of its words.
    pub fn code(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Pathways => "pathways",
            Self::Closed => "closed",
            Self::Name => "name",
        }
    }
}

/// Something unusual, with the question that opens the lines behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// What.
    pub kind: PatternKind,
    /// Who.
    pub who: String,
    /// The unit's name.
    pub unit: String,
    /// On which day; none is the whole period.
    pub day: Option<Date>,
    /// How many.
    pub count: u64,
    /// The lines behind it.
    pub behind: LogQuestion,
}

impl App {
    /// What is unusual in the log of the reader's controller in a period.
    pub fn log_patterns(
        &self,
        ctx: &Ctx,
        asked: &LogQuestion,
        limits: Thresholds,
    ) -> Result<Vec<Pattern>, AppError> {
        let controller = self.audited(ctx)?;
        let today = local_date(ctx.now);
        let period = asked.period(today);
        let mut found = Vec::new();
        for unit in &controller.units {
            let id = unit.id.as_str();
            let refused = self.store.log_buckets(id, period, ("", "refused"));
            let refused = by_day(&refused.map_err(AppError::Unavailable)?, |_| true);
            let read = self.store.log_buckets(id, period, ("read", "permitted"));
            let read = read.map_err(AppError::Unavailable)?;
            let busiest = busiest(&read);
            let closed = unit
                .hours
                .as_ref()
                .map(|hours| self.while_closed(&read, hours));
            let kinds = [
                (PatternKind::Refused, refused, limits.refused),
                (PatternKind::Pathways, busiest, limits.pathways),
                (
                    PatternKind::Closed,
                    closed.unwrap_or_default(),
                    limits.closed,
                ),
            ];
            for (kind, counts, least) in kinds {
                let many = counts.into_iter().filter(|(_, count)| *count >= least);
                found.extend(many.filter_map(|((employment, day), count)| {
                    let person = person(&controller, &employment)?;
                    Some(pattern(kind, (person, &unit.name), Some(day), count))
                }));
            }
        }
        self.namesakes(&controller, (asked, today), &mut found)?;
        found.sort_by(|a, b| (a.kind, b.day, b.count).cmp(&(b.kind, a.day, a.count)));
        Ok(found)
    }

    fn while_closed(
        &self,
        read: &[LogBucket],
        hours: &OpeningHours,
    ) -> BTreeMap<(String, Date), u64> {
        by_day(read, |bucket| {
            let local = instant(bucket.half_hour * HALF_HOUR_MS).to_zoned(zone());
            let holiday = self.rules().is_holiday(local.date());
            !hours.open_at(local.date(), local.time(), holiday)
        })
    }

    /// Pathways of citizens with the family name of who read.
    fn namesakes(
        &self,
        controller: &Controller,
        (asked, today): (&LogQuestion, Date),
        found: &mut Vec<Pattern>,
    ) -> Result<(), AppError> {
        let period = asked.period(today);
        let (from, to) = asked.days(today);
        for person in &controller.staff {
            let Some(name) = person.name.split_whitespace().last() else {
                continue;
            };
            let key = search_key(name);
            let read = self
                .store
                .list_read_by_name(person.id.as_str(), period, &key);
            for pathway in read.map_err(AppError::Unavailable)? {
                let header = self.store.find_header(&pathway);
                let Some(header) = header.map_err(AppError::Unavailable)? else {
                    continue;
                };
                let unit = controller.units.iter().find(|unit| unit.id == person.unit);
                let unit = unit.map_or("", |unit| unit.name.as_str());
                let mut same = pattern(PatternKind::Name, (person, unit), None, 1);
                same.behind.case_number = header.header.case_number;
                (same.behind.from, same.behind.to) = (Some(from), Some(to));
                found.push(same);
            }
        }
        Ok(())
    }
}

fn person<'a>(controller: &'a Controller, employment: &str) -> Option<&'a Employment> {
    controller
        .staff
        .iter()
        .find(|own| own.id.as_str() == employment)
}

fn pattern(
    kind: PatternKind,
    (person, unit): (&Employment, &str),
    day: Option<Date>,
    count: u64,
) -> Pattern {
    let behind = LogQuestion {
        from: day,
        to: day,
        employment: person.id.as_str().to_owned(),
        action: match kind {
            PatternKind::Refused => String::new(),
            PatternKind::Pathways | PatternKind::Closed | PatternKind::Name => "read".to_owned(),
        },
        outcome: match kind {
            PatternKind::Refused => "refused".to_owned(),
            PatternKind::Pathways | PatternKind::Closed | PatternKind::Name => String::new(),
        },
        ..LogQuestion::default()
    };
    Pattern {
        kind,
        who: person.name.clone(),
        unit: unit.to_owned(),
        day,
        count,
        behind,
    }
}

/// Lines of each employment on each day in Denmark.
fn by_day(
    buckets: &[LogBucket],
    counts: impl Fn(&LogBucket) -> bool,
) -> BTreeMap<(String, Date), u64> {
    let mut days = BTreeMap::new();
    for bucket in buckets.iter().filter(|bucket| counts(bucket)) {
        *days.entry(key(bucket)).or_insert(0) += bucket.lines;
    }
    days
}

/// The most pathways of each employment in one half hour of each day.
fn busiest(buckets: &[LogBucket]) -> BTreeMap<(String, Date), u64> {
    let mut days = BTreeMap::new();
    for bucket in buckets {
        let most = days.entry(key(bucket)).or_insert(0);
        *most = bucket.pathways.max(*most);
    }
    days
}

fn key(bucket: &LogBucket) -> (String, Date) {
    let day = local_date(instant(bucket.half_hour * HALF_HOUR_MS));
    (bucket.employment.clone(), day)
}
