// SPDX-License-Identifier: EUPL-1.2
//! What a change is called in the log.

use super::log_row;
use crate::ctx::Ctx;
use traad_domain::body::Body;
use traad_domain::entry::NewEntry;
use traad_domain::id::{PathwayId, RefId};
use traad_store::LogRow;

/// A change as the log names it: consents and access of another kind by their own name, all else as writing.
pub(super) struct Deed {
    action: &'static str,
    purpose: Option<String>,
    reason: String,
}

impl Deed {
    pub(super) fn of(entries: &[(PathwayId, NewEntry)]) -> Self {
        let named = entries
            .iter()
            .find_map(|(_, entry)| Self::named(&entry.body));
        named.unwrap_or_else(|| Self::own("write"))
    }

    fn own(action: &'static str) -> Self {
        Self {
            action,
            purpose: None,
            reason: "own-unit".to_owned(),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the rest of the kinds are writing"
    )]
    fn named(body: &Body) -> Option<Self> {
        let emergency = |action, reference: &RefId| Self {
            action,
            purpose: Some("emergency".to_owned()),
            reason: format!("break-glass:{reference}"),
        };
        Some(match body {
            Body::ConsentGiven(_)
            | Body::ConsentRefused(_)
            | Body::ConsentNotPossible(_)
            | Body::ConsentExtended(_)
            | Body::ConsentWithdrawn(_) => Self::own("consent"),
            Body::EmergencyOpened(b) => emergency("break-glass", &b.reference),
            Body::EmergencyEnded(b) => emergency("break-glass-ended", &b.reference),
            Body::EmergencyReviewed(_) => Self::own("break-glass-reviewed"),
            Body::SupervisionOpened(b) => Self {
                action: "supervision",
                purpose: Some(format!("supervision:{}", b.purpose.code())),
                reason: format!("supervision:{}", b.reference),
            },
            _ => return None,
        })
    }

    pub(super) fn row(self, ctx: &Ctx, pathways: &[PathwayId]) -> LogRow {
        let row = log_row(ctx, self.action, pathways, Ok(&self.reason));
        LogRow {
            purpose: self.purpose.unwrap_or(row.purpose),
            ..row
        }
    }
}
