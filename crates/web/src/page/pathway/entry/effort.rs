// SPDX-License-Identifier: EUPL-1.2
//! Assessment, screening, judgement, plan and meetings in words.

use super::{Lines, Tell, capital, words};
use crate::page::kommune::language;
use crate::page::pathway::screening;
use traad_domain::body::{
    AssessmentCompleted, InterventionEnded, InterventionStarted, LevelJudged, MeetingAnswered,
    MeetingCalled, MeetingCancelled, MeetingDecided, MeetingHeld, MeetingMoved, ParticipantRemoved,
    PlanFollowedUp, PlanMade, ResidentialOffered, ScreeningDone, SupportAgreed, TimesAnswered,
    TimesAsked,
};
use traad_domain::id::RefId;

impl Tell for AssessmentCompleted {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("situation", &self.situation);
        out.named("resources", &self.resources);
        out.named("challenges", &self.challenges);
        let groups: Vec<String> = self.problems.iter().map(|p| p.group.clone()).collect();
        out.listed("problems", "problems", &groups);
    }
}

impl Tell for ScreeningDone {
    fn tell(&self, out: &mut Lines<'_>) {
        let tool = screening::name(out.visit, &self.tool);
        let score = screening::score(out.visit, self);
        out.text(&format!("{tool}: {score}"));
        let known = out.visit.app.catalogue().screening(&self.tool);
        let answers = self.answers.iter().map(|answer| {
            let question = known.and_then(|tool| tool.items.iter().find(|q| q.id == answer.item));
            let name = question.map_or(answer.item.as_str(), |question| {
                question.name.in_language(language(out.visit))
            });
            format!("{name}: {}", answer.points)
        });
        let answers: Vec<String> = answers.collect();
        out.text(&answers.join(" · "));
    }
}

impl Tell for LevelJudged {
    fn tell(&self, out: &mut Lines<'_>) {
        let level = words(out.visit, "levels", self.level.code());
        out.text(&capital(&level));
        out.listed("criteria", "level-criteria", &self.criteria);
        out.named("reason", &self.reason);
    }
}

impl Tell for ResidentialOffered {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("place", &self.place);
        out.coded("answer", "residential-answer", self.answer.code());
        out.named("raised-to", self.raised_to.as_deref().unwrap_or(""));
    }
}

impl Tell for PlanMade {
    fn tell(&self, out: &mut Lines<'_>) {
        let version = out.visit.t.a("plan-version", &("n", self.version));
        out.text(&version);
        out.named("goals", &self.goals);
        let efforts: Vec<&str> = self
            .interventions
            .iter()
            .map(|i| i.what.trim())
            .filter(|w| !w.is_empty())
            .collect();
        out.named("interventions", &efforts.join(" · "));
        out.day("follow-up", self.next_follow_up);
    }
}

/// What an intervention is called in the newest readable plan that has it.
pub(super) fn intervention(out: &Lines<'_>, reference: &RefId) -> String {
    let versions = out
        .view
        .pathway
        .plan
        .iter()
        .flat_map(|plan| plan.versions.iter().rev());
    let mut all = versions.flat_map(|version| &version.body.interventions);
    all.find(|i| &i.reference == reference)
        .map(|i| i.what.clone())
        .unwrap_or_default()
}

impl Tell for InterventionStarted {
    fn tell(&self, out: &mut Lines<'_>) {
        let what = intervention(out, &self.intervention);
        let strand = out.visit.t.of("work-strand", self.strand.code());
        let line = if what.is_empty() {
            strand
        } else {
            format!("{what} ({})", strand.to_lowercase())
        };
        out.text(&line);
    }
}

impl Tell for InterventionEnded {
    fn tell(&self, out: &mut Lines<'_>) {
        let what = intervention(out, &self.intervention);
        out.text(&what);
        out.named("reason", &self.reason);
    }
}

impl Tell for PlanFollowedUp {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("woman", &self.woman);
        out.named("partner", self.partner.as_deref().unwrap_or(""));
        let own = if self.family.is_some() {
            "for-child"
        } else {
            "child"
        };
        out.named(own, &self.child);
        out.named("family", self.family.as_deref().unwrap_or(""));
        for review in &self.reviews {
            let what = intervention(out, &review.intervention);
            let choice = words(out.visit, "follow-up-choices", review.choice.code());
            let verdict = review.verdict.map(|verdict| {
                let words = out.visit.t.of("childfollow-verdict", verdict.code());
                format!("{words}. ")
            });
            let verdict = verdict.unwrap_or_default();
            out.text(&format!(
                "{what}: {verdict}{} ({choice})",
                review.effect.trim()
            ));
            out.named("unchanged", review.unchanged.as_deref().unwrap_or(""));
        }
        out.day("follow-up", Some(self.next));
    }
}

impl Tell for MeetingCalled {
    fn tell(&self, out: &mut Lines<'_>) {
        let at = out.visit.moment(self.at);
        out.named("held-on", &at);
        out.named("place", &self.place);
        out.named("purpose", &self.purpose);
        out.named("invited", &self.invited.join(", "));
        for (label, reason) in [
            ("short-notice", &self.short_notice),
            ("other-convener", &self.other_convener),
            ("not-listed", &self.not_listed),
            ("despite-risk", &self.despite_risk),
        ] {
            out.named(label, reason.as_deref().unwrap_or(""));
        }
    }
}

impl Tell for SupportAgreed {
    fn tell(&self, out: &mut Lines<'_>) {
        let words = super::super::meetings::support(out.visit, out.view, self);
        out.text(&words);
    }
}

impl Tell for MeetingDecided {
    fn tell(&self, out: &mut Lines<'_>) {
        let line = super::super::meetings::decided(out.visit, self);
        out.text(&line);
    }
}

impl Tell for ParticipantRemoved {
    fn tell(&self, out: &mut Lines<'_>) {
        out.unit("removed", &self.unit);
    }
}

impl Tell for MeetingHeld {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("attended", &self.attended.join(", "));
        if let Some(part) = self.her_part {
            out.coded("her-part", "meeting-her", part.code());
        }
        out.text(&self.minutes);
        for decision in &self.decisions {
            let line = super::super::meetings::decision(out.visit, decision);
            out.text(&line);
        }
    }
}

impl Tell for TimesAsked {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("purpose", &self.purpose);
        for time in &self.times {
            let at = out.visit.moment(*time);
            out.text(&at);
        }
    }
}

impl Tell for TimesAnswered {
    fn tell(&self, out: &mut Lines<'_>) {
        if self.suits.is_empty() {
            let none = out.visit.t.s("times-none");
            out.text(&none);
        }
        for time in &self.suits {
            let at = out.visit.moment(*time);
            out.text(&at);
        }
    }
}

impl Tell for MeetingAnswered {
    fn tell(&self, out: &mut Lines<'_>) {
        out.coded("answer", "meeting-reply", self.reply.code());
    }
}

impl Tell for MeetingMoved {
    fn tell(&self, out: &mut Lines<'_>) {
        let at = out.visit.moment(self.at);
        out.named("held-on", &at);
        out.named("place", &self.place);
        out.named("short-notice", self.short_notice.as_deref().unwrap_or(""));
    }
}

impl Tell for MeetingCancelled {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("reason", &self.reason);
    }
}
