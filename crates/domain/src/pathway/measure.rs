// SPDX-License-Identifier: EUPL-1.2
//! Whether a measure runs for the child. A new notification then asks for a fresh assessment (BL § 137 stk. 1).

use super::Pathway;
use crate::body::{StepTaken, Thriving};
use jiff::Timestamp;

/// The section of BL that support is decided under.
const SUPPORT: &str = "32";

impl Pathway {
    /// Whether, by what was written before an instant, the authority had a measure running: support under § 32 that had
    /// begun, and after which nobody has found that the child thrives again, or a placement outside the home. Early
    /// preventive help (§ 30) is none.
    pub fn measure_ran(&self, at: Timestamp) -> bool {
        self.is_supported(at) || self.was_placed(at)
    }

    fn is_supported(&self, at: Timestamp) -> bool {
        let before = self.steps.iter().filter(|step| step.recorded < at);
        let named = |step: &StepTaken| step.attributes.get("measure").cloned();
        let decided = before.clone().filter(|step| {
            let section = step.body.attributes.get("section");
            step.body.step.as_str() == "measure-decided" && section.is_some_and(|s| s == SUPPORT)
        });
        let decided: Vec<_> = decided.map(|step| named(&step.body)).collect();
        let begun = before.filter(|step| {
            step.body.step.as_str() == "measure-started" && decided.contains(&named(&step.body))
        });
        let Some(begun) = begun.map(|step| step.recorded).max() else {
            return false;
        };
        let judged = self.child.affected.iter().flat_map(|(_, judged)| judged);
        let mut thrives = judged.filter(|judged| judged.body.thriving == Thriving::Yes);
        !thrives.any(|judged| begun < judged.recorded && judged.recorded < at)
    }

    fn was_placed(&self, at: Timestamp) -> bool {
        self.placements.all.iter().any(|placement| {
            let ended = placement.ended.as_ref().map(|ended| ended.recorded);
            placement.placed.recorded < at && ended.is_none_or(|ended| at <= ended)
        })
    }
}
