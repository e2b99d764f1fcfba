// SPDX-License-Identifier: EUPL-1.2
//! How a life comes to be known: who raises the concern, what is told, who is notified and where she says yes to go.

use super::super::people;
use super::words::{CHILD_CONCERNS, CONCERNS, REASONS};
use super::{DAY, Event, HOUR, Life, Target};
use crate::concern::{RaiseForm, Subject};
use crate::error::AppError;
use jiff::{Timestamp, ToSpan};
use traad_domain::body::{
    AdultBasis, DecisionPostponed, HerAnswer, PathwayKind, Prescribed, SupportNeed, Told,
    UseRecorded, UseSource,
};
use traad_domain::decide::concern::{Notify, RaiseConcern, Refer, StatedDating, TellAdults};
use traad_domain::id::{PersonId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::time::local_date;

/// Who meets a pregnant woman first, the commonest more than once.
const FIRST_MET_BY: [UnitKind; 10] = [
    UnitKind::Midwifery,
    UnitKind::Midwifery,
    UnitKind::Midwifery,
    UnitKind::Midwifery,
    UnitKind::GeneralPractice,
    UnitKind::GeneralPractice,
    UnitKind::AlcoholTreatment,
    UnitKind::DrugTreatment,
    UnitKind::StreetWork,
    UnitKind::CivilSociety,
];

impl Life<'_> {
    /// A concern, or another one about the same woman or child.
    pub(super) fn concern(&mut self, again: bool) -> Result<(), AppError> {
        let unit = self.notifier();
        let mut ctx = self.ctx(&unit)?;
        let (subject, concern) = (self.subject(), self.told(again));
        let notified = concern.notify.is_some();
        let considering = concern.support_need == SupportNeed::Considering;
        let referrals: Vec<(Target, HerAnswer)> = concern
            .referrals
            .iter()
            .map(|refer| (Target::of(refer.target), refer.answer))
            .collect();
        ctx.now = self.instant();
        let raised = self
            .app()
            .raise_concern(&ctx, &RaiseForm { subject, concern })?;
        if !again {
            self.journal.pathway = Some(raised.pathway);
            self.ahead();
        } else if self.journal.pathway.as_ref() != Some(&raised.pathway) {
            // Another unit writes in a journal of its own; whose it is, is found out by joining them.
            return Ok(());
        }
        if notified {
            self.notified();
        }
        if considering {
            self.within(8, 20, Event::Reconsidered);
        }
        for (target, answer) in referrals {
            self.referred(target, answer);
        }
        Ok(())
    }

    /// What is written about somebody who was met before without anybody knowing.
    pub(super) fn met_again(&mut self) -> RaiseForm {
        let concern = RaiseConcern {
            notify: None,
            support_need: SupportNeed::No,
            postponed: None,
            referrals: Vec::new(),
            adults: None,
            ..self.told(false)
        };
        RaiseForm {
            subject: people::met(),
            concern,
        }
    }

    /// She went on with the pregnancy: now there is a notification, or not.
    pub(super) fn reconsidered(&mut self) -> Result<(), AppError> {
        let numbers = self.numbers();
        if self.dice.of_thousand(numbers.notified) {
            self.concern(true)?;
        }
        Ok(())
    }

    fn notifier(&mut self) -> UnitId {
        let numbers = self.numbers();
        let kind = if self.journal.lot.child {
            match self.dice.between(0, 1_000) {
                n if n < numbers.child_by_health => UnitKind::HealthVisitors,
                n if n < numbers.child_by_health + numbers.child_by_school => UnitKind::Ppr,
                n if n % 2 == 0 => UnitKind::AdultAuthority,
                _ => UnitKind::GeneralPractice,
            }
        } else if self.journal.lot.unknown {
            UnitKind::StreetWork
        } else {
            self.dice
                .pick(&FIRST_MET_BY)
                .copied()
                .unwrap_or(UnitKind::Midwifery)
        };
        let unit = self.first_known().or_else(|| self.serving(kind));
        unit.unwrap_or_else(|| UnitId::new("DK-84-jordemoderkonsultation"))
    }

    /// Whoever raised the first concern raises the next ones too, so that they stand in the same journal.
    fn first_known(&self) -> Option<UnitId> {
        let thread = self.thread().ok().flatten()?;
        let first = thread.whole.concerns.first()?;
        Some(first.author.unit.clone())
    }

    fn subject(&mut self) -> Subject {
        // The same person whenever it is asked.
        let mut dice = super::Dice::of(self.narrator.simulation.scope.seed, 9, self.number);
        if self.journal.lot.unknown {
            return people::met();
        }
        let known = people::known(self.number, &mut dice);
        let born = Timestamp::from_second(self.journal.lot.conceived).ok();
        let born = born.filter(|_| self.journal.lot.child).map(local_date);
        Subject { born, ..known }
    }

    /// Completed weeks of the pregnancy, or of the child's life.
    fn weeks(&self) -> i64 {
        (self.now - self.journal.lot.conceived) / (7 * DAY)
    }

    fn told(&mut self, again: bool) -> RaiseConcern {
        let numbers = self.numbers();
        let child = self.journal.lot.child;
        let words = self
            .dice
            .word(if child { &CHILD_CONCERNS } else { &CONCERNS })
            .to_owned();
        let considering =
            !again && !child && self.weeks() < 14 && self.dice.of_thousand(3 * numbers.considering);
        let notified = !considering
            && self.journal.lot.home.is_some()
            && (again || self.dice.of_thousand(numbers.notified));
        // The state administers one island: there nobody can be notified by form.
        let notified = notified && self.serving(UnitKind::FamilyDepartment).is_some();
        let support_need = match (considering, notified) {
            (true, _) => SupportNeed::Considering,
            (false, true) => SupportNeed::Yes,
            (false, false) => SupportNeed::No,
        };
        let place =
            self.journal.lot.home.is_some() && self.serving(UnitKind::FamilyClinic).is_some();
        RaiseConcern {
            kind: if child {
                PathwayKind::Child
            } else {
                PathwayKind::Pregnancy
            },
            subject: PersonId::new(""),
            municipality: self.journal.lot.home.clone(),
            region: String::new(),
            dating: self.dating(again),
            signs: Vec::new(),
            phase: "tidlig-opsporing".to_owned(),
            uses: if again || child {
                Vec::new()
            } else {
                self.uses()
            },
            support_need,
            postponed: considering.then(|| DecisionPostponed {
                until: local_date(self.instant()).saturating_add(7.days()),
                reason:
                    "Hun overvejer, om graviditeten skal fortsætte, og har en samtale om en uge."
                        .to_owned(),
            }),
            notify: notified.then(|| self.notify(&words)),
            already_notified: None,
            referrals: if again || child || !place {
                Vec::new()
            } else {
                self.referrals(considering)
            },
            adults: (notified && !again && self.dice.of_thousand(numbers.adults_told))
                .then(|| self.tell_adults()),
            words,
        }
    }

    fn dating(&mut self, again: bool) -> Option<StatedDating> {
        let days = (self.now - self.journal.lot.conceived) / DAY;
        let dated = !self.journal.lot.child && !again && !self.journal.lot.unknown;
        dated.then_some(StatedDating::Week {
            weeks: days / 7,
            days: days % 7,
        })
    }

    fn notify(&mut self, words: &str) -> Notify {
        let numbers = self.numbers();
        let hidden = self.dice.of_thousand(numbers.not_told);
        Notify {
            family_authority: true,
            municipality: self.journal.lot.home.clone(),
            text: words.to_owned(),
            told: if hidden { Told::No } else { Told::Yes },
            told_note: if hidden {
                "Hun vil forsvinde, hvis hun hører det nu; vi taler med hende, når der er et tilbud.".to_owned()
            } else {
                "Hun blev ked af det, men vil gerne have hjælp.".to_owned()
            },
        }
    }

    fn tell_adults(&mut self) -> TellAdults {
        TellAdults {
            basis: AdultBasis::Consent,
            reason: self.dice.word(&REASONS).to_owned(),
            text: "Hun har brug for hjælp til boligen og økonomien, uanset hvad der sker med behandlingen.".to_owned(),
        }
    }

    fn uses(&mut self) -> Vec<UseRecorded> {
        let numbers = self.numbers();
        let mut uses = Vec::new();
        let other = [
            "cannabis",
            "opioider",
            "benzodiazepiner",
            "stimulanser",
            "medicin",
        ];
        if self.dice.of_thousand(numbers.alcohol) {
            uses.push(self.used("alkohol"));
        }
        if uses.is_empty() || self.dice.of_thousand(numbers.drugs) {
            let substance = self.dice.word(&other);
            uses.push(self.used(substance));
        }
        uses
    }

    fn used(&mut self, substance: &str) -> UseRecorded {
        let often = ["dagligt", "nogle gange om ugen", "i weekenderne"];
        let last = u8::try_from(self.weeks().clamp(0, 40)).unwrap_or(0);
        UseRecorded {
            substance: substance.to_owned(),
            duration: None,
            frequency: Some(self.dice.word(&often).to_owned()),
            timing: Some("fra før graviditeten".to_owned()),
            weeks: Some((0, last)),
            amount: None,
            prescribed: if substance == "medicin" {
                Prescribed::Yes
            } else {
                Prescribed::No
            },
            prescriber: None,
            source: *self
                .dice
                .pick(&[UseSource::Herself, UseSource::Seen, UseSource::NotTold])
                .unwrap_or(&UseSource::Herself),
        }
    }

    fn referrals(&mut self, considering: bool) -> Vec<Refer> {
        let numbers = self.numbers();
        let mut referrals = Vec::new();
        for target in Target::ALL {
            let wanted = match target {
                Target::Clinic => true,
                Target::Alcohol => self.dice.of_thousand(numbers.alcohol),
                Target::Drugs => self.dice.of_thousand(numbers.drugs),
            };
            if !wanted || considering || (self.journal.lot.unknown && target != Target::Clinic) {
                continue;
            }
            let yes = if target == Target::Clinic {
                numbers.clinic_yes
            } else {
                numbers.treatment_yes
            };
            let answer = if self.dice.of_thousand(numbers.asked_later) {
                HerAnswer::NotAsked
            } else if self.dice.of_thousand(yes) {
                HerAnswer::YesOral
            } else {
                HerAnswer::No
            };
            referrals.push(Refer {
                target: target.referral(),
                answer,
            });
        }
        referrals
    }

    /// What lies ahead of every life, whatever happens first.
    fn ahead(&mut self) {
        let numbers = self.numbers();
        if !self.journal.lot.child {
            let end = if self.journal.lot.lost {
                Event::Lost
            } else {
                Event::Birth
            };
            let spread = self.dice.between(-14, 10) * DAY;
            let at = if self.journal.lot.lost {
                self.now + self.dice.between(10, 60) * DAY
            } else {
                self.term() + spread
            };
            self.at(at.max(self.now + 2 * HOUR), end);
            self.maybe(400, (5, 60), Event::Scan);
        }
        if self.journal.lot.unknown {
            self.maybe(numbers.identified_later, (3, 30), Event::Identify);
            self.maybe(numbers.met_twice, (2, 20), Event::Join);
        }
        self.maybe(numbers.moved, (30, 200), Event::Move);
        self.maybe(numbers.mistaken, (1, 90), Event::Mistake);
        self.within(4, 30, Event::Note);
        if self.journal.lot.child {
            self.met_child();
        } else {
            self.within(120, 160, Event::Close);
        }
        if self.journal.lot.long {
            self.after(1, Event::Contact);
        }
    }
}
