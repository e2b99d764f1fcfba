// SPDX-License-Identifier: EUPL-1.2
//! One thing in a child's life, as the picture and the list both have it, and the lanes such things stand in.

use crate::page::pathway::entry;
use crate::server::Visit;
use crate::view::timeline::{Look, Told};
use jiff::civil::Date;
use traad_app::PathwayView;
use traad_domain::body::Body;
use traad_domain::time::{Occurred, Precision};

/// What is told, and to whom.
pub(super) struct Story<'a> {
    pub(super) visit: &'a Visit,
    pub(super) view: &'a PathwayView,
}

macro_rules! tracks {
    ($($variant:ident = $code:literal $look:ident,)*) => {
        /// The lanes, from top to bottom.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Track {
            $($variant,)*
        }

        impl Track {
            pub(super) const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The attribute of the message `thread-lane`.
            pub(super) fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            /// How its marks look.
            pub(super) fn look(self) -> Look {
                match self {
                    $(Self::$variant => Look::$look,)*
                }
            }
        }
    };
}

tracks! {
    Exposure = "exposure" Span,
    Birth = "birth" Span,
    Events = "events" Point,
    Signs = "signs" Point,
    Wellbeing = "wellbeing" Span,
    Hypothesis = "hypothesis" Point,
    Rounds = "rounds" Ladder,
    Checkups = "checkups" Point,
    Efforts = "efforts" Span,
    Placements = "placements" Span,
    Meetings = "meetings" Point,
    Transitions = "transitions" Point,
    People = "people" Span,
}

/// One thing in the child's life.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) track: Track,
    /// First day.
    pub(super) from: Date,
    /// Last day; none where it goes on.
    pub(super) to: Option<Date>,
    /// What.
    pub(super) label: String,
    /// More.
    pub(super) detail: String,
    /// Whether something about it is still awaited: drawn hollow, and the detail says what.
    pub(super) open: bool,
    /// How much of it was told.
    pub(super) told: Told,
    /// Of a round, how much troubles the child in each domain.
    pub(super) steps: Vec<Option<u8>>,
    /// Whether its day is known.
    pub(super) dated: bool,
    /// When, where that is not its days.
    pub(super) when: Option<String>,
}

impl Item {
    /// From a day to a day, or on and on.
    pub(super) fn span(track: Track, (from, to): (Date, Option<Date>), label: String) -> Self {
        Self {
            track,
            from,
            to,
            label,
            detail: String::new(),
            open: false,
            told: Told::Whole,
            steps: Vec::new(),
            dated: true,
            when: None,
        }
    }

    /// On a day.
    pub(super) fn on(track: Track, day: Date, label: String) -> Self {
        Self::span(track, (day, Some(day)), label)
    }

    /// When something occurred, no more exactly than it is known.
    pub(super) fn at(story: &Story<'_>, track: Track, at: Occurred, label: String) -> Self {
        let vague = match at.precision {
            Precision::Minute | Precision::Day => None,
            Precision::Month | Precision::Unknown => Some(entry::moment(story.visit, at)),
        };
        Self {
            dated: at.precision != Precision::Unknown,
            when: vague,
            ..Self::on(track, at.date(), label)
        }
    }

    /// With more words, without those that are empty.
    pub(super) fn saying(self, parts: impl IntoIterator<Item = String>) -> Self {
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|part| !part.trim().is_empty())
            .collect();
        Self {
            detail: parts.join(" · "),
            ..self
        }
    }
}

impl Story<'_> {
    /// The first line of what an entry says.
    pub(super) fn first_line(&self, body: &Body) -> Option<String> {
        entry::lines(self.visit, self.view, body).into_iter().next()
    }
}
