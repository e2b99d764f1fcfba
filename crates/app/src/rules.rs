// SPDX-License-Identifier: EUPL-1.2
//! The rulebook of this release with its calendar, and the agreement as rules read it.
//!
//! Rules are part of the binary: what counted on a day can always be shown again. Local wishes live in the agreement.

use crate::error::AppError;
use jiff::civil::Date;
use std::collections::BTreeMap;
use traad_domain::agreement::{Answers, InForce, Term};
use traad_duty::agreement::{Agreement, AgreementTerms, AgreementVersion, Answer};
use traad_duty::calendar::{Calendar, Day, Minute, Unit};
use traad_duty::recommendation::Recommendations;
use traad_duty::rule::{Demand, RuleInfo, Rulebook, SourceFile};

/// The files of the rulebook, in the order they are read.
const FILES: [SourceFile<'static>; 5] = [
    SourceFile {
        name: "facts.toml",
        text: include_str!("../../../rulebook/facts.toml"),
    },
    SourceFile {
        name: "lov.toml",
        text: include_str!("../../../rulebook/lov.toml"),
    },
    SourceFile {
        name: "gravide.toml",
        text: include_str!("../../../rulebook/gravide.toml"),
    },
    SourceFile {
        name: "aftale.toml",
        text: include_str!("../../../rulebook/aftale.toml"),
    },
    SourceFile {
        name: "boern.toml",
        text: include_str!("../../../rulebook/boern.toml"),
    },
];

const RECOMMENDATIONS: SourceFile<'static> = SourceFile {
    name: "recommendations.toml",
    text: include_str!("../../../rulebook/recommendations.toml"),
};

/// What is proposed where an agreement does not answer (rows P01, P04–P06, P14): shown beside, never counted.
const PROPOSALS: [(&str, i32); 5] = [
    ("coordinator.days", 3),
    ("meetings.minimum", 3),
    ("meetings.notice-days", 10),
    ("plan.follow-up-weeks", 4),
    ("handover.days", 10),
];

/// Rules, recommendations and calendar.
#[derive(Debug)]
pub struct Rules {
    pub(crate) rulebook: Rulebook,
    pub(crate) calendar: Calendar,
    recommendations: Recommendations,
}

impl Rules {
    /// The rulebook of this release.
    pub fn embedded() -> Result<Self, AppError> {
        let rulebook = Rulebook::compile(&FILES, Demand::Published).map_err(AppError::internal)?;
        let calendar = Calendar::copenhagen(&[]).map_err(AppError::internal)?;
        let recommendations =
            Recommendations::parse(&RECOMMENDATIONS).map_err(AppError::internal)?;
        Ok(Self {
            rulebook,
            calendar,
            recommendations,
        })
    }

    /// The compiled rules.
    pub fn rulebook(&self) -> &Rulebook {
        &self.rulebook
    }

    /// The calendar of Danish days.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The recommendations of both forløbsbeskrivelser.
    pub fn recommendations(&self) -> &Recommendations {
        &self.recommendations
    }

    /// A rule by its id.
    pub fn rule(&self, id: &str) -> Option<&RuleInfo> {
        self.rulebook.find(id).map(|(_, rule)| rule)
    }

    /// Whether a day is a Danish public holiday.
    pub fn is_holiday(&self, day: jiff::civil::Date) -> bool {
        traad_duty::calendar::is_public_holiday(Day::from_date(day))
    }

    /// The day that lies a number of arbejdsdage after another.
    pub fn working_days_from(&self, day: jiff::civil::Date, count: u32) -> jiff::civil::Date {
        let count = i32::try_from(count).unwrap_or(i32::MAX);
        self.calendar
            .add(Day::from_date(day), count, Unit::Arbejdsdage)
            .date()
    }

    /// The first minute of a day.
    pub(crate) fn start_of(&self, day: Date) -> Minute {
        self.calendar.start_of(Day::from_date(day))
    }

    /// What is in force from one moment to the next, as rules read it.
    pub(crate) fn agreement<'a>(
        &self,
        periods: impl IntoIterator<Item = (Minute, Option<&'a InForce>)>,
    ) -> Result<Agreement, AppError> {
        let versions = periods
            .into_iter()
            .map(|(from, agreed)| AgreementVersion {
                id: agreed.map(InForce::label).unwrap_or_default(),
                in_force_from: from,
                answers: agreed.map_or_else(BTreeMap::new, |a| readable(&a.answers)),
            })
            .collect();
        let proposals: BTreeMap<_, _> = PROPOSALS
            .iter()
            .map(|(key, number)| ((*key).to_owned(), Answer::Number(*number)))
            .collect();
        Agreement::new(
            &self.rulebook,
            &AgreementTerms {
                versions,
                proposals,
            },
        )
        .map_err(AppError::internal)
    }
}

fn readable(answers: &Answers) -> BTreeMap<String, Answer> {
    answers.terms().into_iter().map(answer).collect()
}

fn answer((key, term): (&'static str, Term)) -> (String, Answer) {
    let answer = match term {
        Term::Number(number) => Answer::Number(i32::try_from(number).unwrap_or(i32::MAX)),
        Term::Positions(positions) => Answer::List(positions),
    };
    (key.to_owned(), answer)
}
