// SPDX-License-Identifier: EUPL-1.2
//! Rulebooks: rules written in TOML, read, checked and compiled.
//!
//! A rulebook is one or more files that together define facts, states, anchors and rules. Everything wrong with them is
//! said at once, each line with file, rule, field and what would be right. What a field means stands at
//! [`definition::Rule`]; how duties follow from it, in [`crate::engine`].

mod compile;
mod compile_rule;
pub mod definition;
mod error;
mod expression;
mod field;
pub(crate) mod plan;
mod read;
mod read_rule;

pub(crate) use compile_rule::LAST_PERIOD;
pub use definition::{Rule as RuleInfo, Strength, Title};
pub(crate) use error::Problem;
pub use error::{RuleError, RuleErrors};
pub(crate) use expression::{expr, span};
pub(crate) use field::Fields;
pub(crate) use read::title_in_both;
pub(crate) use read_rule::{is_position, label};

use definition::{Definitions, Rule};
use plan::Plan;

/// A file of rules.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'t> {
    /// Its name, for messages.
    pub name: &'t str,
    /// What stands in it.
    pub text: &'t str,
}

/// How much a rule must say of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// What the engine needs.
    Engine,
    /// Also what people need: title, category, source, owner and since when it is valid.
    Published,
}

/// The number of a rule in its rulebook; the order is that of the ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleIx(pub(crate) u16);

/// A checked rulebook, ready to run.
#[derive(Clone, Debug)]
pub struct Rulebook {
    pub(crate) plan: Plan,
    definitions: Definitions,
    /// In the order of their ids.
    rules: Vec<Rule>,
}

impl Rulebook {
    /// Reads and checks the files of one rulebook.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn compile(files: &[SourceFile<'_>], demand: Demand) -> Result<Self, RuleErrors> {
        let mut reading = read::Reading::of(files);
        let mut errors = std::mem::take(&mut reading.errors);
        if demand == Demand::Published {
            errors.extend(reading.definitions.rules.values().flat_map(unpublishable));
        }
        // Names that a broken table should have defined would be reported as unknown, so the first kind comes alone.
        if !errors.is_empty() {
            return Err(RuleErrors(errors));
        }
        let plan = compile::compile(&reading).map_err(RuleErrors)?;
        let rules = reading.definitions.rules.values().cloned().collect();
        Ok(Self {
            plan,
            definitions: reading.definitions,
            rules,
        })
    }

    /// The rules as written, in the order of their ids.
    pub fn rules(&self) -> &[RuleInfo] {
        &self.rules
    }

    /// The rule with this number.
    pub fn rule(&self, rule: RuleIx) -> Option<&RuleInfo> {
        self.rules.get(usize::from(rule.0))
    }

    /// The rule with this id.
    pub fn find(&self, id: &str) -> Option<(RuleIx, &RuleInfo)> {
        let place = self
            .rules
            .binary_search_by(|rule| rule.id.as_str().cmp(id))
            .ok()?;
        let rule = self.rules.get(place)?;
        Some((RuleIx(u16::try_from(place).ok()?), rule))
    }

    /// Everything the files say.
    pub fn definitions(&self) -> &Definitions {
        &self.definitions
    }

    /// The agreement keys that rules read.
    pub fn agreement_keys(&self) -> impl Iterator<Item = &str> {
        self.plan.keys.iter().map(|(key, _)| key.as_str())
    }

    /// The agreement keys without which a rule gives no deadline.
    pub fn keys_of(&self, rule: RuleIx) -> impl Iterator<Item = &str> {
        let plan = self.plan.rules.get(usize::from(rule.0));
        let keys = plan.map_or(&[][..], |plan| plan.keys.as_slice());
        keys.iter().filter_map(|key| {
            self.plan
                .keys
                .get(usize::from(*key))
                .map(|(name, _)| name.as_str())
        })
    }

    pub(crate) fn id(&self, rule: u16) -> &str {
        self.rules
            .get(usize::from(rule))
            .map_or("", |rule| rule.id.as_str())
    }
}

fn unpublishable(rule: &Rule) -> Vec<RuleError> {
    let needed = [
        ("title", rule.title.is_none(), "{ da = \"…\", en = \"…\" }"),
        (
            "category",
            rule.category.is_none(),
            "the kind of information a duty line is",
        ),
        (
            "cites",
            rule.cites.is_empty(),
            "the recommendations or sections of law it rests on",
        ),
        (
            "owed_by",
            rule.owed_by.is_none(),
            "the function that owes it",
        ),
        ("valid", rule.valid.0.is_none(), "{ from = 2024-01-01 }"),
    ];
    needed
        .into_iter()
        .filter(|(_, lacking, _)| *lacking)
        .map(|(field, _, right)| {
            Problem::new(field, format!("is lacking; write {right}"))
                .within(&rule.file, &format!("rule `{}`", rule.id))
        })
        .collect()
}
