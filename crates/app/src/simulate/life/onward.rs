// SPDX-License-Identifier: EUPL-1.2
//! A child on its way: to daycare and school, to another municipality, and to adulthood.

use super::words::REASONS;
use super::words::child::{NEEDS, PICTURES, STRENGTHS};
use super::{Event, HOUR, Life, YEAR};
use crate::error::AppError;
use traad_domain::body::{
    Asking, Capacity, ConsentForm, ConsentGiven, ConsentPurpose, ConsentScope, Direction,
    ExposurePosition, Giver, PathwayClosed, PlacementEnding, Receiver, ToldInTalk, Transition,
};
use traad_domain::category::Category;
use traad_domain::decide::adulthood;
use traad_domain::decide::closing::Onward;
use traad_domain::id::{RefId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::time::local_date;

impl Life<'_> {
    /// What is known of a child goes along to its daycare or school: needs and strengths, not the cause.
    pub(super) fn handed_on(&mut self, receiver: Receiver) -> Result<(), AppError> {
        let Some(unit) = self.serving(UnitKind::Daycare) else {
            return Ok(());
        };
        let kinds = [UnitKind::FamilyDepartment, UnitKind::HealthVisitors];
        let Some((id, ctx)) = self.by_any(&kinds)? else {
            return Ok(());
        };
        let kind = if receiver == Receiver::Daycare {
            "dagtilbud"
        } else {
            "nye-rammer"
        };
        let told = Onward {
            receiver,
            unit,
            transition: Transition {
                kind: kind.to_owned(),
                done: Vec::new(),
                left: Vec::new(),
            },
            telling: self.telling(Some(false)),
        };
        self.app().hand_on(&ctx, &id, &told)?;
        self.asked(&[receiver]);
        if receiver == Receiver::School && self.journal.lot.strain == super::journal::Strain::None {
            // All goes well, others follow it: the department closes its own.
            self.maybe(self.numbers().closed_at_school, (100, 700), Event::Close);
        }
        Ok(())
    }

    /// The family moves: all its journals that are open go the same way.
    pub(super) fn family_moves(&mut self) {
        let home = self.narrator.simulation.country.home(&mut self.dice);
        self.household = Some(home);
        let here = self.whose;
        for place in 0..self.journals.len() {
            self.turn_to(place);
            if !self.journal.ended && self.journal.lot.born {
                let hours = self.dice.between(1, 5);
                self.at(self.now + hours * HOUR, Event::Move);
            }
        }
        self.turn_to(here);
    }

    /// Half a year before adulthood: those who take over are asked, or nobody is found.
    pub(super) fn prepared(&mut self) -> Result<(), AppError> {
        let Some((id, ctx)) = self.by(UnitKind::FamilyDepartment)? else {
            return Ok(());
        };
        let numbers = self.numbers();
        let (_, thread) = self.stands()?;
        let position = thread.whole.exposure_position().handed_over();
        drop(thread);
        let mut receivers = Vec::new();
        if !self.dice.of_thousand(numbers.nobody_takes_over) {
            let receiver = if self.dice.of_thousand(600) {
                Receiver::YouthCentre
            } else {
                Receiver::AdultAuthority
            };
            let unit = self.serving(receiver.unit_kind());
            receivers.extend(unit.map(|unit| (receiver, unit)));
        }
        for (_, unit) in &receivers {
            let given = young_yes(unit, local_date(ctx.now));
            self.app().give_consent(&ctx, &id, &given)?;
        }
        let told = adulthood::Transition {
            needs: self.dice.word(&NEEDS).to_owned(),
            strengths: self.dice.word(&STRENGTHS).to_owned(),
            challenges: self.dice.word(&PICTURES).to_owned(),
            exposure: Some(position.unwrap_or(ExposurePosition::NotTold)),
            without: receivers
                .is_empty()
                .then(|| "Der er ingen plads endnu.".to_owned()),
            receivers,
        };
        self.app().prepare_adulthood(&ctx, &id, &told)?;
        let asked: Vec<Receiver> = told.receivers.iter().map(|(one, _)| *one).collect();
        self.asked(&asked);
        Ok(())
    }

    /// What stands about exposure is told in a talk.
    pub(super) fn talked(&mut self) -> Result<(), AppError> {
        let Some((id, ctx)) = self.by(UnitKind::FamilyDepartment)? else {
            return Ok(());
        };
        let told = ToldInTalk {
            on: local_date(ctx.now),
            by: "rådgiveren og plejemoren".to_owned(),
        };
        self.app().told_in_talk(&ctx, &id, &told).map(drop)
    }

    /// Of age: a placement ends, and the pathway does.
    pub(super) fn of_age(&mut self) -> Result<(), AppError> {
        self.ends_placement(PlacementEnding::OfAge)?;
        self.maybe(850, (10, 120), Event::Close);
        Ok(())
    }

    /// Whether a child's pathway can come to its end now, and otherwise when it is looked at again.
    pub(super) fn childhood_closes(&mut self) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let whole = &thread.whole;
        let runs = whole.placements.current().is_some()
            || whole.has_checkups()
            || whole.child.is_affected_by().is_some();
        let adult = self.age() >= 18 * YEAR;
        let unit = Self::coordinating(whole)
            .or_else(|| self.department(whole))
            .or_else(|| whole.concerns.first().map(|c| c.author.unit.clone()));
        drop(thread);
        let Some(unit) = unit.filter(|_| !runs || adult) else {
            return Ok(());
        };
        let ctx = self.ctx(&unit)?;
        let closed = PathwayClosed {
            reason: self.dice.word(&REASONS).to_owned(),
            few_meetings: Some("Der var ikke brug for flere møder.".to_owned()),
        };
        self.app()
            .close_pathway(&ctx, &id, (&closed, None))
            .map(drop)
    }
}

/// The young person's own yes to who takes over.
fn young_yes(unit: &UnitId, today: jiff::civil::Date) -> ConsentGiven {
    ConsentGiven {
        reference: RefId::new(""),
        scope: ConsentScope {
            direction: Direction::Disclose,
            giver: Giver {
                capacity: Capacity::YoungPerson,
                name: String::new(),
                custody: None,
            },
            actors: vec![unit.clone()],
            except: Vec::new(),
            categories: vec![Category::ChildHealth],
            purpose: Some(ConsentPurpose::Transition),
        },
        law: "fvl-28".to_owned(),
        from: today,
        until: None,
        asking: Asking {
            on: today,
            form: ConsentForm::Written,
            oral_because: None,
            explained: true,
            asked_by: String::new(),
        },
    }
}
