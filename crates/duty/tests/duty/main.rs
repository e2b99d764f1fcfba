// SPDX-License-Identifier: EUPL-1.2
//! The duty engine seen from outside: the vocabulary by example, the semantics one by one, and properties against a
//! second, slow evaluator.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod mistakes;
mod properties;
mod semantics;
mod slow;
mod twelve_duties;
mod vocabulary;
mod world;
