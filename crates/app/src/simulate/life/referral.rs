// SPDX-License-Identifier: EUPL-1.2
//! Referrals: asked about at once or later, answered by the receiver in time or never, followed up when declined.

use super::authority::{ALCOHOL, CLINIC_CLOSING, DETENTION, DRUGS};
use super::words::REASONS;
use super::{Event, Life, Target};
use crate::error::AppError;
use traad_domain::body::{Assignee, HerAnswer};
use traad_domain::decide::referral::Answer;
use traad_domain::id::{RefId, UnitId};
use traad_domain::pathway::Referral;

/// A referral: its reference, where it came from and where it went.
struct Found {
    reference: RefId,
    from: Option<UnitId>,
    to: Option<UnitId>,
    considered_by: Option<UnitId>,
}

impl Life<'_> {
    /// What follows when she was asked, or will be.
    pub(super) fn referred(&mut self, target: Target, answer: HerAnswer) {
        let numbers = self.numbers();
        if answer == HerAnswer::NotAsked {
            self.maybe(800, (2, 12), Event::AskReferral(target));
        } else if answer.is_yes() && !self.dice.of_thousand(numbers.never_answered) {
            self.within(1, 9, Event::AnswerReferral(target));
        }
    }

    fn referral(&self, target: Target) -> Result<Option<Found>, AppError> {
        let (_, thread) = self.stands()?;
        let fits = |r: &&Referral| Target::of(r.target) == target;
        let found = thread
            .whole
            .referrals
            .iter()
            .rev()
            .find(fits)
            .map(|r| Found {
                reference: r.reference.clone(),
                from: r.sent.as_ref().map(|s| s.author.unit.clone()),
                to: r.sent.as_ref().map(|s| s.body.to.clone()),
                considered_by: thread.whole.concerns.first().map(|c| c.author.unit.clone()),
            });
        Ok(found)
    }

    fn answer(
        &mut self,
        unit: &UnitId,
        reference: &RefId,
        answer: &Answer,
    ) -> Result<(), AppError> {
        let (id, _) = self.stands()?;
        let ctx = self.ctx(unit)?;
        self.app()
            .answer_referral(&ctx, &id, reference.as_str(), answer)?;
        Ok(())
    }

    pub(super) fn answer_referral(&mut self, target: Target) -> Result<(), AppError> {
        let Some(Found {
            reference,
            to: Some(to),
            ..
        }) = self.referral(target)?
        else {
            return Ok(());
        };
        let numbers = self.numbers();
        if self.dice.of_thousand(numbers.referral_declined) {
            let reason =
                "Forkert enhed: det, hun har brug for, behandles et andet sted.".to_owned();
            self.answer(&to, &reference, &Answer::Decline { reason })?;
            self.maybe(700, (1, 8), Event::FollowUpReferral(target));
            return Ok(());
        }
        let who = self.ctx(&to)?.actor.employment;
        let assignees = vec![Assignee {
            employment: who.id,
            name: who.name,
        }];
        let note = "Vi ringer til hende i denne uge.".to_owned();
        self.answer(&to, &reference, &Answer::Accept { assignees, note })?;
        match target {
            Target::Clinic => {
                self.within(250, 420, Event::Step(CLINIC_CLOSING, 0));
                self.maybe(500, (5, 60), Event::Offer(0));
                self.maybe(400, (5, 60), Event::Offer(8));
                self.maybe(250, (1, 9), Event::Appoint);
            }
            Target::Alcohol => self.within(1, 8, Event::Step(ALCOHOL, 0)),
            Target::Drugs => {
                let chain = if self.dice.of_thousand(self.numbers().detention) {
                    DETENTION
                } else {
                    DRUGS
                };
                self.within(1, 8, Event::Step(chain, 0));
            }
        }
        self.maybe(300, (150, 300), Event::CompleteReferral(target));
        Ok(())
    }

    pub(super) fn ask_referral(&mut self, target: Target) -> Result<(), AppError> {
        let Some(Found {
            reference,
            from: None,
            considered_by: Some(unit),
            ..
        }) = self.referral(target)?
        else {
            return Ok(());
        };
        let numbers = self.numbers();
        let yes = self.dice.of_thousand(numbers.treatment_yes);
        let answer = Answer::Ask {
            answer: if yes {
                HerAnswer::YesWritten
            } else {
                HerAnswer::No
            },
            municipality: self.journal.lot.home.clone(),
            region: String::new(),
            text: self.dice.word(&REASONS).to_owned(),
        };
        self.answer(&unit, &reference, &answer)?;
        if yes {
            self.referred(target, HerAnswer::YesWritten);
        }
        Ok(())
    }

    pub(super) fn follow_up_referral(&mut self, target: Target) -> Result<(), AppError> {
        let Some(Found {
            reference,
            from: Some(from),
            ..
        }) = self.referral(target)?
        else {
            return Ok(());
        };
        let note = "Talt med hende og med den anden behandling; hun får en tid der.".to_owned();
        self.answer(&from, &reference, &Answer::FollowUp { note })
    }

    pub(super) fn complete_referral(&mut self, target: Target) -> Result<(), AppError> {
        let Some(Found {
            reference,
            to: Some(to),
            ..
        }) = self.referral(target)?
        else {
            return Ok(());
        };
        let note = "Forløbet hos os er slut efter aftale med hende.".to_owned();
        self.answer(&to, &reference, &Answer::Complete { note })
    }
}
