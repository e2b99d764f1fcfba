// SPDX-License-Identifier: EUPL-1.2
//! Inbox rows. The column `sort` puts open ones first, the soonest due at the top, and the rest by newest received.

use crate::conn::{Conn, Row, params, sql};
use crate::error::StoreError;
use crate::projection::{InboxItem, InboxKind};

pub(crate) fn sort_key(item: &InboxItem) -> String {
    if item.open {
        format!(
            "0|{:020}|{:020}",
            item.due_ms.unwrap_or(i64::MAX),
            item.received_ms
        )
    } else {
        format!("1|{:020}", i64::MAX.saturating_sub(item.received_ms))
    }
}

/// The inbox lines of a pathway, each with its place in the order.
pub(crate) fn read_inbox(
    conn: &mut Conn,
    pathway: &str,
) -> Result<Vec<(InboxItem, String)>, StoreError> {
    conn.list(
        sql!(
            "SELECT
               kind,
               ref,
               unit,
               received,
               status,
               open,
               due,
               document,
               sort
             FROM inbox
             WHERE pathway = $1
             ORDER BY kind, ref, unit"
        ),
        params![pathway],
        |row| Ok((inbox_from(row, 0)?, row.text(8)?)),
    )
}

/// Reads the eight columns of an inbox line from column `at` on.
pub(crate) fn inbox_from(row: &Row<'_>, at: usize) -> Result<InboxItem, StoreError> {
    let (kind, reference) = (row.text(at)?, row.text(at + 1)?);
    Ok(InboxItem {
        kind: InboxKind::from_code(&kind)
            .ok_or_else(|| StoreError::corrupt("inbox", &reference, format!("kind `{kind}`")))?,
        reference,
        unit: row.text(at + 2)?,
        received_ms: row.int(at + 3)?,
        status: row.text(at + 4)?,
        open: row.flag(at + 5)?,
        due_ms: row.maybe_int(at + 6)?,
        document: row.text(at + 7)?,
    })
}

/// Takes a line away, by kind, reference and unit.
pub(super) fn drop(conn: &mut Conn, pathway: &str, key: [&str; 3]) -> Result<(), StoreError> {
    let [kind, reference, unit] = key;
    conn.execute(
        sql!("DELETE FROM inbox WHERE pathway = $1 AND kind = $2 AND ref = $3 AND unit = $4"),
        params![pathway, kind, reference, unit],
    )?;
    Ok(())
}

pub(super) fn put(conn: &mut Conn, pathway: &str, item: &InboxItem) -> Result<(), StoreError> {
    let sort = sort_key(item);
    conn.execute(
        sql!(
            "INSERT INTO inbox (pathway, kind, ref, unit, received, status, open, due, sort, document)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ON CONFLICT (pathway, kind, ref, unit) DO UPDATE SET
               received = excluded.received,
               status = excluded.status,
               open = excluded.open,
               due = excluded.due,
               sort = excluded.sort,
               document = excluded.document"
        ),
        params![
            pathway,
            item.kind.code(),
            &item.reference,
            &item.unit,
            item.received_ms,
            &item.status,
            item.open,
            item.due_ms,
            &sort,
            &item.document,
        ],
    )?;
    Ok(())
}
