// SPDX-License-Identifier: EUPL-1.2
//! Small things several pages show: a person to call, a fact, an entry, a pager, a door with a clock.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::text::T;
use std::fmt;
use traad_app::Tally;

/// A way to another page.
#[derive(Clone, Debug, Default)]
pub struct Link {
    /// Where to.
    pub href: String,
    /// In words.
    pub words: String,
}

/// Somebody one can call.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    /// Name of the person or the unit.
    pub name: String,
    /// Function or unit, such as `familierådgiver, Familieafdelingen i Odense`.
    pub role: String,
    /// Telephone number as people write it; empty when none is known.
    pub phone: String,
}

impl Contact {
    /// The number for a `tel:` link: digits and a leading plus only.
    pub fn tel(&self) -> String {
        self.phone
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect()
    }
}

/// A name and a value of a list of facts.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What it is.
    pub name: String,
    /// Its value; `ikke oplyst` is a value.
    pub value: String,
}

impl Fact {
    /// A fact ready to read.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
        }
    }
}

/// One entry as a line of a list.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Id of the entry, for the link to correct it.
    pub id: String,
    /// When it happened, ready to read.
    pub at: String,
    /// Who wrote it: name, function and unit.
    pub by: String,
    /// What kind it is, such as `Udredning færdig`.
    pub title: String,
    /// What it says, line by line.
    pub lines: Vec<String>,
    /// That it corrects or was corrected, in words.
    pub mark: Option<String>,
    /// Address of the form to correct it, when the reader's unit wrote it.
    pub correct: Option<String>,
}

/// A number beside a heading; `100+` when it was counted no further.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many were counted.
    pub number: usize,
    /// Whether there are more.
    pub more: bool,
}

impl Count {
    /// Whether there is one at all.
    pub fn any(&self) -> bool {
        self.number > 0 || self.more
    }
}

impl From<usize> for Count {
    fn from(number: usize) -> Self {
        Self {
            number,
            more: false,
        }
    }
}

impl From<Tally> for Count {
    fn from(tally: Tally) -> Self {
        Self {
            number: usize::try_from(tally.number).unwrap_or(usize::MAX),
            more: tally.more,
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plus = if self.more { "+" } else { "" };
        write!(formatter, "{}{plus}", self.number)
    }
}

/// The pages of a long list.
#[derive(Clone, Debug, Default)]
pub struct Pager {
    /// Address of the list with its filter, to which `side=2` can be added (ends in `?` or `&`).
    pub base: String,
    /// The page shown, from 1.
    pub page: usize,
    /// How many pages there are; 0 or 1 shows no pager.
    pub pages: usize,
    /// Whether there are more than that: a very long list is not counted to its end.
    pub more: bool,
}

impl Pager {
    /// The pager as a component.
    pub fn show(&self, t: &T) -> Pages<'_> {
        Pages { t: *t, pager: self }
    }

    fn to(&self, page: usize) -> String {
        format!("{}side={page}", self.base)
    }
}

/// The component behind [`Pager::show`].
#[derive(Template)]
#[template(path = "components/pager.html")]
pub struct Pages<'a> {
    t: T,
    pager: &'a Pager,
}

impl HtmlSafe for Pages<'_> {}

/// The kommune that will receive, with the numbers of the people there (also its out-of-hours duty).
#[derive(Clone, Debug, Default)]
pub struct Receiver {
    /// `Odense Kommune`.
    pub kommune: String,
    /// `Region Syddanmark`.
    pub region: String,
    /// Where a notification about a child goes.
    pub family: Contact,
    /// Opening hours of it in words, such as `mandag–torsdag kl. 9–15, fredag kl. 9–13`.
    pub hours: String,
    /// Whether it is open now.
    pub open: bool,
    /// The social out-of-hours duty; `None` when no number is known to Tråd.
    pub watch: Option<Contact>,
    /// The family clinic of the region.
    pub clinic: Option<Contact>,
    /// Substance treatment: one line per place.
    pub treatment: Vec<Contact>,
    /// The cooperation agreement in force, in a line; `None` when there is none.
    pub agreement: Option<String>,
    /// Local early efforts known, one line each.
    pub early: Vec<String>,
    /// The directory of the kommune; `None` on its own page.
    pub directory: Option<String>,
}

impl Receiver {
    /// The panel with who receives and whom to call.
    pub fn panel(&self, t: &T) -> ReceiverPanel<'_> {
        ReceiverPanel { t: *t, v: self }
    }
}

/// The component behind [`Receiver::panel`].
#[derive(Template)]
#[template(path = "components/receiver.html")]
pub struct ReceiverPanel<'a> {
    t: T,
    v: &'a Receiver,
}

impl HtmlSafe for ReceiverPanel<'_> {}
