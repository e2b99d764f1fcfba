// SPDX-License-Identifier: EUPL-1.2
//! A child's assessment and what belongs to it, in words.

use super::effort::intervention;
use super::{Lines, Tell, capital, words};
use traad_domain::body::{
    AdultAroundChild, AdviceReceived, AdviceRequested, AssessmentContributed, AssessmentOffered,
    ChildAssessed, EffectAnswered, HelpBackgroundWritten, HelpSheetWritten, InfluenceEnded,
    InfluenceNoted, KnowledgeGiven, LifeEventTold, SurroundingsDescribed,
};
use traad_domain::id::RefId;

impl Tell for ChildAssessed {
    fn tell(&self, out: &mut Lines<'_>) {
        let round = out.visit.t.a("round-title", &("n", self.round));
        out.text(&round);
        out.named("difficulties", &self.difficulties);
        out.named("strengths", &self.strengths);
        let needs: Vec<&str> = self.needs.iter().map(|need| need.what.as_str()).collect();
        out.named("needs", &needs.join(" · "));
        out.listed("professions", "professions", &self.professions);
        out.day("next-round", Some(self.next));
    }
}

impl Tell for AssessmentContributed {
    fn tell(&self, out: &mut Lines<'_>) {
        let who = words(out.visit, "professions", &self.profession);
        let dimension = words(out.visit, "assessment-dimensions", &self.dimension);
        out.text(&format!("{} · {dimension}", capital(&who)));
        out.text(&self.what);
    }
}

impl Tell for AssessmentOffered {
    fn tell(&self, out: &mut Lines<'_>) {
        let answer = if self.accepted { "ja" } else { "nej" };
        out.coded("answer", "round-offer-answer", answer);
        out.named("reason", &self.reason);
        out.day("next-round", self.next);
    }
}

impl Tell for LifeEventTold {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.what);
        out.named("told-by", &self.source);
    }
}

impl Tell for InfluenceNoted {
    fn tell(&self, out: &mut Lines<'_>) {
        let group = words(out.visit, "influences", &self.group);
        out.text(&format!("{}: {}", capital(&group), self.what.trim()));
        out.named("told-by", &self.source);
    }
}

impl Tell for InfluenceEnded {
    fn tell(&self, out: &mut Lines<'_>) {
        let mut all = out.view.pathway.child.development.influences.iter();
        let ended = all.find(|one| one.noted.body.reference == self.reference);
        let what = ended.map(|one| one.noted.body.what.clone());
        out.text(&what.unwrap_or_default());
        out.named("reason", &self.reason);
    }
}

impl Tell for SurroundingsDescribed {
    fn tell(&self, out: &mut Lines<'_>) {
        let place = out.visit.t.of("setting", self.setting.code());
        out.text(&place);
        for one in &self.qualities {
            let name = words(out.visit, "surroundings", &one.quality);
            let fit = out.visit.t.of("fit", one.fit.code());
            out.text(&format!("{}: {fit}", capital(&name)));
        }
        out.named("agreed", &self.agreed);
    }
}

impl Tell for AdultAroundChild {
    fn tell(&self, out: &mut Lines<'_>) {
        let place = out.visit.t.of("setting", self.setting.code());
        out.text(&format!("{} ({})", self.name.trim(), place.to_lowercase()));
        out.named("lacks", &self.lacks);
    }
}

impl Tell for KnowledgeGiven {
    fn tell(&self, out: &mut Lines<'_>) {
        let name = adult(out, &self.adult);
        out.named("to", &name);
        out.text(&self.how);
    }
}

fn adult(out: &Lines<'_>, reference: &RefId) -> String {
    let adults = out.view.pathway.adults_around();
    let mut adults = adults.into_iter();
    let found = adults.find(|adult| &adult.reference == reference);
    found.map(|adult| adult.name).unwrap_or_default()
}

impl Tell for HelpSheetWritten {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("needs", &self.needs);
        out.named("strengths", &self.strengths);
        out.named("signals", &self.signals);
        out.named("helps", &self.helps);
        for place in &self.places {
            let name = out.visit.t.of("setting", place.setting.code());
            out.text(&format!("{name}: {}", place.agreed.trim()));
        }
    }
}

impl Tell for HelpBackgroundWritten {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.text);
    }
}

impl Tell for AdviceRequested {
    fn tell(&self, out: &mut Lines<'_>) {
        let supplier = words(out.visit, "viso-suppliers", &self.supplier);
        out.named("to", &supplier);
        let named = if self.anonymous { "nej" } else { "ja" };
        out.coded("child-named", "viso-named", named);
        out.named("yes", &self.yes.join(", "));
        out.coded("injury", "viso-injury", self.injury.code());
        out.text(&self.question);
    }
}

impl Tell for AdviceReceived {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.advice);
        let efforts: Vec<&str> = self.efforts.iter().map(|one| one.what.as_str()).collect();
        out.named("advised", &efforts.join(" · "));
    }
}

impl Tell for EffectAnswered {
    fn tell(&self, out: &mut Lines<'_>) {
        let what = intervention(out, &self.intervention);
        let action = out.visit.t.of("effect-action", self.action.code());
        out.text(&format!("{what}: {action}"));
        let how = if self.left_out { "nej" } else { "ja" };
        out.coded("answer", "effect-done", how);
        out.text(&self.words);
    }
}
