// SPDX-License-Identifier: EUPL-1.2
//! Signs, hypotheses and wellbeing in words. A sign stands as it was ticked, word for word.

use super::{Lines, Tell, words};
use traad_domain::body::{
    HypothesisConcluded, HypothesisRaised, HypothesisTested, HypothesisTold, SignsObserved,
    WellbeingAffected, WellbeingJudged,
};

impl Tell for SignsObserved {
    fn tell(&self, out: &mut Lines<'_>) {
        let named = self.signs.iter().filter(|sign| *sign != "andet");
        let named = named.map(|sign| words(out.visit, "signs", sign));
        let other = Some(self.other.trim().to_owned()).filter(|other| !other.is_empty());
        let all: Vec<String> = named.chain(other).collect();
        out.text(&all.join(", "));
        out.named("setting", &self.setting);
        out.text(&self.words);
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
