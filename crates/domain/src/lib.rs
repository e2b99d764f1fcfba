// SPDX-License-Identifier: EUPL-1.2
//! The pathway (forløb): entries, life cycles, people, agreement and access. Pure: no clock, no randomness, no IO.
//!
//! A journal of [`entry::Entry`] is folded into a [`pathway::Pathway`]; [`decide`] turns what somebody wants to do into
//! new entries or a typed refusal; [`facts`] tells the duty engine what a journal gives; [`policy::may`] decides reads.

pub mod age;
pub mod agreement;
pub mod body;
pub mod catalogue;
pub mod category;
pub mod chain;
pub mod decide;
pub mod directory;
pub mod entry;
pub mod facts;
#[cfg(test)]
mod fixture;
pub mod id;
pub mod journal;
pub mod login;
pub mod notice;
pub mod org;
pub mod party;
pub mod pathway;
pub mod person;
pub mod policy;
pub mod refusal;
pub mod seats;
pub mod staffing;
pub mod stored;
pub mod throughput;
pub mod time;
