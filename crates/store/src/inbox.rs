// SPDX-License-Identifier: EUPL-1.2
//! The two inboxes of a unit: notifications and referrals, open ones first, the soonest due at the top.

use crate::Store;
use crate::conn::{params, sql};
use crate::delta::inbox_from;
use crate::error::StoreError;
use crate::journal::header_row;
use crate::projection::{HeaderRow, InboxItem, InboxKind, Page, Paging};

/// Which lines of an inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InboxShow {
    /// Those the unit still has something to do with.
    Open,
    /// All there have been.
    All,
}

/// A question for an inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxQuery {
    /// The receiving unit.
    pub unit: String,
    /// Which inbox.
    pub kind: InboxKind,
    /// Which lines.
    pub show: InboxShow,
    /// Which page.
    pub paging: Paging,
}

/// A line of an inbox with the header of its pathway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxRow {
    /// The notification or referral.
    pub item: InboxItem,
    /// Its pathway.
    pub header: HeaderRow,
}

impl Store {
    /// One page of an inbox.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn inbox(&self, query: &InboxQuery) -> Result<Page<InboxRow>, StoreError> {
        // Open lines sort before `1`.
        let end = match query.show {
            InboxShow::Open => "1",
            InboxShow::All => "2",
        };
        self.snapshot(|conn| {
            let total = conn.number(
                sql!("SELECT count(*) FROM inbox WHERE unit = $1 AND kind = $2 AND sort < $3"),
                params![&query.unit, query.kind.code(), end],
            )?;
            let rows = conn.list(
                sql!(
                    "SELECT
                       i.kind, i.ref, i.unit, i.received, i.status, i.open, i.due, i.document,
                       h.pathway, h.head_seq, h.head_hash, h.case_number, h.kind, h.phase, h.home_municipality,
                       h.termin, h.next_change, h.projection_version, h.closed, h.document
                     FROM inbox i
                     JOIN pathway_header h ON h.pathway = i.pathway
                     WHERE i.unit = $1 AND i.kind = $2 AND i.sort < $3
                     ORDER BY i.sort, i.pathway, i.ref
                     LIMIT $4 OFFSET $5"
                ),
                params![&query.unit, query.kind.code(), end, query.paging.limit, query.paging.offset],
                |row| Ok(InboxRow { item: inbox_from(row, 0)?, header: header_row(row, 8)? }),
            )?;
            Ok(Page { rows, total: u64::try_from(total).unwrap_or_default() })
        })
    }
}
