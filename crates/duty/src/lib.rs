// SPDX-License-Identifier: EUPL-1.2
//! Who must do what by when: rules, applied to the dated facts of one pathway, give duties.
//!
//! The crate is pure: no clock, no input or output, no randomness. `now` is a parameter everywhere. It knows the
//! [`fact::RawFact`] it is handed and nothing of the journal entries facts come from, and it decides no access:
//! every duty carries its rule's category, and the caller asks `may` before it shows one.

pub mod agreement;
pub mod calendar;
pub mod engine;
pub mod fact;
pub mod recommendation;
pub mod rule;
pub mod why;

pub use agreement::{Agreement, AgreementTerms, AgreementVersion, Answer};
pub use calendar::{Calendar, Day, Minute};
pub use engine::{Derivation, Duty, Engine, Status, derive};
pub use fact::{Journal, RawFact};
pub use rule::{Demand, RuleErrors, RuleInfo, Rulebook, SourceFile, Strength};
