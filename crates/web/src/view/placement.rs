// SPDX-License-Identifier: EUPL-1.2
//! A placement outside the home: its page, the list of placed children, and the carers' own page.

use super::consent::ConsentCard;
use super::form::Form;
use super::page;
use super::parts::{Contact, Fact, Link};
use super::pathway::Head;

/// *Anbringelse*.
#[derive(Clone, Debug, Default)]
pub struct PlacementPage {
    /// The head.
    pub head: Head,
    /// Where the child is, as far as the reader may know; empty while it is not placed.
    pub facts: Vec<Fact>,
    /// That another kind of place was chosen than the recommended ones, and why.
    pub deviation: Option<String>,
    /// What can be done with the placement itself.
    pub acts: Vec<Link>,
    /// What belongs to it.
    pub sections: Vec<PlacementSection>,
}

/// One part of the page.
#[derive(Clone, Debug, Default)]
pub struct PlacementSection {
    /// Its heading.
    pub title: String,
    /// A line below it.
    pub lead: Option<String>,
    /// What stands in it.
    pub cards: Vec<ConsentCard>,
    /// What can be written.
    pub acts: Vec<Link>,
}

/// *Anbragte børn*.
#[derive(Clone, Debug, Default)]
pub struct PlacedList {
    /// The unit.
    pub unit: String,
    /// One for each child.
    pub rows: Vec<PlacedRow>,
}

/// One placed child.
#[derive(Clone, Debug, Default)]
pub struct PlacedRow {
    /// Who.
    pub who: String,
    /// Its case number.
    pub case: String,
    /// Which kind of place.
    pub kind: String,
    /// Since when.
    pub since: String,
    /// Whether exposure is recognised.
    pub recognised: String,
    /// Whether it is acted on.
    pub acted_on: String,
    /// Its placement.
    pub href: String,
}

/// The carers' own page.
#[derive(Clone, Debug, Default)]
pub struct CarerPage {
    /// The carer's first name.
    pub name: String,
    /// What the child is called.
    pub child: String,
    /// What they were told, in the order of the page: a heading and the text.
    pub told: Vec<(String, String)>,
    /// When that was written.
    pub told_on: String,
    /// Whom to call, also at night.
    pub call: String,
    /// The unit that placed the child.
    pub unit: Option<Contact>,
    /// Meetings that are to come: when, where and what about.
    pub meetings: Vec<String>,
    /// What they were offered, and what they said.
    pub offered: Vec<String>,
    /// Own words: what they are, when, and the words.
    pub said: Vec<(String, String)>,
}

/// A carer writes (`mit/iagttagelse`). Fields: `slags` R `observation`|`needs-knowledge`, `ord` R.
#[derive(Clone, Debug, Default)]
pub struct CarerWords {
    /// What was typed.
    pub form: Form,
}

/// Placed children in numbers, on the leader's page.
#[derive(Clone, Debug, Default)]
pub struct PlacedNumbers {
    /// What is counted, with the number and of how many.
    pub counts: Vec<(String, String)>,
    /// Kinds of place with how many children are in each.
    pub kinds: Vec<(String, usize)>,
    /// Other kinds of place than the recommended ones: the case, the kind and the reason.
    pub deviations: Vec<(String, String, String)>,
    /// Placements that became too hard: the case and what it came of.
    pub broken: Vec<(String, String)>,
}

page!(PlacementPage, "pathway/placement.html");
page!(PlacedList, "placed.html");
page!(CarerPage, "own/carer.html");
page!(CarerWords, "own/carer_words.html");
