// SPDX-License-Identifier: EUPL-1.2
//! What is seen in a child, the hypothesis that it was exposed before birth, and support until it thrives again (A13).

use crate::App;
use crate::act::{Decision, Seen};
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::journal_page::PathwayView;
use jiff::civil::Date;
use traad_domain::body::{
    HypothesisRaised, HypothesisTested, SignsObserved, Thriving, WellbeingAffected,
};
use traad_domain::decide::World;
use traad_domain::decide::hypothesis::{
    Concluding, Considering, MayConsider, conclude, raise, root, tell_mother, test,
};
use traad_domain::decide::signs::{affect, judge, observe};
use traad_domain::entry::Share;
use traad_domain::id::{PathwayId, RefId};
use traad_domain::time::local_date;

type Outcome = Result<PathwayId, AppError>;

/// What a step of a hypothesis is decided on.
fn considering<'a>(on: &'a Decision<'_>) -> Considering<'a> {
    Considering {
        known: on.known(),
        whole: &on.thread.whole,
        hand: on.hand,
        world: on.world,
    }
}

/// Those who were sent the hypothesis.
fn told<'a>(on: &'a Decision<'_>) -> &'a [Share] {
    let raised = root(on.known()).map(|(_, entry)| entry);
    raised.map_or(&[], |entry| on.thread.shares.to(entry))
}

impl App {
    /// Writes down what was seen in a child the unit knows.
    pub fn observe_signs(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (seen, day): (&SignsObserved, Date),
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            let known = on.known().clone();
            observe(&known, (seen, day), None, (on.hand, on.ids))
        })
    }

    /// Raises a hypothesis.
    pub fn raise_hypothesis(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (raised, seen): (&HypothesisRaised, Option<&Seen>),
    ) -> Outcome {
        self.act(ctx, id, seen, |on| {
            let raised = HypothesisRaised {
                reference: RefId::new(on.ids.random()),
                ..raised.clone()
            };
            raise(considering(&on), on.readable(), &raised)
        })
    }

    /// Writes down how it was tested.
    pub fn test_hypothesis(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (tested, day, seen): (&HypothesisTested, Date, Option<&Seen>),
    ) -> Outcome {
        self.act(ctx, id, seen, |on| {
            test(considering(&on), told(&on), (tested, day))
        })
    }

    /// Concludes it.
    pub fn conclude_hypothesis(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (concluding, seen): (&Concluding, Option<&Seen>),
    ) -> Outcome {
        self.act(ctx, id, seen, |on| {
            let known = (on.thread.entries.as_slice(), told(&on));
            conclude(considering(&on), known, concluding)
        })
    }

    /// The mother was told of it, with her comment.
    pub fn tell_mother_of_hypothesis(&self, ctx: &Ctx, id: &PathwayId, comment: &str) -> Outcome {
        self.act(ctx, id, None, |on| {
            tell_mother(considering(&on), told(&on), comment)
        })
    }

    /// Which steps of a hypothesis the reader may take.
    pub fn may_consider(&self, ctx: &Ctx, view: &PathwayView) -> Result<MayConsider, AppError> {
        if !view.writes {
            return Ok(MayConsider::default());
        }
        let directory = self.directory(local_date(ctx.now))?;
        let world = World {
            directory: &directory,
            out_of_hours: false,
        };
        let subject = view.pathway.subject.clone();
        let subject = subject.unwrap_or_else(|| traad_domain::id::PersonId::new(""));
        Ok(MayConsider::of(&view.pathway, &ctx.hand(subject), world))
    }

    /// The child's wellbeing is affected: support is a duty from now on.
    pub fn affect_wellbeing(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (description, since): (&str, Date),
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            let affected = WellbeingAffected {
                reference: RefId::new(on.ids.random()),
                description: description.to_owned(),
            };
            affect(on.known(), (&affected, since), (on.hand, on.world))
        })
    }

    /// Judges whether it thrives again.
    pub fn judge_wellbeing(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (thriving, reason): (Thriving, &str),
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            judge(on.known(), (thriving, reason), (on.hand, on.world))
        })
    }
}
