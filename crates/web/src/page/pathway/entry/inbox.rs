// SPDX-License-Identifier: EUPL-1.2
//! Concern, notification and referral in words.

use super::{Lines, Tell, capital, words};
use traad_domain::body::{
    AdultAuthorityInformed, AssessedAcutely, ChildsNeedAssessed, ConcernRaised, DecisionPostponed,
    NotificationAcknowledged, NotificationForwarded, NotificationOutcome, NotificationReceived,
    NotificationSent, NotifierInformed, ReferralAccepted, ReferralCompleted, ReferralConsidered,
    ReferralDeclined, ReferralFollowedUp, ReferralSent, SecondOpinionGiven, UseRecorded,
};

impl Tell for ConcernRaised {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.words);
        out.listed("signs", "signs", &self.signs);
        out.coded("support-need", "support-need", self.support_need.code());
    }
}

impl Tell for UseRecorded {
    fn tell(&self, out: &mut Lines<'_>) {
        let line = super::super::usage::sentence(out.visit, self);
        out.text(&line);
    }
}

impl Tell for DecisionPostponed {
    fn tell(&self, out: &mut Lines<'_>) {
        out.day("again", Some(self.until));
        out.named("reason", &self.reason);
    }
}

impl Tell for NotificationSent {
    fn tell(&self, out: &mut Lines<'_>) {
        out.unit("to", &self.to);
        if let Some(emergency) = &self.emergency {
            out.unit("emergency", emergency);
        }
        out.text(&self.text);
        let told = out.visit.t.of("told", self.told.code());
        out.named("told", &format!("{told} {}", self.told_note));
    }
}

impl Tell for NotificationReceived {
    fn tell(&self, out: &mut Lines<'_>) {
        out.unit("with", &self.unit);
    }
}

impl Tell for AssessedAcutely {
    fn tell(&self, out: &mut Lines<'_>) {
        let acute = out
            .visit
            .t
            .s(if self.acute { "acute-yes" } else { "acute-no" });
        out.text(&capital(&acute));
        out.text(&self.conclusion);
    }
}

impl Tell for NotificationAcknowledged {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.letter);
    }
}

impl Tell for NotificationForwarded {
    fn tell(&self, out: &mut Lines<'_>) {
        out.unit("to", &self.to);
        out.named("reason", &self.reason);
    }
}

impl Tell for NotificationOutcome {
    fn tell(&self, out: &mut Lines<'_>) {
        let outcome = out.visit.t.of("notification-outcome", self.outcome.code());
        out.text(&outcome);
        out.named("reason", &self.reason);
    }
}

impl Tell for NotifierInformed {
    fn tell(&self, out: &mut Lines<'_>) {
        out.sentence(if self.started {
            "something-started"
        } else {
            "nothing-started"
        });
        out.text(&self.text);
    }
}

impl Tell for SecondOpinionGiven {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.conclusion);
    }
}

impl Tell for ChildsNeedAssessed {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.conclusion);
    }
}

impl Tell for AdultAuthorityInformed {
    fn tell(&self, out: &mut Lines<'_>) {
        out.unit("to", &self.to);
        out.text(&self.text);
        out.coded("basis", "adult-basis", self.basis.code());
        out.named("reason", &self.reason);
    }
}

impl Tell for ReferralConsidered {
    fn tell(&self, out: &mut Lines<'_>) {
        let target = words(out.visit, "referral-targets", self.target.code());
        out.named("to", &target);
        out.coded("her-answer", "her-answer", self.answer.code());
    }
}

impl Tell for ReferralSent {
    fn tell(&self, out: &mut Lines<'_>) {
        out.unit("to", &self.to);
        out.coded("her-answer", "her-answer", self.answer.code());
        out.text(&self.text);
    }
}

impl Tell for ReferralAccepted {
    fn tell(&self, out: &mut Lines<'_>) {
        let names: Vec<&str> = self.assignees.iter().map(|a| a.name.as_str()).collect();
        out.named("assigned", &names.join(", "));
        out.text(&self.note);
    }
}

impl Tell for ReferralDeclined {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("reason", &self.reason);
    }
}

impl Tell for ReferralFollowedUp {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.note);
    }
}

impl Tell for ReferralCompleted {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.note);
    }
}
