// SPDX-License-Identifier: EUPL-1.2
//! A child that is placed outside its home: the place, the carers, the parents, the visits, and how it ends.

use super::authority::PLACED;
use super::words::REASONS;
use super::words::child::{HELPS, NEEDS, SEEN};
use super::{Event, Growing, Life, YEAR};
use crate::ctx::Ctx;
use crate::error::AppError;
use jiff::{SignedDuration, ToSpan};
use std::collections::BTreeMap;
use traad_domain::body::{
    BreakdownRisk, BreakdownRiskJudged, CarersHelp, CarersMatched, CarersMeetingCalled,
    CarersOffered, CarersTold, ChildPlaced, Demand, DifficultyCause, DifficultyJudged,
    ExposureConsidered, OfferAnswer, ParentsSupportOffered, PlacementEnded, PlacementEnding,
    PlacementHome,
};
use traad_domain::id::{PathwayId, RefId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::pathway::{FOSTER, RECOMMENDED};
use traad_domain::time::local_date;

/// The two parents, as they are named where nobody is named.
const PARENTS: [&str; 2] = ["Moren", "Faren"];

impl Life<'_> {
    /// The child is placed.
    pub(super) fn placed(&mut self) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let already = thread.whole.placements.current().is_some();
        let first = thread.whole.placements.all.is_empty();
        drop(thread);
        let found = self.by(UnitKind::FamilyDepartment)?;
        let Some((id, ctx)) = found.filter(|_| !already && self.age() < 17 * YEAR) else {
            return Ok(());
        };
        let numbers = self.numbers();
        let kind = match self.dice.between(0, 1_000) {
            n if n < numbers.place_general => "almen",
            n if n < numbers.place_general + numbers.place_network => "netværk",
            n if n < numbers.place_general + numbers.place_network + 80 => "institution",
            n if n % 3 == 0 => "specialiseret",
            _ => "forstærket",
        };
        let deviates = !RECOMMENDED.contains(&kind);
        let today = local_date(ctx.now);
        let placed = ChildPlaced {
            placement: RefId::new(""),
            kind: kind.to_owned(),
            decided: today,
            from: today,
            until: None,
            parents: PARENTS.map(str::to_owned).to_vec(),
            deviation: deviates.then(|| self.dice.word(&REASONS).to_owned()),
        };
        let family = FOSTER.contains(&kind);
        let home = PlacementHome {
            placement: RefId::new(""),
            place: "Hos en familie i nærheden".to_owned(),
            address: String::new(),
            phone: "00 00 00 00".to_owned(),
            carers: if family {
                vec!["Plejemor Test".to_owned(), "Plejefar Test".to_owned()]
            } else {
                Vec::new()
            },
        };
        if first {
            self.decided_by_law(&ctx.actor.unit.id)?;
        }
        self.app().place_child(&ctx, &id, (&placed, &home))?;
        self.while_placed();
        Ok(())
    }

    /// What follows a placement.
    fn while_placed(&mut self) {
        let numbers = self.numbers();
        self.may_grow(850, (0, 10), Growing::Carers);
        self.may_grow(700, (5, 60), Growing::Considered);
        self.may_grow(750, (5, 90), Growing::Parents);
        self.grow(100, 190, Growing::Visited);
        self.may_grow(600, (100, 400), Growing::Risk);
        self.may_grow(500, (5, 60), Growing::Adult(2));
        self.may_grow(400, (2, 30), Growing::Seen(UnitKind::FamilyDepartment));
        self.may_grow(
            numbers.placement_ends,
            (300, 6 * YEAR),
            Growing::PlacementEnds,
        );
    }

    /// The steps of the law before the first placement; the plan follows within its time, or later.
    fn decided_by_law(&mut self, unit: &UnitId) -> Result<(), AppError> {
        for (step, said) in [
            ("placement-considered", &[] as &[(&str, &str)]),
            (
                "placement-proposed",
                &[("placement", "b1"), ("consent", "yes")],
            ),
            ("placement-decided", &[("placement", "b1")]),
        ] {
            let said = said.iter();
            let said = said.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            self.take(unit, step, said.collect())?;
        }
        self.maybe(800, (10, 110), Event::Step(PLACED, 0));
        Ok(())
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only the events of this file come here"
    )]
    pub(super) fn in_care(&mut self, growing: Growing) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let now = thread.whole.placements.current();
        let foster = now.map(traad_domain::pathway::Placement::is_foster);
        let parents = now.map(|now| {
            let lacking = now.without_offer().into_iter();
            lacking.map(|(_, name)| name.to_owned()).collect::<Vec<_>>()
        });
        drop(thread);
        let found = self.by(UnitKind::FamilyDepartment)?;
        let (Some(foster), Some((id, ctx))) = (foster, found) else {
            return Ok(());
        };
        match growing {
            Growing::Carers if foster => self.carers((&ctx, &id)),
            Growing::Considered => self.considered((&ctx, &id)),
            Growing::Parents => self.parents((&ctx, &id), &parents.unwrap_or_default()),
            Growing::Visited => {
                let unit = ctx.actor.unit.id.clone();
                self.take(&unit, "supervision-visit", BTreeMap::new())?;
                self.may_grow(970, (120, 230), Growing::Visited);
                Ok(())
            }
            Growing::Risk => self.risk((&ctx, &id)),
            _ => Ok(()),
        }
    }

    /// What the carers need to know from the first day, and what they are offered.
    fn carers(&mut self, (ctx, id): (&Ctx, &PathwayId)) -> Result<(), AppError> {
        let told = CarersTold {
            placement: RefId::new(""),
            needs: self.dice.word(&NEEDS).to_owned(),
            helps: self.dice.word(&HELPS).to_owned(),
            triggers: self.dice.word(&SEEN).to_owned(),
            medicine: String::new(),
            adapted: String::new(),
            background: String::new(),
            call: "Familieafdelingen, og døgnvagten om natten: 00 00 00 00".to_owned(),
        };
        self.app().tell_carers(ctx, id, &told)?;
        for what in CarersHelp::ALL {
            if self.dice.of_thousand(780) {
                let offered = CarersOffered {
                    placement: RefId::new(""),
                    what: *what,
                    answer: OfferAnswer::Yes,
                    on: local_date(ctx.now),
                    content: String::new(),
                };
                self.app().offer_carers(ctx, id, &offered)?;
            }
        }
        if self.dice.of_thousand(500) {
            let demand = |what: &str, met| Demand {
                what: what.to_owned(),
                met,
            };
            let matched = CarersMatched {
                placement: RefId::new(""),
                demands: vec![
                    demand(self.dice.word(&NEEDS), true),
                    demand("Ro om natten", self.dice.of_thousand(600)),
                ],
            };
            self.app().match_carers(ctx, id, &matched)?;
        }
        Ok(())
    }

    /// What may lie behind its difficulties, and whether exposure is recognised and acted on.
    fn considered(&mut self, (ctx, id): (&Ctx, &PathwayId)) -> Result<(), AppError> {
        let recognised = self.dice.of_thousand(600);
        let (_, thread) = self.stands()?;
        let standing = thread.whole.exposure_standing().recognised;
        drop(thread);
        let said = ExposureConsidered {
            recognised: recognised || standing == Some(true),
            acted_on: self.dice.of_thousand(500),
            note: self.reason(),
        };
        self.app().consider_exposure(ctx, id, &said)?;
        if self.dice.of_thousand(400) {
            let cause = self.dice.pick(DifficultyCause::ALL).copied();
            let judged = DifficultyJudged {
                difficulty: self.dice.word(&SEEN).to_owned(),
                causes: vec![cause.unwrap_or(DifficultyCause::Unresolved)],
                support: self.dice.word(&HELPS).to_owned(),
            };
            self.app().judge_difficulty(ctx, id, &judged)?;
        }
        Ok(())
    }

    fn parents(
        &mut self,
        (ctx, id): (&Ctx, &PathwayId),
        lacking: &[String],
    ) -> Result<(), AppError> {
        for parent in lacking {
            if self.dice.of_thousand(800) {
                let offered = ParentsSupportOffered {
                    placement: RefId::new(""),
                    parent: parent.clone(),
                    answer: *self
                        .dice
                        .pick(OfferAnswer::ALL)
                        .unwrap_or(&OfferAnswer::Yes),
                    on: local_date(ctx.now),
                    content: "Samtaler hver anden uge med en, der ikke har sagen".to_owned(),
                };
                self.app().offer_parent(ctx, id, &offered)?;
            }
        }
        Ok(())
    }

    /// How likely it is that it becomes too hard; where it may happen soon, one meets.
    fn risk(&mut self, (ctx, id): (&Ctx, &PathwayId)) -> Result<(), AppError> {
        let today = local_date(ctx.now);
        let risk = match self.dice.between(0, 10) {
            0..6 => BreakdownRisk::Low,
            6..8 => BreakdownRisk::Some,
            _ => BreakdownRisk::High,
        };
        let high = risk == BreakdownRisk::High;
        let judged = BreakdownRiskJudged {
            placement: RefId::new(""),
            risk,
            reason: self.reason(),
            meet_by: high.then(|| today.saturating_add(14.days())),
        };
        self.app().judge_risk(ctx, id, &judged)?;
        if high && self.dice.of_thousand(800) {
            let called = CarersMeetingCalled {
                placement: RefId::new(""),
                at: ctx.now + SignedDuration::from_hours(24 * 9),
                place: "Hos plejefamilien".to_owned(),
                purpose: "Hvad der skal til, for at det kan blive ved".to_owned(),
            };
            self.app().call_carers(ctx, id, &called)?;
        }
        let share = self.numbers().broke_down;
        if high {
            self.may_grow(share, (20, 200), Growing::PlacementEnds);
        }
        self.may_grow(600, (200, 700), Growing::Risk);
        Ok(())
    }

    /// It ends: the child goes home, or it became too hard and a new place is found.
    pub(super) fn placement_ends(&mut self) -> Result<(), AppError> {
        let broke = self.dice.of_thousand(self.numbers().broke_down);
        let how = if broke {
            PlacementEnding::BrokeDown
        } else if self.dice.of_thousand(700) {
            PlacementEnding::Home
        } else {
            PlacementEnding::Elsewhere
        };
        self.ends_placement(how)?;
        match how {
            PlacementEnding::BrokeDown => self.may_grow(950, (0, 14), Growing::Placed),
            PlacementEnding::Elsewhere => self.grow(0, 2, Growing::Placed),
            PlacementEnding::Home | PlacementEnding::OfAge => {}
        }
        Ok(())
    }

    /// Ends the placement that runs, if one does.
    pub(super) fn ends_placement(&mut self, how: PlacementEnding) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let now = thread.whole.placements.current();
        let lacks = now.map(|now| !now.without_offer().is_empty());
        drop(thread);
        let found = self.by(UnitKind::FamilyDepartment)?;
        let (Some(lacks), Some((id, ctx))) = (lacks, found) else {
            return Ok(());
        };
        let ended = PlacementEnded {
            placement: RefId::new(""),
            how,
            on: local_date(ctx.now),
            cause: self.reason(),
            without_offer: lacks.then(|| "Vi har ikke kunnet finde ham.".to_owned()),
        };
        self.app().end_placement(&ctx, &id, &ended).map(drop)
    }
}
