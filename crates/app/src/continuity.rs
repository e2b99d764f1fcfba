// SPDX-License-Identifier: EUPL-1.2
//! Whether the same few do the work from case to case (row S2-060): who coordinates what in a unit, and who of them is away.

use crate::ctx::Ctx;
use crate::known::AtWork;
use crate::thread::Thread;
use traad_domain::id::EmploymentId;
use traad_domain::org::Leave;

/// From how many pathways on somebody belongs to those who do it from case to case. A proposal; no source gives a number.
pub const FROM_CASE_TO_CASE: usize = 2;

/// Who coordinates in one unit.
#[derive(Debug, Clone, Default)]
pub struct Continuity {
    /// Those who coordinate, with most pathways first.
    pub lines: Vec<CoordinatorLine>,
    /// How often a coordinator was followed by another.
    pub changes: usize,
}

/// One who coordinates.
#[derive(Debug, Clone)]
pub struct CoordinatorLine {
    /// Who.
    pub employment: EmploymentId,
    /// The name.
    pub name: String,
    /// The case numbers.
    pub cases: Vec<String>,
    /// Whether the person can be counted on now. Otherwise nobody coordinates these.
    pub present: bool,
    /// The time away that runs or comes next.
    pub coming: Option<Leave>,
}

impl Continuity {
    /// Adds what a pathway says, when somebody of the reader's unit coordinates it.
    pub(crate) fn add(&mut self, ctx: &Ctx, thread: &Thread, staff: &AtWork) {
        let whole = &thread.whole;
        let now = whole.coordinator.as_ref().map(|now| &now.body);
        let own = now.filter(|now| now.unit == ctx.actor.unit.id);
        let Some(now) = own.filter(|_| !whole.is_closed()) else {
            return;
        };
        self.changes += whole.coordinators.saturating_sub(1);
        let number = whole.case_number.clone();
        let mut lines = self.lines.iter_mut();
        if let Some(line) = lines.find(|line| line.employment == now.employment) {
            line.cases.push(number);
            return;
        }
        let known = staff.one(&now.employment);
        self.lines.push(CoordinatorLine {
            employment: now.employment.clone(),
            name: now.name.clone(),
            cases: vec![number],
            present: staff.is_present(&now.employment, ctx.now),
            coming: known.and_then(|one| one.coming_leave(ctx.now)).cloned(),
        });
    }

    pub(crate) fn sorted(mut self) -> Self {
        for line in &mut self.lines {
            line.cases.sort();
        }
        let key = |line: &CoordinatorLine| (std::cmp::Reverse(line.cases.len()), line.name.clone());
        self.lines.sort_by_key(key);
        self
    }

    /// How many pathways somebody of the unit coordinates.
    pub fn cases(&self) -> usize {
        self.lines.iter().map(|line| line.cases.len()).sum()
    }

    /// How many of them somebody has who coordinates several.
    pub fn with_the_same(&self) -> usize {
        let counts = self.lines.iter().map(|line| line.cases.len());
        counts.filter(|count| *count >= FROM_CASE_TO_CASE).sum()
    }
}
