// SPDX-License-Identifier: EUPL-1.2
//! Signs, hypotheses and wellbeing in words. A sign stands as it was ticked, word for word.

use super::{Lines, Tell, words};
use crate::server::Visit;
use traad_domain::body::{
    HypothesisConcluded, HypothesisRaised, HypothesisTested, HypothesisTold, SignsObserved,
    WellbeingAffected, WellbeingJudged,
};

/// What was seen: each sign word for word, where and when, and the writer's own words.
pub(crate) fn seen(visit: &Visit, seen: &SignsObserved) -> Vec<String> {
    let named = seen.signs.iter().filter(|sign| *sign != "andet");
    let named = named.map(|sign| words(visit, "signs", sign));
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let all: Vec<String> = named.chain(filled(&seen.other)).collect();
    let setting = filled(&seen.setting)
        .map(|setting| format!("{}: {setting}", visit.t.of("entry-label", "setting")));
    let lines = [filled(&all.join(", ")), setting, filled(&seen.words)];
    lines.into_iter().flatten().collect()
}

impl Tell for SignsObserved {
    fn tell(&self, out: &mut Lines<'_>) {
        let seen = seen(out.visit, self);
        out.said.extend(seen);
        out.coded("concern", "signs-concern", self.concern.code());
        out.day("look-again", self.look_again);
    }
}

impl Tell for HypothesisRaised {
    fn tell(&self, out: &mut Lines<'_>) {
        out.listed("substances", "substances", &self.substances);
        out.text(&self.reason);
        out.day("test-by", Some(self.test_by));
    }
}

impl Tell for HypothesisTested {
    fn tell(&self, out: &mut Lines<'_>) {
        out.coded("test", "hypothesis-test-kind", self.test.code());
        for (answer, label) in [(self.drugs, "drugs"), (self.medicine, "medicine")] {
            if let Some(answer) = answer {
                out.coded(label, "hypothesis-asked", answer.code());
            }
        }
        out.coded("points", "hypothesis-points", self.points.code());
        out.text(&self.result);
    }
}

impl Tell for HypothesisConcluded {
    fn tell(&self, out: &mut Lines<'_>) {
        let conclusion = out.visit.t.of("hypothesis-state", self.conclusion.code());
        out.text(&super::capital(&conclusion));
        out.named("reason", &self.reason);
        out.day("look-again", self.look_again);
    }
}

impl Tell for HypothesisTold {
    fn tell(&self, out: &mut Lines<'_>) {
        if !self.comment.trim().is_empty() {
            let quoted = out.visit.t.a("quoted", &("words", self.comment.trim()));
            out.named("comment", &quoted);
        }
    }
}

impl Tell for WellbeingAffected {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.description);
    }
}

impl Tell for WellbeingJudged {
    fn tell(&self, out: &mut Lines<'_>) {
        out.coded("thriving", "wellbeing-thriving", self.thriving.code());
        out.named("reason", &self.reason);
    }
}
