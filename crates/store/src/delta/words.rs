// SPDX-License-Identifier: EUPL-1.2
//! The plain sets of a projection: units, search words, identifiers.

use super::Delta;
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

pub(super) fn apply_units(
    conn: &mut Conn,
    pathway: &str,
    delta: &Delta<String>,
) -> Result<(), StoreError> {
    for unit in &delta.drop {
        conn.execute(
            sql!("DELETE FROM pathway_unit WHERE pathway = $1 AND unit = $2"),
            params![pathway, unit],
        )?;
    }
    for unit in &delta.put {
        conn.execute(
            sql!("INSERT INTO pathway_unit (pathway, unit) VALUES ($1, $2) ON CONFLICT DO NOTHING"),
            params![pathway, unit],
        )?;
    }
    Ok(())
}

pub(crate) fn read_words(conn: &mut Conn, pathway: &str) -> Result<Vec<String>, StoreError> {
    conn.list(
        sql!("SELECT token FROM search_name WHERE pathway = $1 ORDER BY token"),
        params![pathway],
        |row| row.text(0),
    )
}

pub(super) fn apply_words(
    conn: &mut Conn,
    pathway: &str,
    delta: &Delta<String>,
) -> Result<(), StoreError> {
    for token in &delta.drop {
        conn.execute(
            sql!("DELETE FROM search_name WHERE pathway = $1 AND token = $2"),
            params![pathway, token],
        )?;
    }
    for token in &delta.put {
        conn.execute(
            sql!("INSERT INTO search_name (pathway, token) VALUES ($1, $2) ON CONFLICT DO NOTHING"),
            params![pathway, token],
        )?;
    }
    Ok(())
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

pub(super) fn apply_identifiers(
    conn: &mut Conn,
    pathway: &str,
    delta: &Delta<Identifier>,
) -> Result<(), StoreError> {
    for number in &delta.drop {
        conn.execute(
            sql!("DELETE FROM search_identifier WHERE pathway = $1 AND system = $2 AND value = $3"),
            params![pathway, &number.system, &number.value],
        )?;
    }
    for number in &delta.put {
        conn.execute(
            sql!(
                "INSERT INTO search_identifier (pathway, system, value) VALUES ($1, $2, $3)
                 ON CONFLICT DO NOTHING"
            ),
            params![pathway, &number.system, &number.value],
        )?;
    }
    Ok(())
}
