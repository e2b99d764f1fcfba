// SPDX-License-Identifier: EUPL-1.2
//! One rule from definition to plan.

use super::compile::Compiler;
use super::definition::{
    Amount, Base, Clock, Condition, DoneBy, Due, Expr, From, Match, Need, Piece, Rule, Start,
    Steps, Strength, Trigger, Void, Wanted,
};
use super::error::Problem;
use super::plan::{
    AmountPlan, BasePlan, ConditionPlan, DonePlan, DuePlan, ExprPlan, FromPlan, KeyUse, MatchPlan,
    PiecePlan, RulePlan, ShiftPlan, StartPlan, StepPlan, StepsPlan, TriggerPlan, VoidPlan,
};
use crate::calendar::Day;

type Compiled<T> = Result<T, Problem>;

/// The anchor a gestational age is counted from.
pub(crate) const LAST_PERIOD: &str = "lmp";
/// The anchor a person's age is counted from.
const BIRTH: &str = "birth";

pub(crate) struct RuleCompiler<'c, 'd> {
    compiler: &'c mut Compiler<'d>,
    rule: &'d Rule,
    /// Types of the facts its duties start from.
    kinds: Vec<u16>,
}

impl<'c, 'd> RuleCompiler<'c, 'd> {
    pub(crate) fn new(compiler: &'c mut Compiler<'d>, rule: &'d Rule) -> Compiled<Self> {
        let kinds = compiler.starting_kinds(rule, &mut Vec::new())?;
        Ok(Self {
            compiler,
            rule,
            kinds,
        })
    }

    pub(crate) fn compile(mut self) -> Compiled<RulePlan> {
        let rule = self.rule;
        self.succession()?;
        let mut starts = Vec::new();
        for (place, start) in rule.starts.iter().enumerate() {
            starts.push(self.start(&format!("starts[{place}]"), start)?);
        }
        let due = rule
            .due
            .iter()
            .map(|due| self.due(due))
            .collect::<Compiled<Vec<_>>>()?;
        let done = self.done_by(&rule.done_by)?;
        let void = rule
            .void_by
            .iter()
            .map(|void| self.void(void))
            .collect::<Compiled<Vec<_>>>()?;
        let mut plan = RulePlan {
            valid: (
                rule.valid.0.unwrap_or(Day(i32::MIN)),
                rule.valid.1.unwrap_or(Day(i32::MAX)),
            ),
            law: rule.strength == Strength::Law,
            restarts: rule.strength == Strength::Agreement
                && self.compiler.definitions.moves.is_some(),
            recorded: rule.clock == Clock::Recorded,
            remind: rule.remind.clone(),
            keys: Vec::new(),
            anchors: Vec::new(),
            moving: false,
            starts,
            due,
            done,
            void,
        };
        plan.moving = moves_with_anchor(&plan);
        plan.keys = needed_keys(&plan);
        for need in &rule.needs {
            match need {
                Need::Agreement(key) => plan.keys.push(self.compiler.key(key, KeyUse::default())),
                Need::Anchor(name) => plan.anchors.push(self.compiler.anchor("needs", name)?),
            }
        }
        Ok(plan)
    }

    fn succession(&self) -> Compiled<()> {
        let Some(earlier) = &self.rule.succeeds else {
            return Ok(());
        };
        let earlier = self.compiler.line_of("succeeds", earlier)?;
        let ended = earlier.first().and_then(|rule| rule.valid.1);
        match (ended, self.rule.valid.0) {
            (Some(ended), Some(begins)) if ended < begins => Ok(()),
            _ => Err(Problem::new(
                "succeeds",
                "the earlier rule must have `valid.to` before this rule's `valid.from`, so that a start binds to one of them",
            )),
        }
    }

    fn start(&mut self, field: &str, start: &Start) -> Compiled<StartPlan> {
        let kinds = match &start.trigger {
            Trigger::Each(on) | Trigger::First(on) => on
                .kinds
                .iter()
                .map(|kind| self.compiler.kind(field, kind))
                .collect::<Compiled<Vec<_>>>()?,
            Trigger::BreachOf(_) => self.kinds.clone(),
        };
        let trigger = match &start.trigger {
            Trigger::Each(on) => TriggerPlan::Each(self.trigger_match(field, on)?),
            Trigger::First(on) => TriggerPlan::First(self.trigger_match(field, on)?),
            Trigger::BreachOf(other) => {
                let line = self
                    .compiler
                    .line_of(&format!("{field}.breach_of"), other)?;
                let numbers = line
                    .iter()
                    .filter_map(|rule| self.compiler.rules.get(rule.id.as_str()));
                TriggerPlan::BreachOf(numbers.copied().collect())
            }
        };
        check_key(field, start)?;
        let path = format!("{field}.if");
        let conditions = start
            .conditions
            .iter()
            .map(|condition| self.condition(&path, condition, &kinds))
            .collect::<Compiled<_>>()?;
        let key = start
            .key
            .0
            .iter()
            .map(|piece| self.piece(&format!("{field}.key"), piece, &kinds))
            .collect::<Compiled<_>>()?;
        let opens = start
            .opens
            .as_ref()
            .map(|opens| self.expr(&format!("{field}.opens"), opens));
        let steps = start
            .steps
            .as_ref()
            .map(|steps| self.steps(&format!("{field}.steps"), steps));
        Ok(StartPlan {
            trigger,
            conditions,
            key,
            opens: opens.transpose()?,
            steps: steps.transpose()?,
        })
    }

    /// What triggers has no starting fact to be compared with.
    fn trigger_match(&mut self, field: &str, on: &Match) -> Compiled<MatchPlan> {
        if on
            .filters
            .iter()
            .any(|(_, values)| values.contains(&Wanted::Step))
        {
            return Err(Problem::new(
                format!("{field}.where"),
                "there is no position yet; write a value",
            ));
        }
        self.compiler.matching(field, on, &[])
    }

    fn condition(
        &mut self,
        field: &str,
        condition: &Condition,
        kinds: &[u16],
    ) -> Compiled<ConditionPlan> {
        let compiler = &mut *self.compiler;
        Ok(match condition {
            Condition::State { name, holds } => ConditionPlan::State {
                state: compiler.state(field, name)?,
                holds: *holds,
            },
            Condition::Has { attribute, holds } => {
                let attribute = compiler.attribute(field, kinds, attribute, false)?;
                ConditionPlan::Has {
                    attribute,
                    holds: *holds,
                }
            }
            Condition::Is {
                attribute,
                values,
                holds,
            } => ConditionPlan::Is {
                attribute: compiler.attribute(field, kinds, attribute, false)?,
                values: values
                    .iter()
                    .map(|value| compiler.plan.schema.value(value))
                    .collect(),
                holds: *holds,
            },
            Condition::Known { anchor, holds } => ConditionPlan::Known {
                anchor: compiler.anchor(field, anchor)?,
                holds: *holds,
            },
            Condition::Gestation { is, days } => ConditionPlan::Gestation {
                anchor: compiler.anchor(field, LAST_PERIOD)?,
                is: *is,
                days: *days,
            },
            Condition::Age { is, months } => ConditionPlan::Age {
                anchor: compiler.anchor(field, BIRTH)?,
                is: *is,
                months: *months,
            },
        })
    }

    fn piece(&mut self, field: &str, piece: &Piece, kinds: &[u16]) -> Compiled<PiecePlan> {
        Ok(match piece {
            Piece::Text(text) => PiecePlan::Text(text.clone()),
            Piece::Seq => PiecePlan::Seq,
            Piece::Key => PiecePlan::Key,
            Piece::Step => PiecePlan::Step,
            Piece::Attribute(name) => {
                PiecePlan::Attribute(self.compiler.attribute(field, kinds, name, false)?)
            }
        })
    }

    fn steps(&mut self, field: &str, steps: &Steps) -> Compiled<StepsPlan> {
        Ok(match steps {
            Steps::List(list) => StepsPlan::List(
                list.iter()
                    .map(|(label, at)| {
                        Ok(StepPlan {
                            label: label.clone(),
                            value: self.compiler.plan.schema.value(label),
                            at: self.expr(field, at)?,
                        })
                    })
                    .collect::<Compiled<_>>()?,
            ),
            Steps::Every { every, until } => StepsPlan::Every {
                every: *every,
                until: self.expr(field, until)?,
            },
            Steps::Agreement(key) => StepsPlan::Agreement(self.compiler.key(
                key,
                KeyUse {
                    number: false,
                    steps: true,
                },
            )),
        })
    }

    fn expr(&mut self, field: &str, expr: &Expr) -> Compiled<ExprPlan> {
        let kinds = self.kinds.clone();
        let compiler = &mut *self.compiler;
        let (base, days) = match &expr.base {
            Base::Start => (BasePlan::Start, 0),
            Base::Step if self.rule.starts.iter().any(|start| start.steps.is_none()) => {
                return Err(Problem::new(
                    field,
                    "`step` can only be used when every start has `steps`",
                ));
            }
            Base::Step => (BasePlan::Step, 0),
            Base::Anchor(name) => (BasePlan::Anchor(compiler.anchor(field, name)?), 0),
            Base::Gestation(days) => (
                BasePlan::Anchor(compiler.anchor(field, LAST_PERIOD)?),
                *days,
            ),
            Base::Attribute(name) => (
                BasePlan::Attribute(compiler.attribute(field, &kinds, name, true)?),
                0,
            ),
        };
        let shift = expr.shift.as_ref().map(|shift| ShiftPlan {
            sign: if shift.back { -1 } else { 1 },
            amount: amount(compiler, &shift.amount),
            unit: shift.unit,
        });
        Ok(ExprPlan { base, days, shift })
    }

    fn due(&mut self, due: &Due) -> Compiled<DuePlan> {
        Ok(match due {
            Due::At(expr) => DuePlan::At(self.expr("due", expr)?),
            Due::On(on) => DuePlan::On(self.matching("due", on)?),
            Due::Before(on) => DuePlan::Before(self.matching("due", on)?),
        })
    }

    fn matching(&mut self, field: &str, on: &Match) -> Compiled<MatchPlan> {
        let by_step = on
            .filters
            .iter()
            .any(|(_, values)| values.contains(&Wanted::Step));
        if by_step && self.rule.starts.iter().any(|start| start.steps.is_none()) {
            return Err(Problem::new(
                format!("{field}.where"),
                "`{step}` can only be used when every start has `steps`",
            ));
        }
        self.compiler.matching(field, on, &self.kinds)
    }

    fn done_by(&mut self, done: &DoneBy) -> Compiled<DonePlan> {
        let on = self.matching("done_by", &done.on)?;
        let from = match &done.from {
            From::AfterStart => FromPlan::AfterStart,
            From::Start => FromPlan::Start,
            From::Ever => FromPlan::Ever,
            From::At(expr) => FromPlan::At(self.expr("done_by.from", expr)?),
        };
        let till = done
            .till
            .as_ref()
            .map(|till| self.expr("done_by.till", till))
            .transpose()?;
        let each_of = match &done.each_of {
            Some((attribute, values)) => {
                let compiler = &mut *self.compiler;
                let attribute =
                    compiler.attribute("done_by.each_of", &on.kinds, attribute, false)?;
                Some((
                    attribute,
                    values
                        .iter()
                        .map(|value| compiler.plan.schema.value(value))
                        .collect(),
                ))
            }
            None => None,
        };
        let count = amount(self.compiler, &done.count);
        Ok(DonePlan {
            on,
            from,
            till,
            count,
            each_of,
            spend: done.spend,
        })
    }

    fn void(&mut self, void: &Void) -> Compiled<VoidPlan> {
        Ok(match void {
            Void::State(name) => VoidPlan::State(self.compiler.state("void_by", name)?),
            Void::Fact(on) => VoidPlan::Fact(self.matching("void_by", on)?),
        })
    }
}

fn amount(compiler: &mut Compiler<'_>, amount: &Amount) -> AmountPlan {
    match amount {
        Amount::Number(number) => AmountPlan::Number(*number),
        Amount::Agreement(key) => AmountPlan::Key(compiler.key(
            key,
            KeyUse {
                number: true,
                steps: false,
            },
        )),
    }
}

/// Two duties of one rule must not get the same key.
fn check_key(field: &str, start: &Start) -> Compiled<()> {
    let has = |wanted: fn(&Piece) -> bool| start.key.0.iter().any(wanted);
    let step = has(|piece| matches!(piece, Piece::Step));
    let own = has(|piece| matches!(piece, Piece::Seq | Piece::Attribute(_)));
    let key = has(|piece| matches!(piece, Piece::Key));
    let breach = matches!(start.trigger, Trigger::BreachOf(_));
    let each = matches!(start.trigger, Trigger::Each(_));
    let message = if step != start.steps.is_some() {
        "a start with `steps` needs `{step}` in its key, and only such a start may have it"
    } else if breach != key {
        "a start with `breach_of` needs `{key}` in its key, and only such a start may have it"
    } else if each && !own {
        "a start with `each` needs `{seq}` or an attribute in its key, so that no two duties share one"
    } else {
        return Ok(());
    };
    Err(Problem::new(format!("{field}.key"), message))
}

fn moves_with_anchor(plan: &RulePlan) -> bool {
    let due = plan
        .due
        .iter()
        .any(|due| matches!(due, DuePlan::At(expr) if expr.reads_anchor()));
    let from = matches!(plan.done.from, FromPlan::At(expr) if expr.reads_anchor());
    let till = plan.done.till.is_some_and(|till| till.reads_anchor());
    let steps = plan.starts.iter().any(|start| match &start.steps {
        Some(StepsPlan::List(steps)) => steps.iter().any(|step| step.at.reads_anchor()),
        Some(StepsPlan::Agreement(_)) => true,
        Some(StepsPlan::Every { .. }) | None => false,
    });
    due || from || till || steps
}

/// The keys that must be answered. Among several deadlines the earliest counts, so keys in them are only needed when no
/// deadline does without.
fn needed_keys(plan: &RulePlan) -> Vec<u16> {
    let mut keys = Vec::new();
    let due: Vec<Option<u16>> = plan
        .due
        .iter()
        .map(|due| match due {
            DuePlan::At(expr) => expr.key(),
            DuePlan::On(_) | DuePlan::Before(_) => None,
        })
        .collect();
    if due.iter().all(Option::is_some) {
        keys.extend(due.into_iter().flatten());
    }
    for start in &plan.starts {
        match &start.steps {
            Some(StepsPlan::Agreement(key)) => keys.push(*key),
            Some(StepsPlan::List(steps)) => {
                keys.extend(steps.iter().filter_map(|step| step.at.key()));
            }
            Some(StepsPlan::Every { until, .. }) => keys.extend(until.key()),
            None => {}
        }
    }
    if let FromPlan::At(expr) = plan.done.from {
        keys.extend(expr.key());
    }
    keys.extend(plan.done.till.and_then(|till| till.key()));
    if let AmountPlan::Key(key) = plan.done.count {
        keys.push(key);
    }
    keys
}
