// SPDX-License-Identifier: EUPL-1.2
//! Coordinator, team and contacts in words.

use super::{Lines, Tell, words};
use traad_domain::body::{
    ContactLogged, CoordinatorAppointed, CoordinatorAway, CoordinatorBack, CoordinatorLeft,
    ExpectationsAgreed, TeamMemberJoined, TeamMemberLeft,
};

impl Tell for CoordinatorAppointed {
    fn tell(&self, out: &mut Lines<'_>) {
        let unit = out.view.directory.name(&self.unit).to_owned();
        out.text(&format!("{}, {unit}", self.name));
        out.named("phone", &self.phone);
        out.named("deviation", self.deviation.as_deref().unwrap_or(""));
    }
}

impl Tell for ExpectationsAgreed {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.text);
    }
}

impl Tell for CoordinatorLeft {
    fn tell(&self, out: &mut Lines<'_>) {
        out.coded("reason", "leaving-reason", self.reason.code());
    }
}

impl Tell for CoordinatorAway {
    fn tell(&self, out: &mut Lines<'_>) {
        let day = |day| out.visit.t.date(day);
        let days = match self.until {
            Some(until) => format!("{} – {}", day(self.from), day(until)),
            None => out.visit.t.a("entry-away-from", &("day", day(self.from))),
        };
        out.text(&format!("{}, {days}", self.name));
    }
}

impl Tell for CoordinatorBack {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.name);
    }
}

impl Tell for TeamMemberJoined {
    fn tell(&self, out: &mut Lines<'_>) {
        let kind = words(out.visit, "unit-kinds", self.actor.code());
        let who = if self.contact.trim().is_empty() {
            kind
        } else {
            format!("{kind}: {}", self.contact)
        };
        out.text(&who);
        out.named("phone", &self.phone);
        out.named("relation-to-her", &self.relation);
        let supports: Vec<String> = self.supports.iter().map(|s| s.code().to_owned()).collect();
        for code in supports {
            out.coded("supports", "work-actor-supports", &code);
        }
        if self.conflict {
            let words = out.visit.t.s("work-actor-conflict");
            out.text(&words);
        }
        if let Some(yes) = self.her_yes {
            out.coded("her-yes", "work-actor-yes", if yes { "ja" } else { "nej" });
        }
    }
}

impl Tell for TeamMemberLeft {
    fn tell(&self, out: &mut Lines<'_>) {
        let kind = words(out.visit, "unit-kinds", self.actor.code());
        out.text(&kind);
        out.named("reason", &self.reason);
    }
}

impl Tell for ContactLogged {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("with", &self.with);
        out.text(&self.text);
    }
}
