// SPDX-License-Identifier: EUPL-1.2
//! The tab *Behandling*.

use super::consent::ConsentCard;
use super::page;
use super::pathway::Head;

/// *Behandling*.
#[derive(Clone, Debug, Default)]
pub struct TreatmentPage {
    /// The head.
    pub head: Head,
    /// What she asked for.
    pub requests: Vec<ConsentCard>,
    /// Residential places offered, and leaving them.
    pub residential: Vec<ConsentCard>,
    /// Contracts on detention.
    pub contracts: Vec<ConsentCard>,
    /// Address to write that she asks for treatment; `None` when the pathway has ended.
    pub ask: Option<String>,
    /// Address to offer a contract.
    pub offer: Option<String>,
    /// Address to plan a discharge.
    pub discharge: Option<String>,
}

page!(TreatmentPage, "pathway/treatment.html");
