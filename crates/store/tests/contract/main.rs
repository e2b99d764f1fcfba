// SPDX-License-Identifier: EUPL-1.2
//! The store's contract: every public function, on SQLite and on PostgreSQL, by the same tests.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    reason = "the helpers of tests may fail loudly, and a test may tell a whole story"
)]

mod support;

mod appending;
mod copying;
mod faults;
mod keeping;
mod likeness;
mod listing;
mod logging;
mod telling;
mod verifying;
