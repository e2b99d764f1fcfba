// SPDX-License-Identifier: EUPL-1.2
//! What the authority does with a notification, in time or too late, and the legal steps that follow from it.

use super::words::{CONCLUSIONS, REASONS};
use super::{Event, HOUR, Life};
use crate::ctx::Ctx;
use crate::error::AppError;
use jiff::ToSpan;
use std::collections::BTreeMap;
use traad_domain::body::{
    ContractAnswer, ContractLaw, ContractOffered, ContractSigned, ResidentialAnswer,
    ResidentialOffered, ScreeningOutcome, StepTaken,
};
use traad_domain::decide::course::step;
use traad_domain::decide::information::Showing;
use traad_domain::decide::notification::Answer;
use traad_domain::id::{PathwayId, RefId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::pathway::{Notification, Pathway};
use traad_domain::time::{Occurred, local_date};

/// A step: who takes it, which, what is said of it, and how many days later the next one comes.
type Link = (
    Taker,
    &'static str,
    &'static [(&'static str, &'static str)],
    i64,
);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taker {
    Family,
    Treatment,
    Clinic,
}

use Taker::{Clinic, Family, Treatment};

/// Chains of steps. Which is which stands in the constants below.
const CHAINS: [&[Link]; 10] = [
    &[
        (Family, "screened", &[("outcome", "examination")], 5),
        (Family, "examination-started", &[], 90),
        (Family, "examination-finished", &[], 10),
        (
            Family,
            "measure-decided",
            &[("measure", "m1"), ("plan-needed", "yes"), ("section", "32")],
            12,
        ),
        (Family, "measure-started", &[("measure", "m1")], 40),
        (Family, "childs-plan-ready", &[("measure", "m1")], 30),
        (Family, "follow-up-rhythm-decided", &[("measure", "m1")], 0),
    ],
    &[
        (Family, "screened", &[("outcome", "examination")], 20),
        (Family, "examination-started", &[], 130),
        (Family, "preliminary-assessment-made", &[], 40),
        (Family, "examination-finished", &[], 30),
        (
            Family,
            "measure-decided",
            &[("measure", "m2"), ("plan-needed", "no"), ("section", "32")],
            30,
        ),
        (Family, "measure-started", &[("measure", "m2")], 0),
    ],
    &[(Family, "exploration-finished", &[], 0)],
    &[
        (Family, "placement-considered", &[], 20),
        (
            Family,
            "placement-proposed",
            &[("placement", "p1"), ("consent", "no")],
            20,
        ),
        (Family, "childs-plan-ready", &[("placement", "p1")], 5),
        (Family, "placement-decided", &[("placement", "p1")], 15),
        (Family, "parents-plan-decided", &[], 0),
    ],
    &[
        (Family, "placement-considered", &[], 30),
        (
            Family,
            "placement-proposed",
            &[("placement", "p2"), ("consent", "yes")],
            30,
        ),
        (Family, "placement-decided", &[("placement", "p2")], 0),
    ],
    &[
        (
            Treatment,
            "treatment-requested",
            &[("substance", "alkohol"), ("request", "t1")],
            3,
        ),
        (Treatment, CONTRACT, &[("request", "t1")], 8),
        (Treatment, "treatment-started", &[("request", "t1")], 0),
    ],
    &[
        (
            Treatment,
            "treatment-requested",
            &[("substance", "stof"), ("request", "t2")],
            4,
        ),
        (Treatment, "doctor-talk-offered", &[("request", "t2")], 5),
        (Treatment, "treatment-started", &[("request", "t2")], 20),
        (
            Treatment,
            "dual-diagnosis-referral-received",
            &[("request", "t3")],
            0,
        ),
    ],
    &[
        (
            Treatment,
            "treatment-requested",
            &[("substance", "stof"), ("request", "t4")],
            2,
        ),
        (Treatment, CONTRACT, &[("request", "t4")], 20),
        (
            Treatment,
            "detention-decided",
            &[("detention", "d1"), ("request", "t4")],
            1,
        ),
        (Treatment, "detention-told", &[("detention", "d1")], 15),
        (Treatment, "detention-ended", &[("detention", "d1")], 0),
    ],
    &[
        (Clinic, "clinic-closing-proposed", &[("handover", "h1")], 6),
        (
            Clinic,
            "handover-accepted",
            &[("handover", "h1"), ("receiver", "familieafdeling-barn")],
            2,
        ),
        (
            Clinic,
            "handover-accepted",
            &[("handover", "h1"), ("receiver", "sundhedspleje")],
            9,
        ),
        (
            Clinic,
            "handover-accepted",
            &[("handover", "h1"), ("receiver", "ppr")],
            0,
        ),
    ],
    &[
        (Family, "childs-plan-ready", &[("placement", "b1")], 20),
        (Family, "parents-plan-decided", &[], 0),
    ],
];

/// Not a step but an entry of its own.
const CONTRACT: &str = "contract-offered";

/// The request of those who sign one.
const SIGNS: &str = "t4";

pub(super) const EXAMINATION: u8 = 0;
pub(super) const EXAMINATION_LATE: u8 = 1;
pub(super) const EXPLORATION: u8 = 2;
pub(super) const PLACEMENT: u8 = 3;
pub(super) const PLACEMENT_AGREED: u8 = 4;
pub(super) const ALCOHOL: u8 = 5;
pub(super) const DRUGS: u8 = 6;
pub(super) const DETENTION: u8 = 7;
pub(super) const CLINIC_CLOSING: u8 = 8;
pub(super) const PLACED: u8 = 9;

fn newest(pathway: &Pathway) -> Option<&Notification> {
    pathway.notifications.last()
}

impl Life<'_> {
    /// What follows when a notification has been received.
    pub(super) fn notified(&mut self) {
        let numbers = self.numbers();
        self.maybe(numbers.second_notification, (10, 200), Event::Again);
        if self.dice.of_thousand(numbers.never_answered) {
            return;
        }
        let hours = if self.dice.of_thousand(numbers.acute_broken) {
            self.dice
                .between(numbers.acute_hours + 1, 4 * numbers.acute_hours)
        } else {
            self.dice.between(1, numbers.acute_hours - 1)
        };
        self.at(self.now + hours * HOUR, Event::Assess);
        let broken = self.dice.of_thousand(numbers.receipt_broken);
        let days = if broken {
            (numbers.receipt_days + 3, 30)
        } else {
            (1, numbers.receipt_days - 1)
        };
        self.within(days.0, days.1, Event::Acknowledge);
        self.within(3, 14, Event::Settle);
        self.maybe(numbers.forwarded, (2, 4), Event::Forward);
        self.maybe(600, (2, 20), Event::ChildsNeed);
        self.maybe(80, (2, 10), Event::SecondLook);
    }

    pub(super) fn authority(&mut self, event: Event) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let Some(notification) = newest(&thread.whole) else {
            return Ok(());
        };
        let (Some(unit), reference) =
            (notification.unit().cloned(), notification.reference.clone())
        else {
            return Ok(());
        };
        if event == Event::Forward {
            return self.forward(&unit, &reference);
        }
        if event == Event::Shown {
            drop(thread);
            let ctx = self.ctx(&unit)?;
            let what = (reference.as_str(), &Showing::Now);
            return self.app().show_to_party(&ctx, &id, what).map(drop);
        }
        let alerted = notification
            .sent
            .as_ref()
            .and_then(|s| s.body.emergency.clone());
        let unit = alerted.filter(|_| event == Event::Assess).unwrap_or(unit);
        let Some(answer) = self.answer_to(event, notification) else {
            return Ok(());
        };
        drop(thread);
        let ctx = self.ctx(&unit)?;
        self.app()
            .answer_notification(&ctx, &id, reference.as_str(), &answer)?;
        if let Answer::Settle { outcome, .. } = answer {
            // Most are shown what is written when the outcome is there; of the rest nobody has thought.
            if self.dice.clone().of_thousand(850) {
                let what = (reference.as_str(), &Showing::Now);
                self.app().show_to_party(&ctx, &id, what)?;
            } else if self.dice.clone().of_thousand(920) {
                let day = local_date(ctx.now).saturating_add(60.days());
                let later = Showing::Later(day, "Samtalen med hende er ikke holdt.".to_owned());
                let what = (reference.as_str(), &later);
                self.app().show_to_party(&ctx, &id, what)?;
                self.maybe(800, (50, 64), Event::Shown);
            }
            self.settled(outcome);
        }
        Ok(())
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only the events of this file come here"
    )]
    fn answer_to(&mut self, event: Event, notification: &Notification) -> Option<Answer> {
        let numbers = self.numbers();
        let conclusion = self.dice.word(&CONCLUSIONS).to_owned();
        let waits = |done: bool, answer| (!done).then_some(answer);
        let reason = self.dice.word(&REASONS).to_owned();
        match event {
            Event::Assess => {
                let acute = self.dice.of_thousand(90);
                waits(
                    notification.acute.is_some(),
                    Answer::Assess { acute, conclusion },
                )
            }
            Event::Acknowledge => {
                let letter = "Underretningen er modtaget, og akut behov er vurderet.".to_owned();
                waits(
                    notification.acknowledged.is_some(),
                    Answer::Acknowledge { letter },
                )
            }
            Event::Settle if notification.acute.is_none() => {
                self.after(2, Event::Settle);
                None
            }
            Event::Settle => {
                let drawn = self.dice.between(0, 1_000);
                let outcome = if drawn < numbers.outcome_none {
                    ScreeningOutcome::None
                } else if drawn < numbers.outcome_none + numbers.outcome_exploration {
                    ScreeningOutcome::Exploration
                } else {
                    ScreeningOutcome::Examination
                };
                waits(
                    notification.outcome.is_some(),
                    Answer::Settle { outcome, reason },
                )
            }
            Event::Inform => notification.outcome.is_some().then(|| Answer::Inform {
                started: true,
                text: "Der er sat en undersøgelse i gang.".to_owned(),
            }),
            Event::SecondLook => Some(Answer::SecondOpinion { conclusion }),
            _ => Some(Answer::ChildsNeed { conclusion }),
        }
    }

    fn settled(&mut self, outcome: ScreeningOutcome) {
        let numbers = self.numbers();
        if !self.at_civil_society() {
            self.maybe(850, (1, 6), Event::Inform);
        }
        let late = self.dice.of_thousand(numbers.examination_late);
        match outcome {
            ScreeningOutcome::None => {
                // A child that was born here is followed all the same.
                if !self.journal.lot.born {
                    self.within(20, 50, Event::Close);
                }
                return;
            }
            ScreeningOutcome::Exploration => self.within(20, 70, Event::Step(EXPLORATION, 0)),
            ScreeningOutcome::Examination => {
                let chain = if late { EXAMINATION_LATE } else { EXAMINATION };
                // An examination that runs answers the next notification too.
                if !self.is_examined() {
                    self.within(1, 10, Event::Step(chain, 0));
                }
                let placement = if late { PLACEMENT_AGREED } else { PLACEMENT };
                self.maybe(numbers.placement, (40, 120), Event::Step(placement, 0));
            }
        }
        self.within(1, 7, Event::Appoint);
    }

    fn is_examined(&self) -> bool {
        let known = self.thread().ok().flatten();
        known.is_some_and(|thread| thread.whole.steps.iter().any(|s| s.body.step == "screened"))
    }

    fn at_civil_society(&self) -> bool {
        let first = self.thread().ok().flatten();
        first.is_some_and(|thread| {
            let author = thread.whole.concerns.first().map(|c| c.author.function);
            author == Some(traad_domain::org::Function::CivilWorker)
        })
    }

    fn forward(&mut self, unit: &UnitId, reference: &RefId) -> Result<(), AppError> {
        let (id, _) = self.stands()?;
        let country = &self.narrator.simulation.country;
        let home = country.home(&mut self.dice);
        let to = country
            .municipal(UnitKind::FamilyDepartment, &home)
            .cloned();
        let Some(to) = to.filter(|to| to != unit) else {
            return Ok(());
        };
        let ctx = self.ctx(unit)?;
        let reason =
            "Hun bor hos sin søster i den anden kommune og har adresse der fra den første.";
        self.app()
            .forward_notification(&ctx, &id, reference.as_str(), (&to, reason))?;
        self.journal.lot.home = Some(home);
        Ok(())
    }

    /// Takes one step of a chain and plans the next.
    pub(super) fn step(&mut self, chain: u8, place: u8) -> Result<(), AppError> {
        let links = CHAINS.get(usize::from(chain)).copied().unwrap_or_default();
        let Some((taker, code, said, days)) = links.get(usize::from(place)).copied() else {
            return Ok(());
        };
        let (_, thread) = self.stands()?;
        let unit = match taker {
            Family => self.department(&thread.whole),
            Treatment => accepted(&thread.whole, |kind| kind != UnitKind::FamilyClinic),
            Clinic => accepted(&thread.whole, |kind| kind == UnitKind::FamilyClinic),
        };
        let Some(unit) = unit else { return Ok(()) };
        drop(thread);
        let said = said
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        self.take(&unit, code, said.collect())?;
        if days > 0 {
            self.after(days, Event::Step(chain, place + 1));
        }
        Ok(())
    }

    /// A contract on detention is explained. Mostly she says no or wants to think; where somebody is held back later, she
    /// has accepted a residential place and signed.
    fn offer_contract(
        &mut self,
        ctx: &Ctx,
        id: &PathwayId,
        attributes: &BTreeMap<String, String>,
    ) -> Result<(), AppError> {
        let request = attributes.get("request").cloned().unwrap_or_default();
        let signs = request == SIGNS;
        let thinks = !signs && self.dice.of_thousand(300);
        let (_, thread) = self.stands()?;
        let requests = thread.whole.treatment_requests();
        drop(thread);
        let asked = requests.iter().find(|r| r.reference.as_str() == request);
        let alcohol = asked.is_some_and(|r| r.substance == "alkohol");
        let today = local_date(ctx.now);
        let reference = RefId::new(format!("k-{request}"));
        let offered = ContractOffered {
            reference: reference.clone(),
            request: RefId::new(request),
            law: if alcohol {
                ContractLaw::Alcohol
            } else {
                ContractLaw::Drugs
            },
            answer: match (signs, thinks) {
                (true, _) => ContractAnswer::Yes,
                (false, true) => ContractAnswer::Thinking,
                (false, false) => ContractAnswer::No,
            },
            again: thinks.then(|| today.saturating_add(7.days())),
            note: String::new(),
        };
        self.app().offer_contract(ctx, id, &offered)?;
        if !signs {
            return Ok(());
        }
        let place = ResidentialOffered {
            place: "Døgnbehandlingen".to_owned(),
            answer: ResidentialAnswer::Accepted,
            raised_to: None,
        };
        match self.app().offer_residential(ctx, id, &place) {
            // Those who treat her have judged that she needs none.
            Err(AppError::Refused(_)) => return Ok(()),
            other => other?,
        };
        let signed = ContractSigned {
            reference,
            on: today,
            until: None,
        };
        self.app().sign_contract(ctx, id, (&signed, true)).map(drop)
    }

    pub(super) fn take(
        &mut self,
        unit: &UnitId,
        code: &str,
        attributes: BTreeMap<String, String>,
    ) -> Result<(), AppError> {
        let (id, _) = self.stands()?;
        let ctx = self.ctx(unit)?;
        if code == CONTRACT {
            return self.offer_contract(&ctx, &id, &attributes);
        }
        let (_, thread) = self.stands()?;
        let signed = thread.whole.contracts.iter().any(|c| c.signed.is_some());
        drop(thread);
        if code.starts_with("detention-") && !signed {
            return Ok(());
        }
        let taken = StepTaken {
            step: code.to_owned(),
            attributes,
            note: self.dice.word(&REASONS).to_owned(),
        };
        let occurred = Occurred::at(ctx.now);
        self.app().act(&ctx, &id, None, |on| {
            step(on.known(), &taken, occurred, on.hand)
        })?;
        Ok(())
    }
}

/// The unit that accepted a referral, by the kind of unit it went to.
fn accepted(pathway: &Pathway, fits: impl Fn(UnitKind) -> bool) -> Option<UnitId> {
    use traad_domain::decide::referral::unit_kind;
    use traad_domain::pathway::ReferralState;
    let found = pathway
        .referrals
        .iter()
        .find(|r| matches!(r.state, ReferralState::Accepted(_)) && fits(unit_kind(r.target)));
    found
        .and_then(|r| r.sent.as_ref())
        .map(|sent| sent.body.to.clone())
}
