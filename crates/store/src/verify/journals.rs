// SPDX-License-Identifier: EUPL-1.2
//! The journals' part of `verify`: one pass over all entries in order, one journal in memory at a time.

use super::{Anchor, Inspect, ProblemKind, VerifyReport};
use crate::conn::{Conn, Row, params, sql};
use crate::error::StoreError;
use crate::projection::Head;
use std::collections::BTreeSet;
use traad_domain::chain::{self, Hash};

/// Entries read in one go.
const STEP: i64 = 2_000;

struct EntryRow {
    pathway: String,
    seq: u32,
    id: String,
    recorded_ms: i64,
    prev: String,
    hash: String,
    digest: String,
    topic: Option<String>,
    document: Option<String>,
    salt: Option<String>,
}

/// What is known of the journal that is being read.
struct Reading {
    pathway: String,
    /// The last entry read.
    end: Head,
    recorded_ms: i64,
    /// Empty entries: id and place.
    empty: Vec<(String, u32)>,
    /// Entries said to be erased.
    erased: BTreeSet<String>,
    /// What the anchor says, until the entry it speaks of has been read.
    anchored: Option<Head>,
}

pub(super) fn check(
    conn: &mut Conn,
    inspect: &Inspect<'_>,
    anchor: Option<&Anchor>,
    report: &mut VerifyReport,
) -> Result<(), StoreError> {
    let mut met = BTreeSet::new();
    let mut reading: Option<Reading> = None;
    let (mut pathway, mut seq) = (String::new(), 0);
    loop {
        let rows = next_rows(conn, &pathway, seq)?;
        let Some(last) = rows.last() else { break };
        (pathway, seq) = (last.pathway.clone(), last.seq);
        for row in &rows {
            if reading
                .as_ref()
                .is_none_or(|journal| journal.pathway != row.pathway)
            {
                if let Some(done) = reading.take() {
                    finish(conn, &done, report)?;
                }
                if anchor.is_some() {
                    met.insert(row.pathway.clone());
                }
                reading = Some(Reading::of(&row.pathway, anchor));
            }
            if let Some(journal) = &mut reading {
                journal.take(row, inspect, report);
            }
        }
    }
    if let Some(done) = reading {
        finish(conn, &done, report)?;
    }
    headers_without_entries(conn, report)?;
    for at in anchor.into_iter().flat_map(|anchor| &anchor.heads) {
        if !at.place.starts_with("log:") && !met.contains(&at.place) {
            report.tell(
                ProblemKind::MissingSinceAnchor,
                &at.place,
                None,
                "the journal in the anchor is gone",
            );
        }
    }
    Ok(())
}

impl Reading {
    fn of(pathway: &str, anchor: Option<&Anchor>) -> Self {
        Self {
            pathway: pathway.to_owned(),
            end: Head {
                seq: 0,
                hash: Hash::genesis().0,
            },
            recorded_ms: i64::MIN,
            empty: Vec::new(),
            erased: BTreeSet::new(),
            anchored: anchor.and_then(|anchor| anchor.head_of(pathway)).cloned(),
        }
    }

    fn take(&mut self, row: &EntryRow, inspect: &Inspect<'_>, report: &mut VerifyReport) {
        report.entries += 1;
        self.check_place(row, report);
        self.check_document(row, inspect, report);
        if let Some(anchored) = self.anchored.take_if(|anchored| anchored.seq == row.seq)
            && anchored.hash != row.hash
        {
            let detail = "the journal has another past than the anchor";
            report.tell(
                ProblemKind::ChangedSinceAnchor,
                &row.pathway,
                Some(row.seq),
                detail,
            );
        }
        self.recorded_ms = row.recorded_ms;
        self.end = Head {
            seq: row.seq,
            hash: row.hash.clone(),
        };
    }

    fn check_place(&self, row: &EntryRow, report: &mut VerifyReport) {
        let mut tell = |kind, detail| report.tell(kind, &row.pathway, Some(row.seq), detail);
        if row.seq != self.end.seq.saturating_add(1) {
            tell(
                ProblemKind::EntryMissing,
                "an entry before this one is missing",
            );
        }
        let header = chain::Header {
            pathway: &row.pathway,
            seq: row.seq,
            id: &row.id,
            recorded_ms: row.recorded_ms,
        };
        let hash = chain::link(&Hash(row.prev.clone()), header, &Hash(row.digest.clone()));
        if row.prev != self.end.hash || row.hash != hash.0 {
            tell(
                ProblemKind::LinkBroken,
                "the entry does not follow from the one before it",
            );
        }
        if row.recorded_ms < self.recorded_ms {
            tell(
                ProblemKind::OutOfOrder,
                "the entry is older than the one before it",
            );
        }
    }

    fn check_document(&mut self, row: &EntryRow, inspect: &Inspect<'_>, report: &mut VerifyReport) {
        let (Some(document), Some(salt)) = (&row.document, &row.salt) else {
            self.empty.push((row.id.clone(), row.seq));
            return;
        };
        let mut tell = |kind, detail: &str| report.tell(kind, &row.pathway, Some(row.seq), detail);
        if chain::digest(salt, document).0 != row.digest {
            tell(
                ProblemKind::DocumentChanged,
                "the document is not what was written",
            );
        }
        match inspect(document) {
            Ok(inspected) => {
                if inspected.topic != row.topic {
                    tell(
                        ProblemKind::TopicChanged,
                        "the topic is not what the document says",
                    );
                }
                self.erased.extend(inspected.erases);
            }
            Err(reason) => {
                tell(
                    ProblemKind::Unreadable,
                    &format!("the document cannot be read: {reason}"),
                );
            }
        }
    }
}

fn finish(conn: &mut Conn, journal: &Reading, report: &mut VerifyReport) -> Result<(), StoreError> {
    report.journals += 1;
    for (id, seq) in &journal.empty {
        if journal.erased.contains(id) {
            report.erased += 1;
        } else {
            let detail = "the entry is empty and nothing says that it was erased";
            report.tell(
                ProblemKind::EmptyWithoutErasure,
                &journal.pathway,
                Some(*seq),
                detail,
            );
        }
    }
    if let Some(anchored) = &journal.anchored {
        let detail = format!(
            "the journal had {} entries, it has {}",
            anchored.seq, journal.end.seq
        );
        report.tell(ProblemKind::CutSinceAnchor, &journal.pathway, None, detail);
    }
    let stored = conn.find(
        sql!("SELECT head_seq, head_hash FROM pathway_header WHERE pathway = $1"),
        params![&journal.pathway],
        |row| {
            Ok(Head {
                seq: row.seq(0)?,
                hash: row.text(1)?,
            })
        },
    )?;
    match stored {
        None => report.tell(
            ProblemKind::HeaderMissing,
            &journal.pathway,
            None,
            "the header is missing",
        ),
        Some(head) if head != journal.end => {
            let detail = format!(
                "the header says {} entries, there are {}",
                head.seq, journal.end.seq
            );
            report.tell(ProblemKind::HeadDiffers, &journal.pathway, None, detail);
        }
        Some(_) => {}
    }
    Ok(())
}

fn next_rows(conn: &mut Conn, pathway: &str, seq: u32) -> Result<Vec<EntryRow>, StoreError> {
    conn.list(
        sql!(
            "SELECT
               pathway,
               seq,
               id,
               recorded,
               prev,
               hash,
               digest,
               topic,
               document,
               salt
             FROM entry
             WHERE (pathway, seq) > ($1, $2)
             ORDER BY pathway, seq
             LIMIT $3"
        ),
        params![pathway, seq, STEP],
        entry_row,
    )
}

fn entry_row(row: &Row<'_>) -> Result<EntryRow, StoreError> {
    Ok(EntryRow {
        pathway: row.text(0)?,
        seq: row.seq(1)?,
        id: row.text(2)?,
        recorded_ms: row.int(3)?,
        prev: row.text(4)?,
        hash: row.text(5)?,
        digest: row.text(6)?,
        topic: row.maybe_text(7)?,
        document: row.maybe_text(8)?,
        salt: row.maybe_text(9)?,
    })
}

fn headers_without_entries(conn: &mut Conn, report: &mut VerifyReport) -> Result<(), StoreError> {
    let lonely = conn.list(
        sql!(
            "SELECT pathway FROM pathway_header h
             WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.pathway = h.pathway)
             ORDER BY pathway"
        ),
        &[],
        |row| row.text(0),
    )?;
    for pathway in lonely {
        report.tell(
            ProblemKind::JournalMissing,
            &pathway,
            None,
            "there is a header but no entry",
        );
    }
    Ok(())
}
