// SPDX-License-Identifier: EUPL-1.2
//! Worklists: the live duties of a unit or a person, most urgent first, with a count for each tab.
//!
//! The order stands in the column `sort` (see `delta::duty`), so that every tab is a range of one index.

use crate::Store;
use crate::conn::{Conn, Param, Row, params, sql};
use crate::delta::{NO_DATE, duty_from};
use crate::error::StoreError;
use crate::filter::NameBounds;
use crate::journal::header_row;
use crate::projection::{Duty, HeaderRow, Page, Paging};
use jiff::civil::Date;

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
    /// Only this kind of information.
    pub category: Option<String>,
    /// Only pathways found by this name (beginnings of words; the three longest count).
    pub name: Option<String>,
    /// Today in Denmark, for the counts.
    pub today: Date,
    /// Last day of the week, for the counts.
    pub week_end: Date,
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

/// How many duties there are on each tab, whatever `show` says. No duty is counted twice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WorklistCounts {
    /// Overdue.
    pub overdue: u64,
    /// Due today.
    pub today: u64,
    /// Due after today and until the end of the week.
    pub week: u64,
    /// Due later.
    pub later: u64,
    /// Without a due time.
    pub undated: u64,
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
    pub fn worklist(
        &self,
        query: &WorklistQuery,
    ) -> Result<(Page<WorklistRow>, WorklistCounts), StoreError> {
        self.snapshot(|conn| {
            let counts = count_tabs(conn, query)?;
            let total = match query.show {
                Show::Live => {
                    counts.overdue + counts.today + counts.week + counts.later + counts.undated
                }
                Show::Overdue => counts.overdue,
                Show::Undated => counts.undated,
                // Not yet to be shown: no tab has a count of them, so that no page reads past what is to be done.
                Show::Scheduled | Show::Due { .. } => {
                    let (from, to) = range(query.show);
                    count(conn, query, (&from, &to))?
                }
            };
            Ok((
                Page {
                    rows: rows(conn, query)?,
                    total,
                },
                counts,
            ))
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

/// The values all statements share, from `$1`: unit, person, category, and three words with their ends.
fn shared<'a>(query: &'a WorklistQuery, bounds: &'a NameBounds) -> Vec<Param<'a>> {
    let person = match &query.owner {
        Owner::Unit => "",
        Owner::Person(person) | Owner::PersonOrNobody(person) => person,
    };
    let mut values = vec![
        Param::from(&query.unit),
        Param::from(person),
        Param::from(query.category.as_deref().unwrap_or_default()),
    ];
    for at in 0..3 {
        let (from, to) = bounds.word(at);
        values.extend([Param::from(from), Param::from(to)]);
    }
    values
}

fn bounds(query: &WorklistQuery) -> NameBounds {
    NameBounds::of(query.name.as_deref().unwrap_or_default())
}

fn rows(conn: &mut Conn, query: &WorklistQuery) -> Result<Vec<WorklistRow>, StoreError> {
    let (bounds, (from, to)) = (bounds(query), range(query.show));
    let mut values = shared(query, &bounds);
    values.extend([
        Param::from(&from),
        Param::from(&to),
        Param::from(query.paging.limit),
        Param::from(query.paging.offset),
    ]);
    match &query.owner {
        Owner::Person(_) => rows_of_person(conn, &values),
        Owner::Unit | Owner::PersonOrNobody(_) => rows_of_unit(conn, &values),
    }
}

fn rows_of_unit(conn: &mut Conn, values: &[Param<'_>]) -> Result<Vec<WorklistRow>, StoreError> {
    conn.list(
        sql!(
            "SELECT
               d.rule, d.key, d.category, d.strength, d.owner_unit, d.owner_person, d.start_entry, d.opens, d.due,
               d.status, d.termin, d.document,
               h.pathway, h.head_seq, h.head_hash, h.case_number, h.kind, h.phase, h.home_municipality, h.termin,
               h.next_change, h.projection_version, h.closed, h.document
             FROM duty d
             JOIN pathway_header h ON h.pathway = d.pathway
             WHERE d.owner_unit = $1
               AND ($2 = '' OR d.owner_person = $2 OR d.owner_person IS NULL)
               AND ($3 = '' OR d.category = $3)
               AND ($4 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = d.pathway AND n.token >= $4 AND n.token < $5))
               AND ($6 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = d.pathway AND n.token >= $6 AND n.token < $7))
               AND ($8 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = d.pathway AND n.token >= $8 AND n.token < $9))
               AND d.sort >= $10 AND d.sort < $11
             ORDER BY d.sort, d.pathway, d.rule, d.key
             LIMIT $12 OFFSET $13"
        ),
        values,
        worklist_row,
    )
}

fn rows_of_person(conn: &mut Conn, values: &[Param<'_>]) -> Result<Vec<WorklistRow>, StoreError> {
    conn.list(
        sql!(
            "SELECT
               d.rule, d.key, d.category, d.strength, d.owner_unit, d.owner_person, d.start_entry, d.opens, d.due,
               d.status, d.termin, d.document,
               h.pathway, h.head_seq, h.head_hash, h.case_number, h.kind, h.phase, h.home_municipality, h.termin,
               h.next_change, h.projection_version, h.closed, h.document
             FROM duty d
             JOIN pathway_header h ON h.pathway = d.pathway
             WHERE d.owner_unit = $1
               AND d.owner_person = $2
               AND ($3 = '' OR d.category = $3)
               AND ($4 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = d.pathway AND n.token >= $4 AND n.token < $5))
               AND ($6 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = d.pathway AND n.token >= $6 AND n.token < $7))
               AND ($8 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = d.pathway AND n.token >= $8 AND n.token < $9))
               AND d.sort >= $10 AND d.sort < $11
             ORDER BY d.sort, d.pathway, d.rule, d.key
             LIMIT $12 OFFSET $13"
        ),
        values,
        worklist_row,
    )
}

fn worklist_row(row: &Row<'_>) -> Result<WorklistRow, StoreError> {
    Ok(WorklistRow {
        duty: duty_from(row, 0)?,
        header: header_row(row, 12)?,
    })
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

/// A count that nothing narrows reads one index and compares little: a large unit has thousands of rows, and every page
/// shows how many.
fn count_all(
    conn: &mut Conn,
    query: &WorklistQuery,
    (from, to): (&str, &str),
) -> Result<i64, StoreError> {
    match &query.owner {
        Owner::Unit => conn.number(
            sql!("SELECT count(*) FROM duty WHERE owner_unit = $1 AND sort >= $2 AND sort < $3"),
            params![&query.unit, from, to],
        ),
        Owner::Person(person) => conn.number(
            sql!(
                "SELECT count(*) FROM duty
                 WHERE owner_unit = $1 AND owner_person = $2 AND sort >= $3 AND sort < $4"
            ),
            params![&query.unit, person, from, to],
        ),
        Owner::PersonOrNobody(person) => conn.number(
            sql!(
                "SELECT count(*) FROM duty
                 WHERE owner_unit = $1 AND (owner_person = $2 OR owner_person IS NULL) AND sort >= $3 AND sort < $4"
            ),
            params![&query.unit, person, from, to],
        ),
    }
}

fn count(conn: &mut Conn, query: &WorklistQuery, range: (&str, &str)) -> Result<u64, StoreError> {
    let bounds = bounds(query);
    if query.category.is_none() && bounds.is_empty() {
        return Ok(u64::try_from(count_all(conn, query, range)?).unwrap_or_default());
    }
    let mut values = shared(query, &bounds);
    values.extend([Param::from(range.0), Param::from(range.1)]);
    let statement = match &query.owner {
        Owner::Person(_) => sql!(
            "SELECT count(*) FROM duty d
             WHERE d.owner_unit = $1
               AND d.owner_person = $2
               AND ($3 = '' OR d.category = $3)
               AND ($4 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = d.pathway AND n.token >= $4 AND n.token < $5))
               AND ($6 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = d.pathway AND n.token >= $6 AND n.token < $7))
               AND ($8 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = d.pathway AND n.token >= $8 AND n.token < $9))
               AND d.sort >= $10 AND d.sort < $11"
        ),
        Owner::Unit | Owner::PersonOrNobody(_) => sql!(
            "SELECT count(*) FROM duty d
             WHERE d.owner_unit = $1
               AND ($2 = '' OR d.owner_person = $2 OR d.owner_person IS NULL)
               AND ($3 = '' OR d.category = $3)
               AND ($4 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = d.pathway AND n.token >= $4 AND n.token < $5))
               AND ($6 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = d.pathway AND n.token >= $6 AND n.token < $7))
               AND ($8 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = d.pathway AND n.token >= $8 AND n.token < $9))
               AND d.sort >= $10 AND d.sort < $11"
        ),
    };
    Ok(u64::try_from(conn.number(statement, &values)?).unwrap_or_default())
}
