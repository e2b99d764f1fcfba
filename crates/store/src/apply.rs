// SPDX-License-Identifier: EUPL-1.2
//! Writing an append: the checks that decide whether it may stand, then plain statements.

use crate::account::one;
use crate::append::{Append, Appended, PathwayAppend, PutRecord, Submission};
use crate::conn::{Conn, params, sql};
use crate::delta::{Prints, stored_prints};
use crate::error::StoreError;
use crate::key;
use crate::log::{ReadyLine, ready_lines, write_log};
use crate::outbox;
use crate::plan::{End, Place, Plan, Standing, standing};
use crate::projection::{Head, Header, Identifier, Projection};
use crate::{PersonIndex, PreparedEntry, Store};
use std::collections::BTreeSet;
use traad_domain::chain::Hash;

impl Store {
    /// Writes everything a use case has decided, or nothing. When it returns, it is durable.
    ///
    /// # Errors
    /// `Moved` when a journal has grown since it was read; `AlreadyDone` when the submission was carried out before;
    /// `Conflict` when a record's version is taken, an id or case number is in use, or an entry would be older than the
    /// one ahead of it.
    pub fn append(&self, append: Append) -> Result<Appended, StoreError> {
        let ready = Ready::of(append)?;
        self.write(move |conn| apply(conn, &ready))
    }

    /// What a form gave when it was sent before; none when it was not.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn submitted(&self, author: &str, id: &str) -> Result<Option<String>, StoreError> {
        self.query(|conn| find_result(conn, author, id))
    }

    /// Puts a new projection in the place of the old one because time has passed, without any new entry.
    ///
    /// # Errors
    /// `Moved` when the journal is no longer at `expected`: whoever moved it has derived it anew.
    pub fn replace_projection(
        &self,
        pathway: &str,
        expected: &Head,
        projection: Projection,
    ) -> Result<(), StoreError> {
        let (pathway, expected) = (pathway.to_owned(), expected.clone());
        let prints = Prints::of(&projection)?;
        self.write(move |conn| {
            let stands = standing(conn, &pathway)?.filter(|stands| stands.end.head == expected);
            let Some(stands) = stands else {
                return Err(StoreError::Moved {
                    pathway: pathway.clone(),
                });
            };
            same_case(&stands, &projection.header)?;
            update_header(
                conn,
                &pathway,
                &stands.end,
                (&projection.header, &prints.text),
            )?;
            prints.write(conn, &pathway, &stands.prints, &projection)
        })
    }
}

/// An append with all that can be worked out before its transaction begins.
#[derive(Debug, Clone)]
pub(crate) struct Ready {
    append: Append,
    /// One for each journal, in order.
    plans: Vec<Plan>,
    log: Vec<ReadyLine>,
}

impl Ready {
    pub(crate) fn of(mut append: Append) -> Result<Self, StoreError> {
        // One order for all, so that two transactions never wait for each other in a ring.
        append.pathways.sort_by(|a, b| a.pathway.cmp(&b.pathway));
        append
            .records
            .sort_by(|a, b| (&a.kind, &a.id).cmp(&(&b.kind, &b.id)));
        let plans = append
            .pathways
            .iter()
            .map(Plan::of)
            .collect::<Result<_, _>>()?;
        let log = ready_lines(std::mem::take(&mut append.log));
        Ok(Self { append, plans, log })
    }
}

pub(crate) fn apply(conn: &mut Conn, ready: &Ready) -> Result<Appended, StoreError> {
    let Ready { append, plans, log } = ready;
    // First of all: a form sent twice is answered as the first time, even though it has moved the journal itself.
    if let Some(submission) = &append.submission {
        insert_submission(conn, submission)?;
    }
    let mut heads = Vec::with_capacity(plans.len());
    for (wanted, plan) in append.pathways.iter().zip(plans) {
        heads.push((wanted.pathway.clone(), apply_pathway(conn, wanted, plan)?));
    }
    for record in &append.records {
        insert_record(conn, record)?;
    }
    outbox::write(conn, &append.silence, &append.outbox)?;
    for draft in &append.drop_drafts {
        conn.execute(
            sql!("DELETE FROM draft WHERE author = $1 AND form = $2 AND key = $3"),
            params![&draft.author, &draft.form, &draft.key],
        )?;
    }
    write_log(conn, log)?;
    Ok(Appended { heads })
}

fn insert_submission(conn: &mut Conn, submission: &Submission) -> Result<(), StoreError> {
    let new = conn.execute(
        sql!(
            "INSERT INTO submission (author, id, result, recorded) VALUES ($1, $2, $3, $4)
             ON CONFLICT (author, id) DO NOTHING"
        ),
        params![
            &submission.author,
            &submission.id,
            &submission.result,
            submission.recorded_ms
        ],
    )?;
    if new == 1 {
        return Ok(());
    }
    let result = find_result(conn, &submission.author, &submission.id)?
        .ok_or_else(|| StoreError::conflict("submission"))?;
    Err(StoreError::AlreadyDone { result })
}

fn find_result(conn: &mut Conn, author: &str, id: &str) -> Result<Option<String>, StoreError> {
    conn.find(
        sql!("SELECT result FROM submission WHERE author = $1 AND id = $2"),
        params![author, id],
        |row| row.text(0),
    )
}

fn apply_pathway(conn: &mut Conn, wanted: &PathwayAppend, plan: &Plan) -> Result<Head, StoreError> {
    let PathwayAppend {
        pathway,
        projection,
        ..
    } = wanted;
    let stands = standing(conn, pathway)?;
    let places = plan.places(wanted, stands.as_ref())?;
    let last = places.last().zip(wanted.entries.last());
    let end = match (last, &stands) {
        (Some((place, entry)), _) => End {
            head: Head {
                seq: place.seq,
                hash: place.hash.0.clone(),
            },
            recorded_ms: entry.recorded_ms,
        },
        (None, Some(stands)) => stands.end.clone(),
        (None, None) => {
            return Err(StoreError::conflict(
                "entry: a journal begins with an entry",
            ));
        }
    };
    let shown = (&projection.header, plan.prints.text.as_str());
    match &stands {
        None => insert_header(conn, pathway, &end, shown)?,
        Some(stands) => {
            same_case(stands, &projection.header)?;
            update_header(conn, pathway, &end, shown)?;
        }
    }
    for ((entry, place), digest) in wanted.entries.iter().zip(&*places).zip(&plan.digests) {
        insert_entry(conn, pathway, entry, (place, digest))?;
    }
    let stored = stands.as_ref().map_or("", |stands| stands.prints.as_str());
    plan.prints.write(conn, pathway, stored, projection)?;
    Ok(end.head)
}

fn same_case(stands: &Standing, header: &Header) -> Result<(), StoreError> {
    if stands.case_number == header.case_number {
        return Ok(());
    }
    Err(StoreError::conflict(
        "pathway_header.case_number: it is given once",
    ))
}

/// What a header shows, with the prints of its rows.
type Shown<'a> = (&'a Header, &'a str);

fn insert_header(
    conn: &mut Conn,
    pathway: &str,
    end: &End,
    shown: Shown<'_>,
) -> Result<(), StoreError> {
    let (header, prints) = shown;
    let termin = header.termin.map(|date| date.to_string());
    let new = conn.execute(
        sql!(
            "INSERT INTO pathway_header (
               pathway, head_seq, head_hash, head_recorded, case_number, kind, phase, home_municipality, termin,
               next_change, projection_version, closed, document, prints
             ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
             ON CONFLICT DO NOTHING"
        ),
        params![
            pathway,
            end.head.seq,
            &end.head.hash,
            end.recorded_ms,
            &header.case_number,
            &header.kind,
            &header.phase,
            &header.home_municipality,
            &termin,
            header.next_change_ms,
            header.version,
            header.closed,
            &header.document,
            prints,
        ],
    )?;
    if new == 1 {
        return Ok(());
    }
    // Somebody else has opened the same pathway at the same moment, or has the case number.
    match standing(conn, pathway)? {
        Some(_) => Err(StoreError::Moved {
            pathway: pathway.to_owned(),
        }),
        None => Err(StoreError::conflict("pathway_header.case_number")),
    }
}

fn update_header(
    conn: &mut Conn,
    pathway: &str,
    end: &End,
    shown: Shown<'_>,
) -> Result<(), StoreError> {
    let (header, prints) = shown;
    let termin = header.termin.map(|date| date.to_string());
    let touched = conn.execute(
        sql!(
            "UPDATE pathway_header SET
               head_seq = $1,
               head_hash = $2,
               head_recorded = $3,
               kind = $4,
               phase = $5,
               home_municipality = $6,
               termin = $7,
               next_change = $8,
               projection_version = $9,
               closed = $10,
               document = $11,
               prints = $12
             WHERE pathway = $13"
        ),
        params![
            end.head.seq,
            &end.head.hash,
            end.recorded_ms,
            &header.kind,
            &header.phase,
            &header.home_municipality,
            &termin,
            header.next_change_ms,
            header.version,
            header.closed,
            &header.document,
            prints,
            pathway,
        ],
    )?;
    one("pathway_header", touched)
}

fn insert_entry(
    conn: &mut Conn,
    pathway: &str,
    entry: &PreparedEntry,
    (place, digest): (&Place, &Hash),
) -> Result<(), StoreError> {
    conn.execute(
        sql!(
            "INSERT INTO entry (pathway, seq, id, recorded, prev, hash, digest, topic, document, salt)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        params![
            pathway,
            place.seq,
            &entry.id,
            entry.recorded_ms,
            &place.prev.0,
            &place.hash.0,
            &digest.0,
            &entry.topic,
            &entry.document,
            &entry.salt,
        ],
    )?;
    Ok(())
}

fn insert_record(conn: &mut Conn, record: &PutRecord) -> Result<(), StoreError> {
    let current = conn.number(
        sql!("SELECT coalesce(max(version), 0) FROM record WHERE kind = $1 AND id = $2"),
        params![&record.kind, &record.id],
    )?;
    if current != i64::from(record.expected_version) {
        return Err(StoreError::conflict("record"));
    }
    let new = conn.execute(
        sql!(
            "INSERT INTO record (kind, id, version, recorded, recorded_by, document)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (kind, id, version) DO NOTHING"
        ),
        params![
            &record.kind,
            &record.id,
            current + 1,
            record.recorded_ms,
            &record.recorded_by,
            &record.document,
        ],
    )?;
    if new != 1 {
        return Err(StoreError::conflict("record"));
    }
    record.index.as_ref().map_or(Ok(()), |index| {
        if record.expected_version > 0 {
            unindex_person(conn, &record.id)?;
        }
        index_person(conn, &record.id, index)
    })
}

fn unindex_person(conn: &mut Conn, person: &str) -> Result<(), StoreError> {
    conn.execute(
        sql!("DELETE FROM person_name WHERE person = $1"),
        params![person],
    )?;
    conn.execute(
        sql!("DELETE FROM person_identifier WHERE person = $1"),
        params![person],
    )?;
    Ok(())
}

fn index_person(conn: &mut Conn, person: &str, index: &PersonIndex) -> Result<(), StoreError> {
    let words: BTreeSet<String> = index
        .names
        .iter()
        .flat_map(|name| key::tokens(name))
        .collect();
    for token in &words {
        conn.execute(
            sql!("INSERT INTO person_name (token, person) VALUES ($1, $2)"),
            params![token, person],
        )?;
    }
    let numbers: BTreeSet<&Identifier> = index.identifiers.iter().collect();
    for number in numbers {
        conn.execute(
            sql!("INSERT INTO person_identifier (system, value, person) VALUES ($1, $2, $3)"),
            params![&number.system, &number.value, person],
        )?;
    }
    Ok(())
}

/// Writes the whole projection of a pathway at a known head, by the rows that are really there.
pub(crate) fn force_projection(
    conn: &mut Conn,
    pathway: &str,
    end: &End,
    projection: &Projection,
) -> Result<(), StoreError> {
    let prints = Prints::of(projection)?;
    let shown = (&projection.header, prints.text.as_str());
    match standing(conn, pathway)? {
        None => insert_header(conn, pathway, end, shown)?,
        Some(stands) if stands.end.head != end.head => {
            return Err(StoreError::Moved {
                pathway: pathway.to_owned(),
            });
        }
        Some(stands) => {
            same_case(&stands, &projection.header)?;
            update_header(conn, pathway, end, shown)?;
        }
    }
    let stored = stored_prints(conn, pathway)?;
    prints.write(conn, pathway, &stored, projection)
}
