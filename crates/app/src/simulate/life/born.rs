// SPDX-License-Identifier: EUPL-1.2
//! A birth, and the first weeks of the child: the stay, what it comes home to, and those who take over.

use super::super::people;
use super::journal::{Journal, Lot, Strain};
use super::words::child::{self, HOMES};
use super::{DAY, Event, Growing, Life, YEAR};
use crate::birth::NewbornTold;
use crate::error::AppError;
use jiff::{SignedDuration, ToSpan};
use traad_domain::body::{
    AbstinenceObserved, Certainty, ChildAdmitted, CustodyState, CustodyStated, Exposed,
    ExposureStated, HomecomingAssessed, InjuryJudged, InjuryStatus, OfferAnswer, OfferMade,
    Receiver, Relation,
};
use traad_domain::decide::birth::{BirthTold, ChildTold};
use traad_domain::decide::child::Discharge;
use traad_domain::decide::information::Ground;
use traad_domain::id::{PathwayId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::pathway::Pathway;
use traad_domain::person::{Identity, Name};
use traad_domain::time::{Occurred, local_date};

/// What a child that may be harmed is offered, by number.
const EFFORTS: [&str; 2] = ["child-health-effort-offered", "child-social-effort-offered"];

/// Gestational ages and weights that are believed.
const GESTATION: (i64, i64) = (161, 300);

impl Life<'_> {
    /// The clinic that took her on, whoever met her first where that is the health service, or the coordinator's unit.
    fn birthplace(&self, whole: &Pathway) -> Option<UnitId> {
        let country = &self.narrator.simulation.country;
        let kind = |unit: &UnitId| country.kind(unit);
        let first = whole.concerns.first().map(|c| c.author.unit.clone());
        let first = first.filter(|unit| {
            matches!(
                kind(unit),
                Some(UnitKind::Midwifery | UnitKind::GeneralPractice)
            )
        });
        let clinic = || Self::clinic(whole);
        let coordinating = || Self::coordinating(whole);
        first.or_else(clinic).or_else(coordinating)
    }

    /// The clinic that took her on.
    pub(super) fn clinic(whole: &Pathway) -> Option<UnitId> {
        let mut taken = whole.referrals.iter().filter(|r| {
            r.is_accepted() && r.target == traad_domain::body::ReferralTarget::FamilyClinic
        });
        let sent = taken.next()?.sent.as_ref();
        sent.map(|sent| sent.body.to.clone())
    }

    /// The child is born, or the children are.
    pub(super) fn birth(&mut self) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let Some(unit) = self.birthplace(&thread.whole) else {
            return Ok(());
        };
        drop(thread);
        let ctx = self.ctx(&unit)?;
        let numbers = self.numbers();
        let occurred = Occurred::at(ctx.now - SignedDuration::from_hours(self.dice.between(2, 30)));
        let count = 1 + usize::from(self.dice.of_thousand(numbers.twins));
        let told = self.born(occurred, count);
        let who: Vec<NewbornTold> = (0..count).map(|_| self.named(occurred)).collect();
        self.app().register_birth(&ctx, &id, &told, &who)?;
        self.maybe(600, (1, 30), Event::Offer(7));
        self.maybe(60, (5, 60), Event::Offer(11));
        let days = numbers.closed_after;
        self.within(days - 60, days + 120, Event::Close);
        let (low, high) = (YEAR, 5 * YEAR);
        self.maybe(numbers.later_pregnancy, (low, high), Event::Expecting);
        self.children_of(&unit, occurred)
    }

    /// Who the child is. Its number is a replacement number like its mother's.
    fn named(&mut self, born: Occurred) -> NewbornTold {
        self.newborns += 1;
        let number = people::newborn(self.number, self.newborns);
        NewbornTold {
            name: if self.dice.of_thousand(900) {
                people::name(&mut self.dice)
            } else {
                Name::default()
            },
            identity: match number {
                Some(number) => Identity::Replacement { number },
                None => Identity::Unknown {
                    description: format!("født {}", born.date()),
                },
            },
        }
    }

    /// Each living child has a journal, and in it a childhood.
    fn children_of(&mut self, author: &UnitId, born: Occurred) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let whole = thread.whole.clone();
        drop(thread);
        let links = whole.links.iter();
        let links = links.filter(|link| link.body.relation == Relation::Child);
        let children: Vec<PathwayId> = links.map(|link| link.body.other.clone()).collect();
        let (mother, fresh) = (self.whose, self.journals.len());
        let family = self.draw_family();
        for (place, pathway) in children.into_iter().enumerate() {
            let lot = Lot {
                child: true,
                home: whole.municipality.clone(),
                conceived: born.at.as_second(),
                born: true,
                strain: self.draw_strain(),
                evasive: family,
                ..Lot::default()
            };
            let journal = Journal {
                pathway: Some(pathway),
                ..Journal::of(lot)
            };
            let child = self.adopt(journal);
            self.turn_to(child);
            self.meets(author);
            for unit in whole
                .case_holder()
                .cloned()
                .into_iter()
                .chain(Self::clinic(&whole))
            {
                if &unit != author {
                    self.meets(&unit);
                }
            }
            self.newborn(place == 0);
            self.turn_to(mother);
        }
        self.siblings_from(mother, fresh)
    }

    /// A birth as it is told: exposed for certain, suspected or unsettled; custody with her, with both, or unsettled.
    fn born(&mut self, occurred: Occurred, count: usize) -> BirthTold {
        let days = (occurred.at.as_second() - self.journal.lot.conceived) / DAY;
        let days = days.clamp(GESTATION.0, GESTATION.1);
        let many = count > 1;
        let children = (0..count).map(|_| ChildTold {
            alive: true,
            weight: u32::try_from(self.dice.between(2_300, 4_200) - 700 * i64::from(many)).ok(),
            name: String::new(),
        });
        let children = children.collect();
        let (exposed, substances) = match self.dice.between(0, 10) {
            0..5 => (Exposed::Yes, vec!["alkohol".to_owned()]),
            5..8 => (Exposed::Suspected, Vec::new()),
            _ => (Exposed::Unresolved, Vec::new()),
        };
        let assessed = occurred
            .date()
            .saturating_add(self.dice.between(40, 120).days());
        let mother = "Moren".to_owned();
        let (custody, holders) = match self.dice.between(0, 10) {
            0..5 => (CustodyState::Shared, vec![mother, "Faren".to_owned()]),
            5..8 => (CustodyState::Alone, vec![mother]),
            _ => (CustodyState::Unresolved, Vec::new()),
        };
        BirthTold {
            occurred,
            gestation: u16::try_from(days).ok(),
            children,
            exposure: Some(ExposureStated {
                exposed,
                substances,
                certainty: Certainty::Told,
                assess_by: (exposed != Exposed::Unresolved).then_some(assessed),
            }),
            custody: Some(CustodyStated { custody, holders }),
        }
    }

    /// How much a child struggles.
    pub(super) fn draw_strain(&mut self) -> Strain {
        let numbers = self.numbers();
        match self.dice.between(0, 1_000) {
            drawn if drawn < numbers.strain_marked => Strain::Marked,
            drawn if drawn < numbers.strain_marked + numbers.strain_some => Strain::Some,
            _ => Strain::None,
        }
    }

    /// Whether a family is hard to keep in touch with.
    pub(super) fn draw_family(&mut self) -> bool {
        let share = self.numbers().evasive;
        self.dice.of_thousand(share)
    }

    /// The first weeks, and what lies ahead.
    fn newborn(&mut self, first: bool) {
        let numbers = self.numbers();
        let admitted = self.dice.of_thousand(numbers.admitted);
        if admitted {
            self.grow(0, 2, Growing::Stay);
        }
        self.may_grow(numbers.injury_judged, (2, 20), Growing::Injury);
        if !self.dice.of_thousand(numbers.home_not_assessed) {
            self.grow(0, 2, Growing::Home);
        }
        let days = if admitted { (6, 25) } else { (2, 5) };
        self.grow(days.0, days.1, Growing::Discharge);
        self.may_grow(950, (14, 50), Growing::Offered);
        self.childhood(first);
    }

    /// Observed for withdrawal in hospital.
    pub(super) fn stay(&mut self) -> Result<(), AppError> {
        let Some((id, ctx)) = self.by_any(&[UnitKind::Midwifery, UnitKind::FamilyClinic])? else {
            return Ok(());
        };
        let stay = ChildAdmitted {
            ward: "Neonatalafdelingen".to_owned(),
            from: local_date(ctx.now),
            to: None,
            note: "Til observation for abstinenser.".to_owned(),
        };
        self.app().admit_child(&ctx, &id, &stay)?;
        let numbers = self.numbers();
        if self.dice.of_thousand(numbers.withdrawal) {
            let observed = AbstinenceObserved {
                scale: "modificeret Finnegan".to_owned(),
                score: u32::try_from(self.dice.between(4, 14)).ok(),
                course: self.dice.word(&child::STAYS).to_owned(),
            };
            let seen = (&observed, local_date(ctx.now));
            self.app().observe_abstinence(&ctx, &id, seen)?;
        }
        Ok(())
    }

    /// Whether it has been harmed: that it may have been is enough for help.
    pub(super) fn injury(&mut self) -> Result<(), AppError> {
        let kinds = [
            UnitKind::FamilyClinic,
            UnitKind::Midwifery,
            UnitKind::GeneralPractice,
        ];
        let Some((id, ctx)) = self.by_any(&kinds)? else {
            return Ok(());
        };
        let possible = self.journal.lot.strain > Strain::None || self.dice.of_thousand(300);
        let judged = InjuryJudged {
            status: if possible {
                InjuryStatus::Possible
            } else {
                InjuryStatus::NoneKnown
            },
            note: self.dice.word(&child::FINDINGS).to_owned(),
        };
        self.app().judge_injury(&ctx, &id, &judged)?;
        if possible {
            self.may_grow(800, (5, 60), Growing::Effort(0));
            self.may_grow(700, (5, 90), Growing::Effort(1));
        }
        Ok(())
    }

    /// An effort of the health service or of the municipality is offered.
    pub(super) fn effort(&mut self, which: u8) -> Result<(), AppError> {
        let kind = if which == 0 {
            UnitKind::FamilyClinic
        } else {
            UnitKind::FamilyDepartment
        };
        let Some((id, ctx)) = self.by(kind)? else {
            return Ok(());
        };
        let offer = EFFORTS.get(usize::from(which)).copied();
        let offer = OfferMade {
            offer: offer.unwrap_or_default().to_owned(),
            answer: *self
                .dice
                .pick(OfferAnswer::ALL)
                .unwrap_or(&OfferAnswer::Yes),
            note: String::new(),
        };
        self.app().make_offer(&ctx, &id, &offer).map(drop)
    }

    /// What it comes home to.
    pub(super) fn home(&mut self) -> Result<(), AppError> {
        let Some((id, ctx)) = self.by_any(&[UnitKind::Midwifery, UnitKind::FamilyClinic])? else {
            return Ok(());
        };
        let made = HomecomingAssessed {
            situation: self.dice.word(&HOMES).to_owned(),
            support: "Besøg hver anden dag i to uger.".to_owned(),
        };
        self.app().assess_home(&ctx, &id, &made).map(drop)
    }

    /// It goes home, to those who take over; now and then without one of them.
    pub(super) fn discharge(&mut self) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let assessed = thread.whole.child.home.is_some();
        drop(thread);
        let Some((id, ctx)) = self.by_any(&[UnitKind::Midwifery, UnitKind::FamilyClinic])? else {
            return Ok(());
        };
        let numbers = self.numbers();
        let mut receivers = Vec::new();
        for receiver in Receiver::AT_HOME {
            let unit = self.serving(receiver.unit_kind());
            if !self.dice.of_thousand(numbers.receiver_missing) {
                receivers.extend(unit.map(|unit| (receiver, unit)));
            }
        }
        let lacks = !assessed || receivers.len() < Receiver::AT_HOME.len();
        let asked: Vec<Receiver> = receivers.iter().map(|(receiver, _)| *receiver).collect();
        let told = Discharge {
            on: local_date(ctx.now),
            receivers,
            text: self.dice.word(&child::HANDED).to_owned(),
            exposure_along: Some(true),
            exposure_why_not: String::new(),
            ground: Ground::Law("sul-43-2".to_owned()),
            reason: "Barnet skal følges hjemme fra den første dag.".to_owned(),
            tell: false,
            without: lacks.then(|| "Familien ville hjem samme dag.".to_owned()),
        };
        self.app().discharge_child(&ctx, &id, &told)?;
        self.asked(&asked);
        Ok(())
    }

    /// It is settled who has custody.
    pub(super) fn custody(&mut self) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let custody = thread.whole.child.custody();
        let open = custody.is_none_or(|c| c.custody == CustodyState::Unresolved);
        drop(thread);
        let Some((id, ctx)) = self.by(UnitKind::FamilyDepartment)?.filter(|_| open) else {
            return Ok(());
        };
        let stated = CustodyStated {
            custody: CustodyState::Alone,
            holders: vec!["Moren".to_owned()],
        };
        self.app().state_custody(&ctx, &id, &stated).map(drop)
    }
}
