// SPDX-License-Identifier: EUPL-1.2
//! A child's check-ups in words.

use super::{Lines, Tell};
use traad_domain::body::{
    CheckupTold, CheckupsEnded, CheckupsEntitled, CheckupsOfferClosed, CheckupsPlaced,
    CheckupsPlanned, OutreachTried,
};

impl Tell for CheckupsEntitled {
    fn tell(&self, out: &mut Lines<'_>) {
        out.unit("clinic", &self.clinic);
    }
}

impl Tell for CheckupsPlaced {
    fn tell(&self, out: &mut Lines<'_>) {
        out.unit("place", &self.unit);
        out.text(&self.note);
    }
}

impl Tell for CheckupsPlanned {
    fn tell(&self, out: &mut Lines<'_>) {
        let days = self.checkups.iter().map(|one| out.visit.t.date(one.on));
        let days = days.collect::<Vec<_>>().join(", ");
        out.named("days", &days);
        out.day("until", Some(self.until));
        out.named("reason", self.reason.as_deref().unwrap_or_default());
    }
}

impl Tell for CheckupTold {
    fn tell(&self, out: &mut Lines<'_>) {
        let state = out.visit.t.of("checkup-state", self.outcome.code());
        out.text(&state);
        out.day("to-day", self.to);
        if let Some(because) = self.because {
            let because = out.visit.t.of("checkup-because", because.code());
            out.text(&because);
        }
        out.text(&self.note);
    }
}

impl Tell for OutreachTried {
    fn tell(&self, out: &mut Lines<'_>) {
        let answer = if self.reached { "ja" } else { "nej" };
        let how = out.visit.t.of("outreach-how", self.how.code());
        let came = out.visit.t.of("outreach-reached", answer);
        out.text(&how);
        out.text(&came);
        out.text(&self.note);
    }
}

impl Tell for CheckupsOfferClosed {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("name", &self.name);
    }
}

impl Tell for CheckupsEnded {
    fn tell(&self, out: &mut Lines<'_>) {
        let way = out.visit.t.of("checkups-ended-way", self.way.code());
        out.text(&way);
        out.named("reason", &self.reason);
        out.named("without", self.without.as_deref().unwrap_or_default());
    }
}
