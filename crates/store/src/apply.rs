// SPDX-License-Identifier: EUPL-1.2
//! Writing an append: the checks that decide whether it may stand, then plain statements.

use crate::append::{Append, Appended, Outgoing, PathwayAppend, PutRecord, Submission};
use crate::conn::{Conn, params, sql};
use crate::delta::Changes;
use crate::error::StoreError;
use crate::key;
use crate::log::write_log;
use crate::plan::{Guard, Place, Plan, find_result, plan, plan_all, replan, standing};
use crate::projection::{Head, Header, Identifier, Projection};
use crate::{PersonIndex, PreparedEntry, Store};
use std::collections::BTreeSet;

/// The constraint that keeps case numbers apart.
const CASE_NUMBER: &str = "pathway_header.case_number";

impl Store {
    /// Writes everything a use case has decided, or nothing. When it returns, it is durable.
    ///
    /// # Errors
    /// `Moved` when a journal has grown since it was read; `AlreadyDone` when the submission was carried out before;
    /// `Conflict` when a record's version is taken, an id or case number is in use, or an entry would be older than the
    /// one ahead of it.
    pub fn append(&self, mut append: Append) -> Result<Appended, StoreError> {
        append.pathways.sort_by(|a, b| a.pathway.cmp(&b.pathway));
        append
            .records
            .sort_by(|a, b| (&a.kind, &a.id).cmp(&(&b.kind, &b.id)));
        if let Some(outcome) = self.write_alone(|conn| {
            let plans = plan_all(conn, &append)?;
            apply(conn, &append, &plans)
        }) {
            return outcome;
        }
        let plans = self.query(|conn| plan_all(conn, &append))?;
        self.write(move |conn| apply(conn, &append, &plans))
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
        let ready = self.query(|conn| replan(conn, &pathway, &expected, &projection))?;
        self.write(move |conn| {
            if update_header(conn, &pathway, &ready, &projection.header)? {
                return ready.changes.apply(conn, &pathway);
            }
            let again = replan(conn, &pathway, &expected, &projection)?;
            if update_header(conn, &pathway, &again, &projection.header)? {
                return again.changes.apply(conn, &pathway);
            }
            Err(StoreError::Moved {
                pathway: pathway.clone(),
            })
        })
    }
}

pub(crate) fn apply(
    conn: &mut Conn,
    append: &Append,
    plans: &[Plan],
) -> Result<Appended, StoreError> {
    if let Some(submission) = &append.submission {
        insert_submission(conn, submission)?;
    }
    let mut heads = Vec::with_capacity(plans.len());
    for (wanted, ready) in append.pathways.iter().zip(plans) {
        heads.push((wanted.pathway.clone(), apply_pathway(conn, wanted, ready)?));
    }
    for record in &append.records {
        insert_record(conn, record)?;
    }
    for message in &append.outbox {
        insert_outgoing(conn, message)?;
    }
    for draft in &append.drop_drafts {
        conn.execute(
            sql!("DELETE FROM draft WHERE author = $1 AND form = $2 AND key = $3"),
            params![&draft.author, &draft.form, &draft.key],
        )?;
    }
    write_log(conn, &append.log)?;
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

fn apply_pathway(
    conn: &mut Conn,
    wanted: &PathwayAppend,
    ready: &Plan,
) -> Result<Head, StoreError> {
    if place_header(conn, wanted, ready)? {
        write_pathway(conn, wanted, ready)?;
        return Ok(ready.head.clone());
    }
    // The ticker has renewed the projection in between, or the journal has moved; the second plan tells which.
    let again = plan(conn, wanted)?;
    if !place_header(conn, wanted, &again)? {
        return Err(match again.guard {
            Guard::New => StoreError::conflict(CASE_NUMBER),
            Guard::Stands { .. } => StoreError::Moved {
                pathway: wanted.pathway.clone(),
            },
        });
    }
    write_pathway(conn, wanted, &again)?;
    Ok(again.head)
}

fn place_header(conn: &mut Conn, wanted: &PathwayAppend, ready: &Plan) -> Result<bool, StoreError> {
    match ready.guard {
        Guard::New => insert_header(conn, &wanted.pathway, ready, &wanted.projection.header),
        Guard::Stands { .. } => {
            update_header(conn, &wanted.pathway, ready, &wanted.projection.header)
        }
    }
}

fn write_pathway(conn: &mut Conn, wanted: &PathwayAppend, ready: &Plan) -> Result<(), StoreError> {
    for (entry, place) in wanted.entries.iter().zip(&ready.places) {
        insert_entry(conn, &wanted.pathway, entry, place)?;
    }
    ready.changes.apply(conn, &wanted.pathway)
}

/// False when the pathway, or the case number, is there already.
fn insert_header(
    conn: &mut Conn,
    pathway: &str,
    ready: &Plan,
    header: &Header,
) -> Result<bool, StoreError> {
    let termin = header.termin.map(|date| date.to_string());
    let new = conn.execute(
        sql!(
            "INSERT INTO pathway_header (
               pathway, head_seq, head_hash, revision, case_number, kind, phase, home_municipality, termin,
               next_change, projection_version, closed, document, prints
             ) VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
             ON CONFLICT DO NOTHING"
        ),
        params![
            pathway,
            ready.head.seq,
            &ready.head.hash,
            &header.case_number,
            &header.kind,
            &header.phase,
            &header.home_municipality,
            &termin,
            header.next_change_ms,
            header.version,
            header.closed,
            &header.document,
            &ready.changes.prints,
        ],
    )?;
    Ok(new == 1)
}

/// False when the pathway no longer stands where the plan found it.
fn update_header(
    conn: &mut Conn,
    pathway: &str,
    ready: &Plan,
    header: &Header,
) -> Result<bool, StoreError> {
    let Guard::Stands {
        head: before,
        revision,
    } = &ready.guard
    else {
        return Ok(false);
    };
    let termin = header.termin.map(|date| date.to_string());
    let touched = conn.execute(
        sql!(
            "UPDATE pathway_header SET
               head_seq = $1,
               head_hash = $2,
               revision = revision + 1,
               kind = $3,
               phase = $4,
               home_municipality = $5,
               termin = $6,
               next_change = $7,
               projection_version = $8,
               closed = $9,
               document = $10,
               prints = $11
             WHERE pathway = $12 AND head_seq = $13 AND head_hash = $14 AND revision = $15"
        ),
        params![
            ready.head.seq,
            &ready.head.hash,
            &header.kind,
            &header.phase,
            &header.home_municipality,
            &termin,
            header.next_change_ms,
            header.version,
            header.closed,
            &header.document,
            &ready.changes.prints,
            pathway,
            before.seq,
            &before.hash,
            *revision,
        ],
    )?;
    Ok(touched == 1)
}

fn insert_entry(
    conn: &mut Conn,
    pathway: &str,
    entry: &PreparedEntry,
    place: &Place,
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
            &place.digest.0,
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
    record
        .index
        .as_ref()
        .map_or(Ok(()), |index| index_person(conn, &record.id, index))
}

fn index_person(conn: &mut Conn, person: &str, index: &PersonIndex) -> Result<(), StoreError> {
    conn.execute(
        sql!("DELETE FROM person_name WHERE person = $1"),
        params![person],
    )?;
    conn.execute(
        sql!("DELETE FROM person_identifier WHERE person = $1"),
        params![person],
    )?;
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

fn insert_outgoing(conn: &mut Conn, message: &Outgoing) -> Result<(), StoreError> {
    conn.execute(
        sql!("INSERT INTO outbox (id, kind, document, created) VALUES ($1, $2, $3, $4)"),
        params![
            &message.id,
            &message.kind,
            &message.document,
            message.created_ms
        ],
    )?;
    Ok(())
}

/// Writes the whole projection of a pathway at a known head, by what is really stored.
pub(crate) fn force_projection(
    conn: &mut Conn,
    pathway: &str,
    head: &Head,
    projection: &Projection,
) -> Result<(), StoreError> {
    let changes = Changes::against_stored(conn, pathway, projection)?;
    if standing(conn, pathway)?.is_none() {
        let ready = Plan {
            guard: Guard::New,
            head: head.clone(),
            places: Vec::new(),
            changes,
        };
        if !insert_header(conn, pathway, &ready, &projection.header)? {
            return Err(StoreError::conflict(CASE_NUMBER));
        }
        return ready.changes.apply(conn, pathway);
    }
    let ready = Plan {
        changes,
        ..replan(conn, pathway, head, projection)?
    };
    if update_header(conn, pathway, &ready, &projection.header)? {
        return ready.changes.apply(conn, pathway);
    }
    Err(StoreError::Moved {
        pathway: pathway.to_owned(),
    })
}
