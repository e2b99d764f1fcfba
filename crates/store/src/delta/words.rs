// SPDX-License-Identifier: EUPL-1.2
//! The rows of a projection that are nothing but a key: units, search words, identifiers.

use crate::conn::{Conn, params, sql};
use crate::error::StoreError;
use crate::projection::Identifier;

pub(crate) fn read_units(conn: &mut Conn, pathway: &str) -> Result<Vec<String>, StoreError> {
    conn.list(
        sql!("SELECT unit FROM pathway_unit WHERE pathway = $1 ORDER BY unit"),
        params![pathway],
        |row| row.text(0),
    )
}

pub(super) fn put_unit(conn: &mut Conn, pathway: &str, unit: &str) -> Result<(), StoreError> {
    conn.execute(
        sql!("INSERT INTO pathway_unit (pathway, unit) VALUES ($1, $2) ON CONFLICT DO NOTHING"),
        params![pathway, unit],
    )
    .map(drop)
}

pub(super) fn drop_unit(conn: &mut Conn, pathway: &str, unit: &str) -> Result<(), StoreError> {
    conn.execute(
        sql!("DELETE FROM pathway_unit WHERE pathway = $1 AND unit = $2"),
        params![pathway, unit],
    )
    .map(drop)
}

pub(crate) fn read_words(conn: &mut Conn, pathway: &str) -> Result<Vec<String>, StoreError> {
    conn.list(
        sql!("SELECT token FROM search_name WHERE pathway = $1 ORDER BY token"),
        params![pathway],
        |row| row.text(0),
    )
}

pub(super) fn put_word(conn: &mut Conn, pathway: &str, token: &str) -> Result<(), StoreError> {
    conn.execute(
        sql!("INSERT INTO search_name (pathway, token) VALUES ($1, $2) ON CONFLICT DO NOTHING"),
        params![pathway, token],
    )
    .map(drop)
}

pub(super) fn drop_word(conn: &mut Conn, pathway: &str, token: &str) -> Result<(), StoreError> {
    conn.execute(
        sql!("DELETE FROM search_name WHERE pathway = $1 AND token = $2"),
        params![pathway, token],
    )
    .map(drop)
}

pub(crate) fn read_identifiers(
    conn: &mut Conn,
    pathway: &str,
) -> Result<Vec<Identifier>, StoreError> {
    conn.list(
        sql!(
            "SELECT system, value FROM search_identifier WHERE pathway = $1 ORDER BY system, value"
        ),
        params![pathway],
        |row| {
            Ok(Identifier {
                system: row.text(0)?,
                value: row.text(1)?,
            })
        },
    )
}

pub(super) fn put_identifier(
    conn: &mut Conn,
    pathway: &str,
    number: &Identifier,
) -> Result<(), StoreError> {
    conn.execute(
        sql!(
            "INSERT INTO search_identifier (pathway, system, value) VALUES ($1, $2, $3)
             ON CONFLICT DO NOTHING"
        ),
        params![pathway, &number.system, &number.value],
    )
    .map(drop)
}

pub(super) fn drop_identifier(
    conn: &mut Conn,
    pathway: &str,
    system: &str,
    value: &str,
) -> Result<(), StoreError> {
    conn.execute(
        sql!("DELETE FROM search_identifier WHERE pathway = $1 AND system = $2 AND value = $3"),
        params![pathway, system, value],
    )
    .map(drop)
}
