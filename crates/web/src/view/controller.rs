// SPDX-License-Identifier: EUPL-1.2
//! What a data-protection officer must be able to show: the record of processing, the erasure plan, open breaches. Each is
//! made to be printed.

use super::page;

/// *Fortegnelse* (art. 30).
#[derive(Clone, Debug, Default)]
pub struct ProcessingRecord {
    /// When it was made.
    pub made: String,
    /// The controller's number.
    pub controller: String,
    /// Its units.
    pub units: Vec<String>,
    /// Its data-protection officers.
    pub officers: Vec<String>,
    /// Whose data: in words, with a number.
    pub subjects: Vec<(String, usize)>,
    /// Categories of data, with the number of entries.
    pub categories: Vec<(String, usize)>,
    /// Who was sent something: the unit, on what, how many entries.
    pub receivers: Vec<(String, String, usize)>,
    /// What is kept how long.
    pub keeping: Vec<(String, String)>,
}

impl ProcessingRecord {
    /// Whether the part `code` is the one shown.
    pub fn marks(&self, code: &str) -> bool {
        code == "record"
    }
}

page!(ProcessingRecord, "log/record.html");

/// *Sletteplan*.
#[derive(Clone, Debug, Default)]
pub struct ErasurePage {
    /// When it was made.
    pub made: String,
    /// The year, the rule, in how many pathways, and how many of them are closed.
    pub lines: Vec<(String, String, usize, usize)>,
    /// What is kept how long.
    pub keeping: Vec<(String, String)>,
}

impl ErasurePage {
    /// Whether the part `code` is the one shown.
    pub fn marks(&self, code: &str) -> bool {
        code == "plan"
    }
}

page!(ErasurePage, "log/plan.html");

/// *Brud*: those that wait to be assessed.
#[derive(Clone, Debug, Default)]
pub struct Breaches {
    /// They.
    pub rows: Vec<BreachRow>,
}

/// One breach.
#[derive(Clone, Debug, Default)]
pub struct BreachRow {
    /// The case.
    pub case: String,
    /// The unit that assesses it.
    pub unit: String,
    /// When it was found.
    pub found: String,
    /// When it must be assessed.
    pub due: String,
    /// Whether that has passed.
    pub overdue: bool,
}

impl Breaches {
    /// Whether the part `code` is the one shown.
    pub fn marks(&self, code: &str) -> bool {
        code == "breaches"
    }
}

page!(Breaches, "log/breaches.html");
