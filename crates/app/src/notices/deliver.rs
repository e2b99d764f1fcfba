// SPDX-License-Identifier: EUPL-1.2
//! Sending what waits: each recipient's is claimed, asked about anew, and sent as one letter. What does not get there is tried
//! again, ever more rarely, and in the end no more. How a letter is carried is handed in.

use crate::App;
use crate::error::AppError;
use jiff::{SignedDuration, Timestamp};
use traad_domain::id::PathwayId;
use traad_store::{Claimed, LogRow, NoticeChoice};

/// How long a claim holds: longer than a mail server takes to answer. A proposal.
const CLAIM: SignedDuration = SignedDuration::from_mins(5);

/// Most recipients of one round.
const ROUND: u32 = 100;

/// How long the second attempt waits; each after it twice as long. A proposal.
const FIRST_WAIT: SignedDuration = SignedDuration::from_mins(1);

/// No attempt waits longer. A proposal.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(6);

/// After so many attempts, three days, it is tried no more. A proposal.
const ATTEMPTS: u32 = 20;

/// A letter to be carried: it says the same to everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter<'a> {
    /// Where to.
    pub address: &'a str,
    /// A random word that is the same when it is sent again.
    pub id: &'a str,
}

/// Why a letter was not carried. The word is for numbers and log, and tells of nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undelivered {
    /// It may go better later.
    Later(&'static str),
    /// It will not: the address is none.
    Never(&'static str),
}

/// What came of one round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Letters that were carried.
    pub sent: u64,
    /// Letters that are tried again.
    pub failed: u64,
    /// Letters that are tried no more.
    pub given_up: u64,
    /// Recipients something waits for.
    pub waiting: u64,
}

impl App {
    /// Sends what is due. Several servers share the work; a letter is carried twice only when a server ends between carrying
    /// it and writing that down.
    pub fn deliver_notices(
        &self,
        carry: &dyn Fn(Letter<'_>) -> Result<(), Undelivered>,
    ) -> Result<Delivered, AppError> {
        let mut round = Delivered::default();
        let now = self.now();
        let until = now.saturating_add(CLAIM).map_err(AppError::internal)?;
        let claim = (now.as_millisecond(), until.as_millisecond());
        let claimed = self.store.claim_messages(claim, ROUND);
        for claimed in claimed.map_err(AppError::Unavailable)? {
            self.deliver(&claimed, carry, &mut round)?;
        }
        let waiting = self.store.list_waiting().map_err(AppError::Unavailable)?;
        round.waiting = waiting.iter().filter(|one| !one.given_up).count() as u64;
        Ok(round)
    }

    fn deliver(
        &self,
        claimed: &Claimed,
        carry: &dyn Fn(Letter<'_>) -> Result<(), Undelivered>,
        round: &mut Delivered,
    ) -> Result<(), AppError> {
        let choice = self.store.find_notice_choice(&claimed.recipient);
        let choice = choice.map_err(AppError::Unavailable)?;
        let Some(choice) = choice.filter(|_| self.sends_notices()) else {
            return self.take_back(claimed.messages.iter().map(|(id, ..)| id.as_str()));
        };
        let mut first: Option<&str> = None;
        for (id, pathway, entry) in &claimed.messages {
            if self.still_counts(&choice, (pathway, entry))? {
                first = first.or(Some(id));
            } else {
                self.take_back(std::iter::once(id.as_str()))?;
            }
        }
        let Some(id) = first else { return Ok(()) };
        let address = choice.address.as_str();
        self.written_down(claimed, carry(Letter { address, id }), round)
    }

    fn written_down(
        &self,
        claimed: &Claimed,
        carried: Result<(), Undelivered>,
        round: &mut Delivered,
    ) -> Result<(), AppError> {
        let now = self.now();
        let written = match carried {
            Ok(()) => {
                round.sent += 1;
                self.log_line(sent_line(claimed, now))?;
                self.store.update_sent(claimed, now.as_millisecond())
            }
            Err(Undelivered::Later(problem)) if claimed.attempts < ATTEMPTS => {
                round.failed += 1;
                let again = now + wait(claimed.attempts);
                tracing::warn!(
                    problem,
                    attempts = claimed.attempts,
                    "a notice was not delivered; it is tried again"
                );
                let again = Some(again.as_millisecond());
                self.store.update_unsent(claimed, (problem, again))
            }
            Err(Undelivered::Later(problem) | Undelivered::Never(problem)) => {
                round.given_up += 1;
                tracing::error!(problem, attempts = claimed.attempts, "a notice is given up");
                self.store.update_unsent(claimed, (problem, None))
            }
        };
        written.map_err(AppError::Unavailable)
    }

    /// Whether somebody would be told of it if it were written now: an employment may have ended, a consent been taken back, a
    /// page been closed since.
    fn still_counts(
        &self,
        choice: &NoticeChoice,
        (pathway, entry): (&str, &str),
    ) -> Result<bool, AppError> {
        let Some(thread) = self.load_thread(&PathwayId::new(pathway))? else {
            return Ok(false);
        };
        let found = thread.entries.iter().find(|e| e.id.as_str() == entry);
        match found {
            Some(entry) => self.is_told(choice, (&thread, entry), self.now()),
            None => Ok(false),
        }
    }

    fn take_back<'a>(&self, messages: impl Iterator<Item = &'a str>) -> Result<(), AppError> {
        for message in messages {
            let deleted = self.store.delete_message(message);
            deleted.map_err(AppError::Unavailable)?;
        }
        Ok(())
    }
}

/// How long the next attempt waits after so many.
fn wait(attempts: u32) -> SignedDuration {
    let doubled = 1_i32.checked_shl(attempts.saturating_sub(1).min(16));
    (FIRST_WAIT * doubled.unwrap_or(1)).min(LONGEST_WAIT)
}

/// That somebody was told, and not of what.
fn sent_line(claimed: &Claimed, now: Timestamp) -> LogRow {
    LogRow {
        at_ms: now.as_millisecond(),
        employment: claimed.recipient.clone(),
        unit: "system".to_owned(),
        function: "system".to_owned(),
        action: "notice".to_owned(),
        pathways: Vec::new(),
        purpose: "notice".to_owned(),
        reason: "chosen".to_owned(),
        outcome: "permitted".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_attempt_waits_twice_as_long_as_the_one_before_and_never_longer_than_six_hours() {
        let minutes = |attempts| wait(attempts).as_mins();
        assert_eq!([minutes(1), minutes(2), minutes(3)], [1, 2, 4]);
        assert_eq!(minutes(9), 256);
        assert_eq!([minutes(10), minutes(30)], [360, 360]);
        let all: i64 = (1..ATTEMPTS).map(minutes).sum();
        assert!((2 * 24 * 60..4 * 24 * 60).contains(&all), "{all}");
    }
}
