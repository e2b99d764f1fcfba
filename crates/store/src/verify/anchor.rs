// SPDX-License-Identifier: EUPL-1.2
//! Anchors: where every journal and log segment ended at a moment, written out to a place of its own.

use crate::Store;
use crate::conn::{params, sql};
use crate::error::StoreError;
use crate::projection::Head;
use std::fmt::Write as _;
use traad_domain::chain;

/// First line of an anchor file.
const TITLE: &str = "traad anchor 1";

/// Heads read from the database in one go.
const STEP: i64 = 10_000;

/// Where one journal or log segment ended.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct AnchoredHead {
    /// The pathway id, or `log:` and the segment.
    pub place: String,
    /// Its end.
    pub head: Head,
}

/// Where everything ended at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// All ends, in the order of their places.
    pub heads: Vec<AnchoredHead>,
    /// One hash over all of them: short enough to print, read aloud or send to somebody else.
    pub root: String,
}

/// Why a text is not an anchor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnchorError {
    /// The first line is another.
    #[error("the file is not an anchor: it must begin with `{TITLE}`")]
    NotAnAnchor,
    /// A line cannot be read.
    #[error("line {line} of the anchor cannot be read")]
    Line {
        /// Its number, from 1.
        line: usize,
    },
    /// The root does not fit the lines.
    #[error("the anchor was changed: its root does not fit its lines")]
    RootDiffers,
}

impl Anchor {
    pub(crate) fn over(mut heads: Vec<AnchoredHead>) -> Self {
        heads.sort();
        let all = heads
            .iter()
            .map(|at| (at.place.as_str(), at.head.seq, at.head.hash.as_str()));
        let root = chain::root(all).0;
        Self { heads, root }
    }

    /// The anchor as text, a line for each end and the root last.
    pub fn to_text(&self) -> String {
        let mut text = format!("{TITLE}\n");
        for at in &self.heads {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{} {} {}", at.head.seq, at.head.hash, at.place);
        }
        let _ = writeln!(text, "root {}", self.root);
        text
    }

    /// Reads what [`Anchor::to_text`] wrote.
    ///
    /// # Errors
    /// When the text is no anchor or was changed.
    pub fn parse(text: &str) -> Result<Self, AnchorError> {
        let mut lines = text.lines().enumerate();
        if lines.next().map(|(_, line)| line.trim()) != Some(TITLE) {
            return Err(AnchorError::NotAnAnchor);
        }
        let (mut heads, mut root) = (Vec::new(), None);
        for (at, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            let bad = AnchorError::Line { line: at + 1 };
            if let Some(hash) = line.strip_prefix("root ") {
                root = Some(hash.trim().to_owned());
                continue;
            }
            let mut parts = line.splitn(3, ' ');
            let (Some(seq), Some(hash), Some(place)) = (parts.next(), parts.next(), parts.next())
            else {
                return Err(bad);
            };
            let seq = seq.parse().map_err(|_| bad)?;
            heads.push(AnchoredHead {
                place: place.to_owned(),
                head: Head {
                    seq,
                    hash: hash.to_owned(),
                },
            });
        }
        let anchor = Self::over(heads);
        if root.as_ref() != Some(&anchor.root) {
            return Err(AnchorError::RootDiffers);
        }
        Ok(anchor)
    }

    pub(crate) fn head_of(&self, place: &str) -> Option<&Head> {
        let at = self
            .heads
            .binary_search_by(|at| at.place.as_str().cmp(place))
            .ok()?;
        self.heads.get(at).map(|at| &at.head)
    }
}

impl Store {
    /// Where every journal and every segment of the access log ends now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn anchor(&self) -> Result<Anchor, StoreError> {
        self.snapshot(|conn| {
            let mut heads: Vec<AnchoredHead> = Vec::new();
            let mut after = String::new();
            loop {
                let some = conn.list(
                    sql!(
                        "SELECT
                           pathway,
                           head_seq,
                           head_hash
                         FROM pathway_header
                         WHERE pathway > $1
                         ORDER BY pathway
                         LIMIT $2"
                    ),
                    params![&after, STEP],
                    |row| {
                        let head = Head {
                            seq: row.seq(1)?,
                            hash: row.text(2)?,
                        };
                        Ok(AnchoredHead {
                            place: row.text(0)?,
                            head,
                        })
                    },
                )?;
                let Some(last) = some.last() else { break };
                after.clone_from(&last.place);
                heads.extend(some);
            }
            heads.extend(conn.list(
                sql!(
                    "SELECT
                       l.segment,
                       l.seq,
                       l.hash
                     FROM access_log l
                     JOIN (SELECT segment, max(seq) AS seq FROM access_log GROUP BY segment) last
                       ON last.segment = l.segment AND last.seq = l.seq
                     ORDER BY l.segment"
                ),
                &[],
                |row| {
                    let head = Head {
                        seq: row.seq(1)?,
                        hash: row.text(2)?,
                    };
                    Ok(AnchoredHead {
                        place: format!("log:{}", row.text(0)?),
                        head,
                    })
                },
            )?);
            Ok(Anchor::over(heads))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_read_as_it_was_written_and_a_change_is_seen() {
        let at = |place: &str, seq| AnchoredHead {
            place: place.into(),
            head: Head {
                seq,
                hash: "ab".into(),
            },
        };
        let anchor = Anchor::over(vec![at("q", 2), at("log:s 1", 9), at("p", 1)]);
        let text = anchor.to_text();
        assert_eq!(Anchor::parse(&text).as_ref(), Ok(&anchor));
        assert_eq!(anchor.head_of("log:s 1").map(|head| head.seq), Some(9));
        assert_eq!(
            Anchor::parse(&text.replace("2 ab q\n", "")),
            Err(AnchorError::RootDiffers)
        );
        assert_eq!(
            Anchor::parse(&text.replace("2 ab q", "two ab q")),
            Err(AnchorError::Line { line: 4 })
        );
        assert_eq!(Anchor::parse("hello"), Err(AnchorError::NotAnAnchor));
    }
}
