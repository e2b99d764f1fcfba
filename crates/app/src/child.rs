// SPDX-License-Identifier: EUPL-1.2
//! What is written in a child's pathway after birth: exposure, custody, the stay in hospital, the way home.

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use jiff::civil::Date;
use traad_domain::body::{
    AbstinenceObserved, ChildAdmitted, CustodyStated, ExposureStated, HomecomingAssessed,
    InjuryJudged, LinkedWith,
};
use traad_domain::decide::child::{
    Discharge, admit, assess_home, discharge, judge_injury, observe_abstinence, state_custody,
    state_exposure,
};
use traad_domain::id::{PathwayId, RefId};
use traad_domain::policy::Action;

type Outcome = Result<PathwayId, AppError>;

impl App {
    /// States the core of the exposure.
    pub fn state_exposure(&self, ctx: &Ctx, id: &PathwayId, stated: &ExposureStated) -> Outcome {
        self.act(ctx, id, None, |on| {
            state_exposure(
                (on.known(), &on.thread.whole),
                &on.thread.entries,
                stated,
                on.hand,
            )
        })
    }

    /// States who has custody.
    pub fn state_custody(&self, ctx: &Ctx, id: &PathwayId, stated: &CustodyStated) -> Outcome {
        self.act(ctx, id, None, |on| {
            state_custody(
                (on.known(), &on.thread.whole),
                &on.thread.entries,
                stated,
                on.hand,
            )
        })
    }

    /// Registers a stay in hospital.
    pub fn admit_child(&self, ctx: &Ctx, id: &PathwayId, admitted: &ChildAdmitted) -> Outcome {
        self.act(ctx, id, None, |on| admit(on.known(), admitted, on.hand))
    }

    /// Registers an observation of withdrawal.
    pub fn observe_abstinence(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (observed, on_day): (&AbstinenceObserved, Date),
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            observe_abstinence(on.known(), observed, on_day, on.hand)
        })
    }

    /// Judges whether the child has been harmed.
    pub fn judge_injury(&self, ctx: &Ctx, id: &PathwayId, judged: &InjuryJudged) -> Outcome {
        self.act(ctx, id, None, |on| {
            judge_injury(
                (on.known(), &on.thread.whole),
                &on.thread.entries,
                judged,
                on.hand,
            )
        })
    }

    /// Assesses what the child comes home to.
    pub fn assess_home(&self, ctx: &Ctx, id: &PathwayId, made: &HomecomingAssessed) -> Outcome {
        self.act(ctx, id, None, |on| assess_home(on.known(), made, on.hand))
    }

    /// Sends the child home, or names the receivers that lacked.
    pub fn discharge_child(&self, ctx: &Ctx, id: &PathwayId, told: &Discharge) -> Outcome {
        let told = &Discharge {
            tell: self.tells_her(&told.ground),
            ground: self.cited(
                ctx,
                &told.ground,
                told.receivers.iter().map(|(_, unit)| unit),
            )?,
            ..told.clone()
        };
        let outcome = self.act(ctx, id, None, |on| {
            let fresh = RefId::new(on.ids.random());
            let seen = (on.readable(), on.thread.whole.as_ref());
            discharge(on.known(), seen, told, (on.hand, on.world), fresh)
        });
        self.refusal_logged(ctx, id, outcome)
    }

    /// The pathways of the same family that the reader may open too: being linked opens none.
    pub fn opens_linked(
        &self,
        ctx: &Ctx,
        links: impl Iterator<Item = LinkedWith>,
    ) -> Result<Vec<(LinkedWith, bool)>, AppError> {
        links
            .map(|link| {
                let thread = self.load_thread(&link.other)?;
                let at = (&link.other, ctx.now);
                let opens = thread
                    .is_some_and(|thread| thread.opens(ctx.reader(), Action::Read, at).is_ok());
                Ok((link, opens))
            })
            .collect()
    }
}
