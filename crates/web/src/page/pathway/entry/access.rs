// SPDX-License-Identifier: EUPL-1.2
//! Nødadgang and ledelsestilsyn in words.

use super::{Lines, Tell};
use traad_domain::body::{EmergencyEnded, EmergencyOpened, EmergencyReviewed, SupervisionOpened};

impl Tell for EmergencyOpened {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("reason", &self.reason);
        let until = out.visit.moment(self.until);
        out.named("access-until", &until);
        if let Some(unit) = &self.reviewer {
            out.unit("access-reviewer", unit);
        }
    }
}

impl Tell for EmergencyEnded {
    fn tell(&self, _: &mut Lines<'_>) {}
}

impl Tell for EmergencyReviewed {
    fn tell(&self, out: &mut Lines<'_>) {
        out.sentence(if self.justified {
            "emergency-justified"
        } else {
            "emergency-not-justified"
        });
        out.text(&self.conclusion);
        match &self.endangers {
            Some(why) => out.named("access-not-told", why),
            None => out.sentence("emergency-told"),
        }
    }
}

impl Tell for SupervisionOpened {
    fn tell(&self, out: &mut Lines<'_>) {
        out.coded("purpose", "supervision-purpose", self.purpose.code());
        let until = out.visit.moment(self.until);
        out.named("access-until", &until);
    }
}
