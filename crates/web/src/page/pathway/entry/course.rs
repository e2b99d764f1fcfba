// SPDX-License-Identifier: EUPL-1.2
//! Beginning, dating, birth and ending in words, and what is done with entries themselves.

use super::{Lines, Tell, words};
use traad_domain::body::{
    Annulled, Birth, ClosingProposed, Dated, Disclosed, Erased, JoinedWith, KeptFromParty,
    MovedHere, PathwayClosed, PathwayOpened, PathwayReopened, ShownToParty, StepTaken,
};
use traad_domain::time::due_date;

impl Tell for PathwayOpened {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("case", &self.case_number);
        if let Some(code) = &self.municipality {
            let name = out
                .visit
                .app
                .catalogue()
                .municipality(code.as_str())
                .map(|m| m.name.clone());
            out.named("municipality", &name.unwrap_or_default());
        }
    }
}

impl Tell for ClosingProposed {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("reason", &self.reason);
    }
}

impl Tell for PathwayClosed {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("reason", &self.reason);
        out.named("few-meetings", self.few_meetings.as_deref().unwrap_or(""));
    }
}

impl Tell for PathwayReopened {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("reason", &self.reason);
    }
}

impl Tell for JoinedWith {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("reason", &self.reason);
    }
}

impl Tell for Dated {
    fn tell(&self, out: &mut Lines<'_>) {
        out.day("due", Some(due_date(self.lmp)));
        out.coded("method", "dating-method", self.method.code());
    }
}

impl Tell for Birth {
    fn tell(&self, out: &mut Lines<'_>) {
        let count = out
            .visit
            .t
            .a("entry-children", &("n", u32::from(self.children)));
        out.text(&count);
    }
}

impl Tell for StepTaken {
    fn tell(&self, out: &mut Lines<'_>) {
        let step = out
            .visit
            .t
            .opt(&format!("step.{}", self.step))
            .unwrap_or_else(|| words(out.visit, "offers", &self.step));
        out.text(&step);
        out.text(&self.note);
    }
}

impl Tell for Disclosed {
    fn tell(&self, out: &mut Lines<'_>) {
        out.unit("to", &self.to);
        out.named("reason", &self.reason);
    }
}

impl Tell for ShownToParty {
    fn tell(&self, _: &mut Lines<'_>) {}
}

impl Tell for KeptFromParty {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("reason", &self.reason);
        out.day("review", Some(self.review));
    }
}

impl Tell for Annulled {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("reason", &self.reason);
    }
}

impl Tell for MovedHere {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&out.visit.t.of("entry", &self.kind));
        out.named("reason", &self.reason);
        out.named("decided-by", &self.decided_by);
    }
}

impl Tell for Erased {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("ground", &self.ground);
        out.named("decided-by", &self.decided_by);
    }
}
