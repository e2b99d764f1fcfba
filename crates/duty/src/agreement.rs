// SPDX-License-Identifier: EUPL-1.2
//! The cooperation agreement as rules read it: dated versions of answers, and proposals that never count.
//!
//! Which agreement is the pathway's own (its home kommune's, then another's after a move) is the caller's matter: the
//! versions handed over are those that applied to this pathway, by the time each came into force.

use crate::calendar::Minute;
use crate::fact::NO_VALUE;
use crate::rule::definition::{Amount, Base, Expr};
use crate::rule::plan::{
    AmountPlan, BasePlan, ExprPlan, KeyUse, Plan, ShiftPlan, StepPlan, StepsPlan,
};
use crate::rule::{LAST_PERIOD, Rulebook, expr, is_position, label, span};
use std::collections::BTreeMap;

/// What an agreement answers to one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A number, such as days.
    Number(i32),
    /// Words, such as which unit convenes.
    Text(String),
    /// Positions, such as `gestation 20+0` or `birth + 14 days`.
    List(Vec<String>),
    /// Positions at a distance: `4 weeks`, until `gestation 40+0`.
    Every {
        /// The distance.
        every: String,
        /// The last moment.
        until: String,
    },
}

/// One version of the agreement. A key without an answer is simply absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementVersion {
    /// What names it where a duty is explained.
    pub id: String,
    /// In force from this minute until the next version is.
    pub in_force_from: Minute,
    /// Answers by key.
    pub answers: BTreeMap<String, Answer>,
}

/// All versions that applied to a pathway, and what is proposed where nothing is agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreementTerms {
    /// The versions, in any order.
    pub versions: Vec<AgreementVersion>,
    /// Shown beside what is unsettled; never counted.
    pub proposals: BTreeMap<String, Answer>,
}

/// An answer that a rule cannot read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("agreement `{version}`, key `{key}`: {message}")]
pub struct AgreementError {
    /// The version, or `proposal`.
    pub version: String,
    /// The key.
    pub key: String,
    /// What is wrong and what would be right.
    pub message: String,
}

/// Stands for the proposal where a version is asked for.
pub(crate) const PROPOSAL: u16 = u16::MAX - 1;

/// An agreement ready for one rulebook.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    /// By when they came into force.
    pub(crate) versions: Vec<Terms>,
    pub(crate) proposal: Terms,
}

#[derive(Clone, Debug)]
pub(crate) struct Terms {
    pub(crate) id: String,
    pub(crate) from: Minute,
    /// By the number of the key.
    values: Vec<Value>,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            id: String::new(),
            from: Minute(i32::MIN),
            values: Vec::new(),
        }
    }
}

#[derive(Clone, Debug, Default)]
struct Value {
    answered: bool,
    number: Option<i32>,
    steps: Option<StepsPlan>,
}

impl Agreement {
    /// No agreement at all.
    pub fn none() -> Self {
        Self::default()
    }

    /// Makes terms ready for a rulebook; keys that no rule reads are left out.
    ///
    /// # Errors
    /// When an answer is not of the kind that rules read it as.
    pub fn new(rulebook: &Rulebook, terms: &AgreementTerms) -> Result<Self, AgreementError> {
        let plan = &rulebook.plan;
        let mut versions = Vec::new();
        for version in &terms.versions {
            let values = values(plan, &version.id, &version.answers)?;
            versions.push(Terms {
                id: version.id.clone(),
                from: version.in_force_from,
                values,
            });
        }
        versions.sort_by_key(|version| version.from);
        let proposal = Terms {
            id: "proposal".to_owned(),
            from: Minute(i32::MIN),
            values: values(plan, "proposal", &terms.proposals)?,
        };
        Ok(Self { versions, proposal })
    }

    /// The version in force at a minute.
    pub(crate) fn at(&self, minute: Minute) -> Option<u16> {
        let count = self
            .versions
            .iter()
            .take_while(|version| version.from <= minute)
            .count();
        count
            .checked_sub(1)
            .and_then(|place| u16::try_from(place).ok())
    }

    pub(crate) fn terms(&self, version: Option<u16>) -> Option<&Terms> {
        match version? {
            PROPOSAL => Some(&self.proposal),
            version => self.versions.get(usize::from(version)),
        }
    }
}

impl Terms {
    pub(crate) fn answers(&self, key: u16) -> bool {
        self.values
            .get(usize::from(key))
            .is_some_and(|value| value.answered)
    }

    pub(crate) fn number(&self, key: u16) -> Option<i32> {
        self.values.get(usize::from(key))?.number
    }

    pub(crate) fn steps(&self, key: u16) -> Option<&StepsPlan> {
        self.values.get(usize::from(key))?.steps.as_ref()
    }
}

fn values(
    plan: &Plan,
    version: &str,
    answers: &BTreeMap<String, Answer>,
) -> Result<Vec<Value>, AgreementError> {
    plan.keys
        .iter()
        .map(|(key, usage)| match answers.get(key) {
            None => Ok(Value::default()),
            Some(answer) => value(plan, *usage, answer).map_err(|message| AgreementError {
                version: version.to_owned(),
                key: key.clone(),
                message,
            }),
        })
        .collect()
}

fn value(plan: &Plan, usage: KeyUse, answer: &Answer) -> Result<Value, String> {
    let number = match answer {
        Answer::Number(number) => Some(*number),
        Answer::Text(text) => text.trim().parse().ok(),
        Answer::List(_) | Answer::Every { .. } => None,
    };
    let number = number.filter(|number| (0..=100_000).contains(number));
    if usage.number && number.is_none() {
        return Err("rules read it as a number; answer a whole number from 0 to 100000".to_owned());
    }
    let steps = if usage.steps {
        Some(steps(plan, answer)?)
    } else {
        None
    };
    Ok(Value {
        answered: true,
        number,
        steps,
    })
}

fn steps(plan: &Plan, answer: &Answer) -> Result<StepsPlan, String> {
    match answer {
        Answer::List(list) if !list.is_empty() => {
            let mut steps: Vec<StepPlan> = Vec::new();
            for text in list {
                let label = label(text);
                if steps.iter().any(|step| step.label == label) {
                    return Err(format!(
                        "the position `{label}` stands there twice; leave one out"
                    ));
                }
                steps.push(StepPlan {
                    at: position(plan, text)?,
                    value: plan.schema.find_value(&label).unwrap_or(NO_VALUE),
                    label,
                });
            }
            Ok(StepsPlan::List(steps))
        }
        Answer::Every { every, until } => {
            let every = span(every)?;
            if every.count == 0 || every.unit == crate::calendar::Unit::Hours {
                return Err("positions are days apart; answer at least `1 day`".to_owned());
            }
            Ok(StepsPlan::Every {
                every,
                until: position(plan, until)?,
            })
        }
        Answer::List(_) | Answer::Number(_) | Answer::Text(_) => Err(
            "rules read it as positions; answer a list such as `gestation 20+0`, `birth + 14 days`"
                .to_owned(),
        ),
    }
}

fn position(plan: &Plan, text: &str) -> Result<ExprPlan, String> {
    let read = expr(text)?;
    let wrong = || {
        format!("`{text}` is no position; answer `gestation 20+0`, `4 weeks` or `anchor + 14 days`")
    };
    let Expr { base, shift } = &read;
    if !is_position(&read) {
        return Err(wrong());
    }
    let anchor = |name: &str| {
        let place = plan
            .anchor_names
            .iter()
            .position(|known| known == name)
            .ok_or_else(wrong)?;
        u16::try_from(place)
            .map(BasePlan::Anchor)
            .map_err(|_| wrong())
    };
    let (base, days) = match base {
        Base::Start => (BasePlan::Start, 0),
        Base::Anchor(name) => (anchor(name)?, 0),
        Base::Gestation(days) => (anchor(LAST_PERIOD)?, *days),
        Base::Step | Base::Attribute(_) => return Err(wrong()),
    };
    let shift = match shift {
        None => None,
        Some(shift) => Some(ShiftPlan {
            sign: if shift.back { -1 } else { 1 },
            amount: match shift.amount {
                Amount::Number(number) => AmountPlan::Number(number),
                Amount::Agreement(_) => return Err(wrong()),
            },
            unit: shift.unit,
        }),
    };
    Ok(ExprPlan { base, days, shift })
}
