// SPDX-License-Identifier: EUPL-1.2
//! Worklists: the live duties of a unit or a person, most urgent first, with a count for each tab.
//!
//! The order stands in the column `sort` (see `delta::duty`), so that every tab is a range of one index.

use crate::Store;
use crate::conn::{Conn, Param, Sql, params, sql};
use crate::delta::{NO_DATE, duty_from};
use crate::error::StoreError;
use crate::journal::header_row;
use crate::projection::{Duty, HeaderRow, Paging};
use jiff::civil::Date;
use std::ops::Add;

/// Whose duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// All of the unit.
    Unit,
    /// Those of a person in the unit.
    Person(String),
    /// Those of a person in the unit, and those of nobody in particular.
    PersonOrNobody(String),
}

/// Which duties.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// All that are to be shown now: overdue, then by day, those without a date last.
    Live,
    /// Overdue ones.
    Overdue,
    /// Those due from one day to another, both included; no overdue ones.
    Due {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
    /// Those without a due time.
    Undated,
    /// Those that are not yet to be shown.
    Scheduled,
}

/// A question for duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorklistQuery {
    /// The unit that owes.
    pub unit: String,
    /// Whose in the unit.
    pub owner: Owner,
    /// Which of them.
    pub show: Show,
    /// Today in Denmark, for the counts.
    pub today: Date,
    /// Last day of the week, for the counts.
    pub week_end: Date,
    /// Counts go no further than this.
    pub count_to: u32,
    /// Which page.
    pub paging: Paging,
}

/// A duty with the header of its pathway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorklistRow {
    /// The duty.
    pub duty: Duty,
    /// Its pathway.
    pub header: HeaderRow,
}

/// How many, counted no further than was asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many were counted.
    pub number: u64,
    /// Whether there are more than that.
    pub more: bool,
}

impl Tally {
    fn of(found: u64, count_to: u32) -> Self {
        let most = u64::from(count_to);
        Self {
            number: found.min(most),
            more: found > most,
        }
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            number: self.number + other.number,
            more: self.more || other.more,
        }
    }
}

/// How many duties there are on each tab, whatever `show` says. No duty is counted twice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WorklistCounts {
    /// Overdue.
    pub overdue: Tally,
    /// Due today.
    pub today: Tally,
    /// Due after today and until the end of the week.
    pub week: Tally,
    /// Due later.
    pub later: Tally,
    /// Without a due time.
    pub undated: Tally,
}

impl WorklistCounts {
    /// All of them.
    pub fn all(&self) -> Tally {
        self.overdue + self.today + self.week + self.later + self.undated
    }
}

/// One page of duties, and the counts of all tabs at the same moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worklist {
    /// The rows of the page.
    pub rows: Vec<WorklistRow>,
    /// Rows on all pages.
    pub total: Tally,
    /// What is on each tab.
    pub counts: WorklistCounts,
}

impl Store {
    /// Which rules steer which pathways of a unit's open duties, each pair once, by rule.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_steered(&self, unit: &str) -> Result<Vec<(String, String)>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT DISTINCT
                       rule,
                       pathway
                     FROM duty
                     WHERE owner_unit = $1
                     ORDER BY rule, pathway"
                ),
                params![unit],
                |row| Ok((row.text(0)?, row.text(1)?)),
            )
        })
    }

    /// In how many pathways each person of a unit has something to do, by person.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn count_pathways_by_person(&self, unit: &str) -> Result<Vec<(String, u64)>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       owner_person,
                       count(DISTINCT pathway)
                     FROM duty
                     WHERE owner_unit = $1 AND owner_person IS NOT NULL
                     GROUP BY owner_person
                     ORDER BY owner_person"
                ),
                params![unit],
                |row| Ok((row.text(0)?, u64::try_from(row.int(1)?).unwrap_or_default())),
            )
        })
    }

    /// How many open duties of a unit have no due time because an answer is lacking.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn count_unsettled(&self, unit: &str) -> Result<u64, StoreError> {
        let (from, to) = range(Show::Undated);
        self.query(|conn| {
            let count = conn.number(
                sql!(
                    "SELECT count(*) FROM duty
                     WHERE owner_unit = $1 AND sort >= $2 AND sort < $3 AND status = 'unsettled'"
                ),
                params![unit, &from, &to],
            )?;
            Ok(u64::try_from(count).unwrap_or_default())
        })
    }

    /// One page of duties, and the counts of all tabs at the same moment.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn worklist(&self, query: &WorklistQuery) -> Result<Worklist, StoreError> {
        self.snapshot(|conn| {
            let counts = count_tabs(conn, query)?;
            let total = match query.show {
                Show::Live => counts.all(),
                Show::Overdue => counts.overdue,
                Show::Undated => counts.undated,
                // Not yet to be shown: no tab has a count of them, so that no page reads past what is to be done.
                Show::Scheduled | Show::Due { .. } => {
                    let (from, to) = range(query.show);
                    count(conn, query, (&from, &to))?
                }
            };
            Ok(Worklist {
                rows: rows(conn, query)?,
                total,
                counts,
            })
        })
    }
}

/// The part of the order a tab covers: from, and first after.
fn range(show: Show) -> (String, String) {
    match show {
        Show::Live => ("0".to_owned(), "2".to_owned()),
        Show::Overdue => ("0".to_owned(), "1".to_owned()),
        Show::Due { from, to } => (format!("1|{from}"), end_of(to)),
        Show::Undated => (format!("1|{NO_DATE}"), "2".to_owned()),
        Show::Scheduled => ("2".to_owned(), "3".to_owned()),
    }
}

/// Sorts after everything due on a day: `~` comes after the `|` that follows the day.
fn end_of(day: Date) -> String {
    format!("1|{day}~")
}

/// The values all statements begin with: the unit, the person if there is one, and the part of the order.
fn values<'a>(query: &'a WorklistQuery, (from, to): (&'a str, &'a str)) -> Vec<Param<'a>> {
    let mut values = vec![Param::from(&query.unit)];
    match &query.owner {
        Owner::Unit => {}
        Owner::Person(person) | Owner::PersonOrNobody(person) => values.push(Param::from(person)),
    }
    values.extend([Param::from(from), Param::from(to)]);
    values
}

fn rows(conn: &mut Conn, query: &WorklistQuery) -> Result<Vec<WorklistRow>, StoreError> {
    let (from, to) = range(query.show);
    let Paging { offset, limit } = query.paging;
    let mut values = values(query, (&from, &to));
    if matches!(query.owner, Owner::PersonOrNobody(_)) {
        values.push(Param::from(limit.saturating_add(offset)));
    }
    values.extend([Param::from(limit), Param::from(offset)]);
    conn.list(rows_of(&query.owner), &values, |row| {
        Ok(WorklistRow {
            duty: duty_from(row, 0)?,
            header: header_row(row, 12)?,
        })
    })
}

/// Rows of an owner, after the values all statements begin with: how many of each of the two, how many, and from where.
fn rows_of(owner: &Owner) -> Sql {
    match owner {
        Owner::Unit => sql!(
            "SELECT
               d.rule, d.key, d.category, d.strength, d.owner_unit, d.owner_person, d.start_entry, d.opens, d.due,
               d.status, d.termin, d.document,
               h.pathway, h.head_seq, h.head_hash, h.case_number, h.kind, h.phase, h.home_municipality, h.termin,
               h.next_change, h.projection_version, h.closed, h.document
             FROM duty d
             JOIN pathway_header h ON h.pathway = d.pathway
             WHERE d.owner_unit = $1 AND d.sort >= $2 AND d.sort < $3
             ORDER BY d.sort, d.pathway, d.rule, d.key
             LIMIT $4 OFFSET $5"
        ),
        Owner::Person(_) => sql!(
            "SELECT
               d.rule, d.key, d.category, d.strength, d.owner_unit, d.owner_person, d.start_entry, d.opens, d.due,
               d.status, d.termin, d.document,
               h.pathway, h.head_seq, h.head_hash, h.case_number, h.kind, h.phase, h.home_municipality, h.termin,
               h.next_change, h.projection_version, h.closed, h.document
             FROM duty d
             JOIN pathway_header h ON h.pathway = d.pathway
             WHERE d.owner_unit = $1 AND d.owner_person = $2 AND d.sort >= $3 AND d.sort < $4
             ORDER BY d.sort, d.pathway, d.rule, d.key
             LIMIT $5 OFFSET $6"
        ),
        // Each of the two is a range of one index, and could fill the page alone.
        Owner::PersonOrNobody(_) => sql!(
            "SELECT
               d.rule, d.key, d.category, d.strength, d.owner_unit, d.owner_person, d.start_entry, d.opens, d.due,
               d.status, d.termin, d.document,
               h.pathway, h.head_seq, h.head_hash, h.case_number, h.kind, h.phase, h.home_municipality, h.termin,
               h.next_change, h.projection_version, h.closed, h.document
             FROM (
               SELECT pathway, rule, key FROM (
                 SELECT * FROM (
                   SELECT sort, pathway, rule, key FROM duty
                   WHERE owner_unit = $1 AND owner_person = $2 AND sort >= $3 AND sort < $4
                   ORDER BY sort, pathway, rule, key
                   LIMIT $5) AS own
                 UNION ALL
                 SELECT * FROM (
                   SELECT sort, pathway, rule, key FROM duty
                   WHERE owner_unit = $1 AND owner_person IS NULL AND sort >= $3 AND sort < $4
                   ORDER BY sort, pathway, rule, key
                   LIMIT $5) AS nobodys) AS both_of_them
               ORDER BY sort, pathway, rule, key
               LIMIT $6 OFFSET $7) AS found
             JOIN duty d ON d.pathway = found.pathway AND d.rule = found.rule AND d.key = found.key
             JOIN pathway_header h ON h.pathway = d.pathway
             ORDER BY d.sort, d.pathway, d.rule, d.key"
        ),
    }
}

fn count_tabs(conn: &mut Conn, query: &WorklistQuery) -> Result<WorklistCounts, StoreError> {
    let tomorrow = end_of(query.today);
    let next_week = end_of(query.week_end.max(query.today));
    let undated = format!("1|{NO_DATE}");
    Ok(WorklistCounts {
        overdue: count(conn, query, ("0", "1"))?,
        // From the very beginning: what fell due while nobody looked is still to be done today.
        today: count(conn, query, ("1", &tomorrow))?,
        week: count(conn, query, (&tomorrow, &next_week))?,
        later: count(conn, query, (&next_week, &undated))?,
        undated: count(conn, query, (&undated, "2"))?,
    })
}

fn count(conn: &mut Conn, query: &WorklistQuery, range: (&str, &str)) -> Result<Tally, StoreError> {
    let mut values = values(query, range);
    values.push(Param::from(query.count_to.saturating_add(1)));
    let statement = match &query.owner {
        Owner::Unit => sql!(
            "SELECT count(*) FROM (
               SELECT 1 FROM duty WHERE owner_unit = $1 AND sort >= $2 AND sort < $3 LIMIT $4) AS found"
        ),
        Owner::Person(_) => sql!(
            "SELECT count(*) FROM (
               SELECT 1 FROM duty WHERE owner_unit = $1 AND owner_person = $2 AND sort >= $3 AND sort < $4
               LIMIT $5) AS found"
        ),
        Owner::PersonOrNobody(_) => sql!(
            "SELECT count(*) FROM (
               SELECT 1 FROM duty WHERE owner_unit = $1 AND owner_person = $2 AND sort >= $3 AND sort < $4
               UNION ALL
               SELECT 1 FROM duty WHERE owner_unit = $1 AND owner_person IS NULL AND sort >= $3 AND sort < $4
               LIMIT $5) AS found"
        ),
    };
    let found = u64::try_from(conn.number(statement, &values)?).unwrap_or_default();
    Ok(Tally::of(found, query.count_to))
}
