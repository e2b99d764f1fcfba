// SPDX-License-Identifier: EUPL-1.2
//! Information that was asked for and answered, in words.

use super::{Lines, Tell};
use traad_domain::body::{InformationRequested, PreventiveMeetingCalled, RequestAnswered};

impl Tell for InformationRequested {
    fn tell(&self, out: &mut Lines<'_>) {
        out.unit("to", &self.unit);
        let words: Vec<String> = self
            .categories
            .iter()
            .map(|c| out.visit.t.of("work-category", c.code()))
            .collect();
        out.named("consent-about", &words.join(", "));
        out.text(&self.question);
    }
}

impl Tell for RequestAnswered {
    fn tell(&self, out: &mut Lines<'_>) {
        out.coded("answer", "information-answer", self.answer.code());
        out.text(&self.text);
    }
}

impl Tell for PreventiveMeetingCalled {
    fn tell(&self, out: &mut Lines<'_>) {
        for unit in &self.units {
            out.unit("to", unit);
        }
        let day = out.visit.t.date(self.on);
        out.named("preventive-day", &day);
        out.text(&self.why);
        out.text(self.again.as_deref().unwrap_or_default());
    }
}
