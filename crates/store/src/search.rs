// SPDX-License-Identifier: EUPL-1.2
//! Finding pathways. A unit finds only pathways of which it may see at least one entry: the restriction is in every
//! statement, so that neither rows nor totals tell of others.

use crate::Store;
use crate::conn::{Conn, params, sql};
use crate::error::StoreError;
use crate::filter::NameBounds;
use crate::journal::header_row;
use crate::projection::{HeaderRow, Identifier, Page, Paging};

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchBy {
    /// Everything the unit may find.
    All,
    /// A name: every word must begin a word of a name the pathway is found by. The three longest words count. Nothing
    /// but signs finds nothing.
    Name(String),
    /// A case number, exactly as it is stored.
    CaseNumber(String),
    /// A number of a person, exactly.
    Identifier(Identifier),
}

/// A question for pathways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchQuery {
    /// The unit that asks.
    pub unit: String,
    /// What for.
    pub by: SearchBy,
    /// Which page.
    pub paging: Paging,
}

impl Store {
    /// One page of pathways: open ones first, by termin, those without one last, then by case number.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn search(&self, query: &SearchQuery) -> Result<Page<HeaderRow>, StoreError> {
        self.snapshot(|conn| match &query.by {
            SearchBy::All => all(conn, query),
            SearchBy::Name(name) => by_name(conn, query, &NameBounds::of(name)),
            SearchBy::CaseNumber(number) => by_case_number(conn, query, number),
            SearchBy::Identifier(number) => by_identifier(conn, query, number),
        })
    }
}

fn all(conn: &mut Conn, query: &SearchQuery) -> Result<Page<HeaderRow>, StoreError> {
    let total = conn.number(
        sql!("SELECT count(*) FROM pathway_unit WHERE unit = $1"),
        params![&query.unit],
    )?;
    let rows = conn.list(
        sql!(
            "SELECT
               h.pathway, h.head_seq, h.head_hash, h.case_number, h.kind, h.phase, h.home_municipality, h.termin,
               h.next_change, h.projection_version, h.closed, h.document
             FROM pathway_unit u
             JOIN pathway_header h ON h.pathway = u.pathway
             WHERE u.unit = $1
             ORDER BY h.closed, coalesce(h.termin, '9999-12-31'), h.case_number
             LIMIT $2 OFFSET $3"
        ),
        params![&query.unit, query.paging.limit, query.paging.offset],
        |row| header_row(row, 0),
    )?;
    Ok(page(rows, total))
}

fn by_name(
    conn: &mut Conn,
    query: &SearchQuery,
    bounds: &NameBounds,
) -> Result<Page<HeaderRow>, StoreError> {
    if bounds.is_empty() {
        return Ok(page(Vec::new(), 0));
    }
    // From the unit's own pathways to their words: a common name costs no more in a large installation than in a small
    // one.
    let ((from, to), (from2, to2), (from3, to3)) = (bounds.word(0), bounds.word(1), bounds.word(2));
    let total = conn.number(
        sql!(
            "SELECT count(*)
             FROM pathway_unit u
             WHERE u.unit = $1
               AND EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = u.pathway AND n.token >= $2 AND n.token < $3)
               AND ($4 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = u.pathway AND n.token >= $4 AND n.token < $5))
               AND ($6 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = u.pathway AND n.token >= $6 AND n.token < $7))"
        ),
        params![&query.unit, from, to, from2, to2, from3, to3],
    )?;
    let rows = conn.list(
        sql!(
            "SELECT
               h.pathway, h.head_seq, h.head_hash, h.case_number, h.kind, h.phase, h.home_municipality, h.termin,
               h.next_change, h.projection_version, h.closed, h.document
             FROM pathway_unit u
             JOIN pathway_header h ON h.pathway = u.pathway
             WHERE u.unit = $1
               AND EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = u.pathway AND n.token >= $2 AND n.token < $3)
               AND ($4 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = u.pathway AND n.token >= $4 AND n.token < $5))
               AND ($6 = '' OR EXISTS (
                 SELECT 1 FROM search_name n WHERE n.pathway = u.pathway AND n.token >= $6 AND n.token < $7))
             ORDER BY h.closed, coalesce(h.termin, '9999-12-31'), h.case_number
             LIMIT $8 OFFSET $9"
        ),
        params![&query.unit, from, to, from2, to2, from3, to3, query.paging.limit, query.paging.offset],
        |row| header_row(row, 0),
    )?;
    Ok(page(rows, total))
}

fn by_case_number(
    conn: &mut Conn,
    query: &SearchQuery,
    number: &str,
) -> Result<Page<HeaderRow>, StoreError> {
    let rows = conn.list(
        sql!(
            "SELECT
               h.pathway, h.head_seq, h.head_hash, h.case_number, h.kind, h.phase, h.home_municipality, h.termin,
               h.next_change, h.projection_version, h.closed, h.document
             FROM pathway_header h
             JOIN pathway_unit u ON u.pathway = h.pathway AND u.unit = $1
             WHERE h.case_number = $2"
        ),
        params![&query.unit, number],
        |row| header_row(row, 0),
    )?;
    let total = rows.len();
    Ok(page(first_page(rows, query.paging), total))
}

fn by_identifier(
    conn: &mut Conn,
    query: &SearchQuery,
    number: &Identifier,
) -> Result<Page<HeaderRow>, StoreError> {
    let rows = conn.list(
        sql!(
            "SELECT
               h.pathway, h.head_seq, h.head_hash, h.case_number, h.kind, h.phase, h.home_municipality, h.termin,
               h.next_change, h.projection_version, h.closed, h.document
             FROM search_identifier s
             JOIN pathway_unit u ON u.pathway = s.pathway AND u.unit = $1
             JOIN pathway_header h ON h.pathway = s.pathway
             WHERE s.system = $2 AND s.value = $3
             ORDER BY h.closed, coalesce(h.termin, '9999-12-31'), h.case_number"
        ),
        params![&query.unit, &number.system, &number.value],
        |row| header_row(row, 0),
    )?;
    let total = rows.len();
    Ok(page(first_page(rows, query.paging), total))
}

/// An exact number gives few rows; they are counted and cut here.
fn first_page(rows: Vec<HeaderRow>, paging: Paging) -> Vec<HeaderRow> {
    rows.into_iter()
        .skip(paging.offset as usize)
        .take(paging.limit as usize)
        .collect()
}

fn page<N: TryInto<u64>>(rows: Vec<HeaderRow>, total: N) -> Page<HeaderRow> {
    Page {
        rows,
        total: total.try_into().unwrap_or_default(),
    }
}

impl Store {
    /// Persons with a number, exactly; usually one, several when identities have been joined. The caller decides who may
    /// know that a person exists.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_persons_by_identifier(
        &self,
        number: &Identifier,
    ) -> Result<Vec<String>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!("SELECT person FROM person_identifier WHERE system = $1 AND value = $2 ORDER BY person"),
                params![&number.system, &number.value],
                |row| row.text(0),
            )
        })
    }

    /// Persons by name, as [`SearchBy::Name`]. The caller decides who may know that a person exists.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_persons_by_name(&self, name: &str, limit: u32) -> Result<Vec<String>, StoreError> {
        let bounds = NameBounds::of(name);
        if bounds.is_empty() {
            return Ok(Vec::new());
        }
        let ((from, to), (from2, to2), (from3, to3)) =
            (bounds.word(0), bounds.word(1), bounds.word(2));
        self.query(|conn| {
            let statement = sql!(
                "SELECT DISTINCT f.person
                 FROM person_name f
                 WHERE f.token >= $1 AND f.token < $2
                   AND ($3 = '' OR EXISTS (
                     SELECT 1 FROM person_name n WHERE n.person = f.person AND n.token >= $3 AND n.token < $4))
                   AND ($5 = '' OR EXISTS (
                     SELECT 1 FROM person_name n WHERE n.person = f.person AND n.token >= $5 AND n.token < $6))
                 ORDER BY f.person
                 LIMIT $7"
            );
            conn.list(statement, params![from, to, from2, to2, from3, to3, limit], |row| row.text(0))
        })
    }

    /// Journals about whoever has a number, whatever name or number the units that take part know. The caller decides who may
    /// know that one exists.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_pathways_by_number(&self, number: &Identifier) -> Result<Vec<String>, StoreError> {
        self.query(|conn| {
            // Headers are looked through for the person: rare enough to need no index.
            conn.list(
                sql!(
                    "SELECT h.pathway
                     FROM person_identifier i
                     JOIN pathway_header h ON h.document LIKE '%' || i.person || '%'
                     WHERE i.system = $1 AND i.value = $2
                     ORDER BY h.pathway"
                ),
                params![&number.system, &number.value],
                |row| row.text(0),
            )
        })
    }
}
