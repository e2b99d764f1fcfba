// SPDX-License-Identifier: EUPL-1.2
//! One task as a row that opens in place: why, the sentence behind it, the arithmetic, the one action.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::text::T;

/// What stands behind a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// A limit set by law.
    Law,
    /// The cooperation agreement.
    Agreement,
    /// A recommendation: do it, or write why not.
    Recommendation,
}

impl Strength {
    /// The attribute of the message `strength`, and of the badge's class.
    pub fn code(self) -> &'static str {
        match self {
            Strength::Law => "law",
            Strength::Agreement => "agreement",
            Strength::Recommendation => "recommendation",
        }
    }
}

/// How soon somebody must act. Only the first two are shown in red.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// The limit has passed.
    Overdue,
    /// Today.
    Today,
    /// Within this week.
    Week,
    /// Later, or without a limit.
    Later,
    /// The agreement does not say when: no limit is counted.
    Unsettled,
}

impl Urgency {
    /// The code for classes and headings.
    pub fn code(self) -> &'static str {
        match self {
            Urgency::Overdue => "overdue",
            Urgency::Today => "today",
            Urgency::Week => "week",
            Urgency::Later => "later",
            Urgency::Unsettled => "unsettled",
        }
    }
}

/// What to press.
#[derive(Clone, Debug)]
pub struct Action {
    /// The words on it, such as `Udpeg koordinator`.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

/// One task.
#[derive(Clone, Debug)]
pub struct DutyRow {
    /// An id for the row, unique on the page; letters, digits and hyphens.
    pub anchor: String,
    /// What to do, such as `Akutvurdér underretning`.
    pub title: String,
    /// What stands behind it.
    pub strength: Strength,
    /// The law behind it was not read word for word: shown in the row.
    pub unverified: bool,
    /// How soon.
    pub urgency: Urgency,
    /// Whose pathway, such as `Brita T., uge 30+2`; empty on the pathway's own page.
    pub who: String,
    /// Address of the pathway.
    pub href: String,
    /// `senest lørdag kl. 15.00`; `None` when there is no limit.
    pub due: Option<String>,
    /// `om 2 t 10 min`.
    pub relative: Option<String>,
    /// What started it, such as `modtaget fredag kl. 15.00 fra jordemoder, Sygehus X`.
    pub since: Option<String>,
    /// Who must do it, when the list holds other people's tasks too.
    pub owner: Option<String>,
    /// Why, in one plain sentence.
    pub why: String,
    /// The source: title, place and date, as a citation.
    pub source: String,
    /// The sentence of the source, word for word.
    pub sentence: Option<String>,
    /// The arithmetic, line by line: start + length = limit, with holidays named.
    pub arithmetic: Vec<String>,
    /// What happened before, newest first.
    pub history: Vec<String>,
    /// Out of hours: who to call, ready to read.
    pub out_of_hours: Option<String>,
    /// The one action.
    pub action: Option<Action>,
    /// Address of *Skriv hvorfor ikke*, where the strength allows it.
    pub explain: Option<String>,
}

impl DutyRow {
    /// The same for somebody who may read and not write: nothing to press.
    #[must_use]
    pub fn to_read(self) -> Self {
        Self {
            action: None,
            explain: None,
            ..self
        }
    }

    /// The row as a component.
    pub fn show(&self, t: &T) -> Row<'_> {
        Row { t: *t, v: self }
    }
}

/// The component behind [`DutyRow::show`].
#[derive(Template)]
#[template(path = "components/duty.html")]
pub struct Row<'a> {
    t: T,
    v: &'a DutyRow,
}

impl HtmlSafe for Row<'_> {}
