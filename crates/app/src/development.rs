// SPDX-License-Identifier: EUPL-1.2
//! How a child develops: rounds of assessment, what others add, the adults around it, the plan that answers (A14), what is
//! done when it does not work, and advice (A15).

use crate::App;
use crate::act::Seen;
use crate::ctx::Ctx;
use crate::error::AppError;
use jiff::civil::Date;
use traad_domain::body::{
    AdultAroundChild, AdviceReceived, AdviceRequested, AssessmentContributed, AssessmentOffered,
    ChildAssessed, EffectAnswered, HelpSheetWritten, InfluenceEnded, InfluenceNoted,
    InterventionEnded, KnowledgeGiven, LifeEventTold, PlanFollowedUp, PlanMade,
    SurroundingsDescribed,
};
use traad_domain::decide::{advice, child_plan, development};
use traad_domain::id::{PathwayId, RefId};

/// The catalogue list of the ages at which demands on a child rise.
const AGES: &str = "assessment-ages";

/// The catalogue list of those who can be asked for advice.
const SUPPLIERS: &str = "viso-suppliers";

type Outcome = Result<PathwayId, AppError>;

impl App {
    /// Completes a round of a child's assessment. Needs in the words of the last round stay the same needs.
    pub fn assess_child(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        (made, next): (&ChildAssessed, Option<Date>),
    ) -> Outcome {
        self.act(ctx, id, seen, |on| {
            let known = on.known().clone();
            let needs =
                development::keep_needs(&known, &made.needs, || RefId::new(on.ids.random()));
            let made = ChildAssessed {
                reference: RefId::new(on.ids.random()),
                needs,
                ..made.clone()
            };
            development::assess(&known, &made, next, on.hand)
        })
    }

    /// Adds what a profession has found.
    pub fn contribute_to_assessment(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        added: &AssessmentContributed,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            development::contribute(on.known(), added, on.hand)
        })
    }

    /// The ages at which demands rise, in months: a proposal of the catalogue.
    pub fn assessment_ages(&self) -> Vec<i64> {
        let list = self.catalogue.list(AGES);
        let items = list.into_iter().flat_map(|list| &list.items);
        items.flat_map(|item| item.numbers("months")).collect()
    }

    /// Registers the answer to an offer of a round.
    pub fn offer_assessment(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        offered: &AssessmentOffered,
    ) -> Outcome {
        let ages = self.assessment_ages();
        self.act(ctx, id, None, |on| {
            development::offer(on.known(), offered, &ages, on.hand)
        })
    }

    /// Tells of something in the child's life.
    pub fn tell_life_event(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (told, on_day): (&LifeEventTold, Date),
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            development::tell_event(on.known(), told, on_day, on.hand)
        })
    }

    /// Notes a risk, or what has affected the child.
    pub fn note_influence(&self, ctx: &Ctx, id: &PathwayId, noted: &InfluenceNoted) -> Outcome {
        self.act(ctx, id, None, |on| {
            let noted = InfluenceNoted {
                reference: RefId::new(on.ids.random()),
                ..noted.clone()
            };
            development::note_influence(on.known(), &noted, on.hand)
        })
    }

    /// Says that it affects the child no more.
    pub fn end_influence(&self, ctx: &Ctx, id: &PathwayId, ended: &InfluenceEnded) -> Outcome {
        self.act(ctx, id, None, |on| {
            development::end_influence(on.known(), ended, on.hand)
        })
    }

    /// Describes how a place is for the child.
    pub fn describe_surroundings(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        described: &SurroundingsDescribed,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            development::describe(on.known(), described, on.hand)
        })
    }

    /// Names an adult around the child who is to know what helps.
    pub fn name_adult(&self, ctx: &Ctx, id: &PathwayId, adult: &AdultAroundChild) -> Outcome {
        self.act(ctx, id, None, |on| {
            let adult = AdultAroundChild {
                reference: RefId::new(on.ids.random()),
                ..adult.clone()
            };
            development::name_adult(on.known(), &adult, on.hand)
        })
    }

    /// Registers that an adult has been told what helps.
    pub fn give_knowledge(&self, ctx: &Ctx, id: &PathwayId, given: &KnowledgeGiven) -> Outcome {
        self.act(ctx, id, None, |on| {
            development::give_knowledge(on.known(), given, on.hand)
        })
    }

    /// Makes or changes the child's plan, and ends what the new version no longer holds.
    pub fn make_child_plan(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        (made, endings): (&PlanMade, &[InterventionEnded]),
    ) -> Outcome {
        self.act(ctx, id, seen, |on| {
            let mut made = PlanMade {
                reference: RefId::new(on.ids.random()),
                ..made.clone()
            };
            let new = made.interventions.iter_mut();
            for effort in new.filter(|effort| effort.reference.as_str().is_empty()) {
                effort.reference = RefId::new(on.ids.random());
            }
            child_plan::make(on.known(), &made, endings, on.hand)
        })
    }

    /// Follows the child's plan up.
    pub fn follow_up_child_plan(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        made: &PlanFollowedUp,
    ) -> Outcome {
        self.act(ctx, id, seen, |on| {
            child_plan::follow_up(on.known(), made, on.hand)
        })
    }

    /// Says that something an effort without effect gives rise to is done, or left out.
    pub fn answer_effect(&self, ctx: &Ctx, id: &PathwayId, told: &EffectAnswered) -> Outcome {
        self.act(ctx, id, None, |on| {
            child_plan::answer_effect(on.known(), told, on.hand)
        })
    }

    /// Writes the sheet of what helps the child, and the background for those it lives with.
    pub fn write_help_sheet(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (sheet, background): (&HelpSheetWritten, &str),
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            advice::write_sheet(on.known(), sheet, background, on.hand)
        })
    }

    /// Asks a supplier of VISO for advice; `who` is what the child is called.
    pub fn ask_for_advice(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (asked, who): (&AdviceRequested, &str),
    ) -> Outcome {
        let list = self.catalogue.list(SUPPLIERS);
        let suppliers = list.into_iter().flat_map(|list| &list.items);
        let suppliers: Vec<&str> = suppliers.map(|item| item.id.as_str()).collect();
        self.act(ctx, id, None, |on| {
            let asked = AdviceRequested {
                reference: RefId::new(on.ids.random()),
                ..asked.clone()
            };
            advice::ask(on.known(), &asked, (who, &suppliers), on.hand)
        })
    }

    /// Registers advice that has come.
    pub fn receive_advice(&self, ctx: &Ctx, id: &PathwayId, got: &AdviceReceived) -> Outcome {
        self.act(ctx, id, None, |on| {
            let mut got = got.clone();
            for effort in &mut got.efforts {
                effort.reference = RefId::new(on.ids.random());
            }
            advice::receive(on.known(), &got, on.hand)
        })
    }
}
