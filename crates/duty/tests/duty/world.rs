// SPDX-License-Identifier: EUPL-1.2
//! A pathway told in a few lines: rules, facts, agreements, and the duties as text.

use traad_duty::why::{Explainer, Why};
use traad_duty::{
    Agreement, AgreementTerms, AgreementVersion, Answer, Calendar, Demand, Derivation, Duty,
    Journal, Minute, RawFact, Rulebook, SourceFile, Status, derive,
};

/// States and anchors that the examples share.
pub(crate) const GROUND: &str = r#"
moves = "pathway-moved"
[states]
closed = { from = "pathway-closed", to = "pathway-reopened" }
born = { from = "birth" }
[anchors]
lmp = ["pathway-opened.lmp", "dated.lmp", "dated.due - 280 days"]
birth = "birth.at"
[rule]
"#;

pub(crate) struct World {
    pub(crate) rulebook: Rulebook,
    pub(crate) calendar: Calendar,
    pub(crate) facts: Vec<RawFact>,
    pub(crate) terms: AgreementTerms,
}

impl World {
    /// A world with these rules on the shared ground, in naive time.
    pub(crate) fn new(rules: &str) -> Self {
        let text = format!("{GROUND}{rules}");
        let file = SourceFile {
            name: "example.toml",
            text: &text,
        };
        Self {
            rulebook: Rulebook::compile(&[file], Demand::Engine)
                .unwrap_or_else(|errors| panic!("{errors}")),
            calendar: Calendar::naive(&[]),
            facts: Vec::new(),
            terms: AgreementTerms::default(),
        }
    }

    /// The next fact. A date without a time is known to the day only; `time ~ time` adds when it was written.
    pub(crate) fn fact(mut self, at: &str, kind: &str, attributes: &[(&str, &str)]) -> Self {
        let seq = u32::try_from(self.facts.len()).unwrap() + 1;
        let (at, recorded) = at
            .split_once(" ~ ")
            .map_or((at, None), |(at, recorded)| (at, Some(recorded)));
        let mut fact = RawFact::new(kind.to_owned()).seq(seq);
        fact = if at.len() == 10 {
            fact.on(traad_duty::Day::parse(at).unwrap())
        } else {
            fact.at(self.minute(at))
        };
        if let Some(recorded) = recorded {
            fact = fact.recorded(self.minute(recorded));
        }
        for (name, value) in attributes {
            fact = fact.attr((*name).to_owned(), *value);
        }
        self.facts.push(fact);
        self
    }

    /// A version of the agreement.
    pub(crate) fn agreed(mut self, from: &str, answers: &[(&str, Answer)]) -> Self {
        let in_force_from = self.minute(from);
        let answers = answers
            .iter()
            .map(|(key, answer)| ((*key).to_owned(), answer.clone()))
            .collect();
        let id = format!("v{}", self.terms.versions.len() + 1);
        self.terms.versions.push(AgreementVersion {
            id,
            in_force_from,
            answers,
        });
        self
    }

    pub(crate) fn proposed(mut self, key: &str, answer: Answer) -> Self {
        self.terms.proposals.insert(key.to_owned(), answer);
        self
    }

    pub(crate) fn minute(&self, text: &str) -> Minute {
        self.calendar.minute_at(text.parse().unwrap())
    }

    pub(crate) fn clock(&self, minute: Option<Minute>) -> String {
        let wall = minute.map(|minute| self.calendar.wall_clock(minute));
        wall.map_or_else(
            || "-".to_owned(),
            |wall| wall.strftime("%Y-%m-%dT%H:%M").to_string(),
        )
    }

    pub(crate) fn journal(&self) -> Journal {
        Journal::new(&self.rulebook, &self.calendar, &self.facts).unwrap()
    }

    pub(crate) fn agreement(&self) -> Agreement {
        Agreement::new(&self.rulebook, &self.terms).unwrap()
    }

    pub(crate) fn derive(&self, now: &str) -> Derivation {
        let (journal, agreement) = (self.journal(), self.agreement());
        derive(
            &self.rulebook,
            &self.calendar,
            &journal,
            &agreement,
            self.minute(now),
        )
    }

    /// `rule key due status` of each duty, and ` by` when it was done.
    pub(crate) fn duties(&self, now: &str) -> Vec<String> {
        let derivation = self.derive(now);
        derivation
            .duties
            .iter()
            .map(|duty| self.line(&derivation, duty))
            .collect()
    }

    pub(crate) fn line(&self, derivation: &Derivation, duty: &Duty) -> String {
        let rule = self.rulebook.rule(duty.rule()).unwrap();
        let key = derivation.key(&self.rulebook, &self.journal(), &self.agreement(), duty);
        let by = duty.done.map_or_else(String::new, |done| {
            format!(" by {}", self.clock(Some(done)))
        });
        format!(
            "{} {key} {} {}{by}",
            rule.id,
            self.clock(duty.due),
            word(duty.status)
        )
    }

    /// The duties are exactly these.
    #[track_caller]
    pub(crate) fn check(&self, now: &str, expected: &[&str]) -> &Self {
        assert_eq!(self.duties(now), expected, "as of {now}");
        self
    }

    /// Why the duty at a place of the derivation stands.
    pub(crate) fn why<T>(&self, now: &str, place: usize, ask: impl FnOnce(Why<'_>) -> T) -> T {
        let (journal, agreement) = (self.journal(), self.agreement());
        let derivation = self.derive(now);
        let explainer = Explainer::new(
            &self.rulebook,
            &self.calendar,
            &journal,
            &agreement,
            self.minute(now),
        );
        ask(explainer
            .why(&derivation, &derivation.duties[place])
            .unwrap())
    }
}

pub(crate) fn word(status: Status) -> &'static str {
    match status {
        Status::OnTime {
            recorded_late: false,
        } => "ontime",
        Status::OnTime {
            recorded_late: true,
        } => "ontime-recorded-late",
        Status::Late => "late",
        Status::Void => "void",
        Status::Explained => "explained",
        Status::Missed => "missed",
        Status::Overdue => "overdue",
        Status::Scheduled => "scheduled",
        Status::DueSoon => "soon",
        Status::Open => "open",
        Status::Unsettled => "unsettled",
    }
}
