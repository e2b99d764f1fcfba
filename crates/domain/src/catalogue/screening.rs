// SPDX-License-Identifier: EUPL-1.2
//! Screening tools as dated data: what is answered, how it is scored, and what a score suggests (row S2-034; facts §F 37 and
//! 38). A tool without questions is kept as a score and a date. A score is no diagnosis.

use super::Words;
use crate::body::ScreeningDone;
use crate::category::Category;
use jiff::civil::Date;

/// A tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screening {
    /// Its code, as stored.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// What kind of information its answers are.
    pub category: Category,
    /// The highest score, for a tool kept as a score; `None` when no source gives one.
    pub highest: Option<u16>,
    /// What one should know before asking.
    pub note: Option<Words>,
    /// On what terms it may be used.
    pub licence: String,
    /// What it rests on.
    pub source: String,
    /// Its questions; none for a tool kept as a score.
    pub items: Vec<Question>,
    /// What scores suggest.
    pub prompts: Vec<Prompt>,
    /// From when this holds.
    pub valid_from: Date,
}

/// One question of a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its code, as stored.
    pub id: String,
    /// What it is called; its wording stands in the tool itself.
    pub name: Words,
    /// The points an answer can give, from the least.
    pub points: Vec<u8>,
}

/// What a score, or an answer, suggests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// From how many points.
    pub at: u16,
    /// Of which question; `None` is the whole score.
    pub item: Option<String>,
    /// It cannot wait.
    pub today: bool,
    /// Known by the profession and not found written.
    pub unverified: bool,
    /// What to do.
    pub words: Words,
    /// Where the limit comes from.
    pub source: String,
}

impl Screening {
    /// The sum of the answers; `None` while one lacks, which is *ikke oplyst* and never zero.
    pub fn sum(&self, done: &ScreeningDone) -> Option<u16> {
        let points = self.items.iter().map(|item| done.points(&item.id));
        let all: Option<Vec<u8>> = points.collect();
        let all = all.filter(|all| !all.is_empty())?;
        Some(all.into_iter().map(u16::from).sum())
    }

    /// The highest score there can be, when it is known.
    pub fn highest(&self) -> Option<u16> {
        if self.items.is_empty() {
            return self.highest;
        }
        let most = self.items.iter().filter_map(|item| item.points.last());
        Some(most.map(|points| u16::from(*points)).sum())
    }

    /// What the answers suggest, what cannot wait first. A single answer counts also where others lack.
    pub fn suggests<'a>(&'a self, done: &ScreeningDone) -> Vec<&'a Prompt> {
        let reached = |prompt: &&Prompt| {
            let points = match &prompt.item {
                Some(item) => done.points(item).map(u16::from),
                None => done.score,
            };
            points.is_some_and(|points| points >= prompt.at)
        };
        let mut found: Vec<&Prompt> = self.prompts.iter().filter(reached).collect();
        found.sort_by_key(|prompt| !prompt.today);
        found
    }
}
