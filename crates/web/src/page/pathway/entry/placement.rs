// SPDX-License-Identifier: EUPL-1.2
//! A placement outside the home, and a young person who will be of age, in words.

use super::{Lines, Tell};
use traad_domain::body::{
    AdulthoodPrepared, BreakdownRiskJudged, CarerSaid, CarersMatched, CarersMeetingCalled,
    CarersOffered, CarersTold, ChildPlaced, DifficultyJudged, ExposureConsidered,
    ParentsSupportOffered, PlacementEnded, PlacementHome, ToldInTalk,
};

impl Tell for ChildPlaced {
    fn tell(&self, out: &mut Lines<'_>) {
        out.listed(
            "placed-in",
            "placement-kinds",
            std::slice::from_ref(&self.kind),
        );
        out.day("from", Some(self.from));
        out.day("until", self.until);
        out.named("reason", self.deviation.as_deref().unwrap_or_default());
        out.named("parents", &self.parents.join(", "));
    }
}

impl Tell for PlacementHome {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.place);
        out.text(&self.address);
        out.text(&self.phone);
        out.named("carers", &self.carers.join(", "));
    }
}

impl Tell for PlacementEnded {
    fn tell(&self, out: &mut Lines<'_>) {
        let how = out.visit.t.of("placement-how", self.how.code());
        out.text(&how);
        out.day("until", Some(self.on));
        out.text(&self.cause);
        out.named(
            "without-offer",
            self.without_offer.as_deref().unwrap_or_default(),
        );
    }
}

impl Tell for CarersTold {
    fn tell(&self, out: &mut Lines<'_>) {
        for (label, text) in [
            ("needs", &self.needs),
            ("helps", &self.helps),
            ("triggers", &self.triggers),
            ("medicine", &self.medicine),
            ("adapted", &self.adapted),
            ("background", &self.background),
            ("call", &self.call),
        ] {
            out.named(label, text);
        }
    }
}

impl Tell for CarersOffered {
    fn tell(&self, out: &mut Lines<'_>) {
        let what = out.visit.t.of("placement-help", self.what.code());
        out.text(&what);
        out.coded("answer", "placement-answered", self.answer.code());
        out.day("offered-on", Some(self.on));
        out.text(&self.content);
    }
}

impl Tell for CarersMatched {
    fn tell(&self, out: &mut Lines<'_>) {
        for demand in &self.demands {
            let label = if demand.met {
                "demand-met"
            } else {
                "demand-unmet"
            };
            out.named(label, &demand.what);
        }
    }
}

impl Tell for DifficultyJudged {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.difficulty);
        let causes = self.causes.iter();
        let causes = causes.map(|cause| out.visit.t.of("placement-causes", cause.code()));
        let causes: Vec<String> = causes.collect();
        out.named("may-be", &causes.join(" · "));
        out.named("support", &self.support);
    }
}

impl Tell for BreakdownRiskJudged {
    fn tell(&self, out: &mut Lines<'_>) {
        let risk = out.visit.t.of("placement-risk", self.risk.code());
        out.text(&risk);
        out.text(&self.reason);
        out.day("meet-by", self.meet_by);
    }
}

impl Tell for CarersMeetingCalled {
    fn tell(&self, out: &mut Lines<'_>) {
        let at = out.visit.moment(self.at);
        out.text(&at);
        out.text(&self.place);
        out.text(&self.purpose);
    }
}

impl Tell for ParentsSupportOffered {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.parent);
        out.coded("answer", "placement-answered", self.answer.code());
        out.day("offered-on", Some(self.on));
        out.text(&self.content);
    }
}

impl Tell for ExposureConsidered {
    fn tell(&self, out: &mut Lines<'_>) {
        let answer = |yes| if yes { "placement-yes" } else { "placement-no" };
        let recognised = out.visit.t.s(answer(self.recognised));
        out.named("recognised", &recognised);
        let acted = out.visit.t.s(answer(self.acted_on));
        out.named("acted-on", &acted);
        out.text(&self.note);
    }
}

impl Tell for CarerSaid {
    fn tell(&self, out: &mut Lines<'_>) {
        let what = out.visit.t.of("carer-word", self.what.code());
        out.text(&what);
        out.text(&self.words);
    }
}

impl Tell for AdulthoodPrepared {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("needs", &self.document.needs);
        out.named("strengths", &self.document.strengths);
        out.named("challenges", &self.document.challenges);
        out.coded("exposure", "moving-exposure", self.document.exposure.code());
        out.named("no-receiver", self.without.as_deref().unwrap_or_default());
    }
}

impl Tell for ToldInTalk {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("told-by", &self.by);
        out.day("held-on", Some(self.on));
    }
}
