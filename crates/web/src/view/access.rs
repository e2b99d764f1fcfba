// SPDX-License-Identifier: EUPL-1.2
//! Nødadgang and ledelsestilsyn.

use super::form::Form;
use super::page;
use super::parts::{Fact, Link};
use super::work::About;

/// *Nødadgang*. Fields: `cpr` (text, required), `grund` (text, required).
#[derive(Clone, Debug, Default)]
pub struct EmergencyForm {
    /// What was typed.
    pub form: Form,
    /// How long one runs at most.
    pub minutes: i64,
    /// Those of the reader that run.
    pub running: Vec<Link>,
}

page!(EmergencyForm, "access/emergency.html");

/// Another unit looks at a nødadgang. Fields: `grundlag` (`ja`, `nej`), `fandt` (text, required), `fare` (`ja`, `nej`),
/// `fare-hvorfor` (text, required after a yes).
#[derive(Clone, Debug, Default)]
pub struct ReviewForm {
    /// Whose pathway.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// Where it is sent.
    pub post: String,
    /// Who, when, why, and how much was opened.
    pub facts: Vec<Fact>,
}

page!(ReviewForm, "access/review.html");

/// *Ledelsestilsyn*. Field: `tilsyn` (`quality`, `complaint`, `approval`, `absence`).
#[derive(Clone, Debug, Default)]
pub struct SupervisionForm {
    /// What was chosen.
    pub form: Form,
    /// The number of the case.
    pub case: String,
    /// Where it is sent.
    pub post: String,
}

page!(SupervisionForm, "access/supervision.html");

/// *Kun for teamet*.
#[derive(Clone, Debug, Default)]
pub struct TeamOnly {
    /// Where ledelsestilsyn is opened.
    pub supervise: String,
}

page!(TeamOnly, "access/teamonly.html");

/// What stands on every page of a pathway that is read by nødadgang or ledelsestilsyn.
#[derive(Clone, Debug, Default)]
pub struct Banner {
    /// What it is, and until when.
    pub words: String,
    /// Where it is ended; none when it ends by itself.
    pub end: Option<String>,
}
