// SPDX-License-Identifier: EUPL-1.2
//! The tab *Tegn* of a child, and the clinic's list of families.

use super::consent::ConsentCard;
use super::page;
use super::pathway::Head;

/// *Tegn*.
#[derive(Clone, Debug, Default)]
pub struct SignsPage {
    /// The head.
    pub head: Head,
    /// Address to write what is seen; `None` when the reader may not, or the pathway has ended.
    pub write: Option<String>,
    /// Address to notify from what the own unit has seen.
    pub notify: Option<String>,
    /// What was seen, newest first.
    pub signs: Vec<ConsentCard>,
    /// The hypothesis the next step is about.
    pub hypothesis: Option<ConsentCard>,
    /// Address to raise one; `None` for who may not, or while one is open.
    pub raise: Option<String>,
    /// Each time the child's wellbeing was affected, newest first.
    pub affected: Vec<ConsentCard>,
    /// Address to say that it is; `None` for who may not, or while it is.
    pub affect: Option<String>,
    /// Those that were refuted.
    pub considered: Vec<ConsentCard>,
}

/// *Familier, vi har fulgt*.
#[derive(Clone, Debug, Default)]
pub struct FamiliesPage {
    /// Each with its children that nobody has assessed.
    pub families: Vec<ConsentCard>,
}

page!(SignsPage, "pathway/signs.html");
page!(FamiliesPage, "families.html");
