// SPDX-License-Identifier: EUPL-1.2
//! Fulfilling a duty by a step of a legal chain: what the duty is about is taken from what started it, so that nobody has
//! to type a reference.

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::thread::Thread;
use std::collections::BTreeMap;
use traad_domain::body::StepTaken;
use traad_domain::decide::course::{step, step_kind};
use traad_domain::id::PathwayId;
use traad_domain::refusal::{NotNow, Refusal};
use traad_domain::time::Occurred;
use traad_duty::rule::RuleInfo;
use traad_duty::rule::definition::Wanted;

/// What fulfils a duty, as far as a form has to ask.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fulfilment {
    /// Kinds of facts, any of which does it.
    pub kinds: Vec<String>,
    /// Attributes one has to choose, each with the values that count.
    pub asked: Vec<(String, Vec<String>)>,
}

impl App {
    /// Whether this form was sent before and carried out.
    pub fn sent_before(&self, ctx: &Ctx) -> Result<bool, AppError> {
        let Some(sent) = &ctx.submission else {
            return Ok(false);
        };
        let author = ctx.actor.employment.id.as_str();
        let before = self.store.submitted(author, sent);
        Ok(before.map_err(AppError::Unavailable)?.is_some())
    }

    /// What fulfils the duties of a rule; `None` for a rule this release does not know.
    pub fn fulfilment(&self, rule: &str) -> Option<Fulfilment> {
        self.rules.rule(rule).map(fulfilment)
    }

    /// Takes a step that fulfils one of the reader's own duties.
    pub fn take_step(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (rule, key): (&str, &str),
        (taken, occurred): (&StepTaken, Occurred),
    ) -> Result<PathwayId, AppError> {
        let thread = self.open_for(ctx, id, "write")?;
        let found = self.same_as_start(ctx, &thread, (rule, key), &taken.step);
        let outcome = found.and_then(|about| {
            let mut taken = taken.clone();
            taken.attributes.extend(about);
            self.act(ctx, id, None, |on| {
                step(on.known(), &taken, occurred, on.hand)
            })
        });
        self.unless_sent_before(ctx, outcome)
    }

    /// The attributes of a duty's start that a step must share with it.
    fn same_as_start(
        &self,
        ctx: &Ctx,
        thread: &Thread,
        (rule, key): (&str, &str),
        code: &str,
    ) -> Result<BTreeMap<String, String>, AppError> {
        let gone = || AppError::Refused(Refusal::NotNow(NotNow::NoSuchDuty));
        let own = self.own_duties(ctx, thread)?;
        if !own.iter().any(|duty| duty.rule == rule && duty.key == key) {
            return Err(gone());
        }
        let info = self.rules.rule(rule).ok_or_else(gone)?;
        let derived = self.derive(thread, &self.setting(ctx.now)?, ctx.now)?;
        let rulebook = &self.rules.rulebook;
        let duty = derived.derivation.duties.iter().find(|duty| {
            rulebook.rule(duty.rule()).is_some_and(|r| r.id == rule)
                && derived.key(self, duty) == key
        });
        let start = duty.and_then(|duty| derived.start(duty)).ok_or_else(gone)?;
        let said = step_kind(code).map_or(&[][..], |kind| kind.attributes);
        Ok(info
            .done_by
            .on
            .same
            .iter()
            .filter(|name| said.contains(&name.as_str()))
            .filter_map(|name| Some((name.clone(), start.attribute(name)?.to_owned())))
            .collect())
    }
}

fn fulfilment(rule: &RuleInfo) -> Fulfilment {
    let on = &rule.done_by.on;
    let mut asked: Vec<(String, Vec<String>)> = on
        .filters
        .iter()
        .map(|(name, wanted)| (name.clone(), texts(wanted)))
        .filter(|(_, values)| !values.is_empty())
        .collect();
    asked.extend(rule.done_by.each_of.clone());
    Fulfilment {
        kinds: on.kinds.clone(),
        asked,
    }
}

fn texts(wanted: &[Wanted]) -> Vec<String> {
    wanted
        .iter()
        .filter_map(|wanted| match wanted {
            Wanted::Text(text) => Some(text.clone()),
            Wanted::Step | Wanted::Attribute(_) => None,
        })
        .collect()
}
