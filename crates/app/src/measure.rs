// SPDX-License-Identifier: EUPL-1.2
//! What access costs: a pathway's entries are decided on again and again, and one reading is logged. For the benchmarks.

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use std::time::{Duration, Instant};
use traad_domain::id::{EmploymentId, PathwayId};
use traad_domain::policy::Purpose;

/// How often the same entries are decided on, so that a clock can tell.
const TIMES: u32 = 20;

/// What one page spends on access.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessCost {
    /// Entries it decides on.
    pub decisions: usize,
    /// How long that takes.
    pub deciding: Duration,
    /// How long it takes to find what decides: who was sent what, and which consents run.
    pub grounds: Duration,
    /// How long it takes to write the line of the log.
    pub logging: Duration,
}

impl App {
    /// Measures the access check of one pathway for somebody who may read it, and logs that.
    ///
    /// # Errors
    /// `NotFound` when there is no such pathway or employment, or nothing in it is for that one.
    pub fn measure_access(
        &self,
        employment: &EmploymentId,
        id: &PathwayId,
    ) -> Result<AccessCost, AppError> {
        let now = self.now();
        let ctx = Ctx {
            actor: self.actor(employment, now)?.ok_or(AppError::NotFound)?,
            now,
            purpose: Purpose::Care,
            submission: None,
        };
        let thread = self.open_for(&ctx, id, "read")?;
        let start = Instant::now();
        for _ in 0..TIMES {
            std::hint::black_box(thread.readable(ctx.reader(), now));
        }
        let deciding = start.elapsed() / TIMES;
        let start = Instant::now();
        let thread = thread.refolded();
        let grounds = start.elapsed();
        let start = Instant::now();
        self.log_reading(&ctx, &thread, (id, "read"))?;
        Ok(AccessCost {
            decisions: thread.entries.len(),
            deciding,
            grounds,
            logging: start.elapsed(),
        })
    }
}
