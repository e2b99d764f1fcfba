// SPDX-License-Identifier: EUPL-1.2
//! Facts: dated, typed statements with attributes, the only thing the engine knows of a pathway.
//!
//! A [`RawFact`] is what others write: words and times. A [`Journal`] is one pathway's facts made ready for one compiled
//! rulebook: words turned into numbers, dates read, facts that no rule names left out. Making a journal costs far more
//! than deriving from it, so keep it when you derive more than once.

mod journal;
mod schema;

pub(crate) use journal::{Fact, Point, narrow};
pub use journal::{FactError, FactIx, Journal};
pub(crate) use schema::{NO_DATE, NO_VALUE, Schema};

use crate::calendar::{Day, Minute};
use std::borrow::Cow;

/// The fact that a duty was explained rather than done, with the attributes `rule` and `key`. The engine reads it for
/// every rule; it is no rule's own.
pub const DUTY_EXPLAINED: &str = "duty-explained";

/// Names that no attribute may have, since a journal in JSON lines uses them for the fact itself.
pub const RESERVED: [&str; 3] = ["seq", "at", "type"];

/// When a fact occurred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occurred {
    /// To the minute.
    At(Minute),
    /// Known to the day only: counts at 00:00 and compares with other facts by date, then `seq`.
    On(Day),
}

/// A fact as it is handed to the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawFact {
    /// The type, such as `notification-received`.
    pub kind: Cow<'static, str>,
    /// Place in the journal. A corrected fact keeps the place of the one it corrects.
    pub seq: u32,
    /// When it occurred.
    pub occurred: Occurred,
    /// When it was written, if that is later than it occurred.
    pub recorded: Option<Minute>,
    /// What names this fact in the keys of duties. `None` means `seq`.
    pub root: Option<String>,
    /// Attributes: name and value. Numbers and yes/no are written as text, dates as `YYYY-MM-DD`.
    pub attributes: Vec<(Cow<'static, str>, String)>,
}

impl RawFact {
    /// A fact of a type, at place 0 and minute 0.
    pub fn new(kind: impl Into<Cow<'static, str>>) -> Self {
        Self {
            kind: kind.into(),
            seq: 0,
            occurred: Occurred::At(Minute(0)),
            recorded: None,
            root: None,
            attributes: Vec::new(),
        }
    }

    /// Its place in the journal.
    #[must_use]
    pub fn seq(mut self, seq: u32) -> Self {
        self.seq = seq;
        self
    }

    /// It occurred at this minute.
    #[must_use]
    pub fn at(mut self, minute: Minute) -> Self {
        self.occurred = Occurred::At(minute);
        self
    }

    /// It occurred on this day, at a time nobody wrote down.
    #[must_use]
    pub fn on(mut self, day: Day) -> Self {
        self.occurred = Occurred::On(day);
        self
    }

    /// It was written at this minute.
    #[must_use]
    pub fn recorded(mut self, minute: Minute) -> Self {
        self.recorded = Some(minute);
        self
    }

    /// Keys name it by this id instead of by `seq`.
    #[must_use]
    pub fn root(mut self, id: impl Into<String>) -> Self {
        self.root = Some(id.into());
        self
    }

    /// It has this attribute.
    #[must_use]
    pub fn attr(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        self.attributes.push((name.into(), value.into()));
        self
    }

    /// The value of an attribute, if it has it.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}
