// SPDX-License-Identifier: EUPL-1.2
//! A child's check-ups: offered, kept, moved or missed; a family that is lost and looked for; and how they end.

use super::words::REASONS;
use super::words::child::{FINDINGS, NEEDS, PICTURES, STRENGTHS};
use super::{Growing, Life};
use crate::ctx::Ctx;
use crate::error::AppError;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;
use traad_domain::body::{
    CheckupOutcome, CheckupTold, CustodyState, EndingWay, MissedBecause, OutreachHow,
    OutreachTried, Receiver, Told,
};
use traad_domain::decide::checkup::{Placing, school_age};
use traad_domain::decide::closing::{Ending, Telling};
use traad_domain::decide::information::Ground;
use traad_domain::id::{PathwayId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::pathway::Pathway;
use traad_domain::time::local_date;

/// How often a receiver looks at a child it follows, in days.
const LOOKED: (i64, i64) = (250, 480);

impl Life<'_> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only the events of this file come here"
    )]
    pub(super) fn followed(&mut self, growing: Growing) -> Result<(), AppError> {
        if growing == Growing::Offered {
            return self.checkups_offered();
        }
        let (id, thread) = self.stands()?;
        let whole = thread.whole.clone();
        drop(thread);
        let placed = whole.child.checkups.placed.as_ref();
        let placed = placed.filter(|_| whole.has_checkups());
        let Some(unit) = placed.map(|placed| placed.body.unit.clone()) else {
            return Ok(());
        };
        let ctx = self.ctx(&unit)?;
        match growing {
            Growing::Checkup => self.checkup((&ctx, &id), whole),
            Growing::Outreach => self.outreach((&ctx, &id), whole),
            _ => self.checkups_end((&ctx, &id), whole),
        }
    }

    /// The clinic offers them; where the region has another place, the child goes there.
    fn checkups_offered(&mut self) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let whole = thread.whole.clone();
        drop(thread);
        let entitled = whole.child.checkups.entitled.as_ref();
        let Some(clinic) = entitled.map(|entitled| entitled.body.clinic.clone()) else {
            return Ok(());
        };
        let (id, _) = self.stands()?;
        let ctx = self.ctx(&clinic)?;
        let today = local_date(ctx.now);
        let numbers = self.numbers();
        let mut placing = Placing {
            yes: !self.dice.of_thousand(numbers.checkups_declined),
            unit: None,
            offer: None,
            note: String::new(),
            days: Vec::new(),
            until: None,
            reason: String::new(),
        };
        if placing.yes {
            let place = match &self.journal.lot.home {
                Some(home) => self.app().checkup_place(home, today)?.map(|unit| unit.id),
                None => None,
            };
            let settled = whole.child.custody();
            let settled = settled.is_some_and(|c| c.custody != CustodyState::Unresolved);
            // Nothing goes to another place while nobody knows who decides for the child.
            placing.unit = place.filter(|_| settled).or(Some(clinic));
            placing.days = self.app().proposed_checkups(&whole, today);
            placing.until = school_age(&whole);
        }
        // While a copy is held, a thread that grows has to copy what it holds.
        drop(whole);
        self.app().place_checkups(&ctx, &id, &placing)?;
        if let Some(unit) = &placing.unit {
            self.meets(unit);
            self.awaits_checkup(placing.days.first().copied());
        }
        Ok(())
    }

    /// The next check-up happens on its day.
    fn awaits_checkup(&mut self, day: Option<Date>) {
        let Some(day) = day else { return };
        let today = local_date(self.instant());
        let ahead = day.since(today).map_or(0, |span| span.get_days());
        // The day after its own at the earliest, so that it is told of when it is over.
        self.grow(i64::from(ahead) + 1, i64::from(ahead) + 4, Growing::Checkup);
    }

    fn checkup(
        &mut self,
        (ctx, id): (&Ctx, &PathwayId),
        whole: Arc<Pathway>,
    ) -> Result<(), AppError> {
        let today = local_date(ctx.now);
        let open = whole.child.checkups.open();
        let Some(now) = open.first().filter(|one| one.on <= today) else {
            return Ok(());
        };
        let numbers = self.numbers();
        let missed = if self.journal.lot.evasive {
            numbers.missed_if_evasive
        } else {
            numbers.missed
        };
        let moves = !now.moved && self.dice.of_thousand(numbers.checkup_moved);
        let told = if moves {
            let to = today.saturating_add(self.dice.between(14, 50).days());
            let to = school_age(&whole).map_or(to, |end| to.min(end.max(today)));
            self.tale(now.reference.clone(), CheckupOutcome::Moved, Some(to))
        } else if self.dice.of_thousand(missed) {
            self.tale(now.reference.clone(), CheckupOutcome::Missed, None)
        } else {
            self.tale(now.reference.clone(), CheckupOutcome::Attended, None)
        };
        drop(whole);
        self.app().tell_checkup(ctx, id, &told)?;
        self.after_checkup(&told)
    }

    fn tale(
        &mut self,
        checkup: traad_domain::id::RefId,
        outcome: CheckupOutcome,
        to: Option<Date>,
    ) -> CheckupTold {
        let because = self.dice.pick(MissedBecause::ALL).copied();
        CheckupTold {
            checkup,
            outcome,
            to,
            because: because.filter(|_| outcome == CheckupOutcome::Missed),
            note: if outcome == CheckupOutcome::Attended {
                self.dice.word(&FINDINGS).to_owned()
            } else {
                String::new()
            },
        }
    }

    /// The next one, the search for a family that is lost, or the end.
    fn after_checkup(&mut self, told: &CheckupTold) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let checkups = &thread.whole.child.checkups;
        let next = checkups.open().first().map(|one| one.on);
        let lost = checkups.lost.is_some() && told.outcome == CheckupOutcome::Missed;
        drop(thread);
        if lost {
            self.may_grow(850, (1, 20), Growing::Outreach);
        }
        if next.is_some() {
            self.awaits_checkup(next);
            return Ok(());
        }
        // The last is told of: they end a while later, and now and then nobody thinks of it.
        self.may_grow(900, (3, 300), Growing::Ending);
        Ok(())
    }

    /// Somebody tries to reach a family that is lost; in the end the municipality is notified.
    fn outreach(
        &mut self,
        (ctx, id): (&Ctx, &PathwayId),
        whole: Arc<Pathway>,
    ) -> Result<(), AppError> {
        let checkups = &whole.child.checkups;
        let Some(lost) = &checkups.lost else {
            return Ok(());
        };
        let before = checkups.outreach.iter();
        let before = before.filter(|tried| tried.recorded >= lost.recorded);
        let count = before.count();
        drop(whole);
        let numbers = self.numbers();
        if count >= 3 {
            if self.dice.of_thousand(numbers.lost_notified) {
                return self.end_by_notifying((ctx, id));
            }
            return Ok(());
        }
        let tried = OutreachTried {
            how: *self
                .dice
                .pick(OutreachHow::ALL)
                .unwrap_or(&OutreachHow::Telephone),
            reached: self.dice.of_thousand(numbers.reached),
            note: "Prøvet at få en aftale i stand.".to_owned(),
        };
        self.app().reach_out(ctx, id, &tried)?;
        if !tried.reached {
            self.may_grow(900, (5, 40), Growing::Outreach);
        }
        Ok(())
    }

    fn end_by_notifying(&mut self, (ctx, id): (&Ctx, &PathwayId)) -> Result<(), AppError> {
        if self.serving(UnitKind::FamilyDepartment).is_none() {
            return Ok(());
        }
        let told = Ending {
            way: EndingWay::Notified,
            reason: "Familien kommer ikke og kan ikke nås.".to_owned(),
            receivers: Vec::new(),
            telling: self.telling(None),
            without: String::new(),
            letter: "Barnet er ikke kommet til opfølgning, og familien svarer ikke.".to_owned(),
            told: Some(Told::No),
            told_note: "Vi har skrevet, ringet og været forbi.".to_owned(),
        };
        self.app().end_checkups(ctx, id, &told)?;
        self.notified();
        Ok(())
    }

    /// Others take over, or the parents have said no.
    fn checkups_end(
        &mut self,
        (ctx, id): (&Ctx, &PathwayId),
        whole: Arc<Pathway>,
    ) -> Result<(), AppError> {
        if whole.child.checkups.closing().is_some() {
            return Ok(());
        }
        let numbers = self.numbers();
        let lost = whole.child.checkups.lost.is_some();
        let open = !whole.child.checkups.open().is_empty();
        let end = school_age(&whole);
        drop(whole);
        if open {
            return Ok(());
        }
        if !lost && self.dice.of_thousand(numbers.extended) {
            return self.extends((ctx, id), end);
        }
        if lost && self.dice.of_thousand(numbers.lost_notified) {
            return self.end_by_notifying((ctx, id));
        }
        let declined = !lost && self.dice.of_thousand(numbers.checkups_declined / 2);
        let own = |unit: &UnitId| unit == &ctx.actor.unit.id;
        let mut receivers = Vec::new();
        for receiver in Receiver::AFTER_CLINIC {
            let unit = self.serving(receiver.unit_kind());
            receivers.extend(unit.filter(|unit| !own(unit)).map(|unit| (receiver, unit)));
        }
        if self.dice.of_thousand(numbers.receiver_missing) || declined {
            receivers.truncate(if declined { 0 } else { 2 });
        }
        let asked: Vec<Receiver> = receivers.iter().map(|(receiver, _)| *receiver).collect();
        let told = Ending {
            way: if declined {
                EndingWay::Declined
            } else {
                EndingWay::HandedOver
            },
            reason: "Barnet nærmer sig skolealderen, og andre følger det derfra.".to_owned(),
            without: if receivers.len() < 3 {
                "Familien har ikke brug for alle tre.".to_owned()
            } else {
                String::new()
            },
            receivers,
            telling: self.telling(Some(true)),
            letter: String::new(),
            told: None,
            told_note: String::new(),
        };
        self.app().end_checkups(ctx, id, &told)?;
        self.asked(&asked);
        Ok(())
    }

    /// One more check-up is planned.
    fn extends(
        &mut self,
        (ctx, id): (&Ctx, &PathwayId),
        end: Option<Date>,
    ) -> Result<(), AppError> {
        let today = local_date(ctx.now);
        let day = today.saturating_add(self.dice.between(60, 200).days());
        let late = end.is_none_or(|end| day > end);
        let until = if late { Some(day) } else { end };
        let reason = if late {
            "Der er brug for at se, hvordan skolestarten går."
        } else {
            ""
        };
        self.app().plan_checkups(ctx, id, (&[day], until, reason))?;
        self.awaits_checkup(Some(day));
        Ok(())
    }

    /// What others are told at a transition; whether the cause goes along is decided.
    pub(super) fn telling(&mut self, exposure: Option<bool>) -> Telling {
        Telling {
            needs: self.dice.word(&NEEDS).to_owned(),
            strengths: self.dice.word(&STRENGTHS).to_owned(),
            challenges: self.dice.word(&PICTURES).to_owned(),
            exposure,
            ground: Ground::Law("fvl-28".to_owned()),
            reason: self.dice.word(&REASONS).to_owned(),
            tell: false,
        }
    }

    /// Who follows the child looks at it, and again.
    pub(super) fn looked(&mut self, receiver: Receiver) -> Result<(), AppError> {
        let Some(unit) = self.who(receiver.unit_kind()) else {
            return Ok(());
        };
        let said = [("receiver", receiver.code()), ("unit", unit.as_str())];
        let said = said.map(|(name, value)| (name.to_owned(), value.to_owned()));
        self.take(&unit, "child-looked-at", BTreeMap::from(said))?;
        if self.age() < 17 * super::YEAR {
            self.may_grow(900, LOOKED, Growing::Looked(receiver));
        }
        Ok(())
    }
}
