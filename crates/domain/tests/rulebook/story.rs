// SPDX-License-Identifier: EUPL-1.2
//! Small, made-up journals: told in words and Danish time, read as duties at a moment.

use crate::rulebook;
use jiff::civil::DateTime;
use std::collections::BTreeMap;
use traad_duty::calendar::{Calendar, Minute};
use traad_duty::engine::{Derivation, Duty, Status, derive};
use traad_duty::fact::{Journal, RawFact};
use traad_duty::rule::Rulebook;
use traad_duty::{Agreement, AgreementTerms, AgreementVersion, Answer};

pub(crate) const ON_TIME: Status = Status::OnTime {
    recorded_late: false,
};

/// A journal, an agreement and the moments in it, in Danish time.
pub(crate) struct Story {
    pub(crate) rulebook: Rulebook,
    pub(crate) calendar: Calendar,
    facts: Vec<RawFact>,
    answers: BTreeMap<String, Answer>,
}

/// Duties as they stand at a moment.
pub(crate) struct Standing<'s> {
    story: &'s Story,
    journal: Journal,
    agreement: Agreement,
    pub(crate) derivation: Derivation,
}

impl Story {
    /// A pregnancy, opened and dated in week 9 on 1 March 2026, without an agreement.
    pub(crate) fn pregnancy() -> Self {
        let mut story = Self {
            rulebook: rulebook(),
            calendar: Calendar::copenhagen(&[]).unwrap(),
            facts: Vec::new(),
            answers: BTreeMap::new(),
        };
        story.tell("2026-03-01T09:00", "pathway-opened", "kind=pregnancy");
        story.tell(
            "2026-03-01T09:01",
            "dated",
            "lmp=2026-01-01 due=2026-10-08 method=lmp",
        );
        story
    }

    pub(crate) fn minute(&self, at: &str) -> Minute {
        self.calendar.minute_at(at.parse::<DateTime>().unwrap())
    }

    pub(crate) fn tell(&mut self, at: &str, kind: &str, attributes: &str) {
        let seq = u32::try_from(self.facts.len()).unwrap() + 1;
        let fact = RawFact::new(kind.to_owned()).seq(seq).at(self.minute(at));
        self.facts
            .push(attributes.split_whitespace().fold(fact, |fact, pair| {
                let (name, value) = pair.split_once('=').unwrap();
                fact.attr(name.to_owned(), value)
            }));
    }

    pub(crate) fn notified(&mut self, at: &str, reference: &str) {
        self.tell(
            at,
            "notification-received",
            &format!("ref={reference} unit=u unborn=yes notifier=professional active-measure=no"),
        );
    }

    pub(crate) fn agree(&mut self, key: &str, answer: Answer) {
        self.answers.insert(key.to_owned(), answer);
    }

    pub(crate) fn at(&self, now: &str) -> Standing<'_> {
        let version = AgreementVersion {
            id: "a1".to_owned(),
            in_force_from: self.minute("2026-01-01T00:00"),
            answers: self.answers.clone(),
        };
        let terms = AgreementTerms {
            versions: vec![version],
            proposals: [("coordinator.days".to_owned(), Answer::Number(3))].into(),
        };
        let agreement = Agreement::new(&self.rulebook, &terms).unwrap();
        let journal = Journal::new(&self.rulebook, &self.calendar, &self.facts).unwrap();
        let derivation = derive(
            &self.rulebook,
            &self.calendar,
            &journal,
            &agreement,
            self.minute(now),
        );
        Standing {
            story: self,
            journal,
            agreement,
            derivation,
        }
    }
}

impl Standing<'_> {
    pub(crate) fn all(&self, rule: &str) -> Vec<(String, Duty)> {
        let (number, _) = self
            .story
            .rulebook
            .find(rule)
            .unwrap_or_else(|| panic!("{rule}"));
        let duties = self
            .derivation
            .duties
            .iter()
            .filter(|duty| duty.rule() == number);
        let key = |duty: &Duty| {
            self.derivation
                .key(&self.story.rulebook, &self.journal, &self.agreement, duty)
        };
        duties.map(|duty| (key(duty), *duty)).collect()
    }

    pub(crate) fn one(&self, rule: &str) -> Duty {
        let all = self.all(rule);
        assert_eq!(all.len(), 1, "{rule}");
        all[0].1
    }

    pub(crate) fn status(&self, rule: &str) -> Status {
        self.one(rule).status
    }

    pub(crate) fn due(&self, rule: &str) -> String {
        let due = self
            .one(rule)
            .due
            .unwrap_or_else(|| panic!("{rule} has no date"));
        self.story
            .calendar
            .wall_clock(due)
            .strftime("%Y-%m-%d %H:%M")
            .to_string()
    }

    pub(crate) fn is_owed(&self, rule: &str) -> bool {
        self.all(rule).iter().any(|(_, duty)| duty.is_open())
    }
}
