// SPDX-License-Identifier: EUPL-1.2
//! What is seen in a child, the hypothesis that it was exposed before birth, and support until it thrives again (A13).

use crate::App;
use crate::act::{Decision, Seen, WriteError};
use crate::concern::Subject;
use crate::ctx::{Ctx, RandomIds};
use crate::error::AppError;
use crate::journal_page::PathwayView;
use jiff::civil::Date;
use traad_domain::body::{
    HypothesisRaised, HypothesisTested, PathwayKind, SignsObserved, Thriving, Told,
    WellbeingAffected,
};
use traad_domain::decide::World;
use traad_domain::decide::concern::Notify;
use traad_domain::decide::hypothesis::{
    Concluding, Considering, MayConsider, conclude, raise, root, tell_mother, test,
};
use traad_domain::decide::signs::{
    NewChild, Support, affect, concern_of, judge, notify_of_signs, observe, support,
};
use traad_domain::entry::Share;
use traad_domain::id::{MunicipalityCode, PathwayId, PersonId, RefId};
use traad_domain::policy::{Denial, may_write_new};
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

/// A child somebody has seen something in for the first time.
#[derive(Debug, Clone)]
pub struct SeenChild {
    /// Who it is, as told. Never looked up for the writer (practice A6).
    pub subject: Subject,
    /// The municipality it lives in, as far as told.
    pub municipality: Option<MunicipalityCode>,
}

/// A notification made from what the own unit has seen.
#[derive(Debug, Clone)]
pub struct NotifyFromSigns {
    /// What is notified.
    pub text: String,
    /// Whether the parents know.
    pub told: Told,
    /// How they took it, or why not.
    pub told_note: String,
    /// The municipality it goes to, where the pathway does not know it.
    pub municipality: Option<MunicipalityCode>,
}

impl App {
    /// Writes down what was seen in a child: in the pathway of the same number the own unit wrote in, or in a new one.
    pub fn observe_child(
        &self,
        ctx: &Ctx,
        child: &SeenChild,
        (seen, day): (&SignsObserved, Date),
    ) -> Outcome {
        if may_write_new(ctx.reader(), ctx.now).is_err() {
            self.log(ctx, "observe", &[], Err(Denial::Function))?;
            return Err(AppError::Forbidden);
        }
        Self::again_while_moved(|| {
            let begun = self.begun(ctx, &child.subject, PathwayKind::Child)?;
            let new = NewChild {
                subject: begun.subject.clone(),
                municipality: child.municipality.clone(),
            };
            let hand = ctx.hand(begun.subject.clone());
            let mut ids = RandomIds(self.random.as_ref());
            let known = &begun.thread.whole;
            let entries = observe(known, (seen, day), Some(&new), (&hand, &mut ids))
                .map_err(|refusal| WriteError::App(refusal.into()))?;
            self.write_begun(ctx, begun, entries)
        })
    }

    /// Notifies the family department of the child's municipality from what the own unit has seen, and sends that along.
    pub fn notify_from_signs(&self, ctx: &Ctx, id: &PathwayId, told: &NotifyFromSigns) -> Outcome {
        self.act(ctx, id, None, |on| {
            let known = &on.known().clone();
            let municipality = known.municipality.clone();
            let notify = Notify {
                family_authority: true,
                municipality: municipality.or_else(|| told.municipality.clone()),
                text: told.text.clone(),
                told: told.told,
                told_note: told.told_note.clone(),
            };
            let subject = on.thread.subject();
            let command = concern_of(known, notify, &on.hand.author.unit, subject.clone());
            let command = self.complete(&command, subject, local_date(ctx.now));
            let world = World {
                out_of_hours: self.closed_now(ctx, on.world.directory, &command),
                ..on.world
            };
            notify_of_signs(known, &command, (on.hand, world), on.ids)
        })
    }

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
    pub fn may_consider(&self, ctx: &Ctx, view: &PathwayView) -> MayConsider {
        if !view.writes {
            return MayConsider::default();
        }
        let hand = ctx.hand(PersonId::new(""));
        MayConsider::of(&view.pathway, &hand, view.world())
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

    /// Decides on support for the child.
    pub fn decide_support(&self, ctx: &Ctx, id: &PathwayId, decided: &Support) -> Outcome {
        self.act(ctx, id, None, |on| {
            let measure = RefId::new(on.ids.random());
            support(on.known(), decided, &measure, (on.hand, on.world))
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
