// SPDX-License-Identifier: EUPL-1.2
//! Bodies: steps of the authority's and the treatment's legal chains that a rule counts from or to.

use super::Code;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One step: the code is the fact's name, for example `screened`, `examination-finished`, `measure-decided`,
/// `treatment-requested`, `placement-proposed`. The attributes are those the fact vocabulary gives the step; the
/// decision functions refuse others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTaken {
    /// Which step.
    pub step: Code,
    /// Its attributes by name, as text.
    pub attributes: BTreeMap<String, String>,
    /// In words.
    pub note: String,
}
