// SPDX-License-Identifier: EUPL-1.2
//! *Barnets opfølgning*, and the offers of a region.

use super::consent::ConsentCard;
use super::form::{Choice, Form};
use super::page;
use super::parts::Link;
use super::pathway::Head;

/// A child's check-ups.
#[derive(Clone, Debug, Default)]
pub struct CheckupsPage {
    /// The head.
    pub head: Head,
    /// Where things stand, one sentence each.
    pub state: Vec<String>,
    /// What needs somebody to act, such as that contact is lost.
    pub warns: Vec<String>,
    /// Those that are planned.
    pub open: Vec<ConsentCard>,
    /// Those that are over, the last first.
    pub past: Vec<ConsentCard>,
    /// Attempts to reach the family, the last first.
    pub outreach: Vec<String>,
    /// Who was asked to take over, and whether they have.
    pub receivers: Vec<String>,
    /// What every child is offered, that is still to come.
    pub ordinary: Vec<String>,
    /// What can be done.
    pub acts: Vec<Link>,
}

/// The form of an offer. Fields: `navn` R, `alder` R (many, codes of age groups).
#[derive(Clone, Debug, Default)]
pub struct OfferForm {
    /// What was typed.
    pub form: Form,
    /// Where it is sent.
    pub here: String,
    /// Back to the directory.
    pub back: String,
    /// Whether it is a new one.
    pub new: bool,
    /// The groups of age.
    pub ages: Vec<Choice>,
}

/// The form of an evaluation. Fields: `tal` R, `vurdering` R, `beslutning` R (code), `begrundelse` R.
#[derive(Clone, Debug, Default)]
pub struct EvaluationForm {
    /// What was typed.
    pub form: Form,
    /// Where it is sent.
    pub here: String,
    /// Back to the directory.
    pub back: String,
    /// The offer.
    pub name: String,
    /// What can be decided.
    pub decisions: Vec<Choice>,
}

/// The form in which an offer is closed. Fields: `erstatning` (id of another offer).
#[derive(Clone, Debug, Default)]
pub struct ClosingForm {
    /// What was typed.
    pub form: Form,
    /// Where it is sent.
    pub here: String,
    /// Back to the directory.
    pub back: String,
    /// The offer.
    pub name: String,
    /// The offers that can take its place.
    pub others: Vec<Choice>,
}

page!(CheckupsPage, "pathway/checkups.html");
page!(OfferForm, "offer.html");
page!(EvaluationForm, "evaluation.html");
page!(ClosingForm, "offerclosing.html");
