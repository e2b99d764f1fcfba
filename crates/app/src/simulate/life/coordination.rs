// SPDX-License-Identifier: EUPL-1.2
//! The coordinator, the assessment, the plan and how it is followed up.

use super::words::{NOTES, REASONS, WISHES};
use super::{Event, Life, yes};
use crate::error::AppError;
use jiff::ToSpan;
use traad_domain::body::{
    Arrangement, AssessmentCompleted, DutyExplained, ElementLeftOut, FollowUpChoice, Intervention,
    InterventionReview, LeavingReason, Level, LevelJudged, PlanFollowedUp, PlanMade, Problem,
    Regime, ResidentialAnswer, ResidentialOffered, Strand, TeamMemberJoined, WishKind,
    WishRecorded,
};
use traad_domain::decide::plan::{OPTIONAL_ELEMENTS, TEAM_ELEMENTS, element_list};
use traad_domain::id::{RefId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::time::local_date;

/// Problems of an assessment; two are restricted, one suggests easy-to-read text.
const PROBLEMS: [&str; 7] = [
    "bolig",
    "psykiatri",
    "kognitive",
    "oekonomi",
    "relationer",
    "prostitution",
    "kriminalitet",
];

impl Life<'_> {
    /// The unit that has the case, or the clinic, appoints somebody of its own.
    pub(super) fn appoint(&mut self) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let whole = &thread.whole;
        let notified = !whole.notifications.is_empty();
        let unit = Self::coordinating(whole).or_else(|| self.department(whole));
        let unit = if notified {
            unit
        } else {
            self.serving(UnitKind::FamilyClinic)
        };
        let Some(unit) = unit.filter(|_| whole.coordinator.is_none()) else {
            return Ok(());
        };
        drop(thread);
        let ctx = self.ctx(&unit)?;
        let chosen = ctx.actor.employment.id.clone();
        let deviation =
            Some("Hun kender rådgiveren i forvejen og vil helst beholde hende.".to_owned());
        self.app()
            .appoint_coordinator(&ctx, &id, None, (&chosen, deviation))?;
        let numbers = self.numbers();
        self.maybe(700, (2, 12), Event::Expect);
        self.maybe(500, (2, 20), Event::JoinTeam);
        self.within(4, 20, Event::CallMeeting);
        self.maybe(numbers.coordinator_left, (30, 150), Event::Leave);
        self.maybe(numbers.explained, (20, 60), Event::Explain);
        self.within(10, 30, Event::Contact);
        if self.journal.lot.child {
            return Ok(());
        }
        self.maybe(numbers.assessed, (8, 35), Event::AssessmentDone);
        self.maybe(600, (2, 20), Event::Offer(6));
        self.maybe(400, (2, 30), Event::Offer(10));
        self.maybe(150, (10, 60), Event::Disclose);
        for which in [yes::FOR_A_YEAR, yes::NO, yes::ASKS, yes::MEETS] {
            self.maybe(numbers.consents, (10, 90), Event::Yes(which));
        }
        Ok(())
    }

    pub(super) fn coordinator(&mut self, event: Event) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let Some(unit) = Self::coordinating(&thread.whole) else {
            return Ok(());
        };
        drop(thread);
        let ctx = self.ctx(&unit)?;
        if event == Event::Expect {
            let text = "Ringer hver anden fredag, tager med til første samtale og siger til, når noget går i stå.";
            self.app().agree_expectations(&ctx, &id, text)?;
        } else if event == Event::JoinTeam {
            let actor = *self
                .dice
                .pick(&[
                    UnitKind::Partner,
                    UnitKind::Network,
                    UnitKind::HealthVisitors,
                    UnitKind::JobCentre,
                ])
                .unwrap_or(&UnitKind::Network);
            let member = TeamMemberJoined {
                actor,
                unit: None,
                contact: "en, hun har tillid til".to_owned(),
                phone: "00 00 00 00".to_owned(),
                relation: String::new(),
                supports: Vec::new(),
                conflict: false,
                her_yes: None,
            };
            self.app().join_team(&ctx, &id, &member)?;
        } else {
            let reason = *self
                .dice
                .pick(LeavingReason::ALL)
                .unwrap_or(&LeavingReason::Moved);
            self.app().coordinator_leaves(&ctx, &id, None, reason)?;
            self.maybe(850, (1, 20), Event::Appoint);
        }
        Ok(())
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only the events of this file come here"
    )]
    pub(super) fn assessment(&mut self, event: Event) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let Some(unit) = Self::coordinating(&thread.whole) else {
            return Ok(());
        };
        let assessed = !thread.whole.assessments.is_empty();
        drop(thread);
        let numbers = self.numbers();
        let ctx = self.ctx(&unit)?;
        match event {
            Event::AssessmentDone if !assessed => {
                let made = self.assessed();
                self.app().complete_assessment(&ctx, &id, None, &made)?;
                self.within(1, 14, Event::Judge);
                self.maybe(600, (1, 20), Event::Offer(1));
            }
            Event::Judge => {
                let judged = self.judged();
                self.app().judge_level(&ctx, &id, None, &judged)?;
                match judged.level {
                    Level::Residential => self.within(1, 10, Event::OfferPlace),
                    Level::Undecided => self.maybe(800, (14, 40), Event::Judge),
                    Level::Ambulatory => {}
                }
                if judged.level != Level::Undecided {
                    self.within(2, 18, Event::Plan);
                }
            }
            Event::OfferPlace => {
                let none = self.dice.of_thousand(numbers.no_place);
                let offered = ResidentialOffered {
                    place: "Døgntilbuddet".to_owned(),
                    answer: if none {
                        ResidentialAnswer::NoPlace
                    } else {
                        ResidentialAnswer::Accepted
                    },
                    raised_to: none.then(|| "lederen af familieafdelingen".to_owned()),
                };
                self.app().offer_residential(&ctx, &id, &offered)?;
                if none {
                    self.maybe(600, (1, 10), Event::Offer(9));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn assessed(&mut self) -> AssessmentCompleted {
        let count = self.dice.between(1, 4);
        let problems = (0..count).map(|_| Problem {
            group: self.dice.word(&PROBLEMS).to_owned(),
            details: Vec::new(),
            note: self.dice.word(&REASONS).to_owned(),
        });
        AssessmentCompleted {
            reference: RefId::new(""),
            problems: problems.collect(),
            situation: "Bor til leje og skal fraflytte til sommer. Ser sin søster hver uge og har ikke andre tæt på.".to_owned(),
            resources: "Hun møder op, siger til, når noget er svært, og har en søster, der hjælper.".to_owned(),
            challenges: "Forbrug hver aften frem til graviditeten; angst; usikker på boligen.".to_owned(),
            uses: Vec::new(),
            violence_risk: self.dice.of_thousand(80),
            easy_read: false,
        }
    }

    fn judged(&mut self) -> LevelJudged {
        let numbers = self.numbers();
        let drawn = self.dice.between(0, 1_000);
        let (level, criterion) = if drawn < numbers.residential {
            (Level::Residential, "forbrug-for-omfattende")
        } else if drawn < numbers.residential + numbers.undecided {
            (Level::Undecided, "profiterer-ikke")
        } else {
            (Level::Ambulatory, "stabilitet-hjemme")
        };
        LevelJudged {
            assessment: RefId::new(""),
            level,
            criteria: vec![criterion.to_owned()],
            reason: self.dice.word(&REASONS).to_owned(),
        }
    }

    /// Her own words, then the plan.
    pub(super) fn plan(&mut self) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let Some(unit) = Self::coordinating(&thread.whole) else {
            return Ok(());
        };
        let level = thread.whole.judgements.last().map(|j| j.body.level);
        drop(thread);
        let ctx = self.ctx(&unit)?;
        let wish = if self.dice.of_thousand(900) {
            WishKind::Wish
        } else {
            WishKind::NotSaying
        };
        let words = if wish == WishKind::NotSaying {
            ""
        } else {
            self.dice.word(&WISHES)
        };
        self.app().record_wish(
            &ctx,
            &id,
            &WishRecorded {
                wish,
                words: words.to_owned(),
            },
        )?;
        let plan = self.planned(
            level.unwrap_or(Level::Ambulatory),
            &unit,
            &ctx.actor.employment.name,
        );
        self.app().make_plan(&ctx, &id, None, (&plan, &[]))?;
        self.within(21, 45, Event::FollowUp);
        for (share, offer) in [(500, 2), (450, 4), (400, 5), (250, 3)] {
            self.maybe(share, (1, 40), Event::Offer(offer));
        }
        self.within(2, 20, Event::CallMeeting);
        Ok(())
    }

    fn planned(&mut self, level: Level, unit: &UnitId, initiator: &str) -> PlanMade {
        let catalogue = self.app().catalogue();
        let list = element_list(level).and_then(|list| catalogue.list(list));
        let elements = list.map(|list| list.items.as_slice()).unwrap_or_default();
        let wanted = elements.iter().map(|item| item.id.as_str());
        let wanted =
            wanted.filter(|e| !OPTIONAL_ELEMENTS.contains(e) && !TEAM_ELEMENTS.contains(e));
        let mut plan = PlanMade {
            reference: RefId::new(""),
            version: 1,
            level,
            goals: "Ro om graviditeten, en bolig til to og hjælp til at holde op.".to_owned(),
            interventions: Vec::new(),
            left_out: Vec::new(),
            next_follow_up: Some(local_date(self.instant()).saturating_add(30.days())),
            sections: Vec::new(),
            child: None,
        };
        for (place, element) in wanted.enumerate() {
            if place > 0 && self.dice.of_thousand(350) {
                let reason = self.dice.word(&REASONS).to_owned();
                plan.left_out.push(ElementLeftOut {
                    element: element.to_owned(),
                    reason,
                });
                continue;
            }
            plan.interventions.push(Intervention {
                reference: RefId::new(""),
                strand: *self.dice.pick(Strand::ALL).unwrap_or(&Strand::Social),
                regime: Regime::Municipal,
                element: Some(element.to_owned()),
                what: "Fast aftale hver uge, og en besked dagen før".to_owned(),
                intensity: "hver uge".to_owned(),
                initiator: initiator.to_owned(),
                responsible: Some(unit.clone()),
                responsible_name: "rådgiveren".to_owned(),
                starts: Some(
                    local_date(self.instant()).saturating_add((7 * i64::from(place > 1)).days()),
                ),
                meets: Vec::new(),
                arranged: Arrangement::default(),
                child: None,
            });
        }
        plan
    }

    /// Follows the plan up, starts what waits, ends what is done, and agrees on the next time.
    pub(super) fn follow_up(&mut self) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let (Some(unit), Some(plan)) =
            (Self::coordinating(&thread.whole), thread.whole.plan.clone())
        else {
            return Ok(());
        };
        drop(thread);
        let ctx = self.ctx(&unit)?;
        let waiting = plan.running().find(|r| r.started.is_none());
        if let Some(waiting) = waiting {
            let reference = waiting.intervention.reference.as_str();
            self.app().start_intervention(&ctx, &id, reference)?;
        }
        let choices = [
            FollowUpChoice::Continue,
            FollowUpChoice::Continue,
            FollowUpChoice::Continue,
            FollowUpChoice::Adjust,
            FollowUpChoice::New,
        ];
        let reviews = plan.running().map(|running| InterventionReview {
            intervention: running.intervention.reference.clone(),
            effect: "Det går fremad.".to_owned(),
            choice: *self
                .dice
                .pick(&choices)
                .unwrap_or(&FollowUpChoice::Continue),
            verdict: None,
            unchanged: None,
        });
        let made = PlanFollowedUp {
            plan: plan.reference().cloned().unwrap_or_else(|| RefId::new("")),
            reviews: reviews.collect(),
            woman: self.dice.word(&NOTES).to_owned(),
            partner: None,
            child: "Vokser, som det skal.".to_owned(),
            family: None,
            next: local_date(ctx.now).saturating_add(30.days()),
        };
        self.app().follow_up_plan(&ctx, &id, None, &made)?;
        let first = plan
            .running()
            .next()
            .map(|r| r.intervention.reference.clone());
        if let Some(first) = first.filter(|_| self.dice.of_thousand(80)) {
            self.app().end_intervention(
                &ctx,
                &id,
                first.as_str(),
                self.dice.clone().word(&REASONS),
            )?;
        }
        let numbers = self.numbers();
        let late = self.dice.of_thousand(numbers.follow_up_missed);
        self.within(
            if late { 55 } else { 25 },
            if late { 70 } else { 32 },
            Event::FollowUp,
        );
        Ok(())
    }

    /// A duty that is no law is explained instead of done.
    pub(super) fn explain(&mut self) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let Some(unit) = Self::coordinating(&thread.whole) else {
            return Ok(());
        };
        let ctx = self.ctx(&unit)?;
        let own = self.app().own_duties(&ctx, &thread)?;
        drop(thread);
        let Some(duty) = own.into_iter().find(|duty| duty.strength != "law") else {
            return Ok(());
        };
        let explained = DutyExplained {
            rule: duty.rule,
            key: duty.key,
            reason: self.dice.word(&REASONS).to_owned(),
        };
        self.app().explain_duty(&ctx, &id, &explained)?;
        Ok(())
    }
}
