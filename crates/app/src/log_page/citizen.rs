// SPDX-License-Identifier: EUPL-1.2
//! Who has read about a citizen, for herself: unit, function, purpose and day.

use super::instant;
use crate::App;
use crate::error::AppError;
use crate::thread::Thread;
use jiff::Timestamp;
use std::collections::BTreeSet;
use traad_domain::body::SupervisionPurpose;
use traad_domain::entry::Entry;
use traad_domain::id::UnitId;
use traad_domain::org::Function;
use traad_domain::party::units_known;
use traad_domain::pathway::Grant;
use traad_domain::time::local_date;
use traad_store::{LogFilter, LogRow, LogScope};

/// Most lines of the log that are looked through for one page of hers. A proposal.
const LOOKED_AT: u32 = 5_000;

/// What was read about a citizen, as she may know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadAbout {
    /// Who has read, the newest first: one line for each unit, function, purpose and day.
    pub lines: Vec<ReadLine>,
    /// Whether somebody tried who had no access. Never who, and never from where.
    pub refused: bool,
}

/// Somebody's reading on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadLine {
    /// When, the last time that day.
    pub at: Timestamp,
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub unit_name: String,
    /// The function of who read.
    pub function: Function,
    /// What for.
    pub purpose: ReadPurpose,
    /// Whether only her name stood on a list, and nothing was opened.
    pub listed: bool,
    /// How many times that day.
    pub times: u32,
}

/// What somebody read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadPurpose {
    /// To help her.
    Help,
    /// To lead the unit's work, without opening anything.
    Management,
    /// A leader looked at what the own unit wrote.
    Supervision(SupervisionPurpose),
    /// Nødadgang.
    Emergency,
}

impl ReadPurpose {
    fn of(row: &LogRow) -> Self {
        if row.reason.contains(BREAK_GLASS) {
            return Self::Emergency;
        }
        let supervised = row.purpose.strip_prefix("supervision:");
        match supervised.and_then(SupervisionPurpose::from_code) {
            Some(purpose) => Self::Supervision(purpose),
            None if row.purpose == "management" => Self::Management,
            None => Self::Help,
        }
    }

    /// The code of its words.
    pub fn code(self) -> &'static str {
        match self {
            Self::Help => "help",
            Self::Management => "management",
            Self::Emergency => "emergency",
            Self::Supervision(SupervisionPurpose::Quality) => "supervision-quality",
            Self::Supervision(SupervisionPurpose::Complaint) => "supervision-complaint",
            Self::Supervision(SupervisionPurpose::Approval) => "supervision-approval",
            Self::Supervision(SupervisionPurpose::Absence) => "supervision-absence",
        }
    }

    /// Every purpose there is a word for.
    pub const ALL: [Self; 7] = [
        Self::Help,
        Self::Management,
        Self::Supervision(SupervisionPurpose::Quality),
        Self::Supervision(SupervisionPurpose::Complaint),
        Self::Supervision(SupervisionPurpose::Approval),
        Self::Supervision(SupervisionPurpose::Absence),
        Self::Emergency,
    ];
}

const BREAK_GLASS: &str = "break-glass:";

/// Actions by which something about her was opened.
const OPENED: [&str; 8] = [
    "read",
    "print",
    "write",
    "consent",
    "join",
    "erase",
    "break-glass",
    "supervision",
];

impl App {
    /// Who has read about the citizen whose pathway this is, for somebody who may read some of its entries. A line waits as
    /// long as nothing that ties its unit to the pathway is visible to her, a nødadgang until another unit has found that
    /// telling her endangers nobody.
    pub(crate) fn read_about(
        &self,
        thread: &Thread,
        readable: &[&Entry],
        now: Timestamp,
    ) -> Result<ReadAbout, AppError> {
        let all = thread.entries.iter();
        let known = units_known(all, readable.iter().copied(), &thread.whole.shown, now);
        let mut about = ReadAbout::default();
        for row in self.rows_about(thread, now)? {
            if row.outcome == "refused" {
                about.refused = true;
            } else if may_know(&row, &known, thread) {
                self.add(&mut about.lines, &row, now)?;
            }
        }
        Ok(about)
    }

    /// What the log holds of the journals of a thread, the newest first.
    fn rows_about(&self, thread: &Thread, now: Timestamp) -> Result<Vec<LogRow>, AppError> {
        let mut lines = Vec::new();
        for strand in &thread.strands {
            let scope = LogScope::Pathway(strand.id.as_str().to_owned());
            let found = self.store.log_lines(&LogFilter::of(scope, LOOKED_AT));
            lines.extend(found.map_err(AppError::Unavailable)?);
        }
        lines.retain(|line| line.place.at_ms <= now.as_millisecond());
        lines.sort_by(|a, b| b.place.cmp(&a.place));
        lines.dedup_by(|a, b| a.place == b.place);
        Ok(lines.into_iter().map(|line| line.row).collect())
    }

    fn add(&self, lines: &mut Vec<ReadLine>, row: &LogRow, now: Timestamp) -> Result<(), AppError> {
        // What the program and its operator did is no reading by anybody, and what she did herself she knows.
        let other = |f: &Function| *f != Function::System && !f.is_citizen();
        let Some(function) = Function::from_code(&row.function).filter(other) else {
            return Ok(());
        };
        let unit = UnitId::new(row.unit.as_str());
        let line = ReadLine {
            at: instant(row.at_ms),
            unit_name: self.directory(local_date(now))?.name(&unit).to_owned(),
            unit,
            function,
            purpose: ReadPurpose::of(row),
            listed: !OPENED.contains(&row.action.as_str()) && !row.reason.contains(BREAK_GLASS),
            times: 1,
        };
        let same = |known: &&mut ReadLine| {
            local_date(known.at) == local_date(line.at)
                && (&known.unit, known.function, known.purpose, known.listed)
                    == (&line.unit, line.function, line.purpose, line.listed)
        };
        match lines.iter_mut().find(same) {
            Some(known) => known.times += 1,
            None => lines.push(line),
        }
        Ok(())
    }
}

/// Whether she may know of a line yet.
fn may_know(row: &LogRow, shown: &BTreeSet<UnitId>, thread: &Thread) -> bool {
    let named = |grant: &&Grant| {
        let reason = format!("{BREAK_GLASS}{}", grant.reference);
        row.reason.split(' ').any(|part| part == reason)
    };
    match thread.whole.grants.iter().find(named) {
        Some(grant) => grant.is_told_to_her(),
        // A nødadgang that nobody can name any more is not told either.
        None => {
            !row.reason.contains(BREAK_GLASS) && shown.contains(&UnitId::new(row.unit.as_str()))
        }
    }
}
