// SPDX-License-Identifier: EUPL-1.2
//! What people do in a pathway that exists: one function each, all through [`App::act`].

use crate::App;
use crate::act::Seen;
use crate::ctx::Ctx;
use crate::error::AppError;
use jiff::civil::Date;
use traad_domain::agreement::Answers;
use traad_domain::body::{
    AssessmentCompleted, Body, ContactLogged, DatingMethod, DutyExplained, InterventionEnded,
    LeavingReason, LevelJudged, MeetingCalled, MeetingCancelled, MeetingDecided, MeetingMoved,
    OfferMade, ParticipantRemoved, PathwayClosed, PlanFollowedUp, PlanMade, ResidentialOffered,
    ScreeningDone, SupportAgreed, TeamMemberJoined, TimesAnswered, TimesAsked, WishRecorded,
};
use traad_domain::category::Category;
use traad_domain::decide::concern::StatedDating;
use traad_domain::decide::{
    assessment, coordinator, course, meeting, notification, plan, referral, screening,
};
use traad_domain::id::{EmploymentId, EntryId, PathwayId, RefId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::refusal::{Problem, Refusal};
use traad_domain::time::local_date;
use traad_duty::rule::Strength;

type Outcome = Result<PathwayId, AppError>;

impl App {
    /// The authority answers a notification.
    pub fn answer_notification(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        reference: &str,
        answer: &notification::Answer,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            notification::answer(&on.thread.whole, reference, answer, on.hand)
        })
    }

    /// The authority forwards a notification to another municipality's family department.
    pub fn forward_notification(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        reference: &str,
        (to, reason): (&UnitId, &str),
    ) -> Outcome {
        let directory = self.directory(local_date(ctx.now))?;
        let unit = directory.unit(to).filter(|unit| unit.is_child_authority());
        let unit = unit.ok_or_else(|| AppError::field("forward_to", Problem::NoSuchUnit))?;
        self.act(ctx, id, None, |on| {
            notification::forward(&on.thread.whole, reference, unit, reason, on.hand)
        })
    }

    /// One step of a referral.
    pub fn answer_referral(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        reference: &str,
        answer: &referral::Answer,
    ) -> Outcome {
        let answer = match answer.clone() {
            referral::Answer::Ask {
                answer,
                municipality,
                text,
                ..
            } => {
                let known = municipality.clone().or(self
                    .open_for(ctx, id, "write")?
                    .whole
                    .municipality
                    .clone());
                let region = known
                    .and_then(|m| self.region_of(&m, local_date(ctx.now)))
                    .unwrap_or_default();
                referral::Answer::Ask {
                    answer,
                    municipality,
                    region,
                    text,
                }
            }
            known @ (referral::Answer::Accept { .. }
            | referral::Answer::Decline { .. }
            | referral::Answer::FollowUp { .. }
            | referral::Answer::Complete { .. }) => known,
        };
        self.act(ctx, id, None, |on| {
            referral::answer(&on.thread.whole, reference, &answer, on.hand, on.world)
        })
    }

    /// Appoints the coordinator.
    pub fn appoint_coordinator(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        who: (&EmploymentId, Option<String>),
    ) -> Outcome {
        self.replace_coordinator(ctx, id, seen, (who, None))
    }

    /// Appoints the coordinator instead of the one who coordinates now, who stops for a reason.
    pub fn replace_coordinator(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        ((employment, deviation), leaving): (
            (&EmploymentId, Option<String>),
            Option<LeavingReason>,
        ),
    ) -> Outcome {
        let actor = self
            .actor(employment, ctx.now)?
            .filter(|actor| actor.employment.function.sees_pathways())
            .filter(|actor| !actor.employment.function.is_citizen())
            .ok_or_else(|| AppError::field("employment", Problem::NotInUnit))?;
        let agreed = self
            .answers_for(ctx, id)?
            .and_then(|answers| answers.coordinator_actor);
        self.act(ctx, id, seen, |on| {
            let command = coordinator::Appoint {
                employment: &actor.employment,
                unit: &actor.unit,
                agreed,
                deviation: deviation.clone(),
                leaving,
            };
            coordinator::appoint(&on.thread.whole, &command, on.hand)
        })
    }

    /// The coordinator leaves.
    pub fn coordinator_leaves(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        reason: LeavingReason,
    ) -> Outcome {
        self.act(ctx, id, seen, |on| {
            coordinator::leave(&on.thread.whole, reason, on.hand)
        })
    }

    /// What is expected of the coordinator.
    pub fn agree_expectations(&self, ctx: &Ctx, id: &PathwayId, text: &str) -> Outcome {
        self.act(ctx, id, None, |on| {
            coordinator::agree_expectations(&on.thread.whole, text, on.hand)
        })
    }

    /// An actor comes onto the map.
    pub fn join_team(&self, ctx: &Ctx, id: &PathwayId, member: &TeamMemberJoined) -> Outcome {
        self.act(ctx, id, None, |on| {
            coordinator::join(on.known(), member.clone(), on.hand)
        })
    }

    /// An actor leaves the map.
    pub fn leave_team(&self, ctx: &Ctx, id: &PathwayId, actor: UnitKind, reason: &str) -> Outcome {
        self.act(ctx, id, None, |on| {
            coordinator::remove(on.known(), actor, reason, on.hand)
        })
    }

    /// Completes an assessment.
    pub fn complete_assessment(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        made: &AssessmentCompleted,
    ) -> Outcome {
        self.act(ctx, id, seen, |on| {
            let made = AssessmentCompleted {
                reference: RefId::new(on.ids.random()),
                ..made.clone()
            };
            assessment::complete(on.known(), &made, on.hand)
        })
    }

    /// Judges ambulatory or residential, on the newest assessment.
    pub fn judge_level(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        judged: &LevelJudged,
    ) -> Outcome {
        self.act(ctx, id, seen, |on| {
            let newest = on
                .known()
                .assessments
                .last()
                .map(|a| a.body.reference.clone());
            let judged = LevelJudged {
                assessment: newest.unwrap_or_else(|| judged.assessment.clone()),
                ..judged.clone()
            };
            assessment::judge(on.known(), &judged, on.hand)
        })
    }

    /// Registers an offer of residential treatment.
    pub fn offer_residential(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        offered: &ResidentialOffered,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            assessment::offer_residential(on.known(), offered, on.hand)
        })
    }

    /// Makes or changes the plan, and ends what the new version no longer holds. Interventions without a reference get one.
    pub fn make_plan(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        (made, endings): (&PlanMade, &[InterventionEnded]),
    ) -> Outcome {
        let answers = self.answers_for(ctx, id)?;
        let sections = answers.map(|answers| answers.plan_sections);
        let sections = sections.unwrap_or_default();
        self.act(ctx, id, seen, |on| {
            let mut made = PlanMade {
                reference: RefId::new(on.ids.random()),
                ..made.clone()
            };
            for intervention in made
                .interventions
                .iter_mut()
                .filter(|i| i.reference.as_str().is_empty())
            {
                intervention.reference = RefId::new(on.ids.random());
            }
            let level = on.known().judgements.last().map(|j| j.body.level);
            let list = level.and_then(plan::element_list);
            let elements: Vec<&str> = list
                .and_then(|list| self.catalogue.list(list))
                .map(|list| list.items.iter().map(|item| item.id.as_str()).collect())
                .unwrap_or_default();
            let template = plan::Template {
                elements: &elements,
                sections: &sections,
            };
            plan::make(on.known(), &made, template, endings, on.hand)
        })
    }

    /// Starts an intervention of the plan.
    pub fn start_intervention(&self, ctx: &Ctx, id: &PathwayId, reference: &str) -> Outcome {
        self.act(ctx, id, None, |on| {
            plan::start(on.known(), reference, on.hand)
        })
    }

    /// Ends an intervention of the plan.
    pub fn end_intervention(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        reference: &str,
        reason: &str,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            plan::end(on.known(), reference, reason, on.hand)
        })
    }

    /// Follows the plan up.
    pub fn follow_up_plan(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        made: &PlanFollowedUp,
    ) -> Outcome {
        self.act(ctx, id, seen, |on| {
            plan::follow_up(on.known(), made, on.hand)
        })
    }

    /// Calls a network meeting, with what was agreed with her to help her come.
    pub fn call_meeting(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (called, support): (&MeetingCalled, Option<&SupportAgreed>),
    ) -> Outcome {
        let answers = self.answers_for(ctx, id)?;
        let earliest = self.earliest_meeting(ctx, answers.as_ref());
        let outcome = self.act(ctx, id, None, |on| {
            let called = MeetingCalled {
                reference: RefId::new(on.ids.random()),
                ..called.clone()
            };
            let known = (on.known(), on.thread.whole.as_ref());
            let agreed = meeting::Agreed {
                answers: answers.as_ref(),
                earliest,
                directory: on.world.directory,
            };
            meeting::call(known, (&called, support), agreed, on.hand)
        });
        self.refusal_logged(ctx, id, outcome)
    }

    /// The earliest day the agreed notice allows, called today.
    fn earliest_meeting(&self, ctx: &Ctx, answers: Option<&Answers>) -> Option<Date> {
        let days = answers?.notice_days?;
        Some(self.rules.working_days_from(local_date(ctx.now), days))
    }

    /// Agrees with her on how she is helped to come to a meeting that is called.
    pub fn arrange_support(&self, ctx: &Ctx, id: &PathwayId, agreed: &SupportAgreed) -> Outcome {
        self.act(ctx, id, None, |on| {
            meeting::support((on.known(), on.thread.whole.as_ref()), agreed, on.hand)
        })
    }

    /// Asks which of a few times suit for a meeting.
    pub fn ask_for_times(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        asked: &TimesAsked,
        who: (&[UnitId], bool),
    ) -> Outcome {
        let outcome = self.act(ctx, id, None, |on| {
            let asked = TimesAsked {
                proposal: RefId::new(on.ids.random()),
                ..asked.clone()
            };
            let known = (on.known(), on.thread.whole.as_ref());
            meeting::ask(known, &asked, who, on.hand)
        });
        self.refusal_logged(ctx, id, outcome)
    }

    /// Says which times suit the author's unit.
    pub fn answer_times(&self, ctx: &Ctx, id: &PathwayId, answered: &TimesAnswered) -> Outcome {
        self.act(ctx, id, None, |on| {
            meeting::suit(on.known(), (answered, false), on.hand)
        })
    }

    /// Moves a meeting that was called.
    pub fn move_meeting(&self, ctx: &Ctx, id: &PathwayId, moved: &MeetingMoved) -> Outcome {
        let answers = self.answers_for(ctx, id)?;
        let earliest = self.earliest_meeting(ctx, answers.as_ref());
        self.act(ctx, id, None, |on| {
            let known = (on.known(), on.thread.whole.as_ref());
            meeting::postpone(known, moved, earliest, on.hand)
        })
    }

    /// Takes a unit off a meeting that was called.
    pub fn remove_participant(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        removed: &ParticipantRemoved,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            let known = (on.known(), on.thread.whole.as_ref());
            meeting::remove(known, removed, on.hand)
        })
    }

    /// Writes the minutes of a meeting.
    pub fn hold_meeting(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        minutes: meeting::Minutes<'_>,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            let named = |decided: &MeetingDecided, reference| MeetingDecided {
                reference: RefId::new(reference),
                ..decided.clone()
            };
            let all = minutes.decided.iter();
            let decided: Vec<_> = all.map(|one| named(one, on.ids.random())).collect();
            let minutes = meeting::Minutes {
                decided: &decided,
                ..minutes
            };
            let known = (on.known(), on.thread.whole.as_ref());
            meeting::hold(known, minutes, on.hand)
        })
    }

    /// Cancels a meeting.
    pub fn cancel_meeting(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        cancelled: &MeetingCancelled,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            let known = (on.known(), on.thread.whole.as_ref());
            meeting::cancel(known, cancelled, on.hand)
        })
    }

    /// She has answered a screening tool.
    pub fn record_screening(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        told: (&ScreeningDone, Date),
    ) -> Outcome {
        let tool = self.catalogue.screening(&told.0.tool);
        let tool = tool.ok_or(AppError::NotFound)?;
        self.act(ctx, id, None, |on| {
            screening::record(on.known(), tool, told, on.hand)
        })
    }

    /// Her own words.
    pub fn record_wish(&self, ctx: &Ctx, id: &PathwayId, wish: &WishRecorded) -> Outcome {
        self.act(ctx, id, None, |on| meeting::wish(on.known(), wish, on.hand))
    }

    /// Something was offered, told or considered.
    pub fn make_offer(&self, ctx: &Ctx, id: &PathwayId, offer: &OfferMade) -> Outcome {
        self.act(ctx, id, None, |on| {
            meeting::offer(on.known(), offer, on.hand)
        })
    }

    /// A note of the unit's own.
    pub fn write_note(&self, ctx: &Ctx, id: &PathwayId, text: &str, category: Category) -> Outcome {
        self.act(ctx, id, None, |on| {
            meeting::note(on.known(), text, category, on.hand)
        })
    }

    /// Contact with somebody.
    pub fn log_contact(&self, ctx: &Ctx, id: &PathwayId, contact: &ContactLogged) -> Outcome {
        self.act(ctx, id, None, |on| {
            meeting::contact(on.known(), contact, on.hand)
        })
    }

    /// Says why a duty of the own unit is not done.
    pub fn explain_duty(&self, ctx: &Ctx, id: &PathwayId, explained: &DutyExplained) -> Outcome {
        let own = self.own_duties(ctx, &self.open_for(ctx, id, "write")?)?;
        let found = own
            .iter()
            .any(|duty| duty.rule == explained.rule && duty.key == explained.key);
        if !found {
            let gone = Refusal::NotNow(traad_domain::refusal::NotNow::NoSuchDuty);
            return self.unless_sent_before(ctx, Err(gone.into()));
        }
        let is_law = self
            .rules
            .rule(&explained.rule)
            .is_some_and(|rule| rule.strength == Strength::Law);
        self.act(ctx, id, None, |on| {
            course::explain(on.known(), explained, is_law, on.hand)
        })
    }

    /// Corrects an entry of the own unit.
    pub fn correct_entry(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        entry: &EntryId,
        body: &Body,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            course::correct(&on.thread.entries, entry, body.clone(), on.hand)
        })
    }

    /// Withdraws an entry of the own unit as wrong.
    pub fn annul_entry(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        entry: &EntryId,
        (reason, wrong_person): (&str, bool),
    ) -> Outcome {
        if let Some(outcome) = self.birth_undone(ctx, id, (entry, (reason, wrong_person))) {
            return outcome;
        }
        self.act(ctx, id, None, |on| {
            let why = (reason, wrong_person);
            course::annul(&on.thread.entries, entry, why, on.hand)
        })
    }

    /// Dates the pregnancy anew.
    pub fn date_anew(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        (stated, method): (StatedDating, Option<DatingMethod>),
    ) -> Outcome {
        self.act(ctx, id, seen, |on| {
            course::date_anew(on.known(), stated, method, on.hand)
        })
    }

    /// Ends a pathway.
    pub fn close_pathway(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (closed, not_offered): (&PathwayClosed, Option<&str>),
    ) -> Outcome {
        let answers = self.answers_for(ctx, id)?;
        let minimum = answers.and_then(|answers| answers.meetings_minimum);
        self.act(ctx, id, None, |on| {
            let known = (on.thread.whole.as_ref(), on.known());
            course::close(known, (closed, not_offered), minimum, on.hand)
        })
    }

    /// The answers of the agreement in force for a pathway the reader takes part in.
    pub fn answers_for(&self, ctx: &Ctx, id: &PathwayId) -> Result<Option<Answers>, AppError> {
        let thread = self.open_for(ctx, id, "read")?;
        let Some(municipality) = &thread.whole.municipality else {
            return Ok(None);
        };
        Ok(self
            .agreement_for(municipality, local_date(ctx.now))?
            .map(|agreed| agreed.answers))
    }
}
