// SPDX-License-Identifier: EUPL-1.2
//! The access log's part of `verify`.

use super::{Anchor, ProblemKind, VerifyReport};
use crate::conn::{Conn, params, sql};
use crate::error::StoreError;
use crate::log::{LogHead, LogRow, log_row};
use crate::projection::Head;

/// Lines read in one go.
const STEP: i64 = 2_000;

struct LogLine {
    row: LogRow,
    segment: String,
    seq: u32,
    prev: String,
    hash: String,
}

pub(super) fn check(
    conn: &mut Conn,
    anchor: Option<&Anchor>,
    report: &mut VerifyReport,
) -> Result<(), StoreError> {
    let mut end = LogHead::new(String::new());
    let mut ends: Vec<(String, Head)> = Vec::new();
    loop {
        let lines = next_lines(conn, &end)?;
        if lines.is_empty() {
            break;
        }
        for line in lines {
            if line.segment != end.segment {
                end = LogHead::new(line.segment.clone());
            }
            report.log_lines += 1;
            let right = end.next(line.row.at_ms, &line.row.digest());
            if line.seq != right.seq || line.prev != end.hash.0 || line.hash != right.hash.0 {
                let detail = "the line is changed, or one before it is missing";
                report.tell(
                    ProblemKind::LogBroken,
                    &place(&line.segment),
                    Some(line.seq),
                    detail,
                );
            }
            check_anchor(anchor, &line, report);
            end = LogHead {
                segment: line.segment,
                seq: line.seq,
                hash: chain_hash(line.hash),
            };
            match ends.last_mut() {
                Some((segment, head)) if *segment == end.segment => head.seq = end.seq,
                _ => ends.push((
                    end.segment.clone(),
                    Head {
                        seq: end.seq,
                        hash: String::new(),
                    },
                )),
            }
        }
    }
    for at in anchor.into_iter().flat_map(|anchor| &anchor.heads) {
        let Some(segment) = at.place.strip_prefix("log:") else {
            continue;
        };
        match ends.iter().find(|(known, _)| known == segment) {
            None => report.tell(
                ProblemKind::MissingSinceAnchor,
                &at.place,
                None,
                "the log segment is gone",
            ),
            Some((_, head)) if head.seq < at.head.seq => {
                let detail = format!("the segment had {} lines, it has {}", at.head.seq, head.seq);
                report.tell(ProblemKind::CutSinceAnchor, &at.place, None, detail);
            }
            Some(_) => {}
        }
    }
    Ok(())
}

fn check_anchor(anchor: Option<&Anchor>, line: &LogLine, report: &mut VerifyReport) {
    let place = place(&line.segment);
    let head = anchor.and_then(|anchor| anchor.head_of(&place));
    if head.is_some_and(|head| head.seq == line.seq && head.hash != line.hash) {
        let detail = "the segment has another past than the anchor";
        report.tell(
            ProblemKind::ChangedSinceAnchor,
            &place,
            Some(line.seq),
            detail,
        );
    }
}

fn place(segment: &str) -> String {
    format!("log:{segment}")
}

fn chain_hash(text: String) -> traad_domain::chain::Hash {
    traad_domain::chain::Hash(text)
}

fn next_lines(conn: &mut Conn, after: &LogHead) -> Result<Vec<LogLine>, StoreError> {
    conn.list(
        sql!(
            "SELECT
               at,
               employment,
               unit,
               function,
               action,
               pathways,
               purpose,
               reason,
               outcome,
               segment,
               seq,
               prev,
               hash
             FROM access_log
             WHERE (segment, seq) > ($1, $2)
             ORDER BY segment, seq
             LIMIT $3"
        ),
        params![&after.segment, after.seq, STEP],
        |row| {
            Ok(LogLine {
                row: log_row(row)?,
                segment: row.text(9)?,
                seq: row.seq(10)?,
                prev: row.text(11)?,
                hash: row.text(12)?,
            })
        },
    )
}
