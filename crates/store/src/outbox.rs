// SPDX-License-Identifier: EUPL-1.2
//! Messages that wait to be sent, and who has chosen to be told where. A message that waits goes away with the pathway, the
//! entry or the recipient it is about; once it is sent nothing is left of whom it was for.
//!
//! Sending is at least once: whoever sends claims a recipient for a while. When the program ends in between, the messages are
//! tried again when that while is over.

use crate::Store;
use crate::append::{Outgoing, Silence};
use crate::conn::{Conn, Row, params, sql};
use crate::error::StoreError;

/// How long a message that was sent is kept: 30 days. A proposal, `docs/guides/retention.md`.
pub(crate) const KEPT_MS: i64 = 30 * 24 * 3_600_000;

/// When a message that was given up is tried again.
const NEVER: i64 = i64::MAX;

/// Who has chosen to be told, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeChoice {
    /// Who, by an id.
    pub recipient: String,
    /// Where.
    pub address: String,
    /// Of how much, as a code.
    pub scope: String,
    /// When it was chosen, milliseconds UTC.
    pub chosen_ms: i64,
    /// When something was last sent there.
    pub told_ms: Option<i64>,
}

/// What one recipient is to be told, claimed for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// Who.
    pub recipient: String,
    /// Until when nobody else tries, milliseconds UTC.
    pub until_ms: i64,
    /// How often it has been tried, this time among them.
    pub attempts: u32,
    /// Each message with its pathway and its entry, the oldest first.
    pub messages: Vec<(String, String, String)>,
}

/// How it stands with what waits for one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Who.
    pub recipient: String,
    /// How often it has been tried.
    pub attempts: u32,
    /// What went wrong last, as a code.
    pub problem: Option<String>,
    /// Whether it is tried no more.
    pub given_up: bool,
}

impl Store {
    /// Messages that have not been sent, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_unsent(&self, limit: u32) -> Result<Vec<String>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       id
                     FROM outbox
                     WHERE sent IS NULL
                     ORDER BY created, id
                     LIMIT $1"
                ),
                params![limit],
                |row| row.text(0),
            )
        })
    }

    /// Claims what is due for some recipients, those who have waited longest first, until an instant.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn claim_messages(
        &self,
        (now_ms, until_ms): (i64, i64),
        limit: u32,
    ) -> Result<Vec<Claimed>, StoreError> {
        self.write(move |conn| {
            let waiting = conn.list(
                sql!(
                    "SELECT
                       recipient
                     FROM outbox_about
                     WHERE due <= $1
                     GROUP BY recipient
                     ORDER BY min(due), recipient
                     LIMIT $2"
                ),
                params![now_ms, limit],
                |row| row.text(0),
            )?;
            let mut claimed = Vec::new();
            for recipient in waiting {
                claimed.extend(claim(conn, recipient, (now_ms, until_ms))?);
            }
            Ok(claimed)
        })
    }

    /// What was claimed was sent. Nothing is left of whom it was for but when the recipient was last told; what was given up
    /// for the same one before is settled with it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn update_sent(&self, claimed: &Claimed, sent_ms: i64) -> Result<(), StoreError> {
        let (recipient, until) = (claimed.recipient.clone(), claimed.until_ms);
        self.write(move |conn| {
            conn.execute(
                sql!(
                    "UPDATE outbox SET sent = $1 WHERE id IN (
                       SELECT message FROM outbox_about WHERE recipient = $2 AND due IN ($3, $4)
                     )"
                ),
                params![sent_ms, &recipient, until, NEVER],
            )?;
            conn.execute(
                sql!("DELETE FROM outbox_about WHERE recipient = $1 AND due IN ($2, $3)"),
                params![&recipient, until, NEVER],
            )?;
            conn.execute(
                sql!("UPDATE notice_choice SET told = $1 WHERE recipient = $2"),
                params![sent_ms, &recipient],
            )
            .map(drop)
        })
    }

    /// What was claimed could not be sent: it is tried again at an instant, or never.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn update_unsent(
        &self,
        claimed: &Claimed,
        (problem, again_ms): (&str, Option<i64>),
    ) -> Result<(), StoreError> {
        let (recipient, until) = (claimed.recipient.clone(), claimed.until_ms);
        let problem = problem.to_owned();
        self.write(move |conn| {
            conn.execute(
                sql!(
                    "UPDATE outbox_about SET due = $1, problem = $2
                     WHERE recipient = $3 AND due = $4"
                ),
                params![again_ms.unwrap_or(NEVER), &problem, &recipient, until],
            )
            .map(drop)
        })
    }

    /// One message is not to be sent after all.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn delete_message(&self, message: &str) -> Result<(), StoreError> {
        let message = message.to_owned();
        self.write(move |conn| {
            conn.execute(sql!("DELETE FROM outbox WHERE id = $1"), params![&message])?;
            conn.execute(
                sql!("DELETE FROM outbox_about WHERE message = $1"),
                params![&message],
            )
            .map(drop)
        })
    }

    /// How it stands with all that waits, by recipient.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn list_waiting(&self) -> Result<Vec<Waiting>, StoreError> {
        self.query(|conn| {
            conn.list(
                sql!(
                    "SELECT
                       recipient,
                       max(attempts),
                       max(problem),
                       max(due)
                     FROM outbox_about
                     GROUP BY recipient
                     ORDER BY recipient"
                ),
                &[],
                |row| {
                    Ok(Waiting {
                        recipient: row.text(0)?,
                        attempts: row.seq(1)?,
                        problem: row.maybe_text(2)?,
                        given_up: row.int(3)? == NEVER,
                    })
                },
            )
        })
    }

    /// Where somebody has chosen to be told.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find_notice_choice(&self, recipient: &str) -> Result<Option<NoticeChoice>, StoreError> {
        self.query(|conn| {
            conn.find(
                sql!(
                    "SELECT
                       recipient,
                       address,
                       scope,
                       chosen,
                       told
                     FROM notice_choice
                     WHERE recipient = $1"
                ),
                params![recipient],
                choice,
            )
        })
    }

    /// Somebody chooses to be told. What was given up before is tried again.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn put_notice_choice(&self, choice: &NoticeChoice) -> Result<(), StoreError> {
        let choice = choice.clone();
        self.write(move |conn| {
            conn.execute(
                sql!(
                    "INSERT INTO notice_choice (recipient, address, scope, chosen) VALUES ($1, $2, $3, $4)
                     ON CONFLICT (recipient) DO UPDATE SET
                       address = excluded.address,
                       scope = excluded.scope,
                       chosen = excluded.chosen"
                ),
                params![&choice.recipient, &choice.address, &choice.scope, choice.chosen_ms],
            )?;
            conn.execute(
                sql!("UPDATE outbox_about SET due = $1, attempts = 0, problem = NULL WHERE recipient = $2"),
                params![choice.chosen_ms, &choice.recipient],
            )
            .map(drop)
        })
    }

    /// Somebody is told no more; what waits is not sent.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn delete_notice_choice(&self, recipient: &str) -> Result<(), StoreError> {
        let silence = [Silence::Recipient(recipient.to_owned())];
        self.write(move |conn| write(conn, &silence, &[]))
    }
}

/// Takes messages back and puts new ones there, in the transaction of what causes it.
pub(crate) fn write(
    conn: &mut Conn,
    silence: &[Silence],
    messages: &[Outgoing],
) -> Result<(), StoreError> {
    for one in silence {
        match one {
            Silence::Pathway(pathway) => forget_pathway(conn, pathway)?,
            Silence::Recipient(recipient) => forget_recipient(conn, recipient)?,
        }
    }
    messages
        .iter()
        .try_for_each(|message| insert(conn, message))
}

fn insert(conn: &mut Conn, message: &Outgoing) -> Result<(), StoreError> {
    conn.execute(
        sql!("INSERT INTO outbox (id, kind, document, created) VALUES ($1, $2, $3, $4)"),
        params![
            &message.id,
            &message.kind,
            &message.document,
            message.created_ms
        ],
    )?;
    let about = &message.about;
    conn.execute(
        sql!(
            "INSERT INTO outbox_about (message, recipient, pathway, entry, attempts, due)
             VALUES ($1, $2, $3, $4, 0, $5)"
        ),
        params![
            &message.id,
            &about.recipient,
            &about.pathway,
            &about.entry,
            about.due_ms
        ],
    )?;
    Ok(())
}

fn forget_pathway(conn: &mut Conn, pathway: &str) -> Result<(), StoreError> {
    conn.execute(
        sql!(
            "DELETE FROM outbox WHERE id IN (
               SELECT message FROM outbox_about WHERE pathway = $1
             )"
        ),
        params![pathway],
    )?;
    conn.execute(
        sql!("DELETE FROM outbox_about WHERE pathway = $1"),
        params![pathway],
    )
    .map(drop)
}

fn forget_recipient(conn: &mut Conn, recipient: &str) -> Result<(), StoreError> {
    conn.execute(
        sql!(
            "DELETE FROM outbox WHERE id IN (
               SELECT message FROM outbox_about WHERE recipient = $1
             )"
        ),
        params![recipient],
    )?;
    conn.execute(
        sql!("DELETE FROM outbox_about WHERE recipient = $1"),
        params![recipient],
    )?;
    conn.execute(
        sql!("DELETE FROM notice_choice WHERE recipient = $1"),
        params![recipient],
    )
    .map(drop)
}

/// What waits because of an entry goes with its body.
pub(crate) fn forget_entry(conn: &mut Conn, entry: &str) -> Result<(), StoreError> {
    conn.execute(
        sql!(
            "DELETE FROM outbox WHERE id IN (
               SELECT message FROM outbox_about WHERE entry = $1
             )"
        ),
        params![entry],
    )?;
    conn.execute(
        sql!("DELETE FROM outbox_about WHERE entry = $1"),
        params![entry],
    )
    .map(drop)
}

pub(crate) fn delete_sent_before(conn: &mut Conn, before_ms: i64) -> Result<u64, StoreError> {
    conn.execute(
        sql!("DELETE FROM outbox WHERE sent < $1"),
        params![before_ms],
    )
}

fn claim(
    conn: &mut Conn,
    recipient: String,
    (now_ms, until_ms): (i64, i64),
) -> Result<Option<Claimed>, StoreError> {
    let touched = conn.execute(
        sql!(
            "UPDATE outbox_about SET due = $1, attempts = attempts + 1
             WHERE recipient = $2 AND due <= $3"
        ),
        params![until_ms, &recipient, now_ms],
    )?;
    if touched == 0 {
        // Another server was first.
        return Ok(None);
    }
    let rows = conn.list(
        sql!(
            "SELECT
               message,
               pathway,
               entry,
               attempts
             FROM outbox_about
             WHERE recipient = $1 AND due = $2
             ORDER BY message"
        ),
        params![&recipient, until_ms],
        |row| Ok(((row.text(0)?, row.text(1)?, row.text(2)?), row.seq(3)?)),
    )?;
    let attempts = rows.iter().map(|(_, attempts)| *attempts).max();
    Ok(Some(Claimed {
        recipient,
        until_ms,
        attempts: attempts.unwrap_or(0),
        messages: rows.into_iter().map(|(message, _)| message).collect(),
    }))
}

fn choice(row: &Row<'_>) -> Result<NoticeChoice, StoreError> {
    Ok(NoticeChoice {
        recipient: row.text(0)?,
        address: row.text(1)?,
        scope: row.text(2)?,
        chosen_ms: row.int(3)?,
        told_ms: row.maybe_int(4)?,
    })
}
