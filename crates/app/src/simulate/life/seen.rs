// SPDX-License-Identifier: EUPL-1.2
//! What is seen in a child, the hypothesis of where it comes from, and support until the child thrives.

use super::journal::Strain;
use super::words::REASONS;
use super::words::child::{AFFECTED, RESULTS, SEEN, SIGNS, SUPPORT, WHYS};
use super::{Growing, Life};
use crate::error::AppError;
use crate::signs::NotifyFromSigns;
use jiff::ToSpan;
use traad_domain::body::{
    Concern, Conclusion, HistoryAnswer, HypothesisRaised, HypothesisTested, Points, SignsObserved,
    TestKind, Thriving, Told,
};
use traad_domain::decide::hypothesis::Concluding;
use traad_domain::decide::signs::Support;
use traad_domain::entry::Entry;
use traad_domain::id::{EntryId, RefId};
use traad_domain::org::UnitKind;
use traad_domain::pathway::{Exposure, Hypothesis};
use traad_domain::time::local_date;

impl Life<'_> {
    /// Somebody who has to do with the child sees something, and looks again.
    pub(super) fn seen(&mut self, kind: UnitKind) -> Result<(), AppError> {
        let Some((id, ctx)) = self.by(kind)? else {
            return Ok(());
        };
        let numbers = self.numbers();
        let today = local_date(ctx.now);
        let worried = self.journal.lot.strain == Strain::Marked && self.dice.of_thousand(350);
        let again = self.dice.of_thousand(numbers.seen_again);
        let count = self.dice.between(1, 4);
        let signs = (0..count).map(|_| self.dice.word(&SIGNS).to_owned());
        let mut signs: Vec<String> = signs.collect();
        signs.sort_unstable();
        signs.dedup();
        let seen = SignsObserved {
            signs,
            other: String::new(),
            setting: "om formiddagen, når der er mange".to_owned(),
            words: self.dice.word(&SEEN).to_owned(),
            concern: if worried { Concern::Yes } else { Concern::No },
            look_again: again.then(|| today.saturating_add(60.days())),
        };
        self.app().observe_signs(&ctx, &id, (&seen, today))?;
        if again {
            self.may_grow(800, (50, 75), Growing::Seen(kind));
        }
        if worried {
            self.may_grow(700, (0, 10), Growing::Notified(kind));
        } else if self.journal.lot.strain > Strain::None {
            self.may_grow(numbers.hypothesis / 2, (10, 200), Growing::Raised);
        }
        Ok(())
    }

    /// Whoever has seen it notifies.
    pub(super) fn notified_by(&mut self, kind: UnitKind) -> Result<(), AppError> {
        if self.serving(UnitKind::FamilyDepartment).is_none() {
            return Ok(());
        }
        let Some((id, ctx)) = self.by(kind)? else {
            return Ok(());
        };
        let told = NotifyFromSigns {
            text: self.dice.word(&SEEN).to_owned(),
            told: Told::Yes,
            told_note: "Forældrene er glade for, at nogen ser det.".to_owned(),
            municipality: self.journal.lot.home.clone(),
        };
        self.app().notify_from_signs(&ctx, &id, &told)?;
        self.notified();
        Ok(())
    }

    /// Where it may come from: raised, tested, told and concluded.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only the events of this file come here"
    )]
    pub(super) fn hypothesis(&mut self, growing: Growing) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let whole = thread.whole.clone();
        let grounds: Vec<EntryId> = Vec::new();
        drop(thread);
        let current = whole.child.hypothesis();
        let open = current.is_some_and(Hypothesis::is_open);
        if growing == Growing::Raised {
            let settled = matches!(
                whole.exposure_position(),
                Exposure::Confirmed | Exposure::Refuted
            );
            return if open || settled {
                Ok(())
            } else {
                self.raised(grounds)
            };
        }
        let Some(raised) = current.map(|found| found.raised.clone()) else {
            return Ok(());
        };
        let concluding = (growing == Growing::Concluded).then(|| self.concluded(current));
        drop(whole);
        let (id, _) = self.stands()?;
        let ctx = self.ctx(&raised.author.unit)?;
        match growing {
            Growing::Tested if open => {
                let tested = self.tested();
                let day = (&tested, local_date(ctx.now), None);
                self.app().test_hypothesis(&ctx, &id, day)?;
                self.may_grow(850, (5, 60), Growing::Concluded);
            }
            Growing::MotherTold => {
                let comment = "Hun havde selv tænkt tanken og er lettet over, at den er sagt.";
                self.app().tell_mother_of_hypothesis(&ctx, &id, comment)?;
            }
            Growing::Concluded if open => {
                let Some(told) = concluding else {
                    return Ok(());
                };
                self.app().conclude_hypothesis(&ctx, &id, (&told, None))?;
                match told.conclusion {
                    Conclusion::Confirmed => self.grow(20, 140, Growing::Round),
                    Conclusion::Unresolved => {
                        self.may_grow(700, (330, 420), Growing::Tested);
                    }
                    Conclusion::Refuted => {}
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn raised(&mut self, mut grounds: Vec<EntryId>) -> Result<(), AppError> {
        let kinds = [
            UnitKind::HealthVisitors,
            UnitKind::Ppr,
            UnitKind::FamilyDepartment,
            UnitKind::GeneralPractice,
        ];
        let Some((id, ctx)) = self.by_any(&kinds)? else {
            return Ok(());
        };
        let (_, thread) = self.stands()?;
        // Signs the unit has seen itself.
        let own = |e: &&Entry| {
            e.written().is_some_and(|w| {
                w.envelope.author.unit == ctx.actor.unit.id
                    && matches!(w.body, traad_domain::body::Body::SignsObserved(_))
            })
        };
        grounds.extend(thread.entries.iter().rfind(own).map(|e| e.id.clone()));
        drop(thread);
        let raised = HypothesisRaised {
            reference: RefId::new(""),
            grounds,
            substances: vec!["alkohol".to_owned()],
            reason: self.dice.word(&WHYS).to_owned(),
            test_by: local_date(ctx.now).saturating_add(60.days()),
        };
        self.app().raise_hypothesis(&ctx, &id, (&raised, None))?;
        self.may_grow(850, (10, 80), Growing::Tested);
        self.may_grow(800, (1, 50), Growing::MotherTold);
        Ok(())
    }

    /// A third of what is asked points each way.
    fn tested(&mut self) -> HypothesisTested {
        let (test, points) = match self.dice.between(0, 10) {
            0..2 => (TestKind::PregnancyRecord, Points::Towards),
            2..4 => (TestKind::MothersWord, Points::Towards),
            4..7 => (TestKind::Anamnesis, Points::Away),
            _ => (TestKind::Anamnesis, Points::Neither),
        };
        let asked = test == TestKind::Anamnesis;
        HypothesisTested {
            reference: RefId::new(""),
            test,
            drugs: asked.then_some(HistoryAnswer::No),
            medicine: asked.then_some(HistoryAnswer::Unknown),
            points,
            result: self.dice.word(&RESULTS).to_owned(),
        }
    }

    fn concluded(&mut self, found: Option<&Hypothesis>) -> Concluding {
        let tests = || found.into_iter().flat_map(Hypothesis::finished);
        let towards = tests().any(|t| t.points == Points::Towards && t.is_from_the_mother());
        let away = tests().any(|t| t.points == Points::Away);
        let conclusion = match (towards, away) {
            (true, _) => Conclusion::Confirmed,
            (false, true) => Conclusion::Refuted,
            (false, false) => Conclusion::Unresolved,
        };
        let today = local_date(self.instant());
        let confirmed = conclusion == Conclusion::Confirmed;
        let open = conclusion == Conclusion::Unresolved;
        Concluding {
            conclusion,
            reason: self.dice.word(&REASONS).to_owned(),
            look_again: open.then(|| today.saturating_add(365.days())),
            substances: if confirmed {
                vec!["alkohol".to_owned()]
            } else {
                Vec::new()
            },
            assess_by: confirmed.then(|| today.saturating_add(120.days())),
        }
    }

    /// The authority finds that the child's wellbeing is affected, decides on support, and judges whether it thrives again.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only the events of this file come here"
    )]
    pub(super) fn wellbeing(&mut self, growing: Growing) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let affected = thread.whole.child.is_affected_by().is_some();
        drop(thread);
        let found = self.by(UnitKind::FamilyDepartment)?;
        let Some((id, ctx)) = found.filter(|_| affected != (growing == Growing::Affected)) else {
            return Ok(());
        };
        let today = local_date(ctx.now);
        match growing {
            Growing::Affected => {
                let words = (self.dice.word(&AFFECTED), today);
                self.app().affect_wellbeing(&ctx, &id, words)?;
                self.may_grow(920, (0, 40), Growing::Supported);
            }
            Growing::Supported => {
                let decided = Support {
                    what: self.dice.word(&SUPPORT).to_owned(),
                    section: if self.dice.of_thousand(400) {
                        "30"
                    } else {
                        "32"
                    },
                    plan: self.dice.of_thousand(400),
                    decided: today,
                    starts: Some(today),
                };
                self.app().decide_support(&ctx, &id, &decided)?;
                self.may_grow(900, (120, 260), Growing::Thrives);
            }
            _ => {
                let (thriving, share) = match self.dice.between(0, 10) {
                    0..5 => (Thriving::Yes, 0),
                    5..8 => (Thriving::Partly, 900),
                    _ => (Thriving::No, 900),
                };
                let judged = (thriving, self.dice.word(&REASONS));
                self.app().judge_wellbeing(&ctx, &id, judged)?;
                self.may_grow(share, (120, 260), Growing::Thrives);
            }
        }
        Ok(())
    }
}
