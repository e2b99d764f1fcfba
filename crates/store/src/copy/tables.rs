// SPDX-License-Identifier: EUPL-1.2
//! The tables a whole copy holds, with the statements that read and write them.
//!
//! A copy is restored into the schema it was made from and then migrated, so a line stays as it is when a later migration
//! changes its table: what is added gets a line of its own with the number of the schema that first had it.

use crate::conn::{Sql, sql};

/// One table in a copy.
pub(super) struct Table {
    pub(super) name: &'static str,
    /// The first schema that has it.
    pub(super) since: u32,
    pub(super) read: Sql,
    pub(super) write: Sql,
}

/// Tables a copy leaves out: who is logged in or about to be does not outlive the database, and the list of migrations is
/// made anew.
#[cfg(test)]
pub(super) const LEFT_OUT: [&str; 3] = ["session", "login_attempt", "migration"];

/// All the others.
pub(super) const TABLES: &[Table] = &[
    Table {
        name: "meta",
        since: 1,
        read: sql!(
            "SELECT key, value
             FROM meta"
        ),
        write: sql!(
            "INSERT INTO meta (key, value)
             VALUES ($1, $2)"
        ),
    },
    Table {
        name: "entry",
        since: 1,
        read: sql!(
            "SELECT pathway, seq, id, recorded, prev, hash, digest, topic, document, salt
             FROM entry"
        ),
        write: sql!(
            "INSERT INTO entry (pathway, seq, id, recorded, prev, hash, digest, topic, document, salt)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
    },
    Table {
        name: "erasure",
        since: 1,
        read: sql!(
            "SELECT entry, pathway, erased_by, recorded
             FROM erasure"
        ),
        write: sql!(
            "INSERT INTO erasure (entry, pathway, erased_by, recorded)
             VALUES ($1, $2, $3, $4)"
        ),
    },
    Table {
        name: "pathway_header",
        since: 1,
        read: sql!(
            "SELECT pathway, head_seq, head_hash, head_recorded, case_number, kind, phase, home_municipality,
               termin, next_change, projection_version, closed, document, prints
             FROM pathway_header"
        ),
        write: sql!(
            "INSERT INTO pathway_header (pathway, head_seq, head_hash, head_recorded, case_number, kind, phase, home_municipality,
               termin, next_change, projection_version, closed, document, prints)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
    },
    Table {
        name: "pathway_unit",
        since: 1,
        read: sql!(
            "SELECT pathway, unit
             FROM pathway_unit"
        ),
        write: sql!(
            "INSERT INTO pathway_unit (pathway, unit)
             VALUES ($1, $2)"
        ),
    },
    Table {
        name: "duty",
        since: 1,
        read: sql!(
            "SELECT pathway, rule, key, category, strength, owner_unit, owner_person, start_entry, opens, due,
               status, termin, sort, document
             FROM duty"
        ),
        write: sql!(
            "INSERT INTO duty (pathway, rule, key, category, strength, owner_unit, owner_person, start_entry, opens, due,
               status, termin, sort, document)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
    },
    Table {
        name: "inbox",
        since: 1,
        read: sql!(
            "SELECT pathway, kind, ref, unit, received, status, open, due, sort, document
             FROM inbox"
        ),
        write: sql!(
            "INSERT INTO inbox (pathway, kind, ref, unit, received, status, open, due, sort, document)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
    },
    Table {
        name: "search_name",
        since: 1,
        read: sql!(
            "SELECT token, pathway
             FROM search_name"
        ),
        write: sql!(
            "INSERT INTO search_name (token, pathway)
             VALUES ($1, $2)"
        ),
    },
    Table {
        name: "search_identifier",
        since: 1,
        read: sql!(
            "SELECT system, value, pathway
             FROM search_identifier"
        ),
        write: sql!(
            "INSERT INTO search_identifier (system, value, pathway)
             VALUES ($1, $2, $3)"
        ),
    },
    Table {
        name: "record",
        since: 1,
        read: sql!(
            "SELECT kind, id, version, recorded, recorded_by, document
             FROM record"
        ),
        write: sql!(
            "INSERT INTO record (kind, id, version, recorded, recorded_by, document)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
    },
    Table {
        name: "person_name",
        since: 1,
        read: sql!(
            "SELECT token, person
             FROM person_name"
        ),
        write: sql!(
            "INSERT INTO person_name (token, person)
             VALUES ($1, $2)"
        ),
    },
    Table {
        name: "person_identifier",
        since: 1,
        read: sql!(
            "SELECT system, value, person
             FROM person_identifier"
        ),
        write: sql!(
            "INSERT INTO person_identifier (system, value, person)
             VALUES ($1, $2, $3)"
        ),
    },
    Table {
        name: "account",
        since: 1,
        read: sql!(
            "SELECT username, password_hash, staff, failed, locked_until
             FROM account"
        ),
        write: sql!(
            "INSERT INTO account (username, password_hash, staff, failed, locked_until)
             VALUES ($1, $2, $3, $4, $5)"
        ),
    },
    Table {
        name: "provider_user",
        since: 5,
        read: sql!(
            "SELECT issuer, subject, staff, linked
             FROM provider_user"
        ),
        write: sql!(
            "INSERT INTO provider_user (issuer, subject, staff, linked)
             VALUES ($1, $2, $3, $4)"
        ),
    },
    Table {
        name: "second_factor",
        since: 5,
        read: sql!(
            "SELECT username, secret, confirmed, last_step
             FROM second_factor"
        ),
        write: sql!(
            "INSERT INTO second_factor (username, secret, confirmed, last_step)
             VALUES ($1, $2, $3, $4)"
        ),
    },
    Table {
        name: "draft",
        since: 1,
        read: sql!(
            "SELECT author, form, key, document, saved, expires
             FROM draft"
        ),
        write: sql!(
            "INSERT INTO draft (author, form, key, document, saved, expires)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
    },
    Table {
        name: "submission",
        since: 1,
        read: sql!(
            "SELECT author, id, result, recorded
             FROM submission"
        ),
        write: sql!(
            "INSERT INTO submission (author, id, result, recorded)
             VALUES ($1, $2, $3, $4)"
        ),
    },
    Table {
        name: "outbox",
        since: 1,
        read: sql!(
            "SELECT id, kind, document, created, sent
             FROM outbox"
        ),
        write: sql!(
            "INSERT INTO outbox (id, kind, document, created, sent)
             VALUES ($1, $2, $3, $4, $5)"
        ),
    },
    Table {
        name: "outbox_about",
        since: 6,
        read: sql!(
            "SELECT message, recipient, pathway, entry, attempts, due, problem
             FROM outbox_about"
        ),
        write: sql!(
            "INSERT INTO outbox_about (message, recipient, pathway, entry, attempts, due, problem)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
    },
    Table {
        name: "notice_choice",
        since: 6,
        read: sql!(
            "SELECT recipient, address, scope, chosen, told
             FROM notice_choice"
        ),
        write: sql!(
            "INSERT INTO notice_choice (recipient, address, scope, chosen, told)
             VALUES ($1, $2, $3, $4, $5)"
        ),
    },
    Table {
        name: "overdue_notice",
        since: 2,
        read: sql!(
            "SELECT unit, pathway, rule, key, due, seen
             FROM overdue_notice"
        ),
        write: sql!(
            "INSERT INTO overdue_notice (unit, pathway, rule, key, due, seen)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
    },
    Table {
        name: "access_log",
        since: 1,
        read: sql!(
            "SELECT segment, seq, at, employment, unit, function, action, pathways, purpose, reason, outcome,
               prev, hash
             FROM access_log"
        ),
        write: sql!(
            "INSERT INTO access_log (segment, seq, at, employment, unit, function, action, pathways, purpose, reason, outcome,
               prev, hash)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        ),
    },
    Table {
        name: "log_pathway",
        since: 4,
        read: sql!(
            "SELECT pathway, at, segment, seq
             FROM log_pathway"
        ),
        write: sql!(
            "INSERT INTO log_pathway (pathway, at, segment, seq)
             VALUES ($1, $2, $3, $4)"
        ),
    },
];
