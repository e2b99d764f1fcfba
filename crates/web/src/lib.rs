// SPDX-License-Identifier: EUPL-1.2
//! Tråd in the browser: texts, views, templates and the pages that bind them to the use cases.
//!
//! Invariants: every word a reader sees comes from `i18n`; templates hold no rule of the domain;
//! every page works without script and under a policy that forbids inline script and style.

pub mod asset;
mod calendar;
#[cfg(test)]
mod gallery;
pub mod letter;
mod page;
pub mod paths;
mod routes;
pub mod server;
pub mod text;
pub mod view;
