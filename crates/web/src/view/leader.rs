// SPDX-License-Identifier: EUPL-1.2
//! *Overblik*: what a leader sees of the own unit.

use super::form::Form;
use super::page;
use super::parts::Pager;
use super::placement::PlacedNumbers;

/// The leader's page. The form has a button alone: what was told has been seen.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// The unit.
    pub unit: String,
    /// Lines of the kommune's directory nobody has confirmed for long.
    pub unconfirmed: usize,
    /// The form of the button.
    pub form: Form,
    /// How many are overdue in all.
    pub total: usize,
    /// How many of those shown were not seen before.
    pub fresh: usize,
    /// The overdue ones, most urgent first.
    pub overdue: Vec<OverdueRow>,
    /// The pages of them.
    pub pager: Pager,
    /// The steps with median and spread.
    pub steps: Vec<StepRow>,
    /// The pathways with their times, step by step.
    pub cases: Vec<(String, Vec<String>)>,
    /// How often each task was done on time.
    pub kept: Vec<KeptRow>,
    /// That not all pathways were looked at.
    pub some: Option<String>,
    /// Nødadgange nobody has looked at yet.
    pub emergencies: Vec<EmergencyRow>,
    /// What was written about the wrong person: in a line, and where it is decided.
    pub misfiled: Vec<(String, String)>,
    /// Who coordinates.
    pub continuity: ContinuityView,
    /// Children placed outside the home, where the unit follows children.
    pub placed: Option<PlacedNumbers>,
}

/// Whether the same few do the work from case to case.
#[derive(Clone, Debug, Default)]
pub struct ContinuityView {
    /// Of whose pathways nobody takes care: the sentence, where they are handed over, and the words of the link.
    pub without: Vec<(String, String, String)>,
    /// Who will be away, likewise.
    pub soon: Vec<(String, String, String)>,
    /// Those who coordinate.
    pub rows: Vec<CoordinatorRow>,
    /// What is counted.
    pub help: String,
    /// How many pathways are with somebody who has several.
    pub share: String,
    /// How often a coordinator was changed.
    pub changes: String,
}

/// One who coordinates.
#[derive(Clone, Debug)]
pub struct CoordinatorRow {
    /// The name.
    pub name: String,
    /// How many pathways.
    pub count: usize,
    /// Where leave is registered.
    pub leave: String,
    /// The words of that link.
    pub register: String,
}

/// One overdue task.
#[derive(Clone, Debug)]
pub struct OverdueRow {
    /// What.
    pub title: String,
    /// `lovfrist`, `aftale` or `anbefaling`.
    pub strength: String,
    /// The case, with the gestational age where it is known.
    pub case: String,
    /// Where the leader says what for, to open it.
    pub href: String,
    /// Who owes it.
    pub who: String,
    /// When it was due.
    pub due: String,
    /// By how much it is late.
    pub late: String,
    /// Whether the leader has not seen it before.
    pub fresh: bool,
}

/// One nødadgang.
#[derive(Clone, Debug)]
pub struct EmergencyRow {
    /// The case.
    pub case: String,
    /// Who opened it.
    pub who: String,
    /// When.
    pub when: String,
    /// Why.
    pub why: String,
    /// Whether the leader's own unit looks at it.
    pub own: bool,
}

/// One step.
#[derive(Clone, Debug)]
pub struct StepRow {
    /// Its name.
    pub name: String,
    /// The median; none when nobody has come this far.
    pub median: Option<String>,
    /// Quickest and slowest.
    pub spread: String,
    /// How many.
    pub count: usize,
}

/// One rule of the unit.
#[derive(Clone, Debug)]
pub struct KeptRow {
    /// What.
    pub title: String,
    /// On time, late, overdue, never done, explained, under way, without a limit.
    pub counts: [u32; 7],
    /// The share on time of all that were due; none when none was.
    pub share: Option<String>,
}

page!(Overview, "leader.html");
