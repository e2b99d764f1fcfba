// SPDX-License-Identifier: EUPL-1.2
//! What tests share: a PostgreSQL of their own, and what stands outside: a clock, an identity provider.
//!
//! Only `dev-dependencies` name this crate. It holds the effects a test must
//! control, and never a stand-in for Tråd's own code.

pub mod app;
pub mod postgres;
pub mod provider;
pub mod smtp;
