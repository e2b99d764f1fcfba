// SPDX-License-Identifier: EUPL-1.2
//! From definitions to a plan: names are looked up, and what names nothing is refused.

use super::compile_rule::RuleCompiler;
use super::definition::{Definitions, Match, Rule, Trigger, Wanted};
use super::error::{Problem, RuleError};
use super::field::list;
use super::plan::{KeyUse, MatchPlan, Plan, SourcePlan, StatePlan, TriggerPlan, WantedPlan};
use super::read::Reading;
use crate::fact::DUTY_EXPLAINED;
use std::collections::{BTreeMap, BTreeSet};

type Compiled<T> = Result<T, Problem>;

/// The engine packs the number of a rule into twelve bits when it sorts.
const MOST_RULES: usize = 4096;

/// The plan under construction, and the names met so far.
pub(crate) struct Compiler<'d> {
    pub(crate) definitions: &'d Definitions,
    pub(crate) plan: Plan,
    pub(crate) rules: BTreeMap<&'d str, u16>,
    states: BTreeMap<&'d str, u16>,
    anchors: BTreeMap<&'d str, u16>,
}

/// Compiles what was read; says everything that is wrong.
pub(crate) fn compile(reading: &Reading) -> Result<Plan, Vec<RuleError>> {
    let definitions = &reading.definitions;
    let mut compiler = Compiler {
        definitions,
        plan: Plan::default(),
        rules: numbered(definitions.rules.keys()),
        states: numbered(definitions.states.keys()),
        anchors: numbered(definitions.anchors.keys()),
    };
    let mut errors = Vec::new();
    compiler.explanations();
    for (place, result) in compiler.shared() {
        if let Err(problem) = result {
            let file = reading.files.get(&place).map_or("", String::as_str);
            errors.push(problem.within(file, &place));
        }
    }
    for rule in definitions.rules.values() {
        match RuleCompiler::new(&mut compiler, rule).and_then(RuleCompiler::compile) {
            Ok(plan) => compiler.plan.rules.push(plan),
            Err(problem) => errors.push(problem.within(&rule.file, &format!("rule `{}`", rule.id))),
        }
    }
    if let Some(rule) = definitions.rules.values().nth(MOST_RULES) {
        let message = format!("a rulebook holds at most {MOST_RULES} rules; split it");
        errors.push(Problem::new("", message).within(&rule.file, &format!("rule `{}`", rule.id)));
    }
    if errors.is_empty() {
        errors.extend(compiler.order());
    }
    if errors.is_empty() {
        compiler.plan.schema.seal();
        Ok(compiler.plan)
    } else {
        Err(errors)
    }
}

fn numbered<'d>(names: impl Iterator<Item = &'d String>) -> BTreeMap<&'d str, u16> {
    names.map(String::as_str).zip(0..).collect()
}

impl<'d> Compiler<'d> {
    fn explanations(&mut self) {
        let schema = &mut self.plan.schema;
        let kind = schema.kind(DUTY_EXPLAINED);
        let rule = schema.attribute(&[kind], "rule", false);
        let key = schema.attribute(&[kind], "key", false);
        self.plan.explained = (kind, rule, key);
    }

    /// States, anchors and moves, each with its place.
    fn shared(&mut self) -> Vec<(String, Compiled<()>)> {
        let definitions = self.definitions;
        let mut results = Vec::new();
        for (name, state) in &definitions.states {
            let from = self.matching("from", &state.from, &[]);
            let to = state
                .to
                .as_ref()
                .map(|to| self.matching("to", to, &[]))
                .transpose();
            let both = from.and_then(|from| to.map(|to| StatePlan { from, to }));
            results.push((
                format!("states.{name}"),
                both.map(|state| self.plan.states.push(state)),
            ));
        }
        for (name, sources) in &definitions.anchors {
            let compiled: Compiled<Vec<SourcePlan>> = sources
                .iter()
                .map(|source| {
                    let kind = self.kind("", &source.kind)?;
                    let attribute = source.attribute.as_ref();
                    let attribute = attribute.map(|name| self.attribute("", &[kind], name, true));
                    Ok(SourcePlan {
                        kind,
                        attribute: attribute.transpose()?,
                        days: source.days,
                    })
                })
                .collect();
            self.plan.anchor_names.push(name.clone());
            results.push((
                format!("anchors.{name}"),
                compiled.map(|sources| self.plan.anchors.push(sources)),
            ));
        }
        if let Some(moves) = &definitions.moves {
            let compiled = self.matching("moves", moves, &[]);
            results.push((
                "moves".to_owned(),
                compiled.map(|moves| self.plan.moves = Some(moves)),
            ));
        }
        results
    }

    /// The number of a fact type; declared, if the rulebook declares facts.
    pub(crate) fn kind(&mut self, field: &str, name: &str) -> Compiled<u16> {
        if let Some(facts) = &self.definitions.facts
            && !facts.contains_key(name)
        {
            let names = facts.keys().map(String::as_str).collect::<Vec<_>>();
            return Err(Problem::new(
                field,
                format!("no fact has the type `{name}`{}", nearest(name, &names)),
            ));
        }
        Ok(self.plan.schema.kind(name))
    }

    /// The number of an attribute that facts of these types have.
    pub(crate) fn attribute(
        &mut self,
        field: &str,
        kinds: &[u16],
        name: &str,
        date: bool,
    ) -> Compiled<u16> {
        for kind in kinds {
            let kind = self.plan.schema.kind_name(*kind);
            let declared = self
                .definitions
                .facts
                .as_ref()
                .and_then(|facts| facts.get(kind));
            if let Some(attributes) = declared
                && !attributes.contains(name)
            {
                let known: Vec<&str> = attributes.iter().map(String::as_str).collect();
                let known = if known.is_empty() {
                    "none".to_owned()
                } else {
                    list(&known)
                };
                return Err(Problem::new(
                    field,
                    format!("`{kind}` has no attribute `{name}`; it has {known}"),
                ));
            }
        }
        Ok(self.plan.schema.attribute(kinds, name, date))
    }

    /// A match, compared with facts of the types `starts`.
    pub(crate) fn matching(
        &mut self,
        field: &str,
        on: &Match,
        starts: &[u16],
    ) -> Compiled<MatchPlan> {
        let kinds: Vec<u16> = on
            .kinds
            .iter()
            .map(|kind| self.kind(field, kind))
            .collect::<Compiled<_>>()?;
        let mut same = Vec::new();
        for name in &on.same {
            self.attribute(&format!("{field}.same"), starts, name, false)?;
            same.push(self.attribute(&format!("{field}.same"), &kinds, name, false)?);
        }
        let mut filters = Vec::new();
        for (name, values) in &on.filters {
            let path = format!("{field}.where.{name}");
            let attribute = self.attribute(&path, &kinds, name, false)?;
            let mut wanted = Vec::new();
            for value in values {
                wanted.push(match value {
                    Wanted::Text(text) => WantedPlan::Value(self.plan.schema.value(text)),
                    Wanted::Step => WantedPlan::Step,
                    Wanted::Attribute(_) if starts.is_empty() => {
                        return Err(Problem::new(
                            path,
                            "there is no starting fact here; write a value",
                        ));
                    }
                    Wanted::Attribute(name) => {
                        WantedPlan::Attribute(self.attribute(&path, starts, name, false)?)
                    }
                });
            }
            filters.push((attribute, wanted));
        }
        Ok(MatchPlan {
            kinds,
            same,
            filters,
        })
    }

    pub(crate) fn state(&self, field: &str, name: &str) -> Compiled<u16> {
        self.states
            .get(name)
            .copied()
            .ok_or_else(|| unknown(field, "state", name, self.states.keys()))
    }

    pub(crate) fn anchor(&self, field: &str, name: &str) -> Compiled<u16> {
        self.anchors
            .get(name)
            .copied()
            .ok_or_else(|| unknown(field, "anchor", name, self.anchors.keys()))
    }

    /// The number of an agreement key, given out at first mention.
    pub(crate) fn key(&mut self, name: &str, usage: KeyUse) -> u16 {
        let known = self.plan.keys.iter().position(|(key, _)| key == name);
        let place = known.unwrap_or_else(|| {
            self.plan.keys.push((name.to_owned(), KeyUse::default()));
            self.plan.keys.len() - 1
        });
        if let Some((_, so_far)) = self.plan.keys.get_mut(place) {
            so_far.number |= usage.number;
            so_far.steps |= usage.steps;
        }
        u16::try_from(place).unwrap_or(u16::MAX)
    }

    /// A rule and those that succeed it, directly or not.
    pub(crate) fn line_of(&self, field: &str, id: &str) -> Compiled<Vec<&'d Rule>> {
        let rules = &self.definitions.rules;
        let first = rules
            .get(id)
            .ok_or_else(|| unknown(field, "rule", id, self.rules.keys()))?;
        let mut line = vec![first];
        let mut names = BTreeSet::from([id]);
        loop {
            let next = rules.values().find(|rule| {
                !names.contains(rule.id.as_str())
                    && rule
                        .succeeds
                        .as_deref()
                        .is_some_and(|earlier| names.contains(earlier))
            });
            let Some(next) = next else { return Ok(line) };
            names.insert(&next.id);
            line.push(next);
        }
    }

    /// The types of the facts a rule's duties start from, through breaches of other rules as well.
    pub(crate) fn starting_kinds(
        &mut self,
        rule: &'d Rule,
        seen: &mut Vec<&'d str>,
    ) -> Compiled<Vec<u16>> {
        if seen.contains(&rule.id.as_str()) {
            return Ok(Vec::new());
        }
        seen.push(&rule.id);
        let mut kinds = Vec::new();
        for (place, start) in rule.starts.iter().enumerate() {
            match &start.trigger {
                Trigger::Each(on) | Trigger::First(on) => {
                    for kind in &on.kinds {
                        kinds.push(self.kind(&format!("starts[{place}]"), kind)?);
                    }
                }
                Trigger::BreachOf(other) => {
                    for other in self.line_of(&format!("starts[{place}].breach_of"), other)? {
                        kinds.extend(self.starting_kinds(other, seen)?);
                    }
                }
            }
        }
        Ok(kinds)
    }

    /// Puts each rule after those whose breach starts it; answers with the rules that go round in a circle.
    fn order(&mut self) -> Vec<RuleError> {
        let sources: Vec<Vec<u16>> = self.plan.rules.iter().map(breach_sources).collect();
        let mut order: Vec<u16> = Vec::new();
        loop {
            let ready: Vec<u16> = (0_u16..)
                .zip(&sources)
                .filter(|(rule, needs)| {
                    !order.contains(rule) && needs.iter().all(|need| order.contains(need))
                })
                .map(|(rule, _)| rule)
                .collect();
            if ready.is_empty() {
                break;
            }
            order.extend(ready);
        }
        let left = self
            .definitions
            .rules
            .values()
            .zip(0_u16..)
            .filter(|(_, number)| !order.contains(number));
        let errors = left
            .map(|(rule, _)| {
                Problem::new(
                    "starts",
                    "the breach that starts it depends on itself; break the circle of `breach_of`",
                )
                .within(&rule.file, &format!("rule `{}`", rule.id))
            })
            .collect();
        self.plan.order = order;
        errors
    }
}

fn breach_sources(rule: &super::plan::RulePlan) -> Vec<u16> {
    let mut sources = Vec::new();
    for start in &rule.starts {
        if let TriggerPlan::BreachOf(rules) = &start.trigger {
            sources.extend(rules);
        }
    }
    sources
}

fn unknown<'n>(
    field: &str,
    what: &str,
    name: &str,
    known: impl Iterator<Item = &'n &'n str>,
) -> Problem {
    let known: Vec<&str> = known.copied().collect();
    Problem::new(
        field,
        format!("there is no {what} `{name}`{}", nearest(name, &known)),
    )
}

/// The name most like another, to be suggested.
fn nearest(name: &str, known: &[&str]) -> String {
    match known.iter().min_by_key(|other| distance(name, other)) {
        Some(other) if distance(name, other) <= 3 => format!("; did you mean `{other}`?"),
        Some(_) if known.len() <= 12 => format!("; there are {}", list(known)),
        Some(_) => "; see the names at the top of the rulebook".to_owned(),
        None => "; none is defined".to_owned(),
    }
}

/// How many letters must be put in, taken out or changed (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (place, letter) in one.chars().enumerate() {
        let mut left = place + 1;
        let mut next = vec![left];
        for (pair, against) in row.windows(2).zip(other.chars()) {
            let [corner, above] = pair else { continue };
            left = (above + 1)
                .min(left + 1)
                .min(corner + usize::from(letter != against));
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
