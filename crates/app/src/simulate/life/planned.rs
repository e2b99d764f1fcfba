// SPDX-License-Identifier: EUPL-1.2
//! The child's plan: it answers the needs, is followed up, and where an effort does not work, that is answered too.

use super::words::child::{HELPS, PICTURES, SUPPORT};
use super::{Growing, Life};
use crate::error::AppError;
use jiff::ToSpan;
use std::collections::BTreeSet;
use traad_domain::body::{
    Arrangement, ChildEffort, ChildPlan, EffectAnswered, FollowUpChoice, Intervention,
    InterventionEnded, InterventionReview, Level, NeedDeselected, PlanDeviation, PlanFollowedUp,
    PlanMade, Regime, Strand, Verdict,
};
use traad_domain::decide::child_plan::lacking;
use traad_domain::id::{RefId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::pathway::{Pathway, Plan};
use traad_domain::time::local_date;

/// What a plan is made from.
struct Asked {
    /// All needs of the newest round.
    needs: Vec<RefId>,
    /// Those the plan so far has no answer to.
    unanswered: Vec<RefId>,
    /// What runs.
    efforts: Vec<Intervention>,
}

impl Asked {
    fn of(whole: &Pathway) -> Self {
        let needs = whole.needs().iter();
        let unanswered = whole.unanswered_needs();
        let unanswered = unanswered.into_iter();
        let runs = whole.plan.iter().flat_map(Plan::running);
        Self {
            needs: needs.map(|need| need.reference.clone()).collect(),
            unanswered: unanswered.map(|need| need.reference.clone()).collect(),
            efforts: runs.map(|r| r.intervention.clone()).collect(),
        }
    }
}

/// Most efforts that go on from one plan to the next.
const GO_ON: usize = 3;

impl Asked {
    /// What has run longest ends, so that a child is not met by ever more.
    fn end_oldest(&mut self) -> Vec<InterventionEnded> {
        let many = self.efforts.len().saturating_sub(GO_ON);
        let ended = self.efforts.drain(..many);
        let ended = ended.map(|effort| InterventionEnded {
            intervention: effort.reference,
            reason: "Det har gjort sin virkning.".to_owned(),
        });
        ended.collect()
    }
}

impl Life<'_> {
    /// A plan, or a new version of it: what runs goes on, and each need has an answer.
    pub(super) fn plan_for_child(&mut self) -> Result<(), AppError> {
        let Some((id, ctx)) = self.by(UnitKind::FamilyDepartment)? else {
            return Ok(());
        };
        let (_, thread) = self.stands()?;
        let mut asked = Asked::of(&thread.whole);
        drop(thread);
        let endings = asked.end_oldest();
        let (efforts, deselected) = self.answered(asked, &ctx.actor.unit.id);
        if efforts.is_empty() {
            return Ok(());
        }
        let deviations = lacking(&efforts).into_iter().map(|lacks| PlanDeviation {
            lacks: lacks.to_owned(),
            reason: "Det, der er brug for nu, er det første.".to_owned(),
        });
        let child = ChildPlan {
            round: RefId::new(""),
            aims: vec!["udvikle".to_owned()],
            framing: vec!["psykoedukation".to_owned()],
            family: "Ro om aftenen og en at ringe til.".to_owned(),
            deselected,
            deviations: deviations.collect(),
        };
        let plan = PlanMade {
            reference: RefId::new(""),
            version: 1,
            level: Level::Undecided,
            goals: "At dagen er til at overskue for barnet.".to_owned(),
            interventions: efforts,
            left_out: Vec::new(),
            next_follow_up: Some(local_date(ctx.now).saturating_add(180.days())),
            sections: Vec::new(),
            child: Some(child),
        };
        self.app()
            .make_child_plan(&ctx, &id, None, (&plan, &endings))?;
        self.next_follow_up();
        Ok(())
    }

    /// What runs and an effort for most needs that have none; the rest is left out with a reason.
    fn answered(
        &mut self,
        asked: Asked,
        unit: &UnitId,
    ) -> (Vec<Intervention>, Vec<NeedDeselected>) {
        let mut efforts = asked.efforts;
        for need in &asked.unanswered {
            if efforts.is_empty() || self.dice.of_thousand(850) {
                efforts.push(self.child_effort(need, unit));
            }
        }
        let meets = efforts.iter().flat_map(|effort| &effort.meets);
        let met: BTreeSet<&str> = meets.map(String::as_str).collect();
        let left = asked.needs.into_iter();
        let left = left.filter(|need| !met.contains(need.as_str()));
        let mut deselected = Vec::new();
        for need in left {
            let reason = self.reason();
            deselected.push(NeedDeselected { need, reason });
        }
        (efforts, deselected)
    }

    fn next_follow_up(&mut self) {
        let numbers = self.numbers();
        let late = self.dice.of_thousand(numbers.follow_up_missed);
        let when = if late { (190, 260) } else { (160, 181) };
        // A new version of the plan is followed up with what is agreed already.
        if !self.journal.follows_up && self.dice.of_thousand(numbers.followed_on) {
            self.journal.follows_up = true;
            self.grow(when.0, when.1, Growing::FollowedUp);
        }
    }

    fn child_effort(&mut self, need: &RefId, unit: &UnitId) -> Intervention {
        let both = |codes: [&str; 2]| codes.map(str::to_owned).to_vec();
        let whole = self.dice.of_thousand(700);
        let one = |codes: [&str; 2]| {
            let mut codes = both(codes);
            codes.truncate(if whole { 2 } else { 1 });
            codes
        };
        let groups = ["regulering", "udvikling", "ramme", "vidensdeling"];
        Intervention {
            reference: RefId::new(""),
            strand: *self.dice.pick(Strand::ALL).unwrap_or(&Strand::Social),
            regime: Regime::Municipal,
            element: None,
            what: self.dice.word(&SUPPORT).to_owned(),
            intensity: "hver uge".to_owned(),
            initiator: "rådgiveren".to_owned(),
            responsible: Some(unit.clone()),
            responsible_name: "rådgiveren".to_owned(),
            starts: Some(local_date(self.instant())),
            meets: vec![need.as_str().to_owned()],
            arranged: Arrangement::default(),
            child: Some(ChildEffort {
                group: self.dice.word(&groups).to_owned(),
                area: None,
                purposes: vec!["fremme".to_owned()],
                targets: one(["funktionsnedsaettelser", "omgivelser"]),
                approaches: one(["udviklingsbaseret", "systembaseret"]),
                form: String::new(),
                knowledge: String::new(),
                advised: None,
            }),
        }
    }

    /// How it is for the child and the family, and of each effort whether it works.
    pub(super) fn follow_child_up(&mut self) -> Result<(), AppError> {
        self.journal.follows_up = false;
        let Some((id, ctx)) = self.by(UnitKind::FamilyDepartment)? else {
            return Ok(());
        };
        let (_, thread) = self.stands()?;
        let plan = thread.whole.plan.as_ref();
        let runs = plan.into_iter().flat_map(Plan::running);
        let runs: Vec<RefId> = runs.map(|r| r.intervention.reference.clone()).collect();
        let planned = plan.is_some();
        drop(thread);
        if !planned {
            return Ok(());
        }
        let numbers = self.numbers();
        let mut without = false;
        let mut reviews = Vec::new();
        for intervention in runs {
            let fails = self.dice.of_thousand(numbers.no_effect);
            without |= fails;
            reviews.push(self.review(intervention, fails));
        }
        let made = PlanFollowedUp {
            plan: RefId::new(""),
            woman: String::new(),
            partner: None,
            child: self.dice.word(&PICTURES).to_owned(),
            family: Some(self.dice.word(&HELPS).to_owned()),
            reviews,
            next: local_date(ctx.now).saturating_add(180.days()),
        };
        self.app().follow_up_child_plan(&ctx, &id, None, &made)?;
        if without {
            self.may_grow(850, (3, 90), Growing::Effect);
        }
        self.next_follow_up();
        Ok(())
    }

    fn review(&mut self, intervention: RefId, fails: bool) -> InterventionReview {
        let early = self.dice.of_thousand(120);
        let (verdict, choice, effect) = match (fails, early) {
            (true, _) => (
                Verdict::NotIntended,
                FollowUpChoice::Adjust,
                "Ingen ændring.",
            ),
            (_, true) => (Verdict::TooEarly, FollowUpChoice::Continue, "Lige begyndt."),
            _ => (
                Verdict::Intended,
                FollowUpChoice::Continue,
                "Det går fremad.",
            ),
        };
        InterventionReview {
            intervention,
            effect: effect.to_owned(),
            choice,
            verdict: Some(verdict),
            unchanged: None,
        }
    }

    /// Each of the three that an effort without effect gives rise to is done or left out; now and then one is forgotten.
    pub(super) fn effect(&mut self) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let open = thread.whole.open_effects();
        let open: Vec<_> = open
            .into_iter()
            .map(|(effort, action)| (effort.reference.clone(), action))
            .collect();
        drop(thread);
        for (intervention, action) in open {
            let Some((_, ctx)) = self.by(UnitKind::FamilyDepartment)? else {
                return Ok(());
            };
            if self.dice.of_thousand(120) {
                continue;
            }
            let told = EffectAnswered {
                intervention,
                action,
                left_out: self.dice.of_thousand(350),
                words: self.reason(),
            };
            self.app().answer_effect(&ctx, &id, &told)?;
        }
        Ok(())
    }
}
