// SPDX-License-Identifier: EUPL-1.2
//! Birth, loss and the child's own entries in words.

use super::{Lines, Tell};
use crate::page::pathway::usage;
use traad_domain::body::{
    AbstinenceObserved, AdoptionSealed, ChildAdmitted, ChildBorn, ChildDischarged, ChildLost,
    CustodyStated, Died, ExposureDetailed, ExposurePosition, ExposureStated, FamilyMoved,
    HandoverSent, HomecomingAssessed, InjuryJudged, LinkedWith, PathwayMoved, PregnancyEnded,
    PregnancyLost,
};

impl Tell for PregnancyLost {
    fn tell(&self, out: &mut Lines<'_>) {
        if let Some(kind) = self.kind {
            out.coded("loss", "loss-kind", kind.code());
        }
        out.text(&self.note);
    }
}

impl Tell for PregnancyEnded {
    fn tell(&self, _: &mut Lines<'_>) {}
}

impl Tell for ChildLost {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("name", &self.name);
    }
}

impl Tell for Died {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.note);
    }
}

/// Nobody reads it.
impl Tell for AdoptionSealed {
    fn tell(&self, _: &mut Lines<'_>) {}
}

impl Tell for LinkedWith {
    fn tell(&self, out: &mut Lines<'_>) {
        out.coded("relation", "relation", self.relation.code());
    }
}

impl Tell for ChildBorn {
    fn tell(&self, out: &mut Lines<'_>) {
        if let Some(grams) = self.weight {
            out.named("weight", &format!("{grams} g"));
        }
        if let Some(days) = self.gestation {
            let days = u32::from(days);
            out.named("gestation", &format!("{}+{}", days / 7, days % 7));
        }
    }
}

impl Tell for ExposureStated {
    fn tell(&self, out: &mut Lines<'_>) {
        out.coded("exposed", "exposed", self.exposed.code());
        out.listed("substances", "substances", &self.substances);
        out.coded("certainty", "certainty", self.certainty.code());
        out.day("assess-by", self.assess_by);
    }
}

impl Tell for ExposureDetailed {
    fn tell(&self, out: &mut Lines<'_>) {
        for used in &self.uses {
            let sentence = usage::sentence(out.visit, used);
            out.text(&sentence);
        }
    }
}

impl Tell for CustodyStated {
    fn tell(&self, out: &mut Lines<'_>) {
        out.coded("custody", "custody", self.custody.code());
        out.named("holders", &self.holders.join(", "));
    }
}

impl Tell for ChildAdmitted {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("ward", &self.ward);
        out.day("from", Some(self.from));
        out.day("until", self.to);
        out.text(&self.note);
    }
}

impl Tell for AbstinenceObserved {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("scale", &self.scale);
        if let Some(score) = self.score {
            out.named("score", &score.to_string());
        }
        out.text(&self.course);
    }
}

impl Tell for InjuryJudged {
    fn tell(&self, out: &mut Lines<'_>) {
        out.coded("status", "injury", self.status.code());
        out.text(&self.note);
    }
}

impl Tell for HomecomingAssessed {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("situation", &self.situation);
        out.named("support", &self.support);
    }
}

impl Tell for ChildDischarged {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("without", self.without.as_deref().unwrap_or_default());
    }
}

impl Tell for HandoverSent {
    fn tell(&self, out: &mut Lines<'_>) {
        out.coded("receiver", "work-step-value", self.receiver.code());
        out.unit("to", &self.unit);
        out.text(&self.text);
        if let Some(document) = &self.document {
            out.named("needs", &document.needs);
            out.named("strengths", &document.strengths);
            out.named("challenges", &document.challenges);
            // That the cause was not told to this receiver is no line of what it was told.
            if document.exposure != ExposurePosition::NotTold {
                out.coded("exposure", "moving-exposure", document.exposure.code());
            }
        }
        if let Some(transition) = &self.transition {
            out.named("steps-done", &transition.done.join(" · "));
            out.named("steps-left", &transition.left.join(" · "));
        }
    }
}

impl Tell for FamilyMoved {
    fn tell(&self, out: &mut Lines<'_>) {
        out.day("moved-on", Some(self.on));
        let place = out.visit.t.of("moving-where", self.whereabouts.code());
        out.text(&place);
        if let Some(to) = &self.to {
            out.kommune(to);
        }
        out.text(&self.note);
    }
}

impl Tell for PathwayMoved {
    fn tell(&self, out: &mut Lines<'_>) {
        out.kommune(&self.to);
    }
}
