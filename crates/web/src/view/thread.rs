// SPDX-License-Identifier: EUPL-1.2
//! *Barnets tråd*: a child's life from the pregnancy to today as one picture, and the same as a list in order of time.

use super::page;
use super::pathway::Head;
use super::timeline::Timeline;

/// The page.
#[derive(Clone, Debug, Default)]
pub struct ThreadPage {
    /// The head.
    pub head: Head,
    /// What the reader should know of the picture as a whole, in sentences: which time it shows, what was not told.
    pub notes: Vec<String>,
    /// The picture.
    pub picture: Timeline,
    /// What stands in the picture, age by age, the first first.
    pub periods: Vec<Period>,
}

/// What happened at one age.
#[derive(Clone, Debug, Default)]
pub struct Period {
    /// `Graviditeten`, `Første leveår`, `Fra 2 til 3 år`.
    pub title: String,
    /// What happened, in order of time.
    pub steps: Vec<Step>,
}

/// One thing that happened.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// `3.3.2026`, `3.3.2026 – 1.4.2026`, or that no day was told.
    pub when: String,
    /// How old the child was, `uge 24+3` or `2 mdr.`; empty where that is not known.
    pub age: String,
    /// Address of the picture of the year around it; none where it has no day.
    pub around: Option<String>,
    /// The lane it stands in, such as `indsatser`.
    pub lane: String,
    /// What, whole.
    pub what: String,
    /// More.
    pub detail: String,
}

page!(ThreadPage, "pathway/thread.html");
