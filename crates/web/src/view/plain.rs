// SPDX-License-Identifier: EUPL-1.2
//! Pages with little on them: search, not found, refused, an error of ours.

use super::form::Form;
use super::page;
use super::parts::Pager;

/// The results of a search. Field: `q` (text). Only pathways the reader may see are found.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The words searched for, in field `q`.
    pub form: Form,
    /// How many were found in all.
    pub total: usize,
    /// This page of them.
    pub hits: Vec<Hit>,
    /// The pages; `side` is posted, so the pager is a form.
    pub pager: Pager,
    /// Whether the reader's function may use nødadgang.
    pub emergency: bool,
}

/// One pathway found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// `Brita Test Berggren`, or `Kvinde uden oplyst navn`.
    pub who: String,
    /// `uge 24+3` or `3 år 2 mdr.`.
    pub state: String,
    /// The coordinator, or `ikke udpeget`.
    pub coordinator: String,
    /// The case number.
    pub case: String,
    /// Address of the pathway.
    pub href: String,
}

page!(Search, "search.html");

/// *Siden findes ikke, eller du har ikke adgang*: the same words for both, always.
#[derive(Clone, Copy, Debug, Default)]
pub struct NotFound;

impl NotFound {
    /// The way on from here.
    pub fn onward(self) -> &'static str {
        crate::paths::TASKS
    }
}

page!(NotFound, "notfound.html");

/// Something refused that the reader may know about, in one sentence.
#[derive(Clone, Debug, Default)]
pub struct Refused {
    /// Why, and what to do instead.
    pub reason: String,
    /// Where to go back to.
    pub back: String,
}

page!(Refused, "refused.html");

/// An error of ours, with the number that finds it in the log.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// The number to tell the administrator.
    pub number: String,
}

page!(Problem, "problem.html");

/// The database did not answer, or others were first: all that was sent, to be sent again by a button. The submission is
/// the same, so that what had arrived after all is not written twice.
#[derive(Clone, Debug, Default)]
pub struct Unanswered {
    /// Others wrote at the same time, and nothing of this was written.
    pub busy: bool,
    /// Where it was sent to, or what was asked for.
    pub here: String,
    /// The fields that were sent; empty when a page was only asked for.
    pub sent: Vec<(String, String)>,
}

page!(Unanswered, "unanswered.html");
