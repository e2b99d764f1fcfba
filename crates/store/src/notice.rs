// SPDX-License-Identifier: EUPL-1.2
//! Notices that a duty became overdue: one for each duty and unit, written in the transaction in which its row became so,
//! and there until the unit's leader has seen it (row S2-033, scenario A04).

use crate::Store;
use crate::conn::{Conn, params, sql};
use crate::error::StoreError;
use crate::projection::Duty;

/// A duty that became overdue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OverdueNotice {
    /// The pathway.
    pub pathway: String,
    /// The rule.
    pub rule: String,
    /// Which instance.
    pub key: String,
}

/// Tells of a duty whose row has just become overdue, unless it was told before.
pub(crate) fn tell(conn: &mut Conn, pathway: &str, duty: &Duty) -> Result<(), StoreError> {
    conn.execute(
        sql!(
            "INSERT INTO overdue_notice (unit, pathway, rule, key, due, seen)
             VALUES ($1, $2, $3, $4, $5, NULL)
             ON CONFLICT (unit, pathway, rule, key) DO NOTHING"
        ),
        params![
            &duty.owner_unit,
            pathway,
            &duty.rule,
            &duty.key,
            duty.due_ms.unwrap_or_default(),
        ],
    )?;
    Ok(())
}

impl Store {
    /// What the leader of a unit has not seen, by pathway.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_overdue_unseen(&self, unit: &str) -> Result<Vec<OverdueNotice>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       pathway,
                       rule,
                       key
                     FROM overdue_notice
                     WHERE unit = $1 AND seen IS NULL
                     ORDER BY pathway, rule, key"
                ),
                params![unit],
                |row| {
                    Ok(OverdueNotice {
                        pathway: row.text(0)?,
                        rule: row.text(1)?,
                        key: row.text(2)?,
                    })
                },
            )
        })
    }

    /// The leader of a unit has seen everything there is.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn update_overdue_seen(&self, unit: &str, now_ms: i64) -> Result<(), StoreError> {
        let unit = unit.to_owned();
        self.write(move |conn| {
            conn.execute(
                sql!("UPDATE overdue_notice SET seen = $1 WHERE unit = $2 AND seen IS NULL"),
                params![now_ms, &unit],
            )
            .map(drop)
        })
    }
}
