// SPDX-License-Identifier: EUPL-1.2
//! A childhood: what lies ahead of a child, who acts in it, and which step is taken where.

use super::journal::Strain;
use super::{Event, Growing, Life, YEAR};
use crate::ctx::Ctx;
use crate::error::AppError;
use std::collections::BTreeMap;
use traad_domain::body::Receiver;
use traad_domain::id::PathwayId;
use traad_domain::org::UnitKind;

/// Ages in days.
const DAYCARE: (i64, i64) = (290, 520);
const SCHOOL: (i64, i64) = (6 * YEAR - 170, 6 * YEAR - 20);
const OF_AGE: i64 = 18 * YEAR + 5;

impl Life<'_> {
    /// Something of a childhood, so many days from now.
    pub(super) fn grow(&mut self, low: i64, high: i64, growing: Growing) {
        self.within(low, high, Event::Grows(growing));
    }

    /// The same, so many times of a thousand.
    pub(super) fn may_grow(&mut self, share: i64, when: (i64, i64), growing: Growing) {
        self.maybe(share, when, Event::Grows(growing));
    }

    /// At an age in days; what is past does not happen.
    pub(super) fn at_age(&mut self, share: i64, (low, high): (i64, i64), growing: Growing) {
        let age = self.age();
        let happens = self.dice.of_thousand(share);
        if happens && age < low {
            self.grow(low - age, high - age, growing);
        }
    }

    /// What lies ahead of a child, born here or met later. The family moves with its first.
    pub(super) fn childhood(&mut self, first: bool) {
        let numbers = self.numbers();
        let strain = self.journal.lot.strain;
        self.may_grow(numbers.custody_settled, (20, 200), Growing::Custody);
        self.at_age(
            numbers.in_daycare,
            DAYCARE,
            Growing::HandedOn(Receiver::Daycare),
        );
        self.at_age(850, SCHOOL, Growing::HandedOn(Receiver::School));
        let (share, assessed) = match strain {
            Strain::None => (numbers.assessed_child / 4, numbers.assessed_child / 3),
            Strain::Some => (numbers.assessed_child, numbers.assessed_child / 2),
            Strain::Marked => (numbers.assessed_child, numbers.assessed_child),
        };
        self.may_grow(assessed, (40, 160), Growing::Round);
        for years in [3, 6, 13] {
            let when = (years * YEAR - 60, years * YEAR + 40);
            self.at_age(share, when, Growing::Offer);
        }
        if strain > Strain::None {
            self.may_grow(numbers.affected, (200, 9 * YEAR), Growing::Affected);
            self.may_grow(350, (30, 400), Growing::Adult(0));
        }
        let placed = match strain {
            Strain::None => numbers.placed / 3,
            Strain::Some => numbers.placed,
            Strain::Marked => 3 * numbers.placed,
        };
        self.may_grow(placed, (3, 6 * YEAR), Growing::Placed);
        if first {
            self.may_grow(numbers.family_moves, (200, 15 * YEAR), Growing::Moves);
        }
        self.at_age(850, (17 * YEAR + 185, 17 * YEAR + 330), Growing::Prepared);
        self.at_age(600, (15 * YEAR + 30, 17 * YEAR + 360), Growing::Talked);
        self.at_age(1_000, (OF_AGE, OF_AGE + 40), Growing::OfAge);
    }

    /// A child somebody was concerned about after its birth.
    pub(super) fn met_child(&mut self) {
        self.journal.lot.strain = self.draw_strain().max(Strain::Some);
        self.journal.lot.evasive = self.draw_family();
        let numbers = self.numbers();
        self.may_grow(numbers.hypothesis, (10, 120), Growing::Raised);
        self.grow(5, 90, Growing::Seen(UnitKind::HealthVisitors));
        self.childhood(true);
    }

    /// Somebody of the unit of a kind that has to do with the child, where there is one.
    pub(super) fn by(&mut self, kind: UnitKind) -> Result<Option<(PathwayId, Ctx)>, AppError> {
        let (id, thread) = self.stands()?;
        let unit = if kind == UnitKind::FamilyDepartment {
            self.department(&thread.whole)
        } else {
            self.who(kind)
        };
        drop(thread);
        let Some(unit) = unit else { return Ok(None) };
        let ctx = self.ctx(&unit)?;
        Ok(Some((id, ctx)))
    }

    /// The first of several kinds there is.
    pub(super) fn by_any(
        &mut self,
        kinds: &[UnitKind],
    ) -> Result<Option<(PathwayId, Ctx)>, AppError> {
        for kind in kinds {
            if let Some(found) = self.by(*kind)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    pub(super) fn grows(&mut self, growing: Growing) -> Result<(), AppError> {
        use Growing as G;
        match growing {
            G::Stay => self.stay(),
            G::Injury => self.injury(),
            G::Effort(which) => self.effort(which),
            G::Home => self.home(),
            G::Discharge => self.discharge(),
            G::Custody => self.custody(),
            G::TakeOver(receiver) => self.take_over(receiver),
            G::Offered | G::Checkup | G::Outreach | G::Ending => self.followed(growing),
            G::Looked(receiver) => self.looked(receiver),
            G::Seen(kind) => self.seen(kind),
            G::Notified(kind) => self.notified_by(kind),
            G::Raised | G::Tested | G::Concluded | G::MotherTold => self.hypothesis(growing),
            G::Affected | G::Supported | G::Thrives => self.wellbeing(growing),
            G::Offer => self.offer_round(),
            G::Round => self.round(),
            G::Planned => self.plan_for_child(),
            G::FollowedUp => self.follow_child_up(),
            G::Effect => self.effect(),
            G::Adult(which) => self.adult(which),
            G::Knowledge => self.knowledge(),
            G::Sheet => self.sheet(),
            G::Advice => self.ask_advice(),
            G::Advised => self.advised(),
            G::Placed => self.placed(),
            G::Carers | G::Considered | G::Parents | G::Visited | G::Risk => self.in_care(growing),
            G::PlacementEnds => self.placement_ends(),
            G::HandedOn(receiver) => self.handed_on(receiver),
            G::Moves => {
                self.family_moves();
                Ok(())
            }
            G::Prepared => self.prepared(),
            G::Talked => self.talked(),
            G::OfAge => self.of_age(),
        }
    }

    /// Those who were asked to take over accept, soon, late or never.
    pub(super) fn asked(&mut self, receivers: &[Receiver]) {
        let numbers = self.numbers();
        for receiver in receivers {
            let growing = Growing::TakeOver(*receiver);
            if self.dice.of_thousand(numbers.receiver_slow) {
                self.may_grow(700, (20, 60), growing);
            } else {
                self.grow(1, 9, growing);
            }
        }
    }

    /// A receiver accepts.
    pub(super) fn take_over(&mut self, receiver: Receiver) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let whole = &thread.whole;
        let waits = whole.handovers.iter().rev();
        let mut waits =
            waits.filter(|sent| sent.body.receiver == receiver && !whole.is_accepted(&sent.body));
        let sent = waits.next().map(|sent| sent.body.clone());
        let closing = whole.child.checkups.closing().cloned();
        drop(thread);
        let Some(sent) = sent else { return Ok(()) };
        let said = [
            ("handover", sent.handover.as_str()),
            ("receiver", receiver.code()),
        ];
        let said = said.map(|(name, value)| (name.to_owned(), value.to_owned()));
        self.take(&sent.unit, "handover-accepted", BTreeMap::from(said))?;
        self.meets(&sent.unit);
        if closing == Some(sent.handover) {
            self.grow(150, 400, Growing::Looked(receiver));
            return Ok(());
        }
        self.watches(receiver);
        Ok(())
    }

    /// What whoever has the child from now on comes to see.
    fn watches(&mut self, receiver: Receiver) {
        let numbers = self.numbers();
        let kind = receiver.unit_kind();
        let seen = match self.journal.lot.strain {
            Strain::None => numbers.signs / 8,
            Strain::Some => numbers.signs,
            Strain::Marked => 1_000,
        };
        self.may_grow(seen, (20, 300), Growing::Seen(kind));
        if matches!(receiver, Receiver::Daycare | Receiver::School) {
            self.may_grow(seen, (2, 60), Growing::Adult(1));
        }
    }
}
